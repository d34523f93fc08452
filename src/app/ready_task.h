/* ready_task.h: a document on its way to its readers: what stands in the way, and the
 * revision that says it went. */
#ifndef APP_READY_TASK_H
#define APP_READY_TASK_H

#include "app/service.h"
#include "check/ready.h"
#include "doc/answers.h"

typedef struct ReadyTask {
    OpenDocument doc;
    Findings findings;
    Ready ready;
} ReadyTask;

/* fails  as session_document and service_read */
bool ready_look(Session *s, Str name, Arena *arena, ReadyTask *out, Error *err);
/* What was answered; what is missing or has no proof is named.
 *   said    "beliefs", "deeds", "waste", "reason"
 *   reason  of the command line; else what was said
 *   fails   ERR_USAGE */
bool ready_answers(const Answers *said, Str reason, Arena *arena, ReadyAnswers *out,
                   Error *err);
/* Put `stage: review` into the document and save it as a revision with the answers.
 *   fails  ERR_STATE when something stands in the way and no reason is given, or the
 *          file has changed since it was read; as service_save */
bool ready_pass(Session *s, const ReadyTask *task, const ReadyAnswers *answers,
                Arena *arena, SaveResult *out, Error *err);
/* The document with another stage; `decision` may be empty: it is left as it is. */
Str ready_stage(const Document *doc, Str stage, Str decision, Arena *arena);

#endif
