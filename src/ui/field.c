#include "ui/field.h"

#include "base/unicode.h"
#include "base/utf8.h"
#include "text/motion.h"

void field_deinit(Field *f)
{
    strbuf_deinit(&f->text);
    *f = (Field){0};
}

Str field_view(const Field *f)
{
    return strbuf_view(&f->text);
}

void field_set(Field *f, Str text)
{
    strbuf_clear(&f->text);
    f->caret = 0;
    field_insert(f, text);
}

void field_insert(Field *f, Str text)
{
    StrBuf clean = {0};

    key_paste_text(text, &clean);
    for (size_t i = 0; i < clean.len; i++)
        if (clean.ptr[i] == '\n' || clean.ptr[i] == '\t')
            clean.ptr[i] = ' ';
    strbuf_splice(&f->text, (Range){f->caret, f->caret}, strbuf_view(&clean));
    f->caret += clean.len;
    strbuf_deinit(&clean);
}

static void erase(Field *f, size_t from, size_t to)
{
    strbuf_splice(&f->text, (Range){from, to}, (Str){0});
    f->caret = from;
}

static bool control_key(Field *f, uint32_t letter)
{
    switch (letter) {
    case 'a':
        f->caret = 0;
        return true;
    case 'e':
        f->caret = f->text.len;
        return true;
    case 'w':
        erase(f, motion_word_left(field_view(f), f->caret), f->caret);
        return true;
    case 'k':
        erase(f, 0, f->text.len);
        return true;
    default:
        return false;
    }
}

static bool char_key(Field *f, const Key *key)
{
    if (key->mods & MOD_CTRL)
        return control_key(f, key->cp);
    if (key->mods & MOD_ALT)
        return false;
    char bytes[UTF8_MAX];
    field_insert(f, (Str){bytes, utf8_write(key->cp, bytes)});
    return true;
}

static bool types(const Key *key)
{
    return key->code == KEYCODE_PASTE ||
           (key->code == KEYCODE_CHAR && !(key->mods & (MOD_CTRL | MOD_ALT)));
}

bool field_key(Field *f, const Key *key)
{
    if (f->fresh && types(key))
        erase(f, 0, f->text.len);
    f->fresh = false;
    Str text = field_view(f);

    switch (key->code) {
    case KEYCODE_CHAR:
        return char_key(f, key);
    case KEYCODE_PASTE:
        field_insert(f, key->paste);
        return true;
    case KEYCODE_BACKSPACE:
        if (f->caret > 0)
            erase(f, motion_backspace(text, f->caret), f->caret);
        return true;
    case KEYCODE_DELETE:
        if (f->caret < text.len)
            erase(f, f->caret, motion_right(text, f->caret));
        return true;
    case KEYCODE_LEFT:
        f->caret = key->mods & MOD_CTRL ? motion_word_left(text, f->caret)
                                        : motion_left(text, f->caret);
        return true;
    case KEYCODE_RIGHT:
        f->caret = key->mods & MOD_CTRL ? motion_word_right(text, f->caret)
                                        : motion_right(text, f->caret);
        return true;
    case KEYCODE_HOME:
        f->caret = 0;
        return true;
    case KEYCODE_END:
        f->caret = text.len;
        return true;
    default:
        return false;
    }
}

void field_draw(const Field *f, Screen *s, int row, int col, int cells, bool focus)
{
    Str text = field_view(f);
    size_t from = 0;

    screen_fill(s, row, col, cells, STYLE_TEXT, ' ');
    while (from < f->caret &&
           unicode_width(str_slice(text, from, f->caret)) > cells - 1)
        from = grapheme_next(text, from);
    Str shown = unicode_fit(str_slice(text, from, text.len), cells);
    screen_put(s, row, col, cells, focus ? STYLE_BOLD : STYLE_TEXT, shown);
    if (focus)
        screen_cursor(s, row, col + unicode_width(str_slice(text, from, f->caret)));
}
