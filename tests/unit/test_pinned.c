#include "ui/pinned.h"

#include "check.h"

#include "ui/derive.h"
#include "ui/update.h"

static Library lib;

static const char text[] = "## Problem\n\nBakers call four mills.\n\n"
                           "## Solution\n\nOne list that every mill reads.\n";

static const ReviewNote notes[] = {
    {.kind = NOTE_QUESTION,
     .open = true,
     .pinned = true,
     .label = {"Q1", 2},
     .asker = {"Dana Li", 7},
     .text = {"Which\nfour?", 11},
     .quote = {"four mills", 10},
     .before = {"Bakers call", 11},
     .part = {"problem", 7},
     .due = {.seconds = 2000}},
    {.kind = NOTE_PROMISE,
     .open = true,
     .owed = true,
     .pinned = true,
     .label = {"M1", 2},
     .asker = {"Jun", 3},
     .text = {"Shorter.", 8},
     .due = {.seconds = 500}},
    {.kind = NOTE_QUESTION, .text = {"Closed", 6}, .part = {"solution", 8}},
};

static const CheckFacts facts = {.revisions = -1, .notes = notes, .note_count = 3};

static void open_text(Model *m)
{
    Msg opened = {.type = MSG_OPENED, .path = STR("/w/a.md"), .name = STR("a")};
    Msg idle = {.type = MSG_IDLE};

    opened.bytes = str_from(text);
    library_init(&lib);
    model_init(m, &lib, 24, 80);
    m->started_with_document = true;
    update(m, &opened);
    m->check.facts = &facts;
    m->now = (Moment){.seconds = 1000};
    m->ed.derived.stale = true;
    update(m, &idle);
    CHECK(m->ed.derived.valid);
}

static void check_said(const Model *m, const char *expected)
{
    StrBuf out = {0};
    const ReviewNote *note = pinned_here(m);

    CHECK(note != NULL);
    pinned_say(m, note, &out);
    CHECK_STR(strbuf_view(&out), str_from(expected));
    strbuf_deinit(&out);
}

static void the_question_of_the_section_is_shown(void **state)
{
    (void)state;
    Model m;

    open_text(&m);
    CHECK_INT(pinned_count(&m), 2);
    m.ed.caret = str_find(str_from(text), STR("Bakers"), 0);
    check_said(&m, "? Q1 Dana Li: Which four?");
    m.now.seconds = 3000;
    check_said(&m, "? Q1 Dana Li: (overdue) Which four?");
    m.ed.caret = str_find(str_from(text), STR("One list"), 0);
    check_said(&m, "? M1 Jun: (overdue) Shorter.");
    m.now.seconds = 100;
    CHECK(!pinned_here(&m));
    m.check.facts = NULL;
    CHECK_INT(pinned_count(&m), 0);
    model_deinit(&m);
    library_deinit(&lib);
}

static void a_sign_stands_beside_the_words(void **state)
{
    (void)state;
    Model m;

    open_text(&m);
    size_t at = str_find(str_from(text), STR("Bakers"), 0);
    CHECK_INT(m.ed.derived.asked_count, 1);
    CHECK(pinned_points_at(&m.ed, (Range){at, at + 20}));
    CHECK(!pinned_points_at(&m.ed, (Range){0, at}));
    CHECK(!pinned_points_at(&m.ed, (Range){at + 25, sizeof text - 1}));
    model_deinit(&m);
    library_deinit(&lib);
}

RUN_TESTS(TEST(the_question_of_the_section_is_shown),
          TEST(a_sign_stands_beside_the_words))
