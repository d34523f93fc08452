/* prfaq restore: how a document was, as a new revision. */
#include "app/cli_commands.h"
#include "app/cli_document.h"
#include "app/cli_json.h"
#include "app/restore.h"
#include "base/message.h"
#include "base/unicode.h"
#include "review/review.h"

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

static json_t *threads_json(const Restoring *r)
{
    json_t *list = json_array();

    for (size_t i = 0; i < r->thread_count; i++) {
        const RestoreThread *thread = &r->threads[i];
        if (thread->before == ANCHOR_LOST && thread->after == ANCHOR_LOST)
            continue;
        json_t *t = json_object();
        json_object_set_new(t, "label", json_text(thread->label));
        json_object_set_new(t, "before", json_string(what_becomes(thread->before)));
        json_object_set_new(t, "after", json_string(what_becomes(thread->after)));
        json_array_append_new(list, t);
    }
    return list;
}

static json_t *changes_json(const Restoring *r)
{
    json_t *list = json_array();
    size_t block;

    for (int n = 1; (block = restoring_change(r, n)) != NO_INDEX; n++) {
        json_t *c = json_object();
        StrBuf text = {0};
        const RestorePart *part = restoring_part(r, block);
        restoring_words(r, block, &text);
        json_object_set_new(c, "number", json_integer(n));
        json_object_set_new(c, "part",
                            json_text(part->id.len ? part->id : part->title));
        json_object_set_new(c, "text", json_text(strbuf_view(&text)));
        json_object_set_new(c, "alone", json_boolean(restoring_alone(r, block)));
        json_array_append_new(list, c);
        strbuf_deinit(&text);
    }
    return list;
}

static void print_json(Cli *cli, const DocumentRef *ref, const Restoring *r,
                       const Restored *done)
{
    json_t *o = json_document("restore"), *parts = json_array();

    for (size_t i = 0; i < r->part_count; i++)
        if (r->scope == RESTORE_PARTS && r->parts[i].wanted)
            json_array_append_new(
                parts,
                json_text(r->parts[i].id.len ? r->parts[i].id : r->parts[i].title));
    json_object_set_new(o, "document", json_text(ref->name));
    json_object_set_new(o, "file", json_text(ref->path));
    json_object_set_new(o, "from", json_revision(&r->revision));
    json_object_set_new(o, "parts", parts);
    json_object_set_new(o, "change",
                        r->scope == RESTORE_CHANGE
                            ? json_integer(review_changes(&r->redline, r->block))
                            : json_null());
    if (cli_has(cli, OPTION_DRY_RUN))
        json_object_set_new(o, "changes", changes_json(r));
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

static void say_threads(Cli *cli, const Restoring *r)
{
    static const AnchorState order[] = {ANCHOR_LOST, ANCHOR_EDITED, ANCHOR_MOVED,
                                        ANCHOR_HERE};
    bool any = false;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        StrBuf labels = {0}, line = {0};
        restoring_labels(r, order[i], &labels);
        if (labels.len > 0 && !any)
            output_note(cli, _("Open questions about words of this document:"));
        any = any || labels.len > 0;
        if (labels.len > 0) {
            message_addf(&line, _(restoring_becomes(order[i])), strbuf_cstr(&labels));
            output_note(cli, "  %s", strbuf_cstr(&line));
        }
        strbuf_deinit(&labels);
        strbuf_deinit(&line);
    }
}

static void say_plan(Cli *cli, const Restoring *r)
{
    StrBuf words = {0};

    if (r->scope == RESTORE_CHANGE) {
        restoring_words(r, r->block, &words);
        output_note(cli, _("Bring back from revision %d, one change in %.*s: %s"),
                    r->revision.number, STR_ARG(restoring_part(r, r->block)->title),
                    strbuf_cstr(&words));
    } else if (r->scope == RESTORE_PARTS) {
        restoring_chosen(r, &words);
        output_note(cli, _("Bring back from revision %d: %s (+%d -%d words)"),
                    r->revision.number, strbuf_cstr(&words), r->added, r->removed);
    } else {
        output_note(cli,
                    _("Bring back the whole document as it was in revision %d (+%d -%d "
                      "words)"),
                    r->revision.number, r->added, r->removed);
    }
    strbuf_deinit(&words);
    say_threads(cli, r);
}

