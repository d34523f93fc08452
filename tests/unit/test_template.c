#include "check.h"

#include "base/resource.h"
#include "doc/template.h"

/* A template of one section of each of two kinds; tests change it. */
static const char whole[] = "---\n"
                            "template: tiny\n"
                            "lang: en\n"
                            "version: 3\n"
                            "name: Tiny\n"
                            "name.ko: 아주 작은\n"
                            "page-limit: 1\n"
                            "pr-min: 10\n"
                            "pr-max: 100\n"
                            "faq-max: 200\n"
                            "doc-max: 300\n"
                            "unit: words\n"
                            "tags: tool, ai\n"
                            "must: customer-who-for, risk-stop-when\n"
                            "note: All of it is invented.\n"
                            "---\n"
                            "\n"
                            "# Tiny\n"
                            "\n"
                            "First paragraph.\n"
                            "\n"
                            "Second one.\n"
                            "\n"
                            "## Problem\n"
                            "\n"
                            "- id: problem\n"
                            "- role: problem\n"
                            "- ko: 문제\n"
                            "- en: Problem\n"
                            "- part: pr\n"
                            "- required: yes\n"
                            "- min: 5\n"
                            "- max: 50\n"
                            "- sentences: 1-3\n"
                            "- style: prose\n"
                            "\n"
                            "### Purpose\n"
                            "\n"
                            "Say what hurts.\n"
                            "\n"
                            "### Questions\n"
                            "\n"
                            "1. Who?\n"
                            "2. When?\n"
                            "\n"
                            "### Bad example\n"
                            "\n"
                            "> Nobody has it.\n"
                            "\n"
                            "Why: It is empty.\n"
                            "\n"
                            "### Good example\n"
                            "\n"
                            "> One line.\n"
                            ">\n"
                            "> Another.\n"
                            "\n"
                            "### Common mistakes\n"
                            "\n"
                            "- Boasting.\n"
                            "- Waiting.\n"
                            "\n"
                            "## Questions\n"
                            "\n"
                            "- id: external-faq\n"
                            "- role: external-faq\n"
                            "- ko: 물음\n"
                            "- en: Questions\n"
                            "- part: faq-external\n"
                            "- required: no\n"
                            "- min-questions: 1\n"
                            "- max-questions: 4\n"
                            "- answer-max: 60\n"
                            "- style: qa\n"
                            "- starters: customer-who-for, economics-price\n"
                            "\n"
                            "### Purpose\n"
                            "\n"
                            "Answer.\n"
                            "\n"
                            "### Questions\n"
                            "\n"
                            "1. Who?\n"
                            "2. When?\n"
                            "\n"
                            "### Bad example\n"
                            "\n"
                            "> **Q. Why?**\n"
                            ">\n"
                            "> A. Because.\n"
                            "\n"
                            "Why: No answer.\n"
                            "\n"
                            "### Good example\n"
                            "\n"
                            "> **Q. Why?**\n"
                            ">\n"
                            "> A. It is cheaper.\n"
                            "\n"
                            "### Common mistakes\n"
                            "\n"
                            "- Silence.\n";

typedef struct Parsed {
    Arena arena;
    QuestionBank bank;
    Template t;
    Error err;
    bool ok;
} Parsed;

static Parsed parse(Str md)
{
    Parsed p = {0};
    Str tsv = {0};

    CHECK(resource_find(STR("questions.tsv"), &tsv));
    CHECK(questions_parse(tsv, &p.arena, &p.bank, NULL));
    p.ok = template_parse(md, STR("t.md"), &p.bank, &p.arena, &p.t, &p.err);
    return p;
}

/* `whole` with the first `old` replaced must be refused with `message`. */
static void check_refused(const char *old, const char *new, const char *message)
{
    StrBuf md = {0};
    size_t at = str_find(str_from(whole), str_from(old), 0);

    CHECK(at != STR_NONE);
    strbuf_addz(&md, whole);
    strbuf_splice(&md, (Range){at, at + str_from(old).len}, str_from(new));
    Parsed p = parse(strbuf_view(&md));
    CHECK(!p.ok);
    CHECK_INT(p.err.code, ERR_INVALID);
    CHECK_STRZ(p.err.message, message);
    CHECK_INT(p.t.spec_count, 0);
    arena_deinit(&p.arena);
    strbuf_deinit(&md);
}

