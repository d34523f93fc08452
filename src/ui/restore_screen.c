#include "ui/restore_screen.h"

#include "base/message.h"
#include "base/unicode.h"
#include "review/review.h"
#include "ui/cmd.h"
#include "ui/derive.h"
#include "ui/history.h"
#include "ui/outside.h"
#include "ui/receive.h"

void restore_screen_deinit(RestoreScreen *v)
{
    restoring_free(v->what);
    strbuf_deinit(&v->undo_bytes);
    strbuf_deinit(&v->undo_seen);
    strbuf_deinit(&v->note);
    *v = (RestoreScreen){0};
}

/* -- rows -------------------------------------------------------------------------- */

size_t restore_rows(const RestoreScreen *v)
{
    return RESTORE_ROW_FIRST + v->what->part_count + 1;
}

size_t restore_row_part(const RestoreScreen *v, size_t row)
{
    return row >= RESTORE_ROW_FIRST && row - RESTORE_ROW_FIRST < v->what->part_count
               ? row - RESTORE_ROW_FIRST
               : NO_INDEX;
}

bool restore_row_change(const RestoreScreen *v, size_t row)
{
    return row + 1 == restore_rows(v);
}

bool restore_row_on(const RestoreScreen *v, size_t row)
{
    const Restoring *r = v->what;
    size_t part = restore_row_part(v, row);

    if (part != NO_INDEX)
        return r->scope == RESTORE_PARTS && r->parts[part].wanted;
    if (restore_row_change(v, row))
        return r->scope == RESTORE_CHANGE;
    return r->scope == (row == RESTORE_ROW_WHOLE ? RESTORE_WHOLE : RESTORE_PARTS);
}

void restore_row_title(const RestoreScreen *v, size_t row, StrBuf *out)
{
    const Restoring *r = v->what;
    size_t part = restore_row_part(v, row);

    if (part != NO_INDEX) {
        strbuf_add(out, r->parts[part].title);
    } else if (restore_row_change(v, row)) {
        int count = review_changes(&r->redline, NO_INDEX);
        if (r->block == NO_INDEX)
            strbuf_addz(out, _("only one change: there is none"));
        else
            message_addf(out, _("only one change: %d of %d, in %.*s"),
                         review_changes(&r->redline, r->block), count,
                         STR_ARG(restoring_part(r, r->block)->title));
    } else if (row == RESTORE_ROW_WHOLE) {
        message_addf(out, _("the whole document as it was in revision %d"),
                     r->revision.number);
    } else {
        strbuf_addz(out, _("only these sections"));
    }
}

void restore_row_words(const RestoreScreen *v, size_t row, StrBuf *out)
{
    size_t at = restore_row_part(v, row);

    if (at == NO_INDEX)
        return;
    const RestorePart *part = &v->what->parts[at];
    if (part->same)
        strbuf_addz(out, _("same as now"));
    else if (part->added == 0 && part->removed == 0)
        strbuf_addz(out, _("other marks or places, no words"));
    else
        message_addf(out, _("+%d -%d words"), part->added, part->removed);
}

static size_t first_change_of(const Restoring *r, size_t part)
{
    const RedlinePart *p = &r->redline.parts[part];

    for (size_t i = p->first_block; i < p->first_block + p->block_count; i++)
        if (review_is_change(&r->redline.blocks[i]))
            return i;
    return NO_INDEX;
}

size_t restore_block(const RestoreScreen *v)
{
    const Restoring *r = v->what;
    size_t part = restore_row_part(v, v->row);

    if (part != NO_INDEX)
        return first_change_of(r, part);
    if (restore_row_change(v, v->row))
        return r->block;
    for (size_t i = 0; v->row == RESTORE_ROW_PARTS && i < r->part_count; i++)
        if (r->parts[i].wanted)
            return first_change_of(r, i);
    return review_step(&r->redline, NO_INDEX, 1);
}

/* -- what is said ------------------------------------------------------------------ */

