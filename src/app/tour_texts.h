/* tour_texts.h: the documents of examples/, embedded at build time: what is
 * "written" on the tour. */
#ifndef APP_TOUR_TEXTS_H
#define APP_TOUR_TEXTS_H

#include "base/resource.h"

extern const Resource tour_texts[];
extern const size_t tour_text_count;

#endif
