#include "render/html.h"

#include <string.h>

#include "base/unicode.h"
#include "base/utf8.h"
#include "render/html_page.h"
#include "render/link.h"
#include "render/markup.h"

/* Names given to headings, so that none is given twice: open addressing. */
typedef struct Names {
    Str *slots;
    size_t cap; /* a power of two; at most half are used */
    unsigned *uses;
} Names;

typedef struct Page {
    const Document *doc;
    const HtmlOptions *options;
    Markup markup;
    Arena *arena;
    StrBuf *out;
    Names names;
    bool headline; /* there is one: other headings stand below it */
    bool body;     /* of a table is open */
    size_t pair;   /* open FAQ pair, or NO_INDEX */
    size_t unit;   /* labelled last, or NO_INDEX */
} Page;

static void names_init(Names *names, size_t headings, Arena *arena)
{
    names->cap = 16;
    while (names->cap < headings * 4)
        names->cap *= 2;
    names->slots = arena_array(arena, names->cap, sizeof *names->slots);
    names->uses = arena_array(arena, names->cap, sizeof *names->uses);
}

/* How many names were made from this one; 0: it is free. */
static unsigned *names_slot(Names *names, Str name)
{
    size_t hash = 5381;

    for (size_t i = 0; i < name.len; i++)
        hash = hash * 33 + (unsigned char)name.ptr[i];
    for (size_t i = hash & (names->cap - 1);; i = (i + 1) & (names->cap - 1)) {
        if (names->uses[i] == 0)
            names->slots[i] = name;
        if (str_eq(names->slots[i], name))
            return &names->uses[i];
    }
}

/* `name`, or the first free one of "name-1", "name-2", … */
static Str names_take(Names *names, Str name, Arena *arena)
{
    unsigned *uses = names_slot(names, name);
    Str taken = name;

    while (*names_slot(names, taken) > 0)
        taken = arena_printf(arena, "%.*s-%u", STR_ARG(name), (*uses)++);
    *names_slot(names, taken) = 1;
    return taken;
}

/* The name by which others link to a heading: its letters and digits in lower
 * case, with hyphens between words, as on GitHub. */
static Str heading_name(Page *p, size_t open)
{
    StrBuf b = {0};

    for (size_t i = open; p->markup.marks[i].step != MARK_CLOSE ||
                          p->markup.marks[i].kind != MARK_HEADING;
         i++) {
        Str text = p->markup.marks[i].text;
        for (size_t at = 0; at < text.len;) {
            uint32_t cp;
            at += utf8_decode(text, at, &cp);
            if (unicode_is_letter(cp) || unicode_is_digit(cp) || unicode_is_mark(cp))
                utf8_append(&b, unicode_fold(cp));
            else if ((cp == ' ' || cp == '-') && b.len && b.ptr[b.len - 1] != '-')
                strbuf_addc(&b, '-');
        }
    }
    while (b.len && b.ptr[b.len - 1] == '-')
        strbuf_truncate(&b, b.len - 1);
    Str name = b.len ? arena_str(p->arena, strbuf_view(&b)) : STR("section");
    strbuf_deinit(&b);
    return name;
}

static void add_heading(Page *p, size_t at)
{
    const Mark *m = &p->markup.marks[at];
    int level = m->number + (p->headline && m->number == 1);

    if (m->step == MARK_CLOSE) {
        strbuf_addf(p->out, "</h%d>\n", level);
        return;
    }
    strbuf_addf(p->out, "<h%d id=\"", level);
    html_add_text(p->out, names_take(&p->names, heading_name(p, at), p->arena));
    strbuf_addz(p->out, "\">");
}

static void add_question(Page *p, const Mark *m, bool nested)
{
    const char *tag = nested ? "p" : "h3";

    if (m->step == MARK_CLOSE) {
        strbuf_addf(p->out, "</%s>\n", tag);
        return;
    }
    strbuf_addf(p->out, "<%s class=\"question\" id=\"q%d\">", tag,
                p->doc->questions[m->question].number);
    if (m->number > 0)
        strbuf_addf(p->out, "<span class=\"number\">%d.</span> ", m->number);
}

/* Tags by role; NULL where the block's own tag serves. */
static const char *role_tag(MarkRole role, bool open)
{
    switch (role) {
    case ROLE_HEADLINE:
        return open ? "<h1>" : "</h1>\n";
    case ROLE_SUBHEADING:
        return open ? "<p class=\"subheading\">" : "</p>\n";
    case ROLE_LEAD:
        return open ? "<p class=\"lead\">" : "</p>\n";
    case ROLE_QUOTE:
        return open ? "<p class=\"said\">" : "</p>\n";
    case ROLE_LABEL:
        return open ? "<h2 class=\"label\">" : "</h2>\n";
    default:
        return NULL;
    }
}

