#include "text/wrap_memo.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum {
    SLOTS = 256,      /* some screens full of lines */
    SHORT_MAX = 8192, /* bytes of a line that is kept with others */
    LONG_MAX =
        8 << 20 /* of one that is kept alone; a longer one is wrapped each time */
};

typedef struct Slot {
    StrBuf line;
    int width; /* 0: nothing is kept here */
    WrapRow *rows;
    size_t count;
    bool plain; /* as in Wrapped */
} Slot;

struct WrapMemo {
    Slot slots[SLOTS];
    Slot longest; /* the long line asked for last: what it was before a change */
};

WrapMemo *wrap_memo_new(void)
{
    return mem_alloc(sizeof(WrapMemo));
}

void wrap_memo_free(WrapMemo *memo)
{
    if (!memo)
        return;
    for (size_t i = 0; i < SLOTS; i++) {
        strbuf_deinit(&memo->slots[i].line);
        mem_free(memo->slots[i].rows);
    }
    strbuf_deinit(&memo->longest.line);
    mem_free(memo->longest.rows);
    mem_free(memo);
}

/* Eight bytes at a time; only to spread the lines over the slots. */
static uint64_t hash_line(Str s)
{
    const uint64_t prime = 0x9E3779B97F4A7C15u;
    uint64_t hash = s.len, word = 0;
    size_t at = 0;

    for (; at + sizeof word <= s.len; at += sizeof word) {
        memcpy(&word, s.ptr + at, sizeof word);
        hash = (hash ^ word) * prime;
        hash ^= hash >> 32;
    }
    word = 0;
    if (at < s.len)
        memcpy(&word, s.ptr + at, s.len - at);
    hash = (hash ^ word) * prime;
    return hash ^ hash >> 32;
}

static void keep(Slot *slot, int width, const Wrapped *wrapped)
{
    strbuf_clear(&slot->line);
    strbuf_add(&slot->line, wrapped->line);
    slot->width = width;
    slot->rows = mem_realloc(slot->rows, wrapped->count * sizeof *slot->rows);
    memcpy(slot->rows, wrapped->rows, wrapped->count * sizeof *slot->rows);
    slot->count = wrapped->count;
    slot->plain = wrapped->plain;
}

/* Where a line is kept, or may be; NULL: it is not for keeping. */
static Slot *slot_of(WrapMemo *memo, Str line)
{
    if (!memo || line.len > LONG_MAX)
        return NULL;
    return line.len > SHORT_MAX ? &memo->longest
                                : &memo->slots[hash_line(line) % SLOTS];
}

static bool holds(const Slot *slot, Str line, int width)
{
    return slot && slot->width == width && str_eq(strbuf_view(&slot->line), line);
}

void wrap_memo_line(WrapMemo *memo, Str line, int width, Arena *arena,
                    const WrapRow **rows, size_t *count)
{
    Slot *slot = slot_of(memo, line);

    if (!slot) {
        wrap_line(line, width, arena, rows, count);
        return;
    }
    if (!holds(slot, line, width)) {
        Wrapped was = {0}, now;
        if (slot->width == width && line.len > SHORT_MAX)
            was = (Wrapped){strbuf_view(&slot->line), slot->rows, slot->count,
                            slot->plain};
        wrap_changed(&was, line, width, arena, &now);
        keep(slot, width, &now);
        *rows = now.rows;
        *count = now.count;
        return;
    }
    WrapRow *copy = arena_array(arena, slot->count, sizeof *copy);
    memcpy(copy, slot->rows, slot->count * sizeof *copy);
    *rows = copy;
    *count = slot->count;
}

size_t wrap_memo_count(WrapMemo *memo, Str line, int width)
{
    const Slot *slot = slot_of(memo, line);
    Arena arena = {0};
    const WrapRow *rows = NULL;
    size_t count = 0;

    if (holds(slot, line, width))
        return slot->count;
    wrap_memo_line(memo, line, width, &arena, &rows, &count);
    arena_deinit(&arena);
    return count;
}
