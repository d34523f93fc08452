/* prfaq git-setup: tell git of this clone about documents; and what git calls then. */
#include <stdlib.h>

#include "app/cli_commands.h"
#include "app/cli_json.h"
#include "app/git_drivers.h"
#include "app/git_setup.h"
#include "app/hook.h"
#include "base/message.h"

/* -- what git calls ------------------------------------------------------------ */

static bool few_words(const Cli *cli, size_t count, Error *err)
{
    if (cli->arg_count >= count)
        return false;
    error_set(err, ERR_USAGE, _("git calls this with more words"));
    error_hint(err, "%s", _("Tell git about it with: prfaq git-setup"));
    return true;
}

/* Git hands its output to a pager and says so; it would colour its own. */
static bool wants_color(const Cli *cli)
{
    return output_color(cli) || (getenv("GIT_PAGER_IN_USE") && !getenv("NO_COLOR"));
}

static bool call_textconv(Cli *cli, Error *err)
{
    return !few_words(cli, 2, err) && git_textconv(&cli->session, cli_arg(cli, 1).ptr,
                                                   &cli->arena, &cli->out, err);
}

static bool show_files(Cli *cli, Str path, const char *old, const char *new, Error *err)
{
    const GitDiff diff = {.path = path,
                          .old = old,
                          .new = new,
                          .color = wants_color(cli),
                          .width = output_width()};

    return git_diff_files(&cli->session, &diff, &cli->arena, &cli->out, err);
}

/* PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE [NEW-PATH HEADER]; PATH
 * alone when the file is not merged yet. */
static bool call_diff(Cli *cli, Error *err)
{
    if (cli->arg_count == 2) {
        message_addf(&cli->out, _("%.*s is not merged yet"), STR_ARG(cli_arg(cli, 1)));
        strbuf_addc(&cli->out, '\n');
        return true;
    }
    if (few_words(cli, 8, err))
        return false;
    Str path = cli->arg_count > 8 ? cli_arg(cli, 8) : cli_arg(cli, 1);
    return show_files(cli, path, cli_arg(cli, 2).ptr, cli_arg(cli, 5).ptr, err);
}

static bool call_difftool(Cli *cli, Error *err)
{
    return !few_words(cli, 4, err) &&
           show_files(cli, cli_arg(cli, 3), cli_arg(cli, 1).ptr, cli_arg(cli, 2).ptr,
                      err);
}

static bool call_merge(Cli *cli, Error *err)
{
    size_t open = 0;

    if (few_words(cli, 6, err))
        return false;
    GitMerge merge = {.base = cli_arg(cli, 1).ptr,
                      .mine = cli_arg(cli, 2).ptr,
                      .theirs = cli_arg(cli, 3).ptr,
                      .path = cli_arg(cli, 5)};
    if (!str_to_int(cli_arg(cli, 4), &merge.mark_size) || merge.mark_size < 1)
        merge.mark_size = 7;
    if (!git_merge_files(&cli->session, &merge, &cli->arena, &open, err))
        return false;
    cli->status = open > 0;
    return true;
}

/* -- setting up ----------------------------------------------------------------- */

static const char *state_name(GitSettingState state)
{
    switch (state) {
    case GIT_SETTING_NONE:
        return "none";
    case GIT_SETTING_OTHER:
        return "other";
    default:
        return "ours";
    }
}

static void print_json(Cli *cli, const GitSetup *setup)
{
    json_t *document = json_document("git-setup");
    json_t *settings = json_array(), *attributes = json_array();

    for (size_t i = 0; i < setup->setting_count; i++) {
        json_t *item = json_object();
        json_object_set_new(item, "name", json_string(setup->settings[i].key));
        json_object_set_new(item, "value", json_text(setup->settings[i].value));
        json_object_set_new(item, "state",
                            json_string(state_name(setup->settings[i].state)));
        json_array_append_new(settings, item);
    }
    for (size_t i = 0; i < GIT_ATTRIBUTES_MAX; i++) {
        const GitAttribute *a = &setup->attributes[i];
        json_t *item = json_object();
        json_object_set_new(item, "name", json_string(a->name));
        json_object_set_new(item, "ours", json_boolean(a->ours));
        json_object_set_new(item, "other",
                            a->other.len > 0 ? json_text(a->other) : json_null());
        json_array_append_new(attributes, item);
    }
    json_object_set_new(document, "active", json_boolean(setup->active));
    json_object_set_new(document, "file", json_text(setup->file));
    json_object_set_new(document, "settings", settings);
    json_object_set_new(document, "attributes", attributes);
    json_print(document, &cli->out);
}

