/* exercise_view.h: the lines a room collects in an exercise (VIEW_EXERCISE): one after
 * the other, counted, each by who typed it. It opens with the item of the agenda that
 * wants such lines and names no section, also when a crash came between.
 *
 * Each line is on the disk before the next one is asked for. */
#ifndef UI_EXERCISE_VIEW_H
#define UI_EXERCISE_VIEW_H

#include "review/exercise.h"
#include "ui/model.h"

typedef struct ExerciseView {
    Arena arena;
    Exercises lines; /* of the document, in the arena */
    bool known;      /* they were read */
    StrBuf title;    /* the exercise at hand; empty: the last one there was */
    StrBuf line;     /* on its way to the file */
    bool asking;     /* the next one is asked for when it has arrived */
} ExerciseView;

void exercise_view_free(Model *m);
/* Is the item of the agenda such an exercise? Its lines then, once they are known. */
bool exercise_is_item(const AgendaBox *box);
size_t exercise_items(const Model *m, const AgendaBox *box);
/* The item has begun: the view opens when the keys rest. */
void exercise_begin(Model *m);
bool exercise_waits(const Model *m);
void exercise_open(Model *m, Effect *out);
/* A key of the row a line is typed in; Esc keeps what stands there and stops. */
void exercise_key(Model *m, const Key *key, Effect *out);
void exercise_stop(Model *m, Effect *out);
void exercise_head(const Model *m, StrBuf *left, StrBuf *right);
/* "Line 38: " */
void exercise_ask(const Model *m, StrBuf *out);
uint64_t exercise_told(const Model *m);

#endif
