#include "app/git_setup.h"

#include <string.h>
#include <unistd.h>

#include "app/service.h"
#include "base/file.h"
#include "base/message.h"
#include "base/shell.h"
#include "repo/local.h"

enum { ATTRIBUTES_FILE_MAX = 1 << 20, DOCUMENTS_MAX = 500 };

static const char begin_line[] =
    "# prfaq git-setup begins; \"prfaq git-setup --undo\" takes these lines away\n";
static const char end_line[] = "# prfaq git-setup ends\n";

typedef struct Row {
    const char *key;
    const char *words; /* behind the program, or the whole value when it is not ours */
    bool program;
} Row;

/* clang-format off */
static const Row rows[] = {
    {"diff.prfaq.command",   " git-setup diff",                                        true},
    {"diff.prfaq.textconv",  " git-setup textconv",                                    true},
    {"diff.prfaq.xfuncname", "^#+ .*$",                                                false},
    {"difftool.prfaq.cmd",   " git-setup difftool \"$LOCAL\" \"$REMOTE\" \"$MERGED\"", true},
    {"merge.prfaq.name",     "prfaq: sentence by sentence",                            false},
    {"merge.prfaq.driver",   " git-setup merge %O %A %B %L %P",                        true},
};
/* clang-format on */

static Str value_of(const Row *row, Str program, Arena *arena)
{
    StrBuf value = {0};

    if (row->program)
        shell_add_word(&value, program);
    strbuf_addz(&value, row->words);
    Str copy = arena_str(arena, strbuf_view(&value));
    strbuf_deinit(&value);
    return copy;
}

static GitSettingState state_of(const Row *row, Str ours, Str found)
{
    if (found.len == 0)
        return GIT_SETTING_NONE;
    if (str_eq(found, ours))
        return GIT_SETTING_OURS;
    if (row->program && str_ends(found, str_from(row->words)))
        return GIT_SETTING_MOVED;
    return GIT_SETTING_OTHER;
}

static bool find_settings(Repo *repo, Str program, Arena *arena, GitSetup *out,
                          Error *err)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Str found = {0};
        GitSetting *setting = &out->settings[out->setting_count++];
        if (!repo_local_get(repo, rows[i].key, arena, &found, err))
            return false;
        *setting = (GitSetting){.key = rows[i].key,
                                .value = value_of(&rows[i], program, arena),
                                .found = found};
        setting->state = state_of(&rows[i], setting->value, found);
    }
    return true;
}

/* Has somebody else said how this path is shown or merged? */
static bool look_at_path(Repo *repo, Str path, Str name, Arena *arena,
                         GitAttribute *out, Error *err)
{
    Str value = {0};

    if (!repo_attribute(repo, path, out->name, arena, &value, err))
        return false;
    if (str_eq(value, STR("prfaq"))) {
        out->ours = true;
    } else if (value.len > 0 && out->other.len == 0) {
        out->other = value;
        out->path = name;
    }
    return true;
}

static bool find_attributes(Session *s, Repo *repo, Arena *arena, GitSetup *out,
                            Error *err)
{
    static const char *const names[GIT_ATTRIBUTES_MAX] = {"diff", "merge"};
    const DocumentRef *documents = NULL;
    size_t count = 0;

    (void)service_documents(s, false, arena, &documents, &count, NULL);
    for (size_t i = 0; i < GIT_ATTRIBUTES_MAX; i++) {
        out->attributes[i].name = names[i];
        GitAttribute *attribute = &out->attributes[i];
        if (!look_at_path(repo, STR("any document.md"), STR("*.md"), arena, attribute,
                          err))
            return false;
        for (size_t d = 0; d < count && d < DOCUMENTS_MAX; d++)
            if (!look_at_path(repo, documents[d].relative, documents[d].relative, arena,
                              attribute, err))
                return false;
    }
    return true;
}

/* Where our lines stand in the file; false: nowhere. */
static bool find_lines(Str text, Range *out)
{
    out->start = str_find(text, str_from(begin_line), 0);
    if (out->start == STR_NONE)
        return false;
    out->end = str_find(text, str_from(end_line), out->start);
    if (out->end == STR_NONE)
        return false;
    out->end += strlen(end_line);
    return true;
}

