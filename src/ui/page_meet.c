/* What is seen of a meeting, step by step. Nobody's note stands here before the reveal
 * but that of the one who reads and has said to be here; nobody's vote before all have
 * voted. */
#include "base/message.h"
#include "base/unicode.h"
#include "ui/list.h"
#include "ui/meet_view.h"
#include "ui/page.h"

static Meet *meet_of(const Model *m)
{
    return &m->meet->meet;
}

static bool is_open(const Model *m)
{
    return m->meet && m->meet->open;
}

/* -- rows to choose from
 * ---------------------------------------------------------------
 */

static bool asks_for(const Model *m, const char *key)
{
    Meet *meet = meet_of(m);

    return meet_step(meet) == MEET_DECIDE &&
           str_eq(str_from(meet_next_key(meet)), str_from(key));
}

bool meet_view_is_outcome(const Model *m)
{
    return is_open(m) && (meet_step(meet_of(m)) == MEET_VOTE || asks_for(m, "outcome"));
}

size_t meet_view_rows(const Model *m)
{
    size_t readers = 0;

    if (!is_open(m) || m->meet->importing)
        return 0;
    (void)meet_readers(meet_of(m), &readers);
    if (meet_view_is_outcome(m))
        return OUTCOME_COUNT - OUTCOME_GO;
    switch (meet_step(meet_of(m))) {
    case MEET_SENIOR:
        return readers + 1;
    case MEET_TURN:
        return readers + 2;
    default:
        return asks_for(m, "door") ? 2 : 0;
    }
}

static void add_reader_row(Meet *meet, Str name, bool turn, StrBuf *out)
{
    unicode_visible(name, VISIBLE_ONE_LINE, out);
    if (turn)
        strbuf_addf(out, "  %s",
                    meet_get_of(meet, "read", name).len > 0 ? _("has read") : "");
}

void meet_view_row(const Model *m, size_t index, StrBuf *out)
{
    Meet *meet = meet_of(m);
    size_t count;
    const Str *names = meet_readers(meet, &count);
    bool turn = meet_step(meet) == MEET_TURN;

    if (meet_view_is_outcome(m))
        strbuf_addz(out, outcome_words((Outcome)(OUTCOME_GO + index)));
    else if (asks_for(m, "door"))
        strbuf_addz(out, index == 0 ? _("one-way: it cannot be undone cheaply")
                                    : _("two-way: it can be undone"));
    else if (index < count)
        add_reader_row(meet, names[index], turn, out);
    else if (!turn)
        strbuf_addz(out, _("Nobody"));
    else
        strbuf_addz(out, index == count ? _("Take in notes from a file …")
                                        : _("Open all notes together"));
}

static void add_rows(const Model *m, PageBuilder *b)
{
    size_t count = meet_view_rows(m);

    for (size_t i = 0; i < count; i++) {
        StrBuf row = {0};
        strbuf_addf(&row, "%zu  ", i + 1);
        meet_view_row(m, i, &row);
        b->here = i == m->meet->selected;
        page_add(b, b->here ? STYLE_SELECTED : STYLE_TEXT, strbuf_view(&row));
        page_end(b, 3);
        strbuf_deinit(&row);
    }
    b->here = false;
}

/* -- what is asked
 * ---------------------------------------------------------------------
 */

static void ask_note(const Model *m, StrBuf *out)
{
    const MeetView *v = m->meet;

    if (v->unit < v->meet.units.count)
        message_addf(out, _("Note about %.*s. Up, Down: another. Enter alone: on."),
                     STR_ARG(v->meet.units.units[v->unit].label));
    else
        strbuf_addz(out,
                    _("Note about all of it. Up, Down: another. Enter alone: on."));
}

void meet_view_ask(const Model *m, StrBuf *out)
{
    Meet *meet = meet_of(m);

    if (m->meet->importing) {
        strbuf_addz(out, _("The file of notes, as prfaq meet --export wrote it:"));
        return;
    }
    switch (meet_step(meet)) {
    case MEET_AUTHOR:
        strbuf_addz(out, _("Who wrote it?"));
        break;
    case MEET_SCRIBE:
        strbuf_addz(out, _("Who writes down what is said? Somebody else."));
        break;
    case MEET_READERS:
        strbuf_addz(out, _("Who reads? Names with commas between them."));
        break;
    case MEET_READING:
        ask_note(m, out);
        break;
    case MEET_REMARK:
        message_addf(out, _("%.*s: one general remark. Enter: none."),
                     STR_ARG(meet_next_remark(meet)));
        break;
    case MEET_WALK:
        strbuf_addz(out, _("What is agreed here? Enter alone: the next paragraph."));
        break;
    case MEET_DECIDE:
        strbuf_addz(out, meet_question(meet, meet_next_key(meet)));
        break;
    default:
        break;
    }
}

