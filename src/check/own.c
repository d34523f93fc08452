/* own.c: the words of parts and answers that their writer means: run.h. */
#include "check/run.h"
#include "text/sentence.h"
#include "text/word.h"

static size_t prose_at(const Prose *prose, size_t offset)
{
    size_t low = 0, high = prose->text.len;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (prose->origin[middle] < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void add_words(const CheckRun *run, size_t block, Range within, AnswerText which,
                      StrBuf *out)
{
    Str text = run->doc->blocks[block].prose.text;
    size_t at = within.start;

    for (size_t i = run->leftover_first[block];
         which == ANSWER_OWN && i < run->leftover_first[block + 1]; i++) {
        const Leftover *left = &run->leftovers[i];
        bool counts = left->level != LEVEL_ERROR && !left->of_template;
        if (counts || left->range.end <= at || left->range.start >= within.end)
            continue;
        size_t start = left->range.start > at ? left->range.start : at;
        strbuf_add(out, str_slice(text, at, start));
        strbuf_addc(out, ' ');
        at = left->range.end;
    }
    strbuf_add(out, str_slice(text, at, within.end));
    strbuf_addc(out, ' ');
}

size_t part_total(const CheckRun *run, const Part *part)
{
    size_t total = 0;

    for (size_t i = 0; i < part->block_count; i++) {
        size_t b = part->first_block + i;
        if (block_is_prose(&run->doc->blocks[b]) && !block_is_label(run, b))
            total += run->doc->lengths[b];
    }
    return total;
}

/* Most blocks hold no leftovers and are as long as they look. */
static size_t own_length(const CheckRun *run, size_t b)
{
    Str text = run->doc->blocks[b].prose.text;
    StrBuf own = {0};

    if (run->leftover_first[b] == run->leftover_first[b + 1])
        return run->doc->lengths[b];
    add_words(run, b, (Range){0, text.len}, ANSWER_OWN, &own);
    size_t length = prose_length(strbuf_view(&own), run->doc->lang);
    strbuf_deinit(&own);
    return length;
}

void own_lengths_read(CheckRun *run)
{
    const Document *doc = run->doc;
    size_t *lengths = arena_array(run->arena, doc->part_count, sizeof *lengths);

    for (size_t p = 0; p < doc->part_count; p++) {
        const Part *part = &doc->parts[p];
        /* An unlabelled headline is its own heading. */
        bool headline = part->kind == PART_HEADLINE && !part->spec;
        for (size_t i = 0; i < part->block_count; i++) {
            size_t b = part->first_block + i;
            const Block *block = &doc->blocks[b];
            if (block->prose.text.len == 0 || (block_is_label(run, b) && !headline))
                continue;
            if (block_is_prose(block) || headline)
                lengths[p] += own_length(run, b);
        }
    }
    run->own_lengths = lengths;
}

bool part_is_written(const CheckRun *run, const Part *part, size_t words,
                     size_t graphemes)
{
    return run->own_lengths[part_index(run, part)] >= run_limit(run, words, graphemes);
}

Str answer_text(const CheckRun *run, const Question *question, AnswerText which)
{
    const Document *doc = run->doc;
    Range answer = question->answer;
    StrBuf words = {0};

    for (size_t b = document_block_from(doc, answer.start);
         b < doc->block_count && doc->blocks[b].range.start < answer.end; b++) {
        const Prose *prose = &doc->blocks[b].prose;
        if (prose->text.len == 0)
            continue;
        Range within = {prose_at(prose, answer.start), prose_at(prose, answer.end)};
        if (within.start < within.end)
            add_words(run, b, within, which, &words);
    }
    Str text = arena_str(run->arena, str_trim(strbuf_view(&words)));
    strbuf_deinit(&words);
    return text;
}

size_t question_length(const CheckRun *run, const Question *question)
{
    size_t length = 0;

    for (size_t b = document_block_from(run->doc, question->answer.start);
         b < run->doc->block_count &&
         run->doc->blocks[b].range.start < question->answer.end;
         b++)
        length += run->doc->lengths[b];
    return length;
}

Range question_place(const CheckRun *run, const Question *question)
{
    size_t block;
    Range range;

    if (!question_prose(run, question, &block, &range))
        return question->question;
    return prose_origin(&run->doc->blocks[block].prose, range);
}

bool question_prose(const CheckRun *run, const Question *question, size_t *block,
                    Range *range)
{
    const Document *doc = run->doc;

    for (size_t b = document_block_from(doc, question->question.start);
         b < doc->block_count && doc->blocks[b].range.start < question->question.end;
         b++) {
        const Prose *prose = &doc->blocks[b].prose;
        if (prose->text.len == 0)
            continue;
        *block = b;
        *range = (Range){prose_at(prose, question->question.start),
                         prose_at(prose, question->question.end)};
        while (range->end > range->start && prose->text.ptr[range->end - 1] == ' ')
            range->end--;
        return range->end > range->start;
    }
    return false;
}

/* A table or code answers too. */
static bool answered_by_block(const CheckRun *run, const Question *question)
{
    for (size_t i = 0; i < question->block_count; i++) {
        BlockKind kind = run->doc->blocks[question->first_block + i].kind;
        if (kind == BLOCK_TABLE || kind == BLOCK_CODE)
            return true;
    }
    return false;
}

static bool only_questions(Str text, Lang lang)
{
    Range range;
    size_t sentences = 0;

    for (size_t at = 0; sentence_next(text, lang, &at, &range); sentences++) {
        Str sentence = str_range(text, range);
        if (!str_ends(sentence, STR("?")) && !str_ends(sentence, STR("？")))
            return false;
    }
    return sentences > 0;
}

static bool has_leftovers(const CheckRun *run, const Question *question)
{
    size_t first = document_block_from(run->doc, question->answer.start);
    size_t end = document_block_from(run->doc, question->answer.end);

    end += end < run->doc->block_count;
    return run->leftover_first[first] < run->leftover_first[end];
}

bool question_is_answered(const CheckRun *run, const Question *question)
{
    size_t index = (size_t)(question - run->doc->questions);

    if (answered_by_block(run, question))
        return true;
    if (!question->answered)
        return false;
    Str text = has_leftovers(run, question) ? answer_text(run, question, ANSWER_OWN)
                                            : run->answers[index];
    Range word;
    size_t at = 0;
    if (!word_next(text, run->doc->lang, &at, &word))
        return false;
    if (run_counts_graphemes(run) && text.len <= 4 &&
        prose_length(text, run->doc->lang) < 2)
        return false;
    return !only_questions(text, run->doc->lang);
}
