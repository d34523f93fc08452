/* rules_missing.c: the parts that a document from elsewhere has not. */
#include "check/rules.h"
#include "text/word.h"

enum {
    SPOKEN_WORDS = 8, /* in one quotation */
    SPOKEN_GRAPHEMES = 20,
};

static bool kind_is_there(const CheckRun *run, PartKind kind)
{
    for (size_t i = 0; i < run->doc->part_count; i++) {
        const Part *part = &run->doc->parts[i];
        if (part_tells(part, kind) || (kind == PART_FAQ && region_is_faq(part->region)))
            return true;
    }
    return false;
}

/* A first heading is the headline of most documents that have no label for it. */
static bool headline_is_likely(const CheckRun *run)
{
    return run->doc->title.len > 0;
}

/* The parts in their usual order, and those that the rule asks for: customer and
 * problem have rules of their own. */
static const struct UsualPart {
    PartKind kind;
    bool asked;
} usual_parts[] = {
    {PART_HEADLINE, true},    {PART_SUBHEADING, false},    {PART_SUMMARY, true},
    {PART_PROBLEM, false},    {PART_SOLUTION, true},       {PART_LEADER_QUOTE, true},
    {PART_EXPERIENCE, false}, {PART_CUSTOMER_QUOTE, true}, {PART_GETTING_STARTED, true},
    {PART_FAQ, true},
};

enum { USUAL_COUNT = sizeof usual_parts / sizeof *usual_parts };

/* The heading that a template has for a part of that kind. */
static Str title_of_kind(const CheckRun *run, PartKind kind)
{
    const Template *tmpl = library_template(run->lib, STR("prfaq"), run->words);

    for (size_t i = 0; tmpl && i < tmpl->spec_count; i++)
        if (tmpl->specs[i].kind == kind)
            return spec_title(run, &tmpl->specs[i]);
    return kind_words(run, kind);
}

/* The last part before the `usual` one in the usual order that is there. */
static const Part *part_before(const CheckRun *run, size_t usual)
{
    const Part *last = NULL;

    for (size_t i = 0; i < run->doc->part_count; i++) {
        const Part *part = &run->doc->parts[i];
        for (size_t k = 0; k < usual; k++)
            if (part->kind == usual_parts[k].kind &&
                part->label.end > part->label.start)
                last = part;
    }
    return last;
}

/* The heading of a part; 0 for a label of another form. */
static int label_level(const CheckRun *run, const Part *part)
{
    const Block *block =
        part->block_count > 0 ? &run->doc->blocks[part->first_block] : NULL;

    return block && block->kind == BLOCK_HEADING ? block->level : 0;
}

/* A heading put in before words that have no label would take them in. */
static bool heading_fits(const CheckRun *run, size_t at)
{
    size_t b = document_block_from(run->doc, at);
    return b >= run->doc->block_count || run->doc->blocks[b].kind == BLOCK_HEADING;
}

static Range first_words(const CheckRun *run)
{
    for (size_t b = 0; b < run->doc->block_count; b++)
        if (run->doc->blocks[b].prose.text.len > 0)
            return (Range){run->doc->blocks[b].range.start,
                           run->doc->blocks[b].range.start};
    return (Range){run->doc->start, run->doc->start};
}

/* Where parts are missing: shown where the part before them begins, and put behind it
 * where that harms no words that have no label; else at the end. */
typedef struct Gap {
    Range place;
    size_t at;
    int level; /* of the headings put in */
} Gap;

static Gap gap_of(const CheckRun *run, size_t usual)
{
    const Document *doc = run->doc;
    const Part *before = part_before(run, usual);
    Gap gap = {.place = before ? part_place(run, before) : first_words(run),
               .at = usual_parts[usual].kind == PART_HEADLINE ? doc->start
                                                              : doc->bytes.len,
               .level = before ? label_level(run, before) : 0};

    if (before && gap.level > 1 && heading_fits(run, before->range.end))
        gap.at = before->range.end;
    else
        gap.level = SECTION_LEVEL;
    return gap;
}

/* Parts that are missing in one place are one finding: who wrote somewhere else than
 * in our templates shall not read the same sentence five times. */
static void report_parts(CheckRun *run, Gap gap, const size_t *usual, size_t count)
{
    StrBuf names = {0}, sections = {0};

    for (size_t i = 0; i < count; i++) {
        PartKind kind = usual_parts[usual[i]].kind;
        Str between = i == 0 ? STR("") : STR(", ");
        if (i > 0 && i + 1 == count && run->words != LANG_KO)
            between = STR(" or ");
        strbuf_addf(&names, "%.*s%.*s", STR_ARG(between),
                    STR_ARG(kind_words(run, kind)));
        section_text_add(run, gap.at, gap.level, title_of_kind(run, kind),
                         str_from(part_kind_name(kind)), &sections);
    }
    Finding *finding =
        run_add(run, run->level, NO_INDEX, gap.place,
                ARGS(arg_list(arena_str(run->arena, strbuf_view(&names)))));
    finding_fix(finding, FIX_INSERT, (Range){gap.at, gap.at},
                arena_str(run->arena, strbuf_view(&sections)));
    strbuf_deinit(&names);
    strbuf_deinit(&sections);
}

/* Paragraphs of the release that quote somebody at length. Where there are two, in a
 * section "Quotes", both a leader and a customer may well speak. */
static size_t spoken_paragraphs(const CheckRun *run)
{
    size_t count = 0;

    for (size_t b = 0; b < run->doc->block_count; b++) {
        bool spoken = false;
        for (size_t q = run->quote_first[b]; q < run->quote_first[b + 1]; q++) {
            Str words = str_range(run->doc->blocks[b].prose.text, run->quotes[q].range);
            spoken = spoken || prose_length(words, run->doc->lang) >=
                                   run_limit(run, SPOKEN_WORDS, SPOKEN_GRAPHEMES);
        }
        count += spoken && block_is_prose(&run->doc->blocks[b]) &&
                 run_region(run, b) == REGION_PR;
    }
    return count;
}

void rule_part_missing(CheckRun *run)
{
    if (run->doc->tmpl)
        return;
    bool unplaced = unplaced_paragraphs(run) > 0;
    bool spoken = spoken_paragraphs(run) > 1;
    size_t missing[USUAL_COUNT], count = 0;
    Gap gap = {0};

    for (size_t i = 0; i < USUAL_COUNT; i++) {
        PartKind kind = usual_parts[i].kind;
        /* A paragraph without a label may well be it: then silence is right. */
        bool quote = kind == PART_LEADER_QUOTE || kind == PART_CUSTOMER_QUOTE;
        bool likely = kind == PART_HEADLINE ? headline_is_likely(run)
                                            : unplaced || (quote && spoken);
        if (!usual_parts[i].asked || kind_is_there(run, kind) ||
            (likely && kind != PART_FAQ) ||
            (run->options->customer_quote_off && kind == PART_CUSTOMER_QUOTE))
            continue;
        Gap here = gap_of(run, i);
        if (count > 0 && (here.place.start != gap.place.start || here.at != gap.at)) {
            report_parts(run, gap, missing, count);
            count = 0;
        }
        gap = here;
        missing[count++] = i;
    }
    if (count > 0)
        report_parts(run, gap, missing, count);
}