static bool read_lines(const GitSetup *setup, StrBuf *out, Error *err)
{
    return file_kind(setup->file.ptr) == FILE_NONE ||
           file_read(setup->file.ptr, ATTRIBUTES_FILE_MAX, out, err);
}

bool git_setup_find(Session *s, Str program, Arena *arena, GitSetup *out, Error *err)
{
    Repo *repo = NULL;
    StrBuf text = {0};
    Range lines;

    *out = (GitSetup){0};
    if (!session_repo(s, &repo, err) ||
        !find_settings(repo, program, arena, out, err) ||
        !find_attributes(s, repo, arena, out, err))
        return false;
    out->file = repo_attributes_file(repo, arena);
    bool ok = read_lines(out, &text, err);
    out->listed = ok && find_lines(strbuf_view(&text), &lines);
    strbuf_deinit(&text);
    out->active = out->listed && out->settings[0].state != GIT_SETTING_NONE;
    return ok;
}

static bool write_lines(const GitSetup *setup, Str text, Error *err)
{
    Str folder = path_folder(setup->file);
    char *name = mem_str(folder);
    bool ok = folder_make(name, 0777, err);

    mem_free(name);
    if (!ok)
        return false;
    if (text.len == 0)
        return unlink(setup->file.ptr) == 0 ||
               file_kind(setup->file.ptr) == FILE_NONE ||
               error_errno(err, _("cannot remove \"%s\""), setup->file.ptr);
    return file_kind(setup->file.ptr) == FILE_NONE
               ? file_create(setup->file.ptr, text, err)
               : file_replace(setup->file.ptr, text, err);
}

static void add_lines(const GitSetup *setup, StrBuf *out)
{
    strbuf_addz(out, begin_line);
    strbuf_addz(out, "*.md");
    for (size_t i = 0; i < GIT_ATTRIBUTES_MAX; i++)
        if (setup->attributes[i].other.len == 0)
            strbuf_addf(out, " %s=prfaq", setup->attributes[i].name);
    strbuf_addz(out, "\n");
    strbuf_addz(out, end_line);
}

/* Our lines go, and come anew behind the others when they are wanted. */
static bool change_lines(const GitSetup *setup, bool wanted, Error *err)
{
    StrBuf old = {0}, new = {0};
    Range lines = {0, 0};

    if (!read_lines(setup, &old, err)) {
        strbuf_deinit(&old);
        return false;
    }
    Str text = strbuf_view(&old);
    bool listed = find_lines(text, &lines);
    strbuf_add(&new, listed ? str_slice(text, 0, lines.start) : text);
    if (listed)
        strbuf_add(&new, str_slice(text, lines.end, text.len));
    if (wanted) {
        if (new.len > 0 && new.ptr[new.len - 1] != '\n')
            strbuf_addc(&new, '\n');
        add_lines(setup, &new);
    }
    bool ok =
        str_eq(strbuf_view(&new), text) || write_lines(setup, strbuf_view(&new), err);
    strbuf_deinit(&old);
    strbuf_deinit(&new);
    return ok;
}

bool git_setup_write(Session *s, const GitSetup *setup, Error *err)
{
    Repo *repo = NULL;

    if (!session_repo(s, &repo, err))
        return false;
    for (size_t i = 0; i < setup->setting_count; i++) {
        const GitSetting *setting = &setup->settings[i];
        if ((setting->state == GIT_SETTING_NONE ||
             setting->state == GIT_SETTING_MOVED) &&
            !repo_local_set(repo, setting->key, setting->value.ptr, err))
            return false;
    }
    return change_lines(setup, true, err);
}

bool git_setup_undo(Session *s, const GitSetup *setup, Error *err)
{
    Repo *repo = NULL;

    /* First the lines, so that git never asks for a driver that is gone. */
    if (!session_repo(s, &repo, err) || !change_lines(setup, false, err))
        return false;
    for (size_t i = 0; i < setup->setting_count; i++) {
        const GitSetting *setting = &setup->settings[i];
        if ((setting->state == GIT_SETTING_OURS ||
             setting->state == GIT_SETTING_MOVED) &&
            !repo_local_unset(repo, setting->key, err))
            return false;
    }
    return true;
}
