/* turns.h: who typed in this clone, how much and when last: for the box that asks who
 * types next. `turns` in the private folder, 0600, git-config syntax; losing it loses
 * no word. */
#ifndef STORE_TURNS_H
#define STORE_TURNS_H

#include <stdbool.h>

#include "base/date.h"
#include "base/error.h"
#include "base/mem.h"
#include "base/str.h"

typedef struct Turn {
    Str name;
    int words;    /* of revisions under this name */
    Moment since; /* when this person took over last; seconds 0: never */
    Moment last;  /* of the last revision; seconds 0: none */
} Turn;

typedef struct Turns {
    const Turn *items; /* in the order of their first turns */
    size_t count;
} Turns;

/* A missing or damaged file is nobody yet. */
void turns_load(Str private_folder, Arena *arena, Turns *out);
const Turn *turns_of(const Turns *turns, Str name); /* or NULL */
/* From now on `name` types. */
bool turns_begin(Str private_folder, Str name, Moment now, Error *err);
/* A revision under this name has so many new words. */
bool turns_note(Str private_folder, Str name, int words, Moment now, Error *err);

#endif
