#include "base/unicode.h"
#include "doc/split.h"

enum { MATCH_BANK = 3, MATCH_GROUP = 4, MATCH_WORDS = 1 };

typedef struct Sign {
    const char *words; /* folded; a space at an end: a word begins or ends there */
    bool internal;
} Sign;

/* clang-format off */
/* What the headings over groups of questions say. */
static const Sign group_signs[] = {
    {"internal", true}, {"stakeholder", true}, {"technical", true}, {"business", true},
    {"team", true}, {"strategy", true}, {"risk", true}, {"skeptic", true}, {"feasib", true},
    {"내부", true}, {"사내", true}, {"기술", true}, {"사업", true}, {"위험", true}, {"개발", true},
    {"社内", true}, {"内部", true}, {"技術", true}, {"技术", true},
    {"customer", false}, {"external", false}, {"user", false}, {"getting started", false},
    {"고객", false}, {"외부", false}, {"사용자", false}, {"이용", false},
    {"顧客", false}, {"外部", false}, {"ユーザー", false}, {"客户", false}, {"用户", false},
};

/* What questions of either audience say. A customer asks about "me", a team about
 * "us". */
static const Sign word_signs[] = {
    {" we ", true}, {" our ", true}, {" us ", true}, {"risk", true}, {"revenue", true},
    {"competitor", true}, {"roadmap", true}, {"metric", true}, {"success look", true},
    {"measure success", true}, {"market size", true}, {"business model", true},
    {"go-to-market", true}, {"budget", true}, {" team", true}, {"headcount", true},
    {"architecture", true}, {"tech stack", true}, {"technical", true}, {"why now", true},
    {"cost to build", true}, {"to build ", true}, {"scope", true}, {"mvp", true}, {" fail", true},
    {"stakeholder", true}, {"dependenc", true}, {"assumption", true}, {"maintain", true},
    {"우리", true}, {"위험", true}, {"매출", true}, {"경쟁", true}, {"지표", true}, {"예산", true},
    {"인력", true}, {"일정", true}, {"아키텍처", true}, {"기술", true}, {"실패", true}, {"왜 지금", true},
    {"시장 규모", true}, {"가정", true}, {"만드는 데", true},
    {" i ", false}, {" my ", false}, {" me ", false}, {" you ", false}, {" your ", false},
    {"price", false}, {"pricing", false}, {"refund", false}, {"cancel", false},
    {"sign up", false}, {"get started", false}, {"install", false}, {"how much does", false},
    {"is it free", false}, {"how do i", false}, {"can i", false}, {"who is it for", false},
    {"who is this for", false}, {"what is ", false}, {"support", false}, {"privacy", false},
    {"제가", false}, {"저는", false}, {"제 ", false}, {"내 ", false}, {"요금", false}, {"가격", false},
    {"얼마", false}, {"환불", false}, {"해지", false}, {"가입", false}, {"설치", false},
    {"시작하", false}, {"쓸 수 있", false}, {"이용", false}, {"개인정보", false}, {"누구를 위한", false},
};
/* clang-format on */

/* " what does it cost me? " with its punctuation as spaces. */
static void fold(Str text, StrBuf *out)
{
    StrBuf nfc = {0}, folded = {0};

    unicode_nfc(text, &nfc);
    unicode_fold_str(strbuf_view(&nfc), &folded);
    strbuf_addc(out, ' ');
    for (size_t i = 0; i < folded.len; i++)
        strbuf_addc(out,
                    str_find_byte(STR("?!.,:;()\"'*_/"), folded.ptr[i], 0) == STR_NONE
                        ? folded.ptr[i]
                        : ' ');
    strbuf_addc(out, ' ');
    strbuf_deinit(&nfc);
    strbuf_deinit(&folded);
}

/* Positive: internal. */
static int weigh(Str folded, const Sign *signs, size_t count)
{
    int sum = 0;

    for (size_t i = 0; i < count; i++)
        if (str_find(folded, str_from(signs[i].words), 0) != STR_NONE)
            sum += signs[i].internal ? 1 : -1;
    return sum;
}

static int side_of(const BankQuestion *row)
{
    if (str_eq(row->audience, STR("external")))
        return -1;
    return str_eq(row->audience, STR("five")) ? 0 : 1;
}

static int weigh_bank(const Document *doc, const QuestionBank *bank, const Question *q,
                      Str folded)
{
    Lang lang = doc->lang == LANG_KO ? LANG_KO : LANG_EN;
    int sum = 0;
    const BankQuestion *own = q->id.len > 0 ? questions_find(bank, q->id) : NULL;

    if (own)
        return side_of(own) * 3;
    for (size_t i = 0; i < bank->count; i++)
        if (question_matches(&bank->rows[i], lang, folded))
            sum += side_of(&bank->rows[i]);
    return sum;
}

/* The heading over a group of questions, as one goes through the FAQ. */
typedef struct Group {
    size_t block; /* the next one to look at */
    int weight;
} Group;

/* On to a question: the nearest heading above it that is no question counts. */
static void go_to(const Document *doc, const Part *part, const Question *q, Group *g)
{
    StrBuf folded = {0};

    for (; g->block < doc->block_count; g->block++) {
        const Block *b = &doc->blocks[g->block];
        if (b->range.start >= q->question.start)
            break;
        if (b->kind != BLOCK_HEADING || b->question != NO_INDEX ||
            b->range.end <= part->body.start)
            continue;
        strbuf_clear(&folded);
        fold(b->prose.text, &folded);
        g->weight = weigh(strbuf_view(&folded), group_signs,
                          sizeof group_signs / sizeof *group_signs);
    }
    strbuf_deinit(&folded);
}

static int sign(int x)
{
    return (x > 0) - (x < 0);
}

static void suggest(const Document *doc, const Library *lib, const Group *around,
                    SplitItem *item)
{
    const Question *q = &doc->questions[item->question];
    StrBuf folded = {0};

    fold(q->text, &folded);
    Str text = strbuf_view(&folded);
    int bank = sign(weigh_bank(doc, &lib->bank, q, str_trim(text))) * MATCH_BANK;
    int group = sign(around->weight) * MATCH_GROUP;
    int words = weigh(text, word_signs, sizeof word_signs / sizeof *word_signs);
    if (words > 2 || words < -2)
        words = 2 * sign(words);
    int sum = bank + group + words * MATCH_WORDS;
    int strength = sum < 0 ? -sum : sum;
    item->internal = sum > 0;
    item->reason = sum == 0                   ? SPLIT_NOTHING
                   : sign(group) == sign(sum) ? SPLIT_GROUP
                   : sign(bank) == sign(sum)  ? SPLIT_BANK
                                              : SPLIT_WORDS;
    item->confidence = 0.5 + 0.06 * (strength > 7 ? 7 : strength);
    strbuf_deinit(&folded);
}

void split_propose(const Document *doc, const Library *lib, Arena *arena, Split *out)
{
    *out = (Split){.part = NO_INDEX};
    for (size_t i = 0; i < doc->part_count; i++) {
        const Part *part = &doc->parts[i];
        if (part->kind == PART_FAQ && part->question_count > out->count) {
            out->part = i;
            out->count = part->question_count;
        }
    }
    if (out->part == NO_INDEX)
        return;
    const Part *part = &doc->parts[out->part];
    out->items = arena_array(arena, out->count, sizeof *out->items);
    Group group = {.block = part->first_block};
    for (size_t i = 0; i < out->count; i++) {
        SplitItem *item = &out->items[i];
        item->question = part->first_question + i;
        go_to(doc, part, &doc->questions[item->question], &group);
        suggest(doc, lib, &group, item);
    }
}
