/* fuzz_render.c: any document can be set, and nothing of it gets out of hand: no
 * control byte, no script, no link to run. */
#include <assert.h>
#include <locale.h>
#include <string.h>

#include "base/utf8.h"
#include "doc/document.h"
#include "render/html.h"
#include "render/markup.h"
#include "render/plain.h"
#include "render/render.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_safe(const StrBuf *out)
{
    Str s = strbuf_view(out);

    assert(utf8_valid(s, NULL));
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.ptr[i];
        assert(c >= 0x20 || c == '\n' || c == '\t');
        assert(c != 0x7F);
    }
}

static void check_markup(const Document *doc)
{
    Arena arena = {0};
    Markup m = {0};
    int open = 0;

    markup_read(doc, false, &arena, &m);
    for (size_t i = 0; i < m.count; i++) {
        open += m.marks[i].step == MARK_OPEN;
        open -= m.marks[i].step == MARK_CLOSE;
        assert(open >= 0);
    }
    assert(open == 0);
    arena_deinit(&arena);
}

static void check_page(const Document *doc)
{
    StrBuf page = {0}, again = {0};
    HtmlOptions options = {.stamp = str_slice(doc->bytes, 0, 40)};

    options.headings = doc->bytes.len % 2 == 0;
    render_html(doc, &options, &page);
    render_html(doc, &options, &again);
    assert(str_eq(strbuf_view(&page), strbuf_view(&again)));
    check_safe(&page);
    assert(str_find(strbuf_view(&page), STR("<script"), 0) == STR_NONE);
    assert(str_find(strbuf_view(&page), STR("href=\"javascript:"), 0) == STR_NONE);
    assert(str_find(strbuf_view(&page), STR("href=\"//"), 0) == STR_NONE);
    assert(str_find(strbuf_view(&page), STR("<!--"), 0) == STR_NONE);
    assert(str_ends(strbuf_view(&page), STR("</html>\n")));
    strbuf_deinit(&page);
    strbuf_deinit(&again);
}

static void check_rows(const Document *doc, int width)
{
    Arena arena = {0};
    Rendered r = {0};
    StrBuf text = {0};
    RenderOptions options = {.width = width, .ascii = width < 40};

    render_rows(doc, &options, &arena, &r);
    for (size_t i = 0; i < r.count; i++) {
        assert(r.rows[i].offset <= doc->bytes.len);
        for (size_t j = 0; j < r.rows[i].span_count; j++)
            assert(r.rows[i].spans[j].text.len > 0);
    }
    render_text(&r, false, &text);
    check_safe(&text);
    assert(text.len == 0 || !memchr(text.ptr, '\t', text.len));
    strbuf_deinit(&text);
    arena_deinit(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Str bytes = {(const char *)data, size};
    static Library library;
    Arena arena = {0};
    Document doc = {0};
    StrBuf out = {0};

    if (library.template_count == 0) {
        setlocale(LC_CTYPE, "C.UTF-8");
        library_init(&library);
    }
    document_read(bytes, &library, &arena, &doc);
    check_markup(&doc);
    check_page(&doc);
    check_rows(&doc, 20);
    check_rows(&doc, 80);
    render_plain(&doc, true, 0, &out);
    check_safe(&out);
    strbuf_clear(&out);
    render_markdown(&doc, false, &out);
    check_safe(&out);
    strbuf_deinit(&out);
    arena_deinit(&arena);
    return 0;
}
