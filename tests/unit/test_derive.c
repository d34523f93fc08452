#include "check.h"

#include "ui/derive.h"
#include "ui/update.h"

enum { LINES = 4000 };

static Library lib;

static Str long_text(StrBuf *out)
{
    for (int i = 0; i < LINES; i++)
        strbuf_addz(out, "Twenty bytes of words\n");
    return strbuf_view(out);
}

static void open_text(Model *m, Str bytes)
{
    Msg opened = {.type = MSG_OPENED, .path = STR("/w/a.md"), .name = STR("a")};

    opened.bytes = bytes;
    model_init(m, &lib, 24, 80);
    m->started_with_document = true;
    update(m, &opened);
}

static Effect idle(Model *m)
{
    Msg msg = {.type = MSG_IDLE};
    return update(m, &msg);
}

static void type(Model *m, char c)
{
    Msg msg = {.type = MSG_KEY, .key = {.code = KEYCODE_CHAR, .cp = (unsigned char)c}};
    update(m, &msg);
}

static Msg answer(const Effect *asked, Derived *derived)
{
    *derived = (Derived){0};
    derive_bytes(asked->bytes, asked->lib, asked->check, derived);
    return (Msg){.type = MSG_DERIVED, .number = asked->number, .derived = derived};
}

static void a_short_text_is_read_at_once(void **state)
{
    (void)state;
    Model m;

    open_text(&m, STR("Words\n"));
    CHECK_INT(idle(&m).type, EFFECT_NONE);
    CHECK(m.ed.derived.valid && m.ed.derived.words == 1);
    CHECK_INT(update_idle_ms(&m), -1);
    model_deinit(&m);
}

static void a_long_text_is_read_in_the_background_once(void **state)
{
    (void)state;
    Model m;
    StrBuf text = {0};
    Derived derived;

    open_text(&m, long_text(&text));
    Effect asked = idle(&m);
    CHECK_INT(asked.type, EFFECT_DERIVE);
    CHECK(!m.ed.derived.valid);
    CHECK_INT(update_idle_ms(&m), -1); /* it is being read */
    Msg read = answer(&asked, &derived);
    update(&m, &read);
    CHECK_INT(m.ed.derived.words, 4 * LINES);
    CHECK(!derive_needed(&m));
    CHECK_INT(derived.words, 0); /* taken */
    model_deinit(&m);
    strbuf_deinit(&text);
}

static void a_reading_of_an_older_text_is_dropped_and_asked_for_again(void **state)
{
    (void)state;
    Model m;
    StrBuf text = {0};
    Derived derived;

    open_text(&m, long_text(&text));
    Effect asked = idle(&m);
    Msg read = answer(&asked, &derived);
    type(&m, 'x');
    update(&m, &read);
    CHECK(!m.ed.derived.valid);
    CHECK_INT(idle(&m).type, EFFECT_DERIVE);
    arena_deinit(&derived.arena);
    model_deinit(&m);
    strbuf_deinit(&text);
}

static void a_reading_of_another_document_is_dropped(void **state)
{
    (void)state;
    Model m;
    StrBuf text = {0};
    Derived derived;
    Msg other = {.type = MSG_OPENED, .path = STR("/w/b.md"), .name = STR("b")};

    open_text(&m, long_text(&text));
    Effect asked = idle(&m);
    Msg read = answer(&asked, &derived);
    other.bytes = STR("Other words\n");
    update(&m, &other); /* its first version has the number of the other's */
    update(&m, &read);
    CHECK(!m.ed.derived.valid);
    idle(&m);
    CHECK_INT(m.ed.derived.words, 2);
    arena_deinit(&derived.arena);
    model_deinit(&m);
    strbuf_deinit(&text);
}

static void a_reading_that_was_given_up_is_asked_for_again(void **state)
{
    (void)state;
    Model m;
    StrBuf text = {0};

    open_text(&m, long_text(&text));
    Effect asked = idle(&m);
    Msg gone = {.type = MSG_DERIVED, .number = asked.number};
    update(&m, &gone);
    CHECK(update_idle_ms(&m) >= 0);
    CHECK_INT(idle(&m).type, EFFECT_DERIVE);
    model_deinit(&m);
    strbuf_deinit(&text);
}

static void
a_reading_that_began_before_the_document_was_open_is_waited_for(void **state)
{
    enum { NUMBER = 99 };
    (void)state;
    Model m;
    Derived derived = {0};
    Str text = STR("Three plain words\n");

    open_text(&m, text);
    derive_begun(&m, NUMBER, STR("Other words\n"));
    CHECK(!derive_is_under_way(&m));
    derive_begun(&m, NUMBER, text);
    CHECK(derive_is_under_way(&m));
    CHECK_INT(update_idle_ms(&m), -1);
    derive_bytes(text, &lib, &m.check, &derived);
    Msg read = {.type = MSG_DERIVED, .number = NUMBER, .derived = &derived};
    update(&m, &read);
    CHECK(m.ed.derived.valid && !derive_needed(&m));
    CHECK_INT(m.ed.derived.words, 3);
    model_deinit(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_short_text_is_read_at_once),
        TEST(a_long_text_is_read_in_the_background_once),
        TEST(a_reading_of_an_older_text_is_dropped_and_asked_for_again),
        TEST(a_reading_of_another_document_is_dropped),
        TEST(a_reading_that_was_given_up_is_asked_for_again),
        TEST(a_reading_that_began_before_the_document_was_open_is_waited_for),
    };
    library_init(&lib);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    library_deinit(&lib);
    return failed;
}
