#include "app/meet_task.h"

#include <errno.h>
#include <unistd.h>

#include "app/own_file.h"
#include "app/ready_task.h"
#include "app/review_threads.h"
#include "base/file.h"
#include "base/message.h"
#include "store/private.h"

enum { STATE_MAX = 16 << 20 };

/* -- kept ---------------------------------------------------------------------------
 */

static Str state_path(const Session *s, const DocumentRef *ref, Arena *arena)
{
    return arena_printf(arena, "%.*s/meet/%.*s", STR_ARG(s->workspace.private_),
                        STR_ARG(private_name(ref->name, arena)));
}

static bool read_state(Session *s, const DocumentRef *ref, Arena *arena, Str *out,
                       Error *err)
{
    Str path = state_path(s, ref, arena);
    StrBuf bytes = {0};
    bool ok =
        file_kind(path.ptr) == FILE_NONE || file_read(path.ptr, STATE_MAX, &bytes, err);

    *out = arena_str(arena, strbuf_view(&bytes));
    strbuf_deinit(&bytes);
    return ok;
}

bool meet_keep_said(Session *s, const DocumentRef *ref, Str said, Error *err)
{
    Arena arena = {0};
    bool ok = file_write_private(state_path(s, ref, &arena).ptr, said, err);

    arena_deinit(&arena);
    return ok;
}

bool meet_keep(Session *s, const MeetTask *task, Error *err)
{
    StrBuf bytes = {0};

    meet_print(&task->meet, &bytes);
    bool ok = meet_keep_said(s, &task->ref, strbuf_view(&bytes), err);
    strbuf_deinit(&bytes);
    return ok;
}

static bool forget(Session *s, const MeetTask *task, Error *err)
{
    Arena arena = {0};
    Str path = state_path(s, &task->ref, &arena);
    bool ok = unlink(path.ptr) == 0 || errno == ENOENT ||
              error_errno(err, _("cannot remove \"%s\""), path.ptr);

    arena_deinit(&arena);
    return ok;
}

/* -- beginning ----------------------------------------------------------------------
 */

/* Everybody reads the same words: those of a revision. */
static bool last_revision(Session *s, MeetTask *t, Arena *arena, Error *err)
{
    OpenDocument now;
    Error why = {0};

    if (!service_revision(s, &t->ref, STR(""), arena, &t->revision, &t->doc, &why)) {
        error_set(err, why.code == ERR_NOT_FOUND ? ERR_STATE : why.code, "%s",
                  why.message);
        return error_hint(err,
                          _("What is read together is a revision: prfaq save %.*s"),
                          STR_ARG(t->ref.name));
    }
    if (!service_read(s, &t->ref, arena, &now, err))
        return false;
    if (str_eq(now.bytes, t->doc.bytes))
        return true;
    error_set(err, ERR_STATE, _("%.*s has words that are in no revision"),
              STR_ARG(t->ref.name));
    return error_hint(err, _("What is read together is a revision: prfaq save %.*s"),
                      STR_ARG(t->ref.name));
}

static void begin(MeetTask *t, Arena *arena)
{
    Meet *m = &t->meet;

    meet_set(m, "revision", arena_printf(arena, "%d", t->revision.number));
    meet_set(m, "commit", str_from(t->revision.commit));
}

static Str commit_of(Str kept, Arena *arena)
{
    Answers said = {0};

    answers_parse(kept, &said);
    Str commit = arena_str(arena, answers_get(&said, STR("commit")));
    answers_deinit(&said);
    return commit;
}

bool meet_open(Session *s, Str name, bool again, Arena *arena, MeetTask *out,
               Error *err)
{
    DocumentRef ref;

    *out = (MeetTask){0};
    return session_document(s, name, arena, &ref, err) &&
           meet_open_ref(s, &ref, again, arena, out, err);
}

bool meet_open_ref(Session *s, const DocumentRef *ref, bool again, Arena *arena,
                   MeetTask *out, Error *err)
{
    Str kept = {0};

    *out = (MeetTask){.ref = *ref};
    if (!session_need_workspace(s, err) ||
        (!again && !read_state(s, &out->ref, arena, &kept, err)))
        return false;
    Str commit = commit_of(kept, arena);
    out->begun = commit.len > 0;
    if (out->begun ? !service_revision(s, &out->ref, commit, arena, &out->revision,
                                       &out->doc, err)
                   : !last_revision(s, out, arena, err))
        return false;
    meet_begin(&out->meet, &out->doc.doc, out->ref.name, kept);
    out->meet.now = session_now();
    if (!out->begun)
        begin(out, arena);
    return true;
}

