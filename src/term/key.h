/* key.h: bytes from a terminal to keys. Pure: fed with bytes, asked for events.
 *
 * Our own decoder, because terminfo knows too little: CSI with modifiers, SS3,
 * CSI u and modifyOtherKeys, SGR mouse, focus, bracketed paste, Alt as ESC. An
 * unknown sequence is swallowed whole; bytes that are no UTF-8 become one
 * KEY_BAD each; nothing is ever typed into the text by mistake.
 * Source: ECMA-48; xterm "Control Sequences"; docs/terminals.md. */
#ifndef TERM_KEY_H
#define TERM_KEY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "term/ground.h"

typedef enum KeyCode {
    KEYCODE_NONE,
    KEYCODE_CHAR, /* see `cp` */
    KEYCODE_ENTER,
    KEYCODE_TAB,
    KEYCODE_BACKSPACE,
    KEYCODE_DELETE,
    KEYCODE_INSERT,
    KEYCODE_ESCAPE,
    KEYCODE_UP,
    KEYCODE_DOWN,
    KEYCODE_LEFT,
    KEYCODE_RIGHT,
    KEYCODE_HOME,
    KEYCODE_END,
    KEYCODE_PAGE_UP,
    KEYCODE_PAGE_DOWN,
    KEYCODE_F1, /* … F12 follow */
    KEYCODE_F2,
    KEYCODE_F3,
    KEYCODE_F4,
    KEYCODE_F5,
    KEYCODE_F6,
    KEYCODE_F7,
    KEYCODE_F8,
    KEYCODE_F9,
    KEYCODE_F10,
    KEYCODE_F11,
    KEYCODE_F12,
    KEYCODE_PASTE, /* a whole paste: see Key.paste */
    KEYCODE_MOUSE,
    KEYCODE_FOCUS_IN,
    KEYCODE_FOCUS_OUT,
    KEYCODE_GROUND, /* no key: the terminal told its ground */
    KEYCODE_BAD,    /* a byte that means nothing */
} KeyCode;

enum { MOD_SHIFT = 1, MOD_ALT = 2, MOD_CTRL = 4 };

typedef enum MouseAction {
    MOUSE_PRESS,
    MOUSE_RELEASE,
    MOUSE_DRAG,
    MOUSE_WHEEL_UP,
    MOUSE_WHEEL_DOWN,
} MouseAction;

/* A control key is the letter with MOD_CTRL: ^S is {CHAR, 's', MOD_CTRL}. */
typedef struct Key {
    KeyCode code;
    uint32_t cp;
    unsigned mods;
    MouseAction mouse;
    int row, col;  /* mouse, from 0 */
    int clicks;    /* of a press: 2 when it is the second of a double click */
    Ground ground; /* KEYCODE_GROUND */
    Str paste;     /* raw bytes as sent; valid until the next call of the decoder */
} Key;

/* What the decoder drops until its end: a sequence that is nobody's key. */
typedef enum KeySwallow {
    KEYSWALLOW_NONE,
    KEYSWALLOW_CSI,    /* up to the final byte */
    KEYSWALLOW_STRING, /* OSC, DCS and their like, up to ST or BEL */
} KeySwallow;

/* The longest answer that means something. */
enum { KEY_REPLY_MAX = 48 };

typedef struct KeyDecoder {
    StrBuf pending;
    size_t at; /* first byte not decoded yet */
    bool pasting;
    bool delivered; /* `paste` was handed out and is forgotten at the next call */
    StrBuf paste;
    KeySwallow swallow;
    bool reply; /* an OSC is swallowed; its first bytes are kept */
    char body[KEY_REPLY_MAX];
    size_t body_len;
    unsigned char erase; /* termios VERASE; 0x7f and 0x08 erase always */
} KeyDecoder;

/* A paste that is longer comes in pieces of at most this many bytes. */
enum { KEY_PASTE_MAX = 32 * 1024 * 1024 };

void key_decoder_init(KeyDecoder *d, unsigned char erase);
void key_decoder_deinit(KeyDecoder *d);
void key_feed(KeyDecoder *d, Str bytes);
/* The next key.
 *
 *   flush    no more bytes are coming soon: a lone ESC is Escape, a half
 *            sequence is dropped, a paste ends where it is. Without it they
 *            wait for more.
 *   returns  false when nothing is complete */
bool key_next(KeyDecoder *d, bool flush, Key *out);
/* Is an ESC, or half of something, waiting for what may follow it? Then wait
 * briefly before flushing. Not for a paste: that one may pause for long. */
bool key_waiting(const KeyDecoder *d);
bool key_escaping(const KeyDecoder *d); /* is it an ESC alone? */
/* May what it waits for be the rest of an answer of the terminal? */
bool key_answering(const KeyDecoder *d);
/* … and may these bytes? */
bool key_continues_answer(const KeyDecoder *d, Str bytes);

/* "^S", "Esc s", "Shift-Tab", "F2", "PgUp": how hints and help print a key. */
void key_name(const Key *key, StrBuf *out);
/* The reverse, and the form of settings: "ctrl-s", "alt-x", "shift-tab", "f2". */
bool key_parse(Str name, Key *out);
bool key_same(const Key *a, const Key *b);
/* The Latin letter on the same key of the Korean two-set layout, or `cp`. */
uint32_t key_latin(uint32_t cp);
/* Does a terminal of that kind put marks around a paste?
 *
 *   term    TERM; may be NULL
 *   inside  tmux draws, which puts them itself */
bool key_paste_is_marked(const char *term, bool inside);
/* Where it does not: are these bytes, which came at once, more than fingers type? */
bool key_paste_likely(Str bytes);
/* Behind the keys that were pressed just before it. */
size_t key_paste_start(Str bytes);
/* What a paste becomes in a text: control bytes and escape sequences out, CRLF
 * and CR to LF, NFC; appended. */
void key_paste_text(Str raw, StrBuf *out);

#endif
