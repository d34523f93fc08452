/* rules_answer.c: whether an answer answers. */
#include "base/unicode.h"
#include "base/utf8.h"
#include "check/answer_shape.h"
#include "check/figure.h"
#include "check/figure_date.h"
#include "check/rules.h"
#include "text/sentence.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* clang-format off */
static const char *const asking_verbs[] = {
    "is", "are", "was", "were", "am", "be", "isn't", "aren't", "do", "does", "did",
    "don't", "doesn't", "have", "has", "had", "can", "could", "will", "would",
    "should", "may", "must", "won't", "can't",
};
static const char *const request_words[] = {
    "explain", "tell", "show", "describe", "remind",
};
static const char *const answer_words[] = {
    "yes", "no", "not", "never", "always", "none", "nobody", "yep", "nope",
};
static const char *const korean_yes_no[] = {
    "나요?", "까요?", "습니까?", "ㅂ니까?", "니까?", "는가?", "은가?", "인가?", "나요？",
    "까요？", "니까？",
};
/* "…입니까, …입니까?" asks which, not whether. */
static const char *const korean_first_of_two[] = {
    "니까,", "나요,", "까요,", "가요,", "는가,", "은가,", "인가,",
};
static const char *const korean_question_words[] = {
    "무엇", "뭐", "무슨", "누구", "누가", "언제", "어디", "왜", "어떻게", "얼마", "몇",
    "어느", "어떤", "어떠",
};
static const char *const korean_answer_words[] = {
    "예", "네", "아니요", "아니오", "아닙니다", "아뇨", "그렇습니다", "없습니다", "있습니다",
};
/* clang-format on */

static bool word_in(Str word, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_eq_nocase(word, str_from(list[i])))
            return true;
    return false;
}

static bool any_in(Str text, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_find(text, str_from(list[i]), 0) != STR_NONE)
            return true;
    return false;
}

/* `text` is folded; the phrase stands as whole words. */
static bool has_phrase(Str text, const char *phrase)
{
    Str p = str_from(phrase);

    for (size_t at = 0; (at = str_find(text, p, at)) != STR_NONE; at++) {
        char before = at > 0 ? text.ptr[at - 1] : ' ';
        char after = at + p.len < text.len ? text.ptr[at + p.len] : ' ';
        bool left = before < 'a' || before > 'z';
        bool right = after < 'a' || after > 'z';
        if (left && right)
            return true;
    }
    return false;
}

/* "So, yes" and "A. Yes": the answer's first word that says something. */
Str answer_first_word(Str text, Lang lang, size_t *at)
{
    Range range = {0};

    *at = 0;
    while (word_next(text, lang, at, &range)) {
        Str word = str_range(text, range);
        bool marker = word.len == 1 && (word.ptr[0] == 'A' || word.ptr[0] == 'R') &&
                      range.end < text.len &&
                      (text.ptr[range.end] == '.' || text.ptr[range.end] == ':');
        if (marker)
            continue;
        *at = range.start;
        return word;
    }
    return (Str){0};
}

static bool opens_with_figure(Str text, size_t from, Lang lang)
{
    Figure figure;
    size_t at = from;

    return figure_next(text, lang, &at, &figure) && figure.kind != FIGURE_OTHER &&
           figure.range.start <= from + 4;
}

static bool asks_yes_no_english(Str asked)
{
    Range range = {0};
    size_t at = 0;
    bool first = true;

    while (word_next(asked, LANG_EN, &at, &range)) {
        Str word = str_range(asked, range);
        if (first && word.len <= 3 && word.ptr[0] == 'q')
            continue;
        if (first && !word_in(word, asking_verbs, COUNT(asking_verbs)))
            return false;
        if (str_eq(word, STR("or")) ||
            word_in(word, request_words, COUNT(request_words)))
            return false;
        first = false;
    }
    return !first;
}

static bool asks_yes_no_korean(Str asked)
{
    size_t marks = 0;

    for (size_t at = 0; (at = str_find_byte(asked, '?', at)) != STR_NONE; at++)
        marks++;
    if (marks > 1 || any_in(asked, korean_first_of_two, COUNT(korean_first_of_two)) ||
        any_in(asked, korean_question_words, COUNT(korean_question_words)))
        return false;
    for (size_t i = 0; i < COUNT(korean_yes_no); i++)
        if (str_ends(asked, str_from(korean_yes_no[i])))
            return true;
    return false;
}

