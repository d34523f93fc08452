/* take_home.h: a workshop goes home: the whole repository as a git bundle, and the
 * document as a web page and as Markdown, in a folder or on a stick.
 *
 * Nothing that is there is ever written over: all three get a name that none has. The
 * bundle counts when it was cloned again and has the last revision. */
#ifndef APP_TAKE_HOME_H
#define APP_TAKE_HOME_H

#include "app/service.h"

typedef struct TakenHome {
    Str bundle, html, markdown; /* paths */
    Str commit;                 /* the last revision in the bundle */
} TakenHome;

/* Are all words of a document in a revision?
 *   fails  ERR_STATE: it is open, a crash left words behind, or the file has more */
bool take_home_ready(Session *s, const DocumentRef *ref, Error *err);
/*   folder  must be there
 *   owns    *out lives in `arena`
 *   fails   ERR_NOT_FOUND: no such folder, or no git program; ERR_IO: it is full or
 *           cannot be written, or what was written is not what was meant. What was
 *           written is removed then */
bool take_home(Session *s, const DocumentRef *ref, Str folder, Arena *arena,
               TakenHome *out, Error *err);

#endif
