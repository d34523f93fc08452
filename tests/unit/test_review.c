#include "review/review.h"

#include "check.h"

static Library library;

static int with_library(void **state)
{
    (void)state;
    library_init(&library);
    return 0;
}

static int without_library(void **state)
{
    (void)state;
    library_deinit(&library);
    return 0;
}

static Review *review_of(const char *before, const char *after)
{
    Review *r = mem_alloc(sizeof *r);

    r->before.bytes = str_from(before);
    r->after.bytes = str_from(after);
    document_read(r->before.bytes, &library, &r->arena, &r->before.doc);
    document_read(r->after.bytes, &library, &r->arena, &r->after.doc);
    redline_make(&r->before.doc, &r->after.doc, &r->arena, &r->redline);
    return r;
}

static const char old_text[] =
    "## Problem\n\nOne two three four.\n\nStays as it is.\n\n## Solution\n\nAway.\n";
static const char new_text[] = "## Problem\n<!-- prfaq-id: problem -->\n\nOne two "
                               "three five.\n\nStays as it is.\n\n"
                               "## Solution\n\nSomething else stands here.\n";

static void one_walks_the_changes_and_back(void **state)
{
    Review *r = review_of(old_text, new_text);
    size_t first = review_step(&r->redline, NO_INDEX, 1);
    size_t last = review_step(&r->redline, NO_INDEX, -1);
    (void)state;
    CHECK_INT(review_changes(&r->redline, NO_INDEX), 3);
    CHECK_INT(review_changes(&r->redline, first), 1);
    CHECK_INT(review_changes(&r->redline, last), 3);
    CHECK_INT(review_step(&r->redline, last, 1), NO_INDEX);
    CHECK_INT(review_step(&r->redline, first, -1), NO_INDEX);
    CHECK(review_step(&r->redline, first, 1) < last);
    CHECK(review_part_at(&r->redline, first) != review_part_at(&r->redline, last));
    review_free(r);
}

static const char pairs[] =
    "## FAQ\n\n**Q. What does it cost every single month?**\n\nA. It costs nineteen "
    "dollars.\n\n**Q. How do I begin on the first day?**\n\nA. Send a message to us."
    "\n\n<!-- prfaq-q: change -->\n**Q. Can I change an order that I have sent?**\n\n"
    "A. Yes, until six in the evening of the day before.\n";
static const char turned[] =
    "## FAQ\n\n<!-- prfaq-q: change -->\n**Q. Can I change an order that I have sent?**"
    "\n\nA. Yes, until six in the evening of the day before.\n\n**Q. What does it cost "
    "every single month?**\n\nA. It costs nineteen dollars.\n\n**Q. How do I begin on "
    "the first day?**\n\nA. Send a message to us.\n";

static void a_question_that_moved_with_its_answer_is_one_stop(void **state)
{
    Review *r = review_of(pairs, turned);
    size_t stop = review_next_stop(&r->redline, NO_INDEX, 1);
    (void)state;
    CHECK_INT(review_stops(&r->redline, NO_INDEX), 1);
    CHECK_INT(review_stops(&r->redline, stop), 1);
    CHECK_INT(review_next_stop(&r->redline, stop, 1), NO_INDEX);
    CHECK_INT(review_next_stop(&r->redline, NO_INDEX, -1), stop);
    CHECK(str_starts(r->redline.blocks[stop].changes[0].text, STR("**Q. Can I")));
    CHECK(!review_goes_on(&r->redline, stop));
    CHECK(review_goes_on(&r->redline, stop + 1));
    CHECK(review_changes(&r->redline, NO_INDEX) > 1);
    review_free(r);
}

static void names_of_sections_are_no_change(void **state)
{
    Review *r = review_of("## Problem\n\nWords.\n",
                          "## Problem\n<!-- prfaq-id: problem -->\n\nWords.\n");
    (void)state;
    CHECK_INT(review_changes(&r->redline, NO_INDEX), 0);
    review_free(r);
}

static void a_thread_stands_under_the_block_of_its_words(void **state)
{
    Review *r = review_of(old_text, new_text);
    size_t at = str_find(r->after.bytes, STR("Stays"), 0);
    ReviewEntry e = {.about_words = true, .place = {ANCHOR_HERE, {at, at + 5}}};
    (void)state;
    size_t block = review_block_of(r, &e);
    CHECK_INT(r->redline.blocks[block].state, BLOCK_SAME);
    CHECK_STR(r->redline.blocks[block].changes[0].text, STR("Stays as it is."));
    e.place.state = ANCHOR_LOST;
    CHECK_INT(review_block_of(r, &e), NO_INDEX);
    e = (ReviewEntry){.about_part = true, .part = 1};
    block = review_block_of(r, &e);
    CHECK_STR(r->redline.blocks[block].changes[0].text, STR("## Solution"));
    review_free(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(one_walks_the_changes_and_back),
        TEST(a_question_that_moved_with_its_answer_is_one_stop),
        TEST(names_of_sections_are_no_change),
        TEST(a_thread_stands_under_the_block_of_its_words)};

    return cmocka_run_group_tests(tests, with_library, without_library);
}
