#include "check.h"

#include "base/resource.h"
#include "doc/questions.h"

#define HEADER                                                                         \
    "id\tcategory\taudience\tasked_by\ttags\tanswer\tquestion_en\tquestion_ko\t"       \
    "why_en\twhy_ko\tkeywords_en\tkeywords_ko\tseed\n"
#define ROW(id)                                                                        \
    id "\tc\texternal\tpress\tcore,must\ttext\tWho?\t누구?\tw\tw\twho\t누구\t\n"

static void a_question_is_found_by_its_id(void **state)
{
    Arena arena = {0};
    QuestionBank bank = {0};

    (void)state;
    CHECK(questions_parse(STR(HEADER ROW("b-two") ROW("a-one")), &arena, &bank, NULL));
    CHECK_INT(bank.count, 2);
    CHECK_STR(bank.rows[0].id, STR("b-two"));
    CHECK(questions_find(&bank, STR("a-one")) == &bank.rows[1]);
    CHECK_STR(bank.rows[1].text[LANG_KO], STR("누구?"));
    CHECK_STR(bank.rows[1].keywords[LANG_EN], STR("who"));
    CHECK(!questions_find(&bank, STR("a")));
    CHECK(!questions_find(&bank, STR("")));
    CHECK(!questions_find(&(QuestionBank){0}, STR("a")));
    arena_deinit(&arena);
}

static void check_refused(Str tsv, const char *line)
{
    Arena arena = {0};
    QuestionBank bank = {0};
    Error err = {0};

    CHECK(!questions_parse(tsv, &arena, &bank, &err));
    CHECK_INT(err.code, ERR_INVALID);
    CHECK(str_find(str_from(err.message), str_from(line), 0) != STR_NONE);
    CHECK_INT(bank.count, 0);
    arena_deinit(&arena);
}

static void damage_is_refused_with_its_line(void **state)
{
    (void)state;
    check_refused(STR(HEADER ROW("a") ROW("b") ROW("a")), "line 4");
    check_refused(STR(HEADER ROW("a") ROW("")), "line 3");
    check_refused(STR(HEADER "a\tb\tc\n"), "line 2");
}

static void the_built_in_bank_parses(void **state)
{
    Arena arena = {0};
    QuestionBank bank = {0};
    Str tsv = {0};

    (void)state;
    CHECK(resource_find(STR("questions.tsv"), &tsv));
    CHECK(questions_parse(tsv, &arena, &bank, NULL));
    CHECK_INT(bank.count, 260);
    for (size_t i = 0; i < bank.count; i++)
        CHECK(questions_find(&bank, bank.rows[i].id) == &bank.rows[i]);
    arena_deinit(&arena);
}

/* Rule faq-question-mark would report the tool's own words. */
static void questions_of_an_faq_end_with_their_mark(void **state)
{
    Arena arena = {0};
    QuestionBank bank = {0};
    Str tsv = {0};

    (void)state;
    CHECK(resource_find(STR("questions.tsv"), &tsv));
    CHECK(questions_parse(tsv, &arena, &bank, NULL));
    for (size_t i = 0; i < bank.count; i++) {
        const BankQuestion *row = &bank.rows[i];
        if (!str_eq(row->audience, STR("external")) &&
            !str_eq(row->audience, STR("internal")))
            continue;
        CHECK(str_ends(row->text[LANG_EN], STR("?")));
        CHECK(str_ends(row->text[LANG_KO], STR("?")));
    }
    arena_deinit(&arena);
}

static void a_tag_is_one_whole_word_of_a_list(void **state)
{
    (void)state;
    CHECK(tag_in(STR("core,must"), STR("must")));
    CHECK(tag_in(STR("hardware, ai"), STR("ai")));
    CHECK(!tag_in(STR("core,must"), STR("mus")));
    CHECK(!tag_in(STR(""), STR("")));
    CHECK(!tag_in((Str){0}, STR("core")));
}

static bool asks(const char *en, const char *ko, Lang lang, const char *text)
{
    BankQuestion row = {.keywords = {str_from(en), str_from(ko)}};

    return question_matches(&row, lang, str_from(text));
}

static void english_keywords_are_whole_words(void **state)
{
    (void)state;
    CHECK(asks("cost,price", "", LANG_EN, "what is the price?"));
    CHECK(asks("price", "", LANG_EN, "which prices apply?"));
    CHECK(asks("business", "", LANG_EN, "two businesses?"));
    CHECK(!asks("price", "", LANG_EN, "is it priced well?"));
    CHECK(!asks("price", "", LANG_EN, "who pays the carprice?"));
    CHECK(asks("pric*", "", LANG_EN, "is it priced well?"));
    CHECK(asks("who is it for", "", LANG_EN, "so who is  it\nfor?"));
    CHECK(asks("CEO", "", LANG_EN, "what does the ceo say?"));
    CHECK(!asks("", "", LANG_EN, "anything"));
    CHECK(!asks("*", "", LANG_EN, "anything"));
}

static void korean_keywords_match_anywhere(void **state)
{
    (void)state;
    CHECK(asks("", "누구를 위한,가격", LANG_KO, "이용가격은 얼마인가요?"));
    CHECK(!asks("price", "", LANG_KO, "what is the price?"));
    CHECK(!asks("price", "가격", LANG_JA, "가격 price"));
}

RUN_TESTS(TEST(a_question_is_found_by_its_id), TEST(damage_is_refused_with_its_line),
          TEST(the_built_in_bank_parses), TEST(questions_of_an_faq_end_with_their_mark),
          TEST(a_tag_is_one_whole_word_of_a_list),
          TEST(english_keywords_are_whole_words), TEST(korean_keywords_match_anywhere))
