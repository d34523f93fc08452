#include <langinfo.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "app/doctor.h"
#include "app/helper.h"
#include "app/terminal.h"
#include "base/message.h"

enum { ROWS_LEAST = 8, COLS_LEAST = 40, TMUX_MS = 500 };

static const char *variable(const char *name)
{
    const char *value = getenv(name);
    return value && *value ? value : NULL;
}

static void look_at_name(Doctor *d)
{
    const char *name = variable("TERM");
    TermKind kind = term_kind(name);

    if (!name)
        doctor_add(d, "terminal", DOCTOR_PROBLEM, STR("export TERM=xterm-256color"),
                   _("Terminal: TERM is not set, so nobody knows what it can do."));
    else if (strcmp(name, "dumb") == 0)
        doctor_add(d, "terminal", DOCTOR_NOTE, STR("prfaq write NAME --linear"),
                   _("Terminal: TERM is \"dumb\". The tasks of the screens are done in "
                     "plain lines."));
    else if (!kind.known)
        doctor_add(d, "terminal", DOCTOR_NOTE, doctor_install(d, "ncurses-term"),
                   _("Terminal: this computer has no description of \"%s\"; it is "
                     "taken for an xterm."),
                   name);
    else if (!kind.moves)
        doctor_add(d, "terminal", DOCTOR_PROBLEM, STR("prfaq write NAME --linear"),
                   _("Terminal: \"%s\" cannot move its cursor. Use plain lines."),
                   name);
    else
        doctor_add(d, "terminal", DOCTOR_OK, (Str){0},
                   ngettext("Terminal: \"%s\", %d colour.",
                            "Terminal: \"%s\", %d colours.",
                            (unsigned long)kind.colors),
                   name, kind.colors);
}

static void look_at_size(Doctor *d)
{
    struct winsize size;

    if (!isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 ||
        size.ws_row == 0)
        return;
    if (size.ws_row < ROWS_LEAST || size.ws_col < COLS_LEAST)
        doctor_add(d, "size", DOCTOR_PROBLEM,
                   arena_str(d->arena, str_from(_("make the window larger, or its "
                                                  "letters smaller"))),
                   _("Window: %d columns by %d rows; the screens need %d by %d."),
                   size.ws_col, size.ws_row, COLS_LEAST, ROWS_LEAST);
    else
        doctor_add(d, "size", DOCTOR_OK, (Str){0}, _("Window: %d columns by %d rows."),
                   size.ws_col, size.ws_row);
}

static void look_at_colours(Doctor *d)
{
    Str theme = session_setting(d->session, "ui.theme");

    if (variable("NO_COLOR"))
        doctor_add(d, "colour", DOCTOR_OK, (Str){0},
                   _("Colours: off, because NO_COLOR is set. Bold and reverse stay."));
    else
        doctor_add(d, "colour", DOCTOR_OK, (Str){0},
                   _("Colours: theme \"%.*s\". Others: prfaq config set ui.theme "
                     "classic, contrast or mono."),
                   STR_ARG(theme));
}

static void look_at_locale(Doctor *d)
{
    const char *asked = terminal_locale();
    Str korean = STR("export LC_ALL=ko_KR.UTF-8"), plain = STR("export LC_ALL=C.UTF-8");
    Str fix = message_lang() == LANG_KO && terminal_locale_is_utf8("ko_KR.UTF-8")
                  ? korean
                  : plain;

    if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0) {
        doctor_add(d, "locale", DOCTOR_PROBLEM,
                   arena_str(d->arena, STR("sudo localedef -i en_US -f UTF-8 "
                                           "en_US.UTF-8")),
                   _("Locale: there is no UTF-8 locale on this computer; letters "
                     "beyond ASCII cannot be drawn."));
        return;
    }
    if (!asked || !terminal_locale_is_utf8("")) {
        doctor_add(
            d, "locale", DOCTOR_NOTE, fix,
            _("Locale: \"%s\" is not UTF-8, or is not installed. prfaq goes on in "
              "UTF-8, with frames in ASCII; other programs may not."),
            asked ? asked : "C");
        return;
    }
    doctor_add(d, "locale", DOCTOR_OK, (Str){0},
               _("Locale: \"%s\". The interface speaks English; in Korean: prfaq "
                 "config set ui.lang ko."),
               asked);
}

