/* typing.h: what of a frame a typed character changes.
 *
 * Most messages while one writes are characters that go into one line and change no
 * other row: that is found out by comparing the model before and after. */
#ifndef UI_TYPING_H
#define UI_TYPING_H

#include "ui/model.h"
#include "ui/msg.h"

/* What the rows of the text depend on. */
typedef struct Typing {
    bool writes; /* the message is a key, and the document stands on the screen alone */
    bool in_line;      /* … a character or Backspace, without a selection */
    uint64_t version;  /* of the text */
    size_t top, line;  /* starts of the first line shown and of the caret's */
    size_t behind;     /* bytes behind that line */
    int top_row, rows; /* of the caret's line */
} Typing;

Typing typing_of(const Model *m, const Msg *msg);
Redraw typing_redraw(const Typing *before, const Typing *now);

#endif
