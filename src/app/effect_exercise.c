/* The lines of an exercise. */
#include "app/effect_kinds.h"
#include "app/exercise_file.h"

static Msg lines_of(Effects *e, const Effect *effect, const DocumentRef *ref)
{
    Exercises *all = ARENA_NEW(&e->reply, Exercises);
    Error err = {0};

    if (!exercise_read(e->session, ref, &e->reply, all, &err))
        return effect_failed(effect, &err);
    return (Msg){.type = MSG_EXERCISE,
                 .effect = effect->type,
                 .from = effect->from,
                 .exercises = all};
}

Msg effect_exercise(Effects *e, const Effect *effect)
{
    DocumentRef ref = {0};
    Error err = {0};
    bool ok = effect_document(e, effect->path, &ref, &err);

    if (ok && effect->from != EXERCISE_LOOK)
        ok = exercise_do(e->session, &ref,
                         effect->from == EXERCISE_DROP ? EXERCISE_DROPPED
                                                       : EXERCISE_WRITTEN,
                         effect->name, effect->note, &err);
    return ok ? lines_of(e, effect, &ref) : effect_failed(effect, &err);
}
