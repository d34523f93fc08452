#include "app/check_settings.h"

#include "base/message.h"
#include "check/rule.h"
#include "check/setting.h"
#include "check/suppress.h"
#include "review/due.h"

/* -- names ----------------------------------------------------------------- */

/* "rule.ID" */
static bool is_rule_name(Str name, Str *id)
{
    if (!str_starts(name, STR("rule.")))
        return false;
    *id = str_slice(name, 5, name.len);
    return true;
}

/* "limit.ID.en" */
static bool is_limit_name(Str name, Str *id, Str *lang)
{
    size_t dot = str_rfind_byte(name, '.');

    if (!str_starts(name, STR("limit.")) || dot == STR_NONE || dot < 6)
        return false;
    *id = str_slice(name, 6, dot);
    *lang = str_slice(name, dot + 1, name.len);
    return true;
}

/* "document.NAME.KEY" */
static bool is_document_name(Str name, Str *document, Str *key)
{
    size_t dot = str_rfind_byte(name, '.');

    if (!str_starts(name, STR("document.")) || dot == STR_NONE || dot < 9)
        return false;
    *document = str_slice(name, 9, dot);
    *key = str_slice(name, dot + 1, name.len);
    return true;
}

/* "profile" is "check.profile", "limit-pr-max-en" is "limit.pr-max.en". */
static Str unfold_key(Str key, Arena *arena)
{
    static const char *const own[] = {"profile", "competitors", "dateline"};
    size_t first = str_find_byte(key, '-', 0), last = str_rfind_byte(key, '-');

    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (str_eq(key, str_from(own[i])))
            return arena_printf(arena, "check.%.*s", STR_ARG(key));
    if (first == STR_NONE)
        return key;
    Str head = str_slice(key, 0, first);
    if (first == last || str_eq(head, STR("rule")))
        return arena_printf(arena, "%.*s.%.*s", STR_ARG(head),
                            STR_ARG(str_slice(key, first + 1, key.len)));
    return arena_printf(arena, "%.*s.%.*s.%.*s", STR_ARG(head),
                        STR_ARG(str_slice(key, first + 1, last)),
                        STR_ARG(str_slice(key, last + 1, key.len)));
}

/* -- reading --------------------------------------------------------------- */

typedef struct Reading {
    const Session *s;
    Arena *arena;
    RuleSetting *rules;
    size_t rule_count, rule_cap;
    Limit *limits;
    size_t limit_count, limit_cap;
} Reading;

static Str origin_for_people(const Session *s, Str origin)
{
    Str root = s->workspace.root;

    if (root.len > 0 && origin.len > root.len + 1 && str_starts(origin, root) &&
        origin.ptr[root.len] == '/')
        return str_slice(origin, root.len + 1, origin.len);
    return origin;
}

static void take_rule(Reading *r, Str id, const Setting *setting)
{
    RuleSetting read = {.rule = rule_find(id),
                        .origin = origin_for_people(r->s, setting->origin),
                        .line = setting->line};

    if (!read.rule || !rule_setting_parse(setting->value, &read.level, &read.reason) ||
        (read.level == LEVEL_OFF && !rule_is_silenceable(read.rule)))
        return;
    for (size_t i = 0; i < r->rule_count; i++) {
        if (r->rules[i].rule == read.rule) {
            r->rules[i] = read;
            return;
        }
    }
    r->rules =
        arena_grow(r->arena, r->rules, r->rule_count, &r->rule_cap, sizeof *r->rules);
    r->rules[r->rule_count++] = read;
}

static void take_limit(Reading *r, Str id, Str lang, Str value)
{
    int number = 0;
    Limit *limit = NULL;

    if (!limit_name_ok(id) || !str_to_int(value, &number))
        return;
    for (size_t i = 0; i < r->limit_count; i++)
        if (str_eq(r->limits[i].id, id))
            limit = &r->limits[i];
    if (!limit) {
        r->limits = arena_grow(r->arena, r->limits, r->limit_count, &r->limit_cap,
                               sizeof *r->limits);
        limit = &r->limits[r->limit_count++];
        *limit = (Limit){id, -1, -1};
    }
    if (str_eq(lang, STR("en")))
        limit->words = number;
    else if (str_eq(lang, STR("ko")))
        limit->graphemes = number;
}

static void take(Reading *r, Str name, const Setting *setting)
{
    Str id, lang;

    if (is_rule_name(name, &id))
        take_rule(r, id, setting);
    else if (is_limit_name(name, &id, &lang))
        take_limit(r, id, lang, setting->value);
}

void check_settings_read(const Session *s, const DocumentRef *ref, Arena *arena,
                         CheckOptions *out)
{
    Reading r = {.s = s, .arena = arena};
    Str document, key;

    for (size_t i = 0; i < s->config.count; i++)
        take(&r, s->config.items[i].name, &s->config.items[i]);
    for (size_t i = 0; ref && ref->name.len > 0 && i < s->config.count; i++)
        if (is_document_name(s->config.items[i].name, &document, &key) &&
            str_eq(document, ref->name))
            take(&r, unfold_key(key, arena), &s->config.items[i]);
    out->rule_settings = r.rules;
    out->rule_setting_count = r.rule_count;
    out->limits = r.limits;
    out->limit_count = r.limit_count;
}

