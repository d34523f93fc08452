#include "check/suppress.h"

#include "check/rule.h"
#include "doc/line.h"

bool rule_is_silenceable(const Rule *rule)
{
    return !str_eq(rule->group, STR("encoding"));
}

/* One line that no "-->" ends early. */
static Str clean_reason(Str reason, Arena *arena)
{
    StrBuf clean = {0};

    for (size_t i = 0; i < reason.len; i++) {
        char c = reason.ptr[i];
        bool space = (unsigned char)c <= ' ';
        if ((space || c == '-' || c == '>') && clean.len > 0 &&
            clean.ptr[clean.len - 1] == (space ? ' ' : '-'))
            continue;
        strbuf_addc(&clean, space ? ' ' : c);
    }
    Str kept = str_trim(strbuf_view(&clean));
    while (kept.len > 0 && kept.ptr[kept.len - 1] == '-')
        kept = str_trim(str_slice(kept, 0, kept.len - 1));
    kept = arena_str(arena, kept);
    strbuf_deinit(&clean);
    return kept;
}

bool silence_write(const Document *doc, const Finding *finding, Str reason,
                   Arena *arena, Fix *out)
{
    Str kept = clean_reason(reason, arena);
    size_t at = finding->range.start;

    if (kept.len == 0 || !rule_is_silenceable(finding->rule))
        return false;
    for (size_t b = 0; b < doc->block_count; b++) {
        if (doc->blocks[b].range.end < at)
            continue;
        at = doc->blocks[b].range.start;
        break;
    }
    size_t end = at;
    while (end < doc->bytes.len &&
           (doc->bytes.ptr[end] == ' ' || doc->bytes.ptr[end] == '>'))
        end++;
    Str prefix = str_slice(doc->bytes, at, end);
    *out = (Fix){.kind = FIX_INSERT, .range = {at, at}};
    out->text =
        arena_printf(arena, "%.*s<!-- prfaq-ok %.*s: %.*s -->\n", STR_ARG(prefix),
                     STR_ARG(finding->rule->id), STR_ARG(kept));
    return true;
}
