/* local.h: what this clone says about its own git: settings of .git/config and
 * attributes of paths. Nobody else's configuration is ever written. */
#ifndef REPO_LOCAL_H
#define REPO_LOCAL_H

#include "repo/repo.h"

/* A setting of .git/config alone; empty when it has none. */
bool repo_local_get(Repo *repo, const char *key, Arena *arena, Str *out, Error *err);
bool repo_local_set(Repo *repo, const char *key, const char *value, Error *err);
/* One that is not there is no failure. A section that got empty goes with it. */
bool repo_local_unset(Repo *repo, const char *key, Error *err);

/* The value that an attribute has for a path, by whoever set it; empty when nobody
 * did, "-" when it was switched off. */
bool repo_attribute(Repo *repo, Str path, const char *name, Arena *arena, Str *out,
                    Error *err);
/* ".git/info/attributes" of the repository; it need not exist. */
Str repo_attributes_file(const Repo *repo, Arena *arena);

#endif
