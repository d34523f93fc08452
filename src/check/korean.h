/* korean.h: what stands behind a Korean noun. Source: docs/rules.md, "Korean
 * particles". */
#ifndef CHECK_KOREAN_H
#define CHECK_KOREAN_H

#include <stdbool.h>

#include "base/str.h"

/* Is `rest` one to three particles and nothing else? "에게도", "입니다". */
bool korean_particles(Str rest);
/* `token` without the longest run of particles behind it; at least one syllable
 * stays. */
Str korean_stem(Str token);
/* The particle `rest` in the form that fits behind `noun`: "을" behind "출시" is
 * "를". What is no such particle comes back as it is. */
Str korean_particle_after(Str noun, Str rest);

#endif
