#include "check/leftover.h"

#include "base/unicode.h"
#include "check/placeholder.h"
#include "check/template_text.h"

typedef struct Reader {
    CheckRun *run;
    PlaceholderSet patterns;
    const SentenceSet *templates;
    Leftover *items;
    size_t count, cap;
} Reader;

static void add(Reader *r, Leftover item)
{
    r->items = arena_grow(r->run->arena, r->items, r->count, &r->cap, sizeof *r->items);
    r->items[r->count++] = item;
}

static void add_range(Reader *r, size_t block, Range range, Level level, Str advice,
                      bool of_template)
{
    add(r, (Leftover){.block = block,
                      .range = range,
                      .place = prose_origin(&r->run->doc->blocks[block].prose, range),
                      .level = level,
                      .advice = advice,
                      .of_template = of_template});
}

/* The title of the document is a name, not a sentence with gaps. */
static bool is_title(const Block *block)
{
    return block->kind == BLOCK_HEADING && block->level == 1 && block->part == NO_INDEX;
}

static void read_template_text(Reader *r, size_t b)
{
    const Document *doc = r->run->doc;
    const Block *block = &doc->blocks[b];
    bool headline = block->part != NO_INDEX &&
                    doc->parts[block->part].kind == PART_HEADLINE &&
                    !(block_is_label(r->run, b) && doc->parts[block->part].spec);

    if (headline && sentence_set_has(r->templates, block->prose.text)) {
        add_range(r, b, (Range){0, block->prose.text.len}, LEVEL_ERROR, (Str){0}, true);
        return;
    }
    for (size_t i = r->run->sentence_first[b]; i < r->run->sentence_first[b + 1]; i++) {
        Range range = r->run->sentences[i].range;
        if (run_in_question(r->run, b, block->prose.origin[range.start]))
            continue;
        Str sentence = str_range(block->prose.text, range);
        if (sentence_set_has(r->templates, sentence) &&
            sentence_is_telling(sentence, doc->lang))
            add_range(r, b, range, LEVEL_ERROR, (Str){0}, true);
    }
}

static bool overlap(Range a, Range b)
{
    return a.start < b.end && b.start < a.end;
}

/* Digits and hyphens, one hyphen at least: what joins the blanks of a telephone
 * number. */
static bool is_joint(Str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (s.ptr[i] != '-' && (s.ptr[i] < '0' || s.ptr[i] > '9'))
            return false;
    return str_find_byte(s, '-', 0) != STR_NONE;
}

/* "010-0000-0000" is one number that nobody has filled in, not two. */
static bool join_last(Reader *r, size_t b, Range range)
{
    const Prose *prose = &r->run->doc->blocks[b].prose;
    Leftover *last = r->count > 0 ? &r->items[r->count - 1] : NULL;

    if (!last || last->block != b || last->of_template ||
        !is_joint(str_slice(prose->text, last->range.end, range.start)))
        return false;
    last->range.end = range.end;
    last->place = prose_origin(prose, last->range);
    return true;
}

/* With the digits in front of the hyphen before it. */
static Range with_front(Str s, Range range)
{
    size_t start = range.start;

    while (start > 0 && (s.ptr[start - 1] == '-' ||
                         (s.ptr[start - 1] >= '0' && s.ptr[start - 1] <= '9')))
        start--;
    if (is_joint(str_slice(s, start, range.start)) && s.ptr[start] != '-')
        range.start = start;
    return range;
}

/* A blank, unless it stands in a question or in a sentence of a template, which
 * goes as a whole. `from` is the first of the block's sentences that may hold it. */
static void add_blank(Reader *r, size_t b, size_t *from, size_t end, Leftover blank)
{
    while (*from < end && r->items[*from].range.end <= blank.range.start)
        ++*from;
    bool inside = *from < end && overlap(r->items[*from].range, blank.range);
    size_t place = r->run->doc->blocks[b].prose.origin[blank.range.start];
    if (inside || run_in_question(r->run, b, place) || join_last(r, b, blank.range))
        return;
    Str text = r->run->doc->blocks[b].prose.text;
    add_range(r, b, with_front(text, blank.range), blank.level, blank.advice, false);
}

