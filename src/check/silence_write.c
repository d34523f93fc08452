/* silence_write.c: the comment that silences one finding, put where it changes
 * nothing else. Every candidate is read again before it is taken. */
#include "check/remark.h"
#include "check/rule.h"
#include "check/suppress.h"
#include "doc/line.h"
#include "doc/mark.h"
#include "doc/markdown.h"

enum { INDENT_MAX = 5 }; /* of a comment behind the marker of an item */

typedef struct Silencing {
    const Document *doc;
    Arena *arena;
    Str rule, reason, newline;
    size_t block;    /* of the finding */
    size_t anchor;   /* the block above which the comment goes */
    Str marks;       /* white space and quote marks of its line */
    size_t markers;  /* list markers behind them */
    Str indent;      /* marks, and spaces as wide as the markers */
    int depth_least; /* list items that must be around the comment */
    Markdown before;
} Silencing;

/* One line that no "-->" ends early. */
static Str clean_reason(Str reason, Arena *arena)
{
    StrBuf clean = {0};

    for (size_t i = 0; i < reason.len; i++) {
        bool space = (unsigned char)reason.ptr[i] <= ' ' || reason.ptr[i] == 0x7F;
        char c = space ? ' ' : reason.ptr[i];
        if ((c == ' ' || c == '-') && clean.len > 0 && clean.ptr[clean.len - 1] == c)
            continue;
        if (c == '>' && clean.len > 0 && clean.ptr[clean.len - 1] == '-')
            strbuf_addc(&clean, ' ');
        strbuf_addc(&clean, c);
    }
    Str kept = str_trim(strbuf_view(&clean));
    while (str_ends(kept, STR("-")))
        kept = str_trim(str_slice(kept, 0, kept.len - 1));
    kept = arena_str(arena, kept);
    strbuf_deinit(&clean);
    return kept;
}

/* -- where ----------------------------------------------------------------- */

/* Is the block above a comment that must stay next to what it names? One that
 * stands under its label is read with the label, not with what follows. */
static bool is_bound_above(const Document *doc, size_t block)
{
    Str id = {0};

    if (block == 0 || !block_is_comment(doc, block - 1))
        return false;
    const Block *above = &doc->blocks[block - 1];
    Str between =
        str_slice(doc->bytes, above->range.end, doc->blocks[block].range.start);
    Str line = str_range(doc->bytes, above->range);
    while (above->quoted && str_starts(str_trim(line), STR(">")))
        line = str_slice(str_trim(line), 1, line.len);
    if (between.len > 2 || (between.len == 2 && between.ptr[0] != '\r'))
        return false;
    if (mark_comment(line, STR("prfaq-q"), &id))
        return true;
    if (!mark_comment(line, STR("prfaq-id"), &id))
        return false;
    Range label = above->part == NO_INDEX ? (Range){0} : doc->parts[above->part].label;
    return label.start == label.end || label.start > above->range.start;
}

static void read_anchor(Silencing *s)
{
    const Document *doc = s->doc;

    s->anchor = s->block;
    while (is_bound_above(doc, s->anchor))
        s->anchor--;
    const Block *b = &doc->blocks[s->anchor];
    Str line = str_range(doc->bytes, b->range);
    size_t at = 0, end = 0, marker;
    StrBuf indent = {0};

    while (at < line.len && (line_is_space(line.ptr[at]) || line.ptr[at] == '>'))
        at++;
    s->marks = str_slice(line, 0, at);
    s->markers = 0;
    for (end = at; b->depth > (int)s->markers; s->markers++) {
        marker = line_list_marker(line, (Range){end, line.len});
        if (marker == 0)
            break;
        end += marker;
        while (end < line.len && line_is_space(line.ptr[end]))
            end++;
    }
    strbuf_add(&indent, s->marks);
    for (; at < end; at++)
        strbuf_addc(&indent, line.ptr[at] == '\t' ? '\t' : ' ');
    s->indent = arena_str(s->arena, strbuf_view(&indent));
    strbuf_deinit(&indent);
    /* An item behind another of its list: the comment must not end the list. */
    int outer = b->depth - (int)s->markers + 1;
    bool follows = s->anchor > 0 && doc->blocks[s->anchor - 1].depth >= outer;
    s->depth_least = s->markers > 0 && follows ? outer : 0;
}

