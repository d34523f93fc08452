#include "term/key.h"

#include "base/utf8.h"

typedef struct NameRow {
    const char *name;  /* as hints and help print it; matched without case */
    const char *other; /* also understood in settings, or NULL */
    KeyCode code;
} NameRow;

/* clang-format off */
static const NameRow names[] = {
    {"Enter", "return", KEYCODE_ENTER},
    {"Tab", NULL, KEYCODE_TAB},
    {"Backspace", "bs", KEYCODE_BACKSPACE},
    {"Del", "delete", KEYCODE_DELETE},
    {"Ins", "insert", KEYCODE_INSERT},
    {"Esc", "escape", KEYCODE_ESCAPE},
    {"Up", NULL, KEYCODE_UP},
    {"Down", NULL, KEYCODE_DOWN},
    {"Left", NULL, KEYCODE_LEFT},
    {"Right", NULL, KEYCODE_RIGHT},
    {"Home", NULL, KEYCODE_HOME},
    {"End", NULL, KEYCODE_END},
    {"PgUp", "pageup", KEYCODE_PAGE_UP},
    {"PgDn", "pagedown", KEYCODE_PAGE_DOWN},
    {"F1", NULL, KEYCODE_F1}, {"F2", NULL, KEYCODE_F2}, {"F3", NULL, KEYCODE_F3},
    {"F4", NULL, KEYCODE_F4}, {"F5", NULL, KEYCODE_F5}, {"F6", NULL, KEYCODE_F6},
    {"F7", NULL, KEYCODE_F7}, {"F8", NULL, KEYCODE_F8}, {"F9", NULL, KEYCODE_F9},
    {"F10", NULL, KEYCODE_F10}, {"F11", NULL, KEYCODE_F11}, {"F12", NULL, KEYCODE_F12},
};

typedef struct PrefixRow {
    const char *text;
    unsigned mod;
} PrefixRow;

static const PrefixRow prefixes[] = {
    {"ctrl-", MOD_CTRL}, {"alt-", MOD_ALT}, {"esc ", MOD_ALT}, {"shift-", MOD_SHIFT},
    {"^", MOD_CTRL},
};

/* Keys of the Korean two-set layout, ㄱ (U+3131) to ㅣ; a space where no key is. */
static const char two_set[] =
    "rR s  eEf       aqQ tTdwWczxvg" /* ㄱ to ㅎ */
    "koiOjpuPh   yn   bm l"; /* ㅏ to ㅣ */
/* clang-format on */

static void add_code(const Key *key, StrBuf *out)
{
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (names[i].code == key->code)
            strbuf_addz(out, names[i].name);
}

/* Alt and a character is "Esc x": a key that every terminal has. */
void key_name(const Key *key, StrBuf *out)
{
    bool plain = key->code == KEYCODE_CHAR;

    if (key->mods & MOD_ALT)
        strbuf_addz(out, plain ? "Esc " : "Alt-");
    if (plain && key->mods == MOD_CTRL && key->cp != ' ') {
        strbuf_addc(out, '^');
        utf8_append(out, key->cp >= 'a' && key->cp <= 'z' ? key->cp - 32 : key->cp);
        return;
    }
    if (key->mods & MOD_CTRL)
        strbuf_addz(out, "Ctrl-");
    if (key->mods & MOD_SHIFT)
        strbuf_addz(out, "Shift-");
    if (!plain)
        add_code(key, out);
    else if (key->cp == ' ')
        strbuf_addz(out, "Space");
    else
        utf8_append(out, key->cp);
}

/* Takes the modifiers off the front; at least one character stays. */
static unsigned take_prefixes(Str *name)
{
    unsigned mods = 0;

    for (size_t i = 0; i < sizeof prefixes / sizeof prefixes[0]; i++) {
        Str prefix = str_from(prefixes[i].text);
        if (name->len <= prefix.len ||
            !str_eq_nocase(str_slice(*name, 0, prefix.len), prefix))
            continue;
        *name = str_slice(*name, prefix.len, name->len);
        mods |= prefixes[i].mod;
        i = (size_t)-1; /* any order: begin again */
    }
    return mods;
}

static KeyCode code_named(Str name)
{
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (str_eq_nocase(name, str_from(names[i].name)) ||
            (names[i].other && str_eq_nocase(name, str_from(names[i].other))))
            return names[i].code;
    return KEYCODE_NONE;
}

bool key_parse(Str name, Key *out)
{
    Key key = {.mods = take_prefixes(&name)};

    if (name.len == 0)
        return false;
    key.code = code_named(name);
    if (key.code == KEYCODE_NONE) {
        key.code = KEYCODE_CHAR;
        if (str_eq_nocase(name, STR("space")))
            key.cp = ' ';
        else if (utf8_decode(name, 0, &key.cp) < name.len || key.cp == UTF8_BAD ||
                 key.cp < 0x20 || (key.cp >= 0x7F && key.cp < 0xA0))
            return false;
        if ((key.mods & MOD_CTRL) && key.cp >= 'A' && key.cp <= 'Z')
            key.cp += 32;
        if (key.mods == MOD_SHIFT && key.cp >= 'a' && key.cp <= 'z')
            key = (Key){.code = KEYCODE_CHAR, .cp = key.cp - 32};
    }
    *out = key;
    return true;
}

uint32_t key_latin(uint32_t cp)
{
    if (cp < 0x3131 || cp >= 0x3131 + sizeof two_set - 1)
        return cp;
    char letter = two_set[cp - 0x3131];
    return letter == ' ' ? cp : (uint32_t)letter;
}
