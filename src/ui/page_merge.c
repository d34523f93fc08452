/* The page of VIEW_MERGE: one place that both changed, and what to choose. */
#include "base/message.h"
#include "base/unicode.h"
#include "diff/merge_pieces.h"
#include "ui/merging.h"
#include "ui/page.h"

enum { LABELS = 6, LABEL_GAP = 2 };

typedef struct MergeRow {
    MergeTake take;
    StrBuf label;
} MergeRow;

/* Source text as one run of words: its line breaks are spaces here. */
static void add_words(PageBuilder *b, Style style, Str words)
{
    StrBuf line = {0};
    Str rest = words, part;

    while (str_next_line(&rest, &part)) {
        if (line.len > 0)
            strbuf_addc(&line, ' ');
        strbuf_add(&line, str_trim(part));
    }
    page_add(b, style, strbuf_view(&line));
    strbuf_deinit(&line);
}

static void add_piece(PageBuilder *b, const MergePiece *piece)
{
    if (piece->space)
        page_addz(b, STYLE_TEXT, " ");
    if (piece->added)
        page_addz(b, STYLE_ADDED, "{+");
    add_words(b, piece->added ? STYLE_ADDED : STYLE_TEXT, piece->text);
    if (piece->added)
        page_addz(b, STYLE_ADDED, "+}");
}

/* The words of one side, what is new in them marked. */
static void add_side(PageBuilder *b, Str base, Str words, Lang lang)
{
    Arena arena = {0};
    const MergePiece *pieces = NULL;
    size_t count = merge_pieces(base, words, lang, &arena, &pieces);

    for (size_t i = 0; i < count; i++)
        add_piece(b, &pieces[i]);
    arena_deinit(&arena);
}

static void add_label(const Merging *g, PageBuilder *b, const MergeRow *row, int width)
{
    StrBuf label = {0};

    strbuf_add(&label, strbuf_view(&row->label));
    strbuf_add_repeat(&label, ' ',
                      (size_t)(width - unicode_width(strbuf_view(&row->label))));
    bool chosen = row->take != MERGE_OPEN && g->choices[g->at].take == row->take;
    page_add(b, chosen ? STYLE_SELECTED : STYLE_KEY, strbuf_view(&label));
    b->block = chosen ? g->at : NO_INDEX;
    b->here =
        chosen || (g->choices[g->at].take == MERGE_OPEN && row->take == MERGE_MINE);
    strbuf_deinit(&label);
}

static void add_nothing(PageBuilder *b)
{
    page_addz(b, STYLE_GUIDE, _("(nothing: these words are taken out)"));
}

static void add_texts(const Merging *g, PageBuilder *b, MergeTake take)
{
    const MergeConflict *c = &g->merge.conflicts[g->at];
    Lang lang = g->docs[THREE_MINE].lang;
    bool mine = take == MERGE_MINE;

    switch (take) {
    case MERGE_MINE:
    case MERGE_THEIRS:
        if ((mine ? c->mine : c->theirs).len > 0)
            add_side(b, c->base, mine ? c->mine : c->theirs, lang);
        else
            add_nothing(b);
        break;
    case MERGE_BOTH:
        if (c->both.len > 0)
            add_words(b, STYLE_TEXT, c->both);
        else
            page_addz(b, STYLE_GUIDE, _("(not possible: both changed the same words)"));
        break;
    case MERGE_OWN:
        if (g->choices[g->at].take == MERGE_OWN)
            add_words(b, STYLE_TEXT, g->choices[g->at].own);
        break;
    case MERGE_OPEN:
    case MERGE_NEITHER:
        if (c->base.len > 0)
            add_words(b, STYLE_TEXT, c->base);
        else
            page_addz(b, STYLE_GUIDE, _("(nothing stood here)"));
        break;
    }
}

