#include "check/rule.h"

#include <string.h>

#include "base/resource.h"
#include "check.h"

static void every_bound_rule_has_its_row(void **state)
{
    (void)state;
    CHECK_INT(rule_count(), 42);
    for (size_t i = 0; i < rule_count(); i++) {
        const Rule *rule = rule_at(i);
        CHECK(rule->id.len == strlen(rule_id(rule)));
        CHECK(rule->message[LANG_EN].len > 0 && rule->message[LANG_KO].len > 0);
        CHECK(rule->definition.len > 0 && rule->group.len > 0 && rule->parts.len > 0);
        CHECK(rule->run || str_eq(rule->id, STR("not-utf8")));
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

static void groups_are_complete(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        size_t count;
    } groups[] = {{"structure", 16}, {"length", 9}, {"faq", 13}, {"encoding", 4}};
    for (size_t g = 0; g < 4; g++) {
        size_t count = 0;
        for (size_t i = 0; i < rule_count(); i++)
            count += str_eq(rule_at(i)->group, str_from(groups[g].name));
        CHECK_INT(count, groups[g].count);
    }
}

RUN_TESTS(TEST(every_bound_rule_has_its_row), TEST(rules_keep_the_order_of_the_file),
          TEST(groups_are_complete))
