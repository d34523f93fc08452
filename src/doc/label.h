/* label.h: the words by which the parts of a document are recognised, and what
 * may stand around them. Source: templates/recognise.tsv; docs/rules.md,
 * "Recognising parts". */
#ifndef DOC_LABEL_H
#define DOC_LABEL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/lang.h"
#include "base/mem.h"
#include "base/str.h"
#include "doc/part.h"

/* What a label stands for: a part, or one of the containers. */
typedef enum LabelRole {
    LABEL_PART, /* see `kind` */
    LABEL_DOCUMENT_TITLE,
    LABEL_PRESS_RELEASE,
    LABEL_RELEASE_MARKER,
} LabelRole;

typedef struct Label {
    Str text; /* folded: NFC, case, no marks, no spaces doubled */
    LabelRole role;
    PartKind kind;
    Lang lang;
} Label;

/* Read recognise.tsv (built in: damage is an assert).
 *   owns  labels in `arena`, sorted by text, no text twice: the first wins */
const Label *labels_parse(Str tsv, Arena *arena, size_t *count);
/* The label that `text` is, as library_label(); NULL when it is none. */
const Label *label_find(const Label *labels, size_t count, Str text);

#endif
