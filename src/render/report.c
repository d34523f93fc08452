#include "render/report.h"

#include <string.h>

#include "base/message.h"
#include "base/unicode.h"
#include "diff/wording.h"
#include "render/html_page.h"
#include "render/report_table.h"
#include "render/report_words.h"
#include "review/review.h"

/* clang-format off */
static const char style[] =
    "\n:root{--new:#0b4fa8;--newback:#e3eeff;--old:#a34700;--oldback:#ffece0}\n"
    "@media (prefers-color-scheme:dark){:root{--new:#9cc3ff;--newback:#12294a;"
    "--old:#ffb482;--oldback:#452208}}\n"
    "body{padding-top:2.5rem}main,footer{max-width:76rem}\n"
    "header{max-width:60ch}header p{margin:.15em 0}\n"
    ".sides{margin:1em 0;border-collapse:collapse;min-width:0}\n"
    ".sides th,.sides td{padding:.25em 1.2em .25em 0;border-bottom:1px solid var(--rule)}.sides th,"
    ".sides td:nth-child(n+3){white-space:nowrap}\n"
    ".total{font-size:1.15rem;font-weight:700}\n"
    "main>input{position:absolute;opacity:0;width:1px;height:1px}\n"
    ".switch{display:inline-block;margin:1.2em .4em .6em 0;padding:.4em .9em;"
    "border:1px solid var(--muted);border-radius:6px;cursor:pointer}\n"
    "#marked:checked~label[for=marked],#sides:checked~label[for=sides],"
    "#whole:checked~label[for=whole]{background:var(--ink);color:var(--paper);"
    "border-color:var(--ink)}\n"
    "#marked:focus-visible~label[for=marked],#sides:focus-visible~label[for=sides],"
    "#whole:focus-visible~label[for=whole]{outline:3px solid var(--accent);"
    "outline-offset:2px}\n"
    "#marked:checked~.changes .both,#sides:checked~.changes .one{display:none}\n"
    ".far,.one.far,.both.far{display:none}#whole:checked~.changes .far{display:block}\n"
    "#whole:checked~.changes .both.far{display:grid}\n"
    "#whole:checked~.changes .gap{display:none}\n"
    "#marked:checked~.changes .both.far{display:none}\n"
    "#sides:checked~.changes .one.far{display:none}\n"
    ".changes section{margin-top:2.2em}\n"
    ".changes h2{margin:0 0 .6em;padding-top:.7em}\n"
    ".count{margin-left:.6em;font-size:.95rem;font-weight:400;color:var(--muted)}\n"
    ".one{max-width:66ch;margin:0 0 .9em;white-space:pre-wrap}\n"
    ".both{display:grid;grid-template-columns:1fr 1fr;gap:0 2rem;margin:0 0 .9em}\n"
    ".both>div{white-space:pre-wrap;min-width:0}\n"
    ".one .table,.one pre,.both .table,.both pre{margin:0}.one table,.both table{"
    "white-space:normal}.one pre,.both pre{margin:.2em 0}\n"
    ".legend{font-size:.9rem;color:var(--muted)}.legend>*{margin-right:.9em}\n"
    ".raw{font-family:ui-monospace,Menlo,Consolas,\"NanumGothicCoding\",monospace;"
    "font-size:.88em}\n"
    ".one.head,.both.head{font-weight:700;font-size:1.1rem}\n"
    ".one.item,.both.item>div{padding-left:1.1em;text-indent:-1.1em}\n"
    "ins,del{border-radius:3px;padding:0 .12em;-webkit-box-decoration-break:clone;"
    "box-decoration-break:clone}\n"
    "ins{color:var(--new);background:var(--newback);text-decoration:underline;"
    "text-decoration-thickness:2px;text-underline-offset:.18em}\n"
    "del{color:var(--old);background:var(--oldback);text-decoration:line-through}\n"
    ".note{display:block;font-size:.85rem;color:var(--muted)}\n"
    ".note::before{content:\"\\2192\\00a0\"}\n"
    ".away{color:var(--muted)}\n"
    ".gap{margin:.2em 0 .8em;color:var(--muted)}\n"
    ".side{display:none;font-size:.8rem;color:var(--muted)}\n"
    ".thread{max-width:62ch;margin:.2em 0 1.3em 1.2rem;padding:.6em .9em;"
    "border-left:4px solid var(--muted);background:var(--shade);break-inside:avoid}\n"
    ".thread.open{border-left-color:var(--old)}\n"
    ".thread p{margin:.25em 0}.thread .head{font-size:.88rem;color:var(--muted)}\n"
    ".thread .head b{color:var(--ink)}.thread blockquote{margin:.3em 0;"
    "font-size:.93em}\n"
    ".late{color:var(--old);font-weight:700}\n"
    "@media screen and (max-width:44rem){.both{display:block}.both>div{margin-bottom:.5em}"
    ".side{display:block}#whole:checked~.changes .both.far{display:block}"
    "#marked:checked~.changes .both{display:none}"
    "#marked:checked~.changes .both.far{display:none}}\n"
    "@media print{:root{--new:#000;--old:#444;--newback:transparent;"
    "--oldback:transparent}.switch{display:none}.thread{background:none;"
    "border-left-color:#000}ins{font-weight:600}.changes h2{break-after:avoid}"
    ".one,.both{orphans:3;widows:3}.head,.gap,.note,header,.legend{break-after:avoid}"
    ".both{gap:0 1.2rem}.table{break-inside:avoid}}\n";
