/* questions.h: the question bank, 260 questions by id in English and Korean.
 * Source: templates/questions.tsv, docs/template-format.md. */
#ifndef DOC_QUESTIONS_H
#define DOC_QUESTIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/str.h"

/* A word by which a question is recognised; private. */
typedef struct Keyword {
    uint32_t start, len; /* in the list of its row */
    uint16_t pair;       /* of its first two bytes: BytePairs */
    uint16_t last;       /* of its last two */
    bool open;           /* any letters may follow */
} Keyword;

typedef struct BankQuestion {
    Str id;       /* "economics-price" */
    Str category; /* "economics" */
    Str audience; /* external internal five review hard */
    Str asked_by; /* "customer, press" */
    Str tags;     /* "core, must" */
    Str answer;   /* shape: num date yn money list name choice text */
    Str text[2];  /* by LANG_EN, LANG_KO */
    Str why[2];
    Str keywords[2];         /* comma-separated */
    const Keyword *words[2]; /* the same in pieces; private */
    size_t word_count[2];
} BankQuestion;

typedef struct QuestionBank {
    const BankQuestion *rows; /* in file order */
    size_t count;
    const uint32_t *index; /* rows by id; private */
} QuestionBank;

/*   tsv    must outlive *out, as must `arena`
 *   fails  ERR_INVALID with the line: missing or repeated id, too few columns */
bool questions_parse(Str tsv, Arena *arena, QuestionBank *out, Error *err);
const BankQuestion *questions_find(const QuestionBank *bank, Str id); /* or NULL */
/* Is `tag` one of the comma-separated words of `list`? */
bool tag_in(Str list, Str tag);
/* Is it one of the words that say what kind of thing a document is about, such
 * as "hardware" or "api"? (The others, "core" or "must", are about the row.) */
bool tag_is_kind(Str tag);
/* Does a question's text ask the bank's question, by one of its keywords of
 * that language? `folded` is NFC and case-folded. Match: English whole words, a
 * plural s or es allowed, '*' at the end any letters; Korean anywhere. */
bool question_matches(const BankQuestion *row, Lang lang, Str folded);

/* Which pairs of bytes a text holds, so that most words are known not to be in it. */
typedef struct BytePairs {
    uint64_t bits[16];
} BytePairs;

BytePairs byte_pairs(Str folded);
/* The same as question_matches for a row of a bank, with the pairs of `folded`. */
bool question_matches_pairs(const BankQuestion *row, Lang lang, Str folded,
                            const BytePairs *pairs);

#endif
