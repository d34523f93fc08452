/* What rooms collected in exercises about a document, and one more line of it. */
#include "app/cli_commands.h"
#include "app/cli_document.h"
#include "app/cli_json.h"
#include "app/exercise_file.h"
#include "app/workshop.h"
#include "base/message.h"
#include "base/unicode.h"

/* The exercise that is meant: that of --title, else the one the workshop is at, else
 * the last one there was. */
static bool find_title(Cli *cli, const DocumentRef *ref, const Exercises *all, Str *out,
                       Error *err)
{
    WorkshopFile file;
    Agenda agenda;
    Timebox time;
    bool found = false;

    *out = cli_value(cli, OPTION_TITLE);
    if (out->len > 0)
        return true;
    if (workshop_load(&cli->session, &cli->arena, &file, &found, NULL) && found &&
        !file.stopped && str_eq(file.document, ref->relative) &&
        workshop_read(&file, &cli->arena, &agenda, &time, NULL) &&
        !timebox_through(&time) && agenda.boxes[time.at].kind == BOX_LIST) {
        *out = agenda.boxes[time.at].title;
        return true;
    }
    if (all->count > 0)
        *out = all->items[all->count - 1].exercise;
    if (out->len > 0)
        return true;
    error_set(err, ERR_USAGE, _("which exercise is it?"));
    return error_hint(err, _("Like this: %s"),
                      "prfaq exercise DOC --title \"A hundred questions\" --add TEXT");
}

/* Is it the first line of its exercise? */
static bool is_first(const Exercises *all, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (str_eq(all->items[i].exercise, all->items[at].exercise))
            return false;
    return true;
}

/* -- JSON ---------------------------------------------------------------------------
 */

static json_t *line_json(const ExerciseLine *line, const ExerciseLine *answer)
{
    json_t *o = json_object();
    double guessed, is;

    json_object_set_new(o, "text", json_text(line->words));
    json_object_set_new(o, "who", json_text(line->who));
    if (line->time.seconds != 0)
        json_object_set_new(o, "time", json_moment(line->time));
    json_object_set_new(o, "answer", json_boolean(exercise_is_answer(line)));
    if (answer && !exercise_is_answer(line) && exercise_number(line->words, &guessed) &&
        exercise_number(answer->words, &is))
        json_object_set_new(o, "gap", json_real(guessed - is));
    return o;
}

static json_t *exercise_json(const Exercises *all, Str title)
{
    const ExerciseLine *answer = exercises_answer(all, title);
    json_t *o = json_object(), *lines = json_array();

    for (size_t i = 0; i < all->count; i++)
        if (str_eq(all->items[i].exercise, title))
            json_array_append_new(lines, line_json(&all->items[i], answer));
    json_object_set_new(o, "title", json_text(title));
    json_object_set_new(o, "count",
                        json_integer((json_int_t)exercises_count(all, title)));
    json_object_set_new(o, "lines", lines);
    return o;
}

static void print_json(Cli *cli, const DocumentRef *ref, const Exercises *all, Str only)
{
    json_t *document = json_document("exercise"), *list = json_array();

    for (size_t i = 0; i < all->count; i++)
        if (is_first(all, i) && (only.len == 0 || str_eq(only, all->items[i].exercise)))
            json_array_append_new(list, exercise_json(all, all->items[i].exercise));
    json_object_set_new(document, "document", json_text(ref->name));
    json_object_set_new(document, "exercises", list);
    json_print(document, &cli->out);
}

/* -- text ---------------------------------------------------------------------------
 */

