/* prfaq workshop: begin one, say where it stands. Its end is cli_workshop_stop.c. */
#include "app/cli_workshop.h"

#include "app/cli_commands.h"
#include "app/cli_document.h"
#include "app/cli_json.h"
#include "app/clock.h"
#include "app/writer.h"
#include "base/message.h"
#include "base/unicode.h"

enum { MINUTE_MS = 60000, GOAL_MOST = 300, TITLE_CELLS = 34 };

bool cli_workshop(Cli *cli, WorkshopFile *file, Agenda *agenda, Timebox *time,
                  Error *err)
{
    bool found = false;

    if (!session_need_workspace(&cli->session, err) ||
        !workshop_load(&cli->session, &cli->arena, file, &found, err))
        return false;
    if (found && !file->stopped)
        return workshop_read(file, &cli->arena, agenda, time, err);
    error_set(err, ERR_NOT_FOUND, _("no workshop goes on here"));
    return error_hint(err, _("Begin one: %s"), "prfaq workshop start DOC");
}

static const char *state_of(const Timebox *t, size_t box)
{
    return box < t->at ? "done" : box == t->at ? "now" : "next";
}

static json_t *box_json(const Timebox *t, size_t i, int64_t now)
{
    static const char *const kinds[] = {"write", "talk", "list", "goal", "break"};
    const AgendaBox *b = &t->agenda->boxes[i];
    json_t *box = json_object();
    int64_t spent = t->spent_ms[i];

    if (i == t->at)
        spent = (int64_t)t->minutes[i] * MINUTE_MS - timebox_left_ms(t, now);
    json_object_set_new(box, "title", json_text(b->title));
    json_object_set_new(box, "part", b->part.len ? json_text(b->part) : json_null());
    json_object_set_new(box, "kind", json_string(kinds[b->kind]));
    json_object_set_new(box, "who", b->who.len ? json_text(b->who) : json_null());
    json_object_set_new(box, "minutes", json_integer(b->minutes));
    json_object_set_new(box, "planned", json_integer(t->minutes[i]));
    json_object_set_new(box, "spent_seconds", json_integer(spent / 1000));
    json_object_set_new(box, "state", json_string(state_of(t, i)));
    return box;
}

static json_t *taken_json(const TakenHome *taken)
{
    json_t *value = json_object();

    json_object_set_new(value, "bundle", json_text(taken->bundle));
    json_object_set_new(value, "html", json_text(taken->html));
    json_object_set_new(value, "markdown", json_text(taken->markdown));
    json_object_set_new(value, "commit", json_text(taken->commit));
    return value;
}

static json_t *text_or_null(Str s)
{
    return s.len ? json_text(s) : json_null();
}

void workshop_json(Cli *cli, const WorkshopFile *file, const Timebox *time,
                   const TakenHome *taken)
{
    json_t *document = json_document("workshop"), *boxes = json_array();
    int64_t now = clock_ms();

    json_object_set_new(document, "document", json_text(file->name));
    json_object_set_new(document, "agenda", json_text(file->agenda_name));
    json_object_set_new(document, "started", json_moment(file->started));
    json_object_set_new(document, "minutes", json_integer(time->agenda->minutes));
    json_object_set_new(document, "behind_minutes",
                        json_integer(timebox_behind(time, now)));
    json_object_set_new(document, "paused", json_boolean(time->paused));
    json_object_set_new(document, "left_seconds",
                        timebox_through(time)
                            ? json_null()
                            : json_integer(timebox_left_ms(time, now) / 1000));
    for (size_t i = 0; i < time->agenda->count; i++)
        json_array_append_new(boxes, box_json(time, i, now));
    json_object_set_new(document, "boxes", boxes);
    json_object_set_new(document, "goal_before", text_or_null(file->goal_before));
    json_object_set_new(document, "goal_after", text_or_null(file->goal_after));
    json_object_set_new(document, "stopped", json_boolean(file->stopped));
    json_object_set_new(document, "taken", taken ? taken_json(taken) : json_null());
    json_print(document, &cli->out);
}

/* "> 10:54 Problem, 15 min" */
static void agenda_row(Cli *cli, const Timebox *t, size_t i, int64_t now)
{
    const AgendaBox *b = &t->agenda->boxes[i];
    StrBuf row = {0}, title = {0};

    strbuf_addc(&row, i < t->at ? 'x' : i == t->at ? '>' : '.');
    strbuf_addc(&row, ' ');
    if (i > t->at) {
        moment_clock(timebox_begins(t, i, now, session_now()), &row);
    } else {
        strbuf_addz(&row, "     ");
    }
    strbuf_addc(&row, ' ');
    unicode_visible(b->title, VISIBLE_ONE_LINE, &title);
    output_padded(&row, strbuf_view(&title), TITLE_CELLS);
    strbuf_deinit(&title);
    if (i < t->at)
        message_addf(&row, _("%d min of %d"), (int)(t->spent_ms[i] / MINUTE_MS),
                     b->minutes);
    else
        message_addf(&row, C_("timer", "%d min"), t->minutes[i]);
    output_note(cli, "%s", strbuf_cstr(&row));
    strbuf_deinit(&row);
}

void workshop_agenda_text(Cli *cli, const Timebox *time)
{
    int64_t now = clock_ms();

    for (size_t i = 0; i < time->agenda->count; i++)
        agenda_row(cli, time, i, now);
}

static void say_goals(Cli *cli, const WorkshopFile *file)
{
    if (file->goal_before.len > 0)
        output_note(cli, _("Goal at the start: %.*s"), STR_ARG(file->goal_before));
}

