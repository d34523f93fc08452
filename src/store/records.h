/* records.h: a file that is written piece by piece and may end anywhere.
 *
 * One line that says what it is, then records: a letter, the length, a checksum, the
 * bytes. Each checksum goes on from the one before, so that a record which is torn,
 * zeroed or out of its place ends the file for the reader, and all before it counts. */
#ifndef STORE_RECORDS_H
#define STORE_RECORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/str.h"

/* Where a file of records stands, to add the next one or to read it. */
typedef struct Records {
    Str rest;     /* to read */
    uint32_t sum; /* of all before */
    bool torn;    /* bytes are left that are no record */
} Records;

typedef struct Record {
    char type; /* a letter */
    Str bytes;
} Record;

/* Begin a file; `title` is its first line, without the line feed. */
void records_begin(Records *r, Str title, StrBuf *out);
/* Append a record of the pieces `a` and `b`. */
void records_add(Records *r, char type, Str a, Str b, StrBuf *out);

/* Look at a file; false when its first line is not `title`. */
bool records_open(Records *r, Str bytes, Str title);
bool records_next(Records *r, Record *out); /* false at the end, or at a torn record */

/* "key value\n", the value in one line: control characters and '%' as "%0A". */
void records_add_field(const char *key, Str value, StrBuf *out);
void records_add_number(const char *key, long long value, StrBuf *out);
/* The value of that key; empty when it is missing. */
Str records_field(Str fields, const char *key, Arena *arena);
long long records_number(Str fields, const char *key); /* 0 when it is missing */

#endif
