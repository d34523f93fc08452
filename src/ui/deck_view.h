/* deck_view.h: the deck of questions on the screen: a card (VIEW_DECK), and who asks
 * what (VIEW_MATRIX). */
#ifndef UI_DECK_VIEW_H
#define UI_DECK_VIEW_H

#include "review/deck.h"
#include "ui/model.h"

typedef struct DeckView {
    Arena arena;
    bool valid;
    uint64_t version;  /* of the text it was laid for */
    StrBuf notes;      /* the file */
    StrBuf role;       /* as whom one asks; empty: everybody */
    StrBuf id;         /* the card at hand */
    StrBuf answer;     /* typed; whether it changed the release is being asked */
    DeckChanged moved; /* … and what was said */
    bool noting;       /* what is done with the card at hand is being written */
    bool go_on;        /* the next card, once they are laid anew */
    Deck deck;
    const size_t *order; /* of the cards of the role */
    size_t count;
} DeckView;

void deck_view_free(Model *m);
/* Ask for the notes of the open document; the view follows. */
void deck_open(Model *m, View view, Effect *out);
/* The cards as the text is now; before the page of one of the views is made. */
void deck_view_refresh(Model *m);
/* The card at hand; NULL: none is open. */
const Card *deck_view_card(const Model *m);
/* Another number once something else is to be told. */
uint64_t deck_view_told(const Model *m);

/* Keys of the boxes of an answer and of a reason. */
void deck_field_key(Model *m, const Key *key, Effect *out);
void deck_changed(Model *m, DeckChanged changed, Effect *out);
void deck_choose_role(Model *m, size_t index);
const char *deck_role_choice(size_t index); /* from 0: everybody; NULL: no more */

/* -- words (deck_say.c) --------------------------------------------------------------
 */

/* Who asks and what about, for people: "customer" is "Customer". */
const char *deck_role_words(Str role);
const char *deck_topic_words(Str topic);
const char *card_state_words(CardState state);
/* What the marks of the table stand for. */
const char *deck_marks_words(void);
/* "a number"; what a good answer to the card is. */
const char *card_answer_words(const BankQuestion *row);
/* "Open 34 of 41. In the document: 5." */
void deck_counts_say(const DeckCounts *counts, StrBuf *out);
/* The left and the right end of row 1. */
void deck_view_head(const Model *m, StrBuf *left, StrBuf *right);
/* What the box of an answer or of a reason is about. */
void deck_box_say(const Model *m, StrBuf *out);
/* Who asks what, in sentences. */
void deck_matrix_say(const Deck *deck, StrBuf *out);
typedef struct PageBuilder PageBuilder;
/* … as a table (page_deck.c). */
void page_add_matrix(const Deck *deck, PageBuilder *b);

#endif
