#include "check.h"

#include "app/tutorial_step.h"
#include "scratch.h"

static void each_document_goes_on_at_its_step(void **state)
{
    (void)state;
    Scratch scratch;
    scratch_enter(&scratch);
    Session s = {.workspace = {.private_ = str_from(scratch.path)}};

    CHECK_INT(tutorial_step_read(&s, STR("/t/tutorial.md")), 0);
    tutorial_step_write(&s, STR("/t/tutorial.md"), 7);
    CHECK_INT(tutorial_step_read(&s, STR("/t/tutorial.md")), 7);
    CHECK_INT(tutorial_step_read(&s, STR("/t/tutorial-2.md")), 0);
    tutorial_step_write(&s, STR("/t/tutorial.md"), 8);
    CHECK_INT(tutorial_step_read(&s, STR("/t/tutorial.md")), 8);
    scratch_leave(&scratch);
}

static void without_a_place_it_begins_at_the_first(void **state)
{
    (void)state;
    Session s = {0};

    tutorial_step_write(&s, STR("/t/tutorial.md"), 7);
    CHECK_INT(tutorial_step_read(&s, STR("/t/tutorial.md")), 0);
}

RUN_TESTS(TEST(each_document_goes_on_at_its_step),
          TEST(without_a_place_it_begins_at_the_first))
