/* What a review asks of the world. */
#include "review/deck_notes.h"
#include "review/exercise.h"
#include "review/landing.h"
#include "review/review.h"
#include "review/sheet.h"
#include "world.h"

#include "doc/document.h"

Thread *world_thread(World *w, Str author, ThreadKind kind, Str quote, Str text)
{
    w->thread_count -= w->thread_count == WORLD_THREADS;
    Thread *t = &w->threads[w->thread_count++];

    *t = (Thread){.id = arena_printf(&w->arena, "id%zu", w->thread_count),
                  .author = arena_str(&w->arena, author),
                  .kind = kind,
                  .selected_text = arena_str(&w->arena, quote),
                  .text = arena_str(&w->arena, text),
                  .time = {world_now().seconds - 600, 0}};
    return t;
}

static void add_side(World *w, Review *r, int number, Str typed, ReviewSide *out)
{
    bool saved = number >= 1 && (size_t)number <= w->revision_count;
    Str bytes = saved ? strbuf_view(&w->revisions[number - 1].bytes) : typed;

    out->bytes = arena_str(&r->arena, bytes);
    if (saved) {
        out->revision = w->revisions[number - 1].value;
        arena_printf(&r->arena, "%d", number);
        out->revision.commit[0] = (char)('0' + number);
    }
    out->words = !saved && number != 0;
    document_read(out->bytes, w->lib, &r->arena, &out->doc);
}

/* Its words stand there as they were, or are gone. */
static void place(Review *r, ReviewEntry *e)
{
    Str quote = e->thread.selected_text;
    size_t at = quote.len ? str_find(r->after.bytes, quote, 0) : STR_NONE;

    e->about_words = quote.len > 0;
    e->place.state = at == STR_NONE && quote.len ? ANCHOR_LOST : ANCHOR_HERE;
    if (at != STR_NONE)
        e->place.range = (Range){at, at + quote.len};
    e->part = at == STR_NONE ? NO_INDEX : document_part_at(&r->after.doc, at);
    e->block = review_block_of(r, e);
    r->open += !e->thread.resolved;
    r->resolved += e->thread.resolved;
    r->lost += !e->thread.resolved && e->place.state == ANCHOR_LOST;
}

static void add_entries(World *w, Review *r)
{
    ReviewEntry *entries = arena_array(&r->arena, w->thread_count + 1, sizeof *entries);
    int counts[THREAD_KIND_COUNT] = {0};

    for (size_t i = 0; i < w->thread_count; i++) {
        ThreadKind kind = w->threads[i].kind;
        entries[i].thread = w->threads[i];
        entries[i].label =
            arena_printf(&r->arena, "%c%d", "CQSMAE"[kind], ++counts[kind]);
        place(r, &entries[i]);
    }
    r->entries = entries;
    r->count = w->thread_count;
}

static Msg review(World *w, const Effect *effect)
{
    Review *r = mem_alloc(sizeof *r);
    int last = (int)w->revision_count, from = w->read, number = 0;

    if (effect->name.len > 0)
        str_to_int(effect->name, &number);
    r->since = number ? SINCE_GIVEN : w->read ? SINCE_READ : SINCE_OTHER;
    if (number)
        from = number;
    else if (!from)
        from = last > 1 ? last - 1 : 0;
    bool saved =
        last > 0 && str_eq(strbuf_view(&w->revisions[last - 1].bytes), effect->bytes);
    r->reader = arena_str(&r->arena, w->who);
    r->older = from > 1 ? from - 1 : 0;
    r->newer = from > 0 && from < last ? from + 1 : 0;
    add_side(w, r, from, (Str){0}, &r->before);
    add_side(w, r, saved ? last : -1, effect->bytes, &r->after);
    if (last > 0)
        r->last = w->revisions[last - 1].value;
    redline_make(&r->before.doc, &r->after.doc, &r->arena, &r->redline);
    add_entries(w, r);
    r->draft = arena_str(&r->arena, w->asking);
    return (Msg){.type = MSG_REVIEW, .review = r};
}

