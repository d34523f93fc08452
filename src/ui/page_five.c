/* The page of the five questions: who has written how much, then what all wrote, beside
 * each other. */
#include "base/message.h"
#include "ui/five_view.h"
#include "ui/page_columns.h"

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

/* The answers to a question: of each person, and of the group where it has one. */
static PageColumn *answers_to(const Model *m, size_t question, Arena *arena,
                              size_t *count)
{
    const FiveView *v = m->five;
    PageColumn *all = arena_array(arena, v->count + 1, sizeof *all);
    Str group = answers_get(&v->group, five_id(question));

    *count = 0;
    for (size_t k = 0; k < v->count; k++)
        all[(*count)++] =
            (PageColumn){strbuf_view(&v->people[k].name),
                         answers_get(&v->people[k].words, five_id(question))};
    if (group.len > 0)
        all[(*count)++] = (PageColumn){str_from(_("The group")), group};
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

static void add_revealed(const Model *m, PageBuilder *b, bool columns)
{
    for (size_t i = 0; i < FIVE_QUESTIONS; i++) {
        const BankQuestion *row = five_row(m, i);
        size_t count;
        PageColumn *answers = answers_to(m, i, b->arena, &count);
        if (i > 0)
            page_blank(b);
        page_add(b, STYLE_TITLE, row ? row->text[message_lang()] : five_id(i));
        page_end(b, 0);
        if (columns && page_add_columns(b, answers, count))
            continue;
        for (size_t k = 0; k < count; k++)
            add_answer(b, answers[k].title, answers[k].words);
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
