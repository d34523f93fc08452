/* prfaq restore: how a document was, as a new revision. */
#include "app/cli_commands.h"
#include "app/cli_document.h"
#include "app/cli_json.h"
#include "app/restore.h"
#include "base/message.h"

static const char *what_becomes(AnchorState after)
{
    switch (after) {
    case ANCHOR_LOST:
        return "lost";
    case ANCHOR_EDITED:
        return "edited";
    case ANCHOR_MOVED:
        return "moved";
    case ANCHOR_HERE:
        break;
    }
    return "here";
}

static json_t *threads_json(const Restore *r)
{
    json_t *list = json_array();

    for (size_t i = 0; i < r->thread_count; i++) {
        json_t *t = json_object();
        json_object_set_new(t, "label", json_text(r->threads[i].label));
        json_object_set_new(t, "before",
                            json_string(what_becomes(r->threads[i].before)));
        json_object_set_new(t, "after", json_string(what_becomes(r->threads[i].after)));
        json_array_append_new(list, t);
    }
    return list;
}

static void print_json(Cli *cli, const Restore *r, const Restored *done)
{
    json_t *o = json_document("restore"), *parts = json_array();

    for (size_t i = 0; i < r->part_count; i++)
        if (r->scope == RESTORE_PARTS && r->parts[i].wanted)
            json_array_append_new(
                parts,
                json_text(r->parts[i].id.len ? r->parts[i].id : r->parts[i].title));
    json_object_set_new(o, "document", json_text(r->now.ref.name));
    json_object_set_new(o, "file", json_text(r->now.ref.path));
    json_object_set_new(o, "from", json_revision(&r->revision));
    json_object_set_new(o, "parts", parts);
    json_object_set_new(o, "added", json_integer(r->added));
    json_object_set_new(o, "removed", json_integer(r->removed));
    json_object_set_new(o, "questions", threads_json(r));
    json_object_set_new(
        o, "kept", done && done->kept ? json_revision(&done->before) : json_null());
    json_object_set_new(o, "revision",
                        done && done->result.outcome == SAVE_REVISION
                            ? json_revision(&done->result.revision)
                            : json_null());
    json_print(o, &cli->out);
}

/* "Q7, Q9" of those that end up so. */
static size_t add_labels(const Restore *r, AnchorState after, StrBuf *out)
{
    size_t count = 0;

    for (size_t i = 0; i < r->thread_count; i++)
        if (r->threads[i].after == after)
            strbuf_addf(out, "%s%.*s", count++ ? ", " : "",
                        STR_ARG(r->threads[i].label));
    return count;
}

static void say_threads(Cli *cli, const Restore *r)
{
    static const struct {
        AnchorState after;
        const char *words;
    } rows[] = {
        {ANCHOR_LOST, N_("lose their words and are listed as without a place: %s")},
        {ANCHOR_EDITED, N_("stand at words that change, look again: %s")},
        {ANCHOR_MOVED, N_("move with their words: %s")},
        {ANCHOR_HERE, N_("stay where they are: %s")},
    };

    if (r->thread_count == 0)
        return;
    output_note(cli, _("Open questions about words of this document:"));
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        StrBuf labels = {0}, line = {0};
        if (add_labels(r, rows[i].after, &labels) > 0) {
            message_addf(&line, _(rows[i].words), strbuf_cstr(&labels));
            output_note(cli, "  %s", strbuf_cstr(&line));
        }
        strbuf_deinit(&labels);
        strbuf_deinit(&line);
    }
}

static void say_plan(Cli *cli, const Restore *r)
{
    if (r->parts_said.len > 0)
        output_note(cli, _("Bring back from revision %d: %s (+%d -%d words)"),
                    r->revision.number, r->parts_said.ptr, r->added, r->removed);
    else
        output_note(cli,
                    _("Bring back the whole document as it was in revision %d (+%d -%d "
                      "words)"),
                    r->revision.number, r->added, r->removed);
    say_threads(cli, r);
}

static void say_done(Cli *cli, const Restore *r, const Restored *done)
{
    int undo = done->result.revision.number - 1;

    if (done->kept)
        output_note(cli, _("Words that were in no revision are revision %d now."),
                    done->before.number);
    output_note(cli,
                _("Restored as revision %d. Nothing is lost; to undo: prfaq "
                  "restore %.*s %d"),
                done->result.revision.number, STR_ARG(r->now.ref.name), undo);
}

static bool choose(Cli *cli, Restore *r, Error *err)
{
    Str *parts = arena_array(&cli->arena, cli->use_count + 1, sizeof *parts);
    size_t count = 0;

    for (size_t i = 0; i < cli->use_count; i++)
        if (cli->uses[i].id == OPTION_PART)
            parts[count++] = cli->uses[i].value;
    return restore_choose(r, parts, count, err);
}

bool command_restore(Cli *cli, Error *err)
{
    OpenDocument now;
    Restore *r = ARENA_NEW(&cli->arena, Restore);
    Restored done = {0};
    bool json = cli_has(cli, OPTION_JSON);

    if (!cli_open(cli, cli_arg(cli, 0), &now, err) ||
        !restore_begin(&cli->session, &now, cli_arg(cli, 1), &cli->arena, r, err) ||
        !choose(cli, r, err) || !restore_look(&cli->session, r, &cli->arena, err))
        return false;
    if (!json && r->nothing)
        output_note(cli, _("Nothing to do: it is like that already."));
    else if (!json)
        say_plan(cli, r);
    bool doing = !r->nothing && !cli_has(cli, OPTION_DRY_RUN);
    if (doing && !restore_do(&cli->session, r, &cli->arena, &done, err))
        return false;
    if (json)
        print_json(cli, r, &done);
    else if (doing)
        say_done(cli, r, &done);
    return true;
}
