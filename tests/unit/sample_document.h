/* sample_document.h: documents read from a few lines of Markdown, for tests of the
 * redline. */
#ifndef TESTS_UNIT_SAMPLE_DOCUMENT_H
#define TESTS_UNIT_SAMPLE_DOCUMENT_H

#include "doc/document.h"

typedef struct Sample {
    Document doc;
    Arena arena;
} Sample;

/* The built-in templates and labels; read once. */
static inline const Library *sample_library(void)
{
    static Library library;

    if (!library.templates)
        library_init(&library);
    return &library;
}

/*   bytes  must outlive the sample; sample_deinit it
 *   lang   of the document, whatever a guess would say */
static inline void sample_read(Sample *s, Str bytes, Lang lang)
{
    *s = (Sample){0};
    document_read(bytes, sample_library(), &s->arena, &s->doc);
    s->doc.lang = lang;
}

static inline void sample_deinit(Sample *s)
{
    arena_deinit(&s->arena);
}

#endif
