/* The deck of questions: draw a card, do something with it, see who asks what. */
#include "app/cli_commands.h"
#include "app/cli_document.h"
#include "app/cli_json.h"
#include "app/deck_file.h"
#include "base/message.h"
#include "base/unicode.h"
#include "ui/deck_view.h"
#include "ui/page.h"

typedef struct DeckRun {
    OpenDocument doc;
    bool has_doc;
    Deck deck;
    DeckFilter filter;
    const size_t *order;
    size_t count;
    size_t limit;
    const DeckNote *done; /* what this command did, or NULL */
} DeckRun;

/* -- JSON ----------------------------------------------------------------------------
 */

static json_t *words_json(Str list)
{
    json_t *array = json_array();
    Str field;

    while (str_next_field(&list, ',', &field))
        if (str_trim(field).len > 0)
            json_array_append_new(array, json_text(str_trim(field)));
    return array;
}

static json_t *note_json(const DeckNote *note)
{
    json_t *o = json_object();

    json_object_set_new(o, "card", json_text(note->id));
    json_object_set_new(o, "deed", json_string(deed_name(note->deed)));
    json_object_set_new(
        o, "time", note->time.seconds != 0 ? json_moment(note->time) : json_null());
    json_object_set_new(o, "who", json_text(note->who));
    json_object_set_new(o, "words", json_text(note->words));
    json_object_set_new(o, "changed",
                        note->changed == CHANGED_NOT_SAID
                            ? json_null()
                            : json_boolean(note->changed == CHANGED_YES));
    return o;
}

static json_t *card_json(const Card *card)
{
    static const char *const states[CARD_STATES] = {"open",     "waiting", "covered",
                                                    "answered", "asked",   "skipped"};
    const BankQuestion *row = card->row;
    json_t *o = json_object(), *text = json_object(), *why = json_object();

    for (Lang lang = LANG_EN; lang <= LANG_KO; lang++) {
        json_object_set_new(text, lang_code(lang), json_text(row->text[lang]));
        json_object_set_new(why, lang_code(lang), json_text(row->why[lang]));
    }
    json_object_set_new(o, "id", json_text(row->id));
    json_object_set_new(o, "topic", json_text(row->category));
    json_object_set_new(o, "audience", json_text(row->audience));
    json_object_set_new(o, "asked_by", words_json(row->asked_by));
    json_object_set_new(o, "tags", words_json(row->tags));
    json_object_set_new(o, "answer", json_text(row->answer));
    json_object_set_new(o, "text", text);
    json_object_set_new(o, "why", why);
    json_object_set_new(o, "state", json_string(states[card->state]));
    json_object_set_new(o, "must", json_boolean(card->must));
    json_object_set_new(o, "note", card->note ? note_json(card->note) : json_null());
    return o;
}

static json_t *matrix_json(const Deck *deck, Arena *arena)
{
    size_t count = 0;
    const Str *topics = deck_topics(deck, arena, &count);
    const MatrixCell *cells = deck_matrix(deck, topics, count, arena);
    json_t *rows = json_array();

    for (size_t i = 0; i < deck_role_count() * count; i++) {
        json_t *cell = json_object();
        if (cells[i].cards == 0) {
            json_decref(cell);
            continue;
        }
        json_object_set_new(cell, "role", json_text(deck_role(i / count)));
        json_object_set_new(cell, "topic", json_text(topics[i % count]));
        json_object_set_new(cell, "cards", json_integer(cells[i].cards));
        json_object_set_new(cell, "done", json_integer(cells[i].done));
        json_object_set_new(cell, "must", json_integer(cells[i].must));
        json_array_append_new(rows, cell);
    }
    return rows;
}

static json_t *counts_json(const DeckCounts *c)
{
    json_t *o = json_object();

    json_object_set_new(o, "cards", json_integer(c->cards));
    json_object_set_new(o, "open",
                        json_integer(c->state[CARD_OPEN] + c->state[CARD_WAITS]));
    json_object_set_new(o, "covered", json_integer(c->state[CARD_COVERED]));
    json_object_set_new(o, "answered", json_integer(c->state[CARD_ANSWERED]));
    json_object_set_new(o, "asked", json_integer(c->state[CARD_ASKED]));
    json_object_set_new(o, "skipped", json_integer(c->state[CARD_SKIPPED]));
    json_object_set_new(o, "must", json_integer(c->must));
    return o;
}

/* The open cards of an order, the next ones first. */
static const Card *drawn(const DeckRun *r, size_t *at)
{
    while (*at < r->count) {
        const Card *card = &r->deck.cards[r->order[(*at)++]];
        if (card_is_open(card))
            return card;
    }
    return NULL;
}