void restore_plan(const RestoreScreen *v, StrBuf *out)
{
    const Restoring *r = v->what;
    int number = restoring_number(r);

    if (!restoring_ready(r)) {
        strbuf_addz(out, r->scope == RESTORE_PARTS ? _("No section is ticked yet.")
                         : r->block == NO_INDEX
                             ? _("There is no change: it is like that already.")
                             : _("This change cannot come back without its section."));
        return;
    }
    if (r->nothing) {
        strbuf_addz(out, _("It is like that already: nothing would change."));
        return;
    }
    if (r->unsaved)
        message_addf(out, _("Words that are in no revision become revision %d first. "),
                     number - 1);
    message_addf(out,
                 _("This makes revision %d (+%d -%d words). Nothing is lost: revision "
                   "%d stays in the history, and Z undoes it."),
                 number, r->added, r->removed, number - 1);
}

void restore_questions(const RestoreScreen *v, StrBuf *out)
{
    static const AnchorState order[] = {ANCHOR_LOST, ANCHOR_EDITED, ANCHOR_MOVED,
                                        ANCHOR_HERE};
    const Restoring *r = v->what;
    StrBuf labels = {0};

    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        strbuf_clear(&labels);
        restoring_labels(r, order[i], &labels);
        if (labels.len == 0)
            continue;
        strbuf_addz(out, out->len ? "\n  " : _("Open questions about these words:"));
        if (out->ptr[out->len - 1] != ' ')
            strbuf_addz(out, "\n  ");
        message_addf(out, _(restoring_becomes(order[i])), strbuf_cstr(&labels));
    }
    strbuf_deinit(&labels);
}

/* The end of some words, in so many cells. */
static Str last_cells(Str text, int cells)
{
    size_t at = text.len;

    while (at > 0) {
        size_t before = grapheme_before(text, at);
        cells -= grapheme_width(str_slice(text, before, at));
        if (cells < 0)
            break;
        at = before;
    }
    size_t space = str_find_byte(text, ' ', at);
    return str_slice(text, at > 0 && space != STR_NONE ? space + 1 : at, text.len);
}

void restore_side(const Restoring *r, size_t block, bool then, StrBuf *out)
{
    enum { BEFORE_CELLS = 24 };
    const RedlineBlock *b = &r->redline.blocks[block];
    ChangeKind shown = then ? CHANGE_ADDED : CHANGE_REMOVED;
    StrBuf words = {0};

    for (size_t i = 0; i < b->change_count; i++) {
        const Change *c = &b->changes[i];
        if (c->kind != CHANGE_SAME && c->kind != shown)
            continue;
        Str text = c->text;
        if (i == 0 && c->kind == CHANGE_SAME && b->change_count > 1)
            text = last_cells(text, BEFORE_CELLS);
        if (text.len < c->text.len)
            strbuf_addz(&words, "... ");
        if (i > 0 && c->gap != GAP_NONE && words.len > 0)
            strbuf_addc(&words, ' ');
        strbuf_addz(&words, c->kind == CHANGE_SAME ? "" : then ? "{+" : "[-");
        strbuf_add(&words, text);
        strbuf_addz(&words, c->kind == CHANGE_SAME ? "" : then ? "+}" : "-]");
    }
    unicode_visible(strbuf_view(&words), VISIBLE_ONE_LINE, out);
    strbuf_deinit(&words);
}

/* -- opening ----------------------------------------------------------------------- */

const char *no_restore(const Model *m)
{
    if (m->ed.read_only || m->ed.lost_lease)
        return _("it is only read here");
    if (m->view == VIEW_HISTORY)
        return no_row(m);
    if (m->depth > 0 && m->back[m->depth - 1] == VIEW_RESTORE)
        return m->changes.block == NO_INDEX ? _("go to a change first: N") : NULL;
    return m->changes.from > 0 ? NULL : _("before this there is no revision");
}

/* From the redline one opened over the choice: that change, and back. */
static void choose_block(Model *m)
{
    Restoring *r = m->restore.what;

    r->scope = RESTORE_CHANGE;
    r->block = m->changes.block;
    m->restore.row = restore_rows(&m->restore) - 1;
    restoring_look(r, m->lib);
    model_back(m);
}

