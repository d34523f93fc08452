/* rules_evasion.c: answers that put it off, do not know, or ask for nothing hard. */
#include "base/unicode.h"
#include "base/utf8.h"
#include "check/answer_shape.h"
#include "check/figure.h"
#include "check/phrase.h"
#include "check/rules.h"
#include "text/sentence.h"
#include "text/word.h"

/* The first hit of a list in an answer. */
static const LexiconHit *first_hit(const CheckRun *run, LexiconList list,
                                   const Question *question, size_t *block)
{
    for (size_t i = 0; i < question->block_count; i++) {
        size_t b = question->first_block + i, at = 0;
        const LexiconHit *hit;
        while ((hit = run_next_hit(run, b, list, &at))) {
            Range place = prose_origin(&run->doc->blocks[b].prose, hit->range);
            *block = b;
            if (place.start >= question->answer.start &&
                place.end <= question->answer.end)
                return hit;
        }
    }
    return NULL;
}

static Range hit_place(const CheckRun *run, size_t block, const LexiconHit *hit)
{
    return prose_origin(&run->doc->blocks[block].prose, hit->range);
}

/* Longer answers, and those that name who and when, may use the words of the list. */
const LexiconHit *question_evasion(const CheckRun *run, size_t i, size_t *block)
{
    const Question *question = &run->doc->questions[i];
    size_t limit = run_limit(run, 25, 70);
    Lang lang = run->doc->lang;

    if (question_length(run, question) > limit * 2)
        return NULL;
    const LexiconHit *hit = first_hit(run, LIST_EVASIVE, question, block);
    Str raw = answer_raw(run, question);
    if (!hit || prose_length(run->answers[i], lang) >= limit || answer_has_owner(raw) ||
        figure_in(raw, lang, FIGURE_DATE))
        return NULL;
    return hit;
}

void rule_faq_evasive(CheckRun *run)
{
    for (size_t i = 0; i < run->doc->question_count; i++) {
        size_t block;
        const LexiconHit *hit = question_evasion(run, i, &block);
        if (!hit)
            continue;
        Range place = hit_place(run, block, hit);
        Finding *finding =
            run_add(run, run_cap(run, hit->row->level), run->doc->questions[i].part,
                    place, ARGS(arg_str(str_range(run->doc->bytes, place))));
        if (finding)
            finding->advice = hit->row->advice;
    }
}

/* A person's name: two capitalised words in English; in Korean two to four
 * syllables right before or after the date. */
bool answer_names_somebody(Str answer, Lang lang)
{
    bool before = false;
    Range range;
    Figure figure;

    if (lang == LANG_KO) {
        for (size_t at = 0; figure_next(answer, lang, &at, &figure);) {
            size_t next = figure.range.end;
            if (figure.kind != FIGURE_DATE)
                continue;
            while (word_next(answer, lang, &next, &range)) {
                size_t length = utf8_count(str_range(answer, range));
                if (range.start <= figure.range.end)
                    continue; /* the particle of the date */
                if (length >= 2 && length <= 5)
                    return true;
                break;
            }
        }
        return str_find(answer, STR("씨"), 0) != STR_NONE;
    }
    for (size_t at = 0; word_next(answer, lang, &at, &range);) {
        uint32_t cp = 0, letter = 0;
        utf8_decode(answer, range.start, &cp);
        letter = unicode_is_upper(cp) && range.end - range.start > 1;
        if (letter && before)
            return true;
        before = letter != 0;
    }
    return false;
}

static bool has_unknown_mark(Str raw, Range answer, Range *place)
{
    size_t close;

    for (size_t at = str_find_byte(raw, '[', 0); at != STR_NONE;
         at = str_find_byte(raw, '[', at + 1)) {
        Str inside = str_slice(raw, at + 1, raw.len);
        if (!unicode_prefix(inside, STR("unknown")) &&
            !unicode_prefix(inside, STR("모름")))
            continue;
        close = str_find_byte(raw, ']', at);
        *place = (Range){answer.start + at, answer.start + close + 1};
        return close != STR_NONE;
    }
    return false;
}

bool answer_is_unknown(const CheckRun *run, size_t i, Range *place,
                       const LexiconHit **hit)
{
    const Question *question = &run->doc->questions[i];
    size_t block;

    *hit = first_hit(run, LIST_UNKNOWN, question, &block);
    if (*hit)
        *place = hit_place(run, block, *hit);
    return *hit || has_unknown_mark(str_range(run->doc->bytes, question->answer),
                                    question->answer, place);
}

void rule_faq_unknown_owner(CheckRun *run)
{
    Lang lang = run->doc->lang;

    for (size_t i = 0; i < run->doc->question_count; i++) {
        const Question *question = &run->doc->questions[i];
        Str raw = answer_raw(run, question);
        Range place;
        const LexiconHit *hit;
        if (!answer_is_unknown(run, i, &place, &hit))
            continue;
        bool dated = figure_in(raw, lang, FIGURE_DATE);
        if (dated &&
            (answer_has_owner(raw) || answer_names_somebody(run->answers[i], lang)))
            continue;
        Finding *finding = run_add(run, run->level, question->part, place, NO_ARGS);
        if (finding && hit)
            finding->advice = hit->row->advice;
    }
}

/* clang-format off */
static const char *const negatives[] = {
    "no", "not", "never", "none", "nobody", "nothing", "cannot", "without", "don't",
    "doesn't", "won't", "can't", "isn't", "aren't", "didn't", "wasn't", "neither",
};
static const char *const korean_negatives[] = {
    "않", "없", "아니", "못", "안 ", "불가",
};
/* clang-format on */

/* A capitalised word inside a sentence, or a negative word. */
static bool has_name_or_no(Str answer, Lang lang)
{
    Range sentence, range;

    if (lang == LANG_KO)
        return phrase_any_in(answer, korean_negatives, PHRASE_COUNT(korean_negatives));
    for (size_t at = 0; sentence_next(answer, lang, &at, &sentence);) {
        Str text = str_range(answer, sentence);
        bool first = true;
        for (size_t w = 0; word_next(text, lang, &w, &range); first = false) {
            Str word = str_range(text, range);
            uint32_t cp = 0;
            utf8_decode(word, 0, &cp);
            bool name = !first && unicode_is_upper(cp) && !str_eq(word, STR("I"));
            if (name || phrase_is_one_of(word, negatives, PHRASE_COUNT(negatives)))
                return true;
        }
    }
    return false;
}

void rule_faq_softball(CheckRun *run)
{
    Lang lang = run->doc->lang;
    size_t answers = 0, soft = 0;
    const Question *first = NULL;

    for (size_t i = 0; i < run->doc->question_count; i++) {
        const Question *question = &run->doc->questions[i];
        if (!run->answered[i])
            continue;
        Str answer = run->answers[i];
        answers++;
        first = first ? first : question;
        soft += !figure_in_any(answer, lang,
                               FIGURES(FIGURE_QUANTITY) | FIGURES(FIGURE_DATE)) &&
                !answer_has_owner(answer_raw(run, question)) &&
                !has_name_or_no(answer, lang);
    }
    if (answers >= 5 && soft * 100 >= answers * 80)
        run_add(run, run->level, first->part, question_place(run, first),
                ARGS(arg_num(soft), arg_num(answers)));
}
