#include "app/cli_commands.h"
#include "app/cli_document.h"
#include "app/cli_json.h"
#include "app/recovery.h"
#include "base/file.h"
#include "base/message.h"

/* Words that were added and taken away since the journal began. */
static void count_words(Cli *cli, const Recovered *r, int *added, int *removed)
{
    OpenDocument before, after;
    Redline redline;
    DocumentRef ref = {.path = r->words.head.path, .name = r->words.head.document};

    *added = *removed = 0;
    if (!service_read_bytes(&cli->session, &ref, r->words.base, &cli->arena, &before,
                            NULL) ||
        !service_read_bytes(&cli->session, &ref, r->words.text, &cli->arena, &after,
                            NULL))
        return;
    redline_make(&before.doc, &after.doc, &cli->arena, &redline);
    *added = redline.added;
    *removed = redline.removed;
}

static json_t *recovered_json(Cli *cli, const Recovered *r)
{
    static const char *const states[] = {[RECOVERED_CRASH] = "crash",
                                         [RECOVERED_OPEN] = "open",
                                         [RECOVERED_ASIDE] = "aside"};
    const JournalWords *w = &r->words;
    json_t *object = json_object();
    int added = 0, removed = 0;

    count_words(cli, r, &added, &removed);
    json_object_set_new(object, "id", json_text(r->id));
    json_object_set_new(object, "document", json_text(w->head.document));
    json_object_set_new(object, "file", json_text(w->head.path));
    json_object_set_new(object, "state", json_string(states[r->state]));
    json_object_set_new(object, "author",
                        w->person.len ? json_text(w->person) : json_null());
    json_object_set_new(object, "time", json_moment(w->last));
    json_object_set_new(object, "part",
                        w->place.len ? json_text(w->place) : json_null());
    json_object_set_new(object, "added", json_integer(added));
    json_object_set_new(object, "removed", json_integer(removed));
    return object;
}

static void print_json(Cli *cli, const Recovered *items, size_t count, bool text)
{
    json_t *document = json_document("recover"), *list = json_array();

    for (size_t i = 0; i < count; i++) {
        json_t *one = recovered_json(cli, &items[i]);
        if (text)
            json_object_set_new(one, "text", json_text(items[i].words.text));
        json_array_append_new(list, one);
    }
    json_object_set_new(document, "recovered", list);
    json_print(document, &cli->out);
}

static const char *state_words(RecoveredState state)
{
    switch (state) {
    case RECOVERED_OPEN:
        return _("being written now");
    case RECOVERED_ASIDE:
        return _("put aside");
    default:
        return _("not saved");
    }
}

static void print_row(Cli *cli, const Recovered *r)
{
    const JournalWords *w = &r->words;
    StrBuf when = {0}, line = {0};
    int added = 0, removed = 0;

    count_words(cli, r, &added, &removed);
    moment_relative(w->last, session_now(), &when);
    message_addf(&line, _("%.*s  %s  %s: +%d -%d words"), STR_ARG(r->id),
                 arena_str(&cli->arena, w->head.document).ptr, strbuf_cstr(&when),
                 added, removed);
    if (w->person.len > 0)
        strbuf_addf(&line, ", %.*s", STR_ARG(w->person));
    if (w->place.len > 0)
        strbuf_addf(&line, ", \"%.*s\"", STR_ARG(w->place));
    strbuf_addf(&line, ", %s\n", state_words(r->state));
    cli_add_text(cli, strbuf_view(&line));
    strbuf_deinit(&when);
    strbuf_deinit(&line);
}

/* Of the document named, which may be gone by now, or the one with that id. */
static bool is_wanted(const Recovered *r, Str name, Str real)
{
    return str_eq(r->id, name) || str_eq(r->words.head.document, name) ||
           str_eq(r->words.head.path, real);
}

static void find_wanted(Cli *cli, Str name, const Recovered **out, size_t *count)
{
    DocumentRef ref = {0};
    const Recovered *all = NULL;
    Str real = name;
    size_t total = 0;

    *count = 0;
    if (name.len == 0 ||
        session_document(&cli->session, name, &cli->arena, &ref, NULL)) {
        recovery_list(&cli->session, name.len ? &ref : NULL, &cli->arena, out, count);
        if (*count > 0 || name.len == 0)
            return;
    }
    recovery_list(&cli->session, NULL, &cli->arena, &all, &total);
    (void)path_real(name.ptr, &cli->arena, &real, NULL);
    Recovered *some = arena_array(&cli->arena, total + 1, sizeof *some);
    for (size_t i = 0; i < total; i++)
        if (is_wanted(&all[i], name, real))
            some[(*count)++] = all[i];
    *out = some;
}

bool command_recover(Cli *cli, Error *err)
{
    Str name = cli_arg(cli, 0);
    const Recovered *items = NULL;
    size_t count = 0;
    bool print = cli_has(cli, OPTION_PRINT), json = cli_has(cli, OPTION_JSON);

    if (print && name.len == 0) {
        error_set(err, ERR_USAGE, _("print what? Name a document"));
        return error_hint(err, _("What is kept: prfaq recover --list"));
    }
    find_wanted(cli, name, &items, &count);
    if (name.len > 0 && count == 0) {
        error_set(err, ERR_NOT_FOUND, _("nothing is kept of \"%.*s\""), STR_ARG(name));
        return error_hint(err, _("What is kept: prfaq recover --list"));
    }
    if (json) {
        print_json(cli, items, print && count > 0 ? 1 : count, print);
        return true;
    }
    if (print) {
        cli_add_text(cli, items[0].words.text);
        return true;
    }
    for (size_t i = 0; i < count; i++)
        print_row(cli, &items[i]);
    if (count == 0)
        output_note(cli, _("Nothing is kept: every word is in its file."));
    else
        output_note(cli, _("To have them: prfaq write DOC. To read them: prfaq recover "
                           "--print DOC"));
    return true;
}
