#include "review/meet_step.h"

static bool is_set(const Meet *m, const char *key)
{
    return meet_get(m, key).len > 0;
}

static size_t number_of(Str text)
{
    int number = 0;

    return str_to_int(text, &number) ? (size_t)number : 0;
}

size_t meet_page(const Meet *m, Str reader)
{
    size_t page = number_of(meet_get_of(m, "page", reader));

    return page < m->pages.count ? page : m->pages.count - 1;
}

size_t meet_walk(const Meet *m)
{
    return number_of(meet_get(m, "walk"));
}

Str meet_next_remark(Meet *m)
{
    size_t count;
    const Str *names = meet_readers(m, &count);
    Str senior = meet_get(m, "senior");

    for (size_t i = 0; i < count; i++)
        if (!str_eq(names[i], senior) && meet_get_of(m, "remark", names[i]).len == 0)
            return names[i];
    for (size_t i = 0; i < count; i++)
        if (str_eq(names[i], senior) && meet_get_of(m, "remark", senior).len == 0)
            return senior;
    return (Str){0};
}

Str meet_next_vote(Meet *m)
{
    size_t count;
    const Str *names = meet_readers(m, &count);

    for (size_t i = 0; i < count; i++)
        if (meet_get_of(m, "vote", names[i]).len == 0)
            return names[i];
    return (Str){0};
}

const char *meet_next_key(const Meet *m)
{
    for (const char *const *key = meet_decision_keys(); *key; key++)
        if (!is_set(m, *key))
            return *key;
    return meet_missing(m);
}

static MeetStep before_reveal(Meet *m)
{
    if (!is_set(m, "author"))
        return MEET_AUTHOR;
    if (!is_set(m, "scribe"))
        return MEET_SCRIBE;
    if (!is_set(m, "readers"))
        return MEET_READERS;
    if (!is_set(m, "senior"))
        return MEET_SENIOR;
    if (!is_set(m, "reader"))
        return MEET_TURN;
    return m->here ? MEET_READING : MEET_COVER;
}

MeetStep meet_step(Meet *m)
{
    if (!meet_is_revealed(m))
        return before_reveal(m);
    if (!str_eq(meet_get(m, "revealed"), STR("seen")))
        return MEET_REVEAL;
    if (meet_next_remark(m).len > 0)
        return MEET_REMARK;
    if (meet_walk(m) < m->units.count)
        return MEET_WALK;
    if (!meet_is_opened(m))
        return meet_next_vote(m).len > 0 ? MEET_VOTE : MEET_OPEN;
    if (!str_eq(meet_get(m, "opened"), STR("seen")))
        return MEET_OPEN;
    return meet_next_key(m) ? MEET_DECIDE : MEET_CONFIRM;
}

const char *meet_step_name(MeetStep step)
{
    /* Whether the reader is at the screen is known to one program alone. */
    static const char *const names[MEET_STEP_COUNT] = {
        "author", "scribe", "readers", "senior", "turn", "reading", "reading",
        "reveal", "remark", "walk",    "vote",   "open", "decide",  "confirm"};

    return names[step];
}

/* -- a line that was not ended --------------------------------------------------------
 */

/* Its name among what was said; empty: nothing is typed here. */
static Str half_name(Meet *m)
{
    MeetStep step = meet_step(m);
    Arena *arena = &m->passing;

    switch (step) {
    case MEET_AUTHOR:
    case MEET_SCRIBE:
    case MEET_READERS:
        return arena_printf(arena, "half-%s", meet_step_name(step));
    case MEET_READING:
        return arena_printf(arena, "half/%.*s", STR_ARG(meet_get(m, "reader")));
    case MEET_REMARK:
        return arena_printf(arena, "half-remark/%.*s", STR_ARG(meet_next_remark(m)));
    case MEET_WALK:
        return arena_printf(arena, "half-walk/%zu", meet_walk(m));
    case MEET_DECIDE:
        return arena_printf(arena, "half-%s", meet_next_key(m));
    default:
        return (Str){0};
    }
}

MeetHalf meet_half(Meet *m)
{
    Str name = half_name(m);
    Str value = name.len > 0 ? answers_get(&m->said, name) : name;
    size_t tab = str_find_byte(value, '\t', 0);

    if (tab == STR_NONE)
        return (MeetHalf){.text = value};
    return (MeetHalf){str_slice(value, 0, tab), str_slice(value, tab + 1, value.len)};
}

void meet_keep_half(Meet *m, Str place, Str text)
{
    Str name = half_name(m);
    StrBuf value = {0};

    if (name.len == 0)
        return;
    if (text.len > 0) {
        strbuf_add(&value, place);
        strbuf_addc(&value, '\t');
        strbuf_add(&value, text);
    }
    answers_set(&m->said, name, strbuf_view(&value));
    strbuf_deinit(&value);
}
