/* abbrev.h: abbreviations whose dot may not end a sentence, per language.
 * Source: docs/rules.md, "Text model". */
#ifndef TEXT_ABBREV_H
#define TEXT_ABBREV_H

#include "base/lang.h"
#include "base/str.h"

typedef enum AbbrevKind {
    ABBREV_NEVER,  /* never ends a sentence */
    ABBREV_MAY,    /* ends one before a word that begins sentences */
    ABBREV_NUMBER, /* an abbreviation before a number, else a word: "No. We do." */
} AbbrevKind;

typedef struct Abbrev {
    Str word; /* without its last dot; lower case also matches capitalised */
    AbbrevKind kind;
} Abbrev;

/* The row of a word that stands before a dot, or NULL. */
const Abbrev *abbrev_find(Str word, Lang lang);

#endif