static void make_labels(const Merging *g, MergeRow rows[LABELS], int *width)
{
    const char *const words[LABELS] = {_("Before"),     _("1 Yours"),
                                       _("2 The file"), _("3 Both"),
                                       _("4 Neither"),  _("5 Write it yourself")};
    static const MergeTake takes[LABELS] = {MERGE_OPEN, MERGE_MINE,    MERGE_THEIRS,
                                            MERGE_BOTH, MERGE_NEITHER, MERGE_OWN};

    *width = 0;
    for (int i = 0; i < LABELS; i++) {
        rows[i] = (MergeRow){.take = takes[i]};
        if (takes[i] == MERGE_THEIRS && g->who.len > 0)
            strbuf_addf(&rows[i].label, "2 %s", strbuf_cstr(&g->who));
        else
            strbuf_addz(&rows[i].label, words[i]);
        int cells = unicode_width(strbuf_view(&rows[i].label)) + LABEL_GAP;
        /* The last one has words behind it only when they were written. */
        if (cells > *width && takes[i] != MERGE_OWN)
            *width = cells;
    }
}

static void add_rows(const Merging *g, PageBuilder *b)
{
    MergeRow rows[LABELS];
    int width = 0;

    make_labels(g, rows, &width);
    for (int i = 0; i < LABELS; i++) {
        int cells = unicode_width(strbuf_view(&rows[i].label));
        add_label(g, b, &rows[i],
                  cells + LABEL_GAP > width ? cells + LABEL_GAP : width);
        add_texts(g, b, rows[i].take);
        page_end(b, width);
        b->block = NO_INDEX;
        b->here = false;
        strbuf_deinit(&rows[i].label);
        if (rows[i].take == MERGE_THEIRS)
            page_blank(b);
    }
}

/* The paragraph of the result around the place. */
static Range paragraph_around(Str text, Range place)
{
    Range r = place;

    while (r.start > 0 && !(text.ptr[r.start - 1] == '\n' &&
                            (r.start < 2 || text.ptr[r.start - 2] == '\n' ||
                             text.ptr[r.start - 2] == '\r')))
        r.start--;
    while (r.end < text.len &&
           !str_starts(str_slice(text, r.end, text.len), STR("\n\n")) &&
           !str_starts(str_slice(text, r.end, text.len), STR("\r\n\r\n")))
        r.end++;
    return r;
}

static void add_result(const Merging *g, PageBuilder *b)
{
    Str text = strbuf_view(&g->result);
    Range place = g->places[g->at], r = paragraph_around(text, place);
    Str before = str_slice(text, r.start, place.start);
    Str after = str_slice(text, place.end, r.end);

    page_addz(b, STYLE_GUIDE, _("Result:"));
    page_end(b, 0);
    page_addz(b, STYLE_TEXT, "  ");
    add_words(b, STYLE_TEXT, before);
    if (before.len > 0 && str_trim_end(before).len < before.len)
        page_addz(b, STYLE_TEXT, " ");
    add_words(b, STYLE_BOLD, str_range(text, place));
    if (after.len > 0 && (after.ptr[0] == ' ' || after.ptr[0] == '\n'))
        page_addz(b, STYLE_TEXT, " ");
    add_words(b, STYLE_TEXT, after);
    page_end(b, 2);
}

static void add_count(const Merging *g, PageBuilder *b)
{
    const Merge *m = &g->merge;
    int alone = (int)(m->mine + m->theirs + m->alike);
    StrBuf line = {0};

    if (alone > 0) {
        message_addf(&line,
                     ngettext("%d place came together by itself.",
                              "%d places came together by themselves.",
                              (unsigned long)alone),
                     alone);
        strbuf_addz(&line, "  ");
    }
    message_addf(&line,
                 ngettext("%d was changed in both texts.",
                          "%d were changed in both texts.",
                          (unsigned long)m->conflict_count),
                 (int)m->conflict_count);
    page_add(b, STYLE_GUIDE, strbuf_view(&line));
    page_end(b, 0);
    strbuf_deinit(&line);
}

void page_build_merge(const Model *m, PageBuilder *b)
{
    const Merging *g = &m->merging;
    StrBuf place = {0};

    if (!g->open)
        return;
    add_count(g, b);
    page_blank(b);
    merging_place(g, &place);
    page_add(b, STYLE_BOLD, strbuf_view(&place));
    page_end(b, 0);
    strbuf_deinit(&place);
    page_blank(b);
    add_rows(g, b);
    page_blank(b);
    add_result(g, b);
}
