/* rpc.h: JSON-RPC 2.0 as the language server protocol uses it.
 *
 * source  LSP 3.17, "Base Protocol"; JSON-RPC 2.0 */
#ifndef LSP_RPC_H
#define LSP_RPC_H

#include <stdbool.h>

#include <jansson.h>

#include "base/str.h"

typedef enum RpcCode {
    RPC_PARSE_ERROR = -32700,
    RPC_INVALID_REQUEST = -32600,
    RPC_METHOD_NOT_FOUND = -32601,
    RPC_INVALID_PARAMS = -32602,
    RPC_NOT_INITIALIZED = -32002,
} RpcCode;

typedef enum RpcKind {
    RPC_BROKEN, /* `code` says how */
    RPC_REQUEST,
    RPC_NOTIFICATION,
    RPC_RESPONSE, /* to something we asked; we ask nothing */
} RpcKind;

typedef struct RpcMessage {
    RpcKind kind;
    RpcCode code;
    json_t *root;
    const json_t *id;     /* of a request; NULL for others */
    const char *method;   /* of a request or notification */
    const json_t *params; /* object, array or NULL */
} RpcMessage;

/* Half a surrogate pair in an escape, which editors send while one half is being
 * deleted, is read as U+FFFD: it counts one UTF-16 unit, as the half did.
 *
 *   owns  *out until rpc_deinit() */
void rpc_parse(Str body, RpcMessage *out);
void rpc_deinit(RpcMessage *m);

/* Append a framed message; each takes its json_t value, NULL: null. */
void rpc_reply(StrBuf *out, const json_t *id, json_t *result);
void rpc_fail(StrBuf *out, const json_t *id, RpcCode code, const char *message);
void rpc_notify(StrBuf *out, const char *method, json_t *params);

#endif
