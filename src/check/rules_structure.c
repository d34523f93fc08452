/* rules_structure.c: which parts there are, and in which order. */
#include "check/rules.h"
#include "text/word.h"

enum {
    NEEDED_WORDS = 5,
    NEEDED_GRAPHEMES = 10,
    PROBLEM_GRAPHEMES = 20,
    OPENING_BLOCKS = 16, /* the first paragraph of a part is among them */
};

static bool spec_is_asked(const CheckRun *run, const PartSpec *spec)
{
    return spec->required &&
           !(run->options->customer_quote_off && spec->kind == PART_CUSTOMER_QUOTE);
}

static bool spec_is_written(const CheckRun *run, const PartSpec *spec, const Part *part)
{
    if (!part)
        return false;
    if (spec->kind == PART_HEADLINE)
        return run->own_lengths[part_index(run, part)] > 0;
    return part_is_written(run, part, NEEDED_WORDS, NEEDED_GRAPHEMES);
}

bool spec_is_missing(const CheckRun *run, const PartSpec *spec)
{
    return spec_is_asked(run, spec) &&
           !spec_is_written(run, spec, run_part_of_spec(run, spec));
}

Str spec_title(const CheckRun *run, const PartSpec *spec)
{
    Str title = spec->titles[run->words];
    return title.len > 0 ? title : spec->title;
}

/* Where a section of the template belongs: behind the nearest section before it
 * that is there, else before the first one that is. */
static size_t place_of_spec(const CheckRun *run, const PartSpec *spec)
{
    const Template *tmpl = run->doc->tmpl;
    size_t index = (size_t)(spec - tmpl->specs);

    for (size_t i = index; i > 0; i--) {
        const Part *before = run_part_of_spec(run, &tmpl->specs[i - 1]);
        if (before)
            return before->range.end;
    }
    for (size_t i = index + 1; i < tmpl->spec_count; i++) {
        const Part *after = run_part_of_spec(run, &tmpl->specs[i]);
        if (after)
            return after->range.start;
    }
    return run->doc->bytes.len;
}

void section_text_add(const CheckRun *run, size_t at, int level, Str title, Str id,
                      StrBuf *text)
{
    Str nl = run_newline(run), bytes = run->doc->bytes;
    bool behind = at == 0 || text->len > 0;
    bool fresh = behind || bytes.ptr[at - 1] == '\n';
    bool spaced = behind || str_ends(str_slice(bytes, 0, at), STR("\n\n")) ||
                  str_ends(str_slice(bytes, 0, at), STR("\n\r\n"));

    if (!fresh)
        strbuf_add(text, nl);
    if (!spaced)
        strbuf_add(text, nl);
    strbuf_add_repeat(text, '#', (size_t)level);
    strbuf_addf(text, " %.*s%.*s<!-- prfaq-id: %.*s -->%.*s%.*s", STR_ARG(title),
                STR_ARG(nl), STR_ARG(id), STR_ARG(nl), STR_ARG(nl));
    if (at < bytes.len)
        strbuf_add(text, nl);
}

void finding_add_section(const CheckRun *run, Finding *finding, size_t at, Str title,
                         Str id)
{
    StrBuf text = {0};

    section_text_add(run, at, SECTION_LEVEL, title, id, &text);
    finding_fix(finding, FIX_INSERT, (Range){at, at},
                arena_str(run->arena, strbuf_view(&text)));
    strbuf_deinit(&text);
}

void rule_section_missing(CheckRun *run)
{
    const Template *tmpl = run->doc->tmpl;

    for (size_t i = 0; tmpl && i < tmpl->spec_count; i++) {
        const PartSpec *spec = &tmpl->specs[i];
        const Part *part = run_part_of_spec(run, spec);
        if (!spec_is_missing(run, spec))
            continue;
        Str title = spec_title(run, spec);
        if (part) {
            run_add(run, run->level, part_index(run, part), part_place(run, part),
                    ARGS(arg_str(title)));
            continue;
        }
        size_t at = place_of_spec(run, spec);
        Finding *finding =
            run_add(run, run->level, NO_INDEX, (Range){at, at}, ARGS(arg_str(title)));
        finding_add_section(run, finding, at, title, spec->id);
    }
}

/* A label above the opening of a release does not say where that part ends: what
 * follows its first paragraph may be another part. */
