/* rules_opening.c: headline, subheading, dateline and launch date. */
#include <string.h>

#include "base/unicode.h"
#include "base/utf8.h"
#include "check/figure_date.h"
#include "check/rules.h"
#include "check/setting.h"
#include "check/stage.h"
#include "text/sentence.h"
#include "text/word.h"

enum { DATELINE_CHARS = 60 };

/* The blocks that are the headline itself: its body, or the heading that is its
 * own label. In an imported document only the first: what follows it may be a part
 * that has no label. */
typedef struct Line {
    size_t first; /* block */
    size_t count;
} Line;

static Line line_of(const CheckRun *run, const Part *part)
{
    Line line = {0};

    for (size_t i = 0; i < part->block_count; i++) {
        size_t b = part->first_block + i;
        const Block *block = &run->doc->blocks[b];
        if (block->prose.text.len == 0 || (block_is_label(run, b) && part->spec))
            continue;
        if (block_is_label(run, b) && part->body.end > part->body.start &&
            part->title.len > 0 && library_label(run->lib, block->prose.text))
            continue;
        if (line.count == 0)
            line.first = b;
        line.count = b - line.first + 1;
        if (!run->doc->tmpl)
            break;
    }
    return line;
}

/* "Title: Lantern rings in time" without the label in front. */
static Str without_label(const CheckRun *run, Str text)
{
    size_t colon = str_find_byte(text, ':', 0), behind = 1;
    size_t wide = str_find(text, STR("："), 0);

    if (wide < colon) {
        colon = wide;
        behind = strlen("：");
    }
    if (colon == STR_NONE || colon + behind == text.len ||
        !library_label(run->lib, str_slice(text, 0, colon)))
        return text;
    return str_trim(str_slice(text, colon + behind, text.len));
}

/* The words of a block that belong to the part's body: without "Headline: ". */
static Str body_text(const CheckRun *run, const Part *part, size_t b)
{
    const Block *block = &run->doc->blocks[b];
    Str text = block->prose.text;
    size_t at = 0;

    if (part->body.start <= block->range.start || part->body.start >= block->range.end)
        return part->found == FOUND_LABEL ? without_label(run, text) : text;
    while (at < text.len && block->prose.origin[at] < part->body.start)
        at++;
    return str_trim(str_slice(text, at, text.len));
}

static bool spans_lines(const CheckRun *run, const Block *block)
{
    return str_find_byte(str_trim(str_range(run->doc->bytes, block->range)), '\n', 0) !=
           STR_NONE;
}

/* Length of the line, and how long it may be, in the same unit. */
static size_t line_length(const CheckRun *run, const Part *part, Line line,
                          size_t *most)
{
    size_t length = 0, graphemes = 0;

    for (size_t i = 0; i < line.count; i++) {
        Str text = body_text(run, part, line.first + i);
        length += prose_length(text, run->doc->lang);
        graphemes += grapheme_count(text);
    }
    if (part->spec && part->spec->max > 0 && run_template_unit(run)) {
        *most = limit_of_section(run, part->spec->id, "max", (size_t)part->spec->max);
        return length;
    }
    *most = limit_of_section(run, str_from(part_kind_name(part->kind)), "max",
                             run_limit(run, 18, 60));
    if (run_counts_graphemes(run) || length > *most || graphemes <= 120)
        return length;
    *most = 120;
    return graphemes;
}

void rule_headline_shape(CheckRun *run)
{
    for (size_t i = 0; i < run->doc->part_count; i++) {
        const Part *part = &run->doc->parts[i];
        if (part->kind != PART_HEADLINE)
            continue;
        Line line = line_of(run, part);
        if (line.count == 0)
            continue;
        size_t most, length = line_length(run, part, line, &most);
        const Block *first = &run->doc->blocks[line.first];
        const Block *last = &run->doc->blocks[line.first + line.count - 1];
        if (length > most || line.count > 1 ||
            (run->doc->tmpl && spans_lines(run, first)))
            run_add(run, run->level, i, (Range){first->range.start, last->range.end},
                    ARGS(arg_num(length), arg_num(most)));
    }
}

static bool is_closing(uint32_t cp)
{
    return cp == '"' || cp == '\'' || cp == ')' || cp == ']' || cp == 0x201D ||
           cp == 0x2019 || cp == 0x300D || cp == 0x300F || cp == 0xBB;
}

static bool is_final_mark(uint32_t cp, PartKind kind)
{
    if (cp == '!' || cp == '?' || cp == 0xFF01 || cp == 0xFF1F)
        return true;
    return kind == PART_HEADLINE &&
           (cp == '.' || cp == 0x2026 || cp == 0x3002 || cp == 0xFF0E);
}

