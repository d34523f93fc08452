/* field.h: one line of text a person types into: the boxes of searches, names
 * and notes. Keeps what was typed when its box is closed. */
#ifndef UI_FIELD_H
#define UI_FIELD_H

#include <stdbool.h>

#include "base/str.h"
#include "term/key.h"
#include "term/screen.h"

typedef struct Field {
    StrBuf text; /* UTF-8, NFC, no control characters */
    size_t caret;
    bool fresh; /* just opened: a typed character replaces what is there */
} Field;

void field_deinit(Field *f);
void field_set(Field *f, Str text); /* caret at the end */
Str field_view(const Field *f);
/* Insert a paste or a character; line breaks become spaces. */
void field_insert(Field *f, Str text);
/* Editing and motion keys; false when the key means nothing here. */
bool field_key(Field *f, const Key *key);
/* Draws the text, scrolled so that the caret shows; sets the cursor if `focus`. */
void field_draw(const Field *f, Screen *s, int row, int col, int cells, bool focus);

#endif
