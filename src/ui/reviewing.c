#include "ui/reviewing.h"

#include "base/message.h"
#include "ui/ask.h"
#include "ui/cmd.h"
#include "ui/derive.h"
#include "ui/landed.h"
#include "ui/list.h"
#include "ui/outside.h"
#include "ui/receive_kinds.h"
#include "ui/review_say.h"

void review_view_deinit(ReviewView *v)
{
    review_free(v->review);
    strbuf_deinit(&v->since);
    strbuf_deinit(&v->draft);
    strbuf_deinit(&v->wanted);
    strbuf_deinit(&v->moving_id);
    strbuf_deinit(&v->moving);
    strbuf_deinit(&v->undo_id);
    strbuf_deinit(&v->undo_bytes);
    for (int i = 0; i < BOX_COUNT; i++)
        ask_deinit(&v->boxes[i]);
    mem_free(v->rows);
    *v = (ReviewView){.block = NO_INDEX};
}

/* -- the list ---------------------------------------------------------------------- */

static QuestionGroup group_of(const ReviewEntry *e)
{
    if (e->thread.resolved)
        return QUESTIONS_CLOSED;
    return e->place.state == ANCHOR_LOST ? QUESTIONS_LOST : QUESTIONS_OPEN;
}

static void list_entries(ReviewView *v)
{
    const Review *r = v->review;
    size_t n = 0;

    mem_free(v->rows);
    v->rows = mem_alloc((r->count + QUESTIONS_GROUPS + 1) * sizeof *v->rows);
    for (QuestionGroup group = 0; group < QUESTIONS_GROUPS; group++) {
        size_t title = n++;
        v->rows[title] = (QuestionRow){.entry = NO_INDEX, .group = group};
        for (size_t i = 0; i < r->count; i++)
            if (group_of(&r->entries[i]) == group)
                v->rows[n++] = (QuestionRow){.entry = i, .group = group};
        v->rows[title].count = (int)(n - title - 1);
        if (n == title + 1)
            n--;
    }
    v->row_count = n;
}

void review_select(Model *m, size_t row)
{
    ReviewView *v = &m->review;

    if (row >= v->row_count)
        row = v->row_count ? v->row_count - 1 : 0;
    bool up = row < v->selected;
    while (up && row > 0 && v->rows[row].entry == NO_INDEX)
        row--;
    while (row + 1 < v->row_count && v->rows[row].entry == NO_INDEX)
        row++;
    v->selected = row;
}

/* Behind one that was closed comes the next open one, in its row. */
static bool select_next_open(Model *m)
{
    ReviewView *v = &m->review;
    size_t row = v->selected;

    while (row > 0 && (row >= v->row_count || v->rows[row].entry == NO_INDEX ||
                       v->rows[row].group != QUESTIONS_OPEN))
        row--;
    if (row == 0)
        return false;
    v->selected = row;
    return true;
}

/* The thread one was at stays selected, unless it was open and is closed now. */
static void select_again(Model *m, Str id, bool open)
{
    ReviewView *v = &m->review;

    for (size_t i = 0; open && i < v->row_count; i++)
        if (v->rows[i].group == QUESTIONS_CLOSED && v->rows[i].entry != NO_INDEX &&
            str_eq(v->review->entries[v->rows[i].entry].thread.id, id) &&
            select_next_open(m))
            return;
    for (size_t i = 0; i < v->row_count; i++)
        if (v->rows[i].entry != NO_INDEX &&
            str_eq(v->review->entries[v->rows[i].entry].thread.id, id)) {
            v->selected = i;
            return;
        }
    review_select(m, v->selected);
}

/* The question that was in sight while one wrote. */
static void select_wanted(Model *m)
{
    ReviewView *v = &m->review;

    for (size_t i = 0; v->wanted.len > 0 && i < v->row_count; i++)
        if (v->rows[i].entry != NO_INDEX &&
            str_eq(v->review->entries[v->rows[i].entry].label, strbuf_view(&v->wanted)))
            v->selected = i;
    strbuf_clear(&v->wanted);
}

/* -- the threads at hand ----------------------------------------------------------- */

const ReviewEntry *review_entry(const Model *m)
{
    const ReviewView *v = &m->review;

    if (!v->review)
        return NULL;
    if (m->view == VIEW_QUESTIONS) {
        size_t at = v->selected < v->row_count ? v->rows[v->selected].entry : NO_INDEX;
        return at == NO_INDEX ? NULL : &v->review->entries[at];
    }
    for (size_t i = 0; i < v->review->count; i++) {
        const ReviewEntry *e = &v->review->entries[i];
        if (v->block != NO_INDEX && e->block == v->block && !e->thread.resolved)
            return e;
    }
    return NULL;
}

