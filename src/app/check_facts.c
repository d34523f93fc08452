#include "app/check_facts.h"

#include <sys/stat.h>

#include "app/check_settings.h"
#include "app/review_files.h"
#include "app/service.h"
#include "base/file.h"
#include "review/due.h"
#include "store/people.h"

enum {
    TEXTS_MAX = 16,     /* revisions whose words are kept */
    HEAD_BYTES = 4096,  /* where front matter says the stage */
    COMMIT_DIGITS = 40, /* of a hash; more is none */
};

/* When a file was last changed; zeros: there is none. */
typedef struct Stamp {
    int64_t seconds, nanoseconds, size;
} Stamp;

typedef struct Stamps {
    Stamp document, reviews, meetings, log;
} Stamps;

typedef struct FactsEntry {
    struct FactsEntry *next;
    Str name;
    Stamps stamps;
    Arena arena; /* of the facts */
    DocumentFacts known;
} FactsEntry;

struct FactsCache {
    struct FactsCache *older; /* of workspaces the session has left */
    FactsEntry *entries;
    Arena meeting_arena;
    Stamp meetings_stamp;
    MeetingFiles meetings;
};

/* -- stamps -------------------------------------------------------------------- */

static Stamp stamp_of(const char *path)
{
    struct stat st;

    if (stat(path, &st) != 0)
        return (Stamp){0};
    return (Stamp){st.st_mtim.tv_sec, st.st_mtim.tv_nsec, st.st_size};
}

static bool same_stamp(Stamp a, Stamp b)
{
    return a.seconds == b.seconds && a.nanoseconds == b.nanoseconds && a.size == b.size;
}

static bool is_there(Stamp stamp)
{
    return stamp.seconds != 0 || stamp.nanoseconds != 0;
}

static Stamps read_stamps(Session *s, const DocumentRef *ref, Arena *scratch)
{
    Str root = s->workspace.root;
    Str path = arena_str(scratch, ref->path);

    return (Stamps){
        .document = stamp_of(path.ptr),
        .reviews = stamp_of(review_folder(root, ref->name, scratch).ptr),
        .meetings = stamp_of(path_join(scratch, root, STR(MEETINGS_PATH)).ptr),
        .log = stamp_of(path_join(scratch, s->workspace.git, STR("logs/HEAD")).ptr)};
}

static bool same_stamps(const Stamps *a, const Stamps *b)
{
    return same_stamp(a->document, b->document) && same_stamp(a->reviews, b->reviews) &&
           same_stamp(a->meetings, b->meetings) && same_stamp(a->log, b->log);
}

/* -- the review ---------------------------------------------------------------- */

typedef struct Gathering {
    Session *s;
    const DocumentRef *ref;
    Arena *arena; /* of the answer */
    Arena scratch;
    ThreadFiles threads;
    History history;
    bool has_history;
    DocumentFacts *out;
    PartText *texts;
    size_t text_cap;
} Gathering;

static void gather_history(Gathering *g)
{
    Error ignored = {0};

    if (!g->has_history)
        g->has_history =
            service_history(g->s, g->ref, &g->scratch, &g->history, &ignored);
}

/* The number of the revision that was read; 0: there is no such one here. */
static int revision_of(Gathering *g, Str commit, int number)
{
    Repo *repo = NULL;
    Revision found = {0};
    Error ignored = {0};

    if (commit.len == 0 && number == 0)
        return 0;
    gather_history(g);
    if (commit.len >= 4 && commit.len <= COMMIT_DIGITS && g->history.count > 0 &&
        session_repo(g->s, &repo, &ignored) &&
        history_find(repo, &g->history, g->ref->relative, commit, &g->scratch, &found,
                     &ignored) &&
        found.number > 0)
        return found.number;
    return (size_t)number <= g->history.count ? number : 0;
}

static NoteKind note_kind(ThreadKind kind)
{
    switch (kind) {
    case THREAD_QUESTION:
        return NOTE_QUESTION;
    case THREAD_MUST_FIX:
    case THREAD_AGREED:
        return NOTE_PROMISE;
    case THREAD_SAME_MEANING:
        return NOTE_SAME_MEANING;
    case THREAD_COMMENT:
    case THREAD_SUGGESTION:
    case THREAD_KIND_COUNT:
        break;
    }
    return NOTE_COMMENT;
}

