/* What git gets from the merge driver: whatever two people did to one document, no
 * sentence of either is lost. */
#include <locale.h>

#include "check.h"
#include "diff/conflict_marks.h"
#include "essay.h"
#include "sample_document.h"

enum { TRIALS = 500, EDITS_MAX = 5 };

static void drop_sentence(Paragraph *p, Sentence *s)
{
    size_t at = (size_t)(s - p->sentences);

    memmove(s, s + 1, (p->count - at - 1) * sizeof *s);
    p->count--;
}

static void put_sentence(Paragraph *p, size_t at, const Sentence *s)
{
    memmove(p->sentences + at + 1, p->sentences + at,
            (p->count - at) * sizeof *p->sentences);
    p->sentences[at] = *s;
    p->count++;
}

static void new_sentence(Chance *c, Sentence *out)
{
    *out = (Sentence){.count = 5, .touched = true};
    for (size_t i = 0; i < out->count; i++)
        out->words[i] = fresh_word(c);
}

static Paragraph *other_paragraph(Chance *c, Essay *e)
{
    for (;;) {
        Paragraph *p = &e->paragraphs[below(c, PARTS * PARAGRAPHS)];
        if (p->count < SENTENCES_MAX - 1)
            return p;
    }
}

static void edit(Chance *c, Essay *e)
{
    Paragraph *in = NULL, *to = other_paragraph(c, e);
    Sentence *s = untouched(c, e, &in), made = *s;

    switch (below(c, 5)) {
    case 0:
        insert_words(c, s, below(c, s->count), 1 + below(c, 3));
        break;
    case 1:
        delete_words(s, 1 + below(c, 4), 1 + below(c, 3));
        insert_words(c, s, below(c, s->count), 1 + below(c, 3));
        break;
    case 2:
        if (in->count > 1)
            drop_sentence(in, s);
        break;
    case 3:
        if (in->count > 1 && to != in) {
            drop_sentence(in, s);
            put_sentence(to, below(c, to->count + 1), &made);
        }
        break;
    default:
        new_sentence(c, &made);
        put_sentence(to, below(c, to->count + 1), &made);
    }
}

static void sentence_text(const Sentence *s, StrBuf *out)
{
    strbuf_clear(out);
    for (size_t w = 0; w < s->count; w++)
        strbuf_addf(out, "%s%s", w > 0 ? " " : "", s->words[w]);
    strbuf_addc(out, '.');
}

/* Sentences of `side` that should be in the result and are not: what the base has and
 * the other side has not was taken away by the other side. */
static int count_lost(const Essay *side, Str base, Str other, Str result)
{
    StrBuf words = {0};
    int lost = 0;

    for (size_t p = 0; p < PARTS * PARAGRAPHS; p++)
        for (size_t s = 0; s < side->paragraphs[p].count; s++) {
            sentence_text(&side->paragraphs[p].sentences[s], &words);
            Str text = strbuf_view(&words);
            bool taken = str_find(base, text, 0) != STR_NONE &&
                         str_find(other, text, 0) == STR_NONE;
            if (!taken && str_find(result, text, 0) == STR_NONE) {
                print_error("lost: %s\n", strbuf_cstr(&words));
                lost++;
            }
        }
    strbuf_deinit(&words);
    return lost;
}

static size_t merge_texts(const Str texts[THREE_COUNT], StrBuf *out)
{
    Sample samples[THREE_COUNT];
    Arena arena = {0};
    Merge merge;

    for (int x = 0; x < THREE_COUNT; x++)
        sample_read(&samples[x], texts[x], LANG_EN);
    merge_make(&samples[THREE_BASE].doc, &samples[THREE_MINE].doc,
               &samples[THREE_THEIRS].doc, &arena, &merge);
    size_t open = conflict_marks_write(&merge, NULL, MARK_SIZE, out);
    arena_deinit(&arena);
    for (int x = 0; x < THREE_COUNT; x++)
        sample_deinit(&samples[x]);
    return open;
}

/* What is read back from between the marks is what each side had there. */
static bool marks_read_back(Str result, size_t open)
{
    StrBuf sides[THREE_COUNT] = {{0}};
    bool ok = conflict_marks_read(result, sides) == open;

    for (int x = 0; x < THREE_COUNT; x++)
        strbuf_deinit(&sides[x]);
    return ok;
}

static int try_once(Chance *c, size_t *open)
{
    Essay *essays = mem_alloc(THREE_COUNT * sizeof *essays);
    StrBuf texts[THREE_COUNT] = {{0}}, result = {0};
    Str views[THREE_COUNT];

    memset(essays, 0, sizeof *essays);
    write_essay(c, &essays[THREE_BASE]);
    for (int x = 0; x < THREE_COUNT; x++) {
        essays[x] = essays[THREE_BASE];
        c->mark = x == THREE_MINE ? "mine" : "theirs";
        for (size_t n = 1 + below(c, EDITS_MAX); x != THREE_BASE && n > 0; n--)
            edit(c, &essays[x]);
        print_essay(&essays[x], &texts[x]);
        views[x] = strbuf_view(&texts[x]);
    }
    *open = merge_texts(views, &result);
    Str merged = strbuf_view(&result);
    int lost = count_lost(&essays[THREE_MINE], views[THREE_BASE], views[THREE_THEIRS],
                          merged) +
               count_lost(&essays[THREE_THEIRS], views[THREE_BASE], views[THREE_MINE],
                          merged) +
               !marks_read_back(merged, *open);
    for (int x = 0; x < THREE_COUNT; x++)
        strbuf_deinit(&texts[x]);
    strbuf_deinit(&result);
    arena_reset(&c->arena);
    mem_free(essays);
    return lost;
}

static void no_sentence_of_either_side_is_lost(void **state)
{
    Chance c = {.state = 20261122,
                .words = english,
                .word_count = sizeof english / sizeof *english};
    int lost = 0, with_marks = 0;

    (void)state;
    for (int i = 0; i < TRIALS; i++) {
        size_t open = 0;
        lost += try_once(&c, &open);
        with_marks += open > 0;
    }
    print_message("%d of %d merges had places between marks\n", with_marks, TRIALS);
    CHECK_INT(lost, 0);
    CHECK(with_marks > 0 && with_marks < TRIALS);
    arena_deinit(&c.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {TEST(no_sentence_of_either_side_is_lost)};

    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
