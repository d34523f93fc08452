#include "review/meet.h"

#include "check.h"
#include "review/meet_step.h"
#include "sample_document.h"

static const char text[] = "## Problem\n\nBakers call four mills.\n\nEvery night.\n\n"
                           "## Solution\n\nOne list.\n";

typedef struct Room {
    Sample sample;
    Meet meet;
    StrBuf said; /* by the last line */
} Room;

static void open_room(Room *r, Str kept)
{
    *r = (Room){0};
    sample_read(&r->sample, str_from(text), LANG_EN);
    meet_begin(&r->meet, &r->sample.doc, STR("lantern"), kept);
    r->meet.now = (Moment){1803949260, 540};
}

static void close_room(Room *r)
{
    meet_deinit(&r->meet);
    arena_deinit(&r->sample.arena);
    strbuf_deinit(&r->said);
}

static MeetReply type(Room *r, const char *line)
{
    strbuf_clear(&r->said);
    return meet_line(&r->meet, str_from(line), &r->said);
}

static void type_all(Room *r, const char *const *lines)
{
    for (; *lines; lines++)
        type(r, *lines);
}

static bool sees(Room *r, const char *words)
{
    StrBuf out = {0};

    meet_say(&r->meet, &out);
    bool found = str_find(strbuf_view(&out), str_from(words), 0) != STR_NONE;
    strbuf_deinit(&out);
    return found;
}

static const char *const people[] = {"Mina", "Tomas", "Jun, Dana, Jun", "Dana", NULL};

static void people_have_roles_and_the_author_does_not_write(void **state)
{
    (void)state;
    Room r;
    size_t count;

    open_room(&r, (Str){0});
    type(&r, "Mina");
    type(&r, "mina");
    CHECK_INT(meet_step(&r.meet), MEET_SCRIBE);
    type(&r, "Tomas");
    type(&r, " , ");
    CHECK_INT(meet_step(&r.meet), MEET_READERS);
    type(&r, "Jun, Dana, Jun");
    (void)meet_readers(&r.meet, &count);
    CHECK_INT(count, 2);
    type(&r, "Rosa");
    CHECK_INT(meet_step(&r.meet), MEET_SENIOR);
    type(&r, "Dana");
    CHECK_INT(meet_step(&r.meet), MEET_TURN);
    type(&r, "b");
    CHECK_INT(meet_step(&r.meet), MEET_SENIOR);
    close_room(&r);
}

static void notes_are_hidden_until_all_open_together(void **state)
{
    (void)state;
    Room r;

    open_room(&r, (Str){0});
    type_all(&r, people);
    type(&r, "1");
    CHECK(!sees(&r, "Bakers"));
    type(&r, "");
    type(&r, "Problem 1: of how many?");
    type(&r, ": far too long");
    CHECK(sees(&r, "of how many?"));
    CHECK(sees(&r, "far too long"));
    CHECK_INT(type(&r, ""), MEET_HIDE);
    CHECK(!sees(&r, "of how many?"));
    type(&r, "2");
    type(&r, "");
    CHECK(!sees(&r, "of how many?"));
    CHECK(!sees(&r, "far too long"));
    type(&r, "sol 1: a list?");
    type(&r, "");
    type(&r, "reveal");
    CHECK(sees(&r, "Jun: of how many?"));
    CHECK(sees(&r, "Dana: a list?"));
    close_room(&r);
}

static void who_has_not_read_holds_the_reveal_up_once(void **state)
{
    (void)state;
    Room r;

    open_room(&r, (Str){0});
    type_all(&r, people);
    type(&r, "reveal");
    CHECK_INT(meet_step(&r.meet), MEET_TURN);
    CHECK(r.said.len > 0);
    type(&r, "reveal all");
    CHECK_INT(meet_step(&r.meet), MEET_REVEAL);
    close_room(&r);
}

