/* prfaq ready: may a document go to its readers? */
#include "app/cli_ask.h"
#include "app/cli_commands.h"
#include "app/cli_document.h"
#include "app/cli_json.h"
#include "app/ready_task.h"
#include "base/file.h"
#include "base/message.h"
#include "base/unicode.h"

enum { ANSWERS_MAX = 1 << 20 };

static const char *ground_words(ReadyGround ground)
{
    switch (ground) {
    case READY_OVERDUE:
        return _("Overdue");
    case READY_PART:
        return _("Sections");
    default:
        return _("To fix");
    }
}

/* -- text ------------------------------------------------------------------------ */

static void add_stops(const ReadyTask *task, StrBuf *out)
{
    const OpenDocument *doc = &task->doc;

    for (int ground = 0; ground < READY_GROUND_COUNT; ground++) {
        if (task->ready.counts[ground] > 0)
            strbuf_addf(out, "\n%s\n", ground_words((ReadyGround)ground));
        for (size_t i = 0; i < task->ready.count; i++) {
            const Finding *f = task->ready.stops[i].finding;
            StrBuf line = {0};
            int row = 0, column = 0;
            if ((int)task->ready.stops[i].ground != ground)
                continue;
            document_place(&doc->doc, f->range.start, &row, &column);
            strbuf_addf(&line, "%d: ", row);
            unicode_visible(f->message, VISIBLE_ONE_LINE, &line);
            output_wrapped(out, 2, output_width(), strbuf_view(&line));
            strbuf_deinit(&line);
        }
    }
}

static void add_report(const ReadyTask *task, StrBuf *out)
{
    StrBuf name = {0};

    unicode_visible(task->doc.ref.name, VISIBLE_ONE_LINE, &name);
    if (task->ready.count == 0)
        message_addf(out, _("%s: nothing stands in the way of its readers."),
                     strbuf_cstr(&name));
    else
        message_addf(out,
                     ngettext("%s: %zu thing stands in the way of its readers.",
                              "%s: %zu things stand in the way of its readers.",
                              (unsigned long)task->ready.count),
                     strbuf_cstr(&name), task->ready.count);
    strbuf_addc(out, '\n');
    strbuf_deinit(&name);
    add_stops(task, out);
}

static void add_questions(StrBuf *out)
{
    strbuf_addf(out, "\n%s\n",
                _("Three questions, each with yes or no and one line of proof"));
    for (size_t i = 0; i < CLOSING_COUNT; i++) {
        StrBuf line = {0};
        strbuf_addf(&line, "%s: %s", closing_name(i), closing_question(i));
        output_wrapped(out, 2, output_width(), strbuf_view(&line));
        strbuf_deinit(&line);
    }
}

/* -- JSON ------------------------------------------------------------------------ */

static json_t *stops_json(const ReadyTask *task)
{
    json_t *list = json_array();

    for (size_t i = 0; i < task->ready.count; i++) {
        const ReadyStop *stop = &task->ready.stops[i];
        json_t *o = json_object();
        int line = 0, column = 0;
        document_place(&task->doc.doc, stop->finding->range.start, &line, &column);
        json_object_set_new(o, "ground", json_string(ready_ground_name(stop->ground)));
        json_object_set_new(o, "rule", json_string(rule_id(stop->finding->rule)));
        json_object_set_new(o, "message", json_text(stop->finding->message));
        json_object_set_new(o, "line", json_integer(line));
        json_object_set_new(o, "column", json_integer(column));
        json_array_append_new(list, o);
    }
    return list;
}

static json_t *closing_json(const ReadyAnswers *answers)
{
    json_t *list = json_array();

    for (size_t i = 0; i < CLOSING_COUNT; i++) {
        json_t *o = json_object();
        json_object_set_new(o, "name", json_string(closing_name(i)));
        json_object_set_new(o, "question", json_string(closing_question(i)));
        json_object_set_new(
            o, "yes", answers ? json_boolean(answers->closing[i].yes) : json_null());
        json_object_set_new(
            o, "proof", answers ? json_text(answers->closing[i].proof) : json_null());
        json_array_append_new(list, o);
    }
    return list;
}

/*   answers, saved  NULL: nothing was recorded */
static void print_json(Cli *cli, const ReadyTask *task, const ReadyAnswers *answers,
                       const SaveResult *saved)
{
    json_t *o = json_document("ready");
    Str stage = metadata_get(&task->doc.doc.meta, "stage");
    bool reason = answers && answers->reason.len > 0;

    json_object_set_new(o, "document", json_text(task->doc.ref.name));
    json_object_set_new(o, "file", json_text(task->doc.ref.path));
    json_object_set_new(o, "stage",
                        saved           ? json_string("review")
                        : stage.len > 0 ? json_text(stage)
                                        : json_string("draft"));
    json_object_set_new(o, "ready", json_boolean(task->ready.count == 0));
    json_object_set_new(o, "stops", stops_json(task));
    json_object_set_new(o, "closing", closing_json(answers));
    json_object_set_new(o, "reason", reason ? json_text(answers->reason) : json_null());
    json_object_set_new(o, "revision",
                        saved && saved->outcome == SAVE_REVISION
                            ? json_integer(saved->revision.number)
                            : json_null());
    json_print(o, &cli->out);
}

