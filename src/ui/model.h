/* model.h: everything the screens know. Only update() and the cmd_ files change
 * it; draw() reads it. Offsets and ids, never pointers into derived data. */
#ifndef UI_MODEL_H
#define UI_MODEL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/line_ends.h"
#include "base/mem.h"
#include "check/check.h"
#include "check/measure.h"
#include "diff/merge.h"
#include "diff/redline.h"
#include "doc/adopt.h"
#include "doc/document.h"
#include "doc/library.h"
#include "doc/split.h"
#include "render/render.h"
#include "review/restoring.h"
#include "review/timebox.h"
#include "term/screen.h"
#include "text/text.h"
#include "text/wrap_memo.h"
#include "ui/field.h"
#include "ui/landed_view.h"
#include "ui/msg.h"
#include "ui/review_view.h"
#include "ui/spell_words.h"
#include "ui/wrote.h"

typedef enum View {
    VIEW_HOME,
    VIEW_WRITE,
    VIEW_PREVIEW,
    VIEW_HISTORY,
    VIEW_CHANGES, /* a redline */
    VIEW_HELP,
    VIEW_CHECKS,    /* all findings of the document */
    VIEW_RULE,      /* what a rule is for */
    VIEW_FIGURES,   /* lengths, reading time, who acts, how it answers */
    VIEW_ADOPT,     /* confirm the sections that were found */
    VIEW_SPLIT,     /* … and who asks each question of an FAQ */
    VIEW_MERGE,     /* decide what two people made of one text */
    VIEW_RECOVER,   /* words that a crash left behind */
    VIEW_REVIEW,    /* what changed since one last read it, and what is asked */
    VIEW_QUESTIONS, /* all that is asked */
    VIEW_RESTORE,   /* what of a revision is brought back */
    VIEW_DECK,      /* a card of the deck of questions */
    VIEW_MATRIX,    /* … who asks what, and what is answered */
    VIEW_FIVE,      /* the five questions, each person alone */
    VIEW_AGENDA,    /* of the workshop that goes on */
    VIEW_EXERCISE,  /* the lines its item wants */
    VIEW_AUTHORS,   /* who wrote these words */
    VIEW_LANDED,    /* what became of what was said and agreed */
    VIEW_MEET,      /* reading together, and deciding */
    VIEW_COUNT,
} View;

/* A question to the person is state, never a nested loop. */
typedef enum PromptType {
    PROMPT_NONE,
    PROMPT_MENU,
    PROMPT_PALETTE,
    PROMPT_SECTIONS,
    PROMPT_FIND,
    PROMPT_REPLACE,    /* what is to be replaced; typed into PROMPT_FIND's field */
    PROMPT_WITH,       /* … with what */
    PROMPT_REPLACING,  /* … this one? */
    PROMPT_SEARCH,     /* words to look for on a screen */
    PROMPT_REVISION,   /* a name for a revision */
    PROMPT_LINE,       /* the number of a line to go to */
    PROMPT_NOTE,       /* save with a note */
    PROMPT_NAME,       /* who are you */
    PROMPT_WHO,        /* who types next */
    PROMPT_NEW,        /* a new document */
    PROMPT_CLOSE,      /* words that are no revision yet */
    PROMPT_CLOSE_FILE, /* the same where no revisions are kept */
    PROMPT_OUTSIDE,    /* the file changed outside */
    PROMPT_GONE,       /* the file is no longer there */
    PROMPT_FAILED,     /* it cannot be written */
    PROMPT_ELSEWHERE,  /* … where else? */
    PROMPT_OWN,        /* own words in a merge */
    PROMPT_MERGE,      /* the name of a branch to put into the text */
    PROMPT_EXPORT,
    PROMPT_CHECK,        /* the check at the caret */
    PROMPT_SILENCE,      /* why a check is silenced */
    PROMPT_FILTER,       /* words to look for among the checks */
    PROMPT_KIND,         /* which section it is */
    PROMPT_HELD,         /* somebody else has the document open */
    PROMPT_LOST,         /* somebody has taken it over */
    PROMPT_SPELL,        /* a misspelled word */
    PROMPT_INTERVIEW,    /* a question of the interview */
    PROMPT_ASK,          /* ask, comment, suggest, answer */
    PROMPT_CLOSING,      /* why a question of somebody else is closed */
    PROMPT_PLACE,        /* which words a question is put on */
    PROMPT_FIVE,         /* one of the five questions */
    PROMPT_FIVE_REVEAL,  /* shall all answers be shown? */
    PROMPT_FIVE_KEEP,    /* what of them is kept */
    PROMPT_FIVE_FIRST,   /* a new document: the five questions first? */
    PROMPT_CARD_ANSWER,  /* an answer to the card of the deck */
    PROMPT_CARD_CHANGED, /* did it change the press release? */
    PROMPT_CARD_SKIP,    /* why the card is skipped */
    PROMPT_CARD_ROLE,    /* as whom one asks */
    PROMPT_TIMER,        /* more time, a pause, the next item */
    PROMPT_GOAL,         /* the goal of a workshop, in one line */
    PROMPT_EXERCISE,     /* a line of an exercise */
    PROMPT_READY,        /* before the document goes to its readers */
    PROMPT_COUNT,
} PromptType;

