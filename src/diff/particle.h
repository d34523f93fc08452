/* particle.h: Korean particles, so that 제품을 and 제품이 are one word whose
 * particle changed. */
#ifndef DIFF_PARTICLE_H
#define DIFF_PARTICLE_H

#include "base/str.h"

/* Where the particle of an 어절 starts: word.len when it has none. At least two
 * characters stand before a particle, since 나는 and 하는 cannot be told apart
 * without a dictionary. */
size_t particle_start(Str word);

#endif
