/* prfaq meet: read a document together, and decide. */
#include "app/cli_commands.h"
#include "app/cli_document.h"
#include "app/cli_json.h"
#include "app/meet_room.h"
#include "app/meet_task.h"
#include "base/file.h"
#include "base/message.h"
#include "review/meet_step.h"

enum { FILE_BYTES = 16 << 20 };

/* -- JSON ---------------------------------------------------------------------------
 */

static json_t *text_or_null(Str text)
{
    return text.len > 0 && !str_eq(text, STR("-")) ? json_text(text) : json_null();
}

static json_t *readers_json(Meet *m)
{
    size_t count;
    const Str *names = meet_readers(m, &count);
    json_t *list = json_array();

    for (size_t i = 0; i < count; i++) {
        json_t *o = json_object();
        Str vote = meet_get_of(m, "vote", names[i]);
        json_object_set_new(o, "name", json_text(names[i]));
        json_object_set_new(o, "read",
                            json_boolean(meet_get_of(m, "read", names[i]).len > 0));
        json_object_set_new(o, "voted", json_boolean(vote.len > 0));
        json_object_set_new(o, "vote",
                            meet_is_opened(m) ? text_or_null(vote) : json_null());
        json_array_append_new(list, o);
    }
    return list;
}

static json_t *notes_json(Meet *m, const char *key)
{
    size_t count;
    const MeetNote *notes = meet_notes(m, key, (Str){0}, &count);
    json_t *list = json_array();

    if (!meet_is_revealed(m))
        return list;
    for (size_t i = 0; i < count; i++) {
        json_t *o = json_object();
        json_object_set_new(o, "reader", text_or_null(notes[i].who));
        json_object_set_new(o, "place", text_or_null(notes[i].place));
        json_object_set_new(o, "text", json_text(notes[i].text));
        json_array_append_new(list, o);
    }
    return list;
}

static json_t *decision_json(const Meet *m)
{
    json_t *o = json_object();

    for (const char *const *key = meet_decision_keys(); *key; key++)
        json_object_set_new(o, *key, text_or_null(meet_get(m, *key)));
    return o;
}

/*   done  NULL: nothing is decided */
static void print_json(Cli *cli, MeetTask *t, const MeetDone *done)
{
    Meet *m = &t->meet;
    json_t *o = json_document("meet");

    json_object_set_new(o, "document", json_text(t->ref.name));
    json_object_set_new(o, "revision", json_integer(t->revision.number));
    json_object_set_new(o, "commit", json_string(t->revision.commit));
    json_object_set_new(o, "step",
                        json_string(done ? "decided" : meet_step_name(meet_step(m))));
    json_object_set_new(o, "minutes", json_integer(reading_minutes(&m->units)));
    json_object_set_new(o, "pages", json_integer((json_int_t)m->pages.count));
    json_object_set_new(o, "author", text_or_null(meet_get(m, "author")));
    json_object_set_new(o, "scribe", text_or_null(meet_get(m, "scribe")));
    json_object_set_new(o, "senior", text_or_null(meet_get(m, "senior")));
    json_object_set_new(o, "readers", readers_json(m));
    json_object_set_new(o, "revealed", json_boolean(meet_is_revealed(m)));
    json_object_set_new(o, "notes", notes_json(m, "note"));
    json_object_set_new(o, "actions", notes_json(m, "action"));
    json_object_set_new(o, "decision", done ? decision_json(m) : json_null());
    json_object_set_new(o, "file", done ? json_text(done->path) : json_null());
    json_print(o, &cli->out);
}

/* -- text ---------------------------------------------------------------------------
 */

static void tell_readers(Cli *cli, Meet *m)
{
    size_t count;
    const Str *names = meet_readers(m, &count);

    for (size_t i = 0; i < count; i++) {
        bool read = meet_get_of(m, "read", names[i]).len > 0;
        bool voted = meet_get_of(m, "vote", names[i]).len > 0;
        output_note(cli, "  %.*s: %s%s", STR_ARG(names[i]),
                    read ? _("has read") : _("reads"), voted ? _(", has voted") : "");
    }
}

/* Who is there and how far they are: nobody's words. */
static void report(Cli *cli, MeetTask *t)
{
    Meet *m = &t->meet;
    int minutes = reading_minutes(&m->units);

    if (cli_has(cli, OPTION_JSON)) {
        print_json(cli, t, NULL);
        return;
    }
    output_note(cli,
                ngettext("%.*s, revision %d: about %d minute of silent reading.",
                         "%.*s, revision %d: about %d minutes of silent reading.",
                         (unsigned long)minutes),
                STR_ARG(t->ref.name), t->revision.number, minutes);
    tell_readers(cli, m);
    output_note(cli, meet_is_revealed(m) ? _("The notes are open.")
                                         : _("The notes are hidden until all open "
                                             "together."));
    output_note(cli,
                _("Meet on a terminal: prfaq meet %.*s. Without one: prfaq meet %.*s "
                  "--answers FILE"),
                STR_ARG(t->ref.name), STR_ARG(t->ref.name));
}

