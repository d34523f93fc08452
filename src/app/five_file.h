/* five_file.h: where the answers to the five questions wait: a private file a person
 * (0600, its name a hash) in `.git/prfaq/five/`, and what the room keeps in
 * `.prfaq/five/DOCUMENT.md`.
 *
 * Until the reveal no function hands out what a sheet says. */
#ifndef APP_FIVE_FILE_H
#define APP_FIVE_FILE_H

#include "app/service.h"
#include "review/sheet.h"

#define FIVE_PATH "five" /* below the private folder, and below .prfaq */

typedef struct FiveSheet {
    Str who;
    unsigned answered; /* as sheet_answered() */
    Answers words;     /* empty before the reveal */
} FiveSheet;

typedef struct FiveState {
    bool revealed;
    FiveSheet *sheets; /* by name */
    size_t count;
    Answers group; /* empty before the reveal */
} FiveState;

/*   owns   names in `arena`; five_state_deinit() it
 *   fails  ERR_NOT_FOUND outside of a workspace; as file_read */
bool five_read(Session *s, const DocumentRef *ref, Arena *arena, FiveState *out,
               Error *err);
void five_state_deinit(FiveState *state);
/* Write an answer of a person, or of the group (empty name).
 *   fails  ERR_STATE: the sheets are revealed, or not yet; as file_write_private */
bool five_answer(Session *s, const DocumentRef *ref, Str who, size_t question, Str text,
                 Error *err);
/* fails  ERR_STATE: nobody has written anything */
bool five_reveal(Session *s, const DocumentRef *ref, Error *err);

typedef enum FiveKeep { FIVE_KEEP_GROUP, FIVE_KEEP_ALL, FIVE_KEEP_NOTHING } FiveKeep;

/* The sheets are removed; what shall be kept is committed.
 *   fails  ERR_STATE: they are not revealed; as writer_need and own_file_change */
bool five_finish(Session *s, const OpenDocument *doc, FiveKeep keep, Arena *arena,
                 Error *err);

#endif
