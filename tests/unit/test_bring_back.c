#include "diff/bring_back.h"

#include "check.h"
#include "redline_invariants.h"
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

static void a_whole_text_comes_back_with_them_too(void **state)
{
    Arena a = {0};
    Document now, then;
    StrBuf out = {0};
    (void)state;
    document_read(STR("# Now\r\n\r\nOne.\r\n"), sample_library(), &a, &now);
    document_read(STR("# Then\n\nTwo."), sample_library(), &a, &then);
    bring_back_whole(&now, &then, &out);
    CHECK_STRZ(strbuf_cstr(&out), "# Then\r\n\r\nTwo.");
    strbuf_deinit(&out);
    arena_deinit(&a);
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

/* The first change between two texts is brought back. */
static void check_change(Str now, Str then, const char *expected)
{
    Arena a = {0};
    Document before, after;
    Redline r;
    StrBuf out = {0};
    size_t at = 0;

    document_read(now, sample_library(), &a, &before);
    document_read(then, sample_library(), &a, &after);
    redline_make(&before, &after, &a, &r);
    while (at < r.block_count &&
           (r.blocks[at].state == BLOCK_SAME || r.blocks[at].state == BLOCK_MOVED_AWAY))
        at++;
    CHECK(at < r.block_count);
    CHECK(bring_back_block(&r, &before, &after, at, &out));
    CHECK_STRZ(strbuf_cstr(&out), expected);
    strbuf_deinit(&out);
    arena_deinit(&a);
}

static void a_paragraph_comes_in_where_it_stood(void **state)
{
    (void)state;
    check_change(STR(PART("problem", "One.\n\nThree.")),
                 STR(PART("problem", "One.\n\nTwo other words.\n\nThree.")),
                 PART("problem", "One.\n\nTwo other words.\n\nThree."));
    check_change(STR("## Problem\n\nOne.\n"),
                 STR("## Problem\n\nOne.\n\nTwo other words.\n"),
                 "## Problem\n\nOne.\n\nTwo other words.\n");
    /* The marks below a label stay below it. */
    check_change(
        STR("## Problem\n<!-- prfaq-id: problem -->\nOne.\n"),
        STR("## Problem\n<!-- prfaq-id: problem -->\nNew words here.\n\nOne.\n"),
        "## Problem\n<!-- prfaq-id: problem -->\n\nNew words here.\n\nOne.\n");
}

static void a_paragraph_goes_and_leaves_no_gap(void **state)
{
    (void)state;
    check_change(STR("One.\n\nTwo other words.\n\nThree.\n"), STR("One.\n\nThree.\n"),
                 "One.\n\nThree.\n");
    check_change(STR("One.\n\nTwo other words.\n"), STR("One.\n"), "One.\n");
    check_change(STR("- red apples\n- green pears\n\nThree.\n"),
                 STR("- red apples\n\nThree.\n"), "- red apples\n\nThree.\n");
}

static void items_come_back_into_their_list(void **state)
{
    (void)state;
    check_change(STR("- red apples\n- black plums\n"),
                 STR("- red apples\n- green pears\n- black plums\n"),
                 "- red apples\n- green pears\n- black plums\n");
    check_change(STR("Fruit.\n\n- red apples\n\nThat is all.\n"),
                 STR("Fruit.\n\n- red apples\n- green pears\n\nThat is all.\n"),
                 "Fruit.\n\n- red apples\n- green pears\n\nThat is all.\n");
}

#define EGGS "We bring eggs to small shops each week."
#define MILK "They pay for milk by the litre in spring."

static void blocks_that_were_split_or_joined_come_back_together(void **state)
{
    (void)state;
    check_change(STR(EGGS " " MILK "\n\nEnd of it.\n"),
                 STR(EGGS "\n\n" MILK " Now.\n\nEnd of it.\n"),
                 EGGS "\n\n" MILK " Now.\n\nEnd of it.\n");
    check_change(STR(EGGS "\n\n" MILK " Now.\n\nEnd of it.\n"),
                 STR(EGGS " " MILK "\n\nEnd of it.\n"),
                 EGGS " " MILK "\n\nEnd of it.\n");
}

static void what_moved_goes_back(void **state)
{
    (void)state;
    check_change(STR("## Problem\n\n" EGGS "\n\nOne.\n\n## Solution\n\nTwo.\n"),
                 STR("## Problem\n\nOne.\n\n## Solution\n\nTwo.\n\n" EGGS "\n"),
                 "## Problem\n\nOne.\n\n## Solution\n\nTwo.\n\n" EGGS "\n");
}

static void line_ends_of_a_change_are_those_of_the_document(void **state)
{
    (void)state;
    check_change(STR("One.\r\n\r\nThree.\r\n"),
                 STR("One.\n\nTwo other\nwords.\n\nThree.\n"),
                 "One.\r\n\r\nTwo other\r\nwords.\r\n\r\nThree.\r\n");
}

typedef struct Pair {
    const char *name;
    Lang lang;
    const char *before, *after, *expected;
} Pair;

static const Pair pairs[] = {
#include "../redline/english.inc"
#include "../redline/japanese.inc"
#include "../redline/korean.inc"
#include "../redline/moves.inc"
#include "../redline/structure.inc"
#include "../redline/words.inc"
};

/* Bring the first change back that can be; false: there is none. */
static bool one_step(StrBuf *text, Str then, size_t *changes)
{
    Arena a = {0};
    Document before, after;
    Redline r;
    StrBuf out = {0};
    bool done = false;

    document_read(strbuf_view(text), sample_library(), &a, &before);
    document_read(then, sample_library(), &a, &after);
    redline_make(&before, &after, &a, &r);
    *changes = 0;
    for (size_t i = 0; i < r.block_count; i++) {
        if (r.blocks[i].state == BLOCK_SAME || r.blocks[i].state == BLOCK_MOVED_AWAY)
            continue;
        ++*changes;
        done = done || bring_back_block(&r, &before, &after, i, &out);
    }
    if (done)
        strbuf_set(text, strbuf_view(&out));
    strbuf_deinit(&out);
    arena_deinit(&a);
    return done;
}

static void change_after_change_gives_the_other_text(void **state)
{
    enum { MORE = 3 }; /* what moved may have to come in twice */
    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        Arena a = {0};
        StrBuf text = {0}, is = {0}, shall = {0};
        size_t changes = 0, left = 0, steps = 0;
        strbuf_addz(&text, pairs[i].before);
        while (one_step(&text, str_from(pairs[i].after), &left) &&
               steps <= changes + MORE) {
            changes = changes ? changes : left;
            steps++;
        }
        letters_add(&is, hidden_left_out(strbuf_view(&text), &a));
        letters_add(&shall, hidden_left_out(str_from(pairs[i].after), &a));
        if (steps > changes + MORE ||
            (steps > 0 && left == 0 && !str_eq(strbuf_view(&is), strbuf_view(&shall))))
            fail_msg("%s: %zu steps for %zu changes\n%s", pairs[i].name, steps, changes,
                     strbuf_cstr(&text));
        strbuf_deinit(&text);
        strbuf_deinit(&is);
        strbuf_deinit(&shall);
        arena_deinit(&a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_the_wanted_section_changes),
        cmocka_unit_test(a_missing_section_comes_back_where_it_stood),
        cmocka_unit_test(a_section_that_was_not_there_goes),
        cmocka_unit_test(line_ends_stay_those_of_the_document),
        cmocka_unit_test(a_whole_text_comes_back_with_them_too),
        cmocka_unit_test(one_change_is_taken_back_alone),
        cmocka_unit_test(a_paragraph_comes_in_where_it_stood),
        cmocka_unit_test(a_paragraph_goes_and_leaves_no_gap),
        cmocka_unit_test(items_come_back_into_their_list),
        cmocka_unit_test(blocks_that_were_split_or_joined_come_back_together),
        cmocka_unit_test(what_moved_goes_back),
        cmocka_unit_test(line_ends_of_a_change_are_those_of_the_document),
        cmocka_unit_test(change_after_change_gives_the_other_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
