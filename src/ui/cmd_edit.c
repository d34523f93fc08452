#include "base/message.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "doc/mark.h"
#include "text/motion.h"
#include "ui/ask.h"
#include "ui/cmd.h"
#include "ui/derive.h"
#include "ui/layout.h"
#include "ui/removal.h"
#include "ui/smart_quote.h"

enum { WIDE_COLS = 110, WIDE_ROWS = 20, WRITE_BELOW = 2 /* rule and checks */ };

bool editor_wide(const Model *m)
{
    return m->cols >= WIDE_COLS && m->rows >= WIDE_ROWS && !m->projector;
}

int editor_text_width(const Model *m)
{
    int cols = m->cols - (editor_wide(m) ? PANE_LEFT + PANE_RIGHT : 0);
    int width = cols - GUTTER - 1; /* one cell stays blank for an input method */

    int most = m->projector ? PROJECTOR_TEXT : m->text_most;

    if (most > 0 && width > most)
        width = most;
    return width < 2 ? 2 : width;
}

/* Rows for the text: without title, guide and rules above, findings, status and
 * hints below. Small windows keep title, status and one row of hints. */
int editor_text_height(const Model *m)
{
    int height = m->rows - (m->rows < 16 ? 4 : 6 + m->hint_rows);
    int left = height + WRITE_BELOW - ask_rows(m);

    /* The box of a question lies over the rows below the text, and takes some of it. */
    if (left < height)
        height = left;
    return height < 1 ? 1 : height;
}

TextArea editor_area(const Model *m)
{
    TextArea a = {.top = m->rows < 16 ? 1 : 3,
                  .rows = editor_text_height(m),
                  .left = GUTTER,
                  .width = editor_text_width(m)};

    if (editor_wide(m)) {
        int middle = m->cols - PANE_LEFT - PANE_RIGHT;
        a.left = PANE_LEFT + GUTTER + (middle - GUTTER - 1 - a.width) / 2;
    }
    if (m->projector && m->cols > a.width + 2 * GUTTER)
        a.left = (m->cols - a.width) / 2;
    return a;
}

void editor_replace(Editor *ed, Range r, Str s)
{
    size_t old = r.end - r.start;

    text_replace(ed->text, r, s);
    if (ed->edit_shift == 0 || r.start < ed->edit_at)
        ed->edit_at = r.start;
    ed->edit_shift += (long)s.len - (long)old;
    ed->caret = r.start + s.len;
    ed->anchor = NO_INDEX;
    ed->marking = false;
    ed->goal = -1;
}

void editor_take_out(Editor *ed, Range r, Str s)
{
    Arena arena = {0};
    const Range *pieces = NULL;
    size_t count = removal_pieces(ed, r, s.len > 0, &arena, &pieces);
    Range first = count > 0 ? pieces[0] : (Range){r.start, r.start};

    if (count > 1)
        text_group_begin(ed->text);
    for (size_t i = count; i-- > 1;)
        editor_replace(ed, pieces[i], (Str){0});
    editor_replace(ed, first, s);
    if (count > 1)
        text_group_end(ed->text);
    arena_deinit(&arena);
}

static bool at_answer_mark(Str text, size_t caret)
{
    size_t line = motion_line_start(text, caret);
    Str before = str_slice(text, line, caret);

    return before.len > 0 && mark_answer(before) == before.len;
}

/* Conjoining jamo and combining marks join the character before the caret, so
 * that what an input method sends in pieces is one syllable. */
static void compose_before_caret(Editor *ed)
{
    Str text = text_view(ed->text);
    size_t start = grapheme_before(text, ed->caret);
    Str grapheme = str_slice(text, start, ed->caret);

    if (unicode_is_nfc(grapheme))
        return;
    StrBuf composed = {0};
    unicode_nfc(grapheme, &composed);
    editor_replace(ed, (Range){start, ed->caret}, strbuf_view(&composed));
    strbuf_deinit(&composed);
}

void editor_insert(Model *m, Str s)
{
    Editor *ed = &m->ed;
    Range r = editor_selection(ed);

    if (r.start == r.end && s.len > 0 && s.ptr[0] != ' ' && s.ptr[0] != '\n' &&
        at_answer_mark(text_view(ed->text), r.start))
        editor_replace(ed, r, STR(" "));
    editor_take_out(ed, editor_selection(ed), s);
    if (s.len > 1)
        compose_before_caret(ed);
}

void editor_move(Editor *ed, size_t to, bool select)
{
    bool forward = to >= ed->caret;

    if ((select || ed->marking) && ed->anchor == NO_INDEX)
        ed->anchor = ed->caret;
    if (!select && !ed->marking)
        ed->anchor = NO_INDEX;
    ed->caret = layout_visible(ed, to, forward);
    ed->goal = -1;
    text_seal(ed->text);
}

