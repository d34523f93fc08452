#include <stdlib.h>
#include <string.h>

#include "app/cli_commands.h"
#include "app/cli_document.h"
#include "app/cli_json.h"
#include "base/message.h"
#include "base/unicode.h"

enum { TIME_CELLS = 14, AUTHOR_CELLS = 18 };

/* What changed, section by section, against the revision before it. */
static bool revision_changes(Cli *cli, const DocumentRef *ref, const History *history,
                             size_t index, Arena *arena, Redline *out, Error *err)
{
    const Revision *revision = &history->items[index];
    Comparison *c = ARENA_NEW(arena, Comparison);

    if (!service_between(&cli->session, ref,
                         index + 1 < history->count ? revision + 1 : NULL, revision,
                         arena, c, err))
        return false;
    *out = c->redline;
    return true;
}

static void add_changes(json_t *revision, const Redline *r)
{
    json_t *parts = json_array();

    for (size_t i = 0; i < r->part_count; i++)
        if (r->parts[i].changed &&
            (r->parts[i].id.len > 0 || r->parts[i].title.len > 0))
            json_array_append_new(
                parts,
                json_text(r->parts[i].id.len > 0 ? r->parts[i].id : r->parts[i].title));
    json_object_set_new(revision, "parts", parts);
    json_object_set_new(revision, "added", json_integer(r->added));
    json_object_set_new(revision, "removed", json_integer(r->removed));
}

static bool log_item_json(Cli *cli, const DocumentRef *ref, const History *history,
                          size_t index, json_t **out, Error *err)
{
    Arena scratch = {0};
    Redline redline;

    if (!revision_changes(cli, ref, history, index, &scratch, &redline, err)) {
        arena_deinit(&scratch);
        return false;
    }
    *out = json_revision(&history->items[index]);
    add_changes(*out, &redline);
    arena_deinit(&scratch);
    return true;
}

static bool log_json(Cli *cli, const DocumentRef *ref, const History *history,
                     size_t count, Error *err)
{
    json_t *revisions = json_array();
    bool lines = cli_has(cli, OPTION_JSON_LINES);

    for (size_t i = 0; i < count; i++) {
        json_t *item = NULL;
        if (!log_item_json(cli, ref, history, i, &item, err)) {
            json_decref(revisions);
            return false;
        }
        if (lines)
            json_print_line(item, &cli->out);
        else
            json_array_append_new(revisions, item);
    }
    if (lines) {
        json_decref(revisions);
        return true;
    }
    json_t *document = json_document("log");
    json_object_set_new(document, "document", json_text(ref->name));
    json_object_set_new(document, "revisions", revisions);
    json_print(document, &cli->out);
    return true;
}

static void log_row(Cli *cli, const Revision *r, Moment now)
{
    StrBuf cell = {0};

    strbuf_addf(&cli->out, "%4d  ", r->number);
    moment_relative(r->time, now, &cell);
    output_cell(&cli->out, strbuf_view(&cell), TIME_CELLS);
    strbuf_clear(&cell);
    strbuf_add(&cell, r->author.name);
    if (r->with_count > 0)
        strbuf_addf(&cell, " +%zu", r->with_count);
    output_cell(&cli->out, strbuf_view(&cell), AUTHOR_CELLS);
    unicode_visible(r->subject, VISIBLE_ONE_LINE, &cli->out);
    strbuf_addc(&cli->out, '\n');
    strbuf_deinit(&cell);
}

static bool read_limit(const Cli *cli, size_t *count, Error *err)
{
    int limit = 0;

    if (!cli_has(cli, OPTION_LIMIT))
        return true;
    if (!str_to_int(cli_value(cli, OPTION_LIMIT), &limit) || limit < 1) {
        error_set(err, ERR_USAGE, _("--limit needs a number from 1 on"));
        return false;
    }
    if ((size_t)limit < *count)
        *count = (size_t)limit;
    return true;
}

bool command_log(Cli *cli, Error *err)
{
    DocumentRef ref = {0};
    History history = {0};

    if (!session_document(&cli->session, cli_arg(cli, 0), &cli->arena, &ref, err) ||
        !service_history(&cli->session, &ref, &cli->arena, &history, err))
        return false;
    size_t count = history.count;
    if (!read_limit(cli, &count, err))
        return false;
    if (cli_has(cli, OPTION_JSON) || cli_has(cli, OPTION_JSON_LINES))
        return log_json(cli, &ref, &history, count, err);
    if (count == 0 && ref.relative.len == 0)
        output_note(cli, _("\"%.*s\" is in no workspace: it has no revisions."),
                    STR_ARG(ref.path));
    else if (count == 0)
        output_note(cli, _("%.*s has no revision yet. Keep one with: prfaq save %.*s"),
                    STR_ARG(ref.name), STR_ARG(ref.name));
    for (size_t i = 0; i < count; i++)
        log_row(cli, &history.items[i], session_now());
    return true;
}

static void add_side(StrBuf *out, const Side *side)
{
    if (side->unsaved)
        strbuf_addz(out, _("words not saved yet"));
    else if (side->revision.commit[0] == '\0')
        strbuf_addz(out, _("nothing"));
    else if (side->revision.number > 0)
        message_addf(out, _("revision %d"), side->revision.number);
    else
        strbuf_addf(out, "%.12s", side->revision.commit);
}

static void diff_text(Cli *cli, const DocumentRef *ref, const Comparison *c)
{
    StrBuf before = {0};
    StrBuf after = {0};
    const RedlineText options = {
        .color = output_color(cli),
        .unchanged = cli_has(cli, OPTION_ALL),
        .width = output_width(),
        .lang = message_lang(),
    };

    add_side(&before, &c->before);
    add_side(&after, &c->after);
    output_note(cli, _("%.*s: from %s to %s"), STR_ARG(ref->name), strbuf_cstr(&before),
                strbuf_cstr(&after));
    if (c->redline.equal)
        output_note(cli, _("There is no difference."));
    else
        redline_text(&c->redline, &options, &cli->out);
    strbuf_deinit(&before);
    strbuf_deinit(&after);
}

static json_t *side_json(const Side *side)
{
    if (side->unsaved || side->revision.commit[0] == '\0')
        return json_null();
    return json_revision(&side->revision);
}

static void diff_json(Cli *cli, const DocumentRef *ref, const Comparison *c)
{
    json_t *members = json_object();
    StrBuf text = {0};

    json_object_set_new(members, "document", json_text(ref->name));
    json_object_set_new(members, "file", json_text(ref->path));
    json_object_set_new(members, "from", side_json(&c->before));
    json_object_set_new(members, "to", side_json(&c->after));
    json_object_set_new(members, "unsaved", json_boolean(c->after.unsaved));
    json_print_line(members, &text);
    Str inside = str_trim(strbuf_view(&text));
    redline_json(&c->redline, str_slice(inside, 1, inside.len - 1), &cli->out);
    strbuf_deinit(&text);
}

bool command_diff(Cli *cli, Error *err)
{
    DocumentRef ref = {0};
    Comparison comparison;

    if (!session_document(&cli->session, cli_arg(cli, 0), &cli->arena, &ref, err) ||
        !service_compare(&cli->session, &ref, cli_arg(cli, 1), cli_arg(cli, 2),
                         &cli->arena, &comparison, err))
        return false;
    if (cli_has(cli, OPTION_JSON))
        diff_json(cli, &ref, &comparison);
    else
        diff_text(cli, &ref, &comparison);
    if (cli_has(cli, OPTION_EXIT_CODE) && !comparison.redline.equal)
        cli->status = 1;
    return true;
}
