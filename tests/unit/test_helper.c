#include "app/helper.h"

#include <stdlib.h>
#include <unistd.h>

#include "app/spell_place.h"
#include "check.h"
#include "scratch.h"

static void a_program_is_found_in_absolute_folders_only(void **state)
{
    (void)state;
    Scratch scratch;
    Arena arena = {0};
    char here[4096];

    scratch_enter(&scratch);
    char *before = getenv("PATH") ? mem_strdup(getenv("PATH")) : NULL;
    run("mkdir bin && printf '#!/bin/sh\\n' >bin/lantern && chmod +x bin/lantern");
    setenv("PATH", "bin:.", 1);
    CHECK_INT(helper_find("lantern", &arena).len, 0);
    CHECK(getcwd(here, sizeof here) != NULL);
    setenv("PATH", arena_printf(&arena, "nowhere:%s/bin", here).ptr, 1);
    CHECK(str_ends(helper_find("lantern", &arena), STR("/bin/lantern")));
    CHECK_INT(helper_find("bin", &arena).len, 0);
    if (before)
        setenv("PATH", before, 1);
    mem_free(before);
    arena_deinit(&arena);
    scratch_leave(&scratch);
}

static void its_output_is_read_and_its_end_is_known(void **state)
{
    (void)state;
    const char *good[] = {"/bin/sh", "-c", "echo one; cat; echo two", NULL};
    const char *bad[] = {"/bin/sh", "-c", "echo one; exit 3", NULL};
    const char *slow[] = {"/bin/sh", "-c", "echo one; exec sleep 30", NULL};
    const char *none[] = {"/nowhere/at/all", NULL};
    StrBuf out = {0};

    CHECK(helper_output(good, 5000, &out));
    CHECK_STR(strbuf_view(&out), STR("one\ntwo\n"));
    CHECK(!helper_output(bad, 5000, &out));
    CHECK(!helper_output(slow, 100, &out));
    CHECK(!helper_output(none, 5000, &out));
    strbuf_deinit(&out);
}

static void dictionaries_are_told_by_their_files(void **state)
{
    (void)state;
    Scratch scratch;
    Arena arena = {0};
    SpellPlace place;
    char here[4096];

    scratch_enter(&scratch);
    run("touch en_GB.aff ko.aff");
    CHECK(getcwd(here, sizeof here) != NULL);
    spell_place_find(here, &arena, &place);
    CHECK_STR(place.dictionary[LANG_EN], STR("en_GB"));
    CHECK_STR(place.dictionary[LANG_KO], STR("ko"));
    CHECK_INT(place.dictionary[LANG_DE].len, 0);
    spell_place_find("/nowhere", &arena, &place);
    CHECK_INT(place.dictionary[LANG_EN].len, 0);
    arena_deinit(&arena);
    scratch_leave(&scratch);
}

RUN_TESTS(TEST(a_program_is_found_in_absolute_folders_only),
          TEST(its_output_is_read_and_its_end_is_known),
          TEST(dictionaries_are_told_by_their_files))
