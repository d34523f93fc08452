#include "app/own_words.h"

#include <stdlib.h>

#include "app/own_file.h"
#include "app/own_lists.h"
#include "base/message.h"
#include "base/unicode.h"
#include "base/utf8.h"

#define WORDS_FILE ".prfaq/words"

static int compare(const void *a, const void *b)
{
    return str_cmp(*(const Str *)a, *(const Str *)b);
}

static bool is_word(Str line)
{
    return line.len > 0 && line.ptr[0] != '#';
}

/* The words of the file; what else stands in it goes to `other` when that is given. */
static const Str *read_words(Str bytes, Arena *arena, size_t *count, StrBuf *other)
{
    Str *words = NULL, line;
    size_t cap = 0;

    *count = 0;
    while (str_next_line(&bytes, &line)) {
        Str word = str_trim(line);
        if (is_word(word)) {
            words = arena_grow(arena, words, *count, &cap, sizeof *words);
            words[(*count)++] = word;
        } else if (other && word.len > 0) {
            strbuf_add(other, word);
            strbuf_addc(other, '\n');
        }
    }
    return words;
}

void own_words_with(Str bytes, Str word, StrBuf *out, bool *known)
{
    Arena arena = {0};
    size_t count = 0;
    const Str *words = read_words(bytes, &arena, &count, out);
    Str *sorted = arena_array(&arena, count + 1, sizeof *sorted);

    for (size_t i = 0; i < count; i++)
        sorted[i] = words[i];
    sorted[count++] = word;
    qsort(sorted, count, sizeof *sorted, compare);
    *known = false;
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && str_eq(sorted[i], sorted[i - 1])) {
            *known = *known || str_eq(sorted[i], word);
            continue;
        }
        strbuf_add(out, sorted[i]);
        strbuf_addc(out, '\n');
    }
    arena_deinit(&arena);
}

bool own_words_add(Session *s, Str word, Error *err)
{
    Arena arena = {0};
    Writer writer = {0};
    StrBuf bytes = {0}, changed = {0}, composed = {0}, message = {0};
    bool known = false;

    unicode_nfc(word, &composed);
    Str name = strbuf_view(&composed);
    bool ok = session_need_workspace(s, err) && writer_need(s, &arena, &writer, err) &&
              own_file_read(s, STR(WORDS_FILE), &bytes, err);
    if (ok) {
        own_words_with(strbuf_view(&bytes), name, &changed, &known);
        message_addf(&message, _("Word \"%.*s\""), STR_ARG(name));
        ok = known || own_file_change(s, STR(WORDS_FILE), strbuf_view(&changed),
                                      &writer, strbuf_view(&message), err);
    }
    strbuf_deinit(&bytes);
    strbuf_deinit(&changed);
    strbuf_deinit(&composed);
    strbuf_deinit(&message);
    arena_deinit(&arena);
    return ok;
}

typedef struct Collect {
    Arena *arena;
    Str *items;
    size_t count, cap;
} Collect;

static void collect(Collect *c, Str text)
{
    c->items = arena_grow(c->arena, c->items, c->count, &c->cap, sizeof *c->items);
    c->items[c->count++] = arena_str(c->arena, text);
}

static void collect_file(Session *s, Collect *c)
{
    StrBuf bytes = {0};
    size_t count = 0;

    if (own_file_read(s, STR(WORDS_FILE), &bytes, NULL) &&
        utf8_valid(strbuf_view(&bytes), NULL)) {
        const Str *words = read_words(strbuf_view(&bytes), c->arena, &count, NULL);
        for (size_t i = 0; i < count; i++)
            collect(c, words[i]);
    }
    strbuf_deinit(&bytes);
}

void own_words_accepted(Session *s, Arena *arena, const Str **out, size_t *count)
{
    Collect c = {.arena = arena};
    Roster roster = {0};
    OwnLists lists = {0};

    if (s->workspace.root.len > 0) {
        collect_file(s, &c);
        if (roster_load(s->workspace.root, arena, &roster, NULL))
            for (size_t i = 0; i < roster.count; i++)
                collect(&c, roster.members[i].name);
        own_lists_load(s->workspace.root, &s->config, arena, &lists);
        for (size_t i = 0; lists.glossary && i < lists.glossary->count; i++)
            collect(&c, lists.glossary->terms[i].term);
    }
    *out = c.items;
    *count = c.count;
}
