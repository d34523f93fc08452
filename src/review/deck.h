/* deck.h: the questions of the bank as a deck of cards about one document: which of
 * them it answers, what became of the others, which one is drawn next, and who asks
 * what. Pure; the notes are read and written by others. */
#ifndef REVIEW_DECK_H
#define REVIEW_DECK_H

#include <stdbool.h>
#include <stdint.h>

#include "doc/document.h"
#include "review/deck_notes.h"

typedef enum CardState {
    CARD_OPEN,
    CARD_WAITS,    /* it stands in the FAQ without an answer */
    CARD_COVERED,  /* the document answers it */
    CARD_ANSWERED, /* with the deck; the answer is not in the document */
    CARD_ASKED,    /* as a question of the review */
    CARD_SKIPPED,
    CARD_STATES,
} CardState;

typedef struct Card {
    const BankQuestion *row;
    CardState state;
    const DeckNote *note; /* the last one about it, or NULL */
    size_t question;      /* of the document, or NO_INDEX */
    bool must;            /* the check asks for it, and the document has no answer */
} Card;

typedef struct Deck {
    const Document *doc; /* or NULL: the bank alone */
    const Card *cards;   /* in the order of the bank */
    size_t count;
    DeckNotes notes;
} Deck;

/* Which cards: each word may be empty and then takes all. */
typedef struct DeckFilter {
    Str role; /* who asks: "CFO", letters as you like */
    Str tag;
    Str topic;
    Str audience;
} DeckFilter;

/* Lay the cards: questions about another kind of thing ("hardware") are left out, and
 * so are those that reviewers ask of each section of any document.
 *
 *   doc    or NULL
 *   notes  bytes of the file; may be empty
 *   owns   *out lives in `arena` and borrows from `bank` and `doc` */
void deck_lay(const QuestionBank *bank, const Document *doc, Str notes, Arena *arena,
              Deck *out);
bool deck_takes(const DeckFilter *filter, const BankQuestion *row);
/* The card of a question, or NULL. */
const Card *deck_card(const Deck *deck, Str id);
/* Is something still to be done about it? */
bool card_is_open(const Card *card);

/* All cards of a filter in the order they are drawn: those that must be answered, the
 * core ones, the others; among equals by chance. The same document and filter give the
 * same order, whatever was done meanwhile, so that a card passed over does not come
 * back before the others.
 *
 *   name     of the document
 *   returns  indices of cards, in `arena` */
const size_t *deck_order(const Deck *deck, const DeckFilter *filter, Str name,
                         Arena *arena, size_t *count);
/* The open card behind (1) or before (-1) the one of that id in such an order, round
 * its end; without an id the first one. Where no other is open it is that one.
 *   returns  NULL: none is open */
const Card *deck_step(const Deck *deck, const size_t *order, size_t count, Str id,
                      int direction);

typedef struct DeckCounts {
    int cards, state[CARD_STATES], must; /* must: without an answer */
} DeckCounts;

DeckCounts deck_counts(const Deck *deck, const DeckFilter *filter);

/* Who asks: the words of the bank, in the order they are shown. */
size_t deck_role_count(void);
Str deck_role(size_t index); /* "CFO" */
/* The role of that name, letters as you like; NO_INDEX: none. */
size_t deck_role_find(Str name);
/* What is asked about, in the order of the bank: the categories of the cards. */
const Str *deck_topics(const Deck *deck, Arena *arena, size_t *count);

typedef struct MatrixCell {
    int cards, done; /* done: answered by the document or with the deck */
    int must;        /* … of the others: those that must be answered */
} MatrixCell;

/* Who asks (rows: deck_role()) × what about (columns: `topics`).
 *   returns  role * topic_count + topic, in `arena` */
const MatrixCell *deck_matrix(const Deck *deck, const Str *topics, size_t topic_count,
                              Arena *arena);

/* The FAQ a question belongs into: its own, else the undivided one, else any; NULL:
 * the document has none. */
const Part *deck_home(const Document *doc, const BankQuestion *row);
/* How the document gets the question with an answer: the pair at the end of its FAQ in
 * the language of the document, or the answer where the question waits for one.
 *
 *   place    what is replaced by *out; empty: before it
 *   returns  false: there is no FAQ, or it is answered there */
bool deck_put(const Document *doc, const Card *card, Str answer, StrBuf *out,
              Range *place);
/* The part of the press release an answer would change; NULL: there is none. */
const Part *deck_section(const Document *doc, const BankQuestion *row);

#endif
