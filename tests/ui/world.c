#include "world.h"

#include "diff/conflict_marks.h"
#include "diff/redline.h"
#include "review/meeting.h"
#include "ui/wrote.h"

#include <string.h>

static WorldFile *find(World *w, Str name)
{
    for (size_t i = 0; i < w->file_count; i++)
        if (str_eq(strbuf_view(&w->files[i].name), name))
            return &w->files[i];
    return NULL;
}

void world_deinit(World *w)
{
    strbuf_deinit(&w->clipboard);
    strbuf_deinit(&w->exercise);
    for (size_t i = 0; i < w->file_count; i++) {
        strbuf_deinit(&w->files[i].name);
        strbuf_deinit(&w->files[i].bytes);
    }
    for (size_t i = 0; i < w->revision_count; i++)
        strbuf_deinit(&w->revisions[i].bytes);
    arena_deinit(&w->arena);
}

void world_write(World *w, Str name, Str bytes)
{
    WorldFile *file = find(w, name);
    Str copy = arena_str(&w->arena, bytes);

    if (!file) {
        file = &w->files[w->file_count++];
        strbuf_add(&file->name, name);
    }
    strbuf_clear(&file->bytes);
    strbuf_add(&file->bytes, copy);
}

void world_remove(World *w, Str name)
{
    WorldFile *file = find(w, name);

    if (!file)
        return;
    strbuf_deinit(&file->name);
    strbuf_deinit(&file->bytes);
    *file = w->files[--w->file_count];
    w->files[w->file_count] = (WorldFile){0};
}

Str world_file(const World *w, Str name)
{
    WorldFile *file = find((World *)w, name);
    return file ? strbuf_view(&file->bytes) : (Str){0};
}

void world_person(World *w, Str name)
{
    w->people[w->person_count++] = arena_str(&w->arena, name);
    if (w->who.len == 0)
        w->who = w->people[0];
}

Moment world_now(void)
{
    return (Moment){1795257727, 0}; /* 2026-11-21T10:42:07Z */
}

static void add_revision(World *w, Str bytes, Str note)
{
    WorldRevision *r = &w->revisions[w->revision_count++];

    strbuf_add(&r->bytes, bytes);
    r->value = (Revision){.number = (int)w->revision_count,
                          .author = {w->who, (Str){0}},
                          .time = {world_now().seconds - 600, 0},
                          .note = arena_str(&w->arena, note),
                          .subject = note.len ? arena_str(&w->arena, note)
                                              : STR("Problem: +3 -1 words")};
}

void world_revision(World *w, Str note)
{
    add_revision(w, strbuf_view(&w->files[0].bytes), note);
}

/* Put those behind the others in a script, as the program does. */
static bool is_archived(const World *w, size_t i)
{
    return str_find(strbuf_view(&w->files[i].bytes), STR("decision: no"), 0) !=
           STR_NONE;
}

static Msg documents(World *w)
{
    DocumentEntry *rows = arena_array(&w->arena, w->file_count + 1, sizeof *rows);

    for (size_t i = 0; i < w->file_count; i++) {
        rows[i].path = strbuf_view(&w->files[i].name);
        if (i == 0 && w->left.len > 0) {
            rows[i].recovered = (Moment){world_now().seconds - 2606, 0};
            rows[i].recovered_who = w->left_who;
            rows[i].recovered_place = w->left_place;
        }
        rows[i].name = rows[i].path;
        rows[i].archived = is_archived(w, i);
    }
    return (Msg){.type = MSG_DOCUMENTS,
                 .workspace = true,
                 .documents = rows,
                 .document_count = w->file_count,
                 .who = w->who};
}

static Msg described(World *w, const Effect *effect)
{
    DocumentEntry *row = ARENA_NEW(&w->arena, DocumentEntry);

    *row = (DocumentEntry){.path = effect->path,
                           .title = effect->path,
                           .described = true,
                           .stage = STR("draft"),
                           .words = (int)world_file(w, effect->path).len,
                           .revision = (int)w->revision_count,
                           .who = w->who,
                           .time = {world_now().seconds - 720, 0},
                           .next_step = STR("The section \"Problem\" is still empty")};
    for (size_t i = 0; i < w->file_count; i++)
        if (is_archived(w, i) && str_eq(strbuf_view(&w->files[i].name), effect->path)) {
            row->stage = STR("decided");
            row->decision = str_from(outcome_words(OUTCOME_NO_DIFFERENT));
            row->reason = STR("2027-02-20, Dana Li: the phone is good enough");
        }
    for (size_t i = 0; i < w->thread_count; i++) {
        bool late = world_now().seconds - w->threads[i].time.seconds > 24 * 3600;
        row->open += !w->threads[i].resolved;
        row->overdue += !w->threads[i].resolved && late;
    }
    return (Msg){.type = MSG_DESCRIBED, .documents = row, .document_count = 1};
}

