#include "diff/wording.h"

#include "check.h"

static void check_counts(int added, int removed, Lang unit, Lang lang,
                         const char *expected)
{
    StrBuf out = {0};
    wording_counts(added, removed, "−", unit, lang, &out);
    CHECK_STRZ(strbuf_cstr(&out), expected);
    strbuf_deinit(&out);
}

static void counts_leave_out_what_is_zero(void **state)
{
    (void)state;
    check_counts(31, 9, LANG_EN, LANG_EN, "+31 −9 words");
    check_counts(31, 0, LANG_EN, LANG_EN, "+31 words");
    check_counts(0, 9, LANG_EN, LANG_EN, "−9 words");
    check_counts(1, 0, LANG_EN, LANG_EN, "+1 word");
    check_counts(0, 1, LANG_EN, LANG_EN, "−1 word");
    check_counts(1, 1, LANG_EN, LANG_EN, "+1 −1 words");
    check_counts(0, 0, LANG_EN, LANG_EN, "+0 −0 words");
}

static void counts_name_the_unit_of_the_document(void **state)
{
    (void)state;
    check_counts(31, 9, LANG_KO, LANG_KO, "+31 −9 어절");
    check_counts(2, 1, LANG_JA, LANG_EN, "+2 −1 characters");
    check_counts(2, 1, LANG_JA, LANG_KO, "+2 −1 자");
}

static void every_kind_of_part_has_a_name_in_both_languages(void **state)
{
    (void)state;
    for (int kind = 0; kind < PART_KIND_COUNT; kind++) {
        CHECK(wording_part((PartKind)kind, LANG_EN).len > 0);
        CHECK(wording_part((PartKind)kind, LANG_KO).len > 0);
    }
    CHECK_STR(wording_part(PART_PROBLEM, LANG_DE), STR("Problem"));
}

static void every_phrase_is_there_in_both_languages(void **state)
{
    (void)state;
    for (Lang lang = LANG_EN; lang <= LANG_KO; lang++) {
        const Wording *w = wording_of(lang);
        const char *const phrases[] = {w->section_changed, w->sections_changed,
                                       w->opening,         w->whole,
                                       w->details,         w->added,
                                       w->removed,         w->moved_here,
                                       w->moved_away,      w->moved_from,
                                       w->moved_to,        w->more,
                                       w->first_draft,     w->moved,
                                       w->signs,           w->layout,
                                       w->nothing};
        for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
            CHECK(phrases[i] && *phrases[i]);
    }
}

RUN_TESTS(TEST(counts_leave_out_what_is_zero),
          TEST(counts_name_the_unit_of_the_document),
          TEST(every_kind_of_part_has_a_name_in_both_languages),
          TEST(every_phrase_is_there_in_both_languages))
