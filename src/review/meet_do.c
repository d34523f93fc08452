/* What a person does in a meeting, by a key or by a line. */
#include "base/message.h"
#include "review/meet_step.h"

static void set_number(Meet *m, const char *key, Str of, size_t number)
{
    Str text = arena_printf(&m->passing, "%zu", number);

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

static void refuse(Meet *m, StrBuf *out, const char *words)
{
    m->refused = true;
    say(out, words);
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

/* A name, or the beginning of one. */
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

static bool nth_reader(Meet *m, size_t number, Str *out)
{
    size_t count;
    const Str *names = meet_readers(m, &count);

    if (number < 1 || number > count)
        return false;
    *out = names[number - 1];
    return true;
}

static void take_readers(Meet *m, Str names, StrBuf *out)
{
    size_t count;

    meet_set(m, "readers", names);
    (void)meet_readers(m, &count);
    if (count > 0)
        return;
    meet_set(m, "readers", (Str){0});
    refuse(m, out, _("Somebody has to read."));
}

static void take_senior(Meet *m, const MeetInput *in, StrBuf *out)
{
    Str name;

    if (in->act == MEET_PICK ? nth_reader(m, in->number, &name)
                             : is_reader(m, in->text, &name))
        meet_set(m, "senior", name);
    else if (in->act == MEET_PICK || in->text.len == 0)
        meet_set(m, "senior", STR("-"));
    else
        refuse(m, out, _("That is none of the readers."));
}

static void take_name(Meet *m, MeetStep step, Str name, StrBuf *out)
{
    if (name.len == 0 || str_find_byte(name, '\t', 0) != STR_NONE)
        refuse(m, out, _("A name is enough."));
    else if (step == MEET_READERS)
        take_readers(m, name, out);
    else if (step == MEET_AUTHOR)
        meet_set(m, "author", name);
    else if (str_eq_nocase(name, meet_get(m, "author")))
        refuse(m, out, _("The author answers and leads; somebody else writes."));
    else
        meet_set(m, "scribe", name);
}

static MeetReply do_person(Meet *m, MeetStep step, const MeetInput *in, StrBuf *out)
{
    if (in->act == MEET_BACK)
        forget_person(m);
    else if (step == MEET_SENIOR)
        take_senior(m, in, out);
    else
        take_name(m, step, in->text, out);
    return MEET_ON;
}

/* -- reading ------------------------------------------------------------------------
 */

static void begin_reading(Meet *m)
{
    Str reader = meet_get(m, "reader");
    StrBuf now = {0};

    if (meet_get_of(m, "begun", reader).len == 0) {
        moment_iso8601(m->now, &now);
        meet_set_of(m, "begun", reader, strbuf_view(&now));
    }
    strbuf_deinit(&now);
    m->here = true;
}

static void open_notes(Meet *m, bool all, StrBuf *out)
{
    size_t waiting = meet_waiting(m, "read");

    if (waiting == 0 || all) {
        meet_set(m, "revealed", STR("yes"));
        return;
    }
    m->refused = true;
    message_addf(out,
                 ngettext("%zu person has not read yet.",
                          "%zu people have not read yet.", (unsigned long)waiting),
                 waiting);
    strbuf_addc(out, '\n');
}

static MeetReply do_turn(Meet *m, const MeetInput *in, StrBuf *out)
{
    Str name;

    if (in->act == MEET_NOTES || in->act == MEET_NOTES_ALL)
        open_notes(m, in->act == MEET_NOTES_ALL, out);
    else if (in->act == MEET_BACK)
        forget_person(m);
    else if (in->act == MEET_PICK ? nth_reader(m, in->number, &name)
                                  : is_reader(m, in->text, &name))
        meet_set(m, "reader", name);
    else
        refuse(m, out, _("Type the number of a reader."));
    return MEET_ON;
}

/* The screen is for nobody until somebody says who looks at it. */
static MeetReply leave_page(Meet *m)
{
    meet_set(m, "reader", (Str){0});
    m->here = false;
    return MEET_HIDE;
}

static MeetReply do_cover(Meet *m, const MeetInput *in)
{
    if (in->act != MEET_NEXT)
        return in->act == MEET_BACK || in->act == MEET_AWAY ? leave_page(m) : MEET_ON;
    begin_reading(m);
    return MEET_ON;
}

static void do_note(Meet *m, Str reader, const MeetInput *in, StrBuf *out)
{
    Str place = in->unit < m->units.count ? m->units.units[in->unit].label : (Str){0};

    meet_note(m, "note", reader, place, in->text);
    say(out, _("Noted."));
}

/* The last note is a half line again, to be changed or left out. */
static void do_forget(Meet *m, Str reader, StrBuf *out)
{
    size_t count;
    const MeetNote *notes = meet_notes(m, "note", reader, &count);

    if (count == 0 || meet_half(m).text.len > 0) {
        refuse(m, out,
               count ? _("End the line first, or empty it.")
                     : _("There is no note to take back."));
        return;
    }
    MeetNote last = notes[count - 1];
    for (size_t i = m->said.count; i-- > 0;)
        if (m->said.items[i].text.ptr + m->said.items[i].text.len ==
            last.text.ptr + last.text.len) {
            answers_set(&m->said, m->said.items[i].name, (Str){0});
            break;
        }
    meet_keep_half(m, last.place, last.text);
}

static MeetReply do_reading(Meet *m, const MeetInput *in, StrBuf *out)
{
    Str reader = meet_get(m, "reader");
    size_t page = meet_page(m, reader);

    switch (in->act) {
    case MEET_BACK:
        set_number(m, "page", reader, page > 0 ? page - 1 : 0);
        return MEET_ON;
    case MEET_SAY:
        do_note(m, reader, in, out);
        return MEET_ON;
    case MEET_FORGET:
        do_forget(m, reader, out);
        return MEET_ON;
    case MEET_AWAY:
        return leave_page(m);
    case MEET_NEXT:
        if (page + 1 < m->pages.count) {
            set_number(m, "page", reader, page + 1);
            return MEET_ON;
        }
        meet_set_of(m, "read", reader, STR("yes"));
        return leave_page(m);
    default:
        return MEET_ON;
    }
}

/* -- together -----------------------------------------------------------------------
 */

static void do_walk(Meet *m, const MeetInput *in, StrBuf *out)
{
    size_t at = meet_walk(m);

    if (in->act == MEET_BACK)
        set_number(m, "walk", (Str){0}, at > 0 ? at - 1 : 0);
    else if (in->act == MEET_VOTES)
        set_number(m, "walk", (Str){0}, m->units.count);
    else if (in->act == MEET_NEXT)
        set_number(m, "walk", (Str){0}, at + 1);
    else if (in->act == MEET_SAY) {
        meet_note(m, "action", (Str){0}, m->units.units[at].label, in->text);
        say(out, _("Agreed; it becomes a thread that prfaq landed looks at."));
    }
}

static bool outcome_of(const MeetInput *in, Outcome *out)
{
    if (in->act == MEET_PICK && in->number >= OUTCOME_GO &&
        in->number < OUTCOME_COUNT) {
        *out = (Outcome)in->number;
        return true;
    }
    return in->act == MEET_SAY && outcome_parse(in->text, out);
}

static MeetReply do_vote(Meet *m, const MeetInput *in, StrBuf *out)
{
    Outcome outcome;

    if (!outcome_of(in, &outcome)) {
        refuse(m, out, _("Type a number from 1 to 8."));
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

static Str door_of(const MeetInput *in)
{
    bool picks = in->act == MEET_PICK;

    if (picks ? in->number == 1 : str_eq_nocase(in->text, STR("one-way")))
        return STR("one-way");
    if (picks ? in->number == 2 : str_eq_nocase(in->text, STR("two-way")))
        return STR("two-way");
    return (Str){0};
}

static void take_decision(Meet *m, const char *key, const MeetInput *in, StrBuf *out)
{
    Str name = str_from(key), value = in->text, before = meet_get(m, key);
    Outcome outcome;

    if (str_eq(name, STR("outcome")))
        value = outcome_of(in, &outcome) ? str_from(outcome_name(outcome)) : (Str){0};
    if (str_eq(name, STR("door")))
        value = door_of(in);
    meet_set(m, key, value.len > 0 ? value : STR("-"));
    const char *missing = meet_missing(m);
    if (missing && str_eq(str_from(missing), name)) {
        meet_set(m, key, before);
        refuse(m, out, _("That is needed for this decision."));
    }
}

static MeetReply do_decide(Meet *m, const MeetInput *in, StrBuf *out)
{
    const char *key = meet_next_key(m);

    if (in->act == MEET_BACK || !key)
        forget_decision(m);
    else
        take_decision(m, key, in, out);
    return MEET_ON;
}

static MeetReply do_together(Meet *m, MeetStep step, const MeetInput *in, StrBuf *out)
{
    switch (step) {
    case MEET_REVEAL:
        if (in->act == MEET_NEXT)
            meet_set(m, "revealed", STR("seen"));
        return MEET_ON;
    case MEET_REMARK:
        if (in->act == MEET_NEXT || in->act == MEET_SAY)
            meet_set_of(m, "remark", meet_next_remark(m),
                        in->text.len > 0 ? in->text : STR("-"));
        return MEET_ON;
    case MEET_WALK:
        do_walk(m, in, out);
        return MEET_ON;
    case MEET_VOTE:
        return do_vote(m, in, out);
    case MEET_OPEN:
        if (in->act == MEET_NEXT)
            meet_set(m, "opened", meet_is_opened(m) ? STR("seen") : STR("yes"));
        return MEET_ON;
    case MEET_DECIDE:
        return do_decide(m, in, out);
    default:
        if (in->act == MEET_BACK)
            forget_decision(m);
        return in->act == MEET_YES ? MEET_DECIDED : MEET_ON;
    }
}

static MeetReply do_step(Meet *m, MeetStep step, const MeetInput *in, StrBuf *out)
{
    if (step <= MEET_SENIOR)
        return do_person(m, step, in, out);
    if (step == MEET_TURN)
        return do_turn(m, in, out);
    if (step == MEET_COVER)
        return do_cover(m, in);
    if (step == MEET_READING)
        return do_reading(m, in, out);
    return do_together(m, step, in, out);
}

MeetReply meet_do(Meet *m, const MeetInput *in, StrBuf *out)
{
    MeetStep step = meet_step(m);
    MeetInput input = *in;

    m->refused = false;
    input.text = arena_str(&m->passing, str_trim(in->text));
    if (input.act == MEET_SAY && input.text.len == 0)
        input.act = MEET_NEXT;
    /* What is said is a half line no more; where it is not taken it is one again. */
    MeetHalf half = input.act == MEET_SAY ? meet_half(m) : (MeetHalf){0};
    if (half.text.len > 0) {
        half.place = arena_str(&m->passing, half.place);
        half.text = arena_str(&m->passing, half.text);
        meet_keep_half(m, (Str){0}, (Str){0});
    }
    MeetReply reply = do_step(m, step, &input, out);
    if (m->refused && half.text.len > 0)
        meet_keep_half(m, half.place, half.text);
    return reply;
}