static void add_words_tag(Page *p, size_t at, int depth)
{
    const Mark *m = &p->markup.marks[at];
    bool open = m->step == MARK_OPEN;
    const char *tag = role_tag(m->role, open);

    if (m->role == ROLE_QUESTION)
        add_question(p, m, depth > 0);
    else if (tag)
        strbuf_addz(p->out, tag);
    else if (m->kind == MARK_HEADING)
        add_heading(p, at);
    else if (!m->tight)
        strbuf_addz(p->out, open ? "<p>" : "</p>\n");
    else if (!open)
        strbuf_addc(p->out, '\n');
}

static void add_list(Page *p, const Mark *m)
{
    const char *tag = m->number < 0 ? "ul" : "ol";

    if (m->step == MARK_CLOSE)
        strbuf_addf(p->out, "</%s>\n", tag);
    else if (m->number >= 0 && m->number != 1)
        strbuf_addf(p->out, "<ol start=\"%d\">\n", m->number);
    else
        strbuf_addf(p->out, "<%s>\n", tag);
}

static void add_table(Page *p, const Mark *m)
{
    if (m->step == MARK_OPEN) {
        strbuf_addz(p->out, "<div class=\"table\"><table>\n");
        p->body = false;
        return;
    }
    strbuf_addz(p->out, p->body ? "</tbody>\n</table></div>\n" : "</table></div>\n");
}

static void add_row(Page *p, const Mark *m)
{
    if (m->step == MARK_OPEN) {
        if (!m->header && !p->body)
            strbuf_addz(p->out, "<tbody>\n");
        p->body = p->body || !m->header;
        strbuf_addz(p->out, m->header ? "<thead>\n<tr>" : "<tr>");
        return;
    }
    if (m->number == 1)
        strbuf_addz(p->out, "<td></td>");
    else if (m->number > 1)
        strbuf_addf(p->out, "<td colspan=\"%d\"></td>", m->number);
    strbuf_addz(p->out, m->header ? "</tr>\n</thead>\n" : "</tr>\n");
}

static void add_cell(Page *p, const Mark *m)
{
    const char *tag = m->header ? "th" : "td";

    if (m->step == MARK_CLOSE)
        strbuf_addf(p->out, "</%s>", tag);
    else if (m->align == ALIGN_CENTER || m->align == ALIGN_RIGHT)
        strbuf_addf(p->out, "<%s class=\"%c\">", tag,
                    m->align == ALIGN_CENTER ? 'c' : 'r');
    else
        strbuf_addf(p->out, "<%s>", tag);
}

/* Does a link show nothing but its own target? */
static bool link_is_bare(const Page *p, size_t at)
{
    const Mark *text = &p->markup.marks[at + 1];

    return at + 2 < p->markup.count && text->kind == MARK_TEXT &&
           text[1].kind == MARK_LINK && str_eq(text->text, p->markup.marks[at].target);
}

static void add_link(Page *p, size_t at)
{
    const Mark *m = &p->markup.marks[at];

    if (m->step == MARK_CLOSE) {
        strbuf_addz(p->out, "</a>");
        return;
    }
    strbuf_addz(p->out,
                link_is_bare(p, at) ? "<a class=\"bare\" href=\"" : "<a href=\"");
    link_add_href(p->out, m->target);
    strbuf_addz(p->out, "\">");
}

/* The media type of a picture by its first bytes; NULL for anything else, SVG
 * above all, which can hold scripts. */
static const char *image_type(Str bytes)
{
    if (str_starts(bytes, STR("\x89PNG\r\n\x1a\n")))
        return "image/png";
    if (str_starts(bytes, STR("\xff\xd8\xff")))
        return "image/jpeg";
    if (str_starts(bytes, STR("GIF87a")) || str_starts(bytes, STR("GIF89a")))
        return "image/gif";
    if (str_starts(bytes, STR("RIFF")) && str_eq(str_slice(bytes, 8, 12), STR("WEBP")))
        return "image/webp";
    return NULL;
}

static void add_image(Page *p, const Mark *m)
{
    StrBuf path = {0};
    Str bytes = {0};
    const char *type = NULL;

    link_add_decoded(&path, m->target);
    if (p->options->image && link_is_local_path(strbuf_view(&path)) &&
        p->options->image(p->options->image_ctx, strbuf_view(&path), &bytes))
        type = image_type(bytes);
    strbuf_deinit(&path);
    if (!type) {
        html_add_text(p->out, m->text);
        return;
    }
    strbuf_addf(p->out, "<img src=\"data:%s;base64,", type);
    html_add_base64(p->out, bytes);
    strbuf_addz(p->out, "\" alt=\"");
    html_add_text(p->out, m->text);
    strbuf_addz(p->out, "\">");
}

static void add_code(Page *p, const Mark *m, bool block)
{
    strbuf_addz(p->out, block ? "<pre><code>" : "<code>");
    html_add_text(p->out, m->text);
    strbuf_addz(p->out, block ? "\n</code></pre>\n" : "</code>");
}

