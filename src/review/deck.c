#include "review/deck.h"

#include <stdlib.h>

#include "base/hash.h"
#include "base/unicode.h"

/* -- what the document answers ------------------------------------------------------
 */

/* Its questions as they are compared with those of the bank. */
typedef struct Asked {
    const Document *doc;
    Str *folded;
    BytePairs *pairs;
    bool words; /* the bank knows the words of its language */
} Asked;

static void read_asked(const Document *doc, Arena *arena, Asked *out)
{
    StrBuf folded = {0}, nfc = {0};

    *out =
        (Asked){.doc = doc,
                .folded = arena_array(arena, doc->question_count + 1, sizeof(Str)),
                .pairs = arena_array(arena, doc->question_count + 1, sizeof(BytePairs)),
                .words = doc->lang == LANG_EN || doc->lang == LANG_KO};
    for (size_t i = 0; i < doc->question_count; i++) {
        strbuf_clear(&folded);
        strbuf_clear(&nfc);
        unicode_nfc(doc->questions[i].text, &nfc);
        unicode_fold_str(strbuf_view(&nfc), &folded);
        out->folded[i] = arena_str(arena, strbuf_view(&folded));
        out->pairs[i] = byte_pairs(out->folded[i]);
    }
    strbuf_deinit(&folded);
    strbuf_deinit(&nfc);
}

static bool asks(const Asked *a, size_t i, const BankQuestion *row)
{
    Str id = a->doc->questions[i].id;

    if (id.len > 0)
        return str_eq(id, row->id);
    return a->words &&
           question_matches_pairs(row, a->doc->lang, a->folded[i], &a->pairs[i]);
}

/* The question that answers a row, else the one with its id, else NO_INDEX. */
static size_t find_question(const Asked *a, const BankQuestion *row, bool *answered)
{
    size_t waiting = NO_INDEX;

    *answered = true;
    for (size_t i = 0; i < a->doc->question_count; i++) {
        const Question *q = &a->doc->questions[i];
        if (!asks(a, i, row))
            continue;
        if (q->answered)
            return i;
        if (waiting == NO_INDEX && q->id.len > 0)
            waiting = i;
    }
    *answered = false;
    return waiting;
}

/* A worksheet answers the question its box is linked to. */
static bool answered_by_box(const Document *doc, Str id)
{
    for (size_t i = 0; i < doc->part_count; i++) {
        const Part *part = &doc->parts[i];
        for (size_t j = 0; part->spec && part->spec->region == REGION_FIVE &&
                           j < part->spec->starters.count;
             j++)
            if (str_eq(part->spec->starters.items[j], id))
                return !part_is_empty(doc, part);
    }
    return false;
}

static bool is_faq_question(const BankQuestion *row)
{
    return str_eq(row->audience, STR("external")) ||
           str_eq(row->audience, STR("internal"));
}

/* What rule faq-coverage asks for. */
static bool must_be_answered(const Document *doc, const BankQuestion *row)
{
    const Template *t = doc->tmpl;

    if (!t || t->must.count == 0)
        return is_faq_question(row) && tag_in(row->tags, STR("must"));
    for (size_t i = 0; i < t->must.count; i++)
        if (str_eq(t->must.items[i], row->id))
            return true;
    return false;
}

static CardState state_of(const Card *card, bool answered)
{
    if (answered)
        return CARD_COVERED;
    switch (card->note ? card->note->deed : DEED_COUNT) {
    case DEED_ANSWERED:
        return CARD_ANSWERED;
    case DEED_ASKED:
        return CARD_ASKED;
    case DEED_SKIPPED:
        return CARD_SKIPPED;
    default: /* what was put into the FAQ may have been taken out again */
        return card->question != NO_INDEX ? CARD_WAITS : CARD_OPEN;
    }
}

static Card lay(const BankQuestion *row, const Asked *asked, const DeckNotes *notes)
{
    Card card = {
        .row = row, .note = deck_notes_find(notes, row->id), .question = NO_INDEX};
    bool answered = false;

    if (asked) {
        card.question = find_question(asked, row, &answered);
        answered = answered || answered_by_box(asked->doc, row->id);
        card.must = !answered && must_be_answered(asked->doc, row);
    }
    card.state = state_of(&card, answered);
    return card;
}

