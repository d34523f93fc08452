#include "doc/heading.h"

#include "base/unicode.h"
#include "base/utf8.h"
#include "doc/mark.h"

enum { LABEL_BYTES = 100 }; /* what is longer is a sentence */

bool part_is_faq(const Part *part)
{
    if (!part)
        return false;
    return part->kind == PART_EXTERNAL_FAQ || part->kind == PART_INTERNAL_FAQ ||
           part->kind == PART_FAQ || region_is_faq(part->region);
}

bool heading_asks(Str words)
{
    return mark_question(words) > 0 || mark_asks(words);
}

const Label *heading_form(Str text)
{
    static const struct {
        const char *start, *end;
        Label label;
    } forms[] = {
        {"How ", " works", {.role = LABEL_PART, .kind = PART_EXPERIENCE}},
        {"How to use ", "", {.role = LABEL_PART, .kind = PART_EXPERIENCE}},
        {"How ", " solves it", {.role = LABEL_PART, .kind = PART_SOLUTION}},
        {"How ", " solves the problem", {.role = LABEL_PART, .kind = PART_SOLUTION}},
        {"How ", " solves this", {.role = LABEL_PART, .kind = PART_SOLUTION}},
        {"How ", " fixes it", {.role = LABEL_PART, .kind = PART_SOLUTION}},
        {"How ", " fixes this", {.role = LABEL_PART, .kind = PART_SOLUTION}},
        {"How ", " helps", {.role = LABEL_PART, .kind = PART_SOLUTION}},
        {"What ", " does", {.role = LABEL_PART, .kind = PART_SOLUTION}},
        {"Getting started with ",
         "",
         {.role = LABEL_PART, .kind = PART_GETTING_STARTED}},
        {"", "の特徴", {.role = LABEL_PART, .kind = PART_SOLUTION}},
        {"", "の独自性", {.role = LABEL_PART, .kind = PART_SOLUTION}},
        {"", "の使い方", {.role = LABEL_PART, .kind = PART_EXPERIENCE}},
        {"", " 사용 방법", {.role = LABEL_PART, .kind = PART_EXPERIENCE}},
        {"", "의 특징", {.role = LABEL_PART, .kind = PART_SOLUTION}},
    };

    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        Str start = str_from(forms[i].start), end = str_from(forms[i].end);
        if (text.len > start.len + end.len && text.len <= LABEL_BYTES &&
            str_eq_nocase(str_slice(text, 0, start.len), start) &&
            str_eq_nocase(str_slice(text, text.len - end.len, text.len), end))
            return &forms[i].label;
    }
    return NULL;
}

/* "For customers": a group of questions, by whom they are for. */
static bool starts_for(Str text)
{
    return text.len > 4 && str_eq_nocase(str_slice(text, 0, 4), STR("for "));
}

static const Label faq_labels[] = {
    {.role = LABEL_PART, .kind = PART_FAQ},
    {.role = LABEL_PART, .kind = PART_EXTERNAL_FAQ},
    {.role = LABEL_PART, .kind = PART_INTERNAL_FAQ},
};

static SignalCount signals_of(const DocumentReader *r, Str text)
{
    StrBuf folded = {0};
    SignalCount count = {0};

    signals_fold(text, &folded);
    signals_count(&r->lib->signals, strbuf_view(&folded), r->doc->lang, &count);
    strbuf_deinit(&folded);
    return count;
}

const Label *heading_group(const DocumentReader *r, Str text)
{
    SignalCount count = signals_of(r, utf8_cut(text, LABEL_BYTES));

    if (count.of[SIGNAL_INSIDE] > count.of[SIGNAL_OUTSIDE])
        return &faq_labels[2];
    return &faq_labels[count.of[SIGNAL_OUTSIDE] > 0];
}

const Label *heading_faq(const DocumentReader *r, const Part *last, Str text,
                         bool named)
{
    if (r->doc->tmpl || text.len > LABEL_BYTES || (!named && heading_asks(text)))
        return NULL;
    SignalCount count = signals_of(r, text);
    bool split =
        last && (last->kind == PART_EXTERNAL_FAQ || last->kind == PART_INTERNAL_FAQ);
    bool addressed = part_is_faq(last) && starts_for(text);
    bool asked = named || count.of[SIGNAL_FAQ] > 0 || addressed ||
                 (split && count.of[SIGNAL_QUESTIONS] > 0);
    if (!asked || count.of[SIGNAL_TITLE] > 0)
        return NULL;
    if (count.of[SIGNAL_INSIDE] > count.of[SIGNAL_OUTSIDE])
        return &faq_labels[2];
    if (count.of[SIGNAL_OUTSIDE] > 0)
        return &faq_labels[1];
    return split || addressed ? NULL : &faq_labels[0];
}
