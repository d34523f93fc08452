/* msg.h: what happened (Msg) and what to do about it outside (Effect).
 *
 * The only way between the pure screens and the world: update() takes a Msg and
 * returns at most one Effect; performing it gives the next Msg. Str members
 * borrow: those of an Effect from the model until the next update(), those of a
 * Msg from the sender until update() returns. */
#ifndef UI_MSG_H
#define UI_MSG_H

#include <stdbool.h>
#include <stdint.h>

#include "base/date.h"
#include "base/error.h"
#include "base/lang.h"
#include "base/str.h"
#include "doc/revision.h"
#include "term/key.h"

typedef enum EffectType {
    EFFECT_NONE,
    EFFECT_QUIT,     /* status */
    EFFECT_LIST,     /* documents of the workspace: MSG_DOCUMENTS */
    EFFECT_DESCRIBE, /* path: MSG_DESCRIBED */
    EFFECT_OPEN,     /* path: MSG_OPENED */
    EFFECT_BASE,     /* path: its last revision, after the first frame: MSG_BASE */
    EFFECT_SAVE,     /* path bytes seen note trailers: MSG_SAVED */
    EFFECT_WRITE,    /* path bytes seen, the file only, no revision: MSG_WRITTEN */
    EFFECT_PLACE,    /* path: where else could it be written? MSG_PLACE */
    EFFECT_PUT,      /* path(typed) name(document) bytes: a new file: MSG_PUT */
    EFFECT_RELOAD,   /* path: MSG_RELOADED */
    EFFECT_LOOK,     /* path seen: is it still so outside? MSG_LOOKED */
    EFFECT_CREATE,   /* draft: MSG_CREATED */
    EFFECT_HISTORY,  /* path, on(small saves one by one), name(section): MSG_HISTORY */
    EFFECT_HISTORY_MORE,  /* number(row that is to be compared), on(with its words):
                             MSG_HISTORY_MORE or _ROW */
    EFFECT_HISTORY_OPEN,  /* number(row of several saves): MSG_HISTORY_OPENED */
    EFFECT_HISTORY_TREND, /* number(points there is room for), from(the next one):
                             MSG_HISTORY_TREND */
    EFFECT_NAME,          /* path, from, name: MSG_NAMED */
    EFFECT_COMPARE,       /* path, from, to: MSG_COMPARED */
    EFFECT_PEOPLE,        /* MSG_PEOPLE */
    EFFECT_WHO,           /* name, room: MSG_WHO */
    EFFECT_ADD_PERSON,    /* name: MSG_WHO */
    EFFECT_EXPORT,        /* path bytes name(format): MSG_EXPORTED */
    EFFECT_COPY,          /* bytes, to the clipboard of others: MSG_COPIED */
    EFFECT_INIT,          /* make the workspace: MSG_DOCUMENTS */
    EFFECT_ANSWERS,       /* path: the answers of its interview: MSG_ANSWERS */
    EFFECT_KEEP,          /* path bytes: keep these answers; empty: forget them */
    EFFECT_DERIVE,    /* bytes number lib check: read them in the background: MSG_DONE,
                         and MSG_DERIVED when that is done */
    EFFECT_SUSPEND,   /* MSG_RESUMED */
    EFFECT_EDITOR,    /* bytes, in the editor of the person's own: MSG_EDITED */
    EFFECT_MOUSE,     /* on: whose it is: no answer */
    EFFECT_COLOURS,   /* name: a theme, from now on: no answer */
    EFFECT_REDRAW,    /* everything is sent again: no answer */
    EFFECT_RECOVERED, /* path, name(id), choice, person, bytes: MSG_RECOVERED */
    EFFECT_ADD_WORD,  /* name: a word of the workspace: MSG_WORD_ADDED */
    EFFECT_ADOPTED,   /* path bytes(ids, one a line): they were written: no answer */
    EFFECT_REVIEW,    /* path bytes name(since): MSG_REVIEW */
    EFFECT_ASK,       /* path bytes ask: MSG_ASKED */
    EFFECT_REPLY,     /* path name(id) note(words): MSG_ASKED */
    EFFECT_ANCHOR,    /* path bytes name(id) ask(quote place): MSG_ASKED */
    EFFECT_CLOSE,     /* path name(id) note(reason): MSG_ASKED */
    EFFECT_ACCEPT,    /* path name(id): MSG_ACCEPTED */
    EFFECT_UNDO_REVIEW, /* path name(id) bytes(the document as it was; empty: only open
                           it again) seen(as it is): MSG_ACCEPTED */
    EFFECT_NOTE_READ,   /* path revision: it was read up to there: MSG_NOTED_READ */
    EFFECT_KEEP_ASK,    /* path bytes(what is being asked); empty: none: MSG_DONE */
    EFFECT_LANDED,      /* path bytes: MSG_LANDED */
    EFFECT_MERGE,       /* path, name(branch; empty: what git left), bytes: MSG_MERGE */
    EFFECT_SETTLE,     /* path bytes seen: write them and tell git that they are merged:
                          MSG_WRITTEN */
    EFFECT_CHOICES,    /* path, bytes: what was decided, to be kept; empty: to be
                          forgotten: no answer */
    EFFECT_RESTORE,    /* path bytes, from(revision) or name(its commit): MSG_RESTORE */
    EFFECT_RESTORE_DO, /* path bytes seen after note, on(bytes are in no revision yet):
                          MSG_RESTORED */
    EFFECT_TAKE_OVER,  /* path: its lease again, nothing is read: MSG_LEASE */
    EFFECT_DECK,       /* path: what was done with the deck of questions: MSG_DECK */
    EFFECT_DECK_NOTE,  /* path bytes name(question) number(DeckDeed) from(DeckChanged)
                          note(words): MSG_DECK */
    EFFECT_EXERCISE,   /* path, from(ExerciseAction), name(of it), note(the line):
                          MSG_EXERCISE */
    EFFECT_FIVE,       /* path, from(FiveAction), name(who; empty: the group)
                          number(question, or what is kept) note(answer) bytes: MSG_FIVE */
    EFFECT_MEET,       /* path, from(MeetAction), on(words are in no revision)
                          bytes(what was said) name(a file of notes): MSG_MEET */
    EFFECT_WORKSHOP,   /* path: the workshop about it: MSG_WORKSHOP */
    EFFECT_KEEP_WORKSHOP, /* path bytes(where it stands) name(goal before) note(after):
                             MSG_DONE */
    EFFECT_AUTHORS, /* path, from(revision; REVISION_UNSAVED: bytes): MSG_AUTHORS */
    EFFECT_AUTHORS_MORE, /* MSG_AUTHORS */
} EffectType;

