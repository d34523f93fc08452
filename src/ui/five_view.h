/* five_view.h: the five customer questions before anything is written (VIEW_FIVE): each
 * person alone, then all answers beside each other, then what the group says.
 *
 * Until the reveal the model holds who has written how much, and nothing of what: an
 * answer leaves it with the key that ends it. */
#ifndef UI_FIVE_VIEW_H
#define UI_FIVE_VIEW_H

#include "review/sheet.h"
#include "ui/model.h"

typedef struct FivePerson {
    StrBuf name;
    unsigned answered; /* as sheet_answered() */
    Answers words;     /* empty before the reveal */
} FivePerson;

typedef struct FiveView {
    bool revealed;
    FivePerson *people;
    size_t count;
    Answers group;
    StrBuf answer;   /* on its way to the sheet */
    size_t question; /* at hand */
    bool asking;     /* the next one is asked when the answer has arrived */
} FiveView;

void five_view_free(Model *m);
/* Ask how far it is; the view follows. */
void five_open(Model *m, Effect *out);
/* A key of the box of an answer; Esc keeps it and stops. */
void five_key(Model *m, const Key *key, Effect *out);
void five_stop(Model *m, Effect *out);
void five_choose(Model *m, size_t index, Effect *out);
/* The question at hand, and whose answer it is. */
void five_say(const Model *m, StrBuf *out);
/* The question in the bank; NULL: it is not there. */
const BankQuestion *five_row(const Model *m, size_t question);
void five_head(const Model *m, StrBuf *right);
/* Is an answer being typed that nobody else may see? */
bool five_is_hidden(const Model *m);
uint64_t five_told(const Model *m);

#endif
