#include "check.h"
#include "scratch.h"

#include "store/config.h"

static void check_edit(const char *before, const char *name, const char *value,
                       const char *after)
{
    StrBuf out = {0};
    Error err = {0};

    if (!config_edit(str_from(before), str_from(name), str_from(value), &out, &err))
        print_error("%s\n", err.message);
    CHECK_STRZ(strbuf_cstr(&out), after);
    strbuf_deinit(&out);
}

static void a_value_is_changed_in_its_place(void **state)
{
    (void)state;
    check_edit("# c\n[ui]\n  Lang=en ; here\n\ttheme = x\n", "ui.lang", "ko",
               "# c\n[ui]\n  lang = ko ; here\n\ttheme = x\n");
    check_edit("[ui]\nlang\n", "ui.lang", "ko", "[ui]\nlang = ko\n");
    check_edit("[ui]lang=\"a\\\nb\"  \r\nx=1", "ui.lang", "ko",
               "[ui]lang = ko  \r\nx=1");
    check_edit("[a]\nb=1\nb=2\n", "a.b", "3", "[a]\nb=1\nb = 3\n");
}

static void a_new_key_goes_to_the_end_of_its_section(void **state)
{
    (void)state;
    check_edit("", "ui.lang", "ko", "[ui]\n\tlang = ko\n");
    check_edit("[ui]\n\ttheme = x\n\n[check]\n\ta = b\n", "ui.lang", "ko",
               "[ui]\n\ttheme = x\n\tlang = ko\n\n[check]\n\ta = b\n");
    check_edit("[ui]", "ui.lang", "ko", "[ui]\n\tlang = ko\n");
    check_edit("[ui]\r\nx=1\r\n", "ui.lang", "ko", "[ui]\r\nx=1\r\n\tlang = ko\r\n");
    check_edit("[limit \"a\"]\nx=1\n", "limit.b.x", "2",
               "[limit \"a\"]\nx=1\n[limit \"b\"]\n\tx = 2\n");
    check_edit("[a] b=1\n[c]d=1\n", "a.e", "2", "[a] b=1\n\te = 2\n[c]d=1\n");
    check_edit("[a]\nb = x\\", "ui.lang", "ko", "[a]\nb = x\\\n\n[ui]\n\tlang = ko\n");
    check_edit("", "person.A \"B\\C.email", "x",
               "[person \"A \\\"B\\\\C\"]\n\temail = x\n");
}

static void a_removed_key_goes_with_its_line(void **state)
{
    (void)state;
    check_edit("[ui]\n\tlang = ko # x\n\ttheme = y\n", "ui.lang", NULL,
               "[ui]\n\ttheme = y\n");
    check_edit("[a]\nb=1\nc=2\nb=3", "a.b", NULL, "[a]\nc=2\n");
    check_edit("[a] b=1\n", "a.b", NULL, "[a] \n");
    check_edit("[a]\nc=2\n", "a.b", NULL, "[a]\nc=2\n");
}

static void git_reads_back_what_was_written(void **state)
{
    static const char *const values[] = {"",       " x ",  "a#b",  "a;b",  "\"q\"",
                                         "back\\", "t\tt", "l\nl", "한글", "x  y",
                                         "\\n",    "'",    "=",    "[x]"};
    Scratch s;
    (void)state;
    scratch_enter(&s);
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        StrBuf out = {0};
        CHECK(config_edit(STR("[a]\nz=1"), STR("a.b-c"), str_from(values[i]), &out,
                          NULL));
        write_text("c", strbuf_cstr(&out));
        CHECK_OUTPUT(values[i], "git config -f c a.b-c");
        strbuf_deinit(&out);
    }
    scratch_leave(&s);
}

static void what_cannot_be_written_is_refused(void **state)
{
    static const char *const names[] = {
        "lang", ".lang", "ui.", "u_i.lang", "ui.1a", "ui.-a", "a.b\nc.d", "ui.a b", ""};
    StrBuf out = {0};
    Error err = {0};
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        CHECK(!config_edit(STR(""), str_from(names[i]), STR("x"), &out, &err));
        CHECK_INT(err.code, ERR_USAGE);
    }
    CHECK(!config_edit(STR(""), STR("a.b"), STR("\x1b"), &out, &err));
    CHECK_INT(err.code, ERR_USAGE);
    CHECK(!config_edit(STR("[a\n"), STR("a.b"), STR("x"), &out, &err));
    CHECK_INT(err.code, ERR_INVALID);
    strbuf_deinit(&out);
}

RUN_TESTS(TEST(a_value_is_changed_in_its_place),
          TEST(a_new_key_goes_to_the_end_of_its_section),
          TEST(a_removed_key_goes_with_its_line), TEST(git_reads_back_what_was_written),
          TEST(what_cannot_be_written_is_refused))
