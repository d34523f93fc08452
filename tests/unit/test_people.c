#include "store/people.h"

#include "check.h"
#include "scratch.h"

static const char roster_text[] = "[person \"Mina Park\"]\n"
                                  "\temail = mina@example.com\n"
                                  "\tinitials = MP\n"
                                  "\tteam = Design\n"
                                  "[person \"김준\"]\n"
                                  "\tinitials = KJ\n"
                                  "[person \"Mina Porter\"]\n"
                                  "\temail = porter@example.com\n"
                                  "\tinitials = mp\n";

static void the_roster_is_read_in_its_order(void **state)
{
    Arena a = {0};
    Roster r;
    (void)state;
    CHECK(roster_parse(str_from(roster_text), STR("people"), &a, &r, NULL));
    CHECK_INT(r.count, 3);
    CHECK_STR(r.members[0].name, STR("Mina Park"));
    CHECK_STR(r.members[0].email, STR("mina@example.com"));
    CHECK_STR(r.members[0].team, STR("Design"));
    CHECK_STR(r.members[1].initials, STR("KJ"));
    CHECK(str_ends(r.members[1].email, STR("@prfaq.invalid")));
    CHECK_INT(r.members[1].email.len, 8 + 14);
    arena_deinit(&a);
}

static void check_find(const char *who, const char *name)
{
    Arena a = {0};
    Roster r;
    const Member *m = NULL;
    Error err = {0};

    CHECK(roster_parse(str_from(roster_text), STR("people"), &a, &r, NULL));
    if (!roster_find(&r, str_from(who), &m, &err))
        print_error("%s\n", err.message);
    CHECK(m != NULL);
    CHECK_STR(m->name, str_from(name));
    arena_deinit(&a);
}

static void people_are_found_by_what_tells_them_apart(void **state)
{
    (void)state;
    check_find("Mina Park", "Mina Park");
    check_find("mina park", "Mina Park");
    check_find("Mina Po", "Mina Porter");
    check_find("kj", "김준");
    check_find("김", "김준");
    check_find(
        "\xe1\x84\x80\xe1\x85\xb5\xe1\x86\xb7\xe1\x84\x8c\xe1\x85\xae\xe1\x86\xab",
        "김준");
}

static void who_fits_two_or_nobody_is_refused(void **state)
{
    Arena a = {0};
    Roster r;
    const Member *m = NULL;
    Error err = {0};
    (void)state;
    CHECK(roster_parse(str_from(roster_text), STR("people"), &a, &r, NULL));
    CHECK(!roster_find(&r, STR("Mina"), &m, &err));
    CHECK_INT(err.code, ERR_USAGE);
    CHECK(!roster_find(&r, STR("mp"), &m, &err));
    CHECK_INT(err.code, ERR_USAGE);
    CHECK(!roster_find(&r, STR("Eve"), &m, &err));
    CHECK_INT(err.code, ERR_NOT_FOUND);
    CHECK_STRZ(err.hint, "add them with: prfaq who add \"Eve\"");
    CHECK(!roster_find(&r, STR(" "), &m, &err));
    CHECK_INT(err.code, ERR_NOT_FOUND);
    arena_deinit(&a);
}

static void a_person_is_added_once(void **state)
{
    StrBuf out = {0}, again = {0};
    bool known = true;
    (void)state;
    CHECK(roster_add(STR("# us\n"), STR(" Mina \"M\" Park "), STR("m@e"), &out, &known,
                     NULL));
    CHECK(!known);
    CHECK_STRZ(strbuf_cstr(&out),
               "# us\n[person \"Mina \\\"M\\\" Park\"]\n\temail = m@e\n");
    CHECK(roster_add(strbuf_view(&out), STR("Mina \"M\" Park"), STR(""), &again, &known,
                     NULL));
    CHECK(known);
    CHECK_STR(strbuf_view(&again), strbuf_view(&out));
    strbuf_deinit(&out);
    strbuf_deinit(&again);
}

