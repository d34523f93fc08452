/* check_setup.h: what the checks need to know beside the text: settings, clock,
 * files and history. The one place where CheckOptions are filled, for the command
 * line, the screens and the editors. */
#ifndef APP_CHECK_SETUP_H
#define APP_CHECK_SETUP_H

#include "app/session.h"
#include "check/check.h"

/* What the checks need to know about workspace and clock; `ref` may be NULL.
 *   owns  *out lives in `arena` and borrows from the session */
void session_check_options(Session *s, const DocumentRef *ref, Arena *arena,
                           CheckOptions *out);

#endif
