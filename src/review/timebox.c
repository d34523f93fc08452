#include "review/timebox.h"

#include <inttypes.h>

#include "base/message.h"

enum { MINUTE_MS = 60000, SECOND_MS = 1000 };
#define LONGEST_MS ((int64_t)7 * 24 * 60 * MINUTE_MS)

void timebox_start(Timebox *t, const Agenda *agenda, int64_t now)
{
    *t = (Timebox){.agenda = agenda, .since_ms = now};
    for (size_t i = 0; i < agenda->count; i++)
        t->minutes[i] = agenda->boxes[i].minutes;
}

bool timebox_through(const Timebox *t)
{
    return t->at >= t->agenda->count;
}

static int64_t elapsed(const Timebox *t, int64_t now)
{
    int64_t running = t->paused || now < t->since_ms ? 0 : now - t->since_ms;

    return t->spent_ms[t->at] + (running < LONGEST_MS ? running : LONGEST_MS);
}

int64_t timebox_left_ms(const Timebox *t, int64_t now)
{
    if (timebox_through(t))
        return 0;
    return (int64_t)t->minutes[t->at] * MINUTE_MS - elapsed(t, now);
}

bool timebox_up(const Timebox *t, int64_t now)
{
    return !timebox_through(t) && timebox_left_ms(t, now) <= 0;
}

int64_t timebox_wake_ms(const Timebox *t, int64_t now, bool seconds)
{
    if (timebox_through(t) || t->paused)
        return -1;
    int64_t left = timebox_left_ms(t, now);
    if (left <= 0) {
        int64_t unit = seconds ? SECOND_MS : MINUTE_MS;
        return unit - (-left) % unit;
    }
    if (seconds)
        return (left - 1) % SECOND_MS + 1;
    if (left > MINUTE_MS)
        return (left - 1) % MINUTE_MS + 1;
    return left > 30 * SECOND_MS   ? left - 30 * SECOND_MS
           : left > 10 * SECOND_MS ? left - 10 * SECOND_MS
                                   : left;
}

static void say_exactly(int64_t ms, StrBuf *out)
{
    int64_t all = ms / SECOND_MS;

    strbuf_addf(out, "%d:%02d", (int)(all / 60), (int)(all % 60));
}

/* What is left, as it is shown between two wakes. */
static void say_left(int64_t left, bool seconds, StrBuf *out)
{
    if (seconds)
        say_exactly(left + SECOND_MS - 1, out);
    else if (left > 30 * SECOND_MS)
        message_addf(out, C_("timer", "%d min"),
                     (int)((left + MINUTE_MS - 1) / MINUTE_MS));
    else
        message_addf(out, C_("timer", "%d s"), left > 10 * SECOND_MS ? 30 : 10);
}

static void say_over(int64_t over, bool seconds, StrBuf *out)
{
    strbuf_addz(out, _("TIME UP"));
    if (!seconds && over < MINUTE_MS)
        return;
    strbuf_addz(out, " +");
    if (seconds)
        say_exactly(over, out);
    else
        message_addf(out, C_("timer", "%d min"), (int)(over / MINUTE_MS));
}

void timebox_say(const Timebox *t, int64_t now, bool seconds, StrBuf *out)
{
    StrBuf left = {0};

    if (timebox_through(t))
        return;
    int64_t ms = timebox_left_ms(t, now);
    if (ms <= 0) {
        say_over(-ms, seconds, out);
    } else {
        say_left(ms, seconds, &left);
        message_addf(out, t->paused ? _("Timer stopped, %s") : _("Timer %s"),
                     strbuf_cstr(&left));
    }
    strbuf_deinit(&left);
}

int64_t timebox_rest_ms(const Timebox *t, int64_t now)
{
    int64_t rest = 0;

    if (!timebox_through(t)) {
        int64_t left = timebox_left_ms(t, now);
        rest = left > 0 ? left : 0;
    }
    for (size_t i = t->at + 1; i < t->agenda->count; i++)
        rest += (int64_t)t->minutes[i] * MINUTE_MS;
    return rest;
}

int64_t timebox_until_ms(const Timebox *t, size_t at, int64_t now)
{
    if (at <= t->at)
        return 0;
    int64_t until = timebox_left_ms(t, now);
    until = until > 0 ? until : 0;
    for (size_t i = t->at + 1; i < at; i++)
        until += (int64_t)t->minutes[i] * MINUTE_MS;
    return until;
}

