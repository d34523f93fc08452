#include "check.h"

#include <locale.h>

#include "base/unicode.h"
#include "base/width.h"

static void ambiguous_signs_take_what_was_chosen(void **state)
{
    (void)state;
    CHECK(setlocale(LC_CTYPE, "C.UTF-8") != NULL);
    CHECK(!width_wide_by_locale());
    CHECK_INT(unicode_width(STR("…—①한é")), 6);
    CHECK(!width_is_doubtful(0x2026));
    width_choose(AMBIGUOUS_NARROW);
    CHECK_INT(unicode_width(STR("…—①한é")), 6);
    CHECK(!width_is_doubtful(0x2026));
    width_choose(AMBIGUOUS_WIDE);
    CHECK_INT(unicode_width(STR("…—①한é")), 10);
    CHECK(width_is_doubtful(0x2026));
    CHECK(!width_is_doubtful(0xD55C));
    width_choose(AMBIGUOUS_AS_LOCALE);
    CHECK_INT(unicode_width(STR("…—①한é")), 6);
}

static void frames_and_marks_keep_their_width(void **state)
{
    (void)state;
    CHECK(setlocale(LC_CTYPE, "C.UTF-8") != NULL);
    width_choose(AMBIGUOUS_WIDE);
    CHECK_INT(width_of(0x2500), 1);
    CHECK_INT(width_of(0x0301), 0); /* ambiguous by the table of Unicode, but a mark */
    CHECK_INT(unicode_width(STR("e\xCC\x81")), 1);
    CHECK_INT(width_of('a'), 1);
    CHECK_INT(width_of('\n'), 0);
    CHECK_INT(width_of(0xE001F0), 1);
    width_choose(AMBIGUOUS_AS_LOCALE);
}

RUN_TESTS(TEST(ambiguous_signs_take_what_was_chosen),
          TEST(frames_and_marks_keep_their_width))
