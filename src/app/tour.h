/* tour.h: the main job once from end to end, on a workspace that is thrown away,
 * with the same services that everybody uses. */
#ifndef APP_TOUR_H
#define APP_TOUR_H

#include <stdbool.h>

#include "base/error.h"
#include "base/lang.h"
#include "base/str.h"

/* What a step has to say, ready for a terminal; called six times. */
typedef bool TourSay(void *ctx, Str text, Error *err);

/*   lang   of the document: English or Korean
 *   fails  when a step did not do what it says; the message names the step. The
 *          folder is removed in any case */
bool tour_run(Lang lang, TourSay *say, void *ctx, Error *err);

#endif
