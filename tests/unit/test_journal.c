#include "scratch.h"

#include <sys/stat.h>

#include "store/journal.h"

static const Moment when = {1795257727, 540};

static Journal *begin(Str base)
{
    JournalHead head = {.document = STR("ideas/lantern"),
                        .path = STR("/w/ideas/lantern.md"),
                        .revision = 14,
                        .process = {.host = STR("laptop"), .pid = 7},
                        .started = when};
    Journal *j = NULL;
    Error err = {0};

    CHECK(journal_create(STR("journal"), &head, base, &j, &err));
    return j;
}

static JournalFile only_file(Arena *arena)
{
    size_t count = 0;
    const JournalFile *files =
        journal_list(STR("journal"), STR("ideas/lantern"), arena, &count);

    CHECK_INT(count, 1);
    return files[0];
}

static void edits_come_back_as_the_text(void **state)
{
    (void)state;
    Scratch scratch;
    Arena arena = {0};
    JournalWords words;
    scratch_enter(&scratch);
    Journal *j = begin(STR("hello world"));
    CHECK(journal_person(j, STR("Jun Park"), NULL));
    CHECK(journal_edit(j, 5, 0, STR(", dear"), when, NULL));
    CHECK(journal_place(j, STR("Quote"), NULL));
    CHECK(journal_edit(j, 12, 5, STR("bakers"), (Moment){1795257800, 540}, NULL));
    CHECK(journal_edit(j, 0, 1, STR("H"), (Moment){1795257801, 540}, NULL));
    CHECK(journal_wrote(j, hash_sha256(STR("hello, dear world")), NULL));
    CHECK(journal_sync(j, NULL));
    JournalFile file = only_file(&arena);
    CHECK(file.live);
    journal_leave(j);
    file = only_file(&arena);
    CHECK(!file.live);

    CHECK(journal_read(&file, &arena, &words, NULL));
    CHECK_STR(words.base, STR("hello world"));
    CHECK_STR(words.text, STR("Hello, dear bakers"));
    CHECK_STR(words.person, STR("Jun Park"));
    CHECK_STR(words.place, STR("Quote"));
    CHECK_STR(words.head.document, STR("ideas/lantern"));
    CHECK_INT(words.head.revision, 14);
    CHECK_INT(words.last.seconds, 1795257801);
    CHECK_INT(words.last.offset, 540);
    CHECK_INT(words.edits, 3);
    CHECK(!words.torn);
    CHECK(journal_knows(&words, STR("hello, dear world")));
    CHECK(journal_knows(&words, STR("hello world")));
    CHECK(!journal_knows(&words, STR("hello")));
    arena_deinit(&arena);
    scratch_leave(&scratch);
}

/* Wherever a crash cuts it, what comes before the cut is there. */
static void a_journal_torn_at_any_byte_gives_the_words_before(void **state)
{
    (void)state;
    Scratch scratch;
    Arena arena = {0};
    StrBuf bytes = {0};
    JournalWords words;
    Error err = {0};
    scratch_enter(&scratch);
    Journal *j = begin(STR("base"));
    for (int i = 0; i < 5; i++)
        CHECK(journal_edit(j, 4 + (size_t)i, 0, STR("x"), when, NULL));
    journal_leave(j);
    JournalFile file = only_file(&arena);
    CHECK(file_read(path_join(&arena, STR("journal"), file.name).ptr, FILE_MAX, &bytes,
                    NULL));
    CHECK(journal_parse(strbuf_view(&bytes), &arena, &words, NULL));
    CHECK_STR(words.text, STR("basexxxxx"));

    size_t had = 0, readable = 0;
    for (size_t cut = 0; cut <= bytes.len; cut++) {
        if (!journal_parse(str_slice(strbuf_view(&bytes), 0, cut), &arena, &words,
                           &err)) {
            CHECK_INT(readable, 0);
            continue;
        }
        CHECK_STR(words.base, STR("base"));
        CHECK(words.edits >= had && words.edits <= had + 1);
        CHECK_INT(words.text.len, 4 + words.edits);
        had = words.edits;
        readable++;
    }
    CHECK_INT(had, 5);
    CHECK(!words.torn);
    strbuf_deinit(&bytes);
    arena_deinit(&arena);
    scratch_leave(&scratch);
}

static void zeros_of_a_power_cut_end_it(void **state)
{
    (void)state;
    Scratch scratch;
    Arena arena = {0};
    JournalWords words;
    scratch_enter(&scratch);
    Journal *j = begin(STR("base"));
    CHECK(journal_edit(j, 4, 0, STR(" kept"), when, NULL));
    journal_leave(j);
    run("for f in journal/*; do head -c 100 /dev/zero >> \"$f\"; done");
    JournalFile file = only_file(&arena);
    CHECK(journal_read(&file, &arena, &words, NULL));
    CHECK_STR(words.text, STR("base kept"));
    CHECK(words.torn);
    arena_deinit(&arena);
    scratch_leave(&scratch);
}

static void an_ended_journal_is_gone(void **state)
{
    (void)state;
    Scratch scratch;
    Arena arena = {0};
    size_t count = 0;
    scratch_enter(&scratch);
    Journal *j = begin(STR(""));
    journal_end(j);
    journal_list(STR("journal"), (Str){0}, &arena, &count);
    CHECK_INT(count, 0);
    journal_list(STR("nowhere"), (Str){0}, &arena, &count);
    CHECK_INT(count, 0);
    journal_end(NULL);
    arena_deinit(&arena);
    scratch_leave(&scratch);
}

static void a_removed_journal_is_noticed(void **state)
{
    (void)state;
    Scratch scratch;
    Error err = {0};
    scratch_enter(&scratch);
    Journal *j = begin(STR("base"));
    CHECK(journal_sync(j, &err));
    run("rm journal/*");
    CHECK(!journal_sync(j, &err));
    CHECK_INT(err.code, ERR_NOT_FOUND);
    journal_end(j);
    scratch_leave(&scratch);
}

static void journals_of_other_documents_are_left_out(void **state)
{
    (void)state;
    Scratch scratch;
    Arena arena = {0};
    size_t count = 0;
    scratch_enter(&scratch);
    Journal *j = begin(STR("base"));
    journal_list(STR("journal"), STR("ideas/lanter"), &arena, &count);
    CHECK_INT(count, 0);
    journal_list(STR("journal"), STR("lantern"), &arena, &count);
    CHECK_INT(count, 0);
    run("echo x > journal/ideas%%2Flantern.journal; touch "
        "journal/other~12345678.lease");
    journal_list(STR("journal"), (Str){0}, &arena, &count);
    CHECK_INT(count, 1);
    journal_leave(j);
    arena_deinit(&arena);
    scratch_leave(&scratch);
}

static void other_files_are_no_journals(void **state)
{
    (void)state;
    Arena arena = {0};
    JournalWords words;
    Error err = {0};
    CHECK(!journal_parse(STR(""), &arena, &words, &err));
    CHECK_INT(err.code, ERR_INVALID);
    CHECK(!journal_parse(STR("prfaq journal 2\n"), &arena, &words, &err));
    CHECK(!journal_parse(STR("# Lantern\n"), &arena, &words, &err));
    arena_deinit(&arena);
}

RUN_TESTS(TEST(edits_come_back_as_the_text),
          TEST(a_journal_torn_at_any_byte_gives_the_words_before),
          TEST(zeros_of_a_power_cut_end_it), TEST(an_ended_journal_is_gone),
          TEST(a_removed_journal_is_noticed),
          TEST(journals_of_other_documents_are_left_out),
          TEST(other_files_are_no_journals))
