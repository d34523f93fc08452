#include <stdlib.h>

#include "review/thread.h"

static char kind_letter(ThreadKind kind)
{
    static const char letters[THREAD_KIND_COUNT] = {
        [THREAD_COMMENT] = 'C',  [THREAD_QUESTION] = 'Q', [THREAD_SUGGESTION] = 'S',
        [THREAD_MUST_FIX] = 'M', [THREAD_AGREED] = 'A',   [THREAD_SAME_MEANING] = 'E',
    };

    return letters[kind];
}

typedef struct Ordered {
    const Thread *thread;
    size_t index;
} Ordered;

static int by_time(const void *a, const void *b)
{
    const Thread *x = ((const Ordered *)a)->thread, *y = ((const Ordered *)b)->thread;
    int64_t left = x->time.seconds, right = y->time.seconds;

    if (left != right)
        return left < right ? -1 : 1;
    return str_cmp(x->id, y->id);
}

Str *thread_labels(const Thread *threads, size_t count, Arena *arena)
{
    Ordered *order = arena_array(arena, count + 1, sizeof *order);
    Str *labels = arena_array(arena, count + 1, sizeof *labels);
    int counts[THREAD_KIND_COUNT] = {0};

    for (size_t i = 0; i < count; i++)
        order[i] = (Ordered){&threads[i], i};
    if (count > 1)
        qsort(order, count, sizeof *order, by_time);
    for (size_t i = 0; i < count; i++) {
        ThreadKind kind = order[i].thread->kind;
        labels[order[i].index] =
            arena_printf(arena, "%c%d", kind_letter(kind), ++counts[kind]);
    }
    return labels;
}
