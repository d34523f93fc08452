/* words.h: the words of a block, as the redline compares them.
 *
 * A token is a Latin word with its inner hyphens and apostrophes, one 어절, one
 * Han or kana character, or one sign. The marks of Markdown are glued to the word
 * they stand at (`**fast**`, `[the`, `price](https://…)`), so that no change ever
 * tears emphasis or a link apart. Equal tokens have equal ids. Tokens borrow
 * from the text they were read from. */
#ifndef DIFF_WORDS_H
#define DIFF_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/lang.h"
#include "base/mem.h"
#include "base/str.h"
#include "diff/redline.h"
#include "diff/word_ids.h"
#include "doc/document.h"

typedef struct Token {
    Str text;        /* with the marks at it, without white space around it */
    uint32_t stem;   /* bytes before its Korean particle; text.len without one */
    uint32_t id;     /* of the text */
    uint32_t key;    /* of the stem: what is aligned */
    uint32_t folded; /* of the stem in small letters; 0: not asked for yet */
    uint8_t gap;     /* Gap before it; GAP_LINE for the first of a block */
    bool word;       /* holds a letter or a digit that a person reads */
    bool cjk;        /* one Han or kana character */
    bool first;      /* of its block */
} Token;

typedef struct TokenList {
    Token *items;
    size_t count;
    size_t cap;
} TokenList;

/* Make room for the tokens of so many bytes; they may still need more. */
void words_reserve(size_t bytes, Arena *arena, TokenList *out);
/* Append the tokens of one block.
 *
 *   kind  code is read by lines, of which indentation is a part; a list mark is
 *         one token, and the number of a numbered item does not count */
void words_read(Str text, BlockKind kind, WordIds *ids, Arena *arena, TokenList *out);

/* How many words a person would count: 어절 for Korean, characters for Japanese
 * and Chinese, else words. */
int words_count(const Token *tokens, size_t count, Lang lang);

#endif
