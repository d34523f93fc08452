#include "review/reading.h"

#include "base/unicode.h"

enum { WORDS_A_MINUTE = 200, GRAPHEMES_A_MINUTE = 550 };

typedef struct Maker {
    const Document *doc;
    Arena *arena;
    ReadingUnit *units;
    size_t count, cap;
    size_t part, question; /* of the last unit */
    int number;            /* … in its part */
    bool listed, quoted;   /* … its last block is in a list, in a quotation */
    StrBuf text;           /* … its words */
    StrBuf heading;        /* that waits for its paragraph, … */
    size_t heading_part;   /* … in this part */
} Maker;

/* -- units ------------------------------------------------------------------------- */

/* A heading that is the headline itself, not the label of one. */
static bool label_is_headline(const Document *doc, const Part *part)
{
    if (part->kind != PART_HEADLINE || part->found != FOUND_INFERRED)
        return false;
    for (size_t i = 0; i < part->block_count; i++) {
        const Block *b = &doc->blocks[part->first_block + i];
        if (b->kind != BLOCK_HEADING && b->prose.text.len > 0)
            return false;
    }
    return true;
}

static bool is_headline(const Document *doc, const Block *block)
{
    const Part *part = block->part == NO_INDEX ? NULL : &doc->parts[block->part];

    return part && label_is_headline(doc, part) &&
           (part->label.start == part->label.end ||
            block->range.start < part->label.end);
}

/* What a part without a title is called, in the language of the document: the numbers
 * are the same for everybody, whatever language they read the program in. */
static Str kind_title(PartKind kind, Lang lang)
{
    static const struct {
        PartKind kind;
        const char *title[2]; /* by language */
    } titles[] = {
        {PART_HEADLINE, {"Headline", "제목"}},
        {PART_SUBHEADING, {"Subheading", "부제목"}},
        {PART_SUMMARY, {"Summary", "요약"}},
        {PART_PROBLEM, {"Problem", "문제"}},
        {PART_SOLUTION, {"Solution", "해결"}},
        {PART_LEADER_QUOTE, {"Leader quote", "책임자의 말"}},
        {PART_EXPERIENCE, {"Experience", "경험"}},
        {PART_CUSTOMER_QUOTE, {"Customer quote", "고객의 말"}},
        {PART_GETTING_STARTED, {"Getting started", "시작하기"}},
        {PART_EXTERNAL_FAQ, {"External FAQ", "고객 질문"}},
        {PART_INTERNAL_FAQ, {"Internal FAQ", "내부 질문"}},
    };

    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        if (titles[i].kind == kind)
            return str_from(titles[i].title[lang == LANG_KO]);
    return str_from(part_kind_name(kind));
}

static Str title_of(const Document *doc, const Part *part)
{
    if (part->title.len > 0 && !label_is_headline(doc, part))
        return part->title;
    if (part->spec && part->spec->title.len > 0)
        return part->spec->title;
    return part->id.len > 0 ? part->id : kind_title(part->kind, doc->lang);
}

static Str label_of(const Maker *m, const Block *block, int number)
{
    const Document *doc = m->doc;

    if (block->part == NO_INDEX)
        return arena_printf(m->arena, "%d", number);
    const Part *part = &doc->parts[block->part];
    Str title = title_of(doc, part);
    if (block->question != NO_INDEX)
        number = doc->questions[block->question].number;
    else if (region_is_faq(part->region))
        return title;
    return arena_printf(m->arena, "%.*s %d", STR_ARG(title), number);
}

static void add_text(Maker *m, const Block *block)
{
    Str words = block->prose.text;

    if (m->text.len > 0)
        strbuf_addc(&m->text, '\n');
    if (block->kind == BLOCK_ITEM && block->question == NO_INDEX)
        strbuf_addz(&m->text, "- ");
    strbuf_add(&m->text,
               words.len > 0 ? words : str_range(m->doc->bytes, block->range));
}

static void close_unit(Maker *m)
{
    if (m->count > 0 && m->text.len > 0)
        m->units[m->count - 1].text = arena_str(m->arena, strbuf_view(&m->text));
    strbuf_clear(&m->text);
}

static void open_unit(Maker *m, const Block *block)
{
    const Part *part = block->part == NO_INDEX ? NULL : &m->doc->parts[block->part];

    close_unit(m);
    m->number = m->count > 0 && m->part == block->part ? m->number + 1 : 1;
    m->part = block->part;
    m->question = block->question;
    m->units = arena_grow(m->arena, m->units, m->count, &m->cap, sizeof *m->units);
    m->units[m->count++] = (ReadingUnit){
        .label = label_of(m, block, m->number),
        .part = !part              ? (Str){0}
                : part->id.len > 0 ? part->id
                                   : str_from(part_kind_name(part->kind)),
        .range = block->range,
    };
    if (m->heading_part == block->part) /* else nothing followed it there */
        strbuf_add(&m->text, strbuf_view(&m->heading));
    strbuf_clear(&m->heading);
}