static void front_matter_says_the_limits(void **state)
{
    Parsed p = parse(str_from(whole));

    (void)state;
    CHECK(p.ok);
    CHECK_STR(p.t.id, STR("tiny"));
    CHECK_INT(p.t.lang, LANG_EN);
    CHECK_INT(p.t.version, 3);
    CHECK_STR(p.t.names[LANG_KO], STR("아주 작은"));
    CHECK_INT(p.t.pr_min, 10);
    CHECK_INT(p.t.doc_max, 300);
    CHECK_INT(p.t.unit, UNIT_WORDS);
    CHECK_STR(p.t.tags, STR("tool, ai"));
    CHECK_INT(p.t.must.count, 2);
    CHECK_STR(p.t.must.items[1], STR("risk-stop-when"));
    CHECK_STR(p.t.title, STR("Tiny"));
    CHECK_STR(p.t.intro, STR("First paragraph.\n\nSecond one."));
    arena_deinit(&p.arena);
}

static void a_section_has_attributes_and_guidance(void **state)
{
    Parsed p = parse(str_from(whole));

    (void)state;
    CHECK_INT(p.t.spec_count, 2);
    const PartSpec *problem = template_spec(&p.t, STR("problem"));
    CHECK(problem);
    CHECK_STR(problem->title, STR("Problem"));
    CHECK_STR(problem->titles[LANG_KO], STR("문제"));
    CHECK(problem->required);
    CHECK_INT(problem->kind, PART_PROBLEM);
    CHECK_INT(problem->region, REGION_PR);
    CHECK_INT(problem->style, PART_STYLE_PROSE);
    CHECK_INT(problem->min, 5);
    CHECK_INT(problem->max, 50);
    CHECK_INT(problem->sentences_min, 1);
    CHECK_INT(problem->sentences_max, 3);
    CHECK_INT(problem->line, 24);
    CHECK_STR(problem->purpose, STR("Say what hurts."));
    CHECK_INT(problem->questions.count, 2);
    CHECK_STR(problem->questions.items[1], STR("When?"));
    CHECK_STR(problem->bad_example, STR("Nobody has it."));
    CHECK_STR(problem->bad_reason, STR("It is empty."));
    CHECK_STR(problem->good_example, STR("One line.\n\nAnother."));
    CHECK_STR(problem->mistakes.items[0], STR("Boasting."));
    const PartSpec *faq = &p.t.specs[1];
    CHECK(!faq->required);
    CHECK_INT(faq->max_questions, 4);
    CHECK_STR(faq->starters.items[1], STR("economics-price"));
    CHECK(!template_spec(&p.t, STR("solution")));
    arena_deinit(&p.arena);
}

static void front_matter_that_is_wrong_is_refused_with_its_line(void **state)
{
    (void)state;
    check_refused("---\n", "",
                  "t.md:1: the file does not begin with front matter (\"---\")");
    check_refused("---\n\n#", "\n#", "t.md:16: this line is not \"key: value\"");
    check_refused("version: 3", "version: three",
                  "t.md:4: \"three\" is no value for \"version\"");
    check_refused("version: 3", "versoin: 3", "t.md:4: the key \"versoin\" is unknown");
    check_refused("version: 3", "lang: en", "t.md:4: the key \"lang\" is repeated");
    check_refused("version: 3", "version:", "t.md:4: the key \"version\" is empty");
    check_refused("version: 3\n", "", "t.md:15: the key \"version\" is missing");
    check_refused("lang: en", "lang: ja", "t.md:3: \"ja\" is no value for \"lang\"");
    check_refused("unit: words", "unit: pages",
                  "t.md:12: \"pages\" is no value for \"unit\"");
    check_refused("tool, ai", "tool, magic",
                  "t.md:13: \"tool, magic\" is no value for \"tags\"");
    check_refused("pr-min: 10\n", "", "t.md:15: the key \"pr-min\" is missing");
    check_refused("pr-min: 10", "pr-min: 101",
                  "t.md:16: the minimum of \"pr\" is above its maximum");
    check_refused("risk-stop-when", "risk-none",
                  "t.md:14: \"risk-none\" is not in the question bank");
    check_refused("risk-stop-when", "five-customer",
                  "t.md:16: \"five-customer\" is no question of an FAQ");
}

static void a_missing_title_or_introduction_is_refused(void **state)
{
    (void)state;
    check_refused("# Tiny\n", "", "t.md:19: the title (\"# …\") is missing");
    check_refused("First paragraph.\n\nSecond one.\n", "",
                  "t.md:21: the introduction is missing");
    check_refused("First paragraph.", "### Purpose",
                  "t.md:20: the introduction is missing");
}

