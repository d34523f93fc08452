#include "app/authors.h"

#include <stdlib.h>

#include "desk.h"

#define SAVE(text, message)                                                            \
    "printf '" text "' >lantern.md; git add -A; git commit -qm '" message "'; "

static void find_all(Desk *d, int number, Revisions **r, Authors **a)
{
    bool done = false;

    if (!service_revisions(&d->session, &d->ref, r, &d->err) ||
        !authors_open(&d->session, *r, d->ref.relative, number, LANG_EN, a, &d->err))
        print_error("%s\n", d->err.message);
    CHECK(*a != NULL);
    CHECK(authors_more(*a, 0, &done, &d->err));
    CHECK(done);
}

/* "1:Words|2:more words": the runs of a revision. */
static void check_authors(Desk *d, int number, const char *expected, size_t looked_at)
{
    Revisions *r = NULL;
    Authors *a = NULL;
    StrBuf found = {0};
    size_t start = 0;

    find_all(d, number, &r, &a);
    AuthoredText text = authors_text(a);
    for (size_t i = 0; i < text.by.count; i++) {
        size_t end = text.by.runs[i].end;
        Str words = str_trim(str_slice(text.bytes, start, end));
        strbuf_addf(&found, "%s%u:%.*s", i ? "|" : "", text.by.runs[i].revision,
                    STR_ARG(words));
        start = end;
    }
    CHECK_STRZ(strbuf_cstr(&found), expected);
    CHECK_INT(authors_total(a), looked_at);
    strbuf_deinit(&found);
    authors_free(a);
    revisions_free(r);
}

static void only_new_revisions_are_looked_at(void **state)
{
    Desk d;
    (void)state;
    desk_open(&d);
    run(SAVE("One word.\n", "1") SAVE("One small word.\n", "2"));
    check_authors(&d, 0, "1:One|2:small|1:word.", 2);
    check_authors(&d, 0, "1:One|2:small|1:word.", 0);
    run(SAVE("One small word. And an end.\n", "3"));
    check_authors(&d, 0, "1:One|2:small|1:word.|3:And an end.", 1);
    check_authors(&d, 2, "1:One|2:small|1:word.", 0);
    check_authors(&d, 1, "1:One word.", 1);
    desk_close(&d);
}

static void a_changed_history_is_looked_at_again(void **state)
{
    Desk d;
    (void)state;
    desk_open(&d);
    run(SAVE("One word.\n", "1") SAVE("One small word.\n", "2"));
    check_authors(&d, 0, "1:One|2:small|1:word.", 2);
    run("git reset -q --hard HEAD~1; " SAVE("One large word.\n", "other")
            SAVE("One large word. Ha.\n", "3"));
    check_authors(&d, 0, "1:One|2:large|1:word.|3:Ha.", 3);
    run("truncate -s -1 .git/prfaq/authors/*");
    check_authors(&d, 0, "1:One|2:large|1:word.|3:Ha.", 3);
    desk_close(&d);
}

static void renames_and_merges_are_followed(void **state)
{
    Desk d;
    (void)state;
    desk_open(&d);
    run("printf 'The beginning is here.\n\nThe middle is here.\n\nThe end.\n' >old.md; "
        "rm lantern.md; git add -A; git commit -qm 1; git mv old.md lantern.md; "
        "git commit -qm 2; git checkout -qb other; "
        "sed -i 's/The end/The very end/' lantern.md; git commit -qam there; "
        "git checkout -q main; sed -i 's/is here/is now here/;3q' lantern.md; "
        "printf '\nThe end.\n' >>lantern.md; git commit -qam here; "
        "git merge -q other -m merged; echo 'And more.' >>lantern.md; "
        "git commit -qam last");
    CHECK(session_document(&d.session, STR("lantern"), &d.arena, &d.ref, &d.err));
    check_authors(&d, 0,
                  "1:The beginning is|3:now|1:here.\n\nThe middle is|3:now|1:here.\n\n"
                  "The|4:very|1:end.|6:And more.",
                  6);
    desk_close(&d);
}

static void there_must_be_such_a_revision(void **state)
{
    Desk d;
    Revisions *r = NULL;
    Authors *a = NULL;
    (void)state;
    desk_open(&d);
    run(SAVE("One word.\n", "1"));
    CHECK(service_revisions(&d.session, &d.ref, &r, &d.err));
    CHECK(!authors_open(&d.session, r, d.ref.relative, 2, LANG_EN, &a, &d.err));
    CHECK_INT(d.err.code, ERR_NOT_FOUND);
    revisions_free(r);
    desk_close(&d);
}

RUN_TESTS(TEST(only_new_revisions_are_looked_at),
          TEST(a_changed_history_is_looked_at_again),
          TEST(renames_and_merges_are_followed), TEST(there_must_be_such_a_revision))
