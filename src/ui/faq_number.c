#include "ui/faq_number.h"

#include <stdbool.h>

enum { DIGITS_MAX = 3 };

typedef struct Label {
    Range digits;
    bool lettered; /* "Q3", not only "3." */
} Label;

static size_t skip(Str line, size_t at, const char *set)
{
    while (at < line.len && str_find_byte(str_from(set), line.ptr[at], 0) != STR_NONE)
        at++;
    return at;
}

static size_t skip_letters(Str line, size_t at)
{
    static const char *const words[] = {"Question", "Answer", "질문", "답변", "Q",
                                        "A",        "q",      "a",    "문",   "답"};
    Str rest = str_slice(line, at, line.len);

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_starts(rest, str_from(words[i])))
            return at + str_from(words[i]).len;
    return at;
}

static bool label_of(Str line, Label *out)
{
    size_t start = skip(line, 0, " \t#*_>");
    size_t letters = skip_letters(line, start);
    size_t at = skip(line, letters, letters > start ? " ." : "");
    size_t end = at;

    while (end < line.len && line.ptr[end] >= '0' && line.ptr[end] <= '9')
        end++;
    if (end == at || end - at > DIGITS_MAX || end == line.len ||
        str_find_byte(STR(".):*_ "), line.ptr[end], 0) == STR_NONE)
        return false;
    *out = (Label){.digits = {at, end}, .lettered = letters > start};
    /* Without a letter only what ends like a label is one. */
    return out->lettered || line.ptr[end] == '.' || line.ptr[end] == ')';
}

int faq_number(Str pair)
{
    Str line;
    Label label;
    int number = -1;

    while (str_next_line(&pair, &line)) {
        if (str_is_blank(line) || str_starts(str_trim(line), STR("<!--")))
            continue;
        if (label_of(line, &label))
            str_to_int(str_range(line, label.digits), &number);
        return number;
    }
    return -1;
}

void faq_renumber(Str pair, int number, StrBuf *out)
{
    int own = faq_number(pair), found = -1;
    bool first = true;

    while (pair.len > 0) {
        size_t nl = str_find_byte(pair, '\n', 0);
        Str line = str_slice(pair, 0, nl == STR_NONE ? pair.len : nl + 1);
        Label label;
        bool words = !str_is_blank(line) && !str_starts(str_trim(line), STR("<!--"));
        bool ours = words && number >= 0 && label_of(line, &label) &&
                    (first || label.lettered) &&
                    str_to_int(str_range(line, label.digits), &found) && found == own;
        if (ours) {
            strbuf_add(out, str_slice(line, 0, label.digits.start));
            strbuf_addf(out, "%d", number);
            strbuf_add(out, str_slice(line, label.digits.end, line.len));
        } else {
            strbuf_add(out, line);
        }
        first = first && !words;
        pair = str_slice(pair, line.len, pair.len);
    }
}
