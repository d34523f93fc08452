/* What is added to the threads of a document. */
#include <sys/random.h>

#include "app/own_file.h"
#include "app/review_threads.h"
#include "base/file.h"
#include "base/message.h"

static bool commit_thread(Session *s, Str path, Str bytes, const Writer *writer,
                          const char *what, Str part, Str name, Error *err)
{
    StrBuf message = {0};

    if (part.len > 0)
        message_addf(&message, _("%s on %.*s, %.*s"), what, STR_ARG(name),
                     STR_ARG(part));
    else
        message_addf(&message, _("%s on %.*s"), what, STR_ARG(name));
    bool ok = own_file_change(s, path, bytes, writer, strbuf_view(&message), err);
    strbuf_deinit(&message);
    return ok;
}

static const char *kind_word(ThreadKind kind)
{
    switch (kind) {
    case THREAD_QUESTION:
        return _("Question");
    case THREAD_SUGGESTION:
        return _("Suggestion");
    case THREAD_MUST_FIX:
        return _("Must fix");
    case THREAD_AGREED:
        return _("Agreed");
    case THREAD_SAME_MEANING:
    case THREAD_COMMENT:
    case THREAD_KIND_COUNT:
        break;
    }
    return _("Comment");
}

/* -- beginning one ----------------------------------------------------------------- */

static bool find_part(const AskRequest *r, const Part **out, Error *err)
{
    *out = r->part.len > 0 ? document_part(&r->doc->doc, r->part) : NULL;
    if (r->part.len == 0 || *out)
        return true;
    error_set(err, ERR_NOT_FOUND, _("there is no section \"%.*s\""), STR_ARG(r->part));
    return error_hint(err, _("See which there are: prfaq parts %.*s"),
                      STR_ARG(r->doc->ref.name));
}

static void say_place(const Document *doc, Range range, Thread *out)
{
    int column;

    document_place(doc, range.start, &out->line, &column);
    document_place(doc, range.end > range.start ? range.end - 1 : range.end,
                   &out->end_line, &column);
}

static bool find_words(const AskRequest *r, const Part *part, Arena *arena, Thread *out,
                       Error *err)
{
    const Document *doc = &r->doc->doc;
    AnchorText *text = anchor_text(doc, arena);
    Range all = {0, doc->bytes.len}, range = {0};
    size_t found = anchor_search(text, r->quote, part ? part->range : all, &range);

    if (found == 0) {
        error_set(err, ERR_NOT_FOUND, _("these words are not there: \"%.*s\""),
                  STR_ARG(r->quote));
        return error_hint(err, _("Give them as they stand in the document"));
    }
    if (found > 1) {
        error_set(err, ERR_USAGE,
                  ngettext("these words stand there %zu time",
                           "these words stand there %zu times", (unsigned long)found),
                  found);
        return error_hint(err, _("Give more of them, or say the section: --part ID"));
    }
    Anchor anchor = anchor_make(text, range);
    out->selected_text = anchor.quote;
    out->before = anchor.before;
    out->after = anchor.after;
    out->part = anchor.part;
    say_place(doc, range, out);
    return true;
}

static bool find_target(const AskRequest *r, Arena *arena, Thread *out, Error *err)
{
    const Part *part;

    if (!find_part(r, &part, err))
        return false;
    if (r->quote.len > 0)
        return find_words(r, part, arena, out, err);
    if (part) {
        out->part = part->id.len > 0 ? part->id : str_from(part_kind_name(part->kind));
        say_place(&r->doc->doc, part->range, out);
    }
    return true;
}

static bool find_owner(Session *s, Str name, Arena *arena, Thread *out, Error *err)
{
    Roster roster;
    const Member *member = NULL;

    if (name.len == 0)
        return true;
    if (!writer_roster(s, arena, &roster, err) ||
        !roster_find(&roster, name, &member, err))
        return false;
    out->owner = member->name;
    return true;
}

static bool read_due(Str text, Thread *out, Error *err)
{
    Date day;

    if (text.len == 0)
        return true;
    out->has_due = true;
    if (date_parse_iso(text, &day)) {
        out->due = moment_end_of(day, out->time.offset);
        return true;
    }
    if (moment_parse_iso(text, &out->due))
        return true;
    error_set(err, ERR_USAGE, _("\"%.*s\" is no date"), STR_ARG(text));
    return error_hint(err, _("Write it like this: 2027-03-02"));
}

