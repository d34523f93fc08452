/* essay.h: made-up documents that tests edit by chance: the words of every sentence
 * are known. */
#ifndef TESTS_UNIT_ESSAY_H
#define TESTS_UNIT_ESSAY_H

#include <stdint.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"

enum {
    PARTS = 4,
    PARAGRAPHS = 3, /* a part */
    SENTENCES_MAX = 12,
    WORDS_MAX = 40, /* a sentence, with what edits may add */
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

typedef struct Chance {
    uint64_t state;
    const char *mark; /* in words that nobody wrote before … */
    int fresh;        /* … with their number */
    Arena arena;
    const char *const *words;
    size_t word_count;
} Chance;

static inline size_t below(Chance *c, size_t n)
{
    c->state = c->state * 6364136223846793005u + 1442695040888963407u;
    return (size_t)((c->state >> 33) % n);
}

static inline const char *fresh_word(Chance *c)
{
    return arena_printf(&c->arena, "%s%dword", c->mark, c->fresh++).ptr;
}

static inline void write_essay(Chance *c, Essay *out)
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

static inline void print_essay(const Essay *e, StrBuf *out)
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

static inline Sentence *untouched(Chance *c, Essay *e, Paragraph **in)
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

static inline void insert_words(Chance *c, Sentence *s, size_t at, size_t n)
{
    memmove(s->words + at + n, s->words + at, (s->count - at) * sizeof *s->words);
    for (size_t i = 0; i < n; i++)
        s->words[at + i] = fresh_word(c);
    s->count += n;
}

static inline void delete_words(Sentence *s, size_t at, size_t n)
{
    memmove(s->words + at, s->words + at + n, (s->count - at - n) * sizeof *s->words);
    s->count -= n;
}

#endif
