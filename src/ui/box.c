/* The boxes over a screen. */
#include "base/message.h"
#include "base/unicode.h"
#include "ui/checks.h"
#include "ui/command.h"
#include "ui/derive.h"
#include "ui/frame.h"
#include "ui/keymap.h"
#include "ui/panes.h"
#include "ui/prompt.h"
#include "ui/spelling.h"

typedef struct Box {
    int row, col, rows, cols; /* with the frame */
} Box;

static Box box_make(const Screen *s, int rows, int cols)
{
    Box b = {.rows = rows, .cols = cols};

    if (b.cols > s->cols)
        b.cols = s->cols;
    if (b.rows > s->rows - 1)
        b.rows = s->rows - 1;
    b.col = (s->cols - b.cols) / 2;
    b.row = s->rows > 16 ? 2 : 0;
    if (b.row + b.rows > s->rows)
        b.row = s->rows - b.rows;
    return b;
}

static void box_open(Screen *s, Box b, const char *title)
{
    for (int i = 0; i < b.rows; i++)
        screen_fill(s, b.row + i, b.col, b.cols, STYLE_TEXT, ' ');
    screen_box(s, b.row, b.col, b.rows, b.cols, str_from(title));
}

/* Rows that fit, scrolled so that the selected one shows. */
static size_t list_top(size_t selected, int room)
{
    return selected >= (size_t)room ? selected - (size_t)room + 1 : 0;
}

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

