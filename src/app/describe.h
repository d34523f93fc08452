/* describe.h: what Home tells of documents: the list at once, then each row's
 * details when it is asked for. */
#ifndef APP_DESCRIBE_H
#define APP_DESCRIBE_H

#include "app/session.h"
#include "ui/msg.h"

/* MSG_DOCUMENTS: paths and names; the answer borrows from `arena`. */
Msg describe_list(Session *s, Arena *arena);
/* MSG_DESCRIBED for one document: words, checks, what is done, the next step. */
Msg describe_document(Session *s, Str path, Arena *arena);

#endif
