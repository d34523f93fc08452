#include "term/key_step.h"

#include "base/utf8.h"

enum {
    ESC = 0x1B,
    SEQUENCE_MAX = 64, /* no key sends a longer one */
    PARAMS_MAX = 4,
};

typedef struct CsiRow {
    int number; /* final byte, or parameter before '~' */
    KeyCode code;
} CsiRow;

/* clang-format off */
static const CsiRow finals[] = {
    {'A', KEYCODE_UP}, {'B', KEYCODE_DOWN}, {'C', KEYCODE_RIGHT}, {'D', KEYCODE_LEFT},
    {'F', KEYCODE_END}, {'H', KEYCODE_HOME}, {'P', KEYCODE_F1}, {'Q', KEYCODE_F2},
    {'R', KEYCODE_F3}, {'S', KEYCODE_F4}, {'I', KEYCODE_TAB}, {'M', KEYCODE_ENTER},
};
static const CsiRow tildes[] = {
    {1, KEYCODE_HOME}, {2, KEYCODE_INSERT}, {3, KEYCODE_DELETE}, {4, KEYCODE_END},
    {5, KEYCODE_PAGE_UP}, {6, KEYCODE_PAGE_DOWN}, {7, KEYCODE_HOME}, {8, KEYCODE_END},
    {11, KEYCODE_F1}, {12, KEYCODE_F2}, {13, KEYCODE_F3}, {14, KEYCODE_F4},
    {15, KEYCODE_F5}, {17, KEYCODE_F6}, {18, KEYCODE_F7}, {19, KEYCODE_F8},
    {20, KEYCODE_F9}, {21, KEYCODE_F10}, {23, KEYCODE_F11}, {24, KEYCODE_F12},
};
/* clang-format on */

static KeyCode lookup(const CsiRow *rows, size_t count, int number)
{
    for (size_t i = 0; i < count; i++)
        if (rows[i].number == number)
            return rows[i].code;
    return KEYCODE_NONE;
}

#define LOOKUP(rows, number) lookup((rows), sizeof(rows) / sizeof(rows)[0], (number))

static Step step_key(size_t used, KeyCode code, unsigned mods)
{
    return (Step){.used = used, .key = {.code = code, .mods = mods}};
}

static Step step_char(size_t used, uint32_t cp, unsigned mods)
{
    return (Step){.used = used, .key = {.code = KEYCODE_CHAR, .cp = cp, .mods = mods}};
}

static unsigned byte_at(Str s, size_t at)
{
    return (unsigned char)s.ptr[at];
}

/* The modifier parameter of xterm: one more than a sum of Shift 1, Alt 2,
 * Ctrl 4, Meta 8. */
static unsigned mods_from(int parameter)
{
    unsigned bits = parameter > 1 ? (unsigned)parameter - 1 : 0, mods = 0;

    if (bits & 1)
        mods |= MOD_SHIFT;
    if (bits & (2 | 8))
        mods |= MOD_ALT;
    if (bits & 4)
        mods |= MOD_CTRL;
    return mods;
}

static Step control_key(unsigned c, unsigned char erase)
{
    if (c == 0x7F || c == 0x08 || (c == erase && c != 0))
        return step_key(1, KEYCODE_BACKSPACE, 0);
    switch (c) {
    case '\r':
    case '\n':
        return step_key(1, KEYCODE_ENTER, 0);
    case '\t':
        return step_key(1, KEYCODE_TAB, 0);
    case 0:
        return step_char(1, ' ', MOD_CTRL);
    case ESC:
        return step_key(1, KEYCODE_ESCAPE, 0);
    default:
        return step_char(1, c <= 26 ? c + 'a' - 1 : c + '@', MOD_CTRL);
    }
}

