#include "review/reading.h"

#include "check.h"
#include "sample_document.h"

static const char text[] =
    "---\ntemplate: prfaq\nlang: en\n---\n\n# Lantern\n\n## Headline\n<!-- prfaq-id: "
    "headline -->\n\nFlour by text\n\n"
    "## Problem\n<!-- prfaq-id: problem -->\n\n"
    "Bakers call four mills.\n\nIt takes:\n\n- forty minutes\n- and *three* calls\n\n"
    "> Every night, says one.\n\n"
    "## Internal FAQ\n<!-- prfaq-id: internal-faq -->\n\n"
    "Asked by the team.\n\n"
    "### Q. What does it cost?\n\nA. Nine won.\n\nA text each.\n\n"
    "### Q. Who runs it?\n\nA. Jun.\n";

static const ReadingUnit *unit(const ReadingUnits *r, const char *label)
{
    for (size_t i = 0; i < r->count; i++)
        if (str_eq(r->units[i].label, str_from(label)))
            return &r->units[i];
    return NULL;
}

static void paragraphs_have_a_number_in_their_section(void **state)
{
    (void)state;
    Sample s;
    ReadingUnits r;

    sample_read(&s, str_from(text), LANG_EN);
    reading_make(&s.doc, &s.arena, &r);
    CHECK(unit(&r, "Headline 1"));
    CHECK_STR(unit(&r, "Problem 1")->text, STR("Bakers call four mills."));
    CHECK_STR(unit(&r, "Problem 3")->text, STR("- forty minutes\n- and three calls"));
    CHECK_STR(unit(&r, "Problem 4")->text, STR("Every night, says one."));
    CHECK_STR(unit(&r, "Problem 4")->part, STR("problem"));
    arena_deinit(&s.arena);
}

/* A release without labels, recognised by its order. */
static void a_title_is_no_words_of_the_paragraph_behind_it(void **state)
{
    (void)state;
    static const char bare[] =
        "# Lantern: flour by text\n\nBakers order flour by text in four minutes.\n\n"
        "PORTLAND, March 9, 2027 — From today, bakery owners order flour with one "
        "text message.\n\n## FAQ\n\n### How much is it?\n\nNothing.\n";
    Sample s;
    ReadingUnits r;

    sample_read(&s, str_from(bare), LANG_EN);
    reading_make(&s.doc, &s.arena, &r);
    CHECK_STR(unit(&r, "Headline 1")->text, STR("Lantern: flour by text"));
    CHECK_STR(unit(&r, "Subheading 1")->text,
              STR("Bakers order flour by text in four minutes."));
    CHECK(unit(&r, "Summary 1"));
    arena_deinit(&s.arena);
}

static void a_question_has_its_own_number_and_its_answer(void **state)
{
    (void)state;
    Sample s;
    ReadingUnits r;

    sample_read(&s, str_from(text), LANG_EN);
    reading_make(&s.doc, &s.arena, &r);
    CHECK_STR(unit(&r, "Internal FAQ")->text, STR("Asked by the team."));
    const ReadingUnit *cost = unit(&r, "Internal FAQ 1");
    CHECK(cost && str_find(cost->text, STR("Nine won."), 0) != STR_NONE);
    CHECK(str_find(cost->text, STR("A text each."), 0) != STR_NONE);
    CHECK(str_find(cost->text, STR("What does it cost?"), 0) != STR_NONE);
    CHECK(unit(&r, "Internal FAQ 2"));
    arena_deinit(&s.arena);
}

