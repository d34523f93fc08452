/* git_drivers.h: what git calls for documents once prfaq git-setup was told to: the
 * redline in git diff, sentences in git log, merging by sentence. Files that are no
 * documents are shown and merged as git does it itself. */
#ifndef APP_GIT_DRIVERS_H
#define APP_GIT_DRIVERS_H

#include "app/session.h"

/* diff.prfaq.textconv: the document in `file`, a sentence a line. */
bool git_textconv(Session *s, const char *file, Arena *arena, StrBuf *out, Error *err);

typedef struct GitDiff {
    Str path;              /* of the file in the repository */
    const char *old, *new; /* files with its two versions; "/dev/null": none */
    bool color;
    int width;
} GitDiff;

/* diff.prfaq.command and difftool.prfaq.cmd. */
bool git_diff_files(Session *s, const GitDiff *diff, Arena *arena, StrBuf *out,
                    Error *err);

typedef struct GitMerge {
    const char *base, *mine, *theirs; /* files; mine gets the result */
    int mark_size;
    Str path;
} GitMerge;

/* merge.prfaq.driver.
 *   open  how many places are left between marks */
bool git_merge_files(Session *s, const GitMerge *merge, Arena *arena, size_t *open,
                     Error *err);

#endif
