/* shell.h: words for the shell, which git hands its settings and its hooks to. */
#ifndef BASE_SHELL_H
#define BASE_SHELL_H

#include "base/str.h"

/* One word of POSIX sh, whatever bytes but NUL are in it. */
void shell_add_word(StrBuf *out, Str word);

#endif
