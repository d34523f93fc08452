#include <stdlib.h>
#include <string.h>

#include "app/cli_commands.h"
#include "app/cli_document.h"
#include "app/cli_json.h"
#include "base/message.h"
#include "base/unicode.h"
#include "ui/review_say.h"

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
    if (c->after.conflicts > 0) {
        StrBuf words = {0};
        review_conflict_words(c->after.conflicts, ref->name, &words);
        output_note(cli, "%s", strbuf_cstr(&words));
        strbuf_deinit(&words);
    }
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
    json_object_set_new(members, "conflicts",
                        json_integer((json_int_t)c->after.conflicts));
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
