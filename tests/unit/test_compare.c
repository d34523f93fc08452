#include "diff/compare.h"

#include <locale.h>
#include <string.h>

#include "check.h"
#include "redline_invariants.h"
#include "sample_document.h"

enum { PARAGRAPHS_MAX = 40, WORDS_MAX = 40, ROUNDS = 1500 };

typedef struct Draft {
    int words[PARAGRAPHS_MAX][WORDS_MAX];
    int lengths[PARAGRAPHS_MAX];
    bool section[PARAGRAPHS_MAX]; /* it starts one */
    int count;
} Draft;

static uint32_t random_below(uint32_t *seed, uint32_t limit)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 8) % limit;
}

static Draft random_draft(uint32_t *seed)
{
    Draft d = {.count = (int)random_below(seed, 12)};

    for (int i = 0; i < d.count; i++) {
        d.lengths[i] = 1 + (int)random_below(seed, WORDS_MAX - 1);
        d.section[i] = random_below(seed, 4) == 0;
        for (int w = 0; w < d.lengths[i]; w++)
            d.words[i][w] = (int)random_below(seed, 60);
    }
    return d;
}

static void delete_paragraph(Draft *d, int at)
{
    for (int i = at; i + 1 < d->count; i++) {
        memcpy(d->words[i], d->words[i + 1], sizeof d->words[i]);
        d->lengths[i] = d->lengths[i + 1];
        d->section[i] = d->section[i + 1];
    }
    d->count--;
}

static void swap_paragraphs(Draft *d, int a, int b)
{
    Draft copy = *d;
    memcpy(d->words[a], copy.words[b], sizeof copy.words[b]);
    memcpy(d->words[b], copy.words[a], sizeof copy.words[a]);
    d->lengths[a] = copy.lengths[b];
    d->lengths[b] = copy.lengths[a];
}

/* Cut a paragraph in two. */
static void split_paragraph(Draft *d, int at)
{
    if (d->count == PARAGRAPHS_MAX || d->lengths[at] < 2)
        return;
    for (int i = d->count; i > at + 1; i--) {
        memcpy(d->words[i], d->words[i - 1], sizeof d->words[i]);
        d->lengths[i] = d->lengths[i - 1];
        d->section[i] = d->section[i - 1];
    }
    d->count++;
    int half = d->lengths[at] / 2;
    d->lengths[at + 1] = d->lengths[at] - half;
    d->section[at + 1] = false;
    memcpy(d->words[at + 1], d->words[at] + half,
           (size_t)d->lengths[at + 1] * sizeof(int));
    d->lengths[at] = half;
}

static void edit_draft(Draft *d, uint32_t *seed)
{
    int at = (int)random_below(seed, (uint32_t)d->count);
    int word = (int)random_below(seed, (uint32_t)d->lengths[at]);

    switch (random_below(seed, 7)) {
    case 0:
        delete_paragraph(d, at);
        break;
    case 1:
        swap_paragraphs(d, at, (int)random_below(seed, (uint32_t)d->count));
        break;
    case 2:
        split_paragraph(d, at);
        break;
    case 3:
        d->section[at] = !d->section[at];
        break;
    case 4:
        d->lengths[at] = word + 1;
        break;
    default:
        d->words[at][word] = (int)random_below(seed, 60);
        break;
    }
}

/* English, Korean and Japanese words, marks and sentence ends, by number. */
static void write_draft(const Draft *d, uint32_t *seed, StrBuf *out)
{
    static const char *const words[] = {
        "bakery ",    "**flour** ", "owner's ", "the ",  "a ",     "calls. ", "$5 ",
        "제품을 ",    "제품이 ",    "고객은 ",  "소리 ", "小",     "さな",    "店。",
        "[mill](x) ", "Nobody ",    "waits, ",  "and ",  "half\n", "done? "};
    static const char *const sections[] = {"Problem", "Solution", "FAQ", "Risks",
                                           "Getting started"};
    enum { COUNT = sizeof words / sizeof *words };

    for (int i = 0; i < d->count; i++) {
        if (d->section[i])
            strbuf_addf(out, "## %s\n\n", sections[i % 5]);
        if (random_below(seed, 5) == 0)
            strbuf_addz(out, "- ");
        for (int w = 0; w < d->lengths[i]; w++) {
            int word = d->words[i][w];
            strbuf_addz(out, words[word % COUNT]);
            if (word >= COUNT)
                strbuf_addf(out, "w%c%c ", 'a' + word % 26, 'a' + word / 26);
        }
        strbuf_addz(out, "end\n\n");
    }
}

