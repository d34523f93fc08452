/* library.h: everything the program knows about documents in general: the
 * templates, the question bank and the labels by which parts are recognised.
 * Loaded once from the embedded resources; own files of the workspace and of
 * the person are added on top by the caller. Immutable afterwards.
 *
 * All of it is parsed at the start, in 1.3 ms, rather than when it is first asked
 * for: what never changes behind a const pointer needs no rule about who may ask
 * when. */
#ifndef DOC_LIBRARY_H
#define DOC_LIBRARY_H

#include <pthread.h>
#include <stdbool.h>

#include "base/error.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/str.h"
#include "doc/label.h"
#include "doc/questions.h"
#include "doc/signal.h"
#include "doc/template.h"

/* What a reader of the library computes from it the first time it is needed, and
 * which dies with it: the sentences of the templates (check/template_text.h), by
 * language of the templates. */
typedef struct LibraryMemo {
    pthread_mutex_t lock; /* of the two below: several threads may share a library */
    Arena arena;
    const void *sentences[LANG_KO + 1];
} LibraryMemo;

typedef struct Library {
    Arena arena;
    LibraryMemo *memo; /* NULL in a library that was put together by hand */
    QuestionBank bank;
    Template *templates; /* by the order of precedence: first match wins */
    size_t template_count, template_cap;
    const Label *labels; /* sorted by text */
    size_t label_count;
    Signals signals;
} Library;

/* Load the embedded files. A damaged built-in file is a bug: it aborts. */
void library_init(Library *lib);
void library_deinit(Library *lib);
/* Put a template in front of those with the same id and language.
 *   md, path   copied into the library
 *   fails      as template_parse */
bool library_add_template(Library *lib, Str md, Str path, Error *err);
/* The template of that id, in `lang` if there is one, else in another; NULL. */
const Template *library_template(const Library *lib, Str id, Lang lang);
/* What a label says; NULL when it is none. `text` is the label as it stands in
 * the document: numbering, emoji, marks, a gloss in parentheses and everything
 * after ":" or a dash are removed here (docs/rules.md, "Recognising parts"). */
const Label *library_label(const Library *lib, Str text);

#endif