Str check_setting(const Session *s, const DocumentRef *ref, const char *name)
{
    Arena scratch = {0};
    Str document, key, value = {0};
    bool found = false;

    for (size_t i = s->config.count; !found && ref && ref->name.len > 0 && i > 0; i--) {
        const Setting *setting = &s->config.items[i - 1];
        if (!is_document_name(setting->name, &document, &key) ||
            !str_eq(document, ref->name))
            continue;
        found = str_eq(unfold_key(key, &scratch), str_from(name));
        value = found ? setting->value : value;
    }
    arena_deinit(&scratch);
    return found ? value : session_setting(s, name);
}

/* -- what is wrong --------------------------------------------------------- */

static bool rule_ok(Str id, Str value, Error *err)
{
    const Rule *rule = rule_find(id);
    Level level = LEVEL_OFF;
    Str reason;

    if (!rule) {
        error_set(err, ERR_USAGE, _("there is no rule \"%.*s\""), STR_ARG(id));
        return error_hint(err, _("All rules: prfaq rules"));
    }
    if (!rule_setting_parse(value, &level, &reason)) {
        error_set(err, ERR_USAGE, _("\"%.*s\" is no level of a rule"), STR_ARG(value));
        return error_hint(err, _("Choose one of: %s"),
                          "error, warning, info, \"off: REASON\"");
    }
    if (level == LEVEL_OFF && !rule_is_silenceable(rule)) {
        error_set(err, ERR_USAGE, _("the rule %.*s cannot be turned off"), STR_ARG(id));
        return error_hint(err, _("Choose one of: %s"), "error, warning, info");
    }
    return true;
}

static bool limit_ok(Str id, Str lang, Str value, Error *err)
{
    int number = 0;

    if (!limit_name_ok(id)) {
        error_set(err, ERR_USAGE, _("there is no limit \"%.*s\""), STR_ARG(id));
        return error_hint(err, _("For example: limit.pr-max.en, limit.problem-max.ko"));
    }
    if (!str_eq(lang, STR("en")) && !str_eq(lang, STR("ko"))) {
        error_set(err, ERR_USAGE, _("a limit has no part \"%.*s\""), STR_ARG(lang));
        return error_hint(err, _("en counts words, ko characters"));
    }
    if (!str_to_int(value, &number)) {
        error_set(err, ERR_USAGE, _("\"%.*s\" is no number"), STR_ARG(value));
        return error_hint(err, _("Write digits only; 0 is no limit"));
    }
    return true;
}

static bool profile_ok(Str value, Error *err)
{
    Profile profile;

    if (profile_parse(value, &profile))
        return true;
    error_set(err, ERR_USAGE, _("\"%.*s\" is no value of %s"), STR_ARG(value),
              "check.profile");
    return error_hint(err, _("Choose one of: %s"), "default, strict, workshop");
}

static bool due_ok(Str value, Error *err)
{
    Due due;

    if (due_parse(value, &due))
        return true;
    error_set(err, ERR_USAGE, _("\"%.*s\" is no value of %s"), STR_ARG(value),
              "question.due");
    return error_hint(err, _("Hours such as 24h, or business days such as 2bd"));
}

static bool names_ok(Str value, Error *err)
{
    if (str_eq_nocase(value, STR("full")) || str_eq_nocase(value, STR("roles")))
        return true;
    error_set(err, ERR_USAGE, _("\"%.*s\" is no value of %s"), STR_ARG(value),
              "quotes.names");
    return error_hint(err, _("Choose one of: %s"), "full, roles");
}

static bool plain_ok(Str name, Str value, Error *err)
{
    Str id, lang;

    if (is_rule_name(name, &id))
        return rule_ok(id, value, err);
    if (is_limit_name(name, &id, &lang))
        return limit_ok(id, lang, value, err);
    if (str_eq(name, STR("check.profile")))
        return profile_ok(value, err);
    if (str_eq(name, STR("question.due")))
        return due_ok(value, err);
    if (str_eq(name, STR("quotes.names")))
        return names_ok(value, err);
    return true;
}

bool check_setting_ok(Str name, Str value, Error *err)
{
    Str document, key;
    Arena scratch = {0};
    bool ok = true;

    if (is_document_name(name, &document, &key))
        ok = plain_ok(unfold_key(key, &scratch), value, err);
    else
        ok = plain_ok(name, value, err);
    arena_deinit(&scratch);
    return ok;
}

size_t check_setting_problems(const Session *s, Arena *arena,
                              const SettingProblem **out)
{
    SettingProblem *problems = NULL;
    size_t count = 0, cap = 0;

    for (size_t i = 0; i < s->config.count; i++) {
        const Setting *setting = &s->config.items[i];
        Error err = {0};
        if (check_setting_ok(setting->name, setting->value, &err))
            continue;
        problems = arena_grow(arena, problems, count, &cap, sizeof *problems);
        problems[count++] =
            (SettingProblem){origin_for_people(s, setting->origin), setting->line,
                             arena_str(arena, str_from(err.message))};
    }
    *out = problems;
    return count;
}
