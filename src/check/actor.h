/* actor.h: who acts first in a sentence. Source: docs/rules.md, "Actors". */
#ifndef CHECK_ACTOR_H
#define CHECK_ACTOR_H

#include "check/run.h"

typedef enum Actor {
    ACTOR_CUSTOMER,
    ACTOR_COMPANY,
    ACTOR_PRODUCT,
    ACTOR_TECHNOLOGY,
    ACTOR_COMPETITOR,
    ACTOR_UNDECIDED, /* nobody we know comes first */
    ACTOR_COUNT,
} Actor;

/* The first listed actor of a sentence that stands where a subject does: in English
 * before the first verb we know, in Korean with a particle of a subject. */
Actor sentence_actor(const CheckRun *run, const Sentence *sentence);
const char *actor_name(Actor actor);       /* "customer": in JSON */
const char *actor_for_people(Actor actor); /* translated */

/* Behind the dateline of a sentence: "SEOUL, March 2, 2027 — ". */
size_t actor_behind_dateline(Str text, Range sentence);
/* "은", "는", "이", "가", "께서", "도", "들은" or "들이" and nothing else. */
bool actor_is_particle(Str rest);

#endif