static bool answers_yes_no(const CheckRun *run, Str answer)
{
    Lang lang = run->doc->lang;
    size_t at;
    Str word = answer_first_word(answer, lang, &at);

    if (opens_with_figure(answer, at, lang))
        return true;
    if (lang == LANG_KO) {
        for (size_t i = 0; i < COUNT(korean_answer_words); i++)
            if (str_starts(word, str_from(korean_answer_words[i])))
                return true;
        return false;
    }
    return word_in(word, answer_words, COUNT(answer_words)) ||
           str_eq_nocase(str_slice(answer, at, at + 12), STR("there are no"));
}

void rule_faq_yes_no(CheckRun *run)
{
    for (size_t i = 0; i < run->doc->question_count; i++) {
        const Question *question = &run->doc->questions[i];
        bool asked = run->doc->lang == LANG_KO ? asks_yes_no_korean(run->asked[i])
                                               : asks_yes_no_english(run->asked[i]);
        if (!asked || !run->answered[i])
            continue;
        Str answer = run->answers[i];
        if (word_count(answer, run->doc->lang) > 0 && !answers_yes_no(run, answer))
            run_add(run, run->level, question->part, question_place(run, question),
                    NO_ARGS);
    }
}

static AskedShape shape_of_english(Str asked)
{
    static const char *const launches[] = {"available", "launch", "ready",
                                           "ship",      "start",  "buy"};

    if (has_phrase(asked, "what does it cost") || has_phrase(asked, "how much is") ||
        has_phrase(asked, "how much does it cost"))
        return ASKED_AMOUNT;
    if (has_phrase(asked, "how many") || has_phrase(asked, "how much") ||
        has_phrase(asked, "how long") || has_phrase(asked, "how often") ||
        has_phrase(asked, "how fast"))
        return ASKED_NUMBER;
    bool when = has_phrase(asked, "when will") || has_phrase(asked, "when can") ||
                has_phrase(asked, "when is") || has_phrase(asked, "when does");
    return when && any_in(asked, launches, COUNT(launches)) ? ASKED_DATE : ASKED_ANY;
}

static AskedShape shape_of_korean(Str asked)
{
    static const char *const launches[] = {"출시", "이용", "시작", "나오", "쓸 수"};
    static const char *const prices[] = {"얼마인", "가격", "요금", "얼마예요",
                                         "얼마입"};
    static const char *const counts[] = {"얼마나", " 몇 ", "몇 "};

    if (any_in(asked, prices, COUNT(prices)))
        return ASKED_AMOUNT;
    if (str_find(asked, STR("언제"), 0) != STR_NONE &&
        any_in(asked, launches, COUNT(launches)))
        return ASKED_DATE;
    return any_in(asked, counts, COUNT(counts)) ? ASKED_NUMBER : ASKED_ANY;
}

AskedShape question_asks(const CheckRun *run, size_t i)
{
    const Question *question = &run->doc->questions[i];
    const BankQuestion *row = NULL;

    if (question->id.len > 0)
        row = questions_find(&run->lib->bank, question->id);
    if (row)
        return str_eq(row->answer, STR("num"))     ? ASKED_NUMBER
               : str_eq(row->answer, STR("money")) ? ASKED_AMOUNT
               : str_eq(row->answer, STR("date"))  ? ASKED_DATE
                                                   : ASKED_ANY;
    return run->doc->lang == LANG_KO ? shape_of_korean(run->asked[i])
                                     : shape_of_english(run->asked[i]);
}

static bool has_free(Str answer)
{
    StrBuf folded = {0};

    unicode_fold_str(answer, &folded);
    bool found = has_phrase(strbuf_view(&folded), "free") ||
                 has_phrase(strbuf_view(&folded), "nothing") ||
                 str_find(answer, STR("무료"), 0) != STR_NONE;
    strbuf_deinit(&folded);
    return found;
}

