/* model_checks.h: the settings, the review and the history of the open document, for
 * the checks of a session. */
#ifndef APP_MODEL_CHECKS_H
#define APP_MODEL_CHECKS_H

#include "app/session.h"
#include "ui/model.h"

/* Fill the model's check options; the text is read anew with them when the keys rest.
 *   arena  what the options borrow from; reset first */
void model_checks(Session *s, Arena *arena, Model *m);
/* The same for a document that is going to be opened, "" for none. */
void model_checks_of(Session *s, Str path, Arena *arena, Model *m);
/* Is model_checks() due after this effect? */
bool model_checks_stale(EffectType type);

/* Say on the notice row that a settings file is left out, if one is. */
void model_left_out(Session *s, Model *m);

#endif
