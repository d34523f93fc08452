/* reader.h: a Document while it is being read. Private to doc/: the steps are
 * blocks_read, parts_read, faq_read, then the prose of the blocks. */
#ifndef DOC_READER_H
#define DOC_READER_H

#include "doc/document.h"

/* The words of a block before they are prose: its lines without container and
 * heading marks. A step that finds a label or an "A." cuts it off here. */
typedef struct BlockText {
    Range *lines;
    size_t count; /* 0: the block has no words */
} BlockText;

typedef struct DocumentReader {
    Document *doc;
    const Library *lib;
    Arena *arena;
    Block *blocks;
    BlockText *texts;
    size_t count, block_cap, text_cap;
    Part *parts;
    size_t part_count, part_cap;
    Question *questions;
    size_t question_count, question_cap;
} DocumentReader;

#endif
