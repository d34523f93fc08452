#include <string.h>

#include "base/utf8.h"
#include "check.h"
#include "diff/redline.h"
#include "sample_document.h"

static void the_object_begins_with_the_members_of_the_caller(void **state)
{
    (void)state;
    Sample before, after;
    Arena arena = {0};
    Redline redline;
    StrBuf out = {0};

    sample_read(&before, STR("---\na: 1\n---\n## Problem\n\none two\n"), LANG_EN);
    sample_read(&after, STR("---\na: 2\n---\n## Problem\n\none \"three\"\n"), LANG_EN);
    redline_make(&before.doc, &after.doc, &arena, &redline);
    redline_json(&redline, STR("\"document\":\"a.md\""), &out);
    CHECK_STRZ(
        strbuf_cstr(&out),
        "{\"schema\":\"prfaq/diff/1\",\"document\":\"a.md\",\"equal\":false,"
        "\"unit\":\"words\",\"added\":1,\"removed\":1,\"parts_changed\":1,"
        "\"front_matter_changed\":true,"
        "\"front_matter\":[{\"key\":\"a\",\"before\":\"1\",\"after\":\"2\"}],"
        "\"parts\":[{\"id\":\"\",\"title\":\"Problem\",\"change\":\"changed\","
        "\"added\":1,"
        "\"removed\":1,\"blocks\":[{\"change\":\"same\",\"kind\":\"heading\","
        "\"changes\":[{\"change\":\"same\",\"gap\":\"line\",\"text\":\"## Problem\"}]},"
        "{\"change\":\"changed\",\"kind\":\"paragraph\",\"changes\":["
        "{\"change\":\"same\",\"gap\":\"line\",\"text\":\"one\"},"
        "{\"change\":\"removed\",\"gap\":\"space\",\"text\":\"two\"},"
        "{\"change\":\"added\",\"gap\":\"space\",\"text\":\"\\\"three\\\"\"}]}]}]}");
    strbuf_deinit(&out);
    arena_deinit(&arena);
    sample_deinit(&before);
    sample_deinit(&after);
}

static void a_stray_byte_is_the_replacement_character(void **state)
{
    (void)state;
    Sample before, after;
    Arena arena = {0};
    Redline redline;
    StrBuf out = {0};

    sample_read(&before, STR("a \xFF b\n"), LANG_EN);
    sample_read(&after, STR("a \xFE b\n"), LANG_EN);
    redline_make(&before.doc, &after.doc, &arena, &redline);
    redline_json(&redline, STR(""), &out);
    CHECK(!redline.equal);
    CHECK(strstr(strbuf_cstr(&out), "\xEF\xBF\xBD"));
    CHECK(utf8_valid(strbuf_view(&out), NULL));
    strbuf_deinit(&out);
    arena_deinit(&arena);
    sample_deinit(&before);
    sample_deinit(&after);
}

static void no_members_are_needed(void **state)
{
    (void)state;
    Redline redline = {.equal = true};
    StrBuf out = {0};

    redline_json(&redline, STR(""), &out);
    CHECK(str_starts(strbuf_view(&out),
                     STR("{\"schema\":\"prfaq/diff/1\",\"equal\":true,")));
    CHECK(str_ends(strbuf_view(&out), STR("\"parts\":[]}")));
    strbuf_deinit(&out);
}

RUN_TESTS(TEST(the_object_begins_with_the_members_of_the_caller),
          TEST(a_stray_byte_is_the_replacement_character), TEST(no_members_are_needed))
