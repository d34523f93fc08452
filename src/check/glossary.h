/* glossary.h: the words a team has agreed on, .prfaq/glossary.tsv.
 *
 * A TSV of the columns term, instead-of, meaning, owner with one header line;
 * "instead-of" may name several forms, parted by commas. Immutable once parsed. */
#ifndef CHECK_GLOSSARY_H
#define CHECK_GLOSSARY_H

#include <stdbool.h>

#include "base/error.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/str.h"
#include "check/lexicon.h"

typedef struct GlossaryTerm {
    Str term;
    Str instead_of; /* may be empty */
    Str meaning, owner;
    int line; /* from 1 */
} GlossaryTerm;

typedef struct Glossary {
    const GlossaryTerm *terms; /* in file order */
    size_t count;
} Glossary;

/* Read a glossary; CRLF and a missing last line break are allowed.
 *
 *   tsv    must outlive *out, as must `arena`
 *   path   for messages, ".prfaq/glossary.tsv"
 *   fails  ERR_INVALID with path and line of the first bad row: not UTF-8, a control
 *          character, no term,
 *          or a form that it says to use and not to use. *out then has the rows
 *          that are sound: a damaged line stops nothing */
bool glossary_parse(Str tsv, Str path, Arena *arena, Glossary *out, Error *err);
/* Is `word`, in NFC, a term that the team has agreed on, whatever its case? `glossary`
 * may be NULL. */
bool glossary_has(const Glossary *glossary, Str word);
/* The forms not to use as a list: the replacement of each is its term. NULL when
 * there are none.  owns: lives in `arena` */
const Lexicon *glossary_variants(const Glossary *glossary, Lang lang, Arena *arena);

#endif
