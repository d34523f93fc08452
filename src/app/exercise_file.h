/* exercise_file.h: what a room collects in an exercise about a document: the file
 * `.prfaq/exercises/DOCUMENT.tsv` and its changes, each a commit by the person who
 * types: neither a crash nor a hand-over changes whose line it is. */
#ifndef APP_EXERCISE_FILE_H
#define APP_EXERCISE_FILE_H

#include "app/service.h"
#include "review/exercise.h"

#define EXERCISE_PATH ".prfaq/exercises"

/* None where the file is missing.
 *   owns   *out lives in `arena`
 *   fails  as own_file_read */
bool exercise_read(Session *s, const DocumentRef *ref, Arena *arena, Exercises *out,
                   Error *err);
/* Write a line, or take the last one of these words back.
 *   fails  ERR_USAGE: there are no words, or too many; ERR_NOT_FOUND: no such line;
 *          as writer_need and own_file_change */
bool exercise_do(Session *s, const DocumentRef *ref, ExerciseDeed deed, Str exercise,
                 Str words, Error *err);

#endif
