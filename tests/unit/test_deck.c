#include "review/deck.h"

#include "reading.h"

static const char sample[] =
    "# Lantern\n\nBREMEN, 2 March 2027. Bakeries order flour by text.\n\n"
    "## Problem\n\nOwners phone four mills every morning.\n\n"
    "## Customer FAQ\n\n<!-- prfaq-q: economics-price -->\n**Q. What does it "
    "cost?**\n\n"
    "A. Two euros a month.\n\n<!-- prfaq-q: customer-who-for -->\n"
    "**Q. Who is this for?**\n\nA.\n\n## Internal FAQ\n\n"
    "**Q. How do we know that customers want this?**\n\nA. 24 interviews in April.\n";

static const DeckFilter all = {.role = {NULL, 0}};

typedef struct Table {
    Reading reading;
    Deck deck;
} Table;

static void lay(Table *t, const char *md, const char *notes)
{
    reading_open(&t->reading, md);
    deck_lay(&t->reading.lib.bank, &t->reading.doc, str_from(notes), &t->reading.arena,
             &t->deck);
}

static CardState state(const Table *t, const char *id)
{
    const Card *card = deck_card(&t->deck, str_from(id));
    CHECK(card);
    return card->state;
}

static void a_card_is_covered_by_id_or_by_words(void **state_)
{
    Table t;
    (void)state_;
    lay(&t, sample,
        "prfaq-deck 1\nrisk-stop-when\tskipped\t\tJun\t\tlater\n"
        "customer-left-out\tput\t\tJun\t\t\n"
        "problem-size\tanswered\t\tJun\tno\t40 a day\n"
        "problem-if-nothing\tasked\t\tJun\t\tk3f9\n");
    CHECK(state(&t, "economics-price") == CARD_COVERED);
    CHECK(state(&t, "customer-who-for") == CARD_WAITS);
    CHECK(state(&t, "evidence-how-known") == CARD_COVERED);
    CHECK(state(&t, "risk-stop-when") == CARD_SKIPPED);
    CHECK(state(&t, "customer-left-out") == CARD_OPEN); /* it was taken out again */
    CHECK(state(&t, "problem-size") == CARD_ANSWERED);
    CHECK(state(&t, "problem-if-nothing") == CARD_ASKED);
    CHECK(deck_card(&t.deck, STR("customer-who-for"))->must);
    CHECK(!deck_card(&t.deck, STR("economics-price"))->must);
    reading_close(&t.reading);
}

static void the_same_cards_are_drawn_again_and_none_twice(void **state_)
{
    Table t;
    size_t count, again;
    const DeckFilter cfo = {.role = STR("cfo")};
    (void)state_;
    lay(&t, sample, "");
    const size_t *order =
        deck_order(&t.deck, &cfo, STR("lantern"), &t.reading.arena, &count);
    const size_t *second =
        deck_order(&t.deck, &cfo, STR("lantern"), &t.reading.arena, &again);
    CHECK_INT(count, again);
    CHECK(count > 10);
    for (size_t i = 0; i < count; i++) {
        CHECK_INT(order[i], second[i]);
        CHECK(tag_in(t.deck.cards[order[i]].row->asked_by, STR("CFO")));
    }
    /* Round all open cards, no card comes back before the others were there. */
    const Card *first = deck_step(&t.deck, order, count, (Str){0}, 1), *card = first;
    size_t open = 0;
    for (size_t i = 0; i < count; i++)
        open += card_is_open(&t.deck.cards[order[i]]);
    for (size_t i = 0; i < open; i++) {
        const Card *next = deck_step(&t.deck, order, count, card->row->id, 1);
        CHECK(next != card);
        CHECK(deck_step(&t.deck, order, count, next->row->id, -1) == card);
        card = next;
        CHECK((card == first) == (i + 1 == open));
    }
    CHECK(!deck_step(&t.deck, order, 0, (Str){0}, 1));
    reading_close(&t.reading);
}

static void must_and_core_come_first(void **state_)
{
    Table t;
    size_t count, last = 0;
    (void)state_;
    lay(&t, sample, "");
    const size_t *order =
        deck_order(&t.deck, &all, STR("lantern"), &t.reading.arena, &count);
    for (size_t i = 0; i < count; i++) {
        const Card *card = &t.deck.cards[order[i]];
        Str tags = card->row->tags;
        size_t tier = card->must                  ? 0
                      : tag_in(tags, STR("must")) ? 1
                      : tag_in(tags, STR("core")) ? 2
                                                  : 3;
        CHECK(tier >= last);
        last = tier;
    }
    CHECK_INT(last, 3);
    reading_close(&t.reading);
}

static void put(Table *t, const char *id, const char *answer, StrBuf *out)
{
    StrBuf words = {0};
    Range place = {0, 0};

    CHECK(deck_put(&t->reading.doc, deck_card(&t->deck, str_from(id)), str_from(answer),
                   &words, &place));
    strbuf_set(out, t->reading.doc.bytes);
    strbuf_splice(out, place, strbuf_view(&words));
    strbuf_deinit(&words);
}

