#include "app/own_lists.h"

#include "check.h"
#include "scratch.h"

static Arena arena;

static OwnLists load(const char *settings)
{
    Config config = {0};
    OwnLists lists;
    CHECK(
        config_parse(str_from(settings), STR(".prfaq/config"), &arena, &config, NULL));
    own_lists_load(STR("."), &config, &arena, &lists);
    return lists;
}

/* The first hit in a text, "" when there is none. */
static Str finds(const OwnLists *lists, Lang lang, const char *text)
{
    Lexicon lexicon = lexicon_of(lang, lists->lexicons[lang]);
    const LexiconHit *hits;
    size_t count;
    lexicon_match(&lexicon, str_from(text), &arena, &hits, &count);
    return count ? str_range(str_from(text), hits[0].range) : STR("");
}

static void files_and_settings_add_words(void **state)
{
    (void)state;
    Scratch scratch;
    scratch_enter(&scratch);
    run("mkdir -p .prfaq/lexicon/en .prfaq/lexicon/ko");
    write_text(".prfaq/lexicon/en/hype.tsv",
               "term\tlevel\tadvice\tnote\tmatch\treplace\n"
               "moonshot*\twarning\tSay what\t\tword\t\n"
               "amazing*\toff\t\t\tword\t\n");
    OwnLists lists =
        load("[lexicon \"customer\"]\n\ten = florist*, stall holder\n\tko = 꽃집\n");
    CHECK_INT(lists.damage_count, 0);
    CHECK_STR(finds(&lists, LANG_EN, "a moonshot"), STR("moonshot"));
    CHECK_STR(finds(&lists, LANG_EN, "amazing"), STR(""));
    CHECK_STR(finds(&lists, LANG_EN, "the Florists"), STR("Florists"));
    CHECK_STR(finds(&lists, LANG_EN, "one stall holder"), STR("stall holder"));
    CHECK_STR(finds(&lists, LANG_KO, "동네 꽃집에서는"), STR("꽃집에서는"));
    CHECK(lists.lexicons[LANG_JA] == NULL);
    scratch_leave(&scratch);
}

static void damage_is_named_and_the_rest_counts(void **state)
{
    (void)state;
    Scratch scratch;
    scratch_enter(&scratch);
    run("mkdir -p .prfaq/lexicon/en");
    write_text(".prfaq/lexicon/en/hype.tsv", "term\nmoonshot\tloud\t\t\tword\t\n");
    write_text(".prfaq/lexicon/en/jargon.tsv",
               "term\nsynergise\twarning\t\t\tword\t\n");
    write_text(".prfaq/lexicon/en/shouting.tsv", "term\nx\tinfo\t\t\tword\t\n");
    run("printf 'term\\n\\377\\tinfo\\t\\t\\tword\\n' >.prfaq/lexicon/en/weasel.tsv");
    OwnLists lists = load("[lexicon \"custommer\"]\n\ten = florist*\n");
    CHECK_INT(lists.damage_count, 4);
    CHECK_STR(lists.damage[0].what,
              STR("setting lexicon.custommer.en: there is no word "
                  "list of that name"));
    CHECK_STR(lists.damage[1].what,
              STR(".prfaq/lexicon/en/hype.tsv: line 2: this level is not known"));
    CHECK(str_find(lists.damage[2].hint, STR("company-first"), 0) != STR_NONE);
    CHECK_STR(lists.damage[3].what,
              STR(".prfaq/lexicon/en/weasel.tsv: line 2: this is not UTF-8"));
    CHECK_STR(finds(&lists, LANG_EN, "synergise"), STR("synergise"));
    scratch_leave(&scratch);
    arena_deinit(&arena);
}

static void the_glossary_is_read(void **state)
{
    (void)state;
    Scratch scratch;
    scratch_enter(&scratch);
    OwnLists lists = load("");
    CHECK(lists.glossary == NULL);
    run("mkdir -p .prfaq");
    write_text(".prfaq/glossary.tsv", "term\tinstead-of\nbaker\tbread maker\n\tcook\n");
    lists = load("");
    CHECK(lists.glossary && glossary_has(lists.glossary, STR("baker")));
    CHECK_INT(lists.damage_count, 1);
    CHECK_STR(lists.damage[0].what, STR(".prfaq/glossary.tsv:3: the term is missing"));
    run("rm .prfaq/glossary.tsv; mkdir .prfaq/glossary.tsv");
    lists = load("");
    CHECK(lists.glossary == NULL);
    CHECK_INT(lists.damage_count, 1);
    scratch_leave(&scratch);
}

RUN_TESTS(TEST(the_glossary_is_read), TEST(files_and_settings_add_words),
          TEST(damage_is_named_and_the_rest_counts))
