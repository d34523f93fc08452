#include "check/answer_shape.h"

#include "measure_case.h"

typedef struct ShapeCase {
    const char *question, *answer;
    AnswerShape shape;
} ShapeCase;

static void shape_cases(const char *lang, const ShapeCase *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        Str text = arena_printf(&rule_arena,
                                "---\nlang: %s\n---\n# L\n\n## FAQ\n\n### %s\n\n%s\n",
                                lang, cases[i].question, cases[i].answer);
        Measures m = measure_text(text.ptr);
        if (m.answers[0] != cases[i].shape)
            print_error("%s %s: %s\n", cases[i].question, cases[i].answer,
                        answer_shape_name(m.answers[0]));
        CHECK_INT(m.answers[0], cases[i].shape);
    }
}

static void english_answers_have_a_shape(void **state)
{
    static const ShapeCase cases[] = {
        {"Is it free?", "Yes, until May.", ANSWER_YES},
        {"Is it free?", "No. It costs 3 euros.", ANSWER_NO},
        {"Do I need an app?", "Not at all.", ANSWER_NO},
        {"What does it cost?", "9 euros a month, from 3 March 2027.", ANSWER_NUMBER},
        {"When is it available?", "In 12 shops, on 3 March 2027.", ANSWER_DATE},
        {"When does it start?", "3 March 2027.", ANSWER_DATE},
        {"Who runs it?", "Mina Park.", ANSWER_NAME},
        {"Who answers at night?", "Mina Park and her sister answer.", ANSWER_NAME},
        {"How big is it?", "We do not know yet; @mina counts by 2027-03-01.",
         ANSWER_UNKNOWN},
        {"How big is it?", "We do not know yet.", ANSWER_ESSAY},
        {"Why us?", "Because the mills have long asked for it.", ANSWER_ESSAY},
        {"Why us?", "", ANSWER_NONE},
    };

    (void)state;
    shape_cases("en", cases, sizeof cases / sizeof *cases);
}

static void korean_answers_have_a_shape(void **state)
{
    static const ShapeCase cases[] = {
        {"무료인가요?", "예, 오월까지 그렇습니다.", ANSWER_YES},
        {"무료인가요?", "아니요. 한 달에 9,000원입니다.", ANSWER_NO},
        {"어떻게 다릅니까?", "예를 들어 전화를 걸지 않습니다.", ANSWER_ESSAY},
        {"가격은 얼마인가요?", "한 달에 9,000원입니다.", ANSWER_NUMBER},
        {"언제 시작할 수 있나요?", "2027년 3월 2일부터입니다.", ANSWER_DATE},
        {"누가 맡나요?", "김미나입니다.", ANSWER_NAME},
        {"얼마나 됩니까?", "아직 모릅니다. @미나 님이 2027년 3월 1일까지 셉니다.",
         ANSWER_UNKNOWN},
    };

    (void)state;
    shape_cases("ko", cases, sizeof cases / sizeof *cases);
}

RUN_RULE_TESTS(TEST(english_answers_have_a_shape), TEST(korean_answers_have_a_shape))
