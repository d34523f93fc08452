/* deck_notes.h: what a group did with the questions of the deck about one document.
 *
 * A file `.prfaq/deck/DOCUMENT.tsv`: the line "prfaq-deck 1", then a line a deed, tabs
 * between its columns: question, deed, time, who, changed, words. Lines are only added,
 * so that two drafts of it merge by keeping both; of one question the last line counts.
 * In words "\n", "\r", "\t" and "\\" stand for those characters. Any bytes can be
 * read: a line that is none of these is left out and counted.
 * Source: docs/review-files.md. */
#ifndef REVIEW_DECK_NOTES_H
#define REVIEW_DECK_NOTES_H

#include <stdbool.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"

typedef enum DeckDeed {
    DEED_ANSWERED, /* words: the answer */
    DEED_ASKED,    /* words: the id of the thread */
    DEED_PUT,      /* into the FAQ; words: the answer, may be empty */
    DEED_SKIPPED,  /* words: the reason */
    DEED_COUNT,
} DeckDeed;

/* Did the answer change the press release? */
typedef enum DeckChanged {
    CHANGED_NOT_SAID,
    CHANGED_NO,
    CHANGED_YES,
    CHANGED_COUNT,
} DeckChanged;

typedef struct DeckNote {
    Str id; /* of the question */
    DeckDeed deed;
    Moment time; /* seconds 0: not said */
    Str who;
    DeckChanged changed;
    Str words;
} DeckNote;

typedef struct DeckNotes {
    const DeckNote *items; /* in file order */
    size_t count;
    size_t damaged;      /* lines that were left out, … */
    size_t damaged_line; /* … the first of them, from 1 */
} DeckNotes;

/*   owns  *out lives in `arena` and borrows nothing from `bytes` */
void deck_notes_parse(Str bytes, Arena *arena, DeckNotes *out);
/* Append a note to the bytes of a file, which may be empty. */
void deck_notes_add(StrBuf *bytes, const DeckNote *note);
/* The last one about a question, or NULL. */
const DeckNote *deck_notes_find(const DeckNotes *notes, Str id);

const char *deed_name(DeckDeed deed); /* "answered" */
bool deed_parse(Str name, DeckDeed *out);
const char *deck_changed_name(DeckChanged changed); /* "yes"; "" for not said */
bool deck_changed_parse(Str name, DeckChanged *out);

#endif
