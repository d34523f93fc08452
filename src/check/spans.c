/* spans.c: what stands in the prose of each block, found once for all rules: run.h. */
#include "check/run.h"

typedef struct Spans {
    LexiconHit *hits;
    size_t hit_count, hit_cap;
    Figure *figures;
    size_t figure_count, figure_cap;
    Quote *quotes;
    size_t quote_count, quote_cap;
} Spans;

static void read_hits(const CheckRun *run, Str text, Spans *spans)
{
    const LexiconHit *hits;
    size_t count = 0;

    lexicon_match(&run->lexicon, text, run->arena, &hits, &count);
    for (size_t i = 0; i < count; i++) {
        spans->hits = arena_grow(run->arena, spans->hits, spans->hit_count,
                                 &spans->hit_cap, sizeof *spans->hits);
        spans->hits[spans->hit_count++] = hits[i];
    }
}

static void read_figures(const CheckRun *run, Str text, Spans *spans)
{
    Figure figure;

    for (size_t at = 0; figure_next(text, run->doc->lang, &at, &figure);) {
        spans->figures = arena_grow(run->arena, spans->figures, spans->figure_count,
                                    &spans->figure_cap, sizeof *spans->figures);
        spans->figures[spans->figure_count++] = figure;
    }
}

static void read_quotes(const CheckRun *run, size_t block, Spans *spans)
{
    const Quote *quotes;
    size_t count = 0;

    quotes_of_block(run->doc, block, run->arena, &quotes, &count);
    for (size_t i = 0; i < count; i++) {
        spans->quotes = arena_grow(run->arena, spans->quotes, spans->quote_count,
                                   &spans->quote_cap, sizeof *spans->quotes);
        spans->quotes[spans->quote_count++] = quotes[i];
    }
}

void spans_read(CheckRun *run)
{
    const Document *doc = run->doc;
    size_t blocks = doc->block_count + 1;
    size_t *hit_first = arena_array(run->arena, blocks, sizeof *hit_first);
    size_t *figure_first = arena_array(run->arena, blocks, sizeof *figure_first);
    size_t *quote_first = arena_array(run->arena, blocks, sizeof *quote_first);
    Spans spans = {0};

    run->lexicon = lexicon_of(doc->lang, run->options->lexicons[doc->lang]);
    for (size_t b = 0; b < doc->block_count; b++) {
        Str text = doc->blocks[b].prose.text;
        hit_first[b] = spans.hit_count;
        figure_first[b] = spans.figure_count;
        quote_first[b] = spans.quote_count;
        if (text.len == 0)
            continue;
        read_hits(run, text, &spans);
        read_figures(run, text, &spans);
        read_quotes(run, b, &spans);
    }
    hit_first[blocks - 1] = spans.hit_count;
    figure_first[blocks - 1] = spans.figure_count;
    quote_first[blocks - 1] = spans.quote_count;
    run->hits = spans.hits;
    run->hit_first = hit_first;
    run->figures = spans.figures;
    run->figure_first = figure_first;
    run->quotes = spans.quotes;
    run->quote_first = quote_first;
}

/* The first figure of [low, high) that begins at or behind `offset`. */
static size_t figure_from(const CheckRun *run, size_t low, size_t high, size_t offset)
{
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (run->figures[middle].range.start < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static size_t hit_from(const CheckRun *run, size_t low, size_t high, size_t offset)
{
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (run->hits[middle].range.start < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

unsigned spans_hold(const CheckRun *run, size_t block, Range range)
{
    size_t end = run->figure_first[block + 1];
    unsigned holds = 0;

    for (size_t i = figure_from(run, run->figure_first[block], end, range.start);
         i < end && run->figures[i].range.start < range.end; i++) {
        if (run->figures[i].kind == FIGURE_DATE)
            holds |= HOLDS_DATE;
        else if (run->figures[i].kind != FIGURE_OTHER)
            holds |= HOLDS_QUANTITY;
    }
    end = run->hit_first[block + 1];
    for (size_t i = hit_from(run, run->hit_first[block], end, range.start);
         i < end && run->hits[i].range.start < range.end; i++)
        if (run->hits[i].row->list == LIST_CONTRAST)
            holds |= HOLDS_CONTRAST;
    return holds;
}

const LexiconHit *run_next_hit(const CheckRun *run, size_t block, LexiconList list,
                               size_t *at)
{
    size_t count = run->hit_first[block + 1] - run->hit_first[block];

    while (*at < count) {
        const LexiconHit *hit = &run->hits[run->hit_first[block] + (*at)++];
        if (hit->row->list == list)
            return hit;
    }
    return NULL;
}

bool run_has_hit(const CheckRun *run, size_t block, LexiconList list)
{
    size_t at = 0;
    return run_next_hit(run, block, list, &at) != NULL;
}

bool run_in_quote(const CheckRun *run, size_t block, Range range)
{
    size_t low = run->quote_first[block], high = run->quote_first[block + 1];
    size_t end = high;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (run->quotes[middle].range.end <= range.start)
            low = middle + 1;
        else
            high = middle;
    }
    return low < end && run->quotes[low].range.start < range.end;
}

Sentence run_sentence_at(const CheckRun *run, size_t block, size_t offset)
{
    size_t low = run->sentence_first[block], high = run->sentence_first[block + 1];
    size_t end = high;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (run->sentences[middle].range.end <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < end && run->sentences[low].range.start <= offset)
        return run->sentences[low];
    Range whole = {0, run->doc->blocks[block].prose.text.len};
    return (Sentence){
        .block = block, .range = whole, .holds = spans_hold(run, block, whole)};
}
