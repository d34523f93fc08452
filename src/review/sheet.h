/* sheet.h: the five customer questions, as each person answers them alone. A sheet is
 * kept as answers (doc/answers.h) by the ids of the questions, with the name of the
 * person under "who". Pure. */
#ifndef REVIEW_SHEET_H
#define REVIEW_SHEET_H

#include "doc/answers.h"
#include "doc/questions.h"

enum { FIVE_QUESTIONS = 5 };

Str five_id(size_t index); /* "five-customer" */
/* Which questions a sheet answers: bit 0 is the first. */
unsigned sheet_answered(const Answers *sheet);
#define SHEET_DONE ((1U << FIVE_QUESTIONS) - 1)

typedef struct SheetPage {
    const QuestionBank *bank;
    Lang lang;
    Str title;            /* of the document */
    const Answers *group; /* what the group wrote; may be empty */
    const Answers *sheets;
    size_t count; /* 0: those of single persons are not kept */
} SheetPage;

/* The page that is kept: Markdown, a section a question. */
void sheet_page(const SheetPage *page, StrBuf *out);

#endif
