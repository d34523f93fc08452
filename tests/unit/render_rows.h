/* render_rows.h: rows as text with their styles, for tests: "{1:bold}". */
#ifndef TESTS_UNIT_RENDER_ROWS_H
#define TESTS_UNIT_RENDER_ROWS_H

#include "check.h"
#include "render/render.h"
#include "render_fixture.h"

static inline void check_rows(const char *text, const RenderOptions *options,
                              bool styles, const char *expected)
{
    Fixture f;
    Arena arena = {0};
    Rendered r = {0};
    StrBuf out = {0};

    render_rows(fixture_read(&f, text), options, &arena, &r);
    for (size_t i = 0; i < r.count; i++) {
        for (size_t j = 0; j < r.rows[i].span_count; j++) {
            const Span *span = &r.rows[i].spans[j];
            if (styles && span->style)
                strbuf_addf(&out, "{%u:%.*s}", span->style, STR_ARG(span->text));
            else
                strbuf_add(&out, span->text);
        }
        strbuf_addc(&out, '\n');
    }
    CHECK_STRZ(strbuf_cstr(&out), expected);
    strbuf_deinit(&out);
    arena_deinit(&arena);
}

#endif
