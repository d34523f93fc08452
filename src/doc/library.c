#include "doc/library.h"

#include <string.h>

#include "doc/label.h"
#include "doc/library_table.h"

void library_init(Library *lib)
{
    *lib = (Library){
        .bank = library_table.bank,
        .templates = library_table.templates,
        .template_count = library_table.template_count,
        .template_cap =
            library_table.template_count, /* full: the first own one copies */
        .labels = library_table.labels,
        .label_count = library_table.label_count,
        .signals = library_table.signals,
    };
    lib->memo = ARENA_NEW(&lib->arena, LibraryMemo);
    pthread_mutex_init(&lib->memo->lock, NULL);
}

void library_deinit(Library *lib)
{
    if (!lib)
        return;
    if (lib->memo) {
        arena_deinit(&lib->memo->arena);
        pthread_mutex_destroy(&lib->memo->lock);
    }
    arena_deinit(&lib->arena);
    *lib = (Library){0};
}

bool library_add_template(Library *lib, Str md, Str path, Error *err)
{
    Template t = {0};

    if (!template_parse(arena_str(&lib->arena, md), arena_str(&lib->arena, path),
                        &lib->bank, &lib->arena, &t, err))
        return false;
    Template *all = arena_grow(&lib->arena, (Template *)lib->templates,
                               lib->template_count, &lib->template_cap, sizeof *all);
    memmove(all + 1, all, lib->template_count * sizeof *all);
    all[0] = t;
    lib->templates = all;
    lib->template_count++;
    lib->own_count++;
    if (lib->memo)
        memset(lib->memo->sentences, 0, sizeof lib->memo->sentences);
    return true;
}

const Template *library_template(const Library *lib, Str id, Lang lang)
{
    const Template *other = NULL;

    for (size_t i = 0; i < lib->template_count; i++) {
        const Template *t = &lib->templates[i];
        if (!str_eq(t->id, id))
            continue;
        if (t->lang == lang)
            return t;
        if (!other)
            other = t;
    }
    return other;
}

const Label *library_label(const Library *lib, Str text)
{
    return label_find(lib->labels, lib->label_count, text);
}
