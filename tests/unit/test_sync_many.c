#include "repo/sync_many.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "check.h"
#include "scratch.h"

static void all_are_synced_and_one_that_fails_is_told(void **state)
{
    Scratch scratch;
    int fds[20];
    char name[16];
    (void)state;
    scratch_enter(&scratch);
    for (int i = 0; i < 20; i++) {
        snprintf(name, sizeof name, "%d", i);
        fds[i] = open(name, O_WRONLY | O_CREAT, 0600);
        CHECK(fds[i] >= 0 && write(fds[i], "x", 1) == 1);
    }
    CHECK_INT(sync_many(fds, 0), 0);
    CHECK_INT(sync_many(fds, 1), 0);
    CHECK_INT(sync_many(fds, 20), 0);
    for (int bad = 0; bad < 20; bad += 6) {
        int was = fds[bad];
        fds[bad] = -1;
        CHECK_INT(sync_many(fds, 20), EBADF);
        fds[bad] = was;
    }
    for (int i = 0; i < 20; i++)
        close(fds[i]);
    scratch_leave(&scratch);
}

RUN_TESTS(TEST(all_are_synced_and_one_that_fails_is_told))
