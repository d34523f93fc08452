/* markup_table.h: pipe tables inside paragraphs. cmark knows no tables and gives
 * a paragraph; its marks are cut at the bars. Source: GFM 0.29, tables. */
#ifndef RENDER_MARKUP_TABLE_H
#define RENDER_MARKUP_TABLE_H

#include "base/mem.h"
#include "render/markup.h"

/* Stands for "\|" while cmark reads: it undoes the backslash, so that the bar
 * could not be told from one that separates cells. A noncharacter. */
#define TABLE_ESCAPED_BAR "\xEF\xB7\x90"

typedef struct MarkList {
    Arena *arena; /* of the marks' texts */
    Mark *marks;  /* mem_free them */
    size_t count, cap;
} MarkList;

void mark_add(MarkList *list, Mark mark);
/* `text` with the sign replaced by `bar`; itself, or a copy in `arena`. */
Str markup_settle_bar(Arena *arena, Str text, const char *bar);

/* Append the paragraph marks[0..count), opening and closing mark included, with
 * its tables told apart. */
void markup_add_paragraph(MarkList *list, const Mark *marks, size_t count);

#endif
