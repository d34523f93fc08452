#include "base/error.h"

#include <errno.h>

#include "check.h"

static void arguments_cannot_smuggle_escapes(void **state)
{
    (void)state;
    Error err = {0};
    CHECK(!error_set(&err, ERR_IO, "cannot read \"%s\"", "a\x1b[31m\nb"));
    CHECK_STRZ(err.message, "cannot read \"a^[[31m b\"");
    CHECK_INT(err.code, ERR_IO);
    CHECK(!error_hint(&err, "try %d", 2));
    CHECK_STRZ(err.hint, "try 2");
    CHECK(!error_set(NULL, ERR_IO, "nobody listens"));
}

static void errno_becomes_a_reason(void **state)
{
    (void)state;
    Error err = {0};
    errno = ENOSPC;
    CHECK(!error_errno(&err, "cannot write \"%s\"", "a%sb.md"));
    CHECK_STRZ(err.message, "cannot write \"a%sb.md\": the disk is full");
    CHECK_STRZ(err.hint, "make room on the disk, then try again");
    CHECK_INT(err.code, ERR_IO);
    errno = ENOENT;
    error_errno(&err, "cannot read \"%s\"", "x");
    CHECK_INT(err.code, ERR_NOT_FOUND);
    CHECK_STRZ(err.hint, "");
    errno = ECHILD;
    error_errno(&err, "cannot read \"%s\"", "x");
    CHECK_INT(err.code, ERR_IO);
    CHECK_STRZ(err.hint, "");
}

static void korean_particles_follow_the_argument(void **state)
{
    (void)state;
    Error err = {0};
    error_set(&err, ERR_IO, "\"%s\"{을/를} 읽지 못했습니다", "보도자료");
    CHECK_STRZ(err.message, "\"보도자료\"를 읽지 못했습니다");
    error_hint(&err, "%s{으로/로} 쓰세요", "다른 이름");
    CHECK_STRZ(err.hint, "다른 이름으로 쓰세요");
}

RUN_TESTS(TEST(arguments_cannot_smuggle_escapes), TEST(errno_becomes_a_reason),
          TEST(korean_particles_follow_the_argument))
