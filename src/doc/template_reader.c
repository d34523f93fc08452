#include "doc/template_reader.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/message.h"
#include "base/utf8.h"

/* The five sub-headings of a section, in their order. */
enum { SUB_PURPOSE, SUB_QUESTIONS, SUB_BAD, SUB_GOOD, SUB_MISTAKES, SUB_COUNT };

static const char *const sub_names[2][SUB_COUNT] = {
    {"Purpose", "Questions", "Bad example", "Good example", "Common mistakes"},
    {"목적", "물음", "나쁜 예", "좋은 예", "흔한 실수"},
};
static const char *const reason_words[2] = {"Why:", "까닭:"};

enum { GUIDING_MIN = 2, GUIDING_MAX = 4, SHOWN_BYTES = 80 };

void reader_init(TemplateReader *r, Str md, Str path, Arena *arena, Error *err)
{
    *r = (TemplateReader){.rest = md, .path = path, .arena = arena, .err = err};
    reader_next(r);
}

void reader_next(TemplateReader *r)
{
    r->number++;
    r->done = !str_next_line(&r->rest, &r->line);
}

void reader_skip_blank(TemplateReader *r)
{
    while (!r->done && str_is_blank(r->line))
        reader_next(r);
}

bool reader_at_section(const TemplateReader *r)
{
    return r->done || str_starts(r->line, STR("## "));
}

bool reader_at_sub(const TemplateReader *r)
{
    return reader_at_section(r) || str_starts(r->line, STR("### "));
}

bool reader_fail(TemplateReader *r, int line, const char *format, ...)
{
    char reason[512];
    va_list args;

    va_start(args, format);
    vsnprintf(reason, sizeof reason, format, args);
    va_end(args);
    return error_set(r->err, ERR_INVALID, "%.*s:%d: %s", STR_ARG(r->path), line,
                     reason);
}

const char *reader_shown(TemplateReader *r, Str s)
{
    return arena_str(r->arena, utf8_cut(s, SHOWN_BYTES)).ptr;
}

Str reader_text(TemplateReader *r)
{
    reader_skip_blank(r);
    if (reader_at_sub(r))
        return (Str){0};
    const char *start = r->line.ptr;
    const char *end = start;
    for (; !reader_at_sub(r); reader_next(r))
        if (!str_is_blank(r->line))
            end = r->line.ptr + r->line.len;
    return str_trim((Str){start, (size_t)(end - start)});
}

/* A block quote without its marks. */
static bool read_quote(TemplateReader *r, const char *sub, Str *out)
{
    reader_skip_blank(r);
    int line = r->number;
    StrBuf text = {0};
    for (; !r->done && str_starts(r->line, STR(">")); reader_next(r)) {
        Str words = str_slice(r->line, 1, r->line.len);
        if (str_starts(words, STR(" ")))
            words = str_slice(words, 1, words.len);
        strbuf_add(&text, words);
        strbuf_addc(&text, '\n');
    }
    *out = arena_str(r->arena, str_trim(strbuf_view(&text)));
    strbuf_deinit(&text);
    if (out->len == 0)
        return reader_fail(r, line, _("\"%s\" does not begin with a quotation (\">\")"),
                           sub);
    return true;
}

static bool read_bad_example(TemplateReader *r, Lang lang, const char *sub,
                             PartSpec *spec)
{
    Str word = str_from(reason_words[lang]);

    if (!read_quote(r, sub, &spec->bad_example))
        return false;
    reader_skip_blank(r);
    int line = r->number;
    Str text = reader_text(r);
    if (str_starts(text, word))
        spec->bad_reason = str_trim(str_slice(text, word.len, text.len));
    if (spec->bad_reason.len == 0)
        return reader_fail(r, line, _("the bad example has no reason (\"%s …\")"),
                           reason_words[lang]);
    return true;
}

