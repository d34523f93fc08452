/* position.h: places as editors count them: lines from 0, and in a line the units
 * of the encoding that client and server have agreed on. Lines end with LF, CRLF
 * or CR alone.  source: LSP 3.17, "Position". */
#ifndef LSP_POSITION_H
#define LSP_POSITION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "doc/document.h"

typedef enum PositionEncoding {
    POSITION_UTF16, /* what a client speaks that names none */
    POSITION_UTF8,
    POSITION_UTF32,
} PositionEncoding;

const char *position_encoding_name(PositionEncoding encoding); /* "utf-16" */
bool position_encoding_parse(Str name, PositionEncoding *out);

typedef struct Position {
    size_t line, character;
} Position;

/* Where a line of a text starts; {0} is the first one. */
typedef struct LineStart {
    size_t line, offset;
} LineStart;

/* The offset of a position in a text that may be edited: behind the end of a line
 * means its end, behind the end of the text the end; inside a character its start.
 *
 *   from  a line start of `text` to search from, in both directions; gets the line
 *         start of the position, so that positions in order cost one pass */
size_t position_offset(Str text, PositionEncoding encoding, Position p,
                       LineStart *from);
/* Call after `text` was changed at or after the line start. */
void line_start_changed(Str text, LineStart *start);

/* The place found last: places in order on a long line are counted once. */
typedef struct PositionCursor {
    bool set;
    size_t offset;
    Position position;
} PositionCursor;

Position position_of(const Document *doc, PositionEncoding encoding, size_t offset,
                     PositionCursor *cursor);

#endif
