/* check_settings.h: the settings of the checks: levels of rules, limits, and what
 * the sections of single documents change.
 *
 * Strongest first: [document "NAME"], workspace, person, system. In a document's
 * section the inner dots of a name are "-": rule-weasel-word, limit-pr-max-en;
 * profile, competitors and dateline stand for check.profile and so on. */
#ifndef APP_CHECK_SETTINGS_H
#define APP_CHECK_SETTINGS_H

#include <stdbool.h>

#include "app/session.h"
#include "check/check.h"

/* Fill the rules and limits of *out.
 *   ref   the document; NULL: settings of no document
 *   owns  in `arena`, borrowing from the session */
void check_settings_read(const Session *s, const DocumentRef *ref, Arena *arena,
                         CheckOptions *out);
/* The value for a document: that of its section, else session_setting(). */
Str check_setting(const Session *s, const DocumentRef *ref, const char *name);

/* May "rule.ID", "limit.ID.en", "document.NAME.KEY" have this value? Other names
 * are fine.
 *   fails  ERR_USAGE naming what is wrong and the way out */
bool check_setting_ok(Str name, Str value, Error *err);

typedef struct SettingProblem {
    Str origin; /* the file, relative to the workspace where it is inside */
    int line;
    Str text;
} SettingProblem;

/* Settings that say nothing to us: an unknown rule, level, limit. They are passed
 * over; the rest counts.  owns: in `arena` */
size_t check_setting_problems(const Session *s, Arena *arena,
                              const SettingProblem **out);

#endif
