#include "app/cli.h"

enum { LONGEST = 32 };

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* Optimal string alignment: edits and exchanges of neighbours.
 * Source: Damerau 1964; three rows of the table are enough. */
static int distance(Str a, Str b)
{
    int rows[3][LONGEST + 1];

    for (size_t j = 0; j <= b.len; j++)
        rows[0][j] = (int)j;
    for (size_t i = 1; i <= a.len; i++) {
        int *row = rows[i % 3];
        const int *above = rows[(i + 2) % 3];
        const int *before = rows[(i + 1) % 3];
        row[0] = (int)i;
        for (size_t j = 1; j <= b.len; j++) {
            int same = a.ptr[i - 1] == b.ptr[j - 1];
            row[j] = least(least(above[j] + 1, row[j - 1] + 1), above[j - 1] + !same);
            if (i > 1 && j > 1 && a.ptr[i - 1] == b.ptr[j - 2] &&
                a.ptr[i - 2] == b.ptr[j - 1])
                row[j] = least(row[j], before[j - 2] + 1);
        }
    }
    return rows[a.len % 3][b.len];
}

const char *suggest_word(Str typed, const char *const *words, size_t count)
{
    const char *best = NULL;
    int best_distance = typed.len <= 4 ? 2 : 3;

    if (typed.len == 0 || typed.len > LONGEST)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        Str word = str_from(words[i]);
        if (word.len > LONGEST)
            continue;
        int d = distance(typed, word);
        if (d < best_distance && (size_t)d < word.len) {
            best = words[i];
            best_distance = d;
        }
    }
    return best;
}
