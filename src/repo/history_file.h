/* history_file.h: the table of revisions of one document in `.git/prfaq/history/`,
 * 0600. It only saves time: every failure means that there is none. */
#ifndef REPO_HISTORY_FILE_H
#define REPO_HISTORY_FILE_H

#include "repo/git.h"
#include "repo/history_table.h"

/* An open table, of which a window is in memory. */
typedef struct HistoryFile {
    int fd; /* -1: none */
    TableHead head;
    StrBuf window;
    uint32_t first; /* number of the first record in it, 0: none */
} HistoryFile;

/* Open the table of a document.
 *   owns  the head in `arena`; history_file_close() the rest */
bool history_file_open(Repo *repo, Str path, Arena *arena, HistoryFile *out);
void history_file_close(HistoryFile *f);
/* The record of that number; false when it is damaged. */
bool history_file_record(HistoryFile *f, uint32_t number, RevisionRecord *out);

/* Add records behind the last one, and say in the head up to where they go now. */
void history_file_append(HistoryFile *f, const TableHead *head, Str records);
/* Put a new table in place of the old one. */
void history_file_write(Repo *repo, Str path, const TableHead *head, Str records);
void history_file_remove(Repo *repo, Str path);

/* Checksum of what says where history ends: it moves when more is fetched. */
uint32_t history_boundary(const Repo *repo);

#endif
