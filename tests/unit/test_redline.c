#include "diff/redline.h"

#include <locale.h>

#include "check.h"
#include "sample_document.h"

/* Before and after, and the redline as it is printed. */
typedef struct Case {
    const char *name;
    Lang lang;
    const char *before, *after;
    const char *expected;
} Case;

static const Case cases[] = {
#include "../redline/english.inc"
#include "../redline/japanese.inc"
#include "../redline/korean.inc"
#include "../redline/moves.inc"
#include "../redline/structure.inc"
#include "../redline/words.inc"
};

static void print_redline(const Case *c, StrBuf *out)
{
    Sample before, after;
    Arena arena = {0};
    Redline redline;
    RedlineText options = {.lang = LANG_EN};

    sample_read(&before, str_from(c->before), c->lang);
    sample_read(&after, str_from(c->after), c->lang);
    redline_make(&before.doc, &after.doc, &arena, &redline);
    redline_text(&redline, &options, out);
    arena_deinit(&arena);
    sample_deinit(&before);
    sample_deinit(&after);
}

static void pairs_written_by_hand_read_well(void **state)
{
    (void)state;
    int failed = 0;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        StrBuf out = {0};
        print_redline(&cases[i], &out);
        if (!str_eq(strbuf_view(&out), str_from(cases[i].expected))) {
            print_error("%s\nexpected:\n%s\nactual:\n%s\n", cases[i].name,
                        cases[i].expected, strbuf_cstr(&out));
            failed++;
        }
        strbuf_deinit(&out);
    }
    print_message("%zu pairs, %d of them not as expected\n",
                  sizeof cases / sizeof *cases, failed);
    CHECK_INT(failed, 0);
    CHECK(sizeof cases / sizeof *cases >= 60);
}

int main(void)
{
    const struct CMUnitTest tests[] = {TEST(pairs_written_by_hand_read_well)};

    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