static Msg opened(World *w, const Effect *effect, MsgType type)
{
    Msg msg = {.type = type,
               .path = arena_str(&w->arena, effect->path),
               .name = arena_str(&w->arena, effect->path),
               .bytes = arena_str(&w->arena, world_file(w, effect->path)),
               .who = w->who,
               .tracked = true};

    if (w->left.len > 0 && type == MSG_OPENED) {
        RecoveredWords *words = ARENA_NEW(&w->arena, RecoveredWords);
        *words = (RecoveredWords){.id = STR("0badcafe"),
                                  .person = w->left_who,
                                  .place = w->left_place,
                                  .last = {world_now().seconds - 2606, 0},
                                  .base = strbuf_view(&w->files[0].bytes),
                                  .text = w->left,
                                  .known = true};
        msg.recovered = words;
    }
    if (w->held.len > 0 && !effect->take_over)
        msg.held = (HeldBy){.set = true,
                            .person = w->held,
                            .host = STR("laptop-2"),
                            .since = {world_now().seconds - 2400, 0}};
    if (!find(w, effect->path)) {
        msg = (Msg){.type = MSG_FAILED, .effect = effect->type};
        error_set(&msg.error, ERR_NOT_FOUND, "there is no document \"%.*s\"",
                  STR_ARG(effect->path));
    }
    return msg;
}

static Msg refused(const World *w, const Effect *effect)
{
    Str now = world_file(w, effect->path);

    return (Msg){.type = MSG_CHANGED_OUTSIDE,
                 .effect = effect->type,
                 .quiet = effect->quiet,
                 .gone = !find((World *)w, effect->path),
                 .bytes = now};
}

static Msg cannot_write(const World *w, const Effect *effect)
{
    Msg msg = {.type = MSG_FAILED,
               .effect = effect->type,
               .quiet = effect->quiet,
               .text = STR(".git/prfaq/journal/a~0badcafe.journal")};

    error_set(&msg.error, ERR_IO, "cannot write \"%.*s\": %.*s", STR_ARG(effect->path),
              STR_ARG(w->broken));
    return msg;
}

static Msg put(World *w, const Effect *effect)
{
    Msg msg = {.type = MSG_PUT, .path = arena_str(&w->arena, effect->path)};

    if (find(w, effect->path)) {
        msg = (Msg){.type = MSG_FAILED, .effect = effect->type};
        error_set(&msg.error, ERR_STATE, "\"%.*s\" exists already",
                  STR_ARG(effect->path));
        return msg;
    }
    world_write(w, effect->path, effect->bytes);
    return msg;
}

static Msg saved(World *w, const Effect *effect)
{
    Str now = world_file(w, effect->path);

    if (!str_eq(now, effect->seen) && !str_eq(now, effect->bytes))
        return refused(w, effect);
    if (w->who.len == 0)
        return (Msg){.type = MSG_NEED_NAME};
    Str bytes = arena_str(&w->arena, effect->bytes);
    world_write(w, effect->path, bytes);
    if (w->revision_count &&
        str_eq(strbuf_view(&w->revisions[w->revision_count - 1].bytes), bytes))
        return (Msg){
            .type = MSG_SAVED,
            .bytes = bytes,
            .unchanged = true,
            .text = STR("Nothing new: the last revision has these words already.")};
    add_revision(w, bytes, effect->note);
    w->merged = arena_str(&w->arena, str_from(effect->merged));
    WorldRevision *r = &w->revisions[w->revision_count - 1];
    for (size_t i = 0; i < w->person_count; i++)
        if (str_eq(w->people[i], w->who))
            w->typed[i] += 3;
    return (Msg){.type = MSG_SAVED,
                 .quiet = effect->quiet,
                 .bytes = bytes,
                 .revisions = &r->value,
                 .revision_count = 1,
                 .who = w->who,
                 .text = arena_printf(&w->arena, "Saved revision %d", r->value.number)};
}

