#include "render/sparkline.h"

enum { SIGNS = 8 };

static const char *const bars[SIGNS] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
static const char *const plain[SIGNS] = {"_", ".", ":", "-", "=", "+", "*", "#"};

/* 0 is for nothing; the others share what is left. */
static int level(int value, int most)
{
    if (value <= 0)
        return 0;
    if (value >= most)
        return SIGNS - 1;
    return 1 + (int)((long long)(value - 1) * (SIGNS - 2) / (most - 1));
}

void sparkline(const int *values, size_t count, int most, bool ascii, StrBuf *out)
{
    for (size_t i = 0; i < count; i++)
        most = values[i] > most ? values[i] : most;
    for (size_t i = 0; i < count; i++)
        if (values[i] < 0)
            strbuf_addc(out, ' ');
        else
            strbuf_addz(out, (ascii ? plain : bars)[level(values[i], most)]);
}
