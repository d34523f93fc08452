#include "diff/particle.h"

#include "base/utf8.h"

#define PARTICLE(text)                                                                 \
    {                                                                                  \
        text, sizeof(text) - 1                                                         \
    }

/* Longer ones first, since the first that fits is taken. */
/* clang-format off */
static const Str particles[] = {
    PARTICLE("에서부터"), PARTICLE("으로부터"),
    PARTICLE("에서는"), PARTICLE("에서도"), PARTICLE("에게는"), PARTICLE("에게서"),
    PARTICLE("으로는"), PARTICLE("으로써"), PARTICLE("으로서"), PARTICLE("이라는"),
    PARTICLE("까지는"),
    PARTICLE("까지"), PARTICLE("부터"), PARTICLE("에서"), PARTICLE("에게"), PARTICLE("으로"),
    PARTICLE("보다"), PARTICLE("처럼"), PARTICLE("마다"), PARTICLE("조차"), PARTICLE("밖에"),
    PARTICLE("이나"), PARTICLE("이며"), PARTICLE("하고"), PARTICLE("께서"), PARTICLE("한테"),
    PARTICLE("에는"), PARTICLE("에도"), PARTICLE("과는"), PARTICLE("와는"),
    PARTICLE("은"), PARTICLE("는"), PARTICLE("이"), PARTICLE("가"), PARTICLE("을"),
    PARTICLE("를"), PARTICLE("의"), PARTICLE("에"), PARTICLE("로"), PARTICLE("와"),
    PARTICLE("과"), PARTICLE("도"), PARTICLE("만"), PARTICLE("나"), PARTICLE("며"),
};
/* clang-format on */

enum { STEM_MIN = 2, SYLLABLE = 3 /* bytes */ };

/* The last two bytes tell nearly all particles apart. */
static bool may_end(Str word, Str particle)
{
    const char *a = word.ptr + word.len, *b = particle.ptr + particle.len;

    return a[-1] == b[-1] && a[-2] == b[-2];
}

size_t particle_start(Str word)
{
    if (word.len <= SYLLABLE)
        return word.len;
    for (size_t i = 0; i < sizeof particles / sizeof *particles; i++) {
        if (!may_end(word, particles[i]) || !str_ends(word, particles[i]))
            continue;
        size_t stem = word.len - particles[i].len;
        if (utf8_count(str_slice(word, 0, stem)) >= STEM_MIN)
            return stem;
    }
    return word.len;
}
