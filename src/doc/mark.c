#include "doc/mark.h"

#include <string.h>

#include "doc/line.h"

enum { BOLD_LINES_MAX = 3, DIGITS_MAX = 3 };

/* clang-format off */
static const char *const question_words[] = {
    "FAQ", "Question", "Frage", "Pregunta", "Pergunta", "질문", "물음", "質問", "问题",
    "问", "問", "Q", "P", "В",
};
static const char *const answer_words[] = {
    "Answer", "Antwort", "Respuesta", "Resposta", "Réponse", "답변", "답", "回答", "答",
    "A", "R", "О",
};
/* clang-format on */

static size_t skip_space(Str s, size_t at)
{
    while (at < s.len && line_is_space(s.ptr[at]))
        at++;
    return at;
}

/* Length of ".", ":", ")" or one of their wide forms at `at`, else 0. */
static size_t closing_sign(Str s, size_t at)
{
    static const char *const signs[] = {".", ":", ")", "：", "．", "、", "）"};

    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
        if (str_starts(str_slice(s, at, s.len), str_from(signs[i])))
            return strlen(signs[i]);
    return 0;
}

static size_t skip_digits(Str s, size_t at)
{
    size_t end = at;

    while (end < s.len && end - at < DIGITS_MAX && s.ptr[end] >= '0' &&
           s.ptr[end] <= '9')
        end++;
    return end;
}

/* "WORD 12:", or 0. The sign must not be the start of something else: "A.B". */
static size_t word_mark(Str s, Str word)
{
    if (s.len < word.len || !str_eq_nocase(str_slice(s, 0, word.len), word))
        return 0;

    size_t at = word.len;
    size_t digits = at + (at < s.len && (s.ptr[at] == '-' || s.ptr[at] == ' '));
    at = skip_digits(s, digits) > digits ? skip_digits(s, digits) : at;
    size_t space = skip_space(s, at);
    size_t sign = closing_sign(s, space);
    if (sign == 0 || (space > at && s.ptr[space] == '.'))
        return 0;
    at = space + sign;
    if (sign == 1 && at < s.len && s.ptr[at - 1] != ':' && !line_is_space(s.ptr[at]) &&
        s.ptr[at] != '*' && s.ptr[at] != '_')
        return 0;
    return skip_space(s, at);
}

static size_t find_mark(Str s, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        /* Most lines differ in their first letter. */
        bool may = s.len > 0 && (s.ptr[0] | 0x20) == (words[i][0] | 0x20);
        size_t size = may ? word_mark(s, str_from(words[i])) : 0;
        if (size > 0)
            return size;
    }
    return 0;
}

size_t mark_question(Str s)
{
    return find_mark(s, question_words, sizeof question_words / sizeof *question_words);
}

/* "**", "__", "*" or "_" at `at`. */
static size_t emphasis_at(Str s, size_t at)
{
    size_t end = at;

    while (end < s.len && end - at < 3 && (s.ptr[end] == '*' || s.ptr[end] == '_') &&
           s.ptr[end] == s.ptr[at])
        end++;
    return end - at;
}

size_t mark_answer(Str s)
{
    size_t count = sizeof answer_words / sizeof *answer_words;
    size_t marks = emphasis_at(s, 0);
    Str inside = str_slice(s, marks, s.len);
    size_t size = find_mark(inside, answer_words, count);

    if (size == 0 || marks == 0)
        return size;
    /* "**A.** words" loses both runs of marks; of "**A. words**" the sign stays
     * where it is, for the run belongs to the words. */
    size_t end = str_trim_end(str_slice(inside, 0, size)).len;
    size_t closing = emphasis_at(inside, end);
    return closing == marks ? skip_space(s, marks + end + closing) : 0;
}

size_t mark_number(Str s)
{
    size_t at = skip_digits(s, 0);

    if (at == 0)
        return 0;
    while (at + 1 < s.len && s.ptr[at] == '.' && skip_digits(s, at + 1) > at + 1)
        at = skip_digits(s, at + 1);
    size_t sign = closing_sign(s, at);
    size_t end = skip_space(s, at + sign);
    return end > at + sign || (sign > 0 && end == s.len) ? end : 0;
}

bool mark_asks(Str s)
{
    while (s.len > 0 && strchr("*_ \t#)\"", s.ptr[s.len - 1]))
        s.len--;
    for (;;) {
        if (str_ends(s, STR("”")) || str_ends(s, STR("）")) || str_ends(s, STR("」")))
            s.len -= 3;
        else
            return str_ends(s, STR("?")) || str_ends(s, STR("？"));
    }
}

/* Offset of the closing marks in one line, or STR_NONE. */
static size_t bold_close(Str bytes, Range r, char mark)
{
    for (size_t at = r.start; at + 1 < r.end; at++) {
        if (bytes.ptr[at] == '\\') {
            at++;
            continue;
        }
        if (bytes.ptr[at] == mark && bytes.ptr[at + 1] == mark && at > r.start &&
            !line_is_space(bytes.ptr[at - 1])) {
            /* "***": the outer pair closes. */
            while (at + 2 < r.end && bytes.ptr[at + 2] == mark)
                at++;
            return at;
        }
    }
    return STR_NONE;
}

bool mark_bold(Str bytes, const Range *lines, size_t count, BoldRun *out)
{
    if (count == 0 || lines[0].end - lines[0].start < 4)
        return false;

    size_t start = lines[0].start;
    char mark = bytes.ptr[start];
    if ((mark != '*' && mark != '_') || bytes.ptr[start + 1] != mark ||
        line_is_space(bytes.ptr[start + 2]))
        return false;
    for (size_t i = 0; i < count && i < BOLD_LINES_MAX; i++) {
        Range r = lines[i];
        if (i == 0)
            r.start += 2;
        size_t at = bold_close(bytes, r, mark);
        if (at == STR_NONE)
            continue;
        *out = (BoldRun){{start + 2, at}, {start, at + 2}, i};
        return true;
    }
    return false;
}

bool mark_comment(Str line, Str key, Str *id)
{
    Str s = str_trim(line);

    if (!str_starts(s, STR("<!--")) || !str_ends(s, STR("-->")) || s.len < 7)
        return false;
    s = str_trim(str_slice(s, 4, s.len - 3));
    if (!str_starts(s, key))
        return false;
    s = str_trim(str_slice(s, key.len, s.len));
    if (!str_starts(s, STR(":")))
        return false;
    s = str_trim(str_slice(s, 1, s.len));
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.'))
            return false;
    }
    *id = s;
    return s.len > 0;
}
