/* deck_file.h: what is done with the questions of the deck about a document: the file
 * `.prfaq/deck/DOCUMENT.tsv` and its changes, each a commit by the person who types. */
#ifndef APP_DECK_FILE_H
#define APP_DECK_FILE_H

#include "app/service.h"
#include "review/deck.h"

#define DECK_PATH ".prfaq/deck"

/* The bytes of the file; none when it is missing.
 *   fails  as own_file_read */
bool deck_file_read(Session *s, const DocumentRef *ref, StrBuf *out, Error *err);

typedef struct DeckRequest {
    const OpenDocument *doc;
    Str id; /* of the question */
    DeckDeed deed;
    DeckChanged changed;
    Str words; /* as DeckNote.words; of DEED_ASKED the question, in any words */
} DeckRequest;

/* Write what was done; DEED_ASKED begins the thread, too. The document itself is the
 * caller's.
 *
 *   out    as it was written, in `arena`
 *   fails  ERR_NOT_FOUND: there is no such question; ERR_USAGE: a reason or an answer
 *          is missing; as review_ask, writer_need and own_file_change */
bool deck_do(Session *s, const DeckRequest *request, Arena *arena, DeckNote *out,
             Error *err);

#endif
