/* derive.h: read the text anew: sections, findings, places to go to.
 *
 * Recomputed whole and thrown away; no caches. Runs after the frame that shows a
 * typed character, when no input waits. Until then what was derived is a little
 * older than the text: derived_offset() moves its offsets along. */
#ifndef UI_DERIVE_H
#define UI_DERIVE_H

#include "ui/model.h"

/* Bytes of a text that is read at once. A longer one is read in the background
 * (EFFECT_DERIVE), so that nobody who writes waits for it; a command that needs to know
 * waits. */
enum { DERIVE_AT_ONCE_MAX = 64 * 1024 };

bool derive_needed(const Model *m);
bool derive_is_long(const Model *m); /* longer than that */
void derive(Model *m);
/* What derive() computes, of bytes by themselves: a thread may do it.
 *   out  zeroed; owns its arena */
void derive_bytes(Str bytes, const Library *lib, const CheckOptions *check,
                  Derived *out);
/* Ask for a reading of the text as it is. */
void derive_ask(Model *m, Effect *out);
/* A reading of those bytes began under that number before the document was opened,
 * which is open now: it is waited for if it is of the text. */
void derive_begun(Model *m, uint64_t number, Str bytes);
/* Is the text as it is being read in the background? */
bool derive_is_under_way(const Model *m);
/* A reading has ended: take it if it is the one asked for and of the text as it is.
 *   derived  emptied when it was taken; may be NULL */
bool derive_take(Model *m, uint64_t number, Derived *derived);
/* The last revision is the text as it is. */
void derive_base(Model *m);

/* Where an offset of the derived document stands in the text now, and back. */
size_t derived_offset(const Editor *ed, size_t offset);
size_t derived_source(const Editor *ed, size_t offset);

/* The stop the caret is in, or NO_INDEX before the first. */
size_t derived_stop_at(const Editor *ed, size_t offset);
/* The section the caret is in, or NULL. */
const Part *derived_part_at(const Editor *ed, size_t offset);
/* The error or warning to show for the caret: the one that was led to, else one
 * under it, else the nearest of its section, else the first of the document;
 * NO_INDEX: none. */
size_t derived_finding_at(const Editor *ed, size_t offset);
/* Is the finding at the caret: led to, or does it cover words there? */
bool derived_is_under(const Editor *ed, size_t finding, size_t offset);
/* Which of the issues by place it is, or NO_INDEX. */
size_t derived_issue_order(const Derived *d, size_t finding);
/* The first issue that begins at or behind an offset of the text; may be
 * issue_count. */
size_t derived_issue_from(const Editor *ed, size_t offset);
/* Which issue of its section a finding is, from 1, and of how many. */
int derived_issue_number(const Derived *d, size_t finding, int *of);
/* Length of a part of the derived document, in its unit. */
int derived_length(const Derived *d, const Part *part);
/* An error or a warning that nobody silenced. */
bool derived_is_issue(const Finding *f);
/* Errors and warnings; infos are not counted. */
size_t derived_issue_count(const Editor *ed);

#endif
