/* config_scan.h: git-config syntax with the places of everything, for reading
 * (config.c) and for changing one value in place (config_edit.c). */
#ifndef STORE_CONFIG_SCAN_H
#define STORE_CONFIG_SCAN_H

#include "store/config.h"

typedef struct ConfigEntry {
    Str name;        /* "limit.pr-max.en" */
    Str value;       /* unquoted; "true" without "=" */
    int line;        /* of the key */
    Range span;      /* from the key to the end of the value, without comments */
    size_t section;  /* index; SIZE_MAX before the first header */
    size_t line_end; /* behind its line break, or the end of the file */
} ConfigEntry;

typedef struct ConfigSection {
    Str name;        /* "limit.pr-max." */
    size_t line_end; /* behind the line of the header */
} ConfigSection;

typedef struct ConfigScan {
    ConfigEntry *entries;
    size_t count, cap;
    ConfigSection *sections;
    size_t section_count, section_cap;
} ConfigScan;

/*   fails  ERR_INVALID: "PATH:LINE: reason" */
bool config_scan(Str bytes, Str path, Arena *arena, ConfigScan *out, Error *err);

/* Equal names: section and key by ASCII letters, subsection byte by byte. */
bool config_name_eq(Str a, Str b);
/* Append a value so that it is read back as it is. */
void config_quote(Str value, StrBuf *out);

#endif
