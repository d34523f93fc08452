#include "diff/words.h"

#include "check.h"

/* The tokens of a block with a bar between them; a Korean particle behind "+". */
static void check_words(BlockKind kind, const char *text, const char *expected,
                        const char *file, int line)
{
    Arena arena = {0};
    WordIds ids = {.arena = &arena};
    TokenList list = {0};
    StrBuf out = {0};

    words_read(str_from(text), kind, &ids, &arena, &list);
    for (size_t i = 0; i < list.count; i++) {
        const Token *t = &list.items[i];
        if (i > 0)
            strbuf_addc(&out, '|');
        strbuf_add(&out, str_slice(t->text, 0, t->stem));
        if (t->stem < t->text.len) {
            strbuf_addc(&out, '+');
            strbuf_add(&out, str_slice(t->text, t->stem, t->text.len));
        }
    }
    check_str(strbuf_view(&out), str_from(expected), file, line);
    strbuf_deinit(&out);
    arena_deinit(&arena);
}

#define CHECK_WORDS(text, expected)                                                    \
    check_words(BLOCK_PARAGRAPH, text, expected, __FILE__, __LINE__)
#define CHECK_ITEM(text, expected)                                                     \
    check_words(BLOCK_ITEM, text, expected, __FILE__, __LINE__)

static void inner_hyphens_and_apostrophes_belong_to_the_word(void **state)
{
    (void)state;
    CHECK_WORDS("Ninety-five don't wait.", "Ninety-five|don't|wait|.");
    CHECK_WORDS("it’s snake_case, e.g. here", "it’s|snake_case|,|e.g|.|here");
    CHECK_WORDS("at 10:30 - 1,000.50", "at|10:30|-|1,000.50");
}

static void money_and_percent_signs_belong_to_the_number(void **state)
{
    (void)state;
    CHECK_WORDS("$5 or 20% of ₩1,000", "$5|or|20%|of|₩1,000");
}

static void marks_of_emphasis_are_glued_to_their_word(void **state)
{
    (void)state;
    CHECK_WORDS("a **very fast** _car_.", "a|**very|fast**|_car_|.");
    CHECK_WORDS("**Q. Why?**", "**Q|.|Why|?**");
    CHECK_WORDS("これは**重要**です", "こ|れ|は|**重|要**|で|す");
    CHECK_WORDS("`code` 2*3 * x", "`code`|2|*3|*|x");
}

static void a_link_keeps_its_destination(void **state)
{
    (void)state;
    CHECK_WORDS("see [the price](https://a.example/b_(c)) now",
                "see|[the|price](https://a.example/b_(c))|now");
    CHECK_WORDS("![a map](m.png) [x][1] [open", "![a|map](m.png)|[x]|[1]|[open");
    CHECK_WORDS("go to https://a.example/x?y=1. Then",
                "go|to|https://a.example/x?y=1|.|Then");
}

static void a_comment_is_one_token_and_no_word(void **state)
{
    (void)state;
    CHECK_WORDS("a <!-- b c --> <br/> <d", "a|<!-- b c -->|<br/>|<|d");
}

static void korean_words_are_cut_at_a_particle(void **state)
{
    (void)state;
    CHECK_WORDS("제품을 판다.", "제품+을|판다|.");
    CHECK_WORDS("나는 AI에서 3개월까지", "나는|AI+에서|3개월+까지");
    CHECK_WORDS("**제품**을", "**제품**|을");
}

static void list_marks_are_tokens_of_their_own(void **state)
{
    (void)state;
    CHECK_ITEM("- one", "-|one");
    CHECK_ITEM("12. one", "12.|one");
    CHECK_ITEM("* [ ] one", "*|[ ]|one");
    CHECK_ITEM("2024 was", "2024|was");
}

static void code_is_read_by_lines(void **state)
{
    (void)state;
    check_words(BLOCK_CODE, "```\n  a b \n\n```", "```|  a b|```", __FILE__, __LINE__);
}

static void ids_tell_words_apart_but_not_numbers_of_items(void **state)
{
    (void)state;
    Arena arena = {0};
    WordIds ids = {.arena = &arena};
    TokenList list = {0};

    words_read(STR("3. a a 제품을"), BLOCK_ITEM, &ids, &arena, &list);
    words_read(STR("4. b 제품이 ---- -----"), BLOCK_ITEM, &ids, &arena, &list);
    CHECK_INT(list.count, 9);
    CHECK_INT(list.items[0].id, list.items[4].id);
    CHECK_INT(list.items[1].id, list.items[2].id);
    CHECK(list.items[1].id != list.items[5].id);
    CHECK(list.items[3].id != list.items[6].id);
    CHECK_INT(list.items[3].key, list.items[6].key);
    CHECK_INT(list.items[7].id, list.items[8].id);
    CHECK(list.items[4].first && !list.items[5].first);
    arena_deinit(&arena);
}

static int count_of(const char *text, Lang lang)
{
    Arena arena = {0};
    WordIds ids = {.arena = &arena};
    TokenList list = {0};

    words_read(str_from(text), BLOCK_PARAGRAPH, &ids, &arena, &list);
    int count = words_count(list.items, list.count, lang);
    arena_deinit(&arena);
    return count;
}

static void words_are_counted_as_people_count_them(void **state)
{
    (void)state;
    CHECK_INT(count_of("Two words. <!-- none -->", LANG_EN), 2);
    CHECK_INT(count_of("고객이 제품을 산다.", LANG_KO), 3);
    CHECK_INT(count_of("小さな店。", LANG_JA), 4);
    CHECK_INT(count_of("The 東京 shop", LANG_EN), 3);
}

static void hostile_text_is_read_in_linear_time(void **state)
{
    (void)state;
    Arena arena = {0};
    WordIds ids = {.arena = &arena};
    TokenList list = {0};
    StrBuf text = {0};

    for (int i = 0; i < 100000; i++)
        strbuf_addz(&text, i % 3 ? "](" : "<!--<a");
    words_read(strbuf_view(&text), BLOCK_PARAGRAPH, &ids, &arena, &list);
    CHECK(list.count > 0);
    strbuf_deinit(&text);
    arena_deinit(&arena);
}

RUN_TESTS(TEST(inner_hyphens_and_apostrophes_belong_to_the_word),
          TEST(money_and_percent_signs_belong_to_the_number),
          TEST(marks_of_emphasis_are_glued_to_their_word),
          TEST(a_link_keeps_its_destination), TEST(a_comment_is_one_token_and_no_word),
          TEST(korean_words_are_cut_at_a_particle),
          TEST(list_marks_are_tokens_of_their_own), TEST(code_is_read_by_lines),
          TEST(ids_tell_words_apart_but_not_numbers_of_items),
          TEST(words_are_counted_as_people_count_them),
          TEST(hostile_text_is_read_in_linear_time))
