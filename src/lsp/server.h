/* server.h: a language server as a machine: bytes of an editor in, bytes for it out.
 *
 * It does no I/O and knows no clock. The program around it feeds what arrives, lets
 * it step until no message is whole, and when nothing more is waiting lets it rest:
 * then the documents that have changed are read and their findings sent.
 * Source: LSP 3.17. */
#ifndef LSP_SERVER_H
#define LSP_SERVER_H

#include <stdbool.h>

#include "base/str.h"
#include "lsp/buffer.h"

/* What the program around it does for the server. */
typedef struct ServerHost {
    void *ctx;
    /* Read a text and check it.
     *   path  of its file, NULL when it has none
     *   text  any bytes that are UTF-8 or NUL; *out lives in `arena` and borrows
     *         from it */
    void (*read)(void *ctx, const char *path, Str text, Arena *arena, Reading *out);
    /* Settings, templates and word lists may have changed. No reading is alive. */
    void (*refresh)(void *ctx);
    /* One line for the editor's log. */
    void (*log)(void *ctx, const char *line);
} ServerHost;

typedef struct Server Server;

/*   host  outlives the server */
Server *server_new(const ServerHost *host);
void server_free(Server *s);

void server_feed(Server *s, Str bytes);
/* Answer the next message; false when none has arrived whole, and after "exit". */
bool server_step(Server *s);
/* Read the next document whose findings were not sent, and send them; false when
 * there is none. */
bool server_rest(Server *s);
/* What is to be sent; the caller takes it and clears it. */
StrBuf *server_output(Server *s);
/* After "exit": 0 when "shutdown" came before it, else 1. */
bool server_ended(const Server *s, int *status);
/* Of an open document; empty when it is not open. For tests. */
Str server_text(const Server *s, Str uri);

#endif
