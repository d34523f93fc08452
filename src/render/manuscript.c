#include "render/manuscript.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Bytes of the file that give way to other words. */
typedef struct Edit {
    Range range;
    Str text;
} Edit;

typedef struct Editor {
    const Document *doc;
    ManuscriptUse use;
    Arena *arena;
    Edit *edits;
    size_t count, cap;
} Editor;

static void edit_add(Editor *e, Range range, Str text)
{
    e->edits = arena_grow(e->arena, e->edits, e->count, &e->cap, sizeof *e->edits);
    e->edits[e->count++] = (Edit){range, text};
}

static bool line_ends_at(Str s, size_t at)
{
    return at >= s.len || s.ptr[at] == '\n' || s.ptr[at] == '\r';
}

static size_t line_start(const Document *doc, size_t at)
{
    while (at > doc->start && !line_ends_at(doc->bytes, at - 1))
        at--;
    return at;
}

/* After the line break of the line that holds `at`. */
static size_t next_line(Str s, size_t at)
{
    while (!line_ends_at(s, at))
        at++;
    if (at + 1 < s.len && s.ptr[at] == '\r' && s.ptr[at + 1] == '\n')
        at++;
    return at < s.len ? at + 1 : at;
}

static bool blank_at(Str s, size_t at)
{
    return at < s.len && str_is_blank(str_slice(s, at, next_line(s, at)));
}

/* Widen a range to its lines when nothing else stands on them. */
static Range take_lines(const Document *doc, Range r)
{
    Str s = doc->bytes;
    size_t start = line_start(doc, r.start), end = next_line(s, r.end);

    if (!str_is_blank(str_slice(s, start, r.start)) ||
        !str_is_blank(str_slice(s, r.end, end)))
        return r;
    return (Range){start, end};
}

static void drop_lines(Editor *e, Range r)
{
    if (r.end <= r.start)
        return;
    edit_add(e, e->use == MANUSCRIPT_HAND ? take_lines(e->doc, r) : r, STR(""));
}

/* The first block of a part that a reader sees, or NULL. */
static const Block *first_words(const Document *doc, const Part *part)
{
    for (size_t i = 0; i < part->block_count; i++) {
        const Block *block = &doc->blocks[part->first_block + i];
        bool label = block->range.end <= part->label.end;
        if (block->kind != BLOCK_HTML && !label)
            return block;
    }
    return NULL;
}

bool manuscript_label_is_headline(const Document *doc, const Part *part)
{
    return part && part->kind == PART_HEADLINE && part->found == FOUND_INFERRED &&
           part->label.end > part->label.start && !first_words(doc, part);
}

const Part *manuscript_headline(const Document *doc)
{
    for (size_t i = 0; i < doc->part_count; i++) {
        const Part *part = &doc->parts[i];
        if (part->kind != PART_HEADLINE)
            continue;
        return first_words(doc, part) || manuscript_label_is_headline(doc, part) ? part
                                                                                 : NULL;
    }
    return NULL;
}

/* The working title stands before the first part; the headline takes its place. */
static void drop_title(Editor *e)
{
    const Part *headline = manuscript_headline(e->doc);

    if (!headline)
        return;
    for (size_t i = 0; i < e->doc->block_count; i++) {
        const Block *block = &e->doc->blocks[i];
        if (block->part != NO_INDEX || block->range.start >= headline->range.start)
            return;
        if (block->kind == BLOCK_HEADING && block->level == 1) {
            drop_lines(e, block->range);
            return;
        }
    }
}

static void drop_labels(Editor *e)
{
    for (size_t i = 0; i < e->doc->part_count; i++) {
        const Part *part = &e->doc->parts[i];
        if (part->region == REGION_PR && !manuscript_label_is_headline(e->doc, part))
            drop_lines(e, part->label);
    }
}

/* Where the words of a line begin, after list, quote and heading marks. */
typedef struct LineHead {
    size_t marks; /* first byte after the marks of blocks */
    size_t words; /* first byte after the marks of emphasis, too */
    bool ordered; /* a numbered list gives the number already */
} LineHead;

static size_t skip_number(Str s, size_t at)
{
    size_t i = at;

    while (i < s.len && i < at + 9 && s.ptr[i] >= '0' && s.ptr[i] <= '9')
        i++;
    bool mark = i > at && i < s.len && (s.ptr[i] == '.' || s.ptr[i] == ')');
    return mark && i + 1 < s.len && s.ptr[i + 1] == ' ' ? i + 1 : at;
}

static LineHead line_head(Str s, size_t at)
{
    LineHead head = {0};

    for (bool more = true; more && at < s.len;) {
        bool bullet = memchr("-+*", s.ptr[at], 3) && at + 1 < s.len &&
                      (s.ptr[at + 1] == ' ' || s.ptr[at + 1] == '\t');
        size_t number = skip_number(s, at);
        if (number > at)
            at = number, head.ordered = true;
        else if (bullet || memchr(" \t>", s.ptr[at], 3))
            at++;
        else
            more = false;
    }
    while (at < s.len && s.ptr[at] == '#')
        at++;
    while (at < s.len && s.ptr[at] == ' ')
        at++;
    head.marks = at;
    while (at < s.len && memchr("*_", s.ptr[at], 2))
        at++;
    head.words = at;
    return head;
}

