/* area.h: a Field of several lines: where more than a line is said. Enter begins a new
 * line, always. */
#ifndef UI_AREA_H
#define UI_AREA_H

#include "ui/field.h"

/* As field_key; `cells` is the width it is drawn in, which up and down go by. */
bool area_key(Field *f, const Key *key, int cells);
void area_set(Field *f, Str text); /* caret at the end; line breaks stay */
/* Draws as many rows as fit, with the caret's; sets the cursor if `focus`. */
void area_draw(const Field *f, Screen *s, int row, int col, int rows, int cells,
               bool focus);

#endif
