/* answer_shape.h: in what form an answer answers. A good one begins with one of six:
 * yes, no, a number, a date, a name, or "not known yet", by whom and when. */
#ifndef CHECK_ANSWER_SHAPE_H
#define CHECK_ANSWER_SHAPE_H

#include "check/asked.h"
#include "check/run.h"

typedef enum AnswerShape {
    ANSWER_NONE, /* not answered */
    ANSWER_YES,
    ANSWER_NO,
    ANSWER_NUMBER, /* amounts too */
    ANSWER_DATE,
    ANSWER_NAME,
    ANSWER_UNKNOWN, /* not known yet, with who finds out and when */
    ANSWER_ESSAY,   /* none of these in its first sentence */
    ANSWER_SHAPE_COUNT,
} AnswerShape;

/* The form of the answer's first sentence. "Not known" counts wherever it stands,
 * when a person and a date stand with it. */
AnswerShape answer_shape(const CheckRun *run, size_t question);
const char *answer_shape_name(AnswerShape shape);       /* "number": in JSON */
const char *answer_shape_for_people(AnswerShape shape); /* translated */

/* What a question asks for, by its id in the question bank or by its words. */
AskedShape question_asks(const CheckRun *run, size_t question);
/* The first word that says something ("A. Yes" gives "Yes") and where it stands. */
Str answer_first_word(Str text, Lang lang, size_t *at);
/* The answer as it is written, marks and all, its letters composed: places in it are
 * not those of the file. */
Str answer_raw(const CheckRun *run, const Question *question);
/* "@mina", "owner:", "맡은 사람:". */
bool answer_has_owner(Str raw);
bool answer_names_somebody(Str answer, Lang lang);
/* Does it say that something is not known?
 *   hit  the words of the list that say so; NULL for a mark */
bool answer_is_unknown(const CheckRun *run, size_t question, Range *place,
                       const LexiconHit **hit);

#endif
