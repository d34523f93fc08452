#include "check/wording.h"

#include "base/unicode.h"
#include "base/utf8.h"
#include "check/glossary.h"
#include "text/word.h"

/* What is known of a part while its hits are weighed. */
typedef struct PartView {
    Sentence first;        /* first sentence; block NO_INDEX: none */
    size_t customer_block; /* the first word for a customer; NO_INDEX: none */
    size_t customer_offset;
    bool read;
} PartView;

typedef struct Weigher {
    CheckRun *run;
    bool off[LIST_COUNT]; /* its rule does not run */
    PartView *parts;
    char *claimed; /* by byte of the block's prose */
    WordingHit *items;
    size_t count, cap;
    bool expert, developer; /* front matter audience: */
    size_t claim_block;     /* sentence of the last claim */
    size_t claim_start;
} Weigher;

/* clang-format off */
static const char *const rules_of_lists[LIST_COUNT] = {
    [LIST_INFLATED]         = "inflated-phrase",
    [LIST_FUTURE]           = "future-tense",
    [LIST_EVASIVE]          = "faq-evasive",
    [LIST_TRANSLATIONESE]   = "translationese",
    [LIST_HYPE]             = "hype-word",
    [LIST_WEASEL]           = "weasel-word",
    [LIST_HEDGE]            = "hedge-word",
    [LIST_JARGON]           = "jargon-word",
    [LIST_SLOGAN]           = "slogan-word",
    [LIST_COMPANY_FIRST]    = "company-first",
    [LIST_TECHNOLOGY_FIRST] = "technology-first",
    [LIST_COMPETITOR_FIRST] = "competitor-first",
    [LIST_CLAIM]            = "claim-without-number",
};
/* clang-format on */

static bool is_heading_text(const CheckRun *run, size_t b)
{
    const Block *block = &run->doc->blocks[b];
    const Part *part = &run->doc->parts[block->part];
    bool opening = part->kind == PART_HEADLINE || part->kind == PART_SUBHEADING;

    return opening && block->prose.text.len > 0 &&
           !(block_is_label(run, b) && part->spec);
}

/* Sentences of a part: not its label, not who is quoted. */
static bool block_is_weighed(const CheckRun *run, size_t b)
{
    const Block *block = &run->doc->blocks[b];

    if (block->part == NO_INDEX || block->prose.text.len == 0)
        return false;
    if (is_heading_text(run, b))
        return true;
    return block_is_prose(block) && !block_is_label(run, b) &&
           !block_is_attribution(block);
}

static bool is_you(Str word)
{
    return str_eq_nocase(word, STR("you")) || str_eq_nocase(word, STR("your"));
}

/* Where the first word for a customer stands in a block; STR_NONE. */
static size_t first_customer(const CheckRun *run, size_t b)
{
    Str text = run->doc->blocks[b].prose.text;
    size_t at = 0, found = STR_NONE;
    const LexiconHit *hit = run_next_hit(run, b, LIST_CUSTOMER, &at);
    Range word;

    if (hit)
        found = hit->range.start;
    if (run->doc->lang != LANG_EN)
        return found;
    for (size_t i = 0; word_next(text, LANG_EN, &i, &word) && word.start < found;)
        if (is_you(str_range(text, word)))
            return word.start;
    return found;
}

static void view_part(const CheckRun *run, const Part *part, PartView *view)
{
    *view = (PartView){
        .first = {.block = NO_INDEX}, .customer_block = NO_INDEX, .read = true};
    for (size_t i = 0; i < part->block_count; i++) {
        size_t b = part->first_block + i;
        if (!block_is_weighed(run, b))
            continue;
        if (view->first.block == NO_INDEX)
            view->first = run_sentence_at(run, b, 0);
        size_t customer = first_customer(run, b);
        if (customer != STR_NONE) {
            view->customer_block = b;
            view->customer_offset = customer;
            return;
        }
    }
}

static const PartView *part_view(Weigher *w, size_t part)
{
    if (!w->parts[part].read)
        view_part(w->run, &w->run->doc->parts[part], &w->parts[part]);
    return &w->parts[part];
}

static bool is_quote_part(const Part *part)
{
    return part->kind == PART_LEADER_QUOTE || part->kind == PART_CUSTOMER_QUOTE;
}

static bool in_first_sentence(Weigher *w, size_t part, size_t b, Range range)
{
    const PartView *view = part_view(w, part);
    return view->first.block == b && range.start >= view->first.range.start &&
           range.end <= view->first.range.end;
}

/* Only closing marks stand between the hit and the end of its sentence. */
static bool ends_sentence(const Sentence *sentence, Str text, Range hit)
{
    uint32_t cp;

    for (size_t at = hit.end; at < sentence->range.end && at < text.len;) {
        at += utf8_decode(text, at, &cp);
        if (unicode_is_letter(cp) || unicode_is_digit(cp))
            return false;
    }
    return true;
}

