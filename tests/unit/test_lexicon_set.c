#include "check/lexicon_set.h"

#include "check.h"

static Arena arena;

static LexiconRows rows_of(const char *body, LexiconList list, Lang lang)
{
    LexiconRows rows = {0};
    Str tsv =
        arena_printf(&arena, "term\tlevel\tadvice\tnote\tmatch\treplace\n%s", body);
    CHECK(lexicon_rows_parse(tsv, list, lang, &arena, &rows, NULL));
    return rows;
}

static void rows_survive_the_pool(void **state)
{
    (void)state;
    LexiconRows rows = rows_of("Very\tinfo\tDelete it\tscope=pr; case\tword\tx\n"
                               "*less\twarning\tDelete it\t\tword\t\n",
                               LIST_WEASEL, LANG_EN);
    LexiconSet set;
    CHECK(lexicon_set_build(&rows, &arena, &set, NULL));
    CHECK_INT(set.entry_count, 2);
    LexiconRow row = lexicon_set_row(&set, &set.entries[0]);
    CHECK_STR(row.term, STR("Very"));
    CHECK_STR(row.advice, STR("Delete it"));
    CHECK_STR(row.replace, STR("x"));
    CHECK(row.only_release && row.case_sensitive && row.list == LIST_WEASEL);
    CHECK_STR(lexicon_set_row(&set, &set.entries[1]).term, STR("*less"));
}

static void the_tree_branches_by_letters(void **state)
{
    (void)state;
    LexiconRows rows = rows_of("ab\tinfo\t\t\tword\t\n"
                               "abc\tinfo\t\t\tword\t\n"
                               "b\tinfo\t\t\tword\t\n"
                               "*z\tinfo\t\t\tword\t\n",
                               LIST_HYPE, LANG_EN);
    LexiconSet set;
    CHECK(lexicon_set_build(&rows, &arena, &set, NULL));
    const LexiconNode *root = &set.nodes[LEXICON_ROOT];
    CHECK_INT(root->child_count, 2);
    const LexiconNode *a = lexicon_set_child(&set, root, 'a');
    const LexiconNode *ab = lexicon_set_child(&set, a, 'b');
    CHECK_INT(a->entry_count, 0);
    CHECK_INT(ab->entry_count, 1);
    CHECK_INT(lexicon_set_child(&set, ab, 'c')->entry_count, 1);
    CHECK(lexicon_set_child(&set, root, 'z') == NULL);
    CHECK(lexicon_set_child(&set, &set.nodes[LEXICON_INNER], 'z') != NULL);
}

static void own_rows_stand_in_for_those_of_the_program(void **state)
{
    (void)state;
    LexiconRows base = rows_of("simple\tinfo\t\t\tword\t\nfast\tinfo\t\t\tword\t\n",
                               LIST_WEASEL, LANG_EN);
    LexiconRows mine = rows_of("Simple\toff\t\t\tword\t\n", LIST_WEASEL, LANG_EN);
    LexiconRows other = rows_of("fast\toff\t\t\tword\t\n", LIST_HYPE, LANG_EN);
    LexiconSet sets[3];
    CHECK(lexicon_set_build(&base, &arena, &sets[0], NULL));
    CHECK(lexicon_set_build(&mine, &arena, &sets[1], NULL));
    CHECK(lexicon_set_build(&other, &arena, &sets[2], NULL));
    CHECK_INT(*lexicon_set_replaces(&sets[1], &sets[0], &arena), 2);
    CHECK_INT(*lexicon_set_replaces(&sets[2], &sets[0], &arena), 0);
}

static void words_of_a_setting_become_rows(void **state)
{
    (void)state;
    LexiconRows rows = {0};
    lexicon_rows_add_words(STR("florist*, , * x, stall holder"), LIST_CUSTOMER, LANG_EN,
                           &arena, &rows);
    CHECK_INT(rows.count, 2);
    CHECK_STR(rows.items[0].term, STR("florist*"));
    CHECK(rows.items[1].match == MATCH_PHRASE);
    lexicon_rows_add_words(STR("꽃집"), LIST_CUSTOMER, LANG_KO, &arena, &rows);
    CHECK(rows.items[2].match == MATCH_PARTICLE);
}

static void damage_names_its_line_and_adds_nothing(void **state)
{
    (void)state;
    LexiconRows rows = {0};
    Error err = {0};
    CHECK(!lexicon_rows_parse(STR("head\na\tinfo\t\t\tword\t\n* b\tinfo\t\t\tphrase\n"),
                              LIST_HYPE, LANG_EN, &arena, &rows, &err));
    CHECK_INT(err.code, ERR_INVALID);
    CHECK(strstr(err.message, "line 3") != NULL);
    CHECK_INT(rows.count, 0);
}

static void lists_have_names(void **state)
{
    (void)state;
    LexiconList list;
    CHECK(lexicon_list_parse(STR("company-first"), &list));
    CHECK(list == LIST_COMPANY_FIRST);
    CHECK_STRZ(lexicon_list_name(list), "company-first");
    CHECK(!lexicon_list_parse(STR("nonsense"), &list));
    arena_deinit(&arena);
}

RUN_TESTS(TEST(rows_survive_the_pool), TEST(the_tree_branches_by_letters),
          TEST(own_rows_stand_in_for_those_of_the_program),
          TEST(words_of_a_setting_become_rows),
          TEST(damage_names_its_line_and_adds_nothing), TEST(lists_have_names))