/* The meeting begun, or a new one; what was said is to be kept; notes of a file are
 * taken in; it is decided. */
typedef enum MeetAction { MEET_LOOK, MEET_KEEP, MEET_IMPORT, MEET_END } MeetAction;
typedef enum ExerciseAction {
    EXERCISE_LOOK,
    EXERCISE_WRITE,
    EXERCISE_DROP,
} ExerciseAction;

typedef enum FiveAction { FIVE_LOOK, FIVE_ANSWER, FIVE_REVEAL, FIVE_FINISH } FiveAction;

/* A revision number, or one of these. */
enum {
    REVISION_NONE = 0,
    REVISION_UNSAVED = -1,
    REVISION_OUTSIDE = -2, /* the file, as somebody else left it */
    REVISION_FILE = -3,    /* what the file holds */
    REVISION_KEPT = -4,    /* words that were left behind */
    REVISION_BEFORE = -5,  /* the one that the other side changed, or nothing */
};

typedef enum RecoverChoice {
    RECOVER_KEPT,  /* in the text of this session, and in its journal */
    RECOVER_SAVED, /* a revision, or the file, has them */
    RECOVER_ASIDE,
} RecoverChoice;

typedef struct DraftRequest {
    Str template_id;
    Lang lang;
    Str name;
    Str title, customer, product;
    Str origin; /* of the idea; may be empty */
} DraftRequest;

/* A question, comment or suggestion. */
typedef struct AskRequestWords {
    int kind; /* ThreadKind */
    Str text, suggestion;
    Str quote, part; /* empty: the document */
    Range place;     /* of the quote in `bytes`; empty: not known */
    Str owner, due;
} AskRequestWords;

typedef struct Effect {
    EffectType type;
    int status;
    Str path;
    Str bytes;
    Str seen;  /* what was read from the file: it is only replaced if it is this */
    Str after; /* EFFECT_RESTORE_DO: what the document shall be */
    Str note;
    Str trailers; /* EFFECT_SAVE: lines of the message; may be empty */
    Str name;
    const Str *room;
    size_t room_count;
    int from, to;       /* revisions */
    bool take_over;     /* EFFECT_OPEN: from whoever has it open */
    bool quiet;         /* EFFECT_WRITE: nobody asked for it */
    bool on;            /* EFFECT_MOUSE */
    const char *merged; /* EFFECT_SAVE: the commit that is merged by it; NULL: none */
    RecoverChoice choice;
    Str person; /* who typed the words; empty: who types now */
    uint64_t number;
    const struct Library *lib;
    const struct CheckOptions *check;
    DraftRequest draft;
    const AskRequestWords *ask;
    const Revision *revision;
} Effect;

