/* keymap.h: which key runs which command where, and the hint rows. */
#ifndef UI_KEYMAP_H
#define UI_KEYMAP_H

#include "ui/command.h"

typedef struct Binding {
    unsigned where;
    Key key;
    CommandId command;
} Binding;

typedef struct Hint {
    CommandId command;
    const char *label; /* N_(): shorter than the command's title */
} Hint;

enum { HINTS_A_ROW = 8 };

const Binding *keymap_bindings(size_t *count);
CommandId keymap_find(View view, const Key *key);
/* The first key of a command in a view, as people read it; false: none. */
bool keymap_key_name(View view, CommandId id, StrBuf *out);
/* All of them, "^S, F2, Esc s". */
void keymap_all_names(View view, CommandId id, StrBuf *out);
/* Hints of a row (0 or 1) of a view; ends with command CMD_NONE. */
const Hint *keymap_hints(View view, int row);
/* prfaq-keys(7), in mdoc, from the tables. */
void keymap_manual(StrBuf *out);

#endif