static void print_json(Cli *cli, const DeckRun *r)
{
    json_t *document = json_document("deck"), *cards = json_array(),
           *ids = json_array();
    DeckCounts counts = deck_counts(&r->deck, &r->filter);
    const Card *card;

    for (size_t i = 0; i < r->deck.count; i++)
        if (deck_takes(&r->filter, r->deck.cards[i].row))
            json_array_append_new(cards, card_json(&r->deck.cards[i]));
    for (size_t at = 0, n = 0; n < r->limit && (card = drawn(r, &at)); n++)
        json_array_append_new(ids, json_text(card->row->id));
    json_object_set_new(document, "document",
                        r->has_doc ? json_text(r->doc.ref.name) : json_null());
    json_object_set_new(document, "counts", counts_json(&counts));
    json_object_set_new(document, "drawn", ids);
    json_object_set_new(document, "done", r->done ? note_json(r->done) : json_null());
    json_object_set_new(document, "cards", cards);
    json_object_set_new(document, "matrix", matrix_json(&r->deck, &cli->arena));
    json_print(document, &cli->out);
}

/* -- text ----------------------------------------------------------------------------
 */

static void add_card(Cli *cli, const Card *card)
{
    enum { INDENT = 4 };
    const BankQuestion *row = card->row;
    StrBuf line = {0};

    strbuf_addf(&line, "%.*s: %.*s", STR_ARG(row->id),
                STR_ARG(row->text[message_lang()]));
    output_wrapped(&cli->out, 0, output_width(), strbuf_view(&line));
    strbuf_clear(&line);
    message_addf(&line, _("About: %s. A good answer: %s. Now: %s."),
                 deck_topic_words(row->category), card_answer_words(row),
                 card_state_words(card->state));
    if (card->must)
        strbuf_addf(&line, " ! %s", _("The FAQ must answer it."));
    output_wrapped(&cli->out, INDENT, output_width(), strbuf_view(&line));
    strbuf_clear(&line);
    message_addf(&line, _("Why: %.*s"), STR_ARG(row->why[message_lang()]));
    output_wrapped(&cli->out, INDENT, output_width(), strbuf_view(&line));
    if (card->note && card->note->words.len > 0 && card->note->deed != DEED_ASKED) {
        strbuf_clear(&line);
        strbuf_addf(&line, "%.*s: ", STR_ARG(card->note->who));
        unicode_visible(card->note->words, VISIBLE_ONE_LINE, &line);
        output_wrapped(&cli->out, INDENT, output_width(), strbuf_view(&line));
    }
    strbuf_deinit(&line);
}

static void add_matrix(Cli *cli, const DeckRun *r)
{
    Arena arena = {0};
    PageBuilder b = {.arena = &arena, .width = output_width() - 1, .block = NO_INDEX};

    page_add_matrix(&r->deck, &b);
    for (size_t i = 0; i < b.count; i++) {
        for (size_t k = 0; k < b.lines[i].run_count; k++)
            strbuf_add(&cli->out, b.lines[i].runs[k].text);
        while (cli->out.len > 0 && cli->out.ptr[cli->out.len - 1] == ' ')
            strbuf_truncate(&cli->out, cli->out.len - 1);
        strbuf_addc(&cli->out, '\n');
    }
    output_note(cli, "%s", deck_marks_words());
    strbuf_deinit(&b.text);
    arena_deinit(&arena);
}

static void add_all(Cli *cli, const DeckRun *r)
{
    for (size_t i = 0; i < r->deck.count; i++)
        if (deck_takes(&r->filter, r->deck.cards[i].row))
            add_card(cli, &r->deck.cards[i]);
}

static void tell_rest(Cli *cli, const DeckRun *r, const Card *first)
{
    DeckCounts counts = deck_counts(&r->deck, &r->filter);
    StrBuf line = {0};

    if (counts.cards == 0) {
        output_note(cli, _("No question of the bank is like that."));
        return;
    }
    if (!r->has_doc)
        return;
    strbuf_addc(&cli->out, '\n');
    deck_counts_say(&counts, &line);
    output_note(cli, "%s", strbuf_cstr(&line));
    if (r->deck.notes.damaged > 0)
        output_note(cli, _("Line %zu of %s/%.*s.tsv cannot be read; it was left out."),
                    r->deck.notes.damaged_line, DECK_PATH, STR_ARG(r->doc.ref.name));
    if (first)
        output_note(
            cli,
            _("With it: prfaq deck %.*s --card %.*s --answer TEXT, --ask, --put "
              "or --skip REASON"),
            STR_ARG(r->doc.ref.name), STR_ARG(first->row->id));
    strbuf_deinit(&line);
}

