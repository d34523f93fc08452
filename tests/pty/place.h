/* place.h: a folder of its own for a test of the real program, with a HOME of its own
 * and the workspace "ideas" in it. */
#ifndef TESTS_PTY_PLACE_H
#define TESTS_PTY_PLACE_H

#include "../unit/check.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "vt.h"

static const char *program;

typedef struct Place {
    char folder[64];
    char home[96];
    char locale[4096];
} Place;

__attribute__((unused)) static void shell(const Place *place, const char *command)
{
    StrBuf line = {0};

    strbuf_addf(&line, "cd %s && export HOME=%s GIT_CONFIG_NOSYSTEM=1 && %s",
                place->folder, place->home, command);
    CHECK_INT(system(strbuf_cstr(&line)), 0);
    strbuf_deinit(&line);
}

/* What a command prints, without its last line break. */
__attribute__((unused)) static void output_of(const Place *place, const char *command,
                                              char *out, size_t size)
{
    StrBuf line = {0};

    strbuf_addf(&line, "cd %s && HOME=%s %s", place->folder, place->home, command);
    FILE *pipe = popen(strbuf_cstr(&line), "r");
    CHECK(pipe != NULL);
    size_t n = fread(out, 1, size - 1, pipe);
    while (n > 0 && out[n - 1] == '\n')
        n--;
    out[n] = '\0';
    pclose(pipe);
    strbuf_deinit(&line);
}

__attribute__((unused)) static Place place_new(void)
{
    Place place = {0};
    const char *locale = getenv("PRFAQ_LOCALEDIR");

    snprintf(place.folder, sizeof place.folder, "/tmp/prfaq-pty-XXXXXX");
    CHECK(mkdtemp(place.folder) != NULL);
    snprintf(place.home, sizeof place.home, "%s/home", place.folder);
    snprintf(place.locale, sizeof place.locale, "%s", locale ? locale : "");
    shell(&place, "mkdir home ideas && git init -q -b main ideas && "
                  "git -C ideas config user.name 'Maria Ortiz' && "
                  "git -C ideas config user.email maria@example.com");
    return place;
}

__attribute__((unused)) static void place_remove(const Place *place)
{
    char command[128];
    snprintf(command, sizeof command, "rm -rf %s", place->folder);
    CHECK_INT(system(command), 0);
}

__attribute__((unused)) static Vt *start(const Place *place, const char *a,
                                         const char *b, const char *extra)
{
    char home[128], locale[4200], folder[96];
    const char *argv[] = {program, a, b, NULL};
    const char *env[] = {home, locale, "TZ=UTC", extra, NULL};

    snprintf(home, sizeof home, "HOME=%s", place->home);
    snprintf(locale, sizeof locale, "PRFAQ_LOCALEDIR=%s", place->locale);
    snprintf(folder, sizeof folder, "%s/ideas", place->folder);
    return vt_start(&(VtOptions){.argv = argv, .env = env, .folder = folder});
}

__attribute__((unused)) static void ends_with(Vt *vt, int code)
{
    int status = 0;

    CHECK(vt_wait_exit(vt, &status));
    CHECK(WIFEXITED(status));
    CHECK_INT(WEXITSTATUS(status), code);
}

#define SEES(vt, text)                                                                 \
    do {                                                                               \
        bool seen_ = vt_wait_text((vt), (text));                                       \
        if (!seen_)                                                                    \
            vt_print(vt);                                                              \
        CHECK(seen_);                                                                  \
    } while (0)

__attribute__((unused)) static const char document[] =
    "printf '%s\\n' '# Lantern' '' '## Problem' '' 'Small bakeries order by phone.' "
    ">ideas/lantern.md";

#endif
