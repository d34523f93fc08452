#include "diff/align.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "check.h"

/* Elements are the letters of two strings. */
static size_t kept_letters(const char *before, const char *after, char *out)
{
    Arena arena = {0};
    uint32_t a[64], b[64], partner[64];
    size_t n = strlen(before), m = strlen(after), kept = 0;

    for (size_t i = 0; i < n; i++)
        a[i] = (unsigned char)before[i];
    for (size_t j = 0; j < m; j++)
        b[j] = (unsigned char)after[j];
    align_ids((Ids){a, n}, (Ids){b, m}, &arena, partner);
    for (size_t i = 0; i < n; i++)
        if (partner[i] != ALIGN_NONE)
            out[kept++] = before[i];
    out[kept] = '\0';
    arena_deinit(&arena);
    return kept;
}

static void the_longest_common_subsequence_stays(void **state)
{
    (void)state;
    char kept[64];
    CHECK_INT(kept_letters("abcabba", "cbabac", kept), 4);
    CHECK_INT(kept_letters("kitten", "sitting", kept), 4);
    CHECK_STRZ(kept, "ittn");
    CHECK_INT(kept_letters("abc", "abc", kept), 3);
    CHECK_INT(kept_letters("abc", "", kept), 0);
    CHECK_INT(kept_letters("", "abc", kept), 0);
    CHECK_INT(kept_letters("abc", "xyz", kept), 0);
    CHECK_INT(kept_letters("a", "ba", kept), 1);
}

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

/* The plain quadratic table, to compare with. */
static size_t lcs_length(const uint32_t *a, size_t n, const uint32_t *b, size_t m)
{
    static size_t row[65];

    memset(row, 0, sizeof row);
    for (size_t i = 0; i < n; i++) {
        size_t corner = 0;
        for (size_t j = 0; j < m; j++) {
            size_t above = row[j + 1];
            if (a[i] == b[j])
                row[j + 1] = corner + 1;
            else if (row[j] > above)
                row[j + 1] = row[j];
            corner = above;
        }
    }
    return row[m];
}

static void random_sequences_are_aligned_as_well_as_can_be(void **state)
{
    (void)state;
    uint32_t seed = 7;

    for (int round = 0; round < 3000; round++) {
        Arena arena = {0};
        uint32_t a[64], b[64], partner[64];
        size_t n = next_random(&seed) % 64, m = next_random(&seed) % 64, kept = 0;
        uint32_t letters = 1 + next_random(&seed) % 12, last = 0;
        for (size_t i = 0; i < n; i++)
            a[i] = next_random(&seed) % letters;
        for (size_t j = 0; j < m; j++)
            b[j] = next_random(&seed) % letters;
        align_ids((Ids){a, n}, (Ids){b, m}, &arena, partner);
        for (size_t i = 0; i < n; i++) {
            if (partner[i] == ALIGN_NONE)
                continue;
            CHECK(partner[i] < m && a[i] == b[partner[i]]);
            CHECK(kept == 0 || partner[i] > last);
            last = partner[i];
            kept++;
        }
        CHECK_INT(kept, lcs_length(a, n, b, m));
        arena_deinit(&arena);
    }
}

static double milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* Aligns `count` elements with as many made by `change`; returns what stayed. */
static size_t align_large(size_t count, uint32_t letters, uint32_t keep_percent,
                          double *ms)
{
    Arena arena = {0};
    uint32_t *a = mem_alloc(count * sizeof *a), *b = mem_alloc(count * sizeof *b);
    uint32_t *partner = mem_alloc(count * sizeof *partner);
    uint32_t seed = 11;
    size_t kept = 0;

    for (size_t i = 0; i < count; i++) {
        a[i] = next_random(&seed) % letters;
        b[i] = next_random(&seed) % 100 < keep_percent ? a[i]
                                                       : next_random(&seed) % letters;
    }
    double start = milliseconds();
    align_ids((Ids){a, count}, (Ids){b, count}, &arena, partner);
    *ms = milliseconds() - start;
    for (size_t i = 0; i < count; i++)
        kept += partner[i] != ALIGN_NONE;
    mem_free(a);
    mem_free(b);
    mem_free(partner);
    arena_deinit(&arena);
    return kept;
}

static void unrelated_sequences_cost_no_more_than_linear_time(void **state)
{
    (void)state;
    double ms = 0, worst = 0;

    for (uint32_t letters = 2; letters <= 2000000; letters *= 10) {
        align_large(100000, letters, 0, &ms);
        worst = ms > worst ? ms : worst;
    }
    print_message("100,000 unrelated elements: %.1f ms\n", worst);
    CHECK(worst < 2000); /* a quadratic search takes a minute */
}

static void edits_in_a_long_sequence_are_found_through_its_rare_elements(void **state)
{
    (void)state;
    double ms = 0;
    CHECK(align_large(100000, 30000, 98, &ms) > 97000);
    print_message("100,000 elements, 2 %% changed: %.1f ms\n", ms);
}

RUN_TESTS(TEST(the_longest_common_subsequence_stays),
          TEST(random_sequences_are_aligned_as_well_as_can_be),
          TEST(unrelated_sequences_cost_no_more_than_linear_time),
          TEST(edits_in_a_long_sequence_are_found_through_its_rare_elements))