int meet_view_foot(const Model *m)
{
    enum { ASKED = 2, WITH_LINE = 3 };

    if (!meet_view_types(m))
        return 0;
    StrBuf text = {0};
    meet_view_ask(m, &text);
    bool two = unicode_width(strbuf_view(&text)) > m->cols - 4;
    strbuf_deinit(&text);
    return two ? WITH_LINE : ASKED;
}

static void head_reading(const Model *m, StrBuf *right)
{
    enum { MINUTE = 60 };
    const MeetView *v = m->meet;
    Str reader = meet_get(&v->meet, "reader");
    int64_t left = meet_view_left(v, m->now);

    message_addf(right, _("%.*s alone, page %zu of %zu, "), STR_ARG(reader),
                 meet_page(&v->meet, reader) + 1, v->meet.pages.count);
    if (left > 0)
        message_addf(right, _("%d min left"), (int)((left + MINUTE - 1) / MINUTE));
    else
        strbuf_addz(right, _("time is up"));
}

void meet_view_head(const Model *m, StrBuf *left, StrBuf *right)
{
    Meet *meet = meet_of(m);

    if (!is_open(m))
        return;
    message_addf(left, _("Meeting, revision %d"), m->meet->revision);
    if (meet_step(meet) == MEET_READING)
        head_reading(m, right);
    else if (meet_step(meet) == MEET_WALK)
        message_addf(right, _("Paragraph %zu of %zu"), meet_walk(meet) + 1,
                     meet->units.count);
}

/* -- pages
 * ------------------------------------------------------------------------------
 */

static void line(PageBuilder *b, Style style, const char *text)
{
    page_addz(b, style, text);
    page_end(b, 0);
}

static void add_said(PageBuilder *b, const char *what, Str words)
{
    if (words.len == 0 || str_eq(words, STR("-")))
        return;
    page_addz(b, STYLE_GUIDE, what);
    page_addz(b, STYLE_GUIDE, ": ");
    page_add(b, STYLE_TEXT, words);
    page_end(b, 2);
}

static void add_people(const Meet *meet, PageBuilder *b)
{
    line(b, STYLE_TITLE, _("Who is there"));
    page_blank(b);
    add_said(b, _("Author"), meet_get(meet, "author"));
    add_said(b, _("Note-taker"), meet_get(meet, "scribe"));
    add_said(b, _("Readers"), meet_get(meet, "readers"));
}

static void build_people(const Model *m, PageBuilder *b)
{
    add_people(meet_of(m), b);
    if (meet_step(meet_of(m)) != MEET_SENIOR)
        return;
    page_blank(b);
    line(b, STYLE_TEXT, _("Who of the readers is the most senior, and speaks last?"));
    add_rows(m, b);
}

static void build_turn(const Model *m, PageBuilder *b)
{
    Meet *meet = meet_of(m);
    int minutes = reading_minutes(&meet->units);
    StrBuf text = {0};

    line(b, STYLE_TITLE, _("Silent reading"));
    page_blank(b);
    message_addf(&text,
                 ngettext("Everybody reads in silence: about %d minute. Pages: %zu.",
                          "Everybody reads in silence: about %d minutes. Pages: %zu.",
                          (unsigned long)minutes),
                 minutes, meet->pages.count);
    line(b, STYLE_TEXT, strbuf_cstr(&text));
    strbuf_deinit(&text);
    line(b, STYLE_TEXT,
         _("What each one notes stays hidden until all notes open "
           "together."));
    page_blank(b);
    line(b, STYLE_TEXT, _("Who reads here now?"));
    add_rows(m, b);
}

/* Between two readers: nothing of either. */
static void build_cover(const Model *m, PageBuilder *b)
{
    StrBuf text = {0};

    page_blank(b);
    page_blank(b);
    message_addf(&text, _("Only %.*s looks now."),
                 STR_ARG(meet_get(meet_of(m), "reader")));
    b->here = true;
    line(b, STYLE_TITLE, strbuf_cstr(&text));
    b->here = false;
    page_blank(b);
    line(b, STYLE_TEXT,
         _("Enter: that is me, and nobody else looks. Esc: somebody else "
           "reads."));
    strbuf_deinit(&text);
}

