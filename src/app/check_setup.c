#include "app/check_setup.h"

#include <string.h>

#include "app/check_facts.h"
#include "app/check_settings.h"
#include "app/images.h"
#include "app/own_file.h"
#include "app/own_lists.h"
#include "base/file.h"
#include "base/message.h"

static bool image_exists(void *ctx, Str path)
{
    Arena scratch = {0};
    Str real = {0};
    bool exists =
        images_find(ctx, path, &scratch, &real) && file_kind(real.ptr) == FILE_REGULAR;

    arena_deinit(&scratch);
    return exists;
}

/* What image paths are looked up with: the way up from the document to the top. */
static void add_images(const Session *s, const DocumentRef *ref, Arena *arena,
                       CheckOptions *out)
{
    Images *images = ARENA_NEW(arena, Images);

    *images = (Images){.document = arena_str(arena, ref->path)};
    if (ref->relative.len > 0)
        images->root = arena_str(arena, s->workspace.root);
    for (size_t at = 0; (at = str_find_byte(ref->relative, '/', at)) != STR_NONE; at++)
        out->image_depth++;
    out->in_workspace = ref->relative.len > 0;
    out->image_exists = image_exists;
    out->image_ctx = images;
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

const Baseline *session_baseline(Session *s)
{
    StrBuf bytes = {0};
    Error *err = &s->baseline_error;

    if (s->baseline)
        return s->baseline;
    Baseline *baseline = ARENA_NEW(&s->arena, Baseline);
    s->baseline = baseline;
    if (s->workspace.root.len > 0 &&
        own_file_read(s, STR(BASELINE_PATH), &bytes, err)) {
        Str text = arena_str(&s->arena, strbuf_view(&bytes));
        baseline_parse(text, STR(BASELINE_PATH), &s->arena, baseline, err);
    }
    strbuf_deinit(&bytes);
    return baseline;
}

static bool is_set(const Session *s, const DocumentRef *ref, const char *name,
                   const char *value)
{
    return str_eq_nocase(check_setting(s, ref, name), str_from(value));
}

static void add_damage(const Damage *more, size_t count, Arena *arena,
                       CheckOptions *out)
{
    if (count == 0)
        return;
    Damage *all = arena_array(arena, out->damage_count + count, sizeof *all);
    if (out->damage_count > 0)
        memcpy(all, out->damage, out->damage_count * sizeof *all);
    memcpy(all + out->damage_count, more, count * sizeof *all);
    out->damage = all;
    out->damage_count += count;
}

/* Settings of the workspace that do not parse: none of them counts. */
static void add_settings_damage(const Session *s, Arena *arena, CheckOptions *out)
{
    const Error *error = &s->workspace_error;
    Str what = str_from(error->message), root = s->workspace.root;

    if (error->code == ERR_NONE)
        return;
    if (str_starts(what, root) && what.len > root.len && what.ptr[root.len] == '/')
        what = str_slice(what, root.len + 1, what.len);
    const Damage damage = {arena_str(arena, what),
                           arena_str(arena, str_from(error->hint))};
    add_damage(&damage, 1, arena, out);
}

/* What git and the review say of the document, and what of it is damaged. */
static void add_facts(Session *s, const DocumentRef *ref, Arena *arena,
                      CheckOptions *out)
{
    const DocumentFacts *known = session_facts(s, ref);

    if (!known)
        return;
    out->facts = &known->facts;
    add_damage(known->damage, known->damage_count, arena, out);
}

void session_check_options(Session *s, const DocumentRef *ref, Arena *arena,
                           CheckOptions *out)
{
    Moment now = session_now();

    *out = (CheckOptions){
        .clock = now,
        .now = date_of(now),
        .lang = message_lang(),
        .dateline_off = is_set(s, ref, "check.dateline", "off"),
        .customer_quote_off = is_set(s, ref, "quotes.customer", "off"),
        .quote_roles = is_set(s, ref, "quotes.names", "roles"),
        .competitors = check_setting(s, ref, "check.competitors"),
        .company = check_setting(s, ref, "check.company"),
        .baseline = session_baseline(s),
    };
    if (!profile_parse(check_setting(s, ref, "check.profile"), &out->profile))
        out->profile = PROFILE_DEFAULT;
    check_settings_read(s, ref, arena, out);
    const OwnLists *lists = own_lists(s);
    memcpy(out->lexicons, lists->lexicons, sizeof out->lexicons);
    out->glossary = lists->glossary;
    out->damage = lists->damage;
    out->damage_count = lists->damage_count;
    add_settings_damage(s, arena, out);
    add_facts(s, ref, arena, out);
    if (ref && ref->path.len > 0) {
        out->name = ref->relative.len > 0 ? ref->name : (Str){0};
        add_images(s, ref, arena, out);
    }
}

size_t session_check_problems(Session *s, Arena *arena, Str **out)
{
    const SettingProblem *problems = NULL;
    size_t count = check_setting_problems(s, arena, &problems), used = 0;
    Str *lines = arena_array(arena, count + 2, sizeof *lines);

    if (s->settings_error.code != ERR_NONE)
        lines[used++] = arena_str(arena, str_from(s->settings_error.message));
    for (size_t i = 0; i < count; i++)
        lines[used++] =
            arena_printf(arena, "%.*s:%d: %.*s", STR_ARG(problems[i].origin),
                         problems[i].line, STR_ARG(problems[i].text));
    session_baseline(s);
    if (s->baseline_error.code != ERR_NONE)
        lines[used++] = arena_str(arena, str_from(s->baseline_error.message));
    *out = lines;
    return used;
}
