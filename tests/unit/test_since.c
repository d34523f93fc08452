#include "check.h"
#include "check/rule.h"
#include "check/since.h"

static Library library;
static Arena arena;

/* The unfilled places of a text; what else there is to say about it is left out. */
static Findings check_text(const char *text, Document *doc)
{
    CheckOptions options = {0};
    Findings all, places = {0};

    document_read(str_from(text), &library, &arena, doc);
    check_run(doc, &library, &options, &arena, &all);
    Finding *items = arena_array(&arena, all.count, sizeof *items);
    for (size_t i = 0; i < all.count; i++)
        if (all.items[i].rule == rule_find(STR("placeholder-left")))
            items[places.count++] = all.items[i];
    places.items = items;
    return places;
}

/* "rule;rule;-2": what is new in the second text, and how many are gone. */
static void check_since(const char *old_text, const char *now_text,
                        const char *expected)
{
    Document old_doc, now_doc;
    Findings old = check_text(old_text, &old_doc), now = check_text(now_text, &now_doc);
    Findings out;
    int gone = 0;
    StrBuf said = {0};

    findings_since(&now_doc, &now, &old_doc, &old, &arena, &out, &gone);
    CHECK_INT(out.count, (size_t)out.errors + (size_t)out.warnings + (size_t)out.infos +
                             (size_t)out.silenced);
    for (size_t i = 0; i < out.count; i++)
        strbuf_addf(&said, "%s;", rule_id(out.items[i].rule));
    strbuf_addf(&said, "-%d", gone);
    CHECK_STRZ(strbuf_cstr(&said), expected);
    strbuf_deinit(&said);
}

#define DOC                                                                            \
    "# Flour\n\n## Problem\n\nBakers wait forty minutes each day for the mill.\n\n"

static int start(void **state)
{
    (void)state;
    library_init(&library);
    return 0;
}

static int stop(void **state)
{
    (void)state;
    library_deinit(&library);
    arena_deinit(&arena);
    return 0;
}

static void the_same_text_brings_nothing(void **state)
{
    (void)state;
    check_since(DOC "They call [NAME] first.\n", DOC "They call [NAME] first.\n", "-0");
}

static void a_finding_that_moved_is_not_new(void **state)
{
    (void)state;
    check_since(DOC "They call [NAME] first.\n",
                DOC
                "More words stand here today.\n\nThey  call [NAME]\nfirst. And more.\n",
                "-0");
}

static void a_new_one_is_told_from_one_that_is_gone(void **state)
{
    (void)state;
    check_since(DOC, DOC "They call [NAME] first.\n", "placeholder-left;-0");
    check_since(DOC "They call [NAME] first.\n", DOC, "-1");
    check_since(DOC "They call [NAME] first.\n", DOC "Then they call [WHOM] last.\n",
                "placeholder-left;-1");
}

static void equal_ones_are_counted(void **state)
{
    (void)state;
    check_since(DOC "They call [NAME].\n",
                DOC "They call [NAME].\n\nThey call [NAME].\n", "placeholder-left;-0");
    check_since(DOC "They call [NAME].\n\nThey call [NAME].\n",
                DOC "They call [NAME].\n", "-1");
}

static Finding too_long(const char *message)
{
    return (Finding){.rule = rule_find(STR("placeholder-left")),
                     .level = LEVEL_WARNING,
                     .part = NO_INDEX,
                     .message = str_from(message)};
}

static void a_number_in_a_message_may_change(void **state)
{
    Finding before = too_long("612 words of at most 500"),
            after = too_long("7 words of at most 500");
    Findings old = {.items = &before, .count = 1}, now = {.items = &after, .count = 1},
             out;
    int gone = 7;

    (void)state;
    findings_since(NULL, &now, NULL, &old, &arena, &out, &gone);
    CHECK_INT(out.count, 0);
    CHECK_INT(gone, 0);
    after.message = STR("7 letters of at most 500");
    findings_since(NULL, &now, NULL, &old, &arena, &out, &gone);
    CHECK_INT(out.count, 1);
    CHECK_INT(out.warnings, 1);
    CHECK_INT(gone, 1);
}

static void silencing_one_makes_it_go(void **state)
{
    Finding before = too_long("a"), after = too_long("a");
    Findings old = {.items = &before, .count = 1}, now = {.items = &after, .count = 1},
             out;
    int gone = 0;

    (void)state;
    after.silenced = true;
    findings_since(NULL, &now, NULL, &old, &arena, &out, &gone);
    CHECK_INT(gone, 1);
    CHECK_INT(out.silenced, 1);
    findings_since(NULL, &old, NULL, &now, &arena, &out, &gone);
    CHECK_INT(gone, 0);
    CHECK_INT(out.warnings, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_same_text_brings_nothing),
        TEST(a_finding_that_moved_is_not_new),
        TEST(a_new_one_is_told_from_one_that_is_gone),
        TEST(equal_ones_are_counted),
        TEST(a_number_in_a_message_may_change),
        TEST(silencing_one_makes_it_go),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
