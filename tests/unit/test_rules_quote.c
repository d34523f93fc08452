#include "rule_case.h"

#define QUOTE    "# L\n\n## Customer quote\n\n"
#define QUOTE_KO "# 등불\n\n## 고객의 말\n\n"

static void speakers_have_a_name_and_a_role(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"quote-attribution", QUOTE "“I used to call four mills every single night.”\n",
         QUOTE
         "“I used to call four mills every single night,” said Mina Park, a baker.\n"},
        {"quote-attribution",
         QUOTE "“I used to call four mills every single night,” said a customer.\n",
         QUOTE "“I used to call four mills every night.”\n\n— Mina Park, baker\n"},
        {"quote-attribution", QUOTE "> I used to call four mills every single night.\n",
         QUOTE
         "> I used to call four mills every single night.\n>\n> — Mina Park, baker\n"},
        {"quote-attribution",
         QUOTE "“I used to call four mills every single night,” said our CEO.\n",
         QUOTE "“Never again,” she said.\n"},
        {"quote-attribution", QUOTE_KO "“밤마다 방앗간 네 곳에 전화를 걸었습니다.”\n",
         QUOTE_KO
         "“밤마다 방앗간 네 곳에 전화를 걸었습니다.” 강릉에서 빵집을 하는 박미나 "
         "씨가 말했다.\n"},
        {"quote-attribution",
         QUOTE_KO "“밤마다 방앗간 네 곳에 전화를 걸었습니다.” 관계자가 말했다.\n",
         QUOTE_KO
         "“밤마다 방앗간 네 곳에 전화를 걸었습니다.”\n\n— 박미나, 빵집 주인\n"},
        {"quote-attribution", NULL,
         QUOTE "“I used to call four mills every night.” - Mina Park, Sea Bakery.\n"},
        {"quote-attribution", NULL,
         QUOTE "- Mina Park, baker: “I used to call four mills every single night.”\n"},
        {"quote-attribution", NULL,
         QUOTE "“I used to call four mills every single night.” - Mina Park, baker.\n"},
        {"quote-attribution",
         "# L\n\n## 顧客の声\n\n「これまでは毎晩、四つの製粉所に電話を"
         "かけていました。」\n",
         "# L\n\n## 顧客の声\n\n- パン屋 朴美那 氏: "
         "「これまでは毎晩、四つの製粉所に電話を"
         "かけていました。」\n"},
    };
    CHECK_CASES(cases);
}

static void other_parts_may_quote_anybody(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"quote-attribution", NULL,
         "# L\n\n## Problem\n\n“I call four mills every single night before bed.”\n"},
    };
    CHECK_CASES(cases);
}

static void a_role_alone_is_for_reference_in_documents_from_elsewhere(void **state)
{
    (void)state;
    Findings f = check_text(
        QUOTE "“I used to call four mills every single night,” said a baker. “Now I "
              "sleep through the night and the flour is there at four.”\n");
    CHECK_INT(count_rule(&f, "quote-attribution"), 1);
    CHECK_INT(find_rule(&f, "quote-attribution")->level, LEVEL_INFO);
    CHECK_INT(find_rule(&f, "quote-attribution")->range.start, sizeof QUOTE - 1);
    f = check_text("---\nlang: pt\n---\n# L\n\n## Customer quote\n\n“Eu ligava para "
                   "quatro moinhos todas as noites”, diz a dona da padaria.\n");
    CHECK_INT(find_rule(&f, "quote-attribution")->level, LEVEL_INFO);
    f = check_text(QUOTE "“I used to call four mills every single night.”\n");
    CHECK_INT(find_rule(&f, "quote-attribution")->level, LEVEL_WARNING);
}

static void a_setting_takes_a_role_for_a_name(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"quote-attribution",
         QUOTE "“I used to call four mills every single night,” said a customer.\n",
         QUOTE "“I used to call four mills every single night,” said a baker.\n"},
        {"quote-attribution", QUOTE "“I used to call four mills every single night.”\n",
         QUOTE "“I used to call four mills every single night,” said our CEO.\n"},
        {"quote-attribution",
         QUOTE_KO "“밤마다 방앗간 네 곳에 전화를 걸었습니다.” 관계자가 말했다.\n",
         QUOTE_KO "“밤마다 방앗간 네 곳에 전화를 걸었습니다.”\n\n— 빵집 주인\n"},
    };
    rule_options.quote_roles = true;
    CHECK_CASES(cases);
    rule_options.quote_roles = false;
}

RUN_RULE_TESTS(TEST(speakers_have_a_name_and_a_role),
               TEST(a_role_alone_is_for_reference_in_documents_from_elsewhere),
               TEST(a_setting_takes_a_role_for_a_name),
               TEST(other_parts_may_quote_anybody))
