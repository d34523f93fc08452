/* The menu: a letter for each command. */
#include "ui/box.h"

#include "base/message.h"
#include "base/unicode.h"
#include "ui/command.h"
#include "ui/frame.h"
#include "ui/keymap.h"
#include "ui/prompt.h"

static void menu_cell(const Model *m, Screen *s, int row, int col, int cells,
                      const Command *c, bool here)
{
    StrBuf key = {0}, letter = {0};
    bool off = command_why_not(m, c) != NULL;

    if (!keymap_key_name(m->keys, m->view, c->id, &key))
        strbuf_clear(&key);
    strbuf_addf(&letter, "%c", c->letter == ' ' ? '_' : c->letter);
    int key_width = unicode_width(strbuf_view(&key));
    if (unicode_width(str_from(_(c->title))) + key_width + 4 > cells) {
        strbuf_clear(&key); /* the words matter more */
        key_width = 0;
    }
    screen_put(s, row, col, 1, STYLE_KEY, strbuf_view(&letter));
    screen_put_cut(s, row, col + 3, cells - 3 - (key_width > 0 ? key_width + 1 : 0),
                   here  ? STYLE_SELECTED
                   : off ? STYLE_GUIDE
                         : STYLE_TEXT,
                   str_from(_(c->title)));
    screen_put(s, row, col + cells - key_width, key_width, STYLE_HINT,
               strbuf_view(&key));
    if (here)
        screen_cursor(s, row, col + 3);
    strbuf_deinit(&key);
    strbuf_deinit(&letter);
}

void draw_menu(const Model *m, Screen *s)
{
    size_t items[PROMPT_ITEMS_MAX];
    size_t count = prompt_items(m, items);
    int most = draw_hint_row(m) - (s->rows > 16 ? 2 : 0); /* the hints stay in sight */
    bool tall = (int)(count + 1) / 2 + 5 > most;
    int columns = s->cols < 76 ? 1 : tall ? 3 : 2;
    int per_column = ((int)count + columns - 1) / columns;
    bool roomy = per_column + 5 <= most;
    int rows = per_column + (roomy ? 5 : 2);
    Box b = box_make(s, rows < most ? rows : most, columns == 3 ? 110 : 78);
    int cells = (b.cols - 4 - (columns - 1) * 2) / columns;
    int room = roomy ? per_column : b.rows - 2;
    int top = (int)box_list_top(m->prompt.selected % (size_t)per_column, room);

    box_open(s, b, _("Menu (Esc closes)"));
    for (size_t i = 0; i < count; i++) {
        int column = (int)i / per_column, row = (int)i % per_column - top;
        if (row >= 0 && row < room)
            menu_cell(m, s, b.row + 1 + row, b.col + 2 + column * (cells + 2), cells,
                      command_get((CommandId)items[i]), i == m->prompt.selected);
    }
    if (!roomy)
        return;
    draw_wrapped(
        s, b.row + b.rows - 3, b.col + 2, 2, b.cols - 4, STYLE_GUIDE,
        str_from(_("Press the letter, or move with the arrows and press Enter. / "
                   "searches all commands. Alt and the letter does the same "
                   "without this menu.")));
}
