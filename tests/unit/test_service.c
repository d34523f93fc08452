#include "app/service.h"
#include "check.h"
#include "scratch.h"

typedef struct Desk {
    Scratch scratch;
    Session session;
    Arena arena;
    DocumentRef ref;
    Error err;
} Desk;

/* A workspace with a document that was never saved. */
static void desk_open(Desk *d)
{
    const NewDocument request = {.name = STR("lantern"), .lang = LANG_EN};

    *d = (Desk){0};
    scratch_enter(&d->scratch);
    unsetenv("GIT_AUTHOR_NAME");
    unsetenv("GIT_AUTHOR_EMAIL");
    setenv("PRFAQ_NOW", "2027-03-02T09:41:07+09:00", 1);
    run("git init -q -b main . && git config user.name 'Mina Park' && "
        "git config user.email mina@example.com");
    CHECK(session_open(&d->session, ".", &d->err));
    CHECK(service_new(&d->session, &request, &d->arena, &d->ref, &d->err));
}

static void desk_close(Desk *d)
{
    session_close(&d->session);
    arena_deinit(&d->arena);
    scratch_leave(&d->scratch);
}

static bool save(Desk *d, const char *extra, const char *note, SaveResult *out)
{
    StrBuf text = {0};

    CHECK(file_read("lantern.md", FILE_MAX, &text, &d->err));
    strbuf_addz(&text, extra);
    const SaveRequest request = {.ref = &d->ref,
                                 .bytes = arena_str(&d->arena, strbuf_view(&text)),
                                 .note = str_from(note)};
    strbuf_deinit(&text);
    return service_save(&d->session, &request, &d->arena, out, &d->err);
}

static void a_new_document_is_a_file_and_no_revision(void **state)
{
    (void)state;
    Desk d;
    OpenDocument open;
    const NewDocument again = {.name = STR("lantern"), .lang = LANG_EN};

    desk_open(&d);
    CHECK_STR(d.ref.path, STR("lantern.md"));
    CHECK(service_read(&d.session, &d.ref, &d.arena, &open, &d.err));
    CHECK(open.doc.tmpl != NULL);
    CHECK_STR(open.doc.title, STR("Lantern"));
    CHECK_OUTPUT("?? lantern.md", "git status --porcelain");
    CHECK(!service_new(&d.session, &again, &d.arena, &d.ref, &d.err));
    CHECK_INT(d.err.code, ERR_STATE);
    desk_close(&d);
}

static void saving_twice_keeps_one_revision(void **state)
{
    (void)state;
    Desk d;
    SaveResult result;

    desk_open(&d);
    CHECK(save(&d, "", "", &result));
    CHECK_INT(result.outcome, SAVE_REVISION);
    CHECK_INT(result.revision.number, 1);
    CHECK(result.first);
    CHECK(save(&d, "", "", &result));
    CHECK_INT(result.outcome, SAVE_NOTHING_NEW);
    CHECK_OUTPUT("1", "git rev-list --count HEAD");
    CHECK_OUTPUT("", "git status --porcelain");
    desk_close(&d);
}

static void a_note_goes_first_and_the_changes_after_it(void **state)
{
    (void)state;
    Desk d;
    SaveResult result;

    desk_open(&d);
    CHECK(save(&d, "", "", &result));
    CHECK(save(&d, "\nTwo more words\n", "After the call", &result));
    CHECK_INT(result.revision.number, 2);
    CHECK_INT(result.added, 3);
    CHECK_OUTPUT("After the call", "git log -1 --format=%%s");
    CHECK_STR(result.revision.note, STR("After the call"));
    CHECK(result.summary.len > 0);
    char *body = output("git log -1 --format=%%b");
    CHECK(str_find(str_from(body), result.summary, 0) != STR_NONE);
    free(body);
    desk_close(&d);
}

static void outside_git_the_file_is_written_and_no_revision_kept(void **state)
{
    (void)state;
    Desk d;
    SaveResult result;
    DocumentRef ref;

    desk_open(&d);
    run("mkdir /tmp/prfaq-outside.$PPID && printf 'old\\n' "
        ">/tmp/prfaq-outside.$PPID/a.md");
    Str path = arena_printf(&d.arena, "/tmp/prfaq-outside.%d/a.md", (int)getpid());
    CHECK(session_document(&d.session, path, &d.arena, &ref, &d.err));
    const SaveRequest request = {.ref = &ref, .bytes = STR("new\n")};
    CHECK(service_save(&d.session, &request, &d.arena, &result, &d.err));
    CHECK_INT(result.outcome, SAVE_FILE_ONLY);
    CHECK(result.file_written);
    check_file(path.ptr, "new\n");
    run("rm -r /tmp/prfaq-outside.$PPID");
    desk_close(&d);
}

