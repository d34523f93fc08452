/* What a line of a person does to a meeting. */
#include "base/message.h"
#include "review/meet_step.h"

static bool is_word(Str line, const char *word)
{
    return str_eq_nocase(line, str_from(word));
}

static bool goes_back(Str line)
{
    return is_word(line, "b") || is_word(line, "ㅠ");
}

static void set_number(Meet *m, const char *key, Str of, size_t number)
{
    Str text = arena_printf(&m->arena, "%zu", number);

    if (of.len > 0)
        meet_set_of(m, key, of, text);
    else
        meet_set(m, key, text);
}

static void say(StrBuf *out, const char *words)
{
    strbuf_addz(out, words);
    strbuf_addc(out, '\n');
}

/* -- who is there --------------------------------------------------------------------
 */

/* Back: the last of the people that was said is asked again. */
static void forget_person(Meet *m)
{
    static const char *const keys[] = {"senior", "readers", "scribe", "author"};

    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (meet_get(m, keys[i]).len > 0) {
            meet_set(m, keys[i], (Str){0});
            return;
        }
}

static bool is_reader(Meet *m, Str name, Str *out)
{
    size_t count;
    const Str *names = meet_readers(m, &count);

    for (size_t i = 0; i < count; i++)
        if (str_eq_nocase(names[i], name) ||
            (name.len > 0 && str_starts(names[i], name))) {
            *out = names[i];
            return true;
        }
    return false;
}

static void take_readers(Meet *m, Str line, StrBuf *out)
{
    size_t count;

    meet_set(m, "readers", line);
    (void)meet_readers(m, &count);
    if (count > 0)
        return;
    meet_set(m, "readers", (Str){0});
    say(out, _("Somebody has to read."));
}

static void take_senior(Meet *m, Str line, StrBuf *out)
{
    Str name;

    if (line.len == 0)
        meet_set(m, "senior", STR("-"));
    else if (is_reader(m, line, &name))
        meet_set(m, "senior", name);
    else
        say(out, _("That is none of the readers."));
}

static void take_person(Meet *m, MeetStep step, Str line, StrBuf *out)
{
    if (goes_back(line))
        forget_person(m);
    else if (step == MEET_SENIOR)
        take_senior(m, line, out);
    else if (line.len == 0)
        say(out, _("A name is enough."));
    else if (step == MEET_READERS)
        take_readers(m, line, out);
    else if (step == MEET_AUTHOR)
        meet_set(m, "author", line);
    else if (str_eq_nocase(line, meet_get(m, "author")))
        say(out, _("The author answers and leads; somebody else writes."));
    else
        meet_set(m, "scribe", line);
}

/* -- reading ------------------------------------------------------------------------
 */

static void begin_reading(Meet *m, Str reader)
{
    StrBuf now = {0};

    if (meet_get_of(m, "begun", reader).len == 0) {
        moment_iso8601(m->now, &now);
        meet_set_of(m, "begun", reader, strbuf_view(&now));
    }
    meet_set(m, "reader", reader);
    strbuf_deinit(&now);
}

static void reveal(Meet *m, bool all, StrBuf *out)
{
    size_t waiting = meet_waiting(m, "read");

    if (waiting > 0 && !all) {
        message_addf(out,
                     ngettext("%zu person has not read yet. To open all the same: "
                              "reveal all",
                              "%zu people have not read yet. To open all the same: "
                              "reveal all",
                              (unsigned long)waiting),
                     waiting);
        strbuf_addc(out, '\n');
        return;
    }
    meet_set(m, "revealed", STR("yes"));
}

static MeetReply take_turn(Meet *m, Str line, StrBuf *out)
{
    size_t count;
    const Str *names = meet_readers(m, &count);
    int number = 0;
    Str name;

    if (is_word(line, "reveal") || is_word(line, "reveal all")) {
        reveal(m, line.len > 6, out);
        return MEET_ON;
    }
    if (goes_back(line)) {
        forget_person(m);
        return MEET_ON;
    }
    if (str_to_int(line, &number) && number >= 1 && (size_t)number <= count)
        begin_reading(m, names[number - 1]);
    else if (is_reader(m, line, &name))
        begin_reading(m, name);
    else
        say(out, _("Type the number of a reader."));
    return MEET_ON;
}

/* "Problem 2: words": the place, and behind the colon the words. */
static bool split_note(Str line, Str *place, Str *words)
{
    size_t at = str_find_byte(line, ':', 0), wide = str_find(line, STR("："), 0);
    size_t colon = at < wide ? at : wide;

    if (colon == STR_NONE)
        return false;
    *place = str_trim(str_slice(line, 0, colon));
    *words = str_trim(str_slice(line, colon + (colon == wide ? 3 : 1), line.len));
    return words->len > 0;
}

/* On the page first, then anywhere. */
static size_t find_unit(const Meet *m, const ReadingPage *page, Str place)
{
    size_t unit = reading_find(&m->units, page->first_unit,
                               page->first_unit + page->unit_count, place);

    return unit != NO_INDEX ? unit : reading_find(&m->units, 0, m->units.count, place);
}