/* clang-format on */

static void add_text(StrBuf *out, Str text, Visible mode)
{
    StrBuf visible = {0};

    unicode_visible(text, mode, &visible);
    html_add_text(out, strbuf_view(&visible));
    strbuf_deinit(&visible);
}

static void add_line(StrBuf *out, Str text)
{
    add_text(out, text, VISIBLE_ONE_LINE);
}

/* What is of no use as it is written: a table is one, code stands as code. */
static void add_words(const RedlineBlock *block, ReportView view, StrBuf *out)
{
    if (block->kind == BLOCK_CODE)
        report_code(block, view, out);
    else if (block->kind != BLOCK_TABLE || !report_table(block, view, out))
        report_words(block, view, out);
}

static bool is_raw(const RedlineBlock *block, ReportView view)
{
    StrBuf ignored = {0};
    bool raw = block->kind == BLOCK_HTML ||
               (block->kind == BLOCK_TABLE && !report_table(block, view, &ignored));

    strbuf_deinit(&ignored);
    return raw;
}

/* -- the head ------------------------------------------------------------------- */

static void add_side(StrBuf *out, const char *label, const ReportSide *side)
{
    strbuf_addf(out, "<tr><th scope=\"row\">%s</th><td>", label);
    add_line(out, side->name);
    strbuf_addz(out, "</td><td>");
    add_line(out, side->who);
    strbuf_addz(out, "</td><td>");
    add_line(out, side->when);
    strbuf_addz(out, "</td></tr>\n");
}

static void add_total(const Report *report, StrBuf *out)
{
    const Redline *r = report->redline;
    const Wording *wording = wording_of(report->lang);
    StrBuf words = {0};

    redline_total(r, report->lang, &words);
    strbuf_addz(out, "<p class=\"total\">");
    if (words.len > 0)
        add_line(out, strbuf_view(&words));
    else
        strbuf_addz(out, wording->details);
    strbuf_addz(out, "</p>\n");
    strbuf_deinit(&words);
}

static size_t open_threads(const Report *report)
{
    size_t open = 0;

    for (size_t i = 0; i < report->thread_count; i++)
        open += report->threads[i].open;
    return open;
}

/* What the marks mean, where there are some. */
static void add_legend(const Report *report, StrBuf *out)
{
    const Redline *r = report->redline;
    bool marks = r->meta_count > 0, moves = false;

    for (size_t i = 0; i < r->block_count; i++) {
        moves |= r->blocks[i].state == BLOCK_MOVED_HERE;
        marks |= r->blocks[i].state != BLOCK_SAME;
    }
    if (!marks)
        return;
    strbuf_addf(out, "<p class=\"legend\"><ins>%s</ins> <del>%s</del>", _("new words"),
                _("words that went"));
    if (moves)
        strbuf_addf(out, " <span>→ %s</span>", _("moved, the words are the same"));
    strbuf_addz(out, "</p>\n");
}

