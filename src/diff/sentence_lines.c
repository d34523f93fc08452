#include "diff/sentence_lines.h"

#include "base/unicode.h"
#include "diff/hidden.h"
#include "text/sentence.h"

static bool is_prose(BlockKind kind)
{
    return kind == BLOCK_PARAGRAPH || kind == BLOCK_ITEM;
}

void sentence_as_line(Str words, StrBuf *out)
{
    Str rest = words, line;
    bool first = true;

    while (str_next_line(&rest, &line)) {
        if (!first)
            strbuf_addc(out, ' ');
        unicode_visible(str_trim(line), VISIBLE_ONE_LINE, out);
        first = false;
    }
}

static void add_prose(Str text, Lang lang, StrBuf *out)
{
    size_t at = 0;
    Range sentence;

    while (sentence_next(text, lang, &at, &sentence)) {
        sentence_as_line(str_range(text, sentence), out);
        strbuf_addc(out, '\n');
    }
}

static void add_lines(Str text, StrBuf *out)
{
    Str rest = text, line;

    while (str_next_line(&rest, &line)) {
        unicode_visible(str_trim_end(line), VISIBLE_ONE_LINE, out);
        strbuf_addc(out, '\n');
    }
}

void sentence_lines(const Document *doc, StrBuf *out)
{
    size_t end = 0;

    for (size_t i = 0; i < doc->block_count; i++) {
        const Block *block = &doc->blocks[i];
        Arena scratch = {0};
        add_lines(str_slice(doc->bytes, end, block->range.start), out);
        end = block->range.end;
        Str text = hidden_left_out(str_range(doc->bytes, block->range), &scratch);
        if (is_prose(block->kind))
            add_prose(text, doc->lang, out);
        else if (str_trim(text).len > 0)
            add_lines(text, out);
        if (end < doc->bytes.len && doc->bytes.ptr[end] == '\r')
            end++;
        if (end < doc->bytes.len && doc->bytes.ptr[end] == '\n')
            end++;
        arena_deinit(&scratch);
    }
    add_lines(str_slice(doc->bytes, end, doc->bytes.len), out);
}
