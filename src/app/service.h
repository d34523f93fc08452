/* service.h: what a person does with documents: new, open, save, list, export,
 * compare. The command line and the screens call the same functions.
 *
 * Nothing here prints or asks. Results live in the arena that is handed in. */
#ifndef APP_SERVICE_H
#define APP_SERVICE_H

#include <stdbool.h>

#include "app/session.h"
#include "app/writer.h"
#include "check/check.h"
#include "diff/redline.h"
#include "doc/document.h"
#include "doc/revision.h"
#include "render/sheets.h"
#include "repo/history.h"
#include "repo/revisions.h"
#include "review/meeting.h"

/* A document as it was read: the file, or the file at a revision. */
typedef struct OpenDocument {
    DocumentRef ref;
    Str bytes; /* valid UTF-8 */
    Document doc;
} OpenDocument;

/* Text in UTF-8 without NUL? The message names the file, the hint the way out. */
bool service_bytes_ok(const DocumentRef *ref, Str bytes, Error *err);
/* Read a file and look at it as a document.
 *   fails  as file_read; ERR_INVALID for bytes that are no text; when its
 *          template is one that does not parse */
bool service_read(Session *s, const DocumentRef *ref, Arena *arena, OpenDocument *out,
                  Error *err);
/* Bytes from elsewhere (a revision, standard input) as a document. */
bool service_read_bytes(Session *s, const DocumentRef *ref, Str bytes, Arena *arena,
                        OpenDocument *out, Error *err);

/* Is it ours to say something about when nobody named it? It has our marks, or it is
 * plainly a PR/FAQ (doc/verdict.h): a README beside documents is none. This is what
 * lists, folders, hooks and editors go by; what a person names is always taken. */
bool service_is_document(Session *s, const Document *doc, Str path);
/* The same of any bytes; what is UTF-16 or UTF-32 is none. */
bool service_holds_document(Session *s, Str path, Str bytes);
/* All documents of the workspace by path; `all`: every Markdown file. */
bool service_documents(Session *s, bool all, Arena *arena, const DocumentRef **out,
                       size_t *count, Error *err);
/* Decided with a no, or put off: it is kept, and apart from the others. */
bool service_is_archived(const Metadata *meta);
/* All documents of the workspace by path, those that are archived behind the others.
 *   archived  how many those are */
bool service_documents_apart(Session *s, Arena *arena, const DocumentRef **out,
                             size_t *count, size_t *archived, Error *err);
/* Paths of the documents of a folder, hidden folders left out; `all` as above.
 *   found  Markdown files that were seen */
bool service_documents_below(Session *s, Str folder, bool all, Arena *arena,
                             const Str **out, size_t *count, size_t *found, Error *err);

/* Make `bytes` the content of a document's file, if it still holds `seen`.
 *   fails  ERR_STATE when somebody else has changed it; as file_replace */
bool service_rewrite(const DocumentRef *ref, Str seen, Str bytes, Error *err);

typedef struct NewDocument {
    Str name;        /* as typed: "lantern", "ideas/lantern" */
    Str template_id; /* empty: "prfaq" */
    Lang lang;
    DraftAnswers answers; /* an empty title is made from the name */
} NewDocument;

/* Write a first draft; commits nothing.
 *   fails  ERR_NOT_FOUND outside a work tree, for an unknown template or folder;
 *          ERR_STATE when the file exists */
bool service_new(Session *s, const NewDocument *request, Arena *arena, DocumentRef *out,
                 Error *err);
/* The path and the bytes service_new would write; writes nothing. */
bool service_draft(Session *s, const NewDocument *request, Arena *arena,
                   DocumentRef *out, Str *bytes, Error *err);

typedef enum SaveOutcome {
    SAVE_NOTHING_NEW, /* the last revision has these words already */
    SAVE_REVISION,    /* see `revision` */
    SAVE_FILE_ONLY,   /* outside git: the file is written, no revision is kept */
} SaveOutcome;

typedef struct SaveRequest {
    const DocumentRef *ref;
    Str bytes;            /* what the document shall be */
    bool from_file;       /* `bytes` came from the file, which is left alone */
    bool revision_only;   /* … or were in it once: it is not looked at either */
    Str note;             /* what the person says about it; may be empty */
    Str because;          /* stands behind what changed, and is no note; may be empty */
    Str trailers;         /* of the message: CommitRequest.trailers; may be empty */
    const Writer *writer; /* NULL: writer_need() */
    const char *merged;   /* the commit that is merged by it; NULL: none */
} SaveRequest;

typedef struct SaveResult {
    SaveOutcome outcome;
    bool file_written; /* the file holds `bytes`; also set when saving failed later */
    Revision revision; /* with its number */
    Str summary;       /* "Problem, FAQ 3: +31 −9 words" */
    int added, removed;
    CommitNotes notes;
    bool first;    /* the first revision of this document */
    bool detached; /* HEAD is on no branch: the revision could get lost */
} SaveResult;

/* Write the file where it differs, then commit it alone. Repeating it commits
 * nothing twice. When it fails after file_written, the words are in the file and
 * in no revision: the message says so. */
bool service_save(Session *s, const SaveRequest *request, Arena *arena, SaveResult *out,
                  Error *err);

/* What stands in `git status` about a document. */
typedef enum DocumentState {
    DOCUMENT_UNKNOWN, /* outside git */
    DOCUMENT_NEW,     /* in no revision yet */
    DOCUMENT_SAVED,
    DOCUMENT_CHANGED, /* words that are in no revision */
} DocumentState;

