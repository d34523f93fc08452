#include "ui/paragraph.h"

#include "ui/cmd.h"
#include "ui/derive.h"
#include "ui/layout.h"

Range section_range(const Derived *d, size_t stop)
{
    size_t first = d->stop_count > 0 ? d->stops[0].start : d->doc.bytes.len;

    if (stop == NO_INDEX)
        return (Range){d->doc.start, first > d->doc.start ? first : d->doc.start};
    return (Range){d->stops[stop].start, stop + 1 < d->stop_count
                                             ? d->stops[stop + 1].start
                                             : d->doc.bytes.len};
}

static bool is_comment(Str bytes, const Block *b)
{
    return b->kind == BLOCK_HTML &&
           str_starts(str_trim(str_range(bytes, b->range)), STR("<!--"));
}

/* The words of a question stand in its line behind "Q." or "###". */
static Range question_words(const Document *doc, const Question *q)
{
    Str line = str_range(doc->bytes, q->question);
    size_t at = q->text.len > 0 ? str_find(line, q->text, 0) : STR_NONE;

    if (at == STR_NONE)
        return q->question;
    return (Range){q->question.start + at, q->question.start + at + q->text.len};
}

static Range cut(Str bytes, Range r, size_t from)
{
    if (r.start < from)
        r.start = from < r.end ? from : r.end;
    Str text = str_range(bytes, r);
    r.start += text.len - str_trim(text).len - (text.len - str_trim_end(text).len);
    r.end = r.start + str_trim(text).len;
    return r;
}

/* Words that were taken for a section by their place, or a title that was taken for the
 * headline, are their own label. */
static bool is_own_label(const Document *doc, const Part *part)
{
    return part->found == FOUND_INFERRED ||
           (part->found == FOUND_LABEL && part->kind == PART_HEADLINE &&
            str_is_blank(str_range(doc->bytes, part->body)));
}

void paragraphs_of(const Model *m, size_t stop, Arena *arena, Paragraphs *out)
{
    const Derived *d = &m->ed.derived;
    const Document *doc = &d->doc;
    Range all = section_range(d, stop);
    const Part *part = stop == NO_INDEX ? NULL : &doc->parts[d->stops[stop].part];
    size_t at = stop == NO_INDEX ? NO_INDEX : d->stops[stop].question;
    const Question *q = at == NO_INDEX ? NULL : &doc->questions[at];
    Paragraph *items = arena_array(arena, doc->block_count + 2, sizeof *items);
    bool labelled = part && !is_own_label(doc, part);
    size_t n = 0, from = all.start;

    if (labelled && part->body.start > from)
        from = part->body.start;
    for (size_t i = document_block_from(doc, all.start); i < doc->block_count; i++) {
        const Block *b = &doc->blocks[i];
        if (b->range.start >= all.end)
            break;
        if (is_comment(doc->bytes, b) && !m->ed.marks)
            continue;
        if (q && b->range.start <= q->question.start &&
            b->range.end > q->question.start) {
            items[n++] = (Paragraph){question_words(doc, q), b->kind, true};
            from =
                q->answer.start > q->question.end ? q->answer.start : q->question.end;
        }
        Range r = cut(doc->bytes, b->range, from);
        if (r.start < r.end)
            items[n++] = (Paragraph){r, b->kind, false};
    }
    *out = (Paragraphs){items, n};
}

/* -- edits ---------------------------------------------------------------- */

static void replace(Model *m, Range place, Str text)
{
    Editor *ed = &m->ed;

    text_seal(ed->text);
    ed->marking = false;
    ed->anchor = place.start;
    ed->caret = place.end;
    editor_insert_text(m, text);
    text_seal(ed->text);
}

void paragraph_write(Model *m, Range place, Str text)
{
    replace(m, place, text);
}

static size_t line_breaks(Str text, size_t from)
{
    size_t n = 0;

    for (size_t i = from; i < text.len; i++) {
        if (text.ptr[i] == '\n')
            n++;
        else if (text.ptr[i] != '\r' && text.ptr[i] != ' ' && text.ptr[i] != '\t')
            return n;
    }
    return 2; /* the end of the text wants nothing behind it */
}

static void add_at(Model *m, size_t at, const char *before, Str text)
{
    StrBuf all = {0};
    size_t behind = line_breaks(text_view(m->ed.text), at);

    strbuf_addz(&all, before);
    strbuf_add(&all, text);
    strbuf_add_repeat(&all, '\n', behind < 2 ? 2 - behind : 0);
    m->ed.anchor = NO_INDEX;
    replace(m, (Range){at, at}, strbuf_view(&all));
    strbuf_deinit(&all);
}

static bool is_item(Str text)
{
    return str_starts(text, STR("- ")) || str_starts(text, STR("* "));
}

void paragraph_add(Model *m, size_t stop, size_t after, Str text)
{
    Arena arena = {0};
    Paragraphs list = {0};

    paragraphs_of(m, stop, &arena, &list);
    size_t at = after < list.count ? after : list.count - 1;
    bool empty = list.count == 0 || list.items[at].question;
    if (!empty) {
        const Paragraph *p = &list.items[at];
        bool items = p->kind == BLOCK_ITEM && is_item(text);
        add_at(m, p->range.end, items ? "\n" : "\n\n", text);
    } else if (stop != NO_INDEX) {
        editor_go_stop(m, stop);
        add_at(m, m->ed.caret, "", text);
    } else {
        add_at(m, section_range(&m->ed.derived, stop).end, "", text);
    }
    arena_deinit(&arena);
}

static bool begins_line(Str text, size_t at)
{
    return at == 0 || text.ptr[at - 1] == '\n' || text.ptr[at - 1] == '\r';
}

/* With the blank lines behind it, where it has its lines to itself. */
void paragraph_delete(Model *m, const Paragraph *p)
{
    Str text = text_view(m->ed.text);
    Range r = p->range;
    size_t end = r.end;

    while (end < text.len && strchr(" \t\r\n", text.ptr[end]))
        end++;
    if (begins_line(text, r.start) && !p->question)
        r.end = end;
    text_seal(m->ed.text);
    editor_replace(&m->ed, r, (Str){0});
    layout_settle(&m->ed);
    text_seal(m->ed.text);
}
