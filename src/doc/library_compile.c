/* library_compile.c: a program of the build. Writes what a library is made of as C
 * tables: library_table.h.
 *
 *   library-compile OUTPUT */
#include <stdio.h>

#include "base/resource.h"
#include "doc/library_table.h"

/* -- strings -------------------------------------------------------------- */

/* Octal escapes have a fixed width; a question mark is escaped because of
 * trigraphs. */
static void write_literal(FILE *out, Str s)
{
    putc('"', out);
    for (size_t i = 0; i < s.len; i++) {
        unsigned char byte = (unsigned char)s.ptr[i];
        if (byte >= ' ' && byte < 127 && byte != '"' && byte != '\\' && byte != '?')
            putc(byte, out);
        else
            fprintf(out, "\\%03o", byte);
    }
    putc('"', out);
}

/* Is a string a piece of an embedded file, and where? */
static bool find_file(Str s, size_t *file, size_t *offset)
{
    for (size_t i = 0; i < resource_count(); i++) {
        Str bytes = resource_at(i).bytes;
        if (s.ptr < bytes.ptr || s.ptr + s.len > bytes.ptr + bytes.len)
            continue;
        *file = i;
        *offset = (size_t)(s.ptr - bytes.ptr);
        return true;
    }
    return false;
}

static void write_str(FILE *out, Str s)
{
    size_t file, offset;

    if (!s.ptr) {
        fputs("{0}", out);
        return;
    }
    putc('{', out);
    if (find_file(s, &file, &offset))
        fprintf(out, "resource_table_%zu + %zu", file, offset);
    else
        write_literal(out, s);
    fprintf(out, ", %zu}", s.len);
}

static void write_member(FILE *out, const char *name, Str s)
{
    if (!s.ptr)
        return;
    fprintf(out, " .%s = ", name);
    write_str(out, s);
    putc(',', out);
}

static void write_number(FILE *out, const char *name, int number)
{
    if (number)
        fprintf(out, " .%s = %d,", name, number);
}

static void write_both(FILE *out, const char *name, const Str both[2])
{
    fprintf(out, " .%s = {", name);
    write_str(out, both[LANG_EN]);
    fputs(", ", out);
    write_str(out, both[LANG_KO]);
    fputs("},", out);
}

static void write_files(FILE *out)
{
    fputs("#include \"doc/library_table.h\"\n\n", out);
    for (size_t i = 0; i < resource_count(); i++)
        fprintf(out, "extern const char resource_table_%zu[];\n", i);
}

/* -- the question bank ---------------------------------------------------- */

static void write_keywords(FILE *out, const BankQuestion *row, size_t number, int lang)
{
    if (row->word_count[lang] == 0)
        return;
    fprintf(out, "static const Keyword keywords_%zu_%d[] = {", number, lang);
    for (size_t i = 0; i < row->word_count[lang]; i++) {
        const Keyword *k = &row->words[lang][i];
        fprintf(out, "{%u, %u, %u, %u, %d}, ", k->start, k->len, k->pair, k->last,
                k->open);
    }
    fputs("};\n", out);
}

static void write_question(FILE *out, const BankQuestion *row, size_t number)
{
    fputs("    {", out);
    write_member(out, "id", row->id);
    write_member(out, "category", row->category);
    write_member(out, "audience", row->audience);
    write_member(out, "asked_by", row->asked_by);
    write_member(out, "tags", row->tags);
    write_member(out, "answer", row->answer);
    write_both(out, "text", row->text);
    write_both(out, "why", row->why);
    write_both(out, "keywords", row->keywords);
    for (int lang = LANG_EN; lang <= LANG_KO; lang++)
        if (row->word_count[lang] > 0)
            fprintf(out, " .words[%d] = keywords_%zu_%d, .word_count[%d] = %zu,", lang,
                    number, lang, lang, row->word_count[lang]);
    fputs("},\n", out);
}

static void write_bank(FILE *out, const QuestionBank *bank)
{
    for (size_t i = 0; i < bank->count; i++)
        for (int lang = LANG_EN; lang <= LANG_KO; lang++)
            write_keywords(out, &bank->rows[i], i, lang);
    fputs("\nstatic const BankQuestion questions[] = {\n", out);
    for (size_t i = 0; i < bank->count; i++)
        write_question(out, &bank->rows[i], i);
    fputs("};\nstatic const uint32_t question_index[] = {", out);
    for (size_t i = 0; i < bank->count; i++)
        fprintf(out, "%u, ", bank->index[i]);
    fputs("};\n", out);
}

/* -- templates ------------------------------------------------------------ */

static void write_list(FILE *out, const char *name, size_t t, size_t spec, StrList list)
{
    if (list.count == 0)
        return;
    fprintf(out, "static const Str %s_%zu_%zu[] = {", name, t, spec);
    for (size_t i = 0; i < list.count; i++) {
        write_str(out, list.items[i]);
        fputs(", ", out);
    }
    fputs("};\n", out);
}

static void write_list_member(FILE *out, const char *name, size_t t, size_t spec,
                              StrList list)
{
    if (list.count > 0)
        fprintf(out, " .%s = {%s_%zu_%zu, %zu},", name, name, t, spec, list.count);
}

