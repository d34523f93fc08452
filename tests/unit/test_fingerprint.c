#include "check/fingerprint.h"

#include <string.h>

#include "rule_case.h"

static void fingerprint_of(const char *text, const char *rule,
                           char out[FINGERPRINT_DIGITS + 1])
{
    Document doc;
    Findings f;
    document_read(str_from(text), &rule_library, &rule_arena, &doc);
    check_run(&doc, &rule_library, &rule_options, &rule_arena, &f);
    finding_fingerprint(&doc, find_rule(&f, rule), out);
    CHECK_INT(strlen(out), FINGERPRINT_DIGITS);
}

static void text_around_it_does_not_change_it(void **state)
{
    (void)state;
    char first[FINGERPRINT_DIGITS + 1], second[FINGERPRINT_DIGITS + 1];
    fingerprint_of("# L\n\n## Problem\n\nIt is TBD now.\n", "placeholder-left", first);
    fingerprint_of("# Longer\n\nMore.\n\n## Problem\n\nNew. It is *TBD* now. New.\n",
                   "placeholder-left", second);
    CHECK_STRZ(first, second);
}

static void another_sentence_or_rule_changes_it(void **state)
{
    (void)state;
    char first[FINGERPRINT_DIGITS + 1], second[FINGERPRINT_DIGITS + 1];
    const char *text = "# L\n\n## Problem\n\nIt is TBD now.\n";
    fingerprint_of(text, "placeholder-left", first);
    fingerprint_of("# L\n\n## Problem\n\nIt is TBD then.\n", "placeholder-left",
                   second);
    CHECK(strcmp(first, second) != 0);
    fingerprint_of(text, "customer-missing", second);
    CHECK(strcmp(first, second) != 0);
}

RUN_RULE_TESTS(TEST(text_around_it_does_not_change_it),
               TEST(another_sentence_or_rule_changes_it))
