/* A suggested wording that is taken into the document. */
#include "app/own_file.h"
#include "app/review_threads.h"
#include "base/message.h"
#include "review/suggestion.h"

typedef struct Accepting {
    Session *s;
    const DocumentRef *ref;
    const ReviewThread *t;
    Arena *arena;
    OpenDocument doc;
    Writer writer;
    Range place; /* of the words that are replaced */
    bool dry_run;
    bool there; /* the wording stands there already: an earlier try was cut off */
} Accepting;

static bool is_suggestion(const ReviewThread *t, Arena *arena, Error *err)
{
    if (t->thread.suggestion.len == 0 || t->thread.selected_text.len == 0) {
        error_set(err, ERR_USAGE, _("%.*s suggests no wording"), STR_ARG(t->label));
        return error_hint(err, _("Answer it with: prfaq reply %.*s TEXT"),
                          STR_ARG(review_name(t, arena)));
    }
    if (!t->thread.resolved)
        return true;
    error_set(err, ERR_STATE, _("%.*s is closed already"), STR_ARG(t->label));
    return error_hint(err, _("Open it again with: prfaq resolve %.*s --undo"),
                      STR_ARG(review_name(t, arena)));
}

/* Words that are in no revision may be another person's: they are not signed here. */
static bool is_saved(const Accepting *a, Error *err)
{
    Repo *repo = NULL;
    RepoFile state;

    if (!session_repo(a->s, &repo, err) || !repo_at_rest(repo, err) ||
        !repo_compare(repo, a->ref->relative, a->doc.bytes, &state, err))
        return false;
    if (state == REPO_FILE_SAME)
        return true;
    error_set(err, ERR_STATE, _("%.*s has words that are in no revision yet"),
              STR_ARG(a->ref->name));
    return error_hint(err, _("Save them first: prfaq save %.*s"),
                      STR_ARG(a->ref->name));
}

/* The one place where these words of the thread stand, as they were. */
static bool find_exactly(const Accepting *a, AnchorText *text, Str quote, Range *out)
{
    const Thread *t = &a->t->thread;
    const Anchor anchor = {quote, t->before, t->after, t->part};
    AnchorPlace place = anchor_find(text, &anchor);

    return (place.state == ANCHOR_HERE || place.state == ANCHOR_MOVED) &&
           suggestion_place(a->doc.bytes, place.range, quote, out);
}

static bool find_place(Accepting *a, Error *err)
{
    const Thread *t = &a->t->thread;
    AnchorText *text = anchor_text(&a->doc.doc, a->arena);

    if (find_exactly(a, text, t->selected_text, &a->place))
        return true;
    a->there = find_exactly(a, text, t->suggestion, &a->place);
    if (a->there)
        return true;
    error_set(err, ERR_STATE,
              _("the words that %.*s replaces are not there as they were"),
              STR_ARG(a->t->label));
    return error_hint(err,
                      _("Write it yourself, then close it with: prfaq resolve %.*s"),
                      STR_ARG(review_name(a->t, a->arena)));
}

/* The room, and the one who found the words. */
static bool add_suggester(Accepting *a, Error *err)
{
    Writer suggester;
    Person *with = arena_array(a->arena, a->writer.with_count + 1, sizeof *with);

    if (!writer_named(a->s, a->t->thread.author, a->arena, &suggester, err))
        return false;
    for (size_t i = 0; i < a->writer.with_count; i++)
        with[i] = a->writer.with[i];
    with[a->writer.with_count++] = suggester.person;
    a->writer.with = with;
    return true;
}

static bool save(Accepting *a, SaveResult *out, Error *err)
{
    StrBuf bytes = {0}, because = {0};
    Str before = a->doc.bytes;

    suggestion_apply(before, a->place, a->t->thread.suggestion, &bytes);
    message_addf(&because, _("%.*s of %.*s accepted"), STR_ARG(a->t->label),
                 STR_ARG(a->t->thread.author));
    const SaveRequest request = {.ref = a->ref,
                                 .bytes = strbuf_view(&bytes),
                                 .from_file = true,
                                 .because = strbuf_view(&because),
                                 .writer = &a->writer};
    bool ok = service_rewrite(a->ref, before, strbuf_view(&bytes), err);
    if (ok && !service_save(a->s, &request, a->arena, out, err)) {
        /* What is in no revision shall not look as if it were accepted. */
        service_rewrite(a->ref, strbuf_view(&bytes), before, NULL);
        ok = false;
    }
    strbuf_deinit(&bytes);
    strbuf_deinit(&because);
    return ok;
}

static bool close_thread(Accepting *a, const SaveResult *saved, Error *err)
{
    Writer alone = {.source = a->writer.source, .person = a->writer.person};
    Error why = {0};

    if (review_close_in_turn(a->s, a->t, &alone, str_from(_("accepted")), &why))
        return true;
    if (saved->outcome != SAVE_REVISION) {
        if (err)
            *err = why;
        return false;
    }
    error_set(err, why.code,
              _("the words are in revision %d, but %.*s is not closed: %s"),
              saved->revision.number, STR_ARG(a->t->label), why.message);
    return error_hint(err, _("Close it with: prfaq accept %.*s"),
                      STR_ARG(review_name(a->t, a->arena)));
}

static bool accept_in_turn(Accepting *a, Acceptance *out, Error *err)
{
    if (!service_read(a->s, a->ref, a->arena, &a->doc, err) || !is_saved(a, err) ||
        !find_place(a, err) || !add_suggester(a, err))
        return false;
    if (a->dry_run)
        return true;
    if (!a->there && !save(a, &out->save, err))
        return false;
    return close_thread(a, &out->save, err);
}

bool review_accept(Session *s, const DocumentRef *ref, const ReviewThread *t,
                   bool dry_run, Arena *arena, Acceptance *out, Error *err)
{
    Accepting a = {.s = s, .ref = ref, .t = t, .arena = arena, .dry_run = dry_run};
    OwnTurn turn;

    *out = (Acceptance){.thread = t->thread};
    if (!is_suggestion(t, arena, err) || !writer_need(s, arena, &a.writer, err) ||
        !own_turn_take(s, &turn, err))
        return false;
    bool ok = accept_in_turn(&a, out, err);
    own_turn_end(&turn);
    return ok;
}