static bool is_of_kind(const Document *doc, const BankQuestion *row)
{
    Str tags = metadata_get(&doc->meta, "tags");

    return starter_applies(row, tags.len > 0 || !doc->tmpl ? tags : doc->tmpl->tags);
}

void deck_lay(const QuestionBank *bank, const Document *doc, Str notes, Arena *arena,
              Deck *out)
{
    Card *cards = arena_array(arena, bank->count + 1, sizeof *cards);
    Asked asked;

    *out = (Deck){.doc = doc, .cards = cards};
    deck_notes_parse(notes, arena, &out->notes);
    if (doc)
        read_asked(doc, arena, &asked);
    for (size_t i = 0; i < bank->count; i++)
        if (!doc || is_of_kind(doc, &bank->rows[i]))
            cards[out->count++] = lay(&bank->rows[i], doc ? &asked : NULL, &out->notes);
}

/* -- choosing -----------------------------------------------------------------------
 */

static bool takes_word(Str list, Str wanted)
{
    Str field;

    if (wanted.len == 0)
        return true;
    while (str_next_field(&list, ',', &field))
        if (str_eq_nocase(str_trim(field), wanted))
            return true;
    return false;
}

bool deck_takes(const DeckFilter *f, const BankQuestion *row)
{
    return takes_word(row->asked_by, f->role) && takes_word(row->tags, f->tag) &&
           takes_word(row->category, f->topic) &&
           takes_word(row->audience, f->audience);
}

const Card *deck_card(const Deck *deck, Str id)
{
    for (size_t i = 0; i < deck->count; i++)
        if (str_eq(deck->cards[i].row->id, id))
            return &deck->cards[i];
    return NULL;
}

bool card_is_open(const Card *card)
{
    return card->state == CARD_OPEN || card->state == CARD_WAITS;
}

/* When a card is drawn: its tier, then a number by chance. */
typedef struct Turn {
    size_t card;
    int tier;
    uint32_t chance;
} Turn;

static int compare_turns(const void *a, const void *b)
{
    const Turn *x = a, *y = b;

    if (x->tier != y->tier)
        return x->tier < y->tier ? -1 : 1;
    if (x->chance != y->chance)
        return x->chance < y->chance ? -1 : 1;
    return x->card < y->card ? -1 : x->card > y->card;
}

static int tier_of(const Card *card)
{
    if (card->must)
        return 0;
    if (tag_in(card->row->tags, STR("must")))
        return 1;
    return tag_in(card->row->tags, STR("core")) ? 2 : 3;
}

const size_t *deck_order(const Deck *deck, const DeckFilter *filter, Str name,
                         Arena *arena, size_t *count)
{
    Turn *turns = arena_array(arena, deck->count + 1, sizeof *turns);
    size_t *order = arena_array(arena, deck->count + 1, sizeof *order);
    uint32_t seed = hash_crc32(0, name);

    *count = 0;
    for (size_t i = 0; i < deck->count; i++)
        if (deck_takes(filter, deck->cards[i].row))
            turns[(*count)++] =
                (Turn){i, tier_of(&deck->cards[i]),
                       hash_crc32(seed, deck->cards[i].row->id) * 2654435761U};
    if (*count > 0)
        qsort(turns, *count, sizeof *turns, compare_turns);
    for (size_t i = 0; i < *count; i++)
        order[i] = turns[i].card;
    return order;
}

const Card *deck_step(const Deck *deck, const size_t *order, size_t count, Str id,
                      int direction)
{
    size_t at = NO_INDEX;

    for (size_t i = 0; id.len > 0 && i < count && at == NO_INDEX; i++)
        if (str_eq(deck->cards[order[i]].row->id, id))
            at = i;
    if (at == NO_INDEX)
        at = direction > 0 ? count - 1 : 0;
    for (size_t n = 0; n < count; n++) {
        at = direction > 0 ? (at + 1) % count : (at + count - 1) % count;
        if (card_is_open(&deck->cards[order[at]]))
            return &deck->cards[order[at]];
    }
    return NULL;
}

DeckCounts deck_counts(const Deck *deck, const DeckFilter *filter)
{
    DeckCounts c = {0};

    for (size_t i = 0; i < deck->count; i++) {
        const Card *card = &deck->cards[i];
        if (!deck_takes(filter, card->row))
            continue;
        c.cards++;
        c.state[card->state]++;
        c.must += card->must;
    }
    return c;
}

