#include "app/keep_inner.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "app/recovery.h"
#include "base/file.h"
#include "base/message.h"
#include "term/input.h"
#include "ui/derive.h"

Keep *keep_new(Session *session)
{
    Keep *k = mem_alloc(sizeof *k);

    k->session = session;
    return k;
}

static void forget(Keep *k)
{
    Session *session = k->session;

    journal_leave(k->journal);
    lease_end(k->lease);
    strbuf_deinit(&k->person);
    strbuf_deinit(&k->section);
    strbuf_deinit(&k->decided);
    arena_deinit(&k->arena);
    *k = (Keep){.session = session};
}

void keep_free(Keep *k)
{
    if (!k)
        return;
    forget(k);
    mem_free(k);
}

/* -- opening and closing -------------------------------------------------- */

static LeaseHolder me(const Keep *k, Str person)
{
    Moment now = session_now();

    return (LeaseHolder){
        .process = k->place.process, .person = person, .since = now, .beat = now};
}

static void copy_held(const LeaseHolder *holder, const Keep *k, Arena *arena,
                      HeldBy *out)
{
    *out = (HeldBy){.set = true,
                    .person = arena_str(arena, holder->person),
                    .host = arena_str(arena, holder->process.host),
                    .tty = arena_str(arena, holder->process.tty),
                    .here = str_eq(holder->process.host, k->place.process.host),
                    .since = holder->since};
}

/* Journals whose words are all in the file are only good for a name. */
static void tidy(Keep *k, Str bytes)
{
    Arena arena = {0};
    size_t count = 0;

    for (size_t f = 0; f < k->place.journal_count; f++) {
        const JournalFile *files =
            journal_list(k->place.journal_folders[f], k->place.name, &arena, &count);
        for (size_t i = 0; i < count; i++) {
            JournalWords words;
            if (files[i].live || !journal_read(&files[i], &arena, &words, NULL))
                continue;
            if (str_eq(words.text, words.base) || str_eq(words.text, bytes)) {
                owed_store(&k->place, &k->owed);
                recovery_drop(&files[i]);
            }
        }
    }
    arena_deinit(&arena);
}

static bool is_decided(const Keep *k, Str id)
{
    return str_find(strbuf_view(&k->decided), id, 0) != STR_NONE;
}

static const RecoveredWords *next_recovered(const Keep *k, Str bytes, Arena *arena)
{
    const Recovered *items = NULL;
    size_t count = 0;

    recovery_list(k->session, &k->ref, arena, &items, &count);
    for (size_t i = 0; i < count; i++) {
        const Recovered *r = &items[i];
        bool live = r->state == RECOVERED_OPEN;
        if (r->state == RECOVERED_ASIDE || (live && !k->took_over) ||
            is_decided(k, r->id) ||
            (k->journal && str_eq(r->file.name, journal_name(k->journal))))
            continue;
        RecoveredWords *words = ARENA_NEW(arena, RecoveredWords);
        *words = (RecoveredWords){.id = r->id,
                                  .person = r->words.person,
                                  .place = r->words.place,
                                  .last = r->words.last,
                                  .base = r->words.base,
                                  .text = r->words.text,
                                  .known = journal_knows(&r->words, bytes),
                                  .live = live};
        return words;
    }
    return NULL;
}

/* What others left: names, and words. */
static void look_back(Keep *k, Arena *arena, Msg *msg)
{
    if (k->ref.relative.len > 0)
        owed_find(&k->place, msg->bytes, &k->arena, &k->owed);
    if (k->owed.count > 0)
        msg->owed = k->owed.items[k->owed.count - 1].person;
    tidy(k, msg->bytes);
    recovery_sweep(&k->place, session_now());
    msg->recovered = next_recovered(k, msg->bytes, arena);
}

const Owed *keep_owed(const Keep *k)
{
    return &k->owed;
}

bool keep_ready(Keep *k, Model *m, const Effect *effect)
{
    return effect->type != EFFECT_RECOVERED || effect->choice != RECOVER_KEPT ||
           keep_flush(k, m);
}

static const Recovered *find_recovered(const Keep *k, Str id, Arena *arena)
{
    const Recovered *items = NULL;
    size_t count = 0;

    recovery_list(k->session, &k->ref, arena, &items, &count);
    for (size_t i = 0; i < count; i++)
        if (str_eq(items[i].id, id))
            return &items[i];
    return NULL;
}

