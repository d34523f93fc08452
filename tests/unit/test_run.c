#include "check/run.h"

#include "rule_case.h"

static CheckRun prepare(const char *text)
{
    Document *doc = ARENA_NEW(&rule_arena, Document);
    document_read(str_from(text), &rule_library, &rule_arena, doc);
    CheckRun run = {.doc = doc,
                    .lib = &rule_library,
                    .options = &rule_options,
                    .arena = &rule_arena,
                    .rule = rule_at(0),
                    .level = LEVEL_ERROR};
    run_prepare(&run);
    return run;
}

static void sentences_leave_out_attributions_and_headings(void **state)
{
    (void)state;
    CheckRun run = prepare(
        "# Title here.\n\nOne. Two.\n\n- Three\n\n“Four.” — Mina Park, baker\n\n"
        "— Mina Park, baker\n");
    CHECK_INT(run.sentence_count, 4);
    CHECK_INT(run.sentence_first[run.doc->block_count], 4);
}

static void findings_never_leave_the_document(void **state)
{
    (void)state;
    CheckRun run = prepare("# L\n");
    Finding *finding = run_add(&run, LEVEL_INFO, NO_INDEX, (Range){3, 99}, NO_ARGS);
    CHECK_INT(finding->range.end, 4);
    finding = run_add(&run, LEVEL_INFO, NO_INDEX, (Range){99, 120}, NO_ARGS);
    CHECK_INT(finding->range.start, 4);
    CHECK(run_add(&run, LEVEL_OFF, NO_INDEX, (Range){0, 1}, NO_ARGS) == NULL);
    CHECK_INT(run.count, 2);
    finding_fix(NULL, FIX_INSERT, (Range){0, 0}, STR("ignored"));
}

static void parts_are_shown_at_their_label(void **state)
{
    (void)state;
    const char *text = "# L\n\n## Problem\n\nThey wait.\n";
    CheckRun run = prepare(text);
    const Part *problem = document_first(run.doc, PART_PROBLEM);
    CHECK_STR(str_range(str_from(text), part_place(&run, problem)), STR("## Problem"));
    CHECK_STR(part_words_for(&run, problem), STR("Problem"));
    CHECK(run.doc->parts + part_index(&run, problem) == problem);
    for (int kind = 0; kind < PART_KIND_COUNT; kind++)
        CHECK(kind_words(&run, (PartKind)kind).len > 0);
}

static void line_breaks_are_those_of_the_file(void **state)
{
    (void)state;
    CheckRun run = prepare("# L\r\n\r\nOne.\r\n");
    CHECK_STR(run_newline(&run), STR("\r\n"));
    run = prepare("# L");
    CHECK_STR(run_newline(&run), STR("\n"));
}

RUN_RULE_TESTS(TEST(sentences_leave_out_attributions_and_headings),
               TEST(findings_never_leave_the_document),
               TEST(parts_are_shown_at_their_label),
               TEST(line_breaks_are_those_of_the_file))
