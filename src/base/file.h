/* file.h: reading and replacing files so that nobody loses a word.
 *
 * The only module of the program that opens ordinary files. Paths are bytes as
 * the system has them. Messages name the path and the reason. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/mem.h"
#include "base/str.h"

#define FILE_MAX ((size_t)64 << 20) /* bytes of the largest document */

/* Append the bytes of a regular file; links are followed.
 *
 *   fails  ERR_NOT_FOUND; ERR_IO for a folder, device, pipe or socket, for one
 *          larger than `max`, and when it cannot be read */
bool file_read(const char *path, size_t max, StrBuf *out, Error *err);

/* Everything from standard input, at most `max` bytes. */
bool file_read_stdin(size_t max, StrBuf *out, Error *err);

/* Make `bytes` the whole content of the file, durable when true is returned:
 * a new file beside it (0600, O_EXCL), fsync, rename, fsync of the folder. Mode,
 * owner, extended attributes, symbolic and hard links are kept; a file without
 * write permission is refused, for root too. On failure the old content is
 * still there, whole, and no temporary file is left; when only the last fsync
 * failed the new content is there, and the message says so.
 *
 * A hard-linked file, or one in a folder or of an owner that is not ours, is
 * written in place; until that is done a private copy of `bytes` lies in
 * $XDG_STATE_HOME/prfaq/unsaved. What a killed process left is swept away by
 * the next call in the same folder. */
bool file_replace(const char *path, Str bytes, Error *err);

/* Create a file that must not exist yet (mode 0666 less umask), durable.
 *   fails  ERR_STATE when something of that name exists; links count */
bool file_create(const char *path, Str bytes, Error *err);

/* Files that processes left in a folder which were killed while they wrote there. */
bool file_is_left_over(Str name);
/* Remove those nobody has written to for a minute and no living process holds. */
void folder_sweep(const char *path);

/* file_replace() for private files: 0600, folders made 0700. */
bool file_write_private(const char *path, Str bytes, Error *err);
/* … and not synced: after a power cut the file may be an older one, or empty. For what
 * nobody misses. */
bool file_write_private_soon(const char *path, Str bytes, Error *err);

typedef enum FileKind { FILE_NONE, FILE_REGULAR, FILE_FOLDER, FILE_OTHER } FileKind;

FileKind file_kind(const char *path);                          /* links are followed */
bool folder_make(const char *path, unsigned mode, Error *err); /* with parents */

/* Calls `visit` for every entry below `root`, names in byte order; `path` is
 * relative to root, with '/'. Links are not followed, ".git" is never entered.
 * `visit` returns false to leave a folder out (or stop at a file). */
typedef bool FolderVisit(void *ctx, const char *path, FileKind kind);
bool folder_walk(const char *root, FolderVisit *visit, void *ctx, Error *err);

Str path_base(Str path);                           /* "a/b.md" -> "b.md" */
Str path_folder(Str path);                         /* "a/b.md" -> "a"; "b.md" -> "." */
Str path_join(Arena *arena, Str folder, Str name); /* absolute `name` wins */
/* Absolute path with links and ".." resolved; the last part may be missing. */
bool path_real(const char *path, Arena *arena, Str *out, Error *err);

#endif
