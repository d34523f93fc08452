#include "check/facts.h"

#include "rule_case.h"

static Str words_of(const char *text, PartKind kind)
{
    Document *doc = ARENA_NEW(&rule_arena, Document);

    document_read(str_from(text), &rule_library, &rule_arena, doc);
    const Part *part = document_first(doc, kind);
    CHECK(part != NULL);
    return part_words_of(doc, part, &rule_arena);
}

static void words_are_what_a_reader_sees(void **state)
{
    (void)state;
    Str a = words_of("# L\n\n## Problem\n\nBread *burns*\nat night.\n\n- And cakes.\n",
                     PART_PROBLEM);
    Str b = words_of("# L\n\n## The problem\n<!-- prfaq-id: problem -->\n\nBread burns "
                     "at  night.\n\n<!-- note -->\n* And cakes.\n",
                     PART_PROBLEM);

    CHECK_STR(a, STR("Bread burns at night. And cakes."));
    CHECK_STR(a, b);
    CHECK_STR(words_of("# L\n\n## Problem\n\n```\nx  y\n```\n", PART_PROBLEM),
              STR("``` x y ```"));
}

static void texts_are_those_of_the_revision(void **state)
{
    (void)state;
    Document doc;
    PartText texts[8] = {0};

    document_read(
        STR("# L\n\n## Problem\n<!-- prfaq-id: problem -->\n\nBread burns.\n"),
        &rule_library, &rule_arena, &doc);
    CHECK(doc.part_count <= 8);
    part_texts_read(&doc, 4, &rule_arena, texts);
    const PartText *problem = &texts[doc.part_count - 1];
    CHECK_INT(problem->kind, PART_PROBLEM);
    CHECK_INT(problem->revision, 4);
    CHECK(!problem->inferred);
    CHECK_STR(problem->id, STR("problem"));
    CHECK_STR(problem->text, STR("Bread burns."));
}

RUN_RULE_TESTS(TEST(words_are_what_a_reader_sees),
               TEST(texts_are_those_of_the_revision))
