/* people.h: the roster of a workspace, and who types in this clone.
 *
 * Roster: `.prfaq/people`, git-config syntax, [person "Mina Park"] with email,
 * initials, team. Who types and who is in the room: `who` in the private folder,
 * 0600, of this clone only. */
#ifndef STORE_PEOPLE_H
#define STORE_PEOPLE_H

#include <stdbool.h>

#include "base/error.h"
#include "base/mem.h"
#include "base/str.h"

typedef struct Member {
    Str name;
    Str email; /* never empty: "ID@prfaq.invalid" when none was given */
    Str initials;
    Str team;
} Member;

typedef struct Roster {
    const Member *members; /* as in the file */
    size_t count;
} Roster;

bool roster_parse(Str bytes, Str path, Arena *arena, Roster *out, Error *err);
/* `.prfaq/people` below `root`; a missing file is an empty roster. */
bool roster_load(Str root, Arena *arena, Roster *out, Error *err);
/* By name or initials, NFC, case folded; or by a unique beginning of the name.
 *   fails  ERR_NOT_FOUND naming `prfaq who add`; ERR_USAGE when two fit */
bool roster_find(const Roster *r, Str who, const Member **out, Error *err);
/* The roster's text with one more person, ready to be written.
 *   email  may be empty: a stable local address is made
 *   fails  ERR_USAGE: a name with control characters, "<", ">", nothing in it or
 *          over 100 characters; ERR_STATE: somebody of that name has another address;
 *          *known when the person is on it already */
bool roster_add(Str bytes, Str name, Str email, StrBuf *out, bool *known, Error *err);
/* Is this a name git can carry? (error as roster_add) */
bool person_name_ok(Str name, Error *err);

typedef struct Who {
    Str name;        /* who types; empty: nobody chosen */
    const Str *room; /* who else is here, names */
    size_t room_count;
} Who;

bool who_load(Str private_folder, Arena *arena, Who *out, Error *err);
bool who_store(Str private_folder, const Who *who, Error *err);

#endif