/* Patterns and words in order; of two that overlap the longer one. */
static void read_blanks(Reader *r, size_t b, size_t from)
{
    Str text = r->run->doc->blocks[b].prose.text;
    const PlaceholderHit *patterns = NULL;
    size_t pattern_count = 0, p = 0, w = 0, end = r->count;
    const LexiconHit *word = run_next_hit(r->run, b, LIST_PLACEHOLDER, &w);

    placeholders_match(&r->patterns, r->run->lib, text, r->run->arena, &patterns,
                       &pattern_count);
    while (p < pattern_count || word) {
        bool both = p < pattern_count && word;
        if (both && overlap(patterns[p].range, word->range)) {
            size_t pattern_len = patterns[p].range.end - patterns[p].range.start;
            if (word->range.end - word->range.start >= pattern_len)
                p++;
            else
                word = run_next_hit(r->run, b, LIST_PLACEHOLDER, &w);
            continue;
        }
        Leftover blank;
        if (!word || (both && patterns[p].range.start < word->range.start)) {
            blank = (Leftover){.range = patterns[p].range, .level = patterns[p].level};
            p++;
        } else {
            blank = (Leftover){.range = word->range,
                               .level = word->row->level,
                               .advice = word->row->advice};
            word = run_next_hit(r->run, b, LIST_PLACEHOLDER, &w);
        }
        add_blank(r, b, &from, end, blank);
    }
}

/* What a mark of Markdown hides from the prose: "<name>" is masked as HTML, and
 * "your-name" may stand in the target of a link. */
static void read_hidden(Reader *r, size_t b, Range gap, size_t prose_at)
{
    Str bytes = r->run->doc->bytes;

    if (bytes.ptr[gap.start] == '`')
        return;
    for (size_t at = gap.start; at < gap.end; at++) {
        char c = bytes.ptr[at];
        size_t end = 0;
        if (c == '<')
            end = placeholder_tag(bytes, at);
        else if (c == 'y' || c == 'Y')
            end = placeholder_your(bytes, at);
        if (end && end <= gap.end && !run_in_question(r->run, b, at)) {
            add(r, (Leftover){.block = b,
                              .range = {prose_at, prose_at},
                              .place = {at, end},
                              .level = c == '<' ? LEVEL_ERROR : LEVEL_WARNING});
            at = end - 1;
        }
    }
}

static void read_gaps(Reader *r, size_t b)
{
    const Prose *prose = &r->run->doc->blocks[b].prose;
    size_t len = prose->text.len;

    /* Nothing is hidden where each byte comes from one of its own. */
    if (prose->end_count == 0 && prose->origin[len] - prose->origin[0] <= len)
        return;
    for (size_t i = 0; i < prose->text.len; i++) {
        Range gap = {prose->origin[i], prose->origin[i + 1]};
        if (gap.end > gap.start + 4)
            read_hidden(r, b, gap, i);
    }
}

/* A line of its own makes "<gym name>" a block of HTML. */
static void read_html_block(Reader *r, size_t b)
{
    const Block *block = &r->run->doc->blocks[b];
    Str raw = str_trim(str_range(r->run->doc->bytes, block->range));

    if (raw.len > 0 && placeholder_tag(raw, 0) == raw.len) {
        size_t start = (size_t)(raw.ptr - r->run->doc->bytes.ptr);
        add(r, (Leftover){.block = b,
                          .place = {start, start + raw.len},
                          .level = LEVEL_ERROR});
    }
}

static void read_block(Reader *r, size_t b)
{
    const Block *block = &r->run->doc->blocks[b];

    if (block->kind == BLOCK_HTML)
        read_html_block(r, b);
    if (block->prose.text.len == 0 || is_title(block))
        return;
    size_t from = r->count;
    read_template_text(r, b);
    read_blanks(r, b, from);
    read_gaps(r, b);
}

void leftovers_read(CheckRun *run)
{
    Reader r = {.run = run,
                .templates = template_sentences(run->lib, run->doc->lang, run->arena)};
    size_t *first = arena_array(run->arena, run->doc->block_count + 1, sizeof *first);

    placeholders_init(&r.patterns);
    for (size_t b = 0; b < run->doc->block_count; b++) {
        first[b] = r.count;
        read_block(&r, b);
    }
    first[run->doc->block_count] = r.count;
    run->leftovers = r.items;
    run->leftover_count = r.count;
    run->leftover_first = first;
}
