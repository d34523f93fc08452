/* journal.h: every edit of a writing session, on the disk.
 *
 * A journal begins with the first edit after opening or after a revision: what the
 * session is about, the bytes of the file as it was read, then one record for every
 * edit. Its session holds the lock of the file; a journal without a holder is what a
 * crash left behind. Format: store/records.h. */
#ifndef STORE_JOURNAL_H
#define STORE_JOURNAL_H

#include <stdbool.h>

#include "base/date.h"
#include "base/error.h"
#include "base/hash.h"
#include "base/mem.h"
#include "base/str.h"
#include "store/private.h"

typedef struct JournalHead {
    Str document; /* "ideas/lantern" */
    Str path;     /* absolute */
    int revision; /* the last one when it began; 0: none, -1: not known */
    Process process;
    Moment started;
} JournalHead;

typedef struct Journal Journal;

/* A new journal in `folder`, with the edits still to come.
 *   fails  ERR_IO; nothing is left behind */
bool journal_create(Str folder, const JournalHead *head, Str base, Journal **out,
                    Error *err);
/* Append; each is one write. What fails has no effect, and may be tried again.
 *   fails  ERR_IO */
bool journal_edit(Journal *j, size_t offset, size_t removed, Str added, Moment now,
                  Error *err);
bool journal_person(Journal *j, Str name, Error *err);    /* who types from here on */
bool journal_place(Journal *j, Str section, Error *err);  /* … and where */
bool journal_wrote(Journal *j, Hash content, Error *err); /* the file holds this now */
/* Everything is on the disk when this is true.
 *   fails  ERR_IO; ERR_NOT_FOUND when somebody removed the file */
bool journal_sync(Journal *j, Error *err);
Str journal_name(const Journal *j); /* of its file */
Str journal_folder(const Journal *j);
void journal_end(Journal *j);   /* its words are safe elsewhere: remove and free */
void journal_leave(Journal *j); /* the file stays; free */

/* What a journal tells. */
typedef struct JournalWords {
    JournalHead head;
    Str base;    /* the file when it began */
    Str text;    /* with every edit */
    Str person;  /* who typed last; empty: nobody was known */
    Str place;   /* section of the last edit; may be empty */
    Moment last; /* of the last edit, else of the beginning */
    size_t edits;
    const Hash *written; /* what the file held since, oldest first */
    size_t written_count;
    bool torn; /* it ends in the middle: what came before counts */
} JournalWords;

/* Read any bytes as a journal.
 *
 *   owns   *out lives in `arena`
 *   fails  ERR_INVALID: no journal, of a newer version, or damaged before its base
 *          ends */
bool journal_parse(Str bytes, Arena *arena, JournalWords *out, Error *err);
/* Did the file of the session ever hold this since it began? */
bool journal_knows(const JournalWords *words, Str content);

typedef struct JournalFile {
    Str folder, name;
    bool live; /* its session goes on */
} JournalFile;

/* Journals of a document in a folder, by name; of all for an empty `document`. */
const JournalFile *journal_list(Str folder, Str document, Arena *arena, size_t *count);
/* Read one.
 *   fails  as file_read and journal_parse */
bool journal_read(const JournalFile *file, Arena *arena, JournalWords *out, Error *err);

#endif
