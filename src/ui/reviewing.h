/* reviewing.h: the screens of a review: the changes (VIEW_REVIEW) and the list of
 * questions (VIEW_QUESTIONS). */
#ifndef UI_REVIEWING_H
#define UI_REVIEWING_H

#include "ui/model.h"

/* Show a review: it is the model's from now on. */
void review_show(Model *m, Review *review);
void review_view_deinit(ReviewView *v);
/* What is seen now; after each message, when the page is made. */
void review_look_on(Model *m);
/* Ask for it: since a revision, or empty: since the reader's mark. */
void review_ask_for(Model *m, Str since, Effect *out);
void review_ask_again(Model *m, Effect *out); /* since the same one */
/* One goes away: true when that one has read it is to be noted first. */
bool review_leave(Model *m, Effect *out);
void review_noted(Model *m, bool ok, Effect *out);
/* How the text stands: side by side only where there is room. */
ReviewLook review_look(const Model *m);
/* The thread that keys act on: of the list the selected one, else the first open one
 * under the change one is at; NULL: none. */
const ReviewEntry *review_entry(const Model *m);
/* The caret to the words of the thread at hand, where they stand. */
void review_go_to_words(Model *m);
void review_select(Model *m, size_t row); /* of the list, or the one near it */
int review_top_row(const Model *m);       /* the first of the text */
/* A large window tells the threads of the change one is at below the text. */
bool review_has_panel(const Model *m);
int review_panel_rows(const Model *m); /* 0: none, or a box stands there */
void draw_review_panel(const Model *m, Screen *s, int row); /* review_panel.c */

/* Putting a thread on other words (review_move.c), PROMPT_PLACE. */
void review_move_key(Model *m, const Key *key, Effect *out);
Effect review_move_answer(Model *m, Str line); /* in linear mode: the words */
void review_move_stop(Model *m);               /* it stays where it is */
void review_moved(Model *m); /* it is there: the text stands as before */

/* Has the open thread at hand lost its words, or do they read otherwise now? */
bool review_needs_place(const Model *m);

/* Between the changes and the list of questions. */
void review_go_between(Model *m, View view);
/* A change, or in the new text a paragraph, on (1) or back (-1); NO_INDEX: none. */
size_t review_next_block(const ReviewView *v, int direction);

/* Picking words of the text (review_pick.c): Shift+arrows; false: no such key. */
bool review_pick_key(Model *m, const Key *key);
/* A word on (1) or back (-1), a sentence on (2) or back (-2). */
void review_pick_step(Model *m, int step, bool extend);
/* The words that a question about the change at hand is about, when none are picked:
 * those that are new, else all of the block; empty when none are left of it. */
Range review_pick_default(const Model *m);

#endif
