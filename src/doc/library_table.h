/* library_table.h: what a library is made of, read from the embedded files when the
 * program is built: library_compile.c writes library_table.c. No start of the program
 * pays for it, and nothing of it lies in memory that nobody looks at. */
#ifndef DOC_LIBRARY_TABLE_H
#define DOC_LIBRARY_TABLE_H

#include "doc/label.h"
#include "doc/questions.h"
#include "doc/signal.h"
#include "doc/template.h"

typedef struct LibraryTable {
    QuestionBank bank;
    const Template *templates;
    size_t template_count;
    const Label *labels; /* sorted by text */
    size_t label_count;
    Signals signals;
} LibraryTable;

extern const LibraryTable library_table;

/* Read the embedded files.
 *   owns    *out lives in `arena`
 *   fails   ERR_INVALID for a damaged file; the message names the line */
bool library_table_read(Arena *arena, LibraryTable *out, Error *err);

#endif