void review_go_to_words(Model *m)
{
    const ReviewEntry *e = review_entry(m);
    Str text = text_view(m->ed.text);

    if (!e || e->place.state == ANCHOR_LOST || (!e->about_words && !e->about_part) ||
        !str_eq(m->review.review->after.bytes, text))
        return;
    size_t to = e->place.range.start;
    const Document *doc = &m->review.review->after.doc;
    if (!e->about_words && e->part != NO_INDEX)
        to = doc->parts[e->part].body.start;
    editor_move(&m->ed, to < text.len ? to : text.len, false);
}

/* -- showing it -------------------------------------------------------------------- */

ReviewLook review_look(const Model *m)
{
    ReviewLook look = m->review.look;

    return look == LOOK_SIDES && m->cols < SIDES_LEAST ? LOOK_MARKED : look;
}

int review_top_row(const Model *m)
{
    enum { SHORT = 12 };

    return m->rows < SHORT ? 2 : 3;
}

static void begin(Model *m, Review *review)
{
    ReviewView *v = &m->review;

    v->block = review_next_stop(&review->redline, NO_INDEX, 1);
    v->follow = v->begins = v->block != NO_INDEX;
    v->seen = v->noted = v->leaving = v->one_part = false;
    v->selected = 0;
    /* Where nothing changed, there is the text to read. */
    if (v->block == NO_INDEX)
        v->look = LOOK_NEW;
    for (size_t i = 0; v->block == NO_INDEX && i < review->redline.block_count; i++)
        if (review_is_text(&review->redline.blocks[i]))
            v->block = i;
    m->top[VIEW_REVIEW] = 0;
}

/* From now on it begins there, also when it was noted that one has read it. */
static void keep_beginning(ReviewView *v)
{
    Str commit = str_from(v->review->before.revision.commit);

    if (v->since.len == 0 && commit.len > 0)
        strbuf_set(&v->since, commit);
}

void review_show(Model *m, Review *review)
{
    ReviewView *v = &m->review;
    const ReviewEntry *here = review_entry(m);
    Arena arena = {0};
    Str id = here ? arena_str(&arena, here->thread.id) : (Str){0};
    bool open = here && !here->thread.resolved && m->view == VIEW_QUESTIONS;
    bool again = (m->view == VIEW_REVIEW || m->view == VIEW_QUESTIONS) && v->review &&
                 str_eq(v->review->before.bytes, review->before.bytes) &&
                 str_eq(v->review->after.bytes, review->after.bytes);

    review_free(v->review);
    v->review = review;
    keep_beginning(v);
    list_entries(v);
    if (!again)
        begin(m, review);
    v->pick = (Range){0, 0};
    review_moved(m);
    select_again(m, id, open);
    select_wanted(m);
    arena_deinit(&arena);
    m->page.valid = false;
    if (m->view != VIEW_QUESTIONS && m->view != VIEW_REVIEW)
        model_go(m, m->look_then == VIEW_QUESTIONS ? VIEW_QUESTIONS : VIEW_REVIEW);
    if (m->look_then == VIEW_QUESTIONS)
        m->look_then = VIEW_HOME;
    if (!again && m->notice.len == 0)
        model_say(m, "%s", review_since_words(review));
    ask_take_draft(m);
}

void review_ask_for(Model *m, Str since, Effect *out)
{
    ReviewView *v = &m->review;

    strbuf_set(&v->since, since);
    review_ask_again(m, out);
}

void review_ask_again(Model *m, Effect *out)
{
    const ReviewView *v = &m->review;

    m->review_later = false;
    *out = (Effect){.type = EFFECT_REVIEW,
                    .path = strbuf_view(&m->ed.path),
                    .bytes = text_view(m->ed.text),
                    .name = strbuf_view(&v->since)};
}

/* -- how far it was read ----------------------------------------------------------- */

static bool is_visible(const Model *m, size_t block)
{
    size_t top = m->top[VIEW_REVIEW], height = (size_t)list_height(m);

    for (size_t i = top; i < m->page.count && i < top + height; i++)
        if (m->page.lines[i].block == block)
            return true;
    return false;
}