static size_t utf8_expected(unsigned lead)
{
    if (lead < 0xC2 || lead > 0xF4)
        return 1;
    return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

static bool is_cut_short(Str s)
{
    if (s.len >= utf8_expected(byte_at(s, 0)))
        return false;
    for (size_t i = 1; i < s.len; i++)
        if ((byte_at(s, i) & 0xC0) != 0x80)
            return false;
    return true;
}

/* One character that is no sequence. */
static Step read_char(Str s, bool flush, unsigned char erase)
{
    uint32_t cp;

    if (byte_at(s, 0) < 0x20 || byte_at(s, 0) == 0x7F)
        return control_key(byte_at(s, 0), erase);
    if (is_cut_short(s) && !flush)
        return (Step){0};
    size_t len = utf8_decode(s, 0, &cp);
    if (cp == UTF8_BAD || (cp >= 0x80 && cp < 0xA0))
        return step_key(len, KEYCODE_BAD, 0);
    return step_char(len, cp, 0);
}

/* The parameters of a CSI sequence: "1;5", "97:65;5:1". Of those with colons the
 * first part counts; the second part of the second one is the event type. */
typedef struct Params {
    int values[PARAMS_MAX];
    int shifted; /* second part of the first: the key with Shift */
    int event;   /* 3: released */
    int count;
    char prefix; /* one of < = > ?, or 0 */
} Params;

static void store_param(Params *p, int part, int value)
{
    if (part == 0)
        p->values[p->count] = value;
    else if (part == 1 && p->count == 0)
        p->shifted = value;
    else if (part == 1 && p->count == 1)
        p->event = value;
}

static Params read_params(Str s)
{
    Params p = {0};
    int value = 0, part = 0;

    if (s.len > 0 && byte_at(s, 0) >= '<' && byte_at(s, 0) <= '?') {
        p.prefix = s.ptr[0];
        s = str_slice(s, 1, s.len);
    }
    for (size_t i = 0; i <= s.len && p.count < PARAMS_MAX; i++) {
        char c = i < s.len ? s.ptr[i] : ';';
        if (c >= '0' && c <= '9') {
            value = value < 10000000 ? value * 10 + (c - '0') : value;
            continue;
        }
        store_param(&p, part, value);
        value = 0;
        part = c == ':' ? part + 1 : 0;
        p.count += c != ':';
    }
    return p;
}

/* U+E000 and above are keys without a character in the kitty protocol. */
static bool is_character(int cp)
{
    bool control = cp < 0x20 || (cp >= 0x7F && cp < 0xA0);

    return !control && cp <= 0x10FFFF && !(cp >= 0xD800 && cp <= 0xF8FF);
}

/* A key told by its code point: CSI u, and modifyOtherKeys. */
static Key key_from_cp(int cp, int shifted, unsigned mods)
{
    Key key = {.mods = mods};

    switch (cp) {
    case '\r':
    case '\n':
        key.code = KEYCODE_ENTER;
        return key;
    case '\t':
        key.code = KEYCODE_TAB;
        return key;
    case 8:
    case 0x7F:
        key.code = KEYCODE_BACKSPACE;
        return key;
    case ESC:
        key.code = KEYCODE_ESCAPE;
        return key;
    default:
        break;
    }
    if (!is_character(cp))
        return (Key){0};
    key.code = KEYCODE_CHAR;
    key.cp = (uint32_t)cp;
    if (cp >= 'A' && cp <= 'Z' && (mods & MOD_CTRL))
        key.cp += 'a' - 'A';
    if ((mods & MOD_SHIFT) && !(mods & MOD_CTRL)) {
        bool letter = cp >= 'a' && cp <= 'z';
        key.cp = is_character(shifted) ? (uint32_t)shifted
                                       : (letter ? key.cp - ('a' - 'A') : key.cp);
        key.mods &= ~(unsigned)MOD_SHIFT;
    }
    return key;
}

/* xterm "Mouse Tracking": bits 0 and 1 button, 2 to 4 modifiers, 5 motion, 6
 * wheel; places count from 1. */
static Key mouse_key(int button, int col, int row, bool released)
{
    Key key = {.code = KEYCODE_MOUSE,
               .row = row > 0 ? row - 1 : 0,
               .col = col > 0 ? col - 1 : 0};

    if (button & 4)
        key.mods |= MOD_SHIFT;
    if (button & 8)
        key.mods |= MOD_ALT;
    if (button & 16)
        key.mods |= MOD_CTRL;
    if (button & 64)
        key.mouse = button & 1 ? MOUSE_WHEEL_DOWN : MOUSE_WHEEL_UP;
    else if (released)
        key.mouse = MOUSE_RELEASE;
    else
        key.mouse = button & 32 ? MOUSE_DRAG : MOUSE_PRESS;
    /* Only the left button and the wheel mean something; sideways wheels do not. */
    bool left = (button & 3) == 0 || (released && (button & 3) == 3);
    if (button < 0 || button & 128 || ((button & 64) ? (button & 2) != 0 : !left))
        return (Key){0};
    return key;
}

static Step tilde_key(size_t used, const Params *p, char final)
{
    unsigned mods = mods_from(p->values[1]);

    if (p->values[0] == 200)
        return (Step){.used = used, .paste = true};
    if (p->values[0] == 27 && p->count == 3)
        return (Step){.used = used, .key = key_from_cp(p->values[2], 0, mods)};
    if (final != '~') /* rxvt: $ Shift, ^ Ctrl, @ both */
        mods = (final != '^' ? MOD_SHIFT : 0U) | (final != '$' ? MOD_CTRL : 0U);
    KeyCode code = LOOKUP(tildes, p->values[0]);
    return step_key(used, code, code ? mods : 0);
}

/* A complete CSI sequence without prefix. */
static Step csi_key(size_t used, const Params *p, char final)
{
    switch (final) {
    case '~':
    case '$':
    case '^':
    case '@':
        return tilde_key(used, p, final);
    case 'u':
        return (Step){
            .used = used,
            .key = key_from_cp(p->values[0], p->shifted, mods_from(p->values[1]))};
    case 'Z':
        return step_key(used, KEYCODE_TAB, MOD_SHIFT | mods_from(p->values[1]));
    case 'I':
        return step_key(used, KEYCODE_FOCUS_IN, 0);
    case 'O':
        return step_key(used, KEYCODE_FOCUS_OUT, 0);
    case 'a':
    case 'b':
    case 'c':
    case 'd': /* rxvt: Shift and an arrow */
        return step_key(used, LOOKUP(finals, final - 'a' + 'A'), MOD_SHIFT);
    case 'M':
        return step_key(used, KEYCODE_NONE, 0);
    default:
        break;
    }
    /* "CSI 1;5R" is a key, "CSI 24;80R" a report of the cursor. */
    if (p->count > 1 && p->values[0] > 1)
        return step_key(used, KEYCODE_NONE, 0);
    KeyCode code = LOOKUP(finals, final);
    return step_key(used, code, code ? mods_from(p->values[1]) : 0);
}

/* ESC [ M b x y, of terminals that do not know the newer form. */
static Step old_mouse(Str s, bool flush)
{
    if (s.len < 6)
        return flush ? step_key(s.len, KEYCODE_NONE, 0) : (Step){0};
    int button = (int)byte_at(s, 3) - 32;
    return (Step){.used = 6,
                  .key = mouse_key(button, (int)byte_at(s, 4) - 32,
                                   (int)byte_at(s, 5) - 32, (button & 67) == 3)};
}

/* ESC [ [ A to E: F1 to F5 of the Linux console. */
static Step console_key(Str s, bool flush)
{
    if (s.len < 4)
        return flush ? step_key(s.len, KEYCODE_NONE, 0) : (Step){0};
    unsigned c = byte_at(s, 3);
    if (c < 'A' || c > 'E')
        return step_key(3, KEYCODE_NONE, 0);
    return step_key(4, (KeyCode)(KEYCODE_F1 + (c - 'A')), 0);
}

static bool is_rxvt_shift(Str s, size_t at)
{
    for (size_t i = 2; i < at; i++)
        if (byte_at(s, i) < '0' || byte_at(s, i) > '9')
            return false;
    return at > 2 && s.ptr[at] == '$';
}

/* `s` begins with ESC [. */
static Step read_csi(Str s, bool flush)
{
    size_t at = 2;

    if (s.len == 2)
        return flush ? step_char(2, '[', MOD_ALT) : (Step){0};
    if (s.ptr[2] == '[')
        return console_key(s, flush);
    if (s.ptr[2] == 'M')
        return old_mouse(s, flush);
    while (at < s.len && at < SEQUENCE_MAX && byte_at(s, at) >= 0x20 &&
           byte_at(s, at) < 0x40 && !is_rxvt_shift(s, at))
        at++;
    if (at >= SEQUENCE_MAX)
        return (Step){.used = at, .swallow = KEYSWALLOW_CSI};
    if (at == s.len)
        return flush ? step_key(at, KEYCODE_NONE, 0) : (Step){0};
    if (byte_at(s, at) < 0x20 || byte_at(s, at) >= 0x7F)
        return step_key(at, KEYCODE_NONE, 0); /* cut off by something else */
    Params p = read_params(str_slice(s, 2, at));
    char final = s.ptr[at];
    if (p.prefix == '<' && (final == 'M' || final == 'm'))
        return (Step){
            .used = at + 1,
            .key = mouse_key(p.values[0], p.values[1], p.values[2], final == 'm')};
    if (p.prefix || p.event == 3 || (byte_at(s, at - 1) < '0' && at > 2))
        return step_key(at + 1, KEYCODE_NONE, 0);
    return csi_key(at + 1, &p, final);
}

/* The keys of the number pad in application mode: ESC O j is '*'. */
static Step keypad_key(size_t used, unsigned final)
{
    if (final >= 'j' && final <= 'y')
        return step_char(used, final - 'j' + '*', 0);
    if (final == 'X')
        return step_char(used, '=', 0);
    if (final >= 'a' && final <= 'd') /* rxvt: Ctrl and an arrow */
        return step_key(used, LOOKUP(finals, (int)(final - 'a' + 'A')), MOD_CTRL);
    return step_key(used, LOOKUP(finals, (int) final), 0);
}

/* `s` begins with ESC O. Old terminals put modifiers before the last byte. */
static Step read_ss3(Str s, bool flush)
{
    size_t at = 2;

    if (s.len == 2)
        return flush ? step_char(2, 'O', MOD_ALT) : (Step){0};
    while (at < s.len && at < SEQUENCE_MAX &&
           ((s.ptr[at] >= '0' && s.ptr[at] <= '9') || s.ptr[at] == ';'))
        at++;
    if (at == s.len)
        return flush ? step_key(at, KEYCODE_NONE, 0) : (Step){0};
    unsigned final = byte_at(s, at);
    if (final < 0x20 || final >= 0x7F || at >= SEQUENCE_MAX)
        return at == 2 ? step_char(2, 'O', MOD_ALT) : step_key(at, KEYCODE_NONE, 0);
    Step step = keypad_key(at + 1, final);
    Params p = read_params(str_slice(s, 2, at));
    if (at > 2 && step.key.code)
        step.key.mods |= mods_from(p.count > 1 ? p.values[1] : p.values[0]);
    return step;
}

/* ESC ESC: two keys, unless the second begins a sequence; then it is Alt and
 * that key, as rxvt and Terminal.app send it. */
static Step read_double_escape(Str s, bool flush)
{
    if (s.len == 2 && !flush)
        return (Step){0};
    if (s.len == 2 || (s.ptr[2] != '[' && s.ptr[2] != 'O'))
        return step_key(1, KEYCODE_ESCAPE, 0);
    Str inner = str_slice(s, 1, s.len);
    Step step = s.ptr[2] == '[' ? read_csi(inner, flush) : read_ss3(inner, flush);
    if (step.used == 0)
        return step;
    step.used++;
    if (step.key.code != KEYCODE_NONE)
        step.key.mods |= MOD_ALT;
    return step;
}

/* `s` begins with ESC. */
static Step read_sequence(Str s, bool flush, unsigned char erase)
{
    if (s.len == 1)
        return flush ? step_key(1, KEYCODE_ESCAPE, 0) : (Step){0};
    switch (s.ptr[1]) {
    case ESC:
        return read_double_escape(s, flush);
    case '[':
        return read_csi(s, flush);
    case 'O':
        return read_ss3(s, flush);
    case ']':
    case 'P':
    case 'X':
    case '^':
    case '_': /* OSC, DCS, SOS, PM, APC */
        if (s.len == 2)
            return flush ? step_char(2, byte_at(s, 1), MOD_ALT) : (Step){0};
        return (Step){.used = 2, .swallow = KEYSWALLOW_STRING};
    default:
        break;
    }
    Step step = read_char(str_slice(s, 1, s.len), flush, erase);
    if (step.used == 0)
        return step;
    if (step.key.code == KEYCODE_BAD)
        return step_key(1, KEYCODE_ESCAPE, 0);
    step.used++;
    step.key.mods |= MOD_ALT;
    return step;
}

Step key_step(Str bytes, bool flush, unsigned char erase)
{
    if (byte_at(bytes, 0) == ESC)
        return read_sequence(bytes, flush, erase);
    return read_char(bytes, flush, erase);
}
