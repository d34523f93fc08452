#include "review/anchor.h"

#include <stdlib.h>
#include <string.h>

#include "check.h"

enum {
    WORDS_MAX = 4096,
    SENTENCE = 11,
    PARAGRAPH = 4, /* sentences */
};

/* A text of words of which each has a number of its own, whatever becomes of it. */
typedef struct World {
    int number[WORDS_MAX];
    const char *word[WORDS_MAX];
    const char *end[WORDS_MAX]; /* what stands behind it */
    size_t start[WORDS_MAX];    /* in the text */
    size_t count;
    int last;
    unsigned seed;
    StrBuf text;
} World;

static unsigned draw(World *w, unsigned below)
{
    w->seed = w->seed * 1664525u + 1013904223u;
    return (w->seed >> 8) % below;
}

/* Some words are frequent, most are rare. */
static const char *some_word(World *w)
{
    static char words[600][8];
    unsigned pick = draw(w, 3) == 0 ? draw(w, 12) : draw(w, 600);

    if (!words[pick][0])
        for (unsigned i = 0, n = pick + 7; i < 3 + pick % 5; i++, n = n / 3 + 11 * i)
            words[pick][i] = (char)('a' + (n * 7 + i * 5 + pick) % 26);
    return words[pick];
}

static void put_in(World *w, size_t at, const char *word, const char *end)
{
    memmove(w->number + at + 1, w->number + at, (w->count - at) * sizeof *w->number);
    memmove(w->word + at + 1, w->word + at, (w->count - at) * sizeof *w->word);
    memmove(w->end + at + 1, w->end + at, (w->count - at) * sizeof *w->end);
    w->number[at] = ++w->last;
    w->word[at] = word;
    w->end[at] = end;
    w->count++;
}

static void take_out(World *w, size_t at)
{
    w->count--;
    memmove(w->number + at, w->number + at + 1, (w->count - at) * sizeof *w->number);
    memmove(w->word + at, w->word + at + 1, (w->count - at) * sizeof *w->word);
    memmove(w->end + at, w->end + at + 1, (w->count - at) * sizeof *w->end);
}

/* Exchange two runs of words that do not overlap. */
static void exchange(World *w, size_t a, size_t b, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        int number = w->number[a + i];
        const char *word = w->word[a + i], *end = w->end[a + i];
        w->number[a + i] = w->number[b + i];
        w->word[a + i] = w->word[b + i];
        w->end[a + i] = w->end[b + i];
        w->number[b + i] = number;
        w->word[b + i] = word;
        w->end[b + i] = end;
    }
}

static void edit(World *w)
{
    size_t at = draw(w, (unsigned)w->count), run = PARAGRAPH * SENTENCE;

    switch (draw(w, 8)) {
    case 0:
    case 1:
    case 2:
        put_in(w, at, some_word(w), " ");
        break;
    case 3:
    case 4:
        take_out(w, at);
        break;
    case 5:
    case 6:
        put_in(w, at, some_word(w), w->end[at]);
        take_out(w, at + 1);
        break;
    default: {
        size_t first = draw(w, (unsigned)(w->count / run)) * run;
        size_t other = draw(w, (unsigned)(w->count / run)) * run;
        if (first != other && first + run <= w->count && other + run <= w->count)
            exchange(w, first, other, run);
    }
    }
}

static void write_text(World *w)
{
    strbuf_clear(&w->text);
    for (size_t i = 0; i < w->count; i++) {
        w->start[i] = w->text.len;
        strbuf_addz(&w->text, w->word[i]);
        strbuf_addz(&w->text, w->end[i]);
    }
}

static size_t index_of(const World *w, int number)
{
    for (size_t i = 0; i < w->count; i++)
        if (w->number[i] == number)
            return i;
    return NO_INDEX;
}

typedef struct Marked {
    int number, count; /* the words number to number + count - 1 */
    Anchor anchor;
} Marked;

typedef struct Tally {
    int wrong, there, found, edited;
} Tally;