static bool is_on_page(const Meet *meet, const ReadingPage *page, Str place)
{
    for (size_t i = 0; i < page->unit_count; i++)
        if (str_eq(meet->units.units[page->first_unit + i].label, place))
            return true;
    return place.len == 0;
}

/* The newest of the reader's own notes about this page, in the rows that are left. */
static void add_own_notes(const Model *m, const ReadingPage *page, PageBuilder *b)
{
    Meet *meet = meet_of(m);
    size_t count, room = (size_t)list_height(m), shown = 0, first;
    const MeetNote *notes = meet_notes(meet, "note", meet_get(meet, "reader"), &count);

    room = room > b->count + 1 ? room - b->count - 1 : 0;
    for (first = count; first > 0 && shown < room; first--)
        shown += is_on_page(meet, page, notes[first - 1].place);
    if (shown > 0)
        page_blank(b);
    for (size_t i = first; i < count; i++) {
        StrBuf row = {0};
        if (!is_on_page(meet, page, notes[i].place))
            continue;
        if (notes[i].place.len > 0)
            strbuf_addf(&row, "%.*s: ", STR_ARG(notes[i].place));
        unicode_visible(notes[i].text, VISIBLE_ONE_LINE, &row);
        page_addz(b, STYLE_GUIDE, "> ");
        page_add(b, STYLE_TEXT, unicode_fit(strbuf_view(&row), b->width - 2));
        page_end(b, 0);
        strbuf_deinit(&row);
    }
}

static void build_reading(const Model *m, PageBuilder *b)
{
    Meet *meet = meet_of(m);
    const ReadingPage *page =
        &meet->pages.items[meet_page(meet, meet_get(meet, "reader"))];

    for (size_t i = 0; i < page->row_count; i++) {
        const ReadingRow *row = &page->rows[i];
        b->here = row->label && row->unit == m->meet->unit;
        page_add(b, row->label ? STYLE_TITLE : STYLE_TEXT, row->text);
        page_end(b, 0);
    }
    b->here = false;
    add_own_notes(m, page, b);
}

static void add_note(PageBuilder *b, Str who, Str text)
{
    if (who.len > 0) {
        page_add(b, STYLE_BOLD, who);
        page_addz(b, STYLE_BOLD, ": ");
    }
    page_add(b, STYLE_TEXT, text);
    page_end(b, 2);
}

/* Those about one place, under its name. */
static void add_notes_at(const MeetNote *notes, size_t count, Str place, bool title,
                         PageBuilder *b)
{
    for (size_t i = 0; i < count; i++) {
        if (!str_eq(notes[i].place, place))
            continue;
        if (title) {
            page_blank(b);
            page_add(b, STYLE_TITLE,
                     place.len > 0 ? place : str_from(_("The whole document")));
            page_end(b, 0);
        }
        title = false;
        add_note(b, notes[i].who, notes[i].text);
    }
}

static void build_reveal(const Model *m, PageBuilder *b)
{
    Meet *meet = meet_of(m);
    size_t count;
    const MeetNote *notes = meet_notes(meet, "note", (Str){0}, &count);
    StrBuf text = {0};

    if (!meet_is_revealed(meet))
        return;
    message_addf(&text,
                 ngettext("%zu note, by paragraph:", "%zu notes, by paragraph:",
                          (unsigned long)count),
                 count);
    line(b, STYLE_TEXT, strbuf_cstr(&text));
    strbuf_deinit(&text);
    for (size_t u = 0; u < meet->units.count; u++)
        add_notes_at(notes, count, meet->units.units[u].label, true, b);
    add_notes_at(notes, count, (Str){0}, true, b);
    page_blank(b);
    line(b, STYLE_GUIDE, _("Enter: on to the first remarks."));
}

static void build_remarks(const Model *m, PageBuilder *b)
{
    Meet *meet = meet_of(m);
    size_t count;
    const Str *names = meet_readers(meet, &count);

    line(b, STYLE_TITLE, _("First remarks, the most senior last"));
    page_blank(b);
    for (size_t i = 0; i < count; i++) {
        Str remark = meet_get_of(meet, "remark", names[i]);
        if (remark.len > 0 && !str_eq(remark, STR("-")))
            add_note(b, names[i], remark);
    }
}

