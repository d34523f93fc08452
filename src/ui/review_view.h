/* review_view.h: what the screens of a review know: which change one is at, how it is
 * shown, what is being asked. */
#ifndef UI_REVIEW_VIEW_H
#define UI_REVIEW_VIEW_H

#include "review/review.h"
#include "ui/field.h"
#include "ui/msg.h"

typedef enum ReviewLook {
    LOOK_MARKED, /* old and new words in one text */
    LOOK_NEW,    /* the new text, all of it */
    LOOK_SIDES,  /* side by side, in a wide window */
    LOOK_COUNT,
} ReviewLook;

enum { SIDES_LEAST = 100 /* columns */ };

typedef enum QuestionGroup {
    QUESTIONS_OPEN,
    QUESTIONS_LOST, /* open, without a place */
    QUESTIONS_CLOSED,
    QUESTIONS_GROUPS,
} QuestionGroup;

/* A row of the list of questions: one of them, or the title of a group. */
typedef struct QuestionRow {
    size_t entry; /* or NO_INDEX for a title */
    QuestionGroup group;
    int count; /* of a title: rows below it */
} QuestionRow;

/* What of the box is typed into. */
typedef enum AskFocus {
    ASK_KIND,
    ASK_WORDING, /* of a suggestion: what to write instead */
    ASK_WORDS,
    ASK_FOR,
    ASK_DUE,
    ASK_PLACE, /* which words of the text it is about */
    ASK_FOCUS_COUNT,
} AskFocus;

/* While one writes: how much of what is at the caret it is about. */
typedef enum AskSpan {
    SPAN_SELECTED,
    SPAN_SENTENCE,
    SPAN_PARAGRAPH,
    SPAN_SECTION,
    SPAN_DOCUMENT,
    SPAN_COUNT,
} AskSpan;

/* What somebody asks, says, or answers: kept when its box is closed. */
typedef struct AskBox {
    ThreadKind kind;
    bool replies;     /* it is an answer to the thread `id` */
    StrBuf id, label; /* … "Q7" */
    Field words;      /* what is said, of several lines */
    Field wording;    /* the words that are suggested */
    Field owner;      /* who shall answer */
    Field due;        /* … and by when: "2bd" */
    AskSpan span;     /* of a question that is asked while one writes */
    Range place;      /* in the text after; empty: the part, or the document */
    StrBuf quote;     /* the words there */
    StrBuf part;      /* id or kind of their part */
    AskFocus focus;
} AskBox;

enum { BOX_ASK, BOX_REPLY, BOX_COUNT };

typedef struct ReviewView {
    Review *review; /* NULL: there is none */
    StrBuf since;   /* as it was asked for; empty: since the reader's mark */
    size_t block;   /* the change one is at, or NO_INDEX */
    bool follow;    /* scroll so that it shows */
    bool begins;    /* … from the top, as far as it has to */
    bool one_part;  /* only the part of that change */
    ReviewLook look;
    bool seen;      /* all of it was shown */
    bool noted;     /* … and that is kept */
    bool leaving;   /* one goes when it is */
    bool extending; /* motion extends what is picked */
    Range pick;     /* words of the text after; empty: none */
    QuestionRow *rows;
    size_t row_count, selected;
    StrBuf moving_id, moving; /* the thread that is put on other words; its label */
    ReviewLook look_before;   /* … and how the text stood until then */
    bool whole, moved;        /* all of what one is at is picked; it is put there */
    StrBuf wanted;            /* label of the row that the list opens at; empty: none */
    AskBox boxes[BOX_COUNT];
    StrBuf undo_id;    /* the thread that was accepted or closed last; empty: none */
    StrBuf undo_bytes; /* … the document before; empty: it was only closed */
    int box;           /* the one that is open */
    bool ask_dirty;    /* what stands in them is not kept as it is */
    StrBuf draft;      /* … in this form */
    AskRequestWords request;
} ReviewView;

#endif
