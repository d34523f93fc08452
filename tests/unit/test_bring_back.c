#include "diff/bring_back.h"

#include "check.h"
#include "sample_document.h"

#define PART(id, words) "<!-- prfaq-id: " id " -->\n" words "\n\n"

/* `now` with the sections of `then` whose ids are in `parts`. */
static void check_parts(const char *now, const char *then, const char *parts,
                        const char *expected)
{
    Arena a = {0};
    Document before, after;
    Redline r;
    StrBuf out = {0};

    document_read(str_from(now), sample_library(), &a, &before);
    document_read(str_from(then), sample_library(), &a, &after);
    redline_make(&before, &after, &a, &r);
    bool *wanted = arena_array(&a, r.part_count + 1, sizeof *wanted);
    for (size_t i = 0; i < r.part_count; i++)
        wanted[i] = r.parts[i].id.len > 0 &&
                    str_find(str_from(parts), r.parts[i].id, 0) != STR_NONE;
    bring_back_parts(&r, &before, &after, wanted, &out);
    CHECK_STRZ(strbuf_cstr(&out), expected);
    strbuf_deinit(&out);
    arena_deinit(&a);
}

static void only_the_wanted_section_changes(void **state)
{
    (void)state;
    check_parts(
        "---\nx: 1\n---\n" PART("problem", "One now.") PART("solution", "Two now."),
        PART("problem", "One then.") PART("solution", "Two then."), "problem",
        "---\nx: 1\n---\n" PART("problem", "One then.") PART("solution", "Two now."));
    check_parts(PART("problem", "One now."), PART("problem", "One then."), "",
                PART("problem", "One now."));
}

static void a_missing_section_comes_back_where_it_stood(void **state)
{
    (void)state;
    check_parts(
        PART("problem", "One.") PART("evidence", "Three."),
        PART("problem", "One.") PART("solution", "Two.") PART("evidence", "Three."),
        "solution",
        PART("problem", "One.") PART("solution", "Two.") PART("evidence", "Three."));
}

static void a_section_that_was_not_there_goes(void **state)
{
    (void)state;
    check_parts(PART("problem", "One.") PART("solution", "Two."),
                PART("problem", "One."), "solution", PART("problem", "One."));
}

static void line_ends_stay_those_of_the_document(void **state)
{
    (void)state;
    check_parts("<!-- prfaq-id: problem -->\r\nNow.\r\n\r\n"
                "<!-- prfaq-id: solution -->\r\nTwo.\r\n",
                "<!-- prfaq-id: problem -->\nThen.\n", "problem",
                "<!-- prfaq-id: problem -->\r\nThen.\r\n\r\n"
                "<!-- prfaq-id: solution -->\r\nTwo.\r\n");
}

static void one_change_is_taken_back_alone(void **state)
{
    Arena a = {0};
    Document before, after;
    Redline r;
    (void)state;
    document_read(STR(PART("problem", "The first stays new.\n\nGone now again.")
                          PART("solution", "Two.")),
                  sample_library(), &a, &before);
    document_read(STR(PART("problem", "The first stays old.\n\nOther words entirely.")
                          PART("solution", "Two.")),
                  sample_library(), &a, &after);
    redline_make(&before, &after, &a, &r);
    for (size_t i = 0; i < r.block_count; i++) {
        StrBuf out = {0};
        if (r.blocks[i].state != BLOCK_CHANGED)
            continue;
        bring_back_block(&r, &before, &after, i, &out);
        CHECK_STRZ(strbuf_cstr(&out),
                   PART("problem", "The first stays old.\n\nGone now again.")
                       PART("solution", "Two."));
        strbuf_deinit(&out);
    }
    arena_deinit(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_the_wanted_section_changes),
        cmocka_unit_test(a_missing_section_comes_back_where_it_stood),
        cmocka_unit_test(a_section_that_was_not_there_goes),
        cmocka_unit_test(line_ends_stay_those_of_the_document),
        cmocka_unit_test(one_change_is_taken_back_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
