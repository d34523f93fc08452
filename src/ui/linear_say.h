/* linear_say.h: what linear mode tells of each view and each box, in lines. */
#ifndef UI_LINEAR_SAY_H
#define UI_LINEAR_SAY_H

#include "ui/model.h"

/* The whole view. */
void say_view(const Model *m, StrBuf *out);
/* The open box: its question and what can be chosen. */
void say_box(const Model *m, StrBuf *out);
/* One check in full, with its fix. */
void say_finding(const Model *m, const Finding *f, StrBuf *out);
/* The guide of a section: its questions, a good and a bad example. */
void say_guide(const PartSpec *spec, StrBuf *out);
/* The selected row of a list; what a box of a check shows. */
void say_row(const Model *m, StrBuf *out);
/* The checks at bytes of the text, each on a line. */
void say_checks_at(const Model *m, Range r, StrBuf *out);
/* Words of the text with what stands around them: "Problem: Bakers order by phone". */
void say_hit(const Model *m, Range hit, StrBuf *out);
/* Text of a person on one line, made visible. */
void say_text(Str text, StrBuf *out);
/* A full stop, unless a sentence ends there already. */
void say_stop(StrBuf *out);
/* How many checks are open in the document. */
void say_count(const Model *m, StrBuf *out);
/* What changed between two texts: "{+new+} [-old-]", on one line. */
void say_change(const Model *m, Str before, Str after, StrBuf *out);

#endif
