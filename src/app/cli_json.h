/* cli_json.h: JSON as commands print it.
 *
 * UTF-8; strings that hold bytes that are no UTF-8 get U+FFFD in their place, and
 * characters that could trick a terminal are written as \u escapes. */
#ifndef APP_CLI_JSON_H
#define APP_CLI_JSON_H

#include <stdbool.h>

#include <jansson.h>

#include "base/date.h"
#include "base/error.h"
#include "base/str.h"
#include "doc/revision.h"
#include "store/workspace.h"

/* A string value. */
json_t *json_text(Str s);
json_t *json_lang(Lang lang);
json_t *json_moment(Moment m); /* ISO 8601 with offset */
json_t *json_person(const Person *p);
json_t *json_people(const Person *people, size_t count);
/* number, commit, author, with, time, note; parts, added and removed are the
 * caller's, who knows the revision before. */
json_t *json_revision(const Revision *r);
/* An object with "schema": "prfaq/NAME/1". */
json_t *json_document(const char *name);
/* Append the text of `value` and a line feed; takes the value. */
void json_print(json_t *value, StrBuf *out);
/* The same in one line. */
void json_print_line(json_t *value, StrBuf *out);
void json_error(const Error *err, StrBuf *out);

#endif
