#include "check/check.h"
#include "check/run.h"

#include "check.h"

static void names_are_read_back(void **state)
{
    (void)state;
    Level level;
    Profile profile;
    for (int i = LEVEL_OFF; i <= LEVEL_ERROR; i++) {
        CHECK(level_parse(str_from(level_name((Level)i)), &level));
        CHECK_INT(level, i);
        CHECK(*level_for_people((Level)i));
    }
    for (int i = 0; i < PROFILE_COUNT; i++) {
        CHECK(profile_parse(str_from(profile_name((Profile)i)), &profile));
        CHECK_INT(profile, i);
    }
    CHECK(!level_parse(STR("Error"), &level));
    CHECK(!profile_parse(STR(""), &profile));
}

static void lowering_stops_at_off(void **state)
{
    (void)state;
    CHECK_INT(level_lower(LEVEL_ERROR), LEVEL_WARNING);
    CHECK_INT(level_lower(LEVEL_OFF), LEVEL_OFF);
    CHECK_INT(level_min(LEVEL_INFO, LEVEL_ERROR), LEVEL_INFO);
}

RUN_TESTS(TEST(names_are_read_back), TEST(lowering_stops_at_off))
