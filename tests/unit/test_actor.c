#include "check/actor.h"

#include "measure_case.h"

typedef struct ActorCase {
    const char *sentence;
    Actor actor;
} ActorCase;

static Actor actor_of(const char *head, const char *sentence)
{
    Str text = arena_printf(&rule_arena, "---\n%s\n---\n# L\n\n## %s\n\n%s\n", head,
                            strstr(head, "ko") ? "문제" : "Problem", sentence);
    Measures m = measure_text(text.ptr);

    CHECK_INT(m.sentences, 1);
    for (int i = 0; i < ACTOR_COUNT; i++)
        if (m.actors[i] == 1)
            return (Actor)i;
    return ACTOR_COUNT;
}

static void actor_cases(const char *head, const ActorCase *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (actor_of(head, cases[i].sentence) != cases[i].actor)
            print_error("%s\n", cases[i].sentence);
        CHECK_INT(actor_of(head, cases[i].sentence), cases[i].actor);
    }
}

static void the_first_listed_actor_of_an_english_sentence_acts(void **state)
{
    static const ActorCase cases[] = {
        {"Customers order flour by phone.", ACTOR_CUSTOMER},
        {"Each morning a customer rings three mills.", ACTOR_CUSTOMER},
        {"We built a service.", ACTOR_COMPANY},
        {"Our team listens to customers.", ACTOR_COMPANY},
        {"Mill Co. opens a service for customers.", ACTOR_COMPANY},
        {"Lantern tells customers when to order.", ACTOR_PRODUCT},
        {"Lanterns hang on the wall.", ACTOR_UNDECIDED},
        {"SEOUL, March 2, 2027 — Customers order at night.", ACTOR_CUSTOMER},
        {"The algorithm sorts the orders.", ACTOR_TECHNOLOGY},
        {"Competitors sell flour in bags.", ACTOR_COMPETITOR},
        {"Northwind sells flour in bags.", ACTOR_COMPETITOR},
        {"The list is kept by the customer.", ACTOR_UNDECIDED},
        {"It rains.", ACTOR_UNDECIDED},
    };

    (void)state;
    rule_options.competitors = STR("Hanmaru, Northwind");
    actor_cases("lang: en\nproduct: Lantern\ncompany: Mill Co.", cases,
                sizeof cases / sizeof *cases);
    rule_options.competitors = (Str){0};
}

static void a_korean_actor_carries_the_particle_of_a_subject(void **state)
{
    static const ActorCase cases[] = {
        {"고객은 새벽에 전화를 건다.", ACTOR_CUSTOMER},
        {"새벽마다 고객이 전화를 건다.", ACTOR_CUSTOMER},
        {"고객에게 전화를 건다.", ACTOR_UNDECIDED},
        {"우리는 새 서비스를 만든다.", ACTOR_COMPANY},
        {"우리 고객은 전화를 건다.", ACTOR_CUSTOMER},
        {"등불은 주문을 받는다.", ACTOR_PRODUCT},
        {"등불을 켠다.", ACTOR_UNDECIDED},
    };

    (void)state;
    actor_cases("lang: ko\nproduct: 등불", cases, sizeof cases / sizeof *cases);
}

RUN_RULE_TESTS(TEST(the_first_listed_actor_of_an_english_sentence_acts),
               TEST(a_korean_actor_carries_the_particle_of_a_subject))
