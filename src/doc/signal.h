/* signal.h: words that hint at what a paragraph does: it announces, names a
 * problem, quotes somebody. Source: templates/signals.tsv; docs/reading.md. */
#ifndef DOC_SIGNAL_H
#define DOC_SIGNAL_H

#include <stdint.h>

#include "base/lang.h"
#include "base/mem.h"
#include "base/str.h"

typedef enum Signal {
    SIGNAL_TODAY,     /* the day of the announcement */
    SIGNAL_ANNOUNCE,  /* announces, releases */
    SIGNAL_PROBLEM,   /* what goes wrong */
    SIGNAL_SOLVE,     /* what ends it */
    SIGNAL_USE,       /* how one uses it */
    SIGNAL_START,     /* how one begins: available, visit, sign up */
    SIGNAL_OFFER,     /* what goes with that: free, download, price */
    SIGNAL_BEGIN,     /* "getting started", as a title says it */
    SIGNAL_PRODUCT,   /* a sentence about the product begins so */
    SIGNAL_PEOPLE,    /* one about those who have the problem does */
    SIGNAL_SAY,       /* verbs of speech */
    SIGNAL_LEADER,    /* who speaks for the company */
    SIGNAL_SPEAKER,   /* who speaks as a customer */
    SIGNAL_WE,        /* the company about itself */
    SIGNAL_I,         /* a customer about herself */
    SIGNAL_MONTH,     /* words of a date */
    SIGNAL_TITLE,     /* what kind of document it is: PR/FAQ */
    SIGNAL_META,      /* labels of facts about the document: author, status */
    SIGNAL_FAQ,       /* an FAQ */
    SIGNAL_QUESTIONS, /* questions, under a heading */
    SIGNAL_OUTSIDE,   /* asked by customers */
    SIGNAL_INSIDE,    /* asked by colleagues */
    SIGNAL_PRESS,     /* for newspapers */
    SIGNAL_ABOUT,     /* about the company */
    SIGNAL_DIGEST,    /* made from another document */
    SIGNAL_FILL,      /* says what to write here */
    /* What an unknown heading promises. */
    SIGNAL_HEAD_PROBLEM,
    SIGNAL_HEAD_SOLUTION,
    SIGNAL_HEAD_LEADER,
    SIGNAL_HEAD_USE,
    SIGNAL_HEAD_CUSTOMER,
    SIGNAL_HEAD_START,
    SIGNAL_COUNT,
} Signal;

enum { SIGNAL_BUCKETS = 4096 };

typedef struct SignalWord {
    uint32_t start; /* in the file: folded, without the star */
    uint16_t len;
    uint16_t next; /* in its bucket, from 1; 0: the last */
    uint8_t signal;
    uint8_t lang;
    bool open; /* any ending */
} SignalWord;

typedef struct Signals {
    Str file;
    const SignalWord *words;
    size_t count;
    const uint16_t *first; /* of each bucket, from 1; 0: none */
} Signals;

/* How many words of each signal a text holds; at most 255. */
typedef struct SignalCount {
    uint8_t of[SIGNAL_COUNT];
} SignalCount;

/* Read signals.tsv (built in: damage is an assert). Words borrow from it. */
void signals_parse(Str tsv, Arena *arena, Signals *out);
/* Fold for signals_count(): NFC, lower case, no marks of emphasis, one space. */
void signals_fold(Str text, StrBuf *out);
/* Adds to *out what stands in `folded`, in words of that language and in English,
 * which is mixed into documents of every language. */
void signals_count(const Signals *signals, Str folded, Lang lang, SignalCount *out);

#endif
