/* session.h: one run of the program in one place: its workspace, settings,
 * library and repository, each found when it is first asked for.
 *
 * Nothing here prints. {0} is a closed session. */
#ifndef APP_SESSION_H
#define APP_SESSION_H

#include <stdbool.h>

#include "base/date.h"
#include "base/error.h"
#include "base/mem.h"
#include "base/str.h"
#include "check/check.h"
#include "doc/library.h"
#include "repo/repo.h"
#include "store/config.h"
#include "store/workspace.h"

/* An own template that does not parse: it is left out of the library. */
typedef struct BrokenTemplate {
    Str id; /* its file name without ".md" */
    Lang lang;
    Str path;
    Error error;
} BrokenTemplate;

typedef struct Session {
    Arena arena; /* lives as long as the session */
    Workspace workspace;
    Config config;           /* system, user, workspace; later ones win */
    Library *library;        /* NULL until session_library() */
    Library **old_libraries; /* of places the session has left: documents read
                                there still point into them */
    size_t old_count, old_cap;
    const struct OwnLists *lists; /* NULL until session_check_options() */
    BrokenTemplate *broken;
    size_t broken_count, broken_cap;
    Repo *repo;               /* NULL until session_repo() */
    const Baseline *baseline; /* NULL until session_baseline() */
    Error baseline_error;     /* of a line of it that was left out */
    bool lenient;             /* a damaged settings file stops nothing */
    Error settings_error;     /* of a settings file that was left out */
    Error workspace_error;    /* the same, of the workspace: a finding of its own */
    bool settings_told;       /* the person knows of them */
    struct FactsCache *facts; /* NULL until session_facts() */
    void (*waiting)(size_t commits); /* told while a long history is looked through;
                                        0: it has ended. NULL: nobody waits */
} Session;

/* Find the workspace of `folder` and read the settings.
 *
 *   fails  ERR_INVALID: a settings file does not parse; ERR_IO. The session is
 *          open all the same, without the settings of that file. */
bool session_open(Session *s, const char *folder, Error *err);
void session_close(Session *s);
/* The clock, or PRFAQ_NOW in tests. */
Moment session_now(void);
Moment session_now_exact(int *millis); /* and the thousandths of its second */

/* The value of a setting: PRFAQ_KEY for "ui.key", then workspace, user, system,
 * else the default of config_known(). A workspace's word on a setting that could
 * run something does not count. Empty when there is no default. */
Str session_setting(const Session *s, const char *name);
/* Which file says so; NULL when none does. */
/* Is it the person's own word, not that of a workspace somebody else may have made? */
bool session_setting_is_own(const Session *s, const Setting *setting);
const Setting *session_find_setting(const Session *s, const char *name);
bool session_setting_bool(const Session *s, const char *name);

/* Built-in templates, the person's own before them, the workspace's first. */
const Library *session_library(Session *s);
/* The template of that id in `lang`, else in another language.
 *   fails  ERR_NOT_FOUND naming what there is; ERR_INVALID when the file that
 *          would have won does not parse */
bool session_template(Session *s, Str id, Lang lang, const Template **out, Error *err);

/* Can a file stand here? Not among the files of git itself.
 *   fails  ERR_STATE for a bare repository, and inside ".git" */
bool session_place_ok(const Session *s, Error *err);
/* Is there a workspace?
 *   fails  ERR_NOT_FOUND with the way to one; ERR_STATE for a bare repository */
bool session_need_workspace(const Session *s, Error *err);
/* The repository of the workspace; libgit2 is started here.
 *   fails  as session_need_workspace and repo_open */
bool session_repo(Session *s, Repo **out, Error *err);

/* The document a person named. When it lies in another work tree than the
 * session, the session moves there, so that its history and roster are used.
 *   fails  as workspace_document, and as session_open after a move */
bool session_document(Session *s, Str name, Arena *arena, DocumentRef *out, Error *err);
/* Would session_document() leave this workspace for another one? */
bool session_would_move(const Session *s, Str name, Arena *arena);

#endif
