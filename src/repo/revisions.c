#include "repo/revisions.h"

#include <string.h>

#include "base/message.h"
#include "repo/history_file.h"
#include "repo/history_walk.h"
#include "repo/saving.h"

struct Revisions {
    Repo *repo;
    Arena arena;
    Str path;
    git_oid head;
    bool complete;
    HistoryWalk *walk; /* NULL: there is nothing to walk */
    bool walked;      /* … and it is at its end: what it found moves into the table */
    uint32_t moved;   /* so many records did */
    uint32_t last;    /* the check of the newest of them */
    HistoryFile file; /* records 1 to `from` */
    uint32_t from;
    StrBuf table; /* … and those behind them */
    uint32_t count;
    const Str *names;
    size_t name_count;
    uint32_t boundary;
};

/* -- what is kept --------------------------------------------------------------- */

/* Move what the walk found into the table, and keep it for the next time. */
static void keep(Revisions *r, uint32_t last)
{
    TableHead head = {
        .boundary = r->boundary,
        .count = r->count,
        .at = history_walk_last(r->walk),
        .last = last,
        .names = r->names,
        .name_count = r->name_count,
    };

    memcpy(head.head, r->head.id, ID_SIZE);
    if (r->file.fd >= 0)
        history_file_append(&r->file, &head, strbuf_view(&r->table));
    else
        history_file_write(r->repo, r->path, &head, strbuf_view(&r->table));
}

static void begin_table(Revisions *r)
{
    size_t found = history_walk_count(r->walk, &r->from);

    r->walked = true;
    r->moved = 0;
    r->last = r->from > 0 ? r->file.head.last : 0;
    strbuf_reserve(&r->table, found * RECORD_SIZE);
    if (r->from == 0) {
        history_file_close(&r->file);
        size_t names;
        const Str *all = history_walk_names(r->walk, &names);
        Str *copy = arena_array(&r->arena, names, sizeof *copy);
        for (size_t i = 0; i < names; i++)
            copy[i] = arena_str(&r->arena, all[i]);
        r->names = copy;
        r->name_count = names;
    }
}

/* Some records at a time: while all of a long history move, a key would wait.
 *   returns  true when all did */
static bool fill_table(Revisions *r)
{
    enum { AT_ONCE = 2000 };
    uint32_t from;
    size_t found = history_walk_count(r->walk, &from);
    RevisionRecord record;

    for (int i = 0; i < AT_ONCE && r->moved < found; i++) {
        history_walk_at(r->walk, r->moved++, &record);
        record_write(&record, r->last, &r->table);
        r->last = record.check;
    }
    return r->moved == found;
}

static void end_table(Revisions *r)
{
    r->count = r->from + r->moved;
    keep(r, r->last);
    history_walk_free(r->walk);
    r->walk = NULL;
    r->walked = false;
    r->complete = true;
}

static void step(Revisions *r)
{
    enum { AT_ONCE = 32 };

    if (!r->walked && history_walk_step(r->walk, AT_ONCE))
        begin_table(r);
    else if (r->walked && fill_table(r))
        end_table(r);
}

/* Up to where the table is right for the present history.
 *   returns  false when it says nothing about it */
static bool read_known(Revisions *r, KnownHistory *known)
{
    if (!history_file_open(r->repo, r->path, &r->arena, &r->file))
        return false;
    if (r->file.head.boundary != r->boundary) {
        history_file_close(&r->file);
        return false;
    }
    memcpy(known->head.id, r->file.head.head, ID_SIZE);
    known->count = r->file.head.count;
    known->at = r->file.head.at;
    r->names = r->file.head.names;
    r->name_count = r->file.head.name_count;
    return true;
}

static bool begin(Revisions *r, Error *err)
{
    Head head;
    KnownHistory known;

    if (!head_read(r->repo, &r->arena, &head, err))
        return false;
    r->head = head.id;
    r->complete = head.unborn;
    r->boundary = history_boundary(r->repo);
    if (head.unborn)
        return true;
    bool has_known = read_known(r, &known);
    if (has_known && git_oid_equal(&known.head, &head.id)) {
        r->count = r->from = known.count;
        r->complete = true;
        return true;
    }
    return history_walk_new(r->repo, &head.id, r->path, has_known ? &known : NULL,
                            &r->walk, err);
}