void cmd_restore(Model *m, Effect *out)
{
    const HistoryList *h = &m->history;

    if (history_unfold(m, out))
        return;
    *out = (Effect){.type = EFFECT_RESTORE,
                    .path = strbuf_view(&m->ed.path),
                    .bytes = text_view(m->ed.text)};
    if (m->view == VIEW_CHANGES) {
        if (m->depth > 0 && m->back[m->depth - 1] == VIEW_RESTORE) {
            *out = (Effect){0};
            choose_block(m);
            return;
        }
        out->from = m->changes.from;
        m->restore.of_change = m->changes.block != NO_INDEX;
        return;
    }
    m->restore.of_change = false;
    const Revision *revision = &h->items[h->selected];
    out->from = revision->number;
    out->name = str_from(revision->commit);
}

/* Words of a block of the redline one comes from. */
static Str words_of(const Document *doc, size_t block)
{
    return block == NO_INDEX ? (Str){0}
                             : str_range(doc->bytes, doc->blocks[block].range);
}

/* The change one was at in the redline of older words is looked for among those that
 * are between now and then. */
static size_t find_change(const Model *m)
{
    const Restoring *r = m->restore.what;
    const ChangesView *c = &m->changes;
    const RedlineBlock *wanted = &c->redline.blocks[c->block];
    Str gone = words_of(&c->before_doc, wanted->old_block);
    Str came = words_of(&c->after_doc, wanted->new_block);

    for (size_t i = 0; i < r->redline.block_count; i++) {
        const RedlineBlock *b = &r->redline.blocks[i];
        if (!review_is_change(b))
            continue;
        Str now = words_of(&r->now, b->old_block),
            then = words_of(&r->then, b->new_block);
        if (gone.len > 0 ? str_eq(then, gone) : then.len == 0 && str_eq(now, came))
            return i;
    }
    return NO_INDEX;
}

static void show(Model *m, Restoring *what)
{
    RestoreScreen *v = &m->restore;

    restoring_free(v->what);
    v->what = what;
    v->row = RESTORE_ROW_WHOLE;
    if (v->of_change && m->view == VIEW_CHANGES) {
        size_t block = find_change(m);
        if (block == NO_INDEX) {
            model_say(m,
                      _("This change is not there any more. Choose what comes back."));
        } else {
            what->scope = RESTORE_CHANGE;
            what->block = block;
            v->row = restore_rows(v) - 1;
        }
    }
    restoring_look(what, m->lib);
    model_go(m, VIEW_RESTORE);
}

/* -- choosing ---------------------------------------------------------------------- */

static bool any_wanted(const Restoring *r)
{
    for (size_t i = 0; i < r->part_count; i++)
        if (r->parts[i].wanted)
            return true;
    return false;
}

void cmd_restore_tick(Model *m, Effect *out)
{
    RestoreScreen *v = &m->restore;
    Restoring *r = v->what;
    size_t part = restore_row_part(v, v->row);

    (void)out;
    if (part != NO_INDEX && r->parts[part].same) {
        model_say(m, _("This section is the same as now."));
        return;
    }
    if (part != NO_INDEX) {
        r->parts[part].wanted = r->scope != RESTORE_PARTS || !r->parts[part].wanted;
        r->scope = RESTORE_PARTS;
    } else if (restore_row_change(v, v->row)) {
        r->scope = RESTORE_CHANGE;
    } else {
        r->scope = v->row == RESTORE_ROW_WHOLE ? RESTORE_WHOLE : RESTORE_PARTS;
        if (r->scope == RESTORE_PARTS && !any_wanted(r))
            model_say(m, _("Now tick the sections that come back."));
    }
    restoring_look(r, m->lib);
}

static void step(Model *m, int direction)
{
    RestoreScreen *v = &m->restore;
    Restoring *r = v->what;
    size_t next = r->scope == RESTORE_CHANGE
                      ? review_step(&r->redline, r->block, direction)
                      : r->block;

    v->row = restore_rows(v) - 1;
    r->scope = RESTORE_CHANGE;
    if (next != NO_INDEX)
        r->block = next;
    else if (r->block != NO_INDEX)
        model_say(m, direction > 0 ? _("That was the last change.")
                                   : _("That was the first change."));
    restoring_look(r, m->lib);
}