static bool technology_counts(Weigher *w, const Part *part, size_t b, Range range)
{
    const PartView *view = part_view(w, part_index(w->run, part));
    bool kind = part->kind == PART_HEADLINE || part->kind == PART_SUBHEADING ||
                part->kind == PART_SUMMARY || part->kind == PART_PROBLEM ||
                part->kind == PART_SOLUTION;
    bool after = view->customer_block < b ||
                 (view->customer_block == b && view->customer_offset < range.start);

    return kind && !after && !w->developer;
}

static bool is_opening(const Part *part)
{
    return part->kind == PART_HEADLINE || part->kind == PART_SUBHEADING ||
           part->kind == PART_SUMMARY;
}

static bool slogan_has_deed(const CheckRun *run, size_t b)
{
    Range whole = {0, run->doc->blocks[b].prose.text.len};
    return run_has_hit(run, b, LIST_CUSTOMER) &&
           (spans_hold(run, b, whole) & HOLDS_QUANTITY);
}

/* A claim a sentence. */
static bool is_first_claim(Weigher *w, size_t b, const Sentence *sentence)
{
    if (w->claim_block == b && w->claim_start == sentence->range.start)
        return false;
    w->claim_block = b;
    w->claim_start = sentence->range.start;
    return true;
}

/* A word of the glossary is no jargon. */
static bool is_agreed(const CheckRun *run, const LexiconHit *hit, size_t b)
{
    Str text = run->doc->blocks[b].prose.text;
    return run->options->glossary &&
           glossary_has(run->options->glossary,
                        str_range(text, lexicon_literal(hit, run->doc->lang, text)));
}

/* "No comprehensive tests", "not magical": nobody boasts of that. */
static bool is_denied(const CheckRun *run, size_t b, Range hit)
{
    Str before = str_slice(run->doc->blocks[b].prose.text, 0, hit.start);

    return run->doc->lang == LANG_EN &&
           (str_ends(before, STR(" no ")) || str_ends(before, STR(" not ")) ||
            str_ends(before, STR("No ")) || str_ends(before, STR("Not ")));
}

/* What each list asks beyond the notes of its rows. */
static bool list_applies(Weigher *w, const LexiconHit *hit, const Part *part, size_t b,
                         bool quoted)
{
    const CheckRun *run = w->run;
    bool release = part->region == REGION_PR;
    Sentence sentence = run_sentence_at(run, b, hit->range.start);

    switch (hit->row->list) {
    case LIST_INFLATED:
        return true;
    case LIST_HYPE:
        return !is_denied(run, b, hit->range);
    case LIST_TRANSLATIONESE:
        return !hit->row->only_release ||
               ends_sentence(&sentence, run->doc->blocks[b].prose.text, hit->range);
    case LIST_WEASEL:
        return !(sentence.holds & HOLDS_QUANTITY) && !is_denied(run, b, hit->range);
    case LIST_HEDGE:
        return release || part->region == REGION_FAQ_EXTERNAL;
    case LIST_JARGON:
        return release && !w->expert && !is_agreed(run, hit, b);
    case LIST_SLOGAN:
        return release && !slogan_has_deed(run, b);
    case LIST_FUTURE:
        return release && !quoted;
    case LIST_COMPANY_FIRST:
        /* "Our team" of a customer is the customer. */
        return release && !(sentence.holds & HOLDS_CONTRAST) &&
               (!quoted || part->kind == PART_LEADER_QUOTE);
    case LIST_COMPETITOR_FIRST:
        return release && !(sentence.holds & HOLDS_CONTRAST);
    case LIST_TECHNOLOGY_FIRST:
        return release && !(sentence.holds & HOLDS_CONTRAST) &&
               technology_counts(w, part, b, hit->range);
    case LIST_CLAIM:
        return release && !quoted && !(sentence.holds & HOLDS_QUANTITY);
    default:
        return false;
    }
}

/* The level of a hit; LEVEL_OFF when it is none. */
static Level weigh(Weigher *w, const LexiconHit *hit, size_t b)
{
    const CheckRun *run = w->run;
    const Block *block = &run->doc->blocks[b];
    const Part *part = &run->doc->parts[block->part];
    const LexiconRow *row = hit->row;
    bool quoted = is_quote_part(part) || run_in_quote(run, b, hit->range);
    Level level = row->level;

    if ((row->only_release || row->only_first) && part->region != REGION_PR)
        return LEVEL_OFF;
    if (row->only_first && !in_first_sentence(w, block->part, b, hit->range))
        return LEVEL_OFF;
    if ((quoted && row->never_quoted) ||
        run_in_question(run, b, block->prose.origin[hit->range.start]) ||
        !list_applies(w, hit, part, b, quoted))
        return LEVEL_OFF;
    if (row->list == LIST_TECHNOLOGY_FIRST && !is_opening(part))
        level = level_min(level, LEVEL_INFO);
    bool own_words = row->list == LIST_COMPANY_FIRST && part->kind == PART_LEADER_QUOTE;
    return quoted && !own_words ? level_min(level, LEVEL_INFO) : level;
}