static void a_card_becomes_a_pair_of_its_faq(void **state_)
{
    Table t, after;
    StrBuf md = {0};
    (void)state_;
    lay(&t, sample, "");
    put(&t, "customer-may-i-too", "Yes.", &md);
    lay(&after, strbuf_cstr(&md), "");
    const Card *card = deck_card(&after.deck, STR("customer-may-i-too"));
    CHECK(card->state == CARD_COVERED);
    const Question *q = &after.reading.doc.questions[card->question];
    CHECK(q->audience == REGION_FAQ_EXTERNAL);
    CHECK_STR(str_trim(reading_of(&after.reading, q->answer)), STR("Yes."));
    CHECK_INT(after.reading.doc.question_count, 4);
    CHECK(str_find(strbuf_view(&md), STR("A. Yes.\n\n## Internal FAQ\n"), 0) !=
          STR_NONE);
    reading_close(&after.reading);
    put(&t, "customer-left-out", "", &md);
    lay(&after, strbuf_cstr(&md), "");
    card = deck_card(&after.deck, STR("customer-left-out"));
    CHECK(card->state == CARD_WAITS);
    CHECK(after.reading.doc.questions[card->question].audience == REGION_FAQ_INTERNAL);
    reading_close(&after.reading);
    strbuf_deinit(&md);
    reading_close(&t.reading);
}

static void a_waiting_question_gets_its_answer(void **state_)
{
    Table t, after;
    StrBuf md = {0}, words = {0};
    Range place;
    (void)state_;
    lay(&t, sample, "");
    put(&t, "customer-who-for", "Bakeries with one oven.", &md);
    CHECK(str_find(strbuf_view(&md),
                   STR("A. Bakeries with one oven.\n\n## Internal FAQ"),
                   0) != STR_NONE);
    lay(&after, strbuf_cstr(&md), "");
    CHECK(state(&after, "customer-who-for") == CARD_COVERED);
    reading_close(&after.reading);
    CHECK(!deck_put(&t.reading.doc, deck_card(&t.deck, STR("customer-who-for")),
                    (Str){0}, &words, &place));
    CHECK(!deck_put(&t.reading.doc, deck_card(&t.deck, STR("economics-price")),
                    STR("No."), &words, &place));
    strbuf_deinit(&words);
    strbuf_deinit(&md);
    reading_close(&t.reading);
}

static void the_document_keeps_its_language_and_line_ends(void **state_)
{
    static const char korean[] =
        "---\r\nlang: ko\r\n---\r\n# 등불\r\n\r\n## 고객 FAQ\r\n\r\n"
        "**질문. 얼마인가요?**\r\n\r\n답. 2유로입니다.\r\n";
    Table t;
    StrBuf md = {0};
    (void)state_;
    lay(&t, korean, "");
    put(&t, "customer-who-for", "빵집 사장님입니다.", &md);
    CHECK(str_find(strbuf_view(&md),
                   STR("답. 2유로입니다.\r\n\r\n<!-- prfaq-q: customer-who-for -->\r\n"
                       "**질문. 이것은 누구를 위한 것인가요?**\r\n\r\n답. 빵집 "
                       "사장님입니다.\r\n"),
                   0) != STR_NONE);
    strbuf_deinit(&md);
    reading_close(&t.reading);
}

static void the_matrix_counts_who_asks_what(void **state_)
{
    Table t;
    size_t count;
    (void)state_;
    lay(&t, sample, "");
    const Str *topics = deck_topics(&t.deck, &t.reading.arena, &count);
    const MatrixCell *cells = deck_matrix(&t.deck, topics, count, &t.reading.arena);
    size_t money = 0, customer = deck_role_find(STR("CUSTOMER"));
    while (!str_eq(topics[money], STR("economics")))
        money++;
    CHECK(count > 10 && count <= 26);
    const MatrixCell *cell = &cells[customer * count + money];
    CHECK(cell->done == 1 && cell->cards >= 1);
    int sum = 0;
    for (size_t i = 0; i < deck_role_count() * count; i++) {
        CHECK(cells[i].done + cells[i].must <= cells[i].cards);
        sum += cells[i].cards;
    }
    CHECK(sum > 250);
    CHECK(deck_role_find(STR("nobody")) == NO_INDEX);
    reading_close(&t.reading);
}

static void every_role_of_the_bank_has_its_row(void **state_)
{
    Library lib;
    (void)state_;
    library_init(&lib);
    for (size_t i = 0; i < lib.bank.count; i++) {
        Str rest = lib.bank.rows[i].asked_by, who;
        while (str_next_field(&rest, ',', &who))
            CHECK(deck_role_find(str_trim(who)) != NO_INDEX);
    }
    library_deinit(&lib);
}

static void an_answer_leads_to_its_section(void **state_)
{
    Table t;
    (void)state_;
    lay(&t, sample, "");
    const BankQuestion *row = questions_find(&t.reading.lib.bank, STR("problem-size"));
    CHECK(deck_section(&t.reading.doc, row)->kind == PART_PROBLEM);
    row = questions_find(&t.reading.lib.bank, STR("risk-stop-when"));
    CHECK(deck_section(&t.reading.doc, row));
    reading_close(&t.reading);
}

RUN_TESTS(TEST(a_card_is_covered_by_id_or_by_words),
          TEST(the_same_cards_are_drawn_again_and_none_twice),
          TEST(must_and_core_come_first), TEST(a_card_becomes_a_pair_of_its_faq),
          TEST(a_waiting_question_gets_its_answer),
          TEST(the_document_keeps_its_language_and_line_ends),
          TEST(the_matrix_counts_who_asks_what),
          TEST(every_role_of_the_bank_has_its_row),
          TEST(an_answer_leads_to_its_section))
