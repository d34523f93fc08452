/* The side panes of a wide window: they only show what a key would open on a
 * small one. */
#include "base/message.h"
#include "base/unicode.h"
#include "ui/checks.h"
#include "ui/cmd.h"
#include "ui/derive.h"
#include "ui/frame.h"
#include "ui/panes.h"
#include "ui/prompt.h"

static const char *region_title(Region region)
{
    switch (region) {
    case REGION_PR:
        return _("Press release");
    case REGION_FAQ_EXTERNAL:
        return _("External FAQ");
    case REGION_FAQ_INTERNAL:
        return _("Internal FAQ");
    case REGION_FAQ:
        return _("FAQ");
    case REGION_FIVE:
        return _("Five questions");
    case REGION_APPENDIX:
        return _("Appendix");
    default:
        return _("Sections");
    }
}

static Level stop_level(const Derived *d, size_t stop)
{
    const Stop *s = &d->stops[stop];
    size_t end = stop + 1 < d->stop_count ? d->stops[stop + 1].start : d->doc.bytes.len;
    Level level = LEVEL_OFF;

    for (size_t i = 0; i < d->findings.count; i++) {
        const Finding *f = &d->findings.items[i];
        bool here = f->range.start >= s->start && f->range.start < end;
        if (here && derived_is_issue(f) && f->level > level)
            level = f->level;
    }
    return level;
}

/* x done, ! check, blank not started. */
static char stop_sign(const Derived *d, size_t stop)
{
    const Stop *s = &d->stops[stop];
    bool empty = s->question != NO_INDEX
                     ? !d->doc.questions[s->question].answered
                     : part_is_empty(&d->doc, &d->doc.parts[s->part]);

    if (empty)
        return ' ';
    return stop_level(d, stop) != LEVEL_OFF ? '!' : 'x';
}

static void stop_count_text(const Derived *d, size_t stop, StrBuf *out)
{
    const Stop *s = &d->stops[stop];
    const Part *part = &d->doc.parts[s->part];

    if (s->question != NO_INDEX) {
        strbuf_addz(out, answer_shape_for_people(d->measures.answers[s->question]));
        return;
    }
    int length = derived_length(d, part);
    if (part->spec && part->spec->max > 0)
        strbuf_addf(out, "%d/%d", length, part->spec->max);
    else
        strbuf_addf(out, "%d", length);
}

static void draw_stop(const Model *m, Screen *s, int row, size_t stop, int number)
{
    const Derived *d = &m->ed.derived;
    StrBuf label = {0}, count = {0};
    bool here = stop == derived_stop_at(&m->ed, m->ed.caret);

    stop_count_text(d, stop, &count);
    strbuf_addf(&label, "%c%c %d %.*s", here ? '>' : ' ', stop_sign(d, stop), number,
                STR_ARG(prompt_stop_title(m, stop)));
    int count_width = unicode_width(strbuf_view(&count));
    screen_put_cut(s, row, 0, PANE_LEFT - 3 - count_width,
                   here ? STYLE_BOLD : STYLE_TEXT, strbuf_view(&label));
    screen_put(s, row, PANE_LEFT - 2 - count_width, count_width, STYLE_TEXT,
               strbuf_view(&count));
    strbuf_deinit(&label);
    strbuf_deinit(&count);
}

/* Rows that stops first..last would take, with a title for each region. */
static size_t first_shown(const Derived *d, size_t current, int rows)
{
    int used = 2;
    size_t first = current;

    while (first > 0 && used < rows / 2) {
        bool same = d->doc.parts[d->stops[first - 1].part].region ==
                    d->doc.parts[d->stops[first].part].region;
        used += same ? 1 : 3;
        first--;
    }
    return first;
}

/* Questions have the number that messages and the preview give them. */
static int number_of(const Derived *d, size_t stop)
{
    if (d->stops[stop].question != NO_INDEX)
        return d->doc.questions[d->stops[stop].question].number;
    Region region = d->doc.parts[d->stops[stop].part].region;
    int number = 0;

    for (size_t i = 0; i <= stop; i++)
        number += d->doc.parts[d->stops[i].part].region == region;
    return number;
}

enum { BUDGET_ROWS = 4, BUDGETS_LEAST = 24 };

