/* The documents of a workspace, and what people call them. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/message.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "store/workspace.h"

enum {
    NAME_MAX_BYTES = 200,
    HINTS_MAX = 3, /* names offered for one that is not there */
    FAR = 3,       /* edits that make it another word */
    EDIT_MAX = 64, /* bytes of names that are compared */
};

static bool is_markdown(Str path)
{
    return path.len > 3 &&
           str_eq_nocase(str_slice(path, path.len - 3, path.len), STR(".md"));
}

static Str without_suffix(Str path)
{
    return is_markdown(path) ? str_slice(path, 0, path.len - 3) : path;
}

static Str nfc(Str s, Arena *arena)
{
    StrBuf b = {0};

    if (unicode_is_nfc(s))
        return s;
    unicode_nfc(s, &b);
    Str out = arena_str(arena, strbuf_view(&b));
    strbuf_deinit(&b);
    return out;
}

/* `path` without the folder and its '/', or false when it is not below. */
static bool below(Str folder, Str path, Str *rest)
{
    size_t skip = folder.len == 1 ? 1 : folder.len + 1;

    if (folder.len == 0 || !str_starts(path, folder) || path.len <= skip ||
        path.ptr[skip - 1] != '/')
        return false;
    *rest = str_slice(path, skip, path.len);
    return true;
}

static Str current_folder(Arena *arena)
{
    Str here = {0};

    (void)path_real(".", arena, &here, NULL);
    return here;
}

/* The reference of a file whose path is as the person wrote it. Only its folder
 * is made real: a link is a document of its own. */
static DocumentRef ref_of_path(const Workspace *w, Str path, Arena *arena)
{
    DocumentRef ref = {.path = arena_str(arena, path)};
    Str folder = arena_str(arena, path_folder(path)), real;

    if (path_real(folder.ptr, arena, &real, NULL))
        (void)below(w->root, path_join(arena, real, path_base(path)), &ref.relative);
    ref.name = without_suffix(ref.relative.len ? ref.relative : path_base(ref.path));
    return ref;
}

static DocumentRef ref_of_relative(const Workspace *w, Str here, Str relative,
                                   Arena *arena)
{
    DocumentRef ref = {.relative = arena_str(arena, relative)};

    ref.path = path_join(arena, w->root, ref.relative);
    (void)below(here, ref.path, &ref.path);
    ref.name = without_suffix(ref.relative);
    return ref;
}

/* All Markdown files below a folder, in the order of their paths. */
typedef struct Files {
    Str root;
    bool own; /* one work tree: the repositories below it are left out */
    Arena *arena;
    Str *paths;
    size_t count, cap;
} Files;

/* Hidden folders hold no documents; what a package manager brought is of others. */
static bool is_passed_over(Str folder)
{
    return str_starts(folder, STR(".")) || str_eq(folder, STR("node_modules"));
}

static bool collect(void *ctx, const char *path, FileKind kind)
{
    Files *f = ctx;
    Str s = str_from(path), base = path_base(s);

    if (kind == FILE_FOLDER) {
        if (is_passed_over(base) || !f->own)
            return !is_passed_over(base);
        /* One with a ".git" of its own is another repository. */
        Arena own = {0};
        Str git = path_join(&own, path_join(&own, f->root, s), STR(".git"));
        bool enter = file_kind(git.ptr) == FILE_NONE;
        arena_deinit(&own);
        return enter;
    }
    if (kind == FILE_REGULAR && is_markdown(s)) {
        f->paths = arena_grow(f->arena, f->paths, f->count, &f->cap, sizeof *f->paths);
        f->paths[f->count++] = arena_str(f->arena, s);
    }
    return true;
}

static int by_bytes(const void *a, const void *b)
{
    return str_cmp(*(const Str *)a, *(const Str *)b);
}

static bool walk_files(Str root, Arena *arena, Files *out, Error *err)
{
    Str path = arena_str(arena, root);

    out->root = root;
    out->arena = arena;
    if (!folder_walk(path.ptr, collect, out, err))
        return false;
    if (out->count > 1)
        qsort(out->paths, out->count, sizeof *out->paths, by_bytes);
    return true;
}

