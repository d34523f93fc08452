/* fill.h: the messages of the catalogue, filled in.
 *
 * They come from a file and hold words of documents, so printf never sees them. */
#ifndef CHECK_FILL_H
#define CHECK_FILL_H

#include <stdbool.h>

#include "base/mem.h"
#include "base/str.h"

/* An argument of a message: "%1$s" takes text, "%2$d" a number. */
typedef struct Arg {
    Str text;
    long number;
    bool whole; /* a list of our own words: never cut */
} Arg;

#define ARGS(...)                                                                      \
    (const Arg[]){__VA_ARGS__}, sizeof((const Arg[]){__VA_ARGS__}) / sizeof(Arg)
#define NO_ARGS NULL, 0

static inline Arg arg_str(Str text)
{
    return (Arg){.text = text};
}

static inline Arg arg_list(Str text)
{
    return (Arg){.text = text, .whole = true};
}

static inline Arg arg_num(size_t number)
{
    return (Arg){.number = (long)number};
}

/* "%1$s" and "%2$d" replaced by the arguments: text is put on one line and cut to
 * a readable length, Korean particles fit what stands before them. What `format`
 * asks for and is not there stays empty.  owns: lives in `arena` */
Str message_fill(Arena *arena, Str format, const Arg *args, size_t count);

#endif
