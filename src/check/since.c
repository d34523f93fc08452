#include "check/since.h"

#include <stdlib.h>
#include <string.h>

#include "check/fingerprint.h"
#include "check/rule.h"

/* By what a finding is known again; equal ones are the same. */
typedef struct Trace {
    char hash[FINGERPRINT_DIGITS + 1];
    bool silenced;
    size_t index;
} Trace;

static int by_hash(const void *a, const void *b)
{
    const Trace *left = a, *right = b;
    int order = strcmp(left->hash, right->hash);

    if (order == 0)
        order = (int)left->silenced - (int)right->silenced;
    if (order == 0)
        order = left->index < right->index ? -1 : 1;
    return order;
}

/* A message with every number as 0: the hash of a finding in no sentence is that of
 * its message. */
static Str without_numbers(Str message, Arena *arena)
{
    char *out = arena_alloc(arena, message.len + 1);
    size_t len = 0;

    for (size_t i = 0; i < message.len; i++) {
        bool digit = message.ptr[i] >= '0' && message.ptr[i] <= '9';
        if (digit && len > 0 && out[len - 1] == '0')
            continue;
        out[len++] = digit ? '0' : message.ptr[i];
    }
    return (Str){out, len};
}

static Trace *traces_of(const Document *doc, const Findings *f, Arena *arena)
{
    Trace *traces = arena_array(arena, f->count, sizeof *traces);

    for (size_t i = 0; i < f->count; i++) {
        Finding plain = f->items[i];
        plain.message = without_numbers(plain.message, arena);
        finding_fingerprint(doc, &plain, traces[i].hash);
        traces[i].silenced = plain.silenced;
        traces[i].index = i;
    }
    if (f->count > 1)
        qsort(traces, f->count, sizeof *traces, by_hash);
    return traces;
}

static int same(const Trace *a, const Trace *b)
{
    int order = strcmp(a->hash, b->hash);
    return order ? order : (int)a->silenced - (int)b->silenced;
}

void findings_since(const Document *now_doc, const Findings *now,
                    const Document *old_doc, const Findings *old, Arena *arena,
                    Findings *out, int *gone)
{
    Arena scratch = {0};
    Trace *after = traces_of(now_doc, now, &scratch);
    Trace *before = traces_of(old_doc, old, &scratch);
    bool *known = arena_array(&scratch, now->count, sizeof *known);
    Finding *items = arena_array(arena, now->count, sizeof *items);
    size_t i = 0, j = 0;

    *gone = 0;
    while (i < now->count || j < old->count) {
        int order = i == now->count   ? 1
                    : j == old->count ? -1
                                      : same(&after[i], &before[j]);
        if (order == 0)
            known[after[i].index] = true;
        else if (order > 0 && !before[j].silenced)
            ++*gone;
        i += order <= 0;
        j += order >= 0;
    }
    *out = (Findings){.items = items, .factor = now->factor};
    for (i = 0; i < now->count; i++) {
        if (known[i])
            continue;
        items[out->count++] = now->items[i];
        findings_count(&now->items[i], out);
    }
    arena_deinit(&scratch);
}
