/* rules_faq.c: the questions themselves, and how many there are. */
#include "base/unicode.h"
#include "base/utf8.h"
#include "check/asked.h"
#include "check/phrase.h"
#include "check/rules.h"
#include "check/setting.h"
#include "text/word.h"

/* clang-format off */
static const char *const request_verbs[] = {
    "explain", "describe", "tell", "show", "list", "name",
};
static const char *const korean_requests[] = {"알려", "설명해", "보여"};
/* clang-format on */

static bool is_request(const CheckRun *run, Str text)
{
    Range word = {0};
    size_t at = 0;

    if (run->doc->lang == LANG_KO &&
        phrase_any_in(text, korean_requests, PHRASE_COUNT(korean_requests)))
        return true;
    return word_next(text, run->doc->lang, &at, &word) &&
           phrase_is_one_of(str_range(text, word), request_verbs,
                            PHRASE_COUNT(request_verbs));
}

static bool is_closing(uint32_t cp)
{
    return cp == '"' || cp == '\'' || cp == ')' || cp == ']' || cp == '*' ||
           cp == ' ' || cp == 0x201D || cp == 0x2019 || cp == 0x300D || cp == 0xFF09;
}

/* End of the text without what may close it: quotation marks, brackets. */
static size_t text_end(Str text, uint32_t *last)
{
    size_t end = text.len;

    *last = 0;
    while (end > 0) {
        size_t before = utf8_before(text, end);
        utf8_decode(text, before, last);
        if (!is_closing(*last))
            break;
        end = before;
    }
    return end;
}

/* A question mark behind the last word, in place of a full stop or colon. */
static void add_mark_fix(const CheckRun *run, Finding *finding, const Prose *prose,
                         Range question)
{
    Str text = str_range(prose->text, question), mark = STR("?");
    uint32_t last = 0;
    size_t end = text_end(text, &last);

    if (end == 0 || !finding)
        return;
    size_t before = utf8_before(text, end);
    Range place =
        prose_origin(prose, (Range){question.start + before, question.start + end});
    if (run->doc->lang == LANG_JA || run->doc->lang == LANG_ZH)
        mark = STR("？");
    if (last == '.' || last == ':' || last == 0x3002) {
        finding_fix(finding, FIX_REPLACE, place, mark);
        return;
    }
    size_t at = place.start + (end - before); /* before closing marks of Markdown */
    if (at > place.end)
        at = place.end;
    finding_fix(finding, FIX_INSERT, (Range){at, at}, mark);
}

void rule_faq_question_mark(CheckRun *run)
{
    for (size_t i = 0; i < run->doc->question_count; i++) {
        const Question *question = &run->doc->questions[i];
        Asked asked = asked_by_words(run->asked[i], run->doc->lang);
        uint32_t last;
        size_t block;
        Range range;
        text_end(question->text, &last);
        if (asked == ASKED_NOT || last == '?' || last == 0xFF1F ||
            is_request(run, question->text))
            continue;
        Finding *finding =
            run_add(run, run->level, question->part, question_place(run, question),
                    ARGS(arg_str(question->text)));
        if (question_prose(run, question, &block, &range))
            add_mark_fix(run, finding, &run->doc->blocks[block].prose, range);
        if (finding)
            finding->fix_doubtful = asked == ASKED_MAYBE;
    }
}

void rule_faq_unanswered(CheckRun *run)
{
    for (size_t i = 0; i < run->doc->question_count; i++) {
        const Question *question = &run->doc->questions[i];
        if (!run->answered[i])
            run_add(run, run->level, question->part, question_place(run, question),
                    ARGS(arg_str(question->text)));
    }
}

static bool same_faq(const Part *a, const Part *b)
{
    return a->spec || b->spec ? a->spec == b->spec : a->region == b->region;
}

static size_t fewest_questions(const CheckRun *run, const Part *part)
{
    size_t least = part->region == REGION_FAQ ? 8 : 5;

    if (part->spec)
        least = (size_t)part->spec->min_questions;
    if (part->region == REGION_FAQ_EXTERNAL)
        return limit_of(run, "questions-external-min", least);
    if (part->region == REGION_FAQ_INTERNAL)
        return limit_of(run, "questions-internal-min", least);
    return least;
}

typedef struct FaqCount {
    size_t asked, answered;
    size_t length; /* of its prose */
} FaqCount;

static FaqCount count_faq(const CheckRun *run, size_t index)
{
    const Document *doc = run->doc;
    FaqCount count = {0};

    for (size_t i = 0; i < doc->part_count; i++) {
        const Part *part = &doc->parts[i];
        if (!region_is_faq(part->region) || !same_faq(part, &doc->parts[index]))
            continue;
        count.asked += part->question_count;
        count.length += part_total(run, part);
        for (size_t j = 0; j < part->question_count; j++)
            count.answered += run->answered[part->first_question + j];
    }
    return count;
}

