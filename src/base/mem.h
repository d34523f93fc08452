/* mem.h: memory that never fails, and arenas.
 *
 * When the system has no memory left the program says so and ends; nobody
 * checks for NULL. An Arena hands out memory that dies all at once: results of
 * one stage live in one arena. {0} is an empty arena. */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stddef.h>

#include "base/str.h"

void *mem_alloc(size_t size); /* zeroed; mem_free it */
void *mem_realloc(void *ptr, size_t size);
void mem_free(void *ptr);
char *mem_strdup(const char *cstr);
/* A NUL-terminated copy of `s`; mem_free it. */
char *mem_str(Str s);
/* Called before the process ends for want of memory, so that the terminal can
 * be put back; it must not allocate. */
void mem_on_exhausted(void (*handler)(void));

typedef struct ArenaBlock ArenaBlock;

typedef struct Arena {
    ArenaBlock *block; /* newest first */
    size_t total;      /* bytes handed out, for tests and limits */
    size_t room;       /* of the next block, at least: what was used before a reset */
} Arena;

/* Zeroed memory, aligned for any type, valid until the arena is reset. */
void *arena_alloc(Arena *a, size_t size);
/* `count` zeroed elements of `size` bytes; aborts on overflow. */
void *arena_array(Arena *a, size_t count, size_t size);
/* The same with nothing written into it: room for the most there can be costs nothing
 * where less is used. Whoever reads an element has written it. */
void *arena_room(Arena *a, size_t count, size_t size);
Str arena_str(Arena *a, Str s); /* a copy, NUL-terminated */
Str arena_printf(Arena *a, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Room for one more element: returns `array` or a larger copy of it.
 *
 *   count  elements in use; `*cap` how many fit, updated when it grows */
void *arena_grow(Arena *a, void *array, size_t count, size_t *cap, size_t size);
/* Everything handed out is gone. Keeps one block, so that work of the same size that
 * is done again and again asks the system for memory once. */
void arena_reset(Arena *a);
void arena_deinit(Arena *a);

/* A heap for a library that asks for memory without saying for whom: what it is given
 * between the two calls comes from `a`, and dies with it. Each thread has its own. */
void arena_heap_begin(Arena *a);
void arena_heap_end(void);
void *arena_heap_calloc(size_t count, size_t size);
void *arena_heap_realloc(void *ptr, size_t size);
void arena_heap_free(void *ptr); /* does nothing */

#define ARENA_NEW(arena, Type) ((Type *)arena_alloc((arena), sizeof(Type)))

#endif
