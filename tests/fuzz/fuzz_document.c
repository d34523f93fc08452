/* A document: parts tile it, blocks are in order, every range is whole. */
#include <stddef.h>
#include <stdint.h>

#include "../unit/document_invariants.h"
#include "doc/quote.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Library lib;
    Str bytes = {(const char *)data, size};
    Arena arena = {0};
    Document doc = {0};

    if (!lib.templates)
        library_init(&lib);
    document_read(bytes, &lib, &arena, &doc);
    hold_document(&doc);
    for (size_t i = 0; i < doc.part_count; i++)
        assert(!part_is_empty(&doc, &doc.parts[i]) ||
               part_words(&doc, &doc.parts[i]) == 0);
    for (size_t i = 0; i < doc.block_count; i++)
        block_is_quote(&doc, i, &arena);
    arena_deinit(&arena);
    return 0;
}
