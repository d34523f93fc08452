#include "diff/side.h"

#include "text/sentence.h"

/* Blocks of one class can become each other: a paragraph an item, not a table. */
static int class_of(BlockKind kind)
{
    return kind == BLOCK_ITEM ? BLOCK_PARAGRAPH : (int)kind;
}

Side side_read(Pairer *p, const DiffText *text)
{
    Side side = {.text = text,
                 .blocks = arena_array(p->arena, text->block_count, sizeof(Piece))};

    size_t bytes = 0;

    for (size_t i = 0; i < text->block_count; i++)
        bytes += text->blocks[i].text.len;
    words_reserve(bytes, p->arena, &side.tokens);
    for (size_t i = 0; i < text->block_count; i++) {
        const DiffBlock *block = &text->blocks[i];
        Piece *piece = &side.blocks[i];
        piece->first = side.tokens.count;
        words_read(block->text, block->kind, &p->words, p->arena, &side.tokens);
        piece->count = side.tokens.count - piece->first;
        piece->label = block->label;
        piece->kind = class_of(block->kind);
        piece_read(p, &side.tokens, piece);
    }
    return side;
}

static void add_sentence(Pairer *p, const Side *side, size_t first, size_t end,
                         Sentences *out)
{
    if (first == end)
        return;
    out->items =
        arena_grow(p->arena, out->items, out->count, &out->cap, sizeof *out->items);
    Piece *piece = &out->items[out->count++];
    *piece = (Piece){.first = first, .count = end - first};
    piece_read(p, &side->tokens, piece);
}

/* Code and tables are compared by lines. */
static void cut_lines(Pairer *p, const Side *side, const Piece *block, Sentences *out)
{
    size_t first = block->first, end = block->first + block->count;

    for (size_t i = first + 1; i < end; i++) {
        if (side->tokens.items[i].gap != GAP_LINE)
            continue;
        add_sentence(p, side, first, i, out);
        first = i;
    }
    add_sentence(p, side, first, end, out);
}

static void cut_sentences(Pairer *p, const Side *side, Str text, const Piece *block,
                          Sentences *out)
{
    size_t first = block->first, end = block->first + block->count, at = 0;
    Range sentence;

    while (sentence_next(text, side->text->lang, &at, &sentence)) {
        size_t next = first;
        while (next < end &&
               side->tokens.items[next].text.ptr < text.ptr + sentence.end)
            next++;
        add_sentence(p, side, first, next, out);
        first = next;
    }
    add_sentence(p, side, first, end, out);
}

Sentences side_sentences(Pairer *p, const Side *side, size_t from, size_t to)
{
    Sentences out = {0};

    for (size_t i = from; i < to; i++) {
        const DiffBlock *block = &side->text->blocks[i];
        if (block->kind == BLOCK_CODE || block->kind == BLOCK_TABLE ||
            block->kind == BLOCK_HTML)
            cut_lines(p, side, &side->blocks[i], &out);
        else
            cut_sentences(p, side, block->text, &side->blocks[i], &out);
    }
    return out;
}