static void a_note_says_where(void **state)
{
    (void)state;
    Room r;
    size_t count;

    open_room(&r, (Str){0});
    type_all(&r, people);
    type(&r, "Jun");
    type(&r, "");
    type(&r, "no place");
    CHECK(r.said.len > 0);
    type(&r, "Problem 9: nowhere");
    (void)meet_notes(&r.meet, "note", (Str){0}, &count);
    CHECK_INT(count, 0);
    type(&r, "PROB 2：밤마다?");
    const MeetNote *notes = meet_notes(&r.meet, "note", STR("Jun"), &count);
    CHECK_INT(count, 1);
    CHECK_STR(notes[0].place, STR("Problem 2"));
    CHECK_STR(notes[0].text, STR("밤마다?"));
    close_room(&r);
}

static void to_votes(Room *r)
{
    type_all(r, people);
    type_all(r, (const char *const[]){"reveal all", "", "good", NULL});
}

static void the_most_senior_speaks_last(void **state)
{
    (void)state;
    Room r;

    open_room(&r, (Str){0});
    meet_set(&r.meet, "author", STR("Mina"));
    meet_set(&r.meet, "scribe", STR("Tomas"));
    meet_set(&r.meet, "readers", STR("Dana, Jun"));
    meet_set(&r.meet, "senior", STR("Dana"));
    type_all(&r, (const char *const[]){"reveal all", "", NULL});
    CHECK_STR(meet_next_remark(&r.meet), STR("Jun"));
    type(&r, "good");
    CHECK_STR(meet_next_remark(&r.meet), STR("Dana"));
    type(&r, "");
    CHECK_INT(meet_step(&r.meet), MEET_WALK);
    close_room(&r);
}

static void votes_open_when_all_have_voted(void **state)
{
    (void)state;
    Room r;

    open_room(&r, (Str){0});
    to_votes(&r);
    type_all(&r, (const char *const[]){"", "vote", NULL});
    CHECK_INT(meet_step(&r.meet), MEET_VOTE);
    type(&r, "9");
    CHECK_INT(type(&r, "4"), MEET_HIDE);
    CHECK(meet_is_private(&r.meet));
    CHECK(!sees(&r, "> Jun"));
    type(&r, "1");
    CHECK_INT(meet_step(&r.meet), MEET_OPEN);
    CHECK(!sees(&r, "not different"));
    type(&r, "");
    CHECK(sees(&r, "Jun: no: not different"));
    close_room(&r);
}

static void a_decision_says_what_its_outcome_needs(void **state)
{
    (void)state;
    Room r;

    open_room(&r, (Str){0});
    meet_set(&r.meet, "outcome", STR("go"));
    CHECK_STRZ(meet_missing(&r.meet), "reason");
    meet_set(&r.meet, "reason", STR("they asked"));
    meet_set(&r.meet, "door", STR("two-way"));
    meet_set(&r.meet, "owner", STR("Jun"));
    meet_set(&r.meet, "first", STR("soon"));
    CHECK_STRZ(meet_missing(&r.meet), "first");
    meet_set(&r.meet, "first", STR("2027-04-01"));
    CHECK_STRZ(meet_missing(&r.meet), "stop");
    meet_set(&r.meet, "stop", STR("2027-06-30, below 20"));
    meet_set(&r.meet, "decider", STR("Mina"));
    CHECK(!meet_missing(&r.meet));
    meet_set(&r.meet, "outcome", STR("no-risk"));
    CHECK_STRZ(meet_missing(&r.meet), "reopen");
    meet_set(&r.meet, "outcome", STR("later"));
    meet_set(&r.meet, "reopen", STR("2027-09-01"));
    CHECK(!meet_missing(&r.meet));
    close_room(&r);
}

