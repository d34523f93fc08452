/* The box of one check: what was found, why it matters, what the fix would do. It
 * stands where the words it is about can be seen. */
#include "base/message.h"
#include "base/unicode.h"
#include "check/rule.h"
#include "text/wrap.h"
#include "ui/checks.h"
#include "ui/derive.h"
#include "ui/frame.h"
#include "ui/panes.h"

enum { BOX_COLS = 78, WORDS_CELLS = 30, WHAT_ROWS = 3, FIX_ROWS = 2, WHY_ROWS = 4 };

static void add_title(const Model *m, const Finding *f, StrBuf *out)
{
    const Derived *d = &m->ed.derived;
    size_t at = derived_issue_order(d, checks_current(m));

    /* Remarks are not counted among the checks that ^N leads to. */
    if (at == NO_INDEX)
        message_addf(out, _("Check: %s, %s"), level_for_people(f->level),
                     rule_id(f->rule));
    else
        message_addf(out, _("Check %d of %d: %s, %s"), (int)at + 1, (int)d->issue_count,
                     level_for_people(f->level), rule_id(f->rule));
}

static void add_what(const Model *m, const Finding *f, StrBuf *out)
{
    Str part = checks_part_title(m, f->part);

    strbuf_addf(out, "%.*s: %.*s", STR_ARG(part), STR_ARG(f->message));
    if (f->advice.len > 0)
        strbuf_addf(out, ": %.*s", STR_ARG(f->advice));
}

static void add_why(const Finding *f, StrBuf *out)
{
    if (checks_why(f).len == 0)
        return;
    strbuf_addz(out, _("Why: "));
    strbuf_add(out, checks_why(f));
}

static void add_fix(const Model *m, const Finding *f, StrBuf *out)
{
    if (f->fix.kind == FIX_NONE) {
        strbuf_addz(out, _("Fix: only you can; the words are yours to choose."));
        return;
    }
    strbuf_addz(out, _("Fix: "));
    checks_add_fix(m, f, WORDS_CELLS, out);
}

/* The keys that mean something for this one, as far as they fit. */
static void draw_keys(const Finding *f, Screen *s, int row, int col, int cells)
{
    const struct {
        const char *key, *label;
        bool shown;
    } keys[] = {
        {"Enter", _("Fix"), f->fix.kind != FIX_NONE},
        {"S", _("Silence"), !checks_why_not_silence(f)},
        {"N", C_("check", "Next"), true},
        {"P", C_("check", "Previous"), true},
        {"E", _("Explain"), true},
        {"L", C_("check", "List"), true},
        {"A", _("Fix all such"), f->fix.kind != FIX_NONE},
        {"Z", _("Undo"), true},
        {"Esc", _("Back"), true},
    };
    int at = 0;

    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        int key = unicode_width(str_from(keys[i].key));
        int label = unicode_width(str_from(keys[i].label));
        if (!keys[i].shown || at + key + 1 + label > cells)
            continue;
        screen_put(s, row, col + at, key, STYLE_KEY, str_from(keys[i].key));
        screen_put(s, row, col + at + key + 1, label, STYLE_HINT,
                   str_from(keys[i].label));
        at += key + 1 + label + 2;
    }
}

/* One paragraph of the box in the rows that are left. */
static int put(Screen *s, int row, int end, int most, int col, int cells, Style style,
               StrBuf *text)
{
    int rows = end - row < most ? end - row : most;
    int used = draw_wrapped(s, row, col, rows, cells, style, strbuf_view(text));

    strbuf_clear(text);
    return used;
}

static int rows_of(StrBuf *text, int most, int cells)
{
    Arena arena = {0};
    const WrapRow *rows = NULL;
    size_t count = 0;

    wrap_line(strbuf_view(text), cells, &arena, &rows, &count);
    if (text->len == 0)
        count = 0;
    arena_deinit(&arena);
    strbuf_clear(text);
    return count < (size_t)most ? (int)count : most;
}

/* Its rows with the frame, a blank one and that of the keys. */
static int box_rows(const Model *m, const Finding *f, int cells)
{
    StrBuf text = {0};
    int rows = 4;

    add_what(m, f, &text);
    rows += rows_of(&text, WHAT_ROWS, cells);
    add_fix(m, f, &text);
    rows += rows_of(&text, FIX_ROWS, cells);
    add_why(f, &text);
    rows += rows_of(&text, WHY_ROWS, cells);
    strbuf_deinit(&text);
    return rows;
}

void draw_check_box(const Model *m, Screen *s)
{
    size_t at = checks_current(m);
    int above = draw_hint_row(m) - 2; /* the row of the notice stays in sight */
    int cols = s->cols < BOX_COLS ? s->cols : BOX_COLS, cells = cols - 4;
    int col = (s->cols - cols) / 2 + 2;
    StrBuf text = {0};

    if (at == NO_INDEX)
        return;
    const Finding *f = &m->ed.derived.findings.items[at];
    int rows = box_rows(m, f, cells);
    if (rows > above)
        rows = above;
    bool caret_high = s->cursor_row < above / 2;
    int top = caret_high ? above - rows : above - rows < 1 ? 0 : 1;
    add_title(m, f, &text);
    for (int i = 0; i < rows; i++)
        screen_fill(s, top + i, col - 2, cols, STYLE_TEXT, ' ');
    screen_box(s, top, col - 2, rows, cols, strbuf_view(&text));
    strbuf_clear(&text);
    int row = top + 1, end = top + rows - 2;
    add_what(m, f, &text);
    row += put(s, row, end, WHAT_ROWS, col, cells, checks_style(f), &text);
    add_fix(m, f, &text);
    row += put(s, row, end, FIX_ROWS, col, cells, STYLE_KEY, &text);
    add_why(f, &text);
    put(s, row, end, WHY_ROWS, col, cells, STYLE_GUIDE, &text);
    draw_keys(f, s, top + rows - 2, col, cells);
    strbuf_deinit(&text);
}