void review_look_on(Model *m)
{
    ReviewView *v = &m->review;
    size_t top = m->top[VIEW_REVIEW], height = (size_t)list_height(m);

    /* The document was opened anew meanwhile. */
    if ((m->view == VIEW_REVIEW || m->view == VIEW_QUESTIONS) && !v->review)
        m->view = m->ed.open ? VIEW_WRITE : VIEW_HOME;
    if (m->view != VIEW_REVIEW || !m->page.valid)
        return;
    if (!v->one_part && top + height >= m->page.count)
        v->seen = true;
    if (v->block != NO_INDEX && is_visible(m, v->block))
        return;
    for (size_t i = top; i < m->page.count && i < top + height; i++) {
        size_t block = m->page.lines[i].block;
        bool here =
            block != NO_INDEX &&
            (v->look == LOOK_NEW ? review_is_text(&v->review->redline.blocks[block])
                                 : review_is_stop(&v->review->redline, block));
        if (here) {
            v->block = block;
            return;
        }
    }
}

bool review_leave(Model *m, Effect *out)
{
    ReviewView *v = &m->review;

    if (m->view != VIEW_REVIEW || !v->review || !v->seen || v->noted ||
        v->review->last.number == 0)
        return false;
    v->leaving = true;
    *out = (Effect){.type = EFFECT_NOTE_READ,
                    .path = strbuf_view(&m->ed.path),
                    .revision = &v->review->last};
    return true;
}

void review_noted(Model *m, bool ok, Effect *out)
{
    ReviewView *v = &m->review;
    bool leaving = v->leaving;

    v->noted = true;
    v->leaving = false;
    if (leaving)
        cmd_back(m, out);
    if (ok && v->review)
        model_say(m, _("Noted: you have read it up to revision %d."),
                  v->review->last.number);
}

/* -- messages ---------------------------------------------------------------------- */

static void ask_for_again(Model *m, Effect *out)
{
    StrBuf since = {0};

    strbuf_add(&since, strbuf_view(&m->review.since));
    review_ask_for(m, strbuf_view(&since), out);
    strbuf_deinit(&since);
}

static void asked(Model *m, const Msg *msg, Effect *out)
{
    m->review.moved = msg->effect == EFFECT_ANCHOR;
    if (msg->effect != EFFECT_ANCHOR && msg->effect != EFFECT_CLOSE)
        ask_clear(m);
    prompt_close(m);
    if (m->view != VIEW_WRITE) /* there it is read when it is looked at */
        ask_for_again(m, out);
    model_say(m, "%.*s", STR_ARG(msg->text));
}

/* The document has other words now, which are a revision. */
static void accepted(Model *m, const Msg *msg, Effect *out)
{
    Editor *ed = &m->ed;

    if (msg->effect == EFFECT_UNDO_REVIEW)
        strbuf_clear(&m->review.undo_id);
    if (!str_eq(text_view(ed->text), msg->bytes))
        outside_take(m, msg->bytes);
    if (msg->revision_count > 0) {
        strbuf_set(&ed->base, msg->bytes);
        ed->based = true;
        ed->revision = msg->revisions[0].number;
        derive_base(m);
    }
    ask_for_again(m, out);
    model_say(m, "%.*s", STR_ARG(msg->text));
}

/* The history is long: it is asked for again while nobody types. */
static void later(Model *m, const Msg *msg)
{
    m->walking = true;
    if (msg->effect == EFFECT_BASE) {
        m->ed.base_asked = false;
        return;
    }
    m->review_later = true;
    if (m->view == VIEW_HOME && m->ed.open)
        model_go(m, VIEW_WRITE);
    model_say(m, _("Looking through the history …"));
}

bool receive_review(Model *m, const Msg *msg, Effect *out)
{
    switch (msg->type) {
    case MSG_LATER:
        later(m, msg);
        return true;
    case MSG_REVIEW:
        review_show(m, msg->review);
        return true;
    case MSG_LANDED:
        landed_show(m, msg->landing);
        return true;
    case MSG_ASKED:
        asked(m, msg, out);
        return true;
    case MSG_ACCEPTED:
        accepted(m, msg, out);
        return true;
    case MSG_NOTED_READ:
        review_noted(m, true, out);
        return true;
    case MSG_FAILED:
        /* The document was opened for its review: there is its text. */
        if ((msg->effect == EFFECT_REVIEW || msg->effect == EFFECT_LANDED) &&
            m->view == VIEW_HOME && m->ed.open)
            model_go(m, VIEW_WRITE);
        if (msg->effect != EFFECT_NOTE_READ)
            return false;
        review_noted(m, false, out);
        model_say_error(m, &msg->error);
        return true;
    default:
        return false;
    }
}
