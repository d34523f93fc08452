/* galley.h: words into rows of a terminal, as a printer sets them in a galley before
 * the pages are made. What render.c puts where, this sets:
 * it wraps styled words, draws the bars and bullets of quotes and lists in front
 * of them, and keeps one empty row between blocks. */
#ifndef RENDER_GALLEY_H
#define RENDER_GALLEY_H

#include "base/mem.h"
#include "base/str.h"
#include "render/markup.h"
#include "render/render.h"

/* A stretch of one style that ends before byte `end`. */
typedef struct Run {
    size_t end;
    unsigned style; /* SpanStyle */
} Run;

typedef struct Words {
    Str text; /* '\n' where the writer breaks the line */
    const Run *runs;
    size_t run_count;
    size_t run; /* the one last set: rows are set in order */
} Words;

/* A quote, list or item that is open. */
typedef struct Level {
    MarkKind kind;
    Str first; /* in front of its first row: "- ", "12. ", "> " */
    Str rest;  /* in front of the others */
    bool begun;
    bool tight;
    int number; /* list: of the next item, -1 for bullets */
} Level;

typedef struct GalleyLink {
    int number;
    Str target;
} GalleyLink;

typedef struct Galley {
    Arena *arena;
    const RenderOptions *options;
    const Markup *markup;
    RenderRow *rows;
    size_t row_count, row_cap;
    Span *spans; /* of the row being set */
    size_t span_count, span_cap;
    Level *levels;
    size_t level_count, level_cap;
    GalleyLink *links; /* to be listed at the end of the part */
    size_t link_count, link_cap;
    int link_number; /* the last one given */
    size_t offset;   /* of the block being set */
    bool gap;        /* an empty row is due */
    int width;       /* of all */
    int table_width; /* of a table, however wide the rows may be */
} Galley;

/* Read the words of marks [from, to), all in `style` besides their own. Links
 * are numbered and remembered. */
Words galley_words(Galley *l, size_t from, size_t to, unsigned style);
int galley_width(const Galley *l); /* cells beside the levels that are open */
void galley_gap(Galley *l);        /* set the empty row when one is due */

void galley_span(Galley *l, Str text, unsigned style);
void galley_spaces(Galley *l, int count);
/* A range of the words, on one row. */
void galley_run(Galley *l, Words *words, Range r);
void galley_begin_row(Galley *l); /* draws the levels */
void galley_end_row(Galley *l);

/* A block of words; `first` (with its style) stands before the first row, spaces
 * of its width before the others. */
void galley_block(Galley *l, Words *words, Str first, unsigned first_style);
/* Text cut where it is full, as code and addresses are. */
void galley_cut(Galley *l, Str text, Str first, unsigned first_style, unsigned style);
void galley_rule(Galley *l);
void galley_links(Galley *l);
void galley_table(Galley *l, size_t open); /* the marks of the table at `open` */

#endif