void meet_close(MeetTask *task)
{
    meet_deinit(&task->meet);
}

/* -- from files ---------------------------------------------------------------------
 */

/* What a file may say; the rest is how far a meeting here has come. */
static bool is_answer(Str name)
{
    static const char *const plain[] = {"author", "scribe", "readers", "senior"};
    static const char *const of_people[] = {"note/", "remark/", "vote/", "action/"};

    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        if (str_eq(name, str_from(plain[i])) ||
            str_starts(name, str_from(of_people[i])))
            return true;
    for (const char *const *key = meet_decision_keys(); *key; key++)
        if (str_eq(name, str_from(*key)))
            return true;
    return false;
}

static bool answer_ok(const Answer *a, Error *err)
{
    Outcome outcome;
    bool names_outcome =
        str_eq(a->name, STR("outcome")) || str_starts(a->name, STR("vote/"));

    if (!is_answer(a->name)) {
        error_set(err, ERR_USAGE, _("there is no answer \"%.*s\""), STR_ARG(a->name));
        return error_hint(err, _("The names are in prfaq-review(5)"));
    }
    if (!names_outcome || outcome_parse(str_trim(a->text), &outcome))
        return true;
    error_set(err, ERR_USAGE, _("\"%.*s\" is no outcome"), STR_ARG(a->text));
    return error_hint(err, _("Choose one of: %s"),
                      "go, change, no-market, no-different, no-feasible, no-viable, "
                      "no-risk, later");
}

/* "Problem 2: words" in a file, as a person types it; the place as it is labelled. */
static Str note_value(const MeetTask *t, Str text, Arena *arena)
{
    const ReadingUnits *units = &t->meet.units;
    size_t colon = str_find_byte(text, ':', 0), unit = NO_INDEX;

    if (str_find_byte(text, '\t', 0) != STR_NONE)
        return text;
    if (colon != STR_NONE)
        unit = reading_find(units, 0, units->count, str_slice(text, 0, colon));
    if (unit == NO_INDEX)
        return arena_printf(arena, "\t%.*s", STR_ARG(text));
    return arena_printf(arena, "%.*s\t%.*s", STR_ARG(units->units[unit].label),
                        STR_ARG(str_trim(str_slice(text, colon + 1, text.len))));
}

/* Who wrote a note or voted has read; with a whole decision everything is open. */
static void settle(Meet *m)
{
    size_t count, notes;
    const Str *names = meet_readers(m, &count);

    for (size_t i = 0; i < count; i++) {
        (void)meet_notes(m, "note", names[i], &notes);
        if (notes > 0 || meet_get_of(m, "vote", names[i]).len > 0)
            meet_set_of(m, "read", names[i], STR("yes"));
    }
    if (meet_missing(m))
        return;
    meet_set(m, "revealed", STR("seen"));
    meet_set(m, "opened", STR("seen"));
}

bool meet_take_answers(MeetTask *task, Str bytes, Error *err)
{
    Answers said = {0};
    Meet *m = &task->meet;
    bool ok = true;

    answers_parse(bytes, &said);
    for (size_t i = 0; ok && i < said.count; i++)
        ok = answer_ok(&said.items[i], err);
    for (size_t i = 0; ok && i < said.count; i++) {
        const Answer *a = &said.items[i];
        bool note =
            str_starts(a->name, STR("note/")) || str_starts(a->name, STR("action/"));
        answers_set(&m->said, a->name,
                    note ? note_value(task, a->text, &m->arena) : a->text);
    }
    answers_deinit(&said);
    if (ok)
        settle(m);
    return ok;
}

static void add_reader(Meet *m, Str name)
{
    size_t count;
    const Str *names = meet_readers(m, &count);

    for (size_t i = 0; i < count; i++)
        if (str_eq(names[i], name))
            return;
    Str all = meet_get(m, "readers");
    meet_set(m, "readers",
             arena_printf(&m->arena, "%.*s%s%.*s", STR_ARG(all), all.len ? ", " : "",
                          STR_ARG(name)));
}

