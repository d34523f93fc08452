#include "repo/stored.h"

#include "base/line_ends.h"

/* What git does with the line ends of a file that is added. */
typedef enum Turn {
    TURN_NEVER,
    TURN_ALWAYS,
    TURN_UNLESS_CRLF, /* not where the last revision holds CRLF already */
} Turn;

static bool value_is(const char *value, const char *word)
{
    return git_attr_value(value) == GIT_ATTR_VALUE_STRING &&
           str_eq(str_from(value), str_from(word));
}

static Turn turn_of_text(const char *text)
{
    switch (git_attr_value(text)) {
    case GIT_ATTR_VALUE_TRUE:
        return TURN_ALWAYS;
    case GIT_ATTR_VALUE_STRING:
        return value_is(text, "auto") ? TURN_UNLESS_CRLF : TURN_ALWAYS;
    default:
        return TURN_NEVER;
    }
}

/* core.autocrlf: "true" or "input". */
static bool turns_by_setting(Repo *repo)
{
    git_config *config = NULL;
    git_buf value = {0};
    int turns = 0;

    if (git_repository_config_snapshot(&config, repo->git) < 0)
        return false;
    if (git_config_get_string_buf(&value, config, "core.autocrlf") == 0 &&
        git_config_parse_bool(&turns, value.ptr) < 0)
        turns = str_eq_nocase((Str){value.ptr, value.size}, STR("input"));
    git_buf_dispose(&value);
    git_config_free(config);
    return turns != 0;
}

static Turn turn_of(Repo *repo, Str path)
{
    const char *names[] = {"text", "eol", "working-tree-encoding"};
    const char *values[] = {NULL, NULL, NULL};
    char *file = mem_str(path);
    int rc = git_attr_get_many(values, repo->git, GIT_ATTR_CHECK_FILE_THEN_INDEX, file,
                               3, names);

    mem_free(file);
    if (rc < 0 || git_attr_value(values[2]) == GIT_ATTR_VALUE_STRING ||
        git_attr_value(values[0]) == GIT_ATTR_VALUE_FALSE)
        return TURN_NEVER;
    if (git_attr_value(values[0]) != GIT_ATTR_VALUE_UNSPECIFIED)
        return turn_of_text(values[0]);
    if (value_is(values[1], "lf") || value_is(values[1], "crlf"))
        return TURN_ALWAYS;
    return turns_by_setting(repo) ? TURN_UNLESS_CRLF : TURN_NEVER;
}

static bool last_holds_crlf(Repo *repo, Str path, const Head *head)
{
    Arena arena = {0};
    Commit commit;
    TreeEntry entry = {0};
    StrBuf bytes = {0};
    bool found = !head->unborn && commit_read(repo, &head->id, &arena, &commit, NULL) &&
                 tree_find(repo, &commit.tree, path, &entry, NULL) && entry.found &&
                 object_read(repo, &entry.id, GIT_OBJECT_BLOB, &bytes, NULL) &&
                 str_find(strbuf_view(&bytes), STR("\r\n"), 0) != STR_NONE;

    strbuf_deinit(&bytes);
    arena_deinit(&arena);
    return found;
}

/* Turning there and back gives the same bytes. */
static bool can_be_turned(Str bytes)
{
    if (line_ends(bytes) != ENDS_CRLF || str_find_byte(bytes, '\0', 0) != STR_NONE)
        return false;
    for (size_t at = 0; (at = str_find_byte(bytes, '\r', at)) != STR_NONE; at++)
        if (at + 1 == bytes.len || bytes.ptr[at + 1] != '\n')
            return false;
    return true;
}

bool stored_turned(Repo *repo, Str path, Str bytes, const Head *head, StrBuf *out)
{
    if (!can_be_turned(bytes))
        return false;
    Turn turn = turn_of(repo, path);
    if (turn == TURN_NEVER ||
        (turn == TURN_UNLESS_CRLF && last_holds_crlf(repo, path, head)))
        return false;
    line_ends_convert(bytes, ENDS_LF, out);
    return true;
}
