#include "check.h"

#include <string.h>

#include "term/key.h"

/* Keys as words: names, with what key_name() does not print added. */
static void describe(const Key *key, StrBuf *out)
{
    static const char *const actions[] = {"press", "release", "drag", "up", "down"};

    if (out->len > 0)
        strbuf_addc(out, ' ');
    switch (key->code) {
    case KEYCODE_PASTE:
        strbuf_addf(out, "paste(%.*s)", STR_ARG(key->paste));
        break;
    case KEYCODE_MOUSE:
        strbuf_addf(out, "%s(%d,%d,%u)", actions[key->mouse], key->row, key->col,
                    key->mods);
        break;
    case KEYCODE_FOCUS_IN:
        strbuf_addz(out, "focus");
        break;
    case KEYCODE_FOCUS_OUT:
        strbuf_addz(out, "blur");
        break;
    case KEYCODE_GROUND:
        strbuf_addz(out, key->ground == GROUND_LIGHT ? "light" : "dark");
        break;
    case KEYCODE_BAD:
        strbuf_addz(out, "bad");
        break;
    default:
        key_name(key, out);
    }
}

static void drain(KeyDecoder *d, bool flush, StrBuf *out)
{
    Key key;

    while (key_next(d, flush, &key))
        describe(&key, out);
}

/* The keys of `bytes`, whole and byte by byte, flushed at the end. */
static void decodes(Str bytes, const char *expected)
{
    for (int split = 0; split < 2; split++) {
        KeyDecoder d;
        StrBuf out = {0};
        key_decoder_init(&d, 0x7F);
        for (size_t at = 0; split && at < bytes.len; at++) {
            key_feed(&d, str_slice(bytes, at, at + 1));
            drain(&d, false, &out);
        }
        if (!split)
            key_feed(&d, bytes);
        drain(&d, false, &out);
        drain(&d, true, &out);
        CHECK(!key_waiting(&d));
        CHECK_STR(strbuf_view(&out), str_from(expected));
        strbuf_deinit(&out);
        key_decoder_deinit(&d);
    }
}

static void characters_and_controls(void **state)
{
    (void)state;
    decodes(STR("aZ한👍"), "a Z 한 👍");
    decodes(STR("\r\n\t\x7f\x08"), "Enter Enter Tab Backspace Backspace");
    decodes(STR("\x13\x1a\x1f"), "^S ^Z ^_");
    decodes((Str){"\0", 1}, "Ctrl-Space");
    decodes(STR("\xff"
                "a\xed\x95"),
            "bad a bad bad");
    decodes(STR("\xc2\x9b"), "bad");
}

static void cursor_keys_of_many_terminals(void **state)
{
    (void)state;
    decodes(STR("\033[A\033OB\033[C\033OD\033[H\033OF"), "Up Down Right Left Home End");
    decodes(STR("\033[1~\033[2~\033[3~\033[4~\033[5~\033[6~\033[7~\033[8~"),
            "Home Ins Del End PgUp PgDn Home End");
    decodes(STR("\033[1;5D\033[1;2A\033[1;3C\033[1;6H\033[1;9B"),
            "Ctrl-Left Shift-Up Alt-Right Ctrl-Shift-Home Alt-Down");
    decodes(STR("\033[3;5~\033[5;2~"), "Ctrl-Del Shift-PgUp");
    decodes(STR("\033[a\033Od\033[3$\033[3^\033[3@"),
            "Shift-Up Ctrl-Left Shift-Del Ctrl-Del Ctrl-Shift-Del");
    decodes(STR("\033O5A\033O1;5B"), "Ctrl-Up Ctrl-Down");
    decodes(STR("\033[Z"), "Shift-Tab");
}

static void function_keys_of_many_terminals(void **state)
{
    (void)state;
    decodes(STR("\033OP\033OQ\033OR\033OS\033[15~\033[24~"), "F1 F2 F3 F4 F5 F12");
    decodes(STR("\033[11~\033[14~\033[[A\033[[E\033[P"), "F1 F4 F1 F5 F1");
    decodes(STR("\033[1;5P\033[1;2R\033[17;3~"), "Ctrl-F1 Shift-F3 Alt-F6");
}

static void keypad_keys_are_characters(void **state)
{
    (void)state;
    decodes(STR("\033Oj\033Op\033Oy\033OM\033OX"), "* 0 9 Enter =");
}

static void keys_told_by_code_point(void **state)
{
    (void)state;
    decodes(STR("\033[115;5u\033[13;5u\033[27;5;13~\033[27u"),
            "^S Ctrl-Enter Ctrl-Enter Esc");
    decodes(STR("\033[97;2u\033[97:65;2u\033[83;6u"), "A A Ctrl-Shift-s");
    /* A key with Shift that is no character is not believed. */
    decodes(STR("\033[97:66666667;2u"), "A");
    decodes(STR("\033[97;1:3u\033[57358u\033[1;1:3A"), "");
    decodes(STR("\033[54620;3u\033[9;2u\033[127;5u"),
            "Esc 한 Shift-Tab Ctrl-Backspace");
}

static void alt_is_escape_and_a_character(void **state)
{
    (void)state;
    decodes(STR("\033s\033Z\033한\033\r\033\x7f\033\x13"),
            "Esc s Esc Z Esc 한 Alt-Enter Alt-Backspace Esc Ctrl-s");
    decodes(STR("\033[\033"), "Esc");
    decodes(STR("\033["), "Esc [");
    decodes(STR("\033O"), "Esc O");
    decodes(STR("\033P"), "Esc P");
    decodes(STR("\033"), "Esc");
    decodes(STR("\033\033"), "Esc Esc");
    decodes(STR("\033\033x"), "Esc Esc x");
    decodes(STR("\033\033[A\033\033OB"), "Alt-Up Alt-Down");
    decodes(STR("\033\xff"), "Esc bad");
}

