/* Edits whose truth is known: the redline marks every word that was touched, and
 * hardly any other. */
#include <locale.h>
#include <string.h>

#include "check.h"
#include "diff/redline.h"
#include "sample_document.h"

enum {
    TRIALS = 300, /* a language */
    PARTS = 4,
    PARAGRAPHS = 3, /* a part */
    SENTENCES_MAX = 8,
    WORDS_MAX = 40, /* a sentence, with what edits may add */
    EDITS_MAX = 4,
};

static const char *const english[] = {
    "the",       "a",       "owners",  "of",     "small",  "bakeries", "order",
    "flour",     "from",    "their",   "mill",   "by",     "phone",    "each",
    "morning",   "and",     "they",    "lose",   "forty",  "minutes",  "on",
    "calls",     "that",    "come",    "when",   "ovens",  "need",     "them",
    "most",      "lantern", "answers", "within", "minute", "day",      "night",
    "keeps",     "list",    "every",   "to",     "truck",  "leaves",   "before",
    "dawn",      "with",    "price",   "fixed",  "for",    "year",     "in",
    "customers", "write",   "notes",   "team",   "reads",  "week",     "service"};
static const char *const korean[] = {
    "작은",   "빵집은",   "아침마다", "밀가루를", "전화로", "주문한다", "사장님이",
    "오븐을", "볼",       "때",       "가장",     "바쁘다", "등불은",   "안에",
    "답한다", "제분소가", "주문을",   "바로",     "본다",   "고객의",   "문제를",
    "팀이",   "읽는다",   "트럭은",   "새벽에",   "떠난다", "가격은",   "해마다",
    "같다",   "우리는",   "세",       "가지",     "방법을", "살펴보고", "적는다",
    "문자를", "보내면",   "목록이",   "남는다",   "누구나", "쉽게",     "쓸",
    "수",     "있다",     "하루에",   "사십",     "분을",   "아낀다",   "매주",
    "돈을"};

typedef struct Sentence {
    const char *words[WORDS_MAX];
    size_t count;
    bool touched;
} Sentence;

typedef struct Paragraph {
    Sentence sentences[SENTENCES_MAX];
    size_t count;
} Paragraph;

typedef struct Essay {
    Paragraph paragraphs[PARTS * PARAGRAPHS];
} Essay;

typedef struct Truth {
    int added, removed;
} Truth;

typedef struct Chance {
    uint64_t state;
    int fresh; /* words that nobody wrote before */
    Arena arena;
    const char *const *words;
    size_t word_count;
} Chance;

static size_t below(Chance *c, size_t n)
{
    c->state = c->state * 6364136223846793005u + 1442695040888963407u;
    return (size_t)((c->state >> 33) % n);
}

static const char *fresh_word(Chance *c)
{
    return arena_printf(&c->arena, "new%dword", c->fresh++).ptr;
}

static void write_essay(Chance *c, Essay *out)
{
    for (size_t p = 0; p < PARTS * PARAGRAPHS; p++) {
        Paragraph *paragraph = &out->paragraphs[p];
        paragraph->count = 3 + below(c, 3);
        for (size_t s = 0; s < paragraph->count; s++) {
            Sentence *sentence = &paragraph->sentences[s];
            sentence->count = 10 + below(c, 14);
            for (size_t w = 0; w < sentence->count; w++)
                sentence->words[w] = c->words[below(c, c->word_count)];
        }
    }
}

static void print_essay(const Essay *e, StrBuf *out)
{
    for (size_t p = 0; p < PARTS * PARAGRAPHS; p++) {
        const Paragraph *paragraph = &e->paragraphs[p];
        if (p % PARAGRAPHS == 0)
            strbuf_addf(out, "## Part %zu\n\n", p / PARAGRAPHS);
        for (size_t s = 0; s < paragraph->count; s++) {
            const Sentence *sentence = &paragraph->sentences[s];
            for (size_t w = 0; w < sentence->count; w++)
                strbuf_addf(out, "%s%s", s + w > 0 ? " " : "", sentence->words[w]);
            strbuf_addc(out, '.');
        }
        strbuf_addz(out, "\n\n");
    }
}

static Sentence *untouched(Chance *c, Essay *e, Paragraph **in)
{
    for (;;) {
        Paragraph *p = &e->paragraphs[below(c, PARTS * PARAGRAPHS)];
        Sentence *s = &p->sentences[below(c, p->count)];
        if (s->touched)
            continue;
        s->touched = true;
        *in = p;
        return s;
    }
}

