#include "diff/merge.h"

#include <locale.h>
#include <string.h>
#include <time.h>

#include "check.h"
#include "merge_invariants.h"
#include "sample_document.h"

enum { ROUNDS = 300 };

/* Three texts and their merge. */
typedef struct Case {
    Sample base, mine, theirs;
    Arena arena;
    Merge merge;
    StrBuf out;
} Case;

static void begin(Case *c, Str base, Str mine, Str theirs)
{
    *c = (Case){0};
    sample_read(&c->base, base, LANG_EN);
    sample_read(&c->mine, mine, LANG_EN);
    sample_read(&c->theirs, theirs, LANG_EN);
    merge_make(&c->base.doc, &c->mine.doc, &c->theirs.doc, &c->arena, &c->merge);
    const char *broken = merge_broken(&c->base.doc, &c->mine.doc, &c->theirs.doc);
    CHECK_STRZ(broken ? broken : "", "");
    CHECK(!merge_one_sided_broken(&c->base.doc, &c->mine.doc));
    CHECK(!merge_one_sided_broken(&c->base.doc, &c->theirs.doc));
}

static Str result(Case *c, MergeTake take)
{
    MergeChoice choices[16] = {{0}};

    assert_true(c->merge.conflict_count <= 16);
    take_all(&c->merge, take, choices);
    merge_result(&c->merge, choices, &c->out, NULL);
    return strbuf_view(&c->out);
}

static void end(Case *c)
{
    strbuf_deinit(&c->out);
    arena_deinit(&c->arena);
    sample_deinit(&c->base);
    sample_deinit(&c->mine);
    sample_deinit(&c->theirs);
}

static void check_merges(Str base, Str mine, Str theirs, Str expected)
{
    Case c;

    begin(&c, base, mine, theirs);
    CHECK_STR(result(&c, MERGE_OPEN), expected);
    CHECK_INT(c.merge.conflict_count, 0);
    end(&c);
}

static void changes_of_different_sentences_merge_by_themselves(void **state)
{
    (void)state;
    check_merges(STR("# T\n\nOne two three. Four five six. Seven eight nine.\n"),
                 STR("# T\n\nOne two four. Four five six. Seven eight nine.\n"),
                 STR("# T\n\nOne two three. Four five six. Seven eight ten.\n"),
                 STR("# T\n\nOne two four. Four five six. Seven eight ten.\n"));
}

static void neighbouring_sentences_are_no_conflict(void **state)
{
    (void)state;
    check_merges(
        STR("One two three. Four five six."), STR("One two four. Four five six."),
        STR("One two three. Four five seven."), STR("One two four. Four five seven."));
}

static void added_sentences_and_paragraphs_stay_where_they_were_put(void **state)
{
    (void)state;
    check_merges(STR("One two.\n\nThree four.\n"),
                 STR("One two. New here.\n\nThree four.\n"),
                 STR("Above.\n\nOne two.\n\nThree four.\n\nBelow.\n"),
                 STR("Above.\n\nOne two. New here.\n\nThree four.\n\nBelow.\n"));
}

static void what_one_took_out_stays_out(void **state)
{
    (void)state;
    check_merges(STR("One two. Three four. Five six.\n\nSeven eight.\n"),
                 STR("One two. Five six.\n\nSeven eight.\n"),
                 STR("One two. Three four. Five six.\n\nSeven nine.\n"),
                 STR("One two. Five six.\n\nSeven nine.\n"));
}

static void a_paragraph_added_behind_one_that_went_stands_alone(void **state)
{
    (void)state;
    check_merges(STR("One two.\n\nThree four.\n"), STR("One two.\n"),
                 STR("One two.\n\nThree four.\n\nFive six.\n"),
                 STR("One two.\n\nFive six.\n"));
}

static void the_same_change_of_both_is_made_once(void **state)
{
    (void)state;
    check_merges(STR("One two.\n"), STR("One three.\n\nMore.\n"),
                 STR("One three.\n\nMore.\n\nEven more.\n"),
                 STR("One three.\n\nMore.\n\nEven more.\n"));
}

static void line_ends_comments_and_front_matter_are_kept(void **state)
{
    (void)state;
    check_merges(
        STR("\xEF\xBB\xBF---\r\nprfaq: 1\r\ntitle: A\r\n---\r\n\r\n<!-- keep -->\r\n"
            "# T\t \r\n\r\n\r\nOne two.  \r\nThree four.\r\n\r\n- a b\r\n- c d"),
        STR("\xEF\xBB\xBF---\r\nprfaq: 1\r\ntitle: A\r\n---\r\n\r\n<!-- keep -->\r\n"
            "# T\t \r\n\r\n\r\nOne two new.  \r\nThree four.\r\n\r\n- a b\r\n- c d"),
        STR("\xEF\xBB\xBF---\r\nprfaq: 1\r\ntitle: B\r\n---\r\n\r\n<!-- keep -->\r\n"
            "# T\t \r\n\r\n\r\nOne two.  \r\nThree four.\r\n\r\n- a b\r\n- c d e"),
        STR("\xEF\xBB\xBF---\r\nprfaq: 1\r\ntitle: B\r\n---\r\n\r\n<!-- keep -->\r\n"
            "# T\t \r\n\r\n\r\nOne two new.  \r\nThree four.\r\n\r\n- a b\r\n- c d e"));
}

