/* workshop.h: a workshop about one document: its agenda, and where it stands.
 *
 * Kept in `workshop` of the private folder, 0600, from its start until the laptop is
 * cleared, so that neither a crash nor a reboot ends it: the time that has passed since
 * is known from the steady clock, after another start of the computer from the
 * calendar. */
#ifndef APP_WORKSHOP_H
#define APP_WORKSHOP_H

#include "app/session.h"
#include "review/timebox.h"

typedef struct WorkshopFile {
    Str document;            /* path from the root of the work tree */
    Str name;                /* "ideas/lantern" */
    Str agenda_name, agenda; /* what it is called, and its bytes */
    Str time;                /* timebox_write() at `noted` */
    Str boot;
    int64_t clock; /* the steady clock when noted … */
    Moment noted;  /* … and the time of day */
    Moment started;
    Str goal_before, goal_after; /* one line each; may be empty */
    bool stopped;
    Str taken;  /* path of the bundle that was verified; empty: none */
    Str commit; /* … and the last revision in it */
} WorkshopFile;

/* What there is; *found says whether.
 *   fails  ERR_INVALID: the file is damaged; ERR_IO */
bool workshop_load(const Session *s, Arena *arena, WorkshopFile *out, bool *found,
                   Error *err);
bool workshop_store(const Session *s, const WorkshopFile *file, Error *err);
bool workshop_forget(const Session *s, Error *err);
/* Note when it is now, before it is stored. */
void workshop_note(WorkshopFile *file, Arena *arena);
/* Its agenda, and where it stands by now.
 *   fails  ERR_INVALID: the file is damaged */
bool workshop_read(const WorkshopFile *file, Arena *arena, Agenda *agenda, Timebox *out,
                   Error *err);
/* What the steady clock would have shown when it was noted; milliseconds. */
int64_t workshop_noted_ms(const WorkshopFile *file, Arena *arena);

/* The agenda that a person named, a file or a name; an empty one: that of the
 * document's template, else two hours.
 *   lang   of the document
 *   fails  ERR_NOT_FOUND naming those there are; ERR_INVALID with the line */
bool workshop_agenda(Session *s, Str wanted, Str template_id, Lang lang, Arena *arena,
                     WorkshopFile *out, Agenda *agenda, Error *err);

#endif
