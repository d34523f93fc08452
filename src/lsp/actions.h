/* actions.h: what can be done about a finding with one key: its fix, and a comment
 * that silences it. */
#ifndef LSP_ACTIONS_H
#define LSP_ACTIONS_H

#include <jansson.h>

#include "lsp/client.h"

/* CodeAction[] for the findings that touch `range`.
 *
 *   only  CodeActionContext.only; may be NULL */
json_t *actions_of(const Client *client, const Buffer *buffer, Range range,
                   const json_t *only);

#endif
