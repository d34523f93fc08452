/* exercise.h: the lines a room collects in an exercise of a workshop: a hundred
 * questions, the one-star review, guess the gap.
 *
 * A file `.prfaq/exercises/DOCUMENT.tsv`: the line "prfaq-exercises 1", then a line a
 * deed, tabs between its columns: exercise, deed, time, who, words. Lines are only
 * added, so that two drafts of it merge by keeping both; "dropped" takes the last line
 * of those words back. Any bytes can be read: a line that is none of these is left out
 * and counted.
 * Source: docs/review-files.md. */
#ifndef REVIEW_EXERCISE_H
#define REVIEW_EXERCISE_H

#include <stdbool.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"

typedef enum ExerciseDeed {
    EXERCISE_WRITTEN,
    EXERCISE_DROPPED,
    EXERCISE_DEED_COUNT,
} ExerciseDeed;

typedef struct ExerciseLine {
    Str exercise; /* what the room calls it: the title of an item of the agenda */
    Moment time;  /* seconds 0: not said */
    Str who;
    Str words; /* one line */
} ExerciseLine;

typedef struct Exercises {
    const ExerciseLine *items; /* in file order, without those that were dropped */
    size_t count;
    size_t damaged;      /* lines that were left out, … */
    size_t damaged_line; /* … the first of them, from 1 */
} Exercises;

/*   owns  *out lives in `arena` and borrows nothing from `bytes` */
void exercises_parse(Str bytes, Arena *arena, Exercises *out);
/* Append a deed to the bytes of a file, which may be empty. Control characters become
 * spaces. */
void exercises_add(StrBuf *bytes, ExerciseDeed deed, const ExerciseLine *line);
/* How many lines an exercise has; the answer to a guess is none. */
size_t exercises_count(const Exercises *e, Str exercise);
/* Its last line; NULL: it has none. */
const ExerciseLine *exercises_last(const Exercises *e, Str exercise);

/* In "guess the gap" the line that begins with "=" says what it really is. */
bool exercise_is_answer(const ExerciseLine *line);
/* The last such line; NULL: nobody has looked it up. */
const ExerciseLine *exercises_answer(const Exercises *e, Str exercise);
/* The first number in a line: "about 1,200" is 1200; false: there is none. */
bool exercise_number(Str words, double *out);

#endif
