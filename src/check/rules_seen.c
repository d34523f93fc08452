/* rules_seen.c: the evidence section: what was seen, said and counted. */
#include "base/unicode.h"
#include "base/utf8.h"
#include "check/figure.h"
#include "check/rules.h"

typedef enum Kind { KIND_NONE, KIND_SEEN, KIND_SAID, KIND_COUNTED, KIND_READING } Kind;

/* clang-format off */
static const struct KindLabel {
    const char *text;
    Kind kind;
} labels[] = {
    {"seen",        KIND_SEEN},    {"observed", KIND_SEEN}, {"본 것",     KIND_SEEN},
    {"said",        KIND_SAID},    {"reported", KIND_SAID}, {"들은 것",   KIND_SAID},
    {"들은 말",     KIND_SAID},    {"counted",  KIND_COUNTED},
    {"센 것",       KIND_COUNTED}, {"our reading", KIND_READING},
    {"means",       KIND_READING}, {"풀이",     KIND_READING},
};
/* clang-format on */

/* The label a text opens with, which ends before a mark: "Seen:", "본 것 —",
 * "Seen (March 3)". A word that goes on is none: "Seen from above". */
static Kind label_of(Str text)
{
    for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++) {
        Str label = str_from(labels[i].text);
        if (!str_eq_nocase(str_slice(text, 0, label.len), label))
            continue;
        Str rest = str_slice(text, label.len, text.len);
        if (labels[i].kind == KIND_READING && str_starts(rest, STR("한 뜻")))
            return KIND_READING;
        Str next = str_trim(rest);
        uint32_t cp = 0;
        if (next.len > 0)
            utf8_decode(next, 0, &cp);
        if (next.len == 0 || !unicode_is_letter(cp))
            return labels[i].kind;
    }
    return KIND_NONE;
}

/* One entry of an evidence section. */
typedef struct Entry {
    size_t block;
    Kind kind;
    bool dated;
} Entry;

typedef struct Entries {
    Entry *items;
    size_t count, cap;
} Entries;

static Kind kind_of_mark(EvidenceKind kind)
{
    switch (kind) {
    case EVIDENCE_OBSERVED:
        return KIND_SEEN;
    case EVIDENCE_REPORTED:
        return KIND_SAID;
    case EVIDENCE_COUNTED:
        return KIND_COUNTED;
    default:
        return KIND_NONE;
    }
}

/* `mark` moves to the marks of the block: blocks come in order. */
static Entry read_entry(const CheckRun *run, size_t b, Kind above, size_t *mark)
{
    Str text = run->doc->blocks[b].prose.text;
    Entry entry = {.block = b, .kind = label_of(text)};

    if (entry.kind == KIND_NONE)
        entry.kind = above;
    entry.dated = figure_in(text, run->doc->lang, FIGURE_DATE);
    while (*mark < run->mark_count && run->marks[*mark].block < b)
        ++*mark;
    for (; *mark < run->mark_count && run->marks[*mark].block == b; ++*mark) {
        const Evidence *m = &run->marks[*mark].mark;
        Kind kind = kind_of_mark(m->kind);
        if (kind != KIND_NONE && (entry.kind == KIND_NONE || kind == KIND_SEEN))
            entry.kind = kind;
        entry.dated = entry.dated || (kind != KIND_NONE && m->date.year > 0);
    }
    return entry;
}

/* A heading or a line of its own, "Seen:", speaks for what follows it. */
static Entries read_entries(const CheckRun *run, const Part *part)
{
    Entries entries = {0};
    Kind above = KIND_NONE;
    size_t mark = 0;

    for (size_t i = 0; i < part->block_count; i++) {
        size_t b = part->first_block + i;
        const Block *block = &run->doc->blocks[b];
        if (block->prose.text.len == 0 || block_is_label(run, b))
            continue;
        if (block->kind == BLOCK_HEADING) {
            above = label_of(block->prose.text);
            continue;
        }
        Entry entry = read_entry(run, b, above, &mark);
        if (block->kind == BLOCK_PARAGRAPH && run->doc->lengths[b] <= 8 &&
            str_ends(block->prose.text, STR(":")) && entry.kind != KIND_NONE) {
            above = entry.kind;
            continue;
        }
        entries.items = arena_grow(run->arena, entries.items, entries.count,
                                   &entries.cap, sizeof *entries.items);
        entries.items[entries.count++] = entry;
    }
    return entries;
}

