#include <assert.h>
#include <stdint.h>

#include "review/timebox.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Whatever happens when, the timer ends, wakes later, and is read back as it was. */
static void play(const Agenda *agenda, Str steps)
{
    Timebox t, again;
    int64_t now = 0;
    StrBuf line = {0}, other = {0};

    timebox_start(&t, agenda, now);
    for (size_t i = 0; i < steps.len && i < 2000; i++) {
        unsigned char step = (unsigned char)steps.ptr[i];
        int64_t wake = timebox_wake_ms(&t, now, step & 1);
        assert(wake == -1 || (wake > 0 && wake <= 60000));
        switch (step % 7) {
        case 0:
            timebox_next(&t, now);
            break;
        case 1:
            timebox_add(&t, step);
            break;
        case 2:
            timebox_pause(&t, now);
            break;
        case 3:
            timebox_go_on(&t, now);
            break;
        case 4:
            assert(timebox_take_from_last(&t, now) >= 0);
            break;
        default:
            now += wake > 0 ? wake : step * 1000;
            break;
        }
        assert(t.at <= agenda->count && timebox_rest_ms(&t, now) >= 0);
        for (size_t k = 0; k < agenda->count; k++)
            assert(t.minutes[k] >= 1 && t.minutes[k] <= AGENDA_MINUTES_MAX);
    }
    timebox_write(&t, now, &line);
    assert(timebox_read(&again, agenda, strbuf_view(&line), now));
    timebox_write(&again, now, &other);
    assert(str_eq(strbuf_view(&line), strbuf_view(&other)));
    assert(timebox_left_ms(&t, now) == timebox_left_ms(&again, now));
    (void)timebox_read(&again, agenda, steps, now);
    assert(again.at <= agenda->count);
    strbuf_deinit(&line);
    strbuf_deinit(&other);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Str text = {(const char *)data, size};
    Arena arena = {0};
    Agenda agenda;
    Error err = {0};
    bool ok = agenda_parse(text, STR("a.tsv"), &arena, &agenda, &err);
    int minutes = 0;

    assert(ok == (err.code == ERR_NONE));
    assert(agenda_items(text) >= 0);
    if (ok) {
        assert(agenda.count >= 1 && agenda.count <= AGENDA_MAX);
        for (size_t i = 0; i < agenda.count; i++) {
            minutes += agenda.boxes[i].minutes;
            assert(agenda.boxes[i].title.len > 0);
        }
        assert(minutes == agenda.minutes);
        play(&agenda, text);
    } else {
        assert(str_starts(str_from(err.message), STR("a.tsv:")));
    }
    arena_deinit(&arena);
    return 0;
}
