#include "check/lexicon.h"

#include "base/resource.h"
#include "check.h"

static Arena arena;

static Lexicon read_list(const char *rows, Lang lang)
{
    Lexicon lexicon;
    Str tsv =
        arena_printf(&arena, "term\tlevel\tadvice\tnote\tmatch\treplace\n%s", rows);
    CHECK(lexicon_parse(tsv, lang, &arena, &lexicon, NULL));
    return lexicon;
}

/* The hits, joined by "|". */
static void finds(const Lexicon *lexicon, const char *text, const char *expected)
{
    const LexiconHit *hits;
    size_t count;
    StrBuf all = {0};
    lexicon_match(lexicon, str_from(text), &arena, &hits, &count);
    for (size_t i = 0; i < count; i++)
        strbuf_addf(&all, "%s%.*s", i ? "|" : "",
                    STR_ARG(str_range(str_from(text), hits[i].range)));
    CHECK_STRZ(strbuf_cstr(&all), expected);
    strbuf_deinit(&all);
}

static void english_words_stand_alone(void **state)
{
    (void)state;
    Lexicon l = read_list("customer*\tinfo\t\t\tword\t\n"
                          "easy\tinfo\t\t\tword\t\n"
                          "TBD\terror\t\tcase\tword\t\n"
                          "$XX\terror\t\t\tword\t\n",
                          LANG_EN);
    finds(&l, "Customers, customer-facing; accustomers", "Customers|customer");
    finds(&l, "easy EASY easy-going uneasy easier", "easy|EASY");
    finds(&l, "TBD tbd TBDs", "TBD");
    finds(&l, "costs $XX.", "$XX");
}

static void stars_stand_for_letters(void **state)
{
    (void)state;
    Lexicon l = read_list("*less\tinfo\t\t\tword\t\n"
                          "*scal*\tinfo\t\t\tword\t\n"
                          "un*able\tinfo\t\t\tword\t\n",
                          LANG_EN);
    finds(&l, "seamless less lessen", "seamless|less");
    finds(&l, "upscaling rescale", "upscaling|rescale");
    finds(&l, "unbeatable unable un-able unbeatables", "unbeatable|unable");
}

static void phrases_take_any_white_space(void **state)
{
    (void)state;
    Lexicon l = read_list("as * as possible\twarning\t\t\tphrase\t\n"
                          "in order to\twarning\t\t\tphrase\t\n"
                          "aim* to\twarning\t\t\tphrase\t\n",
                          LANG_EN);
    finds(&l, "As soon  as possible, in order\nto win, we aimed to",
          "As soon  as possible|in order\nto|aimed to");
    finds(&l, "as possible, in order tomorrow, in orderto", "");
}

static void korean_particles_may_follow(void **state)
{
    (void)state;
    Lexicon l = read_list("사람\tinfo\t\t\tparticle\t\n"
                          "고객*\tinfo\t\t\tword\t\n"
                          "검토 중\twarning\t\t\tphrase\t\n"
                          "빠른\tinfo\t\t\tword\t\n",
                          LANG_KO);
    finds(&l, "사람에게는 사람됨 한사람", "사람에게는");
    finds(&l, "고객센터와 신고객", "고객센터와");
    finds(&l, "검토 중이다. 검토 중앙", "검토 중이다");
    finds(&l, "빠른 빠른을 재빠른", "빠른");
}

static void korean_numbers_keep_their_comma(void **state)
{
    (void)state;
    Lexicon l = read_list("000*\terror\t\t\tword\t\n"
                          "OO*\terror\t\t\tword\t\n",
                          LANG_KO);
    finds(&l, "6,000명 000명 1000명", "000명");
    finds(&l, "OO상회 oops", "OO상회");
}

static void the_longest_hit_wins_and_exceptions_cancel(void **state)
{
    (void)state;
    Lexicon l = read_list("fast\twarning\t\t\tword\t\n"
                          "fast and simple\twarning\t\t\tphrase\t\n"
                          "will\tinfo\t\t\tword\t\n"
                          "will never\toff\t\t\tphrase\t\n",
                          LANG_EN);
    finds(&l, "fast and simple, fast", "fast and simple|fast");
    finds(&l, "It will never stop. It will.", "will");
}

static void notes_become_flags(void **state)
{
    (void)state;
    Lexicon l = read_list("a\tinfo\tadvice\tscope=pr; quote=ok; for people\tword\tb\n",
                          LANG_EN);
    const LexiconHit *hits;
    size_t count;
    lexicon_match(&l, STR("a"), &arena, &hits, &count);
    CHECK_INT(count, 1);
    const LexiconRow *row = hits[0].row;
    CHECK(row->only_release && row->never_quoted && !row->only_first);
    CHECK_STR(row->advice, STR("advice"));
    CHECK_STR(row->replace, STR("b"));
}

static void damaged_lists_are_refused(void **state)
{
    (void)state;
    Lexicon lexicon;
    Error err = {0};
    CHECK(!lexicon_parse(STR("head\na\tloud\t\t\tword\t\n"), LANG_EN, &arena, &lexicon,
                         &err));
    CHECK_INT(err.code, ERR_INVALID);
    CHECK(!lexicon_parse(STR("head\na\tinfo\t\t\tmaybe\t\n"), LANG_EN, &arena, &lexicon,
                         &err));
    CHECK(lexicon_parse(STR(""), LANG_EN, &arena, &lexicon, &err));
    finds(&lexicon, "nothing", "");
}

static void every_list_of_the_program_parses(void **state)
{
    (void)state;
    int lists = 0;
    for (size_t i = 0; i < resource_count(); i++) {
        Resource file = resource_at(i);
        Lexicon lexicon;
        if (!str_starts(file.path, STR("lexicon/")))
            continue;
        CHECK(lexicon_parse(file.bytes, LANG_KO, &arena, &lexicon, NULL));
        CHECK(lexicon.own->entry_count > 0);
        lists++;
    }
    CHECK(lists > 30);
    CHECK(lexicon_find("customer", LANG_KO, &arena) != NULL);
    CHECK(lexicon_find("customer", LANG_JA, &arena) == NULL);
    CHECK(
        lexicon_in(lexicon_find("customer", LANG_EN, &arena), STR("A nurse."), &arena));
    arena_deinit(&arena);
}

RUN_TESTS(TEST(english_words_stand_alone), TEST(stars_stand_for_letters),
          TEST(phrases_take_any_white_space), TEST(korean_particles_may_follow),
          TEST(korean_numbers_keep_their_comma),
          TEST(the_longest_hit_wins_and_exceptions_cancel), TEST(notes_become_flags),
          TEST(damaged_lists_are_refused), TEST(every_list_of_the_program_parses))
