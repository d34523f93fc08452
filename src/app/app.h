/* app.h: the program on a terminal: the loop of model, update, draw. */
#ifndef APP_APP_H
#define APP_APP_H

#include <stdbool.h>

#include "app/session.h"
#include "base/error.h"

typedef struct AppOptions {
    Session *session;     /* open; its library may still be unread */
    const char *document; /* path to open in Write, NULL: Home */
    bool tutorial;        /* the document is that of the tutorial */
    bool color;           /* false: NO_COLOR and the like */
    bool review;          /* `document` opens in its review, … */
    Str since;            /* … since this revision; empty: since it was read last */
    int view;             /* … or in this view (ui/model.h: View); 0: none */
    Str role;             /* … VIEW_DECK: as whom one asks; empty: everybody */
    Str other;            /* … VIEW_MERGE: the branch; empty: what git left */
    bool interview;       /* linear_run(): ask the questions of `document` */
} AppOptions;

/* Runs until the person leaves; the terminal is as before when it returns.
 *
 *   status  exit code of the process
 *   fails   before a screen was shown: ERR_USAGE without a terminal, or when the
 *           document cannot be opened (as service_read) */
bool app_run(const AppOptions *options, int *status, Error *err);

#endif
