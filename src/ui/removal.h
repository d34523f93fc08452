/* removal.h: what goes when a stretch of the text is deleted. Pure.
 *
 * Lines that hold only a mark of ours are not shown, and a mark is the identity of
 * the heading above it or of the question below it. It goes with the whole of that
 * line and with nothing less; else it stays, on a line of its own. */
#ifndef UI_REMOVAL_H
#define UI_REMOVAL_H

#include "base/mem.h"
#include "ui/model.h"

/* The stretch with the mark above its first line, when that line is a question that
 * goes as a whole. */
Range removal_widen(const Editor *ed, Range r);
/* The pieces of `r` that go, in order. Where words come in their place, the mark of
 * a single heading or question stays for them.
 *   owns  *out lives in `arena` */
size_t removal_pieces(const Editor *ed, Range r, bool replaced, Arena *arena,
                      const Range **out);
/* The bytes of the pieces, appended. */
void removal_text(const Editor *ed, const Range *pieces, size_t count, StrBuf *out);

#endif
