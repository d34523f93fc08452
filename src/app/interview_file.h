/* interview_file.h: where the answers of an interview wait until they are in the
 * document: a private file of this clone, or of this login outside a workspace. */
#ifndef APP_INTERVIEW_FILE_H
#define APP_INTERVIEW_FILE_H

#include "app/session.h"

/* The answers kept for a document; nothing is appended when there are none.
 *   fails  as file_read */
bool interview_file_read(const Session *s, const DocumentRef *ref, StrBuf *out,
                         Error *err);
/* Keep them; empty bytes: they are not needed any more.
 *   fails  as file_write_private; ERR_IO where there is no place for them */
bool interview_file_write(const Session *s, const DocumentRef *ref, Str bytes,
                          Error *err);

#endif
