/* anchor_words.h: text as a row of numbered words, for anchors.
 *
 * A word is a run of letters and digits, or one Han, kana or Hangul character. Signs,
 * white space and comments are none. Equal words have equal ids. */
#ifndef REVIEW_ANCHOR_WORDS_H
#define REVIEW_ANCHOR_WORDS_H

#include "base/mem.h"
#include "base/str.h"
#include "diff/word_ids.h"

typedef struct AnchorWord {
    uint32_t id;
    Range range; /* in the text that was read */
} AnchorWord;

typedef struct AnchorWords {
    AnchorWord *items;
    size_t count, cap;
} AnchorWords;

/* Append the words of text[from, to). */
void anchor_words_read(Str text, size_t from, size_t to, WordIds *ids, Arena *arena,
                       AnchorWords *out);

#endif