static void check_pair(Str before_text, Str after_text, int round)
{
    Sample before, after;
    Arena arena = {0};
    Redline redline;

    sample_read(&before, before_text, LANG_EN);
    sample_read(&after, after_text, LANG_EN);
    redline_make(&before.doc, &after.doc, &arena, &redline);
    const char *broken = redline_broken(&redline, before_text, after_text);
    if (broken)
        print_error("round %d: %s\n--- before\n%.*s--- after\n%.*s", round, broken,
                    STR_ARG(before_text), STR_ARG(after_text));
    CHECK(broken == NULL);
    arena_deinit(&arena);
    sample_deinit(&before);
    sample_deinit(&after);
}

static void no_word_is_lost_whatever_was_edited(void **state)
{
    (void)state;
    uint32_t seed = 20270302;

    for (int round = 0; round < ROUNDS; round++) {
        StrBuf before = {0}, after = {0};
        Draft draft = random_draft(&seed);
        write_draft(&draft, &seed, &before);
        for (int edits = (int)random_below(&seed, 12); edits > 0 && draft.count > 0;
             edits--)
            edit_draft(&draft, &seed);
        write_draft(&draft, &seed, &after);
        check_pair(strbuf_view(&before), strbuf_view(&after), round);
        check_pair(strbuf_view(&after), strbuf_view(&after), round);
        strbuf_deinit(&before);
        strbuf_deinit(&after);
    }
}

/* Blocks of paragraphs, one a string. */
static void compare_strings(const char *const *before, size_t n,
                            const char *const *after, size_t m, Arena *arena,
                            Comparison *out)
{
    DiffBlock *old_blocks = arena_array(arena, n, sizeof *old_blocks);
    DiffBlock *new_blocks = arena_array(arena, m, sizeof *new_blocks);

    for (size_t i = 0; i < n; i++)
        old_blocks[i] =
            (DiffBlock){.text = str_from(before[i]), .index = i, .part = NO_INDEX};
    for (size_t j = 0; j < m; j++)
        new_blocks[j] =
            (DiffBlock){.text = str_from(after[j]), .index = j, .part = NO_INDEX};
    DiffText old_text = {.blocks = old_blocks, .block_count = n};
    DiffText new_text = {.blocks = new_blocks, .block_count = m};
    compare_texts(&old_text, &new_text, arena, out);
}

static void blocks_that_moved_find_each_other(void **state)
{
    (void)state;
    static const char *const before[] = {"Ready now.", "One two three four five six.",
                                         "Seven eight nine ten."};
    static const char *const after[] = {"One two three four five six.",
                                        "Seven eight nine ten.", "Ready now."};
    Arena arena = {0};
    Comparison c;

    compare_strings(before, 3, after, 3, &arena, &c);
    CHECK_INT(c.group_count, 2);
    CHECK_INT(c.moved_to[0], 2);
    CHECK_INT(c.moved_from[2], 0);
    CHECK(c.moved_to[1] == NO_INDEX);
    arena_deinit(&arena);
}

static void blocks_that_are_there_twice_have_not_moved(void **state)
{
    (void)state;
    static const char *const before[] = {"See below.", "One two three.",
                                         "Four five six."};
    static const char *const after[] = {"One two three.", "See below.",
                                        "Four five six.", "See below."};
    Arena arena = {0};
    Comparison c;

    compare_strings(before, 3, after, 4, &arena, &c);
    CHECK(c.moved_to[0] == NO_INDEX);
    arena_deinit(&arena);
}

static void a_paragraph_cut_in_two_is_one_group(void **state)
{
    (void)state;
    static const char *const before[] = {
        "The mill grinds. The bakery bakes. We all eat."};
    static const char *const after[] = {"The mill grinds.",
                                        "The bakery bakes. We all eat."};
    Arena arena = {0};
    Comparison c;

    compare_strings(before, 1, after, 2, &arena, &c);
    CHECK_INT(c.group_count, 1);
    CHECK_INT(c.groups[0].new_to - c.groups[0].new_from, 2);
    for (size_t i = 0; i < c.before.tokens.count; i++)
        CHECK_INT(c.partner[i], i);
    arena_deinit(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(no_word_is_lost_whatever_was_edited),
        TEST(blocks_that_moved_find_each_other),
        TEST(blocks_that_are_there_twice_have_not_moved),
        TEST(a_paragraph_cut_in_two_is_one_group),
    };

    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
