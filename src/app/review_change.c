/* What is added to the threads of a document. */
#include <sys/random.h>

#include "app/own_file.h"
#include "app/review_threads.h"
#include "base/file.h"
#include "base/message.h"
#include "base/unicode.h"
#include "review/due.h"
#include "review/suggestion.h"

/* What is written about one thread, for the message of its commit. */
typedef struct ThreadChange {
    Str path; /* of its file */
    const char *what;
    Str document, part;
    Str text;
} ThreadChange;

enum { SUBJECT_CELLS = 72, TEXT_MAX = 64 << 10 };

/* "Question on lantern, problem: Of how many owners?", cut to a line of git log. */
static bool commit_thread(Session *s, const ThreadChange *change, Str bytes,
                          const Writer *writer, Error *err)
{
    StrBuf message = {0}, words = {0};

    if (change->part.len > 0)
        message_addf(&message, _("%s on %.*s, %.*s"), change->what,
                     STR_ARG(change->document), STR_ARG(change->part));
    else
        message_addf(&message, _("%s on %.*s"), change->what,
                     STR_ARG(change->document));
    strbuf_addz(&message, ": ");
    unicode_visible(str_trim(change->text), VISIBLE_ONE_LINE, &words);
    Str text = strbuf_view(&words);
    int left = SUBJECT_CELLS - unicode_width(strbuf_view(&message));
    Str cut = unicode_fit(text, left > 20 ? left : 20);
    strbuf_add(&message, str_trim_end(cut));
    if (cut.len < text.len)
        strbuf_addz(&message, "\u2026");
    bool ok =
        own_file_change(s, change->path, bytes, writer, strbuf_view(&message), err);
    strbuf_deinit(&message);
    strbuf_deinit(&words);
    return ok;
}