bool revisions_open(Repo *repo, Str path, Revisions **out, Error *err)
{
    Revisions *r = mem_alloc(sizeof *r);

    r->repo = repo;
    r->file.fd = -1;
    r->path = arena_str(&r->arena, path);
    Str *names = ARENA_NEW(&r->arena, Str);
    *names = r->path;
    r->names = names;
    r->name_count = 1;
    if (!begin(r, err)) {
        revisions_free(r);
        *out = NULL;
        return false;
    }
    *out = r;
    return true;
}

void revisions_free(Revisions *r)
{
    if (!r)
        return;
    history_walk_free(r->walk);
    history_file_close(&r->file);
    strbuf_deinit(&r->table);
    arena_deinit(&r->arena);
    mem_free(r);
}

bool revisions_more(Revisions *r, int ms)
{
    int64_t until = saving_clock_ms() + ms;

    while (!r->complete) {
        step(r);
        if (ms > 0 && saving_clock_ms() >= until)
            break;
    }
    return r->complete;
}

bool revisions_complete(const Revisions *r)
{
    return r->complete;
}

size_t revisions_seen(const Revisions *r)
{
    return r->walk ? history_walk_seen(r->walk) : 0;
}

/* -- rows ----------------------------------------------------------------------- */

size_t revisions_count(const Revisions *r)
{
    return r->complete ? r->count : history_walk_met(r->walk);
}

static bool read_number(Revisions *r, uint32_t number, RevisionRecord *out)
{
    if (number <= r->from)
        return history_file_record(&r->file, number, out);
    const char *at = r->table.ptr + (size_t)(number - r->from - 1) * RECORD_SIZE;
    uint32_t before = number == 1             ? 0
                      : number == r->from + 1 ? r->file.head.last
                                              : record_check(at - RECORD_SIZE);
    return record_read(at, number, before, r->name_count, out);
}

/* The table on the disk was damaged: it is made anew. */
static bool make_anew(Revisions *r)
{
    history_file_close(&r->file);
    history_file_remove(r->repo, r->path);
    strbuf_clear(&r->table);
    r->from = r->count = 0;
    if (!history_walk_new(r->repo, &r->head, r->path, NULL, &r->walk, NULL))
        return false;
    r->complete = false;
    return revisions_more(r, 0);
}

bool revisions_record(Revisions *r, size_t index, RevisionRecord *out, int *number)
{
    *number = 0;
    if (index >= revisions_count(r))
        return false;
    if (!r->complete) {
        history_walk_met_at(r->walk, index, out);
        return true;
    }
    if (!read_number(r, r->count - (uint32_t)index, out) &&
        (!make_anew(r) || index >= r->count ||
         !read_number(r, r->count - (uint32_t)index, out)))
        return false;
    *number = (int)(r->count - index);
    return true;
}

size_t revisions_index(const Revisions *r, int number)
{
    return r->complete && number >= 1 && (uint32_t)number <= r->count
               ? r->count - (size_t)number
               : NO_REVISION;
}

static bool read_revision(Revisions *r, const RevisionRecord *record, int number,
                          Arena *arena, Revision *out, Error *err)
{
    git_oid commit, blob;
    Commit parsed;

    memcpy(commit.id, record->commit, ID_SIZE);
    memcpy(blob.id, record->blob, ID_SIZE);
    if (!commit_read(r->repo, &commit, arena, &parsed, err))
        return false;
    commit_revision(&commit, &parsed, arena, out);
    git_oid_tostr(out->blob, sizeof out->blob, &blob);
    out->number = number;
    return true;
}

bool revisions_get(Revisions *r, size_t index, Arena *arena, Revision *out, Error *err)
{
    RevisionRecord record;
    int number;

    if (!revisions_record(r, index, &record, &number))
        return error_set(err, ERR_IO, _("the history cannot be read"));
    return read_revision(r, &record, number, arena, out, err);
}