/* Does a block belong to the unit before it: the same pair, list or quotation? */
static bool goes_on(const Maker *m, const Block *block)
{
    if (m->count == 0 || m->part != block->part || m->question != block->question)
        return false;
    bool same = (m->listed && block->depth > 0) || (m->quoted && block->quoted);
    return block->question != NO_INDEX || (same && m->heading.len == 0);
}

static void take_heading(Maker *m, const Block *block)
{
    const Part *part = block->part == NO_INDEX ? NULL : &m->doc->parts[block->part];

    if (!part || block->range.start < part->label.end)
        return; /* the title of the document, the label of a part */
    strbuf_clear(&m->heading);
    strbuf_add(&m->heading, block->prose.text);
    m->heading_part = block->part;
}

static void take_block(Maker *m, const Block *block)
{
    bool words = block->prose.text.len > 0 || block->kind == BLOCK_CODE ||
                 block->kind == BLOCK_TABLE;

    if (!words)
        return;
    if (block->kind == BLOCK_HEADING && block->question == NO_INDEX &&
        !is_headline(m->doc, block)) {
        take_heading(m, block);
        return;
    }
    if (!goes_on(m, block))
        open_unit(m, block);
    m->listed = block->depth > 0;
    m->quoted = block->quoted;
    m->units[m->count - 1].range.end = block->range.end;
    add_text(m, block);
}

void reading_make(const Document *doc, Arena *arena, ReadingUnits *out)
{
    Maker m = {.doc = doc, .arena = arena, .part = NO_INDEX, .question = NO_INDEX};
    size_t length = 0;
    size_t rate =
        lang_counts_graphemes(doc->lang) ? GRAPHEMES_A_MINUTE : WORDS_A_MINUTE;

    for (size_t i = 0; i < doc->block_count; i++) {
        take_block(&m, &doc->blocks[i]);
        length += doc->lengths[i];
    }
    close_unit(&m);
    strbuf_deinit(&m.text);
    strbuf_deinit(&m.heading);
    *out = (ReadingUnits){.units = m.units,
                          .count = m.count,
                          .seconds = (int)((length * 60 + rate - 1) / rate)};
}

int reading_minutes(const ReadingUnits *reading)
{
    return (reading->seconds + 59) / 60;
}

size_t reading_at(const ReadingUnits *reading, size_t offset)
{
    size_t low = 0, high = reading->count;

    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (reading->units[mid].range.end <= offset)
            low = mid + 1;
        else
            high = mid;
    }
    return low < reading->count && reading->units[low].range.start <= offset ? low
                                                                             : NO_INDEX;
}

/* -- what a person means --------------------------------------------------------------
 */

/* "Problem 2" into "Problem" and "2"; the number is empty when there is none. */
static void split_name(Str name, Str *title, Str *number)
{
    size_t at = name.len;

    while (at > 0 && name.ptr[at - 1] >= '0' && name.ptr[at - 1] <= '9')
        at--;
    *number = str_slice(name, at, name.len);
    *title = str_trim(str_slice(name, 0, at));
}

static bool starts_folded(Str text, Str folded_start)
{
    StrBuf folded = {0};

    unicode_fold_str(text, &folded);
    bool starts = str_starts(strbuf_view(&folded), folded_start);
    strbuf_deinit(&folded);
    return starts;
}

static bool is_meant(const ReadingUnit *unit, Str title, Str number)
{
    Str own_title, own_number;

    split_name(unit->label, &own_title, &own_number);
    return str_eq(own_number, number) && starts_folded(own_title, title);
}

size_t reading_find(const ReadingUnits *reading, size_t first, size_t end, Str name)
{
    Str title, number;
    StrBuf folded = {0};
    size_t found = NO_INDEX, count = 0;

    split_name(str_trim(name), &title, &number);
    unicode_fold_str(title, &folded);
    for (size_t i = first; i < end && i < reading->count; i++) {
        const ReadingUnit *unit = &reading->units[i];
        if (str_eq_nocase(unit->label, str_trim(name))) {
            found = i;
            count = 1;
            break;
        }
        if (name.len > 0 && is_meant(unit, strbuf_view(&folded), number)) {
            found = i;
            count++;
        }
    }
    strbuf_deinit(&folded);
    return count == 1 ? found : NO_INDEX;
}