static Msg ask(World *w, const Effect *effect)
{
    const AskRequestWords *q = effect->ask;
    Thread *t = world_thread(w, w->who, (ThreadKind)q->kind, q->quote, q->text);

    t->suggestion = arena_str(&w->arena, q->suggestion);
    t->owner = arena_str(&w->arena, q->owner);
    return (Msg){.type = MSG_ASKED, .effect = effect->type, .text = STR("Posted.")};
}

static Thread *find(World *w, Str id)
{
    for (size_t i = 0; i < w->thread_count; i++)
        if (str_eq(w->threads[i].id, id))
            return &w->threads[i];
    return NULL;
}

static Msg reply(World *w, const Effect *effect)
{
    Thread *t = find(w, effect->name);
    Reply *replies = arena_array(&w->arena, t->reply_count + 1, sizeof *replies);

    for (size_t i = 0; i < t->reply_count; i++)
        replies[i] = t->replies[i];
    replies[t->reply_count++] =
        (Reply){w->who, arena_str(&w->arena, effect->note), world_now()};
    t->replies = replies;
    return (Msg){.type = MSG_ASKED, .effect = effect->type, .text = STR("Answered.")};
}

static Msg close_thread(World *w, const Effect *effect)
{
    Thread *t = find(w, effect->name);

    t->resolved = true;
    t->reason = arena_str(&w->arena, effect->note);
    t->resolved_by = w->who;
    return (Msg){.type = MSG_ASKED, .effect = effect->type, .text = STR("Closed.")};
}

static Msg accepted(World *w, const Effect *effect, Str bytes, bool closed)
{
    Thread *t = find(w, effect->name);
    Str name = strbuf_view(&w->files[0].name);

    t->resolved = closed;
    if (bytes.len > 0) {
        world_write(w, name, bytes);
        world_revision(w, STR(""));
    }
    return (Msg){.type = MSG_ACCEPTED,
                 .effect = effect->type,
                 .bytes = world_file(w, name),
                 .revisions = &w->revisions[w->revision_count - 1].value,
                 .revision_count = 1,
                 .text = closed ? STR("Accepted.") : STR("Open again.")};
}

static Msg accept(World *w, const Effect *effect)
{
    const Thread *t = find(w, effect->name);
    Str now = strbuf_view(&w->files[0].bytes);
    size_t at = str_find(now, t->selected_text, 0);
    size_t end = at + t->selected_text.len;

    if (at == STR_NONE)
        return (Msg){.type = MSG_FAILED, .effect = effect->type};
    return accepted(w, effect,
                    arena_printf(&w->arena, "%.*s%.*s%.*s",
                                 STR_ARG(str_slice(now, 0, at)), STR_ARG(t->suggestion),
                                 STR_ARG(str_slice(now, end, now.len))),
                    true);
}

static Msg deck(World *w, const Effect *effect)
{
    if (effect->type == EFFECT_DECK_NOTE) {
        const DeckNote note = {.id = effect->name,
                               .deed = (DeckDeed)effect->number,
                               .time = world_now(),
                               .who = w->who,
                               .changed = (DeckChanged)effect->from,
                               .words = effect->note};
        StrBuf bytes = {0};
        strbuf_add(&bytes, w->deck);
        deck_notes_add(&bytes, &note);
        w->deck = arena_str(&w->arena, strbuf_view(&bytes));
        strbuf_deinit(&bytes);
    }
    return (Msg){.type = MSG_DECK, .effect = effect->type, .bytes = w->deck};
}

