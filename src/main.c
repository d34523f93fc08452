#include "app/cli.h"

#ifdef __SANITIZE_ADDRESS__
/* ncurses keeps what it made before the first screen of some terminals (putty). */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:new_prescr\n";
}
#endif

int main(int argc, char **argv)
{
    return cli_main(argc, argv);
}
