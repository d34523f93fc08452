#include "ui/layout.h"

#include <locale.h>

#include "base/unicode.h"
#include "text/motion.h"

#include "check.h"

static Editor editor_of(Str text)
{
    return (Editor){
        .open = true, .text = text_new(text), .anchor = NO_INDEX, .goal = -1};
}

static void marks_and_front_matter_take_no_row(void **state)
{
    (void)state;
    Editor ed =
        editor_of(STR("---\ntitle: x\n---\n# T\n<!-- prfaq-id: problem -->\nWords\n"
                      "<!-- a comment of one's own -->\n"));
    size_t line = layout_first_line(&ed);
    CHECK_INT(line, 17);
    CHECK(layout_next_line(&ed, &line));
    CHECK_STR(str_range(text_view(ed.text), layout_line_range(&ed, line)),
              STR("Words"));
    CHECK(layout_next_line(&ed, &line));
    CHECK_STR(str_range(text_view(ed.text), layout_line_range(&ed, line)),
              STR("<!-- a comment of one's own -->"));
    CHECK(layout_prev_line(&ed, &line));
    CHECK(layout_prev_line(&ed, &line));
    CHECK_INT(line, 17);
    CHECK(!layout_prev_line(&ed, &line));
    ed.marks = true;
    CHECK_INT(layout_first_line(&ed), 0);
    text_free(ed.text);
}

static void every_offset_has_a_row_and_a_column_that_lead_back(void **state)
{
    (void)state;
    Editor ed = editor_of(STR("Small bakeries order flour by phone every morning.\n"
                              "\n작은 빵집은 밀가루를 전화로 주문한다.\tTab\n"));
    Str text = text_view(ed.text);
    for (size_t at = 0; at < text.len; at = motion_right(text, at)) {
        int col = -1;
        RowPos pos = layout_find(&ed, 20, at, &col);
        CHECK(col >= 0 && col <= 20);
        size_t back = layout_offset(&ed, 20, pos, col);
        /* Spaces that hang behind a full row share its last column. */
        CHECK(back == at || (col == 20 && back < at) || text.ptr[at] == ' ');
    }
    text_free(ed.text);
}

static void stepping_down_and_up_returns(void **state)
{
    (void)state;
    Editor ed =
        editor_of(STR("one two three four five six\n<!-- prfaq-q: x -->\nseven\n"));
    RowPos pos = {0, 0};
    CHECK_INT(layout_step(&ed, 10, &pos, 3), 3);
    CHECK_INT(pos.line, 48);
    CHECK_INT(layout_step(&ed, 10, &pos, -3), 3);
    CHECK_INT(pos.line, 0);
    CHECK_INT(pos.row, 0);
    CHECK_INT(layout_step(&ed, 10, &pos, -1), 0);
    text_free(ed.text);
}

static void the_caret_is_scrolled_into_sight(void **state)
{
    (void)state;
    StrBuf text = {0};
    for (int i = 0; i < 200; i++)
        strbuf_addf(&text, "line %d\n", i);
    Editor ed = editor_of(strbuf_view(&text));
    ed.caret = str_find(strbuf_view(&text), STR("line 150"), 0);
    layout_scroll(&ed, 40, 10);
    CHECK_STR(str_range(text_view(ed.text), layout_line_range(&ed, ed.top)),
              STR("line 141"));
    ed.caret = 0;
    layout_scroll(&ed, 40, 10);
    CHECK_INT(ed.top, 0);
    text_free(ed.text);
    strbuf_deinit(&text);
}

/* Wherever an edit left it: behind the character that it would cut, counted from the
 * beginning of the line. */
static void the_caret_never_stays_inside_a_character(void **state)
{
    (void)state;
    Editor ed = editor_of(STR("ab e\xCC\x81\xCC\x81 \xEA\xB0\x80\xEB\x82\x98\n"
                              "\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB\xEA\xB8\x80"
                              "\xCC\x81x\r\n\xF0\x9F\x87\xB0\xF0\x9F\x87\xB7"
                              "\xF0\x9F\x87\xB0\xF0\x9F\x87\xB7 \xFFz"));
    Str text = text_view(ed.text);

    for (size_t at = 0; at <= text.len; at++) {
        size_t expected = motion_line_start(text, at);
        while (expected < at)
            expected = grapheme_next(text, expected);
        ed.caret = at;
        layout_settle(&ed);
        CHECK_INT(ed.caret, expected);
    }
    text_free(ed.text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(marks_and_front_matter_take_no_row),
        TEST(every_offset_has_a_row_and_a_column_that_lead_back),
        TEST(stepping_down_and_up_returns),
        TEST(the_caret_never_stays_inside_a_character),
        TEST(the_caret_is_scrolled_into_sight),
    };
    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