static void add_head(const Report *report, StrBuf *out)
{
    size_t open = open_threads(report);

    strbuf_addz(out, "<header><h1>");
    add_line(out, report->title);
    strbuf_addz(out, "</h1>\n<table class=\"sides\">\n");
    add_side(out, _("Before"), &report->from);
    add_side(out, _("After"), &report->to);
    strbuf_addz(out, "</table>\n");
    add_total(report, out);
    add_legend(report, out);
    if (open > 0) {
        strbuf_addz(out, "<p>");
        message_addf(out,
                     ngettext("%zu question is open.", "%zu questions are open.",
                              (unsigned long)open),
                     open);
        strbuf_addz(out, "</p>\n");
    }
    strbuf_addz(out, "</header>\n");
}

static void add_switches(StrBuf *out)
{
    strbuf_addz(out, "<input type=\"radio\" name=\"view\" id=\"marked\" checked>\n"
                     "<input type=\"radio\" name=\"view\" id=\"sides\">\n"
                     "<input type=\"checkbox\" id=\"whole\">\n");
    strbuf_addf(out, "<label class=\"switch\" for=\"marked\">%s</label>\n",
                _("Changes marked"));
    strbuf_addf(out, "<label class=\"switch\" for=\"sides\">%s</label>\n",
                _("Side by side"));
    strbuf_addf(out, "<label class=\"switch\" for=\"whole\">%s</label>\n",
                _("The whole text"));
}

/* -- changes -------------------------------------------------------------------- */

/* "moved here from Problem", above the first of what moved together. */
static void add_move(const Report *report, const RedlineBlock *block,
                     const RedlinePart *part, StrBuf *out)
{
    const Redline *r = report->redline;
    bool moved = block->state == BLOCK_MOVED_HERE || block->state == BLOCK_MOVED_AWAY;

    if (!moved || review_goes_on(r, (size_t)(block - r->blocks)))
        return;
    const RedlinePart *other = &report->redline->parts[block->other_part];
    const Wording *wording = wording_of(report->lang);
    bool here = block->state == BLOCK_MOVED_HERE;
    StrBuf note = {0}, title = {0};

    strbuf_add(&title, other->title);
    if (other == part || other->title.len == 0)
        strbuf_addz(&note, here ? wording->moved_here : wording->moved_away);
    else
        message_addf(&note, here ? wording->moved_from : wording->moved_to,
                     strbuf_cstr(&title));
    strbuf_addz(out, "<span class=\"note\">");
    add_line(out, strbuf_view(&note));
    strbuf_addz(out, "</span>");
    strbuf_deinit(&note);
    strbuf_deinit(&title);
}

static void add_class(StrBuf *out, const char *name, const RedlineBlock *block,
                      bool far)
{
    strbuf_addf(out, "<div class=\"%s%s%s%s\">", name,
                is_raw(block, VIEW_MARKED)     ? " raw"
                : block->kind == BLOCK_HEADING ? " head"
                : block->kind == BLOCK_ITEM    ? " item"
                                               : "",
                far ? " far" : "", block->state == BLOCK_MOVED_AWAY ? " away" : "");
}

static void add_marked(const Report *report, const RedlineBlock *block,
                       const RedlinePart *part, bool far, StrBuf *out)
{
    add_class(out, "one", block, far);
    add_move(report, block, part, out);
    add_words(block, VIEW_MARKED, out);
    strbuf_addz(out, "</div>\n");
}

/* What stands on one side: a block that came has nothing before, and so on. */
static void add_column(const Report *report, const RedlineBlock *block,
                       const RedlinePart *part, ReportView view, StrBuf *out)
{
    bool old = view == VIEW_OLD;
    bool nothing =
        old ? block->state == BLOCK_ADDED || block->state == BLOCK_MOVED_HERE
            : block->state == BLOCK_REMOVED || block->state == BLOCK_MOVED_AWAY;

    strbuf_addf(out, "<div><span class=\"side\">%s</span>",
                old ? _("Before") : _("After"));
    if (!nothing) {
        add_move(report, block, part, out);
        add_words(block, view, out);
    }
    strbuf_addz(out, "</div>");
}

static void add_sides(const Report *report, const RedlineBlock *block,
                      const RedlinePart *part, bool far, StrBuf *out)
{
    add_class(out, "both", block, far);
    add_column(report, block, part, VIEW_OLD, out);
    add_column(report, block, part, VIEW_NEW, out);
    strbuf_addz(out, "</div>\n");
}

