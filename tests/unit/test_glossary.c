#include "check/glossary.h"

#include "check.h"

#define HEADER "term\tinstead-of\tmeaning\towner\n"
#define PATH   STR(".prfaq/glossary.tsv")

static Arena arena;

static void a_glossary_names_terms_and_what_they_stand_for(void **state)
{
    (void)state;
    Glossary g = {0};
    Error err = {0};
    CHECK(
        glossary_parse(STR(HEADER "baker\tbread maker, dough-hand\twho bakes\tmina\r\n"
                                  "\nBRT\n"),
                       PATH, &arena, &g, &err));
    CHECK_INT(g.count, 2);
    CHECK_STR(g.terms[0].instead_of, STR("bread maker, dough-hand"));
    CHECK_STR(g.terms[0].owner, STR("mina"));
    CHECK_INT(g.terms[1].line, 4);
    CHECK(glossary_has(&g, STR("brt")) && !glossary_has(&g, STR("BR")));
    CHECK(!glossary_has(NULL, STR("BRT")));
    const Lexicon *variants = glossary_variants(&g, LANG_EN, &arena);
    CHECK(variants && lexicon_in(variants, STR("A Bread  maker."), &arena));
    CHECK(!lexicon_in(variants, STR("A baker."), &arena));
    arena_deinit(&arena);
}

static void a_damaged_line_stops_no_other(void **state)
{
    (void)state;
    Glossary g = {0};
    Error err = {0};
    CHECK(!glossary_parse(STR(HEADER "\tbread maker\n"
                                     "mill\tmill\n"
                                     "baker\tcook\n"),
                          PATH, &arena, &g, &err));
    CHECK_INT(err.code, ERR_INVALID);
    CHECK_STRZ(err.message, ".prfaq/glossary.tsv:2: the term is missing");
    CHECK_INT(g.count, 1);
    CHECK_STR(g.terms[0].term, STR("baker"));
    err = (Error){0};
    CHECK(!glossary_parse(STR(HEADER "ba\xffker\tcook\n"), PATH, &arena, &g, &err));
    CHECK_STRZ(err.message, ".prfaq/glossary.tsv:2: this line is not UTF-8");
    err = (Error){0};
    CHECK(!glossary_parse((Str){HEADER "mill\tm\na\0b\tcook\n", sizeof HEADER + 13},
                          PATH, &arena, &g, &err));
    CHECK_STRZ(err.message,
               ".prfaq/glossary.tsv:3: this line holds a control character");
    CHECK_INT(g.count, 1);
    err = (Error){0};
    CHECK(!glossary_parse(STR(HEADER "baker\tcook, baker\n"), PATH, &arena, &g, &err));
    CHECK_INT(g.count, 0);
    CHECK(!glossary_variants(&g, LANG_EN, &arena));
    arena_deinit(&arena);
}

RUN_TESTS(TEST(a_glossary_names_terms_and_what_they_stand_for),
          TEST(a_damaged_line_stops_no_other))