static void move_rows(Model *m, int rows, bool select)
{
    Editor *ed = &m->ed;
    int width = editor_text_width(m);
    int col = 0;
    RowPos pos = layout_find(ed, width, ed->caret, &col);
    int goal = ed->goal >= 0 ? ed->goal : col;

    int made = layout_step(ed, width, &pos, rows);
    size_t to = layout_offset(ed, width, pos, goal);
    if (made == 0 && rows == -1)
        to = pos.line;
    if (made == 0 && rows == 1)
        to = layout_line_range(ed, pos.line).end;
    editor_move(ed, to, select);
    ed->goal = goal;
}

/* Home and End go by the row one sees. */
static void move_row_end(Model *m, bool end, bool select)
{
    Editor *ed = &m->ed;
    int width = editor_text_width(m);
    int col = 0;
    RowPos pos = layout_find(ed, width, ed->caret, &col);

    editor_move(ed, layout_offset(ed, width, pos, end ? width + 1 : 0), select);
}

static bool motion_key(Model *m, const Key *key)
{
    Editor *ed = &m->ed;
    Str text = text_view(ed->text);
    bool select = key->mods & MOD_SHIFT;
    bool far = key->mods & MOD_CTRL;
    Range selection = editor_selection(ed);
    bool collapse = !select && !ed->marking && selection.start < selection.end;

    switch (key->code) {
    case KEYCODE_LEFT:
        editor_move(ed,
                    collapse ? selection.start
                    : far    ? motion_word_left(text, ed->caret)
                             : motion_left(text, ed->caret),
                    select);
        return true;
    case KEYCODE_RIGHT:
        editor_move(ed,
                    collapse ? selection.end
                    : far    ? motion_word_right(text, ed->caret)
                             : motion_right(text, ed->caret),
                    select);
        return true;
    case KEYCODE_UP:
        move_rows(m, -1, select);
        return true;
    case KEYCODE_DOWN:
        move_rows(m, 1, select);
        return true;
    case KEYCODE_PAGE_UP:
        move_rows(m, -(editor_text_height(m) - 1), select);
        return true;
    case KEYCODE_PAGE_DOWN:
        move_rows(m, editor_text_height(m) - 1, select);
        return true;
    case KEYCODE_HOME:
        if (far)
            editor_move(ed, layout_first_line(ed), select);
        else
            move_row_end(m, false, select);
        return true;
    case KEYCODE_END:
        if (far)
            editor_move(ed, text.len, select);
        else
            move_row_end(m, true, select);
        return true;
    default:
        return false;
    }
}

/* Is there a hidden line of marks right before or behind this place? Deleting
 * over it would take a section's identity away unseen. */
static bool guarded(const Editor *ed, size_t from, size_t to)
{
    size_t line = layout_line_of(ed, from);

    while (line < to) {
        if (layout_hidden(ed, line))
            return true;
        size_t end = layout_line_range(ed, line).end;
        size_t next = motion_right(text_view(ed->text), end);
        if (next <= line || next > to)
            return false;
        line = next;
    }
    return line == to && line < text_len(ed->text) && layout_hidden(ed, line);
}

static void erase(Model *m, size_t from, size_t to)
{
    Editor *ed = &m->ed;
    Range selection = editor_selection(ed);

    if (selection.start < selection.end) {
        editor_take_out(ed, removal_widen(ed, selection), (Str){0});
        return;
    }
    if (from == to)
        return;
    if (guarded(ed, from, to)) {
        model_say(m, _("A section begins or ends here. Nothing was deleted."));
        return;
    }
    editor_replace(ed, (Range){from, to}, (Str){0});
}

/* Is the caret at the end of a heading whose mark is hidden in the next line? The
 * mark of a question stands above it, and belongs to nothing before it. */
static bool before_own_mark(const Editor *ed)
{
    Str text = text_view(ed->text);
    size_t end = motion_line_end(text, ed->caret);
    size_t next = end < text.len ? motion_right(text, end) : end;

    return ed->caret == end && next > end &&
           layout_hidden_mark(ed, next, STR("prfaq-id:"));
}

/* Enter behind a heading goes on below the hidden mark that belongs to it. */
static void new_line(Model *m)
{
    Editor *ed = &m->ed;
    Str text = text_view(ed->text);
    Range r = editor_selection(ed);
    Str line_break = editor_line_break(text, r.start);
    size_t line = layout_line_of(ed, ed->caret);

    if (r.start == r.end && editor_continue_list(m, line_break))
        return;
    if (r.start < r.end || !before_own_mark(ed))
        editor_insert(m, line_break);
    else if (layout_next_line(ed, &line))
        editor_move(ed, line, false);
    else
        editor_replace(ed, (Range){text.len, text.len}, line_break);
}

