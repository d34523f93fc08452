#include "app/review_load.h"

#include "app/read_mark.h"
#include "desk.h"

/* Newest first: "MJJ" is a revision of Mina and two of Jun before it. */
static History history_of(Arena *arena, const char *who)
{
    size_t count = strlen(who);
    Revision *items = arena_array(arena, count + 1, sizeof *items);

    for (size_t i = 0; i < count; i++) {
        items[i].number = (int)(count - i);
        items[i].author.name = who[i] == 'M' ? STR("Mina") : STR("Jun");
        snprintf(items[i].commit, sizeof items[i].commit, "%d", items[i].number);
    }
    return (History){.items = items, .count = count};
}

static void check_begin(const char *who, const char *mark, size_t at, ReviewSince why)
{
    Arena arena = {0};
    const History h = history_of(&arena, who);
    ReviewSince found;

    CHECK_INT(review_begin(&h, STR("Mina"), str_from(mark), &found), at);
    CHECK_INT(found, why);
    arena_deinit(&arena);
}

static void a_reading_begins_where_the_last_one_ended(void **state)
{
    (void)state;
    check_begin("JJJJ", "2", 2, SINCE_READ);
    check_begin("JJJJ", "4", 0, SINCE_READ);
}

static void without_a_mark_what_one_wrote_is_known(void **state)
{
    (void)state;
    check_begin("JJMJ", "", 2, SINCE_WROTE);
    check_begin("JJMJ", "gone", 2, SINCE_WROTE);
}

static void else_the_last_change_of_somebody_else_is_shown(void **state)
{
    (void)state;
    check_begin("JJJJ", "", 1, SINCE_OTHER);
    check_begin("MMJM", "", 3, SINCE_OTHER);
    check_begin("MMM", "", 1, SINCE_LAST);
    check_begin("J", "", 1, SINCE_OTHER);
    check_begin("M", "", 1, SINCE_LAST);
    check_begin("", "", 0, SINCE_LAST);
}

static void thread(const char *id, const char *quote)
{
    run("mkdir -p .prfaq/reviews/lantern; printf '%%s' '{\"author\":\"Jun\","
        "\"text\":\"Why?\",\"type\":\"question\",\"timestamp\":"
        "\"2027-03-02T09:00:00Z\",\"x_before\":\"Bakers call "
        "six\",\"selected_text\":\"%s\"}' "
        ">.prfaq/reviews/lantern/%s.json",
        quote, id);
}

static void changes_and_threads_come_together(void **state)
{
    Desk d;
    Review *r = NULL;
    (void)state;
    desk_open(&d);
    run("printf '# A\n\n## Problem\n\nBakers call four mills.\n' >lantern.md;"
        "git add . && git commit -qm one;"
        "printf '# A\n\n## Problem\n\nBakers call five mills each day.\n' >lantern.md;"
        "git -c user.name=Jun commit -qam two;"
        "printf '# A\n\n## Problem\n\nBakers call six mills each day.\n' >lantern.md");
    thread("a", "mills each day");
    thread("b", "nowhere at all to be found");
    const ReviewRequest request = {.ref = &d.ref};
    CHECK(review_load(&d.session, &request, &r, &d.err));
    CHECK_INT(r->since, SINCE_WROTE);
    CHECK_INT(r->before.revision.number, 1);
    CHECK(r->after.words);
    CHECK_INT(r->last.number, 2);
    CHECK_STR(r->reader, STR("Mina Park"));
    CHECK_INT(review_changes(&r->redline, NO_INDEX), 1);
    CHECK_INT(r->open, 2);
    CHECK_INT(r->lost, 1);
    CHECK_INT(r->entries[0].block, review_step(&r->redline, NO_INDEX, 1));
    CHECK_INT(r->entries[1].block, NO_INDEX);
    CHECK(review_note_read(&d.session, &d.ref, &r->last, &d.err));
    review_free(r);
    CHECK(review_load(&d.session, &request, &r, &d.err));
    CHECK_INT(r->since, SINCE_READ);
    CHECK_INT(r->before.revision.number, 2);
    review_free(r);
    desk_close(&d);
}

RUN_TESTS(TEST(a_reading_begins_where_the_last_one_ended),
          TEST(without_a_mark_what_one_wrote_is_known),
          TEST(else_the_last_change_of_somebody_else_is_shown),
          TEST(changes_and_threads_come_together))
