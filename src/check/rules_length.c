/* rules_length.c: how long things may be. */
#include "check/measure.h"
#include "check/rules.h"
#include "check/setting.h"
#include "text/sentence.h"
#include "text/word.h"

size_t budget_block_length(const CheckRun *run, size_t b)
{
    const Block *block = &run->doc->blocks[b];
    bool question =
        block->kind == BLOCK_HEADING && run_in_question(run, b, block->range.start);

    if (!question && (!block_is_prose(block) || block_is_label(run, b)))
        return 0;
    return run->doc->lengths[b];
}

/* Does the template say how long the section may be, in a unit that fits? */
static bool spec_has_limits(const CheckRun *run, const Part *part)
{
    return part->spec && part->spec->style != PART_STYLE_QA && run_template_unit(run) &&
           run_part_of_spec(run, part->spec) == part;
}

void rule_section_short(CheckRun *run)
{
    for (size_t i = 0; i < run->doc->part_count; i++) {
        const Part *part = &run->doc->parts[i];
        if (!spec_has_limits(run, part) || spec_is_missing(run, part->spec))
            continue;
        size_t length = part_total(run, part);
        size_t least =
            limit_of_section(run, part->spec->id, "min", (size_t)part->spec->min);
        if (length < least)
            run_add(run, run->level, i, part_place(run, part),
                    ARGS(arg_str(part_words_for(run, part)), arg_num(least - length),
                         arg_num(length), arg_num(least)));
    }
}

void rule_section_long(CheckRun *run)
{
    for (size_t i = 0; i < run->doc->part_count; i++) {
        const Part *part = &run->doc->parts[i];
        if (!spec_has_limits(run, part))
            continue;
        size_t length = part_total(run, part);
        size_t most =
            limit_of_section(run, part->spec->id, "max", (size_t)part->spec->max);
        if (most > 0 && length > most)
            run_add(run, run->level, i, part_place(run, part),
                    ARGS(arg_str(part_words_for(run, part)), arg_num(length - most),
                         arg_num(length), arg_num(most)));
    }
}

typedef bool PartTest(const Part *part);

static bool in_release(const Part *part)
{
    return part->region == REGION_PR;
}

static bool in_faq(const Part *part)
{
    return region_is_faq(part->region);
}

static bool in_appendix(const Part *part)
{
    return part->region == REGION_APPENDIX || part->kind == PART_APPENDIX ||
           part->kind == PART_EVIDENCE || part->kind == PART_UNCHANGING;
}

static Budget sum_parts(const CheckRun *run, PartTest *counts)
{
    Budget sum = {0};

    for (size_t i = 0; i < run->doc->part_count; i++) {
        const Part *part = &run->doc->parts[i];
        if (!counts(part))
            continue;
        sum.first = sum.first ? sum.first : part;
        for (size_t j = 0; j < part->block_count; j++)
            sum.used += budget_block_length(run, part->first_block + j);
    }
    return sum;
}

/* A limit of the template counts only in a unit that fits. */
static size_t template_limit(const CheckRun *run, int limit)
{
    return run_template_unit(run) && limit > 0 ? (size_t)limit : 0;
}

Budget budget_release(const CheckRun *run)
{
    const Template *tmpl = run->doc->tmpl;
    Budget sum = sum_parts(run, in_release);

    size_t most = tmpl ? template_limit(run, tmpl->pr_max) : run_limit(run, 600, 1700);
    sum.limit = limit_of(run, "pr-max", most);
    return sum;
}

Budget budget_faq(const CheckRun *run)
{
    const Template *tmpl = run->doc->tmpl;
    Budget sum = sum_parts(run, in_faq);

    size_t most =
        tmpl ? template_limit(run, tmpl->faq_max) : run_limit(run, 2500, 7100);
    sum.limit = limit_of(run, "faq-max", most);
    return sum;
}

Budget budget_document(const CheckRun *run)
{
    const Document *doc = run->doc;
    const Template *tmpl = doc->tmpl;
    Budget sum = {.first = doc->part_count ? doc->parts : NULL};

    for (size_t b = 0; b < doc->block_count; b++)
        if (doc->blocks[b].part == NO_INDEX ||
            !in_appendix(&doc->parts[doc->blocks[b].part]))
            sum.used += budget_block_length(run, b);
    size_t most =
        tmpl ? template_limit(run, tmpl->doc_max) : run_limit(run, 3100, 8800);
    sum.limit = limit_of(run, "doc-max", most);
    return sum;
}

