/* criticmarkup.h: a document with the words of its reviewers in it, as CriticMarkup:
 * {==words==}{>>Dana Li: of how many?<<}, {~~old~>new~~}.
 * Source: criticmarkup.com. */
#ifndef REVIEW_CRITICMARKUP_H
#define REVIEW_CRITICMARKUP_H

#include <stdbool.h>

#include "base/str.h"

typedef struct CriticNote {
    Range words;     /* that it is about; empty: it stands by itself at words.start */
    bool edited;     /* they are not what they were: quoted, and not replaced */
    Str quote;       /* said in it when they are not marked; may be empty */
    Str suggestion;  /* for the words; may be empty */
    const Str *said; /* "Dana Li: of how many?" */
    size_t said_count;
} CriticNote;

/* Append the document with the notes, which are in the order of words.start. Words
 * that cannot be marked, because another note has them or a paragraph ends in them,
 * are quoted behind them. Without the marks it is the document, byte for byte, but
 * for the lines of notes that stand by themselves. */
void criticmarkup_write(Str bytes, const CriticNote *notes, size_t count, StrBuf *out);

#endif
