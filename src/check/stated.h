/* stated.h: what a document says somewhere, however it is written: who the customer
 * is, what the problem is, which question of the bank each of its questions asks.
 * The rules customer-missing and problem-missing read the same. */
#ifndef CHECK_STATED_H
#define CHECK_STATED_H

#include "check/check.h"

typedef struct Stated {
    bool customer;
    bool problem;
    const BankQuestion **topics; /* by question; NULL where none is known */
} Stated;

/*   owns  *out lives in `arena` and borrows from `doc` and `lib` */
void stated_read(const Document *doc, const Library *lib, const CheckOptions *options,
                 Arena *arena, Stated *out);

#endif
