/* Selecting, cutting, copying. */
#include "base/message.h"
#include "text/motion.h"
#include "text/word.h"
#include "ui/cmd.h"
#include "ui/layout.h"
#include "ui/removal.h"

/* Fills the clipboard of this program, and asks for the words without hidden marks
 * to be handed to others. */
static void fill_clip(Model *m, Str text, Effect *out)
{
    Str rest = text;

    strbuf_clear(&m->clip);
    strbuf_clear(&m->clip_words);
    strbuf_add(&m->clip, text);
    while (rest.len > 0) {
        size_t nl = str_find_byte(rest, '\n', 0);
        Str line = str_slice(rest, 0, nl == STR_NONE ? rest.len : nl + 1);
        rest = str_slice(rest, line.len, rest.len);
        if (m->ed.marks || !layout_is_mark(line))
            strbuf_add(&m->clip_words, line);
    }
    *out = (Effect){.type = EFFECT_COPY, .bytes = strbuf_view(&m->clip_words)};
}

static int words_of(const Model *m, Str text)
{
    return (int)word_count(text, m->ed.derived.valid ? m->ed.derived.doc.lang
                                                     : message_lang());
}

/* Where it went is said when it is known: MSG_COPIED. */
void cmd_copy(Model *m, Effect *out)
{
    Range r = editor_selection(&m->ed);

    if (r.start == r.end) {
        model_say(m, _("Nothing is selected. ^Q closes."));
        return;
    }
    fill_clip(m, str_range(text_view(m->ed.text), r), out);
    m->copied_words = words_of(m, strbuf_view(&m->clip_words));
}

static void cut(Model *m, Range r, Effect *out)
{
    Arena arena = {0};
    const Range *pieces = NULL;
    StrBuf text = {0};
    size_t count = removal_pieces(&m->ed, r, false, &arena, &pieces);

    removal_text(&m->ed, pieces, count, &text);
    fill_clip(m, strbuf_view(&text), out);
    m->copied_words = 0;
    editor_take_out(&m->ed, r, (Str){0});
    strbuf_deinit(&text);
    arena_deinit(&arena);
}

void cmd_cut(Model *m, Effect *out)
{
    Range r = editor_selection(&m->ed);

    if (r.start == r.end) {
        model_say(m, _("Nothing is selected. ^Q closes."));
        return;
    }
    cut(m, removal_widen(&m->ed, r), out);
    model_say(m, _("Cut. ^V puts it back, ^Z undoes."));
}

void clip_copied(Model *m, const Msg *msg)
{
    unsigned long n = (unsigned long)m->copied_words;

    if (m->copied_words == 0)
        return;
    if (msg->copied == COPIED_TERMINAL)
        model_say(m,
                  ngettext("Copied %d word, also to the terminal's clipboard if it "
                           "allows it.",
                           "Copied %d words, also to the terminal's clipboard if it "
                           "allows it.",
                           n),
                  m->copied_words);
    else if (msg->copied == COPIED_PROGRAM)
        model_say(m,
                  ngettext("Copied %d word, also to this computer's clipboard.",
                           "Copied %d words, also to this computer's clipboard.", n),
                  m->copied_words);
    else
        model_say(m,
                  ngettext("Copied %d word, for ^V here only: a terminal's clipboard "
                           "does not take so much.",
                           "Copied %d words, for ^V here only: a terminal's clipboard "
                           "does not take so many.",
                           n),
                  m->copied_words);
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
    cut(m, r, out);
}