/* What git left: the three texts of a file with marks. */
static Msg marked(World *w, const Effect *effect)
{
    StrBuf sides[THREE_COUNT] = {{0}};
    Str texts[THREE_COUNT];

    (void)conflict_marks_read(world_file(w, effect->path), sides);
    for (int x = 0; x < THREE_COUNT; x++) {
        texts[x] = arena_str(&w->arena, strbuf_view(&sides[x]));
        strbuf_deinit(&sides[x]);
    }
    return (Msg){.type = MSG_MERGE,
                 .path = effect->path,
                 .name = STR("theirs"),
                 .before = texts[THREE_BASE],
                 .mine = texts[THREE_MINE],
                 .after = texts[THREE_THEIRS],
                 .merge = w->git_merges ? MERGE_FROM_GIT : MERGE_FROM_MARKS,
                 .bytes = w->choices};
}

static Msg looked(World *w, const Effect *effect)
{
    Str now = world_file(w, effect->path);

    return (Msg){.type = MSG_LOOKED,
                 .gone = !find(w, effect->path),
                 .unchanged = str_eq(now, effect->seen),
                 .bytes = arena_str(&w->arena, now)};
}

static Msg written(World *w, const Effect *effect)
{
    Str now = world_file(w, effect->path);
    Str bytes = arena_str(&w->arena, effect->bytes);
    Msg msg = {.type = MSG_WRITTEN, .bytes = bytes, .quiet = effect->quiet};

    if (effect->name.len > 0) {
        msg.path = arena_printf(&w->arena, "%.*s-%.*s", STR_ARG(effect->path),
                                STR_ARG(effect->name));
        msg.name = msg.path;
        world_write(w, msg.path, bytes);
        return msg;
    }
    if (!str_eq(now, effect->seen))
        return refused(w, effect);
    world_write(w, effect->path, bytes);
    return msg;
}

static Msg settled(World *w, const Effect *effect)
{
    Msg msg = written(w, effect);

    msg.text = STR("a is merged, and git knows.");
    return msg;
}

static Msg history(World *w, bool quiet)
{
    size_t count = w->revision_count;
    HistoryRow *rows = arena_array(&w->arena, count + 1, sizeof *rows);

    for (size_t i = 0; i < count; i++) {
        const Revision *r = &w->revisions[count - 1 - i].value;
        rows[i] = (HistoryRow){.revision = *r,
                               .saves = 1,
                               .previous = r->number - 1,
                               .first = r->time,
                               .stands_out = r->note.len > 0 || w->named == r->number,
                               .name = (int)w->named == r->number ? w->name : (Str){0}};
    }
    return (Msg){.type = MSG_HISTORY,
                 .quiet = quiet,
                 .history = rows,
                 .history_count = count,
                 .total = count,
                 .complete = true};
}

/* What the revision of a row changed. */
static Msg history_row(World *w, size_t row)
{
    HistoryRow *out = arena_alloc(&w->arena, sizeof *out);
    size_t at = w->revision_count - row; /* number */
    Document before, after;
    Redline redline;
    StrBuf text = {0};

    if (row >= w->revision_count || !w->lib)
        return (Msg){.type = MSG_HISTORY_ROW, .row = row, .history = out};
    const WorldRevision *r = &w->revisions[at - 1];
    Str old = at > 1 ? strbuf_view(&w->revisions[at - 2].bytes) : (Str){0};
    document_read(arena_str(&w->arena, old), w->lib, &w->arena, &before);
    document_read(arena_str(&w->arena, strbuf_view(&r->bytes)), w->lib, &w->arena,
                  &after);
    redline_make(&before, &after, &w->arena, &redline);
    redline_text(&redline, &(RedlineText){.lang = LANG_EN}, &text);
    *out = (HistoryRow){.revision = r->value,
                        .compared = true,
                        .added = redline.added,
                        .removed = redline.removed,
                        .what = str_from("Problem")};
    Str change = arena_str(&w->arena, strbuf_view(&text));
    strbuf_deinit(&text);
    return (Msg){.type = MSG_HISTORY_ROW, .row = row, .history = out, .text = change};
}

static bool revision_numbered(void *context, uint32_t number, Arena *arena,
                              Revision *out)
{
    const World *w = context;

    (void)arena;
    *out = w->revisions[number - 1].value;
    return true;
}

