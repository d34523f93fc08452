/* The five questions, each person alone. */
#include "app/effect_kinds.h"
#include "app/five_file.h"
#include "base/message.h"

/* Before the reveal it says who wrote how much, and nothing of what was written. */
static Msg state_of(Effects *e, const Effect *effect, const DocumentRef *ref)
{
    FiveState state;
    StrBuf bytes = {0};
    Error err = {0};
    Msg msg = {.type = MSG_FIVE, .effect = effect->type, .from = effect->from};

    if (!five_read(e->session, ref, &e->reply, &state, &err))
        return effect_failed(effect, &err);
    PersonEntry *people = arena_array(&e->reply, state.count + 1, sizeof *people);
    Str *words = arena_array(&e->reply, state.count + 1, sizeof *words);
    for (size_t i = 0; i < state.count; i++) {
        people[i] = (PersonEntry){.name = state.sheets[i].who,
                                  .words = (int)state.sheets[i].answered};
        strbuf_clear(&bytes);
        answers_print(&state.sheets[i].words, &bytes);
        words[i] = arena_str(&e->reply, strbuf_view(&bytes));
    }
    strbuf_clear(&bytes);
    answers_print(&state.group, &bytes);
    msg.people = people;
    msg.person_count = state.count;
    msg.complete = state.revealed;
    msg.words = words;
    msg.word_count = state.revealed ? state.count : 0;
    msg.bytes = arena_str(&e->reply, strbuf_view(&bytes));
    five_state_deinit(&state);
    strbuf_deinit(&bytes);
    return msg;
}

static bool finish(Effects *e, const Effect *effect, const DocumentRef *ref, Error *err)
{
    OpenDocument *doc = ARENA_NEW(&e->reply, OpenDocument);

    return service_read_bytes(e->session, ref, arena_str(&e->reply, effect->bytes),
                              &e->reply, doc, err) &&
           five_finish(e->session, doc, (FiveKeep)effect->number, &e->reply, err);
}

Msg effect_five(Effects *e, const Effect *effect)
{
    DocumentRef ref = {0};
    Error err = {0};
    bool ok = effect_document(e, effect->path, &ref, &err);

    switch (effect->from) {
    case FIVE_ANSWER:
        ok = ok && five_answer(e->session, &ref, effect->name, (size_t)effect->number,
                               effect->note, &err);
        break;
    case FIVE_REVEAL:
        ok = ok && five_reveal(e->session, &ref, &err);
        break;
    case FIVE_FINISH:
        ok = ok && finish(e, effect, &ref, &err);
        break;
    default:
        break;
    }
    return ok ? state_of(e, effect, &ref) : effect_failed(effect, &err);
}
