#include "render/sheets.h"

#include "base/message.h"
#include "base/unicode.h"
#include "render/html_page.h"
#include "review/meeting.h"

enum { FORM_ROWS = 14, REMARK_LINES = 3, SHEET_LINES = 5 };

bool paper_parse(Str name, Paper *out)
{
    bool letter = str_eq_nocase(name, STR("letter"));

    if (!letter && !str_eq_nocase(name, STR("a4")))
        return false;
    *out = letter ? PAPER_LETTER : PAPER_A4;
    return true;
}

/* -- style ----------------------------------------------------------------------------
 */

/* The words of the sheet stand in a column of two thirds: numbers to the left of it,
 * room for a pencil to the right. */
/* clang-format off */
static const char sheet_style[] =
    "\n.place{margin:1.2em 0 .1em;font-size:.8125rem;color:var(--muted)}\n"
    ".form table{width:100%}.form td{height:2.1em;border-bottom:1px solid var(--rule)}\n"
    ".form th:first-child{width:32%}\n"
    ".line{height:2em;border-bottom:1px solid var(--rule);margin:0}\n"
    ".who{display:flex;gap:2em}.who span{flex:1;border-bottom:1px solid var(--rule);"
    "padding-bottom:1.6em;color:var(--muted);font-size:.8125rem}\n"
    ".votes{list-style:none;padding:0;columns:2}.votes li{margin:0 0 .35em}"
    ".votes li::before{content:\"\";"
    "display:inline-block;width:.8em;height:.8em;margin-right:.7em;"
    "border:1px solid var(--ink)}\n"
    ".box{break-inside:avoid;margin:0 0 1.3em}.box h2{margin:0 0 .2em;padding:0;border:0;"
    "font-size:1.05rem}.box ul{margin:.2em 0 .3em;font-size:.85rem;color:var(--muted)}\n"
    "@media print{main{max-width:none;margin:0}\n"
    ".reading{margin:0 50mm 0 26mm}\n"
    ".reading .place{float:left;clear:both;width:23mm;margin:.25em 0 0 -26mm;"
    "font-size:8pt;line-height:1.25;break-after:avoid}\n"
    ".reading .pair{padding-left:0;position:static}.reading .pair .number{display:none}\n"
    ".reading .pair,.reading .said,.reading blockquote{break-inside:auto}\n"
    ".reading h1,.reading h2,.reading h3{break-after:avoid}\n"
    ".reading h2.label{margin-top:1.4em}\n"
    ".form{break-before:page}.form h2{margin-top:0;border:0;padding:0}\n"
    "footer{display:none}}\n";
/* clang-format on */

/* A string of CSS: only what cannot end it. */
static void add_css_string(StrBuf *out, Str text)
{
    strbuf_addc(out, '"');
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if (c < ' ' || c == '"' || c == '\\' || c == '<')
            strbuf_addc(out, ' ');
        else
            strbuf_addc(out, (char)c);
    }
    strbuf_addc(out, '"');
}

/* A page that is handed back alone says of what it is. */
static void add_foot(Str title, Str stamp, StrBuf *out)
{
    enum { TITLE_COLS = 60 };
    StrBuf foot = {0};

    strbuf_add(&foot, unicode_fit(title, TITLE_COLS));
    if (foot.len < title.len)
        strbuf_addz(&foot, " …");
    strbuf_addz(&foot, foot.len > 0 && stamp.len > 0 ? ". " : "");
    strbuf_add(&foot, stamp);
    add_css_string(out, strbuf_view(&foot));
    strbuf_deinit(&foot);
}

static void make_style(Paper paper, Str title, Str stamp, StrBuf *out)
{
    static const char look[] = ";font:8.5pt system-ui,sans-serif;color:#4a4a4a}";

    strbuf_addz(out, sheet_style);
    strbuf_addf(out, "@page{size:%s;margin:18mm 16mm 20mm;@bottom-left{content:",
                paper == PAPER_LETTER ? "letter" : "A4");
    add_foot(title, stamp, out);
    strbuf_addf(out,
                "%s@bottom-right{content:counter(page) \" / \" counter(pages)%s}\n",
                look, look);
}

/* -- the form ------------------------------------------------------------------------
 */

