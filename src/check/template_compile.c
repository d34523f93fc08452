/* template_compile.c: a program of the build. Writes the sentences of the built-in
 * templates as C tables: template_table.h.
 *
 *   template-compile OUTPUT */
#include <stdio.h>

#include "check/template_table.h"
#include "doc/library_table.h"

static void write_numbers(FILE *out, const uint64_t *numbers, size_t count)
{
    for (size_t i = 0; i < count; i++)
        fprintf(out, "%s%lluu,", i % 4 ? " " : "\n    ",
                (unsigned long long)numbers[i]);
}

static void write_slots(FILE *out, int lang, const SentenceSet *set)
{
    fprintf(out, "\nstatic const uint64_t slots_%d[] = {", lang);
    write_numbers(out, set->slots, set->mask + 1);
    fputs("\n};\n", out);
}

static void write_set(FILE *out, int lang, const SentenceSet *set)
{
    fprintf(out, "    {slots_%d, %zu, %zu, {", lang, set->mask, set->count);
    write_numbers(out, set->openings, OPENING_BITS / 64);
    fputs("}},\n", out);
}

static void write_table(FILE *out, const SentenceSet sets[LANG_KO + 1])
{
    fputs("#include \"check/template_table.h\"\n", out);
    for (int lang = LANG_EN; lang <= LANG_KO; lang++)
        write_slots(out, lang, &sets[lang]);
    fputs("\nconst SentenceSet template_table[LANG_KO + 1] = {\n", out);
    for (int lang = LANG_EN; lang <= LANG_KO; lang++)
        write_set(out, lang, &sets[lang]);
    fputs("};\n", out);
}

int main(int argc, char **argv)
{
    SentenceSet sets[LANG_KO + 1] = {{0}};
    Arena arena = {0};

    if (argc != 2) {
        fputs("usage: template-compile OUTPUT\n", stderr);
        return 2;
    }
    for (int lang = LANG_EN; lang <= LANG_KO; lang++)
        sentence_set_add(&sets[lang], library_table.templates,
                         library_table.template_count, (Lang)lang, &arena);
    FILE *out = fopen(argv[1], "wb");
    if (!out) {
        perror(argv[1]);
        return 1;
    }
    write_table(out, sets);
    bool ok = !ferror(out);
    ok = fclose(out) == 0 && ok;
    if (!ok) {
        perror(argv[1]);
        remove(argv[1]);
    }
    arena_deinit(&arena);
    return ok ? 0 : 1;
}
