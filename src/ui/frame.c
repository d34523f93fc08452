#include "ui/frame.h"

#include "base/message.h"
#include "base/unicode.h"
#include "text/wrap.h"
#include "ui/box.h"
#include "ui/keymap.h"
#include "ui/reviewing.h"
#include "ui/workshop.h"

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

/* A hint that fits: where it stands and what it says. */
typedef struct HintPlace {
    CommandId command;
    int col, key_width, width;
    const char *label;
} HintPlace;

/* Making a workspace only where there is none, another revision where there is one. */
static bool is_spoken_of(const Model *m, CommandId id)
{
    bool sometimes = id == CMD_INIT || id == CMD_OLDER || id == CMD_NEWER ||
                     id == CMD_REVIEW_OLDER || id == CMD_REVIEW_NEWER ||
                     id == CMD_LANDED || id == CMD_ACCEPT || id == CMD_RESOLVE ||
                     id == CMD_UNDO_REVIEW || id == CMD_UNDO_RESTORE ||
                     id == CMD_RESTORE || m->view == VIEW_MEET;

    if (id == CMD_MOVE_QUESTION)
        return review_needs_place(m);
    return !sometimes || command_why_not(m, command_get(id)) == NULL;
}

/* Where it has no key, its letter in the menu. */
static bool add_letter(CommandId id, StrBuf *out)
{
    const Command *c = command_get(id);

    if (!c || !c->letter)
        return false;
    strbuf_addf(out, "Esc %c", c->letter);
    return true;
}

/* The hints of a row that fit, with their keys into `keys`, one after the other.
 *   out  room for HINTS_A_ROW */
static size_t place_hints(const Model *m, int row, HintPlace *out, StrBuf *keys)
{
    bool up = m->view == VIEW_WRITE && workshop_up(m);
    const Hint *hints = up ? keymap_hints_up(row) : keymap_hints(m->view, row);
    size_t count = 0;
    int col = 1;

    for (int i = 0; i < HINTS_A_ROW && hints[i].command != CMD_NONE; i++) {
        size_t start = keys->len;
        if (!is_spoken_of(m, hints[i].command))
            continue;
        if (!keymap_key_name(m->keys, m->view, hints[i].command, keys) &&
            !(up && add_letter(hints[i].command, keys)))
            continue;
        HintPlace place = {.command = hints[i].command, .col = col};
        place.label = _(hints[i].label);
        place.key_width = unicode_width(str_slice(strbuf_view(keys), start, keys->len));
        place.width = place.key_width + 1 + unicode_width(str_from(place.label));
        if (col + place.width > m->cols) {
            strbuf_truncate(keys, start);
            break;
        }
        strbuf_addc(keys, '\n');
        out[count++] = place;
        col += place.width + 2;
    }
    return count;
}

static void draw_hint_line(const Model *m, Screen *s, int screen_row, int row)
{
    HintPlace places[HINTS_A_ROW];
    StrBuf keys = {0};
    size_t count = place_hints(m, row, places, &keys);
    Str rest = strbuf_view(&keys), key;

    screen_fill(s, screen_row, 0, s->cols, STYLE_HINT, ' ');
    for (size_t i = 0; i < count && str_next_line(&rest, &key); i++) {
        const HintPlace *p = &places[i];
        screen_put(s, screen_row, p->col, p->key_width, STYLE_KEY, key);
        screen_put(s, screen_row, p->col + p->key_width + 1, s->cols, STYLE_HINT,
                   str_from(p->label));
    }
    strbuf_deinit(&keys);
}

void draw_hints(const Model *m, Screen *s)
{
    int first = draw_hint_row(m);

    for (int row = first; row < s->rows; row++)
        if (m->prompt.type != PROMPT_NONE)
            draw_box_hints(m, s, row, row - first);
        else
            draw_hint_line(m, s, row, row - first);
}

CommandId hint_at(const Model *m, int row, int col)
{
    HintPlace places[HINTS_A_ROW];
    StrBuf keys = {0};
    int first = draw_hint_row(m);
    CommandId found = CMD_NONE;

    if (row < first || row >= m->rows || m->prompt.type != PROMPT_NONE)
        return CMD_NONE;
    size_t count = place_hints(m, row - first, places, &keys);
    for (size_t i = 0; i < count; i++)
        if (col >= places[i].col && col < places[i].col + places[i].width)
            found = places[i].command;
    strbuf_deinit(&keys);
    return found;
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