static bool has_today(Str answer)
{
    static const char *const words[] = {"today", "Today", "now", "오늘", "지금"};
    return any_in(answer, words, COUNT(words));
}

/* A year alone is a date here: "in 2027". */
static bool has_year(Str answer, Lang lang)
{
    Figure figure;

    for (size_t at = 0; figure_next(answer, lang, &at, &figure);) {
        int year;
        if (figure.kind == FIGURE_OTHER &&
            str_to_int(str_slice(answer, figure.range.start, figure.range.start + 4),
                       &year) &&
            year >= 1900)
            return true;
    }
    return false;
}

static bool has_shape(Str answer, Lang lang, AskedShape shape)
{
    switch (shape) {
    case ASKED_NUMBER:
        return figure_in(answer, lang, FIGURE_QUANTITY);
    case ASKED_AMOUNT:
        return figure_in(answer, lang, FIGURE_AMOUNT) || has_free(answer);
    case ASKED_DATE:
        return figure_in(answer, lang, FIGURE_DATE) || has_today(answer) ||
               has_year(answer, lang);
    case ASKED_ANY:
        break;
    }
    return true;
}

/* "@mina", "owner:", "맡은 사람:" in the raw text: evidence marks hold them too. */
bool answer_has_owner(Str raw)
{
    for (size_t at = 0; (at = str_find_byte(raw, '@', at)) != STR_NONE; at++) {
        char before = at > 0 ? raw.ptr[at - 1] : ' ';
        uint32_t next = 0;
        if (at + 1 < raw.len)
            utf8_decode(raw, at + 1, &next);
        bool mail = (before >= '0' && before <= '9') ||
                    ((before | 0x20) >= 'a' && (before | 0x20) <= 'z');
        if (!mail && unicode_is_letter(next))
            return true;
    }
    return str_find(raw, STR("owner:"), 0) != STR_NONE ||
           str_find(raw, STR("Owner:"), 0) != STR_NONE ||
           str_find(raw, STR("맡은 사람:"), 0) != STR_NONE;
}

Str answer_raw(const CheckRun *run, const Question *question)
{
    Str raw = str_range(run->doc->bytes, question->answer);
    StrBuf nfc = {0};

    if (unicode_is_nfc(raw))
        return raw;
    unicode_nfc(raw, &nfc);
    raw = arena_str(run->arena, strbuf_view(&nfc));
    strbuf_deinit(&nfc);
    return raw;
}

static bool has_date(Str raw, Lang lang)
{
    return figure_in(raw, lang, FIGURE_DATE);
}

void rule_faq_answer_shape(CheckRun *run)
{
    static const char *const names[][2] = {[ASKED_ANY] = {"", ""},
                                           [ASKED_NUMBER] = {"a number", "숫자"},
                                           [ASKED_AMOUNT] = {"an amount", "금액"},
                                           [ASKED_DATE] = {"a date", "날짜"}};
    Lang lang = run->doc->lang;

    for (size_t i = 0; i < run->doc->question_count; i++) {
        const Question *question = &run->doc->questions[i];
        AskedShape shape = run->answered[i] ? question_asks(run, i) : ASKED_ANY;
        if (shape == ASKED_ANY || has_shape(run->answers[i], lang, shape))
            continue;
        Str raw = answer_raw(run, question);
        if (answer_has_owner(raw) && has_date(raw, lang))
            continue; /* an honest "not known yet" */
        run_add(run, run->level, question->part, question_place(run, question),
                ARGS(arg_str(str_from(names[shape][run->words]))));
    }
}

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
        has_date(raw, lang))
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
        bool dated = has_date(raw, lang);
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
        return any_in(answer, korean_negatives, COUNT(korean_negatives));
    for (size_t at = 0; sentence_next(answer, lang, &at, &sentence);) {
        Str text = str_range(answer, sentence);
        bool first = true;
        for (size_t w = 0; word_next(text, lang, &w, &range); first = false) {
            Str word = str_range(text, range);
            uint32_t cp = 0;
            utf8_decode(word, 0, &cp);
            bool name = !first && unicode_is_upper(cp) && !str_eq(word, STR("I"));
            if (name || word_in(word, negatives, COUNT(negatives)))
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