enum { NEW_NAME, NEW_TITLE, NEW_CUSTOMER, NEW_PRODUCT, NEW_ORIGIN, NEW_FIELDS };

typedef struct Prompt {
    PromptType type;
    size_t selected;
    size_t top;
    bool ticked;     /* PROMPT_WHO: who is in the room was changed */
    PromptType back; /* PROMPT_SILENCE: the box it was opened from */
    /* PROMPT_NEW: template, language, then the fields, then the button. */
    size_t template_at;
    Lang lang;
    Field fields[NEW_FIELDS];
} Prompt;

/* A place the writer is led to: a section, or one pair of a FAQ. */
typedef struct Stop {
    size_t part;
    size_t question; /* index, or NO_INDEX */
    size_t start;    /* of its label or question, in the derived bytes */
    size_t caret;    /* where one goes on writing */
} Stop;

/* What is computed from the text, in one arena, by derive(). */
typedef struct Derived {
    Arena arena;
    bool valid;
    bool stale;       /* the settings of the checks have changed since */
    uint64_t version; /* of the text it was made from */
    Document doc;
    Findings findings;
    Measures measures;
    const Stop *stops;
    size_t stop_count;
    const size_t *issues; /* findings that are issues, by place */
    size_t issue_count;
    Range *asked; /* where open questions point (pinned.h) */
    size_t asked_count;
    const int *lengths; /* of the parts, in the unit of the document */
    int words;
} Derived;

/* The check that a key led to: several may begin at one place. It is forgotten when
 * the caret moves or the text changes. */
typedef struct IssueMark {
    bool set;
    size_t finding; /* index */
    size_t caret;
    uint64_t version; /* of the text it was found in */
} IssueMark;

#define VERSION_NONE UINT64_MAX /* no version of a text */

/* What was seen of the file since it was read or written here. */
typedef enum Outside { OUTSIDE_SAME, OUTSIDE_CHANGED, OUTSIDE_GONE } Outside;

/* The file of the document could not be written (elsewhere.h). */
typedef struct Unwritable {
    bool set;
    EffectType effect; /* that the person asked for */
    EffectType then;   /* … and what was to follow */
    StrBuf reason;     /* a sentence */
    StrBuf kept;       /* the journal that has the words; empty: none */
    uint64_t copied;   /* version of the text that a copy elsewhere has */
} Unwritable;

/* Where one was before a step that changed more than what is at the caret. */
typedef struct NotedPlace {
    uint64_t version; /* of the text then */
    size_t caret, top;
    int top_row;
} NotedPlace;

enum { NOTED_MAX = 8 };

typedef struct Editor {
    bool open;
    bool offered; /* to confirm its sections */
    StrBuf path;
    StrBuf name; /* for row 1 until a title is known */
    Text *text;
    StrBuf disk;           /* the file as it was read or written last */
    uint64_t disk_version; /* of the text that is `disk`; VERSION_NONE: of none */
    /* Nothing was typed here since the text had this version; until words typed
     * since are written, `disk` is that text, from then on `start`. */
    uint64_t start_version;
    StrBuf start;
    bool start_kept;
    Outside outside;
    bool tracked; /* revisions are kept */
    bool based;   /* `base` is known */
    bool base_asked;
    StrBuf base; /* bytes of the last revision; empty when there is none */
    int base_words;
    int revision;    /* its number, 0: none yet */
    Moment saved;    /* when this session saved last; seconds 0: not yet */
    Moment kept;     /* when the words since were last safe on the disk; 0: not yet */
    bool wrote;      /* words typed here are in the file and in no revision */
    bool not_kept;   /* words are only in memory */
    bool read_only;  /* somebody else has it open */
    bool lost_lease; /* somebody has taken it over: the file is not written */
    StrBuf holder;   /* who that is, for a sentence */
    Unwritable unwritable;
    size_t caret;
    size_t anchor;               /* other end of the selection, or NO_INDEX */
    bool marking;                /* motion keys select */
    int goal;                    /* column that up and down aim at, -1: none */
    Range only;                  /* only these lines are shown; empty: all */
    size_t top;                  /* line start of the first row shown */
    int top_row;                 /* … and the row within that line */
    WrapMemo *wraps;             /* of the lines shown lately */
    NotedPlace noted[NOTED_MAX]; /* the newest at noted_count - 1, going round */
    size_t noted_count;
    bool marks;      /* hidden comments and front matter are shown */
    size_t edit_at;  /* where the text changed since it was derived … */
    long edit_shift; /* … and by how many bytes what follows moved */
    Derived derived;
    bool reading;             /* a reading in the background has not ended, … */
    uint64_t reading_number;  /* … the one asked for last, */
    uint64_t reading_version; /* … of this text */
    bool base_is_text;        /* the last revision is the text of this version: … */
    uint64_t base_version;    /* … `base_words` are counted when it is read */
    IssueMark issue;          /* the check one was led to */
} Editor;

