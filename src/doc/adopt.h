/* adopt.h: give the parts of a document that somebody else wrote their ids.
 *
 * Reading finds parts by label and by position; a person confirms them; each then
 * carries a hidden comment "<!-- prfaq-id: problem -->" and is found for sure. Only
 * such comments are written: no other byte changes, and none of them reshapes the
 * text around it. Source: docs/rules.md, "Recognising parts". */
#ifndef DOC_ADOPT_H
#define DOC_ADOPT_H

#include <stdbool.h>

#include "doc/document.h"

/* How sure a part must be to be taken without asking. */
#define ADOPT_SURE 0.6

/* A part that has no id comment yet. The fields of the second half are the
 * person's to change; they come filled with what was found. */
typedef struct Proposal {
    size_t part; /* index in the document */
    Found found;
    double confidence;
    bool labelled; /* it has a label of its own */
    Str words;     /* what it begins with */

    PartKind kind; /* PART_OTHER: no part of a PR/FAQ */
    unsigned also; /* further kinds told there, as bits of PART_BIT */
    size_t block;  /* where it begins */
    bool taken;
    bool refused; /* a person said that it is none: it is not found again */
    bool named;   /* a person said what it is */
} Proposal;

typedef struct Adoption {
    Proposal *items; /* in file order */
    size_t count;
    size_t held; /* how many parts carry an id comment already */
} Adoption;

/* What could be confirmed; all of it is taken at first. In `arena`. */
void adopt_propose(const Document *doc, Arena *arena, Adoption *out);
/* May it begin at that block? Not inside what another proposal or an id comment
 * holds. */
bool adopt_may_begin(const Document *doc, const Adoption *a, size_t item, size_t block);

/* A person's word: it is what was found, it is that, it is none. */
void adopt_accept(Proposal *p);
void adopt_name(Proposal *p, PartKind kind);
void adopt_refuse(Proposal *p);

/* It begins there. */
void adopt_move(const Document *doc, Proposal *p, size_t block);

typedef struct Adopted {
    Str bytes;      /* the document with its comments */
    size_t added;   /* comments */
    const Str *ids; /* of them */
    bool *left;     /* by proposal: taken, but there is no place for its comment */
    size_t left_count;
} Adopted;

/* Write what is taken. A proposal with a label that is not taken gets the id
 * "other", else its label would name the part again; so does one that was refused
 * and would be found at its place again.
 *
 *   lib   for reading the result: each comment is tried, and one that reshapes
 *         the text or is not read as it was meant is left out
 *   owns  *out lives in `arena` */
void adopt_write(const Document *doc, const Library *lib, const Adoption *a,
                 Arena *arena, Adopted *out);

/* The ids that adoption gave: what an author wrote is none of them. */
typedef struct AdoptedIds {
    const Str *items;
    size_t count;
} AdoptedIds;

/* Take the comments with these ids out again: those alone on their line. Where one
 * keeps two blocks apart an empty line takes its place.
 *   ids      NULL: all that are in the document
 *   returns  how many there were */
size_t adopt_undo(const Document *doc, const AdoptedIds *ids, Arena *arena, Str *out);

#endif
