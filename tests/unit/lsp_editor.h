/* lsp_editor.h: an editor for tests: it says messages to a server and keeps what it
 * hears, bodies one a line. */
#ifndef TESTS_UNIT_LSP_EDITOR_H
#define TESTS_UNIT_LSP_EDITOR_H

#include <string.h>

#include "check.h"
#include "lsp/frame.h"
#include "lsp/server.h"

typedef struct Editor {
    Library library;
    ServerHost host;
    Server *server;
    StrBuf heard;
    int refreshed, logged;
} Editor;

static inline void editor_read(void *ctx, const char *path, Str text, Arena *arena,
                               Reading *out)
{
    Editor *e = ctx;
    CheckOptions options = {0};
    Error why = {0};
    size_t offset = 0;

    (void)path;
    *out = (Reading){.reported = true};
    bool readable = document_bytes_ok(text, &offset, &why);
    document_read(str_slice(text, 0, readable ? text.len : offset), &e->library, arena,
                  &out->doc);
    if (readable)
        check_run(&out->doc, &e->library, &options, arena, &out->findings);
    else
        check_unreadable(offset, &why, &options, arena, &out->findings);
    /* A note is left alone. */
    out->reported = str_find(text, STR("just a note"), 0) == STR_NONE;
}

static inline void editor_refresh(void *ctx)
{
    ((Editor *)ctx)->refreshed++;
}

static inline void editor_log(void *ctx, const char *line)
{
    CHECK(line[0] != '\0');
    ((Editor *)ctx)->logged++;
}

static inline void editor_listen(Editor *e)
{
    FrameReader r = {0};
    Str body;

    frame_feed(&r, strbuf_view(server_output(e->server)));
    strbuf_clear(server_output(e->server));
    while (frame_next(&r, &body)) {
        strbuf_add(&e->heard, body);
        strbuf_addc(&e->heard, '\n');
    }
    CHECK_INT(r.bytes.len, r.at); /* nothing but whole messages */
    frame_deinit(&r);
}

/* Say messages, one a line, and hear the answers and findings; returns them. */
static inline const char *say(Editor *e, const char *messages)
{
    Str rest = str_from(messages), line;
    StrBuf framed = {0};

    while (str_next_line(&rest, &line))
        frame_add(&framed, line);
    server_feed(e->server, strbuf_view(&framed));
    strbuf_deinit(&framed);
    strbuf_clear(&e->heard);
    while (server_step(e->server))
        ;
    while (server_rest(e->server))
        ;
    editor_listen(e);
    return strbuf_cstr(&e->heard);
}

/*   capabilities  JSON, "{}" for a client that can do nothing */
static inline void editor_start(Editor *e, const char *capabilities)
{
    StrBuf b = {0};

    *e = (Editor){0};
    library_init(&e->library);
    e->host = (ServerHost){e, editor_read, editor_refresh, editor_log};
    e->server = server_new(&e->host);
    strbuf_addf(&b,
                "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{"
                "\"capabilities\":%s}}\n"
                "{\"jsonrpc\":\"2.0\",\"method\":\"initialized\",\"params\":{}}",
                capabilities);
    CHECK(strstr(say(e, strbuf_cstr(&b)), "\"id\":0,\"result\""));
    strbuf_deinit(&b);
}

static inline void editor_stop(Editor *e)
{
    server_free(e->server);
    library_deinit(&e->library);
    strbuf_deinit(&e->heard);
}

/*   text  as it stands in JSON, with its escapes */
static inline const char *editor_open(Editor *e, const char *text)
{
    StrBuf b = {0};

    strbuf_addf(&b,
                "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\",\"params\":{"
                "\"textDocument\":{\"uri\":\"file:///w/a.md\",\"languageId\":"
                "\"markdown\",\"version\":1,\"text\":\"%s\"}}}",
                text);
    const char *heard = say(e, strbuf_cstr(&b));
    strbuf_deinit(&b);
    return heard;
}

/*   changes  the objects of contentChanges */
static inline const char *editor_change(Editor *e, int version, const char *changes)
{
    StrBuf b = {0};

    strbuf_addf(&b,
                "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didChange\",\"params\":"
                "{\"textDocument\":{\"uri\":\"file:///w/a.md\",\"version\":%d},"
                "\"contentChanges\":[%s]}}",
                version, changes);
    const char *heard = say(e, strbuf_cstr(&b));
    strbuf_deinit(&b);
    return heard;
}

/* A request about the open document.
 *
 *   more  further members of params, with a comma before them; or "" */
static inline const char *editor_ask(Editor *e, const char *method, const char *more)
{
    StrBuf b = {0};

    strbuf_addf(&b,
                "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"textDocument/%s\","
                "\"params\":{\"textDocument\":{\"uri\":\"file:///w/a.md\"}%s}}",
                method, more);
    const char *heard = say(e, strbuf_cstr(&b));
    strbuf_deinit(&b);
    return heard;
}

#define CHECK_HEARD(heard, part)                                                       \
    do {                                                                               \
        const char *heard_ = (heard);                                                  \
        if (!strstr(heard_, (part))) {                                                 \
            print_error("not heard: %s\n  in: %s\n", (part), heard_);                  \
            fail();                                                                    \
        }                                                                              \
    } while (0)
#define CHECK_NOT_HEARD(heard, part)                                                   \
    do {                                                                               \
        const char *heard_ = (heard);                                                  \
        if (strstr(heard_, (part))) {                                                  \
            print_error("heard: %s\n  in: %s\n", (part), heard_);                      \
            fail();                                                                    \
        }                                                                              \
    } while (0)

#endif
