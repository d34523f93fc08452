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

void ask_box_key(Model *m, const Key *key, Effect *out);
/* Esc: it is closed, and what stands in it kept. */
void ask_put_aside(Model *m, Effect *out);
bool ask_wants_keeping(const Model *m);
void ask_keep(Model *m, Effect *out);
/* Post it, with the words that stand in it. */
void ask_post(Model *m, Effect *out);
/* It is about these words of the text after; empty: the part, or all. */
void ask_about(Model *m, Range place);
void ask_set_kind(AskBox *box, ThreadKind kind);

/* The boxes as text, to be kept, and back (ask_draft.c). */
void ask_write(const AskBox boxes[BOX_COUNT], StrBuf *out);
void ask_read(Str text, AskBox boxes[BOX_COUNT]);

/* Rows that the box takes above the hints; 0: it is closed. */
int ask_rows(const Model *m);
void draw_ask(const Model *m, Screen *s);     /* box_ask.c */
void draw_closing(const Model *m, Screen *s); /* why it is closed */

#endif
