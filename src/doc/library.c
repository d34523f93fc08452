#include "doc/library.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/resource.h"
#include "doc/label.h"

static Str built_in(Str path)
{
    Str bytes = {0};
    bool found = resource_find(path, &bytes);

    assert(found);
    return bytes;
}

/* A built-in file that does not parse: the tests of this module fail first. */
static void abort_damaged(const Error *err)
{
    fprintf(stderr, "prfaq: %s\n", err->message);
    abort();
}

static Template *template_slot(Library *lib)
{
    lib->templates = arena_grow(&lib->arena, lib->templates, lib->template_count,
                                &lib->template_cap, sizeof *lib->templates);
    return &lib->templates[lib->template_count];
}

static void load_templates(Library *lib)
{
    Error err = {0};

    for (size_t i = 0; i < resource_count(); i++) {
        Resource file = resource_at(i);
        if (!str_ends(file.path, STR(".md")))
            continue;
        if (!template_parse(file.bytes, file.path, &lib->bank, &lib->arena,
                            template_slot(lib), &err))
            abort_damaged(&err);
        lib->template_count++;
    }
}

void library_init(Library *lib)
{
    Error err = {0};

    *lib = (Library){0};
    lib->memo = ARENA_NEW(&lib->arena, LibraryMemo);
    pthread_mutex_init(&lib->memo->lock, NULL);
    if (!questions_parse(built_in(STR("questions.tsv")), &lib->arena, &lib->bank, &err))
        abort_damaged(&err);
    load_templates(lib);
    lib->labels =
        labels_parse(built_in(STR("recognise.tsv")), &lib->arena, &lib->label_count);
    signals_parse(built_in(STR("signals.tsv")), &lib->arena, &lib->signals);
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
    template_slot(lib);
    for (size_t i = lib->template_count; i > 0; i--)
        lib->templates[i] = lib->templates[i - 1];
    lib->templates[0] = t;
    lib->template_count++;
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