static void claim(Weigher *w, Range range)
{
    memset(w->claimed + range.start, 1, range.end - range.start);
}

static bool is_claimed(const Weigher *w, Range range)
{
    return memchr(w->claimed + range.start, 1, range.end - range.start) != NULL;
}

static void claim_leftovers(Weigher *w, size_t b)
{
    const CheckRun *run = w->run;

    for (size_t i = run->leftover_first[b]; i < run->leftover_first[b + 1]; i++)
        claim(w, run->leftovers[i].range);
}

static void add_hit(Weigher *w, const LexiconHit *hit, size_t b, Level level)
{
    w->items = arena_grow(w->run->arena, w->items, w->count, &w->cap, sizeof *w->items);
    w->items[w->count++] = (WordingHit){
        .hit = hit, .block = b, .part = w->run->doc->blocks[b].part, .level = level};
}

static void claim_evasion(Weigher *w, size_t b)
{
    const Block *block = &w->run->doc->blocks[b];
    size_t where;

    if (block->question == NO_INDEX || w->off[LIST_EVASIVE])
        return;
    const LexiconHit *hit = question_evasion(w->run, block->question, &where);
    if (hit && where == b)
        claim(w, hit->range);
}

static void weigh_list(Weigher *w, size_t b, LexiconList list)
{
    const CheckRun *run = w->run;
    const LexiconHit *hit;

    if (list == LIST_EVASIVE)
        claim_evasion(w, b);
    for (size_t at = 0; (hit = run_next_hit(run, b, list, &at));) {
        Level level = is_claimed(w, hit->range) ? LEVEL_OFF : weigh(w, hit, b);
        if (level == LEVEL_OFF)
            continue;
        if (list == LIST_CLAIM) {
            Sentence sentence = run_sentence_at(run, b, hit->range.start);
            if (!is_first_claim(w, b, &sentence))
                continue;
        }
        claim(w, hit->range);
        add_hit(w, hit, b, level);
    }
}

/* The lists that have a hit in the block. */
static unsigned lists_in(const CheckRun *run, size_t b)
{
    unsigned lists = 0;

    for (size_t i = run->hit_first[b]; i < run->hit_first[b + 1]; i++)
        lists |= 1U << run->hits[i].row->list;
    return lists;
}

static void weigh_block(Weigher *w, size_t b)
{
    unsigned lists = lists_in(w->run, b);

    if (!(lists & ((1U << LIST_CONTRAST) - 1)) || !block_is_weighed(w->run, b))
        return;
    memset(w->claimed, 0, w->run->doc->blocks[b].prose.text.len + 1);
    claim_leftovers(w, b);
    for (int list = LIST_INFLATED; list <= LIST_CLAIM; list++)
        if ((lists >> list & 1) && !w->off[list])
            weigh_list(w, b, (LexiconList)list);
}

static size_t longest_prose(const Document *doc)
{
    size_t longest = 0;

    for (size_t b = 0; b < doc->block_count; b++)
        if (doc->blocks[b].prose.text.len > longest)
            longest = doc->blocks[b].prose.text.len;
    return longest;
}

void wording_read(CheckRun *run)
{
    const Document *doc = run->doc;
    Str audience = metadata_get(&doc->meta, "audience");
    Weigher w = {.run = run,
                 .expert = str_eq_nocase(audience, STR("expert")),
                 .developer = str_eq_nocase(audience, STR("developer")) ||
                              str_eq_nocase(audience, STR("developers")),
                 .claim_block = NO_INDEX};

    for (int list = 0; list < LIST_COUNT; list++) {
        const Rule *rule =
            rules_of_lists[list] ? rule_find(str_from(rules_of_lists[list])) : NULL;
        w.off[list] = !rule || run_level(run, rule) == LEVEL_OFF;
    }
    w.parts = arena_array(run->arena, doc->part_count, sizeof *w.parts);
    w.claimed = arena_alloc(run->arena, longest_prose(doc) + 1);
    for (size_t b = 0; b < doc->block_count; b++)
        weigh_block(&w, b);
    run->wording = w.items;
    run->wording_count = w.count;
}

const WordingHit *wording_next(const CheckRun *run, LexiconList list, size_t *at)
{
    while (*at < run->wording_count) {
        const WordingHit *hit = &run->wording[(*at)++];
        if (hit->hit->row->list == list)
            return hit;
    }
    return NULL;
}
