/* private.h: files of this login only, held open: journals and leases. They are 0600
 * in folders of 0700, never reached through a link, and locked while they are used, so
 * that the kernel knows who of several programs is alive. */
#ifndef STORE_PRIVATE_H
#define STORE_PRIVATE_H

#include <stdbool.h>

#include "base/date.h"
#include "base/error.h"
#include "base/mem.h"
#include "base/str.h"

/* The name of a document as the name of a file: '/', '%' and control characters as
 * "%2F"; what is too long is cut and ends in a hash of the whole. */
Str private_name(Str document, Arena *arena);

/* Open `name` in `folder`, which is made when it is missing.
 *
 *   returns  a descriptor, -1 on failure
 *   fails    ERR_IO; ERR_STATE when PRIVATE_NEW finds something of that name;
 *            ERR_NOT_FOUND when PRIVATE_OLD finds nothing */
typedef enum PrivateOpen { PRIVATE_NEW, PRIVATE_OLD, PRIVATE_ANY } PrivateOpen;
int private_open(Str folder, Str name, PrivateOpen how, Error *err);

/* Take the lock of an open file, without waiting; false: another process has it. */
bool private_lock(int fd);
/* The same for a file that was just made: waits for those who only look at it. */
bool private_hold(int fd);
/* Does the name still stand for the open file? */
bool private_is_named(int fd, Str folder, Str name);
/* Is a process of this machine alive that holds the file's lock? */
bool private_is_held(Str path);

/* Which run of the program on which machine. */
typedef struct Process {
    Str host, boot; /* name; id of this start of the machine */
    Str tty;
    long pid;
} Process;

void process_here(Arena *arena, Process *out);

/* Names in a folder that end in `suffix`, in byte order; none when it is missing. */
const Str *private_list(Str folder, Str suffix, Arena *arena, size_t *count);

#endif
