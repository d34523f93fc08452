/* hover.h: what a finding under the pointer means, why it matters and how to
 * silence it. */
#ifndef LSP_HOVER_H
#define LSP_HOVER_H

#include <jansson.h>

#include "lsp/client.h"

/* NULL when no finding stands at `offset`. */
json_t *hover_of(const Client *client, const Buffer *buffer, size_t offset);

#endif
