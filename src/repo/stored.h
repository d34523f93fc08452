/* stored.h: what a revision holds of the bytes of a file: those bytes, but for line
 * ends that git of this clone turns itself. */
#ifndef REPO_STORED_H
#define REPO_STORED_H

#include "repo/git.h"

/* The bytes with LF, where every line of them ends in CRLF and git would keep them so
 * (core.autocrlf, .gitattributes). Lines that end in different ways are kept as they
 * are: nobody could tell afterwards which was which.
 *
 *   head     the last revision
 *   returns  false: the revision holds `bytes` themselves, and `out` is empty
 *   source   gitattributes(5), "text" and "eol" */
bool stored_turned(Repo *repo, Str path, Str bytes, const Head *head, StrBuf *out);

#endif