/* To the nearest second: the clocks are not read in one instant, and a minute that
 * begins on the stroke must not be shown as the one before. */
static Moment later(Moment here, int64_t ms)
{
    here.seconds += (ms + SECOND_MS / 2) / SECOND_MS;
    return here;
}

Moment timebox_ends(const Timebox *t, int64_t now, Moment here)
{
    return later(here, timebox_rest_ms(t, now));
}

Moment timebox_begins(const Timebox *t, size_t at, int64_t now, Moment here)
{
    return later(here, timebox_until_ms(t, at, now));
}

/* How much later than planned the end is. */
static int64_t behind_ms(const Timebox *t, int64_t now)
{
    int64_t spent = 0;

    for (size_t i = 0; i < t->at && i < t->agenda->count; i++)
        spent += t->spent_ms[i];
    if (!timebox_through(t))
        spent += elapsed(t, now);
    return spent + timebox_rest_ms(t, now) - (int64_t)t->agenda->minutes * MINUTE_MS;
}

int timebox_behind(const Timebox *t, int64_t now)
{
    return (int)(behind_ms(t, now) / MINUTE_MS);
}

void timebox_add(Timebox *t, int minutes)
{
    if (timebox_through(t) || minutes < 1)
        return;
    int room = AGENDA_MINUTES_MAX - t->minutes[t->at];
    t->minutes[t->at] += minutes < room ? minutes : room;
}

void timebox_pause(Timebox *t, int64_t now)
{
    if (timebox_through(t) || t->paused)
        return;
    t->spent_ms[t->at] = elapsed(t, now);
    t->paused = true;
}

void timebox_go_on(Timebox *t, int64_t now)
{
    if (!t->paused)
        return;
    t->paused = false;
    t->since_ms = now;
}

void timebox_next(Timebox *t, int64_t now)
{
    if (timebox_through(t))
        return;
    t->spent_ms[t->at] = elapsed(t, now);
    t->at++;
    t->paused = false;
    t->since_ms = now;
}

int timebox_take_from_last(Timebox *t, int64_t now)
{
    /* A minute that has begun is one that is missing at the end. */
    int64_t behind = behind_ms(t, now);
    int wanted = behind > 0 ? (int)((behind + MINUTE_MS - 1) / MINUTE_MS) : 0;
    int taken = 0;

    for (size_t i = t->agenda->count; i > t->at + 1 && taken < wanted; i--) {
        int room = t->minutes[i - 1] - 1;
        int part = wanted - taken < room ? wanted - taken : room;
        t->minutes[i - 1] -= part;
        taken += part;
    }
    return taken;
}

void timebox_write(const Timebox *t, int64_t now, StrBuf *out)
{
    strbuf_addf(out, "%zu %d", t->at, t->paused);
    for (size_t i = 0; i < t->agenda->count; i++)
        strbuf_addf(out, " %d:%" PRId64, t->minutes[i],
                    i == t->at ? elapsed(t, now) : t->spent_ms[i]);
}

/* Digits to milliseconds of a box. */
static bool read_ms(Str s, int64_t *out)
{
    int64_t value = 0;

    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] < '0' || s.ptr[i] > '9' || value > LONGEST_MS)
            return false;
        value = value * 10 + (s.ptr[i] - '0');
    }
    *out = value;
    return s.len > 0 && value <= LONGEST_MS * 2;
}

bool timebox_read(Timebox *t, const Agenda *agenda, Str line, int64_t now)
{
    Str field;
    int at = 0, paused = 0;

    timebox_start(t, agenda, now);
    if (!str_next_field(&line, ' ', &field) || !str_to_int(field, &at) || at < 0 ||
        (size_t)at > agenda->count || !str_next_field(&line, ' ', &field) ||
        !str_to_int(field, &paused))
        return false;
    for (size_t i = 0; i < agenda->count; i++) {
        Str minutes;
        if (!str_next_field(&line, ' ', &field) ||
            !str_next_field(&field, ':', &minutes) ||
            !str_to_int(minutes, &t->minutes[i]) || t->minutes[i] < 1 ||
            t->minutes[i] > AGENDA_MINUTES_MAX || !read_ms(field, &t->spent_ms[i])) {
            timebox_start(t, agenda, now);
            return false;
        }
    }
    t->at = (size_t)at;
    t->paused = paused != 0;
    return line.len == 0;
}