static void print_text(Cli *cli, const DeckRun *r)
{
    const Card *first = NULL, *card;

    if (cli_has(cli, OPTION_MATRIX)) {
        add_matrix(cli, r);
        return;
    }
    if (cli_has(cli, OPTION_ALL) || !r->has_doc)
        add_all(cli, r);
    for (size_t at = 0, n = 0; cli->out.len == 0 || (n > 0 && n < r->limit); n++) {
        if (!(card = drawn(r, &at)))
            break;
        first = first ? first : card;
        add_card(cli, card);
    }
    tell_rest(cli, r, first);
}

/* -- what is done ---------------------------------------------------------------------
 */

/* The words of the file are those of the document that was read. */
static bool put(Cli *cli, DeckRun *r, const Card *card, Str answer, Error *err)
{
    StrBuf words = {0}, bytes = {0};
    Range place;

    if (card->state == CARD_COVERED) {
        error_set(err, ERR_STATE, _("the document answers \"%.*s\" already"),
                  STR_ARG(card->row->id));
        return error_hint(err, _("See where: prfaq preview %.*s"),
                          STR_ARG(r->doc.ref.name));
    }
    if (!deck_put(&r->doc.doc, card, answer, &words, &place)) {
        strbuf_deinit(&words);
        error_set(err, ERR_STATE,
                  card->question == NO_INDEX
                      ? _("\"%.*s\" has no FAQ to put it into")
                      : _("\"%.*s\" has this question already, without an answer"),
                  STR_ARG(r->doc.ref.name));
        return error_hint(err,
                          card->question == NO_INDEX
                              ? _("Add a FAQ section first: prfaq write %.*s")
                              : _("Give the answer with: --answer TEXT (%.*s)"),
                          STR_ARG(r->doc.ref.name));
    }
    strbuf_add(&bytes, r->doc.bytes);
    strbuf_splice(&bytes, place, strbuf_view(&words));
    bool ok = cli_has(cli, OPTION_DRY_RUN) ||
              service_rewrite(&r->doc.ref, r->doc.bytes,
                              arena_str(&cli->arena, strbuf_view(&bytes)), err);
    strbuf_deinit(&words);
    strbuf_deinit(&bytes);
    return ok;
}

static bool deed_of(const Cli *cli, DeckDeed *out, Error *err)
{
    int deeds = cli_has(cli, OPTION_ASK) + cli_has(cli, OPTION_SKIP) +
                (cli_has(cli, OPTION_PUT) || cli_has(cli, OPTION_ANSWER));

    *out = cli_has(cli, OPTION_ASK)    ? DEED_ASKED
           : cli_has(cli, OPTION_SKIP) ? DEED_SKIPPED
           : cli_has(cli, OPTION_PUT)  ? DEED_PUT
                                       : DEED_ANSWERED;
    if (deeds == 1)
        return true;
    error_set(err, ERR_USAGE,
              deeds == 0 ? _("what shall be done with the card?")
                         : _("only one thing can be done with a card at once"));
    return error_hint(err, _("Say one of: --answer TEXT, --put, --ask, --skip REASON"));
}

static bool act(Cli *cli, DeckRun *r, Error *err)
{
    DeckNote *done = ARENA_NEW(&cli->arena, DeckNote);
    const Card *card = deck_card(&r->deck, cli_value(cli, OPTION_CARD));
    DeckRequest request = {.doc = &r->doc, .id = cli_value(cli, OPTION_CARD)};
    Str answer = cli_value(cli, OPTION_ANSWER);

    if (!deed_of(cli, &request.deed, err) || !cli_need_writer(cli, err))
        return false;
    request.words = request.deed == DEED_SKIPPED ? cli_value(cli, OPTION_SKIP) : answer;
    deck_changed_parse(cli_value(cli, OPTION_CHANGED), &request.changed);
    if (request.deed == DEED_PUT && card && !put(cli, r, card, answer, err))
        return false;
    if (cli_has(cli, OPTION_DRY_RUN)) {
        output_note(cli, _("Would note for %.*s: %s %s."), STR_ARG(r->doc.ref.name),
                    deed_name(request.deed), request.id.ptr);
        return true;
    }
    if (!deck_do(&cli->session, &request, &cli->arena, done, err))
        return false;
    r->done = done;
    return true;
}

static void tell_done(Cli *cli, const DeckRun *r)
{
    const BankQuestion *row =
        questions_find(&session_library(&cli->session)->bank, r->done->id);
    const Part *part = deck_section(&r->doc.doc, row);
    Str name = r->doc.ref.name;

    switch (r->done->deed) {
    case DEED_ASKED:
        output_note(cli, _("Asked about %.*s. All that is open: prfaq questions %.*s"),
                    STR_ARG(name), STR_ARG(name));
        return;
    case DEED_SKIPPED:
        output_note(cli, _("Skipped; the reason is kept."));
        return;
    case DEED_PUT:
        output_note(cli, _("It stands in the FAQ of %.*s, not yet a revision."),
                    STR_ARG(name));
        break;
    default:
        output_note(cli, _("The answer is kept with the deck."));
        break;
    }
    if (r->done->words.len > 0 && r->done->changed != CHANGED_NO && part)
        output_note(cli,
                    r->done->changed == CHANGED_YES
                        ? _("On to that section: prfaq write %.*s (%.*s)")
                        : _("Did this answer change the press release? Then: prfaq "
                            "write %.*s (%.*s)"),
                    STR_ARG(name), STR_ARG(part->title));
}