static bool find_files(const Workspace *w, Arena *arena, Files *out, Error *err)
{
    *out = (Files){.own = true};
    return w->root.len == 0 || walk_files(w->root, arena, out, err);
}

/* "lantern" is "ideas/lantern.md", and so is "ideas/lantern". */
static bool is_called(Str relative, Str name, Arena *arena)
{
    Str path = nfc(without_suffix(relative), arena);

    return str_eq(path, name) ||
           (str_ends(path, name) && path.ptr[path.len - name.len - 1] == '/');
}

/* Edits between two short names, by bytes.  Source: Levenshtein 1965. */
static int distance(Str a, Str b)
{
    int row[EDIT_MAX + 1];

    if (a.len > EDIT_MAX || b.len > EDIT_MAX)
        return EDIT_MAX;
    for (size_t j = 0; j <= b.len; j++)
        row[j] = (int)j;
    for (size_t i = 1; i <= a.len; i++) {
        int corner = row[0];
        row[0] = (int)i;
        for (size_t j = 1; j <= b.len; j++) {
            int cost = corner + (a.ptr[i - 1] != b.ptr[j - 1]);
            corner = row[j];
            if (row[j] + 1 < cost)
                cost = row[j] + 1;
            if (row[j - 1] + 1 < cost)
                cost = row[j - 1] + 1;
            row[j] = cost;
        }
    }
    return row[b.len];
}

static bool is_near(Str name, Str wanted)
{
    /* A Hangul syllable is three bytes. */
    bool wide = wanted.len > 0 && (unsigned char)wanted.ptr[0] >= 0x80;
    int limit = wide ? (wanted.len > 3 ? 3 : 2) : wanted.len > 4 ? FAR - 1 : 1;
    return distance(name, wanted) <= limit ||
           (wanted.len >= 2 && (str_starts(name, wanted) || str_starts(wanted, name)));
}

/* A link that leads nowhere. */
static bool is_dangling(Str path, Arena *arena, Error *err)
{
    char target[1024];
    ssize_t len = readlink(path.ptr, target, sizeof target);

    if (len <= 0 || file_kind(path.ptr) != FILE_NONE)
        return false;
    Str shown = arena_str(arena, (Str){target, (size_t)len});
    error_set(err, ERR_NOT_FOUND, _("\"%s\" is a link to \"%s\", which is not there"),
              path.ptr, shown.ptr);
    return true;
}

static bool not_found(const Files *files, Str doc, Str name, Arena *arena, Error *err)
{
    StrBuf near = {0};
    int count = 0;

    for (size_t i = 0; i < files->count && count < HINTS_MAX; i++) {
        Str own = without_suffix(files->paths[i]);
        if (!is_near(nfc(path_base(own), arena), path_base(name)))
            continue;
        strbuf_addf(&near, "%s\"%.*s\"", count++ ? ", " : "", STR_ARG(own));
    }
    error_set(err, ERR_NOT_FOUND, _("there is no document \"%.*s\""), STR_ARG(doc));
    if (count > 0)
        error_hint(err, _("did you mean %s?"), strbuf_cstr(&near));
    else
        error_hint(err, _("see all documents with: prfaq list"));
    strbuf_deinit(&near);
    return false;
}

static bool several(const Files *files, Str doc, Str name, Arena *arena, Error *err)
{
    StrBuf all = {0};

    for (size_t i = 0; i < files->count; i++)
        if (is_called(files->paths[i], name, arena))
            strbuf_addf(&all, "%s%.*s", all.len ? ", " : "", STR_ARG(files->paths[i]));
    error_set(err, ERR_USAGE, _("more than one document is called \"%.*s\": %s"),
              STR_ARG(doc), strbuf_cstr(&all));
    strbuf_deinit(&all);
    return error_hint(err, _("give the path of the one you mean"));
}

static bool is_folder(Str doc, Error *err)
{
    error_set(err, ERR_IO, _("\"%.*s\" is a folder"), STR_ARG(doc));
    return error_hint(err, "%s", _("name a file in it"));
}