static void tell_done(Cli *cli, MeetTask *t, const MeetDone *done)
{
    if (cli_has(cli, OPTION_JSON)) {
        print_json(cli, t, done);
        return;
    }
    output_note(cli, _("Decided on %.*s, revision %d: %s"), STR_ARG(t->ref.name),
                t->revision.number, outcome_words(meet_outcome(&t->meet)));
    output_note(cli, _("The minutes: %.*s"), STR_ARG(done->path));
    if (done->actions > 0)
        output_note(
            cli,
            ngettext("%zu thing was agreed. Was it done? prfaq landed %.*s",
                     "%zu things were agreed. Were they done? prfaq landed %.*s",
                     (unsigned long)done->actions),
            done->actions, STR_ARG(t->ref.name));
    if (!done->staged)
        output_note(cli,
                    _("%.*s was changed since, so its front matter does not say it "
                      "yet."),
                    STR_ARG(t->ref.name));
    else if (outcome_is_no(meet_outcome(&t->meet)))
        output_note(cli, _("It is archived with its reason: prfaq list --portfolio"));
}

/* -- files --------------------------------------------------------------------------
 */

static bool import_file(Cli *cli, MeetTask *t, Str path, Error *err)
{
    StrBuf bytes = {0};
    bool ok = file_read(path.ptr, FILE_BYTES, &bytes, err) &&
              meet_import(t, arena_str(&cli->arena, strbuf_view(&bytes)), path,
                          &cli->arena, err);

    strbuf_deinit(&bytes);
    return ok;
}

static bool import_all(Cli *cli, MeetTask *t, Error *err)
{
    for (size_t i = 0; i < cli->use_count; i++)
        if (cli->uses[i].id == OPTION_IMPORT &&
            !import_file(cli, t, cli->uses[i].value, err))
            return false;
    if (!meet_keep(&cli->session, t, err))
        return false;
    output_note(cli, _("Taken in; what it says stays hidden until all notes open."));
    return true;
}

static bool export_notes(Cli *cli, MeetTask *t, Error *err)
{
    StrBuf out = {0};
    Str file = cli_value(cli, OPTION_OUTPUT);
    bool ok = meet_export(&cli->session, t, cli_value(cli, OPTION_EXPORT), &cli->arena,
                          &out, err);

    if (ok && (file.len == 0 || str_eq(file, STR("-"))))
        strbuf_add(&cli->out, strbuf_view(&out));
    else if (ok)
        ok = cli_write_output(cli, &t->doc, strbuf_view(&out), err);
    strbuf_deinit(&out);
    return ok;
}

static bool decide(Cli *cli, MeetTask *t, Error *err)
{
    MeetDone done;

    if (cli_has(cli, OPTION_DRY_RUN)) {
        output_note(cli, _("Would decide on %.*s: %s"), STR_ARG(t->ref.name),
                    outcome_words(meet_outcome(&t->meet)));
        return true;
    }
    if ((meet_get(&t->meet, "scribe").len == 0 && !cli_need_writer(cli, err)) ||
        !meet_decide(&cli->session, t, &cli->arena, &done, err))
        return false;
    tell_done(cli, t, &done);
    return true;
}

static bool answer(Cli *cli, MeetTask *t, Error *err)
{
    StrBuf bytes = {0};
    bool dry = cli_has(cli, OPTION_DRY_RUN);
    bool ok = file_read(cli_value(cli, OPTION_ANSWERS).ptr, FILE_BYTES, &bytes, err) &&
              meet_take_answers(t, strbuf_view(&bytes), err) &&
              (dry || meet_keep(&cli->session, t, err));

    strbuf_deinit(&bytes);
    if (!ok)
        return false;
    if (meet_outcome(&t->meet) != OUTCOME_NONE)
        return decide(cli, t, err);
    report(cli, t);
    return true;
}

/* -- on a terminal ------------------------------------------------------------------
 */

static bool talk(Cli *cli, MeetTask *t, Error *err)
{
    bool decided = false;

    if (!linear_wanted(cli))
        return meet_keep(&cli->session, t, err) &&
               screens_meet(cli, t->ref.path.ptr, err);
    if (!meet_room(cli, t, &decided, err))
        return false;
    if (decided)
        return decide(cli, t, err);
    output_note(cli, _("All is kept. The meeting goes on with: prfaq meet %.*s"),
                STR_ARG(t->ref.name));
    return true;
}

static bool run(Cli *cli, MeetTask *t, Error *err)
{
    if (cli_has(cli, OPTION_EXPORT))
        return export_notes(cli, t, err);
    if (cli_has(cli, OPTION_IMPORT))
        return import_all(cli, t, err);
    if (cli_has(cli, OPTION_ANSWERS))
        return answer(cli, t, err);
    if (meet_room_possible(cli))
        return talk(cli, t, err);
    report(cli, t);
    return true;
}

bool command_meet(Cli *cli, Error *err)
{
    MeetTask task;
    bool ok = meet_open(&cli->session, cli_arg(cli, 0), cli_has(cli, OPTION_AGAIN),
                        &cli->arena, &task, err) &&
              run(cli, &task, err);

    meet_close(&task);
    return ok;
}