static void draw_budget(Screen *s, int row, const char *name, const Budget *b)
{
    StrBuf used = {0};

    strbuf_addf(&used, "%d", (int)b->used);
    if (b->limit > 0)
        strbuf_addf(&used, "/%d", (int)b->limit);
    int width = unicode_width(strbuf_view(&used));
    bool over = b->limit > 0 && b->used > b->limit;
    screen_put_cut(s, row, 1, PANE_LEFT - 4 - width, STYLE_TEXT, str_from(name));
    screen_put(s, row, PANE_LEFT - 2 - width, width, over ? STYLE_WARNING : STYLE_TEXT,
               strbuf_view(&used));
    strbuf_deinit(&used);
}

/* How much of the limits is used, and how long reading takes. */
static void draw_budgets(const Derived *d, Screen *s, int row)
{
    StrBuf reading = {0};

    draw_budget(s, row, _("Press release"), &d->measures.release);
    draw_budget(s, row + 1, _("FAQ"), &d->measures.faq);
    draw_budget(s, row + 2, _("In all"), &d->measures.document);
    message_addf(&reading, _("Silent reading %d min"),
                 (d->measures.reading_seconds + 59) / 60);
    screen_put_cut(s, row + 3, 1, PANE_LEFT - 3, STYLE_TEXT, strbuf_view(&reading));
    strbuf_deinit(&reading);
}

static void draw_outline(const Model *m, Screen *s, int top, int rows)
{
    const Derived *d = &m->ed.derived;
    size_t current = derived_stop_at(&m->ed, m->ed.caret);
    size_t i = current == NO_INDEX ? 0 : first_shown(d, current, rows);
    int row = 0, last = rows - 2 - (rows >= BUDGETS_LEAST ? BUDGET_ROWS : 0);
    Region region = REGION_COUNT;

    for (; i < d->stop_count && row < last; i++) {
        Region r = d->doc.parts[d->stops[i].part].region;
        if (r != region) {
            row += row > 0;
            screen_put_cut(s, top + row++, 1, PANE_LEFT - 3, STYLE_TITLE,
                           str_from(region_title(r)));
            region = r;
        }
        if (row < last)
            draw_stop(m, s, top + row++, i, number_of(d, i));
    }
    if (rows >= BUDGETS_LEAST)
        draw_budgets(d, s, top + rows - 1 - BUDGET_ROWS);
    screen_put_cut(s, top + rows - 1, 1, PANE_LEFT - 3, STYLE_GUIDE,
                   str_from(_("x done  ! check")));
}

static int draw_guide(const Model *m, Screen *s, int top, int rows, int col)
{
    const Part *part = derived_part_at(&m->ed, m->ed.caret);
    int cells = PANE_RIGHT - 2, row = 0;

    screen_put(s, top, col, cells, STYLE_TITLE, str_from(_("Guide")));
    screen_put(s, top, col + cells - 2, 2, STYLE_KEY, STR("^G"));
    row++;
    if (!part || !part->spec)
        return row;
    row += draw_wrapped(s, top + row, col, 6, cells, STYLE_GUIDE, part->spec->purpose);
    for (size_t i = 0; i < part->spec->questions.count && row < rows - 8; i++) {
        StrBuf question = {0};
        strbuf_addf(&question, "- %.*s", STR_ARG(part->spec->questions.items[i]));
        row += draw_wrapped(s, top + row, col, 3, cells, STYLE_GUIDE,
                            strbuf_view(&question));
        strbuf_deinit(&question);
    }
    if (row < rows - 10) {
        row++;
        screen_put(s, top + row++, col, cells, STYLE_TITLE, str_from(_("A good one")));
        row += draw_wrapped(s, top + row, col, 6, cells, STYLE_EMPHASIS,
                            part->spec->good_example);
    }
    return row;
}

static bool finding_in_part(const Editor *ed, const Finding *f, const Part *part)
{
    const Document *doc = &ed->derived.doc;
    return part && f->part != NO_INDEX && &doc->parts[f->part] == part;
}

/* A list of checks in a pane, as far as there is room. */
typedef struct CheckPane {
    Screen *s;
    int top, rows, col, cells;
    int row; /* the next free one, from 0 */
} CheckPane;

static void pane_put(CheckPane *p, int indent, int most, Style style, Str text)
{
    int left = p->rows - p->row;

    p->row += draw_wrapped(p->s, p->top + p->row, p->col + indent,
                           left < most ? left : most, p->cells - indent, style, text);
}

