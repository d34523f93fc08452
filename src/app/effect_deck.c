/* The deck of questions: what was done with it, and what is done now. */
#include "app/deck_file.h"
#include "app/effect_kinds.h"
#include "base/message.h"

static Msg notes(Effects *e, const Effect *effect, const DocumentRef *ref)
{
    StrBuf bytes = {0};
    Error err = {0};
    bool ok = deck_file_read(e->session, ref, &bytes, &err);
    Msg msg = ok ? (Msg){.type = MSG_DECK,
                         .effect = effect->type,
                         .bytes = arena_str(&e->reply, strbuf_view(&bytes))}
                 : effect_failed(effect, &err);

    strbuf_deinit(&bytes);
    return msg;
}

Msg effect_deck(Effects *e, const Effect *effect)
{
    DocumentRef ref = {0};
    Error err = {0};

    if (!effect_document(e, effect->path, &ref, &err))
        return effect_failed(effect, &err);
    return notes(e, effect, &ref);
}

static const char *done_words(const DeckNote *note)
{
    switch (note->deed) {
    case DEED_ASKED:
        return _("Asked; the list of questions has it.");
    case DEED_PUT:
        return note->words.len > 0 ? _("The answer stands in the FAQ.")
                                   : _("It stands in the FAQ and waits for an answer.");
    case DEED_SKIPPED:
        return _("Skipped; the reason is kept.");
    default:
        return _("The answer is kept with the deck.");
    }
}

Msg effect_deck_note(Effects *e, const Effect *effect)
{
    DocumentRef ref = {0};
    OpenDocument *doc = ARENA_NEW(&e->reply, OpenDocument);
    DeckNote note;
    Error err = {0};
    const DeckRequest request = {.doc = doc,
                                 .id = effect->name,
                                 .deed = (DeckDeed)effect->number,
                                 .changed = (DeckChanged)effect->from,
                                 .words = effect->note};

    if (!effect_document(e, effect->path, &ref, &err) ||
        !service_read_bytes(e->session, &ref, arena_str(&e->reply, effect->bytes),
                            &e->reply, doc, &err) ||
        !deck_do(e->session, &request, &e->reply, &note, &err))
        return effect_failed(effect, &err);
    Msg msg = notes(e, effect, &ref);
    msg.text = str_from(done_words(&note));
    return msg;
}