static void write_spec(FILE *out, const PartSpec *s, size_t t, size_t number)
{
    fputs("    {", out);
    write_member(out, "id", s->id);
    write_member(out, "title", s->title);
    write_both(out, "titles", s->titles);
    write_number(out, "kind", (int)s->kind);
    write_number(out, "region", (int)s->region);
    write_number(out, "style", (int)s->style);
    write_number(out, "required", s->required);
    write_number(out, "dateline", s->dateline);
    write_number(out, "min", s->min);
    write_number(out, "max", s->max);
    write_number(out, "min_questions", s->min_questions);
    write_number(out, "max_questions", s->max_questions);
    write_number(out, "answer_max", s->answer_max);
    write_number(out, "sentences_min", s->sentences_min);
    write_number(out, "sentences_max", s->sentences_max);
    write_number(out, "minutes", s->minutes);
    write_list_member(out, "starters", t, number, s->starters);
    write_member(out, "purpose", s->purpose);
    write_list_member(out, "questions", t, number, s->questions);
    write_member(out, "bad_example", s->bad_example);
    write_member(out, "bad_reason", s->bad_reason);
    write_member(out, "good_example", s->good_example);
    write_list_member(out, "mistakes", t, number, s->mistakes);
    write_number(out, "line", s->line);
    fputs("},\n", out);
}

static void write_specs(FILE *out, const Template *t, size_t number)
{
    write_list(out, "must", number, 0, t->must);
    for (size_t i = 0; i < t->spec_count; i++) {
        write_list(out, "starters", number, i, t->specs[i].starters);
        write_list(out, "questions", number, i, t->specs[i].questions);
        write_list(out, "mistakes", number, i, t->specs[i].mistakes);
    }
    fprintf(out, "static const PartSpec specs_%zu[] = {\n", number);
    for (size_t i = 0; i < t->spec_count; i++)
        write_spec(out, &t->specs[i], number, i);
    fputs("};\n", out);
}

static void write_template(FILE *out, const Template *t, size_t number)
{
    fputs("    {", out);
    write_member(out, "id", t->id);
    write_number(out, "lang", (int)t->lang);
    write_number(out, "version", t->version);
    write_member(out, "name", t->name);
    write_both(out, "names", t->names);
    write_number(out, "page_limit", t->page_limit);
    write_number(out, "pr_min", t->pr_min);
    write_number(out, "pr_max", t->pr_max);
    write_number(out, "faq_max", t->faq_max);
    write_number(out, "doc_max", t->doc_max);
    write_number(out, "unit", (int)t->unit);
    write_member(out, "register_pr", t->register_pr);
    write_member(out, "register_quote", t->register_quote);
    write_member(out, "register_faq", t->register_faq);
    write_member(out, "dateline", t->dateline);
    write_number(out, "minutes", t->minutes);
    write_member(out, "tags", t->tags);
    write_list_member(out, "must", number, 0, t->must);
    write_member(out, "note", t->note);
    write_member(out, "title", t->title);
    write_member(out, "intro", t->intro);
    fprintf(out, " .specs = specs_%zu, .spec_count = %zu,", number, t->spec_count);
    write_member(out, "path", t->path);
    write_member(out, "bytes", t->bytes);
    fputs("},\n", out);
}

static void write_templates(FILE *out, const LibraryTable *table)
{
    for (size_t i = 0; i < table->template_count; i++)
        write_specs(out, &table->templates[i], i);
    fputs("\nstatic const Template templates[] = {\n", out);
    for (size_t i = 0; i < table->template_count; i++)
        write_template(out, &table->templates[i], i);
    fputs("};\n", out);
}

/* -- labels and signals --------------------------------------------------- */

static void write_labels(FILE *out, const LibraryTable *table)
{
    fputs("\nstatic const Label labels[] = {\n", out);
    for (size_t i = 0; i < table->label_count; i++) {
        const Label *l = &table->labels[i];
        fputs("    {", out);
        write_str(out, l->text);
        fprintf(out, ", %d, %d, %d},\n", (int)l->role, (int)l->kind, (int)l->lang);
    }
    fputs("};\n", out);
}

static void write_signals(FILE *out, const Signals *signals)
{
    fputs("\nstatic const SignalWord signal_words[] = {\n", out);
    for (size_t i = 0; i < signals->count; i++) {
        const SignalWord *w = &signals->words[i];
        fprintf(out, "    {%u, %u, %u, %u, %u, %d},\n", w->start, w->len, w->next,
                w->signal, w->lang, w->open);
    }
    fputs("};\nstatic const uint16_t signal_first[SIGNAL_BUCKETS] = {", out);
    for (size_t i = 0; i < SIGNAL_BUCKETS; i++)
        fprintf(out, "%s%u,", i % 16 ? " " : "\n    ", signals->first[i]);
    fputs("\n};\n", out);
}

static void write_table(FILE *out, const LibraryTable *table)
{
    write_files(out);
    write_bank(out, &table->bank);
    write_templates(out, table);
    write_labels(out, table);
    write_signals(out, &table->signals);
    fprintf(out,
            "\nconst LibraryTable library_table = {\n"
            "    .bank = {questions, %zu, question_index},\n"
            "    .templates = templates, .template_count = %zu,\n"
            "    .labels = labels, .label_count = %zu,\n"
            "    .signals = {",
            table->bank.count, table->template_count, table->label_count);
    write_str(out, table->signals.file);
    fprintf(out, ", signal_words, %zu, signal_first},\n};\n", table->signals.count);
}

int main(int argc, char **argv)
{
    LibraryTable table = {0};
    Arena arena = {0};
    Error err = {0};

    if (argc != 2) {
        fputs("usage: library-compile OUTPUT\n", stderr);
        return 2;
    }
    if (!library_table_read(&arena, &table, &err)) {
        fprintf(stderr, "%s\n", err.message);
        return 1;
    }
    FILE *out = fopen(argv[1], "wb");
    if (!out) {
        perror(argv[1]);
        return 1;
    }
    write_table(out, &table);
    bool ok = !ferror(out);
    ok = fclose(out) == 0 && ok;
    if (!ok) {
        perror(argv[1]);
        remove(argv[1]);
    }
    arena_deinit(&arena);
    return ok ? 0 : 1;
}
