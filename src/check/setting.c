#include "check/setting.h"

bool rule_setting_parse(Str value, Level *level, Str *reason)
{
    size_t colon = str_find_byte(value, ':', 0);
    Str word = str_trim(str_slice(value, 0, colon == STR_NONE ? value.len : colon));

    if (!level_parse(word, level) || (colon != STR_NONE && *level != LEVEL_OFF))
        return false;
    *reason =
        colon == STR_NONE ? (Str){0} : str_trim(str_slice(value, colon + 1, value.len));
    return true;
}

const RuleSetting *rule_setting(const CheckOptions *options, const Rule *rule)
{
    for (size_t i = 0; i < options->rule_setting_count; i++)
        if (options->rule_settings[i].rule == rule)
            return &options->rule_settings[i];
    return NULL;
}

Level rule_level(const CheckOptions *options, const Rule *rule)
{
    const RuleSetting *setting = rule_setting(options, rule);

    return setting && setting->level != LEVEL_OFF ? setting->level
                                                  : rule->levels[options->profile];
}

bool limit_name_ok(Str id)
{
    static const char *const others[] = {"sentence-long", "sentence-max"};

    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (str_eq(id, str_from(others[i])))
            return true;
    return id.len > 4 && (str_ends(id, STR("-min")) || str_ends(id, STR("-max")));
}

static size_t limit_found(const CheckRun *run, Str id, size_t fallback)
{
    const CheckOptions *options = run->options;

    for (size_t i = 0; i < options->limit_count; i++) {
        const Limit *limit = &options->limits[i];
        int value = run_counts_graphemes(run) ? limit->graphemes : limit->words;
        if (str_eq(limit->id, id))
            return value >= 0 ? (size_t)value : fallback;
    }
    return fallback;
}

size_t limit_of(const CheckRun *run, const char *id, size_t fallback)
{
    return limit_found(run, str_from(id), fallback);
}

size_t limit_of_section(const CheckRun *run, Str section, const char *which,
                        size_t fallback)
{
    if (run->options->limit_count == 0)
        return fallback;
    return limit_found(
        run, arena_printf(run->arena, "%.*s-%s", STR_ARG(section), which), fallback);
}
