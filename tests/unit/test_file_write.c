/* Replacing, creating and private files: src/base/file_write.c. */
#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "check.h"
#include "scratch.h"

static unsigned mode_of(const char *path)
{
    struct stat st;
    CHECK_INT(lstat(path, &st), 0);
    return st.st_mode & 07777;
}

static void replacing_keeps_mode_and_leaves_nothing_behind(void **state)
{
    Scratch s;
    (void)state;
    scratch_enter(&s);
    write_text("a.md", "old");
    run("chmod 4751 a.md");
    CHECK(file_replace("a.md", STR("new words\n"), NULL));
    check_file("a.md", "new words\n");
    CHECK_INT(mode_of("a.md"), 04751);
    CHECK(file_replace("a.md", STR(""), NULL));
    check_file("a.md", "");
    CHECK_OUTPUT("a.md", "ls -A");
    scratch_leave(&s);
}

static void a_new_file_obeys_umask(void **state)
{
    Scratch s;
    (void)state;
    scratch_enter(&s);
    mode_t old = umask(027);
    CHECK(file_replace("new.md", STR("x"), NULL));
    CHECK_INT(mode_of("new.md"), 0640);
    umask(old);
    scratch_leave(&s);
}

static void links_stay_links(void **state)
{
    Scratch s;
    (void)state;
    scratch_enter(&s);
    run("mkdir o; echo old >o/real.md; ln -s o/real.md b.md; ln -s b.md a.md");
    CHECK(file_replace("a.md", STR("new"), NULL));
    check_file("o/real.md", "new");
    CHECK_OUTPUT("b.md o/real.md", "echo $(readlink a.md b.md)");
    CHECK_OUTPUT("real.md", "ls -A o");
    run("ln -s made.md dangling.md");
    CHECK(file_replace("dangling.md", STR("made"), NULL));
    check_file("made.md", "made");
    CHECK_OUTPUT("made.md", "readlink dangling.md");
    scratch_leave(&s);
}

static void links_in_a_circle_are_refused(void **state)
{
    Scratch s;
    Error err = {0};
    (void)state;
    scratch_enter(&s);
    run("ln -s a b; ln -s b a");
    CHECK(!file_replace("a", STR("new"), &err));
    CHECK_STRZ(err.message, "cannot write \"a\": its links lead in a circle");
    scratch_leave(&s);
}

static void hard_links_stay_together(void **state)
{
    Scratch s;
    (void)state;
    scratch_enter(&s);
    run("echo a long old text >a.md; ln a.md b.md");
    CHECK(file_replace("a.md", STR("new"), NULL));
    check_file("b.md", "new");
    CHECK(file_replace("b.md", STR("a longer new text"), NULL));
    check_file("a.md", "a longer new text");
    CHECK_OUTPUT("2", "stat -c %%h a.md");
    CHECK_OUTPUT("", "ls -A .local/state/prfaq/unsaved");
    CHECK_INT(mode_of(".local/state/prfaq/unsaved"), 0700);
    scratch_leave(&s);
}

static void without_a_place_for_the_copy_a_linked_file_is_not_touched(void **state)
{
    Scratch s;
    Error err = {0};
    (void)state;
    scratch_enter(&s);
    run("echo old >a.md; ln a.md b.md");
    unsetenv("HOME");
    CHECK(!file_replace("a.md", STR("new"), &err));
    CHECK_INT(err.code, ERR_IO);
    CHECK(err.hint[0] != '\0');
    check_file("a.md", "old\n");
    scratch_leave(&s);
}

static void extended_attributes_come_along(void **state)
{
    Scratch s;
    char value[8] = "";
    (void)state;
    scratch_enter(&s);
    write_text("a.md", "old");
    if (setxattr("a.md", "user.k", "v", 1, 0) == 0) {
        CHECK(file_replace("a.md", STR("new"), NULL));
        CHECK_INT(getxattr("a.md", "user.k", value, sizeof value), 1);
        CHECK_INT(value[0], 'v');
    }
    scratch_leave(&s);
}

static void a_read_only_file_is_refused_for_root_too(void **state)
{
    Scratch s;
    Error err = {0};
    (void)state;
    scratch_enter(&s);
    write_text("a.md", "old");
    run("chmod 444 a.md");
    CHECK(!file_replace("a.md", STR("new"), &err));
    CHECK_STRZ(err.message, "cannot write \"a.md\": it is read-only");
    CHECK(err.hint[0] != '\0');
    check_file("a.md", "old");
    scratch_leave(&s);
}

