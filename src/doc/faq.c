#include "doc/faq.h"

#include "base/unicode.h"
#include "base/utf8.h"
#include "doc/line.h"
#include "doc/mark.h"

/* How a question is written. Earlier ones win a tie. */
typedef enum Notation {
    NOTATION_HEADING,                     /* "### Why?", one row for each level */
    NOTATION_MARK = NOTATION_HEADING + 7, /* "**Q. Why?**", "Q: Why?" */
    NOTATION_BOLD,                        /* "**Why?**" */
    NOTATION_ITEM,                        /* "1. **Why?**" */
    NOTATION_QUOTE,                       /* "> Why?" with the answer below */
    NOTATION_NONE,
} Notation;

/* A block that may be a question. */
typedef struct Candidate {
    Notation notation;
    Range words;    /* without its marks */
    Range question; /* with them */
    size_t after;   /* where an answer on the same line begins */
    bool numbered;  /* "3. …" stands before the words */
    bool asks;      /* it has a question mark or a "Q." */
} Candidate;

typedef struct Faq {
    DocumentReader *r;
    size_t part;
    Notation winner;
    bool numbers; /* most headings that ask are numbered: all of them ask */
} Faq;

static Str bytes_of(const Faq *f, Range r)
{
    return str_range(f->r->doc->bytes, r);
}

/* -- what a block says ---------------------------------------------------- */

static Range text_range(const BlockText *text)
{
    return (Range){text->lines[0].start, text->lines[text->count - 1].end};
}

/* The words without number and "Q."; says whether they ask. */
static void read_words(const Faq *f, Range words, Candidate *c)
{
    Str s = bytes_of(f, words);
    size_t marks = 0;

    while (marks < s.len && (s.ptr[marks] == '*' || s.ptr[marks] == '_'))
        marks++;
    words.start += marks;
    size_t number = mark_number(bytes_of(f, words));
    size_t question = mark_question(str_slice(bytes_of(f, words), number, s.len));
    c->numbered = number > 0;
    c->asks = question > 0 || mark_asks(s);
    words.start += number + question;
    while (words.start < words.end &&
           (f->r->doc->bytes.ptr[words.start] == '*' ||
            line_is_space(f->r->doc->bytes.ptr[words.start])))
        words.start++;
    while (words.end > words.start && f->r->doc->bytes.ptr[words.end - 1] == '*')
        words.end--;
    c->words = words;
    if (question > 0 && c->notation >= NOTATION_MARK)
        c->notation = NOTATION_MARK;
}

/* "**Q:** Why?" has its words behind the bold mark. */
static void read_bold(const Faq *f, const BlockText *text, const BoldRun *bold,
                      bool item, Candidate *c)
{
    Range all = text_range(text);
    Str inside = bytes_of(f, bold->inside);
    size_t mark = mark_question(inside);

    c->notation = item ? NOTATION_ITEM : NOTATION_BOLD;
    if (mark > 0 && mark >= inside.len) {
        read_words(f, (Range){bold->outside.end, all.end}, c);
        c->notation = NOTATION_MARK;
        c->asks = true;
        c->question = all;
        c->after = all.end;
        return;
    }
    read_words(f, bold->inside, c);
    c->question = bold->outside;
    c->after = bold->outside.end;
}

static Candidate read_candidate(const Faq *f, size_t block)
{
    const Block *b = &f->r->blocks[block];
    const BlockText *text = &f->r->texts[block];
    Candidate c = {.notation = NOTATION_NONE};
    BoldRun bold;

    if (text->count == 0)
        return c;
    Range all = text_range(text);
    c.question = all;
    c.after = all.end;
    if (b->kind == BLOCK_HEADING) {
        c.notation = NOTATION_HEADING + b->level;
        read_words(f, all, &c);
        c.question = b->range;
        c.after = b->range.end;
    } else if (mark_bold(f->r->doc->bytes, text->lines, text->count, &bold)) {
        read_bold(f, text, &bold, b->kind == BLOCK_ITEM, &c);
    } else {
        read_words(f, all, &c);
        bool marked = mark_question(bytes_of(f, all)) > 0;
        c.notation = marked      ? NOTATION_MARK
                     : b->quoted ? NOTATION_QUOTE
                                 : NOTATION_NONE;
        c.asks = marked || (b->quoted && c.asks);
    }
    return c;
}

/* -- the notation of a part ----------------------------------------------- */