static void bytes_that_are_no_text_are_saved(void **state)
{
    (void)state;
    Desk d;
    SaveResult result;
    const SaveRequest damaged = {.ref = &d.ref, .bytes = STR("a\xFF\0 z\n")};

    desk_open(&d);
    CHECK(service_save(&d.session, &damaged, &d.arena, &result, &d.err));
    CHECK_INT(result.outcome, SAVE_REVISION);
    desk_close(&d);
}

static void text_that_is_none_is_refused_and_the_file_stays(void **state)
{
    (void)state;
    Desk d;
    SaveResult result;
    const SaveRequest bad = {.ref = &d.ref, .bytes = STR("\xFF\xFEz\n")};

    desk_open(&d);
    CHECK(!service_save(&d.session, &bad, &d.arena, &result, &d.err));
    CHECK_INT(d.err.code, ERR_INVALID);
    CHECK(!result.file_written);
    CHECK(strstr(d.err.message, "lantern.md"));
    desk_close(&d);
}

static void when_git_refuses_the_words_are_in_the_file(void **state)
{
    (void)state;
    Desk d;
    SaveResult result;

    desk_open(&d);
    CHECK(save(&d, "", "", &result));
    run("git rev-parse HEAD >.git/MERGE_HEAD");
    CHECK(!save(&d, "\nlater words\n", "", &result));
    CHECK_INT(d.err.code, ERR_STATE);
    CHECK(result.file_written);
    CHECK_OUTPUT("later words", "tail -n 1 lantern.md");
    desk_close(&d);
}

static void comparing_takes_unsaved_words_else_the_last_two(void **state)
{
    (void)state;
    Desk d;
    SaveResult result;
    Comparison c;

    desk_open(&d);
    CHECK(!service_compare(&d.session, &d.ref, STR(""), STR(""), &d.arena, &c, &d.err));
    CHECK_INT(d.err.code, ERR_NOT_FOUND);
    CHECK(save(&d, "", "", &result));
    CHECK(service_compare(&d.session, &d.ref, STR(""), STR(""), &d.arena, &c, &d.err));
    CHECK_STRZ(c.before.revision.commit, "");
    CHECK_INT(c.after.revision.number, 1);
    CHECK(save(&d, "\nOne more\n", "", &result));
    CHECK(service_compare(&d.session, &d.ref, STR(""), STR(""), &d.arena, &c, &d.err));
    CHECK_INT(c.before.revision.number, 1);
    CHECK_INT(c.after.revision.number, 2);
    CHECK_INT(c.redline.added, 2);
    run("printf '\\nnot saved\\n' >>lantern.md");
    CHECK(service_compare(&d.session, &d.ref, STR(""), STR(""), &d.arena, &c, &d.err));
    CHECK(c.after.unsaved);
    CHECK_INT(c.before.revision.number, 2);
    CHECK(service_compare(&d.session, &d.ref, STR("1"), STR(""), &d.arena, &c, &d.err));
    CHECK_INT(c.redline.added, 4);
    CHECK(
        !service_compare(&d.session, &d.ref, STR("9"), STR(""), &d.arena, &c, &d.err));
    CHECK_INT(d.err.code, ERR_NOT_FOUND);
    desk_close(&d);
}

static void the_list_says_how_far_each_document_is(void **state)
{
    (void)state;
    Desk d;
    SaveResult result;
    const ListedDocument *list = NULL;
    size_t count = 0;

    desk_open(&d);
    write_text("notes.md", "# Notes\n\nAbout this.\n");
    CHECK(service_list(&d.session, LIST_DOCUMENTS, &d.arena, &list, &count, &d.err));
    CHECK_INT(count, 1);
    CHECK_INT(list[0].state, DOCUMENT_NEW);
    CHECK(list[0].errors > 0);
    CHECK(save(&d, "", "", &result));
    CHECK(service_list(&d.session, LIST_ALL, &d.arena, &list, &count, &d.err));
    CHECK_INT(count, 2);
    CHECK_INT(list[0].state, DOCUMENT_SAVED);
    CHECK_INT(list[0].revisions, 1);
    CHECK_STR(list[0].last_author.name, STR("Mina Park"));
    CHECK_STR(list[1].template_id, STR(""));
    desk_close(&d);
}

RUN_TESTS(TEST(a_new_document_is_a_file_and_no_revision),
          TEST(saving_twice_keeps_one_revision),
          TEST(a_note_goes_first_and_the_changes_after_it),
          TEST(outside_git_the_file_is_written_and_no_revision_kept),
          TEST(bytes_that_are_no_text_are_saved),
          TEST(text_that_is_none_is_refused_and_the_file_stays),
          TEST(when_git_refuses_the_words_are_in_the_file),
          TEST(comparing_takes_unsaved_words_else_the_last_two),
          TEST(the_list_says_how_far_each_document_is))
