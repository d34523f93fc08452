#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "base/unicode.h"
#include "base/utf8.h"
#include "doc/library.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_spec(const Template *t, const PartSpec *spec)
{
    assert(template_spec(t, spec->id) == spec);
    assert(str_eq(spec->title, spec->titles[t->lang]));
    assert(spec->min <= spec->max || spec->max == 0);
    assert(spec->questions.count >= 2 && spec->questions.count <= 4);
    assert(spec->mistakes.count > 0 && spec->purpose.len > 0);
    assert(spec->bad_example.len > 0 && spec->bad_reason.len > 0);
    assert(spec->good_example.len > 0);
    assert((spec->starters.count > 0) >= (spec->style == PART_STYLE_QA));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Library lib; /* of the fuzz target, loaded once */
    Str md = {(const char *)data, size};
    DraftAnswers answers = {.title = md, .tags = STR("ai")};
    Arena arena = {0};
    Template t = {0};
    Error err = {0};
    StrBuf draft = {0};

    if (lib.template_count == 0)
        library_init(&lib);
    if (template_parse(md, STR("fuzz.md"), &lib.bank, &arena, &t, &err)) {
        assert(utf8_valid(md, NULL));
        assert(t.spec_count > 0 && t.id.len > 0 && t.intro.len > 0);
        for (size_t i = 0; i < t.spec_count; i++)
            check_spec(&t, &t.specs[i]);
        document_draft(&t, &lib.bank, &answers, &draft);
        assert(str_starts(strbuf_view(&draft), STR("---\ntemplate: ")));
    } else {
        assert(err.code == ERR_INVALID);
        assert(strncmp(err.message, "fuzz.md:", 8) == 0);
    }
    library_label(&lib, md);
    strbuf_deinit(&draft);
    arena_deinit(&arena);
    return 0;
}