bool revisions_bytes(Revisions *r, const RevisionRecord *record, StrBuf *out,
                     Error *err)
{
    git_oid blob;

    memcpy(blob.id, record->blob, ID_SIZE);
    return object_read(r->repo, &blob, GIT_OBJECT_BLOB, out, err);
}

Str revisions_name(const Revisions *r, const RevisionRecord *record)
{
    if (r->walk) {
        size_t count;
        const Str *names = history_walk_names(r->walk, &count);
        return record->name < count ? names[record->name] : r->path;
    }
    return record->name < r->name_count ? r->names[record->name] : r->path;
}

const Str *revisions_names(const Revisions *r, size_t *count)
{
    *count = r->name_count;
    return r->names;
}

/* -- by what people write --------------------------------------------------------- */

static bool no_number(const Revisions *r, Str rev, Error *err)
{
    error_set(err, ERR_NOT_FOUND, _("there is no revision %.*s"), STR_ARG(rev));
    if (r->count == 0)
        return error_hint(err, _("this document was never saved"));
    return error_hint(err,
                      ngettext("this document has %zu revision",
                               "this document has revisions 1 to %zu",
                               (unsigned long)r->count),
                      (size_t)r->count);
}

typedef enum IdKind { ID_COMMIT, ID_BLOB } IdKind;

static size_t index_of(Revisions *r, IdKind kind, const git_oid *id)
{
    RevisionRecord record;
    int number;

    for (size_t i = 0; i < revisions_count(r); i++)
        if (revisions_record(r, i, &record, &number) &&
            memcmp(kind == ID_COMMIT ? record.commit : record.blob, id->id, ID_SIZE) ==
                0)
            return i;
    return NO_REVISION;
}

size_t revisions_of_commit(Revisions *r, const char *commit)
{
    git_oid id;

    return git_oid_fromstr(&id, commit) == 0 ? index_of(r, ID_COMMIT, &id)
                                             : NO_REVISION;
}

/* The document in a commit, under its name of today or an older one. */
static bool find_in_commit(Revisions *r, const Commit *commit, TreeEntry *entry,
                           Error *err)
{
    for (size_t i = 0; i < r->name_count && !entry->found; i++)
        if (!tree_find(r->repo, &commit->tree, r->names[i], entry, err))
            return false;
    return true;
}

/* A commit that changed other files: the revision that was current there. */
static bool find_by_git(Revisions *r, Str rev, Arena *arena, Revision *out, Error *err)
{
    git_oid id;
    Commit commit;
    TreeEntry entry = {0};

    if (!revision_resolve(r->repo, rev, &id, err))
        return false;
    size_t index = index_of(r, ID_COMMIT, &id);
    if (index == NO_REVISION) {
        if (!commit_read(r->repo, &id, arena, &commit, err) ||
            !find_in_commit(r, &commit, &entry, err))
            return false;
        if (!entry.found)
            return error_set(err, ERR_NOT_FOUND,
                             _("\"%.*s\" is not in revision \"%.*s\""),
                             STR_ARG(r->path), STR_ARG(rev));
        index = index_of(r, ID_BLOB, &entry.id);
    }
    if (index != NO_REVISION)
        return revisions_get(r, index, arena, out, err);
    commit_revision(&id, &commit, arena, out);
    git_oid_tostr(out->blob, sizeof out->blob, &entry.id);
    return true;
}

bool revisions_find(Revisions *r, Str rev, Arena *arena, Revision *out, Error *err)
{
    int number = 0;

    if (!str_to_int(rev, &number))
        return find_by_git(r, rev, arena, out, err);
    size_t index = revisions_index(r, number);
    if (index != NO_REVISION)
        return revisions_get(r, index, arena, out, err);
    /* Seven digits and more may be the beginning of a hash. */
    if (rev.len >= 7 && find_by_git(r, rev, arena, out, err))
        return true;
    return no_number(r, rev, err);
}
