/* elsewhere.h: another place for words whose own file cannot be written. */
#ifndef APP_ELSEWHERE_H
#define APP_ELSEWHERE_H

#include "base/error.h"
#include "base/mem.h"
#include "base/str.h"

/* A file that is not there yet, in a folder that can be written: home, else the one
 * for temporary files.
 *
 *   document  path of the file that cannot be written */
Str elsewhere_place(Str document, Arena *arena);

/* Write a new file.
 *
 *   typed  by a person: "~/" is home; in a folder the file is named as the document
 *   path   what was written, absolute
 *   fails  ERR_STATE when the file is there already; ERR_IO */
bool elsewhere_write(Str typed, Str document, Str bytes, Arena *arena, Str *path,
                     Error *err);

#endif