/* What was closed or has to be fixed, since the first revision. */
static Msg landed(World *w, const Effect *effect)
{
    Landing *l = mem_alloc(sizeof *l);
    Redline *redline = ARENA_NEW(&l->arena, Redline);
    Document *before = ARENA_NEW(&l->arena, Document);
    Document *after = ARENA_NEW(&l->arena, Document);
    LandingRow *rows = arena_array(&l->arena, w->thread_count + 1, sizeof *rows);

    document_read(arena_str(&l->arena, strbuf_view(&w->revisions[0].bytes)), w->lib,
                  &l->arena, before);
    document_read(arena_str(&l->arena, effect->bytes), w->lib, &l->arena, after);
    redline_make(before, after, &l->arena, redline);
    for (size_t i = 0; i < w->thread_count; i++) {
        const Thread *t = &w->threads[i];
        if (!t->resolved && t->kind != THREAD_MUST_FIX)
            continue;
        size_t at = str_find(before->bytes, t->selected_text, 0);
        size_t part = document_part_at(before, at);
        LandingRow row = {
            .kind = t->kind, .named = true, .revision = 1, .at = NO_INDEX};
        row.label = arena_printf(&l->arena, "%c%zu", "CQSMAE"[t->kind], i + 1);
        row.who = arena_str(&l->arena, t->author);
        row.text = arena_str(&l->arena, t->text);
        row.agreed = t->kind == THREAD_MUST_FIX;
        row.redline = redline;
        for (size_t k = 0; k < redline->part_count; k++)
            if (redline->parts[k].old_part == part)
                row.change = &redline->parts[k];
        row.part = row.change ? row.change->title : STR("");
        if (row.change && row.change->new_part != NO_INDEX)
            row.at = after->parts[row.change->new_part].body.start;
        row.state = row.at == NO_INDEX    ? LANDED_REMOVED
                    : row.change->changed ? LANDED_CHANGED
                                          : LANDED_UNTOUCHED;
        l->counts[row.state]++;
        rows[l->count++] = row;
    }
    l->rows = rows;
    return (Msg){.type = MSG_LANDED, .landing = l};
}

/* The sheet of a person, as answers; a new one where there is none. */
static size_t sheet_of(World *w, Str who)
{
    enum { GROUP = WORLD_SHEETS - 1 };

    if (who.len == 0)
        return GROUP;
    for (size_t i = 0; i < w->sheet_count; i++) {
        Answers sheet = {0};
        answers_parse(w->sheets[i], &sheet);
        bool found = str_eq(answers_get(&sheet, STR("who")), who);
        answers_deinit(&sheet);
        if (found)
            return i;
    }
    return w->sheet_count + 1 < GROUP ? w->sheet_count++ : 0;
}

static void write_answer(World *w, const Effect *effect)
{
    size_t at = sheet_of(w, effect->name);
    Answers sheet = {0};
    StrBuf bytes = {0};

    answers_parse(w->sheets[at], &sheet);
    answers_set(&sheet, STR("who"), effect->name);
    answers_set(&sheet, five_id((size_t)effect->number), effect->note);
    answers_print(&sheet, &bytes);
    w->sheets[at] = arena_str(&w->arena, strbuf_view(&bytes));
    strbuf_deinit(&bytes);
    answers_deinit(&sheet);
}

static Msg five(World *w, const Effect *effect)
{
    PersonEntry *people = arena_array(&w->arena, w->sheet_count + 2, sizeof *people);

    if (effect->from == FIVE_ANSWER)
        write_answer(w, effect);
    if (effect->from == FIVE_REVEAL)
        w->revealed = true;
    if (effect->from == FIVE_FINISH) {
        w->sheet_count = 0;
        w->revealed = false;
        w->sheets[WORLD_SHEETS - 1] = (Str){0};
    }
    for (size_t i = 0; i < w->sheet_count; i++) {
        Answers sheet = {0};
        answers_parse(w->sheets[i], &sheet);
        people[i].name = arena_str(&w->arena, answers_get(&sheet, STR("who")));
        people[i].words = (int)sheet_answered(&sheet);
        answers_deinit(&sheet);
    }
    return (Msg){.type = MSG_FIVE,
                 .effect = effect->type,
                 .from = effect->from,
                 .people = people,
                 .person_count = w->sheet_count,
                 .complete = w->revealed,
                 .words = w->sheets,
                 .word_count = w->revealed ? w->sheet_count : 0,
                 .bytes = w->revealed ? w->sheets[WORLD_SHEETS - 1] : (Str){0}};
}