/* -- the command
 * ------------------------------------------------------------------------
 */

/* The named document, else the only one there is. */
static bool find_document(Cli *cli, DeckRun *r, Error *err)
{
    const DocumentRef *refs = NULL;
    size_t count = 0;

    r->has_doc = cli->arg_count > 0;
    if (r->has_doc)
        return cli_open(cli, cli_arg(cli, 0), &r->doc, err);
    if (cli->session.workspace.root.len == 0 ||
        !service_documents(&cli->session, false, &cli->arena, &refs, &count, NULL) ||
        count != 1)
        return true;
    r->has_doc = true;
    return cli_open(cli, refs[0].path, &r->doc, err);
}

static bool read_filter(const Cli *cli, DeckRun *r, Error *err)
{
    int limit = 1;

    r->filter = (DeckFilter){.role = cli_value(cli, OPTION_ROLE),
                             .tag = cli_value(cli, OPTION_TAG),
                             .topic = cli_value(cli, OPTION_TOPIC),
                             .audience = cli_value(cli, OPTION_AUDIENCE)};
    if (r->filter.role.len > 0 && deck_role_find(r->filter.role) == NO_INDEX) {
        StrBuf names = {0};
        for (size_t i = 0; i < deck_role_count(); i++)
            strbuf_addf(&names, "%s%.*s", i > 0 ? ", " : "", STR_ARG(deck_role(i)));
        error_set(err, ERR_USAGE, _("nobody in the deck is called \"%.*s\""),
                  STR_ARG(r->filter.role));
        error_hint(err, _("Choose one of: %s"), strbuf_cstr(&names));
        strbuf_deinit(&names);
        return false;
    }
    if (cli_has(cli, OPTION_LIMIT) &&
        (!str_to_int(cli_value(cli, OPTION_LIMIT), &limit) || limit < 1))
        return error_set(err, ERR_USAGE, _("--limit wants a number above 0"));
    r->limit = (size_t)limit;
    return true;
}

static bool lay(Cli *cli, DeckRun *r, Error *err)
{
    StrBuf notes = {0};
    bool ok = !r->has_doc || deck_file_read(&cli->session, &r->doc.ref, &notes, err);

    if (ok) {
        deck_lay(&session_library(&cli->session)->bank, r->has_doc ? &r->doc.doc : NULL,
                 strbuf_view(&notes), &cli->arena, &r->deck);
        r->order =
            deck_order(&r->deck, &r->filter, r->has_doc ? r->doc.ref.name : (Str){0},
                       &cli->arena, &r->count);
    }
    strbuf_deinit(&notes);
    return ok;
}

/* On a terminal, with nothing but a document and a role, it is the screen. */
static bool wants_screen(const Cli *cli)
{
    static const OptionId others[] = {OPTION_JSON,  OPTION_ALL,      OPTION_MATRIX,
                                      OPTION_CARD,  OPTION_TAG,      OPTION_TOPIC,
                                      OPTION_LIMIT, OPTION_AUDIENCE, OPTION_NO_INPUT};

    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (cli_has(cli, others[i]))
            return false;
    return screens_possible(cli);
}

bool command_deck(Cli *cli, Error *err)
{
    DeckRun r = {0};

    if (!read_filter(cli, &r, err) || !find_document(cli, &r, err))
        return false;
    if (r.has_doc && wants_screen(cli))
        return screens_deck(cli, r.doc.ref.path.ptr, r.filter.role, err);
    if (!lay(cli, &r, err))
        return false;
    if (cli_has(cli, OPTION_CARD)) {
        if (!r.has_doc) {
            error_set(err, ERR_USAGE, _("which document is it about?"));
            return error_hint(err, _("See: prfaq %s --help"), "deck");
        }
        if (!act(cli, &r, err))
            return false;
        if (!cli_has(cli, OPTION_JSON)) {
            if (r.done)
                tell_done(cli, &r);
            return true;
        }
        if (!cli_open(cli, r.doc.ref.path, &r.doc, err) || !lay(cli, &r, err))
            return false;
    }
    if (cli_has(cli, OPTION_JSON))
        print_json(cli, &r);
    else
        print_text(cli, &r);
    return true;
}