/* End of "Q.", "Q14:", "Question 3.", "질문.", "14." at `at`, or `at`. */
static size_t question_mark_end(Str s, size_t at)
{
    static const char *const words[] = {"Question", "질문", "물음", "문",
                                        "Q",        "P",    "F",    "問"};
    static const char *const stops[] = {".", ":", ")", "：", "．", "。"};
    size_t i = at;

    for (size_t w = 0; w < sizeof words / sizeof *words && i == at; w++) {
        Str word = str_from(words[w]);
        if (str_eq_nocase(str_slice(s, at, at + word.len), word))
            i = at + word.len;
    }
    while (i < s.len && s.ptr[i] == ' ')
        i++;
    while (i < s.len && s.ptr[i] >= '0' && s.ptr[i] <= '9')
        i++;
    for (size_t p = 0; i > at && p < sizeof stops / sizeof *stops; p++)
        if (str_starts(str_slice(s, i, s.len), str_from(stops[p])))
            return i + strlen(stops[p]);
    return at;
}

/* The bytes of the writer's own "Q." with the emphasis that is only its own:
 * "**Q1.** What" loses the stars, "**Q1. What?**" keeps them. */
static Range question_mark(const Document *doc, const Question *q, LineHead head)
{
    Str s = str_slice(doc->bytes, 0, q->question.end);
    size_t end = question_mark_end(s, head.words);
    size_t opened = head.words - head.marks, start = head.words;

    if (end == head.words || str_starts(q->text, str_slice(s, head.words, end)))
        return (Range){head.words, head.words};
    Str closed = str_slice(s, end, end + opened);
    if (opened && str_eq(closed, str_slice(s, head.marks, head.words))) {
        start = head.marks;
        end += opened;
    }
    while (end < s.len && (s.ptr[end] == ' ' || s.ptr[end] == '\t'))
        end++;
    return (Range){start, end};
}

/* A line break and an empty line inside the containers of the question. */
static Str paragraph_break(Editor *e, size_t line, size_t head)
{
    StrBuf b = {0};
    Str s = str_slice(e->doc->bytes, line, head);

    for (int round = 0; round < 2; round++) {
        strbuf_addc(&b, '\n');
        for (size_t i = 0; i < s.len; i++)
            strbuf_addc(&b, s.ptr[i] == '>' ? '>' : ' ');
    }
    Str out = arena_str(e->arena, strbuf_view(&b));
    strbuf_deinit(&b);
    return out;
}

enum { ANSWER_MARK_MAX = 24 };

/* Set the answer apart from its question and drop its "A.". */
static void edit_answer(Editor *e, const Question *q, size_t line, LineHead head)
{
    Str s = e->doc->bytes;
    size_t at = q->answer.start;

    if (at <= q->question.start || at > s.len)
        return;
    size_t own_line = line_start(e->doc, at);
    if (own_line <= line) {
        edit_add(e, (Range){at, at}, paragraph_break(e, line, head.marks));
        return;
    }
    size_t words = line_head(s, own_line).marks;
    bool apart = blank_at(s, line_start(e->doc, own_line - 1));
    if (words > at || at - words > ANSWER_MARK_MAX)
        words = at;
    if (!apart)
        edit_add(e, (Range){own_line, own_line}, STR("\n"));
    if (words < at)
        edit_add(e, (Range){words, at}, STR(""));
}

static void edit_questions(Editor *e)
{
    for (size_t i = 0; i < e->doc->question_count; i++) {
        const Question *q = &e->doc->questions[i];
        size_t line = line_start(e->doc, q->question.start);
        LineHead head = line_head(e->doc->bytes, line);
        if (head.words >= q->question.end)
            continue;
        Range mark = question_mark(e->doc, q, head);
        if (e->use == MANUSCRIPT_HAND) {
            Str number = arena_printf(e->arena, "Q%d. ", q->number);
            if (mark.start == head.marks && head.words > head.marks)
                mark.start = mark.end;
            edit_add(e, mark, head.ordered ? STR("") : number);
            continue;
        }
        if (mark.end > mark.start)
            edit_add(e, mark, STR(""));
        edit_answer(e, q, line, head);
    }
}

/* End of the code span that opens at `at`, or the end of its backticks. */
static size_t skip_code(Str s, size_t at)
{
    size_t run = at;

    while (run < s.len && s.ptr[run] == '`')
        run++;
    size_t close = str_find(s, str_slice(s, at, run), run);
    return close == STR_NONE ? run : close + (run - at);
}