/* Under the number the paragraph has here; where there is none of that number, about
 * the whole document, with what it said. */
static void import_note(Meet *m, Str reader, const MeetNote *note, Arena *arena)
{
    size_t unit = reading_find(&m->units, 0, m->units.count, note->place);

    if (unit != NO_INDEX)
        meet_note(m, "note", reader, m->units.units[unit].label, note->text);
    else if (note->place.len == 0)
        meet_note(m, "note", reader, (Str){0}, note->text);
    else
        meet_note(m, "note", reader, (Str){0},
                  arena_printf(arena, "%.*s: %.*s", STR_ARG(note->place),
                               STR_ARG(note->text)));
}

bool meet_import(MeetTask *task, Str bytes, Str path, Arena *arena, Error *err)
{
    NotesFile file;
    Meet *m = &task->meet;
    size_t already;

    if (!notes_read(bytes, path, arena, &file, err))
        return false;
    if (!str_eq(file.document, task->ref.name) ||
        !str_eq(file.commit, str_from(task->revision.commit))) {
        error_set(err, ERR_STATE, _("\"%.*s\" is about %.*s, revision %d"),
                  STR_ARG(path), STR_ARG(file.document), file.revision);
        return error_hint(err, _("Here revision %d of %.*s is read"),
                          task->revision.number, STR_ARG(task->ref.name));
    }
    (void)meet_notes(m, "note", file.reader, &already);
    if (already > 0) {
        error_set(err, ERR_STATE, _("%.*s has notes here already"),
                  STR_ARG(file.reader));
        return false;
    }
    add_reader(m, file.reader);
    for (size_t i = 0; i < file.count; i++)
        import_note(m, file.reader, &file.notes[i], arena);
    meet_set_of(m, "read", file.reader, STR("yes"));
    return true;
}

bool meet_export(Session *s, MeetTask *task, Str name, Arena *arena, StrBuf *out,
                 Error *err)
{
    Writer writer;
    Meet *m = &task->meet;
    size_t all, own;
    NotesFile file = {.document = task->ref.name,
                      .commit = str_from(task->revision.commit),
                      .revision = task->revision.number};

    if (!writer_need(s, arena, &writer, err))
        return false;
    (void)meet_notes(m, "note", (Str){0}, &all);
    file.reader = writer.person.name;
    file.notes = meet_notes(m, "note", file.reader, &own);
    file.count = own;
    if (!str_eq_nocase(name, file.reader) || (all > own && !meet_is_revealed(m))) {
        error_set(err, ERR_STATE, _("these notes are hidden until all notes open"));
        return error_hint(err,
                          _("Who read alone, on a clone of their own, exports what "
                            "they noted: prfaq meet %.*s --export \"%.*s\""),
                          STR_ARG(task->ref.name), STR_ARG(file.reader));
    }
    notes_print(&file, out);
    return true;
}

/* -- deciding -----------------------------------------------------------------------
 */

static bool decision_ok(const Meet *m, Error *err)
{
    const char *missing = meet_missing(m);

    if (!missing)
        return true;
    error_set(err, ERR_USAGE, _("the decision lacks its \"%s\""), missing);
    return error_hint(err, "%s", meet_question(m, missing));
}

/* "2027-03-02-lantern.md", with a number when the day had another meeting. */
static Str minutes_path(Session *s, const MeetTask *t, Date day, Arena *arena)
{
    Str path = {0};

    for (int n = 1; n < 1000; n++) {
        Str tail = n > 1 ? arena_printf(arena, "-%d", n) : (Str){0};
        path =
            arena_printf(arena, ".prfaq/meetings/%04d-%02d-%02d-%.*s%.*s.md", day.year,
                         day.month, day.day, STR_ARG(t->ref.name), STR_ARG(tail));
        Str full = path_join(arena, s->workspace.root, path);
        if (file_kind(full.ptr) == FILE_NONE)
            break;
    }
    return path;
}

