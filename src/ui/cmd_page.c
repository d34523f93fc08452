/* How the text stands in the window: its width, the row of the caret; a line by its
 * number; a section in another editor. */
#include "base/message.h"
#include "text/motion.h"
#include "ui/cmd.h"
#include "ui/derive.h"
#include "ui/layout.h"

/* One after the other; 0 is the whole window. */
void cmd_width(Model *m, Effect *out)
{
    static const int widths[] = {60, 72, 80, 100, 0};
    size_t count = sizeof widths / sizeof *widths, at = 0;

    (void)out;
    while (at + 1 < count && widths[at] != m->text_most)
        at++;
    m->text_most = widths[(at + 1) % count];
    if (m->text_most > 0)
        model_say(
            m, _("At most %d columns of text. For good: prfaq config set ui.wrap %d"),
            m->text_most, m->text_most);
    else
        model_say(m, _("Text as wide as the window. For good: prfaq config set ui.wrap "
                       "window"));
}

void cmd_typewriter(Model *m, Effect *out)
{
    (void)out;
    m->typewriter = !m->typewriter;
    model_say(m, m->typewriter ? _("The row you write stays in the middle.")
                               : _("The row you write goes up and down again."));
}

void cmd_go_line(Model *m, Effect *out)
{
    (void)out;
    prompt_open(m, PROMPT_LINE);
    m->typed[PROMPT_LINE].fresh = true;
}

void go_line_key(Model *m, const Key *key)
{
    int number = 0;
    size_t at = 0;
    Str text = text_view(m->ed.text);

    if (key->code != KEYCODE_ENTER) {
        field_key(&m->typed[PROMPT_LINE], key);
        return;
    }
    if (!str_to_int(str_trim(field_view(&m->typed[PROMPT_LINE])), &number) ||
        number < 1) {
        model_say(m, _("Type the number of a line, such as 12."));
        return;
    }
    for (int line = 1; line < number; line++) {
        size_t nl = str_find_byte(text, '\n', at);
        if (nl == STR_NONE)
            break;
        at = nl + 1;
    }
    prompt_close(m);
    editor_move(&m->ed, at, false);
}

/* The section of the caret; without one the text behind the front matter. */
static Range section_range(const Editor *ed)
{
    const Part *part = derived_part_at(ed, ed->caret);

    return part ? part->range
                : (Range){ed->derived.doc.start, ed->derived.doc.bytes.len};
}

void cmd_editor(Model *m, Effect *out)
{
    Editor *ed = &m->ed;

    if (derive_needed(m))
        derive(m);
    m->edited = section_range(ed);
    *out = (Effect){.type = EFFECT_EDITOR,
                    .bytes = str_range(ed->derived.doc.bytes, m->edited)};
}

/* What came back takes the place of what went out, as one step of undo. */
void editor_edited(Model *m, const Msg *msg)
{
    Editor *ed = &m->ed;
    Str old = str_range(text_view(ed->text), m->edited);
    Range words = {m->edited.start, m->edited.start + str_trim_end(old).len};
    Str new = str_trim_end(msg->bytes);

    /* The blank lines before the next section stay: editors end a file as they like. */
    if (str_eq(str_trim_end(old), new)) {
        model_say(m, _("Nothing was changed in the editor."));
        return;
    }
    text_group_begin(ed->text);
    editor_replace(ed, words, new);
    text_group_end(ed->text);
    ed->caret = words.start;
    layout_settle(ed);
    derive(m);
    model_say(m, _("Your editor's words are here now. ^Z takes them back."));
}
