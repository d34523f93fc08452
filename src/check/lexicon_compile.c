/* lexicon_compile.c: a program of the build. Writes the word lists of each language
 * as C tables, so that no start of the program pays for reading them.
 *
 *   lexicon-compile OUTPUT */
#include <stdio.h>

#include "base/resource.h"
#include "check/lexicon_table.h"

/* Octal escapes have a fixed width; a question mark is escaped because of
 * trigraphs. */
static void write_pool(FILE *out, int lang, Str pool)
{
    fprintf(out, "\nstatic const char pool_%d[] =\n    \"", lang);
    for (size_t i = 0; i < pool.len; i++) {
        unsigned char byte = (unsigned char)pool.ptr[i];
        if (i > 0 && i % 96 == 0)
            fputs("\"\n    \"", out);
        if (byte >= ' ' && byte < 127 && byte != '"' && byte != '\\' && byte != '?')
            putc(byte, out);
        else
            fprintf(out, "\\%03o", byte);
    }
    fputs("\";\n", out);
}

static void write_entries(FILE *out, int lang, const LexiconSet *set)
{
    fprintf(out, "\nstatic const LexiconEntry entries_%d[] = {\n", lang);
    for (size_t i = 0; i < set->entry_count; i++) {
        const LexiconEntry *e = &set->entries[i];
        fprintf(out, "    {%u, %u, %u, %u, %u, %u, %u, %u, %u, %u, %u},\n", e->term,
                e->advice, e->replace, e->term_len, e->advice_len, e->replace_len,
                e->order, e->list, e->level, e->match, e->flags);
    }
    fputs("};\n", out);
}

static void write_nodes(FILE *out, int lang, const LexiconSet *set)
{
    fprintf(out, "\nstatic const LexiconNode nodes_%d[] = {\n", lang);
    for (size_t i = 0; i < set->node_count; i++) {
        const LexiconNode *n = &set->nodes[i];
        fprintf(out, "    {%u, %u, %u, %u, %u, %lluu},\n", n->cp, n->first_child,
                n->first_entry, n->child_count, n->entry_count,
                (unsigned long long)n->letters);
    }
    fputs("};\n", out);
}

static void write_words(FILE *out, int lang, const LexiconSet *set)
{
    fprintf(out, "\nstatic const uint64_t words_%d[] = {\n", lang);
    for (size_t i = 0; i < LEXICON_WORD_BITS / 64; i++)
        fprintf(out, "    %lluu,\n", (unsigned long long)set->words.bits[i]);
    fputs("};\n", out);
}

static bool read_lists(Lang lang, Arena *arena, LexiconSet *set)
{
    LexiconRows rows = {0};
    Error err = {0};

    for (int list = 0; list < LIST_COUNT; list++) {
        Str bytes, path = arena_printf(arena, "lexicon/%s/%s.tsv", lang_code(lang),
                                       lexicon_list_name((LexiconList)list));
        if (resource_find(path, &bytes) &&
            !lexicon_rows_parse(bytes, (LexiconList)list, lang, arena, &rows, &err)) {
            fprintf(stderr, "%s: %s\n", path.ptr, err.message);
            return false;
        }
    }
    return lexicon_set_build(&rows, arena, set, &err);
}

static void write_set(FILE *out, int lang, const LexiconSet *set)
{
    fprintf(out,
            "    {pool_%d, entries_%d, nodes_%d, %zu, %zu, %zu, {words_%d, %u},\n"
            "     {%lluu, %lluu, %lluu, %lluu}, {",
            lang, lang, lang, set->pool_len, set->entry_count, set->node_count, lang,
            set->words.stems, (unsigned long long)set->inner[0],
            (unsigned long long)set->inner[1], (unsigned long long)set->inner[2],
            (unsigned long long)set->inner[3]);
    for (size_t i = 0; i < sizeof set->first; i++)
        fprintf(out, "%s%u,", i % 16 ? " " : "\n      ", set->first[i]);
    fputs("}},\n", out);
}

int main(int argc, char **argv)
{
    LexiconSet sets[LEXICON_LANGS] = {0};
    Arena arena = {0};

    if (argc != 2) {
        fputs("usage: lexicon-compile OUTPUT\n", stderr);
        return 2;
    }
    FILE *out = fopen(argv[1], "wb");
    if (!out) {
        perror(argv[1]);
        return 1;
    }
    bool ok = true;
    fputs("#include \"check/lexicon_table.h\"\n", out);
    for (int lang = 0; ok && lang < LEXICON_LANGS; lang++) {
        ok = read_lists((Lang)lang, &arena, &sets[lang]);
        if (!ok)
            break;
        write_pool(out, lang, (Str){sets[lang].pool, sets[lang].pool_len});
        write_entries(out, lang, &sets[lang]);
        write_nodes(out, lang, &sets[lang]);
        write_words(out, lang, &sets[lang]);
    }
    fputs("\nconst LexiconSet lexicon_table[LEXICON_LANGS] = {\n", out);
    for (int lang = 0; ok && lang < LEXICON_LANGS; lang++)
        write_set(out, lang, &sets[lang]);
    fputs("};\n", out);
    ok = fclose(out) == 0 && ok;
    arena_deinit(&arena);
    if (!ok)
        remove(argv[1]);
    return ok ? 0 : 1;
}
