#include "check/rule.h"

#include <string.h>

#include "base/resource.h"
#include "check.h"

static void every_bound_rule_has_its_row(void **state)
{
    (void)state;
    CHECK(rule_count() >= 42);
    for (size_t i = 0; i < rule_count(); i++) {
        const Rule *rule = rule_at(i);
        CHECK(rule->id.len == strlen(rule_id(rule)));
        CHECK(rule->message[LANG_EN].len > 0 && rule->message[LANG_KO].len > 0);
        CHECK(rule->definition.len > 0 && rule->group.len > 0 && rule->parts.len > 0);
        CHECK(rule->run || str_eq(rule->id, STR("not-utf8")) ||
              str_eq(rule->id, STR("suppression-invalid")));
        CHECK(rule_find(rule->id) == rule);
    }
    CHECK(rule_find(STR("no-such-rule")) == NULL);
}

static void rules_keep_the_order_of_the_file(void **state)
{
    (void)state;
    Str tsv;
    size_t before = 0;
    CHECK(resource_find(STR("rules.tsv"), &tsv));
    for (size_t i = 0; i < rule_count(); i++) {
        StrBuf line = {0};
        strbuf_addf(&line, "\n%s\t", rule_id(rule_at(i)));
        size_t at = str_find(tsv, strbuf_view(&line), 0);
        CHECK(at != STR_NONE && at > before);
        before = at;
        strbuf_deinit(&line);
    }
}

static void every_rule_has_a_page_in_both_languages(void **state)
{
    (void)state;
    for (size_t i = 0; i < rule_count(); i++) {
        const Rule *rule = rule_at(i);
        for (int lang = LANG_EN; lang <= LANG_KO; lang++) {
            CHECK(rule_text(rule)->title[lang].len > 0 &&
                  rule_text(rule)->title[lang].len < 90);
            CHECK(rule_text(rule)->why[lang].len > 0);
            CHECK((rule_text(rule)->bad[lang].len > 0) ==
                  (rule_text(rule)->good[lang].len > 0));
            CHECK(str_find(rule_text(rule)->bad[lang], STR("\\n"), 0) == STR_NONE);
        }
    }
}

static void only_rules_with_a_fix_are_fixed_without_asking(void **state)
{
    (void)state;
    CHECK(rule_text(rule_find(STR("headline-mark")))->fix_safe);
    CHECK(!rule_text(rule_find(STR("section-missing")))->fix_safe);
    for (size_t i = 0; i < rule_count(); i++)
        CHECK(!rule_text(rule_at(i))->fix_safe ||
              !str_eq(rule_at(i)->fix, STR("none")));
}

RUN_TESTS(TEST(every_bound_rule_has_its_row), TEST(rules_keep_the_order_of_the_file),
          TEST(every_rule_has_a_page_in_both_languages),
          TEST(only_rules_with_a_fix_are_fixed_without_asking))
