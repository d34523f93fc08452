/* report_text.c: findings for people and for programs that read lines. */
#include <stdio.h>

#include "base/message.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "check/report_format.h"
#include "check/rule.h"

enum {
    WIDTH_MIN = 20,
    WIDTH_DEFAULT = 80,
    CELL_BYTES = 4, /* of a line that are looked at for a cell of the excerpt */
};

static const char *const reset = "\x1b[0m";
static const char *const bold = "\x1b[1m";
static const char *const caret_color = "\x1b[32m";

static const char *level_color(Level level)
{
    switch (level) {
    case LEVEL_ERROR:
        return "\x1b[31m";
    case LEVEL_WARNING:
        return "\x1b[33m";
    default:
        return "\x1b[36m";
    }
}

typedef struct Paint {
    const ReportOptions *options;
    StrBuf *out;
    Place *place; /* of the finding before, in the same file */
} Paint;

static void paint(const Paint *p, const char *color, Str s)
{
    if (p->options->color)
        strbuf_addz(p->out, color);
    strbuf_add(p->out, s);
    if (p->options->color)
        strbuf_addz(p->out, reset);
}

static void paint_visible(const Paint *p, const char *color, Str s)
{
    StrBuf visible = {0};

    unicode_visible(s, VISIBLE_ONE_LINE, &visible);
    paint(p, color, strbuf_view(&visible));
    strbuf_deinit(&visible);
}

static void add_head(const Paint *p, const ReportFile *file, const Finding *finding)
{
    if (file->doc)
        document_place_next(file->doc, finding->range.start, p->place);
    paint_visible(p, bold, file->path);
    strbuf_addf(p->out, ":%d:%d: ", file->doc ? p->place->line : 1,
                file->doc ? p->place->column : 1);
    paint(p, level_color(finding->level), str_from(level_name(finding->level)));
    strbuf_addz(p->out, ": ");
    unicode_visible(finding->message, VISIBLE_ONE_LINE, p->out);
    strbuf_addz(p->out, " [");
    strbuf_add(p->out, finding->rule->id);
    strbuf_addz(p->out, "]\n");
}

/* The line that holds `at`, without its line break, and its number. */
static Range line_of(const Document *doc, size_t at, int *number)
{
    size_t low = 0, high = doc->line_count;

    while (low + 1 < high) {
        size_t middle = low + (high - low) / 2;
        if (doc->lines[middle] <= at)
            low = middle;
        else
            high = middle;
    }
    Range line = {doc->line_count ? doc->lines[low] : 0,
                  low + 1 < doc->line_count ? doc->lines[low + 1] : doc->bytes.len};
    while (line.end > line.start && (doc->bytes.ptr[line.end - 1] == '\n' ||
                                     doc->bytes.ptr[line.end - 1] == '\r'))
        line.end--;
    *number = (int)low + 1;
    return line;
}

/* `s` without its first `cells` cells, rounded up to whole graphemes. */
static Str skip_cells(Str s, int cells, int *skipped)
{
    size_t at = 0;

    *skipped = 0;
    while (at < s.len && *skipped < cells) {
        size_t end = grapheme_next(s, at);
        *skipped += grapheme_width(str_slice(s, at, end));
        at = end;
    }
    return str_slice(s, at, s.len);
}

/* A line as it is shown: where the finding begins and how wide it is, in cells. */
typedef struct Excerpt {
    StrBuf text;
    int start, width;
} Excerpt;

/* What is near the finding: all of a long line for each finding in it would take
 * the square of the time. */
static Range line_near(Str bytes, Range line, size_t at, size_t near)
{
    size_t start = line.start, end = line.end;

    if (at > line.start && at - line.start > near)
        start = at - near;
    if (line.end > at && line.end - at > near)
        end = at + near;
    while (start < end && ((unsigned char)bytes.ptr[start] & 0xC0) == 0x80)
        start++;
    while (end > start && end < line.end &&
           ((unsigned char)bytes.ptr[end] & 0xC0) == 0x80)
        end--;
    return (Range){start, end};
}

