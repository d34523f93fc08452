#include "app/cli_commands.h"
#include "app/cli_document.h"
#include "base/file.h"
#include "base/message.h"
#include "base/resource.h"

enum { AGAIN_MAX = 99 };

/* The workspace of the tutorial in that language: this login's own. */
static bool make_place(Cli *cli, Lang lang, Str *folder, Error *err)
{
    Str home = cli->session.workspace.state_home;
    bool created = false;

    if (home.len == 0) {
        error_set(err, ERR_STATE, _("HOME is not set, so there is no place for it"));
        return error_hint(err, "export HOME=~");
    }
    *folder =
        arena_printf(&cli->arena, "%.*s/tutorial/%s", STR_ARG(home), lang_code(lang));
    return folder_make(folder->ptr, 0700, err) && repo_init(folder->ptr, &created, err);
}

/* The document that was begun, or a new one; no file is ever replaced.
 *   again  begin anew, beside the old one */
static bool make_document(Cli *cli, Str folder, Lang lang, bool again, Str *path,
                          Error *err)
{
    Str bytes = {0};
    Str file = arena_printf(&cli->arena, "tutorial/%s.markdown", lang_code(lang));

    if (!resource_find(file, &bytes))
        return error_set(err, ERR_NOT_FOUND,
                         _("there is no tutorial in that language"));
    *path = path_join(&cli->arena, folder, STR("tutorial.md"));
    for (int i = 2; again && file_kind(path->ptr) != FILE_NONE && i <= AGAIN_MAX; i++)
        *path = arena_printf(&cli->arena, "%.*s/tutorial-%d.md", STR_ARG(folder), i);
    if (!again && file_kind(path->ptr) != FILE_NONE)
        return true;
    return file_create(path->ptr, bytes, err);
}

static Lang wanted(const Cli *cli)
{
    Lang lang = message_lang();

    lang_parse(cli_value(cli, OPTION_DOC_LANG), &lang);
    return lang == LANG_KO ? LANG_KO : LANG_EN;
}

bool command_tutorial(Cli *cli, Error *err)
{
    Str folder = {0}, path = {0};
    Lang lang = wanted(cli);

    if (!screens_possible(cli)) {
        error_set(err, ERR_USAGE, _("the tutorial needs a terminal"));
        return error_hint(
            err, _("To read it: man prfaq-tutorial. In plain lines: prfaq tutorial "
                   "--linear"));
    }
    return make_place(cli, lang, &folder, err) &&
           make_document(cli, folder, lang, cli_has(cli, OPTION_AGAIN), &path, err) &&
           screens_tutorial(cli, path.ptr, err);
}
