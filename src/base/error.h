/* error.h: how a function says that it failed.
 *
 * A fallible function returns false and fills an Error: one line that names
 * the thing and the reason, and a hint with the way out. It leaves the Error
 * untouched on success. The code is the exit code of the process
 * (docs/exit-codes in prfaq(1)). */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include <stdbool.h>

typedef enum ErrorCode {
    ERR_NONE = 0,
    ERR_USAGE = 2,     /* the call is wrong, or input is needed and not allowed */
    ERR_NOT_FOUND = 3, /* no such document, file, revision, template, person */
    ERR_STATE = 4,     /* stopped by the state of git, a lock, a file that exists */
    ERR_IO = 5,        /* cannot read or write */
    ERR_INVALID = 6,   /* damaged content: not UTF-8, does not parse */
    ERR_PIPE = 141,    /* the reader of the output has gone: nothing is to be said */
} ErrorCode;

typedef struct Error {
    ErrorCode code;
    char message[1024]; /* one line, no full stop, no control characters */
    char hint[512];     /* what to do next; may be empty */
} Error;

/* Fill `err` and return false, so that `return error_set(…)` reads well.
 * Control characters that came in through arguments are shown visibly;
 * a NULL `err` is allowed. Clears an older hint. */
bool error_set(Error *err, ErrorCode code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* Add the way out to the error just set; returns false. */
bool error_hint(Error *err, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* "cannot read "PATH": REASON" from errno, with the way out where one is known.
 * The reason is in the interface's language; `action` is a translated phrase with
 * one %s for the path. */
bool error_errno(Error *err, const char *action, const char *path);

#endif