static void who_gives_no_address_gets_a_stable_one(void **state)
{
    StrBuf composed = {0}, decomposed = {0};
    bool known;
    (void)state;
    /* printf '김준' | sha256sum */
    CHECK(roster_add(STR(""), STR("김준"), STR(""), &composed, &known, NULL));
    CHECK(roster_add(STR(""),
                     STR("\xe1\x84\x80\xe1\x85\xb5\xe1\x86\xb7\xe1\x84\x8c\xe1\x85\xae"
                         "\xe1\x86\xab"),
                     STR(""), &decomposed, &known, NULL));
    CHECK_STR(strbuf_view(&composed), strbuf_view(&decomposed));
    char *id = output("printf '김준' | sha256sum | cut -c1-8");
    CHECK(str_find(strbuf_view(&composed), str_from(id), 0) != STR_NONE);
    free(id);
    strbuf_deinit(&composed);
    strbuf_deinit(&decomposed);
}

static void names_git_cannot_carry_are_refused(void **state)
{
    static const char *const bad[] = {"",     "  ",    "a<b",  "a>b",
                                      "a\nb", "a\x1b", "\xff", "a\u202eb"};
    StrBuf out = {0}, many = {0};
    bool known;
    Error err = {0};
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        CHECK(!roster_add(STR(""), str_from(bad[i]), STR(""), &out, &known, &err));
        CHECK_INT(err.code, ERR_USAGE);
    }
    CHECK(!roster_add(STR(""), STR("Mina"), STR("a b"), &out, &known, &err));
    CHECK(!roster_add(STR(""), STR("Mina"), STR("<a>"), &out, &known, &err));
    for (int i = 0; i < 100; i++)
        strbuf_addz(&many, "한");
    CHECK(person_name_ok(strbuf_view(&many), &err));
    strbuf_addz(&many, "한");
    CHECK(!person_name_ok(strbuf_view(&many), &err));
    CHECK_INT(out.len, 0);
    strbuf_deinit(&out);
    strbuf_deinit(&many);
}

static void who_types_is_kept_for_this_clone(void **state)
{
    Scratch s;
    Arena a = {0};
    Who who = {0};
    const Str room[] = {STR("Jun #1"), STR("김준")};
    (void)state;
    scratch_enter(&s);
    CHECK(who_load(STR("p"), &a, &who, NULL));
    CHECK_INT(who.name.len + who.room_count, 0);
    who = (Who){STR("Mina \"M\" Park"), room, 2};
    CHECK(who_store(STR("p"), &who, NULL));
    CHECK_OUTPUT("600 700", "echo $(stat -c %%a p/who p)");
    CHECK(who_load(STR("p"), &a, &who, NULL));
    CHECK_STR(who.name, STR("Mina \"M\" Park"));
    CHECK_INT(who.room_count, 2);
    CHECK_STR(who.room[0], STR("Jun #1"));
    CHECK_STR(who.room[1], STR("김준"));
    who = (Who){0};
    CHECK(who_store(STR("p"), &who, NULL));
    CHECK(who_load(STR("p"), &a, &who, NULL));
    CHECK_INT(who.name.len + who.room_count, 0);
    arena_deinit(&a);
    scratch_leave(&s);
}

static void a_missing_roster_is_empty(void **state)
{
    Scratch s;
    Arena a = {0};
    Roster r;
    Error err = {0};
    (void)state;
    scratch_enter(&s);
    CHECK(roster_load(STR("."), &a, &r, NULL));
    CHECK_INT(r.count, 0);
    run("mkdir .prfaq; echo '[person' >.prfaq/people");
    CHECK(!roster_load(STR("."), &a, &r, &err));
    CHECK_INT(err.code, ERR_INVALID);
    arena_deinit(&a);
    scratch_leave(&s);
}

RUN_TESTS(TEST(the_roster_is_read_in_its_order),
          TEST(people_are_found_by_what_tells_them_apart),
          TEST(who_fits_two_or_nobody_is_refused), TEST(a_person_is_added_once),
          TEST(who_gives_no_address_gets_a_stable_one),
          TEST(names_git_cannot_carry_are_refused),
          TEST(who_types_is_kept_for_this_clone), TEST(a_missing_roster_is_empty))
