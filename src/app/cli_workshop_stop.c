/* prfaq workshop stop: what was made goes home, and the laptop can be cleared. */
#include <string.h>

#include "app/cli_ask.h"
#include "app/cli_commands.h"
#include "app/cli_document.h"
#include "app/cli_workshop.h"
#include "app/clock.h"
#include "app/own_file.h"
#include "app/writer.h"
#include "base/file.h"
#include "base/message.h"
#include "base/unicode.h"
#include "diff/wording.h"

enum { MINUTE_MS = 60000, GOAL_MOST = 300 };

/* What was said on the command line, else what stands in the document. */
static void find_goals(Cli *cli, const Document *doc, WorkshopFile *file)
{
    Str said = str_trim(cli_value(cli, OPTION_GOAL));
    StrBuf clean = {0};

    if (said.len > 0 && grapheme_count(said) <= GOAL_MOST) {
        unicode_visible(said, VISIBLE_ONE_LINE, &clean);
        file->goal_after = arena_str(&cli->arena, strbuf_view(&clean));
    }
    strbuf_deinit(&clean);
    if (file->goal_before.len == 0)
        file->goal_before = agenda_goal(doc, "goal-before");
    if (file->goal_after.len == 0)
        file->goal_after = agenda_goal(doc, "goal-after");
}

static void add_field(const char *name, Str value, StrBuf *out)
{
    if (value.len > 0)
        strbuf_addf(out, "%s: %.*s  \n", name, STR_ARG(value));
}

static void add_table_cell(Str words, StrBuf *out)
{
    for (size_t i = 0; i < words.len; i++) {
        if (words.ptr[i] == '|')
            strbuf_addc(out, '\\');
        strbuf_addc(out, words.ptr[i]);
    }
}

/* Both beside each other. */
static void add_goals(const WorkshopFile *file, StrBuf *out)
{
    if (file->goal_before.len == 0 && file->goal_after.len == 0)
        return;
    strbuf_addf(out, "\n| %s | %s |\n|---|---|\n| ", _("Goal at the start"),
                _("Goal at the end"));
    add_table_cell(file->goal_before, out);
    strbuf_addz(out, " | ");
    add_table_cell(file->goal_after, out);
    strbuf_addz(out, " |\n");
}

/* How the workshop went, in the language of the interface. */
static void write_record(const WorkshopFile *file, const Timebox *time,
                         const Writer *writer, StrBuf *out)
{
    StrBuf words = {0};

    strbuf_addf(out, "# %s\n\n", _("Workshop"));
    add_field(_("Document"), file->name, out);
    moment_iso8601(file->started, &words);
    add_field(_("Began"), strbuf_view(&words), out);
    strbuf_clear(&words);
    strbuf_add(&words, writer->person.name);
    if (writer->with_count > 0) {
        strbuf_addz(&words, ", ");
        cli_add_names(&words, writer->with, writer->with_count);
    }
    add_field(_("People"), strbuf_view(&words), out);
    add_goals(file, out);
    strbuf_addf(out, "\n| %s | %s | %s |\n|---|---|---|\n", _("Item"), _("Planned"),
                _("Took"));
    for (size_t i = 0; i < time->agenda->count; i++)
        strbuf_addf(out, "| %.*s | %d | %d |\n", STR_ARG(time->agenda->boxes[i].title),
                    time->agenda->boxes[i].minutes,
                    (int)(time->spent_ms[i] / MINUTE_MS));
    strbuf_deinit(&words);
}

/* `.prfaq/workshops/2027-03-02-lantern.md`, committed alone, so that it goes home. */
static bool keep_record(Cli *cli, const WorkshopFile *file, const Timebox *time,
                        Error *err)
{
    Writer writer;
    StrBuf text = {0}, message = {0};
    Date day = date_of(file->started);
    Str path = arena_printf(&cli->arena, ".prfaq/workshops/%04d-%02d-%02d-%.*s.md",
                            day.year, day.month, day.day, STR_ARG(file->name));

    if (!writer_need(&cli->session, &cli->arena, &writer, err))
        return false;
    write_record(file, time, &writer, &text);
    message_addf(&message, _("Workshop on %.*s"), STR_ARG(file->name));
    bool ok = own_file_change(&cli->session, path, strbuf_view(&text), &writer,
                              strbuf_view(&message), err);
    strbuf_deinit(&text);
    strbuf_deinit(&message);
    return ok;
}

/* The folder of --to, or the answer of who is there. */
static bool find_folder(Cli *cli, Str *out, Error *err)
{
    StrBuf line = {0};

    *out = cli_value(cli, OPTION_TO);
    if (out->len > 0)
        return true;
    if (input_is_terminal(cli) &&
        ask_line(_("Where to? A folder, or the place of a stick: "), &line))
        *out = arena_str(&cli->arena, str_trim(strbuf_view(&line)));
    strbuf_deinit(&line);
    if (out->len > 0)
        return true;
    error_set(err, ERR_USAGE, _("a workshop goes home to a folder: which one?"));
    return error_hint(err, _("Like this: %s"), "prfaq workshop stop --to /media/stick");
}

/* A goal line in rows of so many cells. */
static void wrap_goal(const char *title, Str goal, int cells, StrBuf *out)
{
    StrBuf visible = {0};

    strbuf_addf(out, "%s\n", title);
    unicode_visible(goal.len > 0 ? goal : STR("-"), VISIBLE_ONE_LINE, &visible);
    output_wrapped(out, 0, cells, strbuf_view(&visible));
    strbuf_deinit(&visible);
}

