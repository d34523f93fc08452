/* history_slices.h: the history of the open document for the screen, a slice at a time:
 * no answer takes longer than a frame, however many commits there are. */
#ifndef APP_HISTORY_SLICES_H
#define APP_HISTORY_SLICES_H

#include "app/revision_facts.h"
#include "ui/msg.h"

typedef struct HistorySlices HistorySlices;

/* Begin anew: the first rows, which need not have numbers yet.
 *   slices  what was begun before, or NULL; it is put in its place
 *   effect  path; on: small saves one by one; name: only this section */
bool history_slices_begin(Session *s, const Effect *effect, Arena *reply,
                          HistorySlices **slices, Msg *out, Error *err);
void history_slices_free(HistorySlices *slices);

/* More: of the walk, else what changed in the row `effect->number`, else rows behind
 * those that are there. */
bool history_slices_more(Session *s, HistorySlices *slices, const Effect *effect,
                         Arena *reply, Msg *out, Error *err);

/* Show the saves of a folded row one by one: as many as a slice has time for, then the
 * rest as one row. */
bool history_slices_open(HistorySlices *slices, size_t row, Arena *reply, Msg *out,
                         Error *err);

/* How the document came along: the next point, or a step of looking for sections that
 * nobody touched; when all is known, those. */
void history_slices_trend(Session *s, HistorySlices *slices, const Effect *effect,
                          Arena *reply, HistoryTrend *out);

#endif
