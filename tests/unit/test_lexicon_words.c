#include "check/lexicon_words.h"

#include "check.h"

typedef struct Set {
    uint64_t bits[LEXICON_WORD_BITS / 64];
    LexiconWords words;
} Set;

static void add(Set *set, Str term)
{
    lexicon_words_add(set->bits, &set->words.stems, term);
    set->words.bits = set->bits;
}

/* May a term begin with the first word of the prose? */
static bool may_begin(const Set *set, Str prose)
{
    size_t end = str_find_byte(prose, ' ', 0);
    Range word = {0, end == STR_NONE ? prose.len : end};

    return lexicon_words_may_begin(&set->words, prose, word);
}

static void a_word_is_known_whatever_its_case(void **state)
{
    (void)state;
    static Set set;

    add(&set, STR("leverage"));
    CHECK(may_begin(&set, STR("Leverage")));
    CHECK(may_begin(&set, STR("LEVERAGE the rest of it")));
    CHECK(may_begin(&set, STR("leverages"))); /* the same eight letters */
    CHECK(!may_begin(&set, STR("lever")));
    CHECK(!may_begin(&set, STR("Lantern leverage")));
}

static void a_phrase_is_known_by_its_word_and_the_next_letter(void **state)
{
    (void)state;
    static Set set;

    add(&set, STR("as soon as"));
    CHECK(may_begin(&set, STR("As Soon as")));
    CHECK(may_begin(&set, STR("as said")));  /* one letter is looked at */
    CHECK(may_begin(&set, STR("as  soon"))); /* what is not one space is not */
    CHECK(may_begin(&set, STR("as \xC2\xA0soon")));
    CHECK(!may_begin(&set, STR("as long as")));
    CHECK(!may_begin(&set, STR("as")));
}

static void a_stem_before_a_star_goes_on_with_any_letters(void **state)
{
    (void)state;
    static Set set;

    add(&set, STR("*able")); /* begins inside words */
    add(&set, STR("ab*"));
    add(&set, STR("optim* for"));
    CHECK(may_begin(&set, STR("ab")));
    CHECK(may_begin(&set, STR("abandoned")));
    CHECK(may_begin(&set, STR("optimal")));
    CHECK(!may_begin(&set, STR("a")));
    CHECK(!may_begin(&set, STR("opt")));
    CHECK(!may_begin(&set, STR("for")));
}

RUN_TESTS(TEST(a_word_is_known_whatever_its_case),
          TEST(a_phrase_is_known_by_its_word_and_the_next_letter),
          TEST(a_stem_before_a_star_goes_on_with_any_letters))
