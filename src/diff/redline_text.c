#include <string.h>

#include "base/message.h"
#include "base/unicode.h"
#include "diff/redline.h"
#include "diff/wording.h"
#include "text/wrap.h"

enum {
    INDENT = 2,
    MOVED_CELLS = 48, /* of a block that went elsewhere, where it is shown whole */
};

/* Bold tells added from removed where colours do not. */
#define ANSI_ADDED   "\033[1;34m"
#define ANSI_REMOVED "\033[33m"
#define ANSI_BOLD    "\033[1m"
#define ANSI_RESET   "\033[0m"

/* A paragraph before it is wrapped: its text, and the kind of change each byte
 * belongs to. */
typedef struct Paragraph {
    StrBuf text;
    StrBuf kinds; /* a ChangeKind for each byte of the text */
} Paragraph;

typedef struct Printer {
    const Redline *r;
    const RedlineText *options;
    const Wording *wording;
    Arena arena; /* rows */
    Paragraph paragraph;
    StrBuf *out;
    size_t start; /* of what is printed, in out */
} Printer;

static void print_empty_line(Printer *p)
{
    if (p->out->len > p->start)
        strbuf_addc(p->out, '\n');
}

static void add_text(Paragraph *p, Str text, ChangeKind kind)
{
    strbuf_add(&p->text, text);
    strbuf_add_repeat(&p->kinds, (char)kind, text.len);
}

static bool lines_count(BlockKind kind)
{
    return kind == BLOCK_CODE || kind == BLOCK_TABLE || kind == BLOCK_HTML;
}

/* The text of a change: a soft line break and the white space around it are one
 * space; where lines count, they are joined by LF. */
static void add_visible(Paragraph *p, Str text, ChangeKind kind, bool lines)
{
    StrBuf visible = {0};
    Str rest = text, line;
    bool first = true;

    while (str_next_line(&rest, &line)) {
        if (!first)
            strbuf_addc(&visible, lines ? '\n' : ' ');
        Str shown = lines ? line : first ? str_trim_end(line) : str_trim(line);
        unicode_visible(shown, VISIBLE_ONE_LINE, &visible);
        first = false;
    }
    add_text(p, strbuf_view(&visible), kind);
    strbuf_deinit(&visible);
}

static void add_change(Paragraph *p, const Change *change, BlockKind kind, bool first)
{
    static const char *const open[] = {
        [CHANGE_SAME] = "", [CHANGE_ADDED] = "{+", [CHANGE_REMOVED] = "[-"};
    static const char *const close[] = {
        [CHANGE_SAME] = "", [CHANGE_ADDED] = "+}", [CHANGE_REMOVED] = "-]"};
    bool lines = lines_count(kind);

    if (!first && change->gap != GAP_NONE)
        add_text(p, lines && change->gap == GAP_LINE ? STR("\n") : STR(" "),
                 CHANGE_SAME);
    add_text(p, str_from(open[change->kind]), change->kind);
    add_visible(p, change->text, change->kind, lines);
    add_text(p, str_from(close[change->kind]), change->kind);
}

static void set_style(const Printer *p, char from, char to)
{
    static const char *const codes[] = {[CHANGE_SAME] = "",
                                        [CHANGE_ADDED] = ANSI_ADDED,
                                        [CHANGE_REMOVED] = ANSI_REMOVED};

    if (!p->options->color || from == to)
        return;
    if (from != CHANGE_SAME)
        strbuf_addz(p->out, ANSI_RESET);
    strbuf_addz(p->out, codes[(int)to]);
}

/* One row; its colours start and end in it. */
static void print_row(Printer *p, Str row, const char *kinds)
{
    char kind = CHANGE_SAME;

    row = str_trim_end(row);
    if (row.len)
        strbuf_add_repeat(p->out, ' ', INDENT);
    for (size_t i = 0; i < row.len; i++) {
        set_style(p, kind, kinds[i]);
        kind = kinds[i];
        strbuf_addc(p->out, row.ptr[i]);
    }
    set_style(p, kind, CHANGE_SAME);
    strbuf_addc(p->out, '\n');
}

