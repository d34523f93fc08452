/* meet_view.h: a meeting about the document, as a screen (VIEW_MEET): who is there,
 * reading alone in turns, the notes opened together, the walk, votes, the decision.
 *
 * What is said and where it stands is a Meet (review/meet.h), the same as in lines;
 * here are the line that is being typed, the paragraph it is about, and the row of a
 * list. Each step is handed out to be kept before the next key; a line that is not
 * ended, when the keys rest and at the latest a second after its first key. */
#ifndef UI_MEET_VIEW_H
#define UI_MEET_VIEW_H

#include "review/meet_step.h"
#include "ui/model.h"

enum { MEET_KEEP_MS = 700 };

typedef struct MeetView {
    Arena arena;
    bool open;
    StrBuf name, bytes; /* of the document; the revision that is read */
    int revision;
    Document doc; /* … read; in the arena */
    Meet meet;
    Field field;
    size_t unit;      /* that a note is about; NO_INDEX: the whole document */
    size_t selected;  /* row of a list */
    bool importing;   /* the line is the name of a file of notes */
    bool ending;      /* what was decided is being written down */
    bool warned;      /* some have not read; once more opens all the same */
    bool dirty;       /* the half line is not kept, … */
    int64_t dirty_ms; /* … since */
    StrBuf state;     /* what is to be kept, as it is handed out */
    uint64_t told;    /* counts what was done */
} MeetView;

void meet_view_free(Model *m);
/* Ask for the meeting that was begun, or a new one; the view follows. */
void meet_view_open(Model *m, Effect *out);
/* A key that is no command's. */
void meet_view_key(Model *m, const Key *key, Effect *out);
/* A line, in linear mode. */
void meet_view_line(Model *m, Str line, StrBuf *say, Effect *out);
/* What stands there in lines. */
void meet_view_say(const Model *m, StrBuf *out);

bool meet_view_wants_keeping(const Model *m);
void meet_view_keep(Model *m, Effect *out);
/* The line was changed by a key. */
void meet_view_changed(Model *m, Effect *out);
/* The line of this step and this person: what was begun, else what is likely. */
void meet_view_fill(Model *m);
/* The page of the one who reads. */
const ReadingPage *meet_view_page(const Model *m);
/* How long until the time that is left is another; -1: nothing waits for that. */
int meet_view_wait_ms(const Model *m, int64_t now_ms);
/* Seconds of silence that are left to the one who reads; below 0: they are over. */
int64_t meet_view_left(const MeetView *v, Moment now);
/* Is a line typed that nobody else may see? */
bool meet_view_is_hidden(const Model *m);
uint64_t meet_view_told(const Model *m);

/* Rows of what can be chosen at this step; 0: a line is typed, or nothing. */
size_t meet_view_rows(const Model *m);
bool meet_view_is_outcome(const Model *m); /* … of outcomes */
/* A row, translated. */
void meet_view_row(const Model *m, size_t index, StrBuf *out);
bool meet_view_types(const Model *m); /* is there a line to type in? */
/* What is asked, above the line. */
void meet_view_ask(const Model *m, StrBuf *out);
/* Rows at the bottom for what is asked and the line. */
int meet_view_foot(const Model *m);
void meet_view_head(const Model *m, StrBuf *left, StrBuf *right);

#endif
