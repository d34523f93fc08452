/* wrap_memo.h: rows of the lines that were wrapped lately.
 *
 * A frame wraps the lines that the frame before it wrapped, but for one. Lines are
 * told apart by all their bytes, so there is nothing that could be out of date. */
#ifndef TEXT_WRAP_MEMO_H
#define TEXT_WRAP_MEMO_H

#include "text/wrap.h"

typedef struct WrapMemo WrapMemo;

WrapMemo *wrap_memo_new(void);
void wrap_memo_free(WrapMemo *memo); /* may be NULL */
/* The same as wrap_line(); without a memo (NULL) just that. */
void wrap_memo_line(WrapMemo *memo, Str line, int width, Arena *arena,
                    const WrapRow **rows, size_t *count);
/* How many rows it has. */
size_t wrap_memo_count(WrapMemo *memo, Str line, int width);

#endif
