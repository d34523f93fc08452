/* diagnostics.h: findings as the editor underlines them. */
#ifndef LSP_DIAGNOSTICS_H
#define LSP_DIAGNOSTICS_H

#include <jansson.h>

#include "lsp/client.h"

/* One finding; `cursor` as in wire_range(). */
json_t *diagnostic_of(const Client *client, const Document *doc, const Finding *finding,
                      RangeCursor *cursor);
/* PublishDiagnosticsParams: what is not silenced in a document that is reported,
 * and nothing for one that is not. */
json_t *diagnostics_of(const Client *client, const Buffer *buffer);

#endif
