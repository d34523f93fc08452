#include "desk.h"

#include "app/own_editor.h"

/* The person's editor is a script. */
static void use_editor(const char *script)
{
    StrBuf text = {0};
    char path[4096];

    strbuf_addf(&text, "#!/bin/sh\n%s\n", script);
    write_text("editor", strbuf_cstr(&text));
    strbuf_deinit(&text);
    run("chmod +x editor");
    CHECK(realpath("editor", path) != NULL);
    setenv("EDITOR", path, 1);
    unsetenv("VISUAL");
}

static bool edit(Desk *d, const char *text, StrBuf *out)
{
    strbuf_clear(out);
    d->err = (Error){0};
    bool ok = own_editor_run(&d->session, NULL, str_from(text), out, &d->err);
    CHECK_OUTPUT("0", "ls .git/prfaq/edit | wc -l"); /* nothing is left behind */
    return ok;
}

static void what_the_editor_leaves_comes_back(void **state)
{
    (void)state;
    Desk d;
    StrBuf out = {0};

    desk_open(&d);
    use_editor("stat -c %a \"$1\" >mode; echo \"$*\" >arguments; sed -i s/two/three/ "
               "\"$1\"");
    CHECK(edit(&d, "one\ntwo\n", &out));
    CHECK_STR(strbuf_view(&out), STR("one\nthree\n"));
    check_file("mode", "600\n");
    /* The words are in the file, never in an argument or the file's name. */
    CHECK_OUTPUT("0", "grep -c 'one\\|two\\|lantern' arguments || true");
    strbuf_deinit(&out);
    desk_close(&d);
}

static void visual_comes_first_and_may_have_options(void **state)
{
    (void)state;
    Desk d;
    StrBuf out = {0};

    desk_open(&d);
    use_editor("test \"$1\" = --wait && echo visual >\"$2\"");
    StrBuf visual = {0};
    strbuf_addf(&visual, "%s  --wait", getenv("EDITOR"));
    setenv("VISUAL", strbuf_cstr(&visual), 1);
    setenv("EDITOR", "false", 1);
    CHECK(edit(&d, "one\n", &out));
    CHECK_STR(strbuf_view(&out), STR("visual\n"));
    unsetenv("VISUAL");
    strbuf_deinit(&visual);
    strbuf_deinit(&out);
    desk_close(&d);
}

static void an_editor_that_fails_changes_nothing(void **state)
{
    (void)state;
    static const struct {
        const char *script;
        ErrorCode code;
    } cases[] = {{"echo other >\"$1\"; exit 3", ERR_STATE},
                 {"kill -9 $$", ERR_STATE},
                 {": >\"$1\"", ERR_INVALID},
                 {"rm \"$1\"", ERR_NOT_FOUND}};
    Desk d;
    StrBuf out = {0};

    desk_open(&d);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        use_editor(cases[i].script);
        CHECK(!edit(&d, "one\n", &out));
        CHECK_INT(d.err.code, cases[i].code);
    }
    setenv("EDITOR", "/nowhere/at-all", 1);
    CHECK(!edit(&d, "one\n", &out));
    CHECK_INT(d.err.code, ERR_STATE);
    strbuf_deinit(&out);
    desk_close(&d);
}

RUN_TESTS(TEST(what_the_editor_leaves_comes_back),
          TEST(visual_comes_first_and_may_have_options),
          TEST(an_editor_that_fails_changes_nothing))
