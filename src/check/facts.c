#include "check/facts.h"

/* Add words with one space between them. */
static void add_squeezed(StrBuf *out, Str text)
{
    size_t at = 0;

    while (at < text.len) {
        size_t start = at;
        while (at < text.len && (unsigned char)text.ptr[at] > ' ')
            at++;
        if (at > start && out->len > 0)
            strbuf_addc(out, ' ');
        strbuf_add(out, str_slice(text, start, at));
        while (at < text.len && (unsigned char)text.ptr[at] <= ' ')
            at++;
    }
}

Str part_words_of(const Document *doc, const Part *part, Arena *arena)
{
    StrBuf words = {0};

    for (size_t i = 0; i < part->block_count; i++) {
        const Block *block = &doc->blocks[part->first_block + i];
        bool label = part->label.end > part->label.start &&
                     block->range.start >= part->label.start &&
                     block->range.end <= part->label.end;
        if (label || block->kind == BLOCK_HTML || block->kind == BLOCK_RULE)
            continue;
        bool raw = block->kind == BLOCK_CODE || block->kind == BLOCK_TABLE;
        add_squeezed(&words,
                     raw ? str_range(doc->bytes, block->range) : block->prose.text);
    }
    Str text = arena_str(arena, strbuf_view(&words));
    strbuf_deinit(&words);
    return text;
}

void part_texts_read(const Document *doc, int revision, Arena *arena, PartText *texts)
{
    for (size_t i = 0; i < doc->part_count; i++) {
        const Part *part = &doc->parts[i];
        texts[i] = (PartText){.revision = revision,
                              .id = arena_str(arena, part->id),
                              .kind = part->kind,
                              .inferred = part->found == FOUND_INFERRED,
                              .text = part_words_of(doc, part, arena)};
    }
}
