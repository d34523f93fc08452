/* frame.h: messages in a stream of bytes, each behind a header that says how long
 * it is.
 *
 * Any bytes can be fed, in pieces of any size. Lines that are no header are passed
 * over, so a reader finds its way again after garbage; a message longer than
 * FRAME_MAX is passed over whole. Memory never grows beyond what has arrived.
 * Source: LSP 3.17, "Base Protocol". */
#ifndef LSP_FRAME_H
#define LSP_FRAME_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/* A document of FILE_MAX, each of its bytes escaped. */
#define FRAME_MAX ((size_t)400 << 20)

typedef struct FrameReader {
    StrBuf bytes;    /* what has arrived */
    size_t at;       /* the first byte that is not used up */
    size_t looked;   /* no line ends between `at` and here */
    bool has_length; /* the header named one */
    bool in_body;
    size_t length;
    size_t skip; /* bytes of a message that is too long */
} FrameReader;

/* {0} is an empty reader. */
void frame_deinit(FrameReader *r);
void frame_feed(FrameReader *r, Str bytes);
/* Takes the next message; false when none has arrived whole.
 *
 *   body  valid until the next call of a function of this reader */
bool frame_next(FrameReader *r, Str *body);
/* Append a message with its header. */
void frame_add(StrBuf *out, Str body);

#endif
