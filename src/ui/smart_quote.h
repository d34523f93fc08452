/* smart_quote.h: the quotation mark of a language for the straight one that is typed.
 * Pure. */
#ifndef UI_SMART_QUOTE_H
#define UI_SMART_QUOTE_H

#include "base/lang.h"
#include "base/str.h"

/* What is put in for `"` or `'` typed at `at`; empty: it stays straight, as in code,
 * addresses, tags and comments.
 *
 *   line  without its line break */
Str smart_quote(Str line, size_t at, char typed, Lang lang);

#endif
