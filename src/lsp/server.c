#include "lsp/server.h"

#include <stdlib.h>
#include <string.h>

#include "base/message.h"
#include "lsp/actions.h"
#include "lsp/client.h"
#include "lsp/diagnostics.h"
#include "lsp/frame.h"
#include "lsp/hover.h"
#include "lsp/rpc.h"
#include "lsp/symbols.h"
#include "lsp/uri.h"

enum { OPEN_MAX = 1000 }; /* documents; no editor shows so many */

typedef enum Stage { STAGE_NEW, STAGE_RUNS, STAGE_SHUT, STAGE_ENDED } Stage;

struct Server {
    const ServerHost *host;
    Stage stage;
    int status;
    Client client;
    FrameReader in;
    StrBuf out;
    Buffer *buffers;
    size_t count, cap;
};

Server *server_new(const ServerHost *host)
{
    Server *s = mem_alloc(sizeof *s);

    s->host = host;
    return s;
}

void server_free(Server *s)
{
    if (!s)
        return;
    for (size_t i = 0; i < s->count; i++)
        buffer_deinit(&s->buffers[i]);
    mem_free(s->buffers);
    frame_deinit(&s->in);
    strbuf_deinit(&s->out);
    mem_free(s);
}

void server_feed(Server *s, Str bytes)
{
    frame_feed(&s->in, bytes);
}

StrBuf *server_output(Server *s)
{
    return &s->out;
}

bool server_ended(const Server *s, int *status)
{
    *status = s->status;
    return s->stage == STAGE_ENDED;
}

static Buffer *find_buffer(const Server *s, Str uri)
{
    for (size_t i = 0; i < s->count; i++)
        if (str_eq(str_from(s->buffers[i].uri), uri))
            return &s->buffers[i];
    return NULL;
}

Str server_text(const Server *s, Str uri)
{
    const Buffer *b = find_buffer(s, uri);
    return b ? strbuf_view(&b->text) : (Str){0};
}

static Str document_uri(const json_t *params)
{
    return read_text(json_object_get(params, "textDocument"), "uri");
}

/* The document a request is about, with a reading of its text; or NULL. */
static Buffer *read_buffer(Server *s, const json_t *params)
{
    Buffer *b = find_buffer(s, document_uri(params));

    if (!b || !b->is_markdown || b->lost)
        return NULL;
    if (!b->fresh)
        s->host->read(s->host->ctx, b->path, strbuf_view(&b->text), &b->arena,
                      &b->reading);
    b->fresh = true;
    return b;
}

/* Every reading ends, then what documents are read by may change. */
static void refresh(Server *s)
{
    for (size_t i = 0; i < s->count; i++)
        buffer_changed(&s->buffers[i]);
    s->host->refresh(s->host->ctx);
}

/* -- documents ----------------------------------------------------------- */

static int64_t document_version(const json_t *params)
{
    return json_integer_value(
        json_object_get(json_object_get(params, "textDocument"), "version"));
}

static void take_findings_back(Server *s, const Buffer *b)
{
    if (b->was_shown)
        rpc_notify(&s->out, "textDocument/publishDiagnostics",
                   json_pack("{s:s, s:[]}", "uri", b->uri, "diagnostics"));
}

static void close_buffer(Server *s, Buffer *b)
{
    take_findings_back(s, b);
    buffer_deinit(b);
    s->count--;
    memmove(b, b + 1, (size_t)(s->buffers + s->count - b) * sizeof *b);
}

static bool is_markdown(Str uri, Str language)
{
    static const char *const ends[] = {".md", ".markdown", ".mdx"};

    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (str_ends(uri, str_from(ends[i])))
            return true;
    return str_eq(language, STR("markdown"));
}