/* -- threads -------------------------------------------------------------------- */

static void add_said(StrBuf *out, Str who, Str when, Str text)
{
    strbuf_addz(out, "<p><b>");
    add_line(out, who);
    strbuf_addz(out, "</b> <span class=\"when\">");
    add_line(out, when);
    strbuf_addz(out, text.len > 0 ? "</span><br>" : "</span>");
    add_text(out, text, VISIBLE_LINES);
    strbuf_addz(out, "</p>\n");
}

static void add_thread(const ReportThread *t, StrBuf *out)
{
    strbuf_addf(out, "<aside class=\"thread%s\"><p class=\"head\"><b>",
                t->open ? " open" : "");
    add_line(out, t->label);
    strbuf_addz(out, "</b> ");
    add_line(out, t->kind);
    strbuf_addf(out, " · <span%s>", t->late ? " class=\"late\"" : "");
    add_line(out, t->state);
    strbuf_addz(out, "</span></p>\n");
    if (t->quote.len > 0) {
        strbuf_addz(out, "<blockquote>");
        add_text(out, t->quote, VISIBLE_LINES);
        strbuf_addz(out, "</blockquote>\n");
    }
    bool alone = str_eq(t->text, t->suggestion); /* nothing was said beside the words */
    add_said(out, t->who, t->when, alone ? (Str){0} : t->text);
    if (t->suggestion.len > 0) {
        strbuf_addf(out, "<p>%s <ins>", _("Suggested wording:"));
        add_text(out, t->suggestion, VISIBLE_LINES);
        strbuf_addz(out, "</ins></p>\n");
    }
    for (size_t i = 0; i < t->reply_count; i++)
        add_said(out, t->replies[i].who, t->replies[i].when, t->replies[i].text);
    strbuf_addz(out, "</aside>\n");
}

static bool holds_thread(const Report *report, size_t block)
{
    for (size_t i = 0; i < report->thread_count; i++)
        if (report->threads[i].block == block)
            return true;
    return false;
}

static void add_threads(const Report *report, size_t block, StrBuf *out)
{
    for (size_t i = 0; i < report->thread_count; i++)
        if (report->threads[i].block == block)
            add_thread(&report->threads[i], out);
}

/* -- parts ---------------------------------------------------------------------- */

/* Is the block shown when only changes are: one that changed, or is asked about, or
 * stands beside a change? */
static bool is_near(const Report *report, const RedlinePart *part, size_t at)
{
    const RedlineBlock *blocks = report->redline->blocks;
    size_t end = part->first_block + part->block_count;

    if (blocks[at].state != BLOCK_SAME || holds_thread(report, at))
        return true;
    if (blocks[at].kind == BLOCK_HEADING || blocks[at].kind == BLOCK_HTML)
        return false;
    return (at > part->first_block && blocks[at - 1].state != BLOCK_SAME) ||
           (at + 1 < end && blocks[at + 1].state != BLOCK_SAME);
}

static void add_part_head(const Report *report, const RedlinePart *part, StrBuf *out)
{
    const Wording *wording = wording_of(report->lang);
    StrBuf counts = {0};

    strbuf_addz(out, "<h2>");
    if (part->title.len > 0)
        add_line(out, part->title);
    else
        strbuf_addz(out, report->redline->part_count > 1 ? wording->opening
                                                         : wording->whole);
    if (part->added || part->removed)
        wording_counts(part->added, part->removed, "−", report->redline->lang,
                       report->lang, &counts);
    if (counts.len > 0) {
        strbuf_addz(out, "<span class=\"count\">");
        add_line(out, strbuf_view(&counts));
        strbuf_addz(out, "</span>");
    }
    strbuf_addz(out, "</h2>\n");
    strbuf_deinit(&counts);
}