/* What --change can name. */
static void say_changes(Cli *cli, const Restoring *r)
{
    enum { LINE_CELLS = 76 };
    size_t block;

    output_note(cli, _("One of these alone: --change N"));
    for (int n = 1; (block = restoring_change(r, n)) != NO_INDEX; n++) {
        StrBuf line = {0};
        strbuf_addf(&line, "%4d  ", n);
        unicode_visible(restoring_part(r, block)->title, VISIBLE_ONE_LINE, &line);
        strbuf_addz(&line, ": ");
        restoring_words(r, block, &line);
        Str fit = unicode_fit(strbuf_view(&line), LINE_CELLS);
        output_note(cli, "%.*s%s", STR_ARG(fit), fit.len < line.len ? "..." : "");
        strbuf_deinit(&line);
    }
}

static void say_done(Cli *cli, const DocumentRef *ref, const Restored *done)
{
    int undo = done->result.revision.number - 1;

    if (done->kept)
        output_note(cli, _("Words that were in no revision are revision %d now."),
                    done->before.number);
    output_note(cli,
                _("Restored as revision %d. Nothing is lost; to undo: prfaq "
                  "restore %.*s %d"),
                done->result.revision.number, STR_ARG(ref->name), undo);
}

static bool choose_change(Cli *cli, Restoring *r, const DocumentRef *ref, Error *err)
{
    int number = 0;

    if (cli_has(cli, OPTION_PART))
        return error_set(err, ERR_USAGE, _("--part and --change do not go together"));
    if (!str_to_int(cli_value(cli, OPTION_CHANGE), &number) || number < 1)
        return error_set(err, ERR_USAGE, _("--change needs a number from 1 on"));
    return restore_choose_change(r, number, ref, err);
}

static bool choose(Cli *cli, Restoring *r, const DocumentRef *ref, Error *err)
{
    Str *parts = arena_array(&cli->arena, cli->use_count + 1, sizeof *parts);
    size_t count = 0;

    if (cli_has(cli, OPTION_CHANGE))
        return choose_change(cli, r, ref, err);
    for (size_t i = 0; i < cli->use_count; i++)
        if (cli->uses[i].id == OPTION_PART)
            parts[count++] = cli->uses[i].value;
    return restore_choose(r, parts, count, err);
}

static bool run(Cli *cli, const DocumentRef *ref, Restoring *r, Error *err)
{
    Restored done = {0};
    bool json = cli_has(cli, OPTION_JSON), dry = cli_has(cli, OPTION_DRY_RUN);

    if (!choose(cli, r, ref, err))
        return false;
    restoring_look(r, session_library(&cli->session));
    bool doing = !r->nothing && !dry;
    if (!json && r->nothing)
        output_note(cli, _("Nothing to do: it is like that already."));
    else if (!json)
        say_plan(cli, r);
    if (!json && dry && !r->nothing && r->scope == RESTORE_WHOLE)
        say_changes(cli, r);
    if (doing && !restore_do(&cli->session, ref, r, &cli->arena, &done, err))
        return false;
    if (json)
        print_json(cli, ref, r, &done);
    else if (doing)
        say_done(cli, ref, &done);
    return true;
}

bool command_restore(Cli *cli, Error *err)
{
    OpenDocument now;
    Restoring *r = NULL;

    if (!cli_open(cli, cli_arg(cli, 0), &now, err) ||
        !restore_begin(&cli->session, &now, cli_arg(cli, 1), &r, err))
        return false;
    bool ok = run(cli, &now.ref, r, err);
    restoring_free(r);
    return ok;
}