void cmd_restore_next(Model *m, Effect *out)
{
    (void)out;
    step(m, 1);
}

void cmd_restore_previous(Model *m, Effect *out)
{
    (void)out;
    step(m, -1);
}

void cmd_restore_see(Model *m, Effect *out)
{
    const Restoring *r = m->restore.what;
    size_t block = restore_block(&m->restore);

    (void)out;
    changes_show(m, REVISION_UNSAVED, r->now.bytes, r->revision.number, r->then.bytes);
    m->changes.block = block;
    m->changes.follow = block != NO_INDEX;
}

/* -- doing ------------------------------------------------------------------------- */

const char *no_restore_do(const Model *m)
{
    const Restoring *r = m->restore.what;

    if (m->ed.read_only || m->ed.lost_lease)
        return _("it is only read here");
    if (!restoring_ready(r))
        return r->scope == RESTORE_PARTS ? _("no section is ticked yet")
                                         : _("this change cannot come back alone");
    return r->nothing ? _("it is like that already") : NULL;
}

static void ask_for(Model *m, Str after, bool unsaved, Effect *out)
{
    *out = (Effect){.type = EFFECT_RESTORE_DO,
                    .path = strbuf_view(&m->ed.path),
                    .bytes = text_view(m->ed.text),
                    .seen = strbuf_view(&m->ed.disk),
                    .after = after,
                    .on = unsaved,
                    .person = strbuf_view(&m->who),
                    .note = strbuf_view(&m->restore.note)};
    text_seal(m->ed.text);
}

void cmd_restore_do(Model *m, Effect *out)
{
    RestoreScreen *v = &m->restore;

    strbuf_clear(&v->note);
    restoring_note(v->what, &v->note);
    v->undoing = false;
    ask_for(m, v->what->bytes, v->what->unsaved, out);
}

const char *no_undo_restore(const Model *m)
{
    const RestoreScreen *v = &m->restore;

    if (v->undo_revision == 0)
        return _("nothing was restored here");
    if (m->ed.read_only || m->ed.lost_lease)
        return _("it is only read here");
    return str_eq(text_view(m->ed.text), strbuf_view(&v->undo_seen))
               ? NULL
               : _("the text was changed since; restore the revision before it");
}

void cmd_undo_restore(Model *m, Effect *out)
{
    RestoreScreen *v = &m->restore;

    strbuf_clear(&v->note);
    message_addf(&v->note, _("Back to revision %d, before a restore"),
                 v->undo_revision);
    v->undoing = true;
    ask_for(m, strbuf_view(&v->undo_bytes), false, out);
}

/* The text is what came back, as one step of undo. */
static void restored(Model *m, const Msg *msg, Effect *out)
{
    RestoreScreen *v = &m->restore;
    Editor *ed = &m->ed;
    int before = ed->revision;

    outside_take(m, msg->bytes);
    ed->kept = (Moment){0};
    if (msg->revision_count > 0) {
        strbuf_set(&ed->base, msg->bytes);
        ed->based = true;
        ed->revision = msg->revisions[0].number;
        ed->saved = msg->now;
        before = ed->revision - 1;
        derive_base(m);
    }
    strbuf_set(&v->undo_bytes, msg->before);
    strbuf_set(&v->undo_seen, msg->bytes);
    v->undo_revision = before;
    while (m->depth > 0 && (m->view == VIEW_RESTORE || m->view == VIEW_CHANGES))
        model_back(m);
    if (m->view == VIEW_RESTORE || m->view == VIEW_CHANGES)
        m->view = VIEW_WRITE;
    m->page.valid = false;
    if (m->view == VIEW_HISTORY)
        cmd_history(m, out);
    model_say(m,
              v->undoing ? _("Revision %d has the words from before. Z brings back "
                             "what was restored.")
                         : _("Restored as revision %d. Nothing is lost; Z in the "
                             "history undoes it."),
              ed->revision);
}

bool receive_restore(Model *m, const Msg *msg, Effect *out)
{
    switch (msg->type) {
    case MSG_RESTORE:
        show(m, msg->restoring);
        return true;
    case MSG_RESTORED:
        restored(m, msg, out);
        return true;
    default:
        return false;
    }
}