static void take_note(Meet *m, Str reader, Str line, StrBuf *out)
{
    const ReadingPage *page = &m->pages.items[meet_page(m, reader)];
    Str place = {0}, words = line;
    bool split = split_note(line, &place, &words);
    size_t unit = NO_INDEX;

    if (!split && page->unit_count == 1)
        unit = page->first_unit;
    else if (split && place.len > 0)
        unit = find_unit(m, page, place);
    if (unit != NO_INDEX) {
        meet_note(m, "note", reader, m->units.units[unit].label, words);
    } else if (split && place.len == 0) {
        meet_note(m, "note", reader, (Str){0}, words);
    } else {
        message_addf(out, _("Which paragraph? Begin with its number: %.*s: words"),
                     STR_ARG(m->units.count ? m->units.units[page->first_unit].label
                                            : (Str){0}));
        strbuf_addc(out, '\n');
    }
}

static MeetReply take_reading(Meet *m, Str line, StrBuf *out)
{
    Str reader = meet_get(m, "reader");
    size_t page = meet_page(m, reader);

    if (goes_back(line)) {
        set_number(m, "page", reader, page > 0 ? page - 1 : 0);
    } else if (line.len > 0) {
        take_note(m, reader, line, out);
    } else if (page + 1 < m->pages.count) {
        set_number(m, "page", reader, page + 1);
    } else {
        meet_set_of(m, "read", reader, STR("yes"));
        meet_set(m, "reader", (Str){0});
        return MEET_HIDE;
    }
    return MEET_ON;
}

/* -- together -----------------------------------------------------------------------
 */

static void take_walk(Meet *m, Str line, StrBuf *out)
{
    size_t at = meet_walk(m);

    if (goes_back(line))
        set_number(m, "walk", (Str){0}, at > 0 ? at - 1 : 0);
    else if (is_word(line, "vote"))
        set_number(m, "walk", (Str){0}, m->units.count);
    else if (line.len == 0)
        set_number(m, "walk", (Str){0}, at + 1);
    else {
        meet_note(m, "action", (Str){0}, m->units.units[at].label, line);
        say(out, _("Agreed; it becomes a thread that prfaq landed looks at."));
    }
}

static bool outcome_of(Str line, Outcome *out)
{
    int number = 0;

    if (str_to_int(line, &number) && number >= OUTCOME_GO && number < OUTCOME_COUNT) {
        *out = (Outcome)number;
        return true;
    }
    return outcome_parse(line, out);
}

static MeetReply take_vote(Meet *m, Str line, StrBuf *out)
{
    Outcome outcome;

    if (!outcome_of(line, &outcome)) {
        say(out, _("Type a number from 1 to 8."));
        return MEET_ON;
    }
    meet_set_of(m, "vote", meet_next_vote(m), str_from(outcome_name(outcome)));
    return MEET_HIDE;
}

static void forget_decision(Meet *m)
{
    const char *last = NULL;

    for (const char *const *key = meet_decision_keys(); *key; key++)
        if (meet_get(m, *key).len > 0)
            last = *key;
    if (last)
        meet_set(m, last, (Str){0});
}

static void take_decision(Meet *m, Str line, StrBuf *out)
{
    const char *key = meet_next_key(m);
    Outcome outcome;

    if (goes_back(line) || !key) {
        forget_decision(m);
        return;
    }
    if (str_eq(str_from(key), STR("outcome")))
        line = outcome_of(line, &outcome) ? str_from(outcome_name(outcome)) : (Str){0};
    if (str_eq(str_from(key), STR("door")) && line.len > 0)
        line = line.ptr[0] == '1' || is_word(line, "one-way")   ? STR("one-way")
               : line.ptr[0] == '2' || is_word(line, "two-way") ? STR("two-way")
                                                                : (Str){0};
    Str before = meet_get(m, key);
    meet_set(m, key, line.len > 0 ? line : STR("-"));
    const char *missing = meet_missing(m);
    if (missing && str_eq(str_from(missing), str_from(key))) {
        meet_set(m, key, before);
        say(out, _("That is needed for this decision."));
    }
}

static MeetReply take_together(Meet *m, MeetStep step, Str line, StrBuf *out)
{
    switch (step) {
    case MEET_REVEAL:
        meet_set(m, "revealed", STR("seen"));
        return MEET_ON;
    case MEET_REMARK:
        meet_set_of(m, "remark", meet_next_remark(m), line.len > 0 ? line : STR("-"));
        return MEET_ON;
    case MEET_WALK:
        take_walk(m, line, out);
        return MEET_ON;
    case MEET_VOTE:
        return take_vote(m, line, out);
    case MEET_OPEN:
        meet_set(m, "opened", meet_is_opened(m) ? STR("seen") : STR("yes"));
        return MEET_ON;
    case MEET_DECIDE:
        take_decision(m, line, out);
        return MEET_ON;
    default:
        if (is_word(line, "yes") || is_word(line, "예") || is_word(line, "네"))
            return MEET_DECIDED;
        if (goes_back(line))
            forget_decision(m);
        return MEET_ON;
    }
}

bool meet_is_private(const Meet *m)
{
    return !meet_is_revealed(m) ? meet_get(m, "reader").len > 0 : !meet_is_opened(m);
}

MeetReply meet_line(Meet *m, Str line, StrBuf *out)
{
    MeetStep step = meet_step(m);

    line = str_trim(line);
    if (is_word(line, "q") || is_word(line, "ㅂ"))
        return MEET_STOP;
    if (step <= MEET_SENIOR) {
        take_person(m, step, line, out);
        return MEET_ON;
    }
    if (step == MEET_TURN)
        return take_turn(m, line, out);
    if (step == MEET_READING)
        return take_reading(m, line, out);
    return take_together(m, step, line, out);
}
