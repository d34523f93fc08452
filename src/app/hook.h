/* hook.h: git's pre-commit hook that shows findings: written, known again, taken away.
 *
 * A hook that is there already is kept beside it, called first, and put back byte for
 * byte. The script runs nothing but that one and the program it was made by. */
#ifndef APP_HOOK_H
#define APP_HOOK_H

#include <stdbool.h>

#include "base/error.h"
#include "base/mem.h"
#include "base/str.h"
#include "check/check.h"
#include "repo/repo.h"

typedef enum HookState {
    HOOK_NONE, /* there is no pre-commit hook */
    HOOK_OURS,
    HOOK_CHANGED, /* ours, and changed by hand */
    HOOK_OTHER,
} HookState;

typedef struct Hook {
    Str folder;
    Str path;        /* of the hook git calls */
    Str kept;        /* where one that was there before is kept */
    bool configured; /* core.hooksPath names the folder */
    bool outside;    /* it serves other repositories too */
    HookState state;
    bool has_kept;
} Hook;

/* Look at what is there. */
bool hook_find(Repo *repo, Arena *arena, Hook *out, Error *err);

/* What the hook shall do. */
typedef struct HookPlan {
    Str program;   /* absolute path of prfaq */
    bool block;    /* stop a commit … */
    Level fail_on; /* … with findings from this level on */
} HookPlan;

/* Write the hook; again: write it anew.
 *   fails  ERR_STATE: ours was changed by hand, a kept one is in the way, or another
 *          program writes the hooks of this repository (husky); ERR_IO */
bool hook_install(const Hook *hook, const HookPlan *plan, Error *err);
/* Take ours away and put back what was kept; nothing of ours there: nothing happens.
 *   fails  ERR_STATE: changed by hand; ERR_IO */
bool hook_remove(const Hook *hook, Error *err);

/* The text of the hook.  owns  appended to `out` */
void hook_script(const HookPlan *plan, StrBuf *out);
/* Is it one of ours, as it was written? */
HookState hook_recognise(Str script);

/* The path by which this program was called: by name along PATH, else from here.
 * Links stay links: they are what an upgrade leaves alone.
 *
 *   called  argv[0] */
bool hook_program(const char *called, Arena *arena, Str *out, Error *err);

#endif
