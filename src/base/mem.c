#include "base/mem.h"

#include <assert.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    ARENA_BLOCK_FIRST = 4 * 1024,
    ARENA_BLOCK = 64 * 1024,
    ARENA_KEEP = 4 << 20, /* a block above it is not kept */
    FORMAT_ROOM = 256,    /* most of what is formatted fits */
};

struct ArenaBlock {
    ArenaBlock *next;
    size_t used;
    size_t size;
    max_align_t bytes[];
};

static void (*exhausted_handler)(void);

void mem_on_exhausted(void (*handler)(void))
{
    exhausted_handler = handler;
}

static void exhausted(void)
{
    static const char message[] = "prfaq: out of memory\n";

    if (exhausted_handler)
        exhausted_handler();
    if (write(STDERR_FILENO, message, sizeof message - 1) < 0)
        _exit(5);
    _exit(5);
}

void *mem_alloc(size_t size)
{
    void *ptr = calloc(1, size ? size : 1);
    if (!ptr)
        exhausted();
    return ptr;
}

void *mem_realloc(void *ptr, size_t size)
{
    void *grown = realloc(ptr, size ? size : 1);
    if (!grown)
        exhausted();
    return grown;
}

void mem_free(void *ptr)
{
    free(ptr);
}

char *mem_strdup(const char *cstr)
{
    return mem_str(str_from(cstr));
}

char *mem_str(Str s)
{
    char *copy = mem_alloc(s.len + 1);
    if (s.len)
        memcpy(copy, s.ptr, s.len);
    return copy;
}

static size_t align_up(size_t size)
{
    size_t unit = _Alignof(max_align_t);
    assert(size <= SIZE_MAX - unit);
    return (size + unit - 1) / unit * unit;
}

/* Blocks grow with the arena: one that holds the rows of a line stays small. */
static ArenaBlock *block_new(size_t size, size_t total)
{
    size_t usual = total < ARENA_BLOCK_FIRST ? ARENA_BLOCK_FIRST
                   : total < ARENA_BLOCK     ? total
                                             : ARENA_BLOCK;
    size_t room = size > usual ? size : usual;
    assert(room <= SIZE_MAX - sizeof(ArenaBlock));
    ArenaBlock *block = malloc(sizeof(ArenaBlock) + room);
    if (!block)
        exhausted();
    *block = (ArenaBlock){.size = room};
    return block;
}

static void *take(Arena *a, size_t need)
{
    if (!a->block || a->block->size - a->block->used < need) {
        ArenaBlock *block = block_new(need > a->room ? need : a->room, a->total);
        a->room = 0;
        block->next = a->block;
        a->block = block;
    }
    void *ptr = (char *)a->block->bytes + a->block->used;
    a->block->used += need;
    a->total += need;
    return ptr;
}

void *arena_alloc(Arena *a, size_t size)
{
    size_t need = align_up(size ? size : 1);

    return memset(take(a, need), 0, need);
}

void *arena_array(Arena *a, size_t count, size_t size)
{
    assert(size == 0 || count <= SIZE_MAX / 2 / size);
    return arena_alloc(a, count * size);
}

void *arena_room(Arena *a, size_t count, size_t size)
{
    assert(size == 0 || count <= SIZE_MAX / 2 / size);
    size_t bytes = count * size;
    return take(a, align_up(bytes > 0 ? bytes : 1));
}

Str arena_str(Arena *a, Str s)
{
    char *copy = arena_room(a, s.len + 1, 1);
    if (s.len)
        memcpy(copy, s.ptr, s.len);
    copy[s.len] = '\0';
    return (Str){copy, s.len};
}

Str arena_printf(Arena *a, const char *format, ...)
{
    char first[FORMAT_ROOM];
    va_list args;

    va_start(args, format);
    int need = vsnprintf(first, sizeof first, format, args);
    va_end(args);
    assert(need >= 0);
    if ((size_t)need < sizeof first)
        return arena_str(a, (Str){first, (size_t)need});
    char *text = arena_alloc(a, (size_t)need + 1);
    va_start(args, format);
    vsnprintf(text, (size_t)need + 1, format, args);
    va_end(args);
    return (Str){text, (size_t)need};
}

/* Makes room behind what was handed out last; false when something else was, or there
 * is none. */
static bool extend_newest(Arena *a, void *array, size_t old, size_t count, size_t size)
{
    ArenaBlock *block = a->block;
    size_t from = align_up(old ? old : 1);
    assert(size == 0 || count <= SIZE_MAX / 2 / size);
    size_t to = align_up(count * size);

    if (!block || (char *)array + from != (char *)block->bytes + block->used ||
        to < from || block->size - block->used < to - from)
        return false;
    memset((char *)array + from, 0, to - from);
    block->used += to - from;
    a->total += to - from;
    return true;
}

void *arena_grow(Arena *a, void *array, size_t count, size_t *cap, size_t size)
{
    if (count < *cap)
        return array;
    size_t wider = *cap ? *cap * 2 : 8;
    if (array && extend_newest(a, array, *cap * size, wider, size)) {
        *cap = wider;
        return array;
    }
    char *grown = arena_room(a, wider, size);
    if (count)
        memcpy(grown, array, count * size);
    memset(grown + count * size, 0, (wider - count) * size);
    *cap = wider;
    return grown;
}

static void free_blocks(Arena *a)
{
    while (a->block) {
        ArenaBlock *next = a->block->next;
        free(a->block);
        a->block = next;
    }
}

void arena_reset(Arena *a)
{
    if (a->block && !a->block->next && a->block->size <= ARENA_KEEP) {
        a->block->used = 0;
    } else if (a->block) {
        size_t roomy = a->total + a->total / 4;
        free_blocks(a);
        a->room = roomy < ARENA_KEEP ? roomy : 0;
    }
    a->total = 0;
}

void arena_deinit(Arena *a)
{
    if (!a)
        return;
    free_blocks(a);
    *a = (Arena){0};
}

/* -- a heap for libraries ------------------------------------------------- */

static _Thread_local Arena *heap;

/* In front of what the heap gave; the size is that of the next max_align_t. */
typedef union HeapHead {
    size_t size;
    max_align_t align;
} HeapHead;

void arena_heap_begin(Arena *a)
{
    assert(!heap);
    heap = a;
}

void arena_heap_end(void)
{
    heap = NULL;
}

void *arena_heap_calloc(size_t count, size_t size)
{
    assert(size == 0 || count <= SIZE_MAX / 4 / size);
    HeapHead *head = arena_alloc(heap, sizeof *head + count * size);
    head->size = count * size;
    return head + 1;
}

void *arena_heap_realloc(void *ptr, size_t size)
{
    if (!ptr)
        return arena_heap_calloc(1, size);
    HeapHead *head = (HeapHead *)ptr - 1;
    if (size <= head->size)
        return ptr;
    if (extend_newest(heap, head, sizeof *head + head->size, 1, sizeof *head + size)) {
        head->size = size;
        return ptr;
    }
    void *grown = arena_heap_calloc(1, size);
    return memcpy(grown, ptr, head->size);
}

void arena_heap_free(void *ptr)
{
    (void)ptr;
}
