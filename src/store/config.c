#include "store/config.h"

#include <string.h>

#include "base/file.h"
#include "store/config_scan.h"

enum { CONFIG_MAX = 1 << 20 };

bool config_parse(Str bytes, Str path, Arena *arena, Config *config, Error *err)
{
    ConfigScan scan;

    if (!config_scan(bytes, path, arena, &scan, err))
        return false;
    Str origin = arena_str(arena, path);
    /* Items are only ever added to arrays made here. */
    size_t cap = config->count + scan.count;
    Setting *items = arena_array(arena, cap, sizeof *items);
    if (config->count)
        memcpy(items, config->items, config->count * sizeof *items);
    for (size_t i = 0; i < scan.count; i++)
        items[config->count + i] = (Setting){
            scan.entries[i].name, scan.entries[i].value, origin, scan.entries[i].line};
    *config = (Config){.items = items, .count = cap, .cap = cap};
    return true;
}

bool config_load(const char *path, Arena *arena, Config *config, Error *err)
{
    StrBuf bytes = {0};
    Error why = {0};

    if (!file_read(path, CONFIG_MAX, &bytes, &why)) {
        if (why.code == ERR_NOT_FOUND)
            return true;
        if (err)
            *err = why;
        return false;
    }
    bool ok = config_parse(strbuf_view(&bytes), str_from(path), arena, config, err);
    strbuf_deinit(&bytes);
    return ok;
}

bool config_get(const Config *config, Str name, Str *value)
{
    for (size_t i = config->count; i-- > 0;)
        if (config_name_eq(config->items[i].name, name)) {
            *value = config->items[i].value;
            return true;
        }
    return false;
}

bool config_get_bool(const Config *config, Str name, bool fallback)
{
    static const char *const yes[] = {"true", "yes", "on", "1"};
    static const char *const no[] = {"false", "no", "off", "0", ""};
    Str value;

    if (!config_get(config, name, &value))
        return fallback;
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        if (str_eq_nocase(value, str_from(yes[i])))
            return true;
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        if (str_eq_nocase(value, str_from(no[i])))
            return false;
    return fallback;
}

/* "person.Mina Park.email" -> "Mina Park". */
static bool subsection_of(Str name, Str section, Str *out)
{
    size_t first = str_find_byte(name, '.', 0), last = str_rfind_byte(name, '.');

    if (first == STR_NONE || first == last ||
        !str_eq_nocase(str_slice(name, 0, first), section))
        return false;
    *out = str_slice(name, first + 1, last);
    return true;
}

size_t config_subsections(const Config *config, Str section, Arena *arena,
                          const Str **out)
{
    Str *found = NULL, name;
    size_t count = 0, cap = 0;

    for (size_t i = 0; i < config->count; i++) {
        if (!subsection_of(config->items[i].name, section, &name))
            continue;
        bool known = false;
        for (size_t j = count; j-- > 0 && !known;)
            known = str_eq(found[j], name);
        if (known)
            continue;
        found = arena_grow(arena, found, count, &cap, sizeof *found);
        found[count++] = name;
    }
    *out = found;
    return count;
}
