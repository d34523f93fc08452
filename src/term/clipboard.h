/* clipboard.h: text for the clipboard of the terminal. Pure. */
#ifndef TERM_CLIPBOARD_H
#define TERM_CLIPBOARD_H

#include <stdbool.h>

#include "base/str.h"

/* Append the OSC 52 sequence that hands `text` to the clipboard.
 *
 *   returns  false when it is more than terminals take (74 KB of base64) */
bool clipboard_sequence(Str text, StrBuf *out);

#endif
