#include "check/run.h"

#include <assert.h>

#include "base/unicode.h"
#include "check/leftover.h"
#include "check/setting.h"
#include "doc/line.h"
#include "text/sentence.h"

enum { ATTRIBUTION_BYTES_MAX = 160 };

static Range clamp(const CheckRun *run, Range r)
{
    size_t len = run->doc->bytes.len;

    if (r.end > len)
        r.end = len;
    if (r.start > r.end)
        r.start = r.end;
    return r;
}

Level run_level(const CheckRun *run, const Rule *rule)
{
    return run->levels ? run->levels[rule - rule_at(0)]
                       : rule_level(run->options, rule);
}

Level run_cap(const CheckRun *run, Level own)
{
    const RuleSetting *setting = rule_setting(run->options, run->rule);

    return own != LEVEL_OFF && setting && setting->level != LEVEL_OFF
               ? run->level
               : level_min(run->level, own);
}

Finding *run_add_message(CheckRun *run, Level level, size_t part, Range range,
                         Str format, const Arg *args, size_t count)
{
    if (level == LEVEL_OFF)
        return NULL;
    run->items =
        arena_grow(run->arena, run->items, run->count, &run->cap, sizeof *run->items);
    Finding *finding = &run->items[run->count++];
    *finding = (Finding){.rule = run->rule,
                         .level = level,
                         .range = clamp(run, range),
                         .part = part,
                         .message = message_fill(run->arena, format, args, count)};
    return finding;
}

Finding *run_add(CheckRun *run, Level level, size_t part, Range range, const Arg *args,
                 size_t count)
{
    return run_add_message(run, level, part, range, run->rule->message[run->words],
                           args, count);
}

void finding_fix(Finding *finding, FixKind kind, Range range, Str text)
{
    if (finding)
        finding->fix = (Fix){.kind = kind, .range = range, .text = text};
}

void finding_advise(Finding *finding, const Error *why, Arena *arena)
{
    char first = why->hint[0];

    if (!finding || !first)
        return;
    if (first >= 'a' && first <= 'z')
        first = (char)(first - 'a' + 'A');
    finding->advice = arena_printf(arena, "%c%s", first, why->hint + 1);
}

Str run_words(const CheckRun *run, const char *en, const char *ko)
{
    return str_from(run->words == LANG_KO ? ko : en);
}

bool run_counts_graphemes(const CheckRun *run)
{
    return lang_counts_graphemes(run->doc->lang);
}

bool run_has_words(const CheckRun *run)
{
    return run->doc->lang == LANG_EN || run->doc->lang == LANG_KO;
}

size_t run_limit(const CheckRun *run, size_t words, size_t graphemes)
{
    return run_counts_graphemes(run) ? graphemes : words;
}

bool run_template_unit(const CheckRun *run)
{
    return run->doc->tmpl &&
           (run->doc->tmpl->unit == UNIT_CHARS) == run_counts_graphemes(run);
}

Str run_newline(const CheckRun *run)
{
    return line_break_of(run->doc->bytes);
}

/* The line of a block that begins at `start`, without its line break. */
static Range first_line(const CheckRun *run, Range r)
{
    size_t lf = str_find_byte(run->doc->bytes, '\n', r.start);

    if (lf != STR_NONE && lf < r.end)
        r.end = lf;
    while (r.end > r.start && (run->doc->bytes.ptr[r.end - 1] == '\n' ||
                               run->doc->bytes.ptr[r.end - 1] == '\r'))
        r.end--;
    return r;
}

Range part_place(const CheckRun *run, const Part *part)
{
    if (part->label.end > part->label.start)
        return first_line(run, part->label);
    for (size_t i = 0; i < part->block_count; i++) {
        const Block *block = &run->doc->blocks[part->first_block + i];
        if (block->prose.text.len > 0)
            return first_line(run, block->range);
    }
    return first_line(run, part->range);
}

size_t part_index(const CheckRun *run, const Part *part)
{
    return (size_t)(part - run->doc->parts);
}

/* clang-format off */
static const char *const kind_names[PART_KIND_COUNT][2] = {
    [PART_OTHER]           = {"section", "칸"},
    [PART_HEADLINE]        = {"headline", "제목"},
    [PART_SUBHEADING]      = {"subheading", "부제"},
    [PART_SUMMARY]         = {"summary", "요약"},
    [PART_PROBLEM]         = {"problem", "문제"},
    [PART_SOLUTION]        = {"solution", "해결"},
    [PART_LEADER_QUOTE]    = {"leader quote", "책임자의 말"},
    [PART_EXPERIENCE]      = {"customer experience", "고객 경험"},
    [PART_CUSTOMER_QUOTE]  = {"customer quote", "고객의 말"},
    [PART_GETTING_STARTED] = {"way to get started", "시작하는 법"},
    [PART_EXTERNAL_FAQ]    = {"external FAQ", "외부 FAQ"},
    [PART_INTERNAL_FAQ]    = {"internal FAQ", "내부 FAQ"},
    [PART_FAQ]             = {"FAQ", "FAQ"},
    [PART_CUSTOMER]        = {"customer", "고객"},
    [PART_BENEFIT]         = {"benefit", "이로움"},
    [PART_EVIDENCE]        = {"evidence", "근거"},
    [PART_UNCHANGING]      = {"what will not change", "변하지 않는 것"},
    [PART_FIVE_QUESTIONS]  = {"five questions", "다섯 질문"},
    [PART_APPENDIX]        = {"appendix", "부록"},
};
/* clang-format on */

Str kind_words(const CheckRun *run, PartKind kind)
{
    return str_from(kind_names[kind][run->words]);
}