static void bytes_that_are_no_text_are_kept(void **state)
{
    (void)state;
    check_merges(STR("# A\n\nOne \xFF\0 thing. Two.\n\nThree \xC7\xD1.\n"),
                 STR("# A\n\nOne \xFF\0 thing. Mine two.\n\nThree \xC7\xD1.\n"),
                 STR("# A\n\nOne \xFF\0 thing. Two.\n\nThree \xC7\xD2.\n\n\xE2\x82\n"),
                 STR("# A\n\nOne \xFF\0 thing. Mine two.\n\nThree \xC7\xD2.\n\n"
                     "\xE2\x82\n"));
}

static void reflowed_text_takes_the_words_of_the_other(void **state)
{
    (void)state;
    check_merges(STR("One two three four. Five six.\n"),
                 STR("One two\nthree four. Five six.\n"),
                 STR("One two three four five. Five six.\n"),
                 STR("One two three four five. Five six.\n"));
}

static void korean_and_japanese_merge_by_sentence(void **state)
{
    (void)state;
    check_merges(STR("고객은 제품을 쓴다. 값은 싸다.\n"),
                 STR("고객은 제품을 매일 쓴다. 값은 싸다.\n"),
                 STR("고객은 제품을 쓴다. 값은 아주 싸다.\n"),
                 STR("고객은 제품을 매일 쓴다. 값은 아주 싸다.\n"));
    check_merges(STR("顧客は製品を使う。価格は安い。"),
                 STR("顧客は毎日製品を使う。価格は安い。"),
                 STR("顧客は製品を使う。価格はとても安い。"),
                 STR("顧客は毎日製品を使う。価格はとても安い。"));
}

static void a_conflict_has_its_three_texts_and_both(void **state)
{
    (void)state;
    Case c;

    begin(&c, STR("You text it. Lantern answers within a minute. Done.\n"),
          STR("You text it. Lantern answers in under thirty seconds. Done.\n"),
          STR("You text it. Lantern answers within a minute, day or night. Done.\n"));
    CHECK_INT(c.merge.conflict_count, 1);
    const MergeConflict *at = &c.merge.conflicts[0];
    CHECK_STR(at->base, STR("Lantern answers within a minute."));
    CHECK_STR(at->mine, STR("Lantern answers in under thirty seconds."));
    CHECK_STR(at->theirs, STR("Lantern answers within a minute, day or night."));
    CHECK_STR(at->both, STR("Lantern answers in under thirty seconds, day or night."));
    CHECK_STR(
        result(&c, MERGE_THEIRS),
        STR("You text it. Lantern answers within a minute, day or night. Done.\n"));
    CHECK_STR(result(&c, MERGE_BOTH),
              STR("You text it. Lantern answers in under thirty seconds, day or night. "
                  "Done.\n"));
    CHECK_STR(result(&c, MERGE_NEITHER),
              STR("You text it. Lantern answers within a minute. Done.\n"));
    end(&c);
}

static void both_is_not_offered_for_the_same_words(void **state)
{
    (void)state;
    Case c;

    begin(&c, STR("The price is ten euros for all of us today.\n"),
          STR("The price is nine euros for all of us today.\n"),
          STR("The price is eight euros for all of us today.\n"));
    CHECK_INT(c.merge.conflict_count, 1);
    CHECK_STR(c.merge.conflicts[0].both, STR(""));
    end(&c);
}

static void own_words_stand_where_the_conflict_was(void **state)
{
    (void)state;
    Case c;
    Range place;

    begin(&c, STR("One. The price is ten euros.\n"),
          STR("One. The price is nine euros.\n"),
          STR("One. The price is eight euros.\n"));
    MergeChoice own = {MERGE_OWN, STR("  It is free.\n")};
    merge_result(&c.merge, &own, &c.out, &place);
    CHECK_STR(strbuf_view(&c.out), STR("One. It is free.\n"));
    CHECK_STR(str_range(strbuf_view(&c.out), place), STR("It is free."));
    end(&c);
}

