#include "review/meet.h"

#include "base/message.h"

enum { NOTES_MAX = 2000 };

void meet_begin(Meet *m, const Document *doc, Str name, Str kept)
{
    m->doc = doc;
    m->document = name;
    answers_parse(kept, &m->said);
    reading_make(doc, &m->arena, &m->units);
    reading_paginate(&m->units, &m->arena, &m->pages);
}

void meet_deinit(Meet *m)
{
    answers_deinit(&m->said);
    arena_deinit(&m->arena);
    arena_deinit(&m->passing);
    *m = (Meet){0};
}

void meet_tidy(Meet *m)
{
    arena_reset(&m->passing);
}

void meet_print(const Meet *m, StrBuf *out)
{
    answers_print(&m->said, out);
}

/* -- by name ------------------------------------------------------------------------
 */

Str meet_get(const Meet *m, const char *key)
{
    return answers_get(&m->said, str_from(key));
}

void meet_set(Meet *m, const char *key, Str value)
{
    answers_set(&m->said, str_from(key), value);
}

static Str key_of(Meet *m, const char *key, Str name)
{
    return arena_printf(&m->passing, "%s/%.*s", key, STR_ARG(name));
}

Str meet_get_of(const Meet *m, const char *key, Str name)
{
    StrBuf whole = {0};

    strbuf_addf(&whole, "%s/%.*s", key, STR_ARG(name));
    Str value = answers_get(&m->said, strbuf_view(&whole));
    strbuf_deinit(&whole);
    return value;
}

void meet_set_of(Meet *m, const char *key, Str name, Str value)
{
    answers_set(&m->said, key_of(m, key, name), value);
}

/* -- people -------------------------------------------------------------------------
 */

static bool holds(const Str *names, size_t count, Str name)
{
    for (size_t i = 0; i < count; i++)
        if (str_eq(names[i], name))
            return true;
    return false;
}

const Str *meet_readers(Meet *m, size_t *count)
{
    Str rest = meet_get(m, "readers"), field;
    Str *names = NULL;
    size_t cap = 0;

    *count = 0;
    while (rest.ptr && str_next_field(&rest, ',', &field)) {
        Str name = str_trim(field);
        if (name.len == 0 || holds(names, *count, name))
            continue;
        names = arena_grow(&m->passing, names, *count, &cap, sizeof *names);
        names[(*count)++] = name;
    }
    return names;
}

bool meet_is_revealed(const Meet *m)
{
    return meet_get(m, "revealed").len > 0;
}

bool meet_is_opened(const Meet *m)
{
    return meet_get(m, "opened").len > 0;
}

size_t meet_waiting(Meet *m, const char *key)
{
    size_t count, waiting = 0;
    const Str *names = meet_readers(m, &count);

    for (size_t i = 0; i < count; i++)
        waiting += meet_get_of(m, key, names[i]).len == 0;
    return waiting;
}

/* -- notes --------------------------------------------------------------------------
 */

/* "note/Jun Lee/3" of that key: whose; false for another. */
static bool note_name(Str name, const char *key, Str *who)
{
    Str prefix = str_from(key);
    size_t end = str_rfind_byte(name, '/');

    if (!str_starts(name, prefix) || name.len <= prefix.len ||
        name.ptr[prefix.len] != '/')
        return false;
    *who = end > prefix.len ? str_slice(name, prefix.len + 1, end) : (Str){0};
    return true;
}

const MeetNote *meet_notes(Meet *m, const char *key, Str who, size_t *count)
{
    MeetNote *notes = NULL;
    size_t cap = 0;

    *count = 0;
    for (size_t i = 0; i < m->said.count; i++) {
        const Answer *a = &m->said.items[i];
        Str by;
        if (!note_name(a->name, key, &by) || (who.len > 0 && !str_eq(by, who)))
            continue;
        size_t tab = str_find_byte(a->text, '\t', 0);
        notes = arena_grow(&m->passing, notes, *count, &cap, sizeof *notes);
        notes[(*count)++] = (MeetNote){
            by, tab == STR_NONE ? (Str){0} : str_slice(a->text, 0, tab),
            tab == STR_NONE ? a->text : str_slice(a->text, tab + 1, a->text.len)};
    }
    return notes;
}