/* Somebody else had the last word: the asker may close it, nobody is late. */
static bool is_answered(const Thread *thread)
{
    return thread->reply_count > 0 &&
           !str_eq(thread->replies[thread->reply_count - 1].author, thread->author);
}

/* A lone "?" is told by the words it stands on. */
static Str note_text(const Thread *thread)
{
    bool mark = str_eq(thread->text, STR("?")) || str_eq(thread->text, STR("？"));
    return mark && thread->selected_text.len > 0 ? thread->selected_text : thread->text;
}

static void gather_notes(Gathering *g)
{
    const ThreadFiles *files = &g->threads;
    ReviewNote *notes = arena_array(g->arena, files->count + 1, sizeof *notes);
    CheckFacts *facts = &g->out->facts;
    Due due = DUE_DEFAULT;

    due_parse(check_setting(g->s, g->ref, "question.due"), &due);
    Str *labels = thread_labels(files->items, files->count, g->arena);
    for (size_t i = 0; i < files->count; i++) {
        const Thread *t = &files->items[i];
        notes[i] = (ReviewNote){
            .kind = note_kind(t->kind),
            .open = !t->resolved,
            .pinned = !t->resolved &&
                      (t->kind == THREAD_QUESTION || t->kind == THREAD_MUST_FIX),
            .label = labels[i],
            .quote = t->selected_text,
            .before = t->before,
            .after = t->after,
            .owed = t->kind == THREAD_MUST_FIX && !t->resolved && !is_answered(t),
            .text = note_text(t),
            .asker = t->author,
            .owner = t->owner,
            .part = t->part,
            .reason = t->reason,
            .due = t->has_due ? t->due : due_after(t->time, due),
            .revision = revision_of(g, t->commit, t->revision)};
        if (notes[i].kind == NOTE_SAME_MEANING && t->reason.len == 0)
            notes[i].reason = t->text;
        else if (notes[i].kind == NOTE_QUESTION)
            notes[i].open = !t->resolved && !is_answered(t);
        if (notes[i].kind != NOTE_SAME_MEANING && notes[i].revision > facts->reviewed)
            facts->reviewed = notes[i].revision;
    }
    facts->notes = notes;
    facts->note_count = files->count;
}

/* "Mina Park <mina@bakery.example>" and "Mina Park (mina)" are Mina Park. */
static Str name_of(Str author)
{
    size_t angle = str_find(author, STR(" <"), 0),
           round = str_find(author, STR(" ("), 0);
    size_t end = angle < round ? angle : round;

    return str_slice(author, 0, end == STR_NONE ? author.len : end);
}

static Str team_of(const Roster *roster, Str name)
{
    for (size_t i = 0; i < roster->count; i++)
        if (str_eq(roster->members[i].name, name))
            return roster->members[i].team;
    return (Str){0};
}

static void gather_reviewers(Gathering *g)
{
    const ThreadFiles *files = &g->threads;
    Reviewer *reviewers = arena_array(g->arena, files->count + 1, sizeof *reviewers);
    Roster roster = {0};
    Error ignored = {0};
    size_t count = 0;

    if (files->count == 0 ||
        !roster_load(g->s->workspace.root, &g->scratch, &roster, &ignored))
        return;
    for (size_t i = 0; i < files->count; i++) {
        Str name = name_of(files->items[i].author);
        bool known = false;
        for (size_t k = 0; k < count && !known; k++)
            known = str_eq(reviewers[k].name, name);
        if (!known)
            reviewers[count++] =
                (Reviewer){name, arena_str(g->arena, team_of(&roster, name))};
    }
    g->out->facts.reviewers = reviewers;
    g->out->facts.reviewer_count = count;
}

/* -- the decision -------------------------------------------------------------- */

static DecisionOutcome decision_outcome(Outcome outcome)
{
    if (outcome_is_no(outcome))
        return DECISION_NO;
    return outcome == OUTCOME_GO       ? DECISION_GO
           : outcome == OUTCOME_CHANGE ? DECISION_CHANGE
           : outcome == OUTCOME_LATER  ? DECISION_LATER
                                       : DECISION_NONE;
}

