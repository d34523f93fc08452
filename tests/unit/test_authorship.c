#include "diff/authorship.h"

#include <locale.h>
#include <stdlib.h>

#include "check.h"
#include "essay.h"

enum { ESSAYS = 40, REVISIONS = 12, EDITS_MAX = 4 };

typedef struct Chain {
    Arena arena;
    AuthoredText text;
    uint32_t count;
} Chain;

static void save_as(Chain *c, Str bytes)
{
    Authorship by;

    authorship_next(&c->text, bytes, ++c->count, LANG_EN, &c->arena, &by);
    c->text = (AuthoredText){arena_str(&c->arena, bytes), by};
}

static uint32_t who(const Chain *c, const char *words)
{
    size_t at = str_find(c->text.bytes, str_from(words), 0);

    CHECK(at != STR_NONE);
    uint32_t first = authorship_at(&c->text.by, at);
    for (size_t i = at; i < at + strlen(words); i++)
        CHECK_INT(authorship_at(&c->text.by, i), first);
    return first;
}

static void words_keep_their_revision(void **state)
{
    (void)state;
    Chain c = {0};

    save_as(&c, STR("# Lantern\n\nBakeries order flour by phone each morning.\n"));
    save_as(&c, STR("# Lantern\n\nSmall bakeries order flour by phone each morning. "
                    "One owner in three had paid twice.\n"));
    save_as(&c, STR("# Lantern\n\nSmall bakeries order flour by phone each busy "
                    "morning. One owner in three had paid twice.\n\nThe end.\n"));
    CHECK_INT(who(&c, "Lantern"), 1);
    CHECK_INT(who(&c, "Small bakeries"), 2);
    CHECK_INT(who(&c, "order flour by phone each"), 1);
    CHECK_INT(who(&c, "busy"), 3);
    CHECK_INT(who(&c, "One owner in three had paid twice."), 2);
    CHECK_INT(who(&c, "The end."), 3);
    arena_deinit(&c.arena);
}

static void they_keep_it_where_they_move(void **state)
{
    (void)state;
    Chain c = {0};

    save_as(&c,
            STR("One paragraph with words of its own.\n\nAnother one that stays "
                "where it is. A sentence of some seven words here.\n\nThe last.\n"));
    save_as(&c, STR("Another one that stays where it is.\n\nThe last.\n\nOne paragraph "
                    "with words of its own. A sentence of some seven words here.\n"));
    CHECK_INT(who(&c, "One paragraph with words of its own."), 1);
    CHECK_INT(who(&c, "A sentence of some seven words here."), 1);
    CHECK_INT(who(&c, "Another one that stays where it is."), 1);
    arena_deinit(&c.arena);
}

static void a_stem_stays_when_its_particle_changes(void **state)
{
    (void)state;
    Chain c = {0};

    save_as(&c, STR("고객은 아침마다 제품을 전화로 주문한다. 사장님이 바쁘다.\n"));
    save_as(&c, STR("고객은 아침마다 제품이 전화로 주문한다. 사장님이 바쁘다.\n"));
    CHECK_INT(who(&c, "제품"), 1);
    CHECK_INT(authorship_at(&c.text.by, str_find(c.text.bytes, STR("이 전화로"), 0)),
              2);
    CHECK_INT(who(&c, "전화로 주문한다"), 1);
    arena_deinit(&c.arena);
}

static void a_join_leaves_both_drafts_what_they_wrote(void **state)
{
    (void)state;
    Arena arena = {0};
    Str base = STR("The beginning is here.\n\nThe middle is here.\n\nThe end.\n");
    Str left = STR("The beginning is now here.\n\nThe middle is here.\n\nThe end.\n");
    Str right = STR("The beginning is here.\n\nThe middle is here.\n\nThe very end.\n");
    Str both = STR("The beginning is now here.\n\nThe middle is here.\n\nThe very end "
                   "again.\n");
    AuthoredText empty = {0}, first = {.bytes = base}, mine = {.bytes = left};
    AuthoredText theirs = {.bytes = right};

    authorship_next(&empty, base, 1, LANG_EN, &arena, &first.by);
    authorship_next(&first, left, 2, LANG_EN, &arena, &mine.by);
    authorship_next(&first, right, 3, LANG_EN, &arena, &theirs.by);
    Authorship by;
    authorship_next(&mine, both, 4, LANG_EN, &arena, &by);
    authorship_join(&theirs, both, 4, LANG_EN, &arena, &by);
    CHECK_INT(authorship_at(&by, str_find(both, STR("now"), 0)), 2);
    CHECK_INT(authorship_at(&by, str_find(both, STR("very"), 0)), 3);
    CHECK_INT(authorship_at(&by, str_find(both, STR("again"), 0)), 4);
    CHECK_INT(authorship_at(&by, str_find(both, STR("middle"), 0)), 1);
    CHECK_INT(by.runs[by.count - 1].end, both.len);
    arena_deinit(&arena);
}

