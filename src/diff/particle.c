#include "diff/particle.h"

#include "base/utf8.h"

/* Longer ones first, since the first that fits is taken. */
/* clang-format off */
static const char *const particles[] = {
    "에서부터", "으로부터",
    "에서는", "에서도", "에게는", "에게서", "으로는", "으로써", "으로서", "이라는", "까지는",
    "까지", "부터", "에서", "에게", "으로", "보다", "처럼", "마다", "조차", "밖에", "이나",
    "이며", "하고", "께서", "한테", "에는", "에도", "과는", "와는",
    "은", "는", "이", "가", "을", "를", "의", "에", "로", "와", "과", "도", "만", "나", "며",
};
/* clang-format on */

enum { STEM_MIN = 2 }; /* code points */

size_t particle_start(Str word)
{
    unsigned char last = word.len ? (unsigned char)word.ptr[word.len - 1] : 0;

    if (last < 0x80)
        return word.len;
    for (size_t i = 0; i < sizeof particles / sizeof *particles; i++) {
        Str particle = str_from(particles[i]);
        if (!str_ends(word, particle))
            continue;
        size_t stem = word.len - particle.len;
        if (utf8_count(str_slice(word, 0, stem)) >= STEM_MIN)
            return stem;
    }
    return word.len;
}
