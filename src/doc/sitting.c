#include "doc/sitting.h"

bool sitting_goes_on(const SavedOnce *newer, const SavedOnce *older)
{
    int64_t apart = newer->time.seconds - older->time.seconds;

    return newer->author == older->author && !older->stands_out && apart >= 0 &&
           apart <= SITTING_GAP_MINUTES * 60;
}

size_t sitting_length(const SavedOnce *items, size_t count, size_t from)
{
    size_t end = from + 1;

    if (from == 0 || items[from].stands_out)
        return 1;
    while (end < count && sitting_goes_on(&items[end - 1], &items[end]))
        end++;
    return end - from >= SITTING_LEAST ? end - from : 1;
}
