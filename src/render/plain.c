#include "render/plain.h"

#include "base/unicode.h"
#include "render/manuscript.h"
#include "render/render.h"

/* Wider than any paragraph: it stays one line. */
enum { WIDTH_NONE = 1 << 28 };

static bool is_heading(const RenderRow *row)
{
    return row->span_count > 0 && (row->spans[0].style & SPAN_HEADING);
}

static int row_width(const RenderRow *row)
{
    int width = 0;

    for (size_t i = 0; i < row->span_count; i++)
        width += unicode_width(row->spans[i].text);
    return width;
}

/* Plain text has no bold: a line is drawn under each heading, a double one under
 * the first. */
static void add_rows(const Rendered *r, int room, StrBuf *out)
{
    char line = '=';
    int width = 0;

    for (size_t i = 0; i < r->count; i++) {
        const Rendered one = {&r->rows[i], 1};
        render_text(&one, false, out);
        if (!is_heading(&r->rows[i]))
            continue;
        width = row_width(&r->rows[i]) > width ? row_width(&r->rows[i]) : width;
        if (i + 1 < r->count && is_heading(&r->rows[i + 1]))
            continue;
        strbuf_add_repeat(out, line, (size_t)(width < room ? width : room));
        strbuf_addc(out, '\n');
        line = '-';
        width = 0;
    }
}

enum { UNDERLINE_MAX = 72 };

void render_plain(const Document *doc, bool headings, int width, StrBuf *out)
{
    RenderOptions options = {
        .width = width > 0 ? width : WIDTH_NONE, .headings = headings, .ascii = true};
    Arena arena = {0};
    Rendered rendered = {0};

    render_rows(doc, &options, &arena, &rendered);
    add_rows(&rendered, width > 0 ? width : UNDERLINE_MAX, out);
    arena_deinit(&arena);
}

void render_markdown(const Document *doc, bool headings, StrBuf *out)
{
    Arena arena = {0};
    Manuscript manuscript = {0};

    manuscript_make(doc, MANUSCRIPT_HAND, headings, &arena, &manuscript);
    unicode_visible(manuscript.text, VISIBLE_LINES, out);
    arena_deinit(&arena);
}