static void drop_comments_of(Editor *e, const Block *block)
{
    Str s = str_slice(e->doc->bytes, 0, block->range.end);

    for (size_t at = block->range.start; at < s.len;) {
        if (s.ptr[at] == '`' && block->kind != BLOCK_HTML) {
            at = skip_code(s, at);
        } else if (str_starts(str_slice(s, at, s.len), STR("<!--"))) {
            size_t end = str_find(s, STR("-->"), at + 4);
            end = end == STR_NONE ? s.len : end + 3;
            drop_lines(e, (Range){at, end});
            at = end;
        } else {
            at++;
        }
    }
}

static void drop_comments(Editor *e)
{
    for (size_t i = 0; i < e->doc->block_count; i++) {
        const Block *block = &e->doc->blocks[i];
        if (block->kind != BLOCK_CODE && block->kind != BLOCK_RULE)
            drop_comments_of(e, block);
    }
}

/* The headline of a release handed on without labels is its title. */
static void mark_headline(Editor *e)
{
    const Part *part = manuscript_headline(e->doc);
    const Block *block = part ? first_words(e->doc, part) : NULL;

    if (!block || block->kind != BLOCK_PARAGRAPH ||
        str_find_byte(str_range(e->doc->bytes, block->range), '\n', 0) != STR_NONE)
        return;
    edit_add(e, (Range){block->range.start, block->range.start}, STR("# "));
}

static int edit_cmp(const void *a, const void *b)
{
    const Edit *x = a, *y = b;

    if (x->range.start != y->range.start)
        return x->range.start < y->range.start ? -1 : 1;
    return (x->range.end > y->range.end) - (x->range.end < y->range.end);
}

typedef struct Setter {
    Arena *arena;
    StrBuf text;
    ManuscriptLine *lines;
    size_t count, cap;
} Setter;

/* The text stands at the start of a line that comes from `offset`. */
static void note_line(Setter *t, size_t offset)
{
    if (t->text.len > 0 && t->text.ptr[t->text.len - 1] != '\n')
        return;
    t->lines = arena_grow(t->arena, t->lines, t->count, &t->cap, sizeof *t->lines);
    t->lines[t->count++] = (ManuscriptLine){offset, NO_INDEX};
}

/* Copy file bytes; every kind of line end becomes LF, as for cmark. */
static void set_source(Setter *t, Str bytes, Range r)
{
    while (r.start < r.end) {
        size_t end = r.start, next;
        while (end < r.end && !line_ends_at(bytes, end))
            end++;
        next = next_line(bytes, end);
        note_line(t, r.start);
        strbuf_add(&t->text, str_slice(bytes, r.start, end));
        if (end < r.end)
            strbuf_addc(&t->text, '\n');
        r.start = next < r.end ? next : r.end;
    }
}

static void set_words(Setter *t, Str text, size_t offset)
{
    for (size_t i = 0; i < text.len; i++) {
        note_line(t, offset);
        strbuf_addc(&t->text, text.ptr[i]);
    }
}

/* Where something was taken out, the blank lines around it are one. */
static size_t skip_blank(const Setter *t, const Editor *e, size_t at)
{
    Str set = strbuf_view(&t->text);

    if (e->use == MANUSCRIPT_HAND && (set.len == 0 || str_ends(set, STR("\n\n"))))
        while (blank_at(e->doc->bytes, at))
            at = next_line(e->doc->bytes, at);
    return at;
}

static void set_edits(Setter *t, const Editor *e)
{
    size_t at = skip_blank(t, e, e->doc->start);

    for (size_t i = 0; i < e->count; i++) {
        const Edit *edit = &e->edits[i];
        if (edit->range.start < at)
            continue;
        set_source(t, e->doc->bytes, (Range){at, edit->range.start});
        at = edit->range.end;
        set_words(t, edit->text, at);
        if (edit->text.len == 0)
            at = skip_blank(t, e, at);
    }
    set_source(t, e->doc->bytes, (Range){at, e->doc->bytes.len});
    if (t->text.len && t->text.ptr[t->text.len - 1] != '\n')
        strbuf_addc(&t->text, '\n');
}

static void note_questions(const Document *doc, ManuscriptLine *lines, size_t count)
{
    size_t line = 0;

    for (size_t i = 0; i < doc->question_count; i++) {
        size_t start = doc->questions[i].question.start;
        while (line + 1 < count && lines[line + 1].offset <= start)
            line++;
        if (count)
            lines[line].question = i;
    }
}

void manuscript_make(const Document *doc, ManuscriptUse use, bool headings,
                     Arena *arena, Manuscript *out)
{
    Editor e = {.doc = doc, .use = use, .arena = arena};
    Setter t = {.arena = arena};

    drop_title(&e);
    if (!headings)
        drop_labels(&e);
    if (use == MANUSCRIPT_HAND) {
        drop_comments(&e);
        if (!headings)
            mark_headline(&e);
    }
    edit_questions(&e);
    if (e.count)
        qsort(e.edits, e.count, sizeof *e.edits, edit_cmp);
    set_edits(&t, &e);
    note_questions(doc, t.lines, t.count);
    out->text = arena_str(arena, strbuf_view(&t.text));
    out->lines = t.lines;
    out->line_count = t.count;
    strbuf_deinit(&t.text);
}
