#include "repo/sync_many.h"

#include <errno.h>
#include <pthread.h>
#include <unistd.h>

typedef struct One {
    int fd;
    int code; /* errno; 0: it is on the disk */
    pthread_t thread;
    bool running;
} One;

static void *sync_one(void *at)
{
    One *one = at;

    while (fsync(one->fd) != 0) {
        if (errno == EINTR)
            continue;
        one->code = errno;
        break;
    }
    return NULL;
}

/* At most SYNC_AT_ONCE; the first by this thread itself. */
static int sync_few(const int *fds, size_t count)
{
    One all[SYNC_AT_ONCE] = {{0}};
    int code = 0;

    for (size_t i = 0; i < count; i++)
        all[i].fd = fds[i];
    for (size_t i = 1; i < count; i++)
        all[i].running = pthread_create(&all[i].thread, NULL, sync_one, &all[i]) == 0;
    for (size_t i = 0; i < count; i++)
        if (!all[i].running)
            sync_one(&all[i]);
    for (size_t i = 0; i < count; i++) {
        if (all[i].running)
            pthread_join(all[i].thread, NULL);
        if (all[i].code != 0)
            code = all[i].code;
    }
    return code;
}

int sync_many(const int *fds, size_t count)
{
    int code = 0;

    for (size_t at = 0; at < count; at += SYNC_AT_ONCE) {
        size_t left = count - at;
        int failed = sync_few(fds + at, left < SYNC_AT_ONCE ? left : SYNC_AT_ONCE);
        if (failed != 0)
            code = failed;
    }
    return code;
}
