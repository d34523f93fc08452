/* derive.h: read the text anew: sections, findings, places to go to.
 *
 * Recomputed whole and thrown away; no caches. Runs after the frame that shows a
 * typed character, when no input waits. Until then what was derived is a little
 * older than the text: derived_offset() moves its offsets along. */
#ifndef UI_DERIVE_H
#define UI_DERIVE_H

#include "ui/model.h"

bool derive_needed(const Model *m);
void derive(Model *m);

/* Where an offset of the derived document stands in the text now, and back. */
size_t derived_offset(const Editor *ed, size_t offset);
size_t derived_source(const Editor *ed, size_t offset);

/* The stop the caret is in, or NO_INDEX before the first. */
size_t derived_stop_at(const Editor *ed, size_t offset);
/* The section the caret is in, or NULL. */
const Part *derived_part_at(const Editor *ed, size_t offset);
/* The error or warning to show for the caret: one under it, else the first of its
 * section, else the first of the document; NO_INDEX: none. */
size_t derived_finding_at(const Editor *ed, size_t offset);
/* Length of a part of the derived document, in its unit. */
int derived_length(const Derived *d, const Part *part);
/* An error or a warning that nobody silenced. */
bool derived_is_issue(const Finding *f);
/* Errors and warnings; infos are not counted. */
size_t derived_issue_count(const Editor *ed);

#endif
