/* spelling.h: which words of the text may be misspelled. Pure: the words are judged
 * by a program outside, and its answers come as messages.
 *
 * Each word is asked for once. Not asked: code, addresses, words with digits, names and
 * terms of the workspace, what was added or ignored, and the word being typed. */
#ifndef UI_SPELLING_H
#define UI_SPELLING_H

#include "ui/model.h"

void spelling_deinit(Spelling *sp);
/* The dictionaries that there are, and the words to accept. */
void spelling_start(Model *m, const Msg *msg);
/* Names, terms and words as people write them: each word of `text`. */
void spelling_accept(Spelling *sp, Str text);
/* Find the words of the text that was read last, when they may have changed. */
void spelling_refresh(Model *m);
/* The next word to ask for, and in which language; false: none. */
bool spelling_next(const Spelling *sp, Str *word, Lang *lang);
void spelling_ask(Spelling *sp); /* that word is asked for now */
/* Answers came: MSG_SPELLED. */
void spelling_answers(Model *m, const Msg *msg);

/* The misspelled word the caret is in or at; false: none. */
bool spelling_at(const Model *m, size_t caret, Range *out);
/* What was suggested for it; none when it is not misspelled. */
const Str *spelling_suggestions(const Model *m, Str word, size_t *count);
/* The misspelled words that begin at or behind `offset`, in order: the first index. */
size_t spelling_from(const Model *m, size_t offset);
/* Where misspelled word `index` stands in the text now. */
Range spelling_range(const Model *m, size_t index);

/* The rows of the box: suggestions, then add, then ignore. */
size_t spelling_choice_count(const Model *m);
void spelling_choose(Model *m, size_t item, Effect *out);
/* A key of the box that chooses no row; false: it means nothing. */
bool spelling_box_key(Model *m, const Key *key, Effect *out);
void draw_spelling(const Model *m, Screen *s);

#endif
