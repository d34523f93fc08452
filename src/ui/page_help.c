#include "base/message.h"
#include "base/unicode.h"
#include "ui/command.h"
#include "ui/derive.h"
#include "ui/keymap.h"
#include "ui/page.h"

static void heading(PageBuilder *b, const char *text)
{
    page_addz(b, STYLE_TITLE, text);
    page_end(b, 0);
}

/* An example keeps its lines: a question and its answer are two. */
static void example(PageBuilder *b, Str text)
{
    Str line;

    while (str_next_line(&text, &line)) {
        if (str_is_blank(line))
            continue;
        page_addz(b, STYLE_TEXT, "  ");
        page_add(b, STYLE_EMPHASIS, line);
        page_end(b, 2);
    }
}

static void bullets(PageBuilder *b, StrList list, bool numbered)
{
    for (size_t i = 0; i < list.count; i++) {
        StrBuf mark = {0};
        if (numbered)
            strbuf_addf(&mark, "  %zu. ", i + 1);
        else
            strbuf_addz(&mark, "  - ");
        page_add(b, STYLE_KEY, strbuf_view(&mark));
        page_add(b, STYLE_TEXT, list.items[i]);
        page_end(b, (int)mark.len);
        strbuf_deinit(&mark);
    }
}

void page_build_guide(const PartSpec *spec, PageBuilder *b)
{
    page_add(b, STYLE_TEXT, spec->purpose);
    page_end(b, 0);
    page_blank(b);
    heading(b, _("Ask yourself"));
    bullets(b, spec->questions, true);
    page_blank(b);
    heading(b, _("A good one"));
    example(b, spec->good_example);
    page_blank(b);
    heading(b, _("A bad one"));
    example(b, spec->bad_example);
    page_addz(b, STYLE_TEXT, "  ");
    page_add(b, STYLE_TEXT, spec->bad_reason);
    page_end(b, 2);
    page_blank(b);
    heading(b, _("Common mistakes"));
    bullets(b, spec->mistakes, false);
    page_blank(b);
}

static View view_behind(const Model *m)
{
    return m->depth > 0 ? m->back[m->depth - 1] : VIEW_HOME;
}

static void key_row(PageBuilder *b, Str keys, const char *what)
{
    enum { KEYS_WIDE = 24 };
    StrBuf cell = {0};

    strbuf_addz(&cell, "  ");
    strbuf_add(&cell, keys);
    int wide = unicode_width(strbuf_view(&cell));
    strbuf_add_repeat(&cell, ' ', wide < KEYS_WIDE ? (size_t)(KEYS_WIDE - wide) : 0);
    strbuf_addc(&cell, ' ');
    page_add(b, STYLE_KEY, strbuf_view(&cell));
    page_addz(b, STYLE_TEXT, what);
    page_end(b, KEYS_WIDE + 1);
    strbuf_deinit(&cell);
}

static void group_keys(const Model *m, View view, CommandGroup group, PageBuilder *b)
{
    bool titled = false;

    for (int id = CMD_NONE + 1; id < CMD_COUNT; id++) {
        const Command *c = command_get((CommandId)id);
        if (!c || c->group != group || !(c->where & IN(view)))
            continue;
        StrBuf keys = {0};
        keymap_all_names(m->keys, view, c->id, &keys);
        if (keys.len == 0)
            keymap_key_name(m->keys, view, CMD_PALETTE, &keys);
        if (!titled)
            heading(b, command_group_title(group));
        titled = true;
        key_row(b, strbuf_view(&keys), _(c->title));
        strbuf_deinit(&keys);
    }
    if (titled)
        page_blank(b);
}

static void moving_keys(View view, PageBuilder *b)
{
    heading(b, _("Moving"));
    if (view == VIEW_WRITE) {
        key_row(b, str_from(_("Arrows, PgUp, PgDn")), _("move; with Shift select"));
        key_row(b, str_from(_("Ctrl and arrows")), _("move by words"));
        key_row(b, str_from(_("Home, End")),
                _("ends of the row; with Ctrl of the document"));
    } else {
        key_row(b, STR("j k"), _("up and down, as the arrows"));
        key_row(b, str_from(_("Space")), _("a page on"));
        key_row(b, STR("g G"), _("first and last"));
    }
    page_blank(b);
}

void page_build_help(const Model *m, PageBuilder *b)
{
    View view = view_behind(m);
    const Part *part =
        m->ed.open && view == VIEW_WRITE ? derived_part_at(&m->ed, m->ed.caret) : NULL;

    if (part && part->spec) {
        StrBuf title = {0};
        message_addf(&title, _("This section: %.*s"), STR_ARG(part->title));
        heading(b, strbuf_cstr(&title));
        strbuf_deinit(&title);
        page_build_guide(part->spec, b);
    }
    for (int group = 0; group < GROUP_COUNT; group++)
        group_keys(m, view, (CommandGroup)group, b);
    moving_keys(view, b);
    page_addz(
        b, STYLE_TEXT,
        _("Esc and then a letter does what the menu says for that letter; Alt and "
          "the letter does the same where Alt works. To select words with the "
          "mouse for your terminal, hold Shift (Option on a Mac) while dragging."));
    page_end(b, 0);
}
