/* rule.h: one row of the catalogue, for the rules themselves and for printing
 * the documentation. */
#ifndef CHECK_RULE_H
#define CHECK_RULE_H

#include "check/check.h"

typedef struct CheckRun CheckRun; /* check/run.h: what a rule reads and reports to */

struct Rule {
    Str id;
    Str group; /* structure length faq wording evidence coherence process encoding */
    Level levels[PROFILE_COUNT];
    Str parts;      /* what it reads: "doc", "pr", "all", or kinds */
    Str languages;  /* "all", or codes: "en,ko" */
    Str fix;        /* none replace insert */
    Str message[2]; /* by LANG_EN, LANG_KO */
    Str definition;
    Str false_positives;
    Str precision;
    /* Reports what it finds; NULL: check_unreadable() or suppress_findings() does. */
    void (*run)(CheckRun *run);
};

/* What people read about a rule, by LANG_EN and LANG_KO: a row of
 * templates/rule-pages.tsv. Examples may have several lines. */
typedef struct RuleText {
    Str title[2];  /* what it looks for, in a few words */
    Str why[2];    /* the reason, in a sentence or two */
    Str leaves[2]; /* what looks like it and is left alone; may be empty */
    Str bad[2], good[2];
    Str scene;     /* the part the examples stand in */
    bool fix_safe; /* its fix may be applied without asking (check/fix.h) */
} RuleText;

/* All rules of templates/rules.tsv that this program runs, in file order. The file
 * is read once; the table never changes afterwards. */
size_t rule_count(void);
const Rule *rule_at(size_t index);
const Rule *rule_find(Str id); /* or NULL */

/* The words about a rule of the catalogue. They are read at the first call: a start
 * of the program that shows none does not pay for them. */
const RuleText *rule_text(const Rule *rule);

#endif
