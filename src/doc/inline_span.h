/* inline_span.h: spans of a block that are no words: raw HTML, link targets,
 * addresses, footnote and evidence marks. Each function looks at one place and
 * returns where the span ends, or 0. Bounded or remembered, so that a scan that
 * asks at every byte stays linear. */
#ifndef DOC_INLINE_SPAN_H
#define DOC_INLINE_SPAN_H

#include <stdbool.h>

#include "base/str.h"

/* What is known not to follow any more. */
typedef struct SpanMemo {
    bool no_comment, no_instruction, no_declaration, no_cdata;
} SpanMemo;

/* "<b>", "<!-- x -->", "<https://a.b>", "<me@a.b>". */
size_t span_angle(Str s, size_t at, SpanMemo *memo);
/* "(target "title")" or "[]" behind a closing bracket. */
size_t span_link_target(Str s, size_t at);
/* "[^1]", "[observed 2027-03-09]": a mark that is no word. */
size_t span_note(Str s, size_t at, Range *words);
/* "[n:hours 9]": *words is the "9". */
size_t span_quantity(Str s, size_t at, Range *words);
/* "https://a.b/c" or "www.a.b" at the start of a word. */
size_t span_url(Str s, size_t at);
/* The address around the '@' at *at, which moves to its start, not before `low`. */
size_t span_mail(Str s, size_t low, size_t *at);
/* "[x] " at the start of a block; 0 when there is none. */
size_t span_task_box(Str s);

#endif