static bool text_ok(Str text, Error *err)
{
    if (str_find_byte(text, '\0', 0) != STR_NONE)
        return error_set(err, ERR_USAGE, _("these words have a NUL byte in them"));
    if (text.len <= TEXT_MAX)
        return true;
    error_set(err, ERR_USAGE, _("these are more than %d KiB of words"), TEXT_MAX >> 10);
    return error_hint(err, _("Put them in a document, and name it here"));
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

/* What is to be replaced has its signs, too. */
static bool take_signs(const AskRequest *r, Range words, Thread *out, Error *err)
{
    Range place;

    if (suggestion_place(r->doc->bytes, words, r->quote, &place)) {
        out->selected_text = str_range(r->doc->bytes, place);
        return true;
    }
    error_set(err, ERR_NOT_FOUND,
              _("these words stand there with other signs: \"%.*s\""),
              STR_ARG(str_range(r->doc->bytes, words)));
    return error_hint(err, _("Give them with their signs, or fewer of them"));
}

static bool find_words(const AskRequest *r, const Part *part, Arena *arena, Thread *out,
                       Error *err)
{
    const Document *doc = &r->doc->doc;
    AnchorText *text = anchor_text(doc, arena);
    Range all = {0, doc->bytes.len}, range = {0};
    Range within = r->place.start < r->place.end ? r->place : part ? part->range : all;
    size_t found = anchor_search(text, r->quote, within, &range);

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
    return r->kind != THREAD_SUGGESTION || take_signs(r, range, out, err);
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
    Due due;

    if (text.len == 0)
        return true;
    out->has_due = true;
    if (due_parse(text, &due)) {
        out->due = due_after(out->time, due);
        return true;
    }
    if (date_parse_iso(text, &day)) {
        out->due = moment_end_of(day, out->time.offset);
        return true;
    }
    if (moment_parse_iso(text, &out->due))
        return true;
    error_set(err, ERR_USAGE, _("\"%.*s\" is no date"), STR_ARG(text));
    return error_hint(err, _("Write it like this: 2027-03-02, 24h or 2bd"));
}

/* The last revision of the document, as what was read. */
static void say_revision(Session *s, const AskRequest *r, Arena *arena, Thread *out)
{
    Revision last;
    size_t count = 1;

    if (r->read)
        last = *r->read;
    else if (!service_last_revision(s, &r->doc->ref, arena, &last, &count, NULL) ||
             count == 0)
        return;
    out->commit = arena_str(arena, str_from(last.commit));
    out->revision = last.number;
}

static Str new_id(Arena *arena)
{
    unsigned char random[8] = {0};
    char id[THREAD_ID_LENGTH + 1];

    (void)!getrandom(random, sizeof random, 0);
    thread_id(random, id);
    return arena_str(arena, str_from(id));
}

static bool request_ok(Session *s, const AskRequest *r, Str text, Error *err)
{
    if (!session_need_workspace(s, err))
        return false;
    if (r->doc->ref.relative.len == 0) {
        error_set(err, ERR_STATE,
                  _("\"%.*s\" is in no workspace: questions about it "
                    "cannot be kept"),
                  STR_ARG(r->doc->ref.path));
        return error_hint(err, _("Make its folder a workspace with: prfaq init"));
    }
    if (text.len == 0)
        return error_set(err, ERR_USAGE, _("the words of the question are missing"));
    if (r->kind == THREAD_SUGGESTION && r->quote.len == 0) {
        error_set(err, ERR_USAGE, _("a suggestion needs the words it replaces"));
        return error_hint(err, _("Give them with: --quote WORDS"));
    }
    if (r->kind == THREAD_SAME_MEANING && r->part.len == 0) {
        error_set(err, ERR_USAGE,
                  _("what means the same is a section: it has to be named"));
        return error_hint(err, _("Give it with: --part ID"));
    }
    return text_ok(text, err) && text_ok(r->suggestion, err);
}

/* Other programs show the text of a thread, and know nothing of suggested words: they
 * stand there too when nobody said more. */
static Str text_of(const AskRequest *r)
{
    Str text = str_trim(r->text);
    return text.len > 0 ? text : str_trim(r->suggestion);
}

static bool asker(Session *s, const AskRequest *r, Arena *arena, Writer *out,
                  Error *err)
{
    if (!r->writer)
        return writer_need(s, arena, out, err);
    *out = *r->writer;
    return true;
}

bool review_ask(Session *s, const AskRequest *r, Arena *arena, Thread *out, Error *err)
{
    const DocumentRef *ref = &r->doc->ref;
    Writer writer;
    StrBuf bytes = {0};

    *out = (Thread){.kind = r->kind, .text = text_of(r), .suggestion = r->suggestion};
    out->time = session_now_exact(&out->millis);
    if (!request_ok(s, r, out->text, err) || !find_target(r, arena, out, err) ||
        !find_owner(s, r->owner, arena, out, err) || !read_due(r->due, out, err) ||
        !asker(s, r, arena, &writer, err))
        return false;
    out->author = writer.person.name;
    out->id = new_id(arena);
    out->resolved = r->kind == THREAD_SAME_MEANING; /* nobody has to answer it */
    say_revision(s, r, arena, out);
    if (r->dry_run)
        return true;
    thread_write(out, &bytes);
    const ThreadChange change = {
        .path = arena_printf(arena, "%s/%.*s/%.*s.json", REVIEWS_PATH,
                             STR_ARG(ref->name), STR_ARG(out->id)),
        .what = kind_word(r->kind),
        .document = ref->name,
        .part = out->part,
        .text = out->text,
    };
    bool ok = commit_thread(s, &change, strbuf_view(&bytes), &writer, err);
    strbuf_deinit(&bytes);
    return ok;
}

/* -- adding to one ------------------------------------------------------------------
 */

typedef struct Addition {
    const char *what;
    const Reply *reply;     /* one of */
    const Closing *closing; /* these */
    const Thread *words;
    Str by;      /* with words */
    Moment time; /* … */
    Str text;    /* for the message */
} Addition;

static bool write_addition(const Addition *a, Str before, StrBuf *after, Error *err)
{
    if (a->words)
        return thread_write_place(before, a->words, a->by, a->time, after, err);
    return a->reply ? thread_write_reply(before, a->reply, after, err)
                    : thread_write_closing(before, a->closing, after, err);
}

static bool add_in_turn(Session *s, const ReviewThread *t, const Addition *addition,
                        const Writer *writer, Error *err)
{
    StrBuf before = {0}, after = {0};
    const ThreadChange change = {.path = t->path,
                                 .what = addition->what,
                                 .document = review_document(t),
                                 .part = addition->words ? addition->words->part
                                                         : t->thread.part,
                                 .text = addition->text};

    bool ok = own_file_read(s, t->path, &before, err) &&
              write_addition(addition, strbuf_view(&before), &after, err) &&
              commit_thread(s, &change, strbuf_view(&after), writer, err);
    strbuf_deinit(&before);
    strbuf_deinit(&after);
    return ok;
}

/* The file is read when it is our turn: another may have answered in between. */
static bool add(Session *s, const ReviewThread *t, const Addition *addition,
                const Writer *writer, Error *err)
{
    OwnTurn turn;

    if (!own_turn_take(s, &turn, err))
        return false;
    bool ok = add_in_turn(s, t, addition, writer, err);
    own_turn_end(&turn);
    return ok;
}

bool review_reply(Session *s, const ReviewThread *t, Str text, Arena *arena, Error *err)
{
    Writer writer;
    Reply reply = {.text = str_trim(text), .time = session_now()};

    if (reply.text.len == 0)
        return error_set(err, ERR_USAGE, _("the words of the answer are missing"));
    if (!text_ok(reply.text, err) || !writer_need(s, arena, &writer, err))
        return false;
    reply.author = writer.person.name;
    const Addition addition = {_("Answer"), .reply = &reply, .text = reply.text};
    return add(s, t, &addition, &writer, err);
}

static bool closed_already(const ReviewThread *t, Arena *arena, Error *err)
{
    error_set(err, ERR_STATE, _("%.*s is closed already"), STR_ARG(t->label));
    return error_hint(err, _("Open it again with: prfaq resolve %.*s --undo"),
                      STR_ARG(review_name(t, arena)));
}

bool review_move(Session *s, const ReviewThread *t, const AskRequest *request,
                 Arena *arena, Thread *out, Error *err)
{
    Writer writer;
    AskRequest r = *request;

    *out = (Thread){0};
    r.kind = t->thread.kind;
    if (r.quote.len == 0) {
        error_set(err, ERR_USAGE, _("the words it is about now are missing"));
        return error_hint(err, _("Give them with: --quote WORDS"));
    }
    if (t->thread.resolved)
        return closed_already(t, arena, err);
    if (!find_target(&r, arena, out, err) || !writer_need(s, arena, &writer, err))
        return false;
    const Addition addition = {.what = _("Moved"),
                               .words = out,
                               .by = writer.person.name,
                               .time = session_now(),
                               .text = t->thread.text};
    return r.dry_run || add(s, t, &addition, &writer, err);
}

bool review_may_close(Session *s, const ReviewThread *t, Str reason, Arena *arena,
                      Error *err)
{
    Writer writer;

    if (!writer_need(s, arena, &writer, err))
        return false;
    if (t->thread.resolved)
        return closed_already(t, arena, err);
    if (str_trim(reason).len > 0 || str_eq(t->thread.author, writer.person.name))
        return true;
    error_set(err, ERR_STATE, _("only %.*s, who asked, closes %.*s"),
              STR_ARG(t->thread.author), STR_ARG(t->label));
    return error_hint(err, _("Where they cannot, say why: --override REASON"));
}

bool review_resolve(Session *s, const ReviewThread *t, Str reason, Arena *arena,
                    Error *err)
{
    Writer writer;

    if (!review_may_close(s, t, reason, arena, err) || !text_ok(reason, err) ||
        !writer_need(s, arena, &writer, err))
        return false;
    const Closing closing = {true, writer.person.name, session_now(), str_trim(reason)};
    const Addition addition = {_("Closed"), .closing = &closing,
                               .text = t->thread.text};
    return add(s, t, &addition, &writer, err);
}

bool review_reopen(Session *s, const ReviewThread *t, Arena *arena, Error *err)
{
    Writer writer;

    if (!writer_need(s, arena, &writer, err))
        return false;
    if (!t->thread.resolved) {
        error_set(err, ERR_STATE, _("%.*s is open"), STR_ARG(t->label));
        return error_hint(err, _("Close it with: prfaq resolve %.*s"),
                          STR_ARG(review_name(t, arena)));
    }
    const Closing closing = {.by = writer.person.name, .time = session_now()};
    const Addition addition = {_("Opened again"), .closing = &closing,
                               .text = t->thread.text};
    return add(s, t, &addition, &writer, err);
}

bool review_close_in_turn(Session *s, const ReviewThread *t, const Writer *writer,
                          Str reason, Error *err)
{
    const Closing closing = {true, writer->person.name, session_now(), reason};
    const Addition addition = {_("Closed"), .closing = &closing,
                               .text = t->thread.text};

    return add_in_turn(s, t, &addition, writer, err);
}