/* Where the two drafts of a merge come from. */
typedef enum MergeFrom {
    MERGE_FROM_REVISION, /* a branch, or another revision */
    MERGE_FROM_GIT,      /* git is in a merge and left the file to us */
    MERGE_FROM_MARKS,    /* the file holds marks of a merge */
} MergeFrom;

/* Words that a session left behind. */
typedef struct RecoveredWords {
    Str id;
    Str person; /* empty: nobody was known */
    Str place;  /* section; may be empty */
    Moment last;
    Str base;   /* the file when that session began to type */
    Str text;   /* the document with them */
    bool known; /* the file is as that session knew it */
    bool live;  /* it goes on */
} RecoveredWords;

/* A row of the history: one revision, or several small saves of one person. */
typedef struct HistoryRow {
    Revision revision; /* the newest of them */
    size_t saves;      /* how many; 1 mostly */
    int previous;      /* number of the one that the oldest changed; 0: none, or the
                          numbers are not known */
    Moment first;      /* time of the oldest */
    bool stands_out;   /* it has a name or a note */
    Str name;
    bool compared; /* the rest is known */
    int added, removed;
    Str what; /* sections, or what was said */
} HistoryRow;

enum { TREND_ROOM = 60 };

/* How many findings a revision had; or what else is known of how a document came along.
 */
typedef struct HistoryTrend {
    bool point;           /* it is one: */
    int errors, warnings; /* … -1: not known */
    bool too_long;        /* … because checking it would hold up the keys */
    bool done;            /* all is known: */
    Str untouched; /* … sections that are as in their first draft; may be empty */
    bool cut;      /* … the clone is shallow: older revisions are not in it */
} HistoryTrend;

/* Who else has a document open. */
typedef struct HeldBy {
    bool set;
    Str person; /* may be empty */
    Str host, tty;
    bool here; /* on this computer */
    Moment since;
} HeldBy;

/* One row of Home. */
typedef struct DocumentEntry {
    Str path;
    Str name;
    Str title;
    bool described; /* the rest is known */
    Str stage;      /* draft review decided launched */
    bool archived;  /* known before the rest: it stands behind those that are not */
    Str decision;   /* "no: not different", of the last minutes; or empty */
    Str reason;     /* when, by whom and why it was decided so; or empty */
    int words;
    int errors, warnings;
    int revision; /* 0: none yet */
    Str who;      /* of the last revision */
    Moment time;
    int pr_done, pr_total;
    int external_done, external_total; /* answered, asked */
    int internal_done, internal_total;
    Str since;        /* what changed since one last read it: a sentence, or empty */
    int open;         /* questions */
    int overdue;      /* … whose time is over */
    Str next_step;    /* one sentence */
    Str problem;      /* why it cannot be read; empty when it can */
    Moment recovered; /* of words that are kept and not in it; 0: none */
    Str recovered_who, recovered_place; /* may be empty */
} DocumentEntry;

typedef struct PersonEntry {
    Str name;
    bool typing;
    bool here;
    int words;    /* in revisions of this clone */
    Moment since; /* when this person took over last; seconds 0: not known */
    Moment last;  /* of the last revision; seconds 0: none */
} PersonEntry;

