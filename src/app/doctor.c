#include "app/doctor.h"

#include <stdarg.h>

#include "app/helper.h"
#include "base/message.h"
#include "base/unicode.h"

void doctor_add(Doctor *d, const char *id, DoctorLevel level, Str fix,
                const char *format, ...)
{
    StrBuf text = {0}, shown = {0};
    va_list args;

    va_start(args, format);
    strbuf_addv(&text, format, args);
    va_end(args);
    particles_settle(&text);
    unicode_visible(strbuf_view(&text), VISIBLE_ONE_LINE, &shown);
    d->lines = arena_grow(d->arena, d->lines, d->count, &d->cap, sizeof *d->lines);
    d->lines[d->count++] =
        (DoctorLine){.id = id,
                     .level = level,
                     .text = arena_str(d->arena, strbuf_view(&shown)),
                     .fix = fix};
    strbuf_deinit(&text);
    strbuf_deinit(&shown);
}

Str doctor_install(const Doctor *d, const char *packages)
{
    static const char *const ways[][2] = {{"apt-get", "sudo apt install"},
                                          {"dnf", "sudo dnf install"},
                                          {"pacman", "sudo pacman -S"},
                                          {"brew", "brew install"}};

    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        if (helper_find(ways[i][0], d->arena).len > 0)
            return arena_printf(d->arena, "%s %s", ways[i][1], packages);
    return arena_printf(d->arena, _("install: %s"), packages);
}

void doctor_run(Doctor *d)
{
    doctor_terminal(d);
    doctor_multiplexer(d);
    doctor_store(d);
    doctor_repository(d);
    doctor_tools(d);
}

size_t doctor_problems(const Doctor *d)
{
    size_t count = 0;

    for (size_t i = 0; i < d->count; i++)
        count += d->lines[i].level == DOCTOR_PROBLEM;
    return count;
}

const char *doctor_level_name(DoctorLevel level)
{
    static const char *const names[] = {"ok", "note", "problem"};
    return names[level];
}
