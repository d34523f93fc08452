#include "review/meeting.h"

#include "check.h"

static Meeting read(const char *text, const char *path, Arena *arena)
{
    Meeting m;
    Error err = {0};

    CHECK(meeting_read(str_from(text), str_from(path), STR("m.md"), arena, &m, &err));
    return m;
}

static void minutes_say_what_was_decided(void **state)
{
    (void)state;
    Arena arena = {0};
    Meeting m = read("---\ndocument: ideas/lantern.md\nrevision: r14\n"
                     "date: 2027-03-02\ndecider: Mina Park\noutcome: go\n"
                     "reason: forty bakers asked\ndoor: two-way\nowner: Jun Lee\n"
                     "first: 2027-04-01\nstop: 2027-06-30, below 20 orders\n---\n",
                     "2027-03-02-x.md", &arena);

    CHECK_STR(m.document, STR("ideas/lantern"));
    CHECK(m.decides);
    CHECK_INT(m.outcome, OUTCOME_GO);
    CHECK_INT(m.revision, 14);
    CHECK_INT(m.date.day, 2);
    CHECK_STR(m.owner, STR("Jun Lee"));
    CHECK(meeting_names_day(m.stop));
    CHECK(!meeting_names_day(STR("below 20 orders - or so")));
    arena_deinit(&arena);
}

static void the_name_says_which_document(void **state)
{
    (void)state;
    Arena arena = {0};
    Meeting m = read("Notes only.\n", "2027-03-02-ideas/lantern.md", &arena);

    CHECK_STR(m.document, STR("ideas/lantern"));
    CHECK_INT(m.held.month, 3);
    CHECK(!m.decides);
    m = read("---\noutcome: perhaps\n---\n", "lantern.md", &arena);
    CHECK_STR(m.document, STR("lantern"));
    CHECK_INT(m.held.year, 0);
    CHECK(m.decides);
    CHECK_INT(m.outcome, OUTCOME_NONE);
    arena_deinit(&arena);
}

static void outcomes_are_those_of_the_method(void **state)
{
    (void)state;
    Outcome outcome;

    CHECK(outcome_parse(STR("no-market"), &outcome));
    CHECK(outcome_is_no(outcome));
    CHECK(outcome_parse(STR("later"), &outcome));
    CHECK(!outcome_is_no(outcome));
    CHECK(!outcome_parse(STR("no"), &outcome));
    CHECK(!outcome_parse(STR(""), &outcome));
    CHECK_STRZ(outcome_name(OUTCOME_NO_RISK), "no-risk");
}

static void items_of_task_lists_are_what_was_agreed(void **state)
{
    (void)state;
    Arena arena = {0};
    Meeting m;
    Error err = {0};

    CHECK(meeting_read(STR("---\noutcome: change\n---\nTalk: much.\n\n"
                           "- [ ] **Problem**: say what it costs\n"
                           "  * [X] solution\xEF\xBC\x9A name it\n"
                           "- [ ] Send it\n- [x]\n- []: no\n- no: box\n"),
                       STR("2027-03-02-lantern.md"), STR("x.md"), &arena, &m, &err));
    CHECK_INT(m.action_count, 3);
    CHECK_STR(m.actions[0].part, STR("Problem"));
    CHECK_STR(m.actions[0].text, STR("**Problem**: say what it costs"));
    CHECK(!m.actions[0].done);
    CHECK_INT(m.actions[0].line, 6);
    CHECK_STR(m.actions[1].part, STR("solution"));
    CHECK(m.actions[1].done);
    CHECK_STR(m.actions[2].part, STR(""));
    arena_deinit(&arena);
}

static void damaged_minutes_are_named_with_their_line(void **state)
{
    (void)state;
    Arena arena = {0};
    Meeting m;
    Error err = {0};

    CHECK(!meeting_read(STR("---\noutcome: go\nowner: [a\n---\n"), STR("x.md"),
                        STR(".prfaq/meetings/x.md"), &arena, &m, &err));
    CHECK(strncmp(err.message, ".prfaq/meetings/x.md: line ", 27) == 0);
    CHECK(err.hint[0] != '\0');
    CHECK(!meeting_read(STR("\xff"), STR("x.md"), STR("x.md"), &arena, &m, &err));
    CHECK_STRZ(err.message, "x.md: this is not UTF-8");
    arena_deinit(&arena);
}

static void the_last_decision_about_a_document_counts(void **state)
{
    (void)state;
    Arena arena = {0};
    StrBuf said = {0};
    const Meeting items[] = {
        read("---\noutcome: change\nreason: no number\n---\n", "2027-03-02-oven.md",
             &arena),
        read("---\noutcome: no-risk\ndate: 2027-02-01\ndecider: Dana\n"
             "reason: it burns\n---\n",
             "2027-04-01-oven.md", &arena),
        read("---\noutcome: go\n---\n", "2027-05-01-rye.md", &arena),
        read("Nothing was decided.\n", "2027-06-01-oven.md", &arena)};

    const Meeting *last = meeting_last(items, 4, STR("oven"));
    CHECK(last == &items[1]);
    meeting_say_reason(last, &said);
    CHECK_STR(strbuf_view(&said), STR("2027-02-01, Dana: it burns"));
    CHECK(meeting_last(items, 4, STR("yeast")) == NULL);
    CHECK_STRZ(stage_words(STR("review")), "in review");
    CHECK_STRZ(stage_words(STR("what")), "drafting");
    strbuf_deinit(&said);
    arena_deinit(&arena);
}

RUN_TESTS(TEST(the_last_decision_about_a_document_counts),
          TEST(minutes_say_what_was_decided), TEST(the_name_says_which_document),
          TEST(outcomes_are_those_of_the_method),
          TEST(items_of_task_lists_are_what_was_agreed),
          TEST(damaged_minutes_are_named_with_their_line))
