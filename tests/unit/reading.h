/* reading.h: a document read for a test, with the built-in library. */
#ifndef TESTS_UNIT_READING_H
#define TESTS_UNIT_READING_H

#include "check.h"
#include "doc/document.h"

typedef struct Reading {
    Library lib;
    Arena arena;
    Document doc;
} Reading;

static inline void reading_open(Reading *r, const char *md)
{
    *r = (Reading){0};
    library_init(&r->lib);
    document_read(str_from(md), &r->lib, &r->arena, &r->doc);
}

static inline void reading_close(Reading *r)
{
    arena_deinit(&r->arena);
    library_deinit(&r->lib);
}

static inline Str reading_of(const Reading *r, Range range)
{
    return str_range(r->doc.bytes, range);
}

#endif
