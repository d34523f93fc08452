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

enum { HINTS_A_ROW = 10 }; /* the last one ends the row */

/* All bindings: those of the program, or with a person's own keys. */
struct Keymap {
    const Binding *items;
    size_t count;
};
typedef struct Keymap Keymap;

/* "key.save = ctrl-s, f2" of a settings file. */
typedef struct OwnKeys {
    Str command, keys; /* "save", "ctrl-s, f2" */
    Str origin;        /* the file … */
    int line;          /* … and where in it */
} OwnKeys;

/* The bindings with a person's own keys in place of a command's.
 *
 *   problems  "PATH:LINE: reason", one a line: no such command or key, a key that is
 *             needed for typing, one that two commands want, one that was taken from
 *             another command
 *   owns      *out lives in `arena` */
void keymap_make(const OwnKeys *own, size_t count, Arena *arena, Keymap *out,
                 StrBuf *problems);

const Binding *keymap_bindings(size_t *count); /* of the program */
/* In these: `keys` NULL is the program's own table. */
CommandId keymap_find(const Keymap *keys, View view, const Key *key);
/* The first key of a command in a view, as people read it; false: none. */
bool keymap_key_name(const Keymap *keys, View view, CommandId id, StrBuf *out);
/* All of them, "^S, F2, Esc s". */
void keymap_all_names(const Keymap *keys, View view, CommandId id, StrBuf *out);
/* Hints of a row (0 or 1) of a view; ends with command CMD_NONE. */
const Hint *keymap_hints(View view, int row);
/* Those of the writing screen when the time of a workshop's item is up. */
const Hint *keymap_hints_up(int row);
/* prfaq-keys(7), in mdoc, from the tables. */
void keymap_manual(StrBuf *out);

#endif
