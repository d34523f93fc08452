/* The redline inside the program: a document of 20 KB with a day's edits, and the
 * worst that can be asked of it, 100,000 words against 100,000 others. */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "../unit/sample_document.h"
#include "diff/redline.h"

enum { ROUNDS = 21, WORDS_OF_20_KB = 3400, WORDS_OF_CAP = 100000 };

static double cpu_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int compare_times(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static unsigned next(unsigned *seed)
{
    *seed = *seed * 1103515245u + 12345u;
    return *seed >> 12;
}

/* Sections, paragraphs and sentences of made-up words; every `edited`-th word, if it
 * is not 0, is another one. */
static void write_text(unsigned seed, int words, int kinds, int edited, StrBuf *out)
{
    for (int i = 0; i < words; i++) {
        unsigned word = next(&seed) % (unsigned)kinds;
        if (i % 600 == 0)
            strbuf_addf(out, "\n\n## Section %d\n\n", i / 600);
        else if (i % 75 == 0)
            strbuf_addz(out, "\n\n");
        if (edited > 0 && i % edited == edited - 1)
            strbuf_addf(out, "edit%d", i);
        else
            strbuf_addf(out, "w%ux", word);
        strbuf_addz(out, i % 15 == 14 ? ". " : " ");
    }
    strbuf_addc(out, '\n');
}

static void measure(const char *what, const StrBuf *before, const StrBuf *after,
                    double bar_ms)
{
    double times[ROUNDS];
    Sample old, new;

    sample_read(&old, strbuf_view(before), LANG_EN);
    sample_read(&new, strbuf_view(after), LANG_EN);
    for (int i = 0; i < ROUNDS; i++) {
        Arena arena = {0};
        Redline r;
        double start = cpu_ms();
        redline_make(&old.doc, &new.doc, &arena, &r);
        times[i] = cpu_ms() - start;
        arena_deinit(&arena);
    }
    sample_deinit(&old);
    sample_deinit(&new);
    qsort(times, ROUNDS, sizeof *times, compare_times);
    printf("%-44s %8.2f ms   bar %6.1f ms   %s\n", what, times[ROUNDS / 2], bar_ms,
           times[ROUNDS / 2] <= bar_ms ? "ok" : "MISSED");
}

int main(void)
{
    StrBuf before = {0}, after = {0};

    setlocale(LC_ALL, "C.UTF-8");
    write_text(1, WORDS_OF_20_KB, 900, 0, &before);
    write_text(1, WORDS_OF_20_KB, 900, 40, &after);
    measure("20 KB, a word in 40 changed", &before, &after, 2);
    strbuf_clear(&before);
    strbuf_clear(&after);
    write_text(2, WORDS_OF_CAP, 30000, 0, &before);
    write_text(3, WORDS_OF_CAP, 30000, 0, &after);
    measure("100,000 words against 100,000 of 30,000 kinds", &before, &after, 100);
    strbuf_clear(&before);
    strbuf_clear(&after);
    write_text(2, WORDS_OF_CAP, 500, 0, &before);
    write_text(3, WORDS_OF_CAP, 500, 0, &after);
    measure("100,000 words against 100,000 of 500 kinds", &before, &after, 100);
    strbuf_deinit(&before);
    strbuf_deinit(&after);
    return 0;
}
