#include <unistd.h>

#include "app/cli_commands.h"
#include "app/cli_json.h"
#include "app/doctor.h"
#include "app/doctor_keys.h"
#include "base/message.h"

enum { LEVEL_CELLS = 9 };

static const char *label_of(DoctorLevel level)
{
    switch (level) {
    case DOCTOR_OK:
        return C_("doctor", "ok");
    case DOCTOR_NOTE:
        return C_("doctor", "note");
    default:
        return C_("doctor", "problem");
    }
}

/* A label, the sentence beside it, and below it what to type. */
static void add_line(Cli *cli, const DoctorLine *line)
{
    StrBuf words = {0};
    Str rest = line->fix, row;

    output_padded(&cli->out, str_from(label_of(line->level)), LEVEL_CELLS);
    output_wrapped(&words, LEVEL_CELLS, output_width(), line->text);
    strbuf_add(&cli->out, str_slice(strbuf_view(&words), LEVEL_CELLS, words.len));
    while (rest.len > 0 && str_next_line(&rest, &row)) {
        strbuf_add_repeat(&cli->out, ' ', LEVEL_CELLS + 2);
        strbuf_add(&cli->out, row);
        strbuf_addc(&cli->out, '\n');
    }
    strbuf_deinit(&words);
}

static void print_text(Cli *cli, const Doctor *d)
{
    size_t problems = doctor_problems(d);

    for (size_t i = 0; i < d->count; i++)
        if (d->lines[i].level != DOCTOR_OK || !cli_has(cli, OPTION_QUIET))
            add_line(cli, &d->lines[i]);
    if (problems == 0)
        output_note(cli, _("Nothing stands in your way."));
    else
        output_note(cli,
                    ngettext("%zu problem. The line below it puts it right.",
                             "%zu problems. The line below each puts it right.",
                             (unsigned long)problems),
                    problems);
}

static void print_json(Cli *cli, const Doctor *d)
{
    json_t *o = json_document("doctor"), *lines = json_array();

    for (size_t i = 0; i < d->count; i++) {
        const DoctorLine *line = &d->lines[i];
        json_t *row = json_object();
        json_object_set_new(row, "id", json_string(line->id));
        json_object_set_new(row, "level", json_string(doctor_level_name(line->level)));
        json_object_set_new(row, "message", json_text(line->text));
        json_object_set_new(row, "fix",
                            line->fix.len > 0 ? json_text(line->fix) : json_null());
        json_array_append_new(lines, row);
    }
    json_object_set_new(o, "lines", lines);
    json_object_set_new(o, "problems", json_integer((json_int_t)doctor_problems(d)));
    json_print(o, &cli->out);
}

static bool keys(Cli *cli, Error *err)
{
    if (!input_is_terminal(cli)) {
        error_set(err, ERR_USAGE, _("keys are read from a terminal"));
        return error_hint(err, _("Run it in the terminal whose keys you wonder about"));
    }
    StrBuf problems = {0};
    const struct Keymap *own = doctor_keymap(&cli->session, &cli->arena, &problems);
    if (problems.len > 0)
        output_note(cli, "%s", strbuf_cstr(&problems));
    strbuf_deinit(&problems);
    return doctor_keys(own, session_setting_bool(&cli->session, "ui.mouse"), err);
}

bool command_doctor(Cli *cli, Error *err)
{
    Doctor d = {
        .session = &cli->session, .arena = &cli->arena, .color = output_color(cli)};
    Str word = cli_arg(cli, 0);

    if (str_eq(word, STR("keys")))
        return keys(cli, err);
    if (word.len > 0) {
        error_set(err, ERR_USAGE, _("doctor what?"));
        return error_hint(err, _("Choose one of: %s"), "keys");
    }
    doctor_run(&d);
    if (cli_has(cli, OPTION_JSON))
        print_json(cli, &d);
    else
        print_text(cli, &d);
    cli->status = doctor_problems(&d) > 0;
    return true;
}
