#include "app/check_facts.h"

#include "check.h"
#include "scratch.h"

#define BREAD "---\\nstage: review\\n---\\n\\n# L\\n\\n## Problem\\n\\nBread burns.\\n"

static DocumentRef ref;
static Arena arena;

/* A workspace with two revisions of a document, and the session in it. */
static void enter(Scratch *scratch, Session *s)
{
    Error err = {0};

    scratch_enter(scratch);
    run("git init -q r && cd r && git config user.name T && git config user.email t@e "
        "&& printf -- '" BREAD "' >lantern.md && git add . && git commit -qm one && "
        "printf 'More.\\n' >>lantern.md && git commit -qam two");
    CHECK(chdir("r") == 0);
    CHECK(session_open(s, ".", &err));
    CHECK(session_document(s, STR("lantern"), &arena, &ref, &err));
}

static void leave(Scratch *scratch, Session *s)
{
    session_close(s);
    arena_deinit(&arena);
    scratch_leave(scratch);
}

static void a_document_without_a_review_has_no_facts(void **state)
{
    Scratch scratch;
    Session s;
    (void)state;
    enter(&scratch, &s);
    run("printf '# L\\n' >lantern.md");
    CHECK(session_facts(&s, &ref) == NULL);
    CHECK(session_facts(&s, NULL) == NULL);
    /* Git was not even opened. */
    CHECK(s.repo == NULL);
    leave(&scratch, &s);
}

static void revisions_are_counted_when_a_review_is_asked_for(void **state)
{
    Scratch scratch;
    Session s;
    (void)state;
    enter(&scratch, &s);
    const DocumentFacts *known = session_facts(&s, &ref);
    CHECK(known != NULL);
    CHECK_INT(known->facts.revisions, 2);
    run("printf 'Again.\\n' >>lantern.md && git commit -qam three");
    CHECK(session_facts(&s, &ref) == known);
    CHECK_INT(known->facts.revisions, 3);
    leave(&scratch, &s);
}

static void nothing_is_read_while_nothing_changes(void **state)
{
    Scratch scratch;
    Session s;
    (void)state;
    enter(&scratch, &s);
    const DocumentFacts *known = session_facts(&s, &ref);
    CHECK_INT(known->facts.revisions, 2);
    /* Git cannot be read any more, and nobody asks it. */
    run("mv .git/objects .git/gone");
    CHECK(session_facts(&s, &ref) == known);
    CHECK_INT(known->facts.revisions, 2);
    run("mv .git/gone .git/objects");
    leave(&scratch, &s);
}

static void threads_and_minutes_become_notes_and_a_decision(void **state)
{
    Scratch scratch;
    Session s;
    (void)state;
    enter(&scratch, &s);
    run("mkdir -p .prfaq/reviews/lantern .prfaq/meetings;"
        "printf '[person \"Mina\"]\\n\\temail = m@e\\n\\tteam = Ovens\\n' "
        ">.prfaq/people;"
        "printf '{\"author\":\"Mina <m@e>\",\"text\":\"?\",\"selected_text\":\"Bread\","
        "\"type\":\"question\",\"timestamp\":\"2027-03-01T09:00:00Z\",\"commit\":\"%%"
        "s\"}'"
        " \"$(git rev-parse HEAD~1)\" >.prfaq/reviews/lantern/a.json;"
        "printf '{\"author\":\"Jun\",\"text\":\"Say the price.\",\"type\":\"issue\","
        "\"timestamp\":\"2027-03-01T09:00:00Z\",\"x_revision\":2,"
        "\"x_part\":\"problem\"}' >.prfaq/reviews/lantern/b.json;"
        "echo x >.prfaq/reviews/lantern/c.json;"
        "printf -- '---\\noutcome: go\\nstop: 2027-06-30\\n---\\n' "
        ">.prfaq/meetings/2027-03-02-lantern.md;"
        "printf -- '---\\noutcome: later\\n---\\n' "
        ">.prfaq/meetings/2027-03-01-lantern.md");
    const DocumentFacts *known = session_facts(&s, &ref);
    const CheckFacts *f = &known->facts;
    CHECK_INT(f->note_count, 2);
    CHECK_INT(f->notes[0].kind, NOTE_QUESTION);
    CHECK_INT(f->notes[0].revision, 1);
    CHECK_STR(f->notes[0].text, STR("Bread"));
    /* A day to answer. */
    CHECK_INT(f->notes[0].due.seconds, 1803891600 + 86400);
    CHECK_INT(f->notes[1].kind, NOTE_PROMISE);
    CHECK_INT(f->reviewed, 2);
    CHECK_INT(f->reviewer_count, 2);
    CHECK_STR(f->reviewers[0].team, STR("Ovens"));
    CHECK_STR(f->reviewers[1].team, STR(""));
    CHECK_INT(f->decision->outcome, DECISION_GO);
    CHECK(f->decision->stop && !f->decision->owner);
    CHECK(f->text_count > 0);
    CHECK_INT(known->damage_count, 1);
    leave(&scratch, &s);
}

RUN_TESTS(TEST(a_document_without_a_review_has_no_facts),
          TEST(revisions_are_counted_when_a_review_is_asked_for),
          TEST(nothing_is_read_while_nothing_changes),
          TEST(threads_and_minutes_become_notes_and_a_decision))
