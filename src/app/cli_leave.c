#include <errno.h>
#include <signal.h>
#include <unistd.h>

#include "app/cli_ask.h"
#include "app/cli_commands.h"
#include "app/cli_json.h"
#include "app/recovery.h"
#include "app/tree.h"
#include "app/workshop.h"
#include "base/file.h"
#include "base/message.h"
#include "store/people.h"

/* What this login holds of everybody. */
typedef struct Held {
    size_t aside;    /* journals put aside */
    size_t journals; /* whose words are all in their files */
    size_t leases;   /* of programs that ended */
    size_t answers;  /* interviews that are not put together */
    size_t copies;   /* sections that were in somebody's own editor */
    size_t marks;    /* how far somebody has read */
    size_t sheets;   /* answers to the five questions */
    size_t choices;  /* merges that somebody began to decide */
    size_t hidden;   /* notes and votes that were not shown */
    Str writer;      /* chosen for this clone; empty: nobody */
} Held;

/* The workspace's private folder, and that of files outside of one. */
static void places(Cli *cli, KeepPlace out[2], Session sessions[2])
{
    sessions[0] = sessions[1] = cli->session;
    sessions[1].workspace.root = sessions[1].workspace.private_ = (Str){0};
    for (int i = 0; i < 2; i++)
        keep_place(&sessions[i], NULL, &cli->arena, &out[i]);
}

/* Words that are in no revision and in no file would be gone: first they are saved, or
 * put aside. */
static bool nothing_waits(Cli *cli, const Session *s, Error *err)
{
    const Recovered *items = NULL;
    size_t count = 0;

    recovery_list(s, NULL, &cli->arena, &items, &count);
    for (size_t i = 0; i < count; i++) {
        const JournalWords *w = &items[i].words;
        if (items[i].state == RECOVERED_ASIDE)
            continue;
        if (w->person.len > 0)
            error_set(err, ERR_STATE, _("words of %.*s in \"%s\" are in no revision"),
                      STR_ARG(w->person), w->head.document.ptr);
        else
            error_set(err, ERR_STATE, _("words in \"%s\" are in no revision"),
                      w->head.document.ptr);
        return error_hint(err, _("Save them or put them aside: prfaq write \"%s\""),
                          w->head.path.ptr);
    }
    return true;
}

static size_t clear_folder(Cli *cli, Str folder, Str suffix, bool remove)
{
    size_t count = 0, cleared = 0;
    const Str *names =
        folder.len ? private_list(folder, suffix, &cli->arena, &count) : NULL;

    for (size_t i = 0; i < count; i++) {
        Str path = path_join(&cli->arena, folder, names[i]);
        if (private_is_held(path))
            continue; /* it is open now */
        cleared++;
        if (remove)
            unlink(path.ptr);
    }
    return cleared;
}

static void clear_place(Cli *cli, const KeepPlace *place, bool remove, Held *out)
{
    out->aside += clear_folder(cli, place->aside_folder, STR(".journal"), remove);
    out->leases += clear_folder(cli, place->lease_folder, STR(".lease"), remove);
    /* What the places share is cleared once. */
    for (size_t i = 0; i < (place->inside ? 1 : place->journal_count); i++)
        out->journals +=
            clear_folder(cli, place->journal_folders[i], STR(".journal"), remove);
}

/* "section-4711.md": is the program that waits for this editor still there? */
static bool is_being_edited(Str name)
{
    Str rest = str_slice(name, STR("section-").len, name.len - STR(".md").len);
    int pid = 0;

    return str_starts(name, STR("section-")) && str_to_int(rest, &pid) && pid > 0 &&
           (kill((pid_t)pid, 0) == 0 || errno == EPERM);
}

static size_t clear_copies(Cli *cli, Str folder, bool remove)
{
    size_t count = 0, cleared = 0;
    const Str *names = private_list(folder, STR(".md"), &cli->arena, &count);

    for (size_t i = 0; i < count; i++) {
        if (is_being_edited(names[i]))
            continue;
        cleared++;
        if (remove)
            unlink(path_join(&cli->arena, folder, names[i]).ptr);
    }
    return cleared;
}

