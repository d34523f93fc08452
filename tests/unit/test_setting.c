#include "check/setting.h"

#include "rule_case.h"

static void values_of_a_rule_are_read(void **state)
{
    (void)state;
    Level level = LEVEL_OFF;
    Str reason = {0};

    CHECK(rule_setting_parse(STR("info"), &level, &reason));
    CHECK_INT(level, LEVEL_INFO);
    CHECK(rule_setting_parse(STR("off: no dateline: internal"), &level, &reason));
    CHECK_INT(level, LEVEL_OFF);
    CHECK_STR(reason, STR("no dateline: internal"));
    CHECK(rule_setting_parse(STR("off"), &level, &reason));
    CHECK_INT(reason.len, 0);
    CHECK(!rule_setting_parse(STR("loud"), &level, &reason));
    CHECK(!rule_setting_parse(STR("info: why"), &level, &reason));
    CHECK(!rule_setting_parse(STR(""), &level, &reason));
}

static void names_of_limits_are_known(void **state)
{
    (void)state;
    CHECK(limit_name_ok(STR("pr-max")));
    CHECK(limit_name_ok(STR("problem-min")));
    CHECK(limit_name_ok(STR("sentence-long")));
    CHECK(!limit_name_ok(STR("pr")));
    CHECK(!limit_name_ok(STR("-max")));
}

static Findings with_setting(const char *text, const char *rule, Level level,
                             const char *reason)
{
    RuleSetting *setting = ARENA_NEW(&rule_arena, RuleSetting);

    *setting = (RuleSetting){rule_find(str_from(rule)), level, str_from(reason),
                             STR(".prfaq/config"), 3};
    rule_options = (CheckOptions){.rule_settings = setting, .rule_setting_count = 1};
    Findings f = check_text(text);
    rule_options = (CheckOptions){0};
    return f;
}

static const char marked[] = "# A\n\n## Headline\n\nLantern is here!\n";

static void a_setting_gives_the_level(void **state)
{
    (void)state;
    Findings plain = check_text(marked);
    CHECK(find_rule(&plain, "headline-mark") != NULL);
    CHECK(find_rule(&plain, "headline-mark")->level != LEVEL_ERROR);
    Findings f = with_setting(marked, "headline-mark", LEVEL_ERROR, "");
    CHECK_INT(find_rule(&f, "headline-mark")->level, LEVEL_ERROR);
}

/* The profile is a cap on word lists; a setting is the level. */
static void a_setting_raises_the_findings_of_a_word_list(void **state)
{
    (void)state;
    static const char text[] = "# L\n\n## Summary\n\nA revolutionary list.\n";
    Findings plain = check_text(text);
    const Finding *found = find_rule(&plain, "hype-word");
    CHECK(found && found->level < LEVEL_ERROR);
    Findings f = with_setting(text, "hype-word", LEVEL_ERROR, "");
    CHECK_INT(find_rule(&f, "hype-word")->level, LEVEL_ERROR);
    f = with_setting(text, "hype-word", LEVEL_INFO, "");
    CHECK_INT(find_rule(&f, "hype-word")->level, LEVEL_INFO);
}

static void off_silences_with_its_reason(void **state)
{
    (void)state;
    Findings f = with_setting(marked, "headline-mark", LEVEL_OFF, "our style");
    const Finding *found = find_rule(&f, "headline-mark");

    CHECK(found && found->silenced);
    CHECK_INT(found->silencer, SILENCER_SETTING);
    CHECK_STR(found->reason, STR("our style"));
    CHECK_INT(f.silenced, 1);
    CHECK(!find_rule(&f, "suppression-invalid"));
    f = with_setting(marked, "headline-mark", LEVEL_OFF, "");
    CHECK(find_rule(&f, "headline-mark")->silenced);
    CHECK(find_rule(&f, "suppression-invalid") != NULL);
    CHECK(str_find(find_rule(&f, "suppression-invalid")->message,
                   STR("rule.headline-mark (.prfaq/config:3)"), 0) != STR_NONE);
}

static void limits_replace_those_of_the_template(void **state)
{
    (void)state;
    const Limit limits[] = {{STR("sentence-long"), 3, -1}, {STR("sentence-max"), 5, 2}};
    const char *text = "# A\n\n## Problem\n\nOne two three four five six seven.\n";

    Findings f = check_text(text);
    CHECK(!find_rule(&f, "sentence-long"));
    rule_options = (CheckOptions){.limits = limits, .limit_count = 2};
    f = check_text(text);
    CHECK(find_rule(&f, "sentence-long") != NULL);
    CHECK_INT(find_rule(&f, "sentence-long")->level, LEVEL_WARNING);
    rule_options = (CheckOptions){.limits = limits, .limit_count = 1};
    f = check_text(text);
    CHECK(find_rule(&f, "sentence-long") != NULL);
    CHECK_INT(find_rule(&f, "sentence-long")->level, LEVEL_INFO);
    rule_options = (CheckOptions){0};
}

RUN_RULE_TESTS(cmocka_unit_test(values_of_a_rule_are_read),
               cmocka_unit_test(names_of_limits_are_known),
               cmocka_unit_test(a_setting_gives_the_level),
               cmocka_unit_test(a_setting_raises_the_findings_of_a_word_list),
               cmocka_unit_test(off_silences_with_its_reason),
               cmocka_unit_test(limits_replace_those_of_the_template))