static void gather_decision(Gathering *g, const MeetingFiles *files)
{
    CheckFacts *facts = &g->out->facts;
    const Meeting *last = meeting_last(files->items, files->count, g->ref->name);

    for (size_t i = 0; i < files->count; i++) {
        const Meeting *m = &files->items[i];
        if (!str_eq(m->document, g->ref->name))
            continue;
        int revision = revision_of(g, (Str){0}, m->revision);
        facts->reviewed = revision > facts->reviewed ? revision : facts->reviewed;
    }
    if (!last)
        return;
    Decision *decision = ARENA_NEW(g->arena, Decision);
    *decision = (Decision){.outcome = decision_outcome(last->outcome),
                           .revision = last->revision > 0,
                           .date = last->date.year > 0,
                           .decider = last->decider.len > 0,
                           .reason = last->reason.len > 0,
                           .owner = last->owner.len > 0,
                           .stop = meeting_names_day(last->stop),
                           .reopen = last->reopen.len > 0};
    facts->decision = decision;
}

/* -- words at a revision -------------------------------------------------------- */

static bool has_texts(const Gathering *g, int revision)
{
    for (size_t i = 0; i < g->out->facts.text_count; i++)
        if (g->texts[i].revision == revision)
            return true;
    return false;
}

static void gather_texts_of(Gathering *g, int revision)
{
    CheckFacts *facts = &g->out->facts;
    size_t index = g->history.count - (size_t)revision, offset = 0;
    StrBuf bytes = {0};
    Repo *repo = NULL;
    Document doc;
    Error ignored = {0};

    if (has_texts(g, revision))
        return;
    bool ok = session_repo(g->s, &repo, &ignored) &&
              history_bytes(repo, &g->history.items[index], &bytes, &ignored) &&
              document_bytes_ok(strbuf_view(&bytes), &offset, &ignored);
    if (ok) {
        document_read(strbuf_view(&bytes), session_library(g->s), &g->scratch, &doc);
        PartText *texts = arena_array(g->arena, facts->text_count + doc.part_count + 1,
                                      sizeof *texts);
        if (facts->text_count > 0)
            memcpy(texts, g->texts, facts->text_count * sizeof *texts);
        part_texts_read(&doc, revision, g->arena, texts + facts->text_count);
        facts->texts = g->texts = texts;
        facts->text_count += doc.part_count;
    }
    strbuf_deinit(&bytes);
}

static void gather_texts(Gathering *g)
{
    const CheckFacts *facts = &g->out->facts;
    int left = TEXTS_MAX;

    if (facts->reviewed > 0)
        gather_texts_of(g, facts->reviewed);
    for (size_t i = facts->note_count; i > 0 && left > 0; i--) {
        const ReviewNote *note = &facts->notes[i - 1];
        if (note->revision > 0 && !has_texts(g, note->revision) &&
            (note->kind == NOTE_PROMISE || note->kind == NOTE_SAME_MEANING)) {
            gather_texts_of(g, note->revision);
            left--;
        }
    }
}

/* -- all of it ----------------------------------------------------------------- */

/* Does the front matter of the file say `stage: review`? Only then the number of
 * revisions matters, which costs a walk through the history. */
static bool asks_for_review(const DocumentRef *ref, Arena *scratch)
{
    StrBuf bytes = {0};
    Str path = arena_str(scratch, ref->path), line;
    bool asks = false;

    if (file_read(path.ptr, FILE_MAX, &bytes, NULL)) {
        Str rest = str_slice(strbuf_view(&bytes), 0, HEAD_BYTES);
        while (!asks && str_next_line(&rest, &line))
            asks = str_starts(line, STR("stage:")) &&
                   str_find(line, STR("review"), 0) != STR_NONE;
    }
    strbuf_deinit(&bytes);
    return asks;
}

static const MeetingFiles *meetings_of(Session *s, struct FactsCache *cache,
                                       Stamp stamp)
{
    if (!same_stamp(stamp, cache->meetings_stamp)) {
        arena_reset(&cache->meeting_arena);
        cache->meetings = (MeetingFiles){0};
        cache->meetings_stamp = stamp;
        if (is_there(stamp))
            meeting_files_read(s->workspace.root, &cache->meeting_arena,
                               &cache->meetings);
    }
    return &cache->meetings;
}

