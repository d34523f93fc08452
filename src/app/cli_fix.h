/* cli_fix.h: prfaq check --fix. */
#ifndef APP_CLI_FIX_H
#define APP_CLI_FIX_H

#include "app/cli.h"

/* Fix what can be fixed without asking in the documents that were named, or what
 * `rules` report; say what changed. With --dry-run nothing is written. Makes no
 * revision. */
bool fix_documents(Cli *cli, const Str *rules, size_t rule_count, Error *err);

#endif
