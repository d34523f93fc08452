#include "check.h"

#include "doc/library.h"

static void check_draft(const char *id, Lang lang, const DraftAnswers *answers,
                        const char *expected)
{
    Library lib;
    StrBuf out = {0};

    library_init(&lib);
    document_draft(library_template(&lib, str_from(id), lang), &lib.bank, answers,
                   &out);
    CHECK(str_starts(strbuf_view(&out), str_from(expected)));
    strbuf_deinit(&out);
    library_deinit(&lib);
}

static void only_what_was_answered_is_written(void **state)
{
    DraftAnswers answers = {.title = STR("Lantern"), .owner = STR("Mina Park")};

    (void)state;
    check_draft("prfaq", LANG_EN, &answers,
                "---\ntemplate: prfaq\ntemplate-version: 1\nlang: en\n"
                "title: Lantern\nstage: draft\nowner: Mina Park\n---\n"
                "\n# Lantern\n"
                "\n## Headline\n<!-- prfaq-id: headline -->\n\n\n"
                "\n## Subheading\n<!-- prfaq-id: subheading -->\n\n\n"
                "\n## Summary\n");
}

static void tags_of_the_template_stand_in(void **state)
{
    DraftAnswers answers = {.title = STR("도구")};

    (void)state;
    check_draft("internal-tool", LANG_KO, &answers,
                "---\ntemplate: internal-tool\ntemplate-version: 1\nlang: ko\n"
                "title: 도구\nstage: draft\ntags: tool\n---\n");
}

static void check_title(const char *title, const char *expected)
{
    DraftAnswers answers = {.title = str_from(title)};
    Library lib;
    StrBuf out = {0};

    library_init(&lib);
    document_draft(library_template(&lib, STR("feature"), LANG_EN), &lib.bank, &answers,
                   &out);
    Str text = strbuf_view(&out);
    size_t at = str_find(text, STR("title: "), 0) + 7;
    CHECK_STR(str_slice(text, at, str_find_byte(text, '\n', at)), str_from(expected));
    strbuf_deinit(&out);
    library_deinit(&lib);
}

static void a_title_is_quoted_where_yaml_asks_for_it(void **state)
{
    (void)state;
    check_title("Flour by text", "Flour by text");
    check_title("3 steps to flour", "3 steps to flour");
    check_title("A:B#C", "A:B#C");
    check_title("Lantern: flour by text", "\"Lantern: flour by text\"");
    check_title("Flour #1", "\"Flour #1\"");
    check_title("\"Lantern\"", "\"\\\"Lantern\\\"\"");
    check_title("- x", "\"- x\"");
    check_title("ends:", "\"ends:\"");
    check_title("Yes", "\"Yes\"");
    check_title("2027-03-02", "\"2027-03-02\"");
    check_title("1.5", "\"1.5\"");
    check_title("a\tb", "\"a\\U00000009b\"");
    check_title("\\", "\\");
}

static void only_required_sections_are_drafted(void **state)
{
    DraftAnswers answers = {.title = STR("x")};
    Library lib;
    StrBuf out = {0};

    (void)state;
    library_init(&lib);
    const Template *t = library_template(&lib, STR("prfaq"), LANG_KO);
    document_draft(t, &lib.bank, &answers, &out);
    for (size_t i = 0; i < t->spec_count; i++) {
        StrBuf mark = {0};
        strbuf_addf(&mark, "## %.*s\n<!-- prfaq-id: %.*s -->\n",
                    STR_ARG(t->specs[i].title), STR_ARG(t->specs[i].id));
        bool there = str_find(strbuf_view(&out), strbuf_view(&mark), 0) != STR_NONE;
        CHECK(there == t->specs[i].required);
        CHECK(str_find(strbuf_view(&out), t->specs[i].purpose, 0) == STR_NONE);
        strbuf_deinit(&mark);
    }
    strbuf_deinit(&out);
    library_deinit(&lib);
}

static void starters_come_with_their_ids_and_an_empty_answer(void **state)
{
    DraftAnswers answers = {.title = STR("x")};
    Library lib;
    StrBuf out = {0};

    (void)state;
    library_init(&lib);
    document_draft(library_template(&lib, STR("prfaq"), LANG_EN), &lib.bank, &answers,
                   &out);
    CHECK(str_find(strbuf_view(&out),
                   STR("## Internal FAQ\n<!-- prfaq-id: internal-faq -->\n\n"
                       "<!-- prfaq-q: risk-raised-and-solved -->\n"
                       "**Q. What problem could customers raise, and how do we solve "
                       "it?**\n\nA.\n\n"
                       "<!-- prfaq-q: decision-needed-today -->\n**Q. "),
                   0) != STR_NONE);
    CHECK(str_ends(strbuf_view(&out), STR("**\n\nA.\n")));
    strbuf_deinit(&out);
    library_deinit(&lib);
}

static void a_starter_with_a_kind_tag_needs_it(void **state)
{
    (void)state;
    CHECK(starter_applies(&(BankQuestion){.tags = STR("core,must")}, STR("")));
    CHECK(!starter_applies(&(BankQuestion){.tags = STR("core,ai")}, STR("")));
    CHECK(!starter_applies(&(BankQuestion){.tags = STR("core,ai")}, STR("hardware")));
    CHECK(
        starter_applies(&(BankQuestion){.tags = STR("oss,npo")}, STR("hardware, npo")));
}

RUN_TESTS(TEST(only_what_was_answered_is_written), TEST(tags_of_the_template_stand_in),
          TEST(a_title_is_quoted_where_yaml_asks_for_it),
          TEST(only_required_sections_are_drafted),
          TEST(starters_come_with_their_ids_and_an_empty_answer),
          TEST(a_starter_with_a_kind_tag_needs_it))
