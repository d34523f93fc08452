/* The page of the five questions: who has written how much, then what all wrote, beside
 * each other. */
#include "base/message.h"
#include "base/unicode.h"
#include "text/wrap.h"
#include "ui/five_view.h"
#include "ui/page.h"

enum { CELLS_LEAST = 22, GAP = 2, COLUMNS_MOST = 12 };

static void linez(PageBuilder *b, Style style, const char *text, int indent)
{
    page_addz(b, style, text);
    page_end(b, indent);
}

static void add_person(const FivePerson *p, PageBuilder *b)
{
    int count = 0;
    StrBuf text = {0};

    for (size_t i = 0; i < FIVE_QUESTIONS; i++)
        count += p->answered >> i & 1;
    message_addf(&text,
                 count == FIVE_QUESTIONS ? _("%.*s: all five")
                                         : _("%.*s: %d of %d, not done yet"),
                 STR_ARG(strbuf_view(&p->name)), count, FIVE_QUESTIONS);
    page_add(b, count == FIVE_QUESTIONS ? STYLE_BOLD : STYLE_TEXT, strbuf_view(&text));
    page_end(b, 2);
    strbuf_deinit(&text);
}

static void add_hidden(const Model *m, PageBuilder *b)
{
    linez(b, STYLE_TITLE, _("Five questions, each person alone"), 0);
    page_blank(b);
    linez(b, STYLE_TEXT,
          _("Who types answers the five customer questions. Nobody sees the answers "
            "until all are revealed together. Then the group writes its own."),
          0);
    page_blank(b);
    for (size_t i = 0; i < FIVE_QUESTIONS; i++) {
        const BankQuestion *row = five_row(m, i);
        StrBuf number = {0};
        strbuf_addf(&number, "%d  ", (int)i + 1);
        page_add(b, STYLE_KEY, strbuf_view(&number));
        page_add(b, STYLE_TEXT, row ? row->text[message_lang()] : five_id(i));
        page_end(b, 3);
        strbuf_deinit(&number);
    }
    page_blank(b);
    linez(b, STYLE_TITLE, _("Sheets"), 0);
    for (size_t i = 0; i < m->five->count; i++)
        add_person(&m->five->people[i], b);
    if (m->five->count == 0)
        linez(b, STYLE_TEXT, _("Nobody has answered yet."), 0);
}

/* -- what all wrote --------------------------------------------------------------- */

typedef struct SheetAnswer {
    Str who, words;
} SheetAnswer;

/* The answers to a question: of each person, and of the group where it has one. */
static SheetAnswer *answers_to(const Model *m, size_t question, Arena *arena,
                               size_t *count)
{
    const FiveView *v = m->five;
    SheetAnswer *all = arena_array(arena, v->count + 1, sizeof *all);
    Str group = answers_get(&v->group, five_id(question));

    *count = 0;
    for (size_t k = 0; k < v->count; k++)
        all[(*count)++] =
            (SheetAnswer){strbuf_view(&v->people[k].name),
                          answers_get(&v->people[k].words, five_id(question))};
    if (group.len > 0)
        all[(*count)++] = (SheetAnswer){str_from(_("The group")), group};
    return all;
}

static void add_answer(PageBuilder *b, Str who, Str words)
{
    StrBuf name = {0};
    Str line;

    strbuf_addf(&name, "%.*s: ", STR_ARG(who));
    page_add(b, STYLE_BOLD, strbuf_view(&name));
    strbuf_deinit(&name);
    if (words.len == 0)
        page_addz(b, STYLE_GUIDE, _("no answer"));
    for (bool first = true; words.len > 0 && str_next_line(&words, &line);
         first = false) {
        if (!first)
            page_end(b, 2);
        page_add(b, STYLE_TEXT, line);
    }
    page_end(b, 2);
}

/* -- … in columns -------------------------------------------------------------------
 */

typedef struct Column {
    Str *rows;
    size_t count, cap;
} Column;

/* The rows of an answer, each line of it wrapped; what cannot be shown is made visible.
 */