typedef struct Home {
    Arena arena;
    bool loaded;
    bool workspace;
    DocumentEntry *documents; /* in the arena */
    size_t count;
    size_t selected, top;
} Home;

typedef struct HistoryList {
    Arena arena;
    Revision *items;  /* newest first; of several saves the newest */
    HistoryRow *rows; /* … and the rest of what is known of each row */
    size_t count, item_cap, row_cap;
    size_t total;        /* revisions */
    bool complete, more; /* all are known; there are more rows than these */
    size_t selected;
    size_t top;      /* lines: the first row that was told */
    bool sought;     /* the rows came anew, and the one at hand has not come yet: */
    Revision wanted; /* … its commit and number */
    int marked;      /* revision number to compare with, 0: none */
    bool all;        /* small saves one by one */
    size_t opened;   /* rows of several that were shown one by one */
    StrBuf part, part_title; /* only what changed this section; empty: everything */
    int errors[TREND_ROOM], warnings[TREND_ROOM]; /* of revisions, oldest first */
    size_t trend_count;                           /* … so many are known */
    bool trend_done, trend_too_long;
    StrBuf untouched; /* sections that are as in their first draft */
    bool cut;         /* older revisions are not in this clone */
    StrBuf preview;   /* what the row `previewed` changed, as {+ +} and [- -] */
    size_t previewed; /* NO_INDEX: none */
} HistoryList;

/* Who wrote the words of a document: a page. */
typedef struct AuthorsView {
    Wrote *wrote;       /* NULL: not known yet */
    bool waits;         /* it is being worked out */
    size_t seen, total; /* revisions; total is 0 while these are looked for */
    size_t caret;       /* offset of the words one has come from, or NO_INDEX */
    bool follow;        /* they shall be seen */
} AuthorsView;

typedef struct ChangesView {
    Arena arena;
    StrBuf before, after;
    int from, to; /* revisions or REVISION_UNSAVED */
    Document before_doc, after_doc;
    Redline redline;
    bool valid;
    size_t block; /* the change one is at, or NO_INDEX */
    bool follow;  /* scroll so that it shows */
} ChangesView;

/* Two drafts of one text that are being put together (merging.h). */
typedef struct Merging {
    Arena arena;
    bool open;                 /* there is one; it is kept when its view is left */
    StrBuf texts[THREE_COUNT]; /* bytes, with the line ends of theirs */
    LineEnds ends;             /* that theirs got anew; else ENDS_NONE */
    Document docs[THREE_COUNT];
    Merge merge;
    MergeChoice *choices; /* one for each conflict */
    Range *places;        /* … and where it stands in `result` */
    StrBuf result;
    StrBuf who;       /* wrote theirs; empty: it is the file's */
    bool kept_on;     /* choices are kept: it was not the file that changed outside */
    MergeFrom from;   /* what the end is: a save; git is told; or words to be saved */
    StrBuf commit;    /* of a branch, when all of it is merged: its last one */
    StrBuf kept;      /* the choices, as they were handed out last */
    size_t at;        /* the conflict at hand */
    uint64_t version; /* of the text, which is `mine` */
} Merging;

/* A row of the list of checks: one of them, or the title of a group. */
typedef struct CheckRow {
    size_t finding; /* index, or NO_INDEX for a title */
    size_t part;    /* of a title; NO_INDEX: the whole document */
    bool silenced;  /* … or the title over those that are silenced */
    int count;      /* of a title: rows below it */
} CheckRow;

