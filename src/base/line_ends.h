/* line_ends.h: how the lines of a text end, for texts that are compared.
 *
 * A program that writes a file with other line ends changes every line and no word:
 * what two people made of its words is put together as if it had always had these ends.
 */
#ifndef BASE_LINE_ENDS_H
#define BASE_LINE_ENDS_H

#include "base/str.h"

typedef enum LineEnds { ENDS_NONE, ENDS_LF, ENDS_CRLF, ENDS_MIXED } LineEnds;

LineEnds line_ends(Str text);
/* Were all of one kind made the other one? Then the new kind, else ENDS_NONE. */
LineEnds line_ends_turned(Str before, Str after);
/* The ends that all three get before they are put together: those that one side turned
 * everything to. ENDS_NONE: they stay as they are. */
LineEnds line_ends_of_three(Str base, Str mine, Str theirs);
/* The text with ends of that kind, appended. */
void line_ends_convert(Str text, LineEnds to, StrBuf *out);

#endif
