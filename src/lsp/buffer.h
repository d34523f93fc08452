/* buffer.h: a document as the editor has it open, and our reading of it.
 *
 * The text is the editor's, valid UTF-8 but for NUL, changed only by what the
 * editor sends; the reading is made anew from it when somebody asks. */
#ifndef LSP_BUFFER_H
#define LSP_BUFFER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/str.h"
#include "check/check.h"
#include "lsp/position.h"

/* What the program around the server knows of a document. */
typedef struct Reading {
    Document doc; /* of a text that cannot be read: what stands before the bad byte */
    Findings findings;
    bool reported; /* a PR/FAQ: its findings are shown */
} Reading;

typedef struct Buffer {
    char *uri;
    char *path; /* NULL when it is no file of this computer */
    StrBuf text;
    int64_t version;
    bool is_markdown;
    bool lost;      /* a change could not be understood: the text is not the editor's */
    bool published; /* the findings of this text were sent */
    bool was_shown; /* the editor shows findings of ours */
    bool fresh;     /* `reading` is of this text */
    Arena arena;    /* of the reading */
    Reading reading;
} Buffer;

void buffer_deinit(Buffer *b);
/* A new text; the reading is gone. */
void buffer_set(Buffer *b, Str text);
/* Put `text` in place of what stands from `start` to `end`.
 *
 *   near  {0} before the first of several changes
 *   returns  false when `end` comes before `start`; nothing has changed then */
bool buffer_change(Buffer *b, PositionEncoding encoding, Position start, Position end,
                   Str text, LineStart *near);
/* The reading is out of date: the text, or what it is read by, has changed. */
void buffer_changed(Buffer *b);

#endif
