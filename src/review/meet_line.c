/* What a line of a person means in a meeting. */
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

/* false: it does not say what it is about. */
static bool note_of(const Meet *m, Str line, MeetInput *in, StrBuf *out)
{
    const ReadingPage *page = &m->pages.items[meet_page(m, meet_get(m, "reader"))];
    Str place = {0}, words = line;
    bool split = split_note(line, &place, &words);

    *in = (MeetInput){.act = MEET_SAY, .text = words, .unit = NO_INDEX};
    if (!split && page->unit_count == 1)
        in->unit = page->first_unit;
    else if (split && place.len > 0)
        in->unit = find_unit(m, page, place);
    if (in->unit != NO_INDEX || (split && place.len == 0))
        return true;
    message_addf(
        out, _("Which paragraph? Begin with its number: %.*s: words"),
        STR_ARG(m->units.count ? m->units.units[page->first_unit].label : (Str){0}));
    strbuf_addc(out, '\n');
    return false;
}

/* Words that stand for a deed at that step. */
static bool word_of(MeetStep step, Str line, MeetAct *act)
{
    static const struct {
        MeetStep step;
        const char *word;
        MeetAct act;
    } words[] = {
        {MEET_TURN, "reveal", MEET_NOTES}, {MEET_TURN, "reveal all", MEET_NOTES_ALL},
        {MEET_WALK, "vote", MEET_VOTES},   {MEET_CONFIRM, "yes", MEET_YES},
        {MEET_CONFIRM, "예", MEET_YES},    {MEET_CONFIRM, "네", MEET_YES},
    };

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (words[i].step == step && is_word(line, words[i].word)) {
            *act = words[i].act;
            return true;
        }
    return false;
}

/* Is a number one of a list at that step? A reason may be one. */
static bool picks(Meet *m, MeetStep step)
{
    Str key = step == MEET_DECIDE ? str_from(meet_next_key(m)) : (Str){0};

    return step == MEET_TURN || step == MEET_VOTE || str_eq(key, STR("outcome")) ||
           str_eq(key, STR("door"));
}

static bool input_of(Meet *m, MeetStep step, Str line, MeetInput *in, StrBuf *out)
{
    int number = 0;

    *in = (MeetInput){.act = MEET_SAY, .text = line, .unit = NO_INDEX};
    if (goes_back(line) && step != MEET_REMARK && step != MEET_VOTE)
        in->act = MEET_BACK;
    else if (line.len == 0)
        in->act = MEET_NEXT;
    else if (word_of(step, line, &in->act))
        return true;
    else if (step == MEET_REVEAL || step == MEET_OPEN) /* any line is Enter */
        in->act = MEET_NEXT;
    else if (picks(m, step) && str_to_int(line, &number) && number >= 0)
        *in = (MeetInput){.act = MEET_PICK, .number = (size_t)number};
    else if (step == MEET_READING)
        return note_of(m, line, in, out);
    return true;
}

bool meet_is_private(const Meet *m)
{
    return !meet_is_revealed(m) ? meet_get(m, "reader").len > 0 : !meet_is_opened(m);
}

MeetReply meet_line(Meet *m, Str line, StrBuf *out)
{
    MeetStep step = meet_step(m);
    MeetInput in;

    line = str_trim(line);
    if (is_word(line, "q") || is_word(line, "ㅂ"))
        return MEET_STOP;
    if (!input_of(m, step, line, &in, out))
        return MEET_ON;
    MeetReply reply = meet_do(m, &in, out);
    if (in.act == MEET_NOTES && m->refused)
        strbuf_addf(out, "%s\n", _("To open all the same: reveal all"));
    return reply;
}