static void add_line(StrBuf *out, const ExerciseLine *line, int number,
                     const ExerciseLine *answer)
{
    double guessed, is;
    StrBuf text = {0};

    unicode_visible(line->words, VISIBLE_ONE_LINE, &text);
    strbuf_addz(&text, "  (");
    unicode_visible(line->who, VISIBLE_ONE_LINE, &text);
    strbuf_addz(&text, ")");
    if (answer && !exercise_is_answer(line) && exercise_number(line->words, &guessed) &&
        exercise_number(answer->words, &is))
        strbuf_addf(&text, "  %+g", guessed - is);
    if (exercise_is_answer(line))
        strbuf_addz(out, "     ");
    else
        strbuf_addf(out, "%4d ", number);
    strbuf_add(out, strbuf_view(&text));
    strbuf_addc(out, '\n');
    strbuf_deinit(&text);
}

static void add_exercise(StrBuf *out, const Exercises *all, Str title)
{
    const ExerciseLine *answer = exercises_answer(all, title);
    unsigned long count = (unsigned long)exercises_count(all, title);
    int number = 0;

    unicode_visible(title, VISIBLE_ONE_LINE, out);
    strbuf_addz(out, ": ");
    message_addf(out, ngettext("%d line", "%d lines", count), (int)count);
    strbuf_addc(out, '\n');
    for (size_t i = 0; i < all->count; i++) {
        const ExerciseLine *line = &all->items[i];
        if (!str_eq(line->exercise, title))
            continue;
        number += !exercise_is_answer(line);
        add_line(out, line, number, answer);
    }
}

static void print_text(Cli *cli, const DocumentRef *ref, const Exercises *all, Str only)
{
    if (all->count == 0)
        output_note(cli, _("No exercise was made about %.*s yet."), STR_ARG(ref->name));
    for (size_t i = 0; i < all->count; i++)
        if (is_first(all, i) && (only.len == 0 || str_eq(only, all->items[i].exercise)))
            add_exercise(&cli->out, all, all->items[i].exercise);
}

/* -- the command --------------------------------------------------------------------
 */

static bool add(Cli *cli, const DocumentRef *ref, const Exercises *all, Error *err)
{
    Exercises now;
    Str title;

    if (!find_title(cli, ref, all, &title, err) || !cli_need_writer(cli, err) ||
        !exercise_do(&cli->session, ref, EXERCISE_WRITTEN, title,
                     cli_value(cli, OPTION_ADD), err) ||
        !exercise_read(&cli->session, ref, &cli->arena, &now, err))
        return false;
    output_note(cli, _("Line %d of \"%.*s\" is kept."),
                (int)exercises_count(&now, title), STR_ARG(title));
    return true;
}

static bool drop(Cli *cli, const DocumentRef *ref, const Exercises *all, Error *err)
{
    Str title;

    if (!find_title(cli, ref, all, &title, err))
        return false;
    const ExerciseLine *last = exercises_last(all, title);
    if (!last)
        return error_set(err, ERR_NOT_FOUND, _("there is no such line"));
    if (!cli_need_writer(cli, err) ||
        !exercise_do(&cli->session, ref, EXERCISE_DROPPED, title, last->words, err))
        return false;
    output_note(cli, _("The last line was taken back: %.*s"), STR_ARG(last->words));
    return true;
}

bool command_exercise(Cli *cli, Error *err)
{
    OpenDocument doc;
    Exercises all;
    bool adds = cli_has(cli, OPTION_ADD), drops = cli_has(cli, OPTION_DROP);

    if (!cli_open(cli, cli_arg(cli, 0), &doc, err) ||
        !exercise_read(&cli->session, &doc.ref, &cli->arena, &all, err))
        return false;
    if (adds && drops)
        return error_set(err, ERR_USAGE, _("--add and --drop exclude each other"));
    if (cli_has(cli, OPTION_DRY_RUN) && (adds || drops)) {
        output_note(cli, _("Nothing is changed."));
        return true;
    }
    if (adds)
        return add(cli, &doc.ref, &all, err);
    if (drops)
        return drop(cli, &doc.ref, &all, err);
    if (cli_has(cli, OPTION_JSON))
        print_json(cli, &doc.ref, &all, cli_value(cli, OPTION_TITLE));
    else
        print_text(cli, &doc.ref, &all, cli_value(cli, OPTION_TITLE));
    return true;
}
