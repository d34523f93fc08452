#include <stdlib.h>

#include "base/message.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "text/search.h"
#include "ui/checks.h"
#include "ui/cmd.h"
#include "ui/derive.h"
#include "ui/frame.h"
#include "ui/layout.h"
#include "ui/panes.h"
#include "ui/prompt.h"

/* "PR 3/8 Problem", "FAQ 2/7 What does it cost?": counted within its region. */
static void place_label(const Model *m, StrBuf *out)
{
    const Editor *ed = &m->ed;
    const Derived *d = &ed->derived;
    size_t at = derived_stop_at(ed, ed->caret);

    if (at == NO_INDEX)
        return;
    Region region = d->doc.parts[d->stops[at].part].region;
    int number = 0, total = 0;
    for (size_t i = 0; i < d->stop_count; i++) {
        if (d->doc.parts[d->stops[i].part].region != region)
            continue;
        total++;
        if (i <= at)
            number++;
    }
    /* Questions have the number that messages and the preview give them. */
    if (d->stops[at].question != NO_INDEX) {
        number = d->doc.questions[d->stops[at].question].number;
        total = (int)d->doc.question_count;
    }
    const char *name = region == REGION_PR             ? _("PR")
                       : region == REGION_FAQ_EXTERNAL ? _("External FAQ")
                       : region == REGION_FAQ_INTERNAL ? _("Internal FAQ")
                       : region == REGION_FAQ          ? _("FAQ")
                                                       : _("Section");
    Str title = prompt_stop_title(m, at);
    strbuf_addf(out, " > %s %d/%d %.*s", name, number, total, STR_ARG(title));
}

static void writer_and_clock(const Model *m, StrBuf *out)
{
    StrBuf clock = {0};

    if (m->who.len > 0)
        strbuf_addf(out, _("%s typing"), strbuf_cstr(&m->who));
    if (editor_unwritten(&m->ed)) {
        strbuf_addz(out, out->len ? "   " : "");
        strbuf_addz(out, _("not saved yet"));
    } else if (m->ed.saved.seconds) {
        moment_clock(m->ed.saved, &clock);
        strbuf_addz(out, out->len ? "   " : "");
        strbuf_addf(out, _("saved %s"), strbuf_cstr(&clock));
    }
    strbuf_deinit(&clock);
}

/* The section matters more than the title: that is cut first. */
static void draw_head(const Model *m, Screen *s)
{
    enum { TITLE_LEAST = 8 };
    StrBuf left = {0}, place = {0}, right = {0};

    writer_and_clock(m, &right);
    place_label(m, &place);
    Str title = editor_title(&m->ed);
    int room = s->cols - 4 - unicode_width(strbuf_view(&right)) -
               unicode_width(strbuf_view(&place));
    if (room < TITLE_LEAST)
        room = TITLE_LEAST;
    if (unicode_width(title) > room) {
        strbuf_add(&left, str_trim_end(unicode_fit(title, room - 3)));
        strbuf_addz(&left, "...");
    } else {
        strbuf_add(&left, title);
    }
    strbuf_add(&left, strbuf_view(&place));
    draw_title(s, strbuf_view(&left), strbuf_view(&right));
    strbuf_deinit(&left);
    strbuf_deinit(&place);
    strbuf_deinit(&right);
}

/* The reason of the check under the caret, and what its fix would do. */
static void add_check_reason(const Model *m, StrBuf *out)
{
    enum { WORDS_CELLS = 24 };
    size_t at = checks_current(m);

    if (at == NO_INDEX || derive_needed(m) ||
        !derived_is_under(&m->ed, at, m->ed.caret))
        return;
    const Finding *f = &m->ed.derived.findings.items[at];
    if (f->fix.kind != FIX_NONE) {
        strbuf_addz(out, _("^E fixes: "));
        checks_add_fix(m, f, WORDS_CELLS, out);
    }
    if (checks_why(f).len == 0)
        return;
    strbuf_addz(out, out->len ? "   " : "");
    strbuf_addz(out, _("Why: "));
    strbuf_add(out, checks_why(f));
}

static void draw_guide_row(const Model *m, Screen *s)
{
    const Part *part = derived_part_at(&m->ed, m->ed.caret);
    StrBuf text = {0};

    add_check_reason(m, &text);
    if (text.len > 0) {
        /* What is asked for now comes before the guide of the section. */
    } else if (part && part->spec && part->spec->purpose.len > 0) {
        strbuf_addz(&text, _("Guide: "));
        strbuf_add(&text, part->spec->purpose);
    } else if (m->ed.derived.valid && !m->ed.derived.doc.tmpl) {
        strbuf_addz(&text, _("Guide: no template is named; sections are found by "
                             "label or by place."));
    } else if (m->ed.derived.valid) {
        strbuf_addz(&text, _("Guide: Tab goes to the first section. ^G shows help and "
                             "examples."));
    }
    screen_put_cut(s, 1, 1, s->cols - 2, STYLE_GUIDE, strbuf_view(&text));
    strbuf_deinit(&text);
    screen_hline(s, 2, 0, s->cols);
}

