#include "app/review_files.h"

#include "check.h"
#include "scratch.h"

#define THREAD                                                                         \
    "'{\"author\":\"Mina\",\"text\":\"?\",\"timestamp\":\"2027-03-02T09:41:07Z\"}'"

static void threads_come_by_name_and_damage_is_told(void **state)
{
    Scratch scratch;
    Arena arena = {0};
    ThreadFiles files;
    (void)state;
    scratch_enter(&scratch);
    run("mkdir -p .prfaq/reviews/ideas/lantern/deeper; cd .prfaq/reviews/ideas/lantern;"
        "printf %%s " THREAD " >b.json; printf %%s " THREAD " >a.json; echo x >c.json;"
        "echo x >notes.txt; printf %%s " THREAD " >deeper/d.json");
    thread_files_read(STR("."), STR("ideas/lantern"), &arena, &files);
    CHECK_INT(files.count, 2);
    CHECK_STR(files.items[0].id, STR("a"));
    CHECK_INT(files.damage_count, 1);
    CHECK_STR(files.damage[0].what,
              STR(".prfaq/reviews/ideas/lantern/c.json:1: this is no JSON"));
    CHECK(files.damage[0].hint.len > 0);
    thread_files_read(STR("."), STR("nothing"), &arena, &files);
    CHECK_INT(files.count + files.damage_count, 0);
    arena_deinit(&arena);
    scratch_leave(&scratch);
}

static void minutes_come_by_name_and_damage_has_its_document(void **state)
{
    Scratch scratch;
    Arena arena = {0};
    MeetingFiles files;
    (void)state;
    scratch_enter(&scratch);
    run("mkdir -p .prfaq/meetings/2027-03-01-ideas; cd .prfaq/meetings;"
        "printf -- '---\\noutcome: go\\n---\\n' >2027-03-02-lantern.md;"
        "printf -- '---\\na: [\\n---\\n' >2027-03-03-lantern.md;"
        "echo Notes >2027-03-01-ideas/bus.md");
    meeting_files_read(STR("."), &arena, &files);
    CHECK_INT(files.count, 2);
    CHECK_STR(files.items[0].document, STR("ideas/bus"));
    CHECK_INT(files.items[1].outcome, OUTCOME_GO);
    CHECK_INT(files.damage_count, 1);
    CHECK_STR(files.damaged[0], STR("lantern"));
    arena_deinit(&arena);
    scratch_leave(&scratch);
}

RUN_TESTS(TEST(threads_come_by_name_and_damage_is_told),
          TEST(minutes_come_by_name_and_damage_has_its_document))
