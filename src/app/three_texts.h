/* three_texts.h: what two sides made of one document, put together, wherever the three
 * texts come from. */
#ifndef APP_THREE_TEXTS_H
#define APP_THREE_TEXTS_H

#include "app/service.h"
#include "diff/merge.h"

typedef struct ThreeTexts {
    OpenDocument documents[THREE_COUNT];
    Merge merge;
} ThreeTexts;

/*   texts  by THREE_BASE, THREE_MINE, THREE_THEIRS; outlive the arena. When one side
 *          turned the line ends of all lines, that is no change of a line
 *   fails  as service_read_bytes */
bool three_texts_merge(Session *s, const DocumentRef *ref, const Str texts[THREE_COUNT],
                       Arena *arena, ThreeTexts *out, Error *err);

#endif
