#include <assert.h>
#include <stdint.h>

#include "review/exercise.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Any bytes can be read, and what was read is the same when it is written again. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Str bytes = {(const char *)data, size};
    Arena arena = {0};
    StrBuf again = {0};
    Exercises all, second;
    double number;

    exercises_parse(bytes, &arena, &all);
    for (size_t i = 0; i < all.count; i++) {
        const ExerciseLine *line = &all.items[i];
        assert(line->exercise.len > 0 && !str_is_blank(line->words));
        assert(exercises_last(&all, line->exercise) >= line);
        assert(!exercise_is_answer(line) || exercise_number(line->words, &number));
        exercises_add(&again, EXERCISE_WRITTEN, line);
    }
    exercises_parse(strbuf_view(&again), &arena, &second);
    assert(second.count == all.count && second.damaged == 0);
    for (size_t i = 0; i < all.count; i++) {
        assert(str_eq(second.items[i].words, all.items[i].words));
        assert(str_eq(second.items[i].who, all.items[i].who));
        assert(str_eq(second.items[i].exercise, all.items[i].exercise));
    }
    strbuf_deinit(&again);
    arena_deinit(&arena);
    return 0;
}
