/* A new question with its answer, written as those around it are. */
#include "base/message.h"
#include "ui/cmd.h"
#include "ui/derive.h"
#include "ui/faq_number.h"
#include "ui/layout.h"

enum { LABEL_MAX = 24 }; /* bytes between a question and the words of its answer */

/* The pair to write the new one after: that of the caret, else the last of the first
 * FAQ; NO_INDEX: there is none. */
static size_t model_pair(const Editor *ed)
{
    const Derived *d = &ed->derived;
    size_t stop = derived_stop_at(ed, ed->caret);

    if (stop != NO_INDEX && d->stops[stop].question != NO_INDEX)
        return d->stops[stop].question;
    const Part *here = stop != NO_INDEX ? &d->doc.parts[d->stops[stop].part] : NULL;
    if (here && region_is_faq(here->region))
        return NO_INDEX;
    for (size_t i = 0; i < d->doc.part_count; i++)
        if (d->doc.parts[i].question_count > 0)
            return d->doc.parts[i].first_question + d->doc.parts[i].question_count - 1;
    return NO_INDEX;
}

/* What stands before and behind the words of a question in its line, and before
 * those of its answer. */
typedef struct PairStyle {
    Str before, behind, answer;
} PairStyle;

static PairStyle plain_style(Lang lang)
{
    return lang == LANG_KO ? (PairStyle){STR("**질문. "), STR("**"), STR("\n\n답.")}
                           : (PairStyle){STR("**Q. "), STR("**"), STR("\n\nA.")};
}

static PairStyle style_of(const Document *doc, const Question *q)
{
    PairStyle style = plain_style(doc->lang);
    Str line = str_range(doc->bytes, q->question);
    size_t at = str_find(line, q->text, 0);
    Str between = str_slice(doc->bytes, q->question.end, q->answer.start);

    if (q->text.len == 0 || at == STR_NONE || str_find_byte(line, '\n', 0) != STR_NONE)
        return style;
    style.before = str_slice(line, 0, at);
    style.behind = str_trim_end(str_slice(line, at + q->text.len, line.len));
    if (between.len > 0 && between.len <= LABEL_MAX)
        style.answer =
            str_trim_end(between).len > 0 ? str_trim_end(between) : STR("\n\n");
    return style;
}

/* The pairs behind it that count on, each one more. */
static Range count_on(const Document *doc, size_t question, StrBuf *out)
{
    const Question *q = &doc->questions[question];
    Range r = {q->range.end, q->range.end};
    int number = faq_number(str_range(doc->bytes, q->range));

    for (size_t i = question + 1; number >= 0 && i < doc->question_count; i++) {
        const Question *next = &doc->questions[i];
        Str pair = str_range(doc->bytes, next->range);
        if (next->part != q->part || faq_number(pair) != number + 1)
            break;
        faq_renumber(pair, ++number + 1, out);
        r.end = next->range.end;
    }
    return r;
}

static void add_lines(StrBuf *out, Str text, Str line_break)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '\n')
            strbuf_add(out, line_break);
        else if (text.ptr[i] != '\r')
            strbuf_addc(out, text.ptr[i]);
    }
}

static void write_pair(Model *m, size_t question)
{
    Editor *ed = &m->ed;
    const Document *doc = &ed->derived.doc;
    const Question *q = &doc->questions[question];
    Str line_break = editor_line_break(doc->bytes, q->question.start);
    PairStyle style = style_of(doc, q);
    StrBuf before = {0}, label = {0}, fresh = {0}, following = {0};
    Str pair = str_range(doc->bytes, q->range);
    int number = faq_number(pair);
    Range counted = count_on(doc, question, &following);
    size_t end = q->range.start + str_trim_end(pair).len;

    faq_renumber(style.before, number >= 0 ? number + 1 : -1, &before);
    faq_renumber(style.answer, number >= 0 ? number + 1 : -1, &label);
    add_lines(&fresh, STR("\n\n"), line_break);
    strbuf_add(&fresh, strbuf_view(&before));
    size_t caret = end + fresh.len;
    strbuf_add(&fresh, style.behind);
    add_lines(&fresh, strbuf_view(&label), line_break);
    strbuf_add(&fresh, str_slice(doc->bytes, end, counted.start));
    strbuf_add(&fresh, strbuf_view(&following));
    text_group_begin(ed->text);
    editor_replace(ed, (Range){end, counted.end}, strbuf_view(&fresh));
    text_group_end(ed->text);
    ed->caret = caret;
    strbuf_deinit(&before);
    strbuf_deinit(&label);
    strbuf_deinit(&fresh);
    strbuf_deinit(&following);
}

/* Where no question is asked yet: at the caret, on lines of its own. */
static void write_first(Model *m)
{
    Editor *ed = &m->ed;
    Str text = text_view(ed->text);
    Str line_break = editor_line_break(text, ed->caret);
    PairStyle style = plain_style(ed->derived.doc.lang);
    Range line = layout_line_range(ed, layout_line_of(ed, ed->caret));
    bool blank = str_is_blank(str_range(text, line));
    StrBuf fresh = {0};

    if (!blank)
        add_lines(&fresh, STR("\n\n"), line_break);
    strbuf_add(&fresh, style.before);
    size_t caret = line.end + fresh.len;
    strbuf_add(&fresh, style.behind);
    add_lines(&fresh, style.answer, line_break);
    text_group_begin(ed->text);
    editor_replace(ed, (Range){line.end, line.end}, strbuf_view(&fresh));
    text_group_end(ed->text);
    ed->caret = caret;
    strbuf_deinit(&fresh);
}

void cmd_new_question(Model *m, Effect *out)
{
    (void)out;
    if (derive_needed(m))
        derive(m);
    size_t question = model_pair(&m->ed);
    if (question != NO_INDEX)
        write_pair(m, question);
    else
        write_first(m);
    model_say(m, _("Type the question; the answer goes below it."));
}
