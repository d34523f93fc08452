#include "review/restoring.h"

#include "check.h"
#include "review/review.h"
#include "sample_document.h"

#define PART(id, words) "## " id "\n<!-- prfaq-id: " id " -->\n\n" words "\n\n"

static Restoring *restoring(const char *now, const char *then)
{
    Restoring *r = mem_alloc(sizeof *r);

    document_read(str_from(now), sample_library(), &r->arena, &r->now);
    document_read(str_from(then), sample_library(), &r->arena, &r->then);
    r->last = 15;
    return r;
}

static void add_thread(Restoring *r, const char *label, const char *part,
                       const char *quote)
{
    if (!r->threads)
        r->threads = arena_array(&r->arena, 4, sizeof *r->threads);
    r->threads[r->thread_count++] =
        (RestoreThread){.label = str_from(label),
                        .anchor = {.quote = str_from(quote), .part = str_from(part)}};
}

static void the_whole_document_is_meant_at_first(void **state)
{
    (void)state;
    Restoring *r =
        restoring(PART("problem", "New words."), PART("problem", "Old ones."));
    restoring_begin(r);
    restoring_look(r, sample_library());
    CHECK(r->scope == RESTORE_WHOLE && restoring_ready(r));
    CHECK_STR(r->bytes, STR(PART("problem", "Old ones.")));
    CHECK_INT(r->added, 2);
    CHECK_INT(r->removed, 2);
    CHECK(!r->nothing);
    CHECK_INT(restoring_number(r), 16);
    r->unsaved = true;
    CHECK_INT(restoring_number(r), 17);
    restoring_free(r);
}

static void only_ticked_sections_come_back(void **state)
{
    StrBuf said = {0};
    (void)state;
    Restoring *r = restoring(PART("problem", "New words.") PART("solution", "Now."),
                             PART("problem", "Old ones.") PART("solution", "Then."));
    restoring_begin(r);
    r->scope = RESTORE_PARTS;
    CHECK(!restoring_ready(r));
    for (size_t i = 0; i < r->part_count; i++)
        r->parts[i].wanted = str_eq(r->parts[i].id, STR("solution"));
    CHECK(restoring_ready(r));
    restoring_look(r, sample_library());
    CHECK_STR(r->bytes, STR(PART("problem", "New words.") PART("solution", "Then.")));
    restoring_chosen(r, &said);
    CHECK_STRZ(strbuf_cstr(&said), "solution");
    strbuf_deinit(&said);
    restoring_free(r);
}

static void one_change_comes_back_by_its_number(void **state)
{
    StrBuf said = {0};
    (void)state;
    Restoring *r =
        restoring(PART("problem", "Owners lost an hour.\n\nA second paragraph stays."),
                  PART("problem", "Owners spent an hour.\n\nA second paragraph goes."));
    restoring_begin(r);
    CHECK_INT(review_changes(&r->redline, NO_INDEX), 2);
    CHECK(restoring_change(r, 3) == NO_INDEX);
    r->scope = RESTORE_CHANGE;
    r->block = restoring_change(r, 2);
    CHECK(restoring_ready(r));
    restoring_words(r, r->block, &said);
    CHECK_STRZ(strbuf_cstr(&said), "[-stays-] {+goes+}");
    restoring_look(r, sample_library());
    CHECK_STR(r->bytes,
              STR(PART("problem", "Owners lost an hour.\n\nA second paragraph goes.")));
    strbuf_deinit(&said);
    restoring_free(r);
}

static void questions_are_told_where_they_end_up(void **state)
{
    StrBuf said = {0};
    (void)state;
    Restoring *r = restoring(PART("problem", "One owner in three had paid twice.")
                                 PART("solution", "The mill answers within a minute."),
                             PART("problem", "Mistakes happen.")
                                 PART("solution", "The mill answers within a minute."));
    add_thread(r, "Q7", "problem", "One owner in three had paid twice");
    add_thread(r, "Q4", "solution", "answers within a minute");
    add_thread(r, "Q1", "solution", "words that stand nowhere at all");
    restoring_begin(r);
    restoring_look(r, sample_library());
    restoring_labels(r, ANCHOR_LOST, &said);
    CHECK_STRZ(strbuf_cstr(&said), "Q7");
    CHECK_INT((int)restoring_count(r, ANCHOR_LOST), 1);
    CHECK(r->threads[1].after == r->threads[1].before);
    /* Another choice, another end. */
    r->scope = RESTORE_PARTS;
    restoring_look(r, sample_library());
    CHECK(r->nothing);
    CHECK_INT((int)restoring_count(r, ANCHOR_LOST), 0);
    strbuf_deinit(&said);
    restoring_free(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_whole_document_is_meant_at_first),
        cmocka_unit_test(only_ticked_sections_come_back),
        cmocka_unit_test(one_change_comes_back_by_its_number),
        cmocka_unit_test(questions_are_told_where_they_end_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
