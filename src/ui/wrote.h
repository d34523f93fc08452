/* wrote.h: who wrote the words of a document: what a page and a command show.
 *
 * A value of its own: everything lives in its arena. */
#ifndef UI_WROTE_H
#define UI_WROTE_H

#include "base/mem.h"
#include "diff/authorship.h"
#include "doc/document.h"
#include "doc/revision.h"

/* Words in a row that came with one revision, in one block. */
typedef struct WroteRun {
    Range range;              /* in the text */
    Str words;                /* as they stand there, without hidden ids */
    const Revision *revision; /* NULL: they are in none yet */
    size_t section;           /* index */
    size_t block;             /* of the document: runs of one paragraph have the same */
    int count;                /* words; characters where these are counted */
} WroteRun;

typedef struct WroteSection {
    Str id, title; /* both empty before the first part */
    size_t first_run, run_count;
} WroteSection;

typedef struct WrotePerson {
    Person person; /* no name: words in no revision yet */
    int count;
} WrotePerson;

typedef struct Wrote {
    Arena arena;
    Str text;
    Lang lang;
    int revision;                 /* whose words these are; 0: they are in none yet */
    const WroteSection *sections; /* those with words */
    size_t section_count;
    const WroteRun *runs;
    size_t run_count;
    const WrotePerson *people; /* who wrote most comes first */
    size_t person_count;
} Wrote;

#define WROTE_UNSAVED UINT32_MAX /* the revision of words that are in none */

/* The revision of that number; false when it cannot be read. */
typedef bool WroteFind(void *context, uint32_t number, Arena *arena, Revision *out);

/* Fill *out, whose arena holds the document and its bytes already. */
void wrote_make(const Document *doc, const Authorship *by, WroteFind *find,
                void *context, Wrote *out);
void wrote_free(Wrote *w); /* on the heap; NULL is fine */
/* The run at an offset, else the one before it; NULL: there are none. */
const WroteRun *wrote_at(const Wrote *w, size_t offset);
/* "Jun Lee with Mina Park"; who typed words that are in no revision is not known. */
void wrote_who(const Revision *revision, StrBuf *out);

#endif
