#include "check/fix.h"

#include <assert.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "check/rule.h"

enum {
    ROUNDS_MAX = 16,
    AROUND_BYTES = 1024, /* more of a line than is ever shown */
};

typedef struct Step {
    const Fix *fix;
    size_t index;
} Step;

/* By place; an insertion before what is replaced there; else as given. */
static int compare_steps(const void *a, const void *b)
{
    const Step *left = a, *right = b;

    if (left->fix->range.start != right->fix->range.start)
        return left->fix->range.start < right->fix->range.start ? -1 : 1;
    bool left_empty = left->fix->range.end == left->fix->range.start;
    bool right_empty = right->fix->range.end == right->fix->range.start;
    if (left_empty != right_empty)
        return left_empty ? -1 : 1;
    return left->index < right->index ? -1 : 1;
}

static size_t list_steps(const Fix *fixes, size_t count, Step *steps)
{
    size_t listed = 0;

    for (size_t i = 0; i < count; i++)
        if (fixes[i].kind != FIX_NONE)
            steps[listed++] = (Step){&fixes[i], i};
    if (listed > 1)
        qsort(steps, listed, sizeof *steps, compare_steps);
    return listed;
}

size_t fixes_apply(Str bytes, const Fix *fixes, size_t count, bool *applied,
                   StrBuf *out)
{
    Arena scratch = {0};
    Step *steps = arena_array(&scratch, count, sizeof *steps);
    size_t step_count = list_steps(fixes, count, steps);
    size_t done = 0, at = 0;

    for (size_t i = 0; applied && i < count; i++)
        applied[i] = false;
    for (size_t i = 0; i < step_count; i++) {
        const Fix *fix = steps[i].fix;
        assert(fix->range.start <= fix->range.end && fix->range.end <= bytes.len);
        if (fix->range.start < at)
            continue;
        strbuf_add(out, str_slice(bytes, at, fix->range.start));
        strbuf_add(out, fix->text);
        at = fix->range.end;
        if (applied)
            applied[steps[i].index] = true;
        done++;
    }
    strbuf_add(out, str_slice(bytes, at, bytes.len));
    arena_deinit(&scratch);
    return done;
}

bool fix_is_safe(const Finding *finding)
{
    return !finding->silenced && finding->fix.kind != FIX_NONE &&
           rule_text(finding->rule)->fix_safe && !finding->fix_doubtful;
}

typedef struct Rounds {
    FixChoice *choice;
    void *ctx;
    Arena *arena;
    FixedPlace *places;
    size_t count, cap;
} Rounds;

static Str line_before(Str bytes, size_t at)
{
    size_t start = at;

    while (start > 0 && at - start < AROUND_BYTES && bytes.ptr[start - 1] != '\n')
        start--;
    while (start < at && ((unsigned char)bytes.ptr[start] & 0xC0) == 0x80)
        start++;
    return str_slice(bytes, start, at);
}

static Str line_after(Str bytes, size_t at)
{
    Str rest = utf8_cut(str_slice(bytes, at, bytes.len), AROUND_BYTES);

    return str_trim_end(str_slice(rest, 0, str_find_byte(rest, '\n', 0)));
}

static void remember(Rounds *r, const Document *doc, const Finding *finding, Place *at)
{
    const Fix *fix = &finding->fix;
    FixedPlace place = {
        .rule = finding->rule,
        .before = line_before(doc->bytes, fix->range.start),
        .old_text = str_range(doc->bytes, fix->range),
        .new_text = fix->text,
        .after = line_after(doc->bytes, fix->range.end),
    };

    document_place_next(doc, fix->range.start, at);
    place.line = at->line;
    r->places = arena_grow(r->arena, r->places, r->count, &r->cap, sizeof place);
    r->places[r->count++] = place;
}

static int compare_findings(const void *a, const void *b)
{
    const Finding *const *left = a, *const *right = b;
    size_t l = (*left)->fix.range.start, r = (*right)->fix.range.start;

    /* Findings of one document are elements of one array. */
    if (l == r)
        return *left < *right ? -1 : 1;
    return l < r ? -1 : 1;
}

/* Do both insert at one place? A heading that is put in first makes it another place:
 * the second one waits until the text is read again. */
static bool same_place(const Finding *a, const Finding *b)
{
    return a->fix.kind == FIX_INSERT && b->fix.kind == FIX_INSERT &&
           a->fix.range.start == b->fix.range.start;
}

/* The chosen findings, by the place of their fix. */
static const Finding **choose(Rounds *r, const Findings *findings, size_t *count)
{
    const Finding **chosen =
        arena_array(r->arena, findings->count, sizeof(const Finding *));

    *count = 0;
    for (size_t i = 0; i < findings->count; i++) {
        const Finding *f = &findings->items[i];
        if (!f->silenced && f->fix.kind != FIX_NONE && r->choice(r->ctx, f))
            chosen[(*count)++] = f;
    }
    if (*count > 1)
        qsort(chosen, *count, sizeof(const Finding *), compare_findings);
    size_t kept = 0;
    for (size_t i = 0; i < *count; i++)
        if (kept == 0 || !same_place(chosen[kept - 1], chosen[i]))
            chosen[kept++] = chosen[i];
    *count = kept;
    return chosen;
}

/* One reading: the text afterwards; false when there was nothing to do. */
static bool fix_once(Rounds *r, const Document *doc, const Findings *findings,
                     Str *bytes)
{
    size_t count = 0;
    const Finding **chosen = choose(r, findings, &count);
    Fix *fixes = arena_array(r->arena, count, sizeof *fixes);
    bool *applied = arena_array(r->arena, count, sizeof *applied);
    StrBuf out = {0};
    Place at = {0};

    for (size_t i = 0; i < count; i++)
        fixes[i] = chosen[i]->fix;
    fixes_apply(*bytes, fixes, count, applied, &out);
    bool changed = !str_eq(strbuf_view(&out), *bytes);
    for (size_t i = 0; changed && i < count; i++)
        if (applied[i])
            remember(r, doc, chosen[i], &at);
    if (changed)
        *bytes = arena_str(r->arena, strbuf_view(&out));
    strbuf_deinit(&out);
    return changed;
}

void fixes_settle(Str bytes, const Library *lib, const CheckOptions *options,
                  FixChoice *choice, void *ctx, Arena *arena, FixedText *out)
{
    Rounds r = {.choice = choice, .ctx = ctx, .arena = arena};
    bool changed = true;

    for (int round = 0; changed && round < ROUNDS_MAX; round++) {
        Document doc;
        Findings findings;
        document_read(bytes, lib, arena, &doc);
        check_run(&doc, lib, options, arena, &findings);
        changed = fix_once(&r, &doc, &findings, &bytes);
    }
    *out = (FixedText){
        .bytes = bytes, .places = r.places, .count = r.count, .settled = !changed};
}
