/* Walking through a review. */
#include "base/message.h"
#include "ui/cmd.h"
#include "ui/pinned.h"
#include "ui/reviewing.h"

static void note_read(Model *m, Effect *out)
{
    if (m->review.noted || m->review.review->last.number == 0)
        return;
    *out = (Effect){.type = EFFECT_NOTE_READ,
                    .path = strbuf_view(&m->ed.path),
                    .revision = &m->review.review->last};
}

/* In the new text one goes from paragraph to paragraph. */
size_t review_next_block(const ReviewView *v, int direction)
{
    const Redline *r = &v->review->redline;
    size_t at = v->block;

    if (v->look != LOOK_NEW)
        return review_next_stop(r, at, direction);
    for (;;) {
        at = at == NO_INDEX  ? (direction > 0 ? 0 : r->block_count - 1)
             : direction > 0 ? at + 1
                             : at - 1;
        if (at >= r->block_count)
            return NO_INDEX;
        if (review_is_text(&r->blocks[at]))
            return at;
    }
}

static void step(Model *m, int direction, Effect *out)
{
    ReviewView *v = &m->review;
    size_t next = review_next_block(v, direction);

    v->pick = (Range){0, 0};
    v->follow = true;
    m->page.valid = false;
    if (next != NO_INDEX) {
        v->block = next;
    } else if (direction > 0) {
        model_say(m, v->look == LOOK_NEW ? _("That was the end of the text.")
                                         : _("That was the last change."));
        note_read(m, out);
    } else {
        model_say(m, v->look == LOOK_NEW ? _("That was the beginning of the text.")
                                         : _("That was the first change."));
    }
}

void cmd_review_next(Model *m, Effect *out)
{
    step(m, 1, out);
}

void cmd_review_previous(Model *m, Effect *out)
{
    step(m, -1, out);
}

void cmd_note_read(Model *m, Effect *out)
{
    m->review.noted = false;
    note_read(m, out);
    if (out->type == EFFECT_NONE)
        model_say(m, _("There is no revision yet that could be read."));
}

/* The review begins at another revision of the line that led to the last one. */
static void step_since(Model *m, int number, Effect *out)
{
    StrBuf since = {0};

    strbuf_addf(&since, "%d", number);
    review_ask_for(m, strbuf_view(&since), out);
    strbuf_deinit(&since);
}

void cmd_review_older(Model *m, Effect *out)
{
    step_since(m, m->review.review->older, out);
}

void cmd_review_newer(Model *m, Effect *out)
{
    step_since(m, m->review.review->newer, out);
}

void cmd_review_view(Model *m, Effect *out)
{
    ReviewView *v = &m->review;

    (void)out;
    v->look = (v->look + 1) % LOOK_COUNT;
    if (v->look == LOOK_SIDES && m->cols < SIDES_LEAST)
        v->look = LOOK_MARKED;
    v->follow = true;
    m->page.valid = false;
    model_say(m, v->look == LOOK_MARKED ? _("Old and new words in one text.")
                 : v->look == LOOK_NEW  ? _("The new text only; bars stand at changes.")
                                        : _("Old and new text side by side."));
}

void cmd_review_part(Model *m, Effect *out)
{
    ReviewView *v = &m->review;

    (void)out;
    v->one_part = !v->one_part && v->block != NO_INDEX;
    v->follow = true;
    m->page.valid = false;
    model_say(m, v->one_part ? _("Only this section. S shows all again.")
                             : _("All sections that changed."));
}

void review_go_between(Model *m, View view)
{
    if (m->depth > 0 && m->back[m->depth - 1] == view)
        model_back(m);
    else
        model_go(m, view);
    m->page.valid = false;
}

/* From the list one comes to the place of what is selected there. */
void cmd_questions(Model *m, Effect *out)
{
    ReviewView *v = &m->review;

    if (m->view == VIEW_REVIEW) {
        const ReviewEntry *here = review_entry(m);
        for (size_t i = 0; here && i < v->row_count; i++)
            if (v->rows[i].entry == (size_t)(here - v->review->entries))
                v->selected = i;
        review_select(m, v->selected);
        review_go_between(m, VIEW_QUESTIONS);
        return;
    }
    if (m->view != VIEW_QUESTIONS) {
        const ReviewNote *note = m->view == VIEW_WRITE ? pinned_here(m) : NULL;
        if (note)
            strbuf_set(&v->wanted, note->label);
        m->look_then = VIEW_QUESTIONS;
        review_ask_for(m, (Str){0}, out);
        return;
    }
    const ReviewEntry *e = review_entry(m);
    if (e && e->block != NO_INDEX) {
        v->block = e->block;
        v->one_part = false;
        v->follow = true;
    }
    review_go_between(m, VIEW_REVIEW);
}
