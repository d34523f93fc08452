/* The pages of the deck of questions: a card with what was done so far, and who asks
 * what. */
#include "base/message.h"
#include "base/unicode.h"
#include "ui/deck_view.h"
#include "ui/page.h"

enum { LISTED_MAX = 40 };

static void line(PageBuilder *b, Style style, Str text, int indent)
{
    page_add(b, style, text);
    page_end(b, indent);
}

static void linez(PageBuilder *b, Style style, const char *text)
{
    line(b, style, str_from(text), 0);
}

static void add_role(const DeckView *v, PageBuilder *b)
{
    StrBuf text = {0};

    if (v->role.len > 0)
        message_addf(&text, _("You are this person for five minutes: %s."),
                     deck_role_words(strbuf_view(&v->role)));
    else
        strbuf_addz(&text, _("Questions of everybody."));
    line(b, STYLE_GUIDE, strbuf_view(&text), 0);
    strbuf_deinit(&text);
}

static void add_asked_by(Str roles, StrBuf *out)
{
    Str who;
    bool first = true;

    while (str_next_field(&roles, ',', &who)) {
        strbuf_addf(out, "%s%s", first ? "" : ", ", deck_role_words(str_trim(who)));
        first = false;
    }
}

static void add_card(const Card *card, PageBuilder *b)
{
    const BankQuestion *row = card->row;
    StrBuf text = {0}, who = {0};

    page_blank(b);
    line(b, STYLE_TITLE, row->text[message_lang()], 0);
    page_blank(b);
    add_asked_by(row->asked_by, &who);
    message_addf(&text, _("Asked by: %s. About: %s."), strbuf_cstr(&who),
                 deck_topic_words(row->category));
    line(b, STYLE_TEXT, strbuf_view(&text), 0);
    if (row->why[message_lang()].len > 0) {
        strbuf_clear(&text);
        message_addf(&text, _("Why: %.*s"), STR_ARG(row->why[message_lang()]));
        line(b, STYLE_TEXT, strbuf_view(&text), 0);
    }
    strbuf_clear(&text);
    message_addf(&text, _("A good answer: %s."), card_answer_words(row));
    line(b, STYLE_TEXT, strbuf_view(&text), 0);
    if (card->state == CARD_WAITS)
        linez(b, STYLE_WARNING, _("! It stands in the FAQ and waits for an answer."));
    else if (card->must)
        linez(b, STYLE_WARNING, _("! The FAQ must answer it."));
    strbuf_deinit(&text);
    strbuf_deinit(&who);
}

/* What was done last stands first. */
static void add_done(const DeckView *v, PageBuilder *b)
{
    const DeckNotes *notes = &v->deck.notes;
    int listed = 0;

    for (size_t i = notes->count; i-- > 0 && listed < LISTED_MAX;) {
        const DeckNote *note = &notes->items[i];
        const Card *card = deck_card(&v->deck, note->id);
        if (!card || card->note != note || card_is_open(card))
            continue;
        if (listed++ == 0) {
            page_blank(b);
            linez(b, STYLE_TITLE, _("Done so far"));
        }
        StrBuf mark = {0};
        strbuf_addf(&mark, "[%s] ", card_state_words(card->state));
        page_add(b, STYLE_BOLD, strbuf_view(&mark));
        page_add(b, STYLE_TEXT, card->row->text[message_lang()]);
        if (note->deed != DEED_ASKED && note->words.len > 0) {
            page_addz(b, STYLE_TEXT, " ");
            page_add(b, STYLE_GUIDE, note->words);
        }
        page_end(b, 2);
        strbuf_deinit(&mark);
    }
}

static void add_damage(const DeckNotes *notes, PageBuilder *b)
{
    StrBuf text = {0};

    if (notes->damaged == 0)
        return;
    message_addf(&text,
                 _("Line %zu of the file of this deck cannot be read; it was "
                   "left out."),
                 notes->damaged_line);
    line(b, STYLE_WARNING, strbuf_view(&text), 0);
    strbuf_deinit(&text);
}

