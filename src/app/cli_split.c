#include "app/cli_ask.h"
#include "app/cli_commands.h"
#include "app/cli_document.h"
#include "app/cli_json.h"
#include "base/message.h"
#include "base/unicode.h"
#include "doc/split.h"
#include "doc/spoken.h"

enum { LINE_CELLS = 5, SIDE_CELLS = 12, REASON_CELLS = 22, WORDS_CELLS = 40 };

typedef struct Dividing {
    Cli *cli;
    OpenDocument open;
    Split split;
    bool written;
} Dividing;

static const Question *question_of(const Dividing *d, const SplitItem *item)
{
    return &d->open.doc.questions[item->question];
}

static int line_of(const Dividing *d, const SplitItem *item)
{
    int line = 0, column = 0;

    document_place(&d->open.doc, question_of(d, item)->question.start, &line, &column);
    return line;
}

static const char *side_words(bool internal)
{
    return internal ? C_("question", "internal") : C_("question", "external");
}

/* -- what it says --------------------------------------------------------- */

static void add_rows(const Dividing *d, StrBuf *out)
{
    for (size_t i = 0; i < d->split.count; i++) {
        const SplitItem *item = &d->split.items[i];
        strbuf_addf(out, "%*d  ", LINE_CELLS, line_of(d, item));
        output_padded(out, str_from(side_words(item->internal)), SIDE_CELLS);
        output_padded(out, str_from(split_reason_words(item->reason)), REASON_CELLS);
        output_cell(out, question_of(d, item)->text, WORDS_CELLS);
        while (out->len > 0 && out->ptr[out->len - 1] == ' ')
            strbuf_truncate(out, out->len - 1);
        strbuf_addc(out, '\n');
    }
}

static void add_proposal(const Dividing *d, StrBuf *out)
{
    message_addf(out,
                 ngettext("%.*s: %zu question in one FAQ:\n",
                          "%.*s: %zu questions in one FAQ:\n",
                          (unsigned long)d->split.count),
                 STR_ARG(d->open.ref.name), d->split.count);
    add_rows(d, out);
}

static void finish(const Dividing *d)
{
    static const char *const reasons[] = {
        [SPLIT_NOTHING] = "nothing",
        [SPLIT_BANK] = "bank",
        [SPLIT_GROUP] = "group",
        [SPLIT_WORDS] = "words",
    };

    if (!cli_has(d->cli, OPTION_JSON))
        return;
    json_t *o = json_document("split-faq"), *list = json_array();
    json_object_set_new(o, "document", json_text(d->open.ref.name));
    json_object_set_new(o, "file", json_text(d->open.ref.path));
    json_object_set_new(o, "written", json_boolean(d->written));
    for (size_t i = 0; i < d->split.count; i++) {
        const SplitItem *item = &d->split.items[i];
        json_t *q = json_object();
        json_object_set_new(q, "question", json_text(question_of(d, item)->text));
        json_object_set_new(q, "line", json_integer(line_of(d, item)));
        json_object_set_new(q, "audience",
                            json_string(item->internal ? "internal" : "external"));
        json_object_set_new(q, "reason", json_string(reasons[item->reason]));
        json_object_set_new(q, "confidence", json_real(item->confidence));
        json_array_append_new(list, q);
    }
    json_object_set_new(o, "questions", list);
    json_print(o, &d->cli->out);
}

/* -- asking --------------------------------------------------------------- */

static void show_question(const Dividing *d, size_t index)
{
    const SplitItem *item = &d->split.items[index];
    StrBuf text = {0}, words = {0};

    unicode_visible(question_of(d, item)->text, VISIBLE_ONE_LINE, &words);
    message_addf(&text, _("\n%zu of %zu  %.*s\n"), index + 1, d->split.count,
                 STR_ARG(strbuf_view(&words)));
    message_addf(&text, _("    Likely %s (%s).\n"), side_words(item->internal),
                 split_reason_words(item->reason));
    ask_say(strbuf_view(&text));
    strbuf_deinit(&text);
    strbuf_deinit(&words);
}