/* Findings borrow these words: they live as long as the session. */
static Damage kept_damage(const Gathering *g, const Damage *damage)
{
    return (Damage){arena_str(&g->s->arena, damage->what),
                    arena_str(&g->s->arena, damage->hint)};
}

static void add_damage(Gathering *g, const MeetingFiles *meetings)
{
    size_t count = 0;
    Damage *all = arena_array(
        g->arena, g->threads.damage_count + meetings->damage_count + 1, sizeof *all);

    for (size_t i = 0; i < g->threads.damage_count; i++)
        all[count++] = kept_damage(g, &g->threads.damage[i]);
    for (size_t i = 0; i < meetings->damage_count; i++)
        if (str_eq(meetings->damaged[i], g->ref->name))
            all[count++] = kept_damage(g, &meetings->damage[i]);
    g->out->damage = all;
    g->out->damage_count = count;
}

static void gather(Session *s, const DocumentRef *ref, const MeetingFiles *meetings,
                   bool counted, FactsEntry *entry)
{
    Gathering g = {.s = s, .ref = ref, .arena = &entry->arena, .out = &entry->known};

    entry->known = (DocumentFacts){.facts = {.revisions = -1}};
    thread_files_read(s->workspace.root, ref->name, g.arena, &g.threads);
    gather_notes(&g);
    gather_reviewers(&g);
    gather_decision(&g, meetings);
    if (counted)
        gather_history(&g);
    if (counted && g.has_history)
        g.out->facts.revisions = (int)g.history.count;
    gather_texts(&g);
    add_damage(&g, meetings);
    arena_deinit(&g.scratch);
}

static bool is_met(const MeetingFiles *meetings, Str name)
{
    for (size_t i = 0; i < meetings->count; i++)
        if (str_eq(meetings->items[i].document, name))
            return true;
    for (size_t i = 0; i < meetings->damage_count; i++)
        if (str_eq(meetings->damaged[i], name))
            return true;
    return false;
}

static FactsEntry *find_entry(struct FactsCache *cache, Str name)
{
    FactsEntry *entry = cache->entries;

    while (entry && !str_eq(entry->name, name))
        entry = entry->next;
    return entry;
}

static FactsEntry *add_entry(Session *s, Str name)
{
    FactsEntry *entry = ARENA_NEW(&s->arena, FactsEntry);

    entry->name = arena_str(&s->arena, name);
    entry->next = s->facts->entries;
    s->facts->entries = entry;
    return entry;
}

const DocumentFacts *session_facts(Session *s, const DocumentRef *ref)
{
    Arena scratch = {0};

    if (!ref || ref->relative.len == 0 || s->workspace.root.len == 0)
        return NULL;
    if (!s->facts)
        s->facts = ARENA_NEW(&s->arena, struct FactsCache);
    Stamps stamps = read_stamps(s, ref, &scratch);
    FactsEntry *entry = find_entry(s->facts, ref->name);
    if (!entry || !same_stamps(&entry->stamps, &stamps)) {
        const MeetingFiles *meetings = meetings_of(s, s->facts, stamps.meetings);
        bool counted = asks_for_review(ref, &scratch);
        bool any = counted || is_there(stamps.reviews) || is_met(meetings, ref->name);
        if (!entry && any)
            entry = add_entry(s, ref->name);
        if (entry) {
            arena_reset(&entry->arena);
            entry->stamps = stamps;
            gather(s, ref, meetings, counted, entry);
        }
    }
    arena_deinit(&scratch);
    return entry ? &entry->known : NULL;
}

void session_facts_leave(Session *s)
{
    struct FactsCache *fresh = ARENA_NEW(&s->arena, struct FactsCache);

    fresh->older = s->facts;
    s->facts = fresh;
}

void session_facts_forget(Session *s)
{
    for (struct FactsCache *cache = s->facts; cache; cache = cache->older) {
        for (FactsEntry *entry = cache->entries; entry; entry = entry->next)
            arena_deinit(&entry->arena);
        arena_deinit(&cache->meeting_arena);
    }
    s->facts = NULL;
}
