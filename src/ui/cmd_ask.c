/* Asking, answering and closing. */
#include "base/message.h"
#include "ui/ask.h"
#include "ui/cmd.h"
#include "ui/derive.h"
#include "ui/reviewing.h"

/* The box opens below the words it is about: those come to the top. */
static void show_words(Model *m)
{
    m->review.follow = true;
    m->page.valid = false;
}

/* While one writes the box is about what is at the caret, unless what stands in it was
 * begun about other words. */
static void open_while_writing(Model *m, ThreadKind kind)
{
    ReviewView *v = &m->review;
    Range selected = editor_selection(&m->ed);

    if (derive_needed(m))
        derive(m);
    v->box = BOX_ASK;
    if (ask_take_kept(m, strbuf_view(&v->draft)))
        model_say(m, _("This was kept. Post it, or empty it."));
    AskBox *box = ask_box(m);
    bool fresh = ask_is_empty(box), words = kind == THREAD_SUGGESTION;
    if (fresh)
        ask_set_kind(box, kind);
    if (fresh || selected.start < selected.end)
        ask_about_here(m);
    if (words && box->quote.len == 0) {
        model_say(m, _("Select the words, or go to the sentence that is to be "
                       "replaced."));
        return;
    }
    if (words || box->focus == ASK_PLACE || box->focus == ASK_KIND)
        ask_set_kind(box, words ? kind : box->kind);
    prompt_open(m, PROMPT_ASK);
}

static void open_ask(Model *m, ThreadKind kind)
{
    if (m->view == VIEW_WRITE) {
        open_while_writing(m, kind);
        return;
    }
    ReviewView *v = &m->review;
    bool picked = v->pick.start < v->pick.end;

    v->box = BOX_ASK;
    v->extending = false;
    AskBox *box = ask_box(m);
    if (ask_is_empty(box) || picked) {
        if (ask_is_empty(box))
            ask_set_kind(box, kind);
        ask_about(m,
                  picked || m->view != VIEW_REVIEW ? v->pick : review_pick_default(m));
    }
    if (kind == THREAD_SUGGESTION)
        ask_set_kind(box, kind);
    if (box->focus == ASK_PLACE || box->focus == ASK_KIND)
        box->focus = box->kind == THREAD_SUGGESTION ? ASK_WORDING : ASK_WORDS;
    if (box->place.start < box->place.end)
        v->pick = box->place;
    show_words(m);
    prompt_open(m, PROMPT_ASK);
}

void cmd_ask(Model *m, Effect *out)
{
    (void)out;
    open_ask(m, THREAD_QUESTION);
}

void cmd_suggest(Model *m, Effect *out)
{
    (void)out;
    open_ask(m, THREAD_SUGGESTION);
}

void cmd_reply(Model *m, Effect *out)
{
    ReviewView *v = &m->review;
    const ReviewEntry *e = review_entry(m);

    (void)out;
    v->box = BOX_REPLY;
    AskBox *box = ask_box(m);
    bool other = !str_eq(strbuf_view(&box->id), e->thread.id);
    if (other && !ask_is_empty(box))
        model_say(m, _("Your answer to %s is kept: post it, or empty it first."),
                  strbuf_cstr(&box->label));
    if (ask_is_empty(box)) {
        strbuf_set(&box->id, e->thread.id);
        strbuf_set(&box->label, e->label);
    }
    box->replies = true;
    box->focus = ASK_WORDS;
    show_words(m);
    prompt_open(m, PROMPT_ASK);
}

/* What is done to a thread is undone by one key. */
static void note_undo(Model *m, const ReviewEntry *e, Str bytes)
{
    strbuf_set(&m->review.undo_id, e->thread.id);
    strbuf_set(&m->review.undo_bytes, bytes);
}

void cmd_accept(Model *m, Effect *out)
{
    const ReviewEntry *e = review_entry(m);

    note_undo(m, e, text_view(m->ed.text));
    *out = (Effect){
        .type = EFFECT_ACCEPT, .path = strbuf_view(&m->ed.path), .name = e->thread.id};
}

void cmd_undo_review(Model *m, Effect *out)
{
    *out = (Effect){.type = EFFECT_UNDO_REVIEW,
                    .path = strbuf_view(&m->ed.path),
                    .name = strbuf_view(&m->review.undo_id),
                    .bytes = strbuf_view(&m->review.undo_bytes),
                    .seen = text_view(m->ed.text)};
}

const char *no_suggestion(const Model *m)
{
    const ReviewEntry *e = review_entry(m);
    const char *why = no_open_entry(m);

    if (why)
        return why;
    if (e->thread.suggestion.len == 0)
        return _("it suggests no words");
    return editor_unsaved(&m->ed) ? _("save the words that are no revision yet first")
                                  : NULL;
}

const char *no_review_undo(const Model *m)
{
    return m->review.undo_id.len > 0 ? NULL : _("there is nothing to undo");
}

static void close_effect(Model *m, Str reason, Effect *out)
{
    const ReviewEntry *e = review_entry(m);

    if (e)
        note_undo(m, e, (Str){0});
    if (e)
        *out = (Effect){.type = EFFECT_CLOSE,
                        .path = strbuf_view(&m->ed.path),
                        .name = e->thread.id,
                        .note = reason};
}

/* Who asked closes it; others say why. */
void cmd_resolve(Model *m, Effect *out)
{
    const ReviewEntry *e = review_entry(m);

    if (str_eq(e->thread.author, m->review.review->reader))
        close_effect(m, (Str){0}, out);
    else
        prompt_open(m, PROMPT_CLOSING);
}

void closing_key(Model *m, const Key *key, Effect *out)
{
    Str reason = str_trim(field_view(&m->typed[PROMPT_CLOSING]));

    if (key->code != KEYCODE_ENTER)
        field_key(&m->typed[PROMPT_CLOSING], key);
    else if (reason.len == 0)
        model_say(m, _("Say why it is closed. Who asked reads it."));
    else
        close_effect(m, reason, out);
}

const char *no_entry(const Model *m)
{
    return review_entry(m) ? NULL : _("there is no question here");
}

const char *no_open_entry(const Model *m)
{
    const ReviewEntry *e = review_entry(m);

    if (!e)
        return _("there is no question here");
    return e->thread.resolved ? _("it is closed already") : NULL;
}

const char *no_review(const Model *m)
{
    if (m->view == VIEW_HOME)
        return m->home.workspace ? NULL : _("this folder keeps no revisions");
    return m->ed.tracked ? NULL
                         : _("this file is in no workspace, so it has no revisions");
}

const char *no_asking(const Model *m)
{
    return m->view == VIEW_WRITE ? no_review(m) : NULL;
}

const char *no_older_since(const Model *m)
{
    const Review *r = m->review.review;

    return r && r->older > 0 ? NULL : _("there is no older revision");
}

const char *no_newer_since(const Model *m)
{
    const Review *r = m->review.review;

    return r && r->newer > 0 ? NULL : _("there is no newer revision");
}
