#include "base/turn_wait.h"

#include <fcntl.h>
#include <unistd.h>

#include "check.h"
#include "scratch.h"

static int told;

static void tell(void)
{
    told++;
}

static void a_queue_that_does_not_move_is_left(void **state)
{
    Scratch s;
    TurnWait w;
    (void)state;
    scratch_enter(&s);
    int fd = open("turn", O_RDWR | O_CREAT, 0600), naps = 0;
    turn_wait_begin(&w, fd, 60);
    while (turn_wait(&w))
        naps++;
    CHECK(naps > 2);
    close(fd);
    scratch_leave(&s);
}

static void a_queue_that_moves_is_waited_for_and_told_once(void **state)
{
    Scratch s;
    TurnWait w;
    (void)state;
    scratch_enter(&s);
    int fd = open("turn", O_RDWR | O_CREAT, 0600);
    turn_wait_set(TURN_LONGEST_MS, tell);
    turn_wait_begin(&w, fd, 500);
    for (int i = 0; w.naps < 400 && told == 0; i++) {
        CHECK(pwrite(fd, &i, sizeof i, 0) == (ssize_t)sizeof i);
        CHECK(turn_wait(&w)); /* for longer than half a second */
    }
    CHECK_INT(told, 1);
    CHECK(turn_wait(&w));
    CHECK_INT(told, 1);
    turn_wait_set(100, NULL);
    CHECK(!turn_wait(&w)); /* moving or not */
    close(fd);
    scratch_leave(&s);
}

RUN_TESTS(TEST(a_queue_that_does_not_move_is_left),
          TEST(a_queue_that_moves_is_waited_for_and_told_once))
