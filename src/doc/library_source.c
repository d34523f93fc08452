/* library_source.c: the library as its files have it: library_table.h. */
#include <assert.h>

#include "base/resource.h"
#include "doc/library_table.h"

static Str built_in(Str path)
{
    Str bytes = {0};
    bool found = resource_find(path, &bytes);

    assert(found);
    return bytes;
}

static bool read_templates(Arena *arena, LibraryTable *out, Error *err)
{
    Template *templates = arena_array(arena, resource_count(), sizeof *templates);

    out->templates = templates;
    for (size_t i = 0; i < resource_count(); i++) {
        Resource file = resource_at(i);
        if (!str_ends(file.path, STR(".md")))
            continue;
        if (!template_parse(file.bytes, file.path, &out->bank, arena,
                            &templates[out->template_count], err))
            return false;
        out->template_count++;
    }
    return true;
}

bool library_table_read(Arena *arena, LibraryTable *out, Error *err)
{
    *out = (LibraryTable){0};
    if (!questions_parse(built_in(STR("questions.tsv")), arena, &out->bank, err) ||
        !read_templates(arena, out, err))
        return false;
    out->labels =
        labels_parse(built_in(STR("recognise.tsv")), arena, &out->label_count);
    signals_parse(built_in(STR("signals.tsv")), arena, &out->signals);
    return true;
}