/* Headings, markers of questions and answers, comments: dimmed by role only. */
static Style line_style(const Editor *ed, size_t line)
{
    Str text = str_range(text_view(ed->text), layout_line_range(ed, line));

    if (str_starts(text, STR("#")))
        return STYLE_TITLE;
    if (str_starts(text, STR("<!--")))
        return STYLE_MARKUP;
    if (str_starts(text, STR("**Q")))
        return STYLE_BOLD;
    return STYLE_TEXT;
}

/* The gravest check that begins in a row. */
static Level row_level(const Editor *ed, Range row)
{
    const Derived *d = &ed->derived;
    Level level = LEVEL_OFF;

    if (!d->valid)
        return LEVEL_OFF;
    for (size_t i = derived_issue_from(ed, row.start); i < d->issue_count; i++) {
        const Finding *f = &d->findings.items[d->issues[i]];
        size_t start = derived_offset(ed, f->range.start);
        if (start >= row.end && (start > row.end || row.start < row.end))
            break;
        if (f->level > level)
            level = f->level;
    }
    return level;
}

typedef struct RowDraw {
    const Editor *ed;
    Range selection;
    Style style;
    const Range *hits; /* of the search box */
    size_t hit_count;
} RowDraw;

static bool in_hit(const RowDraw *rd, size_t at)
{
    size_t low = 0, high = rd->hit_count;

    /* The first hit that ends behind `at`: they are in order and do not overlap. */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (rd->hits[middle].end <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low < rd->hit_count && rd->hits[low].start <= at;
}

static Style style_at(const RowDraw *rd, size_t at)
{
    if (at >= rd->selection.start && at < rd->selection.end)
        return STYLE_SELECTED;
    return in_hit(rd, at) ? STYLE_MATCH : rd->style;
}

/* Control and invisible characters are drawn as a sign of one cell. */
static bool needs_sign(Str grapheme)
{
    uint32_t cp;

    utf8_decode(grapheme, 0, &cp);
    return cp == UTF8_BAD || unicode_is_hidden(cp);
}

/* A row in one style, without tabs and signs, is put at once. */
static bool is_uniform(const RowDraw *rd, Range range)
{
    Str text = text_view(rd->ed->text);

    if (rd->hit_count > 0 ||
        (rd->selection.start < range.end && rd->selection.end > range.start &&
         rd->selection.start < rd->selection.end))
        return false;
    for (size_t at = range.start; at < range.end;) {
        uint32_t cp;
        at += utf8_decode(text, at, &cp);
        if (cp == UTF8_BAD || unicode_is_hidden(cp))
            return false;
    }
    return true;
}

static void draw_run(const RowDraw *rd, Screen *s, int row, int col, Range range)
{
    Str text = text_view(rd->ed->text);
    int at_col = 0;

    if (is_uniform(rd, range)) {
        screen_put(s, row, col, s->cols - col, rd->style, str_range(text, range));
        return;
    }
    for (size_t at = range.start; at < range.end;) {
        size_t end = grapheme_next(text, at);
        Str grapheme = str_slice(text, at, end);
        int cells = layout_cell_width(grapheme, at_col);
        Style style = style_at(rd, at);
        if (grapheme.ptr[0] == '\t')
            screen_fill(s, row, col + at_col, cells, style, ' ');
        else if (needs_sign(grapheme))
            screen_put(s, row, col + at_col, cells, STYLE_MARKUP, STR("\xEF\xBF\xBD"));
        else
            screen_put(s, row, col + at_col, cells, style, grapheme);
        at_col += cells;
        at = end;
    }
}

/* Draws what fits and tells which row of the text each of them is. */
static int draw_rows(const Model *m, Screen *s, TextArea area, RowDraw *rd,
                     RowPos *drawn)
{
    const Editor *ed = &m->ed;
    Arena arena = {0};
    size_t line = ed->top;
    int skip = ed->top_row;
    int row = 0;

    while (row < area.rows) {
        const WrapRow *rows = NULL;
        size_t count = 0;
        layout_rows(ed, line, area.width, &arena, &rows, &count);
        rd->style = line_style(ed, line);
        for (size_t i = (size_t)skip; i < count && row < area.rows; i++, row++) {
            Range range = {line + rows[i].range.start, line + rows[i].range.end};
            drawn[row] = (RowPos){line, (int)i};
            draw_run(rd, s, area.top + row, area.left, range);
            Level level = row_level(ed, range);
            if (level != LEVEL_OFF)
                screen_put(s, area.top + row, area.left - GUTTER, 1,
                           level == LEVEL_ERROR ? STYLE_ERROR : STYLE_WARNING,
                           STR("!"));
        }
        skip = 0;
        arena_reset(&arena);
        if (!layout_next_line(ed, &line))
            break;
    }
    arena_deinit(&arena);
    return row;
}

static void draw_text(const Model *m, Screen *s, TextArea area)
{
    const Editor *ed = &m->ed;
    Arena arena = {0};
    RowDraw rd = {.ed = ed, .selection = editor_selection(ed)};

    if (m->prompt.type == PROMPT_FIND)
        search_all(text_view(ed->text), field_view(&m->typed[PROMPT_FIND]), &arena,
                   &rd.hits, &rd.hit_count);
    RowPos *rows = arena_array(&arena, (size_t)area.rows + 1, sizeof *rows);
    int drawn = draw_rows(m, s, area, &rd, rows);

    int col = 0;
    RowPos caret = layout_find(ed, area.width, ed->caret, &col);
    for (int row = 0; row < drawn; row++)
        if (rows[row].line == caret.line && rows[row].row == caret.row)
            screen_cursor(s, area.top + row, area.left + col);
    arena_deinit(&arena);
}

static void issue_line(const Model *m, StrBuf *out, Style *style)
{
    const Editor *ed = &m->ed;
    size_t at = derived_finding_at(ed, ed->caret);

    *style = STYLE_TEXT;
    if (!ed->derived.valid)
        return;
    if (at == NO_INDEX) {
        strbuf_addz(out, _("No open checks."));
        return;
    }
    const Finding *f = &ed->derived.findings.items[at];
    *style = checks_style(f);
    strbuf_addf(out, "%s %.*s", f->level == LEVEL_INFO ? "-" : "!",
                STR_ARG(f->message));
    if (f->advice.len > 0)
        strbuf_addf(out, ": %.*s", STR_ARG(f->advice));
}

/* "1 of 2 here, 13 in all (^N)": where one is among the checks. */
static void add_issue_count(const Model *m, StrBuf *out)
{
    enum { ROOMY_COLS = 60 };
    const Editor *ed = &m->ed;
    const Part *part = derived_part_at(ed, ed->caret);
    size_t at = checks_current(m);
    int issues = (int)derived_issue_count(ed);

    if (at == NO_INDEX)
        return;
    size_t of_part = ed->derived.findings.items[at].part;
    int of = 0, number = derived_issue_number(&ed->derived, at, &of);
    if (m->cols < ROOMY_COLS)
        strbuf_addf(out, "%d/%d ^N", (int)derived_issue_order(&ed->derived, at) + 1,
                    issues);
    else if (of > 1 && part && of_part != NO_INDEX &&
             part == &ed->derived.doc.parts[of_part])
        message_addf(out, _("%d of %d here, %d in all (^N)"), number, of, issues);
    else
        message_addf(out,
                     ngettext("%d check (^N next)", "%d checks (^N next)",
                              (unsigned long)issues),
                     issues);
}

static void draw_issue(const Model *m, Screen *s, int row)
{
    StrBuf line = {0}, count = {0};
    Style style;

    issue_line(m, &line, &style);
    if (m->notice.len == 0)
        add_issue_count(m, &count);
    if (count.len > 0) {
        int width = unicode_width(strbuf_view(&count));
        screen_put_cut(s, row, 1, s->cols - width - 4, style, strbuf_view(&line));
        screen_put(s, row, s->cols - width - 1, width, STYLE_TEXT, strbuf_view(&count));
    } else {
        draw_notice(m, s, row, style, strbuf_view(&line));
    }
    strbuf_deinit(&line);
    strbuf_deinit(&count);
}

static void add_target(const Model *m, StrBuf *out)
{
    const Part *part = derived_part_at(&m->ed, m->ed.caret);
    const Document *doc = &m->ed.derived.doc;
    Range r = editor_selection(&m->ed);

    if (r.start < r.end) {
        message_addf(out, _("%d characters selected"),
                     (int)grapheme_count(str_range(text_view(m->ed.text), r)));
        return;
    }
    if (!part)
        return;
    int length = derived_length(&m->ed.derived, part);
    int max = part->spec ? part->spec->max : 0;
    bool chars = lang_counts_graphemes(doc->lang);
    if (max > 0)
        message_addf(out, chars ? _("%d/%d characters") : _("%d/%d words"), length,
                     max);
    else
        message_addf(
            out,
            chars ? ngettext("%d character", "%d characters", (unsigned long)length)
                  : ngettext("%d word", "%d words", (unsigned long)length),
            length);
}

static void add_revision(const Model *m, StrBuf *out)
{
    const Editor *ed = &m->ed;

    if (!ed->tracked) {
        strbuf_addz(out, _("no workspace: no revisions are kept"));
        return;
    }
    if (!ed->based)
        return;
    if (ed->revision == 0) {
        strbuf_addz(out, _("no revision yet"));
        return;
    }
    if (!editor_unsaved(ed)) {
        message_addf(out, _("revision %d"), ed->revision);
        return;
    }
    int words = ed->derived.words - ed->base_words;
    if (words == 0)
        message_addf(out, _("revision %d, changes not yet a revision"), ed->revision);
    else
        message_addf(out,
                     ngettext("revision %d, %+d word not yet a revision",
                              "revision %d, %+d words not yet a revision",
                              (unsigned long)abs(words)),
                     ed->revision, words);
}

/* "release 312/600, 2 min": how much of the limit is used where one writes. */
static void add_budget(const Model *m, StrBuf *out)
{
    const Derived *d = &m->ed.derived;
    const Part *part = derived_part_at(&m->ed, m->ed.caret);
    const Budget *b = &d->measures.document;
    const char *name = _("document");

    if (part && region_is_faq(part->region)) {
        b = &d->measures.faq;
        name = _("FAQ");
    } else if (part && part->region == REGION_PR) {
        b = &d->measures.release;
        name = _("release");
    }
    if (!d->valid || b->used == 0)
        return;
    strbuf_addf(out, "%s %d", name, (int)b->used);
    if (b->limit > 0)
        strbuf_addf(out, "/%d", (int)b->limit);
    strbuf_addz(out, ", ");
    message_addf(out, _("reading %d min"), (d->measures.reading_seconds + 59) / 60);
}

/* In an answer: its form. */
static void add_badge(const Model *m, StrBuf *out)
{
    const Derived *d = &m->ed.derived;
    size_t stop = derived_stop_at(&m->ed, m->ed.caret);

    if (stop == NO_INDEX || d->stops[stop].question == NO_INDEX)
        return;
    strbuf_addf(out, "[%s]  ",
                answer_shape_for_people(d->measures.answers[d->stops[stop].question]));
}

static void draw_status(const Model *m, Screen *s, int row)
{
    const Editor *ed = &m->ed;
    StrBuf left = {0}, right = {0};
    Str text = text_view(ed->text);
    size_t line = layout_line_of(ed, ed->caret);

    add_badge(m, &left);
    add_target(m, &left);
    if (left.len)
        strbuf_addz(&left, "  ");
    add_revision(m, &left);
    int number = 1;
    for (size_t at = str_find_byte(text, '\n', 0); at < line;
         at = str_find_byte(text, '\n', at + 1))
        number++;
    message_addf(&right, _("Ln %d Col %d"), number,
                 (int)grapheme_count(str_slice(text, line, ed->caret)) + 1);
    int width = unicode_width(strbuf_view(&right));
    StrBuf budget = {0};
    add_budget(m, &budget);
    int used =
        unicode_width(strbuf_view(&left)) + 2 + unicode_width(strbuf_view(&budget));
    if (budget.len > 0 && used <= s->cols - width - 3)
        strbuf_addf(&left, "  %s", strbuf_cstr(&budget));
    strbuf_deinit(&budget);
    screen_put_cut(s, row, 1, s->cols - width - 3, STYLE_TEXT, strbuf_view(&left));
    screen_put(s, row, s->cols - width - 1, width, STYLE_TEXT, strbuf_view(&right));
    strbuf_deinit(&left);
    strbuf_deinit(&right);
}

static void draw_find(const Model *m, Screen *s, int row)
{
    Str label = str_from(_("Find: "));
    int width = unicode_width(label);
    int right = unicode_width(strbuf_view(&m->notice));

    if (right > s->cols / 2)
        right = s->cols / 2;
    screen_fill(s, row, 0, s->cols, STYLE_TEXT, ' ');
    screen_put(s, row, 1, width, STYLE_KEY, label);
    field_draw(&m->typed[PROMPT_FIND], s, row, 1 + width, s->cols - width - right - 4,
               true);
    screen_put_cut(s, row, s->cols - right - 1, right, STYLE_NOTICE,
                   strbuf_view(&m->notice));
}

void draw_write(const Model *m, Screen *s)
{
    TextArea area = editor_area(m);
    int hints = draw_hint_row(m);

    draw_head(m, s);
    if (m->rows >= 16)
        draw_guide_row(m, s);
    if (editor_wide(m))
        draw_sides(m, s, area.top, area.rows);
    draw_text(m, s, area);
    if (m->rows >= 16)
        screen_hline(s, area.top + area.rows, 0, s->cols);
    draw_issue(m, s, hints - 2);
    draw_status(m, s, hints - 1);
    draw_hints(m, s);
    if (m->prompt.type == PROMPT_FIND)
        draw_find(m, s, hints - 2);
}
