/* desk.h: a workspace with one document, for tests of what keeps its words. */
#ifndef TESTS_UNIT_DESK_H
#define TESTS_UNIT_DESK_H

#include "app/keep_place.h"
#include "app/service.h"
#include "scratch.h"

typedef struct Desk {
    Scratch scratch;
    Session session;
    Arena arena;
    DocumentRef ref;
    KeepPlace place;
    Error err;
} Desk;

/* lantern.md holds "Words.\n"; it has no revision. */
static inline void desk_open(Desk *d)
{
    *d = (Desk){0};
    scratch_enter(&d->scratch);
    unsetenv("XDG_RUNTIME_DIR");
    unsetenv("GIT_AUTHOR_NAME");
    unsetenv("GIT_AUTHOR_EMAIL");
    setenv("PRFAQ_NOW", "2027-03-02T09:41:07+09:00", 1);
    run("git init -q -b main . && git config user.name 'Mina Park' && "
        "git config user.email mina@example.com && printf 'Words.\n' >lantern.md");
    CHECK(session_open(&d->session, ".", &d->err));
    CHECK(session_document(&d->session, STR("lantern"), &d->arena, &d->ref, &d->err));
    keep_place(&d->session, &d->ref, &d->arena, &d->place);
}

static inline void desk_close(Desk *d)
{
    session_close(&d->session);
    arena_deinit(&d->arena);
    scratch_leave(&d->scratch);
}

#endif
