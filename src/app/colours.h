/* colours.h: EFFECT_COLOURS: other colours on the screen, and in the settings. */
#ifndef APP_COLOURS_H
#define APP_COLOURS_H

#include "app/effect.h"

/* They hold for this session even when the settings cannot be written. */
Msg colours_change(Effects *e, const Effect *effect);

#endif