static void add_part(const Report *report, const RedlinePart *part, StrBuf *out)
{
    const Redline *r = report->redline;
    size_t end = part->first_block + part->block_count;
    bool far = !part->changed, gap = false;

    for (size_t i = part->first_block; far && i < end; i++)
        far = !holds_thread(report, i);
    strbuf_addf(out, "<section%s>\n", far ? " class=\"far\"" : "");
    add_part_head(report, part, out);
    for (size_t i = part->first_block; i < end; i++) {
        const RedlineBlock *block = &r->blocks[i];
        bool near = is_near(report, part, i);
        /* The heading stands above already; what is asked about the section is here. */
        if (block->kind == BLOCK_HEADING && block->state == BLOCK_SAME) {
            add_threads(report, i, out);
            continue;
        }
        if (!near && !gap && !far)
            strbuf_addz(out, "<p class=\"gap\">…</p>\n");
        gap = !near;
        add_marked(report, block, part, !near && !far, out);
        add_sides(report, block, part, !near && !far, out);
        add_threads(report, i, out);
    }
    strbuf_addz(out, "</section>\n");
}

static void add_details(const Report *report, StrBuf *out)
{
    const Redline *r = report->redline;

    if (r->meta_count == 0)
        return;
    strbuf_addf(out, "<section><h2>%s</h2>\n", wording_of(report->lang)->details);
    for (size_t i = 0; i < r->meta_count; i++) {
        strbuf_addz(out, "<p>");
        add_line(out, r->meta[i].key);
        strbuf_addz(out, ": ");
        if (r->meta[i].before.len > 0) {
            strbuf_addz(out, "<del>");
            add_line(out, r->meta[i].before);
            strbuf_addz(out, "</del> ");
        }
        if (r->meta[i].after.len > 0) {
            strbuf_addz(out, "<ins>");
            add_line(out, r->meta[i].after);
            strbuf_addz(out, "</ins>");
        }
        strbuf_addz(out, "</p>\n");
    }
    strbuf_addz(out, "</section>\n");
}

static void add_without_place(const Report *report, StrBuf *out)
{
    if (!holds_thread(report, NO_INDEX))
        return;
    strbuf_addf(out, "<section><h2>%s</h2>\n", _("Questions without a place"));
    add_threads(report, NO_INDEX, out);
    strbuf_addz(out, "</section>\n");
}

/* Words in a style sheet: what could end them, or the sheet, by its number. */
static void add_css_string(StrBuf *out, Str text)
{
    StrBuf visible = {0};

    unicode_visible(text, VISIBLE_ONE_LINE, &visible);
    strbuf_addc(out, '"');
    for (size_t i = 0; i < visible.len; i++) {
        unsigned char c = (unsigned char)visible.ptr[i];
        if (c < ' ' || strchr("\"\\<>&", c))
            strbuf_addf(out, "\\%x ", c);
        else
            strbuf_addc(out, visible.ptr[i]);
    }
    strbuf_addc(out, '"');
    strbuf_deinit(&visible);
}

/* On paper each page says of what it is one: browsers that know margin boxes. */
static void add_sheet(const Report *report, StrBuf *out)
{
    StrBuf about = {0};

    strbuf_addf(&about, "%.*s: %.*s → %.*s", STR_ARG(report->title),
                STR_ARG(report->from.brief), STR_ARG(report->to.brief));
    strbuf_add(out, (Str){style, sizeof style - 1});
    strbuf_addz(out, "@page{font-family:system-ui,\"Noto Sans\",\"Noto Sans CJK KR\","
                     "\"NanumGothic\",sans-serif;font-size:8.5pt;color:#4a4a4a;"
                     "@top-left{content:");
    add_css_string(out, strbuf_view(&about));
    strbuf_addz(out, "}@bottom-right{content:counter(page) \" / \" counter(pages)}}\n");
    strbuf_deinit(&about);
}

void report_html(const Report *report, StrBuf *out)
{
    const Redline *r = report->redline;
    StrBuf sheet = {0};

    add_sheet(report, &sheet);
    html_page_begin_with(out, report->lang, report->title, strbuf_view(&sheet));
    strbuf_deinit(&sheet);
    add_head(report, out);
    add_switches(out);
    strbuf_addf(out, "<div class=\"changes\" lang=\"%s\">\n", lang_code(r->lang));
    add_details(report, out);
    for (size_t i = 0; i < r->part_count; i++)
        add_part(report, &r->parts[i], out);
    add_without_place(report, out);
    strbuf_addz(out, "</div>\n");
    html_page_end(out, report->stamp);
}