static void a_whole_meeting_ends_in_its_minutes(void **state)
{
    (void)state;
    Room r;
    StrBuf out = {0};
    Arena arena = {0};
    Meeting m;

    open_room(&r, (Str){0});
    meet_set(&r.meet, "revision", STR("3"));
    to_votes(&r);
    type_all(&r,
             (const char *const[]){"", "say what it costs", "vote", "4", "4", "", "",
                                   "4", "the phone is enough", "2", "", "", "",
                                   "when two mills ask", "Jun: it is", "Mina", NULL});
    CHECK_INT(meet_step(&r.meet), MEET_CONFIRM);
    CHECK_INT(type(&r, "yes"), MEET_DECIDED);
    meet_minutes(&r.meet, (Date){2027, 3, 2}, &out);
    CHECK(meeting_read(strbuf_view(&out), STR("2027-03-02-lantern.md"), STR("m.md"),
                       &arena, &m, NULL));
    CHECK_INT(m.outcome, OUTCOME_NO_DIFFERENT);
    CHECK_INT(m.revision, 3);
    CHECK_STR(m.door, STR("two-way"));
    CHECK_STR(m.dissent, STR("Jun: it is"));
    CHECK_INT(m.owner.len, 0);
    CHECK(str_find(strbuf_view(&out), STR("Problem 1: say what it costs"), 0) !=
          STR_NONE);
    CHECK_INT(m.action_count, 0);
    strbuf_deinit(&out);
    arena_deinit(&arena);
    close_room(&r);
}

static void it_goes_on_after_any_line(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "Mina", "Tomas", "Jun, Dana", "Dana", "1",    "b",    "reveal all",
        "",     "good",  "bad",       "",     "cost", "vote", "4",
        "1",    "",      "",          "4",    NULL};
    StrBuf kept = {0};
    Room r;

    for (const char *const *line = lines; *line; line++) {
        open_room(&r, strbuf_view(&kept));
        MeetStep before = meet_step(&r.meet);
        type(&r, *line);
        CHECK(meet_step(&r.meet) >= MEET_AUTHOR && before < MEET_STEP_COUNT);
        strbuf_clear(&kept);
        meet_print(&r.meet, &kept);
        close_room(&r);
    }
    open_room(&r, strbuf_view(&kept));
    CHECK_INT(meet_step(&r.meet), MEET_DECIDE);
    CHECK_STR(meet_get(&r.meet, "outcome"), STR("no-different"));
    CHECK_STRZ(meet_next_key(&r.meet), "reason");
    close_room(&r);
    strbuf_deinit(&kept);
}

/* As a program that was killed: what was kept, and nobody at the screen. */
static void again(Room *r)
{
    StrBuf kept = {0};

    meet_print(&r->meet, &kept);
    close_room(r);
    open_room(r, strbuf_view(&kept));
    strbuf_deinit(&kept);
}

static void after_a_crash_a_page_waits_for_its_reader(void **state)
{
    (void)state;
    Room r;

    open_room(&r, (Str){0});
    type_all(&r, people);
    type_all(&r, (const char *const[]){"1", "", "Problem 1: of how many?", NULL});
    CHECK_INT(meet_step(&r.meet), MEET_READING);
    again(&r);
    CHECK_INT(meet_step(&r.meet), MEET_COVER);
    CHECK(!sees(&r, "of how many?"));
    type(&r, "b");
    CHECK_INT(meet_step(&r.meet), MEET_TURN);
    type_all(&r, (const char *const[]){"2", "", NULL});
    CHECK(!sees(&r, "of how many?"));
    close_room(&r);
}

static MeetReply act(Room *r, MeetAct what)
{
    const MeetInput in = {.act = what, .unit = NO_INDEX};

    return meet_do(&r->meet, &in, &r->said);
}

static void a_half_line_comes_back_to_the_same_person_alone(void **state)
{
    (void)state;
    Room r;

    open_room(&r, (Str){0});
    type_all(&r, people);
    type_all(&r, (const char *const[]){"1", "", NULL});
    meet_keep_half(&r.meet, STR("Problem 2"), STR("of how"));
    again(&r);
    CHECK_INT(meet_half(&r.meet).text.len, 0); /* nobody is there yet */
    act(&r, MEET_BACK);
    type_all(&r, (const char *const[]){"2", "", NULL});
    CHECK_INT(meet_half(&r.meet).text.len, 0);
    CHECK_INT(act(&r, MEET_AWAY), MEET_HIDE);
    type_all(&r, (const char *const[]){"1", "", NULL});
    CHECK_STR(meet_half(&r.meet).place, STR("Problem 2"));
    CHECK_STR(meet_half(&r.meet).text, STR("of how"));
    CHECK(!sees(&r, "of how"));
    close_room(&r);
}

