/* report_json.h: JSON as the formats for programs write it. */
#ifndef CHECK_REPORT_JSON_H
#define CHECK_REPORT_JSON_H

#include <jansson.h>

#include "base/str.h"

/* A string; what is no UTF-8 in it becomes U+FFFD. */
json_t *report_string(Str s);
/* `value` becomes the object's. */
void report_put(json_t *object, const char *key, json_t *value);
/* Add the value in one line and free it. */
void report_dump(json_t *value, StrBuf *out);

#endif
