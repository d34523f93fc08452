#include "doc/document.h"

#include <limits.h>

#include "base/message.h"
#include "base/utf8.h"
#include "doc/blocks.h"
#include "doc/faq.h"
#include "doc/infer.h"
#include "doc/line.h"
#include "doc/parts.h"
#include "doc/stray.h"
#include "doc/verdict.h"
#include "text/word.h"

#define BOM "\xEF\xBB\xBF"

/* So much of a document tells its language. */
enum { GUESS_BYTES = 64 * 1024 };

/* -- bytes ---------------------------------------------------------------- */

static int line_number(Str bytes, size_t offset)
{
    size_t at = 0, lines = 0;
    Range line;

    while (at < offset && line_next(bytes, &at, &line))
        lines++;
    bool inside =
        at > offset || (at == offset && offset > 0 && bytes.ptr[at - 1] != '\n' &&
                        bytes.ptr[at - 1] != '\r');
    return (int)(inside || lines == 0 ? (lines == 0 ? 1 : lines) : lines + 1);
}

bool document_editable(Str bytes, Error *err)
{
    const char *wide = wide_encoding(bytes);

    if (!wide)
        return true;
    error_set(err, ERR_INVALID, _("this is %s text, not UTF-8"), wide);
    return error_hint(err, _("convert it: iconv -f %s -t UTF-8 OLD > NEW"), wide);
}

bool document_bytes_ok(Str bytes, size_t *offset, Error *err)
{
    size_t bad = 0;

    *offset = 0;
    if (!document_editable(bytes, err))
        return false;
    size_t nul = str_find_byte(bytes, '\0', 0);
    bool valid = utf8_valid(bytes, &bad);
    if (nul != STR_NONE && (valid || nul < bad)) {
        *offset = nul;
        error_set(err, ERR_INVALID, _("line %d holds a NUL byte"),
                  line_number(bytes, nul));
        return error_hint(
            err, "%s",
            _("if it is a text file, take them out: tr -d '\\000' <OLD >NEW"));
    }
    if (valid)
        return true;
    *offset = bad;
    error_set(err, ERR_INVALID, _("line %d is not UTF-8 text"),
              line_number(bytes, bad));
    const char *encoding = strays_encoding(bytes);
    if (encoding)
        return error_hint(err, _("convert it: iconv -f %s -t UTF-8 OLD > NEW"),
                          encoding);
    return error_hint(err, _("the writing screen shows the bytes as <FF>; "
                             "take them out there"));
}

/* -- reading -------------------------------------------------------------- */

static void read_metadata(Document *doc, Arena *arena)
{
    size_t bom = str_starts(doc->bytes, STR(BOM)) ? sizeof BOM - 1 : 0;

    frontmatter_read(doc->bytes, arena, &doc->meta, &doc->meta_error);
    doc->start = doc->meta.range.end > bom ? doc->meta.range.end : bom;
}

static void read_template(Document *doc, const Library *lib)
{
    Str body = str_slice(doc->bytes, doc->start, doc->bytes.len);
    Str id = metadata_get(&doc->meta, "template");

    if (!lang_parse(metadata_get(&doc->meta, "lang"), &doc->lang))
        doc->lang = lang_guess(utf8_cut(body, GUESS_BYTES));
    if (id.len > 0)
        doc->tmpl = library_template(lib, id, doc->lang);
}

static void read_prose(DocumentReader *r)
{
    for (size_t i = 0; i < r->count; i++)
        if (r->texts[i].count > 0)
            prose_read(r->doc->bytes, r->texts[i].lines, r->texts[i].count, r->arena,
                       &r->blocks[i].prose);
}

static void measure_blocks(Document *doc, Arena *arena)
{
    size_t *lengths = arena_array(arena, doc->block_count, sizeof *lengths);

    for (size_t i = 0; i < doc->block_count; i++)
        lengths[i] = prose_length(doc->blocks[i].prose.text, doc->lang);
    doc->lengths = lengths;
}

static Str title_of(const DocumentReader *r)
{
    Str title = metadata_get(&r->doc->meta, "title");

    for (size_t i = 0; i < r->count && title.len == 0; i++)
        if (r->blocks[i].kind == BLOCK_HEADING && r->blocks[i].level == 1)
            title = r->blocks[i].prose.text;
    return title;
}

void document_read(Str bytes, const Library *lib, Arena *arena, Document *out)
{
    DocumentReader r = {.doc = out, .lib = lib, .arena = arena};

    *out = (Document){.bytes = bytes};
    out->lines = line_starts(bytes, arena, &out->line_count);
    read_metadata(out, arena);
    read_template(out, lib);
    blocks_read(&r);
    parts_read(&r);
    infer_read(&r);
    faq_read(&r);
    read_prose(&r);
    out->blocks = r.blocks;
    out->block_count = r.count;
    out->parts = r.parts;
    out->part_count = r.part_count;
    out->questions = r.questions;
    out->question_count = r.question_count;
    measure_blocks(out, arena);
    out->title = title_of(&r);
    verdict_read(out, lib);
}

/* -- asking --------------------------------------------------------------- */

const char *found_name(Found found)
{
    static const char *const names[] = {
        [FOUND_MARKER] = "marker",
        [FOUND_LABEL] = "label",
        [FOUND_INFERRED] = "inferred",
    };

    return names[found];
}

