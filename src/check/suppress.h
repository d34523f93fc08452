/* suppress.h: findings that people have silenced with a comment in the text.
 *
 *   <!-- prfaq-off weasel-word: the survey used this wording -->   from here …
 *   <!-- prfaq-on weasel-word -->                      … to here, or to the end
 *   <!-- prfaq-ok hedge-word, hype-word: quoted -->    the next block only
 *
 * The next block is a paragraph, an item, a heading, a table or the like; a
 * comment before a list covers the list, one inside it (at the end of the item
 * before) the next item. Comments between do not count. A silenced finding is
 * kept, with the reason. Source: docs/checking.md, "Silencing". */
#ifndef CHECK_SUPPRESS_H
#define CHECK_SUPPRESS_H

#include <stdbool.h>

#include "check/check.h"

/* The edit that silences a finding with a comment: exactly the findings of its
 * rule in its block. No other byte changes, and no other block.
 *
 *   reason   what the person typed; line breaks and "--" are taken out
 *   owns     out->text lives in `arena`
 *   returns  false when there is nothing to write: a rule that cannot be silenced,
 *            a reason without words, or no place that leaves the blocks alone */
bool silence_write(const Document *doc, const Finding *finding, Str reason,
                   Arena *arena, Fix *out);

/* Can findings of the rule be silenced at all? Not those about bytes and comments. */
bool rule_is_silenceable(const Rule *rule);

#endif
