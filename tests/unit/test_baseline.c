#include "check/baseline.h"

#include "rule_case.h"

#define LONG                                                                           \
    "one two three four five six seven eight nine ten one two three four five six "    \
    "seven eight nine ten one two three four five six seven eight nine ten one two "   \
    "three four five six"
#define HEAD BASELINE_HEAD

static Document read_document(const char *text)
{
    Document doc;

    document_read(str_from(text), &rule_library, &rule_arena, &doc);
    return doc;
}

static Str accept_text(const Baseline *old, const char *name, const char *text,
                       const char *reason, size_t *added)
{
    Document *doc = ARENA_NEW(&rule_arena, Document);
    Findings *f = ARENA_NEW(&rule_arena, Findings);
    StrBuf out = {0};

    *doc = read_document(text);
    check_run(doc, &rule_library, &rule_options, &rule_arena, f);
    Str document = str_from(name);
    BaselineScope scope = {.documents = &document, .count = 1};
    strbuf_addz(&out, BASELINE_HEAD);
    baseline_list(doc, document, f, &out);
    Str lines = arena_str(&rule_arena, strbuf_view(&out));
    baseline_parse(lines, STR("b"), &rule_arena, &scope.now, NULL);
    strbuf_clear(&out);
    *added = baseline_write(old, &scope, str_from(reason), (Date){2027, 3, 2},
                            &rule_arena, &out);
    Str written = arena_str(&rule_arena, strbuf_view(&out));
    strbuf_deinit(&out);
    return written;
}

static Findings check_with(const Baseline *baseline, const char *text)
{
    rule_options.baseline = baseline;
    rule_options.name = STR("lantern");
    Findings f = check_text(text);
    rule_options = (CheckOptions){0};
    return f;
}

static const char text[] = "# A\n\n" LONG ".\n\nSo it is.\n";

static void what_was_accepted_is_silenced(void **state)
{
    (void)state;
    Baseline none = {0}, baseline = {0};
    size_t added = 0;
    Findings before = check_text(text);
    Str file = accept_text(&none, "lantern", text, "old\ttext", &added);

    CHECK(added > 0);
    CHECK(baseline_parse(file, STR("b.tsv"), &rule_arena, &baseline, NULL));
    CHECK_INT(baseline.count, added);
    CHECK_STR(baseline.rows[0].reason, STR("old text"));
    CHECK_STR(baseline.rows[0].date, STR("2027-03-02"));
    Findings after = check_with(&baseline, text);
    CHECK_INT(after.count, before.count);
    CHECK_INT(after.warnings + after.infos, 0);
    CHECK_INT(after.errors, before.errors);
    CHECK_INT(find_rule(&after, "sentence-long")->silencer, SILENCER_BASELINE);
    /* Moved, wrapped and in other spaces it is the same sentence; other words are
     * not. */
    after = check_with(&baseline, "# A\n\nMore.\n\n  " LONG ".\n");
    CHECK(find_rule(&after, "sentence-long")->silenced);
    after = check_with(&baseline, "# A\n\nnever " LONG ".\n");
    CHECK(!find_rule(&after, "sentence-long")->silenced);
}

static void errors_are_never_accepted(void **state)
{
    (void)state;
    Baseline none = {0}, baseline = {0};
    size_t added = 0;
    const char *draft = "---\ntemplate: prfaq\n---\n# A\n";
    Findings before = check_text(draft);
    Str file = accept_text(&none, "lantern", draft, "", &added);

    CHECK(before.errors > 0);
    CHECK(baseline_parse(file, STR("b.tsv"), &rule_arena, &baseline, NULL));
    Findings after = check_with(&baseline, draft);
    CHECK_INT(after.errors, before.errors);
    /* A rule that has become an error since is not silenced either. */
    file = accept_text(&none, "lantern", text, "", &added);
    baseline_parse(file, STR("b.tsv"), &rule_arena, &baseline, NULL);
    RuleSetting strict = {.rule = rule_find(STR("sentence-long")),
                          .level = LEVEL_ERROR};
    rule_options.rule_settings = &strict;
    rule_options.rule_setting_count = 1;
    after = check_with(&baseline, text);
    CHECK(!find_rule(&after, "sentence-long")->silenced);
}

