#include "diff/wording.h"

static const Wording english = {
    .section_changed = "1 of 1 section changed",
    .sections_changed = "%1$d of %2$d sections changed",
    .opening = "Before the first section",
    .whole = "The whole text",
    .details = "Document details",
    .added = "new section",
    .removed = "section removed",
    .moved_here = "moved here",
    .moved_away = "moved away",
    .moved_from = "moved here from %s",
    .moved_to = "moved to %s",
    .more = "%1$s and %2$d more",
    .first_draft = "First draft",
    .merged = "Merged with %s",
    .moved = "moved",
    .signs = "no words changed",
    .hidden = "Hidden marks of the sections",
    .layout = "Line breaks and spaces",
    .nothing = "No changes",
};

static const Wording korean = {
    .section_changed = "1칸 중 1칸 바뀜",
    .sections_changed = "%2$d칸 중 %1$d칸 바뀜",
    .opening = "첫 칸 앞",
    .whole = "글 전체",
    .details = "문서 정보",
    .added = "새 칸",
    .removed = "없앤 칸",
    .moved_here = "옮겨 옴",
    .moved_away = "옮겨 감",
    .moved_from = "%s에서 옮겨 옴",
    .moved_to = "%s{으로/로} 옮겨 감",
    .more = "%1$s 외 %2$d곳",
    .first_draft = "첫 초안",
    .merged = "%s{와/과} 합침",
    .moved = "자리만 바뀜",
    .signs = "낱말은 그대로",
    .hidden = "칸의 숨은 표시",
    .layout = "줄 바꿈과 띄어쓰기",
    .nothing = "바뀐 곳 없음",
};

const Wording *wording_of(Lang lang)
{
    return lang == LANG_KO ? &korean : &english;
}

typedef struct PartWords {
    const char *english;
    const char *korean;
} PartWords;

/* clang-format off */
static const PartWords part_words[PART_KIND_COUNT] = {
    [PART_OTHER]           = {"Section", "칸"},
    [PART_HEADLINE]        = {"Headline", "제목"},
    [PART_SUBHEADING]      = {"Subheading", "부제"},
    [PART_SUMMARY]         = {"Summary", "요약"},
    [PART_PROBLEM]         = {"Problem", "고객의 문제"},
    [PART_SOLUTION]        = {"Solution", "해결"},
    [PART_LEADER_QUOTE]    = {"Leader quote", "책임자의 말"},
    [PART_EXPERIENCE]      = {"Experience", "고객 경험"},
    [PART_CUSTOMER_QUOTE]  = {"Customer quote", "고객의 말"},
    [PART_GETTING_STARTED] = {"Getting started", "시작하기"},
    [PART_EXTERNAL_FAQ]    = {"External FAQ", "외부 FAQ"},
    [PART_INTERNAL_FAQ]    = {"Internal FAQ", "내부 FAQ"},
    [PART_FAQ]             = {"FAQ", "FAQ"},
    [PART_CUSTOMER]        = {"Customer", "고객"},
    [PART_BENEFIT]         = {"Benefit", "고객 혜택"},
    [PART_EVIDENCE]        = {"Evidence", "근거 자료"},
    [PART_UNCHANGING]      = {"What will not change", "변하지 않을 것"},
    [PART_FIVE_QUESTIONS]  = {"Five questions", "다섯 가지 질문"},
    [PART_APPENDIX]        = {"Appendix", "부록"},
};
/* clang-format on */

Str wording_part(PartKind kind, Lang lang)
{
    const PartWords *words = &part_words[kind];
    return str_from(lang == LANG_KO ? words->korean : words->english);
}

static const char *unit_name(int count, Lang unit, Lang lang)
{
    bool characters = unit == LANG_JA || unit == LANG_ZH;

    if (lang == LANG_KO)
        return characters ? "자" : "어절";
    if (characters)
        return count == 1 ? "character" : "characters";
    return count == 1 ? "word" : "words";
}

void wording_counts(int added, int removed, const char *minus, Lang unit, Lang lang,
                    StrBuf *out)
{
    if (added || !removed)
        strbuf_addf(out, "+%d ", added);
    if (removed || !added)
        strbuf_addf(out, "%s%d ", minus, removed);
    int count = removed ? removed : added;
    strbuf_addz(out, unit_name(added && removed ? 2 : count, unit, lang));
}
