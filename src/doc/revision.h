/* revision.h: one revision of one document: a commit as a value. */
#ifndef DOC_REVISION_H
#define DOC_REVISION_H

#include "base/date.h"
#include "base/str.h"

typedef struct Person {
    Str name;
    Str email;
} Person;

typedef struct Revision {
    int number;      /* from 1 within the document; 0: not known yet */
    char commit[41]; /* hex, NUL-terminated; "" for unsaved words */
    Person author;
    const Person *with; /* from Co-authored-by, sorted by name */
    size_t with_count;
    Moment time;
    Str note;      /* what the person said; empty for an automatic message */
    Str subject;   /* first line of the message */
    Str body;      /* the rest without trailers */
    char blob[41]; /* of the document's bytes */
} Revision;

#endif