static void choose_notation(Faq *f)
{
    const Part *part = &f->r->parts[f->part];
    size_t count[NOTATION_NONE + 1] = {0}, numbered = 0;

    for (size_t i = 0; i < part->block_count; i++) {
        size_t block = part->first_block + i;
        if (f->r->blocks[block].range.start < part->body.start)
            continue;
        Candidate c = read_candidate(f, block);
        if (c.asks)
            count[c.notation]++;
    }
    f->winner = NOTATION_NONE;
    for (int n = NOTATION_NONE - 1; n >= 0; n--)
        if (count[n] > 0 &&
            (f->winner == NOTATION_NONE || count[n] >= count[f->winner]))
            f->winner = (Notation)n;
    if (f->winner >= NOTATION_MARK)
        return;
    for (size_t i = 0; i < part->block_count; i++) {
        Candidate c = read_candidate(f, part->first_block + i);
        numbered += c.notation == f->winner && c.asks && c.numbered;
    }
    f->numbers = numbered * 2 > count[f->winner];
}

static bool is_question(const Faq *f, const Candidate *c)
{
    if (c->notation == NOTATION_NONE || f->winner == NOTATION_NONE)
        return false;
    if (f->winner == NOTATION_BOLD && c->notation == NOTATION_MARK)
        return true;
    return c->notation == f->winner && (c->asks || (f->numbers && c->numbered));
}

/* -- pairs ---------------------------------------------------------------- */

static bool is_comment(const Faq *f, size_t block, Str *id)
{
    const Block *b = &f->r->blocks[block];
    Str line = bytes_of(f, b->range);

    if (b->kind != BLOCK_HTML)
        return false;
    while (b->quoted && str_starts(str_trim(line), STR(">")))
        line = str_slice(str_trim(line), 1, line.len);
    return mark_comment(line, STR("prfaq-q"), id);
}

static Str words_of(const Faq *f, size_t block, Range words)
{
    const BlockText *text = &f->r->texts[block];
    Range *lines = arena_array(f->r->arena, text->count + 1, sizeof *lines);
    size_t count = 0;
    Prose prose = {0};

    for (size_t i = 0; i < text->count; i++) {
        Range line = text->lines[i];
        line.start = line.start < words.start ? words.start : line.start;
        line.end = line.end > words.end ? words.end : line.end;
        if (line.start < line.end)
            lines[count++] = line;
    }
    prose_read(f->r->doc->bytes, lines, count, f->r->arena, &prose);
    return prose.text;
}

static Question *open_question(Faq *f, size_t block, const Candidate *c, Str id,
                               size_t start)
{
    DocumentReader *r = f->r;
    Question q = {.id = id, .text = words_of(f, block, c->words), .part = f->part};

    q.range.start = start;
    q.question = c->question;
    q.answer = (Range){c->after, c->after};
    q.audience = r->parts[f->part].region;
    q.number = (int)r->question_count + 1;
    q.first_block = block + 1;
    r->questions = arena_grow(r->arena, r->questions, r->question_count,
                              &r->question_cap, sizeof q);
    r->questions[r->question_count++] = q;
    return &r->questions[r->question_count - 1];
}

/* The text of a block from `at` on. */
static void cut_text(BlockText *text, size_t at)
{
    while (text->count > 0 && text->lines[0].end < at) {
        text->lines++;
        text->count--;
    }
    if (text->count > 0 && text->lines[0].start < at)
        text->lines[0].start = at;
}

/* "A." in front of an answer is no part of it. */
static size_t skip_answer_mark(const Faq *f, size_t block, size_t at)
{
    BlockText *text = &f->r->texts[block];
    Range line = {at, at};

    for (size_t i = 0; i < text->count && line.start == line.end; i++)
        if (text->lines[i].end > at)
            line = (Range){text->lines[i].start > at ? text->lines[i].start : at,
                           text->lines[i].end};
    line = line_skip_space(f->r->doc->bytes, line);
    size_t size = mark_answer(bytes_of(f, line));
    if (size > 0)
        line.start += size;
    cut_text(text, line.start);
    return line.start;
}

static bool holds_word(const Faq *f, const Block *b, const BlockText *text)
{
    if (b->kind == BLOCK_CODE || b->kind == BLOCK_TABLE)
        return true;
    if (b->kind == BLOCK_RULE || b->kind == BLOCK_HTML)
        return false;
    for (size_t i = 0; i < text->count; i++) {
        Str s = bytes_of(f, text->lines[i]);
        for (size_t at = 0; at < s.len;) {
            uint32_t cp = 0;
            at += utf8_decode(s, at, &cp);
            if (unicode_is_letter(cp) || unicode_is_digit(cp))
                return true;
        }
    }
    return false;
}