/* Reason and fix of the check that the keys are about. */
static void put_current(const Model *m, CheckPane *p, const Finding *f)
{
    enum { REASON_ROWS = 4, FIX_ROWS = 2, WORDS_CELLS = 20 };
    StrBuf fix = {0};

    pane_put(p, 2, REASON_ROWS, STYLE_GUIDE,
             f->advice.len > 0 ? f->advice : checks_why(f));
    if (f->fix.kind != FIX_NONE) {
        strbuf_addz(&fix, "^E ");
        checks_add_fix(m, f, WORDS_CELLS, &fix);
        pane_put(p, 2, FIX_ROWS, STYLE_KEY, strbuf_view(&fix));
    }
    strbuf_deinit(&fix);
}

static void put_finding(const Model *m, CheckPane *p, size_t i, bool current)
{
    enum { MESSAGE_ROWS = 4 };
    const Finding *f = &m->ed.derived.findings.items[i];
    StrBuf line = {0};

    if (p->row >= p->rows)
        return;
    strbuf_addf(&line, "%s%.*s", f->level >= LEVEL_WARNING ? "! " : "- ",
                STR_ARG(f->message));
    if (current)
        screen_put(p->s, p->top + p->row, p->col - 1, 1, STYLE_BOLD, STR(">"));
    pane_put(p, 0, MESSAGE_ROWS, checks_style(f), strbuf_view(&line));
    strbuf_deinit(&line);
    if (current)
        put_current(m, p, f);
}

/* Where one is among the checks of the section, at the right of their title. */
static void put_position(const Model *m, const CheckPane *p, size_t current,
                         const Part *part)
{
    const Editor *ed = &m->ed;
    StrBuf text = {0};
    int of = 0;

    if (current == NO_INDEX ||
        !finding_in_part(ed, &ed->derived.findings.items[current], part))
        return;
    int number = derived_issue_number(&ed->derived, current, &of);
    message_addf(&text, _("%d of %d"), number, of);
    int width = unicode_width(strbuf_view(&text));
    screen_put(p->s, p->top, p->col + p->cells - width, width, STYLE_TEXT,
               strbuf_view(&text));
    strbuf_deinit(&text);
}

/* Those to fix or to look at by place, the current one with its reason, then those
 * for reference. */
static void draw_findings(const Model *m, Screen *s, int top, int rows, int col)
{
    const Editor *ed = &m->ed;
    const Derived *d = &ed->derived;
    const Part *part = derived_part_at(ed, ed->caret);
    size_t current = derived_finding_at(ed, ed->caret);
    CheckPane p = {s, top, rows, col, PANE_RIGHT - 2, 0};

    if (rows < 3)
        return;
    put_position(m, &p, current, part);
    pane_put(&p, 0, 1, STYLE_TITLE, str_from(_("Checks here")));
    for (size_t i = 0; i < d->issue_count; i++)
        if (finding_in_part(ed, &d->findings.items[d->issues[i]], part))
            put_finding(m, &p, d->issues[i], d->issues[i] == current);
    for (size_t i = 0; i < d->findings.count; i++) {
        const Finding *f = &d->findings.items[i];
        if (!f->silenced && f->level == LEVEL_INFO && finding_in_part(ed, f, part))
            put_finding(m, &p, i, false);
    }
    if (p.row == 1)
        pane_put(&p, 0, 1, STYLE_GUIDE, str_from(_("Nothing to look at.")));
}

void draw_sides(const Model *m, Screen *s, int top, int rows)
{
    int right = s->cols - PANE_RIGHT;

    screen_vline(s, top, PANE_LEFT - 1, rows);
    screen_vline(s, top, right, rows);
    if (!m->ed.derived.valid)
        return;
    int agenda = agenda_pane_rows(m, rows);
    draw_outline(m, s, top, rows - agenda);
    if (agenda > 0)
        draw_agenda_pane(m, s, top + rows - agenda, agenda, PANE_LEFT - 3);
    /* Where there is something to look at, the guide leaves it room. */
    int guide = checks_current(m) == NO_INDEX ? rows : rows * 3 / 5;
    int used = draw_guide(m, s, top, guide, right + 2);
    draw_findings(m, s, top + used + 1, rows - used - 1, right + 2);
}
