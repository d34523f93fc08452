/* ask.h: the box in which somebody asks, says or suggests something about words of the
 * document, or answers. What stands in it is kept when it is closed, and when the
 * program ends. */
#ifndef UI_ASK_H
#define UI_ASK_H

#include "term/screen.h"
#include "ui/model.h"

void ask_deinit(AskBox *box);
AskBox *ask_box(Model *m); /* the one that is open */
bool ask_is_empty(const AskBox *box);
/* The box that was posted is empty again. */
void ask_clear(Model *m);
/* What was kept comes back where nothing was typed since. */
void ask_take_draft(Model *m);
/* The same with what was read elsewhere; false: something else stands there. */
bool ask_take_kept(Model *m, Str draft);
/* Somebody else types now: what was begun is kept for who began it, on the disk. */
void ask_forget(Model *m);

void ask_box_key(Model *m, const Key *key, Effect *out);
/* Esc: it is closed, and what stands in it kept. */
void ask_put_aside(Model *m, Effect *out);
bool ask_wants_keeping(const Model *m);
void ask_keep(Model *m, Effect *out);
/* Post it, with the words that stand in it. */
void ask_post(Model *m, Effect *out);
void ask_set_kind(AskBox *box, ThreadKind kind);
bool ask_has_due(const AskBox *box); /* an answer to it is owed by a time */

/* What it is about (ask_place.c): of the review's text after, or while one writes of
 * the text as it was read last (derive() first). */
const Document *ask_document(const Model *m);
/* These words; empty: the part one is at, or all. */
void ask_about(Model *m, Range place);
/* The words that were quoted, where they may stand now. */
void ask_find_again(Model *m);
/* While one writes: that much of what is at the caret; the least there is; more or
 * less of it. */
void ask_about_span(Model *m, AskSpan span);
void ask_about_here(Model *m);
void ask_span_step(Model *m, int step);
bool ask_span_is_there(const Model *m, AskSpan span);
/* What the text shows as chosen: the selection, or what is asked about. */
Range ask_shown(const Model *m);

/* The boxes as text, to be kept, and back (ask_draft.c). */
void ask_write(const AskBox boxes[BOX_COUNT], StrBuf *out);
void ask_read(Str text, AskBox boxes[BOX_COUNT]);

/* Rows that the box takes above the hints; 0: it is closed. */
int ask_rows(const Model *m);
void draw_ask(const Model *m, Screen *s);     /* box_ask.c */
void draw_closing(const Model *m, Screen *s); /* why it is closed */

#endif
