#include "check/korean.h"

#include "check.h"

static void one_to_three_particles_are_recognised(void **state)
{
    (void)state;
    CHECK(korean_particles(STR("은")));
    CHECK(korean_particles(STR("에게서")));
    CHECK(korean_particles(STR("들에게도")));
    CHECK(korean_particles(STR("입니다")));
    CHECK(!korean_particles(STR("")));
    CHECK(!korean_particles(STR("용")));
    CHECK(!korean_particles(STR("은은은은")));
}

static void a_stem_keeps_its_first_syllable(void **state)
{
    (void)state;
    CHECK_STR(korean_stem(STR("고객에게서")), STR("고객"));
    CHECK_STR(korean_stem(STR("이")), STR("이"));
    CHECK_STR(korean_stem(STR("사람들은")), STR("사람"));
    CHECK_STR(korean_stem(STR("빵집")), STR("빵집"));
    CHECK_STR(korean_stem(STR("")), STR(""));
}

RUN_TESTS(TEST(one_to_three_particles_are_recognised),
          TEST(a_stem_keeps_its_first_syllable))
