#include "app/terminal.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "term/theme.h"

#include "app/ascii.h"

const char *terminal_locale(void)
{
    static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (value && *value)
            return value;
    }
    return NULL;
}

bool terminal_locale_is_utf8(const char *name)
{
    locale_t found = newlocale(LC_CTYPE_MASK, name, (locale_t)0);
    bool utf8 = found && strcmp(nl_langinfo_l(CODESET, found), "UTF-8") == 0;

    if (found)
        freelocale(found);
    return utf8;
}

AmbiguousWidth terminal_width_mode(const Session *s)
{
    Str mode = session_setting(s, "ui.width-mode");

    if (str_eq(mode, STR("wide")))
        return AMBIGUOUS_WIDE;
    return str_eq(mode, STR("narrow")) ? AMBIGUOUS_NARROW : AMBIGUOUS_AS_LOCALE;
}

/* The Linux console has room for few signs in its font; a terminal of another encoding
 * than UTF-8 has none of them, as far as its locale tells; and where signs of ambiguous
 * width are wide, the lines of frames are, too. */
bool terminal_in_ascii(const Session *s)
{
    const char *term = getenv("TERM");
    AmbiguousWidth mode = terminal_width_mode(s);

    if (!str_eq(session_setting(s, "ui.ascii"), STR("auto")))
        return session_setting_bool(s, "ui.ascii");
    return (term && strcmp(term, "linux") == 0) ||
           (terminal_locale() && !terminal_locale_is_utf8("")) ||
           mode == AMBIGUOUS_WIDE ||
           (mode == AMBIGUOUS_AS_LOCALE && width_wide_by_locale());
}

TermOptions terminal_options(const Session *s, bool color)
{
    return (TermOptions){.theme = theme_named(session_setting(s, "ui.theme")),
                         .color = color,
                         .mouse = session_setting_bool(s, "ui.mouse"),
                         .ascii = terminal_in_ascii(s)};
}

/* "key.NAME" of the person's own settings; of one name the last line counts. */
static size_t own_keys(const Session *s, Arena *arena, OwnKeys **out)
{
    OwnKeys *keys = arena_array(arena, s->config.count + 1, sizeof *keys);
    size_t count = 0;

    for (size_t i = 0; i < s->config.count; i++) {
        const Setting *setting = &s->config.items[i];
        Str command = str_slice(setting->name, 4, setting->name.len);
        size_t at = 0;
        if (!str_starts(setting->name, STR("key.")) ||
            !session_setting_is_own(s, setting))
            continue;
        while (at < count && !str_eq(keys[at].command, command))
            at++;
        keys[at] = (OwnKeys){command, setting->value, setting->origin, setting->line};
        count += at == count;
    }
    *out = keys;
    return count;
}

bool terminal_keys(const Session *s, Arena *arena, Keymap *out, StrBuf *problems)
{
    OwnKeys *own = NULL;
    size_t count = own_keys(s, arena, &own);

    if (count > 0)
        keymap_make(own, count, arena, out, problems);
    return count > 0;
}
