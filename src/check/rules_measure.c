/* rules_measure.c: numbers that show the problem and the benefit. */
#include "base/unicode.h"
#include "base/utf8.h"
#include "check/figure.h"
#include "check/phrase.h"
#include "check/rules.h"
#include "text/word.h"

/* -- number-without-base -------------------------------------------------- */

/* clang-format off */
static const char *const english_bases[] = {
    "from", "than", "versus", "vs", "compared", "instead", "of", "down", "to",
    "per", "between", "currently", "today's",
};
static const char *const korean_bases[] = {
    "에서", "보다", "대비", "전에", "가운데", "중", "당", "견줘", "비해", "의",
};
/* clang-format on */

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* The word that begins behind the spaces at `at`. */
static Str next_word(Str s, size_t at)
{
    Range word = {0};
    return word_next(s, LANG_EN, &at, &word) ? str_range(s, word) : (Str){0};
}

/* "faster", "more": what a multiple is said of. */
static bool is_comparative(Str word)
{
    static const char *const words[] = {"as", "more", "less", "the"};
    return phrase_is_one_of(word, words, COUNT(words)) ||
           (word.len > 4 && str_ends(word, STR("er")));
}

static bool is_english_share(Str s, Range r)
{
    Str figure = str_range(s, r), rest = str_slice(s, r.end, s.len);
    Str word = next_word(s, r.end);

    if (str_ends(figure, STR("%")))
        return !str_starts(figure, STR("100%"));
    if (str_eq_nocase(word, STR("percent")))
        return true;
    if (str_starts(rest, STR("x ")) || str_starts(rest, STR("×")))
        return is_comparative(next_word(s, r.end + 2));
    if (str_eq_nocase(word, STR("times"))) {
        size_t times = str_find(s, STR("imes"), r.end);
        return times != STR_NONE && is_comparative(next_word(s, times + 4));
    }
    return str_eq_nocase(figure, STR("twice")) && is_comparative(word);
}

static bool is_korean_share(Str s, Range r)
{
    Str figure = str_range(s, r), rest = str_slice(s, r.end, s.len);

    if (str_ends(figure, STR("%")) || str_starts(rest, STR("퍼센트")) ||
        str_starts(rest, STR(" 퍼센트")))
        return !str_starts(figure, STR("100")) || figure.len > 4;
    return str_ends(figure, STR("배")) || str_starts(rest, STR("배 ")) ||
           str_eq(figure, STR("절반")) || str_eq(figure, STR("갑절"));
}

static bool has_base(Str sentence, Lang lang)
{
    Range word;

    for (size_t at = 0; word_next(sentence, lang, &at, &word);) {
        Str text = str_range(sentence, word);
        if (lang != LANG_KO &&
            phrase_is_one_of(text, english_bases, COUNT(english_bases)))
            return true;
        for (size_t i = 0; lang == LANG_KO && i < COUNT(korean_bases); i++) {
            while (text.len > 0 && strchr(",.!?)\"", text.ptr[text.len - 1]))
                text.len--;
            if (str_ends(text, str_from(korean_bases[i])))
                return true;
        }
    }
    return false;
}

/* The one quantity of a sentence, when it is a share or a multiple of something
 * that is not said. */
static bool baseless(Str sentence, Lang lang, Range *out)
{
    Figure figure;
    size_t quantities = 0;
    bool share = false;

    for (size_t at = 0; figure_next(sentence, lang, &at, &figure);) {
        if (figure.kind != FIGURE_QUANTITY && figure.kind != FIGURE_AMOUNT)
            continue;
        if (++quantities > 1)
            return false;
        *out = figure.range;
        share = figure.kind == FIGURE_QUANTITY &&
                (lang == LANG_KO ? is_korean_share(sentence, figure.range)
                                 : is_english_share(sentence, figure.range));
    }
    return share && !has_base(sentence, lang);
}

void rule_number_without_base(CheckRun *run)
{
    for (size_t i = 0; i < run->sentence_count; i++) {
        const Sentence *s = &run->sentences[i];
        const Block *block = &run->doc->blocks[s->block];
        Range range = {0};
        if (!(s->holds & HOLDS_QUANTITY) || run_region(run, s->block) != REGION_PR ||
            block_is_label(run, s->block) ||
            !baseless(str_range(block->prose.text, s->range), run->doc->lang, &range))
            continue;
        range.start += s->range.start;
        range.end += s->range.start;
        run_add(run, run->level, block->part, prose_origin(&block->prose, range),
                ARGS(arg_str(str_range(block->prose.text, range))));
    }
}

/* -- benefit-unquantified ------------------------------------------------- */

static bool states_benefit(PartKind kind)
{
    return kind == PART_HEADLINE || kind == PART_SUBHEADING || kind == PART_SUMMARY ||
           kind == PART_SOLUTION || kind == PART_BENEFIT;
}

