/* The language server on standard input and output: the machine is lsp/server.h. */
#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "app/check_setup.h"
#include "app/cli_commands.h"
#include "app/service.h"
#include "base/file.h"
#include "base/message.h"
#include "base/unicode.h"
#include "lsp/server.h"

enum { READ_BYTES = 16 * 1024 };

/* The workspace of some of the open documents. */
typedef struct Workplace {
    Str root; /* empty: outside of any */
    Session session;
} Workplace;

typedef struct Host {
    Arena arena; /* until the next refresh */
    Workplace **places;
    size_t count, cap;
} Host;

static void close_places(Host *h)
{
    for (size_t i = 0; i < h->count; i++)
        session_close(&h->places[i]->session);
    arena_deinit(&h->arena);
    *h = (Host){0};
}

static void log_line(void *ctx, const char *line)
{
    StrBuf visible = {0};

    (void)ctx;
    strbuf_addz(&visible, "prfaq: ");
    unicode_visible(str_from(line), VISIBLE_ONE_LINE, &visible);
    strbuf_addc(&visible, '\n');
    output_write(STDERR_FILENO, strbuf_view(&visible), NULL);
    strbuf_deinit(&visible);
}

static void refresh(void *ctx)
{
    close_places(ctx);
}

/* The session of the workspace that a file lies in. Settings that do not parse are
 * told in the log; the other ones count. */
static Session *session_of(Host *h, const char *path)
{
    Workspace found = {0};
    Arena scratch = {0};
    Error err = {0};
    Str folder = arena_str(&scratch, path ? path_folder(str_from(path)) : STR("."));

    workspace_find(folder.ptr, &scratch, &found);
    for (size_t i = 0; i < h->count; i++)
        if (str_eq(h->places[i]->root, found.root)) {
            arena_deinit(&scratch);
            return &h->places[i]->session;
        }
    Workplace *place = ARENA_NEW(&h->arena, Workplace);
    place->root = arena_str(&h->arena, found.root);
    if (!session_open(&place->session, folder.ptr, &err))
        log_line(h, err.message);
    h->places = arena_grow(&h->arena, h->places, h->count, &h->cap, sizeof *h->places);
    h->places[h->count++] = place;
    arena_deinit(&scratch);
    return &place->session;
}

/* A file that was never saved has a place all the same. */
static DocumentRef ref_of(Session *s, const char *path, Arena *arena)
{
    DocumentRef ref = {.name = STR("-")};

    if (!path)
        return ref;
    if (file_kind(path) == FILE_REGULAR &&
        workspace_document(&s->workspace, str_from(path), arena, &ref, NULL))
        return ref;
    ref.path = arena_str(arena, str_from(path));
    ref.name = path_base(ref.path);
    return ref;
}

static void read_text(void *ctx, const char *path, Str text, Arena *arena, Reading *out)
{
    Session *s = session_of(ctx, path);
    DocumentRef ref = ref_of(s, path, arena);
    CheckOptions options;
    size_t offset = 0;
    Error why = {0};
    bool readable = document_bytes_ok(text, &offset, &why);

    *out = (Reading){0};
    document_read(readable ? text : str_slice(text, 0, offset), session_library(s),
                  arena, &out->doc);
    session_check_options(s, &ref, arena, &options);
    out->reported = readable ? service_is_document(s, &out->doc, ref.path)
                             : workspace_has_mark(text);
    if (readable && out->reported)
        check_run(&out->doc, session_library(s), &options, arena, &out->findings);
    else if (!readable)
        check_unreadable(offset, &why, &options, arena, &out->findings);
}

/* -- the loop ------------------------------------------------------------ */

/* Is there input, or its end? */
static bool input_waits(int timeout_ms)
{
    struct pollfd in = {.fd = STDIN_FILENO, .events = POLLIN};

    return poll(&in, 1, timeout_ms) > 0;
}

/* false at the end of input. */
static bool read_some(Server *server)
{
    char bytes[READ_BYTES];
    ssize_t got = read(STDIN_FILENO, bytes, sizeof bytes);

    if (got < 0)
        return errno == EINTR || errno == EAGAIN;
    server_feed(server, (Str){bytes, (size_t)got});
    return got > 0;
}

static bool send(Server *server, Error *err)
{
    StrBuf *out = server_output(server);
    bool ok = out->len == 0 || output_write(STDOUT_FILENO, strbuf_view(out), err);

    strbuf_clear(out);
    return ok;
}

/* Documents are read when nothing more waits: each change of a fast typist is taken
 * in at once, and findings are made for the last of them. */
static bool serve(Server *server, int *status, Error *err)
{
    while (!server_ended(server, status)) {
        if (!input_waits(0) && server_rest(server)) {
            if (!send(server, err))
                return false;
            continue;
        }
        if (input_waits(-1) && !read_some(server)) {
            *status = 1; /* the editor has gone without a word */
            return true;
        }
        while (server_step(server))
            ;
        if (!send(server, err))
            return false;
    }
    return true;
}

bool command_lsp(Cli *cli, Error *err)
{
    Host host = {0};
    ServerHost functions = {
        .ctx = &host, .read = read_text, .refresh = refresh, .log = log_line};
    Server *server = server_new(&functions);
    bool ok = serve(server, &cli->status, err);

    server_free(server);
    close_places(&host);
    return ok;
}
