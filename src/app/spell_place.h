/* spell_place.h: is there a program for spelling, and which dictionaries has it? */
#ifndef APP_SPELL_PLACE_H
#define APP_SPELL_PLACE_H

#include "base/lang.h"
#include "base/mem.h"

typedef struct SpellPlace {
    Str program;                /* "hunspell"; empty: there is none */
    Str dictionary[LANG_COUNT]; /* "en_US", "ko"; empty: none. English and Korean */
} SpellPlace;

/* Look for them; nothing is started.
 *   folders  to look in, separated by ':'; NULL: DICPATH and those of the system */
void spell_place_find(const char *folders, Arena *arena, SpellPlace *out);

#endif