/* -- reading again --------------------------------------------------------- */

/* Comments that an edit adds: where each begins in the new Markdown. */
typedef struct Added {
    size_t at[2];
    size_t count;
} Added;

static bool same_kind(const MarkdownBlock *a, const MarkdownBlock *b)
{
    return a->kind == b->kind && a->level == b->level && a->depth == b->depth &&
           a->quoted == b->quoted && a->loose == b->loose;
}

static bool is_added(const Added *added, size_t next, const MarkdownBlock *b)
{
    return next < added->count && b->kind == BLOCK_HTML &&
           b->range.start == added->at[next];
}

/* Are the blocks the same but for the comments? A paragraph may be cut in two by
 * one, where the reader of documents cuts it anyway.
 *
 *   *depth  list items around the first comment */
static bool same_blocks(const Silencing *s, Str old_md, Str new_md,
                        const Markdown *after, const Added *added, int *depth)
{
    size_t next = 0, j = 0;

    for (size_t i = 0; i < s->before.block_count; i++) {
        const MarkdownBlock *old = &s->before.blocks[i];
        Str rest = str_range(old_md, old->range);
        bool whole = false;
        while (!whole && j < after->block_count) {
            const MarkdownBlock *b = &after->blocks[j++];
            Str bytes = str_range(new_md, b->range);
            if (is_added(added, next, b)) {
                *depth = next++ == 0 ? b->depth : *depth;
                continue;
            }
            if (!same_kind(old, b) || !str_starts(rest, bytes))
                return false;
            whole = rest.len == bytes.len;
            rest = str_slice(rest, bytes.len, rest.len);
            rest = str_slice(rest, str_starts(rest, s->newline) ? s->newline.len : 0,
                             rest.len);
            if (!whole && old->kind != BLOCK_PARAGRAPH && old->kind != BLOCK_ITEM)
                return false;
        }
        if (!whole)
            return false;
    }
    for (; j < after->block_count; j++)
        if (!is_added(added, next, &after->blocks[j]))
            return false;
        else
            *depth = next++ == 0 ? after->blocks[j].depth : *depth;
    return next == added->count;
}

/* Would the edit change nothing but add the comments? */
static bool edit_is_clean(const Silencing *s, const Fix *edit, const Added *added,
                          int *depth)
{
    const Document *doc = s->doc;
    Str old_md = str_slice(doc->bytes, doc->start, doc->bytes.len);
    StrBuf text = {0};
    Markdown after = {0};

    strbuf_add(&text, old_md);
    strbuf_splice(&text,
                  (Range){edit->range.start - doc->start, edit->range.end - doc->start},
                  edit->text);
    markdown_read(strbuf_view(&text), s->arena, &after);
    *depth = 0;
    bool clean = same_blocks(s, old_md, strbuf_view(&text), &after, added, depth);
    strbuf_deinit(&text);
    return clean;
}

/* -- forms ----------------------------------------------------------------- */

static void add_comment(const Silencing *s, Str prefix, const char *word, StrBuf *out)
{
    strbuf_addf(out, "%.*s<!-- %s %.*s", STR_ARG(prefix), word, STR_ARG(s->rule));
    if (strcmp(word, "prfaq-on") != 0)
        strbuf_addf(out, ": %.*s", STR_ARG(s->reason));
    strbuf_addz(out, " -->");
}