const char *not_prfaq_name(NotPrfaq reason)
{
    static const char *const names[NOT_PRFAQ_COUNT] = {
        [PRFAQ_IS_ONE] = "",
        [NOT_PRFAQ_EMPTY] = "empty",
        [NOT_PRFAQ_TEMPLATE] = "template",
        [NOT_PRFAQ_MEDIA] = "media-release",
        [NOT_PRFAQ_DIGEST] = "digest",
        [NOT_PRFAQ_NOTES] = "notes",
        [NOT_PRFAQ_FAQ_ONLY] = "faq-only",
    };

    return names[reason];
}

void document_place_next(const Document *doc, size_t offset, Place *place)
{
    size_t low = 0, high = doc->line_count;

    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (doc->lines[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    size_t start = doc->lines[low];
    if (start == 0 && str_starts(doc->bytes, STR(BOM)))
        start = sizeof BOM - 1;
    int line = low < INT_MAX ? (int)low + 1 : INT_MAX;
    size_t before = 0;
    if (place->line == line && place->offset >= start && place->offset <= offset) {
        start = place->offset;
        before = (size_t)place->column - 1;
    }
    before += utf8_count(str_slice(doc->bytes, start, offset));
    *place = (Place){.offset = offset,
                     .line = line,
                     .column = before < INT_MAX ? (int)before + 1 : INT_MAX};
}

void document_place(const Document *doc, size_t offset, int *line, int *column)
{
    Place place = {0};

    document_place_next(doc, offset, &place);
    *line = place.line;
    *column = place.column;
}

const Part *document_part(const Document *doc, Str id_or_kind)
{
    PartKind kind;

    for (size_t i = 0; i < doc->part_count; i++)
        if (id_or_kind.len > 0 && str_eq(doc->parts[i].id, id_or_kind))
            return &doc->parts[i];
    if (!part_kind_parse(id_or_kind, &kind))
        return NULL;
    const Part *first = document_first(doc, kind);
    for (size_t i = 0; !first && i < doc->part_count; i++)
        if (part_tells(&doc->parts[i], kind))
            first = &doc->parts[i];
    return first;
}

const Part *document_first(const Document *doc, PartKind kind)
{
    for (size_t i = 0; i < doc->part_count; i++)
        if (doc->parts[i].kind == kind)
            return &doc->parts[i];
    return NULL;
}

bool part_tells(const Part *part, PartKind kind)
{
    return part->kind == kind || (part->also & PART_BIT(kind)) != 0;
}

size_t document_part_at(const Document *doc, size_t offset)
{
    size_t low = 0, high = doc->part_count;

    if (high == 0 || offset < doc->parts[0].range.start || offset > doc->bytes.len)
        return NO_INDEX;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (doc->parts[middle].range.start <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

size_t document_block_from(const Document *doc, size_t offset)
{
    size_t low = 0, high = doc->block_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (doc->blocks[middle].range.end <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t document_block_at(const Document *doc, size_t offset)
{
    size_t low = 0, high = doc->block_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (doc->blocks[middle].range.end < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low < doc->block_count && doc->blocks[low].range.start <= offset ? low
                                                                            : NO_INDEX;
}

/* -- lengths -------------------------------------------------------------- */

/* A headline may be a heading itself, without a label above it. */
static bool counts(const Part *part, const Block *b)
{
    bool opening =
        part && (part->kind == PART_HEADLINE || part->kind == PART_SUBHEADING);

    return b->kind == BLOCK_PARAGRAPH || b->kind == BLOCK_ITEM ||
           (b->kind == BLOCK_HEADING && opening);
}

/* A label that fills its block lies before the body. */
static bool in_body(const Part *part, const Block *b)
{
    return b->range.end > part->body.start;
}

static size_t block_length(const Document *doc, const Block *b)
{
    return doc->lengths[b - doc->blocks];
}

/* Where lengths are of words, they have been counted. */
static size_t block_words(const Document *doc, const Block *b)
{
    return lang_counts_graphemes(doc->lang) ? word_count(b->prose.text, doc->lang)
                                            : block_length(doc, b);
}

typedef size_t Measure(const Document *doc, const Block *b);

static size_t measure_part(const Document *doc, const Part *part, Measure *measure)
{
    size_t sum = 0;

    for (size_t i = 0; i < part->block_count; i++) {
        const Block *b = &doc->blocks[part->first_block + i];
        if (counts(part, b) && in_body(part, b))
            sum += measure(doc, b);
    }
    return sum;
}

size_t part_length(const Document *doc, const Part *part)
{
    return measure_part(doc, part, block_length);
}

size_t part_words(const Document *doc, const Part *part)
{
    return measure_part(doc, part, block_words);
}

bool part_is_empty(const Document *doc, const Part *part)
{
    for (size_t i = 0; i < part->block_count; i++) {
        const Block *b = &doc->blocks[part->first_block + i];
        if (!in_body(part, b) || b->kind == BLOCK_HTML || b->kind == BLOCK_RULE)
            continue;
        if (b->kind == BLOCK_CODE || b->kind == BLOCK_TABLE || b->prose.text.len > 0)
            return false;
    }
    return true;
}

size_t document_words(const Document *doc)
{
    size_t sum = 0;

    for (size_t i = 0; i < doc->block_count; i++)
        if (counts(NULL, &doc->blocks[i]))
            sum += block_words(doc, &doc->blocks[i]);
    return sum;
}
