/* template_reader.h: a template file, line by line. Used by template.c alone.
 *
 * What is read borrows from the file; only quotations are copied, without their
 * marks. The first failure is final and names the line. */
#ifndef DOC_TEMPLATE_READER_H
#define DOC_TEMPLATE_READER_H

#include <stdbool.h>

#include "base/error.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/str.h"
#include "doc/template.h"

typedef struct TemplateReader {
    Str line;   /* the current line; meaningless when `done` */
    int number; /* from 1 */
    bool done;
    Str rest; /* what follows `line` */
    Str path;
    Arena *arena;
    Error *err;
} TemplateReader;

/* Starts at the first line. */
void reader_init(TemplateReader *r, Str md, Str path, Arena *arena, Error *err);
void reader_next(TemplateReader *r);
void reader_skip_blank(TemplateReader *r);
bool reader_at_section(const TemplateReader *r); /* "## ", or the end */
bool reader_at_sub(const TemplateReader *r);     /* "### ", or reader_at_section */

/* Fail with "PATH:LINE: reason"; returns false. */
bool reader_fail(TemplateReader *r, int line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* A value cut to what a message can hold, NUL-terminated. */
const char *reader_shown(TemplateReader *r, Str s);

/* All paragraphs up to the next heading; may be empty. */
Str reader_text(TemplateReader *r);
/* The five sub-headings of a section and what stands below them.
 *   line   of the section, for what is missing */
bool reader_guidance(TemplateReader *r, Lang lang, int line, PartSpec *spec);

#endif