/* -- answers --------------------------------------------------------------------- */

/* Until it says yes or no and why; false: the person stops. */
static bool ask_closing(size_t index, Answers *out)
{
    StrBuf line = {0};
    ClosingAnswer answer;
    bool ok = false, on = true;

    ask_say(str_from(closing_question(index)));
    ask_say(STR("\n"));
    while (on && !ok) {
        on = ask_line(_("yes or no, and one line of proof (Enter stops): "), &line) &&
             !str_is_blank(strbuf_view(&line));
        ok = on && closing_parse(strbuf_view(&line), &answer);
    }
    if (ok)
        answers_set(out, str_from(closing_name(index)), str_trim(strbuf_view(&line)));
    strbuf_deinit(&line);
    return ok;
}

static bool ask_reason(Answers *out)
{
    StrBuf line = {0};
    bool ok =
        ask_line(_("Why shall it be read all the same? (Enter stops): "), &line) &&
        !str_is_blank(strbuf_view(&line));

    if (ok)
        answers_set(out, STR("reason"), str_trim(strbuf_view(&line)));
    strbuf_deinit(&line);
    return ok;
}

/* Nothing would be recorded: nobody is asked for proofs that go nowhere. */
static bool is_in_review(Cli *cli, const ReadyTask *task)
{
    Str stage = metadata_get(&task->doc.doc.meta, "stage");

    return str_eq(stage, STR("review")) &&
           service_stamp(&cli->session, &task->doc, &cli->arena);
}

/* On a terminal; false: nothing was answered, nothing is recorded. */
static bool ask_answers(Cli *cli, const ReadyTask *task, Answers *out)
{
    StrBuf report = {0};
    bool ok = true;

    add_report(task, &report);
    ask_say(strbuf_view(&report));
    strbuf_deinit(&report);
    ask_say(STR("\n"));
    if (task->ready.count > 0 && !cli_has(cli, OPTION_REASON))
        ok = ask_reason(out);
    for (size_t i = 0; ok && i < CLOSING_COUNT; i++)
        ok = ask_closing(i, out);
    return ok;
}

/* -- the command ------------------------------------------------------------------- */

static void report_only(Cli *cli, const ReadyTask *task)
{
    cli->status = task->ready.count > 0;
    if (cli_has(cli, OPTION_JSON)) {
        print_json(cli, task, NULL, NULL);
        return;
    }
    add_report(task, &cli->out);
    add_questions(&cli->out);
    output_note(cli,
                _("\nNothing is recorded. To answer them: prfaq ready %.*s "
                  "--answers FILE"),
                STR_ARG(task->doc.ref.name));
}

static bool record(Cli *cli, const ReadyTask *task, const Answers *said, Error *err)
{
    ReadyAnswers answers;
    SaveResult saved;

    if (!ready_answers(said, cli_value(cli, OPTION_REASON), &cli->arena, &answers, err))
        return false;
    if (cli_has(cli, OPTION_DRY_RUN)) {
        output_note(cli, _("Would put %.*s into review."), STR_ARG(task->doc.ref.name));
        return true;
    }
    if (!cli_need_writer(cli, err) ||
        !ready_pass(&cli->session, task, &answers, &cli->arena, &saved, err))
        return false;
    if (cli_has(cli, OPTION_JSON))
        print_json(cli, task, &answers, &saved);
    else if (saved.outcome == SAVE_REVISION)
        output_note(cli, _("%.*s is in review with revision %d."),
                    STR_ARG(task->doc.ref.name), saved.revision.number);
    else
        output_note(cli, _("%.*s is in review already; nothing new was recorded."),
                    STR_ARG(task->doc.ref.name));
    return true;
}

static bool read_answers(Cli *cli, Answers *out, Error *err)
{
    StrBuf bytes = {0};
    bool ok = file_read(cli_value(cli, OPTION_ANSWERS).ptr, ANSWERS_MAX, &bytes, err);

    answers_parse(strbuf_view(&bytes), out);
    strbuf_deinit(&bytes);
    return ok;
}

bool command_ready(Cli *cli, Error *err)
{
    ReadyTask task = {0};
    Answers said = {0};
    bool ask = input_is_terminal(cli) && !cli_has(cli, OPTION_JSON);
    bool ok = true, given = cli_has(cli, OPTION_ANSWERS);

    if (!ready_look(&cli->session, cli_arg(cli, 0), &cli->arena, &task, err))
        return false;
    if (!given && ask && is_in_review(cli, &task)) {
        output_note(cli, _("%.*s is in review already; nothing new was recorded."),
                    STR_ARG(task.doc.ref.name));
        return true;
    }
    if (given)
        ok = read_answers(cli, &said, err);
    else if (ask)
        given = ask_answers(cli, &task, &said);
    if (ok && given)
        ok = record(cli, &task, &said, err);
    else if (ok && !ask)
        report_only(cli, &task);
    else if (ok)
        output_note(cli, _("Nothing is recorded."));
    answers_deinit(&said);
    return ok;
}