static void attributes_that_are_wrong_are_refused_with_their_line(void **state)
{
    (void)state;
    check_refused("- role: problem", "- role: villain",
                  "t.md:27: \"villain\" is no value for \"role\"");
    check_refused("- part: pr", "- part: poem",
                  "t.md:30: \"poem\" is no value for \"part\"");
    check_refused("- style: prose", "- style: verse",
                  "t.md:35: \"verse\" is no value for \"style\"");
    check_refused("- required: yes", "- required: maybe",
                  "t.md:31: \"maybe\" is no value for \"required\"");
    check_refused("- required: yes", "required",
                  "t.md:31: this line is not \"- key: value\"");
    check_refused("- max: 50", "- max: 4",
                  "t.md:24: the minimum of \"length\" is above its maximum");
    check_refused("- max: 50\n", "", "t.md:24: the key \"max\" is missing");
    check_refused("- answer-max: 60\n", "",
                  "t.md:63: the key \"answer-max\" is missing");
    check_refused("sentences: 1-3", "sentences: 3-1",
                  "t.md:24: the minimum of \"sentences\" is above its maximum");
    check_refused("- id: external-faq", "- id: problem",
                  "t.md:63: the section id \"problem\" is repeated");
    check_refused("- id: external-faq", "- id: Faq",
                  "t.md:65: \"Faq\" is no value for \"id\"");
    check_refused(", economics-price", ", risk-stop-when",
                  "t.md:63: the starter \"risk-stop-when\" does not fit the part "
                  "\"faq-external\"");
    check_refused("## Problem", "## Trouble",
                  "t.md:24: the heading is not the value of \"en\"");
}

static void guidance_that_is_wrong_is_refused_with_its_line(void **state)
{
    (void)state;
    check_refused("### Purpose\n\nSay what hurts.\n", "",
                  "t.md:38: \"Questions\" stands where \"Purpose\" belongs");
    check_refused("### Purpose", "### Porpoise",
                  "t.md:37: the sub-heading \"Porpoise\" is unknown");
    check_refused("\nSay what hurts.\n", "", "t.md:37: \"Purpose\" is empty");
    check_refused("2. When?\n", "", "t.md:41: a section has 2 to 4 guiding questions");
    check_refused("2. When?", "2. When?\n3. A?\n4. B?\n5. C?",
                  "t.md:41: a section has 2 to 4 guiding questions");
    check_refused("2. When?", "When?",
                  "t.md:44: this line is no entry of \"Questions\"");
    check_refused("Why: It is empty.", "It is empty.",
                  "t.md:50: the bad example has no reason (\"Why: …\")");
    check_refused("> Nobody has it.\n", "",
                  "t.md:49: \"Bad example\" does not begin with a quotation (\">\")");
    check_refused("### Common mistakes\n\n- Boasting.\n- Waiting.\n", "",
                  "t.md:24: the sub-heading \"Common mistakes\" is missing");
    check_refused("- Boasting.\n- Waiting.\n", "",
                  "t.md:58: \"Common mistakes\" is empty");
    check_refused("### Common mistakes\n\n- Boasting.",
                  "Stray.\n\n### Common mistakes\n",
                  "t.md:58: this line belongs to no sub-heading");
}

static void bytes_that_are_no_clean_text_are_refused(void **state)
{
    (void)state;
    check_refused("Say what hurts.", "Say \xff.", "t.md:39: this line is not UTF-8");
    check_refused("Say what hurts.", "Cafe\xCC\x81.",
                  "t.md:39: this line is not in Unicode form NFC");
    check_refused(whole, "",
                  "t.md:1: the file does not begin with front matter (\"---\")");
}

static void every_prefix_is_read_or_refused(void **state)
{
    (void)state;
    for (size_t len = 0; len + 1 < sizeof whole - 1; len += 7) {
        Parsed p = parse(str_slice(str_from(whole), 0, len));
        CHECK(p.ok || p.err.code == ERR_INVALID);
        arena_deinit(&p.arena);
    }
}

RUN_TESTS(TEST(front_matter_says_the_limits),
          TEST(a_section_has_attributes_and_guidance),
          TEST(front_matter_that_is_wrong_is_refused_with_its_line),
          TEST(a_missing_title_or_introduction_is_refused),
          TEST(attributes_that_are_wrong_are_refused_with_their_line),
          TEST(guidance_that_is_wrong_is_refused_with_its_line),
          TEST(bytes_that_are_no_clean_text_are_refused),
          TEST(every_prefix_is_read_or_refused))
