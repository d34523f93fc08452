#include "check/unsilence.h"

#include "rule_case.h"

#define ABOVE "# L\n\n## Problem\n\nFirst words.\n\n"

/* The text without the silence of hedge-word at the last word; NULL: nothing to do. */
static const char *without(const char *text)
{
    Document doc;
    Fix fix;
    StrBuf out = {0};
    size_t len = strlen(text);
    Finding finding = {.rule = rule_find(STR("hedge-word")),
                       .range = {len - 3, len - 1},
                       .silenced = true};

    document_read(str_from(text), &rule_library, &rule_arena, &doc);
    if (!silence_remove(&doc, &finding, &rule_arena, &fix))
        return NULL;
    strbuf_add(&out, str_from(text));
    strbuf_splice(&out, fix.range, fix.text);
    Str copy = arena_str(&rule_arena, strbuf_view(&out));
    strbuf_deinit(&out);
    return copy.ptr;
}

static void the_comment_goes_with_its_line(void **state)
{
    (void)state;
    CHECK_STR(str_from(without(ABOVE "<!-- prfaq-ok hedge-word: so -->\nMaybe.\n")),
              STR(ABOVE "Maybe.\n"));
    CHECK_STR(str_from(without("> <!-- prfaq-ok hedge-word: so -->\r\n> Maybe.\r\n")),
              STR("> Maybe.\r\n"));
    CHECK_STR(str_from(without("First. <!-- prfaq-ok hedge-word: so -->\n\nMaybe.\n")),
              STR("First.\n\nMaybe.\n"));
}

static void other_rules_stay_in_it(void **state)
{
    (void)state;
    CHECK_STR(
        str_from(without("<!-- prfaq-ok hype-word, hedge-word: so -->\nMaybe.\n")),
        STR("<!-- prfaq-ok hype-word: so -->\nMaybe.\n"));
}

static void only_a_comment_that_names_the_rule_is_touched(void **state)
{
    (void)state;
    CHECK_STR(str_from(without("<!-- prfaq-ok hedge-word: a -->\nMaybe.\n\n"
                               "<!-- prfaq-ok hype-word: b -->\nMaybe.\n")),
              STR("Maybe.\n\n<!-- prfaq-ok hype-word: b -->\nMaybe.\n"));
    CHECK(!without("<!-- prfaq-off hedge-word: so -->\nMaybe.\n"));
    CHECK(!without("<!-- prfaq-ok hedge-word\nMaybe.\n"));
}

RUN_RULE_TESTS(TEST(the_comment_goes_with_its_line), TEST(other_rules_stay_in_it),
               TEST(only_a_comment_that_names_the_rule_is_touched))
