#include "base/message.h"
#include "ui/cmd.h"
#include "ui/derive.h"
#include "ui/layout.h"
#include "ui/prompt.h"

void editor_go_stop(Model *m, size_t stop)
{
    Editor *ed = &m->ed;
    const Derived *d = &ed->derived;

    if (stop >= d->stop_count)
        return;
    const Stop *s = &d->stops[stop];
    editor_move(ed, derived_offset(ed, s->caret), false);
    /* Show the section from its heading on, where it fits. */
    size_t top = layout_line_of(ed, derived_offset(ed, s->start));
    ed->top = layout_visible(ed, top, true);
    ed->top = layout_line_of(ed, ed->top);
    ed->top_row = 0;
}

static bool has_sections(Model *m)
{
    if (m->ed.derived.valid && m->ed.derived.stop_count > 0)
        return true;
    model_say(m, _("No sections were recognised in this document. A section starts "
                   "with a heading, such as \"## Problem\"."));
    return false;
}

/* Round and round: behind the last section comes the first. */
static void go_section(Model *m, int direction)
{
    if (derive_needed(m))
        derive(m);
    if (!has_sections(m))
        return;
    size_t at = derived_stop_at(&m->ed, m->ed.caret);
    size_t last = m->ed.derived.stop_count - 1;
    if (direction > 0 && at == last) {
        model_say(m, _("That was the last section: back at the first."));
        editor_go_stop(m, 0);
    } else if (direction < 0 && (at == NO_INDEX || at == 0)) {
        model_say(m, _("That was the first section: on to the last."));
        editor_go_stop(m, last);
    } else {
        editor_go_stop(m, at == NO_INDEX ? 0 : direction > 0 ? at + 1 : at - 1);
    }
}

void cmd_next_section(Model *m, Effect *out)
{
    (void)out;
    go_section(m, 1);
}

void cmd_previous_section(Model *m, Effect *out)
{
    (void)out;
    go_section(m, -1);
}

void cmd_sections(Model *m, Effect *out)
{
    (void)out;
    if (derive_needed(m))
        derive(m);
    if (!has_sections(m))
        return;
    prompt_open(m, PROMPT_SECTIONS);
    field_set(&m->typed[PROMPT_SECTIONS], (Str){0});
    size_t at = derived_stop_at(&m->ed, m->ed.caret);
    m->prompt.selected = at == NO_INDEX || at >= PROMPT_ITEMS_MAX ? 0 : at;
}

static bool changed_block(const RedlineBlock *b)
{
    return b->state != BLOCK_SAME;
}

/* Blocks are counted through all parts; rows are found when they are drawn, so
 * the view scrolls by the row of the block. */
static void go_change(Model *m, int direction)
{
    ChangesView *c = &m->changes;
    int at = c->block == NO_INDEX ? -1 : (int)c->block;

    for (int i = at + direction; i >= 0 && i < (int)c->redline.block_count;
         i += direction) {
        if (changed_block(&c->redline.blocks[i])) {
            c->block = (size_t)i;
            c->follow = true;
            return;
        }
    }
    model_say(m, direction > 0 ? _("That was the last change.")
                               : _("That was the first change."));
}

void cmd_next_change(Model *m, Effect *out)
{
    (void)out;
    go_change(m, 1);
}

void cmd_previous_change(Model *m, Effect *out)
{
    (void)out;
    go_change(m, -1);
}
