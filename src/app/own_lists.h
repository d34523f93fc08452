/* own_lists.h: the words of a workspace: its lists, .prfaq/lexicon/LANG/LIST.tsv and
 * the settings lexicon.LIST.LANG, and its glossary, .prfaq/glossary.tsv. */
#ifndef APP_OWN_LISTS_H
#define APP_OWN_LISTS_H

#include "check/glossary.h"
#include "check/lexicon.h"
#include "store/config.h"

typedef struct OwnLists {
    const OwnLexicon *lexicons[LANG_COUNT]; /* NULL: nothing in that language */
    const Glossary *glossary;               /* NULL: none */
    /* A sentence about each file and setting that is left out, with the way out:
     * "FILE: line 3: this level is not known". */
    const Damage *damage;
    size_t damage_count;
} OwnLists;

/* Read them. What is damaged is left out, and nothing else.
 *
 *   root   folder of the workspace; empty: only the settings
 *   owns   *out lives in `arena` */
void own_lists_load(Str root, const Config *config, Arena *arena, OwnLists *out);

#endif
