/* landed_view.h: what the screen "Did it land?" knows. */
#ifndef UI_LANDED_VIEW_H
#define UI_LANDED_VIEW_H

#include "review/landing.h"

typedef struct LandedView {
    Landing *landing; /* NULL: there is none */
    size_t at;        /* the row one is at */
    bool follow;      /* scroll so that it shows */
} LandedView;

#endif
