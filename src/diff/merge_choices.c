#include "diff/merge_choices.h"

#include "base/hash.h"

enum { KEY_DIGITS = 32 };

static void key_of(const MergeConflict *c, char out[65])
{
    StrBuf words = {0};

    strbuf_add(&words, c->base);
    strbuf_addc(&words, '\0');
    strbuf_add(&words, c->mine);
    strbuf_addc(&words, '\0');
    strbuf_add(&words, c->theirs);
    hash_hex(hash_sha256(strbuf_view(&words)), KEY_DIGITS, out);
    strbuf_deinit(&words);
}

/* "KEY DIGIT own words", in one line. */
static void add_choice(const MergeConflict *c, const MergeChoice *choice, StrBuf *out)
{
    char key[65];

    key_of(c, key);
    strbuf_addf(out, "%s %d ", key, (int)choice->take);
    for (size_t i = 0; i < choice->own.len; i++) {
        char byte = choice->own.ptr[i];
        strbuf_addc(out, byte == '\n' || byte == '\r' ? ' ' : byte);
    }
    strbuf_addc(out, '\n');
}

void merge_choices_write(const Merge *m, const MergeChoice *choices, StrBuf *out)
{
    for (size_t i = 0; i < m->conflict_count; i++)
        if (choices[i].take != MERGE_OPEN)
            add_choice(&m->conflicts[i], &choices[i], out);
}

static void take_line(const Merge *m, Str line, Arena *arena, MergeChoice *choices)
{
    if (line.len < KEY_DIGITS + 3 || line.ptr[KEY_DIGITS + 1] < '0' + MERGE_MINE ||
        line.ptr[KEY_DIGITS + 1] > '0' + MERGE_OWN)
        return;
    for (size_t i = 0; i < m->conflict_count; i++) {
        char key[65];
        key_of(&m->conflicts[i], key);
        if (!str_starts(line, str_from(key)))
            continue;
        MergeTake take = (MergeTake)(line.ptr[KEY_DIGITS + 1] - '0');
        if (take == MERGE_BOTH && m->conflicts[i].both.len == 0)
            return;
        choices[i] = (MergeChoice){
            take, take == MERGE_OWN
                      ? arena_str(arena, str_slice(line, KEY_DIGITS + 3, line.len))
                      : (Str){0}};
    }
}

void merge_choices_read(const Merge *m, Str kept, Arena *arena, MergeChoice *choices)
{
    Str line;

    while (str_next_line(&kept, &line))
        take_line(m, line, arena, choices);
}
