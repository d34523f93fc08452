/* cli_baseline.h: `prfaq check --baseline-write` and `--baseline-stale`. */
#ifndef APP_CLI_BASELINE_H
#define APP_CLI_BASELINE_H

#include "app/cli.h"
#include "check/baseline.h"

/* What the checked documents would have in the baseline. {0} is none. */
typedef struct Accepted {
    Str *documents;
    size_t count, cap;
    StrBuf lines;
} Accepted;

void accepted_add(Accepted *a, Arena *arena, Str document, Str lines);
void accepted_deinit(Accepted *a);

/* Accept what was found, write the file and commit it alone.
 *   fails  outside a workspace, without a writer; as own_file_change */
bool baseline_accept(Cli *cli, const Accepted *accepted, Error *err);
/* List the lines that no finding meets any more; cli->status is 1 when there are. */
void baseline_list_stale(Cli *cli, const Accepted *accepted);

#endif
