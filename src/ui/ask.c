#include "ui/ask.h"

#include "base/message.h"
#include "ui/area.h"
#include "ui/cmd.h"
#include "ui/reviewing.h"

void ask_deinit(AskBox *box)
{
    strbuf_deinit(&box->id);
    strbuf_deinit(&box->label);
    strbuf_deinit(&box->quote);
    strbuf_deinit(&box->part);
    field_deinit(&box->words);
    field_deinit(&box->wording);
    field_deinit(&box->owner);
    field_deinit(&box->due);
    *box = (AskBox){0};
}

AskBox *ask_box(Model *m)
{
    return &m->review.boxes[m->review.box];
}

bool ask_has_due(const AskBox *box)
{
    return !box->replies &&
           (box->kind == THREAD_QUESTION || box->kind == THREAD_MUST_FIX);
}

bool ask_is_empty(const AskBox *box)
{
    return str_is_blank(field_view(&box->words)) &&
           str_is_blank(field_view(&box->wording));
}

void ask_clear(Model *m)
{
    AskBox *box = ask_box(m);

    ask_deinit(box);
    box->kind = THREAD_QUESTION;
    m->review.ask_dirty = true;
}

void ask_set_kind(AskBox *box, ThreadKind kind)
{
    box->kind = kind;
    if (kind == THREAD_SUGGESTION && field_view(&box->wording).len == 0)
        field_set(&box->wording, strbuf_view(&box->quote));
    box->focus = kind == THREAD_SUGGESTION ? ASK_WORDING : ASK_WORDS;
}

/* -- what is kept ------------------------------------------------------------------ */

bool ask_take_kept(Model *m, Str draft)
{
    ReviewView *v = &m->review;

    if (draft.len == 0 || !ask_is_empty(&v->boxes[BOX_ASK]) ||
        !ask_is_empty(&v->boxes[BOX_REPLY]) || v->ask_dirty)
        return false;
    v->boxes[BOX_ASK].kind = THREAD_QUESTION;
    ask_read(draft, v->boxes);
    ask_find_again(m);
    return true;
}

void ask_take_draft(Model *m)
{
    ReviewView *v = &m->review;

    if (!ask_take_kept(m, v->review->draft))
        return;
    model_say(m, ask_is_empty(&v->boxes[BOX_ASK])
                     ? _("What you began to answer is kept: Enter on that question.")
                     : _("What you began to ask is kept: C goes on with it."));
}

bool ask_wants_keeping(const Model *m)
{
    return m->review.ask_dirty;
}

void ask_keep(Model *m, Effect *out)
{
    ReviewView *v = &m->review;

    strbuf_clear(&v->draft);
    ask_write(v->boxes, &v->draft);
    v->ask_dirty = false;
    *out = (Effect){.type = EFFECT_KEEP_ASK,
                    .quiet = true,
                    .path = strbuf_view(&m->ed.path),
                    .bytes = strbuf_view(&v->draft)};
}

void ask_put_aside(Model *m, Effect *out)
{
    bool empty = ask_is_empty(ask_box(m));

    if (m->review.ask_dirty)
        ask_keep(m, out);
    if (!empty)
        model_say(m, ask_box(m)->replies
                         ? _("Your answer is kept: Enter goes on with it.")
                     : m->view == VIEW_WRITE
                         ? _("What you typed is kept: Esc c goes on with it.")
                         : _("What you typed is kept: C goes on with it."));
}

void ask_forget(Model *m)
{
    ReviewView *v = &m->review;

    for (int i = 0; i < BOX_COUNT; i++)
        ask_deinit(&v->boxes[i]);
    strbuf_clear(&v->draft);
    v->ask_dirty = false;
    /* What the new one began is told with the last revision. */
    m->ed.base_asked = m->ed.based = false;
}

/* -- posting ----------------------------------------------------------------------- */

void ask_post(Model *m, Effect *out)
{
    AskBox *box = ask_box(m);
    Str words = str_trim(field_view(&box->words));
    Str wording = str_trim(field_view(&box->wording));
    bool suggests = !box->replies && box->kind == THREAD_SUGGESTION;

    if (suggests ? wording.len == 0 : words.len == 0) {
        model_say(m, suggests ? _("Type the words that shall stand there instead.")
                              : _("Type what you want to say first."));
        return;
    }
    if (suggests && box->quote.len == 0) {
        model_say(m, _("Choose the words it shall replace first."));
        box->focus = ASK_PLACE;
        return;
    }
    if (box->replies) {
        *out = (Effect){.type = EFFECT_REPLY,
                        .path = strbuf_view(&m->ed.path),
                        .name = strbuf_view(&box->id),
                        .note = words};
        return;
    }
    /* The text may have changed under an open box. */
    Str bytes = ask_document(m)->bytes;
    bool there = box->place.end <= bytes.len &&
                 str_eq(str_range(bytes, box->place), strbuf_view(&box->quote));
    m->review.request = (AskRequestWords){
        .kind = (int)box->kind,
        .text = words,
        .suggestion = suggests ? wording : (Str){0},
        .quote = strbuf_view(&box->quote),
        .part = strbuf_view(&box->part),
        .place = there ? box->place : (Range){0, 0},
        .owner = str_trim(field_view(&box->owner)),
        .due = ask_has_due(box) ? str_trim(field_view(&box->due)) : (Str){0}};
    *out = (Effect){.type = EFFECT_ASK,
                    .path = strbuf_view(&m->ed.path),
                    .bytes = bytes,
                    .ask = &m->review.request};
}

