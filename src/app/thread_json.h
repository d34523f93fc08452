/* thread_json.h: a thread of a review as commands print it with --json. */
#ifndef APP_THREAD_JSON_H
#define APP_THREAD_JSON_H

#include "app/cli_json.h"
#include "app/review_threads.h"

json_t *thread_json(const ReviewThreads *threads, const ReviewThread *t);

#endif
