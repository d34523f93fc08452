#include "app/clock.h"

#include <stdlib.h>
#include <time.h>

#include "base/file.h"
#include "base/str.h"

/* A number that no clock shows in the next thousand years is none. */
static bool given_ms(int64_t *out)
{
    enum { CLOCK_MAX = 64, DIGITS_MAX = 15 };
    const char *path = getenv("PRFAQ_CLOCK");
    StrBuf bytes = {0};
    int64_t value = 0;

    if (!path || !file_read(path, CLOCK_MAX, &bytes, NULL)) {
        strbuf_deinit(&bytes);
        return false;
    }
    Str digits = str_trim(strbuf_view(&bytes));
    bool ok = digits.len > 0 && digits.len <= DIGITS_MAX;
    for (size_t i = 0; ok && i < digits.len; i++) {
        ok = digits.ptr[i] >= '0' && digits.ptr[i] <= '9';
        value = value * 10 + (digits.ptr[i] - '0');
    }
    strbuf_deinit(&bytes);
    *out = value;
    return ok && value > 0;
}

bool clock_is_given(void)
{
    int64_t ignored;

    return getenv("PRFAQ_CLOCK") != NULL && given_ms(&ignored);
}

int64_t clock_ms(void)
{
    struct timespec t = {0};
    int64_t given;

    if (given_ms(&given))
        return given;
#ifdef CLOCK_BOOTTIME
    if (clock_gettime(CLOCK_BOOTTIME, &t) != 0)
#endif
        clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000 + 1;
}

Moment clock_now(void)
{
    int64_t given;

    return given_ms(&given) ? (Moment){given / 1000, 0} : moment_now();
}