/* Both goal lines beside each other; in a narrow window below each other. */
static void say_goals(Cli *cli, const WorkshopFile *file)
{
    enum { LEAST = 60, GAP = 2 };
    int width = output_width(), cells = (width - GAP) / 2;
    StrBuf left = {0}, right = {0};

    if ((file->goal_before.len == 0 && file->goal_after.len == 0) ||
        cli_has(cli, OPTION_QUIET))
        return;
    if (width < LEAST) {
        output_note(cli, _("Goal at the start: %.*s"), STR_ARG(file->goal_before));
        output_note(cli, _("Goal at the end:   %.*s"), STR_ARG(file->goal_after));
        return;
    }
    wrap_goal(_("Goal at the start"), file->goal_before, cells, &left);
    wrap_goal(_("Goal at the end"), file->goal_after, cells, &right);
    output_beside(&cli->out, strbuf_view(&left), strbuf_view(&right), cells + GAP);
    strbuf_deinit(&left);
    strbuf_deinit(&right);
}

static void say_taken(Cli *cli, const WorkshopFile *file, const TakenHome *taken)
{
    output_note(cli, _("The workshop on %.*s is over. Written:"), STR_ARG(file->name));
    output_note(cli, _("  %.*s  everything, with its history (cloned to make sure)"),
                STR_ARG(taken->bundle));
    output_note(cli, _("  %.*s  to read and print"), STR_ARG(taken->html));
    output_note(cli, _("  %.*s  the document"), STR_ARG(taken->markdown));
    say_goals(cli, file);
    output_note(cli, _("Anybody gets it all back with: git clone %.*s"),
                STR_ARG(path_base(taken->bundle)));
}

/* The laptop is cleared when somebody says so. */
static bool offer_leave(Cli *cli, Error *err)
{
    char key = 'n';

    if (cli_has(cli, OPTION_JSON))
        return true;
    if (input_is_terminal(cli)) { /* what was written is read before that is answered */
        ask_say(strbuf_view(&cli->out));
        strbuf_clear(&cli->out);
    }
    if (input_is_terminal(cli) &&
        ask_key(_("Clear this laptop of what it holds of everybody? y/n: "), 'n',
                &key) &&
        key == 'y')
        return cli_leave(cli, err);
    output_note(cli, _("To clear this laptop: %s"), "prfaq leave");
    return true;
}

/* Into the folder; where that does not go, into another one that a person names. */
static bool take(Cli *cli, const DocumentRef *ref, Str folder, TakenHome *taken,
                 Error *err)
{
    StrBuf line = {0};
    bool ok = take_home(&cli->session, ref, folder, &cli->arena, taken, err);

    while (!ok && input_is_terminal(cli) && !cli_has(cli, OPTION_JSON)) {
        output_error(err, false);
        strbuf_clear(&line);
        if (!ask_line(_("Where to instead? Empty: not now. "), &line) ||
            str_is_blank(strbuf_view(&line))) {
            *err = (Error){0};
            error_set(err, ERR_STATE, _("the workshop on %.*s was not taken home"),
                      STR_ARG(ref->name));
            error_hint(err, _("End it first: %s"), "prfaq workshop stop --to DIR");
            break;
        }
        *err = (Error){0};
        Str other = arena_str(&cli->arena, str_trim(strbuf_view(&line)));
        ok = take_home(&cli->session, ref, other, &cli->arena, taken, err);
    }
    strbuf_deinit(&line);
    return ok;
}

static bool end(Cli *cli, WorkshopFile *file, const Timebox *time,
                const DocumentRef *ref, Str folder, Error *err)
{
    TakenHome taken;

    if (!keep_record(cli, file, time, err) || !take(cli, ref, folder, &taken, err))
        return false;
    file->stopped = true;
    file->taken = taken.bundle;
    file->commit = taken.commit;
    if (!workshop_store(&cli->session, file, err))
        return false;
    if (cli_has(cli, OPTION_JSON))
        workshop_json(cli, file, time, &taken);
    else
        say_taken(cli, file, &taken);
    return offer_leave(cli, err);
}

bool workshop_stop(Cli *cli, Error *err)
{
    WorkshopFile file;
    OpenDocument doc;
    Agenda agenda;
    Timebox time;
    Str folder;
    StrBuf line = {0};

    if (!cli_workshop(cli, &file, &agenda, &time, err) ||
        !cli_open(cli, file.name, &doc, err) ||
        !take_home_ready(&cli->session, &doc.ref, err) ||
        !find_folder(cli, &folder, err))
        return false;
    find_goals(cli, &doc.doc, &file);
    if (cli_has(cli, OPTION_DRY_RUN)) {
        output_note(cli,
                    _("Would write the bundle, the page and the document to %.*s."),
                    STR_ARG(folder));
        say_goals(cli, &file);
        return true;
    }
    timebox_pause(&time, clock_ms());
    timebox_write(&time, clock_ms(), &line);
    file.time = arena_str(&cli->arena, strbuf_view(&line));
    strbuf_deinit(&line);
    workshop_note(&file, &cli->arena);
    return end(cli, &file, &time, &doc.ref, folder, err);
}
