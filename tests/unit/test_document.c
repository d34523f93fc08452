#include <string.h>

#include "check.h"
#include "doc/document.h"
#include "document_invariants.h"

typedef struct Fixture {
    Library lib;
    Arena arena;
    Document doc;
} Fixture;

static void open_fixture(Fixture *f, Str bytes)
{
    *f = (Fixture){0};
    library_init(&f->lib);
    document_read(bytes, &f->lib, &f->arena, &f->doc);
}

static void close_fixture(Fixture *f)
{
    arena_deinit(&f->arena);
    library_deinit(&f->lib);
}

static void bytes_that_cannot_be_edited_are_named(void **state)
{
    (void)state;
    size_t offset = 0;
    Error err = {0};

    CHECK(document_bytes_ok(STR("가\r\n나\r"), &offset, &err));
    CHECK(!document_bytes_ok(STR("a\r\nb\rc\xB0\xA1"), &offset, &err));
    CHECK_STRZ(err.message, "line 3 is not UTF-8 text");
    CHECK(strstr(err.hint, "iconv -f CP949"));
    CHECK_INT(offset, 6);
    CHECK(!document_bytes_ok(STR("a\n\0b"), &offset, &err));
    CHECK_STRZ(err.message, "line 2 holds a NUL byte");
    CHECK_INT(offset, 2);
    CHECK(!document_bytes_ok(STR("\xFF\xFE"
                                 "a\0"),
                             &offset, &err));
    CHECK_STRZ(err.message, "this is UTF-16 text, not UTF-8");
    CHECK(!document_bytes_ok(STR("\xFF"), &offset, &err));
    CHECK_STRZ(err.message, "line 1 is not UTF-8 text");
    CHECK_INT(err.code, ERR_INVALID);
}

static void only_wide_text_is_not_edited(void **state)
{
    (void)state;
    Error err = {0};

    CHECK(document_editable(STR("a\0\xFF\xE9"), &err));
    CHECK(!document_editable(STR("\xFE\xFF\0a"), &err));
    CHECK_STRZ(err.message, "this is UTF-16 text, not UTF-8");
    CHECK_STRZ(err.hint, "convert it: iconv -f UTF-16 -t UTF-8 OLD > NEW");
}

static void stray_bytes_leave_the_sections_where_they_are(void **state)
{
    (void)state;
    Fixture f;
    Str text = STR("# A\xFF\n\n## Problem\n<!-- prfaq-id: problem -->\n\n"
                   "```\n\xC3\n```\n\nOne \0 \xE9t\xE9.\n\n## Solution\n"
                   "<!-- prfaq-id: solution -->\n\n<\xFF\n\nTwo.\n");

    open_fixture(&f, text);
    hold_document(&f.doc);
    CHECK_INT(f.doc.block_count, 9);
    CHECK_STR(f.doc.blocks[4].prose.text, STR("One \0 \xE9t\xE9."));
    CHECK_STR(document_part(&f.doc, STR("solution"))->id, STR("solution"));
    CHECK_STR(f.doc.bytes, text);
    close_fixture(&f);
}

static void a_drafted_document_reads_back(void **state)
{
    (void)state;
    Fixture f = {0};
    StrBuf draft = {0};
    DraftAnswers answers = {.title = STR("Lantern: flour by text")};

    library_init(&f.lib);
    const Template *t = library_template(&f.lib, STR("prfaq"), LANG_KO);
    document_draft(t, &f.lib.bank, &answers, &draft);
    document_read(strbuf_view(&draft), &f.lib, &f.arena, &f.doc);

    CHECK(f.doc.tmpl == t);
    CHECK_INT(f.doc.lang, LANG_KO);
    CHECK_STR(f.doc.title, STR("Lantern: flour by text"));
    size_t required = 0;
    for (size_t i = 0; i < t->spec_count; i++)
        if (t->specs[i].required)
            CHECK(f.doc.parts[required++].spec == &t->specs[i]);
    CHECK_INT(f.doc.part_count, required);
    CHECK(f.doc.question_count > 5);
    for (size_t i = 0; i < f.doc.question_count; i++) {
        CHECK(!f.doc.questions[i].answered);
        CHECK(questions_find(&f.lib.bank, f.doc.questions[i].id) != NULL);
        CHECK_INT(f.doc.questions[i].number, i + 1);
    }
    for (size_t i = 0; i < f.doc.part_count; i++) {
        CHECK_INT(f.doc.parts[i].found, FOUND_MARKER);
        CHECK(f.doc.parts[i].spec->style == PART_STYLE_QA ||
              part_is_empty(&f.doc, &f.doc.parts[i]));
    }
    strbuf_deinit(&draft);
    close_fixture(&f);
}