static void excerpt_read(const Document *doc, Range line, Range hit, Excerpt *out)
{
    hit.start = hit.start < line.start ? line.start : hit.start;
    hit.start = hit.start > line.end ? line.end : hit.start;
    hit.end = hit.end > line.end ? line.end : hit.end;
    hit.end = hit.end < hit.start ? hit.start : hit.end;
    unicode_visible(str_slice(doc->bytes, line.start, hit.start), VISIBLE_ONE_LINE,
                    &out->text);
    out->start = unicode_width(strbuf_view(&out->text));
    unicode_visible(str_range(doc->bytes, hit), VISIBLE_ONE_LINE, &out->text);
    out->width = unicode_width(strbuf_view(&out->text)) - out->start;
    unicode_visible(str_slice(doc->bytes, hit.end, line.end), VISIBLE_ONE_LINE,
                    &out->text);
}

/* Cut the excerpt to `cells`, so that the caret stays in sight. */
static void excerpt_cut(Excerpt *e, int cells)
{
    Str text = strbuf_view(&e->text);
    StrBuf cut = {0};
    int skipped = 0;

    if (unicode_width(text) <= cells)
        return;
    int before = e->start + (e->width < cells / 2 ? e->width : cells / 2);
    if (before > cells - 2) {
        text = skip_cells(text, e->start - cells / 3, &skipped);
        strbuf_addz(&cut, "…");
        e->start -= skipped - 1;
    }
    int room = cells - (skipped > 0) - 1;
    Str shown = unicode_fit(text, room);
    strbuf_add(&cut, shown);
    if (shown.len < text.len)
        strbuf_addz(&cut, "…");
    strbuf_deinit(&e->text);
    e->text = cut;
    if (e->start + e->width > cells)
        e->width = cells - e->start;
}

static void add_source(const Paint *p, const Document *doc, Range hit)
{
    Excerpt e = {0};
    char gutter[16];
    int number;
    int width = p->options->width > 0 ? p->options->width : WIDTH_DEFAULT;
    Range line = line_of(doc, hit.start, &number);

    int length = snprintf(gutter, sizeof gutter, "%5d | ", number);
    int cells = (width < WIDTH_MIN ? WIDTH_MIN : width) - length - 1;
    Range near = line_near(doc->bytes, line, hit.start, (size_t)cells * CELL_BYTES);
    excerpt_read(doc, near, hit, &e);
    excerpt_cut(&e, cells);
    strbuf_addz(p->out, gutter);
    strbuf_add(p->out, strbuf_view(&e.text));
    strbuf_addc(p->out, '\n');
    strbuf_add_repeat(p->out, ' ', (size_t)(length - 2));
    strbuf_addz(p->out, "| ");
    strbuf_add_repeat(p->out, ' ', (size_t)e.start);
    StrBuf caret = {0};
    strbuf_addc(&caret, '^');
    strbuf_add_repeat(&caret, '~', e.width > 1 ? (size_t)e.width - 1 : 0);
    paint(p, caret_color, strbuf_view(&caret));
    strbuf_addc(p->out, '\n');
    strbuf_deinit(&caret);
    strbuf_deinit(&e.text);
}

static void add_advice(const Paint *p, Str advice)
{
    strbuf_addz(p->out, "      = ");
    unicode_visible(advice, VISIBLE_ONE_LINE, p->out);
    strbuf_addc(p->out, '\n');
}

static void add_finding(const Paint *p, const ReportFile *file, const Finding *finding)
{
    add_head(p, file, finding);
    if (!p->options->source)
        return;
    if (file->doc && file->doc->bytes.len > 0)
        add_source(p, file->doc, finding->range);
    if (finding->advice.len > 0)
        add_advice(p, finding->advice);
}

