#include "check.h"
#include "lsp/position.h"

static size_t offset_of(const char *text, PositionEncoding e, size_t line, size_t ch)
{
    LineStart from = {0};
    return position_offset(str_from(text), e, (Position){line, ch}, &from);
}

static void units_are_those_of_the_encoding(void **state)
{
    /* a, Hangul of 3 bytes, an emoji of 4 and a surrogate pair, b */
    const char *text = "a밀😀b\n밀";

    (void)state;
    CHECK_INT(offset_of(text, POSITION_UTF8, 0, 4), 4);
    CHECK_INT(offset_of(text, POSITION_UTF8, 0, 8), 8);
    CHECK_INT(offset_of(text, POSITION_UTF16, 0, 2), 4);
    CHECK_INT(offset_of(text, POSITION_UTF16, 0, 4), 8);
    CHECK_INT(offset_of(text, POSITION_UTF32, 0, 3), 8);
    CHECK_INT(offset_of(text, POSITION_UTF16, 1, 1), 13);
    CHECK_INT(offset_of(text, POSITION_UTF32, 1, 1), 13);
}

static void inside_a_character_is_its_start(void **state)
{
    (void)state;
    CHECK_INT(offset_of("a밀", POSITION_UTF8, 0, 2), 1);
    CHECK_INT(offset_of("😀b", POSITION_UTF16, 0, 1), 0);
}

static void behind_the_end_is_the_end(void **state)
{
    (void)state;
    CHECK_INT(offset_of("ab\ncd", POSITION_UTF16, 0, 99), 2);
    CHECK_INT(offset_of("ab\r\ncd", POSITION_UTF16, 0, 99), 2);
    CHECK_INT(offset_of("ab\ncd", POSITION_UTF16, 1, 99), 5);
    CHECK_INT(offset_of("ab\ncd", POSITION_UTF16, 2, 0), 5);
    CHECK_INT(offset_of("ab\n", POSITION_UTF16, 1, 0), 3);
    CHECK_INT(offset_of("", POSITION_UTF16, 4, 4), 0);
}

static void lines_end_in_three_ways(void **state)
{
    const char *text = "a\rb\r\nc\nd";

    (void)state;
    CHECK_INT(offset_of(text, POSITION_UTF16, 1, 0), 2);
    CHECK_INT(offset_of(text, POSITION_UTF16, 2, 0), 5);
    CHECK_INT(offset_of(text, POSITION_UTF16, 3, 0), 7);
}

/* There and back, at every character of a document, forwards and backwards. */
static void every_place_is_found_again(void **state)
{
    Library library;
    Arena arena = {0};
    Document doc;
    Str text = STR("# 밀 😀\r\n\r\nA line — with 글 and 𝄞.\rlone\n\nlast 끝");

    (void)state;
    library_init(&library);
    document_read(text, &library, &arena, &doc);
    for (int e = POSITION_UTF16; e <= POSITION_UTF32; e++) {
        PositionCursor cursor = {0};
        LineStart near = {0};
        for (size_t i = 0; i < 2 * text.len; i++) {
            size_t at = i < text.len ? i : 2 * text.len - i;
            bool inside = at < text.len && ((unsigned char)text.ptr[at] & 0xC0) == 0x80;
            bool between = at > 0 && at < text.len && text.ptr[at] == '\n' &&
                           text.ptr[at - 1] == '\r';
            if (inside || between)
                continue;
            Position p = position_of(&doc, (PositionEncoding)e, at, &cursor);
            CHECK_INT(position_offset(text, (PositionEncoding)e, p, &near), at);
        }
    }
    arena_deinit(&arena);
    library_deinit(&library);
}

static void a_line_start_is_given_up_when_its_line_end_grows(void **state)
{
    LineStart start = {1, 2};

    (void)state;
    line_start_changed(STR("a\rb"), &start);
    CHECK_INT(start.line, 1);
    line_start_changed(STR("a\r\nb"), &start);
    CHECK_INT(start.line, 0);
    CHECK_INT(start.offset, 0);
}

static void encodings_have_the_names_of_the_protocol(void **state)
{
    PositionEncoding e = POSITION_UTF16;

    (void)state;
    CHECK(position_encoding_parse(STR("utf-32"), &e));
    CHECK_STRZ(position_encoding_name(e), "utf-32");
    CHECK(!position_encoding_parse(STR("latin-1"), &e));
    CHECK_STRZ(position_encoding_name(POSITION_UTF16), "utf-16");
}

RUN_TESTS(TEST(units_are_those_of_the_encoding), TEST(inside_a_character_is_its_start),
          TEST(behind_the_end_is_the_end), TEST(lines_end_in_three_ways),
          TEST(every_place_is_found_again),
          TEST(a_line_start_is_given_up_when_its_line_end_grows),
          TEST(encodings_have_the_names_of_the_protocol))
