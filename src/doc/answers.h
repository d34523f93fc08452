/* answers.h: answers kept by name, in a text of one line each: what a person said in
 * an interview and is not yet in a document. Pure; any bytes can be read.
 *
 * Format: "prfaq-answers 1", then "at\tNAME" (where one stopped), then NAME\tTEXT; in
 * TEXT "\n", "\r", "\t" and "\\" stand for those characters. Lines that are none of
 * these are left out. */
#ifndef DOC_ANSWERS_H
#define DOC_ANSWERS_H

#include "base/mem.h"
#include "base/str.h"

typedef struct Answer {
    Str name; /* no tab, no line break */
    Str text; /* not empty */
} Answer;

typedef struct Answers {
    Arena arena;
    Answer *items;
    size_t count, cap;
    Str at; /* the name one stopped at; may be empty */
} Answers;

void answers_parse(Str bytes, Answers *out); /* out is {0}; answers_deinit() it */
void answers_deinit(Answers *a);
/* Appends the text that answers_parse() reads. */
void answers_print(const Answers *a, StrBuf *out);
Str answers_get(const Answers *a, Str name);      /* empty: none */
void answers_set(Answers *a, Str name, Str text); /* empty: forget it */

#endif
