/* rules_title.c: headings and questions that are there twice. */
#include <stdlib.h>

#include "base/unicode.h"
#include "base/utf8.h"
#include "check/rules.h"

typedef struct Title {
    size_t parent; /* block of the heading above, or the part of a question */
    int level;     /* 0: a question */
    uint64_t key;
    Str words;
    Range range;
    size_t part;
    size_t order;
} Title;

/* FNV-1a over the folded letters, and over the digits that are no numbering; 0 for a
 * title without letters. */
static uint64_t title_key(Str words)
{
    uint64_t key = 0xCBF29CE484222325u;
    bool letter = false;
    uint32_t cp = 0;

    for (size_t at = 0; at < words.len;) {
        at += utf8_decode(words, at, &cp);
        bool counts = unicode_is_letter(cp) || unicode_is_mark(cp);
        letter = letter || unicode_is_letter(cp);
        if (counts || (letter && unicode_is_digit(cp)))
            key = (key ^ unicode_fold(cp)) * 0x100000001B3u;
    }
    return letter ? key | 1 : 0;
}

static int compare_titles(const void *a, const void *b)
{
    const Title *left = a, *right = b;

    if (left->level != right->level)
        return left->level < right->level ? -1 : 1;
    if (left->parent != right->parent)
        return left->parent < right->parent ? -1 : 1;
    if (left->key != right->key)
        return left->key < right->key ? -1 : 1;
    return left->order < right->order ? -1 : 1;
}

static size_t heading_titles(const CheckRun *run, Title *titles)
{
    size_t parents[7] = {0}, count = 0;
    const Document *doc = run->doc;

    for (size_t level = 0; level < 7; level++)
        parents[level] = NO_INDEX;
    for (size_t b = 0; b < doc->block_count; b++) {
        const Block *block = &doc->blocks[b];
        if (block->kind != BLOCK_HEADING || block->level < 1 || block->level > 6)
            continue;
        for (int level = block->level; level < 7; level++)
            parents[level] = b;
        if (run_in_question(run, b, block->range.start))
            continue;
        titles[count] = (Title){.parent = parents[block->level - 1],
                                .level = block->level,
                                .key = title_key(block->prose.text),
                                .words = block->prose.text,
                                .range = block->range,
                                .part = block->part,
                                .order = count};
        count += titles[count].key != 0;
    }
    return count;
}

static size_t question_titles(const CheckRun *run, Title *titles, size_t count)
{
    for (size_t i = 0; i < run->doc->question_count; i++) {
        const Question *question = &run->doc->questions[i];
        titles[count] = (Title){.parent = question->part,
                                .key = title_key(question->text),
                                .words = question->text,
                                .range = question->question,
                                .part = question->part,
                                .order = count};
        count += titles[count].key != 0;
    }
    return count;
}

void rule_duplicate_title(CheckRun *run)
{
    const Document *doc = run->doc;
    Title *titles = arena_array(run->arena, doc->block_count + doc->question_count + 1,
                                sizeof *titles);
    size_t count = heading_titles(run, titles);

    count = question_titles(run, titles, count);
    if (count > 1)
        qsort(titles, count, sizeof *titles, compare_titles);
    for (size_t i = 1; i < count; i++) {
        const Title *first = &titles[i - 1], *again = &titles[i];
        int line, again_line, column;
        if (first->level != again->level || first->parent != again->parent ||
            first->key != again->key)
            continue;
        document_place(doc, first->range.start, &line, &column);
        document_place(doc, again->range.start, &again_line, &column);
        run_add(run, run->level, again->part, again->range,
                ARGS(arg_str(again->words), arg_num((size_t)line),
                     arg_num((size_t)again_line)));
    }
}
