#include "check/unsilence.h"

#include "rule_case.h"

#define ABOVE "# L\n\n## Problem\n\nFirst words.\n\n"
#define OK    "<!-- prfaq-ok placeholder-left: so -->"

/* The text without the silence of its last silenced finding; NULL: nothing to do. */
static const char *without(const char *text)
{
    Document doc;
    Findings findings;
    Fix fix;
    StrBuf out = {0};
    const Finding *last = NULL;

    document_read(str_from(text), &rule_library, &rule_arena, &doc);
    check_run(&doc, &rule_library, &rule_options, &rule_arena, &findings);
    for (size_t i = 0; i < findings.count; i++)
        if (findings.items[i].silenced &&
            str_eq(findings.items[i].rule->id, STR("placeholder-left")))
            last = &findings.items[i];
    CHECK(last);
    if (!silence_remove(&doc, last, &rule_arena, &fix))
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
    CHECK_STR(str_from(without(ABOVE OK "\n[TODO]\n")), STR(ABOVE "[TODO]\n"));
    CHECK_STR(str_from(without("> " OK "\r\n> [TODO]\r\n")), STR("> [TODO]\r\n"));
    CHECK_STR(str_from(without("First. " OK "\n\n[TODO]\n")),
              STR("First.\n\n[TODO]\n"));
}

static void other_rules_stay_in_it(void **state)
{
    (void)state;
    CHECK_STR(str_from(without(
                  "<!-- prfaq-ok hype-word, placeholder-left: so -->\n[TODO]\n")),
              STR("<!-- prfaq-ok hype-word: so -->\n[TODO]\n"));
}

static void only_the_comment_that_silences_it_is_touched(void **state)
{
    (void)state;
    CHECK_STR(str_from(without(OK "\n[TODO]\n\n" OK "\n[TODO]\n")),
              STR(OK "\n[TODO]\n\n[TODO]\n"));
    CHECK(!without("<!-- prfaq-off placeholder-left: so -->\n[TODO]\n"));
    /* One further up is about other words. */
    CHECK(
        !without(OK "\n[TBD]\n\n<!-- prfaq-off placeholder-left: so -->\n\n[TODO]\n"));
}

RUN_RULE_TESTS(TEST(the_comment_goes_with_its_line), TEST(other_rules_stay_in_it),
               TEST(only_the_comment_that_silences_it_is_touched))