static void what_is_kept_is_read_again(void **state)
{
    (void)state;
    Arena arena = {0};
    const AuthorRun runs[] = {{3, 1}, {200, 70000}, {100000, 2}};
    Authorship by = {runs, 3}, back;
    StrBuf bytes = {0};

    authorship_write(&by, &bytes);
    CHECK(authorship_read(strbuf_view(&bytes), 100000, 70000, &arena, &back));
    CHECK_INT(back.count, 3);
    CHECK_INT(back.runs[1].end, 200);
    CHECK_INT(back.runs[1].revision, 70000);
    CHECK(!authorship_read(strbuf_view(&bytes), 99999, 70000, &arena, &back));
    CHECK(!authorship_read(strbuf_view(&bytes), 100000, 69999, &arena, &back));
    CHECK(!authorship_read(STR("\x80"), 1, 1, &arena, &back));
    CHECK(!authorship_read(STR(""), 1, 1, &arena, &back));
    strbuf_deinit(&bytes);
    arena_deinit(&arena);
}

/* -- known authors ------------------------------------------------------------------
 */

static void edit_once(Chance *c, Essay *e)
{
    Paragraph *in = &e->paragraphs[below(c, PARTS * PARAGRAPHS)];
    Sentence *s = &in->sentences[below(c, in->count)];

    switch (below(c, 5)) {
    case 0: /* the paragraph goes elsewhere */
        if (in > e->paragraphs) {
            Paragraph moved = *in;
            Paragraph *to = &e->paragraphs[below(c, (size_t)(in - e->paragraphs))];
            memmove(to + 1, to, (size_t)(in - to) * sizeof *to);
            *to = moved;
        }
        break;
    case 1:
        if (s->count > 8)
            delete_words(s, 1 + below(c, s->count - 5), 1 + below(c, 3));
        break;
    default:
        if (s->count < WORDS_MAX - 4)
            insert_words(c, s, 1 + below(c, s->count - 1), 1 + below(c, 3));
        break;
    }
}

/* Every word that was ever added has its revision in it. */
static void count_words(const Chain *c, long *words, long *wrong)
{
    size_t end = 0;

    for (size_t at = 0; at < c->text.bytes.len; at = end + 1) {
        end = str_find_byte(c->text.bytes, ' ', at);
        if (end == STR_NONE)
            end = c->text.bytes.len;
        Str word = str_slice(c->text.bytes, at, end);
        if (word.len == 0 || word.ptr[0] == '#' || word.ptr[0] == '\n')
            continue;
        uint32_t truth = word.ptr[0] == 'r' && word.len > 2 && word.ptr[2] == 'n' &&
                                 str_find(word, STR("word"), 0) != STR_NONE
                             ? (uint32_t)(word.ptr[1] - 'a') + 1
                             : 1;
        ++*words;
        *wrong += authorship_at(&c->text.by, at) != truth;
    }
}

static void try_essay(Chance *c, long *words, long *wrong)
{
    Essay *essay = mem_alloc(sizeof *essay);
    Chain chain = {0};
    StrBuf text = {0};

    memset(essay, 0, sizeof *essay);
    write_essay(c, essay);
    for (int r = 0; r < REVISIONS; r++) {
        char mark[] = {'r', (char)('a' + r), 'n', '\0'};
        c->mark = mark;
        for (size_t n = r == 0 ? 0 : 1 + below(c, EDITS_MAX); n > 0; n--)
            edit_once(c, essay);
        strbuf_clear(&text);
        print_essay(essay, &text);
        save_as(&chain, strbuf_view(&text));
        CHECK_INT(chain.text.by.runs[chain.text.by.count - 1].end, text.len);
    }
    count_words(&chain, words, wrong);
    strbuf_deinit(&text);
    arena_deinit(&chain.arena);
    arena_reset(&c->arena);
    mem_free(essay);
}

static void try_language(const char *const *words, size_t count)
{
    Chance c = {.state = 20261123, .words = words, .word_count = count};
    long all = 0, wrong = 0;

    for (int i = 0; i < ESSAYS; i++)
        try_essay(&c, &all, &wrong);
    print_message("%ld words, %ld with another revision than their own: %.3f %%\n", all,
                  wrong, 100.0 * (double)wrong / (double)all);
    CHECK(200 * wrong <= all);
    arena_deinit(&c.arena);
}

static void words_of_many_authors_are_told_apart(void **state)
{
    (void)state;
    try_language(english, sizeof english / sizeof *english);
    try_language(korean, sizeof korean / sizeof *korean);
}

int main(void)
{
    const struct CMUnitTest tests[] = {TEST(words_keep_their_revision),
                                       TEST(they_keep_it_where_they_move),
                                       TEST(a_stem_stays_when_its_particle_changes),
                                       TEST(a_join_leaves_both_drafts_what_they_wrote),
                                       TEST(what_is_kept_is_read_again),
                                       TEST(words_of_many_authors_are_told_apart)};

    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
