/* ledger.h: what a workshop's script did, and whether the repository says the same. */
#ifndef TESTS_WORKSHOP_LEDGER_H
#define TESTS_WORKSHOP_LEDGER_H

#include <stdbool.h>

enum { LEDGER_PEOPLE = 12, LEDGER_TURNS = 40, LEDGER_QUESTIONS = 30 };

typedef struct Ledger {
    const char *const *people; /* LEDGER_PEOPLE names; addresses are pN@example.com */
    int turn_of[LEDGER_TURNS]; /* who typed the word "wNN" */
    int turns;
    int asker_of[LEDGER_QUESTIONS]; /* who asked "qNN" */
    int questions;
} Ledger;

/* Compare with the repository in `folder`; what differs is printed.
 *   returns  how much differs */
int ledger_compare(const Ledger *ledger, const char *folder);

#endif
