#include "base/turn_wait.h"

#include <sys/random.h>
#include <sys/stat.h>

enum { NAP_LEAST_US = 1000, NAP_MOST_US = 12000 };

static int longest = TURN_LONGEST_MS;
static void (*teller)(void);

static int64_t now_ms(void)
{
    struct timespec now = {0};

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void turn_wait_set(int longest_ms, void (*tell)(void))
{
    longest = longest_ms;
    teller = tell;
}

void turn_wait_begin(TurnWait *w, int fd, int stuck_ms)
{
    *w = (TurnWait){.fd = fd, .stuck_ms = stuck_ms, .start_ms = now_ms()};
    w->moved_ms = w->start_ms;
}

static bool queue_moved(TurnWait *w)
{
    struct stat st;

    if (fstat(w->fd, &st) != 0)
        return false;
    bool moved = st.st_mtim.tv_sec != w->written.tv_sec ||
                 st.st_mtim.tv_nsec != w->written.tv_nsec;
    w->written = st.st_mtim;
    return moved;
}

/* All who wait nap alike, so that who came first is not passed by. */
static void nap(const TurnWait *w)
{
    unsigned char dice = 0;
    long most = w->naps < 4 ? (long)NAP_LEAST_US << w->naps : NAP_MOST_US;

    (void)!getrandom(&dice, sizeof dice, 0);
    struct timespec time = {.tv_nsec = most * (500 + 2L * dice)};
    nanosleep(&time, NULL);
}

bool turn_wait(TurnWait *w)
{
    int64_t now = now_ms();

    if (queue_moved(w))
        w->moved_ms = now;
    if (now - w->moved_ms >= w->stuck_ms || now - w->start_ms >= longest)
        return false;
    if (teller && now - w->start_ms >= TURN_TELL_MS) {
        void (*tell)(void) = teller;
        teller = NULL;
        tell();
    }
    nap(w);
    w->naps++;
    return true;
}