/* What an interview and an outside editor keep, in a workspace or outside of one. */
static void clear_words(Cli *cli, Str home, bool remove, Held *out)
{
    if (home.len == 0)
        return;
    out->answers += clear_folder(cli, path_join(&cli->arena, home, STR("interview")),
                                 (Str){0}, remove);
    out->aside +=
        clear_folder(cli, path_join(&cli->arena, home, STR("ask")), (Str){0}, remove);
    out->aside +=
        clear_folder(cli, path_join(&cli->arena, home, STR("meet")), (Str){0}, remove);
    out->marks +=
        clear_folder(cli, path_join(&cli->arena, home, STR("read")), (Str){0}, remove);
    out->choices +=
        clear_folder(cli, path_join(&cli->arena, home, STR("merge")), (Str){0}, remove);
    out->sheets +=
        clear_folder(cli, path_join(&cli->arena, home, STR("five")), (Str){0}, remove);
    out->copies += clear_copies(cli, path_join(&cli->arena, home, STR("edit")), remove);
}

static void clear_writer(Cli *cli, bool remove, Held *out)
{
    Str folder = cli->session.workspace.private_;
    Who who = {0};

    if (folder.len == 0 || !who_load(folder, &cli->arena, &who, NULL))
        return;
    out->writer = who.name;
    if (!remove)
        return;
    unlink(path_join(&cli->arena, folder, STR("who")).ptr);
    unlink(path_join(&cli->arena, folder, STR("turns")).ptr);
    (void)workshop_forget(&cli->session, NULL);
}

/* What people answered, noted and voted before it was shown. */
static void clear_hidden(Cli *cli, Str home, bool remove, Held *out)
{
    static const char *const folders[] = {"meet", "notes"};

    for (size_t i = 0; home.len > 0 && i < sizeof folders / sizeof *folders; i++)
        out->hidden += tree_clear(path_join(&cli->arena, home, str_from(folders[i])),
                                  remove, &cli->arena);
}

static void leave_json(Cli *cli, const Held *held)
{
    json_t *document = json_document("leave"), *cleared = json_object();

    json_object_set_new(cleared, "aside", json_integer((json_int_t)held->aside));
    json_object_set_new(cleared, "journals", json_integer((json_int_t)held->journals));
    json_object_set_new(cleared, "leases", json_integer((json_int_t)held->leases));
    json_object_set_new(cleared, "answers", json_integer((json_int_t)held->answers));
    json_object_set_new(cleared, "copies", json_integer((json_int_t)held->copies));
    json_object_set_new(cleared, "marks", json_integer((json_int_t)held->marks));
    json_object_set_new(cleared, "sheets", json_integer((json_int_t)held->sheets));
    json_object_set_new(cleared, "choices", json_integer((json_int_t)held->choices));
    json_object_set_new(cleared, "hidden", json_integer((json_int_t)held->hidden));
    json_object_set_new(cleared, "writer",
                        held->writer.len ? json_text(held->writer) : json_null());
    json_object_set_new(document, "cleared", cleared);
    json_print(document, &cli->out);
}

static size_t left_over(const Held *held)
{
    return held->journals + held->leases + held->copies;
}

/* What somebody could miss. */
static size_t of_people(const Held *held)
{
    return held->aside + held->answers + held->marks + held->choices + held->sheets +
           held->hidden + held->writer.len;
}

