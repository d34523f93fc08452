#include "check/lexicon_term.h"

#include "check.h"

static size_t ends(const char *term, Lang lang, LexiconMatch match, const char *text)
{
    LexiconTerm t = {.text = str_from(term), .lang = lang, .match = match};
    return lexicon_term_at(&t, str_from(text), 0);
}

static void a_term_ends_where_its_token_ends(void **state)
{
    (void)state;
    CHECK_INT(ends("easy", LANG_EN, MATCH_WORD, "Easy, too"), 4);
    CHECK(ends("easy", LANG_EN, MATCH_WORD, "easy-going") == STR_NONE);
    CHECK(ends("easy", LANG_EN, MATCH_WORD, "easily") == STR_NONE);
    CHECK_INT(ends("eas*", LANG_EN, MATCH_WORD, "easily"), 6);
    CHECK_INT(ends("in * to", LANG_EN, MATCH_PHRASE, "in order  to win"), 12);
}

static void particles_end_a_korean_term(void **state)
{
    (void)state;
    CHECK_INT(ends("플랫폼", LANG_KO, MATCH_PARTICLE, "플랫폼에서는 쓴다"), 18);
    CHECK(ends("플랫폼", LANG_KO, MATCH_WORD, "플랫폼에서는") == STR_NONE);
    CHECK(ends("플랫폼", LANG_KO, MATCH_PARTICLE, "플랫폼화") == STR_NONE);
}

static void the_literal_part_leaves_stars_and_particles_out(void **state)
{
    (void)state;
    Str text = STR("서비스에 있어서");
    LexiconTerm phrase = {STR("*에 있어서"), LANG_KO, MATCH_PHRASE, false};
    size_t end = lexicon_term_at(&phrase, text, 0);
    CHECK_INT(end, text.len);
    Range literal = lexicon_term_literal(&phrase, text, (Range){0, end});
    CHECK_STR(str_range(text, literal), STR("에 있어서"));
    LexiconTerm word = {STR("*되어지*"), LANG_KO, MATCH_WORD, false};
    Str passive = STR("개선되어지고");
    end = lexicon_term_at(&word, passive, 0);
    literal = lexicon_term_literal(&word, passive, (Range){0, end});
    CHECK_STR(str_range(passive, literal), STR("되어지"));
}

static void case_counts_where_it_is_asked_for(void **state)
{
    (void)state;
    LexiconTerm t = {STR("TBD"), LANG_EN, MATCH_WORD, true};
    CHECK_INT(lexicon_term_at(&t, STR("TBD."), 0), 3);
    CHECK(lexicon_term_at(&t, STR("tbd."), 0) == STR_NONE);
}

RUN_TESTS(TEST(a_term_ends_where_its_token_ends), TEST(particles_end_a_korean_term),
          TEST(the_literal_part_leaves_stars_and_particles_out),
          TEST(case_counts_where_it_is_asked_for))
