/* The glossary of a workspace: any bytes are read or refused by line, sound lines
 * count, and the forms it says not to use can be looked for in it. */
#include <assert.h>
#include <stdint.h>

#include "base/utf8.h"
#include "check/glossary.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void hold_term(const GlossaryTerm *t)
{
    assert(t->term.len > 0 && t->line > 1);
    assert(utf8_valid(t->term, NULL) && utf8_valid(t->instead_of, NULL));
    assert(utf8_valid(t->meaning, NULL) && utf8_valid(t->owner, NULL));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Str text = {(const char *)data, size};
    Arena arena = {0};
    Glossary glossary = {0};
    Error err = {0};
    const LexiconHit *hits = NULL;
    size_t count = 0;

    bool sound = glossary_parse(text, STR("g.tsv"), &arena, &glossary, &err);
    assert(sound == (err.code == ERR_NONE));
    for (size_t i = 0; i < glossary.count; i++) {
        hold_term(&glossary.terms[i]);
        assert(glossary_has(&glossary, glossary.terms[i].term));
    }
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        const Lexicon *forms = glossary_variants(&glossary, (Lang)lang, &arena);
        if (!forms || !utf8_valid(text, NULL))
            continue;
        lexicon_match(forms, text, &arena, &hits, &count);
        for (size_t i = 0; i < count; i++) {
            assert(hits[i].range.end <= size &&
                   hits[i].range.start < hits[i].range.end);
            assert(hits[i].row->replace.len > 0);
            assert(utf8_valid(hits[i].row->replace, NULL));
        }
    }
    arena_deinit(&arena);
    return 0;
}
