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

int thread_cmp(const Thread *a, const Thread *b)
{
    if (a->time.seconds != b->time.seconds)
        return a->time.seconds < b->time.seconds ? -1 : 1;
    if (a->millis != b->millis)
        return a->millis < b->millis ? -1 : 1;
    return str_cmp(a->id, b->id);
}

typedef struct Ordered {
    const Thread *thread;
    size_t index;
} Ordered;

static int by_time(const void *a, const void *b)
{
    return thread_cmp(((const Ordered *)a)->thread, ((const Ordered *)b)->thread);
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
