#include "app/service.h"

#include <string.h>

#include "app/check_setup.h"
#include "base/file.h"
#include "base/message.h"

bool service_bytes_ok(const DocumentRef *ref, Str bytes, Error *err)
{
    Error reason = {0};

    if (document_editable(bytes, &reason))
        return true;
    error_set(err, reason.code, "%s: %s", ref->path.len ? ref->path.ptr : "-",
              reason.message);
    return error_hint(err, "%s", reason.hint);
}

bool service_read_bytes(Session *s, const DocumentRef *ref, Str bytes, Arena *arena,
                        OpenDocument *out, Error *err)
{
    *out = (OpenDocument){.ref = *ref, .bytes = bytes};
    if (!service_bytes_ok(ref, bytes, err))
        return false;
    document_read(bytes, session_library(s), arena, &out->doc);
    if (!out->doc.tmpl) {
        /* A template that is there but does not parse is no imported document. */
        const Template *found = NULL;
        Str id = metadata_get(&out->doc.meta, "template");
        Error broken = {0};
        if (id.len > 0 && !session_template(s, id, out->doc.lang, &found, &broken) &&
            broken.code == ERR_INVALID) {
            if (err)
                *err = broken;
            return false;
        }
    }
    return true;
}

bool service_read(Session *s, const DocumentRef *ref, Arena *arena, OpenDocument *out,
                  Error *err)
{
    StrBuf bytes = {0};
    bool ok = file_read(ref->path.ptr, FILE_MAX, &bytes, err) &&
              service_read_bytes(s, ref, arena_str(arena, strbuf_view(&bytes)), arena,
                                 out, err);

    strbuf_deinit(&bytes);
    return ok;
}

bool service_rewrite(const DocumentRef *ref, Str seen, Str bytes, Error *err)
{
    StrBuf now = {0};
    bool ok = file_read(ref->path.ptr, FILE_MAX, &now, err);

    if (ok && !str_eq(strbuf_view(&now), seen)) {
        ok = error_set(err, ERR_STATE, _("\"%s\" was changed meanwhile, outside"),
                       ref->path.ptr);
        error_hint(err, "%s", _("Nothing was written. Do it again"));
    }
    ok = ok && (str_eq(seen, bytes) || file_replace(ref->path.ptr, bytes, err));
    strbuf_deinit(&now);
    return ok;
}

/* "ideas/lantern-v2" as "Lantern v2". */
static Str title_from_name(Str file, Arena *arena)
{
    Str base = path_base(file);
    StrBuf title = {0};

    if (str_ends(base, STR(".md")))
        base.len -= 3;
    for (size_t i = 0; i < base.len; i++) {
        char c = base.ptr[i] == '-' || base.ptr[i] == '_' ? ' ' : base.ptr[i];
        if (i == 0 && c >= 'a' && c <= 'z')
            c = (char)(c - 'a' + 'A');
        strbuf_addc(&title, c);
    }
    Str copy = arena_str(arena, strbuf_view(&title));
    strbuf_deinit(&title);
    return copy;
}

static bool inside_workspace(const Session *s, Str folder, Arena *arena, Error *err)
{
    Str real = {0};
    Str root = s->workspace.root;

    if (!path_real(folder.len > 0 ? folder.ptr : ".", arena, &real, err))
        return false;
    if (str_starts(real, root) && (real.len == root.len || real.ptr[root.len] == '/'))
        return true;
    error_set(err, ERR_USAGE, _("\"%s\" is outside of the workspace"), folder.ptr);
    return error_hint(err,
                      _("Go to the workspace it belongs to: prfaq -C DIR new NAME"));
}

/* The file a new document gets, in the folder that was named with it. */
static bool new_path(const Session *s, Str name, Arena *arena, DocumentRef *out,
                     Error *err)
{
    Str file = {0};
    size_t slash = str_rfind_byte(name, '/');
    size_t base = slash == STR_NONE ? 0 : slash + 1;

    if (!workspace_new_name(str_slice(name, base, name.len), arena, &file, err))
        return false;
    Str folder = arena_str(arena, str_slice(name, 0, slash == STR_NONE ? 0 : base));
    if (folder.len > 0 && file_kind(folder.ptr) != FILE_FOLDER) {
        error_set(err, ERR_NOT_FOUND, _("there is no folder \"%s\""), folder.ptr);
        return error_hint(err, _("Make the folder first, or leave it out"));
    }
    if (!inside_workspace(s, folder, arena, err))
        return false;
    out->path = arena_printf(arena, "%s%s", folder.ptr ? folder.ptr : "", file.ptr);
    out->name = str_slice(out->path, 0, out->path.len - 3);
    return true;
}

bool service_draft(Session *s, const NewDocument *request, Arena *arena,
                   DocumentRef *out, Str *bytes, Error *err)
{
    const Template *template_ = NULL;
    DraftAnswers answers = request->answers;
    Str id = request->template_id.len ? request->template_id : STR("prfaq");
    StrBuf text = {0};

    *out = (DocumentRef){0};
    if (!session_need_workspace(s, err) || !session_place_ok(s, err) ||
        !new_path(s, request->name, arena, out, err) ||
        !session_template(s, id, request->lang, &template_, err))
        return false;
    if (file_kind(out->path.ptr) != FILE_NONE) {
        error_set(err, ERR_STATE, _("\"%s\" exists already"), out->path.ptr);
        return error_hint(err,
                          _("Choose another name, or look at it: prfaq preview %s"),
                          out->path.ptr);
    }
    if (str_is_blank(answers.title))
        answers.title = title_from_name(out->path, arena);
    document_draft(template_, &session_library(s)->bank, &answers, &text);
    *bytes = arena_str(arena, strbuf_view(&text));
    strbuf_deinit(&text);
    return true;
}

bool service_new(Session *s, const NewDocument *request, Arena *arena, DocumentRef *out,
                 Error *err)
{
    Str bytes = {0};

    return service_draft(s, request, arena, out, &bytes, err) &&
           file_create(out->path.ptr, bytes, err) &&
           workspace_document(&s->workspace, out->path, arena, out, err);
}

void service_check(Session *s, const OpenDocument *doc, Arena *arena, Findings *out)
{
    CheckOptions options;

    session_check_options(s, &doc->ref, arena, &options);
    check_run(&doc->doc, session_library(s), &options, arena, out);
}

void service_check_bytes(Session *s, const DocumentRef *ref, Str bytes, Arena *arena,
                         OpenDocument *out, Findings *findings)
{
    CheckOptions options;
    Error why = {0};
    size_t offset = 0;
    bool readable = document_bytes_ok(bytes, &offset, &why);

    *out = (OpenDocument){.ref = *ref};
    out->bytes = readable ? bytes : str_slice(bytes, 0, offset);
    document_read(out->bytes, session_library(s), arena, &out->doc);
    session_check_options(s, ref, arena, &options);
    if (readable)
        check_run(&out->doc, session_library(s), &options, arena, findings);
    else
        check_unreadable(offset, &why, &options, arena, findings);
}