static bool release_is_missing(const CheckRun *run)
{
    const Template *tmpl = run->doc->tmpl;

    for (size_t i = 0; tmpl && i < tmpl->spec_count; i++)
        if (tmpl->specs[i].region == REGION_PR && spec_is_missing(run, &tmpl->specs[i]))
            return true;
    return false;
}

static void report_short_release(CheckRun *run, const Budget *sum, size_t least)
{
    const Rule *shorter = rule_find(STR("section-short"));
    Str title = run_words(run, "Press release", "보도자료");

    if (shorter && sum->used < least && !release_is_missing(run))
        run_add_message(run, run->level, part_index(run, sum->first),
                        part_place(run, sum->first), shorter->message[run->words],
                        ARGS(arg_str(title), arg_num(least - sum->used),
                             arg_num(sum->used), arg_num(least)));
}

static void report_too_long(CheckRun *run, const Budget *sum)
{
    run_add(run, run->level, part_index(run, sum->first), part_place(run, sum->first),
            ARGS(arg_num(sum->used), arg_num(sum->limit)));
}

void rule_release_length(CheckRun *run)
{
    Budget sum = budget_release(run);

    if (!sum.first)
        return;
    size_t least = run_template_unit(run) ? (size_t)run->doc->tmpl->pr_min : 0;
    least = limit_of(run, "pr-min", least);
    if (sum.limit && sum.used > sum.limit)
        report_too_long(run, &sum);
    else if (least > 0)
        report_short_release(run, &sum, least);
}

void rule_faq_length(CheckRun *run)
{
    Budget sum = budget_faq(run);

    if (sum.first && sum.limit && sum.used > sum.limit)
        report_too_long(run, &sum);
}

void rule_document_length(CheckRun *run)
{
    const Document *doc = run->doc;
    Budget sum = budget_document(run);
    size_t pages = doc->tmpl ? (size_t)doc->tmpl->page_limit : 6;

    if (sum.limit && sum.used > sum.limit)
        run_add(run, run->level, NO_INDEX, (Range){doc->start, doc->start},
                ARGS(arg_num(pages), arg_num(sum.used), arg_num(sum.limit)));
}

enum { NO_LIMIT = 1 << 20 };

/* Above `low` one level lower than the rule's, above `high` the rule's own. */
typedef struct Steps {
    size_t low_words, high_words;
    size_t low_graphemes, high_graphemes; /* Korean */
} Steps;

static Steps usual_steps(const CheckRun *run)
{
    bool strict = run->options->profile == PROFILE_STRICT;

    if (run->doc->lang == LANG_KO)
        return strict ? (Steps){17, 20, 60, 80} : (Steps){20, 25, 80, 110};
    return strict ? (Steps){20, 30, 0, 0} : (Steps){30, 35, 0, 0};
}

/* Settings give the words (ko: 어절); graphemes go along in proportion. */
static Steps sentence_steps(const CheckRun *run)
{
    Steps steps = usual_steps(run);
    size_t low = limit_of(run, "sentence-long", steps.low_words);
    size_t high = limit_of(run, "sentence-max", steps.high_words);

    low = low ? low : NO_LIMIT;
    high = high ? high : NO_LIMIT;
    steps.low_graphemes = steps.low_graphemes * low / steps.low_words;
    steps.high_graphemes = steps.high_graphemes * high / steps.high_words;
    steps.low_words = low;
    steps.high_words = high;
    return steps;
}

static Level sentence_level(const CheckRun *run, const Steps *steps, Str sentence,
                            size_t words)
{
    size_t graphemes = 0;

    if (words <= steps->low_words && steps->low_graphemes == 0)
        return LEVEL_OFF;
    if (steps->low_graphemes > 0 && sentence.len > steps->low_graphemes)
        graphemes = prose_length(sentence, LANG_KO);
    if (words > steps->high_words ||
        (steps->high_graphemes && graphemes > steps->high_graphemes))
        return run->level;
    if (words > steps->low_words ||
        (steps->low_graphemes && graphemes > steps->low_graphemes))
        return level_lower(run->level);
    return LEVEL_OFF;
}

void rule_sentence_long(CheckRun *run)
{
    const Document *doc = run->doc;
    Steps steps = sentence_steps(run);

    for (size_t i = 0; i < run->sentence_count; i++) {
        const Sentence *s = &run->sentences[i];
        const Block *block = &doc->blocks[s->block];
        if (block->kind != BLOCK_PARAGRAPH ||
            run->doc->lengths[s->block] <= steps.low_words)
            continue;
        Str sentence = str_range(block->prose.text, s->range);
        if (sentence.len <= steps.low_words * 2)
            continue; /* a word and its space take two bytes */
        size_t words = word_count(sentence, doc->lang);
        run_add(run, sentence_level(run, &steps, sentence, words), block->part,
                prose_origin(&block->prose, s->range), ARGS(arg_num(words)));
    }
}

