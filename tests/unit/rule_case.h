/* rule_case.h: small documents that a rule must report, or must leave alone. */
#ifndef TESTS_UNIT_RULE_CASE_H
#define TESTS_UNIT_RULE_CASE_H

#include <string.h>

#include "base/utf8.h"
#include "check.h"
#include "check/rule.h"
#include "check/run.h"

typedef struct RuleCase {
    const char *rule;
    const char *hit;  /* reported; NULL: no such case */
    const char *miss; /* a near miss, not reported; NULL: no such case */
} RuleCase;

static Library rule_library;
static Arena rule_arena;
static CheckOptions rule_options;

static inline int rule_cases_start(void **state)
{
    (void)state;
    library_init(&rule_library);
    return 0;
}

static inline int rule_cases_stop(void **state)
{
    (void)state;
    library_deinit(&rule_library);
    arena_deinit(&rule_arena);
    return 0;
}

/* Every finding lies inside the document and says something on one line. */
static inline void check_findings_are_sound(const Document *doc, const Findings *f)
{
    for (size_t i = 0; i < f->count; i++) {
        const Finding *item = &f->items[i];
        CHECK(item->range.start <= item->range.end);
        CHECK(item->range.end <= doc->bytes.len);
        CHECK(item->fix.range.start <= item->fix.range.end);
        CHECK(item->fix.range.end <= doc->bytes.len);
        CHECK(item->part == NO_INDEX || item->part < doc->part_count);
        CHECK(item->level != LEVEL_OFF);
        CHECK(item->message.len > 0 && utf8_valid(item->message, NULL));
        CHECK(str_find_byte(item->message, '\n', 0) == STR_NONE);
    }
}

static inline Findings check_text(const char *text)
{
    Document doc;
    Findings findings;

    document_read(str_from(text), &rule_library, &rule_arena, &doc);
    check_run(&doc, &rule_library, &rule_options, &rule_arena, &findings);
    check_findings_are_sound(&doc, &findings);
    return findings;
}

/* The first finding of that rule; NULL. */
static inline const Finding *find_rule(const Findings *f, const char *rule)
{
    for (size_t i = 0; i < f->count; i++)
        if (strcmp(rule_id(f->items[i].rule), rule) == 0)
            return &f->items[i];
    return NULL;
}

/* The text with the fix of the first finding of a rule applied. */
static inline Str fixed_text(const char *text, const char *rule)
{
    Findings f = check_text(text);
    const Finding *found = find_rule(&f, rule);
    StrBuf out = {0};

    CHECK(found && found->fix.kind == FIX_REPLACE);
    strbuf_addz(&out, text);
    strbuf_splice(&out, found->fix.range, found->fix.text);
    Str result = arena_str(&rule_arena, strbuf_view(&out));
    strbuf_deinit(&out);
    return result;
}

static inline size_t count_rule(const Findings *f, const char *rule)
{
    size_t count = 0;

    for (size_t i = 0; i < f->count; i++)
        count += strcmp(rule_id(f->items[i].rule), rule) == 0;
    return count;
}

static inline void check_cases(const RuleCase *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const RuleCase *c = &cases[i];
        if (c->hit) {
            Findings f = check_text(c->hit);
            if (!find_rule(&f, c->rule)) {
                print_error("%s is not reported:\n%s\n", c->rule, c->hit);
                fail();
            }
        }
        if (c->miss) {
            Findings f = check_text(c->miss);
            const Finding *found = find_rule(&f, c->rule);
            if (found) {
                print_error("%s is reported: %.*s\n%s\n", c->rule,
                            STR_ARG(found->message), c->miss);
                fail();
            }
        }
    }
}

#define CHECK_CASES(cases) check_cases((cases), sizeof(cases) / sizeof *(cases))

#define RUN_RULE_TESTS(...)                                                            \
    int main(void)                                                                     \
    {                                                                                  \
        const struct CMUnitTest tests[] = {__VA_ARGS__};                               \
        return cmocka_run_group_tests(tests, rule_cases_start, rule_cases_stop);       \
    }

/* A text read and made ready for the rules; lives in rule_arena. */
static inline CheckRun rule_prepare(const char *text)
{
    Document *doc = ARENA_NEW(&rule_arena, Document);
    document_read(str_from(text), &rule_library, &rule_arena, doc);
    CheckRun run = {.doc = doc,
                    .lib = &rule_library,
                    .options = &rule_options,
                    .arena = &rule_arena};
    run_prepare(&run);
    return run;
}

#endif