static bool has_divided_faq(const CheckRun *run)
{
    for (size_t i = 0; i < run->doc->part_count; i++)
        if (run->doc->parts[i].region == REGION_FAQ_EXTERNAL ||
            run->doc->parts[i].region == REGION_FAQ_INTERNAL)
            return true;
    return false;
}

/* Is the part the first of its FAQ? `seen` remembers FAQs without a template. */
static bool is_first_of_faq(const CheckRun *run, const Part *part,
                            bool seen[REGION_COUNT])
{
    if (part->spec)
        return run_part_of_spec(run, part->spec) == part;
    bool first = !seen[part->region];
    seen[part->region] = true;
    return first;
}

static void count_questions(CheckRun *run, const Part *part, bool divided)
{
    enum { SOME_WORDS = 5, SOME_GRAPHEMES = 20 };
    size_t index = part_index(run, part), fewest = fewest_questions(run, part);
    FaqCount count = count_faq(run, index);
    /* Questions in a notation nobody knows, or a heading above two FAQs. */
    bool unread = !part->spec && count.asked == 0 &&
                  count.length >= run_limit(run, SOME_WORDS, SOME_GRAPHEMES);
    bool container = part->region == REGION_FAQ && !part->spec && divided;

    if (!unread && !container && count.answered < fewest)
        run_add(run, run->level, index, part_place(run, part),
                ARGS(arg_str(part_words_for(run, part)), arg_num(count.answered),
                     arg_num(fewest)));
}

void rule_faq_few(CheckRun *run)
{
    bool seen[REGION_COUNT] = {false};
    bool divided = has_divided_faq(run);

    for (size_t i = 0; i < run->doc->part_count; i++) {
        const Part *part = &run->doc->parts[i];
        if (region_is_faq(part->region) &&
            !(part->spec && part->spec->style != PART_STYLE_QA) &&
            is_first_of_faq(run, part, seen))
            count_questions(run, part, divided);
    }
}

void rule_faq_undivided(CheckRun *run)
{
    const Document *doc = run->doc;
    const Part *faq = NULL;

    if (str_eq_nocase(metadata_get(&doc->meta, "audience"), STR("internal")))
        return;
    for (size_t i = 0; i < doc->part_count; i++) {
        if (doc->parts[i].region == REGION_FAQ_INTERNAL)
            return;
        if (region_is_faq(doc->parts[i].region))
            faq = &doc->parts[i];
    }
    /* A template that asks for one FAQ is right for its kind of document. */
    if (!faq || (faq->spec && faq->region == REGION_FAQ))
        return;
    Finding *finding =
        run_add(run, run->level, part_index(run, faq), part_place(run, faq), NO_ARGS);
    finding_add_section(run, finding, faq->range.end,
                        run_words(run, "Internal FAQ", "내부 FAQ"),
                        STR("internal-faq"));
}

static bool is_word_at(Str s, size_t at)
{
    uint32_t cp = 0;

    if (at >= s.len)
        return false;
    utf8_decode(s, at, &cp);
    return unicode_is_letter(cp) || unicode_is_digit(cp);
}

/* A whole word; in Korean a particle may follow the name. */
static size_t find_name(Str text, Str name, Lang lang, size_t from)
{
    for (size_t at = from; (at = str_find(text, name, at)) != STR_NONE; at++) {
        size_t end = at + name.len;
        bool before = at > 0 && is_word_at(text, utf8_before(text, at));
        uint32_t next = 0;
        if (end < text.len)
            utf8_decode(text, end, &next);
        bool after =
            is_word_at(text, end) && !(lang == LANG_KO && unicode_is_hangul(next));
        if (!before && !after)
            return at;
    }
    return STR_NONE;
}

static bool is_for_customers(const CheckRun *run, const Block *block)
{
    if (block->part == NO_INDEX)
        return false;
    Region region = run->doc->parts[block->part].region;
    return region == REGION_PR || region == REGION_FAQ_EXTERNAL || region == REGION_FAQ;
}

static void find_competitor(CheckRun *run, Str name)
{
    for (size_t b = 0; b < run->doc->block_count; b++) {
        const Block *block = &run->doc->blocks[b];
        if (!is_for_customers(run, block))
            continue;
        Str text = block->prose.text;
        for (size_t at = 0;
             (at = find_name(text, name, run->doc->lang, at)) != STR_NONE;
             at += name.len)
            run_add(run, run->level, block->part,
                    prose_origin(&block->prose, (Range){at, at + name.len}),
                    ARGS(arg_str(name)));
    }
}

void rule_competitor_named(CheckRun *run)
{
    Str names = run->options->competitors, name;

    if (names.len == 0)
        return;
    while (str_next_field(&names, ',', &name))
        if (str_trim(name).len > 0)
            find_competitor(run, str_trim(name));
}