static void did_open(Server *s, const json_t *params)
{
    const json_t *document = json_object_get(params, "textDocument");
    Str uri = read_text(document, "uri"), path = {0};
    Arena scratch = {0};

    Buffer *old = find_buffer(s, uri);
    if (old)
        close_buffer(s, old);
    if (uri.len == 0 || s->count == OPEN_MAX ||
        !json_is_string(json_object_get(document, "text"))) {
        s->host->log(s->host->ctx, "a document that cannot be opened");
        return;
    }
    if (s->count == s->cap) {
        s->cap = s->cap ? s->cap * 2 : 8;
        s->buffers = mem_realloc(s->buffers, s->cap * sizeof *s->buffers);
    }
    Buffer *b = &s->buffers[s->count++];
    *b = (Buffer){
        .uri = mem_str(uri),
        .version = document_version(params),
        .is_markdown = is_markdown(uri, read_text(document, "languageId")),
    };
    if (uri_path(uri, &scratch, &path))
        b->path = mem_str(path);
    buffer_set(b, read_text(document, "text"));
    arena_deinit(&scratch);
    if (s->count == 1)
        refresh(s);
}

/* false when it is not understood, and the text is no longer the editor's. */
static bool apply_change(Server *s, Buffer *b, const json_t *change, LineStart *near)
{
    const json_t *range = json_object_get(change, "range");
    Position start = {0}, end = {0};

    if (!json_is_string(json_object_get(change, "text")))
        return false;
    if (!range || json_is_null(range)) {
        buffer_set(b, read_text(change, "text"));
        *near = (LineStart){0};
        b->lost = false;
        return true;
    }
    return !b->lost && read_range(range, &start, &end) &&
           buffer_change(b, s->client.encoding, start, end, read_text(change, "text"),
                         near);
}

static void did_change(Server *s, const json_t *params)
{
    const json_t *changes = json_object_get(params, "contentChanges");
    Buffer *b = find_buffer(s, document_uri(params));
    LineStart near = {0};

    if (!b)
        return;
    b->version = document_version(params);
    bool was_lost = b->lost;
    for (size_t i = 0; i < json_array_size(changes); i++)
        if (!apply_change(s, b, json_array_get(changes, i), &near))
            b->lost = true;
    if (!b->lost || was_lost)
        return;
    /* Findings at wrong places are worse than none. */
    take_findings_back(s, b);
    b->was_shown = false;
    s->host->log(s->host->ctx,
                 "a change that is not understood: open the document again");
}

static void did_save(Server *s, const json_t *params)
{
    (void)params;
    refresh(s);
}

static void did_close(Server *s, const json_t *params)
{
    Buffer *b = find_buffer(s, document_uri(params));

    if (b)
        close_buffer(s, b);
}

static bool needs_findings(const Buffer *b)
{
    return !b->published && b->is_markdown && !b->lost;
}

bool server_rest(Server *s)
{
    if (s->stage != STAGE_RUNS)
        return false;
    for (size_t i = 0; i < s->count; i++) {
        Buffer *b = &s->buffers[i];
        if (!needs_findings(b))
            continue;
        if (!b->fresh)
            s->host->read(s->host->ctx, b->path, strbuf_view(&b->text), &b->arena,
                          &b->reading);
        b->fresh = b->published = true;
        /* Of what is none of ours, nothing is said. */
        if (!b->reading.reported && !b->was_shown)
            continue;
        b->was_shown = b->reading.reported;
        rpc_notify(&s->out, "textDocument/publishDiagnostics",
                   diagnostics_of(&s->client, b));
        return true;
    }
    return false;
}

/* -- requests ------------------------------------------------------------ */

static json_t *initialize(Server *s, const json_t *params)
{
    client_read(params, &s->client);
    s->stage = STAGE_RUNS;
    json_t *sync = json_pack("{s:b, s:i, s:{s:b}}", "openClose", 1, "change", 2, "save",
                             "includeText", 0);
    json_t *capabilities =
        json_pack("{s:s, s:o, s:b, s:b, s:{s:[s]}}", "positionEncoding",
                  position_encoding_name(s->client.encoding), "textDocumentSync", sync,
                  "hoverProvider", 1, "documentSymbolProvider", 1, "codeActionProvider",
                  "codeActionKinds", "quickfix");
    return json_pack("{s:o, s:{s:s, s:s}}", "capabilities", capabilities, "serverInfo",
                     "name", "prfaq", "version", PRFAQ_VERSION);
}

