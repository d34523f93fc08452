/* cli_completion.h: what the shell offers when a person presses Tab.
 *
 * The scripts for the shells hold no tables: they ask the program, which knows
 * its commands, and hand on what it answers. */
#ifndef APP_CLI_COMPLETION_H
#define APP_CLI_COMPLETION_H

#include "app/cli.h"

/*   fails  ERR_USAGE for another shell than bash, zsh and fish */
bool completion_script(Str shell, StrBuf *out, Error *err);

/* What can stand in place of the last of `words`, one a line: the word, a tab,
 * what it means. ":file" or ":folder": the shell completes paths itself.
 *
 *   words  as typed after "prfaq"; the last one is unfinished, maybe empty */
void completion_words(Cli *cli, const Str *words, size_t count, StrBuf *out);

#endif
