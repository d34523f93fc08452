#include "diff/edit.h"

#include "check.h"

/* The words that went in brackets, those that came in braces. */
static void edit(const char *before, const char *after, StrBuf *out)
{
    Arena arena = {0};
    WordIds ids = {.arena = &arena};
    TokenList a = {0}, b = {0};

    words_read(str_from(before), BLOCK_PARAGRAPH, &ids, &arena, &a);
    words_read(str_from(after), BLOCK_PARAGRAPH, &ids, &arena, &b);
    WordMap map = {a.items, b.items, arena_array(&arena, a.count, sizeof(uint32_t))};
    edit_words(&map, (Range){0, a.count}, (Range){0, b.count}, &arena);
    for (size_t i = 0, j = 0; i < a.count || j < b.count;) {
        bool went = i < a.count && map.partner[i] == ALIGN_NONE;
        bool came = !went && (i == a.count || map.partner[i] > j);
        Str word = came ? b.items[j].text : a.items[i].text;
        strbuf_addc(out, went ? '[' : came ? '{' : ' ');
        strbuf_add(out, word);
        strbuf_addc(out, went ? ']' : came ? '}' : ' ');
        i += !came;
        j += !went;
    }
    arena_deinit(&arena);
}

#define CHECK_EDIT(before, after, expected)                                            \
    do {                                                                               \
        StrBuf out_ = {0};                                                             \
        edit(before, after, &out_);                                                    \
        CHECK_STRZ(strbuf_cstr(&out_), expected);                                      \
        strbuf_deinit(&out_);                                                          \
    } while (0)

static void a_short_word_between_two_swaps_joins_them(void **state)
{
    (void)state;
    CHECK_EDIT("we sign blue of north every week", "we sign green of south every week",
               " we  sign [blue][of][north]{green}{of}{south} every  week ");
}

static void an_insertion_beside_a_swap_is_no_reason_to_join(void **state)
{
    (void)state;
    CHECK_EDIT("we sign blue of the week again", "we sign green of the long week again",
               " we  sign [blue]{green} of  the {long} week  again ");
}

static void numbers_and_rows_are_never_swallowed(void **state)
{
    (void)state;
    CHECK_EDIT("keep all blue 7 north here now", "keep all green 7 south here now",
               " keep  all [blue]{green} 7 [north]{south} here  now ");
}

static void an_insertion_starts_at_a_word(void **state)
{
    (void)state;
    CHECK_EDIT("red, green, blue and white", "red, green, black, blue and white",
               " red  ,  green  , {black}{,} blue  and  white ");
}

static void a_removal_starts_at_a_word(void **state)
{
    (void)state;
    CHECK_EDIT("red, green, black, blue and white", "red, green, blue and white",
               " red  ,  green  , [black][,] blue  and  white ");
}

static void what_mostly_changed_is_replaced_whole(void **state)
{
    (void)state;
    CHECK_EDIT("the phone rings all day", "the oven needs you now",
               "[the][phone][rings][all][day]{the}{oven}{needs}{you}{now}");
}

static void what_only_grew_stays(void **state)
{
    (void)state;
    CHECK_EDIT("it is fast", "it is fast for all the mills of the north and west",
               " it  is  fast {for}{all}{the}{mills}{of}{the}{north}{and}{west}");
}

RUN_TESTS(TEST(a_short_word_between_two_swaps_joins_them),
          TEST(an_insertion_beside_a_swap_is_no_reason_to_join),
          TEST(numbers_and_rows_are_never_swallowed),
          TEST(an_insertion_starts_at_a_word), TEST(a_removal_starts_at_a_word),
          TEST(what_mostly_changed_is_replaced_whole), TEST(what_only_grew_stays))
