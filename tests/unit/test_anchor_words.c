#include "review/anchor_words.h"

#include "check.h"

static void expect(const char *text, const char *words)
{
    Arena arena = {0};
    WordIds ids = {.arena = &arena};
    AnchorWords out = {0};
    StrBuf got = {0};

    anchor_words_read(str_from(text), 0, str_from(text).len, &ids, &arena, &out);
    for (size_t i = 0; i < out.count; i++)
        strbuf_addf(&got, "%s%.*s", i > 0 ? "|" : "",
                    STR_ARG(str_slice(str_from(text), out.items[i].range.start,
                                      out.items[i].range.end)));
    CHECK_STRZ(strbuf_cstr(&got), words);
    strbuf_deinit(&got);
    arena_deinit(&arena);
}

static void words_are_told_by_their_script(void **state)
{
    (void)state;
    expect("Two mills,\nthen 3x", "Two|mills|then|3x");
    expect("빵집이 2곳", "빵|집|이|2|곳");
    expect("工場で mill", "工|場|で|mill");
    expect("**bold** \xff", "bold");
    expect("", "");
}

static void comments_are_no_words(void **state)
{
    (void)state;
    expect("a <!-- prfaq-id: problem --> b", "a|b");
    expect("a <!-- open", "a|open");
}

RUN_TESTS(TEST(words_are_told_by_their_script), TEST(comments_are_no_words))
