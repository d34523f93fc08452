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

#endif
