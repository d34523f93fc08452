/* Who wrote these words, a slice at a time. */
#include "app/effect_kinds.h"

#include "app/who_wrote.h"

enum { SLICE_MS = 8 };

static void end(Effects *e)
{
    who_wrote_free(e->authors);
    e->authors = NULL;
}

static Msg go_on(Effects *e, const Effect *effect)
{
    Msg msg = {.type = MSG_AUTHORS};
    Error err = {0};

    if (!who_wrote_more(e->authors, SLICE_MS, &msg.wrote, &err)) {
        end(e);
        return effect_failed(effect, &err);
    }
    msg.row = who_wrote_seen(e->authors);
    msg.total = who_wrote_total(e->authors);
    if (msg.wrote)
        end(e);
    return msg;
}

Msg effect_authors(Effects *e, const Effect *effect)
{
    DocumentRef ref = {0};
    Error err = {0};
    int number = effect->from > 0 ? effect->from : 0;

    end(e);
    if (!effect_document(e, effect->path, &ref, &err) ||
        !who_wrote_begin(e->session, &ref, effect->bytes, number, &e->authors, &err))
        return effect_failed(effect, &err);
    return go_on(e, effect);
}

Msg effect_authors_more(Effects *e, const Effect *effect)
{
    return e->authors ? go_on(e, effect) : (Msg){.type = MSG_DONE};
}
