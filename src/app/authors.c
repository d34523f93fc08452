#include "app/authors.h"

#include <string.h>

#include "base/message.h"
#include "repo/kept.h"
#include "repo/saving.h"

enum {
    KEEP_EVERY = 1024,    /* revisions */
    KEEP_BYTES = 8 << 20, /* then only these stay */
};

/* A revision that must be looked at. */
typedef struct Step {
    uint32_t number, previous, merged, check;
    unsigned char blob[ID_SIZE];
} Step;

/* What is known of one that others follow from. */
typedef struct Known {
    Step step;
    Authorship by; /* on the heap */
} Known;

struct Authors {
    Revisions *revisions;
    Kept kept;
    Lang lang;
    uint32_t number; /* the one that was asked for */
    Arena arena, scratch;
    unsigned char *uses; /* by number: revisions that follow from it; NULL: not begun */
    uint32_t collected;  /* number of the next one to ask for; 0: all were */
    Step *steps;         /* newest first */
    size_t step_count, step_cap, left;
    Known *known;
    size_t known_count, known_cap;
    StrBuf text[2];   /* of the last two; `now` is the newest */
    uint32_t text_of; /* number of the newest; 0: none */
    int now;
};

static uint64_t key_of(const Step *step)
{
    return (uint64_t)step->number << 32 | step->check;
}

static bool read_step(Authors *a, uint32_t number, Step *out, Error *err)
{
    RevisionRecord record;
    int found;
    size_t index = revisions_index(a->revisions, (int)number);

    if (index == NO_REVISION || !revisions_record(a->revisions, index, &record, &found))
        return error_set(err, ERR_IO, _("the history cannot be read"));
    *out = (Step){number, record.previous, record.merged, record.check, {0}};
    memcpy(out->blob, record.blob, ID_SIZE);
    return true;
}

/* -- what is known ------------------------------------------------------------------
 */

static void know(Authors *a, const Step *step, Authorship by)
{
    size_t size = by.count * sizeof *by.runs;
    AuthorRun *runs = mem_alloc(size + 1);

    if (size > 0)
        memcpy(runs, by.runs, size);
    a->known = arena_grow(&a->arena, a->known, a->known_count, &a->known_cap,
                          sizeof *a->known);
    a->known[a->known_count++] = (Known){*step, {runs, by.count}};
}

static const Known *find_known(const Authors *a, uint32_t number)
{
    for (size_t i = a->known_count; i-- > 0;)
        if (a->known[i].step.number == number)
            return &a->known[i];
    return NULL;
}

/* One that followed from it was looked at: the last one lets it go. 255 stands for
 * so many that nobody counted. */
static void release(Authors *a, uint32_t number)
{
    if (number == 0 || a->uses[number] == 255 || --a->uses[number] > 0)
        return;
    for (size_t i = 0; i < a->known_count; i++) {
        if (a->known[i].step.number != number)
            continue;
        mem_free((void *)a->known[i].by.runs);
        a->known[i] = a->known[--a->known_count];
        return;
    }
}

static bool read_text(Authors *a, const Step *step, StrBuf *out, Error *err)
{
    RevisionRecord record = {0};

    memcpy(record.blob, step->blob, ID_SIZE);
    strbuf_clear(out);
    return revisions_bytes(a->revisions, &record, out, err);
}

/* What is kept of a revision, where it fits its text. */
static bool recall(Authors *a, const Step *step)
{
    Arena scratch = {0};
    StrBuf text = {0};
    Authorship by;
    Str bytes;

    bool ok = kept_find(&a->kept, key_of(step), &bytes) &&
              read_text(a, step, &text, NULL) &&
              authorship_read(bytes, text.len, step->number, &scratch, &by);
    if (ok)
        know(a, step, by);
    strbuf_deinit(&text);
    arena_deinit(&scratch);
    return ok;
}

static void keep(Authors *a, const Known *known)
{
    StrBuf bytes = {0};

    authorship_write(&known->by, &bytes);
    kept_add(&a->kept, key_of(&known->step), strbuf_view(&bytes));
    strbuf_deinit(&bytes);
}

/* -- which must be looked at --------------------------------------------------------
 */

static void need(Authors *a, uint32_t number)
{
    if (number > 0 && a->uses[number] < 255)
        a->uses[number]++;
}

/* Downwards: what a revision follows from has a smaller number. */
static bool collect_one(Authors *a, Error *err)
{
    uint32_t number = a->collected--;
    Step step = {0};

    if (a->uses[number] == 0)
        return true;
    if (!read_step(a, number, &step, err))
        return false;
    if (recall(a, &step))
        return true;
    a->steps =
        arena_grow(&a->arena, a->steps, a->step_count, &a->step_cap, sizeof step);
    a->steps[a->step_count++] = step;
    a->left = a->step_count;
    need(a, step.previous);
    if (step.merged != step.previous)
        need(a, step.merged);
    return true;
}

/* -- one revision after the other ---------------------------------------------------
 */

