/* suppress.h: findings that people have silenced, and how they do it.
 *
 *   <!-- prfaq-off weasel-word: the survey used this wording -->   from here …
 *   <!-- prfaq-on weasel-word -->                      … to here, or to the end
 *   <!-- prfaq-ok hedge-word, hype-word: quoted -->    the next block only
 *
 * Such a comment stands alone on its line, or (prfaq-ok) at the end of the line
 * before the block. The next block is a paragraph, a heading, a table or the like;
 * a comment before a list covers the list, one inside it (at the end of an item)
 * the next item. Comments between do not count. Strongest first: comment, setting,
 * baseline. A silenced finding is kept, with the reason.
 * Source: docs/checking.md, "Silencing". */
#ifndef CHECK_SUPPRESS_H
#define CHECK_SUPPRESS_H

#include <stdbool.h>

#include "check/check.h"
#include "check/run.h"

/* Mark what the text and the options silence among the run's findings, and report
 * comments and settings that are wrong or silence nothing (suppression-invalid). */
void suppress_findings(CheckRun *run);

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

/* The block a finding belongs to: the first that ends behind its start and is no
 * comment; block_count when none does. */
size_t silence_block(const Document *doc, size_t offset);
/* One past the last block that a comment before block `first` covers.
 *   depth  list items around the comment */
size_t silence_end(const Document *doc, size_t first, int depth);

#endif
