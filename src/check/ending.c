#include "check/ending.h"

#include "base/unicode.h"
#include "base/utf8.h"

/* clang-format off */
static const char *const hapnida[] = {"니다", "니까", "십시오", "시오", "시다"};
static const char *const haeyo[] = {"요", "죠"};
static const char *const handa[] = {
    "다", "는가", "은가", "인가", "던가", "느냐", "으냐", "이냐", "을까", "일까", "할까",
    "될까",
    /* -자 and -라 only behind the syllables of verbs: most words in -자 are nouns. */
    "하자", "보자", "가자", "말자", "먹자", "두자", "쓰자", "만들자", "하라", "보라", "이라",
    "어라", "아라", "거라", "마라", "가라",
};
static const char *const noun[] = {"함", "됨", "임", "음", "줌", "옴", "감"};
/* Nouns and particles that end like verbs; a word that ends in one is no verb. */
static const char *const haeyo_nouns[] = {
    "필요", "중요", "주요", "수요", "개요", "소요", "동요", "긴요", "강요", "가요",
    "민요", "월요", "화요", "목요", "금요", "토요", "일요", "아니요",
};
static const char *const handa_nouns[] = {
    "보다", "마다", "에다", "바다", "판다", "소다", "캐나다",
};
static const char *const noun_nouns[] = {
    "마음", "처음", "다음", "얼음", "웃음", "걸음", "믿음", "젊음", "죽음", "소음",
    "발음", "녹음", "모음", "자음", "화음", "책임", "모임", "게임", "프레임", "타임", "선임",
    "후임", "전임", "담임", "방임", "위임", "신임", "해임", "취임", "퇴임", "런타임", "움직임",
    "쓰임", "포함", "결함", "명함", "보관함", "사서함", "우편함", "편지함", "서랍함", "쓰레기함",
    "영감", "공감", "실감", "마감", "물감", "장난감", "부담감", "안정감", "책임감", "자신감",
    "느낌", "예감", "교감", "호감", "유감", "체감", "절감", "증감", "삭감", "만족감", "성취감",
    "신뢰감", "불안감", "거부감", "죄책감", "일감", "옷감", "인감", "독감", "단감", "곶감",
    "사임", "가임", "불임", "짜임", "높임", "줄임", "꾸밈",
};
/* clang-format on */

#define COUNT(array) (sizeof(array) / sizeof *(array))

static bool ends_with_any(Str word, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_ends(word, str_from(list[i])))
            return true;
    return false;
}

static bool is_final(uint32_t cp)
{
    return cp == '.' || cp == '!' || cp == '?' || cp == 0x2026 || cp == 0x3002 ||
           cp == 0xFF01 || cp == 0xFF1F || cp == '~' || cp == '*' ||
           unicode_is_space(cp);
}

/* Where "(…)" that ends at `end` begins; `end` when nothing closes there. */
static size_t before_group(Str s, size_t end)
{
    if (end == 0 || s.ptr[end - 1] != ')')
        return end;
    size_t open = str_rfind_byte(str_slice(s, 0, end), '(');
    return open == STR_NONE ? end : open;
}

/* The last word in Hangul; empty when the sentence ends with something else, such
 * as a quotation. */
static Str last_word(Str s)
{
    size_t end = s.len;
    uint32_t cp;

    for (;;) {
        size_t before = before_group(s, end);
        if (before == end && end > 0) {
            size_t at = utf8_before(s, end);
            utf8_decode(s, at, &cp);
            if (is_final(cp))
                before = at;
        }
        if (before == end)
            break;
        end = before;
    }
    size_t start = end;
    while (start > 0) {
        size_t at = utf8_before(s, start);
        utf8_decode(s, at, &cp);
        if (!unicode_is_hangul(cp))
            break;
        start = at;
    }
    return str_slice(s, start, end);
}

Ending ending_of(Str sentence)
{
    Str word = last_word(sentence);

    if (word.len == 0)
        return ENDING_NONE;
    if (ends_with_any(word, hapnida, COUNT(hapnida)))
        return ENDING_HAPNIDA;
    if (ends_with_any(word, haeyo, COUNT(haeyo)))
        return ends_with_any(word, haeyo_nouns, COUNT(haeyo_nouns)) ? ENDING_NONE
                                                                    : ENDING_HAEYO;
    if (ends_with_any(word, handa, COUNT(handa)))
        return ends_with_any(word, handa_nouns, COUNT(handa_nouns)) ? ENDING_NONE
                                                                    : ENDING_HANDA;
    if (word.len > 3 && ends_with_any(word, noun, COUNT(noun)))
        return ends_with_any(word, noun_nouns, COUNT(noun_nouns)) ? ENDING_NONE
                                                                  : ENDING_NOUN;
    return ENDING_NONE;
}

bool ending_is_neutral(Str sentence)
{
    Str word = last_word(sentence);
    return str_ends(word, STR("세요")) || str_ends(word, STR("까요")) ||
           str_ends(word, STR("니까"));
}

Str ending_name(Ending ending)
{
    static const char *const names[ENDING_COUNT] = {
        [ENDING_NONE] = "",        [ENDING_HAPNIDA] = "합니다체",
        [ENDING_HAEYO] = "해요체", [ENDING_HANDA] = "한다체",
        [ENDING_NOUN] = "음슴체",
    };
    return str_from(names[ending]);
}

Ending ending_parse(Str name)
{
    if (str_eq(name, STR("hapnida")))
        return ENDING_HAPNIDA;
    if (str_eq(name, STR("haeyo")))
        return ENDING_HAEYO;
    return str_eq(name, STR("handa")) ? ENDING_HANDA : ENDING_NONE;
}
