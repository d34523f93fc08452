/* Big text for a projector: only the section at hand, sixty columns wide, with one
 * finding below and who types above. No list of documents, no files, no addresses. */
#include "ui/projector.h"

#include "base/message.h"
#include "ui/cmd.h"
#include "ui/derive.h"
#include "ui/layout.h"

enum { CONTRAST = 2 }; /* its place among the values of ui.theme */

void projector_settle(Model *m)
{
    Editor *ed = &m->ed;
    const Derived *d = &ed->derived;
    size_t at = m->projector ? derived_stop_at(ed, ed->caret) : NO_INDEX;
    size_t end = text_len(ed->text) + 1; /* the last line may be empty */

    ed->only = (Range){0, 0};
    if (!m->projector || !d->valid || d->stop_count == 0)
        return;
    if (at == NO_INDEX) {
        ed->only.end = derived_offset(ed, d->stops[0].start);
    } else {
        ed->only.start = derived_offset(ed, d->stops[at].start);
        ed->only.end =
            at + 1 < d->stop_count ? derived_offset(ed, d->stops[at + 1].start) : end;
    }
    /* Whole lines, and the caret's is one of them. */
    ed->only.start = layout_line_of(ed, ed->only.start);
    if (ed->caret < ed->only.start || ed->caret >= ed->only.end)
        ed->only = (Range){0, 0};
}

void cmd_projector(Model *m, Effect *out)
{
    static const char *const themes[] = {"default", "classic", "contrast", "mono"};

    m->projector = !m->projector;
    if (m->projector) {
        m->colours_before = m->colours;
        m->colours = CONTRAST;
        model_say(m, _("Projector view. Esc B ends it."));
    } else {
        m->colours = m->colours_before;
        model_say(m, _("The whole screen again."));
    }
    if (!m->color_off)
        *out = (Effect){.type = EFFECT_COLOURS, .name = str_from(themes[m->colours])};
}

/* -- messages -----------------------------------------------------------------------
 */

static bool is_edge(char c)
{
    return c == ' ' || c == '"' || c == '\'' || c == '(' || c == ')' || c == ',' ||
           c == ';' || c == '<' || c == '>';
}

/* Where the word at `at` ends; a quoted path may have spaces in it. */
static size_t word_end(Str text, size_t at)
{
    char c = text.ptr[at];
    bool quoted =
        at > 0 && text.ptr[at - 1] == '"' && (c == '/' || c == '~' || c == '.');
    size_t end = quoted ? str_find_byte(text, '"', at) : at;

    if (quoted)
        return end == STR_NONE ? text.len : end;
    while (end < text.len && !is_edge(text.ptr[end]))
        end++;
    while (end > at + 1 && (text.ptr[end - 1] == '.' || text.ptr[end - 1] == ':'))
        end--;
    return end;
}

static bool is_path(Str word)
{
    return str_starts(word, STR("/")) || str_starts(word, STR("~/")) ||
           str_starts(word, STR("../")) || str_starts(word, STR(".git/"));
}

static bool is_address(Str word)
{
    size_t at = str_find_byte(word, '@', 0);

    return at != STR_NONE && at > 0 && str_find_byte(word, '.', at) != STR_NONE;
}

void projector_hide(Str text, StrBuf *out)
{
    for (size_t at = 0; at < text.len;) {
        bool begins = at == 0 || is_edge(text.ptr[at - 1]);
        Str word = str_slice(text, at, begins ? word_end(text, at) : at);
        if (word.len > 1 && is_path(word)) {
            while (word.len > 1 && str_ends(word, STR("/")))
                word.len--;
            strbuf_add(out, str_slice(word, str_rfind_byte(word, '/') + 1, word.len));
        } else if (is_address(word)) {
            strbuf_addz(out, "...");
        } else {
            strbuf_addc(out, text.ptr[at++]);
            continue;
        }
        at = word_end(text, at);
    }
}
