/* What a question is about: words of a review that were picked, or, while one writes,
 * what is selected, or the sentence, paragraph or section at the caret. */
#include "review/anchor.h"
#include "text/sentence.h"
#include "ui/ask.h"
#include "ui/cmd.h"
#include "ui/derive.h"
#include "ui/reviewing.h"

const Document *ask_document(const Model *m)
{
    return m->view == VIEW_WRITE ? &m->ed.derived.doc : &m->review.review->after.doc;
}

/* -- words and parts --------------------------------------------------------------- */

static void set_part(Model *m, size_t at)
{
    const Document *doc = ask_document(m);
    size_t part = document_part_at(doc, at);

    if (part == NO_INDEX)
        return;
    const Part *p = &doc->parts[part];
    strbuf_set(&ask_box(m)->part,
               p->id.len ? p->id : str_from(part_kind_name(p->kind)));
}

/* A suggestion that still has the words it replaces gets the new ones. */
static void set_quote(Model *m, Range place)
{
    AskBox *box = ask_box(m);
    bool as_it_was = str_eq(field_view(&box->wording), strbuf_view(&box->quote));

    box->place = place;
    strbuf_set(&box->quote, str_range(ask_document(m)->bytes, place));
    strbuf_clear(&box->part);
    if (box->kind == THREAD_SUGGESTION && as_it_was)
        field_set(&box->wording, strbuf_view(&box->quote));
}

void ask_about(Model *m, Range place)
{
    const Review *r = m->review.review;

    set_quote(m, place);
    if (place.start < place.end) {
        set_part(m, place.start);
        return;
    }
    if (m->view == VIEW_WRITE)
        return;
    size_t part = review_part_at(&r->redline, m->review.block);
    if (m->review.block != NO_INDEX && part != NO_INDEX &&
        r->redline.parts[part].new_part != NO_INDEX)
        set_part(m, r->after.doc.parts[r->redline.parts[part].new_part].range.start);
}

void ask_find_again(Model *m)
{
    AskBox *box = &m->review.boxes[BOX_ASK];
    const Document *doc = ask_document(m);
    Range all = {0, doc->bytes.len}, found;
    Arena arena = {0};

    box->place = (Range){0, 0};
    if (box->quote.len > 0 && anchor_search(anchor_text(doc, &arena),
                                            strbuf_view(&box->quote), all, &found) == 1)
        box->place = found;
    arena_deinit(&arena);
}

/* -- while one writes -------------------------------------------------------------- */

/* Does a mark of a list or a quotation stand there? Its length. */
static size_t marker_length(Str line)
{
    size_t i = 0;

    while (i < line.len && line.ptr[i] >= '0' && line.ptr[i] <= '9')
        i++;
    bool digits = i > 0;
    if (i >= line.len)
        return 0;
    bool mark = digits ? line.ptr[i] == '.' || line.ptr[i] == ')'
                       : line.ptr[i] == '-' || line.ptr[i] == '+' ||
                             line.ptr[i] == '*' || line.ptr[i] == '>';
    if (!mark || i + 1 >= line.len || line.ptr[i + 1] != ' ')
        return 0;
    return i + 2;
}

/* The words of the paragraph at the caret, without the mark of a list before them;
 * empty: there is none. */
static Range paragraph_at_caret(const Model *m)
{
    const Document *doc = ask_document(m);
    size_t at = document_block_at(doc, m->ed.caret);

    if (at == NO_INDEX)
        return (Range){0, 0};
    const Block *b = &doc->blocks[at];
    if (b->kind == BLOCK_HEADING || b->kind == BLOCK_HTML || b->kind == BLOCK_RULE)
        return (Range){0, 0};
    Range r = b->range;
    for (;;) {
        while (r.start < r.end && doc->bytes.ptr[r.start] == ' ')
            r.start++;
        size_t mark = marker_length(str_range(doc->bytes, r));
        if (mark == 0)
            return r;
        r.start += mark;
    }
}

/* The sentence there; behind the last one of a paragraph it is that. */
static Range sentence_at_caret(const Model *m)
{
    const Document *doc = ask_document(m);
    Range all = paragraph_at_caret(m), sentence, found = {0, 0};
    size_t from = all.start;

    while (
        sentence_next(str_slice(doc->bytes, 0, all.end), doc->lang, &from, &sentence)) {
        if (found.start < found.end && sentence.start > m->ed.caret)
            break;
        found = sentence;
    }
    return found;
}

static Range span_range(const Model *m, AskSpan span)
{
    switch (span) {
    case SPAN_SELECTED:
        return editor_selection(&m->ed);
    case SPAN_SENTENCE:
        return sentence_at_caret(m);
    case SPAN_PARAGRAPH:
        return paragraph_at_caret(m);
    case SPAN_SECTION:
    case SPAN_DOCUMENT:
    case SPAN_COUNT:
        break;
    }
    return (Range){0, 0};
}

bool ask_span_is_there(const Model *m, AskSpan span)
{
    Range r = span_range(m, span);

    if (span == SPAN_DOCUMENT)
        return true;
    if (span == SPAN_SECTION)
        return document_part_at(ask_document(m), m->ed.caret) != NO_INDEX;
    return r.start < r.end;
}

void ask_about_span(Model *m, AskSpan span)
{
    ask_box(m)->span = span;
    ask_about(m, span_range(m, span));
    if (span == SPAN_SECTION)
        set_part(m, m->ed.caret);
}

void ask_about_here(Model *m)
{
    AskSpan span = SPAN_SELECTED;

    while (!ask_span_is_there(m, span))
        span++;
    ask_about_span(m, span);
}

void ask_span_step(Model *m, int step)
{
    AskSpan span = ask_box(m)->span;

    do
        span = (AskSpan)(((int)span + step + SPAN_COUNT) % SPAN_COUNT);
    while (!ask_span_is_there(m, span));
    ask_about_span(m, span);
}

Range ask_shown(const Model *m)
{
    const AskBox *box = &m->review.boxes[m->review.box];

    if (m->prompt.type != PROMPT_ASK || m->view != VIEW_WRITE || box->replies)
        return editor_selection(&m->ed);
    if (box->span == SPAN_SECTION) {
        size_t part = document_part_at(ask_document(m), m->ed.caret);
        return part == NO_INDEX ? box->place : ask_document(m)->parts[part].range;
    }
    return box->place;
}
