/* history.h: VIEW_HISTORY: rows that come in slices, and what each of them changed. */
#ifndef UI_HISTORY_H
#define UI_HISTORY_H

#include "ui/model.h"

enum { HISTORY_LINES = 40 }; /* that linear mode tells at once */

/* MSG_HISTORY, _MORE, _ROW, MSG_NAMED; false: it was none of them. */
bool receive_history(Model *m, const Msg *msg, Effect *out);
/* Is there something to ask for while nobody types? Then it is asked for. */
bool history_waits(const Model *m);
void history_idle(Model *m, Effect *out);
/* Rows of the list that fit above the change. */
int history_height(const Model *m);
size_t history_top(const Model *m);

/* Bars of findings that fit above the list, of each kind. */
size_t history_trend_room(const Model *m);
/* "To fix ▇▄▁ 12 to 0   To look at ▅▃▂ 9 to 3", as far as it is known.
 *   bars  false: the words alone, for lines */
void history_trend(const HistoryList *h, bool bars, StrBuf *out);
/* A row of several saves is asked for one by one: what was to be done is done to one of
 * them; false: it is one save. */
bool history_unfold(Model *m, Effect *out);

/* Commands. */
void cmd_small_saves(Model *m, Effect *out); /* folded, or one by one */
void cmd_only_section(Model *m, Effect *out);
void cmd_name_revision(Model *m, Effect *out);
void name_revision_key(Model *m, const Key *key, Effect *out);
const char *no_row(const Model *m);

#endif
