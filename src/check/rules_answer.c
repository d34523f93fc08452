/* rules_answer.c: whether an answer answers. */
#include "base/unicode.h"
#include "base/utf8.h"
#include "check/answer_shape.h"
#include "check/figure.h"
#include "check/phrase.h"
#include "check/rules.h"
#include "text/word.h"

/* clang-format off */
static const char *const answer_words[] = {
    "yes", "no", "not", "never", "always", "none", "nobody", "yep", "nope",
};
static const char *const korean_answer_words[] = {
    "예", "네", "아니요", "아니오", "아닙니다", "아뇨", "그렇습니다", "없습니다", "있습니다",
};
/* clang-format on */

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

static bool answers_yes_no(const CheckRun *run, Str answer)
{
    Lang lang = run->doc->lang;
    size_t at;
    Str word = answer_first_word(answer, lang, &at);

    if (opens_with_figure(answer, at, lang))
        return true;
    if (lang == LANG_KO) {
        for (size_t i = 0; i < PHRASE_COUNT(korean_answer_words); i++)
            if (str_starts(word, str_from(korean_answer_words[i])))
                return true;
        return false;
    }
    return phrase_is_one_of(word, answer_words, PHRASE_COUNT(answer_words)) ||
           str_eq_nocase(str_slice(answer, at, at + 12), STR("there are no"));
}

void rule_faq_yes_no(CheckRun *run)
{
    for (size_t i = 0; i < run->doc->question_count; i++) {
        const Question *question = &run->doc->questions[i];
        if (!run->answered[i] || !asked_yes_no(run->asked[i], run->doc->lang))
            continue;
        Str answer = run->answers[i];
        if (word_count(answer, run->doc->lang) > 0 && !answers_yes_no(run, answer))
            run_add(run, run->level, question->part, question_place(run, question),
                    NO_ARGS);
    }
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
    return asked_shape(run->asked[i], run->doc->lang);
}

static bool has_free(Str answer)
{
    StrBuf folded = {0};

    unicode_fold_str(answer, &folded);
    bool found = phrase_stands_in(strbuf_view(&folded), "free") ||
                 phrase_stands_in(strbuf_view(&folded), "nothing") ||
                 str_find(answer, STR("무료"), 0) != STR_NONE;
    strbuf_deinit(&folded);
    return found;
}

static bool has_today(Str answer)
{
    static const char *const words[] = {"today", "Today", "now", "오늘", "지금"};
    return phrase_any_in(answer, words, PHRASE_COUNT(words));
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
        if (answer_has_owner(raw) && figure_in(raw, lang, FIGURE_DATE))
            continue; /* an honest "not known yet" */
        run_add(run, run->level, question->part, question_place(run, question),
                ARGS(arg_str(str_from(names[shape][run->words]))));
    }
}
