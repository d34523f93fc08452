#include "app/deck_file.h"

#include "app/own_file.h"
#include "app/review_threads.h"
#include "base/message.h"

enum { WORDS_MAX = 64 << 10 };

static Str path_of(const DocumentRef *ref, Arena *arena)
{
    return arena_printf(arena, "%s/%.*s.tsv", DECK_PATH, STR_ARG(ref->name));
}

bool deck_file_read(Session *s, const DocumentRef *ref, StrBuf *out, Error *err)
{
    Arena arena = {0};
    bool inside = s->workspace.root.len > 0 && ref->relative.len > 0;
    bool ok = !inside || own_file_read(s, path_of(ref, &arena), out, err);

    arena_deinit(&arena);
    return ok;
}

static bool request_ok(Session *s, const DeckRequest *r, Error *err)
{
    bool words = str_trim(r->words).len > 0;

    if (!session_need_workspace(s, err))
        return false;
    if (r->doc->ref.relative.len == 0) {
        error_set(err, ERR_STATE,
                  _("\"%.*s\" is in no workspace: what is done with "
                    "its deck cannot be kept"),
                  STR_ARG(r->doc->ref.path));
        return error_hint(err, _("Make its folder a workspace with: prfaq init"));
    }
    if (!questions_find(&session_library(s)->bank, r->id)) {
        error_set(err, ERR_NOT_FOUND, _("there is no question \"%.*s\""),
                  STR_ARG(r->id));
        return error_hint(err, _("See which there are: prfaq deck %.*s --all"),
                          STR_ARG(r->doc->ref.name));
    }
    if (r->deed == DEED_SKIPPED && !words)
        return error_set(err, ERR_USAGE, _("the reason is missing"));
    if (r->deed == DEED_ANSWERED && !words)
        return error_set(err, ERR_USAGE, _("the words of the answer are missing"));
    if (r->words.len > WORDS_MAX)
        return error_set(err, ERR_USAGE, _("these are more than %d KiB of words"),
                         WORDS_MAX >> 10);
    return true;
}

/* The question as a thread; its id stands in the note. */
static bool begin_thread(Session *s, const DeckRequest *r, Arena *arena, Str *id,
                         Error *err)
{
    const BankQuestion *row = questions_find(&session_library(s)->bank, r->id);
    Lang lang = r->doc->doc.lang == LANG_KO ? LANG_KO : LANG_EN;
    const AskRequest request = {
        .doc = r->doc, .kind = THREAD_QUESTION, .text = row->text[lang]};
    Thread thread;

    if (!review_ask(s, &request, arena, &thread, err))
        return false;
    *id = thread.id;
    return true;
}

static bool write_note(Session *s, const DocumentRef *ref, const DeckNote *note,
                       const Writer *writer, Arena *arena, Error *err)
{
    static const char *const subjects[DEED_COUNT] = {
        N_("Answered for %.*s: %.*s"), N_("Asked about %.*s: %.*s"),
        N_("Put into the FAQ of %.*s: %.*s"), N_("Skipped for %.*s: %.*s")};
    StrBuf bytes = {0}, message = {0};

    message_addf(&message, _(subjects[note->deed]), STR_ARG(ref->name),
                 STR_ARG(note->id));
    bool ok = own_file_read(s, path_of(ref, arena), &bytes, err);
    if (ok)
        deck_notes_add(&bytes, note);
    ok = ok && own_file_change(s, path_of(ref, arena), strbuf_view(&bytes), writer,
                               strbuf_view(&message), err);
    strbuf_deinit(&bytes);
    strbuf_deinit(&message);
    return ok;
}

bool deck_do(Session *s, const DeckRequest *r, Arena *arena, DeckNote *out, Error *err)
{
    Writer writer;
    OwnTurn turn;

    *out = (DeckNote){.id = arena_str(arena, r->id),
                      .deed = r->deed,
                      .time = session_now(),
                      .changed = r->changed,
                      .words = arena_str(arena, str_trim(r->words))};
    if (!request_ok(s, r, err) || !writer_need(s, arena, &writer, err))
        return false;
    out->who = writer.person.name;
    if (r->deed == DEED_ASKED && !begin_thread(s, r, arena, &out->words, err))
        return false;
    if (!own_turn_take(s, &turn, err))
        return false;
    bool ok = write_note(s, &r->doc->ref, out, &writer, arena, err);
    own_turn_end(&turn);
    return ok;
}
