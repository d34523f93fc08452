#include "review/criticmarkup.h"

#include "base/line_ends.h"

typedef struct Writer {
    Str bytes;
    size_t at; /* written so far */
    const char *line_end;
    StrBuf *out;
} Writer;

static bool has(Str s, const char *mark)
{
    return str_find(s, str_from(mark), 0) != STR_NONE;
}

static bool has_any(Str s, const char *const *marks)
{
    for (; *marks; marks++)
        if (has(s, *marks))
            return true;
    return false;
}

static bool ends_a_paragraph(Str s)
{
    Str line;

    while (str_next_line(&s, &line))
        if (s.len > 0 && str_is_blank(line))
            return true;
    return false;
}

/* Does it hold what would end a mark, or begin one? */
static bool can_be_marked(Str words)
{
    static const char *const marks[] = {"{==", "==}", "{~~", "~~}", "~>",  "{--",
                                        "--}", "{++", "++}", "{>>", "<<}", NULL};

    return words.len > 0 && !ends_a_paragraph(words) && !has_any(words, marks);
}

/* In one line; "<<}" in it becomes "< <}", which ends no mark. */
static void add_said(StrBuf *out, Str text)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        Str rest = str_slice(text, i, text.len);
        if (c == '\r')
            continue;
        strbuf_addc(out, c == '\n' ? ' ' : c);
        if (str_starts(rest, STR("<<}")) || str_starts(rest, STR("{>>")))
            strbuf_addc(out, ' ');
    }
}

static void add_notes(StrBuf *out, const CriticNote *note, bool quoted)
{
    for (size_t i = 0; i < note->said_count; i++) {
        strbuf_addz(out, "{>>");
        if (quoted && i == 0 && note->quote.len > 0) {
            strbuf_addc(out, '"');
            add_said(out, note->quote);
            strbuf_addz(out, "\" ");
        }
        add_said(out, note->said[i]);
        if (quoted && i == 0 && note->suggestion.len > 0) {
            strbuf_addz(out, " \u2192 \"");
            add_said(out, note->suggestion);
            strbuf_addc(out, '"');
        }
        strbuf_addz(out, "<<}");
    }
}

static void copy_to(Writer *w, size_t to)
{
    if (to <= w->at)
        return;
    strbuf_add(w->out, str_slice(w->bytes, w->at, to));
    w->at = to;
}

static bool begins_line(Str bytes, size_t at)
{
    return at == 0 || bytes.ptr[at - 1] == '\n';
}

/* A paragraph of its own where a line begins. */
static void add_alone(Writer *w, const CriticNote *note)
{
    copy_to(w, note->words.start);
    bool line = begins_line(w->bytes, w->at);
    bool last = w->at == w->bytes.len;

    if (last && !line)
        strbuf_addz(w->out, w->line_end);
    if (last)
        strbuf_addz(w->out, w->line_end);
    add_notes(w->out, note, true);
    if (last)
        strbuf_addz(w->out, w->line_end);
    else if (line)
        strbuf_addf(w->out, "%s%s", w->line_end, w->line_end);
    else
        strbuf_addc(w->out, ' ');
}

static void add_marked(Writer *w, const CriticNote *note)
{
    Str words = str_range(w->bytes, note->words);

    copy_to(w, note->words.start);
    if (note->suggestion.len > 0)
        strbuf_addf(w->out, "{~~%.*s~>%.*s~~}", STR_ARG(words),
                    STR_ARG(note->suggestion));
    else
        strbuf_addf(w->out, "{==%.*s==}", STR_ARG(words));
    w->at = note->words.end;
    add_notes(w->out, note, false);
}

void criticmarkup_write(Str bytes, const CriticNote *notes, size_t count, StrBuf *out)
{
    Writer w = {.bytes = bytes, .out = out};

    w.line_end = line_ends(bytes) == ENDS_CRLF ? "\r\n" : "\n";
    for (size_t i = 0; i < count; i++) {
        const CriticNote *note = &notes[i];
        if (note->words.start == note->words.end) {
            add_alone(&w, note);
            continue;
        }
        bool exact = note->words.start >= w.at && !note->edited;
        if (exact && can_be_marked(str_range(bytes, note->words)) &&
            (note->suggestion.len == 0 || can_be_marked(note->suggestion))) {
            add_marked(&w, note);
            continue;
        }
        copy_to(&w, note->words.end);
        add_notes(out, note, true);
    }
    copy_to(&w, bytes.len);
}