static void add_mark(Page *p, size_t at, int depth)
{
    const Mark *m = &p->markup.marks[at];
    bool open = m->step == MARK_OPEN;

    switch ((MarkKind)m->kind) {
    case MARK_PARAGRAPH:
    case MARK_HEADING:
        add_words_tag(p, at, depth);
        break;
    case MARK_QUOTE:
        strbuf_addz(p->out, open ? "<blockquote>\n" : "</blockquote>\n");
        break;
    case MARK_LIST:
        add_list(p, m);
        break;
    case MARK_ITEM:
        strbuf_addz(p->out, open ? "<li>" : "</li>\n");
        break;
    case MARK_TABLE:
        add_table(p, m);
        break;
    case MARK_ROW:
        add_row(p, m);
        break;
    case MARK_CELL:
        add_cell(p, m);
        break;
    case MARK_CODE_BLOCK:
        add_code(p, m, true);
        break;
    case MARK_RULE:
        strbuf_addz(p->out, "<hr>\n");
        break;
    case MARK_EMPHASIS:
        strbuf_addz(p->out, open ? "<em>" : "</em>");
        break;
    case MARK_STRONG:
        strbuf_addz(p->out, open ? "<strong>" : "</strong>");
        break;
    case MARK_LINK:
        add_link(p, at);
        break;
    case MARK_IMAGE:
        add_image(p, m);
        break;
    case MARK_TEXT:
        html_add_text(p->out, m->text);
        break;
    case MARK_CODE:
        add_code(p, m, false);
        break;
    case MARK_SOFT_BREAK:
        strbuf_addc(p->out, '\n');
        break;
    case MARK_HARD_BREAK:
        strbuf_addz(p->out, "<br>\n");
        break;
    }
}

/* Open and close the frames of FAQ pairs between blocks. */
static void turn_pair(Page *p, const Mark *m)
{
    bool begins = m && m->role == ROLE_QUESTION;
    size_t pair = m && (begins || p->pair != NO_INDEX) ? m->question : NO_INDEX;

    if (pair == p->pair)
        return;
    if (p->pair != NO_INDEX)
        strbuf_addz(p->out, "</div>\n");
    if (pair != NO_INDEX)
        strbuf_addz(p->out, "<div class=\"pair\">\n");
    p->pair = pair;
}

/* "Problem 2" in the margin of what begins here. */
static void label_unit(Page *p, const Mark *m)
{
    const ReadingUnits *r = p->options->reading;
    size_t unit = r ? reading_at(r, m->offset) : NO_INDEX;

    if (unit == NO_INDEX || unit == p->unit || m->step == MARK_CLOSE)
        return;
    p->unit = unit;
    strbuf_addz(p->out, "<p class=\"place\">");
    html_add_visible(p->out, r->units[unit].label);
    strbuf_addz(p->out, "</p>\n");
}

static void add_marks(Page *p)
{
    int depth = 0, containers = 0;

    for (size_t i = 0; i < p->markup.count; i++) {
        const Mark *m = &p->markup.marks[i];
        bool container = m->kind == MARK_QUOTE || m->kind == MARK_LIST;
        if (depth == 0 && m->kind <= MARK_RULE) {
            turn_pair(p, m);
            label_unit(p, m);
        }
        if (m->step == MARK_CLOSE) {
            depth--;
            containers -= container;
        }
        add_mark(p, i, containers);
        if (m->step == MARK_OPEN) {
            depth++;
            containers += container;
        }
    }
    turn_pair(p, NULL);
}

/* The title of the page: the headline, else the document's title. */
static Str page_title(const Page *p)
{
    StrBuf b = {0};
    bool inside = false;

    for (size_t i = 0; i < p->markup.count; i++) {
        const Mark *m = &p->markup.marks[i];
        if (m->role == ROLE_HEADLINE && m->step == MARK_CLOSE)
            break;
        inside = inside || m->role == ROLE_HEADLINE;
        if (inside && (m->kind == MARK_SOFT_BREAK || m->kind == MARK_HARD_BREAK))
            strbuf_addc(&b, ' ');
        else if (inside)
            strbuf_add(&b, m->text);
    }
    Str title = b.len               ? arena_str(p->arena, strbuf_view(&b))
                : p->doc->title.len ? p->doc->title
                                    : STR("PR/FAQ");
    strbuf_deinit(&b);
    return title;
}

void render_html(const Document *doc, const HtmlOptions *options, StrBuf *out)
{
    Arena arena = {0};
    Page p = {.doc = doc, .options = options, .arena = &arena, .out = out};
    size_t headings = 0;

    p.pair = p.unit = NO_INDEX;
    markup_read(doc, options->headings, &arena, &p.markup);
    for (size_t i = 0; i < p.markup.count; i++) {
        headings += p.markup.marks[i].kind == MARK_HEADING;
        p.headline = p.headline || p.markup.marks[i].role == ROLE_HEADLINE;
    }
    names_init(&p.names, headings + doc->question_count, &arena);
    for (size_t i = 0; i < doc->question_count; i++)
        *names_slot(&p.names, arena_printf(&arena, "q%d", doc->questions[i].number)) =
            1;
    html_page_begin_with(out, doc->lang, page_title(&p), options->style);
    strbuf_add(out, options->before);
    add_marks(&p);
    strbuf_add(out, options->behind);
    html_page_end(out, options->stamp);
    arena_deinit(&arena);
}
