/* own_words.h: words the workspace calls right, .prfaq/words: one a line, sorted, with
 * comments behind '#' at its top. */
#ifndef APP_OWN_WORDS_H
#define APP_OWN_WORDS_H

#include "app/session.h"

/* The text of the file with one more word, in its place.
 *   known  it is there already */
void own_words_with(Str bytes, Str word, StrBuf *out, bool *known);
/* Add a word and commit the file alone.
 *   fails  as session_need_workspace, writer_need and own_file_change */
bool own_words_add(Session *s, Str word, Error *err);
/* What need not be looked up: those words, the names of the roster, the terms of the
 * glossary.
 *   owns  *out lives in `arena`; each may be several words */
void own_words_accepted(Session *s, Arena *arena, const Str **out, size_t *count);

#endif
