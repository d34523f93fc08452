/* own_file.h: the files the program keeps for everybody below `.prfaq/`. */
#ifndef APP_OWN_FILE_H
#define APP_OWN_FILE_H

#include <stdbool.h>

#include "app/session.h"
#include "app/writer.h"

/* The bytes of such a file, empty when it is missing.
 *   path  relative to the workspace: ".prfaq/people" */
bool own_file_read(Session *s, Str path, StrBuf *out, Error *err);
/* Write it and commit it alone, at once, so that `git status` stays clean. A program
 * that is killed in between leaves it to the next one (app/own_pending.h). fails  as
 * file_replace and repo_commit; the file is then as it was */
bool own_file_change(Session *s, Str path, Str bytes, const Writer *writer, Str message,
                     Error *err);

/* The turn to read such files, change them and write them back: one program of this
 * clone at a time, so that nothing is written over what another has just added. A
 * turn ends with its process.
 *   fails  ERR_STATE when another's does not end; as private_open */
typedef struct OwnTurn {
    int fd; /* -1: not held */
} OwnTurn;

bool own_turn_take(Session *s, OwnTurn *out, Error *err);
void own_turn_end(OwnTurn *turn);

#endif
