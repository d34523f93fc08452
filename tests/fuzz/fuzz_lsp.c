/* Any bytes, in pieces of any size: the server ends, what it sends are whole frames
 * of JSON, and the text it keeps stays UTF-8. The input is the stream itself; its
 * first byte says how it is cut. */
#include <assert.h>
#include <stdint.h>

#include <jansson.h>

#include "base/utf8.h"
#include "lsp/frame.h"
#include "lsp/server.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { PUBLISHED_MAX = 16 };

static Library library;

static void read_text(void *ctx, const char *path, Str text, Arena *arena, Reading *out)
{
    CheckOptions options = {0};
    Error why = {0};
    size_t offset = 0;

    (void)ctx;
    (void)path;
    assert(utf8_valid(text, NULL));
    bool readable = document_bytes_ok(text, &offset, &why);
    *out = (Reading){.reported = true};
    document_read(str_slice(text, 0, readable ? text.len : offset), &library, arena,
                  &out->doc);
    if (readable)
        check_run(&out->doc, &library, &options, arena, &out->findings);
    else
        check_unreadable(offset, &why, &options, arena, &out->findings);
}

static void do_nothing(void *ctx)
{
    (void)ctx;
}

static void log_line(void *ctx, const char *line)
{
    (void)ctx;
    assert(line[0]);
}

static void check_sent(StrBuf *sent)
{
    FrameReader r = {0};
    Str body;

    frame_feed(&r, strbuf_view(sent));
    while (frame_next(&r, &body)) {
        json_t *message = json_loadb(body.ptr, body.len, JSON_ALLOW_NUL, NULL);
        assert(json_is_object(message));
        json_decref(message);
    }
    assert(r.at == r.bytes.len);
    frame_deinit(&r);
    strbuf_clear(sent);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static bool ready;
    static const ServerHost host = {NULL, read_text, do_nothing, log_line};
    int status = 0;

    if (!ready)
        library_init(&library);
    ready = true;
    if (size == 0)
        return 0;
    Server *server = server_new(&host);
    size_t piece = data[0] > 0 ? data[0] * 4u : size;
    Str stream = {(const char *)data + 1, size - 1};
    for (size_t at = 0; at < stream.len; at += piece) {
        server_feed(server, str_slice(stream, at, at + piece));
        while (server_step(server))
            ;
        for (int i = 0; i < PUBLISHED_MAX && server_rest(server); i++)
            ;
        check_sent(server_output(server));
        if (server_ended(server, &status))
            break;
    }
    assert(status == 0 || status == 1);
    server_free(server);
    return 0;
}
