/* check_facts.h: what git and the files of a review say about a document, read for
 * the checks (check/facts.h). */
#ifndef APP_CHECK_FACTS_H
#define APP_CHECK_FACTS_H

#include "app/session.h"
#include "check/facts.h"

typedef struct DocumentFacts {
    CheckFacts facts;
    const Damage *damage; /* files that are left out */
    size_t damage_count;
} DocumentFacts;

/* What is known of a document; NULL: nothing, as for most. It is read when it is
 * first asked for, and again when the file, its review, the minutes or the log of
 * the repository have changed: in between nothing is opened, and git is not asked.
 *   owns  the session; valid as long as it, contents until the next call for the
 *         same document */
const DocumentFacts *session_facts(Session *s, const DocumentRef *ref);
/* The session goes to another workspace: what it handed out stays readable. */
void session_facts_leave(Session *s);
/* It ends. */
void session_facts_forget(Session *s);

#endif
