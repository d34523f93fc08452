#include "check.h"

#include "store/records.h"

static void records_come_back_in_order(void **state)
{
    (void)state;
    StrBuf file = {0};
    Records w, r;
    Record record;
    records_begin(&w, STR("a file 1"), &file);
    records_add(&w, 'h', STR("one\n"), STR("two"), &file);
    records_add(&w, 'e', (Str){0}, (Str){0}, &file);

    CHECK(records_open(&r, strbuf_view(&file), STR("a file 1")));
    CHECK(records_next(&r, &record) && record.type == 'h');
    CHECK_STR(record.bytes, STR("one\ntwo"));
    CHECK(records_next(&r, &record) && record.type == 'e');
    CHECK_INT(record.bytes.len, 0);
    CHECK(!records_next(&r, &record) && !r.torn);
    CHECK(!records_open(&r, strbuf_view(&file), STR("a file 2")));
    strbuf_deinit(&file);
}

static void a_changed_byte_ends_the_file(void **state)
{
    (void)state;
    StrBuf file = {0};
    Records w, r;
    Record record;
    records_begin(&w, STR("t"), &file);
    records_add(&w, 'e', STR("first"), (Str){0}, &file);
    size_t second = file.len;
    records_add(&w, 'e', STR("second"), (Str){0}, &file);
    for (size_t i = second; i < file.len; i++) {
        file.ptr[i] ^= 1;
        CHECK(records_open(&r, strbuf_view(&file), STR("t")));
        CHECK(records_next(&r, &record));
        CHECK(!records_next(&r, &record) && r.torn);
        file.ptr[i] ^= 1;
    }
    strbuf_deinit(&file);
}

/* A record that is sound by itself counts only behind the one it was written after. */
static void a_record_out_of_its_place_ends_the_file(void **state)
{
    (void)state;
    StrBuf file = {0};
    Records w, r;
    Record record;
    records_begin(&w, STR("t"), &file);
    size_t first = file.len;
    records_add(&w, 'e', STR("one"), (Str){0}, &file);
    size_t second = file.len;
    records_add(&w, 'e', STR("two"), (Str){0}, &file);
    strbuf_splice(&file, (Range){first, second}, (Str){0});
    CHECK(records_open(&r, strbuf_view(&file), STR("t")));
    CHECK(!records_next(&r, &record) && r.torn);
    strbuf_deinit(&file);
}

static void fields_hold_any_line(void **state)
{
    (void)state;
    StrBuf text = {0};
    Arena arena = {0};
    records_add_field("path", STR("a%b\nc\x1b d"), &text);
    records_add_number("pid", -12, &text);
    CHECK_STR(strbuf_view(&text), STR("path a%25b%0Ac%1B d\npid -12\n"));
    CHECK_STR(records_field(strbuf_view(&text), "path", &arena), STR("a%b\nc\x1b d"));
    CHECK_INT(records_number(strbuf_view(&text), "pid"), -12);
    CHECK_INT(records_number(strbuf_view(&text), "pat"), 0);
    CHECK_STR(records_field(strbuf_view(&text), "host", &arena), (Str){0});
    arena_deinit(&arena);
    strbuf_deinit(&text);
}

RUN_TESTS(TEST(records_come_back_in_order), TEST(a_changed_byte_ends_the_file),
          TEST(a_record_out_of_its_place_ends_the_file), TEST(fields_hold_any_line))
