#include "base/message.h"
#include "text/search.h"
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

void cmd_find(Model *m, Effect *out)
{
    (void)out;
    m->find_at = m->ed.caret;
    prompt_open(m, PROMPT_FIND);
}

/* The matches in lines that are shown: what is typed over a match one cannot see
 * would take a section's mark away. */
static size_t visible_hits(const Model *m, Arena *arena, const Range **out)
{
    const Editor *ed = &m->ed;
    const Range *all = NULL;
    size_t count = 0, n = 0;
    Range line = {0};
    bool hidden = false;

    search_all(text_view(ed->text), field_view(&m->typed[PROMPT_FIND]), arena, &all,
               &count);
    Range *hits = arena_array(arena, count + 1, sizeof *hits);
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || all[i].start >= line.end) {
            line = layout_line_range(ed, layout_line_of(ed, all[i].start));
            hidden = layout_hidden(ed, line.start);
        }
        if (!hidden)
            hits[n++] = all[i];
    }
    *out = hits;
    return n;
}

void editor_find(Model *m, size_t from)
{
    Editor *ed = &m->ed;
    Arena arena = {0};
    const Range *hits = NULL;
    size_t count = visible_hits(m, &arena, &hits);

    if (count == 0) {
        ed->anchor = NO_INDEX;
        if (m->typed[PROMPT_FIND].text.len > 0)
            model_say(m, _("Not found."));
    } else {
        size_t i = 0;
        while (i < count && hits[i].start < from)
            i++;
        bool wrapped = i == count;
        if (wrapped)
            i = 0;
        ed->caret = hits[i].end;
        ed->anchor = hits[i].start;
        ed->goal = -1;
        model_say(m, wrapped ? _("%d of %d, from the top again") : _("%d of %d"),
                  (int)i + 1, (int)count);
    }
    arena_deinit(&arena);
}

void cmd_find_next(Model *m, Effect *out)
{
    if (m->typed[PROMPT_FIND].text.len == 0) {
        cmd_find(m, out);
        return;
    }
    editor_find(m, m->ed.caret);
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