typedef struct ChecksList {
    Arena arena;
    const CheckRow *rows;
    size_t count;
    size_t selected; /* a row that is no title, where there is one */
    size_t top;
    Level least; /* LEVEL_OFF, or the lowest level that is listed */
    bool valid;
    uint64_t version; /* of the text it was made from */
} ChecksList;
/* What was found in the text and is being confirmed (confirm.h). */
typedef struct Confirm {
    Arena arena;
    StrBuf bytes;      /* the text it is about */
    Document doc;      /* … read; in the arena */
    Adoption adoption; /* of VIEW_ADOPT */
    Split split;       /* of VIEW_SPLIT */
    bool *answered;    /* by row */
    size_t selected;   /* the row behind the last one writes */
} Confirm;

/* Words that were left behind, as they are offered (recover.h). */
typedef struct Recovery {
    Arena arena;
    RecoveredWords words; /* in the arena */
    Document before, after;
    Redline redline; /* from the file to them */
    size_t selected;
} Recovery;

/* What of a revision is brought back (restore_screen.h). */
typedef struct RestoreScreen {
    Restoring *what; /* NULL: nothing was asked for yet */
    size_t row;
    bool of_change;    /* one comes from a change of a redline */
    bool undoing;      /* what is under way undoes it */
    StrBuf note;       /* … and says so */
    int undo_revision; /* the one before what was restored last; 0: none was */
    StrBuf undo_bytes; /* … its words, */
    StrBuf undo_seen;  /* … and those that came in their place */
} RestoreScreen;

/* A scrolled view as styled lines (page.h): preview, changes, help. */
typedef struct PageRun {
    Str text;
    Style style;
} PageRun;

typedef struct PageLine {
    const PageRun *runs;
    size_t run_count;
    size_t offset; /* preview: in the document's bytes */
    size_t block;  /* changes: of the redline, else NO_INDEX */
    bool aside;    /* review: of a thread, not of the text */
    bool here;     /* the cursor belongs here, unless a choice or a search moves it */
} PageLine;

typedef struct Page {
    Arena arena;
    const PageLine *lines;
    size_t count;
    bool valid;
    View view; /* it was built for these */
    int width, rows;
    uint64_t version;
} Page;

/* What the words of PROMPT_SEARCH found on a screen where nothing is typed. */
typedef struct Search {
    bool on;
    View view;
    size_t from;     /* row to look from */
    size_t row, col; /* of the match at hand: row, and byte in its text */
} Search;

/* The replacing that PROMPT_REPLACING asks about. */
typedef struct Replacing {
    size_t stop; /* it ends before this place, once it is round */
    bool wrapped;
    int done;
} Replacing;

/* The workshop that goes on about the open document (workshop.h). */
typedef struct Workshop {
    Arena arena;
    bool asked, on;
    bool seconds; /* the timer shows them */
    Agenda agenda;
    Timebox time;
    const Str *room; /* who is in the room, by the roster */
    size_t room_count;
    Str goal_before, goal_after; /* in the arena; may be empty */
    int64_t read_ms;             /* the clock when it was read … */
    Moment read_at;              /* … and the time of day */
    int64_t saved_ms;            /* the last revision of its own, or the beginning */
    size_t ended;  /* the item whose end has had one, from 1; 0: the present one not */
    bool changed;  /* what a crash must not forget */
    bool exercise; /* the item at hand wants lines: they are to be shown */
    StrBuf note;   /* of that revision */
    StrBuf state;  /* what is to be kept, as it is handed out */
} Workshop;

enum { ROOM_MAX = 64, TEXT_MAX = 72 };

typedef struct Tutorial {
    bool on;
    bool lines; /* in linear mode */
    bool based; /* the last revision was known when `revision` was taken */
    size_t step;
    /* When the step began: */
    uint64_t version; /* of the text */
    size_t length;
    int revision;
    unsigned seen; /* commands run */
} Tutorial;

/* How much of a frame a message changed: a typed character is shown before anything
 * else, and what stands around the text follows when the keys rest. */
typedef enum Redraw {
    REDRAW_ALL,
    REDRAW_TEXT, /* the rows of the text */
    REDRAW_LINE, /* … of the line the caret is in */
} Redraw;

