/* A review: what changed, and what is said about it. */
#include "app/ask_file.h"
#include "app/effect_kinds.h"
#include "app/landed.h"
#include "app/review_load.h"
#include "app/review_threads.h"
#include "base/message.h"

Msg effect_review(Effects *e, const Effect *effect)
{
    DocumentRef ref = {0};
    Review *review = NULL;
    Error err = {0};
    Msg later;
    const ReviewRequest request = {
        .ref = &ref, .since = effect->name, .typed = true, .bytes = effect->bytes};

    if (!effect_document(e, effect->path, &ref, &err))
        return effect_failed(effect, &err);
    if (!effect_history_known(e, effect, &ref, &later))
        return later;
    if (!review_load(e->session, &request, &review, &err))
        return effect_failed(effect, &err);
    review->draft = ask_file_read(e->session, ref.name, review->reader, &review->arena);
    return (Msg){.type = MSG_REVIEW, .review = review};
}

static Msg asked(Effects *e, const Effect *effect, const char *format, Str label)
{
    StrBuf text = {0};

    message_addf(&text, format, STR_ARG(label));
    Msg msg = {.type = MSG_ASKED,
               .effect = effect->type,
               .text = arena_str(&e->reply, strbuf_view(&text))};
    strbuf_deinit(&text);
    return msg;
}

Msg effect_ask(Effects *e, const Effect *effect)
{
    const AskRequestWords *words = effect->ask;
    DocumentRef ref = {0};
    OpenDocument *doc = ARENA_NEW(&e->reply, OpenDocument);
    Thread thread;
    Error err = {0};
    const AskRequest request = {.doc = doc,
                                .kind = (ThreadKind)words->kind,
                                .text = words->text,
                                .suggestion = words->suggestion,
                                .quote = words->quote,
                                .part = words->part,
                                .place = words->place,
                                .owner = words->owner,
                                .due = words->due};

    if (!effect_document(e, effect->path, &ref, &err) ||
        !service_read_bytes(e->session, &ref, arena_str(&e->reply, effect->bytes),
                            &e->reply, doc, &err) ||
        !review_ask(e->session, &request, &e->reply, &thread, &err))
        return effect_failed(effect, &err);
    return asked(e, effect, _("Posted, signed %.*s."), thread.author);
}

/* The thread of that id among those of the document. */
static const ReviewThread *find_thread(Effects *e, const Effect *effect, Error *err)
{
    DocumentRef ref = {0};
    ReviewThreads *threads = ARENA_NEW(&e->reply, ReviewThreads);
    size_t at = 0;

    if (!effect_document(e, effect->path, &ref, err) ||
        !review_thread_find(e->session,
                            arena_printf(&e->reply, "%.*s:%.*s", STR_ARG(ref.name),
                                         STR_ARG(effect->name)),
                            &e->reply, threads, &at, err))
        return NULL;
    return &threads->items[at];
}

Msg effect_reply(Effects *e, const Effect *effect)
{
    Error err = {0};
    const ReviewThread *thread = find_thread(e, effect, &err);

    if (!thread || !review_reply(e->session, thread, effect->note, &e->reply, &err))
        return effect_failed(effect, &err);
    return asked(e, effect,
                 thread->thread.resolved ? _("%.*s is answered.")
                                         : _("%.*s is answered. Who asked closes it."),
                 thread->label);
}

/* On words of the text as it stands on the screen. */
Msg effect_anchor(Effects *e, const Effect *effect)
{
    OpenDocument *doc = ARENA_NEW(&e->reply, OpenDocument);
    DocumentRef ref = {0};
    Thread words;
    Error err = {0};
    const ReviewThread *thread = find_thread(e, effect, &err);
    const AskRequest request = {
        .doc = doc, .quote = effect->ask->quote, .place = effect->ask->place};

    if (!thread || !effect_document(e, effect->path, &ref, &err) ||
        !service_read_bytes(e->session, &ref, arena_str(&e->reply, effect->bytes),
                            &e->reply, doc, &err) ||
        !review_move(e->session, thread, &request, &e->reply, &words, &err))
        return effect_failed(effect, &err);
    return asked(e, effect, _("%.*s stands at these words now."), thread->label);
}

