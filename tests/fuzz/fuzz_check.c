/* fuzz_check.c: reads any text as a document and runs the rules over it, in both
 * languages. Findings lie inside the document at borders of characters, their
 * messages are one line of UTF-8, and reports can be written. */
#include <assert.h>
#include <stdint.h>

#include "../unit/border.h"
#include "check/measure.h"
#include "check/report.h"
#include "check/rule.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_finding(const Document *doc, const Finding *f)
{
    assert(f->range.start <= f->range.end);
    assert(is_border(doc->bytes, f->range.start));
    assert(is_border(doc->bytes, f->range.end));
    assert(f->fix.range.start <= f->fix.range.end);
    assert(is_border(doc->bytes, f->fix.range.start));
    assert(is_border(doc->bytes, f->fix.range.end));
    assert(f->part == NO_INDEX || f->part < doc->part_count);
    assert(f->level >= LEVEL_INFO && f->level <= LEVEL_ERROR);
    assert(f->message.len > 0);
    assert(utf8_valid(f->message, NULL));
    assert(utf8_valid(f->advice, NULL));
    assert(utf8_valid(f->fix.text, NULL));
    assert(str_find_byte(f->message, '\n', 0) == STR_NONE);
}

static bool exists(void *ctx, Str path)
{
    (void)ctx;
    return path.len % 2 == 0;
}

static void check_bytes(Str bytes, const Library *lib, Lang lang, Profile profile)
{
    Arena arena = {0};
    Document doc;
    Findings findings;
    Measures measures;
    StrBuf out = {0};
    CheckOptions options = {.profile = profile,
                            .now = {2026, 11, 21},
                            .lang = lang,
                            .competitors = STR("Northwind, a"),
                            .image_depth = 1,
                            .image_exists = exists};
    ReportOptions report = {.source = true, .width = 40, .fail_on = LEVEL_WARNING};

    document_read(bytes, lib, &arena, &doc);
    if (profile == PROFILE_STRICT) /* the other half of the rules' words */
        doc.lang = lang;
    check_measure(&doc, lib, &options, &arena, &findings, &measures);
    for (size_t i = 0; i < findings.count; i++)
        check_finding(&doc, &findings.items[i]);
    ReportFile file = {.path = STR("a.md"), .doc = &doc, .findings = &findings};
    report_all(&file, 1, &report, &out);
    report_all(&file, 1, &(ReportOptions){.format = REPORT_JSON}, &out);
    assert(utf8_valid(strbuf_view(&out), NULL));
    strbuf_deinit(&out);
    arena_deinit(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Library lib;
    Str bytes = {(const char *)data, size};

    if (!lib.memo)
        library_init(&lib);
    check_bytes(bytes, &lib, LANG_EN, PROFILE_DEFAULT);
    check_bytes(bytes, &lib, LANG_KO, PROFILE_STRICT);
    return 0;
}
