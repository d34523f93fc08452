/* own_editor.h: a section in the editor of the person's own choice. */
#ifndef APP_OWN_EDITOR_H
#define APP_OWN_EDITOR_H

#include <stdbool.h>

#include "app/session.h"
#include "base/error.h"
#include "term/term.h"

/* $VISUAL, else $EDITOR, else vi, with a private file that is taken away afterwards.
 * The words are in that file only, never in an argument.
 *
 *   t      NULL: in lines, there is no screen to leave
 *   out    what the file holds afterwards; appended
 *   fails  ERR_IO, ERR_STATE: the editor could not be started or ended badly;
 *          ERR_INVALID: the file is empty, or no text */
bool own_editor_run(const Session *s, Term *t, Str text, StrBuf *out, Error *err);

#endif
