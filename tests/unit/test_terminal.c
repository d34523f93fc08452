#include "check.h"

#include <stdlib.h>

#include "app/terminal.h"

typedef struct Surroundings {
    const char *term, *locale;
    const char *ascii, *mode; /* settings; NULL: as built in */
    bool frames_in_ascii;
} Surroundings;

static void frames_are_ascii_where_lines_cannot_be_drawn(void **state)
{
    static const Surroundings cases[] = {
        {"xterm-256color", "C.UTF-8", NULL, NULL, false},
        {"linux", "C.UTF-8", NULL, NULL, true},
        {"linux", "C.UTF-8", "off", NULL, false},
        {"xterm-256color", "C", NULL, NULL, true},
        {"xterm-256color", "en_US.ISO-8859-1", NULL, NULL, true},
        {"xterm-256color", "C.UTF-8", NULL, "wide", true},
        {"xterm-256color", "C.UTF-8", "off", "wide", false},
        {"xterm-256color", "C.UTF-8", NULL, "narrow", false},
        {"xterm-256color", "C.UTF-8", "on", NULL, true},
        {NULL, "C.UTF-8", NULL, NULL, false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const Surroundings *c = &cases[i];
        Setting settings[2] = {0};
        Session session = {.config.items = settings};
        if (c->ascii)
            settings[session.config.count++] =
                (Setting){.name = STR("ui.ascii"), .value = str_from(c->ascii)};
        if (c->mode)
            settings[session.config.count++] =
                (Setting){.name = STR("ui.width-mode"), .value = str_from(c->mode)};
        if (c->term)
            setenv("TERM", c->term, 1);
        else
            unsetenv("TERM");
        setenv("LC_ALL", c->locale, 1);
        CHECK_INT(terminal_options(&session, true).ascii, c->frames_in_ascii);
    }
}

static void the_locale_of_the_environment_is_found(void **state)
{
    (void)state;
    setenv("LC_ALL", "", 1);
    setenv("LC_CTYPE", "C.UTF-8", 1);
    CHECK_STRZ(terminal_locale(), "C.UTF-8");
    CHECK(terminal_locale_is_utf8("C.UTF-8"));
    CHECK(!terminal_locale_is_utf8("C"));
    CHECK(!terminal_locale_is_utf8("no_SUCH.UTF-8"));
}

RUN_TESTS(TEST(frames_are_ascii_where_lines_cannot_be_drawn),
          TEST(the_locale_of_the_environment_is_found))