/* False when the person stopped. */
static bool ask_all(const Dividing *d)
{
    size_t at = 0;
    char key = 0;

    ask_say(str_from(_("Who asks? e: a customer (external). i: the team or a leader "
                       "(internal). Enter: as proposed. b: back. q: stop. Nothing is "
                       "written before the last question.\n")));
    while (at < d->split.count) {
        SplitItem *item = &d->split.items[at];
        show_question(d, at);
        if (!ask_key(_("e i [Enter] b q: "), 'y', &key) || key == 'q')
            return false;
        if (key == 'e' || key == 'i')
            item->internal = key == 'i';
        if (key == 'b')
            at -= at > 0;
        else
            at += key == 'e' || key == 'i' || key == 'y';
    }
    return ask_key(_("\nDivide the FAQ now? [y] n: "), 'y', &key) && key == 'y';
}

/* -- doing ---------------------------------------------------------------- */

static bool divide(Dividing *d, Error *err)
{
    Cli *cli = d->cli;
    const DocumentRef *ref = &d->open.ref;
    Str bytes = {0};
    size_t internal = 0;

    for (size_t i = 0; i < d->split.count; i++)
        internal += d->split.items[i].internal;
    if (!split_write(&d->open.doc, session_library(&cli->session), &d->split,
                     &cli->arena, &bytes)) {
        error_set(err, ERR_STATE,
                  _("the FAQ of %.*s cannot be divided without changing its questions"),
                  STR_ARG(ref->name));
        return error_hint(err, "%s",
                          _("Divide it by hand: a heading \"Internal FAQ\" and the "
                            "questions under it"));
    }
    if (cli_has(cli, OPTION_DRY_RUN)) {
        if (!cli_has(cli, OPTION_JSON) && !cli_has(cli, OPTION_QUIET))
            add_proposal(d, &cli->out);
        output_note(cli, _("Would divide the FAQ of %.*s: %zu external, %zu internal."),
                    STR_ARG(ref->path), d->split.count - internal, internal);
        finish(d);
        return true;
    }
    if (!service_rewrite(ref, d->open.bytes, bytes, err))
        return false;
    d->written = true;
    output_note(cli, _("Divided the FAQ of %.*s: %zu external, %zu internal."),
                STR_ARG(ref->path), d->split.count - internal, internal);
    if (ref->relative.len > 0)
        output_note(cli, _("No revision was made. To see it: prfaq diff %.*s"),
                    STR_ARG(ref->name));
    finish(d);
    return true;
}

static bool nobody_answers(Dividing *d, Error *err)
{
    if (!cli_has(d->cli, OPTION_JSON))
        add_proposal(d, &d->cli->out);
    finish(d);
    error_set(err, ERR_USAGE, "%s", _("nobody can answer here about each question"));
    return error_hint(err, _("To take what is proposed: prfaq split-faq %.*s --yes"),
                      STR_ARG(d->open.ref.name));
}

bool command_split_faq(Cli *cli, Error *err)
{
    Dividing d = {.cli = cli};

    if (!cli_open(cli, cli_arg(cli, 0), &d.open, err))
        return false;
    if (d.open.ref.path.len == 0) {
        error_set(err, ERR_USAGE, "%s", _("standard input cannot be changed"));
        return error_hint(err, "%s", _("Name a document"));
    }
    split_propose(&d.open.doc, session_library(&cli->session), &cli->arena, &d.split);
    if (d.split.count == 0) {
        output_note(cli, _("There is no undivided FAQ with questions in %.*s."),
                    STR_ARG(d.open.ref.name));
        finish(&d);
        return true;
    }
    if (cli_has(cli, OPTION_YES) || cli_has(cli, OPTION_DRY_RUN))
        return divide(&d, err);
    if (!input_is_terminal(cli))
        return nobody_answers(&d, err);
    if (ask_all(&d))
        return divide(&d, err);
    output_note(cli, _("Stopped: nothing was written."));
    return true;
}
