#include "base/file.h"

#include <fcntl.h>
#include <sys/stat.h>

#include "check.h"
#include "scratch.h"

static void bytes_are_appended_as_they_are(void **state)
{
    Scratch s;
    StrBuf b = {0};
    (void)state;
    scratch_enter(&s);
    run("printf 'a\\0b\\r\\n' >a.md; ln -s a.md link.md");
    strbuf_addz(&b, "<");
    CHECK(file_read("link.md", 5, &b, NULL));
    CHECK_STR(strbuf_view(&b), STR("<a\0b\r\n"));
    strbuf_deinit(&b);
    scratch_leave(&s);
}

static void what_is_no_file_is_refused_at_once(void **state)
{
    Scratch s;
    StrBuf b = {0};
    Error err = {0};
    (void)state;
    scratch_enter(&s);
    run("mkfifo pipe; mkdir folder");
    CHECK(!file_read("pipe", 100, &b, &err));
    CHECK_INT(err.code, ERR_IO);
    CHECK_STRZ(err.message, "cannot read \"pipe\": it is not an ordinary file");
    CHECK_STRZ(err.hint, "hand its text over as \"-\", standard input");
    CHECK(!file_read("folder", 100, &b, &err));
    CHECK_STRZ(err.message, "cannot read \"folder\": it is a folder");
    CHECK_STRZ(err.hint, "name a file in it");
    CHECK(!file_read("/dev/zero", 100, &b, &err));
    CHECK_INT(err.code, ERR_IO);
    CHECK(!file_read("missing", 100, &b, &err));
    CHECK_INT(err.code, ERR_NOT_FOUND);
    strbuf_deinit(&b);
    scratch_leave(&s);
}

static void a_file_over_the_limit_is_refused_and_nothing_kept(void **state)
{
    Scratch s;
    StrBuf b = {0};
    Error err = {0};
    (void)state;
    scratch_enter(&s);
    run("head -c 2097152 /dev/zero >big");
    strbuf_addz(&b, "x");
    CHECK(!file_read("big", 1 << 20, &b, &err));
    CHECK_STRZ(err.message, "cannot read \"big\": it is larger than 1 MiB");
    CHECK(err.hint[0]);
    CHECK_STR(strbuf_view(&b), STR("x"));
    CHECK(file_read("big", 2 << 20, &b, &err));
    CHECK_INT(b.len, 1 + (2 << 20));
    strbuf_deinit(&b);
    scratch_leave(&s);
}

static void standard_input_is_read_to_its_end(void **state)
{
    Scratch s;
    StrBuf b = {0};
    (void)state;
    scratch_enter(&s);
    write_text("in", "words\n");
    int kept = dup(STDIN_FILENO);
    int fd = open("in", O_RDONLY);
    CHECK(dup2(fd, STDIN_FILENO) == 0);
    CHECK(file_read_stdin(100, &b, NULL));
    dup2(kept, STDIN_FILENO);
    close(fd);
    close(kept);
    CHECK_STRZ(strbuf_cstr(&b), "words\n");
    strbuf_deinit(&b);
    scratch_leave(&s);
}

static void kinds_follow_links(void **state)
{
    Scratch s;
    (void)state;
    scratch_enter(&s);
    run("mkdir d; touch f; ln -s d l; ln -s nowhere broken; mkfifo p");
    CHECK_INT(file_kind("f"), FILE_REGULAR);
    CHECK_INT(file_kind("d"), FILE_FOLDER);
    CHECK_INT(file_kind("l"), FILE_FOLDER);
    CHECK_INT(file_kind("p"), FILE_OTHER);
    CHECK_INT(file_kind("broken"), FILE_NONE);
    scratch_leave(&s);
}

RUN_TESTS(TEST(bytes_are_appended_as_they_are),
          TEST(what_is_no_file_is_refused_at_once),
          TEST(a_file_over_the_limit_is_refused_and_nothing_kept),
          TEST(standard_input_is_read_to_its_end), TEST(kinds_follow_links))
