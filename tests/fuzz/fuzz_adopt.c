/* Adopting any choice of parts only adds comments, and undoing it gives back every
 * byte. The first byte chooses which parts are taken; then the document. */
#include <assert.h>
#include <stdint.h>

#include "base/utf8.h"
#include "doc/adopt.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void hold_adoption(Str bytes, unsigned choice, const Library *lib)
{
    Arena arena = {0};
    Document doc, after;
    Adoption adoption;
    Adopted adopted;
    Str back;

    document_read(bytes, lib, &arena, &doc);
    adopt_propose(&doc, &arena, &adoption);
    for (size_t i = 0; i < adoption.count; i++) {
        Proposal *p = &adoption.items[i];
        p->taken = choice >> i % 8 & 1;
        if (i == 1 && adopt_may_begin(&doc, &adoption, i, p->block + 1))
            adopt_move(&doc, p, p->block + 1);
    }
    adopt_write(&doc, lib, &adoption, &arena, &adopted);
    assert(!utf8_valid(bytes, NULL) || utf8_valid(adopted.bytes, NULL));
    assert((adopted.added == 0) == str_eq(adopted.bytes, bytes));
    document_read(adopted.bytes, lib, &arena, &after);
    /* What we did not write is not ours to take out. */
    if (str_find(bytes, STR("prfaq-id:"), 0) == STR_NONE) {
        assert(adopt_undo(&after, NULL, &arena, &back) == adopted.added);
        assert(str_eq(back, bytes));
    }
    arena_deinit(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Library lib;

    if (!lib.templates)
        library_init(&lib);
    if (size == 0)
        return 0;
    hold_adoption((Str){(const char *)data + 1, size - 1}, data[0], &lib);
    return 0;
}