/* Signs such as "…": the terminal is asked, where there is one. */
static void look_at_widths(Doctor *d)
{
    AmbiguousWidth mode = terminal_width_mode(d->session);
    bool wide = mode == AMBIGUOUS_WIDE ||
                (mode == AMBIGUOUS_AS_LOCALE && width_wide_by_locale());
    int cells = term_cells_of(STR("…"));

    if (cells == 2 && !wide)
        doctor_add(d, "width", DOCTOR_NOTE, STR("prfaq config set ui.width-mode wide"),
                   _("Widths: this terminal draws signs such as \"…\" and \"—\" in two "
                     "cells, the screens count one: what stands behind them shifts."));
    else if (cells == 1 && wide)
        doctor_add(d, "width", DOCTOR_NOTE,
                   STR("prfaq config set ui.width-mode narrow"),
                   _("Widths: this terminal draws signs such as \"…\" and \"—\" in one "
                     "cell, the screens count two: gaps stay behind them."));
    else
        doctor_add(d, "width", DOCTOR_OK, (Str){0},
                   wide ? _("Widths: signs such as \"…\" and \"—\" take two cells "
                            "(ui.width-mode).")
                        : _("Widths: signs such as \"…\" and \"—\" take one cell "
                            "(ui.width-mode)."));
}

void doctor_terminal(Doctor *d)
{
    look_at_name(d);
    look_at_size(d);
    look_at_colours(d);
    look_at_locale(d);
    look_at_widths(d);
}

/* --- tmux and screen ------------------------------------------------------ */

typedef struct TmuxOption {
    const char *scope; /* "-sv": of the server; "-gv": of all sessions */
    const char *name;
    const char *wanted;
    const char *set; /* the scope when it is set */
} TmuxOption;

static const TmuxOption tmux_options[] = {
    {"-sv", "escape-time", "10", "-s"},
    {"-gv", "focus-events", "on", "-g"},
    {"-sv", "set-clipboard", "on", "-s"},
};

/* A shorter time is as good, and "external" lets the text out, too. */
static bool suits(const TmuxOption *o, Str value)
{
    int ms = 0;

    if (str_eq(value, str_from(o->wanted)) || str_eq(value, STR("external")))
        return true;
    return str_to_int(value, &ms) && ms <= 50;
}

static bool tmux_says(Str tmux, const TmuxOption *o, StrBuf *out)
{
    const char *argv[] = {tmux.ptr, "show-options", o->scope, o->name, NULL};
    return helper_output(argv, TMUX_MS, out);
}

static void look_at_tmux(Doctor *d)
{
    Str tmux = helper_find("tmux", d->arena);
    const char *term = variable("TERM");
    StrBuf lines = {0};

    for (size_t i = 0; i < sizeof tmux_options / sizeof *tmux_options; i++) {
        const TmuxOption *o = &tmux_options[i];
        StrBuf value = {0};
        if (tmux.len == 0 || !tmux_says(tmux, o, &value) ||
            !suits(o, str_trim(strbuf_view(&value))))
            strbuf_addf(&lines, "%sset %s %s %s", lines.len ? "\n" : "", o->set,
                        o->name, o->wanted);
        strbuf_deinit(&value);
    }
    if (term && strncmp(term, "screen", 6) == 0 && term_kind("tmux-256color").known)
        strbuf_addf(&lines, "%sset -g default-terminal tmux-256color",
                    lines.len ? "\n" : "");
    if (lines.len == 0)
        doctor_add(d, "tmux", DOCTOR_OK, (Str){0}, _("tmux: well set."));
    else
        doctor_add(d, "tmux", DOCTOR_NOTE, arena_str(d->arena, strbuf_view(&lines)),
                   _("tmux: keys come at once and copied words get out with these "
                     "lines in ~/.tmux.conf:"));
    strbuf_deinit(&lines);
}

void doctor_multiplexer(Doctor *d)
{
    if (variable("TMUX"))
        look_at_tmux(d);
    else if (variable("STY"))
        doctor_add(d, "screen", DOCTOR_NOTE,
                   STR("defutf8 on\nmaptimeout 20\nterm screen-256color"),
                   _("screen: Korean and the Esc key work best with these lines in "
                     "~/.screenrc:"));
}
