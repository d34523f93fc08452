#include "ui/deck_view.h"

#include "base/message.h"
#include "ui/cmd.h"
#include "ui/derive.h"
#include "ui/receive_kinds.h"

void deck_view_free(Model *m)
{
    DeckView *v = m->deck;

    if (!v)
        return;
    arena_deinit(&v->arena);
    strbuf_deinit(&v->notes);
    strbuf_deinit(&v->role);
    strbuf_deinit(&v->id);
    strbuf_deinit(&v->answer);
    mem_free(v);
    m->deck = NULL;
}

static bool is_deck(View view)
{
    return view == VIEW_DECK || view == VIEW_MATRIX;
}

void deck_open(Model *m, View view, Effect *out)
{
    if (!m->deck) {
        size_t role = deck_role_find(m->deck_role);
        m->deck = mem_alloc(sizeof *m->deck);
        strbuf_set(&m->deck->role, role == NO_INDEX ? (Str){0} : deck_role(role));
        m->deck_role = (Str){0};
    }
    m->look_then = view;
    *out = (Effect){.type = EFFECT_DECK, .path = strbuf_view(&m->ed.path)};
}

/* -- the cards -----------------------------------------------------------------------
 */

static void lay(Model *m, DeckView *v)
{
    const DeckFilter filter = {.role = strbuf_view(&v->role)};

    arena_reset(&v->arena);
    deck_lay(&m->lib->bank, &m->ed.derived.doc, strbuf_view(&v->notes), &v->arena,
             &v->deck);
    v->order =
        deck_order(&v->deck, &filter, strbuf_view(&m->ed.name), &v->arena, &v->count);
    v->version = text_version(m->ed.text);
    v->valid = true;
    m->page.valid = false;
}

static void step(Model *m, int direction)
{
    DeckView *v = m->deck;
    const Card *card =
        deck_step(&v->deck, v->order, v->count, strbuf_view(&v->id), direction);

    strbuf_set(&v->id, card ? card->row->id : (Str){0});
    m->top[VIEW_DECK] = 0;
    m->page.valid = false;
}

void deck_view_refresh(Model *m)
{
    DeckView *v = m->deck;

    if (!is_deck(m->view))
        return;
    if (!v || !m->ed.open || !m->lib) { /* the document was opened anew meanwhile */
        m->view = m->ed.open ? VIEW_WRITE : VIEW_HOME;
        return;
    }
    if (derive_needed(m))
        derive(m);
    if (!v->valid || v->version != text_version(m->ed.text))
        lay(m, v);
    const Card *card = deck_view_card(m);
    if (v->noting)
        return;
    if (!card || !card_is_open(card) || v->go_on)
        step(m, 1);
    v->go_on = false;
}

const Card *deck_view_card(const Model *m)
{
    const DeckView *v = m->deck;

    return v && v->valid && v->id.len > 0 ? deck_card(&v->deck, strbuf_view(&v->id))
                                          : NULL;
}

uint64_t deck_view_told(const Model *m)
{
    const Card *card = deck_view_card(m);
    uint64_t place = card ? (uint64_t)(card - m->deck->deck.cards) + 1 : 0;

    return m->deck ? (m->deck->notes.len * 64 + m->deck->role.len) * 1024 + place : 0;
}

/* -- commands ------------------------------------------------------------------------
 */

const char *no_card(const Model *m)
{
    return deck_view_card(m) ? NULL : _("no card is left");
}

const char *no_card_put(const Model *m)
{
    const Card *card = deck_view_card(m);

    if (!card)
        return _("no card is left");
    if (m->ed.read_only)
        return _("it is only read here");
    return card->question != NO_INDEX || deck_home(&m->ed.derived.doc, card->row)
               ? NULL
               : _("the document has no FAQ");
}

static void show(Model *m, View view, Effect *out)
{
    if (file_open_first(m, view, out))
        return;
    if (m->depth > 0 && m->back[m->depth - 1] == view) {
        model_back(m);
        m->page.valid = false;
    } else if (m->deck && is_deck(m->view)) {
        m->page.valid = false;
        model_go(m, view);
    } else {
        deck_open(m, view, out);
    }
}

void cmd_deck(Model *m, Effect *out)
{
    show(m, VIEW_DECK, out);
}

void cmd_matrix(Model *m, Effect *out)
{
    m->top[VIEW_MATRIX] = 0;
    show(m, VIEW_MATRIX, out);
}

void cmd_card_next(Model *m, Effect *out)
{
    (void)out;
    step(m, 1);
}

void cmd_card_previous(Model *m, Effect *out)
{
    (void)out;
    step(m, -1);
}

void cmd_card_answer(Model *m, Effect *out)
{
    (void)out;
    prompt_open(m, PROMPT_CARD_ANSWER);
}

void cmd_card_skip(Model *m, Effect *out)
{
    (void)out;
    prompt_open(m, PROMPT_CARD_SKIP);
}

void cmd_card_role(Model *m, Effect *out)
{
    size_t role = deck_role_find(strbuf_view(&m->deck->role));

    (void)out;
    prompt_open(m, PROMPT_CARD_ROLE);
    m->prompt.selected = role == NO_INDEX ? 0 : role + 1;
}

void deck_choose_role(Model *m, size_t index)
{
    DeckView *v = m->deck;

    prompt_close(m);
    strbuf_set(&v->role, index == 0 ? (Str){0} : deck_role(index - 1));
    strbuf_clear(&v->id);
    v->valid = false;
}

/* -- what is done with a card ---------------------------------------------------------
 */