/* The last revision of the document, as what was read. */
static void say_revision(Session *s, const DocumentRef *ref, Arena *arena, Thread *out)
{
    History history = {0};

    if (!service_history(s, ref, arena, &history, NULL) || history.count == 0)
        return;
    out->commit = arena_str(arena, str_from(history.items[0].commit));
    out->revision = history.items[0].number;
}

static Str new_id(Arena *arena)
{
    unsigned char random[8] = {0};
    char id[THREAD_ID_LENGTH + 1];

    (void)!getrandom(random, sizeof random, 0);
    thread_id(random, id);
    return arena_str(arena, str_from(id));
}

bool review_ask(Session *s, const AskRequest *r, Arena *arena, Thread *out, Error *err)
{
    const DocumentRef *ref = &r->doc->ref;
    Writer writer;
    StrBuf bytes = {0};

    *out = (Thread){.kind = r->kind,
                    .text = str_trim(r->text),
                    .suggestion = r->suggestion,
                    .time = session_now()};
    if (!session_need_workspace(s, err))
        return false;
    if (out->text.len == 0 && r->suggestion.len == 0)
        return error_set(err, ERR_USAGE, _("the words of the question are missing"));
    if (!find_target(r, arena, out, err) || !find_owner(s, r->owner, arena, out, err) ||
        !read_due(r->due, out, err) || !writer_need(s, arena, &writer, err))
        return false;
    out->author = writer.person.name;
    out->id = new_id(arena);
    say_revision(s, ref, arena, out);
    thread_write(out, &bytes);
    Str path = arena_printf(arena, "%s/%.*s/%.*s.json", REVIEWS_PATH,
                            STR_ARG(ref->name), STR_ARG(out->id));
    bool ok = commit_thread(s, path, strbuf_view(&bytes), &writer, kind_word(r->kind),
                            out->part, ref->name, err);
    strbuf_deinit(&bytes);
    return ok;
}

/* -- adding to one ------------------------------------------------------------------
 */

typedef struct Addition {
    const Reply *reply;     /* or */
    const Closing *closing; /* these */
} Addition;

static bool add(Session *s, const ReviewThread *t, const Addition *addition,
                const Writer *writer, const char *what, Str document, Error *err)
{
    StrBuf before = {0}, after = {0};
    bool ok = own_file_read(s, t->path, &before, err);

    if (ok && addition->reply)
        ok = thread_write_reply(strbuf_view(&before), addition->reply, &after, err);
    else if (ok)
        ok = thread_write_closing(strbuf_view(&before), addition->closing, &after, err);
    ok = ok && commit_thread(s, t->path, strbuf_view(&after), writer, what,
                             t->thread.part, document, err);
    strbuf_deinit(&before);
    strbuf_deinit(&after);
    return ok;
}

/* ".prfaq/reviews/ideas/lantern/k3f9.json": "ideas/lantern". */
static Str document_of(const ReviewThread *t)
{
    Str folder = path_folder(t->path);

    return str_slice(folder, sizeof REVIEWS_PATH, folder.len);
}

bool review_reply(Session *s, const ReviewThread *t, Str text, Arena *arena, Error *err)
{
    Writer writer;
    Reply reply = {.text = str_trim(text), .time = session_now()};

    if (reply.text.len == 0)
        return error_set(err, ERR_USAGE, _("the words of the answer are missing"));
    if (!writer_need(s, arena, &writer, err))
        return false;
    reply.author = writer.person.name;
    return add(s, t, &(Addition){.reply = &reply}, &writer, _("Answer"), document_of(t),
               err);
}

static bool may_close(const ReviewThread *t, Str name, Str reason, Error *err)
{
    if (t->thread.resolved) {
        error_set(err, ERR_STATE, _("%.*s is closed already"), STR_ARG(t->label));
        return error_hint(err, _("Answer it to go on with it: prfaq reply %.*s TEXT"),
                          STR_ARG(t->thread.id));
    }
    if (reason.len > 0 || str_eq(t->thread.author, name))
        return true;
    error_set(err, ERR_STATE, _("only %.*s, who asked, closes %.*s"),
              STR_ARG(t->thread.author), STR_ARG(t->label));
    return error_hint(err, _("Where they cannot, say why: --override REASON"));
}

bool review_resolve(Session *s, const ReviewThread *t, Str reason, Arena *arena,
                    Error *err)
{
    Writer writer;

    if (!writer_need(s, arena, &writer, err) ||
        !may_close(t, writer.person.name, reason, err))
        return false;
    const Closing closing = {true, writer.person.name, session_now(), reason};
    return add(s, t, &(Addition){.closing = &closing}, &writer, _("Closed"),
               document_of(t), err);
}
