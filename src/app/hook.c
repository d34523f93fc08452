#include "app/hook.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/message.h"
#include "base/shell.h"

#define KEPT_NAME "pre-commit.before-prfaq"

static const char first_line[] = "#!/bin/sh\n";
static const char second_line[] =
    "# Made by \"prfaq hook install\"; taken away by \"prfaq "
    "hook remove\". Mark: ";

enum { MARK_DIGITS = 12, HOOK_MAX = 1 << 20 };

/* -- the script ---------------------------------------------------------- */

static void add_body(const HookPlan *plan, StrBuf *out)
{
    StrBuf gone = {0};

    message_addf(&gone, _("prfaq is no longer at \"%s\": this commit is not checked"),
                 plan->program.ptr);
    strbuf_addz(out, "before=${0%/*}/" KEPT_NAME "\n"
                     "if [ -x \"$before\" ]; then\n"
                     "    \"$before\" \"$@\" || exit\n"
                     "fi\n"
                     "prfaq=");
    shell_add_word(out, plan->program);
    strbuf_addz(out, "\nif [ ! -x \"$prfaq\" ]; then\n    printf '%s\\n' ");
    shell_add_word(out, strbuf_view(&gone));
    strbuf_addz(out, " >&2\n    exit 0\nfi\n");
    if (plan->block)
        strbuf_addf(out, "exec \"$prfaq\" hook run --block --fail-on %s\n",
                    level_name(plan->fail_on));
    else
        /* However it ends: advice stops no commit. */
        strbuf_addz(out, "\"$prfaq\" hook run\nexit 0\n");
    strbuf_deinit(&gone);
}

/* The mark is the hash of what follows: so we know what we wrote. */
static void add_mark(Str body, StrBuf *out)
{
    char hex[65];

    hash_hex(hash_sha256(body), MARK_DIGITS, hex);
    strbuf_addz(out, hex);
}

void hook_script(const HookPlan *plan, StrBuf *out)
{
    StrBuf body = {0};

    add_body(plan, &body);
    strbuf_addz(out, first_line);
    strbuf_addz(out, second_line);
    add_mark(strbuf_view(&body), out);
    strbuf_addc(out, '\n');
    strbuf_add(out, strbuf_view(&body));
    strbuf_deinit(&body);
}

HookState hook_recognise(Str script)
{
    StrBuf mark = {0};
    Str rest = script, line;

    if (!str_next_line(&rest, &line) || !str_next_line(&rest, &line) ||
        !str_starts(line, str_from(second_line)))
        return HOOK_OTHER;
    add_mark(rest, &mark);
    bool same =
        str_eq(str_slice(line, sizeof second_line - 1, line.len), strbuf_view(&mark)) &&
        str_starts(script, str_from(first_line));
    strbuf_deinit(&mark);
    return same ? HOOK_OURS : HOOK_CHANGED;
}

/* -- looking ------------------------------------------------------------- */

/* A link counts, wherever it leads. */
static bool is_there(Str path)
{
    struct stat st;
    return lstat(path.ptr, &st) == 0;
}

static bool is_below(Str folder, Str path)
{
    return str_starts(path, folder) &&
           (path.len == folder.len || path.ptr[folder.len] == '/');
}

bool hook_find(Repo *repo, Arena *arena, Hook *out, Error *err)
{
    StrBuf script = {0};
    Str real = {0};

    *out = (Hook){0};
    if (!repo_hooks_folder(repo, arena, &out->folder, &out->configured, err))
        return false;
    if (!path_real(out->folder.ptr, arena, &real, NULL))
        real = out->folder;
    out->outside = out->configured && !is_below(str_from(repo_root(repo)), real) &&
                   !is_below(path_folder(str_from(repo_private(repo))), real);
    out->path = path_join(arena, out->folder, STR("pre-commit"));
    out->kept = path_join(arena, out->folder, STR(KEPT_NAME));
    out->has_kept = is_there(out->kept);
    if (is_there(out->path)) {
        bool read = file_read(out->path.ptr, HOOK_MAX, &script, NULL);
        out->state = read ? hook_recognise(strbuf_view(&script)) : HOOK_OTHER;
    }
    strbuf_deinit(&script);
    return true;
}

/* -- writing ------------------------------------------------------------- */

static bool changed_by_hand(const Hook *hook, Error *err)
{
    error_set(err, ERR_STATE, _("the hook \"%s\" was changed by hand"), hook->path.ptr);
    return error_hint(err, "%s",
                      _("Move your lines to a file of your own, or delete it"));
}

