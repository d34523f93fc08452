#include "lsp/buffer.h"

void buffer_deinit(Buffer *b)
{
    mem_free(b->uri);
    mem_free(b->path);
    strbuf_deinit(&b->text);
    arena_deinit(&b->arena);
    *b = (Buffer){0};
}

void buffer_changed(Buffer *b)
{
    arena_reset(&b->arena);
    b->reading = (Reading){0};
    b->fresh = b->published = false;
}

void buffer_set(Buffer *b, Str text)
{
    strbuf_clear(&b->text);
    strbuf_add(&b->text, text);
    buffer_changed(b);
}

bool buffer_change(Buffer *b, PositionEncoding encoding, Position start, Position end,
                   Str text, LineStart *near)
{
    LineStart after = *near;
    size_t to = position_offset(strbuf_view(&b->text), encoding, end, &after);
    size_t from = position_offset(strbuf_view(&b->text), encoding, start, near);

    if (to < from)
        return false;
    strbuf_splice(&b->text, (Range){from, to}, text);
    line_start_changed(strbuf_view(&b->text), near);
    buffer_changed(b);
    return true;
}