/* Which of the words in a range are of the thread, and which are not? */
static void look(const World *w, const Marked *m, AnchorPlace place, Tally *tally)
{
    int own = 0, others = 0;
    size_t first = index_of(w, m->number);
    bool whole = first != NO_INDEX && first + (size_t)m->count <= w->count;

    for (int i = 0; whole && i < m->count; i++)
        whole = w->number[first + (size_t)i] == m->number + i;
    for (size_t i = 0; i < w->count && place.state != ANCHOR_LOST; i++) {
        if (w->start[i] < place.range.start || w->start[i] >= place.range.end)
            continue;
        bool is_own = w->number[i] >= m->number && w->number[i] < m->number + m->count;
        own += is_own;
        others += !is_own;
    }
    bool told = place.state == ANCHOR_HERE || place.state == ANCHOR_MOVED;
    /* A word that was put in where the same one went cannot be told from it. */
    tally->wrong += (told && (own == 0 || own + others != m->count)) ||
                    (place.state == ANCHOR_EDITED && own == 0);
    tally->there += whole;
    tally->found += whole && told;
    tally->edited += place.state == ANCHOR_EDITED;
}

static void make_world(World *w, unsigned seed)
{
    w->seed = seed;
    w->count = 0;
    w->last = 0;
    for (size_t i = 0; i < 1500; i++)
        put_in(w, i, some_word(w),
               i % (PARAGRAPH * SENTENCE) == PARAGRAPH * SENTENCE - 1 ? ".\n\n"
               : i % SENTENCE == SENTENCE - 1                         ? ".\n"
                                                                      : " ");
    write_text(w);
}

enum { THREADS = 40 };

static Library library;

static void mark_words(World *w, Arena *arena, Marked marked[THREADS])
{
    Document doc;

    document_read(strbuf_view(&w->text), &library, arena, &doc);
    AnchorText *text = anchor_text(&doc, arena);
    for (int i = 0; i < THREADS; i++) {
        int count = i % 4 == 0 ? 1 : i % 4 == 1 ? 3 : i % 4 == 2 ? 8 : SENTENCE;
        size_t at = draw(w, (unsigned)w->count - 20);
        Range range = {w->start[at], w->start[at + (size_t)count - 1] +
                                         strlen(w->word[at + (size_t)count - 1])};
        Anchor a = anchor_make(text, range);
        marked[i] = (Marked){w->number[at],
                             count,
                             {arena_str(arena, a.quote), arena_str(arena, a.before),
                              arena_str(arena, a.after), arena_str(arena, a.part)}};
    }
}

static void run_edits(unsigned seed, int edits, Tally *tally)
{
    static World w;
    Arena arena = {0}, scratch = {0};
    Marked marked[THREADS];
    Document doc;

    make_world(&w, seed);
    mark_words(&w, &arena, marked);
    for (int i = 0; i < edits; i++)
        edit(&w);
    write_text(&w);
    document_read(strbuf_view(&w.text), &library, &scratch, &doc);
    AnchorText *text = anchor_text(&doc, &scratch);
    for (int i = 0; i < THREADS; i++)
        look(&w, &marked[i], anchor_find(text, &marked[i].anchor), tally);
    arena_deinit(&arena);
    arena_deinit(&scratch);
    strbuf_deinit(&w.text);
}

static void no_thread_lands_on_other_words(void **state)
{
    (void)state;
    Tally tally = {0};
    library_init(&library);
    static const int edits[] = {1, 5, 20, 60, 150};
    int made = 0;

    for (unsigned seed = 1; seed <= 40; seed++) {
        for (size_t i = 0; i < 5; i++) {
            run_edits(seed * 5 + (unsigned)i, edits[i], &tally);
            made += edits[i];
        }
    }
    print_message("%d edits under %d threads: %d of %d whose words are there found, %d "
                  "on other words\n",
                  made, THREADS, (int)tally.found, (int)tally.there, (int)tally.wrong);
    CHECK_INT(tally.wrong, 0);
    CHECK(tally.found * 100 >= tally.there * 97);
}

RUN_TESTS(TEST(no_thread_lands_on_other_words))
