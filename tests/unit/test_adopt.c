#include "check.h"
static void x(void **s){(void)s;}
RUN_TESTS(TEST(x))
