/* test_typing.c: what the terminal gets for what is typed. argv[1] is the program. */
#include "place.h"

static const char lines[] =
    "printf '%s\\n\\n' '# Lantern' 'Small bakeries order flour by phone each day.' "
    "'작은 빵집은 날마다 전화로 밀가루를 주문하고, 바쁜 사람은 그 일을 잊는다. 그래서 "
    "밀가루가 모자라는 날이 한 달에 두 번이나 된다.' >ideas/lantern.md";

static Vt *open_lines(const Place *place)
{
    shell(place, lines);
    Vt *vt = start(place, "write", "lantern", NULL);
    SEES(vt, "1 check");
    vt_key(vt, "ctrl-home");
    vt_key(vt, "down");
    vt_key(vt, "down");
    return vt;
}

/* Bytes that come for keys, when the row shows what they make of it. */
static size_t bytes_for(Vt *vt, const char *keys, const char *row)
{
    vt_rest(vt);
    size_t before = vt_state(vt).output.len;

    for (; *keys; keys++) {
        size_t len = (unsigned char)*keys < 0x80 ? 1 : 3;
        vt_send(vt, (Str){keys, len});
        keys += len - 1;
    }
    SEES(vt, row);
    return vt_state(vt).output.len - before;
}

static void a_character_in_the_middle_of_a_row_sends_no_more_than_itself(void **state)
{
    (void)state;
    Place place = place_new();
    Vt *vt = open_lines(&place);

    for (int i = 0; i < 6; i++)
        vt_key(vt, "right");
    SEES(vt, "Ln 3 Col 7");
    CHECK(bytes_for(vt, "xyz", "Small xyzbakeries order flour by phone each day.") <
          30);
    CHECK(bytes_for(vt, "한글", "Small xyz한글bakeries order flour") < 30);
    vt_key(vt, "backspace");
    SEES(vt, "Small xyz한bakeries order flour by phone each day.");
    vt_stop(vt);
    place_remove(&place);
}

/* Rows that were moved by the terminal are those that a whole frame would send. */
static void what_is_typed_anywhere_is_what_a_redraw_shows(void **state)
{
    (void)state;
    static const char *const typed[] = {"a", "한", " ", "글", "m,", "  ", "이"};
    Place place = place_new();
    Vt *vt = open_lines(&place);
    StrBuf rows[2] = {{0}};

    vt_key(vt, "down");
    vt_key(vt, "down");
    for (int i = 0; i < 90; i++) {
        vt_type(vt, typed[i * 5 % 7]);
        for (int k = 0; k < i * 7 % 5; k++)
            vt_key(vt, k == 3 && i % 4 ? "left" : "right");
        if (i % 9 == 8)
            vt_key(vt, "backspace");
    }
    vt_type(vt, "Q끝");
    SEES(vt, "Q끝");
    SEES(vt, "kept "); /* everything is at rest */
    for (int i = 0; i < 2; i++) {
        for (int row = 3; row < 20; row++) {
            vt_row_text(vt, row, &rows[i]);
            strbuf_addc(&rows[i], '\n');
        }
        size_t before = vt_state(vt).output.len;
        vt_key(vt, "ctrl-l");
        while (i == 0 && vt_state(vt).output.len < before + 400)
            vt_rest(vt);
        vt_rest(vt);
    }
    CHECK_STR(strbuf_view(&rows[0]), strbuf_view(&rows[1]));
    strbuf_deinit(&rows[0]);
    strbuf_deinit(&rows[1]);
    vt_stop(vt);
    place_remove(&place);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        TEST(a_character_in_the_middle_of_a_row_sends_no_more_than_itself),
        TEST(what_is_typed_anywhere_is_what_a_redraw_shows),
    };

    /* Tests run in folders of their own: a relative path would lead nowhere. */
    static char absolute[4096];
    program = argc > 1 && realpath(argv[1], absolute) ? absolute : "prfaq";
    return cmocka_run_group_tests(tests, NULL, NULL);
}
