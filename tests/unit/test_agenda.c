#include "review/agenda.h"

#include "base/resource.h"
#include "check.h"

#define HEADER "minutes\ttitle\tpart\twho\tkind\tsay\n"

static void boxes_are_read_in_their_order(void **state)
{
    Arena a = {0};
    Agenda g;
    (void)state;
    CHECK(agenda_parse(STR("# for us\n" HEADER "\n15\tProblem\tproblem\tnext\t\tNo "
                           "solution yet.\r\n20\tA hundred\t\tMina Park\tlist:100\n"),
                       STR("a.tsv"), &a, &g, NULL));
    CHECK_INT(g.count, 2);
    CHECK_INT(g.minutes, 35);
    CHECK_STR(g.boxes[0].title, STR("Problem"));
    CHECK_STR(g.boxes[0].part, STR("problem"));
    CHECK_STR(g.boxes[0].say, STR("No solution yet."));
    CHECK_INT(g.boxes[0].kind, BOX_WRITE);
    CHECK_INT(g.boxes[1].kind, BOX_LIST);
    CHECK_INT(g.boxes[1].wanted, 100);
    CHECK_INT(g.boxes[1].line, 5);
    arena_deinit(&a);
}

static void check_refused(const char *bytes, const char *message)
{
    Arena a = {0};
    Agenda g;
    Error err = {0};

    CHECK(!agenda_parse(str_from(bytes), STR("a.tsv"), &a, &g, &err));
    CHECK_INT(err.code, ERR_INVALID);
    if (!strstr(err.message, message))
        print_error("%s\n", err.message);
    CHECK(strstr(err.message, message) != NULL);
    arena_deinit(&a);
}

static void what_is_wrong_is_named_with_its_line(void **state)
{
    (void)state;
    check_refused("", "a.tsv:1: there is no box");
    check_refused(HEADER, "a.tsv:1: there is no box");
    check_refused("15\tProblem\n", "a.tsv:1: the first line names the columns");
    check_refused(HEADER "0\tProblem\n", "a.tsv:2: minutes");
    check_refused(HEADER "601\tProblem\n", "a.tsv:2: minutes");
    check_refused(HEADER "5 min\tProblem\n", "a.tsv:2: minutes");
    check_refused(HEADER "\n5\t \n", "a.tsv:3: a box needs a title");
    check_refused(HEADER "5\tA\tThe Problem\n", "a.tsv:2: part");
    check_refused(HEADER "5\tA\t\t\tdance\n", "a.tsv:2: kind");
    check_refused(HEADER "5\tA\t\t\tlist:x\n", "a.tsv:2: kind");
    check_refused(HEADER "5\tA\t\t\ttalk:3\n", "a.tsv:2: kind");
    check_refused(HEADER "5\tA\t\t\t\t\t\t\n", "a.tsv:2: there are more fields");
    check_refused(HEADER "5\tA\x1b\n", "a.tsv:2: there is a control character");
    check_refused(HEADER "5\tA\xff\n", "UTF-8");
}

static void an_agenda_ends_somewhere(void **state)
{
    StrBuf text = {0};
    (void)state;
    strbuf_addz(&text, HEADER);
    for (int i = 0; i <= AGENDA_MAX; i++)
        strbuf_addz(&text, "1\tBox\n");
    check_refused(strbuf_cstr(&text), "a.tsv:102: an agenda has at most 100 boxes");
    strbuf_deinit(&text);
}

static void every_built_in_agenda_is_one(void **state)
{
    Arena a = {0};
    int agendas = 0;
    (void)state;
    for (size_t i = 0; i < resource_count(); i++) {
        Resource r = resource_at(i);
        Agenda g;
        Error err = {0};
        if (!str_starts(r.path, STR("agendas/")))
            continue;
        agendas++;
        if (!agenda_parse(r.bytes, r.path, &a, &g, &err))
            print_error("%s\n", err.message);
        CHECK_INT(err.code, ERR_NONE);
        if (str_ends(r.path, STR("day-one.tsv")))
            CHECK_INT(g.minutes, 90);
        if (str_ends(r.path, STR("two-hours.tsv")))
            CHECK_INT(g.minutes, 120);
    }
    CHECK_INT(agendas, 10);
    arena_deinit(&a);
}

static void a_template_with_minutes_makes_one(void **state)
{
    static const PartSpec specs[] = {
        {.id = {"a", 1}, .title = {"One", 3}, .minutes = 4},
        {.id = {"b", 1}, .title = {"Two", 3}},
        {.id = {"c", 1}, .title = {"Three", 5}, .minutes = 6}};
    const Template t = {.specs = specs, .spec_count = 3};
    Arena a = {0};
    Agenda g;
    StrBuf text = {0};
    (void)state;
    CHECK(agenda_of_template(&t, &text));
    CHECK(agenda_parse(strbuf_view(&text), STR("t"), &a, &g, NULL));
    CHECK(g.count == 2 && g.minutes == 10);
    CHECK_STR(g.boxes[1].part, STR("c"));
    strbuf_clear(&text);
    CHECK(!agenda_of_template(&(Template){.specs = specs + 1, .spec_count = 1}, &text));
    strbuf_deinit(&text);
    arena_deinit(&a);
}

static void turns_go_round_the_room(void **state)
{
    const Str room[] = {STR("Mina"), STR("Jun")};
    Arena a = {0};
    Agenda g;
    (void)state;
    CHECK(agenda_parse(STR(HEADER "1\tA\t\tnext\n1\tB\t\tAva\n1\tC\t\tnext\n1\tD\n1\t"
                                  "E\t\tnext\n"),
                       STR("a"), &a, &g, NULL));
    CHECK_STR(agenda_starter(&g, 0, room, 2), STR("Mina"));
    CHECK_STR(agenda_starter(&g, 1, room, 2), STR("Ava"));
    CHECK_STR(agenda_starter(&g, 2, room, 2), STR("Jun"));
    CHECK_STR(agenda_starter(&g, 3, room, 2), STR(""));
    CHECK_STR(agenda_starter(&g, 4, room, 2), STR("Mina"));
    CHECK_STR(agenda_starter(&g, 4, room, 0), STR(""));
    CHECK_STR(agenda_starter(&g, 5, room, 2), STR(""));
    arena_deinit(&a);
}

static void lines_of_a_list_are_counted(void **state)
{
    (void)state;
    CHECK_INT(agenda_items(STR("")), 0);
    CHECK_INT(agenda_items(STR("Words.\n- one\n* two\n-\n- \n+ 셋\n")), 3);
    CHECK_INT(agenda_items(STR("1. one\n12) two\n3.\n4\n**Q. Why?**\n  - deep\n")), 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(boxes_are_read_in_their_order),
        cmocka_unit_test(what_is_wrong_is_named_with_its_line),
        cmocka_unit_test(an_agenda_ends_somewhere),
        cmocka_unit_test(every_built_in_agenda_is_one),
        cmocka_unit_test(a_template_with_minutes_makes_one),
        cmocka_unit_test(turns_go_round_the_room),
        cmocka_unit_test(lines_of_a_list_are_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
