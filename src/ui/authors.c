#include "ui/authors.h"

#include "base/message.h"
#include "ui/cmd.h"
#include "ui/derive.h"
#include "ui/receive_kinds.h"

bool authors_wait(const Model *m)
{
    return m->view == VIEW_AUTHORS && m->authors.waits;
}

void authors_head(const Model *m, StrBuf *left, StrBuf *right)
{
    const AuthorsView *a = &m->authors;

    strbuf_addz(left, _("Who wrote this"));
    if (a->wrote && a->wrote->revision > 0)
        message_addf(right, _("revision %d"), a->wrote->revision);
    else if (a->wrote)
        strbuf_addz(right, _("the words now"));
}

/* In a review: where the change one is at stands in the text. */
static size_t place_in_review(const Model *m)
{
    const ReviewView *v = &m->review;

    if (!v->review || v->block >= v->review->redline.block_count)
        return NO_INDEX;
    size_t block = v->review->redline.blocks[v->block].new_block;
    const Document *doc = &v->review->after.doc;
    return block < doc->block_count ? doc->blocks[block].range.start : NO_INDEX;
}

void cmd_authors(Model *m, Effect *out)
{
    AuthorsView *a = &m->authors;
    Effect ask = {.type = EFFECT_AUTHORS, .path = strbuf_view(&m->ed.path)};

    if (m->view == VIEW_HISTORY && m->history.count > 0) {
        ask.from = m->history.items[m->history.selected].number;
        if (ask.from == 0) {
            model_say(m, _("Its number is not known yet: wait a moment."));
            return;
        }
        a->caret = NO_INDEX;
    } else {
        ask.from = REVISION_UNSAVED;
        ask.bytes = text_view(m->ed.text);
        a->caret = m->view == VIEW_REVIEW ? place_in_review(m) : m->ed.caret;
    }
    wrote_free(a->wrote);
    a->wrote = NULL;
    a->waits = true;
    a->seen = a->total = 0;
    a->follow = true;
    m->top[VIEW_AUTHORS] = 0;
    m->page.valid = false;
    model_go(m, VIEW_AUTHORS);
    *out = ask;
}

/* "These words: revision 12, Jun Lee with Mina Park, today 09:38." */
static void say_words(Model *m)
{
    const AuthorsView *a = &m->authors;
    const WroteRun *run = a->caret == NO_INDEX ? NULL : wrote_at(a->wrote, a->caret);
    StrBuf who = {0}, when = {0};

    if (!run)
        return;
    wrote_who(run->revision, &who);
    if (run->revision) {
        moment_relative(run->revision->time, m->now, &when);
        model_say(m, _("The words you came from: revision %d, %s, %s."),
                  run->revision->number, strbuf_cstr(&who), strbuf_cstr(&when));
    } else {
        model_say(m, _("The words you came from are in no revision yet."));
    }
    strbuf_deinit(&who);
    strbuf_deinit(&when);
}

static void failed(Model *m)
{
    m->authors.waits = false;
    if (m->view == VIEW_AUTHORS)
        model_back(m);
}

bool receive_authors(Model *m, const Msg *msg)
{
    AuthorsView *a = &m->authors;

    if (msg->type == MSG_FAILED &&
        (msg->effect == EFFECT_AUTHORS || msg->effect == EFFECT_AUTHORS_MORE)) {
        failed(m);
        model_say_error(m, &msg->error);
        return true;
    }
    if (msg->type != MSG_AUTHORS)
        return false;
    m->page.valid = false;
    a->seen = msg->row;
    a->total = msg->total;
    if (!msg->wrote)
        return true;
    wrote_free(a->wrote);
    a->wrote = msg->wrote;
    a->waits = false;
    a->follow = true;
    say_words(m);
    return true;
}
