#include "app/ask_file.h"

#include "desk.h"

static void what_is_asked_waits_for_the_person_who_began_it(void **state)
{
    Desk d;
    (void)state;
    desk_open(&d);
    CHECK_STR(ask_file_read(&d.session, d.ref.name, STR("Mina"), &d.arena), STR(""));
    CHECK(ask_file_write(&d.session, d.ref.name, STR("Mina"), STR("words\n"), &d.err));
    CHECK_STR(ask_file_read(&d.session, d.ref.name, STR("Mina"), &d.arena),
              STR("words\n"));
    CHECK_STR(ask_file_read(&d.session, d.ref.name, STR("Jun"), &d.arena), STR(""));
    run("test \"$(stat -c %%a .git/prfaq/ask/*)\" = 600");
    CHECK(ask_file_write(&d.session, d.ref.name, STR("Mina"), STR(""), &d.err));
    CHECK(ask_file_write(&d.session, d.ref.name, STR("Mina"), STR(""), &d.err));
    CHECK_STR(ask_file_read(&d.session, d.ref.name, STR("Mina"), &d.arena), STR(""));
    desk_close(&d);
}

RUN_TESTS(TEST(what_is_asked_waits_for_the_person_who_began_it))
