/* cli_targets.h: the documents a person named for a command that takes many. */
#ifndef APP_CLI_TARGETS_H
#define APP_CLI_TARGETS_H

#include "app/cli.h"

typedef struct CliTargets {
    /* A document and what to call it. */
    bool (*document)(void *ctx, const DocumentRef *ref, Str name, Error *err);
    /* A file of a folder or of the workspace: whether it is a document is seen when it
     * is read, and `found` says of how many that was so since it was last asked. Both
     * may be NULL: then files are read first, and only documents are given. */
    bool (*file)(void *ctx, const DocumentRef *ref, Str name, Error *err);
    bool (*found)(void *ctx, size_t *count, Error *err);
    bool (*input)(void *ctx, Error *err); /* "-" was named */
    /* The session moves to another workspace next; may be NULL. */
    bool (*leave)(void *ctx, Error *err);
    /* Told of a name that stands for nothing, when it is not the last such one; may
     * be NULL. */
    void (*failed)(void *ctx, const Error *why);
    void *ctx;
} CliTargets;

/* Each document of the arguments: names, paths, folders (their documents). Without an
 * argument the only document of the workspace, or all of them with --all. A name that
 * stands for nothing is passed over and fails at the end; a function that fails ends
 * it. fails  ERR_NOT_FOUND; ERR_USAGE when nothing is named and there are several */
bool cli_targets(Cli *cli, const CliTargets *targets, Error *err);

#endif