static void both_additions_at_one_place_are_put_one_after_the_other(void **state)
{
    (void)state;
    Case c;

    begin(&c, STR("One two.\n\nLast words.\n"),
          STR("One two.\n\nMine is here.\n\nLast words.\n"),
          STR("One two. Theirs came too.\n\nLast words.\n"));
    CHECK_INT(c.merge.conflict_count, 1);
    CHECK_STR(result(&c, MERGE_BOTH),
              STR("One two. Theirs came too.\n\nMine is here.\n\nLast words.\n"));
    CHECK_STR(result(&c, MERGE_NEITHER), STR("One two.\n\nLast words.\n"));
    end(&c);
}

static void additions_at_the_end_do_not_run_together(void **state)
{
    (void)state;
    Case c;

    begin(&c, STR("One two."), STR("One two.\n\nMine."), STR("One two.\n\nTheirs."));
    CHECK_STR(result(&c, MERGE_BOTH), STR("One two.\n\nMine.\n\nTheirs."));
    end(&c);
    begin(&c, STR(""), STR("Mine."), STR("Theirs."));
    CHECK_STR(result(&c, MERGE_BOTH), STR("Mine.\n\nTheirs."));
    end(&c);
}

static void words_changed_in_a_sentence_that_went_are_asked_for(void **state)
{
    (void)state;
    Case c;

    begin(&c, STR("Keep this one. The price is ten euros.\n"), STR("Keep this one.\n"),
          STR("Keep this one. The price is ten dollars.\n"));
    CHECK_INT(c.merge.conflict_count, 1);
    CHECK_STR(c.merge.conflicts[0].mine, STR(""));
    CHECK_STR(result(&c, MERGE_THEIRS),
              STR("Keep this one. The price is ten dollars.\n"));
    CHECK_STR(result(&c, MERGE_MINE), STR("Keep this one.\n"));
    end(&c);
}

static void a_place_is_found_again_in_the_result(void **state)
{
    (void)state;
    Case c;
    Str mine = STR("One two. Three four. Five six.\n");

    begin(&c, STR("One two. Three four. Five six.\n"), mine,
          STR("Zero is new here. One two. Three and four. Five six.\n"));
    Str out = result(&c, MERGE_OPEN);
    size_t before = str_find(mine, STR("Five"), 0);
    CHECK_INT(merge_follow(&c.merge, NULL, THREE_MINE, before),
              str_find(out, STR("Five"), 0));
    before = str_find(mine, STR("four"), 0) + 2;
    CHECK_INT(merge_follow(&c.merge, NULL, THREE_MINE, before),
              str_find(out, STR("four"), 0) + 2);
    CHECK_INT(merge_follow(&c.merge, NULL, THREE_MINE, mine.len), out.len);
    CHECK_INT(merge_follow(&c.merge, NULL, THREE_MINE, 0), 18);
    end(&c);
}

/* -- random drafts ---------------------------------------------------------- */

static uint32_t random_below(uint32_t *seed, uint32_t limit)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 8) % limit;
}

static void add_words(StrBuf *b, uint32_t *seed, uint32_t count)
{
    static const char *const words[] = {"price", "of",   "제품을", "it",  "mill",
                                        "grain", "the",  "顧客は", "day", "orders",
                                        "now",   "team", "쓴다",   "we",  "bread"};

    for (uint32_t i = 0; i < count; i++) {
        strbuf_addz(b, i ? " " : "");
        strbuf_addz(b, words[random_below(seed, sizeof words / sizeof *words)]);
    }
}

static void add_sentence(StrBuf *b, uint32_t *seed)
{
    static int number;

    strbuf_addf(b, "W%d ", number++); /* words of its own: a loss is seen */
    add_words(b, seed, 2 + random_below(seed, 9));
    strbuf_addz(b, ".");
}

static void random_text(StrBuf *b, uint32_t *seed)
{
    const char *end = random_below(seed, 4) == 0 ? "\r\n" : "\n";
    uint32_t blocks = random_below(seed, 12);

    for (uint32_t i = 0; i < blocks; i++) {
        static const char *const starts[] = {"", "", "", "# ", "- ", "> ", "1. "};
        strbuf_addz(b, starts[random_below(seed, sizeof starts / sizeof *starts)]);
        for (uint32_t s = random_below(seed, 5) + 1; s > 0; s--) {
            add_sentence(b, seed);
            strbuf_addz(b, s > 1 ? " " : end);
        }
        strbuf_addz(b, end);
    }
}

