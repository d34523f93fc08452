/* authorship.h: with which revision each word of a text came.
 *
 * The bytes of a text as runs, each of one revision, in order and without a gap. One
 * is worked out from the revision before by what the redline says of its words: those
 * that stayed, moved with their paragraph or sentence, or are new; of a word whose
 * particle changed the stem stays. Only the paragraphs that differ are looked at. */
#ifndef DIFF_AUTHORSHIP_H
#define DIFF_AUTHORSHIP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/lang.h"
#include "base/mem.h"
#include "base/str.h"

typedef struct AuthorRun {
    uint32_t end;      /* offset behind it */
    uint32_t revision; /* number */
} AuthorRun;

typedef struct Authorship {
    const AuthorRun *runs;
    size_t count;
} Authorship;

typedef struct AuthoredText {
    Str bytes;
    Authorship by; /* ends where `bytes` ends */
} AuthoredText;

/* What `revision` made of a text; with an empty `before`: all of it.
 *   after  less than 4 GiB
 *   owns   *out lives in `arena` */
void authorship_next(const AuthoredText *before, Str after, uint32_t revision,
                     Lang lang, Arena *arena, Authorship *out);
/* A revision that joined two drafts: what it has from the other one is no work of
 * its own. `mine` is what authorship_next() says of `after`, and is changed. */
void authorship_join(const AuthoredText *other, Str after, uint32_t revision, Lang lang,
                     Arena *arena, Authorship *mine);
/* The revision of the byte at an offset; 0 behind the end. */
uint32_t authorship_at(const Authorship *by, size_t offset);

/* As bytes, to be kept. */
void authorship_write(const Authorship *by, StrBuf *out);
/* Any bytes may be read.
 *   length  of the text
 *   most    number of the newest revision
 *   fails   when they are not about such a text */
bool authorship_read(Str bytes, size_t length, uint32_t most, Arena *arena,
                     Authorship *out);

#endif
