/* Pasting: what comes from outside, or was cut and copied here. */
#include "base/message.h"
#include "text/motion.h"
#include "text/word.h"
#include "ui/cmd.h"
#include "ui/layout.h"

enum { SAID_WORDS = 50 }; /* a paste of so many words is spoken of */

Str editor_line_break(Str text, size_t at)
{
    size_t start = motion_line_start(text, at), end = motion_line_end(text, at);
    bool crlf = (end < text.len && text.ptr[end] == '\r') ||
                (end == text.len && start >= 2 && text.ptr[start - 2] == '\r');

    return crlf ? STR("\r\n") : STR("\n");
}

/* A mark names one section or one question: a copy of it would be a second. */
static bool is_known_mark(const Editor *ed, Str line)
{
    Str mark = str_trim(line);

    return layout_is_mark(mark) && str_find(mark, STR("prfaq-o"), 0) == STR_NONE &&
           str_find(text_view(ed->text), mark, 0) != STR_NONE;
}

/* The lines of `text` with the line breaks of the place, without known marks. */
static void fit_lines(const Editor *ed, Str text, StrBuf *out)
{
    Str line_break = editor_line_break(text_view(ed->text), ed->caret);
    size_t at = 0;

    while (at < text.len) {
        size_t nl = str_find_byte(text, '\n', at);
        size_t end = nl == STR_NONE ? text.len : nl;
        Str line = str_slice(text, at, end);
        at = nl == STR_NONE ? text.len : nl + 1;
        if (is_known_mark(ed, line))
            continue;
        if (line.len > 0 && nl != STR_NONE && line.ptr[line.len - 1] == '\r')
            line.len--; /* cut in a text with other line ends */
        strbuf_add(out, line);
        if (nl != STR_NONE)
            strbuf_add(out, line_break);
    }
}

void editor_insert_text(Model *m, Str text)
{
    StrBuf lines = {0};

    fit_lines(&m->ed, text, &lines);
    text_group_begin(m->ed.text);
    editor_insert(m, strbuf_view(&lines));
    text_group_end(m->ed.text);
    strbuf_deinit(&lines);
}

static void say_pasted(Model *m, Str text)
{
    Lang lang = m->ed.derived.valid ? m->ed.derived.doc.lang : message_lang();
    int words = (int)word_count(text, lang);

    if (words >= SAID_WORDS)
        model_say(m,
                  ngettext("Put in %d word. ^Z takes it back.",
                           "Put in %d words. ^Z takes them back.",
                           (unsigned long)words),
                  words);
}

void editor_paste(Model *m, Str raw)
{
    StrBuf text = {0};

    key_paste_text(raw, &text);
    if (text.len == 0) {
        model_say(m, _("There is no text on the clipboard."));
    } else {
        editor_insert_text(m, strbuf_view(&text));
        say_pasted(m, strbuf_view(&text));
    }
    strbuf_deinit(&text);
}

void cmd_paste(Model *m, Effect *out)
{
    (void)out;
    if (m->clip.len == 0) {
        model_say(m, _("Nothing was copied here yet. To paste from another program, "
                       "use your terminal's own paste."));
        return;
    }
    editor_insert_text(m, strbuf_view(&m->clip));
}