static void a_place_is_found_as_people_say_it(void **state)
{
    (void)state;
    Sample s;
    ReadingUnits r;

    sample_read(&s, str_from(text), LANG_EN);
    reading_make(&s.doc, &s.arena, &r);
    size_t two = reading_find(&r, 0, r.count, STR("problem 2"));
    CHECK(two != NO_INDEX);
    CHECK_INT(reading_find(&r, 0, r.count, STR("PROB 2")), two);
    CHECK_INT(reading_find(&r, 0, r.count, STR("problem2")), two);
    CHECK_INT(reading_find(&r, 0, r.count, STR("Problem 9")), NO_INDEX);
    CHECK_INT(reading_find(&r, 0, r.count, STR("1")), NO_INDEX);
    CHECK_INT(reading_find(&r, two, two + 1, STR("2")), two);
    CHECK_INT(reading_find(&r, 0, r.count, STR("")), NO_INDEX);
    CHECK_INT(reading_at(&r, r.units[two].range.start), two);
    CHECK_INT(reading_at(&r, 0), NO_INDEX);
    arena_deinit(&s.arena);
}

static void silence_is_computed_from_the_text(void **state)
{
    (void)state;
    Sample s;
    ReadingUnits r;
    StrBuf words = {0};

    for (int i = 0; i < 401; i++)
        strbuf_addz(&words, "word ");
    sample_read(&s, strbuf_view(&words), LANG_EN);
    reading_make(&s.doc, &s.arena, &r);
    CHECK_INT(reading_minutes(&r), 3);
    CHECK_STR(r.units[0].label, STR("1"));
    arena_deinit(&s.arena);
    strbuf_clear(&words);
    for (int i = 0; i < 275; i++)
        strbuf_addz(&words, "가나 ");
    sample_read(&s, strbuf_view(&words), LANG_KO);
    reading_make(&s.doc, &s.arena, &r);
    CHECK(reading_minutes(&r) >= 1 && reading_minutes(&r) <= 2);
    arena_deinit(&s.arena);
    sample_read(&s, STR(""), LANG_EN);
    reading_make(&s.doc, &s.arena, &r);
    CHECK_INT(reading_minutes(&r), 0);
    arena_deinit(&s.arena);
    strbuf_deinit(&words);
}

static void pages_have_one_size_and_tile_the_units(void **state)
{
    (void)state;
    Sample s;
    ReadingUnits r;
    ReadingPages pages;
    StrBuf words = {0};
    size_t next = 0;

    strbuf_addz(&words, text);
    for (int i = 0; i < 300; i++)
        strbuf_addz(&words, "flour before dawn, ");
    sample_read(&s, strbuf_view(&words), LANG_EN);
    reading_make(&s.doc, &s.arena, &r);
    reading_paginate(&r, &s.arena, &pages);
    CHECK(pages.count > 8);
    for (size_t i = 0; i < pages.count; i++) {
        const ReadingPage *page = &pages.items[i];
        CHECK(page->row_count > 0 && page->row_count <= READING_ROWS);
        CHECK(page->rows[0].label);
        CHECK(!page->rows[page->row_count - 1].label);
        CHECK(page->first_unit == next || page->first_unit + 1 == next);
        next = page->first_unit + page->unit_count;
    }
    CHECK_INT(next, r.count);
    arena_deinit(&s.arena);
    strbuf_deinit(&words);
}

static void nothing_is_one_empty_page(void **state)
{
    (void)state;
    Sample s;
    ReadingUnits r;
    ReadingPages pages;

    sample_read(&s, STR("# T\n"), LANG_EN);
    reading_make(&s.doc, &s.arena, &r);
    reading_paginate(&r, &s.arena, &pages);
    CHECK_INT(r.count, 0);
    CHECK_INT(pages.count, 1);
    CHECK_INT(pages.items[0].row_count, 0);
    arena_deinit(&s.arena);
}

RUN_TESTS(TEST(paragraphs_have_a_number_in_their_section),
          TEST(a_title_is_no_words_of_the_paragraph_behind_it),
          TEST(a_question_has_its_own_number_and_its_answer),
          TEST(a_place_is_found_as_people_say_it),
          TEST(silence_is_computed_from_the_text),
          TEST(pages_have_one_size_and_tile_the_units), TEST(nothing_is_one_empty_page))
