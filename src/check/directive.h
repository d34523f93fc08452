/* directive.h: one silencing comment.
 *
 *   <!-- prfaq-off ID, ID: reason -->   <!-- prfaq-on ID, ID -->   (or `all`)
 *   <!-- prfaq-ok ID, ID: reason -->
 *
 * Lenient: what is missing is left empty, so that it can be said what is wrong. */
#ifndef CHECK_DIRECTIVE_H
#define CHECK_DIRECTIVE_H

#include <stdbool.h>

#include "base/str.h"

typedef enum DirectiveKind { DIRECTIVE_OFF, DIRECTIVE_ON, DIRECTIVE_OK } DirectiveKind;

typedef struct Directive {
    DirectiveKind kind;
    Str ids;    /* as written, before the colon: directive_next() */
    Str reason; /* trimmed; may be empty */
} Directive;

/*   comment  from "<!--" to "-->", on one line
 *   returns  false when it is another comment, or no comment */
bool directive_parse(Str comment, Directive *out);
/* Takes the next id off `ids`; false at the end. Ids are trimmed; empty ones are
 * left out. */
bool directive_next(Str *ids, Str *id);

#endif
