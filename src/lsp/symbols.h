/* symbols.h: the sections of a document and the questions in them, as an outline. */
#ifndef LSP_SYMBOLS_H
#define LSP_SYMBOLS_H

#include <jansson.h>

#include "lsp/client.h"

/* DocumentSymbol[] for a client that takes a tree, else SymbolInformation[]. */
json_t *symbols_of(const Client *client, const Buffer *buffer);

#endif
