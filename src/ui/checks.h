/* checks.h: the findings of the open document as the screens speak of them, and the
 * rows of the list of all. */
#ifndef UI_CHECKS_H
#define UI_CHECKS_H

#include "ui/model.h"

/* The finding that the keys of checks are about: in the text the one shown for the
 * caret, in the list the selected one; NO_INDEX: none, or the text was not read. */
size_t checks_current(const Model *m);
/* Why it cannot be silenced here, nor a silence be taken back; NULL when it can. */
const char *checks_why_not_silence(const Finding *f);
/* A few words of the first line of a text, to name it in a message. */
void checks_add_short(Str text, int cells, StrBuf *out);
/* What its fix does: "old" -> "new", or what it puts in or takes out; nothing is
 * added when there is no fix. */
void checks_add_fix(const Model *m, const Finding *f, int cells, StrBuf *out);
/* Why the rule exists, in the language of the interface; may be empty. */
Str checks_why(const Finding *f);
Style checks_style(const Finding *f);
/* Words for the part of a finding: "Problem", or the whole document. */
Str checks_part_title(const Model *m, size_t part);

/* Make the rows of the list anew if the text or the filter changed; the selection
 * stays where it was, or near it. */
void checks_refresh(Model *m);
/* Show all levels and words again; false when nothing was left out. */
bool checks_show_all(Model *m);
/* The nearest row in a direction (1, -1) that is no title, from `row` on. */
size_t checks_row_near(const ChecksList *list, size_t row, int direction);

#endif
