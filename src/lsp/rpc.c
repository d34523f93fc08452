#include "lsp/rpc.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "lsp/frame.h"

/* The four hex digits of "\uXXXX" at `at`, or -1. */
static int escape_at(const char *bytes, size_t len, size_t at)
{
    int value = 0;

    if (len - at < 6 || bytes[at] != '\\' || bytes[at + 1] != 'u')
        return -1;
    for (size_t i = at + 2; i < at + 6; i++) {
        char c = bytes[i], lower = (char)(c | 0x20);
        if (c >= '0' && c <= '9')
            value = value * 16 + (c - '0');
        else if (lower >= 'a' && lower <= 'f')
            value = value * 16 + (lower - 'a' + 10);
        else
            return -1;
    }
    return value;
}

static bool is_high(int unit)
{
    return unit >= 0xD800 && unit < 0xDC00;
}

static bool is_low(int unit)
{
    return unit >= 0xDC00 && unit < 0xE000;
}

static void mend_surrogates(char *bytes, size_t len)
{
    for (size_t at = 0; at + 1 < len; at++) {
        if (bytes[at] != '\\')
            continue;
        int unit = escape_at(bytes, len, at);
        if (is_high(unit) && at + 6 < len && is_low(escape_at(bytes, len, at + 6))) {
            at += 11;
        } else if (is_high(unit) || is_low(unit)) {
            memcpy(bytes + at + 2, "FFFD", 4);
            at += 5;
        } else {
            at++; /* what is escaped is no escape */
        }
    }
}

static json_t *load(Str body)
{
    if (str_find(body, STR("\\ud"), 0) == STR_NONE &&
        str_find(body, STR("\\uD"), 0) == STR_NONE)
        return json_loadb(body.ptr ? body.ptr : "", body.len, JSON_ALLOW_NUL, NULL);
    char *copy = mem_str(body);
    mend_surrogates(copy, body.len);
    json_t *root = json_loadb(copy, body.len, JSON_ALLOW_NUL, NULL);
    mem_free(copy);
    return root;
}

static bool is_id(const json_t *id)
{
    return json_is_string(id) || json_is_number(id) || json_is_null(id);
}

void rpc_parse(Str body, RpcMessage *out)
{
    *out = (RpcMessage){.kind = RPC_BROKEN, .code = RPC_PARSE_ERROR};
    out->root = load(body);
    if (!out->root)
        return;
    out->code = RPC_INVALID_REQUEST;
    if (!json_is_object(out->root))
        return;
    const json_t *method = json_object_get(out->root, "method");
    const json_t *id = json_object_get(out->root, "id");
    const json_t *params = json_object_get(out->root, "params");
    if (id && !is_id(id))
        return;
    out->id = id;
    if (!method && id) {
        out->kind = RPC_RESPONSE;
        return;
    }
    /* A method's name with NUL in it would be read as a shorter one. */
    if (!json_is_string(method) ||
        strlen(json_string_value(method)) != json_string_length(method))
        return;
    out->method = json_string_value(method);
    out->params = json_is_object(params) || json_is_array(params) ? params : NULL;
    out->kind = id ? RPC_REQUEST : RPC_NOTIFICATION;
}

void rpc_deinit(RpcMessage *m)
{
    json_decref(m->root);
    *m = (RpcMessage){0};
}

static json_t *envelope(void)
{
    return json_pack("{s:s}", "jsonrpc", "2.0");
}

static void add(StrBuf *out, json_t *message)
{
    char *text = json_dumps(message, JSON_COMPACT);

    assert(text);
    frame_add(out, str_from(text));
    free(text);
    json_decref(message);
}

static void set_id(json_t *message, const json_t *id)
{
    json_object_set_new(message, "id", id ? json_deep_copy(id) : json_null());
}

void rpc_reply(StrBuf *out, const json_t *id, json_t *result)
{
    json_t *message = envelope();

    set_id(message, id);
    json_object_set_new(message, "result", result ? result : json_null());
    add(out, message);
}

void rpc_fail(StrBuf *out, const json_t *id, RpcCode code, const char *message)
{
    json_t *reply = envelope();

    set_id(reply, id);
    json_object_set_new(reply, "error",
                        json_pack("{s:i, s:s}", "code", (int)code, "message", message));
    add(out, reply);
}

void rpc_notify(StrBuf *out, const char *method, json_t *params)
{
    json_t *message = envelope();

    json_object_set_new(message, "method", json_string(method));
    json_object_set_new(message, "params", params ? params : json_null());
    add(out, message);
}
