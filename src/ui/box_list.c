/* The boxes with a list: all commands, the sections, the kinds of a section. */
#include "ui/box.h"

#include "base/message.h"
#include "base/unicode.h"
#include "ui/command.h"
#include "ui/derive.h"
#include "ui/keymap.h"
#include "ui/prompt.h"

static void palette_row(const Model *m, Screen *s, Box b, int row, size_t id, bool here)
{
    const Command *c = command_get((CommandId)id);
    const char *why = command_why_not(m, c);
    StrBuf keys = {0}, title = {0};
    int inner = b.cols - 4;

    keymap_all_names(m->keys, m->view, c->id, &keys);
    strbuf_addz(&title, _(c->title));
    if (why)
        strbuf_addf(&title, "  (%s)", why);
    int key_width = unicode_width(strbuf_view(&keys));
    screen_put_cut(s, row, b.col + 2, inner - key_width - 1,
                   here  ? STYLE_SELECTED
                   : why ? STYLE_GUIDE
                         : STYLE_TEXT,
                   strbuf_view(&title));
    screen_put(s, row, b.col + b.cols - 2 - key_width, key_width, STYLE_KEY,
               strbuf_view(&keys));
    strbuf_deinit(&keys);
    strbuf_deinit(&title);
}

static void section_row(const Model *m, Screen *s, Box b, int row, size_t stop,
                        bool here)
{
    const Derived *d = &m->ed.derived;
    const Stop *st = &d->stops[stop];
    const Part *part = &d->doc.parts[st->part];
    StrBuf title = {0}, count = {0};
    bool empty = st->question != NO_INDEX ? !d->doc.questions[st->question].answered
                                          : part_is_empty(&d->doc, part);

    strbuf_addf(&title, "%c %s%.*s", empty ? ' ' : 'x',
                st->question != NO_INDEX ? "  Q. " : "",
                STR_ARG(prompt_stop_title(m, stop)));
    if (st->question == NO_INDEX)
        strbuf_addf(&count, "%d", derived_length(d, part));
    else
        strbuf_addz(&count, answer_shape_for_people(d->measures.answers[st->question]));
    if (st->question == NO_INDEX && part->spec && part->spec->max > 0)
        strbuf_addf(&count, "/%d", part->spec->max);
    int width = unicode_width(strbuf_view(&count));
    screen_put_cut(s, row, b.col + 2, b.cols - 5 - width,
                   here ? STYLE_SELECTED : STYLE_TEXT, strbuf_view(&title));
    screen_put(s, row, b.col + b.cols - 2 - width, width, STYLE_TEXT,
               strbuf_view(&count));
    strbuf_deinit(&title);
    strbuf_deinit(&count);
}

void draw_search_list(const Model *m, Screen *s, const char *title)
{
    size_t items[PROMPT_ITEMS_MAX];
    size_t count = prompt_items(m, items);
    Box b =
        box_make(s, s->rows > 16 ? s->rows - 4 : s->rows, s->cols > 84 ? 80 : s->cols);
    int room = b.rows - 4;
    size_t top = box_list_top(m->prompt.selected, room);
    Str label = str_from(_("Find: "));
    int label_width = unicode_width(label);

    box_open(s, b, title);
    for (int i = 0; i < room && top + (size_t)i < count; i++) {
        size_t at = top + (size_t)i;
        bool here = at == m->prompt.selected;
        if (m->prompt.type == PROMPT_SECTIONS)
            section_row(m, s, b, b.row + 3 + i, items[at], here);
        else
            palette_row(m, s, b, b.row + 3 + i, items[at], here);
    }
    if (count == 0)
        screen_put_cut(s, b.row + 3, b.col + 2, b.cols - 4, STYLE_GUIDE,
                       str_from(_("Nothing has these words. Backspace shows more.")));
    screen_put(s, b.row + 1, b.col + 2, label_width, STYLE_KEY, label);
    field_draw(&m->typed[m->prompt.type], s, b.row + 1, b.col + 2 + label_width,
               b.cols - 4 - label_width, true);
}

void draw_kinds(const Model *m, Screen *s)
{
    Box b = box_make(s, PART_KIND_COUNT + 1, 40);
    int room = b.rows - 2;
    size_t top = box_list_top(m->prompt.selected, room);

    box_open(s, b, _("Which section is it?"));
    for (int i = 0; i < room; i++) {
        size_t at = top + (size_t)i;
        const char *words = prompt_choice(PROMPT_KIND, at);
        bool here = at == m->prompt.selected;
        if (!words)
            break;
        StrBuf line = {0};
        if (at < 9)
            strbuf_addf(&line, "%zu  %s", at + 1, words);
        else
            strbuf_addf(&line, "   %s", words);
        screen_put_cut(s, b.row + 1 + i, b.col + 2, b.cols - 4,
                       here ? STYLE_SELECTED : STYLE_TEXT, strbuf_view(&line));
        if (here)
            screen_cursor(s, b.row + 1 + i, b.col + 2);
        strbuf_deinit(&line);
    }
}