static void places_are_lines_and_code_points(void **state)
{
    (void)state;
    Fixture f;
    int line = 0, column = 0;

    open_fixture(&f, STR("\xEF\xBB\xBF"
                         "a\r\n가나다\rb"));
    document_place(&f.doc, 3, &line, &column);
    CHECK_INT(line, 1);
    CHECK_INT(column, 1);
    document_place(&f.doc, 9, &line, &column);
    CHECK_INT(line, 2);
    CHECK_INT(column, 2);
    document_place(&f.doc, f.doc.bytes.len, &line, &column);
    CHECK_INT(line, 3);
    CHECK_INT(column, 2);
    close_fixture(&f);
}

static void parts_are_found_by_id_kind_and_offset(void **state)
{
    (void)state;
    Fixture f;

    open_fixture(&f, STR("# T\n\n## Problem\n\none two\n\n## Solution\n"
                         "<!-- prfaq-id: fix -->\n\nthree\n"));
    CHECK_INT(f.doc.part_count, 2);
    CHECK(document_part(&f.doc, STR("fix")) == &f.doc.parts[1]);
    CHECK(document_part(&f.doc, STR("problem")) == &f.doc.parts[0]);
    CHECK(document_part(&f.doc, STR("")) == NULL);
    CHECK(document_first(&f.doc, PART_HEADLINE) == NULL);
    CHECK(document_part_at(&f.doc, 0) == NO_INDEX);
    CHECK_INT(document_part_at(&f.doc, 5), 0);
    CHECK_INT(document_part_at(&f.doc, f.doc.bytes.len), 1);
    CHECK_INT(document_block_at(&f.doc, 0), 0);
    CHECK(document_block_at(&f.doc, 4) == NO_INDEX);
    CHECK_INT(part_length(&f.doc, &f.doc.parts[0]), 2);
    CHECK_INT(part_words(&f.doc, &f.doc.parts[1]), 1);
    CHECK_INT(document_words(&f.doc), 3);
    CHECK_STR(f.doc.title, STR("T"));
    close_fixture(&f);
}

static void a_headline_that_is_a_heading_has_its_words(void **state)
{
    (void)state;
    Fixture f;
    open_fixture(&f,
                 STR("# Village bakers sleep till four\n\nBUSAN, March 2, 2027 — From "
                     "today bakers order flour by text message.\n\n## Problem\n\nThey "
                     "call four mills each night.\n"));
    const Part *headline = document_first(&f.doc, PART_HEADLINE);
    CHECK(headline && headline->found == FOUND_INFERRED);
    CHECK_INT(part_length(&f.doc, headline), 5);
    CHECK_INT(part_length(&f.doc, document_first(&f.doc, PART_PROBLEM)), 6);
    close_fixture(&f);
}

static void damaged_front_matter_leaves_the_rest_readable(void **state)
{
    (void)state;
    Fixture f;

    open_fixture(&f, STR("---\na: [\n---\n## Problem\n\ntext\n"));
    CHECK_INT(f.doc.meta_error.code, ERR_INVALID);
    CHECK_INT(f.doc.part_count, 1);
    CHECK_INT(f.doc.parts[0].kind, PART_PROBLEM);
    close_fixture(&f);
}

static void empty_means_nothing_but_remarks(void **state)
{
    (void)state;
    Fixture f;

    open_fixture(&f, STR("## Problem\n\n<!-- later -->\n\n---\n\n## Summary\n\n\n"
                         "## Solution\n\n| a |\n|---|\n"));
    CHECK(part_is_empty(&f.doc, &f.doc.parts[0]));
    CHECK(part_is_empty(&f.doc, &f.doc.parts[1]));
    CHECK(!part_is_empty(&f.doc, &f.doc.parts[2]));
    close_fixture(&f);
}

static void any_text_can_be_read(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "", "\n", "\r", "#", "<!--", "```", "> ", "-", "[a]: b", "---", "\xEF\xBB\xBF"};

    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        Fixture f;
        open_fixture(&f, str_from(texts[i]));
        CHECK_INT(f.doc.part_count, 0);
        close_fixture(&f);
    }
}

RUN_TESTS(TEST(a_headline_that_is_a_heading_has_its_words),
          TEST(bytes_that_cannot_be_edited_are_named),
          TEST(only_wide_text_is_not_edited),
          TEST(stray_bytes_leave_the_sections_where_they_are),
          TEST(a_drafted_document_reads_back), TEST(places_are_lines_and_code_points),
          TEST(parts_are_found_by_id_kind_and_offset),
          TEST(damaged_front_matter_leaves_the_rest_readable),
          TEST(empty_means_nothing_but_remarks), TEST(any_text_can_be_read))