static bool word_motion(Model *m, const Key *key)
{
    Str text = text_view(m->ed.text);

    /* Option and an arrow on a Mac send Esc b and Esc f. */
    if (!(key->mods & MOD_ALT) || key->code != KEYCODE_CHAR)
        return false;
    if (key->cp == 'b')
        editor_move(&m->ed, motion_word_left(text, m->ed.caret), false);
    else if (key->cp == 'f')
        editor_move(&m->ed, motion_word_right(text, m->ed.caret), false);
    else if (key->cp == 'd')
        erase(m, m->ed.caret, motion_word_right(text, m->ed.caret));
    else
        return false;
    return true;
}

static void delete_key(Model *m, const Key *key)
{
    Str text = text_view(m->ed.text);
    size_t caret = m->ed.caret;

    if (caret < text.len)
        erase(m, caret,
              key->mods & MOD_CTRL ? motion_word_right(text, caret)
                                   : motion_right(text, caret));
    else
        erase(m, caret, caret);
}

static void backspace_key(Model *m, const Key *key)
{
    Str text = text_view(m->ed.text);
    size_t caret = m->ed.caret;

    if (key->mods & (MOD_ALT | MOD_CTRL))
        erase(m, motion_word_left(text, caret), caret);
    else
        erase(m, caret > 0 ? motion_backspace(text, caret) : 0, caret);
}

/* A quotation mark as the language has it, where the person wants it so. */
static bool type_quote(Model *m, uint32_t cp)
{
    const Editor *ed = &m->ed;
    size_t start = editor_selection(ed).start, line = layout_line_of(ed, start);

    if (!m->smart_quotes || (cp != '"' && cp != '\'') || !ed->derived.valid ||
        derived_source(ed, start) < ed->derived.doc.start || editor_in_code(ed, start))
        return false;
    Str quote = smart_quote(str_range(text_view(ed->text), layout_line_range(ed, line)),
                            start - line, (char)cp, ed->derived.doc.lang);
    if (quote.len > 0)
        editor_insert(m, quote);
    return quote.len > 0;
}

bool editor_key(Model *m, const Key *key)
{
    if (motion_key(m, key) || word_motion(m, key))
        return true;
    switch (key->code) {
    case KEYCODE_CHAR: {
        char bytes[UTF8_MAX];
        if (key->mods & (MOD_CTRL | MOD_ALT))
            return false;
        if (!type_quote(m, key->cp))
            editor_insert(m, (Str){bytes, utf8_write(key->cp, bytes)});
        return true;
    }
    case KEYCODE_ENTER:
        new_line(m);
        return true;
    case KEYCODE_BACKSPACE:
        backspace_key(m, key);
        return true;
    case KEYCODE_DELETE:
        delete_key(m, key);
        return true;
    case KEYCODE_PASTE:
        editor_paste(m, key->paste);
        return true;
    default:
        return false;
    }
}

/* Anything may have changed, unless the text is again the one that was derived. */
static void after_history(Model *m, size_t old_len, size_t pos)
{
    Editor *ed = &m->ed;
    size_t len = text_len(ed->text);
    bool as_derived = text_version(ed->text) == ed->derived.version;

    ed->caret = layout_visible(ed, pos, true);
    ed->anchor = NO_INDEX;
    ed->marking = false;
    ed->goal = -1;
    ed->edit_at = as_derived ? len : 0;
    ed->edit_shift = as_derived ? 0 : ed->edit_shift + (long)len - (long)old_len;
}

void editor_note_place(Editor *ed)
{
    ed->noted[ed->noted_count++ % NOTED_MAX] =
        (NotedPlace){text_version(ed->text), ed->caret, ed->top, ed->top_row};
}

static void go_back_to_noted(Editor *ed)
{
    for (size_t i = 0; i < NOTED_MAX && i < ed->noted_count; i++) {
        const NotedPlace *p = &ed->noted[i];
        if (p->version != text_version(ed->text))
            continue;
        ed->caret = p->caret;
        ed->top = p->top;
        ed->top_row = p->top_row;
    }
}

void cmd_undo(Model *m, Effect *out)
{
    size_t pos = 0, old_len = text_len(m->ed.text);

    (void)out;
    if (!text_undo(m->ed.text, &pos)) {
        model_say(m, _("There is nothing to undo."));
        return;
    }
    m->merged[0] = '\0'; /* who takes a merge back has not merged */
    after_history(m, old_len, pos);
    go_back_to_noted(&m->ed);
    if (m->view != VIEW_WRITE) /* one does not see it there */
        model_say(m, _("The last change of the text is taken back."));
}

void cmd_redo(Model *m, Effect *out)
{
    size_t pos = 0, old_len = text_len(m->ed.text);

    (void)out;
    if (!text_redo(m->ed.text, &pos)) {
        model_say(m, _("There is nothing to do again."));
        return;
    }
    after_history(m, old_len, pos);
    if (m->view != VIEW_WRITE)
        model_say(m, _("The change of the text is made again."));
}

void cmd_delete_word(Model *m, Effect *out)
{
    (void)out;
    erase(m, motion_word_left(text_view(m->ed.text), m->ed.caret), m->ed.caret);
}