/* -- who asks what -------------------------------------------------------------------
 */

static const char *const roles[] = {
    "customer", "press", "partner",  "CEO",      "CFO",        "sales",   "counsel",
    "security", "data",  "designer", "engineer", "operations", "support", "people"};

enum { ROLES = sizeof roles / sizeof *roles };

size_t deck_role_count(void)
{
    return ROLES;
}

Str deck_role(size_t index)
{
    return str_from(roles[index]);
}

size_t deck_role_find(Str name)
{
    for (size_t i = 0; i < ROLES; i++)
        if (str_eq_nocase(name, str_from(roles[i])))
            return i;
    return NO_INDEX;
}

static size_t topic_find(const Str *topics, size_t count, Str name)
{
    for (size_t i = 0; i < count; i++)
        if (str_eq(topics[i], name))
            return i;
    return NO_INDEX;
}

const Str *deck_topics(const Deck *deck, Arena *arena, size_t *count)
{
    Str *topics = arena_array(arena, deck->count + 1, sizeof *topics);

    *count = 0;
    for (size_t i = 0; i < deck->count; i++) {
        const BankQuestion *row = deck->cards[i].row;
        if (is_faq_question(row) &&
            topic_find(topics, *count, row->category) == NO_INDEX)
            topics[(*count)++] = row->category;
    }
    return topics;
}

static void count_cell(const Card *card, MatrixCell *cell)
{
    bool done = card->state == CARD_COVERED || card->state == CARD_ANSWERED;

    cell->cards++;
    cell->done += done;
    cell->must += card->must;
}

const MatrixCell *deck_matrix(const Deck *deck, const Str *topics, size_t topic_count,
                              Arena *arena)
{
    MatrixCell *cells = arena_array(arena, ROLES * topic_count + 1, sizeof *cells);

    for (size_t i = 0; i < deck->count; i++) {
        const Card *card = &deck->cards[i];
        size_t topic = topic_find(topics, topic_count, card->row->category);
        Str rest = card->row->asked_by, who;
        while (topic != NO_INDEX && is_faq_question(card->row) &&
               str_next_field(&rest, ',', &who)) {
            size_t role = deck_role_find(str_trim(who));
            if (role != NO_INDEX)
                count_cell(card, &cells[role * topic_count + topic]);
        }
    }
    return cells;
}

/* -- into the document ----------------------------------------------------------------
 */

static const Part *first_of_region(const Document *doc, Region region)
{
    for (size_t i = 0; i < doc->part_count; i++)
        if (doc->parts[i].region == region)
            return &doc->parts[i];
    return NULL;
}

const Part *deck_home(const Document *doc, const BankQuestion *row)
{
    bool external = str_eq(row->audience, STR("external"));
    const Part *own =
        first_of_region(doc, external ? REGION_FAQ_EXTERNAL : REGION_FAQ_INTERNAL);
    const Part *undivided = first_of_region(doc, REGION_FAQ);
    const Part *other =
        first_of_region(doc, external ? REGION_FAQ_INTERNAL : REGION_FAQ_EXTERNAL);

    return own ? own : undivided ? undivided : other;
}

static const char *newline_of(const Document *doc)
{
    size_t at = str_find_byte(doc->bytes, '\n', 0);

    return at != STR_NONE && at > 0 && doc->bytes.ptr[at - 1] == '\r' ? "\r\n" : "\n";
}

static void add_lines(StrBuf *out, Str text, const char *newline)
{
    Str line;

    for (bool first = true; str_next_line(&text, &line); first = false)
        strbuf_addf(out, "%s%.*s", first ? "" : newline, STR_ARG(line));
}

/* Are its questions marked with the Korean word? */
static bool marks_are_korean(const Document *doc)
{
    return doc->question_count > 0 &&
           str_find(str_range(doc->bytes, doc->questions[0].question), STR("질문"),
                    0) != STR_NONE;
}

