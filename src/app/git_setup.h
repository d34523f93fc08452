/* git_setup.h: what this clone tells its own git about documents: show and merge them
 * by sentence and word.
 *
 * Settings of .git/config and two lines of .git/info/attributes, which are nobody
 * else's; what somebody else has set stays. Everything can be taken back. */
#ifndef APP_GIT_SETUP_H
#define APP_GIT_SETUP_H

#include "app/session.h"

typedef enum GitSettingState {
    GIT_SETTING_NONE,  /* git is not told */
    GIT_SETTING_OURS,  /* it is */
    GIT_SETTING_MOVED, /* it is, but of a program that was elsewhere */
    GIT_SETTING_OTHER, /* somebody else says something there */
} GitSettingState;

enum { GIT_SETTINGS_MAX = 8, GIT_ATTRIBUTES_MAX = 2 };

typedef struct GitSetting {
    const char *key;
    Str value; /* what ours is, or shall be */
    Str found; /* what is there; empty: nothing */
    GitSettingState state;
} GitSetting;

/* An attribute of documents: "diff", "merge". */
typedef struct GitAttribute {
    const char *name;
    bool ours;
    Str other; /* what somebody else has said; empty: nobody has */
    Str path;  /* … for this path */
} GitAttribute;

typedef struct GitSetup {
    GitSetting settings[GIT_SETTINGS_MAX];
    size_t setting_count;
    GitAttribute attributes[GIT_ATTRIBUTES_MAX];
    Str file;    /* ".git/info/attributes" */
    bool listed; /* our lines stand in it */
    bool active; /* git asks us about documents */
} GitSetup;

/* Look at what is there.
 *   program  how the drivers are called; empty: not known, then ours is what was */
bool git_setup_find(Session *s, Str program, Arena *arena, GitSetup *out, Error *err);
/* Tell git; again: put right what moved. Where somebody else has said something, that
 * stays. */
bool git_setup_write(Session *s, const GitSetup *setup, Error *err);
/* Take back what is ours, and nothing else. */
bool git_setup_undo(Session *s, const GitSetup *setup, Error *err);

#endif