static void print_line(Printer *p, Str line, const char *kinds)
{
    const WrapRow *rows = NULL;
    size_t count = 0;
    int width = p->options->width - INDENT;

    if (p->options->width == 0 || width < 2) {
        print_row(p, line, kinds);
        return;
    }
    wrap_line(line, width, &p->arena, &rows, &count);
    for (size_t i = 0; i < count; i++)
        print_row(p, str_range(line, rows[i].range), kinds + rows[i].range.start);
}

/* Print the paragraph collected and empty it. */
static void print_paragraph(Printer *p)
{
    Str text = strbuf_view(&p->paragraph.text), rest = text, line;

    while (str_next_line(&rest, &line))
        print_line(p, line, p->paragraph.kinds.ptr + (line.ptr - text.ptr));
    strbuf_clear(&p->paragraph.text);
    strbuf_clear(&p->paragraph.kinds);
    arena_reset(&p->arena);
}

static Str part_title(const Printer *p, const RedlinePart *part)
{
    if (part->title.len)
        return part->title;
    return str_from(p->r->part_count > 1 ? p->wording->opening : p->wording->whole);
}

/* "[moved here from Problem] " before the text of a moved block. */
static void add_move(Printer *p, const RedlineBlock *block, const RedlinePart *part)
{
    const RedlinePart *other = &p->r->parts[block->other_part];
    bool here = block->state == BLOCK_MOVED_HERE;
    StrBuf note = {0}, title = {0};

    unicode_visible(part_title(p, other), VISIBLE_ONE_LINE, &title);
    strbuf_addc(&note, '[');
    if (other == part)
        strbuf_addz(&note, here ? p->wording->moved_here : p->wording->moved_away);
    else
        message_addf(&note, here ? p->wording->moved_from : p->wording->moved_to,
                     strbuf_cstr(&title));
    strbuf_addz(&note, "] ");
    add_text(&p->paragraph, strbuf_view(&note), here ? CHANGE_ADDED : CHANGE_REMOVED);
    strbuf_deinit(&note);
    strbuf_deinit(&title);
}

/* The first words of a block that is shown whole where it went. */
static void add_beginning(Paragraph *p, Str text)
{
    Str line = text;

    str_next_line(&text, &line);
    Str start = unicode_fit_words(line, MOVED_CELLS);
    add_visible(p, start, CHANGE_SAME, false);
    if (start.len < line.len || text.len)
        add_text(p, STR(" ..."), CHANGE_SAME);
}

static void print_block(Printer *p, const RedlineBlock *block, const RedlinePart *part)
{
    if (block->state == BLOCK_MOVED_HERE || block->state == BLOCK_MOVED_AWAY)
        add_move(p, block, part);
    if (block->state == BLOCK_MOVED_AWAY)
        add_beginning(&p->paragraph, block->changes[0].text);
    else
        for (size_t i = 0; i < block->change_count; i++)
            add_change(&p->paragraph, &block->changes[i], block->kind, i == 0);
    print_paragraph(p);
}

/* Is the unchanged block worth showing beside a change? */
static bool is_context(const Printer *p, const RedlinePart *part, size_t at)
{
    const RedlineBlock *blocks = p->r->blocks + part->first_block;
    BlockKind kind = blocks[at].kind;

    if (kind == BLOCK_HEADING || kind == BLOCK_HTML || kind == BLOCK_RULE)
        return false;
    return (at > 0 && blocks[at - 1].state != BLOCK_SAME) ||
           (at + 1 < part->block_count && blocks[at + 1].state != BLOCK_SAME);
}

/* Unchanged blocks far from a change, and the comments of a pair that moved. */
static bool is_left_out(const Printer *p, const RedlinePart *part, size_t at)
{
    const RedlineBlock *block = &p->r->blocks[part->first_block + at];
    bool moved = block->state == BLOCK_MOVED_HERE || block->state == BLOCK_MOVED_AWAY;

    if (p->options->unchanged)
        return false;
    return moved ? block->kind == BLOCK_HTML
                 : block->state == BLOCK_SAME && !is_context(p, part, at);
}

