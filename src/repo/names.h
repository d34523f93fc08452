/* names.h: names that people give to revisions: annotated tags
 * "prfaq/DOCUMENT/NAME", which git shares and shows like any other. The message of the
 * tag is the name as it was typed; in the name of the reference what git refuses there
 * is written in another way. */
#ifndef REPO_NAMES_H
#define REPO_NAMES_H

#include "repo/repo.h"

typedef struct RevisionName {
    Str name;
    Str reference;   /* "refs/tags/prfaq/ideas/lantern/sent-to-dana" */
    char commit[41]; /* that it stands for */
} RevisionName;

typedef struct RevisionNames {
    const RevisionName *items; /* by reference */
    size_t count;
} RevisionNames;

/* The names of one document.
 *   document  its path without ".md"
 *   owns      *out lives in `arena`
 *   fails     never for a damaged tag: it is left out */
bool names_read(Repo *repo, Str document, Arena *arena, RevisionNames *out, Error *err);
/* The one of that name, as it was typed or as git writes it; NULL: there is none. */
const RevisionName *names_find(const RevisionNames *names, Str name);
/* The first name of a commit, or empty. */
Str names_of(const RevisionNames *names, const char *commit);

/* Give a name to a commit.
 *   fails  ERR_USAGE for a name that cannot be one; ERR_STATE when it is taken */
bool names_add(Repo *repo, Str document, Str name, const char *commit,
               const Person *who, Moment time, Error *err);
bool names_remove(Repo *repo, const RevisionName *name, Error *err);
/* Take all names of a document over to its new name. Those that are there stay. */
bool names_move(Repo *repo, Str from, Str to, const Person *who, Moment time,
                Error *err);

#endif
