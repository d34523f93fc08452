/* agenda.h: what a workshop does, box by box: how long, about which section, who
 * starts.
 *
 * TSV, one line that names the columns, then a box a line; empty lines and lines that
 * begin with '#' count for nothing:
 *   minutes  1 to 600
 *   title    what the room calls it
 *   part     id of the section it is about; may be empty
 *   who      who starts: a name, "next" (the next one in the room) or empty
 *   kind     write, talk, list, goal or break; empty: write. "list:100": so many lines
 *            are wanted
 *   say      one sentence for the room; may be empty
 * Source: docs/workshop.md. */
#ifndef REVIEW_AGENDA_H
#define REVIEW_AGENDA_H

#include <stdbool.h>

#include "base/error.h"
#include "base/mem.h"
#include "base/str.h"
#include "doc/document.h"
#include "doc/template.h"

enum { AGENDA_MAX = 100, AGENDA_MINUTES_MAX = 600 };

typedef enum BoxKind { BOX_WRITE, BOX_TALK, BOX_LIST, BOX_GOAL, BOX_BREAK } BoxKind;

typedef struct AgendaBox {
    int minutes;
    Str title, part, who, say;
    BoxKind kind;
    int wanted; /* lines of a list; 0: not said */
    int line;   /* in the file */
} AgendaBox;

typedef struct Agenda {
    const AgendaBox *boxes;
    size_t count; /* 1 to AGENDA_MAX */
    int minutes;  /* of all boxes */
} Agenda;

/*   path   for messages
 *   owns   *out lives in `arena` and borrows from `bytes`
 *   fails  ERR_INVALID: "PATH:LINE: reason" */
bool agenda_parse(Str bytes, Str path, Arena *arena, Agenda *out, Error *err);
/* The agenda that a template's sections with minutes make, as such a file; false: none
 * has minutes. */
bool agenda_of_template(const Template *t, StrBuf *out);
/* Who starts a box, of the people in the room, who take turns where it says "next";
 * empty: nobody is named. */
Str agenda_starter(const Agenda *a, size_t box, const Str *room, size_t count);
/* The goal line that a section of the document holds, "goal-before" or "goal-after":
 * its first line with words; empty: there is none. Borrows from the document. */
Str agenda_goal(const Document *doc, const char *part);
/* Lines of a text that are an item of a list, or a question, with words in them. */
int agenda_items(Str text);

#endif
