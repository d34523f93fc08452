/* review_threads.h: what people ask and say about a document: the threads of its
 * review with their place in the text, and what is added to them.
 *
 * Each change is a commit of the thread's file alone, by the person who types. */
#ifndef APP_REVIEW_THREADS_H
#define APP_REVIEW_THREADS_H

#include "app/review_files.h"
#include "app/service.h"
#include "app/writer.h"
#include "review/anchor.h"
#include "review/thread_write.h"

/* What a thread is about, as its words are today. */
typedef enum About { ABOUT_DOCUMENT, ABOUT_PART, ABOUT_WORDS } About;

typedef struct ReviewThread {
    Thread thread;
    Str path;  /* of its file, relative to the workspace */
    Str label; /* "Q7": its kind, and its place among those of the document by time */
    About about;
    AnchorPlace place; /* words; of a part its range, or lost */
    const Part *part;  /* where the place is, or NULL */
    Moment due;        /* of a question or a must-fix that is open */
    bool waits;        /* the last word is the asker's: somebody owes an answer */
    bool overdue;
} ReviewThread;

typedef struct ReviewThreads {
    OpenDocument doc;
    ReviewThread *items; /* by time */
    size_t count;
    const Damage *damage; /* files that do not parse */
    size_t damage_count;
} ReviewThreads;

/* The threads of a document; all of it lives in `arena`, `doc` must outlive it. */
void review_threads_read(Session *s, const OpenDocument *doc, Arena *arena,
                         ReviewThreads *out);

/* The thread a person named: its id, a beginning of it that no other has, or
 * "lantern:Q7".
 *
 * "Q7" alone is enough where only one document has it.
 *
 *   at     its index in *out, which holds all threads of its document
 *   fails  ERR_NOT_FOUND; ERR_USAGE when several begin so: the hint names them */
bool review_thread_find(Session *s, Str name, Arena *arena, ReviewThreads *out,
                        size_t *at, Error *err);

typedef struct AskRequest {
    const OpenDocument *doc;
    ThreadKind kind;
    Str text;
    Str quote;   /* words of the document; may be empty */
    Str part;    /* id or kind of the part asked about, or that has the words */
    Range place; /* of the quote, where that is known; else empty: it is looked for */
    Str suggestion;
    Str owner;            /* a name of the roster, or a beginning of it; may be empty */
    Str due;              /* a day, a time, "24h" or "2bd"; may be empty */
    const Writer *writer; /* who asks; NULL: who types */
    const Revision *read; /* that it is about; NULL: the last one */
    bool dry_run;         /* fill *out and write nothing */
} AskRequest;

/* Begin a thread.
 *   fails  ERR_NOT_FOUND for words or a part that are not there; ERR_USAGE for words
 *          that stand there more than once; as writer_need, own_file_change */
bool review_ask(Session *s, const AskRequest *request, Arena *arena, Thread *out,
                Error *err);
/* Add words to a thread.
 *   fails  as writer_need and own_file_change */
bool review_reply(Session *s, const ReviewThread *thread, Str text, Arena *arena,
                  Error *err);
/* Put it on other words: those of request->quote, in its part or place where they are
 * given. request->doc is the document as it is now; of a suggestion they are replaced.
 *
 *   out    the words it is about from now on
 *   fails  ERR_STATE: it is closed; as review_ask and own_file_change */
bool review_move(Session *s, const ReviewThread *thread, const AskRequest *request,
                 Arena *arena, Thread *out, Error *err);
/* May the one who types close it? fails as review_resolve; writes nothing. */
bool review_may_close(Session *s, const ReviewThread *thread, Str reason, Arena *arena,
                      Error *err);
/* Close it: the asker, or somebody else who says why.
 *   fails  ERR_STATE: it is another's, and no reason is given; it is closed */
bool review_resolve(Session *s, const ReviewThread *thread, Str reason, Arena *arena,
                    Error *err);
/* Open a closed one again. fails  ERR_STATE: it is open */
bool review_reopen(Session *s, const ReviewThread *thread, Arena *arena, Error *err);
/* Close it, whoever asked; the caller has the turn (app/own_file.h). */
bool review_close_in_turn(Session *s, const ReviewThread *thread, const Writer *writer,
                          Str reason, Error *err);

typedef struct Acceptance {
    SaveResult save; /* SAVE_NOTHING_NEW: the words were there already */
    Thread thread;   /* as it was */
} Acceptance;

/* Put the suggested words into the document, save that as a revision by the one who
 * types with the suggester as co-author, and close the thread.
 *
 *   fails  ERR_USAGE: it suggests nothing; ERR_STATE: it is closed, the words are not
 *          there as they were, or the document has words that are in no revision */
bool review_accept(Session *s, const DocumentRef *ref, const ReviewThread *thread,
                   bool dry_run, Arena *arena, Acceptance *out, Error *err);

/* Open ones first: what is overdue, then by time; closed ones by time.
 *   returns  indices into threads->items, in `arena` */
const size_t *review_order(const ReviewThreads *threads, Arena *arena);
/* Name of the document it is about. */
Str review_document(const ReviewThread *thread);
/* "lantern:Q7", which commands take. */
Str review_name(const ReviewThread *thread, Arena *arena);
/* "must fix", for people. */
const char *review_kind_words(ThreadKind kind);
/* The title of a section for people. */
Str review_part_title(const Part *part);
/* Names of all documents that have threads, in byte order; their file may be gone. */
bool review_documents(Session *s, Arena *arena, const Str **out, size_t *count,
                      Error *err);
/* The threads of the document of that name; without its file all are without a place.
 *   fails  ERR_INVALID and ERR_IO when the document is there and cannot be read */
bool review_threads_of(Session *s, Str name, Arena *arena, ReviewThreads *out,
                       Error *err);

#endif