/* "U.S." ends with a dot that belongs to it. */
static bool is_abbreviation(Str text, Range marks)
{
    size_t space = str_rfind_byte(str_slice(text, 0, marks.start), ' ');
    size_t start = space == STR_NONE ? 0 : space + 1;

    return marks.end - marks.start == 1 &&
           str_find_byte(str_slice(text, start, marks.start), '.', 0) != STR_NONE;
}

/* The run of marks at the end, before closing quotation marks; empty for none. */
static Range final_marks(Str text, PartKind kind)
{
    size_t end = text.len, start;
    uint32_t cp = 0;

    while (end > 0) {
        size_t before = utf8_before(text, end);
        utf8_decode(text, before, &cp);
        if (!is_closing(cp) && cp != ' ')
            break;
        end = before;
    }
    for (start = end; start > 0;) {
        size_t before = utf8_before(text, start);
        utf8_decode(text, before, &cp);
        if (!is_final_mark(cp, kind))
            break;
        start = before;
    }
    return (Range){start, end};
}

void rule_headline_mark(CheckRun *run)
{
    Str product = metadata_get(&run->doc->meta, "product");

    for (size_t i = 0; i < run->doc->part_count; i++) {
        const Part *part = &run->doc->parts[i];
        Line line = {0};
        if (part->kind == PART_HEADLINE || part->kind == PART_SUBHEADING)
            line = line_of(run, part);
        if (line.count == 0)
            continue;
        const Prose *prose = &run->doc->blocks[line.first + line.count - 1].prose;
        Range marks = final_marks(prose->text, part->kind);
        if (marks.start == marks.end || marks.start == 0 ||
            is_abbreviation(prose->text, marks) ||
            (product.len > 0 &&
             str_ends(str_slice(prose->text, 0, marks.end), product)))
            continue;
        Range place = prose_origin(prose, marks);
        Finding *finding = run_add(run, run->level, i, place,
                                   ARGS(arg_str(str_range(prose->text, marks))));
        finding_fix(finding, FIX_REPLACE, place, (Str){0});
    }
}

void rule_subheading_sentence(CheckRun *run)
{
    for (size_t i = 0; i < run->doc->part_count; i++) {
        const Part *part = &run->doc->parts[i];
        size_t sentences = 0;
        if (part->kind != PART_SUBHEADING)
            continue;
        Line line = line_of(run, part);
        for (size_t j = 0; j < line.count; j++)
            sentences += sentence_count(run->doc->blocks[line.first + j].prose.text,
                                        run->doc->lang);
        if (line.count == 0 || sentences <= 1)
            continue;
        const Block *first = &run->doc->blocks[line.first];
        const Block *last = &run->doc->blocks[line.first + line.count - 1];
        run_add(run, run->level, i, (Range){first->range.start, last->range.end},
                ARGS(arg_num(sentences)));
    }
}

/* The first paragraph of a part; NULL. */
static const Block *first_paragraph(const CheckRun *run, const Part *part)
{
    for (size_t i = 0; i < part->block_count; i++) {
        size_t b = part->first_block + i;
        if (block_is_prose(&run->doc->blocks[b]) && !block_is_label(run, b))
            return &run->doc->blocks[b];
    }
    return NULL;
}

/* Where the opening that may be a dateline ends: behind 60 characters. */
static Str opening_of(Str text)
{
    size_t at = 0;
    uint32_t cp;

    for (int i = 0; i < DATELINE_CHARS && at < text.len; i++)
        at += utf8_decode(text, at, &cp);
    return str_slice(text, 0, at);
}

/* A full stop ends a dateline; the dot of "St." or "Sept." does not. */
static bool is_full_stop(Str s, size_t at)
{
    size_t start = at;

    while (start > 0 && ((s.ptr[start - 1] | 0x20) >= 'a') &&
           ((s.ptr[start - 1] | 0x20) <= 'z'))
        start--;
    return s.ptr[at] == '.' && (at == start || at - start > 4);
}

/* What closes a dateline: a dash, a colon, the bracket of "(서울=…)". */
static bool closes_dateline(Str s, size_t at)
{
    Str rest = str_slice(s, at, s.len);
    return str_starts(rest, STR("—")) || str_starts(rest, STR("–")) ||
           str_starts(rest, STR("―")) || str_starts(rest, STR("--")) ||
           str_starts(rest, STR(" - ")) || s.ptr[at] == ':' ||
           (s.ptr[at] == ')' && (s.ptr[0] == '('));
}

/* The date of a dateline; false when the text does not open with one. */
static bool dateline_of(Str text, Date *date, Range *range)
{
    Str s = opening_of(text);
    bool dated = false;

    for (size_t at = 0; at < s.len; at++) {
        Date found = {0};
        size_t end = dated ? 0 : date_at(s, at, &found);
        if (end && found.year > 0 && (found.month > 0)) {
            *date = found;
            *range = (Range){at, end};
            dated = true;
            at = end - 1;
        } else if (is_full_stop(s, at)) {
            return false;
        } else if (dated && closes_dateline(s, at)) {
            return true;
        }
    }
    return false;
}