static bool is_below_opening(const CheckRun *run, const Part *part, size_t b)
{
    if (part->kind != PART_HEADLINE && part->kind != PART_SUBHEADING &&
        part->kind != PART_SUMMARY)
        return false;
    for (size_t i = part->first_block; i < b; i++)
        if (i - part->first_block >= OPENING_BLOCKS ||
            (block_is_prose(&run->doc->blocks[i]) && !block_is_label(run, i)))
            return true;
    return false;
}

/* Does the paragraph belong to no part that has a name? Position could place it. */
static bool block_is_unplaced(const CheckRun *run, size_t b)
{
    const Block *block = &run->doc->blocks[b];

    if (block->kind != BLOCK_PARAGRAPH || block->question != NO_INDEX)
        return false;
    if (block->part == NO_INDEX)
        return true;
    const Part *part = &run->doc->parts[block->part];
    if (part->kind == PART_OTHER)
        return part->region == REGION_NONE || part->region == REGION_PR;
    return is_below_opening(run, part, b);
}

size_t unplaced_paragraphs(const CheckRun *run)
{
    size_t count = 0;

    /* Position has placed what it could. */
    for (size_t i = 0; i < run->doc->part_count; i++)
        if (run->doc->parts[i].found == FOUND_INFERRED)
            return 0;
    for (size_t b = 0; b < run->doc->block_count; b++)
        if (run->doc->lengths[b] >= run_limit(run, NEEDED_WORDS, PROBLEM_GRAPHEMES) &&
            block_is_unplaced(run, b))
            count++;
    return count;
}

void rule_document_empty(CheckRun *run)
{
    size_t at = run->doc->start;

    if (!run->empty)
        return;
    Finding *finding = run_add(run, run->level, NO_INDEX, (Range){at, at}, NO_ARGS);
    if (finding)
        finding->advice =
            run_words(run,
                      "To start from a template in a file of its own: prfaq new NAME. "
                      "Or begin here with the headline and who it is for.",
                      "틀로 새 파일을 시작하려면: prfaq new NAME. 여기서 시작하려면 "
                      "제목과 누구를 위한 것인지부터 쓰세요.");
}

static bool question_is_there(const CheckRun *run, const char *id)
{
    const BankQuestion *row = questions_find(&run->lib->bank, str_from(id));
    size_t question;

    return row && topic_is_answered(run, row, &question);
}

/* Where a customer may be named: the release to its solution; in an imported
 * document also the paragraphs that only position could place. */
static bool block_may_name_customer(const CheckRun *run, size_t b)
{
    const Block *block = &run->doc->blocks[b];

    if (block->prose.text.len == 0)
        return false;
    if (block->part == NO_INDEX)
        return !run->doc->tmpl;
    switch (run->doc->parts[block->part].kind) {
    case PART_HEADLINE:
    case PART_SUBHEADING:
    case PART_SUMMARY:
    case PART_PROBLEM:
    case PART_SOLUTION:
        return !block_is_label(run, b) || !run->doc->parts[block->part].spec;
    default:
        return !run->doc->tmpl && block_is_unplaced(run, b);
    }
}

static bool customer_is_named(const CheckRun *run)
{
    if (run->doc->not_prfaq == NOT_PRFAQ_DIGEST)
        return false;
    for (size_t b = 0; b < run->doc->block_count; b++) {
        if (!block_may_name_customer(run, b))
            continue;
        /* Without a list of words nobody can tell; then any release will do. */
        if (lexicon_is_empty(&run->lexicon) || run_has_hit(run, b, LIST_CUSTOMER))
            return true;
    }
    return false;
}

/* Figures in a table say something too. */
static bool part_has_table(const CheckRun *run, const Part *part)
{
    for (size_t i = 0; i < part->block_count; i++)
        if (run->doc->blocks[part->first_block + i].kind == BLOCK_TABLE)
            return true;
    return false;
}

static bool kind_is_written(const CheckRun *run, PartKind kind, size_t words,
                            size_t graphemes)
{
    for (size_t i = 0; i < run->doc->part_count; i++)
        if (part_tells(&run->doc->parts[i], kind) &&
            (run->doc->parts[i].found != FOUND_INFERRED ||
             run->doc->not_prfaq != NOT_PRFAQ_DIGEST) &&
            (part_is_written(run, &run->doc->parts[i], words, graphemes) ||
             part_has_table(run, &run->doc->parts[i])))
            return true;
    return false;
}