static void draw_search_list(const Model *m, Screen *s, const char *title)
{
    size_t items[PROMPT_ITEMS_MAX];
    size_t count = prompt_items(m, items);
    Box b =
        box_make(s, s->rows > 16 ? s->rows - 4 : s->rows, s->cols > 84 ? 80 : s->cols);
    int room = b.rows - 4;
    size_t top = list_top(m->prompt.selected, room);
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
    screen_put_cut(s, row, col + 3, cells - 4 - key_width,
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

static void draw_menu(const Model *m, Screen *s)
{
    size_t items[PROMPT_ITEMS_MAX];
    size_t count = prompt_items(m, items);
    bool tall = (int)count / 2 + 6 > s->rows;
    int columns = s->cols < 76 ? 1 : tall ? 3 : 2;
    int per_column = ((int)count + columns - 1) / columns;
    Box b = box_make(s, per_column + 5, columns == 3 ? 110 : 78);
    int cells = (b.cols - 4 - (columns - 1) * 2) / columns;
    bool roomy = b.rows == per_column + 5;
    int room = roomy ? per_column : b.rows - 2;
    int top = (int)list_top(m->prompt.selected % (size_t)per_column, room);

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

static void draw_choices(const Model *m, Screen *s, const char *title, const char *text)
{
    enum { CHOICES_ROWS = 10, FEW = 3, TEXT_ROWS = 3 };
    int count = 0;

    while (prompt_choice(m->prompt.type, (size_t)count))
        count++;
    int wanted = CHOICES_ROWS + (count > FEW ? count - FEW : 0);
    Box b = box_make(s, wanted, 70);
    bool roomy = b.rows == wanted;
    box_open(s, b, title);
    int used =
        draw_wrapped(s, b.row + 1, b.col + 2, roomy ? TEXT_ROWS : b.rows - 2 - count,
                     b.cols - 4, STYLE_TEXT, str_from(text));
    int row = b.row + 1 + used + roomy;
    for (size_t i = 0; prompt_choice(m->prompt.type, i); i++, row++) {
        StrBuf line = {0};
        bool here = i == m->prompt.selected;
        strbuf_addf(&line, "%zu  %s", i + 1, prompt_choice(m->prompt.type, i));
        screen_put_cut(s, row, b.col + 2, b.cols - 4,
                       here ? STYLE_SELECTED : STYLE_TEXT, strbuf_view(&line));
        if (here)
            screen_cursor(s, row, b.col + 2);
        strbuf_deinit(&line);
    }
    if (!roomy)
        return;
    screen_put_cut(
        s, b.row + b.rows - 2, b.col + 2, b.cols - 4, STYLE_GUIDE,
        str_from(_("Enter or the number chooses. Esc goes back to the text.")));
}

static void draw_kinds(const Model *m, Screen *s)
{
    Box b = box_make(s, PART_KIND_COUNT + 1, 40);
    int room = b.rows - 2;
    size_t top = list_top(m->prompt.selected, room);

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

static void draw_field_box(const Model *m, Screen *s, const char *title,
                           const char *text)
{
    Box b = box_make(s, 8, 70);
    int row = b.row + b.rows - 3;

    box_open(s, b, title);
    draw_wrapped(s, b.row + 1, b.col + 2, b.rows < 8 ? b.rows - 4 : 3, b.cols - 4,
                 STYLE_TEXT, str_from(text));
    screen_put(s, row, b.col + 2, 1, STYLE_KEY, STR(">"));
    field_draw(&m->typed[m->prompt.type], s, row, b.col + 4, b.cols - 6, true);
    screen_put_cut(
        s, b.row + b.rows - 2, b.col + 2, b.cols - 4, STYLE_GUIDE,
        str_from(_("Enter goes on. Esc puts it aside; what you typed is kept.")));
}

/* Why a check is silenced; an empty reason is refused in the place of the help. */
static void draw_silence(const Model *m, Screen *s)
{
    size_t at = checks_current(m);
    StrBuf text = {0};

    if (at != NO_INDEX)
        message_addf(&text,
                     _("%.*s. Why is it right as it is? The reason stands in the "
                       "text as a hidden comment, for whoever asks later."),
                     STR_ARG(m->ed.derived.findings.items[at].message));
    draw_field_box(m, s, _("Silence with a reason"),
                   m->notice.len > 0 ? strbuf_cstr(&m->notice) : strbuf_cstr(&text));
    strbuf_deinit(&text);
}

static void who_row(const Model *m, Screen *s, Box b, int row, size_t i)
{
    bool here = i == m->prompt.selected;
    StrBuf line = {0};

    if (i < m->person_count)
        strbuf_addf(&line, "%zu  [%c] %.*s%s", i + 1, m->people[i].here ? 'x' : ' ',
                    STR_ARG(m->people[i].name),
                    m->people[i].typing ? _(", typing now") : "");
    else
        strbuf_addf(&line, "%zu  %s", i + 1, _("Someone else ..."));
    screen_put_cut(s, row, b.col + 2, b.cols - 4, here ? STYLE_SELECTED : STYLE_TEXT,
                   strbuf_view(&line));
    if (here)
        screen_cursor(s, row, b.col + 2);
    strbuf_deinit(&line);
}

/* What happens when somebody is chosen; a small window has one row for it. */
static void who_help(const Model *m, Screen *s, Box b, bool roomy)
{
    const char *help = _("Number or Enter switches. Space ticks who is in the room and "
                         "credited on revisions. Esc keeps it as it is.");
    bool saves = editor_unsaved(&m->ed) && m->ed.tracked && m->view == VIEW_WRITE &&
                 m->who.len > 0;
    int rows = roomy ? 2 : 1;
    StrBuf line = {0};

    if (saves)
        message_addf(&line, _("Words not yet a revision are saved first, signed %s."),
                     strbuf_cstr(&m->who));
    draw_wrapped(s, b.row + b.rows - (roomy ? 5 : 2), b.col + 2, rows, b.cols - 4,
                 STYLE_TEXT, strbuf_view(&line));
    if (roomy || !saves)
        draw_wrapped(s, b.row + b.rows - 1 - rows, b.col + 2, rows, b.cols - 4,
                     STYLE_GUIDE, str_from(help));
    strbuf_deinit(&line);
}

static void draw_who(const Model *m, Screen *s)
{
    enum { WHO_LEAST = 12 };
    int wanted = (int)m->person_count + 9;
    Box b = box_make(s, wanted, 64);
    bool roomy = b.rows >= WHO_LEAST || b.rows == wanted;
    int room = b.rows - (roomy ? 7 : 3);
    size_t top = list_top(m->prompt.selected, room);

    box_open(s, b, _("Who types next?"));
    for (int i = 0; i < room && top + (size_t)i < m->person_count + 1; i++)
        who_row(m, s, b, b.row + 1 + i, top + (size_t)i);
    who_help(m, s, b, roomy);
}

static void new_row(const Model *m, Screen *s, Box b, int row, size_t i,
                    const char *label, Str value)
{
    enum { LABEL_WIDE = 14 };
    bool here = m->prompt.selected == i;
    int col = b.col + 4 + LABEL_WIDE, cells = b.cols - 6 - LABEL_WIDE;

    screen_put(s, row, b.col + 2, 1, STYLE_KEY, here ? STR(">") : STR(" "));
    screen_put_cut(s, row, b.col + 4, LABEL_WIDE - 1, here ? STYLE_BOLD : STYLE_TEXT,
                   str_from(label));
    if (i >= 2) {
        field_draw(&m->prompt.fields[i - 2], s, row, col, cells, here);
        return;
    }
    StrBuf shown = {0};
    strbuf_addf(&shown, "< %.*s >", STR_ARG(value));
    screen_put_cut(s, row, col, cells, here ? STYLE_SELECTED : STYLE_TEXT,
                   strbuf_view(&shown));
    if (here)
        screen_cursor(s, row, col);
    strbuf_deinit(&shown);
}

static const char *new_help(size_t selected)
{
    switch (selected) {
    case 0:
    case 1:
        return _("Left and right choose.");
    case 2:
    case 3:
    case 4:
    case 5:
        return prompt_field_help(selected);
    default:
        return _("Enter makes the document. The first ^S saves revision 1.");
    }
}

static void draw_new(const Model *m, Screen *s)
{
    enum { NEW_ROWS = 13, FIELD_ROWS = 2 + NEW_FIELDS };
    const Template *t = prompt_template(m, m->prompt.template_at, m->prompt.lang);
    const char *const labels[] = {_("Template"), _("Language"), _("Name"),
                                  _("Title"),    _("Customer"), _("Product")};
    Str values[FIELD_ROWS] = {0};
    Box b = box_make(s, NEW_ROWS, 74);
    bool roomy = b.rows == NEW_ROWS, start = m->prompt.selected == FIELD_ROWS;
    int room = roomy ? FIELD_ROWS + 2 : b.rows - 3;
    int top = roomy ? 0 : (int)list_top(m->prompt.selected, room);

    values[0] = t ? t->name : (Str){0};
    values[1] = m->prompt.lang == LANG_KO ? STR("한국어") : STR("English");
    box_open(s, b, _("New document"));
    for (int i = top; i < FIELD_ROWS && i < top + room; i++)
        new_row(m, s, b, b.row + 1 + i - top, (size_t)i, labels[i], values[i]);
    int last = FIELD_ROWS + roomy - top;
    if (last < room)
        screen_put_cut(s, b.row + 1 + last, b.col + 4, b.cols - 8,
                       start ? STYLE_SELECTED : STYLE_BOLD,
                       str_from(_("Start writing")));
    if (start)
        screen_cursor(s, b.row + 1 + last, b.col + 4);
    draw_wrapped(s, b.row + b.rows - (roomy ? 3 : 2), b.col + 2, roomy ? 2 : 1,
                 b.cols - 4, m->notice.len ? STYLE_NOTICE : STYLE_GUIDE,
                 m->notice.len ? strbuf_view(&m->notice)
                               : str_from(new_help(m->prompt.selected)));
}

static void draw_held(const Model *m, Screen *s)
{
    StrBuf text = {0};

    if (m->prompt.type == PROMPT_HELD)
        message_addf(&text, _("%s. Two people cannot write in it at once."),
                     strbuf_cstr(&m->ed.holder));
    else
        strbuf_addz(&text,
                    _("Somebody has taken this document over, so the file is not "
                      "written here any more."));
    draw_choices(m, s, _("The document is open elsewhere"), strbuf_cstr(&text));
    strbuf_deinit(&text);
}

static void draw_elsewhere(const Model *m, Screen *s)
{
    draw_field_box(m, s, _("Write a copy to another place"),
                   m->notice.len > 0
                       ? strbuf_cstr(&m->notice)
                       : _("Where to? A file that is there already is left alone. The "
                           "document stays open as it is."));
}

void draw_box(const Model *m, Screen *s)
{
    switch (m->prompt.type) {
    case PROMPT_MENU:
        draw_menu(m, s);
        break;
    case PROMPT_PALETTE:
        draw_search_list(m, s, _("All commands"));
        break;
    case PROMPT_SECTIONS:
        draw_search_list(m, s, _("Sections"));
        break;
    case PROMPT_NOTE:
        draw_field_box(m, s, _("Save with a note"),
                       _("What would you tell a colleague about this revision?"));
        break;
    case PROMPT_LINE:
        draw_field_box(m, s, _("Go to line"),
                       m->notice.len > 0 ? strbuf_cstr(&m->notice)
                                         : _("The number of a line, as the last row "
                                             "has it behind Ln."));
        break;
    case PROMPT_NAME:
        draw_field_box(m, s, _("Who are you?"),
                       _("Your name signs the revisions you save. It is kept in this "
                         "workspace's list of people; other settings of this computer "
                         "are left alone."));
        break;
    case PROMPT_CHECK:
        draw_check_box(m, s);
        break;
    case PROMPT_SPELL:
        draw_spelling(m, s);
        break;
    case PROMPT_SILENCE:
        draw_silence(m, s);
        break;
    case PROMPT_WHO:
        draw_who(m, s);
        break;
    case PROMPT_NEW:
        draw_new(m, s);
        break;
    case PROMPT_CLOSE:
        draw_choices(m, s, _("Close the document"),
                     _("Some words are not yet a revision."));
        break;
    case PROMPT_CLOSE_FILE:
        draw_choices(m, s, _("Close the document"),
                     _("Some words are not in the file yet."));
        break;
    case PROMPT_OUTSIDE:
        draw_choices(m, s, _("The file changed outside"),
                     _("Someone or some program changed the file since it was read "
                       "here. Nothing was written over it."));
        break;
    case PROMPT_GONE:
        draw_choices(m, s, _("The file is no longer there"),
                     _("It was deleted or moved since it was read here, or another "
                       "branch was taken. Your words are kept."));
        break;
    case PROMPT_FAILED:
        draw_choices(m, s, _("The document is not saved"),
                     strbuf_cstr(&m->ed.unwritable.reason));
        break;
    case PROMPT_ELSEWHERE:
        draw_elsewhere(m, s);
        break;
    case PROMPT_OWN:
        draw_field_box(m, s, _("Write it yourself"),
                       _("These words take the place of both. Enter takes them."));
        break;
    case PROMPT_EXPORT:
        draw_choices(m, s, _("Export"), _("The file is written beside the document."));
        break;
    case PROMPT_HELD:
    case PROMPT_LOST:
        draw_held(m, s);
        break;
    case PROMPT_KIND:
        draw_kinds(m, s);
        break;
    default:
        break;
    }
}
