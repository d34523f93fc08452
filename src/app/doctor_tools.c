#include <stdlib.h>
#include <string.h>

#include "app/doctor.h"
#include "app/helper.h"
#include "app/spell_place.h"
#include "base/message.h"

enum { GIT_MS = 2000 };

static bool is_set(const char *name)
{
    const char *value = getenv(name);
    return value && *value;
}

static void look_at_git(Doctor *d)
{
    Str git = helper_find("git", d->arena);
    const char *argv[] = {git.ptr, "--version", NULL};
    StrBuf version = {0};

    if (git.len > 0 && helper_output(argv, GIT_MS, &version))
        doctor_add(d, "git", DOCTOR_OK, (Str){0}, _("Program git: %.*s."),
                   STR_ARG(str_trim(strbuf_view(&version))));
    else
        doctor_add(d, "git", DOCTOR_NOTE, doctor_install(d, "git"),
                   _("Program git: not found. Saving works without it; exchanging with "
                     "other computers does not."));
    strbuf_deinit(&version);
}

static void look_at_editor(Doctor *d)
{
    const char *value = is_set("VISUAL") ? getenv("VISUAL") : getenv("EDITOR");
    Str words = str_trim(str_from(value)), program = words;

    if (words.len == 0) {
        doctor_add(d, "editor", DOCTOR_NOTE, STR("export EDITOR=nano"),
                   _("Your own editor: neither VISUAL nor EDITOR is set."));
        return;
    }
    str_next_field(&words, ' ', &program);
    Str copy = arena_str(d->arena, program);
    if (copy.ptr[0] == '/' || helper_find(copy.ptr, d->arena).len > 0)
        doctor_add(d, "editor", DOCTOR_OK, (Str){0}, _("Your own editor: %s."), value);
    else
        doctor_add(d, "editor", DOCTOR_NOTE, STR("export EDITOR=nano"),
                   _("Your own editor: \"%s\" is not found."), copy.ptr);
}

/* Which program hands words to the other windows of this computer. */
static void look_at_clipboard(Doctor *d)
{
    const char *program = is_set("WAYLAND_DISPLAY") ? "wl-copy"
                          : is_set("DISPLAY")       ? "xclip"
                                                    : NULL;
    const char *package =
        program && strcmp(program, "wl-copy") == 0 ? "wl-clipboard" : "xclip";

    if (helper_find("pbcopy", d->arena).len > 0)
        program = "pbcopy";
    if (is_set("SSH_CONNECTION") || !program)
        doctor_add(d, "clipboard", DOCTOR_OK, (Str){0},
                   _("Clipboard: copied words are offered to the terminal (OSC 52), if "
                     "it allows that. Shift and the mouse select its own way."));
    else if (helper_find(program, d->arena).len > 0)
        doctor_add(d, "clipboard", DOCTOR_OK, (Str){0}, _("Clipboard: %s is here."),
                   program);
    else
        doctor_add(d, "clipboard", DOCTOR_NOTE, doctor_install(d, package),
                   _("Clipboard: %s is not found; copied words are only offered to the "
                     "terminal."),
                   program);
}

static void look_at_spelling(Doctor *d)
{
    SpellPlace place;
    Str english, korean;

    spell_place_find(NULL, d->arena, &place);
    english = place.dictionary[LANG_EN];
    korean = place.dictionary[LANG_KO];
    if (!session_setting_bool(d->session, "ui.spelling"))
        doctor_add(d, "spelling", DOCTOR_OK, STR("prfaq config set ui.spelling on"),
                   _("Spelling: switched off by ui.spelling."));
    else if (place.program.len == 0)
        doctor_add(d, "spelling", DOCTOR_NOTE,
                   doctor_install(d, "hunspell hunspell-en-us hunspell-ko"),
                   _("Spelling: the program hunspell is not found."));
    else if (english.len == 0 || korean.len == 0)
        doctor_add(d, "spelling", DOCTOR_NOTE,
                   doctor_install(d, english.len == 0 && korean.len == 0
                                         ? "hunspell-en-us hunspell-ko"
                                     : korean.len == 0 ? "hunspell-ko"
                                                       : "hunspell-en-us"),
                   english.len == 0 && korean.len == 0
                       ? _("Spelling: no dictionary is installed.")
                   : korean.len == 0 ? _("Spelling: there is no Korean dictionary.")
                                     : _("Spelling: there is no English dictionary."));
    else
        doctor_add(d, "spelling", DOCTOR_OK, (Str){0},
                   _("Spelling: hunspell with the dictionaries %.*s and %.*s."),
                   STR_ARG(english), STR_ARG(korean));
}

void doctor_tools(Doctor *d)
{
    look_at_git(d);
    look_at_editor(d);
    look_at_clipboard(d);
    look_at_spelling(d);
}