static bool needs_dateline(const CheckRun *run, const Part *part)
{
    if (run->doc->tmpl)
        return part->spec && part->spec->dateline &&
               run_part_of_spec(run, part->spec) == part;
    return part->kind == PART_SUMMARY && part->found == FOUND_INFERRED;
}

/* Does it open with something that was meant as a dateline: "BUSAN — ", "March 2: ",
 * "[City, date]"? Another one in front of it would be one too many. */
static bool opens_like_dateline(Str text)
{
    Str s = opening_of(text);

    for (size_t at = 0; at < s.len; at++) {
        Date date = {0};
        if (is_full_stop(s, at))
            return false;
        if (closes_dateline(s, at) || s.ptr[at] == '[' || date_at(s, at, &date))
            return true;
    }
    return false;
}

static void report_dateline(CheckRun *run, size_t part, const Block *block)
{
    const Template *tmpl = run->doc->tmpl;
    size_t at = block->prose.origin[0];
    Str example = tmpl && tmpl->dateline.len > 0
                      ? tmpl->dateline
                      : run_words(run, "SEOUL, March 2, 2027", "(서울=2027년 3월 2일)");
    bool dash = !str_ends(example, STR(")"));
    Finding *finding = run_add(run, run->level, part, (Range){at, block->range.end},
                               ARGS(arg_str(example)));

    if (!opens_like_dateline(block->prose.text))
        finding_fix(
            finding, FIX_INSERT, (Range){at, at},
            arena_printf(run->arena, "%.*s%s", STR_ARG(example), dash ? " — " : " "));
}

/* One dateline is enough, and its lack is said once. */
void rule_dateline_missing(CheckRun *run)
{
    const Block *first = NULL;
    size_t part = NO_INDEX;

    for (size_t i = 0; i < run->doc->part_count && !run->options->dateline_off; i++) {
        const Block *block = needs_dateline(run, &run->doc->parts[i])
                                 ? first_paragraph(run, &run->doc->parts[i])
                                 : NULL;
        Date date;
        Range range;
        if (!block)
            continue;
        if (dateline_of(block->prose.text, &date, &range))
            return;
        part = first ? part : i;
        first = first ? first : block;
    }
    if (first)
        report_dateline(run, part, first);
}

/* Front matter launch: the whole value is a date. */
static bool launch_entry(const CheckRun *run, Date *date, Range *place)
{
    const Metadata *meta = &run->doc->meta;

    for (size_t i = 0; i < meta->count; i++) {
        if (!str_eq(meta->entries[i].key, STR("launch")))
            continue;
        *place = meta->entries[i].range;
        return date_at(meta->entries[i].value, 0, date) > 0 && date->year > 0 &&
               date->month > 0;
    }
    return false;
}

static bool launch_date(const CheckRun *run, Date *date, Range *place, size_t *part)
{
    for (size_t i = 0; i < run->doc->part_count; i++) {
        const Part *p = &run->doc->parts[i];
        bool summary = p->kind == PART_SUMMARY || (p->spec && p->spec->dateline);
        const Block *block = summary ? first_paragraph(run, p) : NULL;
        Range range;
        if (block && dateline_of(block->prose.text, date, &range)) {
            *place = prose_origin(&block->prose, range);
            *part = i;
            return true;
        }
    }
    *part = NO_INDEX;
    return launch_entry(run, date, place);
}

void rule_launch_date(CheckRun *run)
{
    Date now = run->options->now, date = {0};
    Range place = {0};
    size_t part = NO_INDEX;
    /* An imported document says nothing of its stage: it may be long launched. */
    bool drafted = stage_is(run->doc, "draft") || stage_is(run->doc, "review") ||
                   (run->doc->tmpl && metadata_get(&run->doc->meta, "stage").len == 0);

    if (now.year == 0 || stage_is(run->doc, "launched") ||
        !launch_date(run, &date, &place, &part))
        return;
    Str written = str_range(run->doc->bytes, place);
    if (date.day == 0)
        date.day = 31; /* the month is not over before its last day */
    if (drafted && date_cmp(date, now) < 0)
        run_add(run, run->level, part, place,
                ARGS(arg_str(written),
                     arg_str(run_words(run, "already past", "이미 지났습니다"))));
    else if (date_cmp(date, date_add_months(now, 24)) > 0)
        run_add(
            run, run->level, part, place,
            ARGS(arg_str(written), arg_str(run_words(run, "more than two years away",
                                                     "두 해도 더 남았습니다"))));
}