static void mouse_and_focus(void **state)
{
    (void)state;
    decodes(STR("\033[<0;1;1M\033[<32;300;20M\033[<0;300;20m"),
            "press(0,0,0) drag(19,299,0) release(19,299,0)");
    decodes(STR("\033[<64;5;6M\033[<65;5;6M\033[<20;2;3M"),
            "up(5,4,0) down(5,4,0) press(2,1,5)");
    decodes(STR("\033[<2;1;1M\033[<1;1;1M\033[<66;1;1M\033[<2;1;1m"), "");
    decodes(STR("\033[M !!\033[M#!!"), "press(0,0,0) release(0,0,0)");
    decodes(STR("\033[I\033[O"), "focus blur");
}

static void unknown_sequences_are_swallowed_whole(void **state)
{
    (void)state;
    decodes(STR("a\033[?1;2cb"), "a b");
    decodes(STR("\033[24;80R\033[?2026;2$y\033[>0;95;0cx"), "x");
    decodes(STR("\033]11;rgb:0000/0000/0000\ax"), "dark x");
    decodes(STR("\033]11;rgb:ffff/ffff/dddd\033\\x"), "light x");
    decodes(STR("\033]11;rgb:fff/\002x"), "^B x");
    decodes(STR("\033]10;rgb:ffff/ffff/dddd\ax\033P11;rgb:f/f/f\033\\"), "x");
    decodes(STR("\033]11;rgb:0000\033\\x\033P1$r0m\033\\y"), "x y");
    decodes(STR("\033_Gi=1;OK\033\\z"), "z");
    decodes(STR("\033[1;5"), "");
    decodes(STR("\033]11;rgb"), "");
    decodes(STR("\033[1;5\033[A"), "Up");
    decodes(STR("\033[12\x13"), "^S");
    decodes(STR("\033]2;title\033[Bx"), "Down x");
    decodes(STR("\033[201~x\033[25~y\033[[Zq"), "x y Z q");
    StrBuf long_one = {0};
    strbuf_addz(&long_one, "\033[");
    strbuf_add_repeat(&long_one, '1', 5000);
    strbuf_addz(&long_one, "Ax");
    decodes(strbuf_view(&long_one), "x");
    strbuf_deinit(&long_one);
}

static void a_paste_is_one_key(void **state)
{
    (void)state;
    decodes(STR("\033[200~one\rtwo\033[201~x"), "paste(one\rtwo) x");
    decodes(STR("\033[200~\033[201~"), "paste()");
    decodes(STR("\033[200~a\033[31m\033[20\033[200~b\033[201~"),
            "paste(a\033[31m\033[20\033[200~b)");
    decodes(STR("\033[200~no end \033[20"), "paste(no end \033[20)");
    decodes(STR("\033[200~a\033[201~\033[200~b\033[201~"), "paste(a) paste(b)");
}

static void a_paste_waits_for_its_end(void **state)
{
    (void)state;
    KeyDecoder d;
    Key key;
    key_decoder_init(&d, 0);
    key_feed(&d, STR("\033[200~half"));
    CHECK(!key_next(&d, false, &key));
    CHECK(d.pasting && !key_waiting(&d));
    key_feed(&d, STR(" more\033[201~"));
    CHECK(key_next(&d, false, &key));
    CHECK_STR(key.paste, STR("half more"));
    CHECK(!key_next(&d, false, &key));
    key_decoder_deinit(&d);
}

static void a_paste_without_end_comes_in_pieces(void **state)
{
    (void)state;
    KeyDecoder d;
    Key key;
    StrBuf chunk = {0};
    size_t total = 0;
    key_decoder_init(&d, 0);
    key_feed(&d, STR("\033[200~"));
    strbuf_add_repeat(&chunk, 'x', 1 << 20);
    for (int i = 0; i < 40; i++) {
        key_feed(&d, strbuf_view(&chunk));
        while (key_next(&d, false, &key)) {
            CHECK_INT(key.paste.len, KEY_PASTE_MAX);
            total += key.paste.len;
        }
    }
    CHECK(key_next(&d, true, &key));
    CHECK_INT(total + key.paste.len, 40u << 20);
    CHECK(!key_next(&d, true, &key));
    strbuf_deinit(&chunk);
    key_decoder_deinit(&d);
}

static void the_erase_character_of_the_terminal_counts(void **state)
{
    (void)state;
    KeyDecoder d;
    Key key;
    key_decoder_init(&d, 0x05);
    key_feed(&d, STR("\x05"));
    CHECK(key_next(&d, false, &key));
    CHECK_INT(key.code, KEYCODE_BACKSPACE);
    key_decoder_deinit(&d);
    key_decoder_init(&d, '#');
    key_feed(&d, STR("#"));
    CHECK(key_next(&d, false, &key));
    CHECK_INT(key.cp, '#');
    key_decoder_deinit(&d);
}

RUN_TESTS(TEST(characters_and_controls), TEST(cursor_keys_of_many_terminals),
          TEST(function_keys_of_many_terminals), TEST(keypad_keys_are_characters),
          TEST(keys_told_by_code_point), TEST(alt_is_escape_and_a_character),
          TEST(mouse_and_focus), TEST(unknown_sequences_are_swallowed_whole),
          TEST(a_paste_is_one_key), TEST(a_paste_waits_for_its_end),
          TEST(a_paste_without_end_comes_in_pieces),
          TEST(the_erase_character_of_the_terminal_counts))
