/* The list of all checks. */
#include "base/message.h"
#include "base/unicode.h"
#include "check/rule.h"
#include "text/wrap.h"
#include "ui/checks.h"
#include "ui/frame.h"
#include "ui/panes.h"

enum { DETAIL_ROWS = 4, RULE_COLS = 76, TITLE_LEAST = 8 };

static void draw_head(const Model *m, Screen *s)
{
    const Findings *f = &m->ed.derived.findings;
    StrBuf left = {0}, right = {0};
    Str title = editor_title(&m->ed), name = str_from(_("All checks"));

    message_addf(&right, _("%d to fix, %d to look at, %d for reference"), f->errors,
                 f->warnings, f->infos);
    /* The name of the list matters more than the title: that is cut. */
    int room = s->cols - 8 - unicode_width(strbuf_view(&right)) - unicode_width(name);
    if (room >= TITLE_LEAST) {
        bool whole = unicode_width(title) <= room;
        Str fit = whole ? title : str_trim_end(unicode_fit(title, room - 3));
        strbuf_addf(&left, "%.*s%s > ", STR_ARG(fit), whole ? "" : "...");
    }
    strbuf_add(&left, name);
    if (room < -TITLE_LEAST / 2)
        strbuf_clear(&right);
    draw_title(s, strbuf_view(&left), strbuf_view(&right));
    screen_hline(s, 1, 0, s->cols);
    strbuf_deinit(&left);
    strbuf_deinit(&right);
}

static void draw_group(const Model *m, Screen *s, int row, const CheckRow *r)
{
    StrBuf line = {0};

    if (r->silenced)
        message_addf(&line, _("Silenced (%d)"), r->count);
    else
        strbuf_addf(&line, "%.*s (%d)", STR_ARG(checks_part_title(m, r->part)),
                    r->count);
    screen_put_cut(s, row, 1, s->cols - 2, STYLE_TITLE, strbuf_view(&line));
    strbuf_deinit(&line);
}

static void draw_finding(const Model *m, Screen *s, int row, const CheckRow *r,
                         bool here)
{
    enum { LINE_WIDE = 6 };
    const Finding *f = &m->ed.derived.findings.items[r->finding];
    int line = 1, column = 1;
    StrBuf head = {0};

    document_place(&m->ed.derived.doc, f->range.start, &line, &column);
    strbuf_addf(&head, "%c%c%5d", here ? '>' : ' ',
                f->silenced                 ? ' '
                : f->level >= LEVEL_WARNING ? '!'
                                            : '-',
                line);
    int rule_width = s->cols >= RULE_COLS ? unicode_width(f->rule->id) + 1 : 0;
    screen_put(s, row, 0, LINE_WIDE + 1, here ? STYLE_BOLD : checks_style(f),
               strbuf_view(&head));
    screen_put_cut(s, row, LINE_WIDE + 2, s->cols - LINE_WIDE - 3 - rule_width,
                   here ? STYLE_SELECTED : checks_style(f), f->message);
    if (rule_width)
        screen_put(s, row, s->cols - rule_width, rule_width - 1, STYLE_GUIDE,
                   f->rule->id);
    if (here)
        screen_cursor(s, row, LINE_WIDE + 2);
    strbuf_deinit(&head);
}

/* What the selected one is about: the whole message and what to do; the fix, or who
 * silenced it; why. */
typedef enum Detail { DETAIL_WHAT, DETAIL_FIX, DETAIL_WHY, DETAILS } Detail;

static void add_detail(const Model *m, const Finding *f, Detail which, StrBuf *out)
{
    enum { WORDS_CELLS = 30 };

    if (which == DETAIL_WHAT) {
        strbuf_add(out, f->message);
        if (f->advice.len > 0)
            strbuf_addf(out, ": %.*s", STR_ARG(f->advice));
    } else if (which == DETAIL_WHY && checks_why(f).len > 0) {
        strbuf_addz(out, _("Why: "));
        strbuf_add(out, checks_why(f));
    } else if (which == DETAIL_FIX && f->silenced) {
        message_addf(out, _("Silenced: %.*s"), STR_ARG(f->reason));
        if (!checks_why_not_silence(f))
            strbuf_addf(out, "   %s", _("S takes the silence back."));
    } else if (which == DETAIL_FIX && f->fix.kind != FIX_NONE) {
        strbuf_addz(out, _("F fixes: "));
        checks_add_fix(m, f, WORDS_CELLS, out);
    }
}

