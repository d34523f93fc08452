#include "check/korean.h"

#include <string.h>

#include "base/utf8.h"

enum { PARTICLES_MAX = 3, PARTICLE_BYTES_MAX = 12, REST_BYTES_MAX = 36 };
enum { SYLLABLE_BYTES = 3 }; /* in UTF-8; each particle is made of whole ones */

/* clang-format off */
static const char *const particles[] = {
    "이", "가", "은", "는", "을", "를", "의", "에", "께", "와", "과", "도", "만", "로",
    "으로", "나", "이나", "며", "이며", "고", "이고", "라", "이라", "란", "이란", "인",
    "뿐", "들", "요", "야", "여", "에서", "에게", "께서", "부터", "까지", "보다", "처럼",
    "마다", "조차", "마저", "밖에", "만큼", "로서", "으로서", "로써", "으로써", "로부터",
    "으로부터", "에서부터", "에게서", "에는", "에도", "에만", "에서는", "에서도", "에서의",
    "에서만", "으로는", "으로도", "으로의", "로는", "로도", "에게는", "에게도", "까지는",
    "까지도", "부터는", "라는", "라고", "라면", "이라는", "이라고", "이라면", "이지만",
    "지만", "이면서", "이다", "였다", "이었다", "입니다", "였습니다", "이었습니다", "이자",
    "들이", "들은", "들을", "들의", "들에게", "들도", "만의", "만을", "만이",
};
/* clang-format on */

static bool is_particle(Str s)
{
    if (s.len == 0 || s.len > PARTICLE_BYTES_MAX || s.len % SYLLABLE_BYTES != 0)
        return false;
    for (size_t i = 0; i < sizeof particles / sizeof *particles; i++)
        if (memcmp(particles[i], s.ptr, SYLLABLE_BYTES) == 0 &&
            str_eq(s, str_from(particles[i])))
            return true;
    return false;
}

/* The fewest particles that make up rest[0..end) for every end: a table of at
 * most twelve syllables, so no search goes astray. */
bool korean_particles(Str rest)
{
    int fewest[REST_BYTES_MAX + 1];

    if (rest.len == 0 || rest.len > REST_BYTES_MAX)
        return false;
    fewest[0] = 0;
    for (size_t end = 1; end <= rest.len; end++) {
        fewest[end] = PARTICLES_MAX + 1;
        size_t from = end > PARTICLE_BYTES_MAX ? end - PARTICLE_BYTES_MAX : 0;
        for (size_t start = from; start < end; start++)
            if (fewest[start] + 1 < fewest[end] &&
                is_particle(str_slice(rest, start, end)))
                fewest[end] = fewest[start] + 1;
    }
    return fewest[rest.len] <= PARTICLES_MAX;
}

Str korean_stem(Str token)
{
    uint32_t cp;
    size_t first = token.len ? utf8_decode(token, 0, &cp) : 0;
    size_t at = first;

    if (token.len > REST_BYTES_MAX * 2)
        return token;
    while (at < token.len) {
        if (korean_particles(str_slice(token, at, token.len)))
            return str_slice(token, 0, at);
        at += utf8_decode(token, at, &cp);
    }
    return token;
}

/* Behind a final consonant, and behind a vowel. */
static const char *const forms[][2] = {
    {"은", "는"},       {"이", "가"},       {"을", "를"},       {"과", "와"},
    {"으로", "로"},     {"이나", "나"},     {"이란", "란"},     {"이라는", "라는"},
    {"이라고", "라고"}, {"으로는", "로는"}, {"으로도", "로도"}, {"으로서", "로서"},
};

enum { NO_FINAL = 0, FINAL_RIEUL = 8, SYLLABLE_FIRST = 0xAC00, SYLLABLES = 11172 };

Str korean_particle_after(Str noun, Str rest)
{
    uint32_t cp = 0;

    if (noun.len == 0 || rest.len == 0)
        return rest;
    utf8_decode(noun, utf8_before(noun, noun.len), &cp);
    if (cp < SYLLABLE_FIRST || cp >= SYLLABLE_FIRST + SYLLABLES)
        return rest;
    uint32_t final = (cp - SYLLABLE_FIRST) % 28;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        if (!str_eq(rest, str_from(forms[i][0])) &&
            !str_eq(rest, str_from(forms[i][1])))
            continue;
        bool with_ro = str_starts(str_from(forms[i][1]), STR("로"));
        bool vowel = final == NO_FINAL || (with_ro && final == FINAL_RIEUL);
        return str_from(forms[i][vowel]);
    }
    return rest;
}