/* Turned off before the block and on again behind it. */
static bool write_pair(const Silencing *s, Str prefix, Fix *out)
{
    const Document *doc = s->doc;
    const Block *anchor = &doc->blocks[s->anchor], *block = &doc->blocks[s->block];
    Range range = {anchor->range.start, block->range.end};
    Added added = {.count = 2};
    StrBuf text = {0};
    int depth = 0;

    added.at[0] = range.start - doc->start;
    add_comment(s, prefix, "prfaq-off", &text);
    strbuf_add(&text, s->newline);
    strbuf_add(&text, str_range(doc->bytes, range));
    strbuf_add(&text, s->newline);
    added.at[1] = added.at[0] + text.len;
    add_comment(s, s->indent, "prfaq-on", &text);
    *out = (Fix){FIX_REPLACE, range, arena_str(s->arena, strbuf_view(&text))};
    strbuf_deinit(&text);
    return edit_is_clean(s, out, &added, &depth) && depth >= s->depth_least;
}

static bool write_one(const Silencing *s, Str prefix, Fix *out)
{
    size_t at = s->doc->blocks[s->anchor].range.start;
    Added added = {{at - s->doc->start}, 1};
    StrBuf text = {0};
    int depth = 0;

    add_comment(s, prefix, "prfaq-ok", &text);
    strbuf_add(&text, s->newline);
    *out = (Fix){FIX_INSERT, {at, at}, arena_str(s->arena, strbuf_view(&text))};
    strbuf_deinit(&text);
    if (!edit_is_clean(s, out, &added, &depth) || depth < s->depth_least)
        return false;
    return silence_end(s->doc, s->block, depth) == s->block + 1 ||
           write_pair(s, prefix, out);
}

/* Behind everything: for what is missing at the end. */
static bool write_end(const Silencing *s, Fix *out)
{
    Str bytes = s->doc->bytes;
    bool open = bytes.len > s->doc->start && bytes.ptr[bytes.len - 1] != '\n';
    Added added = {{bytes.len - s->doc->start}, 1};
    StrBuf text = {0};
    int depth = 0;

    if (open)
        strbuf_add(&text, s->newline);
    added.at[0] += text.len;
    add_comment(s, STR(""), "prfaq-ok", &text);
    strbuf_add(&text, s->newline);
    *out = (Fix){
        FIX_INSERT, {bytes.len, bytes.len}, arena_str(s->arena, strbuf_view(&text))};
    strbuf_deinit(&text);
    return edit_is_clean(s, out, &added, &depth);
}

static bool try_prefixes(const Silencing *s, Fix *out)
{
    if (s->depth_least == 0) {
        Str marks = s->marks;
        /* Indented code: its white space is content. */
        for (int i = 0; i < INDENT_MAX; i++) {
            if (write_one(s, marks, out))
                return true;
            if (marks.len == 0 || !line_is_space(marks.ptr[marks.len - 1]))
                return false;
            marks.len--;
        }
        return false;
    }
    if (write_one(s, s->indent, out))
        return true;
    for (int i = 2; i <= INDENT_MAX; i++)
        if (write_one(s, arena_printf(s->arena, "%.*s%*s", STR_ARG(s->marks), i, ""),
                      out))
            return true;
    return false;
}

bool silence_write(const Document *doc, const Finding *finding, Str reason,
                   Arena *arena, Fix *out)
{
    Silencing s = {.doc = doc,
                   .arena = arena,
                   .rule = finding->rule->id,
                   .reason = clean_reason(reason, arena),
                   .newline = line_break_of(doc->bytes)};
    bool found = false;

    *out = (Fix){0};
    if (s.reason.len == 0 || !rule_is_silenceable(finding->rule))
        return false;
    markdown_read(str_slice(doc->bytes, doc->start, doc->bytes.len), arena, &s.before);
    s.block = silence_block(doc, finding->range.start);
    if (s.block == doc->block_count) {
        found = write_end(&s, out);
    } else {
        read_anchor(&s);
        found = try_prefixes(&s, out);
    }
    if (!found)
        *out = (Fix){0};
    return found;
}