/* Who wrote the words now, or those of a revision. */
static Msg authors(World *w, const Effect *effect)
{
    size_t last = effect->from > 0 ? (size_t)effect->from : w->revision_count;
    Wrote *wrote = mem_alloc(sizeof *wrote);
    AuthoredText known = {0};
    Document doc;

    for (size_t i = 0; i <= last; i++) {
        bool now = i == last;
        Str bytes = !now               ? strbuf_view(&w->revisions[i].bytes)
                    : effect->from > 0 ? known.bytes
                                       : effect->bytes;
        AuthoredText next = {.bytes = arena_str(&wrote->arena, bytes)};
        authorship_next(&known, next.bytes, now ? WROTE_UNSAVED : (uint32_t)i + 1,
                        LANG_EN, &wrote->arena, &next.by);
        wrote->revision = now && str_eq(known.bytes, next.bytes) ? (int)last : 0;
        known = next;
    }
    document_read(known.bytes, w->lib, &wrote->arena, &doc);
    wrote_make(&doc, &known.by, revision_numbered, w, wrote);
    return (Msg){.type = MSG_AUTHORS, .wrote = wrote};
}

static Str side(const World *w, const Effect *effect, int revision)
{
    if (revision == REVISION_UNSAVED)
        return effect->bytes;
    if (revision < 1 || (size_t)revision > w->revision_count)
        return (Str){0};
    return strbuf_view(&w->revisions[revision - 1].bytes);
}

static Msg people(World *w)
{
    PersonEntry *rows = arena_array(&w->arena, w->person_count + 1, sizeof *rows);

    for (size_t i = 0; i < w->person_count; i++)
        rows[i] = (PersonEntry){
            .name = w->people[i],
            .typing = str_eq(w->people[i], w->who),
            .here = w->here[i] || (str_eq(w->people[i], w->who) && w->room_used),
            .words = w->typed[i],
            .last = {w->typed[i] ? world_now().seconds - 2640 : 0, 0},
            .since = {w->typed[i] ? world_now().seconds - 660 : 0, 0}};
    return (Msg){.type = MSG_PEOPLE, .people = rows, .person_count = w->person_count};
}

static Msg hand_over(World *w, const Effect *effect)
{
    w->who = arena_str(&w->arena, effect->name);
    w->room_used = effect->room_count > 0;
    for (size_t i = 0; i < w->person_count; i++) {
        w->here[i] = false;
        for (size_t k = 0; k < effect->room_count; k++)
            w->here[i] = w->here[i] || str_eq(w->people[i], effect->room[k]);
    }
    return (Msg){.type = MSG_WHO, .who = w->who};
}

static Msg created(World *w, const Effect *effect)
{
    Str path = arena_printf(&w->arena, "%.*s.md", STR_ARG(effect->draft.name));
    world_write(w, path,
                STR("# New\n\n## Headline\n<!-- prfaq-id: headline -->\n\n\n"
                    "## Problem\n<!-- prfaq-id: problem -->\n\n\n"));
    return (Msg){.type = MSG_CREATED, .path = path, .name = path};
}

static Msg base(World *w)
{
    Msg msg = {.type = MSG_BASE, .who = w->who, .text = w->asking};

    if (w->revision_count > 0) {
        msg.revisions = &w->revisions[w->revision_count - 1].value;
        msg.revision_count = 1;
        msg.before = strbuf_view(&w->revisions[w->revision_count - 1].bytes);
    }
    return msg;
}

static Msg workshop(World *w)
{
    Msg msg = {.type = MSG_WORKSHOP, .unchanged = w->agenda.len == 0};

    msg.bytes = w->agenda;
    msg.text = w->agenda_at;
    msg.since_ms = w->clock_ms;
    msg.words = w->people;
    msg.word_count = w->person_count;
    msg.before = w->goal_before;
    msg.after = w->goal_after;
    return msg;
}

/* Each revision has fewer findings than the one before. */
static Msg trend(World *w, const Effect *effect)
{
    HistoryTrend *out = ARENA_NEW(&w->arena, HistoryTrend);
    int left = (int)w->revision_count - effect->from;

    if (left > 0)
        *out = (HistoryTrend){.point = true, .errors = left - 1, .warnings = 2 * left};
    else
        *out = (HistoryTrend){.done = true, .untouched = w->untouched};
    return (Msg){.type = MSG_HISTORY_TREND, .trend = out};
}

static Msg compared(World *w, const Effect *effect)
{
    int from = effect->from == REVISION_BEFORE ? effect->to - 1 : effect->from;

    return (Msg){.type = MSG_COMPARED,
                 .from = from,
                 .to = effect->to,
                 .before = side(w, effect, from),
                 .after = side(w, effect, effect->to)};
}