static void what_is_said_is_a_half_line_no_more(void **state)
{
    (void)state;
    Room r;
    MeetInput in = {.act = MEET_SAY, .text = STR("Mina"), .unit = NO_INDEX};

    open_room(&r, (Str){0});
    type(&r, "Mina");
    meet_keep_half(&r.meet, (Str){0}, STR("Mina"));
    meet_do(&r.meet, &in, &r.said);
    CHECK(r.meet.refused);
    CHECK_STR(meet_half(&r.meet).text, STR("Mina"));
    in.text = STR("Tomas");
    meet_do(&r.meet, &in, &r.said);
    CHECK(!r.meet.refused);
    meet_set(&r.meet, "scribe", (Str){0});
    CHECK_INT(meet_half(&r.meet).text.len, 0);
    close_room(&r);
}

static void the_last_note_can_be_taken_back_to_be_changed(void **state)
{
    (void)state;
    Room r;
    size_t count;
    const MeetNote *notes;

    open_room(&r, (Str){0});
    type_all(&r, people);
    type_all(&r, (const char *const[]){"1", "", "Problem 1: one", "Problem 2: two",
                                       ": three", NULL});
    meet_keep_half(&r.meet, (Str){0}, STR("four"));
    act(&r, MEET_FORGET);
    CHECK(r.meet.refused); /* four would be lost */
    meet_keep_half(&r.meet, (Str){0}, (Str){0});
    act(&r, MEET_FORGET);
    CHECK_STR(meet_half(&r.meet).text, STR("three"));
    meet_keep_half(&r.meet, (Str){0}, (Str){0});
    act(&r, MEET_FORGET);
    CHECK_STR(meet_half(&r.meet).place, STR("Problem 2"));
    notes = meet_notes(&r.meet, "note", STR("Jun"), &count);
    CHECK_INT(count, 1);
    CHECK_STR(notes[0].text, STR("one"));
    type(&r, ": five");
    notes = meet_notes(&r.meet, "note", STR("Jun"), &count);
    CHECK_INT(count, 2);
    CHECK_STR(notes[1].text, STR("five"));
    close_room(&r);
}

static void words_of_people_are_no_markup_in_the_minutes(void **state)
{
    (void)state;
    Room r;
    StrBuf out = {0};

    open_room(&r, (Str){0});
    meet_set(&r.meet, "revision", STR("3"));
    meet_set(&r.meet, "commit", STR("58cf2447"));
    meet_set(&r.meet, "outcome", STR("later"));
    meet_set(&r.meet, "reason", STR("<b>2 * 3</b>"));
    meet_minutes(&r.meet, (Date){2027, 3, 2}, &out);
    CHECK(str_find(strbuf_view(&out), STR("- Reason: \\<b>2 \\* 3\\</b>\n"), 0) !=
          STR_NONE);
    CHECK(str_find(strbuf_view(&out), STR("revision 3, commit 58cf2447\n"), 0) !=
          STR_NONE);
    strbuf_deinit(&out);
    close_room(&r);
}

RUN_TESTS(TEST(people_have_roles_and_the_author_does_not_write),
          TEST(notes_are_hidden_until_all_open_together),
          TEST(who_has_not_read_holds_the_reveal_up_once), TEST(a_note_says_where),
          TEST(the_most_senior_speaks_last), TEST(votes_open_when_all_have_voted),
          TEST(a_decision_says_what_its_outcome_needs),
          TEST(a_whole_meeting_ends_in_its_minutes), TEST(it_goes_on_after_any_line),
          TEST(after_a_crash_a_page_waits_for_its_reader),
          TEST(a_half_line_comes_back_to_the_same_person_alone),
          TEST(what_is_said_is_a_half_line_no_more),
          TEST(the_last_note_can_be_taken_back_to_be_changed),
          TEST(words_of_people_are_no_markup_in_the_minutes))
