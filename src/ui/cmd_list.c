/* Lists in the text: Enter goes on with them, and items are moved in and out. */
#include "base/message.h"
#include "ui/bullet.h"
#include "ui/cmd.h"
#include "ui/derive.h"
#include "ui/layout.h"
#include "ui/move.h"

static Str line_text(const Editor *ed, size_t line)
{
    return str_range(text_view(ed->text), layout_line_range(ed, line));
}

/* In code a dash is a dash. What was read may be a little older than the text. */
bool editor_in_code(const Editor *ed, size_t at)
{
    const Document *doc = &ed->derived.doc;
    size_t source = derived_source(ed, at);
    size_t low = 0, high = ed->derived.valid ? doc->block_count : 0;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (doc->blocks[middle].range.end < source)
            low = middle + 1;
        else
            high = middle;
    }
    return ed->derived.valid && low < doc->block_count &&
           doc->blocks[low].range.start <= source &&
           doc->blocks[low].kind == BLOCK_CODE;
}

bool editor_continue_list(Model *m, Str line_break)
{
    Editor *ed = &m->ed;
    size_t line = layout_line_of(ed, ed->caret);
    Str text = line_text(ed, line);
    Bullet b;

    if (!bullet_parse(text, &b) || ed->caret < line + b.content ||
        editor_in_code(ed, ed->caret))
        return false;
    if (str_is_blank(str_slice(text, b.content, text.len))) {
        editor_replace(ed, (Range){line, line + text.len}, (Str){0});
        return true; /* an item without words ends the list */
    }
    StrBuf next = {0};
    strbuf_add(&next, line_break);
    bullet_next(text, &b, &next);
    editor_insert(m, strbuf_view(&next));
    strbuf_deinit(&next);
    return true;
}

/* The lines that are moved: those of the selection, else the item of the caret with
 * what hangs below it. */
static Range wanted_lines(const Editor *ed)
{
    Range r = editor_selection(ed);

    if (r.start == r.end)
        return move_unit(ed, ed->caret);
    r.start = layout_line_of(ed, r.start);
    r.end = layout_line_range(ed, layout_line_of(ed, r.end)).end;
    return r;
}

static size_t removable(Str line, size_t width)
{
    size_t n = 0;

    while (n < width && n < line.len && line.ptr[n] == ' ')
        n++;
    return n;
}

static void shift_lines(Editor *ed, Range r, size_t width, int direction, StrBuf *out)
{
    Str text = text_view(ed->text);
    size_t at = r.start;

    while (at < r.end) {
        size_t nl = str_find_byte(text, '\n', at);
        size_t end = nl == STR_NONE || nl + 1 > r.end ? r.end : nl + 1;
        Str line = str_slice(text, at, end);
        bool shown = !str_is_blank(line) && !layout_hidden(ed, at);
        if (shown && direction > 0)
            strbuf_add_repeat(out, ' ', width);
        size_t cut = shown && direction < 0 ? removable(line, width) : 0;
        strbuf_add(out, str_slice(line, cut, line.len));
        at = end;
    }
}

static void indent(Model *m, int direction)
{
    Editor *ed = &m->ed;
    Range r = wanted_lines(ed);
    size_t line = layout_line_of(ed, r.start);
    Bullet b;

    if (r.start == r.end || !bullet_parse(line_text(ed, line), &b) || b.quote) {
        model_say(m, _("Only the items of a list are moved in and out."));
        return;
    }
    if (direction < 0 && b.indent == 0) {
        model_say(m, _("This item is as far out as it can be."));
        return;
    }
    size_t width = b.content - b.indent - (b.task ? 4 : 0);
    size_t from_end = text_len(ed->text) - ed->caret;
    StrBuf fresh = {0};
    shift_lines(ed, (Range){line, r.end}, width, direction, &fresh);
    text_group_begin(ed->text);
    editor_replace(ed, (Range){line, r.end}, strbuf_view(&fresh));
    text_group_end(ed->text);
    /* The caret stays at its words where they are in the last line. */
    size_t caret = text_len(ed->text) - from_end;
    if (from_end <= text_len(ed->text) && caret >= line && caret <= ed->caret)
        ed->caret = caret;
    strbuf_deinit(&fresh);
}

void cmd_indent(Model *m, Effect *out)
{
    (void)out;
    indent(m, 1);
}

void cmd_outdent(Model *m, Effect *out)
{
    (void)out;
    indent(m, -1);
}
