/* timebox.h: where a workshop stands in its agenda.
 *
 * Pure: the clock is an argument, in milliseconds that never go back. Nothing is ever
 * locked: when the time of a box is up it goes on, and the overtime counts up. What is
 * shown changes at whole minutes until the last one, then at 30, 10 and 0 seconds. */
#ifndef REVIEW_TIMEBOX_H
#define REVIEW_TIMEBOX_H

#include <stdbool.h>
#include <stdint.h>

#include "base/date.h"
#include "review/agenda.h"

typedef struct Timebox {
    const Agenda *agenda;
    int minutes[AGENDA_MAX]; /* of each box, as planned by now */
    int64_t
        spent_ms[AGENDA_MAX]; /* of each box, up to `since_ms` for the present one */
    size_t at;                /* the box; agenda->count: the agenda is through */
    int64_t since_ms;         /* it goes on since then; meaningless while paused */
    bool paused;
} Timebox;

void timebox_start(Timebox *t, const Agenda *agenda, int64_t now);
bool timebox_through(const Timebox *t);
/* What is left of the box, less than 0 when its time is up. */
int64_t timebox_left_ms(const Timebox *t, int64_t now);
bool timebox_up(const Timebox *t, int64_t now);
/* How long until timebox_say() says something else; -1: until somebody acts.
 *   seconds  it shows them all the time */
int64_t timebox_wake_ms(const Timebox *t, int64_t now, bool seconds);
/* For row 1: "Timer 12 min", "Timer 30 s", "TIME UP +2 min", "Timer stopped". */
void timebox_say(const Timebox *t, int64_t now, bool seconds, StrBuf *out);
/* Whole minutes that the end is later than planned; less than 0: earlier. */
int timebox_behind(const Timebox *t, int64_t now);
/* Until the end of the last box, as planned by now. */
int64_t timebox_rest_ms(const Timebox *t, int64_t now);
/* Until box `at` begins; 0 for those begun. */
int64_t timebox_until_ms(const Timebox *t, size_t at, int64_t now);
/* The time of day of both, to the nearest second; `here` is that of `now`. */
Moment timebox_ends(const Timebox *t, int64_t now, Moment here);
Moment timebox_begins(const Timebox *t, size_t at, int64_t now, Moment here);

void timebox_add(Timebox *t, int minutes); /* to the present box */
void timebox_pause(Timebox *t, int64_t now);
void timebox_go_on(Timebox *t, int64_t now);
void timebox_next(Timebox *t, int64_t now); /* the next box begins, or none is left */
/* Take what the agenda is behind from the last boxes: the last one first, none below
 * a minute, none that has begun.
 *   returns  the minutes that were taken */
int timebox_take_from_last(Timebox *t, int64_t now);

/* As one line of text, and back: what a crash must not forget.
 *   fails  false: no such line, or of another agenda */
void timebox_write(const Timebox *t, int64_t now, StrBuf *out);
bool timebox_read(Timebox *t, const Agenda *agenda, Str line, int64_t now);

#endif
