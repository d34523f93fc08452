#include "app/hook.h"
#include "check.h"
#include "scratch.h"

static const HookPlan plan = {.program = {"/opt/it's \"a\" $x\n/prfaq", 21},
                              .block = true,
                              .fail_on = LEVEL_WARNING};

static void a_script_is_known_again_until_it_is_changed(void **state)
{
    StrBuf script = {0};

    (void)state;
    hook_script(&plan, &script);
    CHECK_INT(hook_recognise(strbuf_view(&script)), HOOK_OURS);
    strbuf_addz(&script, "echo more\n");
    CHECK_INT(hook_recognise(strbuf_view(&script)), HOOK_CHANGED);
    CHECK_INT(hook_recognise(STR("#!/bin/sh\nexit 1\n")), HOOK_OTHER);
    CHECK_INT(hook_recognise(STR("")), HOOK_OTHER);
    strbuf_deinit(&script);
}

/* Run by a shell: the program at any path is found, or missed and let pass. */
static void the_shell_finds_a_program_at_any_path(void **state)
{
    Scratch scratch;
    StrBuf script = {0}, path = {0};
    HookPlan there = {.block = true, .fail_on = LEVEL_WARNING};

    (void)state;
    scratch_enter(&scratch);
    strbuf_addf(&path, "%s/it's \"a\" $x\n`y`", scratch.path);
    there.program = strbuf_view(&path);
    hook_script(&there, &script);
    write_text("pre-commit", strbuf_cstr(&script));
    run("sh ./pre-commit 2>said && grep -q 'is no longer at' said");
    CHECK(rename("pre-commit", "pre-commit") == 0);
    write_text(strbuf_cstr(&path), "#!/bin/sh\nprintf '%s ' \"$@\"\nexit 7\n");
    run("chmod +x it*");
    CHECK_OUTPUT("hook run --block --fail-on warning 7", "sh ./pre-commit; echo $?");
    strbuf_deinit(&script);
    strbuf_deinit(&path);
    scratch_leave(&scratch);
}

static void the_program_is_found_as_it_was_called(void **state)
{
    Scratch scratch;
    Arena arena = {0};
    Str out = {0};
    Error err = {0};
    char path[8192];

    (void)state;
    scratch_enter(&scratch);
    run("mkdir 'b in' && printf x >'b in/tool' && chmod +x 'b in/tool'");
    CHECK(hook_program("b in/tool", &arena, &out, &err));
    CHECK(str_ends(out, STR("/b in/tool")) && out.ptr[0] == '/');
    snprintf(path, sizeof path, "relative:%s/b in", scratch.path);
    char *before = strdup(getenv("PATH"));
    setenv("PATH", path, 1);
    CHECK(hook_program("tool", &arena, &out, &err));
    CHECK(str_starts(out, str_from(scratch.path)));
    CHECK(!hook_program("other", &arena, &out, &err));
    CHECK_INT(err.code, ERR_NOT_FOUND);
    setenv("PATH", before, 1);
    free(before);
    arena_deinit(&arena);
    scratch_leave(&scratch);
}

RUN_TESTS(TEST(a_script_is_known_again_until_it_is_changed),
          TEST(the_shell_finds_a_program_at_any_path),
          TEST(the_program_is_found_as_it_was_called))
