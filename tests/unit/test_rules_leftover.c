#include "rule_case.h"

static Str example_of(const char *template, Lang lang, size_t spec)
{
    return library_template(&rule_library, str_from(template), lang)
        ->specs[spec]
        .good_example;
}

static void copied_guidance_is_reported(void **state)
{
    (void)state;
    for (int lang = LANG_EN; lang <= LANG_KO; lang++) {
        Str guidance =
            library_template(&rule_library, STR("prfaq"), (Lang)lang)->specs[3].purpose;
        Str text = arena_printf(&rule_arena, "# L\n\n## Problem\n\nMine. %.*s Mine.\n",
                                STR_ARG(guidance));
        Findings f = check_text(text.ptr);
        CHECK(find_rule(&f, "template-text-left") != NULL);
        CHECK_INT(find_rule(&f, "template-text-left")->level, LEVEL_ERROR);
    }
    Str headline = arena_printf(
        &rule_arena,
        "---\ntemplate: prfaq\nlang: en\n---\n## Headline\n<!-- prfaq-id: headline -->"
        "\n\n%.*s\n",
        STR_ARG(example_of("prfaq", LANG_EN, 0)));
    Findings f = check_text(headline.ptr);
    CHECK(find_rule(&f, "template-text-left") != NULL);
}

static void own_sentences_are_not_the_templates(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"template-text-left", NULL,
         "# L\n\n## Problem\n\nBakers call four mills each night and wait for an "
         "answer.\n"},
        {"template-text-left", NULL,
         "# L\n\n## FAQ\n\n<!-- prfaq-q: customer-who-for -->\n**Q. Who is this "
         "for?**\n\n"
         "A. Village bakers who order by phone.\n"},
        {"template-text-left", NULL,
         "# 등불\n\n## 문제\n\n빵집 주인은 밤마다 방앗간 네 곳에 전화를 걸고 "
         "기다린다.\n"},
    };
    CHECK_CASES(cases);
}

static void the_words_of_a_template_never_report_themselves_as_drafted(void **state)
{
    (void)state;
    for (size_t i = 0; i < rule_library.template_count; i++) {
        StrBuf draft = {0};
        DraftAnswers answers = {.title = STR("Lantern")};
        document_draft(&rule_library.templates[i], &rule_library.bank, &answers,
                       &draft);
        Findings f = check_text(strbuf_cstr(&draft));
        CHECK(!find_rule(&f, "template-text-left"));
        CHECK(!find_rule(&f, "placeholder-left"));
        CHECK(f.errors > 0);
        strbuf_deinit(&draft);
    }
}

static void blanks_are_reported(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"placeholder-left", "# L\n\n## Summary\n\n[City, Date] — Bakers order.\n",
         "# L\n\n## Summary\n\n[Bakers](https://example.com) order [^1] and [x].\n"},
        {"placeholder-left", "# L\n\n## Problem\n\nThe number is TBD for now.\n",
         "# L\n\n## Problem\n\nThe code `TBD` and `<name>` is quoted.\n"},
        {"placeholder-left", "# L\n\n## Problem\n\nThe baker <gym name> waits.\n",
         "# L\n\n## Problem\n\nThe baker<br>waits and <b>hopes</b>.\n"},
        {"placeholder-left", "# L\n\n## Problem\n\n<gym name>\n",
         "# L\n\n## Problem\n\n<details>\n"},
        {"placeholder-left",
         "# L\n\n## Problem\n\nSee [it](https://x.org/your-repo).\n",
         "# L\n\n## Problem\n\nSee [it](https://x.org/repo).\n"},
        {"placeholder-left", "# 등불\n\n## 문제\n\n○○상회는 000원을 낸다.\n",
         "# 등불\n\n## 문제\n\n보름상회는 1,000원을 낸다.\n"},
        {"placeholder-left", "# 등불\n\n## 문제\n\n내용은 추후 작성 예정이다.\n",
         "# 등불\n\n## 문제\n\n작성한 내용을 본다.\n"},
        {"placeholder-left", NULL,
         "# L\n\n## FAQ\n\n**Q. Can I choose [specific feature]?**\n\nA. Yes.\n"},
        {"placeholder-left", NULL, "# [Product] PR-FAQ\n\n## Problem\n\nThey wait.\n"},
    };
    CHECK_CASES(cases);
}

static void colleagues_may_leave_gaps(void **state)
{
    (void)state;
    Findings f =
        check_text("# L\n\n## External FAQ\n\n**Q. Why?**\n\nA. For [reason].\n");
    CHECK_INT(find_rule(&f, "placeholder-left")->level, LEVEL_ERROR);
    f = check_text("# L\n\n## Internal FAQ\n\n**Q. Why?**\n\nA. For [reason].\n");
    CHECK_INT(find_rule(&f, "placeholder-left")->level, LEVEL_WARNING);
}

static void one_span_is_reported_once(void **state)
{
    (void)state;
    Findings f = check_text("# L\n\n## Problem\n\nCut by XX% at $XX.\n");
    CHECK_INT(count_rule(&f, "placeholder-left"), 2);
}

RUN_RULE_TESTS(TEST(copied_guidance_is_reported),
               TEST(own_sentences_are_not_the_templates),
               TEST(the_words_of_a_template_never_report_themselves_as_drafted),
               TEST(blanks_are_reported), TEST(colleagues_may_leave_gaps),
               TEST(one_span_is_reported_once))