void page_build_deck(const Model *m, PageBuilder *b)
{
    const DeckView *v = m->deck;
    const Card *card = deck_view_card(m);
    StrBuf text = {0};

    if (!v || !v->valid)
        return;
    const DeckFilter filter = {.role = strbuf_view(&v->role)};
    DeckCounts counts = deck_counts(&v->deck, &filter);
    add_role(v, b);
    if (card) {
        add_card(card, b);
    } else {
        page_blank(b);
        linez(b, STYLE_TITLE, _("No card is left."));
    }
    page_blank(b);
    deck_counts_say(&counts, &text);
    line(b, STYLE_GUIDE, strbuf_view(&text), 0);
    if (counts.must > 0) {
        strbuf_clear(&text);
        message_addf(&text,
                     ngettext("%d question that the FAQ must answer has no answer.",
                              "%d questions that the FAQ must answer have no answer.",
                              (unsigned long)counts.must),
                     counts.must);
        line(b, STYLE_WARNING, strbuf_view(&text), 0);
    }
    add_damage(&v->deck.notes, b);
    b->aside = true;
    add_done(v, b);
    strbuf_deinit(&text);
}

/* -- who asks what
 * --------------------------------------------------------------------- */

static const char *mark_of(const MatrixCell *c)
{
    if (c->cards == 0)
        return " ";
    if (c->must > 0)
        return "!";
    return c->done == 0 ? "." : c->done < c->cards ? "/" : "x";
}

static Style style_of(const MatrixCell *c)
{
    return c->must > 0 ? STYLE_WARNING : c->done > 0 ? STYLE_BOLD : STYLE_TEXT;
}

static void add_padded(PageBuilder *b, Style style, Str text, int width)
{
    StrBuf cell = {0};
    Str fit = unicode_fit(text, width - 1);

    strbuf_add(&cell, fit);
    strbuf_add_repeat(&cell, ' ', (size_t)(width - unicode_width(fit)));
    page_add(b, style, strbuf_view(&cell));
    strbuf_deinit(&cell);
}

/* Topics are letters over the columns; what each stands for follows below. */
static void add_letters(PageBuilder *b, size_t count, int label, int wide)
{
    add_padded(b, STYLE_TITLE, (Str){0}, label);
    for (size_t t = 0; t < count; t++) {
        char letter[2] = {(char)('A' + t), '\0'};
        add_padded(b, STYLE_TITLE, str_from(letter), wide);
    }
    page_end(b, 0);
}

static void add_legend(const Str *topics, size_t count, PageBuilder *b)
{
    StrBuf text = {0};

    for (size_t t = 0; t < count; t++)
        strbuf_addf(&text, "%s%c\xc2\xa0%s", t > 0 ? "  " : "", (char)('A' + t),
                    deck_topic_words(topics[t]));
    line(b, STYLE_TEXT, strbuf_view(&text), 0);
    strbuf_deinit(&text);
}

void page_add_matrix(const Deck *deck, PageBuilder *b)
{
    enum { LABEL = 13, TOPICS_MAX = 26 };
    size_t count = 0;
    const Str *topics = deck_topics(deck, b->arena, &count);
    count = count > TOPICS_MAX ? TOPICS_MAX : count;
    const MatrixCell *cells = deck_matrix(deck, topics, count, b->arena);
    int wide = (int)count * 3 + LABEL <= b->width ? 3 : 2;
    add_letters(b, count, LABEL, wide);
    for (size_t r = 0; r < deck_role_count(); r++) {
        add_padded(b, STYLE_TEXT, str_from(deck_role_words(deck_role(r))), LABEL);
        for (size_t t = 0; t < count; t++) {
            const MatrixCell *c = &cells[r * count + t];
            add_padded(b, style_of(c), str_from(mark_of(c)), wide);
        }
        page_end(b, 0);
    }
    add_legend(topics, count, b);
}

void page_build_matrix(const Model *m, PageBuilder *b)
{
    if (m->deck && m->deck->valid)
        page_add_matrix(&m->deck->deck, b);
}
