/* library.h: everything the program knows about documents in general: the
 * templates, the question bank and the labels by which parts are recognised.
 * Made from the embedded files when the program is built (doc/library_table.h); own
 * files of the workspace and of the person are added on top by the caller. Immutable
 * afterwards. */
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
    const Template *templates; /* by the order of precedence: first match wins */
    size_t template_count, template_cap;
    size_t own_count;    /* of them, those that were added */
    const Label *labels; /* sorted by text */
    size_t label_count;
    Signals signals;
} Library;

/* The built-in files. */
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