Msg world_perform(World *w, const Effect *effect)
{
    Msg restore = world_restore(w, effect);
    if (restore.type != MSG_START)
        return restore;
    Msg review = world_review(w, effect);

    if (review.type != MSG_START)
        return review;
    switch (effect->type) {
    case EFFECT_LIST:
    case EFFECT_INIT:
        return documents(w);
    case EFFECT_DESCRIBE:
        return described(w, effect);
    case EFFECT_OPEN:
        return opened(w, effect, MSG_OPENED);
    case EFFECT_RELOAD:
        return opened(w, effect, MSG_RELOADED);
    case EFFECT_LOOK:
        return looked(w, effect);
    case EFFECT_BASE:
        return base(w);
    case EFFECT_PLACE:
        return (Msg){.type = MSG_PLACE,
                     .path = arena_printf(&w->arena, "/home/maria/%.*s.md",
                                          STR_ARG(effect->path))};
    case EFFECT_PUT:
        return put(w, effect);
    case EFFECT_SAVE:
        if (w->broken.len > 0)
            return cannot_write(w, effect);
        return saved(w, effect);
    case EFFECT_WRITE:
    case EFFECT_SETTLE:
        if (w->broken.len > 0)
            return cannot_write(w, effect);
        return effect->type == EFFECT_SETTLE ? settled(w, effect) : written(w, effect);
    case EFFECT_CREATE:
        return created(w, effect);
    case EFFECT_AUTHORS:
        return authors(w, effect);
    case EFFECT_HISTORY:
        return history(w, effect->quiet);
    case EFFECT_HISTORY_MORE:
        return history_row(w, effect->number);
    case EFFECT_HISTORY_TREND:
        return trend(w, effect);
    case EFFECT_NAME:
        w->name = arena_str(&w->arena, effect->name);
        w->named = effect->from;
        return (Msg){.type = MSG_NAMED, .name = w->name};
    case EFFECT_COMPARE:
        return compared(w, effect);
    case EFFECT_PEOPLE:
        return people(w);
    case EFFECT_ADD_PERSON:
        world_person(w, effect->name);
        w->who = w->people[w->person_count - 1];
        return (Msg){.type = MSG_WHO, .who = w->who};
    case EFFECT_WORKSHOP:
        return workshop(w);
    case EFFECT_KEEP_WORKSHOP:
        w->agenda_at = arena_str(&w->arena, effect->bytes);
        w->goal_before = arena_str(&w->arena, effect->name);
        w->goal_after = arena_str(&w->arena, effect->note);
        return (Msg){.type = MSG_DONE};
    case EFFECT_WHO:
        return hand_over(w, effect);
    case EFFECT_RECOVERED:
        w->left = (Str){0};
        return (Msg){.type = MSG_RECOVERED};
    case EFFECT_MERGE: /* the draft is in the words left behind */
        if (effect->name.len == 0)
            return marked(w, effect);
        return (Msg){.type = MSG_MERGE,
                     .path = effect->path,
                     .name = arena_str(&w->arena, effect->name),
                     .before = strbuf_view(&w->revisions[0].bytes),
                     .after = w->left,
                     .who = STR("0123456789012345678901234567890123456789"),
                     .bytes = w->choices};
    case EFFECT_CHOICES:
        w->choices = arena_str(&w->arena, effect->bytes);
        return (Msg){.type = MSG_DONE};
    case EFFECT_TAKE_OVER:
        return (Msg){.type = MSG_LEASE};
    case EFFECT_EXPORT:
        return (Msg){.type = MSG_EXPORTED,
                     .path = arena_printf(&w->arena, "%.*s.%.*s", STR_ARG(effect->path),
                                          STR_ARG(effect->name))};
    case EFFECT_EDITOR: /* an editor that adds a line */
        if (w->editor_fails) {
            Msg msg = {.type = MSG_FAILED, .effect = effect->type};
            error_set(&msg.error, ERR_STATE, "the editor ended with a failure");
            return msg;
        }
        return (Msg){
            .type = MSG_EDITED,
            .bytes = arena_printf(&w->arena, "%.*sedited\n", STR_ARG(effect->bytes))};
    case EFFECT_ANSWERS:
        return (Msg){.type = MSG_ANSWERS, .bytes = w->answers};
    case EFFECT_KEEP:
        w->answers = arena_str(&w->arena, effect->bytes);
        return (Msg){.type = MSG_DONE};
    case EFFECT_COPY:
        strbuf_clear(&w->clipboard);
        strbuf_add(&w->clipboard, effect->bytes);
        return (Msg){.type = MSG_COPIED,
                     .copied = effect->bytes.len < WORLD_CLIPBOARD ? COPIED_TERMINAL
                                                                   : COPIED_HERE};
    default:
        return (Msg){.type = MSG_DONE};
    }
}
