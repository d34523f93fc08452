/* label_site.h: where a label may stand in a block, and what it names. */
#ifndef DOC_LABEL_SITE_H
#define DOC_LABEL_SITE_H

#include <stdbool.h>

#include "doc/reader.h"

typedef struct LabelSite {
    Range words; /* to look up */
    Range label; /* the words with their marks, ":" and the space behind them */
    bool whole;  /* the label is all of the block */
    bool marked; /* in bold or in brackets */
} LabelSite;

/* Does a paragraph or list item begin with something in the form of a label?
 * "**Problem**", "**Problem:** …", "Problem: …", "[Problem] …", "【Problem】". */
bool label_site(Str bytes, const BlockText *text, LabelSite *out);
/* The section of the template with that title, or NULL. */
const PartSpec *label_spec(const Template *t, Str words);
/* Does a label name the part (of a marker above it)? */
bool label_names(const PartSpec *spec, const Label *label, const Part *part);

#endif