static void fill_column(const SheetAnswer *answer, int cells, Arena *arena, Column *out)
{
    Str words = answer->words.len > 0 ? answer->words : str_from(_("no answer")), line;

    *out = (Column){0};
    while (str_next_line(&words, &line)) {
        const WrapRow *rows = NULL;
        size_t count = 0;
        StrBuf visible = {0};
        unicode_visible(line, VISIBLE_ONE_LINE, &visible);
        Str text = arena_str(arena, strbuf_view(&visible));
        strbuf_deinit(&visible);
        wrap_line(text, cells, arena, &rows, &count);
        for (size_t i = 0; i < count; i++) {
            out->rows =
                arena_grow(arena, out->rows, out->count, &out->cap, sizeof(Str));
            out->rows[out->count++] = str_trim_end(str_range(text, rows[i].range));
        }
    }
}

/* A cell, filled up to the next column. */
static void add_cell(PageBuilder *b, Style style, Str text, int cells, bool last)
{
    StrBuf cell = {0};
    Str shown = unicode_fit(text, cells);
    int width = unicode_width(shown);

    strbuf_add(&cell, shown);
    if (!last)
        strbuf_add_repeat(&cell, ' ', (size_t)(cells - width + GAP));
    page_add(b, style, strbuf_view(&cell));
    strbuf_deinit(&cell);
}

/* Some answers beside each other: the names, then their rows. */
static void add_beside(PageBuilder *b, const SheetAnswer *answers, size_t count,
                       int cells)
{
    Column columns[COLUMNS_MOST];
    size_t rows = 0;

    for (size_t k = 0; k < count; k++) {
        add_cell(b, STYLE_BOLD, answers[k].who, cells, k + 1 == count);
        fill_column(&answers[k], cells, b->arena, &columns[k]);
        rows = columns[k].count > rows ? columns[k].count : rows;
    }
    page_end(b, 0);
    for (size_t i = 0; i < rows; i++) {
        for (size_t k = 0; k < count; k++)
            add_cell(b, answers[k].words.len > 0 ? STYLE_TEXT : STYLE_GUIDE,
                     i < columns[k].count ? columns[k].rows[i] : STR(""), cells,
                     k + 1 == count);
        page_end(b, 0);
    }
}

/* As many beside each other as have room; the next ones stand below. */
static void add_columns(PageBuilder *b, const SheetAnswer *answers, size_t count)
{
    size_t room = (size_t)((b->width + GAP) / (CELLS_LEAST + GAP));

    room = room < COLUMNS_MOST ? room : COLUMNS_MOST;
    size_t lines = (count + room - 1) / room;  /* of columns */
    size_t each = (count + lines - 1) / lines; /* as even as can be */
    int cells = (b->width + GAP) / (int)each - GAP;

    for (size_t at = 0; at < count; at += each) {
        if (at > 0)
            page_blank(b);
        add_beside(b, answers + at, count - at < each ? count - at : each, cells);
    }
}

static void add_revealed(const Model *m, PageBuilder *b, bool columns)
{
    bool room = (b->width + GAP) / (CELLS_LEAST + GAP) > 1;

    for (size_t i = 0; i < FIVE_QUESTIONS; i++) {
        const BankQuestion *row = five_row(m, i);
        size_t count;
        SheetAnswer *answers = answers_to(m, i, b->arena, &count);
        if (i > 0)
            page_blank(b);
        page_add(b, STYLE_TITLE, row ? row->text[message_lang()] : five_id(i));
        page_end(b, 0);
        if (columns && room && count > 1) {
            add_columns(b, answers, count);
            continue;
        }
        for (size_t k = 0; k < count; k++)
            add_answer(b, answers[k].who, answers[k].words);
    }
}

void page_build_five(const Model *m, PageBuilder *b)
{
    if (!m->five)
        return;
    if (m->five->revealed)
        add_revealed(m, b, true);
    else
        add_hidden(m, b);
}

void page_build_five_lines(const Model *m, PageBuilder *b)
{
    if (m->five && m->five->revealed)
        add_revealed(m, b, false);
    else
        page_build_five(m, b);
}
