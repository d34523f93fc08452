#include "diff/plain_blocks.h"

#include <string.h>

/* What a line begins, by its first bytes. */
static BlockKind kind_of(Str line)
{
    size_t at = 0;

    while (at < line.len && (line.ptr[at] == ' ' || line.ptr[at] == '\t'))
        at++;
    Str rest = str_slice(line, at, line.len);
    if (rest.len == 0)
        return BLOCK_PARAGRAPH;
    if (rest.ptr[0] == '#')
        return BLOCK_HEADING;
    if (rest.ptr[0] == '|')
        return BLOCK_TABLE;
    size_t digits = 0;
    while (digits < rest.len && digits < 9 && rest.ptr[digits] >= '0' &&
           rest.ptr[digits] <= '9')
        digits++;
    const char *marks = digits ? ".)" : "-*+";
    bool mark = digits + 1 < rest.len && strchr(marks, rest.ptr[digits]) &&
                rest.ptr[digits] && rest.ptr[digits + 1] == ' ';
    return mark ? BLOCK_ITEM : BLOCK_PARAGRAPH;
}

/* Rows of a table are one block; every other block goes on with plain lines. */
static bool begins(BlockKind open, BlockKind line)
{
    if (open == BLOCK_TABLE || line == BLOCK_TABLE)
        return open != line;
    return open == BLOCK_HEADING || line != BLOCK_PARAGRAPH;
}

typedef struct PlainList {
    DiffBlock *items;
    size_t count, cap;
} PlainList;

static void add_line(PlainList *list, Str line, bool *open, Arena *arena)
{
    BlockKind kind = kind_of(line);

    if (str_is_blank(line)) {
        *open = false;
        return;
    }
    if (*open && !begins(list->items[list->count - 1].kind, kind)) {
        Str *text = &list->items[list->count - 1].text;
        text->len = (size_t)(line.ptr + line.len - text->ptr);
        return;
    }
    list->items =
        arena_grow(arena, list->items, list->count, &list->cap, sizeof *list->items);
    list->items[list->count] =
        (DiffBlock){.text = line, .kind = kind, .index = list->count, .part = NO_INDEX};
    list->count++;
    *open = true;
}

DiffText plain_blocks(Str text, Lang lang, Arena *arena)
{
    PlainList list = {0};
    Str rest = text, line;
    bool open = false;

    while (str_next_line(&rest, &line))
        add_line(&list, line, &open, arena);
    return (DiffText){.blocks = list.items, .block_count = list.count, .lang = lang};
}

static size_t line_start(Str text, size_t at)
{
    while (at > 0 && text.ptr[at - 1] != '\n')
        at--;
    return at;
}

size_t plain_block_before(Str text, size_t at)
{
    size_t start = line_start(text, at < text.len ? at : text.len);

    while (start > 0) {
        size_t before = line_start(text, start - 1);
        if (str_is_blank(str_slice(text, before, start)))
            return start;
        start = before;
    }
    return 0;
}

size_t plain_block_behind(Str text, size_t at)
{
    size_t start = line_start(text, at < text.len ? at : text.len);

    for (;;) {
        size_t before = start > 0 ? line_start(text, start - 1) : 0;
        if (start >= at && (start == 0 || str_is_blank(str_slice(text, before, start))))
            return start;
        size_t end = str_find_byte(text, '\n', start);
        if (end == STR_NONE)
            return text.len;
        start = end + 1;
    }
}
