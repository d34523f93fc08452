/* The words of the deck of questions. */
#include "base/message.h"
#include "ui/deck_view.h"

typedef struct DeckWord {
    const char *id, *words;
} DeckWord;

/* clang-format off */
static const DeckWord role_words[] = {
    {"customer", N_("Customer")}, {"press", N_("Reporter")}, {"partner", N_("Partner")},
    {"CEO", N_("CEO")}, {"CFO", N_("CFO")}, {"sales", N_("Sales")},
    {"counsel", N_("Counsel")}, {"security", N_("Security")}, {"data", N_("Data")},
    {"designer", N_("Designer")}, {"engineer", N_("Engineer")},
    {"operations", N_("Operations")}, {"support", N_("Support")}, {"people", N_("People")},
};

static const DeckWord topic_words[] = {
    {"customer", N_("customer")}, {"problem", N_("problem")},
    {"evidence", N_("evidence")}, {"benefit", N_("benefit")},
    {"experience", N_("experience")}, {"economics", N_("money")},
    {"market", N_("market")}, {"alternatives", N_("alternatives")},
    {"feasibility", N_("feasibility")}, {"operations", N_("running it")},
    {"legal", N_("law and data")}, {"risk", N_("risks")},
    {"measurement", N_("measuring")}, {"launch", N_("launch")},
    {"people", N_("people")}, {"scope", N_("scope")},
    {"decision", N_("decision")}, {"unchanging", N_("what stays")},
    {"curiosity", N_("curiosity")}, {"principles", N_("principles")},
    {"hard", N_("hard questions")}, {"any", N_("any section")},
    {"whole", N_("whole")}, {"faq", N_("FAQ")},
    {"headline", N_("headline")}, {"summary", N_("summary")},
    {"solution", N_("solution")}, {"leader-quote", N_("leader's quote")},
    {"customer-quote", N_("customer's quote")},
};

static const DeckWord answer_words[] = {
    {"num", N_("a number")}, {"date", N_("a date")}, {"yn", N_("yes or no")},
    {"money", N_("an amount")}, {"list", N_("a list")}, {"name", N_("a name")},
    {"choice", N_("one of them")}, {"text", N_("a sentence")},
};
/* clang-format on */

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* A word that no table has is shown as the bank says it. */
static const char *find(const DeckWord *words, size_t count, Str id)
{
    for (size_t i = 0; i < count; i++)
        if (str_eq(id, str_from(words[i].id)))
            return _(words[i].words);
    return NULL;
}

const char *deck_role_words(Str role)
{
    const char *words = find(role_words, COUNT(role_words), role);
    return words ? words : "?";
}

const char *deck_topic_words(Str topic)
{
    const char *words = find(topic_words, COUNT(topic_words), topic);
    return words ? words : _("other things");
}

const char *card_answer_words(const BankQuestion *row)
{
    const char *words = find(answer_words, COUNT(answer_words), row->answer);
    return words ? words : _("a sentence");
}

const char *card_state_words(CardState state)
{
    static const char *const words[CARD_STATES] = {
        [CARD_OPEN] = N_("not answered yet"),
        [CARD_WAITS] = N_("in the FAQ, without an answer"),
        [CARD_COVERED] = N_("answered in the document"),
        [CARD_ANSWERED] = N_("answered"),
        [CARD_ASKED] = N_("asked"),
        [CARD_SKIPPED] = N_("skipped"),
    };
    return _(words[state]);
}

const char *deck_role_choice(size_t index)
{
    if (index == 0)
        return _("Everybody");
    return index <= deck_role_count() ? deck_role_words(deck_role(index - 1)) : NULL;
}

const char *deck_marks_words(void)
{
    return _("x all answered  / some  . none  ! one that must be");
}

void deck_counts_say(const DeckCounts *c, StrBuf *out)
{
    message_addf(out,
                 _("Open: %d of %d. In the document: %d, answered: %d, asked: %d, "
                   "skipped: %d."),
                 c->state[CARD_OPEN] + c->state[CARD_WAITS], c->cards,
                 c->state[CARD_COVERED], c->state[CARD_ANSWERED], c->state[CARD_ASKED],
                 c->state[CARD_SKIPPED]);
}

void deck_view_head(const Model *m, StrBuf *left, StrBuf *right)
{
    const DeckView *v = m->deck;

    strbuf_addz(left,
                m->view == VIEW_MATRIX ? _("Who asks what") : _("Deck of questions"));
    if (!v || !v->valid)
        return;
    const DeckFilter filter = {.role = strbuf_view(&v->role)};
    DeckCounts c = deck_counts(&v->deck, &filter);
    if (v->role.len > 0)
        strbuf_addf(left, " (%s)", deck_role_words(strbuf_view(&v->role)));
    message_addf(right, _("%d of %d open"), c.state[CARD_OPEN] + c.state[CARD_WAITS],
                 c.cards);
}

void deck_box_say(const Model *m, StrBuf *out)
{
    const Card *card = deck_view_card(m);

    if (!card)
        return;
    strbuf_add(out, card->row->text[message_lang()]);
    strbuf_addc(out, ' ');
    if (m->prompt.type == PROMPT_CARD_SKIP)
        strbuf_addz(out, _("Why is it none for this document?"));
    else
        message_addf(out, _("Good: %s."), card_answer_words(card->row));
}

/* One line a role: what it asks about and how much of that is answered. */
void deck_matrix_say(const Deck *deck, StrBuf *out)
{
    Arena arena = {0};
    size_t count = 0;
    const Str *topics = deck_topics(deck, &arena, &count);
    const MatrixCell *cells = deck_matrix(deck, topics, count, &arena);

    for (size_t r = 0; r < deck_role_count(); r++) {
        strbuf_addf(out, "%s: ", deck_role_words(deck_role(r)));
        bool first = true;
        for (size_t t = 0; t < count; t++) {
            const MatrixCell *c = &cells[r * count + t];
            if (c->cards == 0)
                continue;
            strbuf_addz(out, first ? "" : ", ");
            message_addf(out, _("%s %d of %d"), deck_topic_words(topics[t]), c->done,
                         c->cards);
            if (c->must > 0)
                message_addf(out, _(" (%d must)"), c->must);
            first = false;
        }
        strbuf_addz(out, ".\n");
    }
    arena_deinit(&arena);
}
