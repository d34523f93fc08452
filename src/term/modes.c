#include "term/modes.h"

#include <errno.h>
#include <poll.h>
#include <unistd.h>

#define PASTE_ON  "\033[?2004h"
#define PASTE_OFF "\033[?2004l"
#define FOCUS_ON  "\033[?1004h"
#define FOCUS_OFF "\033[?1004l"
#define MOUSE_ON  "\033[?1002h\033[?1006h"
#define MOUSE_OFF "\033[?1006l\033[?1002l"

void modes_on(bool mouse)
{
    modes_write(mouse ? STR(PASTE_ON FOCUS_ON MOUSE_ON) : STR(PASTE_ON FOCUS_ON));
}

void modes_off(bool mouse)
{
    modes_write(mouse ? STR(MOUSE_OFF FOCUS_OFF PASTE_OFF) : STR(FOCUS_OFF PASTE_OFF));
}

void modes_mouse(bool on)
{
    modes_write(on ? STR(MOUSE_ON) : STR(MOUSE_OFF));
}

void modes_add_off(StrBuf *out)
{
    strbuf_addz(out, MOUSE_OFF FOCUS_OFF PASTE_OFF);
}

void modes_write(Str bytes)
{
    while (bytes.len > 0) {
        ssize_t n = write(STDOUT_FILENO, bytes.ptr, bytes.len);
        if (n < 0 && errno == EAGAIN) {
            struct pollfd fd = {.fd = STDOUT_FILENO, .events = POLLOUT};
            poll(&fd, 1, 1000);
        } else if (n < 0 && errno != EINTR)
            return; /* gone: term_wait() says so */
        else if (n > 0)
            bytes = str_slice(bytes, (size_t)n, bytes.len);
    }
}