bool customer_is_stated(const CheckRun *run)
{
    Str customer = metadata_get(&run->doc->meta, "customer");

    return word_count(customer, run->doc->lang) >= 2 ||
           kind_is_written(run, PART_CUSTOMER, 1, 2) || customer_is_named(run) ||
           question_is_there(run, "customer-who-for");
}

/* What is missing for sure is only known where the sections have labels or ids: a
 * paragraph that was placed by its words may say it in words nobody knows. */
static Level missing_level(const CheckRun *run)
{
    const Document *doc = run->doc;

    if (doc->tmpl)
        return run->level;
    for (size_t i = 0; i < doc->part_count; i++) {
        const Part *part = &doc->parts[i];
        if (part->found == FOUND_INFERRED && part->region == REGION_PR &&
            part->kind >= PART_SUMMARY)
            return level_lower(run->level);
    }
    return doc->is_prfaq && unplaced_paragraphs(run) == 0 ? run->level
                                                          : level_lower(run->level);
}

void rule_customer_missing(CheckRun *run)
{
    if (customer_is_stated(run))
        return;
    size_t at = run->doc->start;
    Finding *finding =
        run_add(run, missing_level(run), NO_INDEX, (Range){at, at}, NO_ARGS);
    if (finding)
        finding->advice = run_words(
            run,
            "Name who it is for in the headline, subheading, summary, problem or "
            "solution, or write customer: at the top. Is the word there already? Add "
            "it to the list of customers in .prfaq/config.",
            "제목, 부제, 요약, 문제, 해결 가운데 한 곳에 누구를 위한 것인지 쓰거나 맨 "
            "위에 customer:를 쓰세요. 이미 쓴 낱말이면 .prfaq/config의 고객 목록에 "
            "넣으세요.");
}

/* Without labels the second paragraph of a release is its problem, or the first
 * one is: nothing is missing that could be told. */
static bool problem_is_likely(const CheckRun *run)
{
    return !run->doc->tmpl &&
           unplaced_paragraphs(run) +
                   (document_first(run->doc, PART_SUMMARY) != NULL) >=
               2;
}

bool problem_is_stated(const CheckRun *run)
{
    return metadata_get(&run->doc->meta, "problem").len > 0 ||
           kind_is_written(run, PART_PROBLEM, NEEDED_WORDS, PROBLEM_GRAPHEMES) ||
           problem_is_likely(run) || question_is_there(run, "problem-what-ends") ||
           question_is_there(run, "problem-today-workaround");
}

void rule_problem_missing(CheckRun *run)
{
    if (problem_is_stated(run))
        return;
    const Part *part = document_first(run->doc, PART_PROBLEM);
    Range place = {run->doc->start, run->doc->start};
    Finding *finding =
        run_add(run, missing_level(run), part ? part_index(run, part) : NO_INDEX,
                part ? part_place(run, part) : place, NO_ARGS);
    if (finding)
        finding->advice =
            run_words(run,
                      "Write what goes wrong for the customer today, in a section of "
                      "its own.",
                      "고객이 지금 무엇 때문에 불편한지 따로 한 칸에 쓰세요.");
}

void rule_problem_before_solution(CheckRun *run)
{
    const Part *problem = document_first(run->doc, PART_PROBLEM);
    const Part *solution = document_first(run->doc, PART_SOLUTION);

    if (!problem || !solution || solution->range.start > problem->range.start)
        return;
    if (problem->found == FOUND_INFERRED || solution->found == FOUND_INFERRED)
        return;
    Level level = run->doc->tmpl ? run->level : level_lower(run->level);
    run_add(run, level, part_index(run, solution), part_place(run, solution),
            ARGS(arg_str(part_words_for(run, solution)),
                 arg_str(part_words_for(run, problem))));
}

void rule_section_order(CheckRun *run)
{
    const Template *tmpl = run->doc->tmpl;
    const Part *highest = NULL;

    for (size_t i = 0; tmpl && i < run->doc->part_count; i++) {
        const Part *part = &run->doc->parts[i];
        if (!part->spec || part->kind == PART_PROBLEM || part->kind == PART_SOLUTION ||
            run_part_of_spec(run, part->spec) != part)
            continue;
        if (highest && part->spec < highest->spec)
            run_add(run, run->level, i, part_place(run, part),
                    ARGS(arg_str(part_words_for(run, highest)),
                         arg_str(part_words_for(run, part))));
        else
            highest = part;
    }
}