/* -- keys -------------------------------------------------------------------------- */

static bool is_there(const AskBox *box, AskFocus focus)
{
    if (box->replies)
        return focus == ASK_WORDS;
    if (focus == ASK_DUE)
        return ask_has_due(box);
    return focus != ASK_WORDING || box->kind == THREAD_SUGGESTION;
}

static void next_focus(AskBox *box, int direction)
{
    do
        box->focus = (AskFocus)(((int)box->focus + direction + ASK_FOCUS_COUNT) %
                                ASK_FOCUS_COUNT);
    while (!is_there(box, box->focus));
}

static void change_kind(AskBox *box, int direction)
{
    static const ThreadKind kinds[] = {THREAD_QUESTION, THREAD_COMMENT,
                                       THREAD_SUGGESTION, THREAD_MUST_FIX};
    enum { KINDS = sizeof kinds / sizeof *kinds };
    int at = 0;

    while (at + 1 < KINDS && kinds[at] != box->kind)
        at++;
    ask_set_kind(box, kinds[(at + direction + KINDS) % KINDS]);
    box->focus = ASK_KIND;
}

static void kind_key(AskBox *box, const Key *key)
{
    bool space = key->code == KEYCODE_CHAR && key->cp == ' ' && !key->mods;

    if (key->code == KEYCODE_RIGHT || key->code == KEYCODE_DOWN || space)
        change_kind(box, 1);
    else if (key->code == KEYCODE_LEFT || key->code == KEYCODE_UP)
        change_kind(box, -1);
    else if (key->code == KEYCODE_ENTER)
        next_focus(box, 1);
}

/* While one writes: from the selected words to the whole document, and back. */
static bool span_key(Model *m, const Key *key)
{
    bool shift = key->mods == MOD_SHIFT, here = ask_box(m)->focus == ASK_PLACE;
    bool space = here && key->code == KEYCODE_CHAR && key->cp == ' ' && !key->mods;
    bool on = key->code == KEYCODE_RIGHT || key->code == KEYCODE_DOWN;
    bool back = key->code == KEYCODE_LEFT || key->code == KEYCODE_UP;

    if (!space && !((on || back) && (shift || (here && !key->mods))))
        return false;
    ask_span_step(m, back ? -1 : 1);
    return true;
}

/* The words of the text it is about: arrows go, with Shift or behind Space they take
 * more. */
static bool place_key(Model *m, const Key *key)
{
    static const struct {
        KeyCode code;
        int step;
    } steps[] = {
        {KEYCODE_RIGHT, 1}, {KEYCODE_LEFT, -1}, {KEYCODE_DOWN, 2}, {KEYCODE_UP, -2}};
    AskBox *box = ask_box(m);
    bool shift = key->mods == MOD_SHIFT, here = box->focus == ASK_PLACE;

    if (!box->replies && m->view == VIEW_WRITE)
        return span_key(m, key);
    if (box->replies || m->view != VIEW_REVIEW)
        return false;
    if (here && key->code == KEYCODE_CHAR && key->cp == ' ' && !key->mods) {
        m->review.extending = !m->review.extending;
        return true;
    }
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        if (key->code != steps[i].code || !(shift || (here && !key->mods)))
            continue;
        m->review.pick = box->place;
        review_pick_step(m, steps[i].step, shift || m->review.extending);
        ask_about(m, m->review.pick);
        return true;
    }
    return false;
}

static bool posts(const Key *key)
{
    return key->code == KEYCODE_F2 ||
           (key->code == KEYCODE_CHAR && key->mods == MOD_CTRL && key->cp == 's');
}

enum { ASK_CELLS = 72 };

void ask_box_key(Model *m, const Key *key, Effect *out)
{
    AskBox *box = ask_box(m);

    if (posts(key)) {
        ask_post(m, out);
        return;
    }
    m->review.ask_dirty = true;
    if (key->code == KEYCODE_TAB) {
        m->review.extending = false;
        next_focus(box, key->mods == MOD_SHIFT ? -1 : 1);
        return;
    }
    if (place_key(m, key))
        return;
    switch (box->focus) {
    case ASK_KIND:
        kind_key(box, key);
        break;
    case ASK_WORDING:
        area_key(&box->wording, key, ASK_CELLS);
        break;
    case ASK_WORDS:
        area_key(&box->words, key, ASK_CELLS);
        break;
    case ASK_FOR:
        if (key->code == KEYCODE_ENTER)
            next_focus(box, 1);
        else
            field_key(&box->owner, key);
        break;
    case ASK_DUE:
        if (key->code == KEYCODE_ENTER)
            next_focus(box, 1);
        else
            field_key(&box->due, key);
        break;
    case ASK_PLACE:
    case ASK_FOCUS_COUNT:
        break;
    }
}
