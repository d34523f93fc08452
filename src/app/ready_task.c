#include "app/ready_task.h"

#include "base/message.h"
#include "doc/frontmatter_set.h"

bool ready_look(Session *s, Str name, Arena *arena, ReadyTask *out, Error *err)
{
    DocumentRef ref = {0};

    if (!session_document(s, name, arena, &ref, err) ||
        !session_need_workspace(s, err) ||
        !service_read(s, &ref, arena, &out->doc, err))
        return false;
    service_check(s, &out->doc, arena, &out->findings);
    ready_read(&out->findings, arena, &out->ready);
    return true;
}

bool ready_answers(const Answers *said, Str reason, Arena *arena, ReadyAnswers *out,
                   Error *err)
{
    bool ok = true;

    *out = (ReadyAnswers){0};
    for (size_t i = 0; ok && i < CLOSING_COUNT; i++) {
        Str line = answers_get(said, str_from(closing_name(i)));
        ok = closing_parse(arena_str(arena, line), &out->closing[i]);
        if (ok)
            continue;
        error_set(err, ERR_USAGE,
                  line.len > 0 ? _("the answer \"%s\" needs yes or no and its proof")
                               : _("the answer \"%s\" is missing"),
                  closing_name(i));
        error_hint(err, "%s",
                   _("A file of answers begins with the line \"prfaq-answers 1\"; then "
                     "a line each: NAME, a tab, \"yes: 24 interviews in April\""));
    }
    out->reason =
        arena_str(arena, reason.len > 0 ? reason : answers_get(said, STR("reason")));
    return ok;
}

static Str with_key(Str bytes, const char *key, Str value, Arena *arena)
{
    Arena scratch = {0};
    Metadata meta = {0};
    StrBuf out = {0};
    Str result = bytes;

    if (frontmatter_read(bytes, &scratch, &meta, NULL)) {
        frontmatter_set(bytes, &meta, key, value, &out);
        result = arena_str(arena, strbuf_view(&out));
    }
    strbuf_deinit(&out);
    arena_deinit(&scratch);
    return result;
}

Str ready_stage(const Document *doc, Str stage, Str decision, Arena *arena)
{
    Str bytes = with_key(doc->bytes, "stage", stage, arena);

    return decision.len > 0 ? with_key(bytes, "decision", decision, arena) : bytes;
}

static bool fail_stopped(const ReadyTask *task, Error *err)
{
    Str name = task->doc.ref.name;

    error_set(err, ERR_STATE,
              ngettext("%.*s has %zu thing to fix before it is read",
                       "%.*s has %zu things to fix before it is read",
                       (unsigned long)task->ready.count),
              STR_ARG(name), task->ready.count);
    return error_hint(err,
                      _("Why shall it be read all the same? prfaq ready %.*s "
                        "--reason TEXT"),
                      STR_ARG(name));
}

bool ready_pass(Session *s, const ReadyTask *task, const ReadyAnswers *answers,
                Arena *arena, SaveResult *out, Error *err)
{
    const OpenDocument *doc = &task->doc;
    Str bytes = ready_stage(&doc->doc, STR("review"), (Str){0}, arena);
    StrBuf trailers = {0};

    *out = (SaveResult){0};
    if (task->ready.count > 0 && str_is_blank(answers->reason))
        return fail_stopped(task, err);
    ready_trailers(&task->ready, answers, &trailers);
    SaveRequest request = {.ref = &doc->ref,
                           .bytes = bytes,
                           .note = str_from(_("Ready for review")),
                           .trailers = strbuf_view(&trailers)};
    Writer writer;
    bool ok = writer_need(s, arena, &writer, err) &&
              service_rewrite(&doc->ref, doc->bytes, bytes, err);
    request.writer = &writer;
    ok = ok && service_save(s, &request, arena, out, err);
    strbuf_deinit(&trailers);
    return ok;
}