Msg keep_recovered(Keep *k, const Effect *effect, Arena *arena)
{
    const Recovered *r = find_recovered(k, effect->name, arena);
    Error err = {0};

    strbuf_add(&k->decided, effect->name);
    strbuf_addc(&k->decided, ' ');
    if (effect->choice == RECOVER_KEPT && effect->person.len > 0 &&
        k->ref.relative.len > 0)
        owed_add(&k->owed, effect->person, effect->bytes, session_now(), &k->arena);
    if (r && effect->choice == RECOVER_ASIDE &&
        !recovery_put_aside(&k->place, &r->file, &err))
        return (Msg){.type = MSG_FAILED, .effect = effect->type, .error = err};
    if (r && effect->choice != RECOVER_ASIDE)
        recovery_drop(&r->file);
    return (Msg){.type = MSG_RECOVERED,
                 .recovered = next_recovered(k, effect->seen, arena)};
}

static void copy_ref(const DocumentRef *ref, Arena *arena, DocumentRef *out)
{
    *out = (DocumentRef){.path = arena_str(arena, ref->path),
                         .relative = arena_str(arena, ref->relative),
                         .name = arena_str(arena, ref->name)};
}

/* The private folder is another account's: who has the document open there cannot be
 * seen, nor can that account see us. */
static bool is_of_another_account(const Keep *k)
{
    Str folder = k->session->workspace.private_;

    return k->place.inside && folder.len > 0 && file_kind(folder.ptr) == FILE_FOLDER &&
           access(folder.ptr, R_OK | W_OK | X_OK) != 0 && errno == EACCES;
}

void keep_open(Keep *k, const DocumentRef *ref, Arena *arena, bool take_over, Msg *msg)
{
    LeaseHolder holder = {0};
    Error ignored = {0};

    forget(k);
    keep_place(k->session, ref, &k->arena, &k->place);
    copy_ref(ref, &k->arena, &k->ref);
    k->open = true;
    k->took_over = take_over;
    msg->unseen = is_of_another_account(k);
    LeaseHolder mine = me(k, msg->who);
    /* Where no lease can be kept there is none to respect either. */
    bool leases = k->place.lease_folder.len > 0;
    if (leases && take_over)
        lease_take_over(k->place.lease_folder, k->place.name, &mine, &k->lease,
                        &ignored);
    else if (leases && lease_take(k->place.lease_folder, k->place.name, &mine, arena,
                                  &k->lease, &holder, &ignored) == LEASE_HELD) {
        copy_held(&holder, k, arena, &msg->held);
        k->lost = true; /* the file is theirs */
        return;
    }
    look_back(k, arena, msg);
}

bool keep_take_over(Keep *k, Error *err)
{
    Lease *lease = NULL;
    LeaseHolder mine = me(k, strbuf_view(&k->person));

    if (lease_take_over(k->place.lease_folder, k->place.name, &mine, &lease, err) !=
        LEASE_TAKEN)
        return false;
    lease_end(k->lease);
    k->lease = lease;
    k->lost = false;
    return true;
}

void keep_close(Keep *k, const Model *m)
{
    if (!k->open)
        return;
    bool in_file = str_eq(text_view(m->ed.text), strbuf_view(&m->ed.disk));
    if (k->journal && in_file && !k->lost) {
        if (m->ed.tracked && m->who.len > 0 &&
            (!m->ed.based || editor_unsaved(&m->ed))) {
            owed_add(&k->owed, strbuf_view(&m->who), strbuf_view(&m->ed.disk),
                     session_now(), &k->arena);
            owed_store(&k->place, &k->owed);
        }
        journal_end(k->journal);
        k->journal = NULL;
    }
    forget(k);
}

/* -- the journal ---------------------------------------------------------- */

/* The one replacement that makes `a` into `b`. */
static TextEdit edit_between(Str a, Str b)
{
    size_t least = a.len < b.len ? a.len : b.len, head = 0, tail = 0;

    while (head < least && a.ptr[head] == b.ptr[head])
        head++;
    while (tail < least - head && a.ptr[a.len - 1 - tail] == b.ptr[b.len - 1 - tail])
        tail++;
    return (TextEdit){.offset = head,
                      .removed = a.len - head - tail,
                      .added = str_slice(b, head, b.len - tail)};
}

bool keep_note_person(Keep *k, Str person, Error *err)
{
    if (str_eq(strbuf_view(&k->person), person))
        return true;
    if (!journal_person(k->journal, person, err))
        return false;
    strbuf_clear(&k->person);
    strbuf_add(&k->person, person);
    return true;
}

static bool note_edit(Keep *k, const Editor *ed, const TextEdit *edit, Str person,
                      Error *err)
{
    k->edit_at = edit->offset + edit->added.len;
    return keep_note_person(k, person, err) &&
           journal_edit(k->journal, edit->offset, edit->removed, edit->added,
                        moment_now(), err) &&
           (text_seen(ed->text), true);
}

