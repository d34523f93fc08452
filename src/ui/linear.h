/* linear.h: the screens in plain lines, one question at a time: for screen readers,
 * for scripts, and for a terminal that can do nothing else.
 *
 * It is a second face of the same model. What a person types becomes a command of the
 * table (command.h), a key of a box, or an edit made through editor_replace(); nothing
 * is done here that the screens do in another way. linear_line() takes a line and may
 * ask for an effect, as update() does; linear_say() tells what is new since the last
 * time, and ends with the question. No cursor is moved, no colour carries anything. */
#ifndef UI_LINEAR_H
#define UI_LINEAR_H

#include "ui/interview.h"
#include "ui/model.h"

/* What the next line is the answer to. */
typedef enum LinearAsk {
    ASK_COMMAND, /* … or to the box that is open, Model.prompt */
    ASK_TEXT,    /* lines of a paragraph, up to a dot alone */
    ASK_PAIR,    /* the question of a new pair of an FAQ */
    ASK_INTERVIEW,
} LinearAsk;

/* What is to be done once the effects of a line are. */
typedef enum LinearAfter {
    AFTER_NOTHING,
    AFTER_FORGET, /* the answers of the interview are in the file */
    AFTER_QUIT,
} LinearAfter;

/* What was told last, so that only what is new is told. */
typedef struct LinearTold {
    bool any;
    View view;
    size_t stop;
    uint64_t version;        /* of the text */
    size_t row;              /* of the list */
    bool hinted[VIEW_COUNT]; /* what can be typed there */
    size_t tutorial;         /* its step, from 1 */
    StrBuf workshop;         /* what was told of it */
} LinearTold;

typedef struct Linear {
    LinearAsk ask;
    bool adding;   /* ASK_TEXT: a new paragraph, not another text of one */
    bool typing;   /* … a line was typed */
    bool drafted;  /* … the lines so far stand in the text, as its last step */
    Range place;   /* … the bytes that are replaced */
    size_t stop;   /* … adding: the section */
    size_t behind; /* … and the paragraph behind which, or NO_INDEX */
    Range written; /* … drafted: the new bytes */
    StrBuf before; /* … what is replaced */
    StrBuf text;   /* … the lines typed */
    StrBuf kept;   /* the answers of the interview, to be kept */
    StrBuf say;    /* told before anything else the next time */
    bool again;    /* the whole view is told the next time */
    LinearTold told;
    Interview interview;
    bool interviewing; /* the program runs for the interview alone */
    bool told_interview;
    LinearAfter after;
} Linear;

void linear_deinit(Linear *l);
/* A line that was typed, without its end, in NFC and without control characters. The
 * text was read anew (derive_needed() is false). */
Effect linear_line(Linear *l, Model *m, Str line);
/* Is it a word for what is done about the spelling? */
bool linear_spells(const Linear *l, const Model *m, Str line);
/* … for what can be typed in the text, which says whether there is a dictionary? */
bool linear_asks_help(const Linear *l, const Model *m, Str line);
/* The answers kept for the interview of the open document came: begin. */
void linear_interview(Linear *l, Model *m, Str kept);
/* What is still to do when all effects are done; EFFECT_NONE: ask on. */
Effect linear_next(Linear *l, Model *m);
/* There is no more input: the words go to the file, then EFFECT_QUIT comes. */
Effect linear_end(Linear *l, Model *m);
/* Append what is new to tell and the question for the next line. */
void linear_say(Linear *l, Model *m, StrBuf *out);

#endif
