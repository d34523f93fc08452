/* cli_ask.h: questions on the command line, one line each. Only where
 * input_is_terminal(): what is asked is printed at once. */
#ifndef APP_CLI_ASK_H
#define APP_CLI_ASK_H

#include <stdbool.h>

#include "base/str.h"

void ask_say(Str text);
/* Print `question` and read a line; false at the end of input. */
bool ask_line(const char *question, StrBuf *line);
/* The first letter of the answer, in lower case; `usual` for an empty one. The
 * letters of a Korean keyboard count as those on the same keys.
 *   returns  false at the end of input */
bool ask_key(const char *question, char usual, char *key);

#endif
