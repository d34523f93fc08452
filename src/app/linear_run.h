/* linear_run.h: the program in linear mode: lines in, lines out. */
#ifndef APP_LINEAR_RUN_H
#define APP_LINEAR_RUN_H

#include "app/app.h"

/* Runs until the person leaves or the input ends. Standard input and output may be
 * pipes: lines from a pipe are printed behind the question they answer.
 *
 *   status  exit code of the process: 0 also at the end of the input, when the words
 *           are in a file; 130, 143, 129 after a signal
 *   fails   as app_run, without the need of a terminal */
bool linear_run(const AppOptions *options, int *status, Error *err);

#endif