static int rows_of(Str text, int cells)
{
    Arena arena = {0};
    const WrapRow *rows = NULL;
    size_t count = 0;

    if (text.len > 0)
        wrap_line(text, cells, &arena, &rows, &count);
    arena_deinit(&arena);
    return (int)count;
}

/* All of it, in at most that many rows. */
static int detail_rows(const Model *m, const Screen *s, const Finding *f, int most)
{
    StrBuf line = {0};
    int rows = 0;

    for (Detail i = DETAIL_WHAT; i < DETAILS; i++) {
        strbuf_clear(&line);
        add_detail(m, f, i, &line);
        rows += rows_of(strbuf_view(&line), s->cols - 2);
    }
    strbuf_deinit(&line);
    return rows < DETAIL_ROWS ? DETAIL_ROWS : rows < most ? rows : most;
}

static void draw_details(const Model *m, Screen *s, int top, int rows, const Finding *f)
{
    const Style styles[DETAILS] = {checks_style(f), STYLE_KEY, STYLE_GUIDE};
    StrBuf line = {0};
    int row = 0;

    for (Detail i = DETAIL_WHAT; i < DETAILS; i++) {
        strbuf_clear(&line);
        add_detail(m, f, i, &line);
        if (line.len > 0)
            row += draw_wrapped(s, top + row, 1, rows - row, s->cols - 2, styles[i],
                                strbuf_view(&line));
    }
    strbuf_deinit(&line);
}

static void draw_empty(const Model *m, Screen *s)
{
    bool filtered =
        m->checks.least > LEVEL_INFO || m->typed[PROMPT_FILTER].text.len > 0;

    draw_wrapped(
        s, 3, 2, 5, s->cols - 4, STYLE_TEXT,
        str_from(filtered
                     ? _("No check has these words or this level. Esc shows all again.")
                     : _("No check has anything to say here. They look at what is "
                         "written and where it comes from; whether the idea is good "
                         "they cannot know.")));
    screen_cursor(s, 3, 2);
}

static void add_filter(const Model *m, StrBuf *out)
{
    Str words = field_view(&m->typed[PROMPT_FILTER]);

    if (m->checks.least == LEVEL_ERROR)
        strbuf_addz(out, _("Shown: only those to fix. "));
    else if (m->checks.least == LEVEL_WARNING)
        strbuf_addz(out, _("Shown: without those for reference. "));
    if (words.len > 0)
        message_addf(out, _("Shown: those with \"%.*s\". "), STR_ARG(words));
    strbuf_addz(out, out->len ? _("Esc shows all again.")
                              : _("Enter goes to the place in the text."));
}

static void draw_filter(const Model *m, Screen *s, int row)
{
    Str label = str_from(_("Find: "));
    int width = unicode_width(label);

    screen_fill(s, row, 0, s->cols, STYLE_TEXT, ' ');
    screen_put(s, row, 1, width, STYLE_KEY, label);
    field_draw(&m->typed[PROMPT_FILTER], s, row, 1 + width, s->cols - width - 3, true);
}

void draw_checks(const Model *m, Screen *s)
{
    const ChecksList *list = &m->checks;
    int hints = draw_hint_row(m);
    int room = hints - 1 - 2;
    const Finding *f =
        room >= 12 && list->count > 0
            ? &m->ed.derived.findings.items[list->rows[list->selected].finding]
            : NULL;
    int details = f ? detail_rows(m, s, f, room / 2) : 0;
    int rows = room - (f ? details + 1 : 0);

    draw_head(m, s);
    if (list->count == 0)
        draw_empty(m, s);
    size_t top = list->selected >= (size_t)rows ? list->selected - (size_t)rows + 1 : 0;
    /* The title of the first group shows with its first row. */
    if (list->selected == 1)
        top = 0;
    for (int i = 0; i < rows && top + (size_t)i < list->count; i++) {
        const CheckRow *r = &list->rows[top + (size_t)i];
        if (r->finding == NO_INDEX)
            draw_group(m, s, 2 + i, r);
        else
            draw_finding(m, s, 2 + i, r, top + (size_t)i == list->selected);
    }
    if (f) {
        screen_hline(s, 2 + rows, 0, s->cols);
        draw_details(m, s, 3 + rows, details, f);
    }
    StrBuf line = {0};
    add_filter(m, &line);
    draw_notice(m, s, hints - 1, STYLE_GUIDE, strbuf_view(&line));
    strbuf_deinit(&line);
    draw_hints(m, s);
    if (m->prompt.type == PROMPT_FILTER)
        draw_filter(m, s, hints - 1);
}