static bool workshop_status(Cli *cli, Error *err)
{
    WorkshopFile file;
    Agenda agenda;
    Timebox time;
    StrBuf timer = {0};

    if (!cli_workshop(cli, &file, &agenda, &time, err))
        return false;
    if (cli_has(cli, OPTION_JSON)) {
        workshop_json(cli, &file, &time, NULL);
        return true;
    }
    int behind = timebox_behind(&time, clock_ms());
    timebox_say(&time, clock_ms(), false, &timer);
    if (timebox_through(&time))
        output_note(cli, _("The workshop on %.*s is through its agenda."),
                    STR_ARG(file.name));
    else
        output_note(cli, _("Workshop on %.*s: \"%.*s\". %s."), STR_ARG(file.name),
                    STR_ARG(agenda.boxes[time.at].title), strbuf_cstr(&timer));
    strbuf_deinit(&timer);
    workshop_agenda_text(cli, &time);
    if (behind > 0)
        output_note(cli, _("The agenda is %d min behind."), behind);
    else if (behind < 0)
        output_note(cli, _("The agenda is %d min ahead."), -behind);
    say_goals(cli, &file);
    output_note(cli, _("At the end: %s"), "prfaq workshop stop --to DIR");
    return true;
}

/* One line that people can read again at the end. */
static bool read_goal(Cli *cli, Str *out, Error *err)
{
    StrBuf clean = {0};
    Str goal = str_trim(cli_value(cli, OPTION_GOAL));

    unicode_visible(goal, VISIBLE_ONE_LINE, &clean);
    if (grapheme_count(strbuf_view(&clean)) > GOAL_MOST) {
        strbuf_deinit(&clean);
        return error_set(err, ERR_USAGE,
                         _("a goal is one line, of at most %d "
                           "characters"),
                         GOAL_MOST);
    }
    *out = arena_str(&cli->arena, strbuf_view(&clean));
    strbuf_deinit(&clean);
    return true;
}

static bool nothing_goes_on(Cli *cli, Error *err)
{
    WorkshopFile old;
    bool found = false;

    if (!workshop_load(&cli->session, &cli->arena, &old, &found, err))
        return false;
    if (!found || old.stopped)
        return true;
    error_set(err, ERR_STATE, _("the workshop on %.*s goes on"), STR_ARG(old.name));
    return error_hint(err, _("End it first: %s"), "prfaq workshop stop --to DIR");
}

static void say_started(Cli *cli, const WorkshopFile *file, const Timebox *time,
                        const Writer *writer)
{
    StrBuf clock = {0}, names = {0};

    moment_clock(timebox_ends(time, clock_ms(), session_now()), &clock);
    output_note(cli, _("The workshop on %.*s begins: %d min, until %s."),
                STR_ARG(file->name), time->agenda->minutes, strbuf_cstr(&clock));
    workshop_agenda_text(cli, time);
    cli_add_names(&names, writer->with, writer->with_count);
    if (names.len > 0)
        output_note(cli, _("%.*s types first. In the room: %s"),
                    STR_ARG(writer->person.name), strbuf_cstr(&names));
    else
        output_note(cli, _("%.*s types first."), STR_ARG(writer->person.name));
    output_note(cli,
                _("Write: prfaq write \"%.*s\". ^U hands over, Esc t is the timer."),
                STR_ARG(file->name));
    strbuf_deinit(&clock);
    strbuf_deinit(&names);
}

static bool workshop_start(Cli *cli, Error *err)
{
    WorkshopFile file = {0};
    OpenDocument doc;
    Agenda agenda;
    Timebox time;
    Writer writer;
    StrBuf line = {0};

    if (cli_arg(cli, 1).len == 0) {
        error_set(err, ERR_USAGE, _("a workshop is about a document: which one?"));
        return error_hint(err, _("Like this: %s"), "prfaq workshop start lantern");
    }
    if (!session_need_workspace(&cli->session, err) ||
        !cli_open(cli, cli_arg(cli, 1), &doc, err) || !nothing_goes_on(cli, err) ||
        !read_goal(cli, &file.goal_before, err) ||
        !workshop_agenda(&cli->session, cli_value(cli, OPTION_AGENDA),
                         doc.doc.tmpl ? doc.doc.tmpl->id : (Str){0}, doc.doc.lang,
                         &cli->arena, &file, &agenda, err))
        return false;
    if (doc.ref.relative.len == 0)
        return error_set(err, ERR_STATE, _("\"%.*s\" is in no workspace"),
                         STR_ARG(doc.ref.path));
    timebox_start(&time, &agenda, clock_ms());
    if (cli_has(cli, OPTION_DRY_RUN)) {
        workshop_agenda_text(cli, &time);
        return true;
    }
    if (!writer_need(&cli->session, &cli->arena, &writer, err))
        return false;
    file.document = doc.ref.relative;
    file.name = doc.ref.name;
    file.started = session_now();
    timebox_write(&time, clock_ms(), &line);
    file.time = arena_str(&cli->arena, strbuf_view(&line));
    strbuf_deinit(&line);
    workshop_note(&file, &cli->arena);
    if (!workshop_store(&cli->session, &file, err))
        return false;
    if (cli_has(cli, OPTION_JSON))
        workshop_json(cli, &file, &time, NULL);
    else
        say_started(cli, &file, &time, &writer);
    return true;
}

bool command_workshop(Cli *cli, Error *err)
{
    Str what = cli_arg(cli, 0);

    if (str_eq(what, STR("start")))
        return workshop_start(cli, err);
    if (str_eq(what, STR("status")))
        return workshop_status(cli, err);
    if (str_eq(what, STR("stop")))
        return workshop_stop(cli, err);
    error_set(err, ERR_USAGE, _("\"%.*s\" is nothing a workshop does"), STR_ARG(what));
    return error_hint(err, _("Like this: %s"), "prfaq workshop start lantern");
}
