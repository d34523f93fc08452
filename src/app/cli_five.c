/* The five customer questions: who has answered, and what once all is revealed. */
#include "app/cli_commands.h"
#include "app/cli_document.h"
#include "app/cli_json.h"
#include "app/five_file.h"
#include "base/message.h"
#include "base/unicode.h"

/* -- JSON ----------------------------------------------------------------------------
 */

static void add_answers(json_t *list, Str who, const Answers *sheet)
{
    for (size_t i = 0; i < FIVE_QUESTIONS; i++) {
        Str text = answers_get(sheet, five_id(i));
        json_t *o = json_object();
        json_object_set_new(o, "question", json_text(five_id(i)));
        json_object_set_new(o, "who", who.len > 0 ? json_text(who) : json_null());
        json_object_set_new(o, "text", json_text(text));
        if (text.len > 0)
            json_array_append_new(list, o);
        else
            json_decref(o);
    }
}

static int count_bits(unsigned mask)
{
    int count = 0;

    for (; mask; mask &= mask - 1)
        count++;
    return count;
}

static void print_json(Cli *cli, const DocumentRef *ref, const FiveState *state)
{
    json_t *document = json_document("five"), *people = json_array(),
           *answers = json_array();

    for (size_t i = 0; i < state->count; i++) {
        json_t *person = json_object();
        json_object_set_new(person, "name", json_text(state->sheets[i].who));
        json_object_set_new(person, "answered",
                            json_integer(count_bits(state->sheets[i].answered)));
        json_array_append_new(people, person);
        add_answers(answers, state->sheets[i].who, &state->sheets[i].words);
    }
    add_answers(answers, (Str){0}, &state->group);
    json_object_set_new(document, "document", json_text(ref->name));
    json_object_set_new(document, "revealed", json_boolean(state->revealed));
    json_object_set_new(document, "people", people);
    json_object_set_new(document, "answers", answers);
    json_print(document, &cli->out);
}

/* -- text ----------------------------------------------------------------------------
 */

static void add_text(Cli *cli, Str who, Str words)
{
    enum { INDENT = 4 };
    StrBuf line = {0};

    if (words.len == 0)
        return;
    strbuf_addf(&line, "%.*s: ", STR_ARG(who));
    unicode_visible(words, VISIBLE_ONE_LINE, &line);
    output_wrapped(&cli->out, INDENT, output_width(), strbuf_view(&line));
    strbuf_deinit(&line);
}

static void print_answers(Cli *cli, const FiveState *state)
{
    const QuestionBank *bank = &session_library(&cli->session)->bank;

    for (size_t i = 0; i < FIVE_QUESTIONS; i++) {
        const BankQuestion *row = questions_find(bank, five_id(i));
        output_wrapped(&cli->out, 0, output_width(),
                       row ? row->text[message_lang()] : five_id(i));
        for (size_t k = 0; k < state->count; k++)
            add_text(cli, state->sheets[k].who,
                     answers_get(&state->sheets[k].words, five_id(i)));
        add_text(cli, str_from(_("The group")), answers_get(&state->group, five_id(i)));
    }
}

static void print_state(Cli *cli, const DocumentRef *ref, const FiveState *state)
{
    for (size_t i = 0; i < state->count; i++) {
        StrBuf line = {0};
        message_addf(&line, _("%.*s: %d of %d"), STR_ARG(state->sheets[i].who),
                     count_bits(state->sheets[i].answered), FIVE_QUESTIONS);
        unicode_visible(strbuf_view(&line), VISIBLE_ONE_LINE, &cli->out);
        strbuf_addc(&cli->out, '\n');
        strbuf_deinit(&line);
    }
    if (state->count == 0)
        output_note(cli, _("Nobody has answered yet."));
    output_note(
        cli,
        _("Each person answers alone on a terminal: prfaq five %.*s. Then: prfaq "
          "five %.*s --reveal"),
        STR_ARG(ref->name), STR_ARG(ref->name));
}

/* -- the command
 * ------------------------------------------------------------------------
 */

static bool finish(Cli *cli, const OpenDocument *doc, Error *err)
{
    Str what = cli_value(cli, OPTION_KEEP);
    FiveKeep keep = str_eq(what, STR("group"))    ? FIVE_KEEP_GROUP
                    : str_eq(what, STR("sheets")) ? FIVE_KEEP_ALL
                                                  : FIVE_KEEP_NOTHING;

    if (keep != FIVE_KEEP_NOTHING && !cli_need_writer(cli, err))
        return false;
    if (!five_finish(&cli->session, doc, keep, &cli->arena, err))
        return false;
    if (keep == FIVE_KEEP_NOTHING)
        output_note(cli, _("The sheets are gone; nothing is kept."));
    else
        output_note(cli,
                    _("The sheets are gone. What the room keeps: .prfaq/five/%.*s.md"),
                    STR_ARG(doc->ref.name));
    return true;
}

static bool show(Cli *cli, const DocumentRef *ref, Error *err)
{
    FiveState state;

    if (!five_read(&cli->session, ref, &cli->arena, &state, err))
        return false;
    if (cli_has(cli, OPTION_JSON))
        print_json(cli, ref, &state);
    else if (state.revealed)
        print_answers(cli, &state);
    else
        print_state(cli, ref, &state);
    five_state_deinit(&state);
    return true;
}

bool command_five(Cli *cli, Error *err)
{
    OpenDocument doc;
    bool reveal = cli_has(cli, OPTION_REVEAL), keep = cli_has(cli, OPTION_KEEP);

    if (!cli_open(cli, cli_arg(cli, 0), &doc, err))
        return false;
    if (cli_has(cli, OPTION_DRY_RUN)) {
        output_note(cli, _("Nothing is changed."));
        reveal = keep = false;
    } else if (!reveal && !keep && !cli_has(cli, OPTION_JSON) &&
               screens_possible(cli)) {
        return screens_five(cli, doc.ref.path.ptr, err);
    }
    if (reveal && !five_reveal(&cli->session, &doc.ref, err))
        return false;
    if (keep)
        return finish(cli, &doc, err);
    return show(cli, &doc.ref, err);
}