static void add_pair(const Document *doc, const BankQuestion *row, Str answer,
                     const char *newline, StrBuf *out)
{
    bool korean = marks_are_korean(doc);

    strbuf_addf(out, "<!-- prfaq-q: %.*s -->%s", STR_ARG(row->id), newline);
    strbuf_addf(out, "**%s%.*s**%s%s", korean ? "질문. " : "Q. ",
                STR_ARG(row->text[doc->lang == LANG_KO ? LANG_KO : LANG_EN]), newline,
                newline);
    strbuf_addz(out, korean ? "답." : "A.");
    if (answer.len > 0)
        strbuf_addc(out, ' ');
    add_lines(out, answer, newline);
    strbuf_addz(out, newline);
}

/* It stands there and waits: its answer is filled in. */
static bool fill_answer(const Document *doc, const Question *q, Str answer, StrBuf *out,
                        Range *place)
{
    Str marks = str_trim(str_range(doc->bytes, q->answer)); /* "…" */
    size_t start = marks.len > 0 ? (size_t)(marks.ptr - doc->bytes.ptr) : 0;
    const char *newline = newline_of(doc);

    if (q->answered || answer.len == 0)
        return false;
    if (marks.len == 0) {
        /* Behind "A." stands nothing, perhaps not even a space. */
        Str before = str_slice(doc->bytes, q->question.end, q->answer.start);
        Str label = str_trim_end(before);
        start = q->question.end + label.len;
        strbuf_addf(out, "%s%s", label.len > 0 ? " " : newline,
                    label.len > 0 ? "" : newline);
    }
    *place = (Range){start, start + marks.len};
    add_lines(out, answer, newline);
    return true;
}

bool deck_put(const Document *doc, const Card *card, Str answer, StrBuf *out,
              Range *place)
{
    const Part *home = deck_home(doc, card->row);
    const char *newline = newline_of(doc);

    answer = str_trim(answer);
    if (card->question != NO_INDEX)
        return fill_answer(doc, &doc->questions[card->question], answer, out, place);
    if (!home)
        return false;
    Str body = str_trim_end(str_range(doc->bytes, home->range));
    size_t end = home->range.start + body.len;
    *place = (Range){end, home->range.end};
    strbuf_addf(out, "%s%s", newline, newline);
    add_pair(doc, card->row, answer, newline, out);
    if (home->range.end < doc->bytes.len)
        strbuf_addz(out, newline);
    return true;
}

/* Which part of the release a topic is about; more than one where a document may lack
 * the first. */
typedef struct TopicPart {
    const char *topic;
    PartKind kinds[3];
} TopicPart;

/* clang-format off */
static const TopicPart topic_parts[] = {
    {"customer",       {PART_SUBHEADING, PART_SUMMARY, PART_PROBLEM}},
    {"problem",        {PART_PROBLEM, PART_SUMMARY}},
    {"evidence",       {PART_PROBLEM, PART_SUMMARY}},
    {"benefit",        {PART_HEADLINE, PART_SUMMARY, PART_SOLUTION}},
    {"experience",     {PART_EXPERIENCE, PART_SOLUTION}},
    {"economics",      {PART_GETTING_STARTED, PART_SUMMARY}},
    {"launch",         {PART_GETTING_STARTED, PART_SUMMARY}},
    {"unchanging",     {PART_UNCHANGING, PART_SUMMARY}},
    {"leader-quote",   {PART_LEADER_QUOTE, PART_SUMMARY}},
    {"customer-quote", {PART_CUSTOMER_QUOTE, PART_SUMMARY}},
    {"headline",       {PART_HEADLINE, PART_SUMMARY}},
    {"summary",        {PART_SUMMARY}},
};
/* clang-format on */

static const Part *part_of_kind(const Document *doc, PartKind kind)
{
    for (size_t i = 0; kind != PART_OTHER && i < doc->part_count; i++)
        if (doc->parts[i].kind == kind)
            return &doc->parts[i];
    return NULL;
}

const Part *deck_section(const Document *doc, const BankQuestion *row)
{
    static const PartKind otherwise[] = {PART_SOLUTION, PART_SUMMARY, PART_HEADLINE};
    const Part *found = NULL;

    for (size_t i = 0; i < sizeof topic_parts / sizeof *topic_parts; i++)
        for (size_t k = 0; k < 3 && !found; k++)
            if (str_eq(row->category, str_from(topic_parts[i].topic)))
                found = part_of_kind(doc, topic_parts[i].kinds[k]);
    for (size_t i = 0; i < 3 && !found; i++)
        found = part_of_kind(doc, otherwise[i]);
    return found ? found : first_of_region(doc, REGION_PR);
}
