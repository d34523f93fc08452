/* scratch.h: a folder of its own for a test, gone when the test ends. */
#ifndef TESTS_UNIT_SCRATCH_H
#define TESTS_UNIT_SCRATCH_H

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"

#include "base/file.h"

/* Where the test was when it started, and its folder. */
typedef struct Scratch {
    char before[4096];
    char path[4096];
} Scratch;

/* Make the folder and go there. HOME is inside it, so that no configuration of
 * the person who runs the tests is read. */
static inline void scratch_enter(Scratch *s)
{
    char where[] = "/tmp/prfaq-test-XXXXXX";

    CHECK(getcwd(s->before, sizeof s->before) != NULL);
    CHECK(mkdtemp(where) != NULL);
    CHECK(chdir(where) == 0);
    CHECK(getcwd(s->path, sizeof s->path) != NULL);
    setenv("HOME", s->path, 1);
    unsetenv("XDG_CONFIG_HOME");
    unsetenv("XDG_STATE_HOME");
    unsetenv("XDG_DATA_HOME");
    setenv("GIT_CONFIG_NOSYSTEM", "1", 1);
}

/* Run a shell command in the current folder; the test fails when it does. */
__attribute__((format(printf, 1, 2), unused)) static void run(const char *format, ...)
{
    char command[8192];
    va_list args;

    va_start(args, format);
    vsnprintf(command, sizeof command, format, args);
    va_end(args);
    int status = system(command);
    if (status != 0)
        print_error("failed: %s\n", command);
    CHECK_INT(status, 0);
}

/* What a shell command prints, without the last line end; free() it. */
__attribute__((format(printf, 1, 2), unused)) static char *output(const char *format,
                                                                  ...)
{
    char command[8192], *text = calloc(1, 1 << 16);
    va_list args;

    va_start(args, format);
    vsnprintf(command, sizeof command, format, args);
    va_end(args);
    FILE *pipe = popen(command, "r");
    CHECK(pipe != NULL);
    size_t len = fread(text, 1, (1 << 16) - 1, pipe);
    pclose(pipe);
    if (len > 0 && text[len - 1] == '\n')
        text[len - 1] = '\0';
    return text;
}

/* Evaluates to nothing; fails the test when the command prints something else. */
#define CHECK_OUTPUT(expected, ...)                                                    \
    do {                                                                               \
        char *printed_ = output(__VA_ARGS__);                                          \
        CHECK_STRZ(printed_, expected);                                                \
        free(printed_);                                                                \
    } while (0)

static inline void scratch_leave(Scratch *s)
{
    CHECK(chdir(s->before) == 0);
    run("chmod -R u+rwx '%s' && rm -rf '%s'", s->path, s->path);
}

__attribute__((unused)) static void write_text(const char *path, const char *text)
{
    FILE *f = fopen(path, "w");
    CHECK(f != NULL);
    CHECK(fputs(text, f) >= 0);
    CHECK_INT(fclose(f), 0);
}

__attribute__((unused)) static void check_file(const char *path, const char *expected)
{
    StrBuf b = {0};
    Error err = {0};

    if (!file_read(path, FILE_MAX, &b, &err))
        print_error("%s\n", err.message);
    CHECK_STRZ(strbuf_cstr(&b), expected);
    strbuf_deinit(&b);
}

#endif
