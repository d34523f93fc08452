#include "base/message.h"
#include "review/review.h"
#include "ui/page.h"

static void add_change(PageBuilder *b, const Change *c)
{
    switch (c->kind) {
    case CHANGE_SAME:
        page_add(b, STYLE_TEXT, c->text);
        break;
    case CHANGE_ADDED:
        page_addz(b, STYLE_ADDED, "{+");
        page_add(b, STYLE_ADDED, c->text);
        page_addz(b, STYLE_ADDED, "+}");
        break;
    case CHANGE_REMOVED:
        page_addz(b, STYLE_REMOVED, "[-");
        page_add(b, STYLE_REMOVED, c->text);
        page_addz(b, STYLE_REMOVED, "-]");
        break;
    }
}

static void add_changes(const RedlineBlock *block, PageBuilder *b)
{
    for (size_t i = 0; i < block->change_count; i++) {
        const Change *c = &block->changes[i];
        if (c->gap == GAP_LINE && i > 0)
            page_end(b, 0);
        else if (c->gap == GAP_SPACE && i > 0)
            page_addz(b, STYLE_TEXT, " ");
        add_change(b, c);
    }
}

static void add_moved(const Redline *r, const RedlineBlock *block, PageBuilder *b)
{
    Str where =
        block->other_part != NO_INDEX ? r->parts[block->other_part].title : (Str){0};
    StrBuf note = {0};

    message_addf(&note,
                 block->state == BLOCK_MOVED_HERE ? _("moved here from \"%.*s\"")
                                                  : _("moved to \"%.*s\""),
                 STR_ARG(where));
    page_add(b, STYLE_GUIDE, strbuf_view(&note));
    page_end(b, 0);
    strbuf_deinit(&note);
}

/* An unchanged block is shown only beside a changed one; a heading, which stands on
 * top of its section anyway, and comments never are. */
static bool shown(const Redline *r, const RedlinePart *part, size_t i)
{
    size_t first = part->first_block, end = first + part->block_count;

    if (r->blocks[i].state != BLOCK_SAME)
        return true;
    if (r->blocks[i].kind == BLOCK_HTML || r->blocks[i].kind == BLOCK_HEADING)
        return false;
    return (i > first && r->blocks[i - 1].state != BLOCK_SAME) ||
           (i + 1 < end && r->blocks[i + 1].state != BLOCK_SAME);
}

void page_add_part(PageBuilder *b, const Redline *r, const RedlinePart *part)
{
    StrBuf head = {0};

    message_addf(&head, _("%.*s   +%d -%d words"), STR_ARG(part->title), part->added,
                 part->removed);
    page_add(b, STYLE_TITLE, strbuf_view(&head));
    strbuf_deinit(&head);
    page_end(b, 0);
    bool gap = false;
    for (size_t i = part->first_block; i < part->first_block + part->block_count; i++) {
        const RedlineBlock *block = &r->blocks[i];
        if (!shown(r, part, i)) {
            gap = true;
            continue;
        }
        page_blank(b);
        if (gap) {
            page_addz(b, STYLE_GUIDE, "...");
            page_end(b, 0);
            page_blank(b);
            gap = false;
        }
        b->block = block->state != BLOCK_SAME ? i : NO_INDEX;
        bool moved =
            block->state == BLOCK_MOVED_HERE || block->state == BLOCK_MOVED_AWAY;
        if (moved && !review_goes_on(r, i))
            add_moved(r, block, b);
        add_changes(block, b);
        page_end(b, 0);
        b->block = NO_INDEX;
    }
    page_blank(b);
}

void page_build_changes(const Model *m, PageBuilder *b)
{
    page_add_redline(b, &m->changes.redline);
}

void page_add_redline(PageBuilder *b, const Redline *r)
{
    bool any = false;

    for (size_t i = 0; i < r->part_count; i++) {
        if (!r->parts[i].changed)
            continue;
        page_add_part(b, r, &r->parts[i]);
        any = true;
    }
    if (any)
        return;
    page_addz(b, STYLE_TEXT,
              r->front_matter_changed
                  ? _("Only the document details changed, no words.")
              : r->equal ? _("No words differ.")
                         : _("Only line breaks or blank lines differ, no words."));
    page_end(b, 0);
}
