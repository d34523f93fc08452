#include "review/landing.h"

void landing_free(Landing *landing)
{
    if (!landing)
        return;
    arena_deinit(&landing->arena);
    mem_free(landing);
}

const char *landed_state_name(LandedState state)
{
    static const char *const names[] = {"untouched", "changed", "removed", "unknown"};

    return names[state];
}
