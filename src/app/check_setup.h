/* check_setup.h: what the checks need to know beside the text: settings, clock,
 * files and history. The one place where CheckOptions are filled, for the command
 * line, the screens and the editors. */
#ifndef APP_CHECK_SETUP_H
#define APP_CHECK_SETUP_H

#include "app/session.h"
#include "check/baseline.h"
#include "check/check.h"

#define BASELINE_PATH ".prfaq/baseline.tsv"

/* What the checks need to know about workspace and clock; `ref` may be NULL.
 *   owns  *out lives in `arena` and borrows from the session */
void session_check_options(Session *s, const DocumentRef *ref, Arena *arena,
                           CheckOptions *out);

/* The accepted findings of the workspace, read once; none outside one. A damaged
 * line is left out and told by session_check_problems(). */
const Baseline *session_baseline(Session *s);
/* What is wrong in the settings and files of the checks, a line each with file and
 * line, to be said once. It never stops a check. */
size_t session_check_problems(Session *s, Arena *arena, Str **out);

#endif
