#include "check/template_text.h"

#include <pthread.h>

#include "check/template_table.h"

/* A library that was put together by hand has none of the built-in templates. */
static const SentenceSet *build(const Library *lib, Lang lang, Arena *arena)
{
    SentenceSet *set = ARENA_NEW(arena, SentenceSet);
    size_t count = lib->memo ? lib->own_count : lib->template_count;

    if (lib->memo)
        *set = template_table[lang];
    sentence_set_add(set, lib->templates, count, lang, arena);
    return set;
}

const SentenceSet *template_sentences(const Library *lib, Lang lang, Arena *arena)
{
    Lang near = lang == LANG_KO ? LANG_KO : LANG_EN;

    if (!lib->memo)
        return build(lib, near, arena);
    if (lib->own_count == 0)
        return &template_table[near];
    /* Several threads may check documents with one library. */
    pthread_mutex_lock(&lib->memo->lock);
    if (!lib->memo->sentences[near])
        lib->memo->sentences[near] = build(lib, near, &lib->memo->arena);
    const SentenceSet *set = lib->memo->sentences[near];
    pthread_mutex_unlock(&lib->memo->lock);
    return set;
}
