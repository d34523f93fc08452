/* history_table.h: the revisions of one document as records of one size: what is kept
 * in `.git/prfaq/history/`, so that no commit need be looked at twice.
 *
 * A head says for which commit and which names of the document it was made, then come
 * the records, oldest first, so that new revisions are added behind them. Each record
 * ends in a checksum that goes on from the one before: the last one vouches for all.
 * Any bytes may be read as a table; what does not add up is none. */
#ifndef REPO_HISTORY_TABLE_H
#define REPO_HISTORY_TABLE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"

enum {
    RECORD_SIZE = 72,
    TABLE_HEAD_SIZE = 64, /* the names follow */
    TABLE_NAMES_MAX = 64 * 1024,
    ID_SIZE = 20,
};

/* One revision; its number is its place in the table, from 1. */
typedef struct RevisionRecord {
    unsigned char commit[ID_SIZE], blob[ID_SIZE];
    Moment time;
    uint32_t author;   /* hash of name and e-mail */
    uint32_t previous; /* number of the revision it changed; 0: none */
    uint32_t merged;   /* … and of the other one, where it joined two; 0: none */
    uint32_t name;     /* index among the names of the document */
    bool noted;        /* somebody said something about it */
    uint32_t check;    /* set by record_write and record_read */
} RevisionRecord;

typedef struct TableHead {
    unsigned char head[ID_SIZE]; /* the last commit that was looked at */
    uint32_t boundary;           /* checksum of what says where a shallow clone ends */
    uint32_t count;
    uint32_t at;      /* number of the revision whose words that commit has; 0: none */
    uint32_t last;    /* checksum of the last record; 0 without one */
    const Str *names; /* of the document, that of today first */
    size_t name_count;
    size_t size; /* bytes of head and names: where the records begin */
} TableHead;

/* Append the head with its names. */
void table_head_write(const TableHead *head, StrBuf *out);
/*   bytes    the beginning of a file, TABLE_HEAD_SIZE + TABLE_NAMES_MAX or all of it
 *   owns     names live in `arena`
 *   returns  false for anything else */
bool table_head_read(Str bytes, Arena *arena, TableHead *out);

/* Append a record that follows one with the checksum `before` (0 for the first). */
void record_write(RevisionRecord *record, uint32_t before, StrBuf *out);
/*   bytes    RECORD_SIZE
 *   number   its place, from 1
 *   returns  false when it is damaged or names what is not before it */
bool record_read(const char *bytes, uint32_t number, uint32_t before, size_t name_count,
                 RevisionRecord *out);
/* The checksum a record ends in, unverified. */
uint32_t record_check(const char *bytes);

/* An id as hex digits, NUL-terminated. */
void record_id(const unsigned char id[ID_SIZE], char hex[2 * ID_SIZE + 1]);

#endif