/* A price says nothing of the benefit: "for 19 dollars a month". */
static bool is_price(Str prose, Range r)
{
    static const char *const behind[] = {
        "a", "an", "per", "each", "monthly", "yearly", "month", "year", "annually"};
    static const char *const marks[] = {"cost",   "price",  "free", "subscri", "fee",
                                        "charge", "pay",    "요금", "가격",    "값",
                                        "월 ",    "이용료", "구독", "무료"};

    if (phrase_is_one_of(next_word(prose, r.end), behind, COUNT(behind)) ||
        str_starts(str_slice(prose, r.end, prose.len), STR("/")))
        return true;
    size_t from = r.start > 40 ? r.start - 40 : 0;
    Str before = str_slice(prose, from, r.start);
    for (size_t i = 0; i < COUNT(marks); i++)
        if (str_find(before, str_from(marks[i]), 0) != STR_NONE)
            return true;
    return false;
}

static bool has_benefit(const CheckRun *run, size_t b)
{
    Str prose = run->doc->blocks[b].prose.text;

    for (size_t i = run->figure_first[b]; i < run->figure_first[b + 1]; i++) {
        const Figure *figure = &run->figures[i];
        if (figure->kind == FIGURE_QUANTITY ||
            (figure->kind == FIGURE_AMOUNT && !is_price(prose, figure->range)))
            return true;
    }
    return false;
}

/* In an imported document a paragraph of the release that nobody could place may be
 * the solution. */
static bool block_may_state_benefit(const CheckRun *run, size_t b)
{
    PartKind kind = run_kind(run, b);

    if (states_benefit(kind))
        return true;
    return !run->doc->tmpl && kind == PART_OTHER && run_region(run, b) == REGION_PR;
}

void rule_benefit_unquantified(CheckRun *run)
{
    const Part *shown = NULL;
    bool written = false;

    for (size_t p = 0; p < run->doc->part_count; p++) {
        const Part *part = &run->doc->parts[p];
        bool body = part->kind == PART_SOLUTION || part->kind == PART_SUMMARY;
        if (!body || !part_is_written(run, part, 5, 10))
            continue;
        written = true;
        if (!shown || (part->kind == PART_SOLUTION && shown->kind != PART_SOLUTION))
            shown = part;
    }
    if (!written)
        return;
    for (size_t b = 0; b < run->doc->block_count; b++)
        if (block_may_state_benefit(run, b) && has_benefit(run, b))
            return;
    run_add(run, run->level, part_index(run, shown), part_place(run, shown), NO_ARGS);
}

/* -- problem-unquantified ------------------------------------------------- */

/* A link or a footnote in the bytes. */
static bool has_source(Str raw)
{
    return str_find(raw, STR("]("), 0) != STR_NONE ||
           str_find(raw, STR("[^"), 0) != STR_NONE ||
           str_find(raw, STR("http://"), 0) != STR_NONE ||
           str_find(raw, STR("https://"), 0) != STR_NONE;
}

static bool has_mark(const CheckRun *run, Range r)
{
    for (size_t i = 0; i < run->mark_count; i++)
        if (run->marks[i].mark.range.start >= r.start &&
            run->marks[i].mark.range.end <= r.end)
            return true;
    return false;
}

static bool is_backed(const CheckRun *run, Range r)
{
    return has_source(str_range(run->doc->bytes, r)) || has_mark(run, r);
}

static bool part_is_backed(const CheckRun *run, const Part *part)
{
    for (size_t i = 0; i < part->block_count; i++) {
        size_t b = part->first_block + i;
        Range all = {0, run->doc->blocks[b].prose.text.len};
        if (run->doc->blocks[b].kind == BLOCK_TABLE ||
            (spans_hold(run, b, all) & HOLDS_QUANTITY))
            return true;
    }
    return is_backed(run, part->body);
}

static bool answer_is_backed(const CheckRun *run)
{
    const BankQuestion *row =
        questions_find(&run->lib->bank, STR("evidence-how-known"));
    size_t question = 0;

    if (!row || !topic_is_answered(run, row, &question))
        return false;
    return figure_in(run->answers[question], run->doc->lang, FIGURE_QUANTITY) ||
           is_backed(run, run->doc->questions[question].answer);
}

void rule_problem_unquantified(CheckRun *run)
{
    const Part *shown = NULL;

    for (size_t p = 0; p < run->doc->part_count; p++) {
        const Part *part = &run->doc->parts[p];
        if (part->kind != PART_PROBLEM || !part_is_written(run, part, 5, 10))
            continue;
        if (part_is_backed(run, part))
            return;
        if (!shown)
            shown = part;
    }
    if (shown && !answer_is_backed(run))
        run_add(run, run->level, part_index(run, shown), part_place(run, shown),
                NO_ARGS);
}
