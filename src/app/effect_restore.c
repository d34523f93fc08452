/* Bringing back how a document was. */
#include "app/effect_kinds.h"

#include "app/owed.h"
#include "app/restore.h"
#include "app/writer.h"

Msg effect_restore(Effects *e, const Effect *effect)
{
    OpenDocument *now = ARENA_NEW(&e->reply, OpenDocument);
    Restoring *what = NULL;
    Error err = {0};
    Str rev = effect->name.len > 0 ? effect->name
                                   : arena_printf(&e->reply, "%d", effect->from);
    DocumentRef ref = {0};

    if (!effect_document(e, effect->path, &ref, &err) ||
        !service_read_bytes(e->session, &ref, effect->bytes, &e->reply, now, &err) ||
        !restore_begin(e->session, now, rev, &what, &err))
        return effect_failed(effect, &err);
    return (Msg){.type = MSG_RESTORE, .restoring = what};
}

/* What the screen holds and no revision has gets one, under who typed it. */
static bool keep_words(Effects *e, const Effect *effect, const DocumentRef *ref,
                       const Writer *writer, Error *err)
{
    const SaveRequest request = {.ref = ref, .bytes = effect->bytes, .writer = writer};
    SaveResult result;
    Str signed_by = {0};

    if (!owed_save(e->session, keep_owed(e->keep), &request, &e->reply, &result,
                   &signed_by, err))
        return false;
    keep_saved(e->keep);
    return true;
}

Msg effect_restore_do(Effects *e, const Effect *effect)
{
    DocumentRef *ref = ARENA_NEW(&e->reply, DocumentRef);
    SaveResult *result = ARENA_NEW(&e->reply, SaveResult);
    Writer writer = {0};
    Error err = {0};
    Msg answer = {0};

    if (!effect_guard_file(e, effect, &answer))
        return answer;
    if (!effect_document(e, effect->path, ref, &err) ||
        !effect_typist(e, effect, &writer, &err) ||
        (writer.source == WRITER_NOBODY &&
         !writer_need(e->session, &e->reply, &writer, &err)) ||
        !keep_words(e, effect, ref, &writer, &err))
        return effect_failed(effect, &err);
    Str before = arena_str(&e->reply, effect->bytes);
    Str after = arena_str(&e->reply, effect->after);
    const SaveRequest request = {.ref = ref,
                                 .bytes = after,
                                 .note = arena_str(&e->reply, effect->note),
                                 .writer = &writer};
    if (!service_save(e->session, &request, &e->reply, result, &err)) {
        /* What is in no revision shall not look as if it were. */
        (void)service_rewrite(ref, after, before, NULL);
        return effect_failed(effect, &err);
    }
    look_note(e->session, &e->last);
    return (Msg){.type = MSG_RESTORED,
                 .before = before,
                 .bytes = after,
                 .revisions = &result->revision,
                 .revision_count = result->outcome == SAVE_REVISION};
}