/* In an imported document a section without our labels may be a list of sources. */
static void check_unseen(CheckRun *run, size_t p, const Entries *entries)
{
    bool labelled = run->doc->tmpl != NULL || run->doc->parts[p].found == FOUND_MARKER;

    for (size_t i = 0; i < entries->count; i++) {
        if (entries->items[i].kind == KIND_SEEN && entries->items[i].dated)
            return;
        labelled = labelled || entries->items[i].kind != KIND_NONE;
    }
    if (labelled)
        run_add(run, run->level, p, part_place(run, &run->doc->parts[p]), NO_ARGS);
}

static Str name_of(const CheckRun *run, Kind kind)
{
    switch (kind) {
    case KIND_SEEN:
        return run_words(run, "seen", "본 것");
    case KIND_SAID:
        return run_words(run, "said", "들은 것");
    default:
        return run_words(run, "counted", "센 것");
    }
}

static void check_kinds(CheckRun *run, size_t p, const Entries *entries)
{
    Kind only = KIND_NONE;
    size_t count = 0;

    for (size_t i = 0; i < entries->count; i++) {
        Kind kind = entries->items[i].kind;
        if (kind == KIND_NONE || kind == KIND_READING)
            continue;
        if (only != KIND_NONE && kind != only)
            return;
        only = kind;
        count++;
    }
    if (count > 0 && entries->count > 1)
        run_add(run, run->level, p, part_place(run, &run->doc->parts[p]),
                ARGS(arg_str(name_of(run, only))));
}

static bool has_reading(Str text)
{
    return str_find(text, STR("our reading"), 0) != STR_NONE ||
           str_find(text, STR("Our reading"), 0) != STR_NONE ||
           str_find(text, STR("Means"), 0) != STR_NONE ||
           str_find(text, STR("means:"), 0) != STR_NONE ||
           str_find(text, STR("풀이"), 0) != STR_NONE;
}

static bool is_reading(const CheckRun *run, const Entry *entry)
{
    return entry->kind == KIND_READING ||
           has_reading(run->doc->blocks[entry->block].prose.text);
}

/* Is there a reading in the next two sentences? */
static bool reading_is_near(const CheckRun *run, const Entries *entries, size_t i)
{
    size_t sentences = 0;

    for (size_t k = i + 1; k < entries->count && k <= i + 2 && sentences < 2; k++) {
        size_t b = entries->items[k].block;
        if (is_reading(run, &entries->items[k]))
            return true;
        sentences += run->sentence_first[b + 1] - run->sentence_first[b];
    }
    return false;
}

/* From the last entry to the first, so that "a reading follows in this list" is
 * known at each. */
static void check_readings(CheckRun *run, size_t p, const Entries *entries)
{
    bool follows = false;

    for (size_t i = entries->count; i-- > 0;) {
        const Entry *entry = &entries->items[i];
        const Block *block = &run->doc->blocks[entry->block];
        bool reading = is_reading(run, entry), item = block->kind == BLOCK_ITEM;
        if (entry->kind == KIND_SAID && !reading && !(item && follows) &&
            !reading_is_near(run, entries, i))
            run_add(run, run->level, p,
                    prose_origin(&block->prose, (Range){0, block->prose.text.len}),
                    ARGS(arg_str(block->prose.text)));
        follows = item && (follows || reading);
    }
}

static void check_parts(CheckRun *run,
                        void (*check)(CheckRun *, size_t, const Entries *))
{
    for (size_t p = 0; p < run->doc->part_count; p++) {
        if (run->doc->parts[p].kind != PART_EVIDENCE)
            continue;
        Entries entries = read_entries(run, &run->doc->parts[p]);
        if (entries.count > 0)
            check(run, p, &entries);
    }
}

void rule_evidence_unseen(CheckRun *run)
{
    check_parts(run, check_unseen);
}

void rule_evidence_one_kind(CheckRun *run)
{
    check_parts(run, check_kinds);
}

void rule_evidence_no_reading(CheckRun *run)
{
    check_parts(run, check_readings);
}
