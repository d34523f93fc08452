/* measure.h: what a document measures: how much of its limits is used, how long
 * reading takes, who acts in the release, how the FAQ answers. Shown, never judged:
 * the rules of length say what is too long, with these same sums. */
#ifndef CHECK_MEASURE_H
#define CHECK_MEASURE_H

#include "check/actor.h"
#include "check/answer_shape.h"
#include "check/check.h"

/* In the unit of the document's language: words, or characters. */
typedef struct Budget {
    size_t used;
    size_t limit;      /* 0: none */
    const Part *first; /* of what is counted; NULL: there is no such part */
} Budget;

struct Measures {
    Budget release, faq;
    Budget document; /* without appendices */
    size_t length;   /* all that is read, appendices too */
    int reading_seconds;
    size_t actors[ACTOR_COUNT]; /* sentences of the release by who acts first */
    size_t sentences;           /* … in all */
    const AnswerShape *answers; /* by question */
    size_t shapes[ANSWER_SHAPE_COUNT];
};

/*   owns  out->answers lives in the run's arena */
void measure(const CheckRun *run, Measures *out);

/* The sums and limits of the rules release-length, faq-length, document-length. */
Budget budget_release(const CheckRun *run);
Budget budget_faq(const CheckRun *run);
Budget budget_document(const CheckRun *run);
size_t budget_block_length(const CheckRun *run, size_t block);

#endif