static void print_head(Printer *p, const RedlinePart *part)
{
    bool whole = part->old_part == NO_INDEX || part->new_part == NO_INDEX;
    bool nameless = part->old_part == NO_INDEX && part->new_part == NO_INDEX;

    strbuf_addz(p->out, p->options->color ? ANSI_BOLD : "");
    unicode_visible(part_title(p, part), VISIBLE_ONE_LINE, p->out);
    strbuf_addz(p->out, p->options->color ? ANSI_RESET : "");
    if (whole && !nameless)
        strbuf_addf(p->out, " (%s)",
                    part->new_part == NO_INDEX ? p->wording->removed
                                               : p->wording->added);
    if (part->added || part->removed) {
        strbuf_addz(p->out, ": ");
        wording_counts(part->added, part->removed, "-", p->r->lang, p->options->lang,
                       p->out);
    }
    strbuf_addc(p->out, '\n');
}

static void print_part(Printer *p, const RedlinePart *part)
{
    bool skipped = false;

    print_empty_line(p);
    print_head(p, part);
    for (size_t i = 0; i < part->block_count; i++) {
        const RedlineBlock *block = &p->r->blocks[part->first_block + i];
        if (is_left_out(p, part, i)) {
            skipped = block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_ITEM;
            continue;
        }
        strbuf_addc(p->out, '\n');
        if (skipped && i > 0)
            strbuf_addz(p->out, "  ...\n\n");
        skipped = false;
        print_block(p, block, part);
    }
}

static void add_value(Paragraph *p, Str value, ChangeKind kind)
{
    Change change = {kind, GAP_SPACE, value};

    if (value.len)
        add_change(p, &change, BLOCK_PARAGRAPH, false);
}

static void print_details(Printer *p)
{
    print_empty_line(p);
    strbuf_addz(p->out, p->options->color ? ANSI_BOLD : "");
    strbuf_addz(p->out, p->wording->details);
    strbuf_addz(p->out, p->options->color ? ANSI_RESET "\n" : "\n");
    if (p->r->meta_count)
        strbuf_addc(p->out, '\n');
    for (size_t i = 0; i < p->r->meta_count; i++) {
        const MetaChange *meta = &p->r->meta[i];
        add_visible(&p->paragraph, meta->key, CHANGE_SAME, false);
        add_text(&p->paragraph, STR(":"), CHANGE_SAME);
        add_value(&p->paragraph, meta->before, CHANGE_REMOVED);
        add_value(&p->paragraph, meta->after, CHANGE_ADDED);
        print_paragraph(p);
    }
}

void redline_total(const Redline *r, Lang lang, StrBuf *out)
{
    const Wording *wording = wording_of(lang);
    int sections = 0;

    if (r->parts_changed == 0 && !r->front_matter_changed)
        strbuf_addz(out, r->equal            ? wording->nothing
                         : r->hidden_changed ? wording->hidden
                                             : wording->layout);
    if (r->parts_changed == 0)
        return;
    for (size_t i = 0; i < r->part_count; i++)
        sections += r->parts[i].title.len > 0 || r->parts[i].changed;
    if (sections == 1)
        strbuf_addz(out, wording->section_changed);
    else
        strbuf_addf(out, wording->sections_changed, r->parts_changed, sections);
    if (r->added || r->removed) {
        strbuf_addz(out, ", ");
        wording_counts(r->added, r->removed, "-", r->lang, lang, out);
    }
}

static void print_totals(Printer *p)
{
    size_t start = p->out->len;

    redline_total(p->r, p->options->lang, p->out);
    if (p->out->len > start)
        strbuf_addc(p->out, '\n');
}

void redline_text(const Redline *r, const RedlineText *options, StrBuf *out)
{
    Printer p = {.r = r,
                 .options = options,
                 .wording = wording_of(options->lang),
                 .out = out,
                 .start = out->len};

    if (!options->only)
        print_totals(&p);
    if (!options->only && r->front_matter_changed)
        print_details(&p);
    for (size_t i = 0; i < r->part_count; i++) {
        const RedlinePart *part = &r->parts[i];
        if (options->only
                ? part == options->only
                : part->changed || (options->unchanged && part->block_count > 0))
            print_part(&p, part);
    }
    strbuf_deinit(&p.paragraph.text);
    strbuf_deinit(&p.paragraph.kinds);
    arena_deinit(&p.arena);
}
