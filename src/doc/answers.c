#include "doc/answers.h"

#include <string.h>

static const char head[] = "prfaq-answers 1\n";

void answers_deinit(Answers *a)
{
    arena_deinit(&a->arena);
    *a = (Answers){0};
}

static Answer *find(const Answers *a, Str name)
{
    for (size_t i = 0; i < a->count; i++)
        if (str_eq(a->items[i].name, name))
            return &a->items[i];
    return NULL;
}

Str answers_get(const Answers *a, Str name)
{
    const Answer *found = find(a, name);

    return found ? found->text : (Str){0};
}

void answers_set(Answers *a, Str name, Str text)
{
    Answer *found = find(a, name);

    if (text.len == 0 && found) { /* the others keep their order */
        size_t behind = (size_t)(a->items + a->count - found) - 1;
        memmove(found, found + 1, behind * sizeof *found);
        a->count--;
    } else if (found) {
        found->text = arena_str(&a->arena, text);
    } else if (text.len > 0) {
        a->items = arena_grow(&a->arena, a->items, a->count, &a->cap, sizeof *a->items);
        a->items[a->count++] =
            (Answer){arena_str(&a->arena, name), arena_str(&a->arena, text)};
    }
}

static void unescape(Str text, StrBuf *out)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '\\' && i + 1 < text.len) {
            c = text.ptr[++i];
            c = c == 'n' ? '\n' : c == 'r' ? '\r' : c == 't' ? '\t' : c;
        }
        strbuf_addc(out, c);
    }
}

static void escape(Str text, StrBuf *out)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '\n' || c == '\r' || c == '\t' || c == '\\') {
            strbuf_addc(out, '\\');
            c = c == '\n' ? 'n' : c == '\r' ? 'r' : c == '\t' ? 't' : c;
        }
        strbuf_addc(out, c);
    }
}

void answers_parse(Str bytes, Answers *out)
{
    enum { MOST = 4096 }; /* answers; a document has a few dozen questions */
    Str line;
    StrBuf text = {0};

    if (!str_starts(bytes, STR("prfaq-answers 1\n")))
        return;
    while (str_next_line(&bytes, &line)) {
        size_t tab = str_find_byte(line, '\t', 0);
        if (tab == STR_NONE || tab == 0 || out->count >= MOST)
            continue;
        Str name = str_slice(line, 0, tab);
        strbuf_clear(&text);
        unescape(str_slice(line, tab + 1, line.len), &text);
        if (str_eq(name, STR("at")))
            out->at = arena_str(&out->arena, strbuf_view(&text));
        else
            answers_set(out, name, strbuf_view(&text));
    }
    strbuf_deinit(&text);
}

void answers_print(const Answers *a, StrBuf *out)
{
    strbuf_addz(out, head);
    if (a->at.len > 0) {
        strbuf_addz(out, "at\t");
        escape(a->at, out);
        strbuf_addc(out, '\n');
    }
    for (size_t i = 0; i < a->count; i++) {
        strbuf_add(out, a->items[i].name);
        strbuf_addc(out, '\t');
        escape(a->items[i].text, out);
        strbuf_addc(out, '\n');
    }
}
