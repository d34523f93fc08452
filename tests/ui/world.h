/* world.h: the outside of the screens, made up: files in memory, revisions as
 * copies, a roster. Answers effects as src/app/effect.c does. */
#ifndef TESTS_UI_WORLD_H
#define TESTS_UI_WORLD_H

#include "ui/msg.h"

#include "base/mem.h"
#include "review/thread.h"

enum {
    WORLD_FILES = 16,
    WORLD_REVISIONS = 64,
    WORLD_PEOPLE = 16,
    WORLD_CLIPBOARD = 200,
    WORLD_THREADS = 16
};

typedef struct WorldFile {
    StrBuf name;
    StrBuf bytes;
} WorldFile;

typedef struct WorldRevision {
    Revision value;
    StrBuf bytes;
} WorldRevision;

enum { WORLD_SHEETS = 9 };

typedef struct World {
    Arena arena; /* answers; lives as long as the world */
    WorldFile files[WORLD_FILES];
    size_t file_count;
    WorldRevision revisions[WORLD_REVISIONS]; /* of the first document */
    size_t revision_count;
    Str people[WORLD_PEOPLE];
    bool here[WORLD_PEOPLE]; /* in the room, … */
    int typed[WORLD_PEOPLE]; /* … words in revisions */
    size_t person_count;
    bool room_used; /* others than who types are in the room */
    Str who;
    Thread threads[WORLD_THREADS]; /* of the first document, by time */
    size_t thread_count;
    int read;                 /* the revision that was read last; 0: none */
    Str sheets[WORLD_SHEETS]; /* of the five questions, as answers; the last: the group
                               */
    size_t sheet_count;
    bool revealed;
    Str meeting;               /* what was said in it; empty: none was begun */
    Str deck;                  /* what was done with the deck of questions */
    Str asking;                /* a question that is not posted */
    const struct Library *lib; /* to read documents with */
    int named;                 /* number of a revision that is called: */
    Str name;
    Str untouched;                  /* sections as in their first draft */
    Str answers;                    /* of an interview */
    StrBuf clipboard;               /* of other programs */
    Str left, left_who, left_place; /* words of the first document, left behind */
    Str choices;                    /* kept of a merge with words left behind */
    bool git_merges;                /* it is in the middle of a merge */
    Str merged;                     /* by the last revision: a commit, or nothing */
    Str broken;                     /* why no file can be written; empty: it can */
    Str held;                       /* who else has it open */
    Str agenda, agenda_at;          /* of a workshop, and where it stands; or empty */
    Str goal_before, goal_after;
    StrBuf exercise; /* the lines of exercises */
    int64_t clock_ms;
    bool editor_fails;
    bool quit;
    int status;
} World;

void world_deinit(World *w);
void world_write(World *w, Str name, Str bytes);
void world_remove(World *w, Str name);
Str world_file(const World *w, Str name);
void world_person(World *w, Str name);
void world_revision(World *w, Str note);
/* Somebody asks about words. */
Thread *world_thread(World *w, Str author, ThreadKind kind, Str quote, Str text);
Moment world_now(void);
Msg world_perform(World *w, const Effect *effect);
/* Of bringing words back (world_restore.c); type MSG_START: it is another. */
Msg world_restore(World *w, const Effect *effect);
/* The effects of a review (world_review.c); type MSG_START: it is another. */
Msg world_review(World *w, const Effect *effect);

#endif
