#include "app/check_setup.h"

#include <string.h>

#include "app/own_lists.h"
#include "base/file.h"
#include "base/message.h"

static bool image_exists(void *ctx, Str path)
{
    Arena scratch = {0};
    Str root = str_from(ctx);
    Str full = path_join(&scratch, root, path);
    bool inside = str_starts(full, root) && str_find(path, STR(".."), 0) == STR_NONE;
    bool exists = inside && file_kind(full.ptr) == FILE_REGULAR;

    arena_deinit(&scratch);
    /* What lies outside is none of our business: no finding. */
    return exists || !inside;
}

static const OwnLists *own_lists(Session *s)
{
    if (!s->lists) {
        OwnLists *lists = ARENA_NEW(&s->arena, OwnLists);
        own_lists_load(s->workspace.root, &s->config, &s->arena, lists);
        s->lists = lists;
    }
    return s->lists;
}

void session_check_options(Session *s, const DocumentRef *ref, Arena *arena,
                           CheckOptions *out)
{
    *out = (CheckOptions){
        .now = date_of(session_now()),
        .lang = message_lang(),
        .dateline_off = str_eq_nocase(session_setting(s, "check.dateline"), STR("off")),
        .customer_quote_off =
            str_eq_nocase(session_setting(s, "quotes.customer"), STR("off")),
        .competitors = session_setting(s, "check.competitors"),
        .company = session_setting(s, "check.company"),
    };
    if (!profile_parse(session_setting(s, "check.profile"), &out->profile))
        out->profile = PROFILE_DEFAULT;
    const OwnLists *lists = own_lists(s);
    memcpy(out->lexicons, lists->lexicons, sizeof out->lexicons);
    out->glossary = lists->glossary;
    out->damage = lists->damage;
    out->damage_count = lists->damage_count;
    if (ref && ref->path.len > 0) {
        Str folder = path_folder(ref->path);
        char *root = arena_alloc(arena, folder.len + 1);
        memcpy(root, folder.ptr, folder.len);
        out->root = root;
        out->file_exists = image_exists;
        out->file_ctx = root;
    }
}
