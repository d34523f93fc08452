/* check.h: run the rules over a document.
 *
 * Deterministic: the same bytes, options and clock value give the same
 * findings. Checks never stop anyone from saving. The catalogue is
 * templates/rules.tsv, printed for people in docs/rules.md. */
#ifndef CHECK_CHECK_H
#define CHECK_CHECK_H

#include <stdatomic.h>
#include <stdbool.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/str.h"
#include "doc/document.h"

typedef enum Level { LEVEL_OFF, LEVEL_INFO, LEVEL_WARNING, LEVEL_ERROR } Level;

typedef enum Profile {
    PROFILE_DEFAULT,
    PROFILE_STRICT,
    PROFILE_WORKSHOP,
    PROFILE_COUNT,
} Profile;

typedef struct Rule Rule;         /* check/rule.h */
typedef struct Baseline Baseline; /* check/baseline.h */

typedef enum FixKind { FIX_NONE, FIX_REPLACE, FIX_INSERT } FixKind;

typedef struct Fix {
    FixKind kind;
    Range range; /* bytes to replace; empty for an insertion */
    Str text;
} Fix;

typedef enum Silencer {
    SILENCER_NONE,
    SILENCER_COMMENT,  /* a comment in the text */
    SILENCER_SETTING,  /* rule.ID = off: reason */
    SILENCER_BASELINE, /* accepted with the document, .prfaq/baseline.tsv */
} Silencer;

typedef struct Finding {
    const Rule *rule;
    Level level;
    Range range; /* bytes; what to show. For a missing part: where it belongs */
    size_t part; /* index, or NO_INDEX for the document */
    Str message; /* one line, particles settled */
    Str advice;  /* what to do; may be empty */
    Fix fix;
    bool fix_doubtful; /* made only when it is asked for, whatever its rule says */
    bool silenced;
    Silencer silencer; /* what silenced it */
    Range comment;     /* the comment that did; empty for another silencer */
    Str reason;        /* why; may be empty */
} Finding;

typedef struct Findings {
    /* Open questions that are overdue, then by level, then by place; silenced ones
     * last. */
    const Finding *items;
    size_t count;
    int errors, warnings, infos, silenced;
    int factor; /* what each of them costs at the document's stage: check/stage.h */
} Findings;

/* A file or setting of the workspace that is left out because it is damaged. */
typedef struct Damage {
    Str what; /* file, line and reason */
    Str hint; /* the way out */
} Damage;
/* What a setting makes of a rule. */
typedef struct RuleSetting {
    const Rule *rule;
    Level level; /* LEVEL_OFF: its findings are silenced */
    Str reason;  /* of LEVEL_OFF; may be empty, which is reported */
    Str origin;  /* the file that says so, as people know it */
    int line;
} RuleSetting;

/* A limit that settings change. */
typedef struct Limit {
    Str id;               /* "pr-max", "problem-min" */
    int words, graphemes; /* by the document's unit; -1: not said */
} Limit;

/* Words a workspace adds or settings it changes; all may be empty. */
typedef struct CheckOptions {
    Profile profile;
    Date now;     /* year 0: clock rules are silent */
    Moment clock; /* the same to the second; of another day than `now`: not known */
    Lang lang;    /* of messages for documents in a language we do not speak */
    bool dateline_off;       /* check.dateline = off */
    bool customer_quote_off; /* quotes.customer = off */
    Str competitors;         /* comma-separated */
    Str company;             /* check.company; front matter company: comes first */
    bool quote_roles;        /* quotes.names = roles */
    const struct CheckFacts *facts;   /* check/facts.h; NULL: nothing is known */
    const struct Glossary *glossary;  /* of the workspace; NULL: none */
    const RuleSetting *rule_settings; /* one a rule: the strongest */
    size_t rule_setting_count;
    const Limit *limits; /* one an id */
    size_t limit_count;
    Str name;                 /* of the document: "ideas/lantern"; may be empty */
    const Baseline *baseline; /* of the workspace, or NULL */
    bool in_workspace;        /* image paths may leave its folder, not the workspace */
    int image_depth; /* folders from the top of the workspace to the document: an image
                        path may go up so many times */
    /* Does an image exist? Its path is relative to the document and clean: no ".." but
     * at its start, at most image_depth of them. Handed in, because checks do no I/O;
     * NULL leaves rule image-broken to what the text alone shows. */
    bool (*image_exists)(void *ctx, Str path);
    void *image_ctx;
    /* Word lists of the workspace, by language; NULL: none. */
    const struct OwnLexicon *lexicons[LANG_COUNT];
    const Damage *damage; /* what rule workspace-file-invalid tells */
    size_t damage_count;
    /* Set by another thread when nobody waits for the findings any more: the rules that
     * are left are not run. NULL: all are. */
    const atomic_bool *stop;
} CheckOptions;

/* A document with strays has the finding of check_unreadable() alone.
 *   owns  *out lives in `arena` and borrows from `doc` and `lib` */
void check_run(const Document *doc, const Library *lib, const CheckOptions *options,
               Arena *arena, Findings *out);
/* The same, and what the document measures (check/measure.h).
 *   owns  *measures lives as *out */
typedef struct Measures Measures;
void check_measure(const Document *doc, const Library *lib, const CheckOptions *options,
                   Arena *arena, Findings *out, Measures *measures);
/* The only finding of a file that is not UTF-8 or holds NUL.
 *
 *   offset, why  as document_bytes_ok() gave them */
void check_unreadable(size_t offset, const Error *why, const CheckOptions *options,
                      Arena *arena, Findings *out);

const char *level_name(Level level);       /* "error": in JSON and options */
const char *level_for_people(Level level); /* "to fix", translated */
bool level_parse(Str name, Level *out);
const char *profile_name(Profile profile);
bool profile_parse(Str name, Profile *out);
const char *silencer_name(Silencer silencer); /* "baseline": in JSON */
const char *rule_id(const Rule *rule);

/* Keep the findings that `keep` names; the others are gone, and not counted.
 *   owns  the list of *findings lives in `arena` afterwards */
typedef bool FindingFilter(void *ctx, const Finding *finding);
void findings_keep(Findings *findings, FindingFilter *keep, void *ctx, Arena *arena);

/* Adds one finding to the counts of *out. */
void findings_count(const Finding *finding, Findings *out);
/* Ready for review: no finding of level error. */
bool findings_ready(const Findings *f);
/* Is one of that level or above there? Never for LEVEL_OFF. */
bool findings_reach(const Findings *f, Level level);

#endif
