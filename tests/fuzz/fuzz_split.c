/* Dividing an FAQ loses no pair and changes no byte of one. The first byte chooses
 * the audiences: as proposed, or by its bits; then the document. */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "doc/line.h"
#include "doc/split.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int compare(const void *a, const void *b)
{
    return str_cmp(*(const Str *)a, *(const Str *)b);
}

/* The bytes of the questions' lines, sorted. */
static const Str *pairs_of(const Document *doc, Arena *arena)
{
    Str *pairs = arena_array(arena, doc->question_count + 1, sizeof *pairs);

    for (size_t i = 0; i < doc->question_count; i++)
        pairs[i] = str_trim(str_range(doc->bytes, doc->questions[i].question));
    if (doc->question_count > 1)
        qsort(pairs, doc->question_count, sizeof *pairs, compare);
    return pairs;
}

static size_t lines_of(Str bytes, Arena *arena, Str **out)
{
    /* The mark of UTF-8 stays in front, whatever comes to stand there. */
    size_t count = 0, cap = 0, at = str_starts(bytes, STR("\xEF\xBB\xBF")) ? 3 : 0;
    Str *lines = NULL;
    Range range;

    while (line_next(bytes, &at, &range)) {
        Str line = str_trim(str_range(bytes, range));
        lines = arena_grow(arena, lines, count, &cap, sizeof *lines);
        if (line.len > 0)
            lines[count++] = line;
    }
    if (count > 1)
        qsort(lines, count, sizeof *lines, compare);
    *out = lines;
    return count;
}

/* Every line of the document is still there, as often as it was. */
static void hold_lines(Str before, Str after, Arena *arena)
{
    Str *old, *now;
    size_t old_count = lines_of(before, arena, &old);
    size_t now_count = lines_of(after, arena, &now);
    size_t at = 0;

    for (size_t i = 0; i < old_count; i++) {
        while (at < now_count && str_cmp(now[at], old[i]) < 0)
            at++;
        bool there = at < now_count && str_eq(now[at], old[i]);
        /* The id comment of the undivided FAQ gives way to two. */
        assert(there || str_find(old[i], STR("prfaq-id:"), 0) != STR_NONE);
        at += there;
    }
}

static void hold_split(Str bytes, unsigned choice, const Library *lib)
{
    Arena arena = {0};
    Document doc, after;
    Split split;
    Str out;

    document_read(bytes, lib, &arena, &doc);
    split_propose(&doc, lib, &arena, &split);
    for (size_t i = 0; choice != 0 && i < split.count; i++)
        split.items[i].internal = choice >> i % 8 & 1;
    if (!split_write(&doc, lib, &split, &arena, &out)) {
        assert(str_eq(out, bytes));
    } else {
        assert(!utf8_valid(bytes, NULL) || utf8_valid(out, NULL));
        hold_lines(bytes, out, &arena);
        document_read(out, lib, &arena, &after);
        assert(after.question_count == doc.question_count);
        const Str *old = pairs_of(&doc, &arena), *now = pairs_of(&after, &arena);
        for (size_t i = 0; i < doc.question_count; i++)
            assert(str_eq(old[i], now[i]));
    }
    arena_deinit(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Library lib;

    if (!lib.memo)
        library_init(&lib);
    Str bytes = {(const char *)data + 1, size - (size > 0)};
    if (size == 0)
        return 0;
    hold_split(bytes, data[0], &lib);
    return 0;
}
