#include "app/spell_place.h"

#include <stdlib.h>

#include "app/helper.h"
#include "base/file.h"

/* Where distributions put the dictionaries of hunspell; its own list of places. */
static const char system_folders[] =
    "/usr/share/hunspell:/usr/local/share/hunspell:/usr/share/myspell:"
    "/usr/share/myspell/dicts:/opt/homebrew/share/hunspell:/Library/Spelling";

/* The first that is there wins: the spelling of most documents, then others. */
static const char *const names[LANG_COUNT][6] = {
    [LANG_EN] = {"en_US", "en_GB", "en_AU", "en_CA", "en", NULL},
    [LANG_KO] = {"ko_KR", "ko", NULL},
};

static bool has_dictionary(Str folders, const char *name, Arena *arena)
{
    Str folder;

    while (str_next_field(&folders, ':', &folder)) {
        if (!str_starts(folder, STR("/")))
            continue;
        Str file = arena_printf(arena, "%.*s/%s.aff", STR_ARG(folder), name);
        if (file_kind(file.ptr) == FILE_REGULAR)
            return true;
    }
    return false;
}

static Str folders_of_system(Arena *arena)
{
    const char *own = getenv("DICPATH");

    return own && *own ? arena_printf(arena, "%s:%s", own, system_folders)
                       : str_from(system_folders);
}

void spell_place_find(const char *folders, Arena *arena, SpellPlace *out)
{
    Str places = folders ? str_from(folders) : folders_of_system(arena);

    *out = (SpellPlace){.program = helper_find("hunspell", arena)};
    for (int lang = 0; lang < LANG_COUNT; lang++)
        for (size_t i = 0; !out->dictionary[lang].ptr && names[lang][i]; i++)
            if (has_dictionary(places, names[lang][i], arena))
                out->dictionary[lang] = str_from(names[lang][i]);
}