/* Is the way to the file closed, so that nobody knows whether it is there? */
static bool is_closed_off(Str path)
{
    return access(path.ptr, F_OK) != 0 && errno == EACCES;
}

/* A name, anywhere in the work tree. */
static bool find_by_name(const Workspace *w, Str doc, Arena *arena, DocumentRef *out,
                         Error *err)
{
    Files files;
    Str name = nfc(without_suffix(doc), arena);
    const Str *hit = NULL;

    if (!find_files(w, arena, &files, err))
        return false;
    for (size_t i = 0; i < files.count; i++) {
        if (!is_called(files.paths[i], name, arena))
            continue;
        /* The whole path is the better match: "a/x" before "b/a/x". */
        bool whole = str_eq(nfc(without_suffix(files.paths[i]), arena), name) &&
                     str_find_byte(name, '/', 0) != STR_NONE;
        if (hit && !whole)
            return several(&files, doc, name, arena, err);
        hit = &files.paths[i];
        if (whole)
            break;
    }
    if (!hit)
        return not_found(&files, doc, name, arena, err);
    *out = ref_of_relative(w, current_folder(arena), *hit, arena);
    return true;
}

static bool is_file(Str path)
{
    FileKind kind = file_kind(path.ptr);
    return kind == FILE_REGULAR || kind == FILE_OTHER;
}

bool workspace_document(const Workspace *w, Str doc, Arena *arena, DocumentRef *out,
                        Error *err)
{
    if (doc.len == 0 || str_find_byte(doc, '\0', 0) != STR_NONE)
        return error_set(err, ERR_USAGE, _("the name of a document is missing"));
    Str path = arena_str(arena, doc);
    Str with_suffix = arena_printf(arena, "%.*s.md", STR_ARG(doc));
    if (is_file(path) || is_file(with_suffix)) {
        *out = ref_of_path(w, is_file(path) ? path : with_suffix, arena);
        return true;
    }
    if (is_closed_off(path))
        return error_errno(err, _("cannot read \"%s\""), path.ptr);
    if (is_dangling(path, arena, err) || is_dangling(with_suffix, arena, err))
        return error_hint(
            err, _("correct the link, or start the document with: prfaq new NAME"));
    bool folder = file_kind(path.ptr) == FILE_FOLDER;
    /* A path that leads somewhere is no name. */
    if (str_starts(doc, STR("/")) || str_starts(doc, STR("./")) ||
        str_starts(doc, STR("../"))) {
        if (folder)
            return is_folder(doc, err);
        error_set(err, ERR_NOT_FOUND, _("there is no document \"%.*s\""), STR_ARG(doc));
        return error_hint(err, _("see all documents with: prfaq list"));
    }
    Error why = {0};
    if (find_by_name(w, doc, arena, out, &why))
        return true;
    if (why.code == ERR_NOT_FOUND && folder)
        return is_folder(doc, err);
    if (err)
        *err = why;
    return false;
}

bool workspace_has_template(Str text)
{
    Str rest = text, line;

    if (str_starts(rest, STR("\xef\xbb\xbf")))
        rest = str_slice(rest, 3, rest.len);
    if (str_next_line(&rest, &line) && str_eq(str_trim_end(line), STR("---")))
        while (str_next_line(&rest, &line) && !str_eq(str_trim_end(line), STR("---")) &&
               !str_eq(str_trim_end(line), STR("...")))
            if (str_starts(line, STR("template:")))
                return true;
    return false;
}

bool workspace_has_mark(Str text)
{
    return workspace_has_template(text) ||
           str_find(text, STR("<!-- prfaq-id:"), 0) != STR_NONE;
}

bool workspace_looks_at(Str relative)
{
    size_t from = 0;

    for (size_t at = str_find_byte(relative, '/', 0); at != STR_NONE;
         at = str_find_byte(relative, '/', from)) {
        if (is_passed_over(str_slice(relative, from, at)))
            return false;
        from = at + 1;
    }
    return true;
}

