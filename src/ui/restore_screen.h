/* restore_screen.h: VIEW_RESTORE: what of a revision is brought back: the whole, some
 * sections, or one change; what that does to open questions; and undoing it. */
#ifndef UI_RESTORE_SCREEN_H
#define UI_RESTORE_SCREEN_H

#include "ui/model.h"

/* The rows of the list, from the top; behind RESTORE_ROW_PARTS the sections, then one
 * change. */
enum { RESTORE_ROW_WHOLE, RESTORE_ROW_PARTS, RESTORE_ROW_FIRST };

/* MSG_RESTORE, MSG_RESTORED; false: it was none of them. */
bool receive_restore(Model *m, const Msg *msg, Effect *out);
void restore_screen_deinit(RestoreScreen *v);
size_t restore_rows(const RestoreScreen *v);
/* The section of a row, NO_INDEX: it is of none. */
size_t restore_row_part(const RestoreScreen *v, size_t row);
/* Is it the row of one change? */
bool restore_row_change(const RestoreScreen *v, size_t row);
/* Is the row chosen: its button pressed, its section ticked? */
bool restore_row_on(const RestoreScreen *v, size_t row);
/* What a row says, without its button; `words` what it does to the words of it. */
void restore_row_title(const RestoreScreen *v, size_t row, StrBuf *out);
void restore_row_words(const RestoreScreen *v, size_t row, StrBuf *out);
/* The change that the row at hand is looked at by; NO_INDEX: none. */
size_t restore_block(const RestoreScreen *v);
/* What doing it makes, a sentence or two. */
void restore_plan(const RestoreScreen *v, StrBuf *out);
/* What becomes of open questions, one line a kind; nothing without any. */
void restore_questions(const RestoreScreen *v, StrBuf *out);
/* How a block was now (false) or then, from near its first change on. */
void restore_side(const Restoring *r, size_t block, bool then, StrBuf *out);

/* Commands. */
void cmd_restore(Model *m, Effect *out); /* from the history, or from a change */
void cmd_restore_tick(Model *m, Effect *out);
void cmd_restore_next(Model *m, Effect *out);
void cmd_restore_previous(Model *m, Effect *out);
void cmd_restore_see(Model *m, Effect *out); /* every change */
void cmd_restore_do(Model *m, Effect *out);
void cmd_undo_restore(Model *m, Effect *out);
const char *no_restore(const Model *m);
const char *no_restore_do(const Model *m);
const char *no_undo_restore(const Model *m);

#endif
