#include "check.h"
#include "doc/label_site.h"

static bool site(const char *md, LabelSite *out)
{
    Str bytes = str_from(md);
    Range line = {0, bytes.len};
    BlockText text = {&line, 1};

    return label_site(bytes, &text, out);
}

static void check_site(const char *md, const char *words, const char *label, bool whole)
{
    LabelSite out;
    Str bytes = str_from(md);

    CHECK(site(md, &out));
    CHECK_STR(str_range(bytes, out.words), str_from(words));
    CHECK_STR(str_range(bytes, out.label), str_from(label));
    CHECK_INT(out.whole, whole);
}

static void labels_stand_in_bold_brackets_or_before_a_colon(void **state)
{
    (void)state;
    check_site("**Problem**", "Problem", "**Problem**", true);
    check_site("**Problem:** text", "Problem:", "**Problem:** ", false);
    check_site("**Problem**: text", "Problem", "**Problem**: ", false);
    check_site("__문제__： 글", "문제", "__문제__： ", false);
    check_site("Problem: text", "Problem", "Problem: ", false);
    check_site("Problem:", "Problem", "Problem:", true);
    check_site("[背景] 本文", "背景", "[背景] ", false);
    check_site("【課題】本文", "課題", "【課題】", false);
}

static void text_is_no_label(void **state)
{
    (void)state;
    LabelSite out;

    CHECK(!site("**Bold** words", &out));
    CHECK(!site("at 12:30", &out));
    CHECK(!site("[a](b)", &out));
    CHECK(!site("[open", &out));
    CHECK(!site("words", &out));
    CHECK(!site("", &out));
}

static void titles_of_a_template_are_found_in_both_languages(void **state)
{
    (void)state;
    PartSpec spec = {.id = STR("problem"), .title = STR("Problem")};
    Template t = {.specs = &spec, .spec_count = 1};

    spec.titles[LANG_EN] = STR("Problem");
    spec.titles[LANG_KO] = STR("문제");
    CHECK(label_spec(&t, STR(" problem ")) == &spec);
    CHECK(label_spec(&t, STR("문제")) == &spec);
    CHECK(label_spec(&t, STR("")) == NULL);
    CHECK(label_spec(NULL, STR("Problem")) == NULL);
}

static void a_label_names_the_part_of_its_kind(void **state)
{
    (void)state;
    Part part = {.kind = PART_PROBLEM, .id = STR("pain")};
    Label label = {.role = LABEL_PART, .kind = PART_PROBLEM};
    PartSpec spec = {.id = STR("pain")};

    CHECK(label_names(NULL, &label, &part));
    CHECK(label_names(&spec, NULL, &part));
    CHECK(!label_names(NULL, NULL, &part));
    CHECK(!label_names(&spec, &label, NULL));
    label.kind = PART_SOLUTION;
    CHECK(!label_names(NULL, &label, &part));
}

RUN_TESTS(TEST(labels_stand_in_bold_brackets_or_before_a_colon), TEST(text_is_no_label),
          TEST(titles_of_a_template_are_found_in_both_languages),
          TEST(a_label_names_the_part_of_its_kind))
