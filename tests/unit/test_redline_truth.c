/* Edits whose truth is known: the redline marks every word that was touched, and
 * hardly any other. */
#include <locale.h>

#include "check.h"
#include "diff/redline.h"
#include "essay.h"
#include "sample_document.h"

enum {
    TRIALS = 300, /* a language */
    EDITS_MAX = 4,
};

typedef struct Truth {
    int added, removed;
} Truth;

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
    Chance c = {.state = 20261122, .mark = "new", .words = words, .word_count = count};
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
