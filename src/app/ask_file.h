/* ask_file.h: where a question that is not posted yet waits: a private file of this
 * clone a person and document, `.git/prfaq/ask/DOCUMENT~PERSON`. */
#ifndef APP_ASK_FILE_H
#define APP_ASK_FILE_H

#include "app/session.h"

/* What is kept; empty when there is nothing. */
Str ask_file_read(const Session *s, Str document, Str person, Arena *arena);
/* Keep it; empty bytes: it is not needed any more.
 *   fails  as file_write_private */
bool ask_file_write(const Session *s, Str document, Str person, Str bytes, Error *err);

#endif