static size_t part_sentences(const CheckRun *run, const Part *part)
{
    size_t count = 0;

    for (size_t i = 0; i < part->block_count; i++) {
        size_t b = part->first_block + i;
        const Block *block = &run->doc->blocks[b];
        if (block_is_label(run, b) || !block_is_prose(block))
            continue;
        count += block->kind == BLOCK_ITEM
                     ? 1
                     : run->sentence_first[b + 1] - run->sentence_first[b];
    }
    return count;
}

static void report_sentences(CheckRun *run, const Part *part)
{
    size_t count = part_sentences(run, part);
    int least = part->spec->sentences_min, most = part->spec->sentences_max;
    StrBuf usual = {0};

    if (count == 0 || most == 0 || (count >= (size_t)least && count <= (size_t)most))
        return;
    if (least == most)
        strbuf_addf(&usual, "%d", least);
    else
        strbuf_addf(&usual, run->words == LANG_KO ? "%d~%d" : "%d to %d", least, most);
    run_add(run, run->level, part_index(run, part), part_place(run, part),
            ARGS(arg_str(part_words_for(run, part)), arg_num(count),
                 arg_str(strbuf_view(&usual))));
    strbuf_deinit(&usual);
}

static void report_paragraphs(CheckRun *run, const Part *part)
{
    enum { MOST = 5 };

    for (size_t i = 0; i < part->block_count; i++) {
        size_t b = part->first_block + i;
        const Block *block = &run->doc->blocks[b];
        size_t count = run->sentence_first[b + 1] - run->sentence_first[b];
        if (block->kind != BLOCK_PARAGRAPH || count <= MOST)
            continue;
        run_add(run, run->level, part_index(run, part), block->range,
                ARGS(arg_str(part_words_for(run, part)), arg_num(count),
                     arg_str(run_words(run, "at most 5", "많아도 5"))));
    }
}

void rule_sentence_count(CheckRun *run)
{
    for (size_t i = 0; i < run->doc->part_count; i++) {
        const Part *part = &run->doc->parts[i];
        /* Headlines have rules of their own. */
        if (part->region != REGION_PR || part->kind == PART_HEADLINE ||
            part->kind == PART_SUBHEADING)
            continue;
        if (!run->doc->tmpl)
            report_paragraphs(run, part);
        else if (part->spec && run_part_of_spec(run, part->spec) == part)
            report_sentences(run, part);
    }
}

static size_t longest_answer(const CheckRun *run, const Question *question)
{
    const Part *part =
        question->part == NO_INDEX ? NULL : &run->doc->parts[question->part];

    bool internal = question->audience == REGION_FAQ_INTERNAL;
    size_t most = internal ? run_limit(run, 220, 700) : run_limit(run, 130, 400);

    if (part && part->spec && part->spec->answer_max > 0 && run_template_unit(run))
        most = (size_t)part->spec->answer_max;
    most =
        limit_of(run, internal ? "answer-internal-max" : "answer-external-max", most);
    return most ? most : NO_LIMIT;
}

void rule_answer_long(CheckRun *run)
{
    for (size_t i = 0; i < run->doc->question_count; i++) {
        const Question *question = &run->doc->questions[i];
        size_t most = longest_answer(run, question);
        if (question_length(run, question) <= most)
            continue; /* with its "A.", and so no longer without */
        size_t length = prose_length(run->answers[i], run->doc->lang);
        if (length > most)
            run_add(run, run->level, question->part, question_place(run, question),
                    ARGS(arg_num(length), arg_num(most)));
    }
}

void rule_problem_solution_balance(CheckRun *run)
{
    const Part *problem = document_first(run->doc, PART_PROBLEM);
    const Part *solution = document_first(run->doc, PART_SOLUTION);

    if (!problem || !solution || problem->found == FOUND_INFERRED ||
        solution->found == FOUND_INFERRED)
        return;
    size_t problem_length = part_total(run, problem);
    size_t solution_length = part_total(run, solution);
    if (problem_length > 0 && problem_length * 3 < solution_length)
        run_add(run, run->level, part_index(run, problem), part_place(run, problem),
                ARGS(arg_num(problem_length), arg_num(solution_length)));
}