static bool is_taken(const Files *files, size_t i, const DocumentFilter *filter,
                     StrBuf *text, Arena *arena)
{
    if (!filter->holds)
        return true;
    strbuf_clear(text);
    Str path = path_join(arena, files->root, files->paths[i]);
    return file_read(path.ptr, FILE_MAX, text, NULL) &&
           filter->holds(filter->ctx, files->paths[i], strbuf_view(text));
}

/* Keeps those that are documents. */
static void filter_files(Files *files, const DocumentFilter *filter, Arena *arena)
{
    StrBuf text = {0};
    size_t kept = 0;

    for (size_t i = 0; i < files->count; i++)
        if (is_taken(files, i, filter, &text, arena))
            files->paths[kept++] = files->paths[i];
    files->count = kept;
    strbuf_deinit(&text);
}

bool workspace_list(const Workspace *w, const DocumentFilter *filter, Arena *arena,
                    const DocumentRef **out, size_t *count, Error *err)
{
    Files files;
    Str here = current_folder(arena);

    *out = NULL;
    *count = 0;
    if (!find_files(w, arena, &files, err))
        return false;
    filter_files(&files, filter, arena);
    DocumentRef *refs = arena_array(arena, files.count, sizeof *refs);
    for (size_t i = 0; i < files.count; i++)
        refs[i] = ref_of_relative(w, here, files.paths[i], arena);
    *count = files.count;
    *out = refs;
    return true;
}

bool folder_documents(Str folder, const DocumentFilter *filter, Arena *arena,
                      const Str **out, size_t *count, size_t *found, Error *err)
{
    Files files = {0};

    *count = 0;
    *found = 0;
    if (!walk_files(folder, arena, &files, err))
        return false;
    *found = files.count;
    filter_files(&files, filter, arena);
    for (size_t i = 0; i < files.count; i++)
        files.paths[i] = path_join(arena, folder, files.paths[i]);
    *count = files.count;
    *out = files.paths;
    return true;
}

/* Names some system or git keeps for itself. */
static bool is_reserved(Str name)
{
    static const char *const names[] = {"con", "prn", "aux", "nul", "git~1"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_eq_nocase(name, str_from(names[i])))
            return true;
    bool port = name.len == 4 && name.ptr[3] >= '0' && name.ptr[3] <= '9';
    Str stem = str_slice(name, 0, 3);
    return port && (str_eq_nocase(stem, STR("com")) || str_eq_nocase(stem, STR("lpt")));
}

static bool is_allowed(uint32_t cp)
{
    return cp != UTF8_BAD && !unicode_is_hidden(cp) &&
           !(cp < 0x80 && strchr("/\\:*?\"<>|", (int)cp));
}

/* The name with each run of white space as one '-'. */
static bool join_words(Str name, StrBuf *out)
{
    for (size_t at = 0; at < name.len;) {
        uint32_t cp;
        size_t len = utf8_decode(name, at, &cp);
        at += len;
        if (cp >= ' ' && unicode_is_space(cp)) {
            if (out->len > 0 && out->ptr[out->len - 1] != '-')
                strbuf_addc(out, '-');
            continue;
        }
        if (!is_allowed(cp))
            return false;
        utf8_append(out, cp);
    }
    while (out->len > 0 && out->ptr[out->len - 1] == '-')
        strbuf_truncate(out, out->len - 1);
    return true;
}

bool workspace_new_name(Str name, Arena *arena, Str *file, Error *err)
{
    StrBuf b = {0};
    Str stem = without_suffix(nfc(str_trim(name), arena));
    bool ok = join_words(stem, &b);
    Str made = strbuf_view(&b);

    ok = ok && made.len > 0 && made.len <= NAME_MAX_BYTES && made.ptr[0] != '.' &&
         made.ptr[0] != '-' && made.ptr[made.len - 1] != '.' && !is_reserved(made);
    if (ok) {
        *file = arena_printf(arena, "%.*s.md", STR_ARG(made));
    } else {
        error_set(err, ERR_USAGE, _("\"%.*s\" cannot be the name of a document"),
                  STR_ARG(name));
        error_hint(err, _("use letters, digits and '-', and begin with a letter"));
    }
    strbuf_deinit(&b);
    return ok;
}