/* Length of "12. " at the start of a line; 0 when there is none. */
static size_t number_length(Str line)
{
    size_t i = 0;

    while (i < line.len && line.ptr[i] >= '0' && line.ptr[i] <= '9')
        i++;
    if (i == 0 || !str_starts(str_slice(line, i, line.len), STR(". ")))
        return 0;
    return i + 2;
}

static size_t bullet_length(Str line)
{
    return str_starts(line, STR("- ")) ? 2 : 0;
}

/* Lines that each begin with a marker, one an entry. */
static bool read_entries(TemplateReader *r, size_t (*marker)(Str line), const char *sub,
                         StrList *out)
{
    Str *items = NULL;
    size_t count = 0, cap = 0;

    for (reader_skip_blank(r); !reader_at_sub(r); reader_skip_blank(r)) {
        size_t skip = marker(r->line);
        Str text = str_trim(str_slice(r->line, skip, r->line.len));
        if (skip == 0 || text.len == 0)
            return reader_fail(r, r->number, _("this line is no entry of \"%s\""), sub);
        items = arena_grow(r->arena, items, count, &cap, sizeof *items);
        items[count++] = text;
        reader_next(r);
    }
    *out = (StrList){items, count};
    return true;
}

static bool read_questions(TemplateReader *r, const char *sub, int line, PartSpec *spec)
{
    if (!read_entries(r, number_length, sub, &spec->questions))
        return false;
    if (spec->questions.count < GUIDING_MIN || spec->questions.count > GUIDING_MAX)
        return reader_fail(r, line, _("a section has %d to %d guiding questions"),
                           GUIDING_MIN, GUIDING_MAX);
    return true;
}

static bool read_sub(TemplateReader *r, Lang lang, int sub, PartSpec *spec)
{
    const char *name = sub_names[lang][sub];
    int line = r->number;

    reader_next(r);
    switch (sub) {
    case SUB_PURPOSE:
        spec->purpose = reader_text(r);
        if (spec->purpose.len == 0)
            return reader_fail(r, line, _("\"%s\" is empty"), name);
        return true;
    case SUB_QUESTIONS:
        return read_questions(r, name, line, spec);
    case SUB_BAD:
        return read_bad_example(r, lang, name, spec);
    case SUB_GOOD:
        return read_quote(r, name, &spec->good_example);
    default:
        if (!read_entries(r, bullet_length, name, &spec->mistakes))
            return false;
        if (spec->mistakes.count == 0)
            return reader_fail(r, line, _("\"%s\" is empty"), name);
        return true;
    }
}

static bool sub_is_known(Lang lang, Str name)
{
    for (int i = 0; i < SUB_COUNT; i++)
        if (str_eq(name, str_from(sub_names[lang][i])))
            return true;
    return false;
}

bool reader_guidance(TemplateReader *r, Lang lang, int line, PartSpec *spec)
{
    for (int sub = 0; sub < SUB_COUNT; sub++) {
        const char *expected = sub_names[lang][sub];
        reader_skip_blank(r);
        if (reader_at_section(r))
            return reader_fail(r, line, _("the sub-heading \"%s\" is missing"),
                               expected);
        if (!reader_at_sub(r))
            return reader_fail(r, r->number, _("this line belongs to no sub-heading"));
        Str name = str_trim(str_slice(r->line, 4, r->line.len));
        if (!sub_is_known(lang, name))
            return reader_fail(r, r->number, _("the sub-heading \"%s\" is unknown"),
                               reader_shown(r, name));
        if (!str_eq(name, str_from(expected)))
            return reader_fail(r, r->number, _("\"%s\" stands where \"%s\" belongs"),
                               reader_shown(r, name), expected);
        if (!read_sub(r, lang, sub, spec))
            return false;
    }
    reader_skip_blank(r);
    if (!reader_at_section(r))
        return reader_fail(r, r->number, _("this line belongs to no sub-heading"));
    return true;
}