static void add_silenced(const Paint *p, const ReportFile *file, const Finding *finding)
{
    add_head(p, file, finding);
    strbuf_addz(p->out, "      = ");
    StrBuf reason = {0};
    unicode_visible(finding->reason.len > 0 ? finding->reason
                                            : str_from(_("no reason given")),
                    VISIBLE_ONE_LINE, &reason);
    switch (finding->silencer) {
    case SILENCER_SETTING:
        message_addf(p->out, _("silenced by a setting: %s"), strbuf_cstr(&reason));
        break;
    case SILENCER_BASELINE:
        message_addf(p->out, _("accepted: %s"), strbuf_cstr(&reason));
        break;
    case SILENCER_NONE:
    case SILENCER_COMMENT:
        message_addf(p->out, _("silenced: %s"), strbuf_cstr(&reason));
        break;
    }
    strbuf_addc(p->out, '\n');
    strbuf_deinit(&reason);
}

/* Which level decides how the command ends. */
static void add_decision(const ReportOptions *options, const ReportTotals *totals,
                         StrBuf *out)
{
    int failing = report_failing(totals, options->fail_on);

    if (failing == 0)
        return;
    strbuf_addf(out,
                ngettext("Ends with 1: %d finding of level %s or above.",
                         "Ends with 1: %d findings of level %s or above.",
                         (unsigned long)failing),
                failing, level_name(options->fail_on));
    strbuf_addc(out, '\n');
}

static void add_since(const ReportOptions *options, const ReportTotals *totals,
                      StrBuf *out)
{
    int fresh = totals->errors + totals->warnings + totals->infos;

    if (options->since.len == 0)
        return;
    message_addf(out, _("New since %.*s: %d. Gone: %d.\n"), STR_ARG(options->since),
                 fresh, totals->gone);
    if (totals->known > 0)
        strbuf_addf(out, _("To fix, and there before: %d.\n"), totals->known);
}

static void add_verdict(const ReportTotals *totals, StrBuf *out)
{
    if (totals->errors + totals->known > 0)
        strbuf_addz(out, _("Not ready for review yet.\n"));
    else if (totals->files == 1)
        strbuf_addz(out, _("Nothing to fix. Ready for review.\n"));
    else
        strbuf_addf(out,
                    ngettext("Nothing to fix in %zu document. Ready for review.\n",
                             "Nothing to fix in %zu documents. Ready for review.\n",
                             (unsigned long)totals->files),
                    totals->files);
}

void report_summary(const ReportOptions *options, const ReportTotals *totals,
                    StrBuf *out)
{
    if (totals->errors + totals->warnings + totals->infos > 0)
        strbuf_addf(out, _("To fix: %d. To look at: %d. For reference: %d.\n"),
                    totals->errors, totals->warnings, totals->infos);
    if (totals->errors + totals->warnings > 0 && totals->factor > 1)
        strbuf_addf(out, _("At this stage each of them weighs x%d.\n"), totals->factor);
    if (totals->silenced > 0)
        strbuf_addf(out, _("Silenced: %d.\n"), totals->silenced);
    add_since(options, totals, out);
    if (options->partial && !totals->any)
        strbuf_addz(out, _("Nothing was found.\n"));
    if (!options->partial)
        add_verdict(totals, out);
    add_decision(options, totals, out);
}

void text_file(const ReportFile *file, const ReportOptions *options, StrBuf *out)
{
    const Findings *f = file->findings;
    Place place = {0};
    Paint p = {options, out, &place};

    for (size_t i = 0; i < f->count; i++) {
        if (f->items[i].silenced)
            add_silenced(&p, file, &f->items[i]);
        else
            add_finding(&p, file, &f->items[i]);
    }
}

void text_end(const ReportOptions *options, const ReportTotals *totals, StrBuf *out)
{
    if (totals->any && options->source)
        strbuf_addc(out, '\n');
    report_summary(options, totals, out);
}