typedef struct Model {
    const Library *lib;
    CheckOptions check;
    int rows, cols;
    bool color_off;            /* hints say so */
    const struct Keymap *keys; /* of the person, NULL: the program's */
    int hint_rows;             /* 0 to 2 */
    Moment now;
    Redraw redraw; /* what the last message changed */

    View view;
    View back[8]; /* where Esc goes */
    int depth;

    Prompt prompt;
    Field typed[PROMPT_COUNT]; /* kept when a box is closed */
    size_t find_at;            /* caret when the search was opened */
    Replacing replacing;
    Search search;
    size_t colours;        /* which theme: its place among the values of ui.theme */
    Range edited;          /* what EFFECT_EDITOR was given */
    int text_most;         /* columns of text at most, 0: the window's */
    bool typewriter;       /* the caret's row stays in the middle */
    bool projector;        /* big text: only the section at hand, few words around it */
    size_t colours_before; /* … of the person, where it was switched on */
    bool smart_quotes;     /* typed quotation marks become those of the language */
    bool mouse_off;        /* the mouse is the terminal's */
    bool dragging;         /* what the mouse selects is copied when it is let go */

    Editor ed;
    Home home;
    HistoryList history;
    AuthorsView authors;
    ChangesView changes;
    ChecksList checks;
    const Rule *rule; /* that VIEW_RULE explains */
    Confirm confirm;
    Spelling spelling;
    Tutorial tutorial;
    Workshop workshop;
    int64_t clock_ms; /* a steady clock, as messages tell */
    Merging merging;
    char merged[65];                /* the commit that the next save merges; "": none */
    struct InterviewBox *interview; /* interview_box.h; NULL: none was begun */
    struct FiveView *five;          /* five_view.h; NULL: none was opened */
    struct MeetView *meet;          /* meet_view.h; NULL: none was opened */
    struct ExerciseView *exercise;  /* exercise_view.h; NULL: none was opened */
    struct DeckView *deck;          /* deck_view.h; NULL: none was opened */
    struct ReadyBox *ready;         /* readying.h; NULL: not asked for yet */
    Recovery recovery;
    ReviewView review;
    RestoreScreen restore;
    LandedView landed;
    Page page;
    size_t top[VIEW_COUNT]; /* first line shown of each scrolled view */
    bool follow_caret;      /* the preview opens at the caret's place */

    StrBuf who; /* who types */
    Arena people_arena;
    PersonEntry *people;
    size_t person_count;
    Str room[ROOM_MAX]; /* who is here, for EFFECT_WHO */

    StrBuf clip;       /* with the hidden marks of what was cut */
    StrBuf clip_words; /* without: for other programs */
    int copied_words;  /* to be spoken of when they are handed over; 0: not */
    StrBuf notice;
    bool notice_bad;       /* it tells of a failure */
    unsigned recent_count; /* commands run */
    uint64_t recent[8];    /* commands used last, for the palette */

    EffectType after_save; /* then: EFFECT_NONE, _QUIT (close), _WHO, _ADD_PERSON */
    bool save_waiting;     /* a save waits for a name to sign it with */
    bool save_noted;       /* the save under way has the note of its box */
    StrBuf next_who;       /* who takes over after the save */
    bool started_with_document;
    bool hung_up;        /* the terminal is gone: write and end */
    int end_status;      /* … with this */
    bool beside_tried;   /* … and the file could not be written */
    bool go_first;       /* a new document opens at its first section */
    bool changes_wanted; /* shown once the last revision is known */
    View look_then;      /* VIEW_MERGE, VIEW_CHANGES: shown once the file was read;
                            VIEW_HOME: none */
    Str deck_role;       /* VIEW_DECK: as whom one asks first */
    bool walking;        /* the history of the document is being looked through */
    bool review_later;   /* it was asked for, and the history is looked through */
    Str review_since;    /* … VIEW_REVIEW: since this revision */
    Str merge_other;     /* … VIEW_MERGE: the branch; empty: what git left */
    View open_view;      /* shown once the document being opened is there */
    PromptType open_box; /* … and asked over it */
} Model;

void model_init(Model *m, const Library *lib, int rows, int cols);
void model_deinit(Model *m);

void model_go(Model *m, View view); /* remembers where Esc goes */
void model_back(Model *m);
void model_say(Model *m, const char *format, ...) __attribute__((format(printf, 2, 3)));
void model_say_error(Model *m, const Error *err);

/* Are there words in the text that are not in the file? That are no revision? */
bool editor_unwritten(const Editor *ed);
bool editor_unsaved(const Editor *ed);
/* Were words typed here that are no revision, or not in the file where none are kept?
 */
bool editor_typed(const Editor *ed);
/* How many more words there are than in the last revision; 0: none, or not known. */
int editor_new_words(const Editor *ed);
/* Title for row 1: the document's, else its name. */
Str editor_title(const Editor *ed);
Range editor_selection(const Editor *ed); /* empty at the caret when none */

#endif
