/* client.h: what the editor at the other end can take, and the small values of
 * the protocol as JSON in the form it takes them. */
#ifndef LSP_CLIENT_H
#define LSP_CLIENT_H

#include <stdbool.h>

#include <jansson.h>

#include "lsp/buffer.h"
#include "lsp/position.h"

/* {0} is a client that named nothing it can do. */
typedef struct Client {
    PositionEncoding encoding;
    bool versioned_edits;     /* workspaceEdit.documentChanges */
    bool action_literals;     /* code actions that hold their edit */
    bool action_preferred;    /* … and are marked as the best one */
    bool nested_symbols;      /* hierarchicalDocumentSymbolSupport */
    bool markdown;            /* in hovers */
    bool diagnostic_versions; /* publishDiagnostics.versionSupport */
} Client;

/*   params  of "initialize"; anything may be missing or of a wrong type */
void client_read(const json_t *params, Client *out);

json_t *wire_text(Str text); /* valid UTF-8 */
json_t *wire_position(Position p);
/* Ranges in order of their places are the cheap ones. */
typedef struct RangeCursor {
    PositionCursor start, end;
} RangeCursor;
json_t *wire_range(const Client *client, const Document *doc, Range range,
                   RangeCursor *cursor);
/* The WorkspaceEdit that changes one range of a document. */
json_t *wire_edit(const Client *client, const Buffer *buffer, Range range, Str text);

/* false when there is no such value. */
bool read_position(const json_t *value, Position *out);
bool read_range(const json_t *value, Position *start, Position *end);
Str read_text(const json_t *object, const char *key); /* "" when missing */

#endif
