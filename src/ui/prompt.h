/* prompt.h: the boxes over a screen: what their keys do and what they list. */
#ifndef UI_PROMPT_H
#define UI_PROMPT_H

#include "ui/model.h"

enum { PROMPT_ITEMS_MAX = 512 };

/* A key while a box is open. */
void prompt_key(Model *m, const Key *key, Effect *out);
/* A key of the form of a new document (prompt_new.c). */
void prompt_new_key(Model *m, const Key *key, Effect *out);

/* What the row of this item does (prompt_choose.c). */
void prompt_choose(Model *m, size_t item, Effect *out);
/* The box closes and the command of this id runs. */
void prompt_run(Model *m, size_t id, Effect *out);
/* The key of row `index` of the people: 1 to 9, then a to z; 0: none. */
char prompt_who_letter(size_t index);
/* What a person has done so far (box_who.c): "typing since 10:31, 118 words". */
void prompt_who_turn(const Model *m, const PersonEntry *p, StrBuf *out);
/* The outgoing person's words are saved under their name before `next` takes
 * over. */
bool prompt_saves_first(const Model *m, Str next);

/* What the boxes list (prompt_list.c). */

/* The rows of a list box after filtering: command ids (menu, palette), stops
 * (sections), people then "someone else" (who), templates … choices.
 *   items  room for PROMPT_ITEMS_MAX */
size_t prompt_items(const Model *m, size_t *items);
/* The templates a new document can be made from, one a name. */
size_t prompt_template_count(const Model *m);
const Template *prompt_template(const Model *m, size_t index, Lang lang);
/* Its index by id; 0 when there is none of that id. */
size_t prompt_template_index(const Model *m, Str id);
/* The words of choice `index` (from 0) of a box of choices; NULL: no more. */
const char *prompt_choice(PromptType type, size_t index);
/* Words of a stop: "Problem", or the question. */
Str prompt_stop_title(const Model *m, size_t stop);

/* What belongs into a field of a new document: rows 2 to 5 of its box, translated. */
const char *prompt_field_help(size_t row);
/* Where an idea comes from, as it was typed (a number from 1, or the word, in English
 * or as it is shown): "technology"; empty: none of them. */
Str prompt_origin(Str typed);

#endif
