#include "check/asked.h"

#include "check/phrase.h"
#include "text/word.h"

/* clang-format off */
static const char *const asking_verbs[] = {
    "is", "are", "was", "were", "am", "be", "isn't", "aren't", "do", "does", "did",
    "don't", "doesn't", "have", "has", "had", "can", "could", "will", "would",
    "should", "may", "must", "won't", "can't",
};
static const char *const request_words[] = {
    "explain", "tell", "show", "describe", "remind",
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
/* What a question can begin with at once, and what may stand before its subject. */
static const char *const sure_verbs[] = {
    "is", "are", "was", "were", "isn't", "aren't", "does", "did", "doesn't", "didn't",
    "can", "could", "will", "would", "should", "has", "can't", "won't",
};
static const char *const helping_verbs[] = {
    "do", "have", "had", "may", "must", "don't", "am",
};
static const char *const question_words[] = {
    "what", "who", "whom", "whose", "which", "why", "how", "when", "where",
};
static const char *const short_questions[] = {
    "what's", "who's", "how's", "where's", "when's", "why's",
};
static const char *const measures[] = {
    "much", "many", "long", "often", "fast", "far", "soon", "big", "old", "else",
};
static const char *const subjects[] = {
    "i", "you", "we", "they", "it", "he", "she", "there", "this", "that", "these",
    "those", "the", "a", "an", "my", "your", "our", "their", "its", "one", "anyone",
    "anybody", "someone", "any", "all",
};
static const char *const leading_words[] = {
    "for", "in", "to", "at", "on", "by", "with", "from", "of", "under", "until", "and",
    "but", "so", "then", "also", "q",
};
static const char *const what_goes_on[] = {"happens", "if", "about", "else"};
static const char *const korean_sure[] = {
    "니까", "까요", "나요", "가요", "는가", "은가", "던가", "을까", "할까", "될까",
    "일까", "볼까", "입니까",
};
static const char *const korean_maybe[] = {
    "요", "죠", "지", "나", "가", "냐", "까",
};
static const char *const other_sure[] = {
    "でしょうか", "ますか", "ですか", "吗", "呢",
};
/* clang-format on */

#define IN(word, list) phrase_is_one_of(word, list, PHRASE_COUNT(list))

static bool asks_yes_no_english(Str asked)
{
    Range range = {0};
    size_t at = 0;
    bool first = true;

    while (word_next(asked, LANG_EN, &at, &range)) {
        Str word = str_range(asked, range);
        if (first && word.len <= 3 && word.ptr[0] == 'q')
            continue;
        if (first && !phrase_is_one_of(word, asking_verbs, PHRASE_COUNT(asking_verbs)))
            return false;
        if (str_eq(word, STR("or")) ||
            phrase_is_one_of(word, request_words, PHRASE_COUNT(request_words)))
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
    if (marks > 1 ||
        phrase_any_in(asked, korean_first_of_two, PHRASE_COUNT(korean_first_of_two)) ||
        phrase_any_in(asked, korean_question_words,
                      PHRASE_COUNT(korean_question_words)))
        return false;
    return phrase_any_ends(asked, korean_yes_no, PHRASE_COUNT(korean_yes_no));
}

static AskedShape shape_of_english(Str asked)
{
    static const char *const launches[] = {"available", "launch", "ready",
                                           "ship",      "start",  "buy"};

    if (phrase_stands_in(asked, "what does it cost") ||
        phrase_stands_in(asked, "how much is") ||
        phrase_stands_in(asked, "how much does it cost"))
        return ASKED_AMOUNT;
    if (phrase_stands_in(asked, "how many") || phrase_stands_in(asked, "how much") ||
        phrase_stands_in(asked, "how long") || phrase_stands_in(asked, "how often") ||
        phrase_stands_in(asked, "how fast"))
        return ASKED_NUMBER;
    bool when =
        phrase_stands_in(asked, "when will") || phrase_stands_in(asked, "when can") ||
        phrase_stands_in(asked, "when is") || phrase_stands_in(asked, "when does");
    return when && phrase_any_in(asked, launches, PHRASE_COUNT(launches)) ? ASKED_DATE
                                                                          : ASKED_ANY;
}

static AskedShape shape_of_korean(Str asked)
{
    static const char *const launches[] = {"출시", "이용", "시작", "나오", "쓸 수"};
    static const char *const prices[] = {"얼마인", "가격", "요금", "얼마예요",
                                         "얼마입"};
    static const char *const counts[] = {"얼마나", " 몇 ", "몇 "};

    if (phrase_any_in(asked, prices, PHRASE_COUNT(prices)))
        return ASKED_AMOUNT;
    if (str_find(asked, STR("언제"), 0) != STR_NONE &&
        phrase_any_in(asked, launches, PHRASE_COUNT(launches)))
        return ASKED_DATE;
    return phrase_any_in(asked, counts, PHRASE_COUNT(counts)) ? ASKED_NUMBER
                                                              : ASKED_ANY;
}

bool asked_yes_no(Str folded, Lang lang)
{
    return lang == LANG_KO ? asks_yes_no_korean(folded) : asks_yes_no_english(folded);
}

AskedShape asked_shape(Str folded, Lang lang)
{
    return lang == LANG_KO ? shape_of_korean(folded) : shape_of_english(folded);
}

/* -- does it ask? ---------------------------------------------------------- */

enum { WORDS_READ = 8 };

/* The first words, without "For", "And" and the like in front of a question word. */
static size_t first_words(Str text, Str *words)
{
    Range range = {0};
    size_t at = 0, count = 0;

    while (count < WORDS_READ && word_next(text, LANG_EN, &at, &range))
        words[count++] = str_range(text, range);
    size_t skip = 0;
    while (skip + 1 < count && skip < 2 && IN(words[skip], leading_words))
        skip++;
    if (skip > 0 && IN(words[skip], question_words)) {
        for (size_t i = skip; i < count; i++)
            words[i - skip] = words[i];
        count -= skip;
    }
    return count;
}

static bool is_verb(Str word)
{
    return IN(word, sure_verbs) || IN(word, helping_verbs);
}

static bool verb_follows(const Str *words, size_t from, size_t count)
{
    for (size_t i = from; i < count && i < from + 4; i++)
        if (is_verb(words[i]))
            return true;
    return false;
}

/* Behind a question word the verb comes before its subject: "How does it work" asks,
 * "How Lantern works" is a title. */
static Asked question_word_asks(const Str *words, size_t count)
{
    bool who = str_starts(words[0], STR("who")), what = str_eq(words[0], STR("what"));

    if (who && words[1].len > 2 && str_ends(words[1], STR("s")) && !is_verb(words[1]))
        return ASKED_MAYBE;
    if (count < 3 || IN(words[1], subjects))
        return ASKED_NOT;
    if (is_verb(words[1]))
        return ASKED_SURELY;
    if (str_eq(words[0], STR("which")) || IN(words[1], measures))
        return verb_follows(words, 2, count) ? ASKED_SURELY : ASKED_MAYBE;
    return what && (IN(words[1], what_goes_on) || verb_follows(words, 2, count))
               ? ASKED_MAYBE
               : ASKED_NOT;
}

static Asked english_asks(Str folded)
{
    Str words[WORDS_READ];
    size_t count = first_words(folded, words);

    if (count < 2)
        return ASKED_NOT;
    if (IN(words[0], short_questions))
        return ASKED_SURELY;
    if (IN(words[0], question_words))
        return question_word_asks(words, count);
    if (count > 2 && IN(words[0], sure_verbs) && !str_eq(words[1], STR("not")))
        return IN(words[1], subjects) ? ASKED_SURELY : ASKED_MAYBE;
    return count > 2 && IN(words[0], helping_verbs) && IN(words[1], subjects)
               ? ASKED_SURELY
               : ASKED_NOT;
}

/* Without the marks that stand in place of a question mark. */
static Str without_end(Str text)
{
    static const char *const ends[] = {".", ":", "。", "：", " ", "*", "\"", "”", ")"};
    bool cut = true;

    while (cut) {
        cut = false;
        for (size_t i = 0; i < PHRASE_COUNT(ends); i++) {
            Str end = str_from(ends[i]);
            if (str_ends(text, end)) {
                text.len -= end.len;
                cut = true;
            }
        }
    }
    return text;
}

static Asked korean_asks(Str folded)
{
    Str text = without_end(folded);

    if (phrase_any_ends(text, korean_sure, PHRASE_COUNT(korean_sure)))
        return ASKED_SURELY;
    return phrase_any_ends(text, korean_maybe, PHRASE_COUNT(korean_maybe)) &&
                   phrase_any_in(text, korean_question_words,
                                 PHRASE_COUNT(korean_question_words))
               ? ASKED_MAYBE
               : ASKED_NOT;
}

Asked asked_by_words(Str folded, Lang lang)
{
    switch (lang) {
    case LANG_EN:
        return english_asks(folded);
    case LANG_KO:
        return korean_asks(folded);
    default:
        return phrase_any_ends(without_end(folded), other_sure,
                               PHRASE_COUNT(other_sure))
                   ? ASKED_SURELY
                   : ASKED_NOT;
    }
}
