/* check.h: what a unit test asks for. Each argument is evaluated once. */
#ifndef TESTS_UNIT_CHECK_H
#define TESTS_UNIT_CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/str.h"

#define CHECK(expression) assert_true(expression)
#define CHECK_INT(actual, expected)                                                    \
    assert_int_equal((long long)(actual), (long long)(expected))

static inline void check_str(Str actual, Str expected, const char *file, int line)
{
    if (str_eq(actual, expected))
        return;
    print_error("expected: \"%.*s\"\n  actual: \"%.*s\"\n", STR_ARG(expected),
                STR_ARG(actual));
    _fail(file, line);
}

#define CHECK_STR(actual, expected) check_str((actual), (expected), __FILE__, __LINE__)
#define CHECK_STRZ(actual, expected)                                                   \
    check_str(str_from(actual), str_from(expected), __FILE__, __LINE__)

#define TEST(function) cmocka_unit_test(function)
#define RUN_TESTS(...)                                                                 \
    int main(void)                                                                     \
    {                                                                                  \
        const struct CMUnitTest tests[] = {__VA_ARGS__};                               \
        return cmocka_run_group_tests(tests, NULL, NULL);                              \
    }

#endif