static void say_left_alone(Cli *cli, const GitSetup *setup)
{
    for (size_t i = 0; i < setup->setting_count; i++)
        if (setup->settings[i].state == GIT_SETTING_OTHER)
            output_note(cli,
                        _("Left alone, because it says something else already: %s"),
                        setup->settings[i].key);
    for (size_t i = 0; i < GIT_ATTRIBUTES_MAX; i++) {
        const GitAttribute *a = &setup->attributes[i];
        if (a->other.len > 0)
            output_note(cli,
                        _("Left alone, because an attribute of git says \"%s=%s\" for "
                          "%s already."),
                        a->name, a->other.ptr, a->path.ptr);
    }
}

static void say_written(Cli *cli, const GitSetup *setup, bool dry)
{
    output_note(cli, dry ? _("Would tell git of this clone how to show and merge "
                             "documents:")
                         : _("Git of this clone shows and merges documents by words "
                             "now:"));
    bool shows = setup->attributes[0].other.len == 0;
    bool merges = setup->attributes[1].other.len == 0;
    if (shows) {
        output_note(
            cli, _("  git diff, git difftool -t prfaq   what changed, word by word"));
        output_note(cli, _("  git log -p, git show              sentence by sentence; "
                           "with --ext-diff word by word"));
    }
    if (merges)
        output_note(cli, _("  git merge, git pull, git rebase   sentence by sentence"));
    if (shows)
        output_note(cli, _("For programs that read patches: git diff --no-ext-diff "
                           "--no-textconv"));
    say_left_alone(cli, setup);
    if (!dry)
        output_note(cli, _("Take it back with: prfaq git-setup --undo"));
}

static void say_undone(Cli *cli, const GitSetup *before, bool dry)
{
    bool any = before->listed;

    for (size_t i = 0; i < before->setting_count; i++)
        any |= before->settings[i].state == GIT_SETTING_OURS ||
               before->settings[i].state == GIT_SETTING_MOVED;
    output_note(cli, !any
                         ? _("Nothing to take back: git of this clone knows nothing of "
                             "prfaq.")
                     : dry ? _("Would take back what git of this clone was told.")
                           : _("Taken back: git shows and merges documents as other "
                               "files."));
}

bool command_git_setup(Cli *cli, Error *err)
{
    GitSetup setup;
    Str word = cli_arg(cli, 0), program = {0};
    bool dry = cli_has(cli, OPTION_DRY_RUN), undo = cli_has(cli, OPTION_UNDO);

    if (str_eq(word, STR("textconv")))
        return call_textconv(cli, err);
    if (str_eq(word, STR("diff")))
        return call_diff(cli, err);
    if (str_eq(word, STR("difftool")))
        return call_difftool(cli, err);
    if (str_eq(word, STR("merge")))
        return call_merge(cli, err);
    if (word.len > 0)
        return error_set(err, ERR_USAGE, _("\"%.*s\" is no word of this command"),
                         STR_ARG(word)) ||
               error_hint(err, "%s", _("See: prfaq help git-setup"));
    if (!hook_program(cli->program, &cli->arena, &program, err) ||
        !git_setup_find(&cli->session, program, &cli->arena, &setup, err))
        return false;
    if (!dry && !(undo ? git_setup_undo(&cli->session, &setup, err)
                       : git_setup_write(&cli->session, &setup, err)))
        return false;
    if (!cli_has(cli, OPTION_JSON)) {
        if (undo)
            say_undone(cli, &setup, dry);
        else
            say_written(cli, &setup, dry);
        return true;
    }
    if (!dry && !git_setup_find(&cli->session, program, &cli->arena, &setup, err))
        return false;
    print_json(cli, &setup);
    return true;
}
