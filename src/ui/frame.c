#include "ui/frame.h"

#include "base/message.h"
#include "base/unicode.h"
#include "text/wrap.h"
#include "ui/keymap.h"

void draw_title(Screen *s, Str left, Str right)
{
    int right_width = unicode_width(right);
    int room = s->cols - 2 - (right.len ? right_width + 2 : 0);

    screen_fill(s, 0, 0, s->cols, STYLE_TITLE, ' ');
    screen_put_cut(s, 0, 1, room, STYLE_TITLE, left);
    if (right.len && right_width + 2 < s->cols)
        screen_put(s, 0, s->cols - right_width - 1, right_width, STYLE_TITLE, right);
}

int draw_wrapped(Screen *s, int row, int col, int rows, int cells, Style style,
                 Str text)
{
    Arena arena = {0};
    const WrapRow *lines = NULL;
    size_t count = 0;
    int used = 0;

    if (cells < 2 || rows < 1)
        return 0;
    wrap_line(text, cells, &arena, &lines, &count);
    for (size_t i = 0; i < count && used < rows; i++, used++) {
        Str line = str_range(text, lines[i].range);
        if (used + 1 == rows && i + 1 < count)
            line = str_slice(text, lines[i].range.start, text.len);
        screen_put_cut(s, row + used, col, cells, style, str_trim_end(line));
    }
    arena_deinit(&arena);
    return used;
}

int draw_hint_row(const Model *m)
{
    int rows = m->rows < 16 ? 1 : m->hint_rows;
    return m->rows - rows;
}

static void draw_hint_line(const Model *m, Screen *s, int row, const Hint *hints)
{
    int col = 1;

    screen_fill(s, row, 0, s->cols, STYLE_HINT, ' ');
    for (int i = 0; i < HINTS_A_ROW && hints[i].command != CMD_NONE; i++) {
        StrBuf key = {0};
        /* Making a workspace is only spoken of where there is none. */
        if (hints[i].command == CMD_INIT &&
            command_why_not(m, command_get(CMD_INIT)) != NULL)
            continue;
        if (keymap_key_name(m->view, hints[i].command, &key)) {
            Str label = str_from(_(hints[i].label));
            int key_width = unicode_width(strbuf_view(&key));
            int width = key_width + 1 + unicode_width(label);
            if (col + width > s->cols) {
                strbuf_deinit(&key);
                break;
            }
            screen_put(s, row, col, key_width, STYLE_KEY, strbuf_view(&key));
            screen_put(s, row, col + key_width + 1, s->cols, STYLE_HINT, label);
            col += width + 2;
        }
        strbuf_deinit(&key);
    }
}

void draw_hints(const Model *m, Screen *s)
{
    int first = draw_hint_row(m);

    for (int row = first; row < s->rows; row++)
        draw_hint_line(m, s, row, keymap_hints(m->view, row - first));
}

void draw_notice(const Model *m, Screen *s, int row, Style style, Str otherwise)
{
    if (m->notice.len > 0)
        screen_put_cut(s, row, 1, s->cols - 2,
                       m->notice_bad ? STYLE_ERROR : STYLE_NOTICE,
                       strbuf_view(&m->notice));
    else
        screen_put_cut(s, row, 1, s->cols - 2, style, otherwise);
}
