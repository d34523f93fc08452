#include "diff/merge_pieces.h"

#include "check.h"

static void check_pieces(const char *base, const char *words, const char *expected)
{
    Arena arena = {0};
    StrBuf said = {0};
    const MergePiece *pieces = NULL;
    size_t count =
        merge_pieces(str_from(base), str_from(words), LANG_EN, &arena, &pieces);

    for (size_t i = 0; i < count; i++)
        strbuf_addf(&said, "%s%s%.*s%s", pieces[i].space ? " " : "",
                    pieces[i].added ? "{+" : "", STR_ARG(pieces[i].text),
                    pieces[i].added ? "+}" : "");
    CHECK_STRZ(strbuf_cstr(&said), expected);
    strbuf_deinit(&said);
    arena_deinit(&arena);
}

static void what_is_new_stands_alone(void **state)
{
    (void)state;
    check_pieces("The mill calls back.", "The mill calls back.",
                 "The mill calls back.");
    check_pieces("The mill calls back.", "The old mill calls back.",
                 "The {+old+} mill calls back.");
    check_pieces("The old mill calls back.", "The mill calls back.",
                 "The mill calls back.");
    check_pieces("", "All of it.", "{+All of it.+}");
    check_pieces("Gone.", "", "");
}

RUN_TESTS(TEST(what_is_new_stands_alone))
