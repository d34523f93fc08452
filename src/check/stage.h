/* stage.h: how far a document is, as its front matter says: draft, review, decided,
 * launched. */
#ifndef CHECK_STAGE_H
#define CHECK_STAGE_H

#include <stdbool.h>

#include "doc/document.h"

bool stage_is(const Document *doc, const char *stage);
/* What a mistake costs there: 1 on paper, 10 in review and when it is decided, 100
 * once launched. It stands beside the counts and is never summed.
 * Source: docs/checking.md. */
int stage_factor(const Document *doc);

#endif
