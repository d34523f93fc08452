#include "app/rest.h"

#include "ui/update.h"

bool rest_takes_answers(const PutOff *what)
{
    return what->answers && what->edit_ms >= TYPING_REST_MS;
}

static int left(int wait, int64_t passed)
{
    return passed < wait ? wait - (int)passed : 0;
}

int rest_left_ms(const PutOff *what)
{
    enum { WHOLE_FRAME_MS = 200 };

    if (what->idle_ms >= 0)
        return left(what->idle_ms, what->key_ms);
    if (what->partly)
        return left(WHOLE_FRAME_MS, what->key_ms);
    if (what->answers && !rest_takes_answers(what))
        return left(TYPING_REST_MS, what->edit_ms);
    return -1;
}
