#include "review/sheet.h"

#include "check.h"
#include "doc/library.h"

static void a_sheet_is_done_with_five_answers(void **state)
{
    Answers sheet = {0};
    (void)state;
    answers_set(&sheet, STR("who"), STR("Mina Park"));
    CHECK_INT(sheet_answered(&sheet), 0);
    answers_set(&sheet, STR("five-problem"), STR("calls"));
    CHECK_INT(sheet_answered(&sheet), 2);
    for (size_t i = 0; i < FIVE_QUESTIONS; i++)
        answers_set(&sheet, five_id(i), STR("x"));
    CHECK_INT(sheet_answered(&sheet), SHEET_DONE);
    answers_deinit(&sheet);
}

static void the_page_has_the_group_and_the_sheets_that_are_kept(void **state)
{
    Library lib;
    Answers group = {0}, sheets[1] = {{.count = 0}};
    StrBuf page = {0};
    (void)state;
    library_init(&lib);
    answers_set(&group, STR("five-customer"), STR("Bakers\n# who work alone"));
    answers_set(&sheets[0], STR("who"), STR("Jun Lee"));
    answers_set(&sheets[0], STR("five-customer"), STR("Millers"));
    SheetPage p = {.bank = &lib.bank,
                   .lang = LANG_EN,
                   .title = STR("Lantern"),
                   .group = &group,
                   .sheets = sheets};
    sheet_page(&p, &page);
    CHECK(str_find(strbuf_view(&page),
                   STR("## Who is the customer?\n\n> Bakers\n> # who work alone\n"),
                   0) != STR_NONE);
    CHECK(str_find(strbuf_view(&page), STR("Millers"), 0) == STR_NONE);
    strbuf_clear(&page);
    p.count = 1;
    sheet_page(&p, &page);
    CHECK(str_find(strbuf_view(&page), STR("### Jun Lee\n\n> Millers\n"), 0) !=
          STR_NONE);
    strbuf_deinit(&page);
    answers_deinit(&group);
    answers_deinit(&sheets[0]);
    library_deinit(&lib);
}

RUN_TESTS(TEST(a_sheet_is_done_with_five_answers),
          TEST(the_page_has_the_group_and_the_sheets_that_are_kept))
