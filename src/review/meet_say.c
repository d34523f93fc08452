/* What is to be seen of a meeting, step by step. Nobody's note stands here before the
 * reveal but that of the one who reads, nobody's vote before all have voted. */
#include "base/message.h"
#include "base/unicode.h"
#include "review/meet_step.h"

static void add_visible(StrBuf *out, Str text)
{
    unicode_visible(text, VISIBLE_ONE_LINE, out);
}

static void add_line(StrBuf *out, Str text)
{
    add_visible(out, text);
    strbuf_addc(out, '\n');
}

static void say_people(Meet *m, StrBuf *out)
{
    size_t count;
    const Str *names = meet_readers(m, &count);

    for (size_t i = 0; i < count; i++) {
        bool read = meet_get_of(m, "read", names[i]).len > 0;
        strbuf_addf(out, " %zu ", i + 1);
        add_visible(out, names[i]);
        strbuf_addf(out, "  %s\n", read ? _("has read") : _("reads"));
    }
}

static void say_turn(Meet *m, StrBuf *out)
{
    int minutes = reading_minutes(&m->units);

    message_addf(out,
                 ngettext("Everybody reads in silence: about %d minute. Pages: %zu.",
                          "Everybody reads in silence: about %d minutes. Pages: %zu.",
                          (unsigned long)minutes),
                 minutes, m->pages.count);
    strbuf_addc(out, '\n');
    strbuf_addz(out, _("What each one notes stays hidden until all notes open "
                       "together.\n\n"));
    say_people(m, out);
    strbuf_addc(out, '\n');
    strbuf_addz(out, _("Who reads here now? A number. reveal: open all notes. q: stop, "
                       "and go on later.\n"));
}

static void say_cover(const Meet *m, StrBuf *out)
{
    message_addf(out,
                 _("Only %.*s looks now. Enter: I am %.*s. b: somebody else reads.\n"),
                 STR_ARG(meet_get(m, "reader")), STR_ARG(meet_get(m, "reader")));
}

static void say_clock(const Meet *m, Str reader, StrBuf *out)
{
    Moment begun;

    if (!moment_parse_iso(meet_get_of(m, "begun", reader), &begun))
        return;
    begun.seconds += m->units.seconds;
    strbuf_addz(out, ", ");
    strbuf_addz(out, _("until about "));
    moment_clock(begun, out);
}

/* What the reader wrote about this page; in the end about the whole document, too. */
static void say_own_notes(Meet *m, Str reader, const ReadingPage *page, StrBuf *out)
{
    size_t count;
    const MeetNote *notes = meet_notes(m, "note", reader, &count);

    for (size_t i = 0; i < count; i++) {
        size_t unit = reading_find(&m->units, page->first_unit,
                                   page->first_unit + page->unit_count, notes[i].place);
        if (notes[i].place.len > 0 && unit == NO_INDEX)
            continue;
        strbuf_addz(out, "> ");
        if (notes[i].place.len > 0)
            strbuf_addf(out, "%.*s: ", STR_ARG(notes[i].place));
        add_line(out, notes[i].text);
    }
}

static void say_reading(Meet *m, StrBuf *out)
{
    Str reader = meet_get(m, "reader");
    size_t at = meet_page(m, reader);
    const ReadingPage *page = &m->pages.items[at];
    bool last = at + 1 >= m->pages.count;

    message_addf(out, _("Page %zu of %zu. %.*s reads alone"), at + 1, m->pages.count,
                 STR_ARG(reader));
    say_clock(m, reader, out);
    strbuf_addz(out, "\n\n");
    for (size_t i = 0; i < page->row_count; i++)
        strbuf_addf(out, "%s%.*s\n", page->rows[i].label ? "# " : "",
                    STR_ARG(page->rows[i].text));
    strbuf_addc(out, '\n');
    say_own_notes(m, reader, page, out);
    strbuf_addz(out, last ? _("Enter: done reading. b: back. A note: Problem 2: words. "
                              ": words, about all of it.\n")
                          : _("Enter: next page. b: back. A note: Problem 2: words. "
                              ": words, about all of it.\n"));
}

static void say_notes_at(const MeetNote *notes, size_t count, Str place, bool head,
                         StrBuf *out)
{
    for (size_t i = 0; i < count; i++) {
        if (!str_eq(notes[i].place, place))
            continue;
        if (head)
            strbuf_addf(out, "# %.*s\n",
                        STR_ARG(place.len ? place : str_from(_("The whole document"))));
        head = false;
        strbuf_addz(out, "> ");
        if (notes[i].who.len > 0) {
            add_visible(out, notes[i].who);
            strbuf_addz(out, ": ");
        }
        add_line(out, notes[i].text);
    }
}

static void say_reveal(Meet *m, StrBuf *out)
{
    size_t count;
    const MeetNote *notes = meet_notes(m, "note", (Str){0}, &count);

    if (!meet_is_revealed(m))
        return;
    message_addf(out,
                 ngettext("%zu note, by paragraph:", "%zu notes, by paragraph:",
                          (unsigned long)count),
                 count);
    strbuf_addz(out, "\n\n");
    for (size_t u = 0; u < m->units.count; u++)
        say_notes_at(notes, count, m->units.units[u].label, true, out);
    say_notes_at(notes, count, (Str){0}, true, out);
    strbuf_addc(out, '\n');
    strbuf_addz(out, _("Enter: on to the first remarks.\n"));
}