static void writing_keeps_what_still_holds(void **state)
{
    (void)state;
    Baseline old = {0};
    size_t added = 0;
    Str first = accept_text(&old, "lantern", text, "first", &added);
    Str other = arena_printf(&rule_arena, "%.*sbus\thype-word\t-\t0123456789ab\tx\t\n",
                             STR_ARG(first));

    CHECK(baseline_parse(other, STR("b.tsv"), &rule_arena, &old, NULL));
    /* Nothing new: the same lines, sorted. */
    Str again = accept_text(&old, "lantern", text, "second", &added);
    CHECK_INT(added, 0);
    CHECK(str_find(again, STR("\tfirst\t"), 0) != STR_NONE);
    CHECK(str_find(again, STR("\tsecond\t"), 0) == STR_NONE);
    CHECK(str_starts(again, STR(HEAD "bus\thype-word")));
    /* What is gone is dropped; other documents keep theirs. */
    Str gone = accept_text(&old, "lantern", "# A\n\nSo it is.\n", "third", &added);
    CHECK(str_find(gone, STR("sentence-long"), 0) == STR_NONE);
    CHECK(str_find(gone, STR("bus\thype-word"), 0) != STR_NONE);
}

static void lines_without_a_finding_are_told(void **state)
{
    (void)state;
    Baseline baseline = {0};
    size_t added = 0;
    bool stale[64] = {0};
    Str file = accept_text(&baseline, "lantern", text, "r", &added);
    Str more =
        arena_printf(&rule_arena,
                     "%.*slantern\thype-word\tproblem\t0123456789ab\tx\t2027-01-01\n"
                     "bus\thype-word\tproblem\t0123456789ab\tx\t2027-01-01\n",
                     STR_ARG(file));

    CHECK(baseline_parse(more, STR("b.tsv"), &rule_arena, &baseline, NULL));
    Document doc = read_document(text);
    Findings f = check_text(text);
    Str document = STR("lantern");
    BaselineScope scope = {.documents = &document, .count = 1};
    StrBuf out = {0};
    strbuf_addz(&out, BASELINE_HEAD);
    baseline_list(&doc, document, &f, &out);
    baseline_parse(strbuf_view(&out), STR("b"), &rule_arena, &scope.now, NULL);
    baseline_mark(&baseline, &scope, stale);
    strbuf_deinit(&out);
    for (size_t i = 0; i < added; i++)
        CHECK(!stale[i]);
    CHECK(stale[added]);
    CHECK(!stale[added + 1]);
}

static void a_damaged_line_is_named_and_the_rest_counts(void **state)
{
    (void)state;
    Baseline baseline = {0};
    Error err = {0};

    CHECK(!baseline_parse(STR(HEAD "<<<<<<< ours\n"
                                   "lantern\thype-word\t-\t0123456789ab\tx\t\n"
                                   "no line\n\n"
                                   "lantern\thype-word\t-\tXYZ\tx\t\n"),
                          STR(".prfaq/baseline.tsv"), &rule_arena, &baseline, &err));
    CHECK_INT(baseline.count, 1);
    CHECK_INT(err.code, ERR_INVALID);
    CHECK_STR(str_from(err.message),
              STR(".prfaq/baseline.tsv:2: the file holds a merge conflict"));
    CHECK(baseline_parse(STR(""), STR("b"), &rule_arena, &baseline, NULL));
    CHECK_INT(baseline.count, 0);
}

static void rows_follow_the_name_of_their_document(void **state)
{
    static const char *const rows =
        HEAD "lantern\thype-word\t-\t0123456789ab\tx\t\n"
             "<<<<<<< damaged\n"
             "lantern-2\thype-word\t-\t0123456789ab\tx\t\r\n"
             "lantern\tlong\tproblem\t0123456789ab\ty";
    StrBuf out = {0};
    (void)state;
    CHECK_INT((int)baseline_rename(str_from(rows), STR("lantern"), STR("a/mill"), &out),
              2);
    CHECK_STR(strbuf_view(&out),
              STR(HEAD "a/mill\thype-word\t-\t0123456789ab\tx\t\n"
                       "<<<<<<< damaged\n"
                       "lantern-2\thype-word\t-\t0123456789ab\tx\t\r\n"
                       "a/mill\tlong\tproblem\t0123456789ab\ty"));
    strbuf_clear(&out);
    CHECK_INT((int)baseline_rename(str_from(rows), STR("lantern"), (Str){0}, &out), 2);
    CHECK_STR(strbuf_view(&out),
              STR(HEAD "<<<<<<< damaged\n"
                       "lantern-2\thype-word\t-\t0123456789ab\tx\t\r\n"));
    strbuf_clear(&out);
    CHECK_INT((int)baseline_rename(str_from(rows), STR("document"), STR("x"), &out), 0);
    CHECK_STR(strbuf_view(&out), str_from(rows));
    strbuf_deinit(&out);
}

RUN_RULE_TESTS(cmocka_unit_test(rows_follow_the_name_of_their_document),
               cmocka_unit_test(what_was_accepted_is_silenced),
               cmocka_unit_test(errors_are_never_accepted),
               cmocka_unit_test(writing_keeps_what_still_holds),
               cmocka_unit_test(lines_without_a_finding_are_told),
               cmocka_unit_test(a_damaged_line_is_named_and_the_rest_counts))
