#include "doc/evidence.h"

#include "check.h"

/* "모름", decomposed. */
#define MOREUM "\xe1\x84\x86\xe1\x85\xa9\xe1\x84\x85\xe1\x85\xb3\xe1\x86\xb7"

static Arena arena;

static size_t marks_of(const char *text, const Evidence **out)
{
    size_t count = 0;
    Str bytes = str_from(text);
    evidence_of_block(bytes, (Range){0, bytes.len}, &arena, out, &count);
    return count;
}

static void a_mark_has_a_kind_an_owner_and_a_date(void **state)
{
    (void)state;
    Evidence mark = {0};
    CHECK(evidence_parse(STR("assumption @mina 2027-03-01"), &mark));
    CHECK_INT(mark.kind, EVIDENCE_ASSUMPTION);
    CHECK_STR(mark.word, STR("assumption"));
    CHECK_STR(mark.owner, STR("mina"));
    CHECK_INT(date_cmp(mark.date, (Date){2027, 3, 1}), 0);
    CHECK(evidence_parse(STR("Needs evidence 2027-03-01, @jun"), &mark));
    CHECK_INT(mark.kind, EVIDENCE_NEEDED);
    CHECK_STR(mark.owner, STR("jun"));
    CHECK(evidence_parse(STR("근거 필요 @미나"), &mark));
    CHECK_INT(mark.kind, EVIDENCE_NEEDED);
    CHECK_STR(mark.owner, STR("미나"));
    CHECK_INT(mark.date.year, 0);
    CHECK(evidence_parse(STR("unknown"), &mark));
    CHECK(mark.owner.len == 0);
}

static void other_words_in_brackets_are_no_mark(void **state)
{
    (void)state;
    Evidence mark = {0};
    CHECK(!evidence_parse(STR("unknown words"), &mark));
    CHECK(!evidence_parse(STR("observed, twice"), &mark));
    CHECK(!evidence_parse(STR("n:hours"), &mark));
    CHECK(!evidence_parse(STR(""), &mark));
    CHECK(evidence_parse(STR("unknown @mina 2027-02-30"), &mark));
    CHECK_INT(mark.date.year, 0);
}

static void a_number_has_a_label_and_a_value(void **state)
{
    (void)state;
    Evidence mark = {0};
    CHECK(evidence_parse(STR("n:refund-hours 9 hours"), &mark));
    CHECK_INT(mark.kind, EVIDENCE_NUMBER);
    CHECK_STR(mark.label, STR("refund-hours"));
    CHECK_STR(mark.value, STR("9 hours"));
}

static void marks_in_code_and_escaped_ones_are_text(void **state)
{
    (void)state;
    const Evidence *marks = NULL;
    const char *text = "- We *think* [assumption] `[unknown]` \\[unknown] [n:a 1]\n"
                       "  [observed](#link) **[counted]**";
    CHECK_INT(marks_of(text, &marks), 3);
    CHECK_INT(marks[0].kind, EVIDENCE_ASSUMPTION);
    CHECK_STR(str_range(str_from(text), marks[0].range), STR("[assumption]"));
    CHECK_INT(marks[1].kind, EVIDENCE_NUMBER);
    CHECK_STR(str_range(str_from(text), marks[1].range), STR("[n:a 1]"));
    CHECK_INT(marks[2].kind, EVIDENCE_COUNTED);
    CHECK_INT(marks_of("nothing here", &marks), 0);
    arena_deinit(&arena);
}

/* Some systems hand over Korean as single letters. */
static void a_mark_of_single_letters_is_one(void **state)
{
    (void)state;
    Evidence mark = {0};
    const Evidence *marks = NULL;

    CHECK(evidence_parse(STR(MOREUM " @mina 2027-03-01"), &mark));
    CHECK_INT(mark.kind, EVIDENCE_UNKNOWN);
    CHECK_STR(mark.owner, STR("mina"));
    CHECK_INT(mark.date.year, 2027);
    CHECK_INT(marks_of("A [" MOREUM "].\n", &marks), 1);
    CHECK_INT(marks[0].range.end, 3 + strlen(MOREUM) + 1);
    arena_deinit(&arena);
}

RUN_TESTS(TEST(a_mark_of_single_letters_is_one),
          TEST(a_mark_has_a_kind_an_owner_and_a_date),
          TEST(other_words_in_brackets_are_no_mark),
          TEST(a_number_has_a_label_and_a_value),
          TEST(marks_in_code_and_escaped_ones_are_text))