static bool write_minutes(Session *s, MeetTask *t, const Writer *writer, Arena *arena,
                          MeetDone *out, Error *err)
{
    Date day = date_of(session_now());
    StrBuf bytes = {0}, message = {0};

    out->path = arena_str(arena, meet_get(&t->meet, "minutes"));
    if (out->path.len > 0)
        return true;
    out->path = minutes_path(s, t, day, arena);
    meet_minutes(&t->meet, day, &bytes);
    message_addf(&message, _("Decided on %.*s, revision %d: %s"), STR_ARG(t->ref.name),
                 t->revision.number, outcome_words(meet_outcome(&t->meet)));
    bool ok = own_file_change(s, out->path, strbuf_view(&bytes), writer,
                              strbuf_view(&message), err);
    strbuf_deinit(&bytes);
    strbuf_deinit(&message);
    if (!ok)
        return false;
    meet_set(&t->meet, "minutes", out->path);
    return meet_keep(s, t, err);
}

/* A thread each, about the section as it was read. */
static bool write_actions(Session *s, MeetTask *t, const Writer *writer, Arena *arena,
                          MeetDone *out, Error *err)
{
    Meet *m = &t->meet;
    size_t count;
    const MeetNote *actions = meet_notes(m, "action", (Str){0}, &count);
    int done = 0;

    (void)str_to_int(meet_get(m, "done"), &done);
    for (size_t i = (size_t)done; i < count; i++) {
        size_t unit = reading_find(&m->units, 0, m->units.count, actions[i].place);
        Thread thread;
        const AskRequest request = {
            .doc = &t->doc,
            .kind = THREAD_AGREED,
            .text = actions[i].text,
            .part = unit == NO_INDEX ? (Str){0} : m->units.units[unit].part,
            .read = &t->revision,
            .writer = writer};
        if (!review_ask(s, &request, arena, &thread, err))
            return false;
        meet_set(m, "done", arena_printf(arena, "%zu", i + 1));
        if (!meet_keep(s, t, err))
            return false;
    }
    out->actions = count;
    return true;
}

/* A document that somebody has changed since keeps its stage: those words are in no
 * revision yet. */
static bool set_stage(Session *s, const MeetTask *t, const Writer *writer, Arena *arena,
                      MeetDone *out, Error *err)
{
    Outcome outcome = meet_outcome(&t->meet);
    Str decision = outcome_is_no(outcome) ? STR("no") : str_from(outcome_name(outcome));
    Str stage = outcome == OUTCOME_CHANGE ? STR("draft") : STR("decided");
    OpenDocument now;
    StrBuf note = {0}, trailers = {0};

    if (t->typed || !service_read(s, &t->ref, arena, &now, NULL) ||
        !service_stamp(s, &now, arena))
        return true;
    Str bytes = ready_stage(&now.doc, stage, decision, arena);
    message_addf(&note, _("Decided: %s"), outcome_words(outcome));
    strbuf_addf(&trailers, "Prfaq-Decision: %s, revision %d, %.*s\n",
                outcome_name(outcome), t->revision.number, STR_ARG(out->path));
    const SaveRequest request = {.ref = &t->ref,
                                 .bytes = bytes,
                                 .note = strbuf_view(&note),
                                 .trailers = strbuf_view(&trailers),
                                 .writer = writer};
    bool ok = service_rewrite(&t->ref, now.bytes, bytes, err) &&
              service_save(s, &request, arena, &out->save, err);
    strbuf_deinit(&note);
    strbuf_deinit(&trailers);
    out->staged = ok;
    return ok;
}

/* Who wrote down what was said signs it. */
static bool note_taker(Session *s, const Meet *m, Arena *arena, Writer *out, Error *err)
{
    Str name = meet_get(m, "scribe");

    return name.len > 0 ? writer_named(s, name, arena, out, err)
                        : writer_need(s, arena, out, err);
}

bool meet_decide(Session *s, MeetTask *task, Arena *arena, MeetDone *out, Error *err)
{
    Writer writer;

    *out = (MeetDone){0};
    return decision_ok(&task->meet, err) &&
           note_taker(s, &task->meet, arena, &writer, err) &&
           write_minutes(s, task, &writer, arena, out, err) &&
           write_actions(s, task, &writer, arena, out, err) &&
           set_stage(s, task, &writer, arena, out, err) && forget(s, task, err);
}
