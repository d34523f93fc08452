#include "review/sheet.h"

static const char *const ids[FIVE_QUESTIONS] = {"five-customer", "five-problem",
                                                "five-benefit", "five-evidence",
                                                "five-experience"};

Str five_id(size_t index)
{
    return str_from(ids[index]);
}

unsigned sheet_answered(const Answers *sheet)
{
    unsigned mask = 0;

    for (size_t i = 0; i < FIVE_QUESTIONS; i++)
        if (answers_get(sheet, five_id(i)).len > 0)
            mask |= 1U << i;
    return mask;
}

/* Words of people are a quotation, so that nothing in them becomes a heading. */
static void add_quoted(StrBuf *out, Str words)
{
    Str line;

    while (str_next_line(&words, &line))
        strbuf_addf(out, ">%s%.*s\n", line.len > 0 ? " " : "", STR_ARG(line));
}

static void add_answer(StrBuf *out, Str who, Str words)
{
    if (words.len == 0)
        return;
    strbuf_addc(out, '\n');
    if (who.len > 0)
        strbuf_addf(out, "### %.*s\n\n", STR_ARG(who));
    add_quoted(out, words);
}

void sheet_page(const SheetPage *p, StrBuf *out)
{
    strbuf_addf(out, "# %.*s\n", STR_ARG(p->title));
    for (size_t i = 0; i < FIVE_QUESTIONS; i++) {
        const BankQuestion *row = questions_find(p->bank, five_id(i));
        strbuf_addf(out, "\n## %.*s\n", STR_ARG(row ? row->text[p->lang] : five_id(i)));
        if (p->group)
            add_answer(out, (Str){0}, answers_get(p->group, five_id(i)));
        for (size_t k = 0; k < p->count; k++)
            add_answer(out, answers_get(&p->sheets[k], STR("who")),
                       answers_get(&p->sheets[k], five_id(i)));
    }
}
