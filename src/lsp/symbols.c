#include "lsp/symbols.h"

#include "base/utf8.h"
#include "doc/part.h"

enum {
    KIND_SECTION = 3,   /* SymbolKind.Namespace */
    KIND_QUESTION = 15, /* SymbolKind.String */
    NAME_MAX_BYTES = 120,
};

typedef struct Outline {
    const Client *client;
    const Buffer *buffer;
    RangeCursor whole, name; /* places in order */
    json_t *list;
} Outline;

typedef struct Symbol {
    Str name;
    const char *detail;
    int kind;
    Range range, selection;
    Str container;
} Symbol;

static Range without_space(Str bytes, Range r)
{
    Str s = str_range(bytes, r);
    Str trimmed = str_trim(s);

    if (trimmed.len == 0)
        return (Range){r.start, r.start};
    size_t start = r.start + (size_t)(trimmed.ptr - s.ptr);
    return (Range){start, start + trimmed.len};
}

static json_t *tree_symbol(Outline *o, const Symbol *s)
{
    const Document *doc = &o->buffer->reading.doc;
    json_t *whole = wire_range(o->client, doc, s->range, &o->whole);
    json_t *name = wire_range(o->client, doc, s->selection, &o->name);

    return json_pack("{s:o, s:s, s:i, s:o, s:o}", "name", wire_text(s->name), "detail",
                     s->detail, "kind", s->kind, "range", whole, "selectionRange",
                     name);
}

static json_t *flat_symbol(Outline *o, const Symbol *s)
{
    const Document *doc = &o->buffer->reading.doc;
    json_t *place = wire_range(o->client, doc, s->range, &o->whole);

    return json_pack("{s:o, s:i, s:{s:s, s:o}, s:o}", "name", wire_text(s->name),
                     "kind", s->kind, "location", "uri", o->buffer->uri, "range", place,
                     "containerName", wire_text(s->container));
}

static bool lies_in(Range inner, Range outer)
{
    return inner.start >= outer.start && inner.end <= outer.end;
}

/* Names are one line and never empty. */
static Str name_or(Str name, const char *otherwise)
{
    Str rest = str_trim(name), line = {0};

    (void)str_next_line(&rest, &line);
    line = str_trim(utf8_cut(line, NAME_MAX_BYTES));
    return line.len > 0 ? line : str_from(otherwise);
}

static Symbol part_symbol(const Document *doc, const Part *part)
{
    const char *kind = part_kind_name(part->kind);
    Symbol s = {.name = name_or(part->title, kind),
                .detail = kind,
                .kind = KIND_SECTION,
                .range = without_space(doc->bytes, part->range)};
    Range label = without_space(doc->bytes, part->label);

    s.selection = label.end > label.start && lies_in(label, s.range)
                      ? label
                      : (Range){s.range.start, s.range.start};
    return s;
}

static Symbol question_symbol(const Document *doc, const Question *q, Str container)
{
    Symbol s = {.name = name_or(q->text, "?"),
                .detail = q->audience == REGION_FAQ ? "" : region_name(q->audience),
                .kind = KIND_QUESTION,
                .range = without_space(doc->bytes, q->range),
                .container = container};
    Range line = without_space(doc->bytes, q->question);

    s.selection = lies_in(line, s.range) ? line : (Range){s.range.start, s.range.start};
    return s;
}

static void add_tree(Outline *o, const Part *part, const Symbol *section)
{
    const Document *doc = &o->buffer->reading.doc;
    json_t *symbol = tree_symbol(o, section), *children = json_array();

    for (size_t i = 0; i < part->question_count; i++) {
        Symbol q = question_symbol(doc, &doc->questions[part->first_question + i],
                                   section->name);
        json_array_append_new(children, tree_symbol(o, &q));
    }
    json_object_set_new(symbol, "children", children);
    json_array_append_new(o->list, symbol);
}

static void add_flat(Outline *o, const Part *part, const Symbol *section)
{
    const Document *doc = &o->buffer->reading.doc;

    json_array_append_new(o->list, flat_symbol(o, section));
    for (size_t i = 0; i < part->question_count; i++) {
        Symbol q = question_symbol(doc, &doc->questions[part->first_question + i],
                                   section->name);
        json_array_append_new(o->list, flat_symbol(o, &q));
    }
}

json_t *symbols_of(const Client *client, const Buffer *buffer)
{
    const Document *doc = &buffer->reading.doc;
    Outline o = {.client = client, .buffer = buffer, .list = json_array()};

    for (size_t i = 0; buffer->reading.reported && i < doc->part_count; i++) {
        Symbol section = part_symbol(doc, &doc->parts[i]);
        if (client->nested_symbols)
            add_tree(&o, &doc->parts[i], &section);
        else
            add_flat(&o, &doc->parts[i], &section);
    }
    return o.list;
}
