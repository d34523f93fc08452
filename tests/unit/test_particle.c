#include "diff/particle.h"

#include <string.h>

#include "check.h"

static void a_particle_starts_behind_two_characters_of_its_word(void **state)
{
    (void)state;
    CHECK_INT(particle_start(STR("제품을")), strlen("제품"));
    CHECK_INT(particle_start(STR("고객에게서")), strlen("고객"));
    CHECK_INT(particle_start(STR("AI는")), strlen("AI"));
}

static void the_longest_particle_is_taken(void **state)
{
    (void)state;
    CHECK_INT(particle_start(STR("아침으로부터")), strlen("아침"));
    CHECK_INT(particle_start(STR("회사에서는")), strlen("회사"));
}

static void short_and_other_words_have_none(void **state)
{
    (void)state;
    CHECK_INT(particle_start(STR("나는")), strlen("나는"));
    CHECK_INT(particle_start(STR("제품")), strlen("제품"));
    CHECK_INT(particle_start(STR("bakery")), strlen("bakery"));
    CHECK_INT(particle_start(STR("")), 0);
}

RUN_TESTS(TEST(a_particle_starts_behind_two_characters_of_its_word),
          TEST(the_longest_particle_is_taken), TEST(short_and_other_words_have_none))
