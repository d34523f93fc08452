/* level.c: the names of levels and profiles. */
#include "base/message.h"
#include "check/check.h"
#include "check/run.h"

static const char *const level_names[] = {"off", "info", "warning", "error"};
static const char *const profile_names[] = {"default", "strict", "workshop"};

const char *level_name(Level level)
{
    return level_names[level];
}

const char *level_for_people(Level level)
{
    switch (level) {
    case LEVEL_ERROR:
        return C_("level", "to fix");
    case LEVEL_WARNING:
        return C_("level", "to look at");
    case LEVEL_INFO:
        return C_("level", "for reference");
    case LEVEL_OFF:
        break;
    }
    return C_("level", "off");
}

bool level_parse(Str name, Level *out)
{
    for (int i = LEVEL_OFF; i <= LEVEL_ERROR; i++) {
        if (str_eq(name, str_from(level_names[i]))) {
            *out = (Level)i;
            return true;
        }
    }
    return false;
}

const char *profile_name(Profile profile)
{
    return profile < PROFILE_COUNT ? profile_names[profile] : profile_names[0];
}

bool profile_parse(Str name, Profile *out)
{
    for (int i = 0; i < PROFILE_COUNT; i++) {
        if (str_eq(name, str_from(profile_names[i]))) {
            *out = (Profile)i;
            return true;
        }
    }
    return false;
}

const char *silencer_name(Silencer silencer)
{
    static const char *const names[] = {"", "comment", "setting", "baseline"};

    return names[silencer];
}

Level level_lower(Level level)
{
    return level == LEVEL_OFF ? LEVEL_OFF : (Level)(level - 1);
}

Level level_min(Level a, Level b)
{
    return a < b ? a : b;
}