static void leave_text(Cli *cli, const Held *held)
{
    if (held->aside > 0)
        output_note(cli,
                    ngettext("Put-aside words: %zu", "Put-aside words: %zu",
                             (unsigned long)held->aside),
                    held->aside);
    if (held->answers > 0)
        output_note(cli,
                    ngettext("Answers of interviews: %zu document",
                             "Answers of interviews: %zu documents",
                             (unsigned long)held->answers),
                    held->answers);
    if (held->marks > 0)
        output_note(cli, _("How far documents were read: %zu"), held->marks);
    if (held->sheets > 0)
        output_note(cli, _("Answers to the five questions: %zu"), held->sheets);
    if (held->choices > 0)
        output_note(cli, _("Merges that were begun: %zu"), held->choices);
    if (held->hidden > 0)
        output_note(cli, _("Private notes and votes: %zu"), held->hidden);
    if (left_over(held) > 0)
        output_note(cli, _("Left over from programs that ended: %zu"), left_over(held));
    if (held->writer.len > 0)
        output_note(cli, _("Who types here: %.*s"), STR_ARG(held->writer));
    if (of_people(held) + left_over(held) == 0)
        output_note(cli, _("This login holds nothing of anybody."));
}

static bool may_leave(Cli *cli, Error *err)
{
    char key = 'n';

    if (cli_has(cli, OPTION_YES))
        return true;
    if (!input_is_terminal(cli)) {
        error_set(err, ERR_USAGE, _("leaving removes what is held: that needs --yes"));
        return error_hint(err, _("What it would remove: prfaq leave --dry-run"));
    }
    if (ask_key(_("Remove all of it? y/n: "), 'n', &key) && key == 'y')
        return true;
    return error_set(err, ERR_STATE, _("nothing was removed"));
}

/* A workshop that was begun goes home first, with every revision. */
static bool workshop_is_home(Cli *cli, Error *err)
{
    WorkshopFile file;
    Repo *repo = NULL;
    char last[REPO_ID_MAX + 1];
    bool found = false;

    if (!workshop_load(&cli->session, &cli->arena, &file, &found, err))
        return false;
    if (!found)
        return true;
    if (file.taken.len == 0) {
        error_set(err, ERR_STATE, _("the workshop on %.*s was not taken home"),
                  STR_ARG(file.name));
        return error_hint(err, _("End it first: %s"), "prfaq workshop stop --to DIR");
    }
    if (!session_repo(&cli->session, &repo, err))
        return false;
    repo_last(repo, last);
    if (str_eq(str_from(last), file.commit))
        return true;
    error_set(err, ERR_STATE, _("there are revisions that are not in \"%.*s\""),
              STR_ARG(file.taken));
    return error_hint(err, _("Begin the workshop once more and stop it: %s"),
                      "prfaq workshop start DOC");
}

static bool leave(Cli *cli, bool asked, Error *err)
{
    KeepPlace place[2];
    Session sessions[2];
    Held held = {0};
    bool dry = cli_has(cli, OPTION_DRY_RUN), json = cli_has(cli, OPTION_JSON);

    places(cli, place, sessions);
    if (!workshop_is_home(cli, err))
        return false;
    for (int i = 0; i < 2; i++)
        if (!nothing_waits(cli, &sessions[i], err))
            return false;
    for (int pass = 0; pass < 2; pass++) {
        held = (Held){0};
        for (int i = cli->session.workspace.private_.len > 0 ? 0 : 1; i < 2; i++)
            clear_place(cli, &place[i], pass == 1, &held);
        clear_words(cli, cli->session.workspace.private_, pass == 1, &held);
        clear_words(cli, cli->session.workspace.state_home, pass == 1, &held);
        clear_writer(cli, pass == 1, &held);
        clear_hidden(cli, cli->session.workspace.private_, pass == 1, &held);
        if (pass == 0 && !dry && !asked && of_people(&held) > 0 && !may_leave(cli, err))
            return false;
        if (dry)
            break;
    }
    if (json) {
        leave_json(cli, &held);
        return true;
    }
    leave_text(cli, &held);
    return true;
}

bool command_leave(Cli *cli, Error *err)
{
    return leave(cli, false, err);
}

bool cli_leave(Cli *cli, Error *err)
{
    return leave(cli, true, err);
}
