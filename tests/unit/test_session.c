#include "app/session.h"
#include "check.h"
#include "scratch.h"

static void settings_come_from_variable_workspace_person_default(void **state)
{
    (void)state;
    Scratch scratch;
    Session s;
    Error err = {0};

    scratch_enter(&scratch);
    run("git init -q ideas && mkdir -p ideas/.prfaq .config/prfaq");
    write_text(".config/prfaq/config", "[ui]\n\tlang = ko\n\twrap = syllable\n");
    write_text("ideas/.prfaq/config", "[ui]\n\twrap = word\n");
    CHECK(session_open(&s, "ideas", &err));
    CHECK_STR(session_setting(&s, "ui.lang"), STR("ko"));
    CHECK_STR(session_setting(&s, "ui.wrap"), STR("word"));
    setenv("PRFAQ_WRAP", "syllable", 1);
    CHECK_STR(session_setting(&s, "ui.wrap"), STR("syllable"));
    unsetenv("PRFAQ_WRAP");
    session_close(&s);
    scratch_leave(&scratch);
}

static void a_damaged_settings_file_is_named_and_the_others_count(void **state)
{
    (void)state;
    Scratch scratch;
    Session s;
    Error err = {0};

    scratch_enter(&scratch);
    run("git init -q ideas && mkdir -p ideas/.prfaq .config/prfaq");
    write_text(".config/prfaq/config", "[ui\nlang = ko\n");
    write_text("ideas/.prfaq/config", "[ui]\n\tlang = en\n");
    CHECK(!session_open(&s, "ideas", &err));
    CHECK_INT(err.code, ERR_INVALID);
    CHECK(strstr(err.message, "prfaq/config:1"));
    CHECK_STR(session_setting(&s, "ui.lang"), STR("en"));
    session_close(&s);
    scratch_leave(&scratch);
}

static void own_templates_come_first_and_broken_ones_are_told(void **state)
{
    (void)state;
    Scratch scratch;
    Session s;
    Error err = {0};
    const Template *t = NULL;
    Str built_in = {0};

    scratch_enter(&scratch);
    run("git init -q ideas && mkdir -p ideas/.prfaq/templates/en");
    CHECK(session_open(&s, "ideas", &err));
    CHECK(session_template(&s, STR("feature"), LANG_EN, &t, &err));
    built_in = t->bytes;
    FILE *f = fopen("ideas/.prfaq/templates/en/feature.md", "w");
    fwrite(built_in.ptr, 1, built_in.len, f);
    fclose(f);
    write_text("ideas/.prfaq/templates/en/prfaq.md", "# nothing\n");
    /* A shell made it for what is about to be written into it. */
    write_text("ideas/.prfaq/templates/en/day-one.md", "");
    session_close(&s);

    CHECK(session_open(&s, "ideas", &err));
    CHECK(session_template(&s, STR("feature"), LANG_EN, &t, &err));
    CHECK(str_ends(t->path, STR(".prfaq/templates/en/feature.md")));
    CHECK(!session_template(&s, STR("prfaq"), LANG_EN, &t, &err));
    CHECK(session_template(&s, STR("day-one"), LANG_EN, &t, &err));
    CHECK_INT(err.code, ERR_INVALID);
    CHECK(session_template(&s, STR("prfaq"), LANG_KO, &t, &err));
    CHECK(!session_template(&s, STR("nonesuch"), LANG_EN, &t, &err));
    CHECK_INT(err.code, ERR_NOT_FOUND);
    CHECK(strstr(err.hint, "five-questions"));
    session_close(&s);
    scratch_leave(&scratch);
}

static void a_document_elsewhere_takes_the_session_with_it(void **state)
{
    (void)state;
    Scratch scratch;
    Session s;
    Error err = {0};
    Arena arena = {0};
    DocumentRef ref;

    scratch_enter(&scratch);
    run("git init -q here && git init -q there && printf 'x\\n' >there/a.md");
    run("printf 'x\\n' >outside.md && printf 'x\\n' >here/b.md");
    CHECK(session_open(&s, "here", &err));
    CHECK(!session_would_move(&s, STR("outside.md"), &arena));
    CHECK(!session_would_move(&s, STR("here/b.md"), &arena));
    CHECK(session_would_move(&s, STR("there/a.md"), &arena));
    CHECK(session_document(&s, STR("there/a.md"), &arena, &ref, &err));
    CHECK(str_ends(s.workspace.root, STR("/there")));
    CHECK_STR(ref.relative, STR("a.md"));
    arena_deinit(&arena);
    session_close(&s);
    scratch_leave(&scratch);
}

static void a_test_can_set_the_clock(void **state)
{
    (void)state;
    setenv("PRFAQ_NOW", "2027-03-02T09:41:07+09:00", 1);
    Moment now = session_now();
    StrBuf text = {0};
    moment_iso8601(now, &text);
    CHECK_STR(strbuf_view(&text), STR("2027-03-02T09:41:07+09:00"));
    strbuf_deinit(&text);
    unsetenv("PRFAQ_NOW");
}

RUN_TESTS(TEST(settings_come_from_variable_workspace_person_default),
          TEST(a_damaged_settings_file_is_named_and_the_others_count),
          TEST(own_templates_come_first_and_broken_ones_are_told),
          TEST(a_document_elsewhere_takes_the_session_with_it),
          TEST(a_test_can_set_the_clock))
