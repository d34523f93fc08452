/* revision_facts.h: what a list says of a revision beside who and when: the sections it
 * changed, its words, the findings that came and went. */
#ifndef APP_REVISION_FACTS_H
#define APP_REVISION_FACTS_H

#include "app/service.h"
#include "doc/sitting.h"
#include "repo/kept.h"
#include "repo/names.h"

typedef struct RevisionFacts {
    bool known; /* false: its text, or that before it, cannot be read */
    Error why;  /* when it is not */
    int added, removed;
    Str summary; /* "Problem, FAQ 3: +31 −9 words" */
    Str parts;   /* "Problem, FAQ 3" */
    Redline redline;
    int gained, lost; /* findings, where they were asked for */
} RevisionFacts;

/* What changed from `before` (NULL: from nothing) to `to`.
 *   findings  count those that came and went too
 *   owns      *out lives in `arena` */
void revision_facts(Session *s, const DocumentRef *ref, const Revision *before,
                    const Revision *to, bool findings, Arena *arena,
                    RevisionFacts *out);

/* The document with its revisions and their names. */
typedef struct Chronicle {
    const DocumentRef *ref;
    Revisions *revisions; /* NULL: it is in no workspace */
    RevisionNames names;
    Kept rows; /* what is known of rows, from earlier runs */
} Chronicle;

/*   owns  names in `arena`; chronicle_close() the rest */
bool chronicle_open(Session *s, const DocumentRef *ref, Arena *arena, Chronicle *out,
                    Error *err);
void chronicle_close(Chronicle *c);
/* The same as revision_facts() without findings, and without the blocks of the redline:
 * what a row says. It is kept in `.git/prfaq/rows/` for the next time. */
void chronicle_facts(Session *s, Chronicle *c, const Revision *before,
                     const Revision *to, Arena *arena, RevisionFacts *out);
/* How many revisions from `index` on a list shows as one row; 1: only this. */
size_t chronicle_row(const Chronicle *c, size_t index);
/* What it is to a sitting; false: there is no such index. */
bool chronicle_saved(const Chronicle *c, size_t index, SavedOnce *out);
/* Does it stand out: has it a name, or did somebody say something about it? */
bool chronicle_stands_out(const Chronicle *c, const Revision *revision);
/* What stands in the last column. */
Str revision_said(const Chronicle *c, const Revision *revision,
                  const RevisionFacts *facts, Arena *arena);

#endif