static void note(Model *m, DeckDeed deed, Str words, Effect *out)
{
    m->deck->noting = true;
    *out = (Effect){.type = EFFECT_DECK_NOTE,
                    .path = strbuf_view(&m->ed.path),
                    .bytes = text_view(m->ed.text),
                    .name = strbuf_view(&m->deck->id),
                    .number = (uint64_t)deed,
                    .from = (int)m->deck->moved,
                    .note = words};
}

void cmd_card_ask(Model *m, Effect *out)
{
    const Card *card = deck_view_card(m);

    m->deck->moved = CHANGED_NOT_SAID;
    note(m, DEED_ASKED, card->row->text[message_lang()], out);
}

void cmd_card_put(Model *m, Effect *out)
{
    const Card *card = deck_view_card(m);
    StrBuf words = {0};
    Range place;

    if (deck_put(&m->ed.derived.doc, card, (Str){0}, &words, &place)) {
        text_group_begin(m->ed.text);
        editor_replace(&m->ed, place, strbuf_view(&words));
        text_group_end(m->ed.text);
        m->deck->moved = CHANGED_NOT_SAID;
        note(m, DEED_PUT, (Str){0}, out);
    } else {
        model_say(m, _("It stands in the FAQ already, without an answer. Enter answers "
                       "it there."));
    }
    strbuf_deinit(&words);
}

static void skip(Model *m, Effect *out)
{
    Str reason = str_trim(field_view(&m->typed[PROMPT_CARD_SKIP]));

    if (reason.len == 0) {
        model_say(m, _("Type the reason: whoever asks later reads it."));
        return;
    }
    prompt_close(m);
    m->deck->moved = CHANGED_NOT_SAID;
    note(m, DEED_SKIPPED, reason, out);
}

void deck_field_key(Model *m, const Key *key, Effect *out)
{
    PromptType type = m->prompt.type;
    Str typed = str_trim(field_view(&m->typed[type]));

    if (key->code != KEYCODE_ENTER) {
        field_key(&m->typed[type], key);
    } else if (type == PROMPT_CARD_SKIP) {
        skip(m, out);
    } else if (typed.len == 0) {
        model_say(m, _("Type the answer. Esc goes back to the card."));
    } else {
        strbuf_set(&m->deck->answer, typed);
        prompt_close(m);
        prompt_open(m, PROMPT_CARD_CHANGED);
    }
}

/* The answer of a question that waits in the FAQ stands there, too. */
static bool fill(Model *m)
{
    const Card *card = deck_view_card(m);
    StrBuf words = {0};
    Range place;

    bool filled = card->question != NO_INDEX && !m->ed.read_only &&
                  deck_put(&m->ed.derived.doc, card, strbuf_view(&m->deck->answer),
                           &words, &place);
    if (filled) {
        text_group_begin(m->ed.text);
        editor_replace(&m->ed, place, strbuf_view(&words));
        text_group_end(m->ed.text);
    }
    strbuf_deinit(&words);
    return filled;
}

void deck_changed(Model *m, DeckChanged changed, Effect *out)
{
    DeckView *v = m->deck;

    prompt_close(m);
    if (!deck_view_card(m))
        return;
    v->moved = changed;
    bool put = fill(m);
    note(m, put ? DEED_PUT : DEED_ANSWERED, strbuf_view(&v->answer), out);
}

/* -- messages
 * -------------------------------------------------------------------------- */

/* To the section that an answer changes. */
static void go_to_section(Model *m, Str id)
{
    const BankQuestion *row = questions_find(&m->lib->bank, id);
    Effect none = {0};

    if (derive_needed(m))
        derive(m);
    const Part *part = row ? deck_section(&m->ed.derived.doc, row) : NULL;
    size_t index = part ? (size_t)(part - m->ed.derived.doc.parts) : NO_INDEX;
    cmd_write(m, &none);
    for (size_t i = 0; i < m->ed.derived.stop_count; i++)
        if (m->ed.derived.stops[i].part == index) {
            editor_go_stop(m, i);
            return;
        }
}

static void take_notes(Model *m, const Msg *msg)
{
    DeckView *v = m->deck;
    StrBuf id = {0};
    bool done = msg->effect == EFFECT_DECK_NOTE;

    strbuf_set(&v->notes, msg->bytes);
    v->valid = false;
    if (!done) {
        if (is_deck(m->look_then) && m->view != m->look_then)
            model_go(m, m->look_then);
        m->look_then = VIEW_HOME;
        return;
    }
    field_set(&m->typed[PROMPT_CARD_ANSWER], (Str){0});
    field_set(&m->typed[PROMPT_CARD_SKIP], (Str){0});
    strbuf_clear(&v->answer);
    v->noting = false;
    v->go_on = true;
    strbuf_add(&id, strbuf_view(&v->id));
    if (v->moved == CHANGED_YES)
        go_to_section(m, strbuf_view(&id));
    v->moved = CHANGED_NOT_SAID;
    strbuf_deinit(&id);
}

bool receive_deck(Model *m, const Msg *msg, Effect *out)
{
    (void)out;
    if (msg->type == MSG_FAILED && msg->effect == EFFECT_DECK && m->view == VIEW_HOME &&
        m->ed.open)
        model_go(m, VIEW_WRITE);
    if (msg->type == MSG_FAILED && msg->effect == EFFECT_DECK_NOTE && m->deck)
        m->deck->noting = false;
    if (msg->type != MSG_DECK || !m->deck)
        return false;
    take_notes(m, msg);
    if (msg->text.len > 0)
        model_say(m, "%.*s", STR_ARG(msg->text));
    return true;
}
