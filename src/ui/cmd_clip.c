/* Selecting, cutting, copying, pasting. */
#include "base/message.h"
#include "text/motion.h"
#include "text/sentence.h"
#include "ui/cmd.h"
#include "ui/layout.h"

static bool take_selection(Model *m, Effect *out)
{
    Range r = editor_selection(&m->ed);

    if (r.start == r.end) {
        model_say(m, _("Nothing is selected. ^Q closes."));
        return false;
    }
    Str text = str_range(text_view(m->ed.text), r);
    strbuf_clear(&m->clip);
    strbuf_add(&m->clip, text);
    *out = (Effect){.type = EFFECT_COPY, .bytes = strbuf_view(&m->clip)};
    int words = (int)word_count(text, LANG_EN);
    model_say(m,
              ngettext("Copied %d word, also to the terminal's clipboard if it "
                       "allows it.",
                       "Copied %d words, also to the terminal's clipboard if it "
                       "allows it.",
                       (unsigned long)words),
              words);
    return true;
}

void cmd_copy(Model *m, Effect *out)
{
    take_selection(m, out);
}

void cmd_cut(Model *m, Effect *out)
{
    if (!take_selection(m, out))
        return;
    editor_replace(&m->ed, editor_selection(&m->ed), (Str){0});
    model_say(m, _("Cut. ^V puts it back, ^Z undoes."));
}

void cmd_paste(Model *m, Effect *out)
{
    (void)out;
    if (m->clip.len == 0) {
        model_say(m, _("Nothing was copied here yet. To paste from another program, "
                       "use your terminal's own paste."));
        return;
    }
    text_group_begin(m->ed.text);
    editor_insert(m, strbuf_view(&m->clip));
    text_group_end(m->ed.text);
}

void cmd_select(Model *m, Effect *out)
{
    Editor *ed = &m->ed;

    (void)out;
    ed->marking = !ed->marking;
    ed->anchor = ed->marking ? ed->caret : NO_INDEX;
    model_say(m, ed->marking ? _("Selecting: move to the end, then ^X or ^C.")
                             : _("Selecting ended."));
}

void cmd_select_all(Model *m, Effect *out)
{
    (void)out;
    m->ed.anchor = layout_first_line(&m->ed);
    m->ed.caret = text_len(m->ed.text);
}

/* The line of the caret; a heading with its mark below, a question with its mark
 * above, so that they keep their identity where they are pasted. */
static Range line_with_mark(const Editor *ed)
{
    Str text = text_view(ed->text);
    Range r = motion_lines_of(text, (Range){ed->caret, ed->caret});

    if (str_is_blank(str_range(text, r)))
        return r;
    if (layout_hidden_mark(ed, r.end, STR("prfaq-id:")))
        r.end = motion_lines_of(text, (Range){r.end, r.end}).end;
    size_t above = r.start > 0 ? layout_line_of(ed, r.start - 1) : r.start;
    if (above < r.start && layout_hidden_mark(ed, above, STR("prfaq-q:")))
        r.start = above;
    return r;
}

void cmd_cut_line(Model *m, Effect *out)
{
    Editor *ed = &m->ed;
    Range r = line_with_mark(ed);

    if (r.start == r.end)
        return;
    strbuf_clear(&m->clip);
    strbuf_add(&m->clip, str_range(text_view(ed->text), r));
    *out = (Effect){.type = EFFECT_COPY, .bytes = strbuf_view(&m->clip)};
    editor_replace(ed, r, (Str){0});
}
