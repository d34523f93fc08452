#include "check/answer_shape.h"

#include "base/message.h"
#include "base/utf8.h"
#include "check/figure.h"
#include "text/sentence.h"
#include "text/word.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* clang-format off */
static const char *const names[ANSWER_SHAPE_COUNT] = {
    [ANSWER_NONE] = "none",       [ANSWER_YES] = "yes",   [ANSWER_NO] = "no",
    [ANSWER_NUMBER] = "number",   [ANSWER_DATE] = "date", [ANSWER_NAME] = "name",
    [ANSWER_UNKNOWN] = "unknown", [ANSWER_ESSAY] = "essay",
};
static const char *const yes_words[] = {"yes", "yep", "always"};
static const char *const no_words[] = {"no", "not", "never", "none", "nobody", "nope"};
static const char *const korean_yes[] = {
    "예,", "예.", "예!", "네,", "네.", "네!", "그렇습니다", "있습니다",
};
static const char *const korean_no[] = {
    "아니요", "아니오", "아닙니다", "아뇨", "없습니다", "안 됩니다",
};
static const char *const asks_name[] = {
    "who ", "whose ", "which ", "누구", "누가", "어느 ", "어떤 회사",
};
/* clang-format on */

const char *answer_shape_name(AnswerShape shape)
{
    return names[shape];
}

const char *answer_shape_for_people(AnswerShape shape)
{
    switch (shape) {
    case ANSWER_YES:
        return C_("answer", "yes");
    case ANSWER_NO:
        return C_("answer", "no");
    case ANSWER_NUMBER:
        return C_("answer", "number");
    case ANSWER_DATE:
        return C_("answer", "date");
    case ANSWER_NAME:
        return C_("answer", "name");
    case ANSWER_UNKNOWN:
        return C_("answer", "not known yet");
    case ANSWER_ESSAY:
        return C_("answer", "essay");
    case ANSWER_NONE:
    case ANSWER_SHAPE_COUNT:
        break;
    }
    return C_("answer", "no answer");
}

/* Korean words are compared with what stands behind them: "네," is yes, "네 명" is
 * four people. */
static bool begins_with(Str text, Range word, Lang lang, const char *const *list,
                        size_t count)
{
    for (size_t i = 0; i < count; i++) {
        Str known = str_from(list[i]);
        if (lang == LANG_KO ? str_starts(str_slice(text, word.start, text.len), known)
                            : str_eq_nocase(str_range(text, word), known))
            return true;
    }
    return false;
}

static AnswerShape yes_or_no(Str sentence, Lang lang)
{
    size_t at;
    Str first = answer_first_word(sentence, lang, &at);
    Range word = {at, at + first.len};
    bool korean = lang == LANG_KO;

    if (begins_with(sentence, word, lang, korean ? korean_no : no_words,
                    korean ? COUNT(korean_no) : COUNT(no_words)))
        return ANSWER_NO;
    if (begins_with(sentence, word, lang, korean ? korean_yes : yes_words,
                    korean ? COUNT(korean_yes) : COUNT(yes_words)))
        return ANSWER_YES;
    return ANSWER_NONE;
}

/* The figure that is asked for, wherever it stands in the sentence; else one that the
 * sentence begins with or is hardly more than: "For shops with at most five staff" is
 * no number. */
static AnswerShape figure_shape(Str sentence, Lang lang, AskedShape asked)
{
    enum { FEW_BEFORE = 3, SHORT_SENTENCE = 7 };
    AnswerShape first = ANSWER_NONE;
    bool brief = word_count(sentence, lang) <= SHORT_SENTENCE;
    Figure figure;

    for (size_t at = 0; figure_next(sentence, lang, &at, &figure);) {
        if (figure.kind == FIGURE_OTHER)
            continue;
        AnswerShape shape = figure.kind == FIGURE_DATE ? ANSWER_DATE : ANSWER_NUMBER;
        if (first == ANSWER_NONE &&
            (brief || word_count(str_slice(sentence, 0, figure.range.start), lang) <=
                          FEW_BEFORE))
            first = shape;
        if (shape == (asked == ASKED_DATE ? ANSWER_DATE : ANSWER_NUMBER) &&
            asked != ASKED_ANY)
            return shape;
    }
    return first;
}

static bool asks_for_name(Str asked)
{
    for (size_t i = 0; i < COUNT(asks_name); i++) {
        size_t at = str_find(asked, str_from(asks_name[i]), 0);
        if (at != STR_NONE && (at == 0 || (unsigned char)asks_name[i][0] >= 0x80 ||
                               asked.ptr[at - 1] == ' '))
            return true;
    }
    return false;
}

/* A name answers when one was asked for, or when there is little else. */
static bool is_name(const CheckRun *run, size_t i, Str sentence)
{
    enum { FEW_WORDS = 6, SOME_WORDS = 20 };
    Lang lang = run->doc->lang;
    size_t words = word_count(sentence, lang);

    if (asks_for_name(run->asked[i]))
        return words <= FEW_WORDS || (words <= SOME_WORDS && lang != LANG_KO &&
                                      answer_names_somebody(sentence, lang));
    return words <= FEW_WORDS && answer_names_somebody(sentence, lang);
}

static bool is_owned_unknown(const CheckRun *run, size_t i)
{
    Str raw = answer_raw(run, &run->doc->questions[i]);
    const LexiconHit *hit;
    Lang lang = run->doc->lang;
    Range place;

    return answer_is_unknown(run, i, &place, &hit) &&
           figure_in(raw, lang, FIGURE_DATE) &&
           (answer_has_owner(raw) || answer_names_somebody(run->answers[i], lang));
}

AnswerShape answer_shape(const CheckRun *run, size_t i)
{
    Lang lang = run->doc->lang;
    Range first = {0};
    size_t at = 0;

    if (!run->answered[i] || !sentence_next(run->answers[i], lang, &at, &first))
        return is_owned_unknown(run, i) ? ANSWER_UNKNOWN : ANSWER_NONE;
    Str sentence = str_range(run->answers[i], first);
    AnswerShape shape = yes_or_no(sentence, lang);
    if (shape != ANSWER_NONE)
        return shape;
    if (is_owned_unknown(run, i))
        return ANSWER_UNKNOWN;
    shape = figure_shape(sentence, lang, question_asks(run, i));
    if (shape != ANSWER_NONE)
        return shape;
    return is_name(run, i, sentence) ? ANSWER_NAME : ANSWER_ESSAY;
}
