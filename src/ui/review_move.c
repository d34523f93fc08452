/* A question that has lost its words, or stands at the wrong ones, is put on words that
 * are picked in the new text. */
#include "base/message.h"
#include "review/anchor.h"
#include "ui/cmd.h"
#include "ui/reviewing.h"

/* A paragraph of the new text to begin at: where it is, else where one is. */
static size_t first_block(const ReviewView *v, const ReviewEntry *e)
{
    const Redline *r = &v->review->redline;
    size_t wanted = e->block != NO_INDEX ? e->block : v->block;

    if (wanted != NO_INDEX && review_is_text(&r->blocks[wanted]))
        return wanted;
    for (size_t i = 0; i < r->block_count; i++)
        if (review_is_text(&r->blocks[i]))
            return i;
    return NO_INDEX;
}

void cmd_move_question(Model *m, Effect *out)
{
    ReviewView *v = &m->review;
    const ReviewEntry *e = review_entry(m);
    bool picked = v->pick.start < v->pick.end;

    (void)out;
    strbuf_set(&v->moving_id, e->thread.id);
    strbuf_set(&v->moving, e->label);
    v->look_before = v->look;
    v->look = LOOK_NEW;
    v->one_part = v->extending = false;
    if (!picked) {
        v->block = first_block(v, e);
        v->pick = review_pick_default(m);
    }
    v->whole = !picked;
    v->follow = true;
    if (m->view != VIEW_REVIEW)
        review_go_between(m, VIEW_REVIEW);
    m->page.valid = false;
    prompt_open(m, PROMPT_PLACE);
}

const char *no_moving(const Model *m)
{
    const char *why = no_open_entry(m);

    if (why)
        return why;
    return review_entry(m)->about_words || review_entry(m)->about_part
               ? NULL
               : _("it is about all of the document");
}

bool review_needs_place(const Model *m)
{
    const ReviewEntry *e = review_entry(m);

    return e && !e->thread.resolved &&
           (e->place.state == ANCHOR_LOST ||
            (e->place.state == ANCHOR_EDITED && e->about_words));
}

/* -- picking ---------------------------------------------------------------------- */

static void end(Model *m)
{
    ReviewView *v = &m->review;

    v->look = v->look_before;
    v->pick = (Range){0, 0};
    v->follow = true;
    m->page.valid = false;
    strbuf_clear(&v->moving_id);
    strbuf_clear(&v->moving);
}

void review_move_stop(Model *m)
{
    end(m);
    review_go_between(m, VIEW_QUESTIONS);
}

void review_moved(Model *m)
{
    if (m->review.moved)
        end(m);
    m->review.moved = false;
}

static void step(Model *m, int direction)
{
    ReviewView *v = &m->review;
    size_t next = review_next_block(v, direction);

    if (next == NO_INDEX) {
        model_say(m, direction > 0 ? _("That was the end of the text.")
                                   : _("That was the beginning of the text."));
        return;
    }
    v->block = next;
    v->pick = review_pick_default(m);
    v->whole = true;
    v->follow = true;
    m->page.valid = false;
}

static void place(Model *m, Effect *out)
{
    ReviewView *v = &m->review;
    Str bytes = v->review->after.bytes;

    if (v->pick.start >= v->pick.end) {
        model_say(m, _("Pick the words first: Shift+arrows."));
        return;
    }
    v->request = (AskRequestWords){.quote = str_trim(str_range(bytes, v->pick)),
                                   .place = v->pick};
    *out = (Effect){.type = EFFECT_ANCHOR,
                    .path = strbuf_view(&m->ed.path),
                    .bytes = bytes,
                    .name = strbuf_view(&v->moving_id),
                    .ask = &v->request};
}

/* Picking begins at the first word. */
static void pick(Model *m, const Key *key)
{
    ReviewView *v = &m->review;
    Range before = v->pick;

    if (v->whole)
        v->pick = (Range){0, 0};
    if (review_pick_key(m, key))
        v->whole = false;
    else
        v->pick = before;
}

void review_move_key(Model *m, const Key *key, Effect *out)
{
    bool plain = key->mods == 0;
    uint32_t letter =
        plain && key->code == KEYCODE_CHAR ? key_latin(key->cp) | 0x20U : 0;

    if (key->code == KEYCODE_ENTER)
        place(m, out);
    else if (letter == 'n' || (plain && key->code == KEYCODE_DOWN))
        step(m, 1);
    else if (letter == 'p' || (plain && key->code == KEYCODE_UP))
        step(m, -1);
    else
        pick(m, key);
}

Effect review_move_answer(Model *m, Str line)
{
    const Document *doc = &m->review.review->after.doc;
    Range all = {0, doc->bytes.len}, found = {0, 0};
    Arena arena = {0};
    Effect effect = {0};
    size_t count = anchor_search(anchor_text(doc, &arena), line, all, &found);

    if (count == 1) {
        m->review.pick = found;
        place(m, &effect);
    } else {
        model_say(m,
                  count == 0 ? _("These words are not there: \"%.*s\".")
                             : _("These words stand there more than once: \"%.*s\"."),
                  STR_ARG(line));
    }
    arena_deinit(&arena);
    return effect;
}
