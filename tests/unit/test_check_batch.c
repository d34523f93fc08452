#include "app/check_batch.h"

#include <stdio.h>

#include "base/file.h"
#include "check.h"
#include "scratch.h"

enum { FILE_COUNT = 150 };

typedef struct Told {
    StrBuf out;
    int writes, failures;
} Told;

static bool take_output(void *ctx, Str bytes, Error *err)
{
    Told *told = ctx;

    (void)err;
    strbuf_add(&told->out, bytes);
    told->writes++;
    return true;
}

static bool refuse_output(void *ctx, Str bytes, Error *err)
{
    (void)ctx;
    (void)bytes;
    return error_set(err, ERR_IO, "the output is full");
}

static void count_failure(void *ctx, const Error *why)
{
    Told *told = ctx;

    CHECK(why->message[0]);
    told->failures++;
}

static DocumentRef write_document(int number, char name[16])
{
    char text[64];

    snprintf(name, 16, "n%03d.md", number);
    snprintf(text, sizeof text, "# Note %d\n\nIt is TBD.\n", number);
    CHECK(file_create(name, str_from(text), NULL));
    return (DocumentRef){.name = str_from(name), .path = str_from(name)};
}

static CheckBatchOptions options_of(Told *told)
{
    return (CheckBatchOptions){
        .report = {.format = REPORT_JSON_LINES, .fail_on = LEVEL_ERROR},
        .write = take_output,
        .failed = count_failure,
        .ctx = told,
    };
}

static void findings_come_in_the_order_of_the_files(void **state)
{
    (void)state;
    Scratch scratch;
    Session session = {0};
    Told told = {0};
    ReportTotals totals = {0};
    Error err = {0};
    Str placeholder = STR("placeholder-left");

    scratch_enter(&scratch);
    CHECK(session_open(&session, ".", &err));
    CheckBatchOptions options = options_of(&told);
    options.rules = &placeholder;
    options.rule_count = 1;
    CheckBatch *batch = check_batch_new(&session, &options);
    for (int i = 0; i < FILE_COUNT; i++) {
        char name[16];
        DocumentRef ref = write_document(i, name);
        CHECK(check_batch_add(batch, &ref, ref.path, &err));
    }
    CHECK(check_batch_end(batch, &totals, &err));
    CHECK_INT(totals.files, FILE_COUNT);
    CHECK_INT(totals.errors, FILE_COUNT);
    CHECK(told.writes > 1);
    Str rest = strbuf_view(&told.out), line;
    for (int i = 0; i < FILE_COUNT; i++) {
        char name[16];
        snprintf(name, sizeof name, "\"n%03d.md\"", i);
        CHECK(str_next_line(&rest, &line));
        CHECK(str_find(line, str_from(name), 0) != STR_NONE);
    }
    check_batch_free(batch);
    session_close(&session);
    strbuf_deinit(&told.out);
    scratch_leave(&scratch);
}

static void a_file_that_cannot_be_read_keeps_no_other_back(void **state)
{
    (void)state;
    Scratch scratch;
    Session session = {0};
    Told told = {0};
    ReportTotals totals = {0};
    Error err = {0};
    char name[16];
    const DocumentRef lost = {.name = STR("lost"), .path = STR("lost.md")};

    scratch_enter(&scratch);
    CHECK(session_open(&session, ".", &err));
    CheckBatchOptions options = options_of(&told);
    CheckBatch *batch = check_batch_new(&session, &options);
    DocumentRef ref = write_document(1, name);
    CHECK(check_batch_add(batch, &lost, lost.path, &err));
    CHECK(check_batch_add(batch, &ref, ref.path, &err));
    CHECK(check_batch_add(batch, &lost, lost.path, &err));
    CHECK(!check_batch_end(batch, &totals, &err));
    CHECK_INT(err.code, ERR_NOT_FOUND);
    CHECK_INT(told.failures, 1); /* the last one is the result */
    CHECK_INT(totals.files, 1);
    CHECK(told.out.len > 0);
    check_batch_free(batch);
    session_close(&session);
    strbuf_deinit(&told.out);
    scratch_leave(&scratch);
}

/* Of the files of a folder only documents are checked, whatever else lies there. */
static void what_nobody_named_is_only_checked_when_it_is_a_document(void **state)
{
    (void)state;
    Scratch scratch;
    Session session = {0};
    Told told = {0};
    ReportTotals totals = {0};
    Error err = {0};
    char name[16];
    size_t found = 0;
    Str ours = STR("---\ntemplate: prfaq\n---\n# Lantern\n\nIt is TBD.\n");
    const DocumentRef document = {.name = STR("ours"), .path = STR("ours.md")};
    const DocumentRef lost = {.name = STR("lost"), .path = STR("lost.md")};

    scratch_enter(&scratch);
    CHECK(session_open(&session, ".", &err));
    CHECK(file_create("ours.md", ours, NULL));
    CheckBatchOptions options = options_of(&told);
    CheckBatch *batch = check_batch_new(&session, &options);
    DocumentRef note = write_document(1, name);
    CHECK(check_batch_add_unnamed(batch, &note, note.path, &err));
    CHECK(check_batch_add_unnamed(batch, &lost, lost.path, &err));
    CHECK(check_batch_found(batch, &found, &err));
    CHECK_INT((int)found, 0);
    CHECK(check_batch_add_unnamed(batch, &document, document.path, &err));
    CHECK(check_batch_add_unnamed(batch, &note, note.path, &err));
    CHECK(check_batch_add(batch, &note, note.path, &err));
    CHECK(check_batch_found(batch, &found, &err));
    CHECK_INT((int)found, 1);
    CHECK(check_batch_end(batch, &totals, &err));
    CHECK_INT(totals.files, 2);
    CHECK_INT(told.failures, 0);
    check_batch_free(batch);
    session_close(&session);
    strbuf_deinit(&told.out);
    scratch_leave(&scratch);
}

static void an_output_that_fails_ends_the_batch(void **state)
{
    (void)state;
    Scratch scratch;
    Session session = {0};
    ReportTotals totals = {0};
    Error err = {0};

    scratch_enter(&scratch);
    CHECK(session_open(&session, ".", &err));
    CheckBatchOptions options = options_of(NULL);
    options.write = refuse_output;
    CheckBatch *batch = check_batch_new(&session, &options);
    CHECK(check_batch_add_bytes(batch, NULL, STR("# A\n\nTBD\n"), &err));
    CHECK(!check_batch_end(batch, &totals, &err));
    CHECK_INT(err.code, ERR_IO);
    check_batch_free(batch);
    session_close(&session);
    scratch_leave(&scratch);
}

RUN_TESTS(TEST(findings_come_in_the_order_of_the_files),
          TEST(a_file_that_cannot_be_read_keeps_no_other_back),
          TEST(what_nobody_named_is_only_checked_when_it_is_a_document),
          TEST(an_output_that_fails_ends_the_batch))