/* The notes of one person, who read elsewhere, stand for a file. */
static Str imported(World *w)
{
    return arena_printf(&w->arena,
                        "%.*snote/Rosa/1\tProblem 1\\tROSA is it so?\nread/Rosa\tyes\n",
                        STR_ARG(w->meeting));
}

static Msg meet(World *w, const Effect *effect)
{
    static const WorldRevision none;
    const WorldRevision *last =
        w->revision_count > 0 ? &w->revisions[w->revision_count - 1] : &none;
    PersonEntry *people = arena_array(&w->arena, w->person_count + 1, sizeof *people);

    if (effect->from == MEET_KEEP)
        w->meeting = arena_str(&w->arena, effect->bytes);
    if (effect->from == MEET_KEEP)
        return (Msg){.type = MSG_DONE};
    if (effect->from == MEET_IMPORT)
        w->meeting = imported(w);
    for (size_t i = 0; i < w->person_count; i++)
        people[i].name = w->people[i];
    Msg msg = {.type = MSG_MEET,
               .effect = effect->type,
               .from = effect->from,
               .name = STR("lantern"),
               .bytes = strbuf_view(&last->bytes),
               .number = (uint64_t)last->value.number,
               .complete = w->meeting.len > 0,
               .text = w->meeting.len > 0 ? w->meeting
                                          : STR("prfaq-answers 1\nrevision\t1\n"),
               .people = people,
               .person_count = w->person_count};
    if (effect->from == MEET_END) {
        msg.text = STR("Decided.");
        w->meeting = (Str){0};
    }
    return msg;
}

static Msg exercise(World *w, const Effect *effect)
{
    Exercises *all = ARENA_NEW(&w->arena, Exercises);
    const ExerciseLine line = {.exercise = effect->name,
                               .time = world_now(),
                               .who = w->who,
                               .words = effect->note};

    if (w->broken.len > 0 && effect->from != EXERCISE_LOOK) {
        Msg msg = {.type = MSG_FAILED, .effect = effect->type};
        error_set(&msg.error, ERR_IO, "%.*s", STR_ARG(w->broken));
        return msg;
    }
    if (effect->from != EXERCISE_LOOK)
        exercises_add(
            &w->exercise,
            effect->from == EXERCISE_DROP ? EXERCISE_DROPPED : EXERCISE_WRITTEN, &line);
    exercises_parse(strbuf_view(&w->exercise), &w->arena, all);
    return (Msg){.type = MSG_EXERCISE,
                 .effect = effect->type,
                 .from = effect->from,
                 .exercises = all};
}

Msg world_review(World *w, const Effect *effect)
{
    switch (effect->type) {
    case EFFECT_LANDED:
        return landed(w, effect);
    case EFFECT_REVIEW:
        return review(w, effect);
    case EFFECT_ASK:
        return ask(w, effect);
    case EFFECT_REPLY:
        return reply(w, effect);
    case EFFECT_ANCHOR:
        find(w, effect->name)->selected_text = arena_str(&w->arena, effect->ask->quote);
        return (Msg){.type = MSG_ASKED, .effect = effect->type, .text = STR("Moved.")};
    case EFFECT_CLOSE:
        return close_thread(w, effect);
    case EFFECT_ACCEPT:
        return accept(w, effect);
    case EFFECT_UNDO_REVIEW:
        return accepted(w, effect, effect->bytes, false);
    case EFFECT_NOTE_READ:
        w->read = effect->revision->number;
        return (Msg){.type = MSG_NOTED_READ};
    case EFFECT_EXERCISE:
        return exercise(w, effect);
    case EFFECT_FIVE:
        return five(w, effect);
    case EFFECT_MEET:
        return meet(w, effect);
    case EFFECT_DECK:
    case EFFECT_DECK_NOTE:
        return deck(w, effect);
    case EFFECT_KEEP_ASK:
        w->asking = arena_str(&w->arena, effect->bytes);
        return (Msg){.type = MSG_DONE};
    default:
        return (Msg){.type = MSG_START};
    }
}