static void build_walk(const Model *m, PageBuilder *b)
{
    Meet *meet = meet_of(m);
    const ReadingUnit *unit = &meet->units.units[meet_walk(meet)];
    size_t count, agreed;
    const MeetNote *notes = meet_notes(meet, "note", (Str){0}, &count);
    const MeetNote *actions = meet_notes(meet, "action", (Str){0}, &agreed);
    Str rest = unit->text, words;

    page_add(b, STYLE_TITLE, unit->label);
    page_end(b, 0);
    while (str_next_line(&rest, &words)) {
        page_add(b, STYLE_TEXT, words);
        page_end(b, 0);
    }
    page_blank(b);
    add_notes_at(notes, count, unit->label, false, b);
    for (size_t i = 0; i < agreed; i++)
        if (str_eq(actions[i].place, unit->label))
            add_note(b, str_from(_("Agreed")), actions[i].text);
    page_blank(b);
    line(b, STYLE_GUIDE, _("A sentence is wrong until it convinces."));
}

static void build_vote(const Model *m, PageBuilder *b)
{
    StrBuf text = {0};

    message_addf(&text, _("%.*s votes. Nobody else looks."),
                 STR_ARG(meet_next_vote(meet_of(m))));
    line(b, STYLE_TITLE, strbuf_cstr(&text));
    strbuf_deinit(&text);
    page_blank(b);
    add_rows(m, b);
}

static void build_open(const Model *m, PageBuilder *b)
{
    Meet *meet = meet_of(m);
    size_t count;
    const Str *names = meet_readers(meet, &count);

    line(b, STYLE_TITLE, _("Votes"));
    page_blank(b);
    if (!meet_is_opened(meet)) {
        line(b, STYLE_TEXT, _("All have voted. Enter: open the votes."));
        return;
    }
    for (size_t i = 0; i < count; i++) {
        Outcome outcome = OUTCOME_NONE;
        outcome_parse(meet_get_of(meet, "vote", names[i]), &outcome);
        add_note(b, names[i], str_from(outcome_words(outcome)));
    }
    page_blank(b);
    line(b, STYLE_GUIDE,
         _("Votes advise; one person decides. Enter: on to the "
           "decision."));
}

static void build_decide(const Model *m, PageBuilder *b)
{
    Meet *meet = meet_of(m);

    line(b, STYLE_TITLE, _("The decision"));
    page_blank(b);
    for (const char *const *key = meet_decision_keys(); *key; key++) {
        bool outcome = str_eq(str_from(*key), STR("outcome"));
        add_said(b, meet_label(*key),
                 outcome && meet_outcome(meet) != OUTCOME_NONE
                     ? str_from(outcome_words(meet_outcome(meet)))
                     : meet_get(meet, *key));
    }
    if (meet_view_rows(m) == 0)
        return;
    page_blank(b);
    line(b, STYLE_TEXT, meet_question(meet, meet_next_key(meet)));
    add_rows(m, b);
}

/* The minutes, as people will read them. */
static void build_confirm(const Model *m, PageBuilder *b)
{
    StrBuf minutes = {0};
    Str words;

    meet_minutes(meet_of(m), date_of(m->now), &minutes);
    size_t text = str_find(strbuf_view(&minutes), STR("\n# "), 0);
    Str rest = str_slice(strbuf_view(&minutes), text + 1, minutes.len);
    while (str_next_line(&rest, &words)) {
        bool title = str_starts(words, STR("#"));
        while (str_starts(words, STR("#")) || (title && str_starts(words, STR(" "))))
            words = str_slice(words, 1, words.len);
        page_add(b, title ? STYLE_TITLE : STYLE_TEXT, words);
        page_end(b, 2);
    }
    strbuf_deinit(&minutes);
}

void page_build_meet(const Model *m, PageBuilder *b)
{
    static void (*const builders[MEET_STEP_COUNT])(const Model *, PageBuilder *) = {
        [MEET_AUTHOR] = build_people,   [MEET_SCRIBE] = build_people,
        [MEET_READERS] = build_people,  [MEET_SENIOR] = build_people,
        [MEET_TURN] = build_turn,       [MEET_COVER] = build_cover,
        [MEET_READING] = build_reading, [MEET_REVEAL] = build_reveal,
        [MEET_REMARK] = build_remarks,  [MEET_WALK] = build_walk,
        [MEET_VOTE] = build_vote,       [MEET_OPEN] = build_open,
        [MEET_DECIDE] = build_decide,   [MEET_CONFIRM] = build_confirm,
    };

    if (!is_open(m))
        return;
    meet_tidy(meet_of(m));
    builders[meet_step(meet_of(m))](m, b);
}
