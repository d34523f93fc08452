/* setting.h: what the settings say about rules and limits.
 *
 *   [rule]            weasel-word = info    dateline-missing = off: why
 *   [limit "pr-max"]  en = 500              ko = 1500
 *
 * Known limits: pr-min, pr-max, faq-max, doc-max, answer-external-max,
 * answer-internal-max, sentence-long, sentence-max, questions-external-min,
 * questions-internal-min, and SECTION-min and SECTION-max for the sections of the
 * templates. Source: docs/checking.md. */
#ifndef CHECK_SETTING_H
#define CHECK_SETTING_H

#include <stdbool.h>

#include "check/check.h"
#include "check/run.h"

/* "info", or "off: the reason".
 *   returns  false: no level stands at its start; *reason is empty unless off */
bool rule_setting_parse(Str value, Level *level, Str *reason);
/* The setting of a rule; NULL when there is none. */
const RuleSetting *rule_setting(const CheckOptions *options, const Rule *rule);
/* The level a rule runs at; LEVEL_OFF: it does not run. A rule that is turned off
 * by a setting runs, so that what it finds can be listed as silenced. */
Level rule_level(const CheckOptions *options, const Rule *rule);

/* Could it be the name of a limit? */
bool limit_name_ok(Str id);
/* The limit the settings give in the document's unit, else `fallback`. */
size_t limit_of(const CheckRun *run, const char *id, size_t fallback);
/* The same of "SECTION-min" and "SECTION-max". */
size_t limit_of_section(const CheckRun *run, Str section, const char *which,
                        size_t fallback);

#endif
