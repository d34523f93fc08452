#include "rule_case.h"

static void bytes_that_do_harm_are_reported(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"not-nfc", "# L\n\nCafe\xCC\x81.\n", "# L\n\nCaf\xC3\xA9.\n"},
        {"not-nfc", "# \xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB\n", "# 한\n"},
        {"conflict-marker", "# L\n\n<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n",
         "Lantern\n=======\n\n<<<<<<< is seven\n"},
        {"conflict-marker", NULL, "# L\n\n<<<<<<<< ours\na\n>>>>>>>> theirs\n"},
        {"front-matter-invalid", "---\ntitle: x\n\nno end\n",
         "---\ntitle: x\n---\n# L\n"},
        {"front-matter-invalid", "---\ntitle: [x\n---\n# L\n",
         "---\n\nA rule.\n\n---\n"},
    };
    CHECK_CASES(cases);
}

static void the_fix_composes_whole_lines(void **state)
{
    (void)state;
    const char *text = "# L\n\nOne e\xCC\x81.\n\nTwo.\n\nThree o\xCC\x88.\nFour.\n";
    Findings f = check_text(text);
    const Finding *nfc = find_rule(&f, "not-nfc");
    CHECK_STR(str_range(str_from(text), nfc->range), STR("One e\xCC\x81."));
    CHECK_STR(nfc->fix.text, STR("One \xC3\xA9.\n\nTwo.\n\nThree \xC3\xB6."));
}

static void front_matter_says_the_way_out(void **state)
{
    (void)state;
    Findings f = check_text("---\ntitle: x\n\nno end\n");
    CHECK_STR(find_rule(&f, "front-matter-invalid")->advice,
              STR("Put a line --- under its last \"key: value\""));
}

RUN_RULE_TESTS(TEST(bytes_that_do_harm_are_reported),
               TEST(front_matter_says_the_way_out), TEST(the_fix_composes_whole_lines))