static void pipes_folders_and_devices_are_refused_at_once(void **state)
{
    Scratch s;
    Error err = {0};
    (void)state;
    scratch_enter(&s);
    run("mkfifo p; mkdir d; ln -s /dev/null null");
    CHECK(!file_replace("p", STR("x"), &err));
    CHECK_INT(err.code, ERR_IO);
    CHECK(!file_replace("d", STR("x"), &err));
    CHECK_STRZ(err.message, "cannot write \"d\": it is a folder");
    CHECK(!file_replace("null", STR("x"), &err));
    CHECK(!file_replace("missing/a.md", STR("x"), &err));
    CHECK_INT(err.code, ERR_NOT_FOUND);
    CHECK_OUTPUT("d null p", "echo $(ls -A)");
    scratch_leave(&s);
}

static void what_a_killed_process_left_is_swept_away(void **state)
{
    Scratch s;
    (void)state;
    scratch_enter(&s);
    run("touch .prfaq-0123456789abcdef.tmp .prfaq-mine.tmp a.md");
    CHECK(file_replace("a.md", STR("x"), NULL));
    CHECK_OUTPUT(".prfaq-mine.tmp a.md", "echo $(ls -A)");
    scratch_leave(&s);
}

static void what_is_young_or_held_is_not_swept_from_a_folder(void **state)
{
    Scratch s;
    (void)state;
    scratch_enter(&s);
    run("mkdir d; cd d; touch .prfaq-00000000000000aa.tmp a.json; "
        "touch -d '2 minutes ago' .prfaq-0123456789abcdef.tmp "
        ".prfaq-1111111111111111.tmp old.json");
    int held = open("d/.prfaq-1111111111111111.tmp", O_RDWR);
    CHECK(held >= 0 && flock(held, LOCK_EX) == 0);
    folder_sweep("d");
    CHECK_OUTPUT(".prfaq-00000000000000aa.tmp .prfaq-1111111111111111.tmp a.json "
                 "old.json",
                 "echo $(ls -A d)");
    close(held);
    folder_sweep("d");
    CHECK_OUTPUT(".prfaq-00000000000000aa.tmp a.json old.json", "echo $(ls -A d)");
    folder_sweep("missing");
    scratch_leave(&s);
}

static void creating_never_replaces(void **state)
{
    Scratch s;
    Error err = {0};
    (void)state;
    scratch_enter(&s);
    mode_t old = umask(022);
    CHECK(file_create("a.md", STR("first"), NULL));
    CHECK_INT(mode_of("a.md"), 0644);
    umask(old);
    CHECK(!file_create("a.md", STR("second"), &err));
    CHECK_INT(err.code, ERR_STATE);
    CHECK_STRZ(err.message, "\"a.md\" exists already");
    check_file("a.md", "first");
    run("ln -s nowhere.md link.md");
    CHECK(!file_create("link.md", STR("x"), &err));
    CHECK_INT(err.code, ERR_STATE);
    CHECK(!file_create("missing/a.md", STR("x"), &err));
    CHECK_INT(err.code, ERR_NOT_FOUND);
    CHECK_OUTPUT("a.md link.md", "echo $(ls -A)");
    scratch_leave(&s);
}

static void private_files_are_for_one_person(void **state)
{
    Scratch s;
    Error err = {0};
    (void)state;
    scratch_enter(&s);
    mode_t old = umask(0);
    CHECK(file_write_private("p/q/who", STR("mina"), NULL));
    CHECK(file_write_private("p/q/who", STR("jun"), NULL));
    umask(old);
    check_file("p/q/who", "jun");
    CHECK_INT(mode_of("p"), 0700);
    CHECK_INT(mode_of("p/q"), 0700);
    CHECK_INT(mode_of("p/q/who"), 0600);
    run("mkdir elsewhere; ln -s elsewhere link; ln -s ../../elsewhere/x p/q/l");
    CHECK(!file_write_private("link/who", STR("x"), &err));
    CHECK_INT(err.code, ERR_IO);
    CHECK(file_write_private("p/q/l", STR("x"), NULL));
    CHECK_OUTPUT("", "ls -A elsewhere");
    scratch_leave(&s);
}

RUN_TESTS(TEST(replacing_keeps_mode_and_leaves_nothing_behind),
          TEST(a_new_file_obeys_umask), TEST(links_stay_links),
          TEST(links_in_a_circle_are_refused), TEST(hard_links_stay_together),
          TEST(without_a_place_for_the_copy_a_linked_file_is_not_touched),
          TEST(extended_attributes_come_along),
          TEST(a_read_only_file_is_refused_for_root_too),
          TEST(pipes_folders_and_devices_are_refused_at_once),
          TEST(what_a_killed_process_left_is_swept_away),
          TEST(what_is_young_or_held_is_not_swept_from_a_folder),
          TEST(creating_never_replaces), TEST(private_files_are_for_one_person))
