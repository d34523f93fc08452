/* review_html.h: a review as an HTML page for people who have only a browser. */
#ifndef APP_REVIEW_HTML_H
#define APP_REVIEW_HTML_H

#include "review/review.h"

/* The page, in the language of the interface. */
void review_html(const Review *review, StrBuf *out);

#endif
