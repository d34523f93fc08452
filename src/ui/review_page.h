/* review_page.h: a review as lines: the changes section by section, and under each
 * the threads about it. */
#ifndef UI_REVIEW_PAGE_H
#define UI_REVIEW_PAGE_H

#include "review/review.h"
#include "ui/page.h"
#include "ui/review_view.h"

typedef struct ReviewPage {
    const Review *review;
    ReviewLook look;
    size_t only; /* one part of the redline; NO_INDEX: all there is to see */
    bool framed; /* threads stand in frames; else plain lines, for pipes and ears */
    bool named;  /* … or only by their labels: they are told below the text */
    Range pick;  /* words of the text after that were picked */
} ReviewPage;

/* Every line has the block of the redline that it belongs to. */
void review_page_build(const ReviewPage *page, PageBuilder *b);
/* The lines of one block and its threads. */
void review_page_block(const ReviewPage *page, size_t block, PageBuilder *b);
/* A thread in full: what was said, in order. */
void review_page_entry(const ReviewPage *page, const ReviewEntry *e, PageBuilder *b);

#endif
