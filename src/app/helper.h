/* helper.h: other programs that help, run without a shell.
 *
 * Nothing of a document ever stands in their arguments: words go through standard
 * input only. They are looked for in the absolute folders of PATH, never in the
 * folder of a document, which may be somebody else's. */
#ifndef APP_HELPER_H
#define APP_HELPER_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/mem.h"
#include "base/str.h"

/* The path of a program, NUL-terminated; empty when there is none. */
Str helper_find(const char *name, Arena *arena);

/* Run a program to its end with nothing on its standard input, and append what it
 * prints. It is ended when it takes longer than `limit_ms`.
 *
 *   argv     argv[0] is a path; ends with NULL
 *   returns  false when it did not end with 0 */
bool helper_output(const char *const *argv, int limit_ms, StrBuf *out);

/* A program that runs beside us. {.pid = 0} is none. */
typedef struct Helper {
    pid_t pid;
    int in, out; /* its standard input and output; neither blocks */
} Helper;

/* Start it; its standard error is dropped. */
bool helper_start(Helper *h, const char *const *argv);
void helper_stop(Helper *h); /* at once; what it holds is not ours to save */

#endif
