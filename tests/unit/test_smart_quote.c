#include "ui/smart_quote.h"

#include "check.h"

static void at_end(const char *line, char typed, Lang lang, const char *expected)
{
    Str text = str_from(line);
    CHECK_STR(smart_quote(text, text.len, typed, lang), str_from(expected));
}

static void marks_are_those_of_the_language(void **state)
{
    (void)state;
    at_end("", '"', LANG_EN, "“");
    at_end("“Yes", '"', LANG_EN, "”");
    at_end("it", '\'', LANG_EN, "’");
    at_end("그는 ", '"', LANG_KO, "“");
    at_end("Er sagt ", '"', LANG_DE, "„");
    at_end("„Ja", '"', LANG_DE, "“");
    at_end("", '"', LANG_JA, "「");
}

static void code_and_addresses_stay_straight(void **state)
{
    (void)state;
    at_end("`a", '"', LANG_EN, "");
    at_end("see https://x.example/?q=", '"', LANG_EN, "");
    at_end("<a href=", '"', LANG_EN, "");
    at_end("<!-- note ", '"', LANG_EN, "");
    at_end("`a` ", '"', LANG_EN, "“");
    at_end("2 < 3 ", '"', LANG_EN, "“");
}

RUN_TESTS(TEST(marks_are_those_of_the_language), TEST(code_and_addresses_stay_straight))
