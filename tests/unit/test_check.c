#include "check/check.h"

#include "rule_case.h"

static const char *const messy = "# L\n\n## Problem\n\nThe number is TBD.\n\n## "
                                 "Price\n\nOne.\n\n## Price\n\nTwo.\n\n"
                                 "## FAQ\n\n**Q. Who pays**\n\nA.\n";

static void findings_are_sorted_by_level_then_place(void **state)
{
    (void)state;
    Findings f = check_text(messy);
    CHECK(f.count > 5);
    CHECK_INT(f.errors + f.warnings + f.infos + f.silenced, f.count);
    CHECK(!findings_ready(&f));
    for (size_t i = 1; i < f.count; i++) {
        const Finding *before = &f.items[i - 1], *item = &f.items[i];
        CHECK(before->level >= item->level);
        if (before->level == item->level)
            CHECK(before->range.start <= item->range.start);
    }
}

static void the_same_document_gives_the_same_findings(void **state)
{
    (void)state;
    Findings a = check_text(messy), b = check_text(messy);
    CHECK_INT(a.count, b.count);
    for (size_t i = 0; i < a.count; i++)
        CHECK_STR(a.items[i].message, b.items[i].message);
}

static void messages_speak_the_language_of_the_document(void **state)
{
    (void)state;
    Findings f = check_text("# 등불\n\n## 문제\n\n[도시, 날짜]에서 기다린다.\n");
    CHECK_STR(find_rule(&f, "placeholder-left")->message,
              STR("채우지 않은 자리: “[도시, 날짜]”"));
    rule_options.lang = LANG_KO;
    f = check_text("---\nlang: de\n---\n# L\n\n## Problem\n\n[Stadt, Datum] wartet.\n");
    CHECK(str_starts(find_rule(&f, "placeholder-left")->message, STR("채우지")));
    f = check_text("# L\n\n## Problem\n\n[City, Date] waits.\n");
    CHECK(str_starts(find_rule(&f, "placeholder-left")->message, STR("Unfilled")));
    rule_options.lang = LANG_EN;
}

static void profiles_change_levels(void **state)
{
    (void)state;
    rule_options.profile = PROFILE_WORKSHOP;
    Findings f = check_text(messy);
    CHECK_INT(f.errors, 0);
    CHECK(findings_ready(&f));
    rule_options.profile = PROFILE_DEFAULT;
}

static void empty_and_strange_documents_are_read(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",   "\n", "\xEF\xBB\xBF", "---\n", "#",
        "- ", "> ", "```",          "![",    "<!-- prfaq-id: x -->"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        check_text(texts[i]);
}

static void unreadable_bytes_have_one_finding(void **state)
{
    (void)state;
    Findings f;
    Error why = {0};
    size_t offset = 0;
    CHECK(!document_bytes_ok(STR("a\nb\n\xFF z"), &offset, &why));
    check_unreadable(offset, &why, &rule_options, &rule_arena, &f);
    CHECK_INT(f.count, 1);
    CHECK_INT(f.errors, 1);
    CHECK_STR(f.items[0].message, STR("The file cannot be checked: line 3 is not "
                                      "UTF-8 text; it is kept as it is"));
    CHECK(str_starts(f.items[0].advice, STR("The writing screen shows")));
    CHECK_INT(f.items[0].range.start, 4);
    CHECK_INT(f.items[0].range.end, 4);
    CHECK(!document_bytes_ok(STR("a\nb\0"), &offset, &why));
    check_unreadable(offset, &why, &rule_options, &rule_arena, &f);
    CHECK_STR(f.items[0].message, STR("The file cannot be checked: line 2 holds a "
                                      "NUL byte; it is kept as it is"));
}

RUN_RULE_TESTS(TEST(findings_are_sorted_by_level_then_place),
               TEST(the_same_document_gives_the_same_findings),
               TEST(messages_speak_the_language_of_the_document),
               TEST(profiles_change_levels), TEST(empty_and_strange_documents_are_read),
               TEST(unreadable_bytes_have_one_finding))