/* Sentences and paragraphs come, go, change and are moved. */
static void random_edit(StrBuf *b, uint32_t *seed)
{
    size_t at = b->len ? random_below(seed, (uint32_t)b->len) : 0;
    const char *signs = random_below(seed, 2) ? "." : "\n\n";
    size_t next = str_find(strbuf_view(b), str_from(signs), at);
    StrBuf piece = {0};

    if (next == STR_NONE)
        next = b->len;
    else
        next += strlen(signs);
    size_t end = str_find(strbuf_view(b), str_from(signs), next);
    end = end == STR_NONE ? b->len : end + strlen(signs);
    switch (random_below(seed, 4)) {
    case 0:
        add_sentence(&piece, seed);
        strbuf_splice(b, (Range){next, next}, strbuf_view(&piece));
        break;
    case 1:
        strbuf_splice(b, (Range){next, end}, STR(""));
        break;
    case 2:
        strbuf_addz(&piece, " changed");
        strbuf_splice(b, (Range){next, next}, strbuf_view(&piece));
        break;
    default: {
        strbuf_add(&piece, str_slice(strbuf_view(b), next, end));
        strbuf_splice(b, (Range){next, end}, STR(""));
        size_t to = str_find(strbuf_view(b), str_from(signs), 0);
        to = to == STR_NONE ? 0 : to + strlen(signs);
        strbuf_splice(b, (Range){to, to}, strbuf_view(&piece));
        break;
    }
    }
    strbuf_deinit(&piece);
}

static void nothing_is_lost_in_random_drafts(void **state)
{
    (void)state;
    for (uint32_t round = 1; round <= ROUNDS; round++) {
        uint32_t seed = round * 7919;
        StrBuf base = {0}, mine = {0}, theirs = {0};
        Case c;
        random_text(&base, &seed);
        strbuf_add(&mine, strbuf_view(&base));
        strbuf_add(&theirs, strbuf_view(&base));
        for (uint32_t i = random_below(&seed, 5); i > 0; i--)
            random_edit(&mine, &seed);
        for (uint32_t i = random_below(&seed, 5); i > 0; i--)
            random_edit(&theirs, &seed);
        begin(&c, strbuf_view(&base), strbuf_view(&mine), strbuf_view(&theirs));
        end(&c);
        strbuf_deinit(&base);
        strbuf_deinit(&mine);
        strbuf_deinit(&theirs);
    }
}

/* -- size --------------------------------------------------------------------- */

static double seconds(void)
{
    return (double)clock() / CLOCKS_PER_SEC;
}

static double merge_seconds(size_t bytes)
{
    StrBuf base = {0}, mine = {0}, theirs = {0};
    uint32_t seed = 42;
    Case c = {0};

    while (base.len < bytes)
        random_text(&base, &seed);
    strbuf_add(&mine, strbuf_view(&base));
    strbuf_add(&theirs, strbuf_view(&base));
    for (int i = 0; i < 40; i++) {
        random_edit(&mine, &seed);
        random_edit(&theirs, &seed);
    }
    sample_read(&c.base, strbuf_view(&base), LANG_EN);
    sample_read(&c.mine, strbuf_view(&mine), LANG_EN);
    sample_read(&c.theirs, strbuf_view(&theirs), LANG_EN);
    double start = seconds();
    merge_make(&c.base.doc, &c.mine.doc, &c.theirs.doc, &c.arena, &c.merge);
    merge_result(&c.merge, NULL, &c.out, NULL);
    double took = seconds() - start;
    CHECK(c.out.len > bytes / 2);
    end(&c);
    strbuf_deinit(&base);
    strbuf_deinit(&mine);
    strbuf_deinit(&theirs);
    return took;
}

static void time_grows_with_the_text_and_not_faster(void **state)
{
    (void)state;
    double small = merge_seconds(200 << 10), large = merge_seconds(2 << 20);

    print_message("200 KB %.0f ms, 2 MB %.0f ms\n", small * 1000, large * 1000);
    CHECK(large < 40 * small + 0.5);
}

static int set_up(void **state)
{
    (void)state;
    return setlocale(LC_CTYPE, "C.UTF-8") ? 0 : -1;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(changes_of_different_sentences_merge_by_themselves),
        TEST(neighbouring_sentences_are_no_conflict),
        TEST(added_sentences_and_paragraphs_stay_where_they_were_put),
        TEST(what_one_took_out_stays_out),
        TEST(a_paragraph_added_behind_one_that_went_stands_alone),
        TEST(the_same_change_of_both_is_made_once),
        TEST(line_ends_comments_and_front_matter_are_kept),
        TEST(bytes_that_are_no_text_are_kept),
        TEST(reflowed_text_takes_the_words_of_the_other),
        TEST(korean_and_japanese_merge_by_sentence),
        TEST(a_conflict_has_its_three_texts_and_both),
        TEST(both_is_not_offered_for_the_same_words),
        TEST(own_words_stand_where_the_conflict_was),
        TEST(both_additions_at_one_place_are_put_one_after_the_other),
        TEST(additions_at_the_end_do_not_run_together),
        TEST(words_changed_in_a_sentence_that_went_are_asked_for),
        TEST(a_place_is_found_again_in_the_result),
        TEST(nothing_is_lost_in_random_drafts),
        TEST(time_grows_with_the_text_and_not_faster),
    };
    return cmocka_run_group_tests(tests, set_up, NULL);
}