/* A journal of the present text, from what the file holds. */
static bool begin_journal(Keep *k, const Model *m, Str folder, Error *err)
{
    Str file = strbuf_view(&m->ed.disk), text = text_view(m->ed.text);
    JournalHead head = {.document = k->place.name,
                        .path = k->place.path,
                        .revision = m->ed.based ? m->ed.revision : -1,
                        .process = k->place.process,
                        .started = moment_now()};
    Journal *journal = NULL, *old = k->journal;
    TextEdit edit = edit_between(file, text);

    if (!journal_create(folder, &head, file, &journal, err))
        return false;
    k->journal = journal;
    strbuf_clear(&k->person);
    strbuf_clear(&k->section);
    if (!note_edit(k, &m->ed, &edit, strbuf_view(&m->who), err)) {
        journal_end(journal);
        k->journal = old;
        return false;
    }
    journal_end(old);
    return true;
}

static bool begin_anywhere(Keep *k, const Model *m, Error *err)
{
    for (size_t i = 0; i < k->place.journal_count; i++)
        if (begin_journal(k, m, k->place.journal_folders[i], err))
            return true;
    if (k->place.journal_count == 0)
        error_set(err, ERR_IO, _("there is no folder for words that are not saved"));
    return false;
}

static void append(Keep *k, const Model *m, const TextEdit *edit)
{
    Error err = {0};
    bool ok = k->journal && note_edit(k, &m->ed, edit, strbuf_view(&m->who), &err);

    if (!ok)
        ok = begin_anywhere(k, m, &err);
    k->news = k->news || ok == k->failed;
    k->failed = !ok;
    if (!ok)
        k->error = err;
    k->retry_ms = ok ? 0 : input_now_ms() + RETRY_MS;
}

void keep_sync_journal(Keep *k, const Model *m)
{
    Error err = {0};

    if (k->journal && !journal_sync(k->journal, &err)) {
        /* Another place, with all of it. */
        bool ok = begin_anywhere(k, m, &err) && journal_sync(k->journal, &err);
        k->failed = !ok;
        if (!ok) {
            k->error = err;
            k->retry_ms = input_now_ms() + RETRY_MS;
        }
    }
    k->unsynced_ms = 0;
    k->news = true;
}

void keep_frame(Keep *k, Model *m)
{
    Editor *ed = &m->ed;
    TextEdit edit;

    if (!k->open || !ed->open || ed->read_only)
        return;
    if (!text_unseen(ed->text, &edit)) {
        if (k->unwritten && !k->left_section && ed->derived.valid)
            k->left_section =
                derived_part_at(ed, k->edit_at) != derived_part_at(ed, ed->caret);
        return;
    }
    if (!k->journal && !editor_unwritten(ed)) {
        text_seen(ed->text); /* saved, or read again */
        return;
    }
    int64_t now = input_now_ms();
    k->edited_ms = now;
    k->unwritten = true;
    if (!k->unsynced_ms)
        k->unsynced_ms = now;
    if (!k->settled_ms)
        k->settled_ms = now;
    if (now >= k->retry_ms)
        append(k, m, &edit);
    if (now - k->unsynced_ms >= SOON_MS)
        keep_sync_journal(k, m);
}

bool keep_flush(Keep *k, Model *m)
{
    Error ignored = {0};

    k->retry_ms = 0;
    keep_frame(k, m);
    if (k->failed)
        return false;
    return !k->journal || journal_sync(k->journal, &ignored);
}

void keep_failed(Keep *k, Model *m, Arena *arena, Msg *msg)
{
    if (msg->type != MSG_FAILED ||
        (msg->effect != EFFECT_SAVE && msg->effect != EFFECT_WRITE))
        return;
    if (keep_flush(k, m) && k->journal)
        msg->text =
            path_join(arena, journal_folder(k->journal), journal_name(k->journal));
}

/* -- the file ------------------------------------------------------------- */

bool keep_may_write(Keep *k, Error *err)
{
    Arena arena = {0};
    LeaseHolder holder = {0};

    if (!k->lost && k->lease && lease_lost(k->lease, &arena, &holder)) {
        k->lost = true;
        k->news = true;
    }
    if (k->lost) {
        if (holder.person.len > 0)
            error_set(err, ERR_STATE, _("%.*s has taken this document over"),
                      STR_ARG(holder.person));
        else
            error_set(err, ERR_STATE, _("somebody has taken this document over"));
        error_hint(err, "%s",
                   _("Your words are kept; they are offered to whoever opens the "
                     "document next"));
    }
    arena_deinit(&arena);
    return !k->lost;
}

void keep_wrote(Keep *k, Str bytes)
{
    Error ignored = {0};

    k->unwritten = k->left_section = false;
    k->wrote_ms = input_now_ms();
    if (k->journal)
        journal_wrote(k->journal, hash_sha256(bytes), &ignored);
}

void keep_saved(Keep *k)
{
    k->unwritten = k->left_section = false;
    k->wrote_ms = input_now_ms();
    k->unsynced_ms = 0;
    k->failed = k->news = false;
    k->owed = (Owed){0};
    owed_drop(&k->place);
    journal_end(k->journal);
    k->journal = NULL;
}
