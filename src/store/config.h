/* config.h: settings in git-config syntax: sections, subsections, quotes,
 * comments; no includes. Names are dotted as for `git config`: "ui.lang",
 * "limit.pr-max.en". Precedence is the caller's: flag, PRFAQ_*, workspace, user.
 * Source: git-config(1), "Syntax"; prfaq-config(5). */
#ifndef STORE_CONFIG_H
#define STORE_CONFIG_H

#include <stdbool.h>

#include "base/error.h"
#include "base/mem.h"
#include "base/str.h"

typedef struct Setting {
    Str name;   /* section and key lower-case, subsection as written */
    Str value;  /* "true" for a key without "=" */
    Str origin; /* path of the file */
    int line;
} Setting;

typedef struct Config {
    const Setting *items; /* later ones win */
    size_t count, cap;
} Config;

/* Append the settings of one file's bytes.
 *   fails  ERR_INVALID: "PATH:LINE: reason"; nothing was appended then */
bool config_parse(Str bytes, Str path, Arena *arena, Config *config, Error *err);
/* Append those of a file; a missing file is no error. */
bool config_load(const char *path, Arena *arena, Config *config, Error *err);
/* The last value of a name; false when it is not set. */
bool config_get(const Config *config, Str name, Str *value);
bool config_get_bool(const Config *config, Str name, bool fallback);
/* All values of "section.*.key" in order: subsections into `out`. */
size_t config_subsections(const Config *config, Str section, Arena *arena,
                          const Str **out);

/* Change one value in a file's text, keeping every other byte; adds section and
 * key when missing; NULL value.ptr removes the key. */
bool config_edit(Str bytes, Str name, Str value, StrBuf *out, Error *err);

/* A setting the program knows, for `prfaq config`, completion and prfaq-config(5). */
typedef struct KnownSetting {
    const char *name;
    const char *values;   /* "auto|always|never", "on|off", "text" */
    const char *fallback; /* the default */
    const char *about;    /* N_() */
    bool user_only;       /* a workspace may not set it: it could run something */
} KnownSetting;

const KnownSetting *config_known(size_t *count);

#endif
