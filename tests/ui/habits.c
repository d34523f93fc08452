#include "habits.h"

#include <string.h>

#include "base/unicode.h"
#include "base/utf8.h"
#include "ui/cmd.h"
#include "ui/draw.h"
#include "ui/meet_view.h"
#include "ui/update.h"

/* The field that is typed into; NULL: none. */
static const Field *field_of(const Model *m)
{
    if (m->view == VIEW_MEET && m->prompt.type == PROMPT_NONE)
        return meet_view_types(m) ? &m->meet->field : NULL;
    switch (m->prompt.type) {
    case PROMPT_PALETTE:
    case PROMPT_SECTIONS:
    case PROMPT_FIND:
    case PROMPT_REPLACE:
    case PROMPT_WITH:
    case PROMPT_SEARCH:
    case PROMPT_LINE:
    case PROMPT_REVISION:
    case PROMPT_NOTE:
    case PROMPT_NAME:
    case PROMPT_ELSEWHERE:
    case PROMPT_OWN:
    case PROMPT_MERGE:
    case PROMPT_GOAL:
    case PROMPT_INTERVIEW:
    case PROMPT_SILENCE:
    case PROMPT_READY:
    case PROMPT_CLOSING:
    case PROMPT_CARD_ANSWER:
    case PROMPT_FIVE:
    case PROMPT_EXERCISE:
    case PROMPT_CARD_SKIP:
    case PROMPT_FILTER:
        return &m->typed[m->prompt.type];
    case PROMPT_NEW:
        return m->prompt.selected >= 2 && m->prompt.selected < 2 + NEW_FIELDS
                   ? &m->prompt.fields[m->prompt.selected - 2]
                   : NULL;
    default:
        return NULL;
    }
}

static bool is_small(const Screen *s)
{
    return s->rows < SCREEN_MIN_ROWS || s->cols < SCREEN_MIN_COLS;
}

static bool is_selected(const Screen *s, int row)
{
    for (int col = 0; col < s->cols; col++)
        if (screen_cell(s, row, col)->style == STYLE_SELECTED)
            return true;
    return false;
}

/* Does the cell show what stands there in the text? Only what is drawn as it is. */
static bool shows(const Screen *s, int row, int col, Str grapheme)
{
    uint32_t cp, drawn;

    if (col > 0 && screen_cell(s, row, col)->width == 0)
        col--;
    const Cell *cell = screen_cell(s, row, col);
    utf8_decode(grapheme, 0, &cp);
    if (!unicode_is_letter(cp) && !unicode_is_digit(cp))
        return true;
    if (cell->len == 0)
        return false;
    utf8_decode((Str){cell->text, cell->len}, 0, &drawn);
    return drawn == cp || (cp >= 0x1100 && cp <= 0x11FF);
}

static const char *beside(const Screen *s, Str text, size_t caret)
{
    int row = s->cursor_row, col = s->cursor_col;

    if (caret < text.len && text.ptr[caret] != '\n' && text.ptr[caret] != '\r')
        return shows(s, row, col, str_slice(text, caret, grapheme_next(text, caret)))
                   ? NULL
                   : "the cursor is not at the caret";
    if (caret == 0 || text.ptr[caret - 1] == '\n')
        return NULL;
    size_t before = grapheme_before(text, caret);
    return col > 0 && shows(s, row, col - 1, str_slice(text, before, caret))
               ? NULL
               : "the cursor is not behind the caret";
}

/* Lists mark the row one is in by ">", too, within their first columns. */
static bool is_marked(const Screen *s, int row, int cols)
{
    for (int col = 0; col < cols; col++)
        if (screen_cell(s, row, col)->text[0] == '>')
            return true;
    return false;
}

static const char *in_list(const Model *m, const Screen *s)
{
    bool list = m->view == VIEW_HOME || m->view == VIEW_HISTORY ||
                m->view == VIEW_CHECKS || m->view == VIEW_ADOPT ||
                m->view == VIEW_SPLIT || m->view == VIEW_RECOVER ||
                m->view == VIEW_QUESTIONS;

    if (m->prompt.type == PROMPT_NONE && list) {
        for (int row = 1; row < s->rows; row++)
            if (is_marked(s, row, 4) && !is_marked(s, s->cursor_row, s->cols))
                return "the cursor is not on the row that is marked";
    }
    for (int row = 0; row < s->rows; row++)
        if (is_selected(s, row) && !is_selected(s, s->cursor_row))
            return "the cursor is not on the row that is selected";
    return NULL;
}

const char *habit_cursor(const Model *m, const Screen *s)
{
    const Field *field = field_of(m);
    const Editor *ed = &m->ed;

    if (is_small(s))
        return NULL;
    if (s->cursor_row < 0 || s->cursor_row >= s->rows || s->cursor_col < 0 ||
        s->cursor_col >= s->cols)
        return "the cursor is outside";
    if (screen_cell(s, s->cursor_row, s->cursor_col)->width == 0)
        return "the cursor is on half a character";
    if (field)
        return beside(s, field_view(field), field->caret);
    if (m->prompt.type != PROMPT_NONE && m->view == VIEW_WRITE &&
        (m->prompt.type == PROMPT_CHECK || m->prompt.type == PROMPT_SPELL ||
         m->prompt.type == PROMPT_REPLACING))
        return NULL; /* at the words in the text that it is about */
    if (m->prompt.type != PROMPT_NONE && m->view == VIEW_WRITE &&
        (m->prompt.type == PROMPT_ASK || ed->anchor != NO_INDEX))
        return NULL; /* in the box, which is about words selected in the text */
    if (m->prompt.type == PROMPT_NONE && m->view == VIEW_WRITE)
        return beside(s, text_view(ed->text), ed->caret);
    return in_list(m, s);
}

static bool same(const Screen *a, const Screen *b)
{
    size_t size = (size_t)a->rows * (size_t)a->cols * sizeof *a->cells;

    return a->cursor_row == b->cursor_row && a->cursor_col == b->cursor_col &&
           memcmp(a->cells, b->cells, size) == 0;
}

const char *habit_paste(Model *m, const Screen *s, Moment now)
{
    Msg msg = {
        .type = MSG_KEY,
        .key = {.code = KEYCODE_PASTE,
                .paste = STR("q\nd\nx y n 1 2 3\n\033[A\033OP\033\nyes, ENTER\n")},
        .now = now};
    bool writing = m->prompt.type == PROMPT_NONE && m->view == VIEW_WRITE;
    Screen before = {0}, after = {0};

    if (m->prompt.type == PROMPT_ASK) /* something is typed there, too */
        return NULL;
    if (field_of(m) || writing || is_small(s))
        return NULL;
    StrBuf notice = m->notice;
    bool bad = m->notice_bad;
    Redraw redraw = m->redraw;
    m->notice = (StrBuf){0};
    screen_init(&before, s->rows, s->cols);
    screen_init(&after, s->rows, s->cols);
    draw(m, &before);
    Effect effect = update(m, &msg);
    strbuf_clear(&m->notice);
    draw(m, &after);
    bool nothing = effect.type == EFFECT_NONE && same(&before, &after);
    strbuf_deinit(&m->notice);
    m->notice = notice;
    m->notice_bad = bad;
    m->redraw = redraw;
    screen_deinit(&before);
    screen_deinit(&after);
    return nothing ? NULL : "a paste does something here";
}
