#include "rule_case.h"

static size_t block_of(const CheckRun *run, const char *words)
{
    for (size_t b = 0; b < run->doc->block_count; b++)
        if (str_find(run->doc->blocks[b].prose.text, str_from(words), 0) != STR_NONE)
            return b;
    return NO_INDEX;
}

static void sentences_know_what_they_hold(void **state)
{
    (void)state;
    CheckRun run = rule_prepare("# A\n\nIt takes 9 minutes. On March 2, 2027 it opens. "
                                "They walk instead of waiting. Nothing.\n");
    CHECK_INT(run.sentence_count, 4);
    CHECK_INT(run.sentences[0].holds, HOLDS_QUANTITY);
    CHECK_INT(run.sentences[1].holds, HOLDS_DATE);
    CHECK_INT(run.sentences[2].holds, HOLDS_CONTRAST);
    CHECK_INT(run.sentences[3].holds, 0);
}

static void hits_are_asked_for_by_list(void **state)
{
    (void)state;
    CheckRun run =
        rule_prepare("# A\n\nNurses like this amazing app, and so do users.\n");
    size_t b = block_of(&run, "Nurses"), at = 0;
    Str text = run.doc->blocks[b].prose.text;
    const LexiconHit *hit = run_next_hit(&run, b, LIST_CUSTOMER, &at);
    CHECK_STR(str_range(text, hit->range), STR("Nurses"));
    hit = run_next_hit(&run, b, LIST_CUSTOMER, &at);
    CHECK_STR(str_range(text, hit->range), STR("users"));
    CHECK(run_next_hit(&run, b, LIST_CUSTOMER, &at) == NULL);
    CHECK(run_has_hit(&run, b, LIST_HYPE));
    CHECK(!run_has_hit(&run, b, LIST_CLAIM));
}

static void quotations_and_sentences_are_found_by_place(void **state)
{
    (void)state;
    CheckRun run = rule_prepare("# A\n\nShe said “it is fast” today. Then she left.\n");
    size_t b = block_of(&run, "She");
    Str text = run.doc->blocks[b].prose.text;
    size_t fast = str_find(text, STR("fast"), 0), left = str_find(text, STR("left"), 0);
    CHECK(run_in_quote(&run, b, (Range){fast, fast + 4}));
    CHECK(!run_in_quote(&run, b, (Range){left, left + 4}));
    CHECK_STR(str_range(text, run_sentence_at(&run, b, left).range),
              STR("Then she left."));
    b = block_of(&run, "A");
    CHECK_INT(run_sentence_at(&run, b, 0).range.end, 1);
}

static void decomposed_text_holds_the_same(void **state)
{
    (void)state;
    CheckRun run =
        rule_prepare("---\nlang: ko\n---\n# "
                     "A\n\n\xE1\x84\x80\xE1\x85\xA9\xE1\x84\x80\xE1\x85\xA2\xE1"
                     "\x86\xA8\xE1\x84\x8B\xE1\x85\xB3\xE1\x86\xAB 걷는다.\n");
    CHECK(run_has_hit(&run, block_of(&run, "걷는다"), LIST_CUSTOMER));
}

RUN_RULE_TESTS(TEST(sentences_know_what_they_hold), TEST(hits_are_asked_for_by_list),
               TEST(quotations_and_sentences_are_found_by_place),
               TEST(decomposed_text_holds_the_same))