static void add_tag(StrBuf *out, const char *open, const char *words, const char *close)
{
    strbuf_addz(out, open);
    html_add_text(out, str_from(words));
    strbuf_addz(out, close);
}

static void add_who(StrBuf *out)
{
    strbuf_addz(out, "<p class=\"who\">");
    add_tag(out, "<span>", _("Name"), "</span>");
    add_tag(out, "<span>", _("Date"), "</span></p>\n");
}

static void add_lines(StrBuf *out, int count)
{
    for (int i = 0; i < count; i++)
        strbuf_addz(out, "<p class=\"line\"></p>\n");
}

static void add_votes(StrBuf *out)
{
    add_tag(out, "<h3>", _("Your vote, folded until everybody has voted"), "</h3>\n");
    strbuf_addz(out, "<ul class=\"votes\">\n");
    for (int i = OUTCOME_GO; i < OUTCOME_COUNT; i++)
        add_tag(out, "<li>", outcome_words((Outcome)i), "</li>\n");
    strbuf_addz(out, "</ul>\n");
}

static void add_form(StrBuf *out)
{
    strbuf_addz(out, "</div>\n<section class=\"form\">\n");
    add_tag(out, "<h2>", _("Hand this page back"), "</h2>\n");
    add_who(out);
    add_tag(out, "<table><thead><tr><th>", _("Paragraph, such as Problem 2"), "</th>");
    add_tag(out, "<th>", _("What you ask or say about it"),
            "</th></tr></thead><tbody>\n");
    for (int i = 0; i < FORM_ROWS; i++)
        strbuf_addz(out, "<tr><td></td><td></td></tr>\n");
    strbuf_addz(out, "</tbody></table>\n");
    add_tag(out, "<h3>", _("One general remark"), "</h3>\n");
    add_lines(out, REMARK_LINES);
    add_votes(out);
    strbuf_addz(out, "</section>\n");
}

void sheets_reading(const Document *doc, Paper paper, const HtmlOptions *options,
                    StrBuf *out)
{
    Arena arena = {0};
    ReadingUnits reading;
    StrBuf style = {0}, behind = {0};
    HtmlOptions own = *options;

    reading_make(doc, &arena, &reading);
    make_style(paper, doc->title, options->stamp, &style);
    add_form(&behind);
    own.headings = true;
    own.reading = &reading;
    own.style = strbuf_view(&style);
    own.behind = strbuf_view(&behind);
    own.before = STR("<div class=\"reading\">\n");
    render_html(doc, &own, out);
    strbuf_deinit(&style);
    strbuf_deinit(&behind);
    arena_deinit(&arena);
}

/* -- five questions -------------------------------------------------------------------
 */

static void add_box(const PartSpec *spec, StrBuf *out)
{
    strbuf_addz(out, "<div class=\"box\"><h2>");
    html_add_visible(out, spec->title);
    strbuf_addz(out, "</h2>\n<ul>\n");
    for (size_t i = 0; i < spec->questions.count; i++) {
        strbuf_addz(out, "<li>");
        html_add_visible(out, spec->questions.items[i]);
        strbuf_addz(out, "</li>\n");
    }
    strbuf_addz(out, "</ul>\n");
    add_lines(out, SHEET_LINES);
    strbuf_addz(out, "</div>\n");
}

void sheets_five(const Library *lib, Lang lang, Str title, Paper paper, Str stamp,
                 StrBuf *out)
{
    const Template *t = library_template(lib, STR("five-questions"), lang);
    StrBuf style = {0};
    Str name = t ? t->name : STR("PR/FAQ");

    make_style(paper, title, stamp, &style);
    html_page_begin_with(out, lang, name, strbuf_view(&style));
    strbuf_addz(out, "<h1>");
    html_add_visible(out, name);
    strbuf_addz(out, "</h1>\n");
    if (title.len > 0) {
        strbuf_addz(out, "<p class=\"subheading\">");
        html_add_visible(out, title);
        strbuf_addz(out, "</p>\n");
    }
    add_who(out);
    add_tag(out, "<p>", _("Answer alone. Nobody reads it before all are done."),
            "</p>\n");
    for (size_t i = 0; t && i < t->spec_count; i++)
        if (t->specs[i].region == REGION_FIVE)
            add_box(&t->specs[i], out);
    html_page_end(out, stamp);
    strbuf_deinit(&style);
}
