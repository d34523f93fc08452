#include "check/unsilence.h"

#include "check/directive.h"
#include "check/rule.h"

/* The list of rules in a "prfaq-ok" comment. */
static bool find_ids(const Document *doc, const Finding *finding, Range *ids)
{
    Str comment = str_range(doc->bytes, finding->comment);
    Directive directive;

    if (finding->silencer != SILENCER_COMMENT ||
        !directive_parse(comment, &directive) || directive.kind != DIRECTIVE_OK ||
        directive.ids.len == 0)
        return false;
    size_t start = (size_t)(directive.ids.ptr - doc->bytes.ptr);
    *ids = (Range){start, start + directive.ids.len};
    return true;
}

/* The whole line, its line break too, when nothing but quote marks stands beside. */
static Range with_line(Str bytes, Range r)
{
    size_t start = r.start, end = r.end;

    while (start > 0 && (bytes.ptr[start - 1] == ' ' || bytes.ptr[start - 1] == '>'))
        start--;
    while (end < bytes.len && (bytes.ptr[end] == ' ' || bytes.ptr[end] == '\r'))
        end++;
    bool begins = start == 0 || bytes.ptr[start - 1] == '\n';
    bool ends = end == bytes.len || bytes.ptr[end] == '\n';
    if (begins && ends)
        return (Range){start, end < bytes.len ? end + 1 : end};
    while (r.start > 0 && bytes.ptr[r.start - 1] == ' ')
        r.start--;
    return r;
}

static void add_others(Str ids, Str rule, StrBuf *out)
{
    Str id;

    while (str_next_field(&ids, ',', &id)) {
        id = str_trim(id);
        if (id.len == 0 || str_eq(id, rule))
            continue;
        if (out->len > 0)
            strbuf_addz(out, ", ");
        strbuf_add(out, id);
    }
}

bool silence_remove(const Document *doc, const Finding *finding, Arena *arena, Fix *out)
{
    Range ids;
    StrBuf others = {0};

    if (!find_ids(doc, finding, &ids))
        return false;
    add_others(str_range(doc->bytes, ids), finding->rule->id, &others);
    *out = (Fix){.kind = FIX_REPLACE,
                 .range = others.len ? ids : with_line(doc->bytes, finding->comment),
                 .text = arena_str(arena, strbuf_view(&others))};
    strbuf_deinit(&others);
    return true;
}