/* Hooks that another program writes anew, so that ours would not stay. */
static bool others_rule(const Hook *hook, Error *err)
{
    if (str_find(hook->folder, STR("/.husky"), 0) == STR_NONE)
        return false;
    error_set(err, ERR_STATE, _("the hooks of this repository are written by husky"));
    error_hint(err, "%s", _("Add this line to .husky/pre-commit: prfaq hook run"));
    return true;
}

static bool rename_file(Str from, Str to, Error *err)
{
    return rename(from.ptr, to.ptr) == 0 ||
           error_errno(err, _("cannot write \"%s\""), to.ptr);
}

/* Executable for everybody who may read it. */
static bool make_executable(Str path, Error *err)
{
    struct stat st;

    return (stat(path.ptr, &st) == 0 &&
            chmod(path.ptr, (st.st_mode & 0777) | (st.st_mode & 0444) >> 2) == 0) ||
           error_errno(err, _("cannot write \"%s\""), path.ptr);
}

static bool may_install(const Hook *hook, Error *err)
{
    if (others_rule(hook, err))
        return false;
    if (hook->state == HOOK_CHANGED)
        return changed_by_hand(hook, err);
    if (hook->state == HOOK_OTHER && hook->has_kept) {
        error_set(err, ERR_STATE, _("two hooks are in the way: \"%s\" and \"%s\""),
                  hook->path.ptr, hook->kept.ptr);
        return error_hint(err, "%s", _("Make them one, or delete the second"));
    }
    return true;
}

bool hook_install(const Hook *hook, const HookPlan *plan, Error *err)
{
    Arena scratch = {0};
    StrBuf script = {0};
    Str made = path_join(&scratch, hook->folder, STR("pre-commit.prfaq-new"));

    hook_script(plan, &script);
    bool ok = may_install(hook, err) && folder_make(hook->folder.ptr, 0777, err);
    if (ok)
        (void)unlink(made.ptr); /* of a run that was killed */
    ok = ok && file_create(made.ptr, strbuf_view(&script), err) &&
         make_executable(made, err);
    if (ok && hook->state == HOOK_OTHER)
        ok = rename_file(hook->path, hook->kept, err);
    if (ok && !rename_file(made, hook->path, err)) {
        ok = false;
        /* Without ours, the one that was there stays the hook. */
        if (hook->state == HOOK_OTHER)
            (void)rename(hook->kept.ptr, hook->path.ptr);
    }
    if (!ok)
        (void)unlink(made.ptr);
    if (!ok && hook->configured && err && err->code == ERR_IO)
        error_hint(
            err, "%s",
            _("core.hooksPath of git names this folder. You can add this line to "
              "a hook of yours: prfaq hook run"));
    strbuf_deinit(&script);
    arena_deinit(&scratch);
    return ok;
}

bool hook_remove(const Hook *hook, Error *err)
{
    if (hook->state == HOOK_CHANGED)
        return changed_by_hand(hook, err);
    if (hook->state == HOOK_OTHER)
        return true;
    if (hook->has_kept)
        return rename_file(hook->kept, hook->path, err);
    if (hook->state == HOOK_OURS && unlink(hook->path.ptr) != 0)
        return error_errno(err, _("cannot remove \"%s\""), hook->path.ptr);
    return true;
}

/* -- the program --------------------------------------------------------- */

static bool is_program(Str path)
{
    return file_kind(path.ptr) == FILE_REGULAR && access(path.ptr, X_OK) == 0;
}

static bool along_path(Str name, Arena *arena, Str *out)
{
    Str rest = str_from(getenv("PATH")), folder;

    while (str_next_field(&rest, ':', &folder)) {
        /* A relative one would be another place in each folder. */
        if (!str_starts(folder, STR("/")))
            continue;
        *out = path_join(arena, arena_str(arena, folder), name);
        if (is_program(*out))
            return true;
    }
    return false;
}

bool hook_program(const char *called, Arena *arena, Str *out, Error *err)
{
    Str name = str_from(called && called[0] ? called : "prfaq"), folder = {0};

    if (str_find_byte(name, '/', 0) == STR_NONE) {
        if (along_path(name, arena, out))
            return true;
    } else if (path_real(arena_str(arena, path_folder(name)).ptr, arena, &folder,
                         NULL)) {
        *out = path_join(arena, folder, path_base(name));
        if (is_program(*out))
            return true;
    }
    error_set(err, ERR_NOT_FOUND, _("cannot find the program \"%s\" itself"), name.ptr);
    return error_hint(err, "%s", _("Call it by its whole path"));
}