/* The text with authors of one that this one follows from; false: there is none. */
static bool text_of(Authors *a, uint32_t number, StrBuf *room, AuthoredText *out,
                    Error *err)
{
    const Known *known = find_known(a, number);

    *out = (AuthoredText){0};
    if (!known)
        return true;
    if (a->text_of == number) {
        *out = (AuthoredText){strbuf_view(&a->text[a->now]), known->by};
        return true;
    }
    if (!read_text(a, &known->step, room, err))
        return false;
    *out = (AuthoredText){strbuf_view(room), known->by};
    return true;
}

static bool work_out(Authors *a, const Step *step, StrBuf *room, Authorship *by,
                     Error *err)
{
    AuthoredText before, other;
    StrBuf *text = &a->text[1 - a->now];
    Arena *arena = &a->scratch;

    arena_reset(arena);
    if (!read_text(a, step, text, err) ||
        !text_of(a, step->previous, room, &before, err))
        return false;
    Str after = strbuf_view(text);
    authorship_next(&before, after, step->number, a->lang, arena, by);
    if (step->merged > 0) {
        StrBuf more = {0};
        bool ok = text_of(a, step->merged, &more, &other, err);
        if (ok)
            authorship_join(&other, after, step->number, a->lang, arena, by);
        strbuf_deinit(&more);
        return ok;
    }
    return true;
}

static bool step_one(Authors *a, Error *err)
{
    const Step *step = &a->steps[a->left - 1];
    StrBuf room = {0};
    Authorship by;

    bool ok = work_out(a, step, &room, &by, err);
    strbuf_deinit(&room);
    if (!ok)
        return false;
    know(a, step, by);
    if (step->number % KEEP_EVERY == 0) {
        keep(a, &a->known[a->known_count - 1]);
        kept_flush(&a->kept);
    }
    a->now = 1 - a->now;
    a->text_of = step->number;
    release(a, step->previous);
    if (step->merged != step->previous)
        release(a, step->merged);
    a->left--;
    return true;
}

/* The file has grown with every revision that was once the last. */
static void thin_out(Authors *a)
{
    size_t at = 0;
    uint64_t key;
    Str answer;
    Kept all = a->kept;

    a->kept.bytes = (StrBuf){0};
    kept_forget(&a->kept);
    while (kept_next(&all, &at, &key, &answer))
        if ((key >> 32) % KEEP_EVERY == 0)
            kept_add(&a->kept, key, answer);
    strbuf_deinit(&all.bytes);
}

static bool finish(Authors *a, Error *err)
{
    const Known *known = find_known(a, a->number);

    if (a->text_of != a->number) {
        if (!read_text(a, &known->step, &a->text[a->now], err))
            return false;
        a->text_of = a->number;
    }
    if (kept_size(&a->kept) > KEEP_BYTES)
        thin_out(a);
    if (a->step_count > 0 && a->number % KEEP_EVERY != 0)
        keep(a, known);
    kept_flush(&a->kept);
    return true;
}

static bool advance(Authors *a, bool *done, Error *err)
{
    if (a->collected > 0)
        return collect_one(a, err);
    if (a->left > 0)
        return step_one(a, err);
    *done = true;
    return finish(a, err);
}

bool authors_more(Authors *a, int ms, bool *done, Error *err)
{
    int64_t until = saving_clock_ms() + ms;

    *done = false;
    do {
        if (!advance(a, done, err))
            return false;
    } while (!*done && (ms == 0 || saving_clock_ms() < until));
    return true;
}

bool authors_open(Session *s, Revisions *revisions, Str document, int number, Lang lang,
                  Authors **out, Error *err)
{
    size_t count = revisions_count(revisions);
    Repo *repo = NULL;

    *out = NULL;
    if (!session_repo(s, &repo, err))
        return false;
    if (number == 0)
        number = (int)count;
    if (number < 1 || (size_t)number > count)
        return error_set(err, ERR_NOT_FOUND, _("there is no revision %d"), number);
    Authors *a = mem_alloc(sizeof *a);
    a->revisions = revisions;
    a->lang = lang;
    a->number = a->collected = (uint32_t)number;
    a->uses = mem_alloc((size_t)number + 1);
    a->uses[number] = 1;
    kept_open(repo, "authors", document, &a->kept);
    *out = a;
    return true;
}

size_t authors_total(const Authors *a)
{
    return a->step_count;
}

size_t authors_seen(const Authors *a)
{
    return a->step_count - a->left;
}

AuthoredText authors_text(const Authors *a)
{
    const Known *known = find_known(a, a->number);

    return (AuthoredText){strbuf_view(&a->text[a->now]), known->by};
}

int authors_number(const Authors *a)
{
    return (int)a->number;
}

void authors_free(Authors *a)
{
    if (!a)
        return;
    for (size_t i = 0; i < a->known_count; i++)
        mem_free((void *)a->known[i].by.runs);
    mem_free(a->uses);
    kept_close(&a->kept);
    strbuf_deinit(&a->text[0]);
    strbuf_deinit(&a->text[1]);
    arena_deinit(&a->scratch);
    arena_deinit(&a->arena);
    mem_free(a);
}
