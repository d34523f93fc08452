#include "check.h"

#include "base/resource.h"
#include "base/unicode.h"
#include "base/utf8.h"

static void a_file_is_found_by_its_path(void **state)
{
    Str bytes = {0};

    (void)state;
    CHECK(resource_find(STR("en/prfaq.md"), &bytes));
    CHECK(str_starts(bytes, STR("---\ntemplate: prfaq\nlang: en\n")));
    CHECK(str_ends(bytes, STR("\n")));
    CHECK(resource_find(STR("ko/prfaq.md"), &bytes));
    CHECK(str_find(bytes, STR("보도자료"), 0) != STR_NONE);
}

static void an_unknown_path_is_not_found(void **state)
{
    Str bytes = STR("kept");

    (void)state;
    CHECK(!resource_find(STR("en/prfaq"), &bytes));
    CHECK(!resource_find(STR(""), &bytes));
    CHECK(!resource_find(STR("zz"), &bytes));
    CHECK_STR(bytes, STR("kept"));
}

static void every_file_is_sorted_found_and_clean_utf8(void **state)
{
    Str found = {0};

    (void)state;
    CHECK(resource_count() > 50);
    for (size_t i = 0; i < resource_count(); i++) {
        Resource r = resource_at(i);
        CHECK(i == 0 || str_cmp(resource_at(i - 1).path, r.path) < 0);
        CHECK(resource_find(r.path, &found) && found.ptr == r.bytes.ptr);
        CHECK(utf8_valid(r.bytes, NULL));
        CHECK(unicode_is_nfc(r.bytes));
        CHECK(str_find_byte(r.bytes, '\r', 0) == STR_NONE);
        CHECK(str_ends(r.bytes, STR("\n")));
    }
}

static void rows_keep_their_empty_fields_and_count_lines(void **state)
{
    Str rest = STR("id\ten\tko\na\t\tc\nb\n");
    TsvRow row = {0};

    (void)state;
    CHECK(tsv_next(&rest, &row));
    CHECK_INT(row.line, 1);
    CHECK_INT(row.count, 3);
    CHECK(tsv_next(&rest, &row));
    CHECK_INT(row.line, 2);
    CHECK_STR(row.fields[1], STR(""));
    CHECK_STR(row.fields[2], STR("c"));
    CHECK(tsv_next(&rest, &row));
    CHECK_INT(row.count, 1);
    CHECK_STR(row.fields[2], STR(""));
    CHECK(!tsv_next(&rest, &row));
}

static void a_row_holds_no_more_fields_than_fit(void **state)
{
    Str rest = STR("\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\nnext\n");
    TsvRow row = {0};

    (void)state;
    CHECK(tsv_next(&rest, &row));
    CHECK_INT(row.count, 16);
    CHECK(tsv_next(&rest, &row));
    CHECK_STR(row.fields[0], STR("next"));
}

static void control_characters_are_no_text(void **state)
{
    (void)state;
    CHECK(!tsv_has_control(STR("a\tb\r")));
    CHECK(!tsv_has_control(STR("등불\t")));
    CHECK(tsv_has_control((Str){"a\0b", 3}));
    CHECK(tsv_has_control(STR("a\rb")));
    CHECK(tsv_has_control(STR("a\x7f")));
}

RUN_TESTS(TEST(control_characters_are_no_text), TEST(a_file_is_found_by_its_path),
          TEST(an_unknown_path_is_not_found),
          TEST(every_file_is_sorted_found_and_clean_utf8),
          TEST(rows_keep_their_empty_fields_and_count_lines),
          TEST(a_row_holds_no_more_fields_than_fit))