Str part_words_for(const CheckRun *run, const Part *part)
{
    if (part->title.len > 0)
        return part->title;
    if (part->spec && part->spec->title.len > 0)
        return part->spec->title;
    return kind_words(run, part->kind);
}

const Part *run_part_of_spec(const CheckRun *run, const PartSpec *spec)
{
    for (size_t i = 0; i < run->doc->part_count; i++)
        if (run->doc->parts[i].spec == spec)
            return &run->doc->parts[i];
    for (size_t i = 0; i < run->doc->part_count && spec->kind != PART_OTHER; i++)
        if (!run->doc->parts[i].spec && run->doc->parts[i].kind == spec->kind)
            return &run->doc->parts[i];
    return NULL;
}

Str run_company(const CheckRun *run)
{
    Str company = str_trim(metadata_get(&run->doc->meta, "company"));
    return company.len > 0 ? company : run->options->company;
}

PartKind run_kind(const CheckRun *run, size_t block)
{
    size_t part = run->doc->blocks[block].part;
    return part == NO_INDEX ? PART_OTHER : run->doc->parts[part].kind;
}

Region run_region(const CheckRun *run, size_t block)
{
    size_t part = run->doc->blocks[block].part;
    return part == NO_INDEX ? REGION_NONE : run->doc->parts[part].region;
}

bool block_is_label(const CheckRun *run, size_t block)
{
    const Block *b = &run->doc->blocks[block];

    if (b->part == NO_INDEX)
        return false;
    Range label = run->doc->parts[b->part].label;
    return b->range.start >= label.start && b->range.end <= label.end;
}

bool run_in_question(const CheckRun *run, size_t block, size_t offset)
{
    const Block *b = &run->doc->blocks[block];

    if (b->question == NO_INDEX)
        return false;
    Range question = run->doc->questions[b->question].question;
    return offset >= question.start && offset < question.end;
}

bool block_is_prose(const Block *block)
{
    return (block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_ITEM) &&
           block->prose.text.len > 0;
}

static bool is_attribution(Str text)
{
    static const char *const dashes[] = {"—", "–", "―", "--", "- "};

    if (text.len > ATTRIBUTION_BYTES_MAX)
        return false;
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (str_starts(text, str_from(dashes[i])))
            return true;
    return false;
}

bool block_is_attribution(const Block *block)
{
    return is_attribution(block->prose.text);
}

static void read_sentences(CheckRun *run)
{
    const Document *doc = run->doc;
    Sentence *items = NULL;
    size_t count = 0, cap = 0;
    size_t *first = arena_array(run->arena, doc->block_count + 1, sizeof *first);

    for (size_t b = 0; b < doc->block_count; b++) {
        const Block *block = &doc->blocks[b];
        Range range;
        first[b] = count;
        if (!block_is_prose(block))
            continue;
        for (size_t at = 0; sentence_next(block->prose.text, doc->lang, &at, &range);) {
            if (is_attribution(str_range(block->prose.text, range)))
                continue;
            items = arena_grow(run->arena, items, count, &cap, sizeof *items);
            items[count++] = (Sentence){b, range, spans_hold(run, b, range)};
        }
    }
    first[doc->block_count] = count;
    run->sentences = items;
    run->sentence_count = count;
    run->sentence_first = first;
}

static void read_questions(CheckRun *run)
{
    size_t count = run->doc->question_count;
    Str *asked = arena_array(run->arena, count, sizeof *asked);
    BytePairs *pairs = arena_array(run->arena, count, sizeof *pairs);
    bool *answered = arena_array(run->arena, count, sizeof *answered);
    Str *answers = arena_array(run->arena, count, sizeof *answers);
    StrBuf folded = {0};

    run->answers = answers;
    for (size_t i = 0; i < count; i++) {
        answers[i] = answer_text(run, &run->doc->questions[i], ANSWER_ALL);
        strbuf_clear(&folded);
        unicode_fold_str(run->doc->questions[i].text, &folded);
        asked[i] = arena_str(run->arena, strbuf_view(&folded));
        pairs[i] = byte_pairs(asked[i]);
        answered[i] = question_is_answered(run, &run->doc->questions[i]);
    }
    strbuf_deinit(&folded);
    run->asked = asked;
    run->asked_pairs = pairs;
    run->answered = answered;
}

static void read_marks(CheckRun *run)
{
    BlockMark *items = NULL;
    size_t count = 0, cap = 0;

    for (size_t b = 0; b < run->doc->block_count; b++) {
        const Block *block = &run->doc->blocks[b];
        const Evidence *marks;
        size_t found;
        if (block->kind == BLOCK_CODE || block->kind == BLOCK_HTML)
            continue;
        evidence_of_block(run->doc->bytes, block->range, run->arena, &marks, &found);
        for (size_t i = 0; i < found; i++) {
            items = arena_grow(run->arena, items, count, &cap, sizeof *items);
            items[count++] = (BlockMark){b, marks[i]};
        }
    }
    run->marks = items;
    run->mark_count = count;
}

void run_prepare(CheckRun *run)
{
    spans_read(run);
    read_sentences(run);
    read_marks(run);
    leftovers_read(run);
    own_lengths_read(run);
    read_questions(run);
}

bool topic_is_answered(const CheckRun *run, const BankQuestion *row, size_t *question)
{
    Lang lang = run->doc->lang;

    for (size_t i = 0; i < run->doc->question_count; i++) {
        Str id = run->doc->questions[i].id;
        if (!run->answered[i])
            continue;
        if (id.len > 0 ? !str_eq(id, row->id)
                       : !run_has_words(run) ||
                             !question_matches_pairs(row, lang, run->asked[i],
                                                     &run->asked_pairs[i]))
            continue;
        *question = i;
        return true;
    }
    return false;
}
