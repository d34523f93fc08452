#include "check/unsilence.h"

#include "check/rule.h"

/* A comment and the list of rules in it. */
typedef struct OkComment {
    Range range; /* "<!-- … -->" */
    Range ids;   /* "hedge-word, hype-word" */
} OkComment;

static bool names_rule(Str ids, Str rule)
{
    Str id;

    while (str_next_field(&ids, ',', &id))
        if (str_eq(str_trim(id), rule))
            return true;
    return false;
}

/* Is there such a comment at "<!--"? */
static bool read_comment(Str bytes, size_t at, OkComment *out)
{
    size_t end = str_find(bytes, STR("-->"), at);
    Str mark = STR("prfaq-ok");
    size_t word = at + 4;

    if (end == STR_NONE)
        return false;
    while (word < end && bytes.ptr[word] == ' ')
        word++;
    size_t colon = str_find_byte(bytes, ':', word);
    if (!str_starts(str_slice(bytes, word, end), mark) || colon == STR_NONE ||
        colon > end)
        return false;
    *out = (OkComment){{at, end + 3}, {word + mark.len, colon}};
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
        strbuf_addz(out, out->len ? ", " : " ");
        strbuf_add(out, id);
    }
}

bool silence_remove(const Document *doc, const Finding *finding, Arena *arena, Fix *out)
{
    Str above = str_slice(doc->bytes, 0, finding->range.start);
    OkComment comment, found;
    bool any = false;
    StrBuf others = {0};

    for (size_t at = 0; (at = str_find(above, STR("<!--"), at)) != STR_NONE; at += 4) {
        if (!read_comment(doc->bytes, at, &comment) ||
            !names_rule(str_range(doc->bytes, comment.ids), finding->rule->id))
            continue;
        found = comment;
        any = true;
    }
    if (!any)
        return false;
    add_others(str_range(doc->bytes, found.ids), finding->rule->id, &others);
    *out = (Fix){.kind = FIX_REPLACE,
                 .range = others.len ? found.ids : with_line(doc->bytes, found.range),
                 .text = arena_str(arena, strbuf_view(&others))};
    strbuf_deinit(&others);
    return true;
}
