/* embed.c: a program of the build. Writes files as C string literals, so that
 * the program can carry them.
 *
 *   embed OUTPUT ROOT NAME...     names below ROOT, sorted, as src/base/resource.h
 *                                 gives them out */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE_BYTES = 96, PATH_SIZE = 4096 };

/* Octal escapes have a fixed width and mean the same in every locale of the
 * compiler; a question mark is escaped because of trigraphs. */
static void write_byte(FILE *out, int byte)
{
    if (byte >= ' ' && byte < 127 && byte != '"' && byte != '\\' && byte != '?')
        putc(byte, out);
    else
        fprintf(out, "\\%03o", (unsigned)byte);
}

static bool write_bytes(FILE *out, const char *root, const char *name, size_t *size)
{
    char path[PATH_SIZE];
    int byte = 0;

    *size = 0;
    if (snprintf(path, sizeof path, "%s/%s", root, name) >= (int)sizeof path) {
        fprintf(stderr, "embed: the path of %s is too long\n", name);
        return false;
    }
    FILE *in = fopen(path, "rb");
    if (!in) {
        perror(path);
        return false;
    }
    while ((byte = getc(in)) != EOF) {
        if (*size > 0 && *size % LINE_BYTES == 0)
            fputs("\"\n    \"", out);
        write_byte(out, byte);
        (*size)++;
    }
    bool ok = !ferror(in);
    if (!ok)
        perror(path);
    fclose(in);
    return ok;
}

/* OUTPUT's name, which the arrays begin with: programs may hold two tables. */
static int stem(const char *output, const char **name)
{
    const char *slash = strrchr(output, '/');

    *name = slash ? slash + 1 : output;
    return (int)strcspn(*name, ".");
}

static bool write_tables(FILE *out, const char *output, const char *root, char **names,
                         int count)
{
    const char *name = NULL;
    int len = stem(output, &name);
    size_t *sizes = calloc((size_t)count + 1, sizeof *sizes);
    bool ok = sizes != NULL;

    fputs("#include \"base/resource_table.h\"\n", out);
    for (int i = 0; ok && i < count; i++) {
        if (i > 0 && strcmp(names[i - 1], names[i]) >= 0) {
            fprintf(stderr, "embed: %s is out of order\n", names[i]);
            ok = false;
            break;
        }
        fprintf(out, "\nconst char %.*s_%d[] =\n    \"", len, name, i);
        ok = write_bytes(out, root, names[i], &sizes[i]);
        fputs("\";\n", out);
    }
    fputs("\nconst Resource resource_table[] = {\n", out);
    for (int i = 0; ok && i < count; i++)
        fprintf(out, "    {{\"%s\", %zu}, {%.*s_%d, %zu}},\n", names[i],
                strlen(names[i]), len, name, i, sizes[i]);
    fprintf(out, "};\nconst size_t resource_table_count = %d;\n", count);
    free(sizes);
    return ok;
}

int main(int argc, char **argv)
{
    if (argc < 4) {
        fputs("usage: embed OUTPUT ROOT NAME...\n", stderr);
        return 2;
    }
    FILE *out = fopen(argv[1], "wb");
    if (!out) {
        perror(argv[1]);
        return 1;
    }
    bool ok = write_tables(out, argv[1], argv[2], argv + 3, argc - 3);
    if (fclose(out) != 0) {
        perror(argv[1]);
        ok = false;
    }
    if (!ok)
        remove(argv[1]);
    return ok ? 0 : 1;
}
