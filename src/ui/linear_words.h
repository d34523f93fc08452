/* linear_words.h: what can be typed in linear mode: the commands of the table by
 * their names and letters, and a few words for what a screen does with the cursor. */
#ifndef UI_LINEAR_WORDS_H
#define UI_LINEAR_WORDS_H

#include "ui/command.h"

typedef enum LinearVerb {
    VERB_NONE,
    VERB_READ,
    VERB_ADD,
    VERB_DELETE,
    VERB_UP,
    VERB_DOWN,
    VERB_PAIR,
    VERB_GO,
    VERB_FIND,
    VERB_GUIDE,
    VERB_INTERVIEW,
    VERB_MORE,
    VERB_HELP,
    VERB_COUNT,
} LinearVerb;

/* A word that is typed, and what it stands for: a verb, else a command. */
typedef struct LinearWord {
    LinearVerb verb;
    CommandId command;
} LinearWord;

/* The word a person typed; both members 0: there is none of that name here.
 *   word  letters of a Korean keyboard count as those on the same keys */
LinearWord linear_find_word(View view, Str word);
/* How a command is typed in a view, in its shortest form; false: lines have no use
 * for it there. */
bool linear_command_word(View view, CommandId id, StrBuf *out);
/* What does the work of a command that lines have no use for ("cut": deleting a
 * paragraph); NULL: the command itself can be typed. */
const char *linear_instead(CommandId id);
/* Everything that can be typed here, with what it does, in lines. */
void linear_help(const Model *m, StrBuf *out);
/* The few words that are needed most, on one line. */
void linear_hint(const Model *m, StrBuf *out);
/* Commands whose words hold all that was typed: "Did you mean". */
void linear_suggest(const Model *m, Str typed, StrBuf *out);
/* Names of keys in a message ("^Z", "Esc a") as what is typed here. */
void linear_message(View view, Str message, StrBuf *out);

#endif