static json_t *shut_down(Server *s, const json_t *params)
{
    (void)params;
    s->stage = STAGE_SHUT;
    return NULL;
}

static size_t offset_in(const Server *s, const Buffer *b, Position p)
{
    LineStart start = {0};
    return position_offset(strbuf_view(&b->text), s->client.encoding, p, &start);
}

static json_t *hover(Server *s, const json_t *params)
{
    Buffer *b = read_buffer(s, params);
    Position p;

    if (!b || !read_position(json_object_get(params, "position"), &p))
        return NULL;
    return hover_of(&s->client, b, offset_in(s, b, p));
}

static json_t *code_action(Server *s, const json_t *params)
{
    Buffer *b = read_buffer(s, params);
    Position start, end;

    if (!b || !s->client.action_literals ||
        !read_range(json_object_get(params, "range"), &start, &end))
        return json_array();
    Range range = {offset_in(s, b, start), offset_in(s, b, end)};
    return actions_of(&s->client, b, range,
                      json_object_get(json_object_get(params, "context"), "only"));
}

static json_t *document_symbol(Server *s, const json_t *params)
{
    Buffer *b = read_buffer(s, params);
    return b ? symbols_of(&s->client, b) : json_array();
}

/* -- dispatch ------------------------------------------------------------ */

static const struct {
    const char *method;
    json_t *(*answer)(Server *s, const json_t *params);
} requests[] = {
    {"initialize", initialize},
    {"shutdown", shut_down},
    {"textDocument/codeAction", code_action},
    {"textDocument/documentSymbol", document_symbol},
    {"textDocument/hover", hover},
};

static const struct {
    const char *method;
    void (*take)(Server *s, const json_t *params);
} notifications[] = {
    {"textDocument/didChange", did_change},
    {"textDocument/didClose", did_close},
    {"textDocument/didOpen", did_open},
    {"textDocument/didSave", did_save},
    {"workspace/didChangeConfiguration", did_save},
    {"workspace/didChangeWatchedFiles", did_save},
};

static void answer_request(Server *s, const RpcMessage *m)
{
    bool first = strcmp(m->method, "initialize") == 0;

    if (s->stage == STAGE_NEW && !first) {
        rpc_fail(&s->out, m->id, RPC_NOT_INITIALIZED, "\"initialize\" comes first");
        return;
    }
    if (s->stage == STAGE_SHUT || (first && s->stage != STAGE_NEW)) {
        rpc_fail(&s->out, m->id, RPC_INVALID_REQUEST,
                 first ? "\"initialize\" comes once" : "the server is shut down");
        return;
    }
    for (size_t i = 0; i < sizeof requests / sizeof *requests; i++)
        if (strcmp(m->method, requests[i].method) == 0) {
            rpc_reply(&s->out, m->id, requests[i].answer(s, m->params));
            return;
        }
    rpc_fail(&s->out, m->id, RPC_METHOD_NOT_FOUND, "there is no such method");
}

static void take_notification(Server *s, const RpcMessage *m)
{
    if (strcmp(m->method, "exit") == 0) {
        s->status = s->stage == STAGE_SHUT ? 0 : 1;
        s->stage = STAGE_ENDED;
        return;
    }
    if (s->stage != STAGE_RUNS)
        return;
    for (size_t i = 0; i < sizeof notifications / sizeof *notifications; i++)
        if (strcmp(m->method, notifications[i].method) == 0)
            notifications[i].take(s, m->params);
}

bool server_step(Server *s)
{
    Str body;
    RpcMessage m;

    if (s->stage == STAGE_ENDED || !frame_next(&s->in, &body))
        return false;
    rpc_parse(body, &m);
    switch (m.kind) {
    case RPC_REQUEST:
        answer_request(s, &m);
        break;
    case RPC_NOTIFICATION:
        take_notification(s, &m);
        break;
    case RPC_BROKEN:
        rpc_fail(&s->out, m.id, m.code, "this is no message of JSON-RPC 2.0");
        break;
    case RPC_RESPONSE:
        break;
    }
    rpc_deinit(&m);
    return true;
}
