/* trait.h: what a block looks like to somebody who has to guess what it is: its
 * form (bold, a quotation, a dateline) and the words that hint at its work. */
#ifndef DOC_TRAIT_H
#define DOC_TRAIT_H

#include "doc/reader.h"
#include "doc/signal.h"

typedef struct Trait {
    SignalCount signals; /* of all words */
    SignalCount speech;  /* of a quotation: of the words around it */
    SignalCount quoted;  /* of a quotation: of the words in it */
    SignalCount lead;    /* of its first words */
    size_t length;       /* bytes of its words */
    size_t dash;         /* behind the dash of its dateline; 0: none */
    bool strong;         /* all of it in bold */
    bool slanted;        /* all of it in italics */
    bool quote;          /* it is, or holds, what somebody said */
    bool opens_quoted;   /* it begins with a quotation mark */
    bool attribution;    /* "— Mina Park, nurse" */
    bool dateline;       /* place and date, then words */
    bool date_only;      /* place or date, nothing else */
    bool facts;          /* "Author: Mina Park": about the document */
    bool link;           /* it names an address of the web */
    bool bold_subject;   /* "**Lantern** is …" */
} Trait;

/* Reads the text of a block. `room` is reused between calls. */
void trait_read(const DocumentReader *r, size_t block, StrBuf *room, Trait *out);
/* The words of a text outside its quotation marks. */
void trait_around(Str words, StrBuf *out);
/* Adds what only matters near the beginning: datelines and facts. */
void trait_read_opening(const DocumentReader *r, size_t block, StrBuf *room,
                        Trait *out);

#endif
