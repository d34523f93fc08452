/* page.h: the scrolled views as styled lines, and what builds them.
 *
 * A page is built when its view opens, its width changes or its text changes,
 * and kept in the model so that scrolling knows where the end is. */
#ifndef UI_PAGE_H
#define UI_PAGE_H

#include "ui/model.h"

/* Build the page of the present view if it is stale; keeps the top in bounds. */
void page_refresh(Model *m);
int page_width(const Model *m);

/* Collects words in styles, then wraps them. */
typedef struct PageBuilder {
    Arena *arena;
    int width;
    PageLine *lines;
    size_t count, cap;
    StrBuf text;   /* of the paragraph being collected */
    PageRun *runs; /* … in this order; their texts are slices of it */
    size_t run_count, run_cap;
    size_t offset, block; /* given to every line made from here on */
    bool here;            /* … and this */
    bool aside;           /* … and this */
    bool marks; /* {+ +} and [- -] are closed and opened again at the end of a row;
                   `width` leaves room for that */
} PageBuilder;

void page_add(PageBuilder *b, Style style, Str text);
void page_addz(PageBuilder *b, Style style, const char *text);
/* End the paragraph: wrap it, every row after the first `indent` cells in. */
void page_end(PageBuilder *b, int indent);
void page_blank(PageBuilder *b);

/* The builders (page_help.c, page_authors.c, page_changes.c, page_rule.c,
 * page_figures.c, page_merge.c). */
void page_build_help(const Model *m, PageBuilder *b);
/* What a section is for, what to ask oneself, examples. */
void page_build_guide(const PartSpec *spec, PageBuilder *b);
void page_build_figures(const Model *m, PageBuilder *b);
void page_build_exercise(const Model *m, PageBuilder *b); /* exercise_view.c */
void page_build_five(const Model *m, PageBuilder *b);
void page_build_meet(const Model *m, PageBuilder *b);       /* page_meet.c */
void page_build_five_lines(const Model *m, PageBuilder *b); /* nothing side by side */
void page_build_deck(const Model *m, PageBuilder *b);
void page_build_matrix(const Model *m, PageBuilder *b);
void page_build_agenda(const Model *m, PageBuilder *b); /* page_agenda.c */
void page_build_agenda_lines(const Model *m, PageBuilder *b);
void page_build_rule(const Model *m, PageBuilder *b);
void page_build_merge(const Model *m, PageBuilder *b);
void page_build_changes(const Model *m, PageBuilder *b);
void page_build_authors(const Model *m, PageBuilder *b);
void page_build_recover(const Model *m, PageBuilder *b);
void page_add_redline(PageBuilder *b, const Redline *r);
void page_add_part(PageBuilder *b, const Redline *r, const RedlinePart *part);

#endif