static void say_walk(Meet *m, StrBuf *out)
{
    size_t at = meet_walk(m), count, agreed;
    const ReadingUnit *unit = &m->units.units[at];
    const MeetNote *notes = meet_notes(m, "note", (Str){0}, &count);
    const MeetNote *actions = meet_notes(m, "action", (Str){0}, &agreed);

    message_addf(out, _("Paragraph %zu of %zu"), at + 1, m->units.count);
    strbuf_addz(out, "\n\n# ");
    add_line(out, unit->label);
    unicode_visible(unit->text, VISIBLE_LINES, out);
    strbuf_addz(out, "\n\n");
    say_notes_at(notes, count, unit->label, false, out);
    for (size_t i = 0; i < agreed; i++)
        if (str_eq(actions[i].place, unit->label)) {
            strbuf_addf(out, "> %s: ", _("Agreed"));
            add_line(out, actions[i].text);
        }
    strbuf_addz(out, _("A sentence is wrong until it convinces. Words: what is agreed "
                       "here. Enter: next. b: back. vote: go to the votes.\n"));
}

static void say_outcomes(StrBuf *out)
{
    for (int i = OUTCOME_GO; i < OUTCOME_COUNT; i++)
        strbuf_addf(out, " %d %s\n", i, outcome_words((Outcome)i));
}

static void say_vote(Meet *m, StrBuf *out)
{
    message_addf(out, _("%.*s votes. Nobody else looks."), STR_ARG(meet_next_vote(m)));
    strbuf_addz(out, "\n\n");
    say_outcomes(out);
    strbuf_addc(out, '\n');
    strbuf_addz(out, _("Your vote? A number.\n"));
}

static void say_open(Meet *m, StrBuf *out)
{
    size_t count;
    const Str *names = meet_readers(m, &count);

    if (!meet_is_opened(m)) {
        strbuf_addz(out, _("All have voted. Enter: open the votes.\n"));
        return;
    }
    for (size_t i = 0; i < count; i++) {
        Outcome outcome = OUTCOME_NONE;
        outcome_parse(meet_get_of(m, "vote", names[i]), &outcome);
        strbuf_addz(out, "> ");
        add_visible(out, names[i]);
        strbuf_addf(out, ": %s\n", outcome_words(outcome));
    }
    strbuf_addc(out, '\n');
    strbuf_addz(out, _("Votes advise; one person decides. Enter: on to the "
                       "decision.\n"));
}

static void say_decide(Meet *m, StrBuf *out)
{
    const char *key = meet_next_key(m);

    for (const char *const *k = meet_decision_keys(); *k; k++) {
        Str value = meet_get(m, *k);
        if (value.len == 0 || str_eq(value, STR("-")))
            continue;
        bool outcome = str_eq(str_from(*k), STR("outcome"));
        strbuf_addf(out, "%s: ", meet_label(*k));
        add_line(out, outcome ? str_from(outcome_words(meet_outcome(m))) : value);
    }
    strbuf_addc(out, '\n');
    if (key && str_eq(str_from(key), STR("outcome")))
        say_outcomes(out);
    if (key)
        strbuf_addf(out, "%s\n", meet_question(m, key));
}

static void say_confirm(Meet *m, StrBuf *out)
{
    meet_minutes(m, date_of(m->now), out);
    strbuf_addc(out, '\n');
    strbuf_addz(out, _("yes: write it down and keep it. b: back to the decision.\n"));
}

static void say_remark(Meet *m, StrBuf *out)
{
    message_addf(out, _("%.*s: one general remark. Enter: none."),
                 STR_ARG(meet_next_remark(m)));
    strbuf_addc(out, '\n');
}

void meet_say(Meet *m, StrBuf *out)
{
    switch (meet_step(m)) {
    case MEET_AUTHOR:
        strbuf_addz(out, _("Who wrote it?\n"));
        break;
    case MEET_SCRIBE:
        strbuf_addz(out, _("Who writes down what is said? Somebody else.\n"));
        break;
    case MEET_READERS:
        strbuf_addz(out, _("Who reads? Names with commas between them.\n"));
        break;
    case MEET_SENIOR:
        strbuf_addz(out, _("Who of them is the most senior, and speaks last? Enter: "
                           "nobody.\n"));
        break;
    case MEET_TURN:
        say_turn(m, out);
        break;
    case MEET_COVER:
        say_cover(m, out);
        break;
    case MEET_READING:
        say_reading(m, out);
        break;
    case MEET_REVEAL:
        say_reveal(m, out);
        break;
    case MEET_REMARK:
        say_remark(m, out);
        break;
    case MEET_WALK:
        say_walk(m, out);
        break;
    case MEET_VOTE:
        say_vote(m, out);
        break;
    case MEET_OPEN:
        say_open(m, out);
        break;
    case MEET_DECIDE:
        say_decide(m, out);
        break;
    default:
        say_confirm(m, out);
        break;
    }
}
