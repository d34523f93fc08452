#include "base/mem.h"

#include <stdint.h>
#include <string.h>

#include "check.h"

static void arena_memory_is_zeroed_and_apart(void **state)
{
    (void)state;
    Arena a = {0};
    unsigned char *first = arena_alloc(&a, 100);
    memset(first, 0xFF, 100);
    unsigned char *big = arena_alloc(&a, 300000);
    for (size_t i = 0; i < 300000; i += 997)
        CHECK_INT(big[i], 0);
    arena_reset(&a);
    unsigned char *again = arena_alloc(&a, 100);
    for (size_t i = 0; i < 100; i++)
        CHECK_INT(again[i], 0);
    arena_deinit(&a);
    arena_deinit(NULL);
}

static void a_reset_arena_has_room_for_the_same_again(void **state)
{
    (void)state;
    Arena a = {0};
    for (int i = 0; i < 10; i++)
        arena_alloc(&a, 50000);
    arena_reset(&a);
    arena_alloc(&a, 50000);
    const ArenaBlock *block = a.block;
    for (int i = 1; i < 10; i++)
        arena_alloc(&a, 50000);
    CHECK(a.block == block);
    arena_deinit(&a);
}

static void arrays_grow_and_keep_their_elements(void **state)
{
    (void)state;
    Arena a = {0};
    int *numbers = NULL;
    size_t cap = 0;
    for (size_t i = 0; i < 1000; i++) {
        numbers = arena_grow(&a, numbers, i, &cap, sizeof *numbers);
        numbers[i] = (int)i;
    }
    for (size_t i = 0; i < 1000; i++)
        CHECK_INT(numbers[i], i);
    arena_deinit(&a);
}

static void room_holds_what_is_written_and_stands_apart(void **state)
{
    (void)state;
    Arena a = {0};
    uint32_t *room = arena_room(&a, 100000, sizeof *room);
    char *behind = arena_alloc(&a, 1);
    for (uint32_t i = 0; i < 100000; i++)
        room[i] = i + 1;
    CHECK_INT(*behind, 0);
    CHECK_INT(room[99999], 100000);
    CHECK(arena_room(&a, 0, sizeof *room) != NULL);
    CHECK((uintptr_t)arena_room(&a, 3, 1) % _Alignof(max_align_t) == 0);
    arena_deinit(&a);
}

static void arena_strings_end_with_nul(void **state)
{
    (void)state;
    Arena a = {0};
    Str s = arena_printf(&a, "%s-%d", "rev", 14);
    CHECK_STR(s, STR("rev-14"));
    CHECK_INT(s.ptr[s.len], 0);
    CHECK_INT(*arena_str(&a, (Str){0}).ptr, 0);
    arena_deinit(&a);
}

static void a_heap_of_an_arena_keeps_what_grows(void **state)
{
    (void)state;
    Arena arena = {0};

    arena_heap_begin(&arena);
    char *text = arena_heap_calloc(2, 4);
    CHECK(text[0] == 0 && text[7] == 0);
    memcpy(text, "lantern", 8);
    char *grown = arena_heap_realloc(text, 64);
    CHECK(grown == text); /* the newest grows where it stands */
    char *other = arena_heap_realloc(NULL, 16);
    memset(other, 'x', 16);
    grown = arena_heap_realloc(text, 200000);
    CHECK(grown != text);
    CHECK(memcmp(grown, "lantern", 8) == 0);
    CHECK(arena_heap_realloc(grown, 8) == grown);
    arena_heap_free(grown);
    arena_heap_end();
    arena_deinit(&arena);
}

RUN_TESTS(TEST(a_heap_of_an_arena_keeps_what_grows),
          TEST(arena_memory_is_zeroed_and_apart),
          TEST(a_reset_arena_has_room_for_the_same_again),
          TEST(arrays_grow_and_keep_their_elements), TEST(arena_strings_end_with_nul),
          TEST(room_holds_what_is_written_and_stands_apart))