Msg effect_close(Effects *e, const Effect *effect)
{
    Error err = {0};
    const ReviewThread *thread = find_thread(e, effect, &err);

    if (!thread || !review_resolve(e->session, thread, effect->note, &e->reply, &err))
        return effect_failed(effect, &err);
    return asked(e, effect, _("%.*s is closed."), thread->label);
}

/* The document as its file has it now, with its last revision. */
static Msg accepted(Effects *e, const Effect *effect, const DocumentRef *ref,
                    const Revision *revision, const char *format, Str label)
{
    OpenDocument *doc = ARENA_NEW(&e->reply, OpenDocument);
    Revision *last = ARENA_NEW(&e->reply, Revision);
    Error err = {0};
    Msg msg = asked(e, effect, format, label);

    if (!service_read(e->session, ref, &e->reply, doc, &err))
        return effect_failed(effect, &err);
    look_note(e->session, &e->last);
    *last = *revision;
    msg.type = MSG_ACCEPTED;
    msg.bytes = doc->bytes;
    msg.revisions = last;
    msg.revision_count = revision->number > 0 ? 1 : 0;
    return msg;
}

Msg effect_accept(Effects *e, const Effect *effect)
{
    DocumentRef ref = {0};
    Acceptance acceptance;
    Error err = {0};
    const ReviewThread *thread = find_thread(e, effect, &err);

    if (!thread || !effect_document(e, effect->path, &ref, &err) ||
        !review_accept(e->session, &ref, thread, false, &e->reply, &acceptance, &err))
        return effect_failed(effect, &err);
    return accepted(e, effect, &ref, &acceptance.save.revision,
                    _("The words of %.*s are in the document."), thread->label);
}

/* The words that stood there before are a revision again, if nobody wrote since. */
static bool bring_back(Effects *e, const Effect *effect, const DocumentRef *ref,
                       SaveResult *out, Error *err)
{
    OpenDocument now = {0};
    const SaveRequest request = {.ref = ref,
                                 .bytes = arena_str(&e->reply, effect->bytes),
                                 .note = str_from(_("Undo an accepted suggestion"))};

    if (!service_read(e->session, ref, &e->reply, &now, err))
        return false;
    if (!str_eq(now.bytes, effect->seen)) {
        error_set(err, ERR_STATE, _("\"%.*s\" was changed since"), STR_ARG(ref->name));
        return error_hint(err, _("Take the words back in the text: prfaq write %.*s"),
                          STR_ARG(ref->name));
    }
    return service_save(e->session, &request, &e->reply, out, err);
}

Msg effect_undo_review(Effects *e, const Effect *effect)
{
    DocumentRef ref = {0};
    SaveResult saved = {0};
    Error err = {0};
    const ReviewThread *thread = find_thread(e, effect, &err);

    if (!thread || !effect_document(e, effect->path, &ref, &err) ||
        (effect->bytes.len > 0 && !bring_back(e, effect, &ref, &saved, &err)) ||
        !review_reopen(e->session, thread, &e->reply, &err))
        return effect_failed(effect, &err);
    return accepted(e, effect, &ref, &saved.revision, _("%.*s is open again."),
                    thread->label);
}

Msg effect_note_read(Effects *e, const Effect *effect)
{
    DocumentRef ref = {0};
    Error err = {0};

    if (!effect_document(e, effect->path, &ref, &err) ||
        !review_note_read(e->session, &ref, effect->revision, &err))
        return effect_failed(effect, &err);
    return (Msg){.type = MSG_NOTED_READ};
}

Msg effect_keep_ask(Effects *e, const Effect *effect)
{
    DocumentRef ref = {0};
    Writer writer = {0};
    Error err = {0}, ignored = {0};

    if (!effect_document(e, effect->path, &ref, &err))
        return effect_failed(effect, &err);
    writer_find(e->session, &e->reply, &writer, &ignored);
    if (!ask_file_write(e->session, ref.name, writer.person.name, effect->bytes, &err))
        return effect_failed(effect, &err);
    return (Msg){.type = MSG_DONE};
}

Msg effect_landed(Effects *e, const Effect *effect)
{
    DocumentRef ref = {0};
    Landing *landing = NULL;
    Error err = {0};

    if (!effect_document(e, effect->path, &ref, &err) ||
        !landing_load(e->session, &ref, effect->bytes, &landing, &err))
        return effect_failed(effect, &err);
    return (Msg){.type = MSG_LANDED, .landing = landing};
}
