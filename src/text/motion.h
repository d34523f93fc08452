/* motion.h: where the caret goes. Pure functions over bytes; positions are byte
 * offsets at grapheme borders. Word motion is by 어절 in Korean (runs without
 * white space) and stops at punctuation in other scripts; a run of kana or Han
 * is cut at script changes. CRLF is one step. */
#ifndef TEXT_MOTION_H
#define TEXT_MOTION_H

#include "base/str.h"

size_t motion_left(Str text, size_t at);
size_t motion_right(Str text, size_t at);
size_t motion_word_left(Str text, size_t at);  /* to the start of a word */
size_t motion_word_right(Str text, size_t at); /* past the end of a word */
size_t motion_line_start(Str text, size_t at);
size_t motion_line_end(Str text, size_t at); /* before the LF or CRLF */
/* The word around `at`, for double clicks; empty between words. */
Range motion_word_at(Str text, size_t at);
/* The lines that hold the range, with the final line break. */
Range motion_lines_of(Str text, Range r);
/* What one Backspace removes before `at`: one grapheme, of a Hangul syllable
 * typed as jamo the whole syllable, of an emoji sequence all of it. */
size_t motion_backspace(Str text, size_t at);

#endif
