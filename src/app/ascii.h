/* ascii.h: which signs lines and bars are drawn with. */
#ifndef APP_ASCII_H
#define APP_ASCII_H

#include <stdbool.h>

#include "app/session.h"

/* With those of ASCII alone? By settings and environment (terminal.c). */
bool terminal_in_ascii(const Session *s);

#endif