void meet_note(Meet *m, const char *key, Str who, Str place, Str text)
{
    StrBuf value = {0};
    size_t count;

    (void)meet_notes(m, key, who, &count);
    if (count >= NOTES_MAX)
        return;
    strbuf_add(&value, place);
    strbuf_addc(&value, '\t');
    strbuf_add(&value, text);
    Str name = who.len > 0 ? arena_printf(&m->passing, "%s/%.*s/%zu", key, STR_ARG(who),
                                          count + 1)
                           : arena_printf(&m->passing, "%s/%zu", key, count + 1);
    answers_set(&m->said, name, strbuf_view(&value));
    strbuf_deinit(&value);
}

/* -- the decision -------------------------------------------------------------------
 */

Outcome meet_outcome(const Meet *m)
{
    Outcome outcome = OUTCOME_NONE;

    outcome_parse(str_trim(meet_get(m, "outcome")), &outcome);
    return outcome;
}

const char *const *meet_decision_keys(void)
{
    static const char *const keys[] = {"outcome", "reason", "door",   "owner",
                                       "first",   "stop",   "reopen", "dissent",
                                       "decider", NULL};

    return keys;
}

static bool says_day(Str text)
{
    return meeting_names_day(text);
}

static bool is_missing(const Meet *m, const char *key)
{
    Str value = str_trim(meet_get(m, key));
    Outcome outcome = meet_outcome(m);
    bool acts = outcome == OUTCOME_GO || outcome == OUTCOME_CHANGE;
    Str name = str_from(key);

    if (str_eq(name, STR("outcome")))
        return outcome == OUTCOME_NONE;
    if (str_eq(name, STR("reason")) || str_eq(name, STR("decider")))
        return value.len == 0;
    if (str_eq(name, STR("door")))
        return !str_eq(value, STR("one-way")) && !str_eq(value, STR("two-way"));
    if (str_eq(name, STR("owner")))
        return acts && value.len == 0;
    if (str_eq(name, STR("first")))
        return acts && !says_day(value);
    if (str_eq(name, STR("stop")))
        return outcome == OUTCOME_GO && !says_day(value);
    if (str_eq(name, STR("reopen")))
        return outcome_is_no(outcome)     ? value.len == 0
               : outcome == OUTCOME_LATER ? !says_day(value)
                                          : false;
    return false;
}

const char *meet_missing(const Meet *m)
{
    for (const char *const *key = meet_decision_keys(); *key; key++)
        if (is_missing(m, *key))
            return *key;
    return NULL;
}

static const char *reason_question(Outcome outcome)
{
    switch (outcome) {
    case OUTCOME_CHANGE:
        return _("Which sections are to be written again, and why?");
    case OUTCOME_NO_MARKET:
        return _("Which number was found: how many have the problem?");
    case OUTCOME_NO_DIFFERENT:
        return _("What do they do today that is good enough?");
    case OUTCOME_NO_FEASIBLE:
        return _("Which wall is it, and what would move it?");
    case OUTCOME_NO_VIABLE:
        return _("Which case was counted, and what came out?");
    case OUTCOME_NO_RISK:
        return _("Which harm outweighs the gain?");
    default:
        return _("For which reason?");
    }
}

static const struct {
    const char *key, *label, *question;
} questions[] = {
    {"outcome", N_("Outcome"), N_("What is decided?")},
    {"reason", N_("Reason"), N_("For which reason?")},
    {"door", N_("Door"), N_("Can it be undone cheaply? one-way or two-way")},
    {"owner", N_("Owner"), N_("Who does it, and only this?")},
    {"first", N_("First date"), N_("What is the first date? As 2027-04-01")},
    {"stop", N_("Where to stop"),
     N_("At which day and number do we stop? As 2027-06-30, below 20 orders")},
    {"reopen", N_("What would change it"),
     N_("What would change our mind? For later, with the day it is looked at "
        "again")},
    {"dissent", N_("Of another mind"),
     N_("Who was of another mind, and why? Enter: nobody")},
    {"decider", N_("Decided by"), N_("Who decides?")},
};

const char *meet_question(const Meet *m, const char *key)
{
    if (str_eq(str_from(key), STR("reason")))
        return reason_question(meet_outcome(m));
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++)
        if (str_eq(str_from(key), str_from(questions[i].key)))
            return _(questions[i].question);
    return "";
}

const char *meet_label(const char *key)
{
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++)
        if (str_eq(str_from(key), str_from(questions[i].key)))
            return _(questions[i].label);
    return key;
}
