/* doctor.h: is everything around the program as it should be?
 *
 * Each line says what was found, in words; when something is not as it should be,
 * also the exact line that puts it right. Nothing is changed. */
#ifndef APP_DOCTOR_H
#define APP_DOCTOR_H

#include <stdbool.h>

#include "app/session.h"
#include "base/mem.h"
#include "base/str.h"

typedef enum DoctorLevel {
    DOCTOR_OK,
    DOCTOR_NOTE,    /* works, but could be better */
    DOCTOR_PROBLEM, /* something will not work */
} DoctorLevel;

typedef struct DoctorLine {
    const char *id; /* "locale"; stays the same, several lines may share one */
    DoctorLevel level;
    Str text; /* one sentence */
    Str fix;  /* what to type, or to put where; empty when there is nothing to do */
} DoctorLine;

typedef struct Doctor {
    Session *session;
    Arena *arena; /* of the lines */
    bool color;   /* colours are wanted */
    DoctorLine *lines;
    size_t count, cap;
} Doctor;

/* Look at everything, quickest first. Takes well under a second. */
void doctor_run(Doctor *d);
size_t doctor_problems(const Doctor *d);
const char *doctor_level_name(DoctorLevel level); /* "ok", for programs */

/* --- for the parts of it ------------------------------------------------- */

/* The text is a translated format; particles are settled. */
void doctor_add(Doctor *d, const char *id, DoctorLevel level, Str fix,
                const char *format, ...) __attribute__((format(printf, 5, 6)));
/* "sudo apt install hunspell", with the program for it that is here. */
Str doctor_install(const Doctor *d, const char *packages);

void doctor_terminal(Doctor *d);    /* doctor_terminal.c: terminal, colours, locale */
void doctor_multiplexer(Doctor *d); /* tmux and screen */
void doctor_store(Doctor *d);       /* doctor_store.c: settings, folders, identity */
void doctor_repository(Doctor *d);  /* doctor_repository.c */
void doctor_tools(Doctor *d); /* doctor_tools.c: git, editor, clipboard, spelling */

#endif