/* Comments and nothing else. */
static bool is_hidden(const Faq *f, size_t block)
{
    Str s = str_trim(bytes_of(f, f->r->blocks[block].range));

    while (str_starts(s, STR(">")))
        s = str_trim(str_slice(s, 1, s.len));
    return str_starts(s, STR("<!--")) && str_ends(s, STR("-->"));
}

/* Give a block to the newest question. */
static void answer_with(Faq *f, Question *q, size_t block)
{
    DocumentReader *r = f->r;
    Block *b = &r->blocks[block];
    bool first = q->block_count == 0;

    b->question = r->question_count - 1;
    /* A comment between question and answer is no answer. */
    if (first && b->kind == BLOCK_HTML && is_hidden(f, block))
        return;
    if (first) {
        q->first_block = block;
        if (b->kind == BLOCK_PARAGRAPH || b->kind == BLOCK_ITEM)
            q->answer.start = skip_answer_mark(
                f, block,
                b->range.start > q->answer.start ? b->range.start : q->answer.start);
        else
            q->answer.start = b->range.start;
    }
    q->block_count++;
    if (b->range.end > q->answer.start)
        q->answer.end = b->range.end;
    else
        q->answer.end = q->answer.start;
    q->answered = q->answered || holds_word(f, b, &r->texts[block]);
}

static void close_question(Faq *f, size_t end)
{
    DocumentReader *r = f->r;

    if (r->parts[f->part].question_count > 0)
        r->questions[r->question_count - 1].range.end = end;
}

static void begin_question(Faq *f, size_t block, const Candidate *c, Str id,
                           size_t start)
{
    DocumentReader *r = f->r;
    size_t end = r->blocks[block].range.end;

    Question *q = open_question(f, block, c, id, start);
    r->parts[f->part].question_count++;
    r->blocks[block].question = r->question_count - 1;
    for (size_t b = block; b > 0 && r->blocks[b - 1].range.start >= start; b--)
        r->blocks[b - 1].question = r->question_count - 1;
    Str rest = str_trim(str_slice(r->doc->bytes, c->after, end));
    if (r->blocks[block].kind != BLOCK_HEADING && rest.len > 0 &&
        !str_eq(rest, STR("\\")))
        answer_with(f, q, block);
}

/* A heading that asks nothing is a topic: the answer before it ends. */
static bool ends_answer(const Faq *f, const Block *b)
{
    if (b->kind != BLOCK_HEADING)
        return false;
    return f->winner >= NOTATION_MARK || b->level <= (int)f->winner - NOTATION_HEADING;
}

static void read_part(Faq *f)
{
    Part *part = &f->r->parts[f->part];
    Str id = {0};
    bool open = false;
    size_t start = 0;

    choose_notation(f);
    part->first_question = f->r->question_count;
    for (size_t i = 0; i < part->block_count; i++) {
        size_t block = part->first_block + i;
        const Block *b = &f->r->blocks[block];
        if (b->range.start < part->body.start && b->range.end <= part->body.start)
            continue;
        if (is_comment(f, block, &id)) {
            start = b->range.start;
            continue;
        }
        if (id.len > 0 && b->kind == BLOCK_HTML && is_hidden(f, block))
            continue; /* a comment under the question's own */
        Candidate c = read_candidate(f, block);
        if ((id.len > 0 && f->r->texts[block].count > 0) || is_question(f, &c)) {
            start = id.len > 0 ? start : b->range.start;
            if (open)
                close_question(f, start);
            begin_question(f, block, &c, id, start);
            open = true;
        } else if (open && ends_answer(f, b)) {
            close_question(f, b->range.start);
            open = false;
        } else if (open) {
            answer_with(f, &f->r->questions[f->r->question_count - 1], block);
        }
        id = (Str){0};
    }
    if (open)
        close_question(f, part->range.end);
}

static bool has_pairs(const Part *part)
{
    if (part->spec)
        return part->spec->style == PART_STYLE_QA;
    return part->kind == PART_EXTERNAL_FAQ || part->kind == PART_INTERNAL_FAQ ||
           part->kind == PART_FAQ;
}

void faq_read(DocumentReader *r)
{
    for (size_t i = 0; i < r->part_count; i++) {
        Faq faq = {.r = r, .part = i};
        r->parts[i].first_question = r->question_count;
        if (has_pairs(&r->parts[i]))
            read_part(&faq);
    }
}