typedef struct ListedDocument {
    DocumentRef ref;
    bool readable; /* false: not text, or cannot be read; the rest is empty */
    Error error;   /* why not */
    Str title;
    Str template_id; /* id; empty for an imported document */
    Str stage;       /* of the front matter; "draft" when it says nothing */
    Str said;        /* its decision, as the front matter says it; may be empty */
    bool archived;   /* service_is_archived() */
    Lang lang;
    int words; /* or characters, see lang_counts_graphemes */
    int questions, answered;
    int errors, warnings;
    DocumentState state;
    int revisions; /* 0: none */
    Person last_author;
    Moment last_time;  /* of the last revision; meaningless without one */
    Moment first_time; /* … of the first one */
    Meeting decision;  /* the last minutes that decide; decides false: none do */
    int open, overdue; /* questions of the review; LIST_PORTFOLIO alone knows */
} ListedDocument;

typedef enum ListScope {
    LIST_DOCUMENTS, /* not those that are archived */
    LIST_PORTFOLIO, /* those too */
    LIST_ALL,       /* … and every other Markdown file */
} ListScope;

/* Documents of the workspace by path, those that are archived behind the others. */
bool service_list(Session *s, ListScope scope, Arena *arena, const ListedDocument **out,
                  size_t *count, Error *err);

/* One revision of a document. rev: as people write it, empty: the last one. */
bool service_revision(Session *s, const DocumentRef *ref, Str rev, Arena *arena,
                      Revision *out, OpenDocument *doc, Error *err);
/* Newest first; none when the document was never saved or is outside git. */
bool service_history(Session *s, const DocumentRef *ref, Arena *arena, History *out,
                     Error *err);

/* The same without reading each commit: what most that look at history need. All
 * revisions are there; the session's `waiting` is told while they are looked for.
 *   out  NULL outside of git; else revisions_free() it */
bool service_revisions(Session *s, const DocumentRef *ref, Revisions **out, Error *err);
/* The last revision of a document.
 *   count  of all of them; 0: *out is empty */
bool service_last_revision(Session *s, const DocumentRef *ref, Arena *arena,
                           Revision *out, size_t *count, Error *err);
/* The revision that the one at `index` changed; false: it is the first of its line. */
bool service_revision_before(Revisions *r, size_t index, Arena *arena, Revision *out);

/* One side of a comparison. */
typedef struct Side {
    bool unsaved;      /* the words in the file; `revision` is empty then */
    size_t conflicts;  /* places that git left undecided: those of this side */
    Revision revision; /* number 0 and commit "": the empty document */
    OpenDocument document;
} Side;

typedef struct Comparison {
    Side before, after;
    Redline redline;
} Comparison;

/* Does the history of a document end where a shallow clone ends? */
bool service_is_cut(Session *s, Revisions *r);
/* Where git left places of a merge undecided in the words of `doc`, those become the
 * words of this side.
 *   conflicts  how many places */
bool service_this_side(Session *s, OpenDocument *doc, Arena *arena, size_t *conflicts,
                       Error *err);

/* What changed. a and b empty: unsaved words against the last revision, or the
 * last two when nothing is unsaved; a alone: from there to the file.
 *   fails  ERR_NOT_FOUND: no such revision, or there is none to compare with */
bool service_compare(Session *s, const DocumentRef *ref, Str a, Str b, Arena *arena,
                     Comparison *out, Error *err);
/* Between two revisions of the history; `from` may be NULL: from nothing. */
bool service_between(Session *s, const DocumentRef *ref, const Revision *from,
                     const Revision *to, Arena *arena, Comparison *out, Error *err);
/* The same for a text that is not in the file yet: a screen's. */
bool service_compare_text(Session *s, const DocumentRef *ref, Str text, Arena *arena,
                          Comparison *out, Error *err);

/* The findings of a document, with the settings of its workspace. */
void service_check(Session *s, const OpenDocument *doc, Arena *arena, Findings *out);

/* Bytes as a document with its findings; the only finding of bytes that are no text
 * says so, and the document is what stands before the first bad one.
 *   bytes  outlive the arena */
void service_check_bytes(Session *s, const DocumentRef *ref, Str bytes, Arena *arena,
                         OpenDocument *out, Findings *findings);

/* A document as git's next commit will hold it. */
typedef struct StagedDocument {
    DocumentRef ref;
    Str bytes; /* any */
} StagedDocument;

/* The documents among what is staged, by path.
 *   fails  as session_repo and repo_staged */
bool service_staged(Session *s, Arena *arena, const StagedDocument **out, size_t *count,
                    Error *err);

/* The bytes of a document at a revision, under its name of today or an older one.
 *   found  false: it was not there then
 *   fails  ERR_NOT_FOUND: no such revision; outside of a workspace */
bool service_bytes_at(Session *s, const DocumentRef *ref, Str rev, Arena *arena,
                      Str *bytes, bool *found, Error *err);

typedef enum ExportFormat { EXPORT_HTML, EXPORT_MARKDOWN, EXPORT_TEXT } ExportFormat;

/* Sheets of paper (render/sheets.h); `stamp` may be NULL: words of no revision. */
typedef enum SheetKind { SHEET_READING, SHEET_FIVE } SheetKind;
void service_sheets(Session *s, const OpenDocument *doc, SheetKind kind, Paper paper,
                    const Revision *stamp, StrBuf *out);
/* The last revision, when it holds these words; NULL: they are in none. */
const Revision *service_stamp(Session *s, const OpenDocument *doc, Arena *arena);

bool export_format_parse(Str name, ExportFormat *out); /* "html", "md", "txt" */
/* `stamp` is the revision it is of; may be NULL. */
void service_export(Session *s, const OpenDocument *doc, ExportFormat format,
                    bool headings, const Revision *stamp, StrBuf *out);

#endif
