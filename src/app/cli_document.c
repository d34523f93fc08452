#include "app/cli_document.h"

#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/message.h"
#include "base/unicode.h"

static bool read_input(Cli *cli, OpenDocument *out, Error *err)
{
    StrBuf bytes = {0};
    const DocumentRef nameless = {.name = STR("-")};
    bool ok = file_read_stdin(FILE_MAX, &bytes, err) &&
              service_read_bytes(&cli->session, &nameless,
                                 arena_str(&cli->arena, strbuf_view(&bytes)),
                                 &cli->arena, out, err);

    strbuf_deinit(&bytes);
    return ok;
}

bool cli_open(Cli *cli, Str name, OpenDocument *out, Error *err)
{
    DocumentRef ref = {0};

    if (str_eq(name, STR("-")))
        return read_input(cli, out, err);
    return session_document(&cli->session, name, &cli->arena, &ref, err) &&
           service_read(&cli->session, &ref, &cli->arena, out, err);
}

static bool same_file(const char *a, const char *b)
{
    struct stat first, second;

    return stat(a, &first) == 0 && stat(b, &second) == 0 &&
           first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

static bool is_page(Str bytes)
{
    static const char start[] = "<!doctype html";

    return bytes.len >= sizeof start - 1 &&
           strncasecmp(bytes.ptr, start, sizeof start - 1) == 0;
}

/* A page that is there may be written anew; other words could be lost. */
static bool may_replace(const Cli *cli, const char *path, Str bytes)
{
    StrBuf old = {0};
    bool pages = is_page(bytes) && file_read(path, FILE_MAX, &old, NULL) &&
                 is_page(strbuf_view(&old));

    strbuf_deinit(&old);
    return pages || cli_has(cli, OPTION_FORCE);
}

/* May the path be written? `kind`: what is there now. */
static bool output_allowed(const Cli *cli, const OpenDocument *doc, Str bytes,
                           FileKind kind, Error *err)
{
    const char *path = cli_value(cli, OPTION_OUTPUT).ptr;

    if (doc->ref.path.len > 0 && same_file(path, doc->ref.path.ptr)) {
        error_set(err, ERR_STATE, _("\"%s\" is the document itself"), path);
        return error_hint(err, _("Name another file"));
    }
    if (kind == FILE_FOLDER) {
        error_set(err, ERR_IO, _("\"%s\" is a folder"), path);
        return error_hint(err, "%s", _("name a file in it"));
    }
    if (kind != FILE_NONE && !may_replace(cli, path, bytes)) {
        error_set(err, ERR_STATE, _("\"%s\" exists already"), path);
        return error_hint(err, _("Name another file, or replace it with --force"));
    }
    return true;
}

static bool write_output(const char *path, Str bytes, FileKind kind, Error *err)
{
    if (kind != FILE_NONE)
        return file_replace(path, bytes, err);
    if (file_create(path, bytes, err))
        return true;
    if (err->code == ERR_NOT_FOUND)
        error_hint(err, "%s", _("Make the folder first, or leave it out"));
    return false;
}

bool cli_write_output(Cli *cli, const OpenDocument *doc, Str bytes, Error *err)
{
    const char *path = cli_value(cli, OPTION_OUTPUT).ptr;
    FileKind kind = file_kind(path);

    if (!output_allowed(cli, doc, bytes, kind, err))
        return false;
    if (cli_has(cli, OPTION_DRY_RUN)) {
        output_note(cli, _("Would write %s."), path);
        return true;
    }
    if (!write_output(path, bytes, kind, err))
        return false;
    output_note(cli, _("Wrote %s."), path);
    return true;
}

static bool output_is_file(void)
{
    struct stat st;

    return fstat(STDOUT_FILENO, &st) == 0 && S_ISREG(st.st_mode);
}

void cli_add_text(Cli *cli, Str text)
{
    Str line;

    if (output_is_file()) {
        strbuf_add(&cli->out, text);
        return;
    }
    while (str_next_line(&text, &line)) {
        unicode_visible(line, VISIBLE_LINES, &cli->out);
        strbuf_addc(&cli->out, '\n');
    }
}

void cli_add_length(StrBuf *out, Lang lang, int length)
{
    if (lang_counts_graphemes(lang))
        message_addf(out, ngettext("%d character", "%d characters", (unsigned)length),
                     length);
    else
        message_addf(out, ngettext("%d word", "%d words", (unsigned)length), length);
}

void cli_add_names(StrBuf *out, const Person *people, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            strbuf_addz(out, ", ");
        strbuf_add(out, people[i].name);
    }
}