static void insert_words(Chance *c, Sentence *s, size_t at, size_t n)
{
    memmove(s->words + at + n, s->words + at, (s->count - at) * sizeof *s->words);
    for (size_t i = 0; i < n; i++)
        s->words[at + i] = fresh_word(c);
    s->count += n;
}

static void delete_words(Sentence *s, size_t at, size_t n)
{
    memmove(s->words + at, s->words + at + n, (s->count - at - n) * sizeof *s->words);
    s->count -= n;
}

/* To another paragraph, so that nobody can say that the others moved. */
static void move_sentence(Chance *c, Essay *e, Paragraph *from, Sentence *s, Truth *t)
{
    Paragraph *to = from;
    Sentence moved = *s;
    size_t at = (size_t)(s - from->sentences);

    while (to == from || to->count >= SENTENCES_MAX - 1)
        to = &e->paragraphs[below(c, PARTS * PARAGRAPHS)];
    memmove(s, s + 1, (from->count - at - 1) * sizeof *s);
    from->count--;
    size_t place = below(c, to->count + 1);
    memmove(to->sentences + place + 1, to->sentences + place,
            (to->count - place) * sizeof *s);
    to->sentences[place] = moved;
    to->count++;
    t->added += (int)moved.count;
    t->removed += (int)moved.count;
}

/* Words at one place of a sentence. */
static void edit_words(Chance *c, Sentence *s, size_t at, Truth *t)
{
    size_t n = 1 + below(c, 3), kind = below(c, 3);

    if (kind != 0) {
        delete_words(s, at, n);
        t->removed += (int)n;
    }
    if (kind != 1) {
        insert_words(c, s, at, n);
        t->added += (int)n;
    }
}

static void edit(Chance *c, Essay *e, Truth *t)
{
    Paragraph *in = NULL;
    Sentence *s = untouched(c, e, &in);

    if (in->count > 2 && below(c, 4) == 0) {
        move_sentence(c, e, in, s, t);
        return;
    }
    /* From behind, and a few words apart: one word, sometimes two, stays between. */
    size_t at = s->count - 3 - below(c, 2);
    edit_words(c, s, at, t);
    if (below(c, 2) == 0)
        edit_words(c, s, at - 4 - below(c, 2), t);
}

static Truth marked_words(Str before, Str after, Lang lang)
{
    Sample old, new;
    Arena arena = {0};
    Redline r;

    sample_read(&old, before, lang);
    sample_read(&new, after, lang);
    redline_make(&old.doc, &new.doc, &arena, &r);
    Truth marked = {r.added, r.removed};
    arena_deinit(&arena);
    sample_deinit(&old);
    sample_deinit(&new);
    return marked;
}

static bool try_edits(Chance *c, Lang lang, Truth *truth, Truth *marked)
{
    Essay *essay = mem_alloc(sizeof *essay);
    StrBuf before = {0}, after = {0};

    *truth = (Truth){0};
    memset(essay, 0, sizeof *essay);
    write_essay(c, essay);
    print_essay(essay, &before);
    for (size_t n = 1 + below(c, EDITS_MAX); n > 0; n--)
        edit(c, essay, truth);
    print_essay(essay, &after);
    *marked = marked_words(strbuf_view(&before), strbuf_view(&after), lang);
    bool enough = marked->added >= truth->added && marked->removed >= truth->removed;
    if (!enough)
        print_error("%s\n---\n%s\n", strbuf_cstr(&before), strbuf_cstr(&after));
    strbuf_deinit(&before);
    strbuf_deinit(&after);
    arena_reset(&c->arena);
    mem_free(essay);
    return enough;
}

static void try_language(Lang lang, const char *const *words, size_t count)
{
    Chance c = {.state = 20261122, .words = words, .word_count = count};
    long truth = 0, marked = 0;
    int fewer = 0;

    for (int i = 0; i < TRIALS; i++) {
        Truth t, m;
        fewer += !try_edits(&c, lang, &t, &m);
        truth += t.added + t.removed;
        marked += m.added + m.removed;
    }
    print_message("%ld words were touched, %ld are marked: %.2f %% beyond\n", truth,
                  marked, 100.0 * (double)(marked - truth) / (double)truth);
    CHECK_INT(fewer, 0);
    CHECK(10 * (marked - truth) <= truth);
    arena_deinit(&c.arena);
}

static void every_touched_word_is_marked_and_hardly_another(void **state)
{
    (void)state;
    try_language(LANG_EN, english, sizeof english / sizeof *english);
    try_language(LANG_KO, korean, sizeof korean / sizeof *korean);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(every_touched_word_is_marked_and_hardly_another)};

    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