typedef enum MsgType {
    MSG_START,
    MSG_KEY,
    MSG_RESIZE,     /* rows, cols */
    MSG_IDLE,       /* nothing was typed for a moment */
    MSG_HANGUP,     /* status: the process ends with it */
    MSG_PAUSE,      /* the keys have rested for long: the file may be written */
    MSG_SPELLING,   /* english korean words; text: what is missing */
    MSG_SPELLED,    /* spelled; unchanged: nobody is there to ask any more; text */
    MSG_WORD_ADDED, /* name */
    MSG_KEPT,       /* all words typed so far are on the disk, in the journal */
    MSG_NOT_KEPT,   /* error: they are only in memory */
    MSG_TAKEN_OVER, /* error: somebody else writes in the document now */
    MSG_RECOVERED,  /* the next words that were left behind, or none */
    MSG_LEASE,      /* it is ours again */
    MSG_RESUMED,
    MSG_DERIVED,         /* number, derived: a reading in the background has ended */
    MSG_DONE,            /* an effect without an answer was performed */
    MSG_FAILED,          /* effect, error; text: the journal that has the words */
    MSG_CHANGED_OUTSIDE, /* the file is not what was read: bytes or gone; effect */
    MSG_NEED_NAME,       /* nobody is known to sign a revision */
    MSG_DOCUMENTS,
    MSG_DESCRIBED,
    MSG_OPENED, /* path name bytes tracked who */
    MSG_BASE,   /* revision (or none), before: its bytes; text: of a question that was
                   begun, as it was kept */
    MSG_SAVED,  /* revision, unchanged, text: what to say */
    MSG_WRITTEN,
    MSG_PLACE,        /* path */
    MSG_PUT,          /* path */
    MSG_RELOADED,     /* bytes */
    MSG_LOOKED,       /* unchanged, or bytes or gone; moved */
    MSG_CREATED,      /* path */
    MSG_HISTORY,      /* history: the first rows; quiet: the same ones, with numbers */
    MSG_HISTORY_MORE, /* history: those behind `row` */
    MSG_HISTORY_ROW,  /* history: what changed in `row`; text: the change; quiet: that
                         was not asked for */
    MSG_HISTORY_OPENED, /* history: what stands in the place of `row` */
    MSG_HISTORY_TREND,  /* trend */
    MSG_NAMED,          /* name */
    MSG_COMPARED,       /* from to before after */
    MSG_MERGE,          /* path, name of theirs, before(base) mine after(theirs) merge;
                           who: the commit, when all of it is merged; bytes: choices
                           kept */
    MSG_PEOPLE,
    MSG_WHO,      /* who */
    MSG_EXPORTED, /* path */
    MSG_ANSWERS,  /* bytes */
    MSG_COPIED,   /* copied */
    MSG_EDITED,   /* bytes */
    MSG_REVIEW,   /* review: to be taken */
    MSG_LANDED,   /* landing: to be taken */
    MSG_ASKED,    /* effect text: what to say */
    MSG_ACCEPTED, /* effect text bytes(the document now) revision */
    MSG_NOTED_READ,
    MSG_LATER,   /* effect: the history is still looked through; total: so many commits.
                    It is to be asked for again */
    MSG_RESTORE, /* restoring: to be taken */
    MSG_RESTORED, /* before, bytes(the document now), revisions */
    MSG_DECK,     /* bytes of the notes; text: what to say; effect */
    MSG_EXERCISE, /* exercises; from(ExerciseAction) */
    MSG_FIVE, /* from(FiveAction); people(words: which are answered), complete(all are
                 revealed), then words(the sheets) and bytes(of the group) */
    MSG_MEET, /* from(MeetAction), name number(revision) bytes(… its words) text(what
                 was said) people, complete(it was begun before). MEET_END: text(what to
                 say) complete(the document says it, too) bytes(the document now)
                 revisions */
    MSG_TICK, /* the time that workshop_wait_ms() told has passed */
    MSG_WORKSHOP, /* bytes(agenda) text(where it stood) since_ms(then) words(the room)
                     before after(goals); unchanged: there is none */
    MSG_AUTHORS,  /* wrote: to be taken; NULL: not yet, row of total were looked at */
} MsgType;

/* Who has what was copied here, beside this program. */
typedef enum Copied {
    COPIED_HERE, /* nobody: it is too long */
    COPIED_TERMINAL,
    COPIED_PROGRAM, /* that looks after this computer's clipboard */
} Copied;

/* What is known of a word now. */
typedef struct Spelled {
    Str word;
    bool right;
    const Str *suggestions;
    size_t count;
} Spelled;

typedef struct Msg {
    MsgType type;
    Moment now;
    int64_t clock_ms; /* a steady clock; 0: not told */
    int64_t since_ms; /* of that clock */
    Key key;
    int rows, cols;
    EffectType effect;
    Error error;
    int status;
    bool quiet;  /* as the effect was */
    HeldBy held; /* MSG_OPENED */
    bool unseen; /* MSG_OPENED: who else has it open cannot be known */
    Str owed;    /* MSG_OPENED: who typed what no revision has */
    const RecoveredWords *recovered; /* MSG_OPENED, MSG_RECOVERED; NULL: none */
    uint64_t number;
    struct Derived *derived;     /* to be taken; NULL: it was given up */
    struct Review *review;       /* to be taken */
    struct Restoring *restoring; /* to be taken */
    struct Wrote *wrote;         /* to be taken */
    struct Landing *landing;     /* to be taken */
    Str path, name, bytes, who, text;
    Str before, after, mine;
    const struct Exercises *exercises;
    MergeFrom merge; /* MSG_MERGE */
    int from, to;
    bool tracked;   /* in a work tree: revisions are kept */
    bool workspace; /* MSG_DOCUMENTS: there is a work tree */
    bool unchanged;
    bool gone;  /* there is no such file any more */
    bool moved; /* another revision is the last one: another branch, a pull */
    Copied copied;
    const HistoryRow *history;
    size_t history_count, total, row;
    const HistoryTrend *trend;
    bool complete, more; /* all revisions are known; there are more rows */
    const Revision *revisions;
    size_t revision_count;
    const DocumentEntry *documents;
    size_t document_count;
    const PersonEntry *people;
    size_t person_count;
    bool english, korean; /* dictionaries that there are */
    const Str *words;     /* that need not be looked up */
    size_t word_count;
    const Spelled *spelled;
    size_t spelled_count;
} Msg;

#endif
