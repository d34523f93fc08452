#include "scratch.h"

#include "app/copy.h"

/* A clipboard program of ours comes first on the path. */
static void use_program(const char *name, const char *script)
{
    StrBuf text = {0}, path = {0};
    char folder[4096];

    CHECK(getcwd(folder, sizeof folder) != NULL);
    strbuf_addf(&text, "#!/bin/sh\n%s\n", script);
    write_text(name, strbuf_cstr(&text));
    run("chmod +x %s", name);
    strbuf_addf(&path, "%s:/usr/bin:/bin", folder);
    setenv("PATH", strbuf_cstr(&path), 1);
    strbuf_deinit(&text);
    strbuf_deinit(&path);
}

static void on_this_computer(void)
{
    static const char *const names[] = {"SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT",
                                        "WAYLAND_DISPLAY", "DISPLAY"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        unsetenv(names[i]);
}

static void the_text_goes_through_a_pipe(void **state)
{
    (void)state;
    Scratch scratch;

    scratch_enter(&scratch);
    on_this_computer();
    setenv("WAYLAND_DISPLAY", "wayland-0", 1);
    use_program("wl-copy", "echo \"$#\" >count; cat >copied");
    CHECK(copy_by_program(STR("밀가루 'two' $words\n")));
    check_file("copied", "밀가루 'two' $words\n");
    check_file("count", "0\n");
    scratch_leave(&scratch);
}

static void x11_has_its_own_program(void **state)
{
    (void)state;
    Scratch scratch;

    scratch_enter(&scratch);
    on_this_computer();
    setenv("DISPLAY", ":0", 1);
    use_program("xclip", "echo \"$*\" >arguments; cat >copied");
    CHECK(copy_by_program(STR("words")));
    check_file("arguments", "-selection clipboard\n");
    check_file("copied", "words");
    scratch_leave(&scratch);
}

static void elsewhere_the_clipboard_is_the_terminals(void **state)
{
    (void)state;
    Scratch scratch;

    scratch_enter(&scratch);
    on_this_computer();
    use_program("wl-copy", "cat >copied");
    CHECK(!copy_by_program(STR("words"))); /* no display */
    setenv("WAYLAND_DISPLAY", "wayland-0", 1);
    setenv("SSH_CONNECTION", "10.0.0.1 22 10.0.0.2 22", 1);
    CHECK(!copy_by_program(STR("words")));
    CHECK_OUTPUT("0", "ls copied 2>/dev/null | wc -l");
    on_this_computer();
    scratch_leave(&scratch);
}

static void a_program_that_fails_or_hangs_is_not_waited_for(void **state)
{
    (void)state;
    Scratch scratch;

    scratch_enter(&scratch);
    on_this_computer();
    setenv("WAYLAND_DISPLAY", "wayland-0", 1);
    use_program("wl-copy", "exit 1");
    CHECK(!copy_by_program(STR("words")));
    use_program("wl-copy", "exec sleep 60");
    CHECK(!copy_by_program(STR("words")));
    run("rm wl-copy");
    setenv("PATH", scratch.path, 1);
    CHECK(!copy_by_program(STR("words")));
    setenv("PATH", "/usr/bin:/bin", 1);
    scratch_leave(&scratch);
}

RUN_TESTS(TEST(the_text_goes_through_a_pipe), TEST(x11_has_its_own_program),
          TEST(elsewhere_the_clipboard_is_the_terminals),
          TEST(a_program_that_fails_or_hangs_is_not_waited_for))
