/* The revisions of one document, by walking the parents by hand: libgit2's
 * revwalk reads the whole commit-graph first and stops one commit early in a
 * shallow clone.
 *
 * The walk is a depth-first search with first parents first, and revisions are
 * numbered as their commits are left: parents come before children, and what was
 * saved on this branch keeps its number when more is saved or merged. No clock
 * takes part. A commit is a revision when it has the document and no parent has
 * the same bytes under the same name; all sides of a merge are walked, so that
 * words a merge dropped can be found again. */
#include "repo/history.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/message.h"
#include "repo/git.h"
#include "repo/rename.h"

/* A commit under one name of the document. */
typedef struct Node {
    git_oid id;
    Str path;
    git_oid blob;
    bool present;  /* the commit has the document */
    bool pushed;   /* it is or was on the stack */
    bool revision; /* no parent found so far has the same bytes */
    Commit commit;
    size_t next_parent;
} Node;

typedef struct Walk {
    Repo *repo;
    Arena *arena; /* of the walk alone */
    Node **slots; /* open addressing by id and path; a power of two */
    size_t slot_count, used;
    Node **stack;
    size_t depth, stack_cap;
    Node **found; /* oldest first */
    size_t found_count, found_cap;
} Walk;

static size_t node_hash(const git_oid *id, Str path)
{
    size_t hash;

    /* The id is a hash already; names differ in few nodes. */
    memcpy(&hash, id->id, sizeof hash);
    return hash + path.len * 31;
}

static Node **find_slot(Node **slots, size_t count, const git_oid *id, Str path)
{
    size_t at = node_hash(id, path) & (count - 1);

    while (slots[at] &&
           !(git_oid_equal(&slots[at]->id, id) && str_eq(slots[at]->path, path)))
        at = (at + 1) & (count - 1);
    return &slots[at];
}

static void grow_slots(Walk *w)
{
    size_t count = w->slot_count ? w->slot_count * 2 : 1024;
    Node **slots = mem_alloc(count * sizeof *slots);

    for (size_t i = 0; i < w->slot_count; i++)
        if (w->slots[i])
            *find_slot(slots, count, &w->slots[i]->id, w->slots[i]->path) = w->slots[i];
    mem_free(w->slots);
    w->slots = slots;
    w->slot_count = count;
}

/* The commit under that name, read when it is new; NULL where history ends: at
 * the boundary of a shallow clone, or at a record that is damaged. */
static Node *visit(Walk *w, const git_oid *id, Str path, Error *err)
{
    TreeEntry entry;

    if (w->used * 2 >= w->slot_count)
        grow_slots(w);
    Node **slot = find_slot(w->slots, w->slot_count, id, path);
    if (*slot)
        return *slot;
    Node *node = ARENA_NEW(w->arena, Node);
    *node = (Node){.id = *id, .path = path, .revision = true};
    if (!commit_read(w->repo, id, w->arena, &node->commit, err) ||
        !tree_find(w->repo, &node->commit.tree, path, &entry, err))
        return NULL;
    node->present = entry.found && (entry.mode & 0170000) == 0100000;
    node->blob = entry.id;
    *slot = node;
    w->used++;
    return node;
}

static void push(Walk *w, Node *node)
{
    w->stack =
        arena_grow(w->arena, w->stack, w->depth, &w->stack_cap, sizeof *w->stack);
    w->stack[w->depth++] = node;
    node->pushed = true;
}

static void leave(Walk *w, Node *node)
{
    if (!node->present || !node->revision)
        return;
    w->found =
        arena_grow(w->arena, w->found, w->found_count, &w->found_cap, sizeof *w->found);
    w->found[w->found_count++] = node;
}

static bool parent_has_it(Walk *w, const Node *node)
{
    for (size_t i = 0; i < node->commit.parent_count; i++) {
        Node *parent = visit(w, &node->commit.parents[i], node->path, NULL);
        if (parent && parent->present)
            return true;
    }
    return false;
}

/* The name the document had in a parent, when no parent has the present one. A
 * commit that only moved the file is a revision too: it changed the name. */
static Str older_name(Walk *w, const Node *node, const Node *parent)
{
    Str name = node->path;

    if (node->present && !parent->present && !parent_has_it(w, node))
        (void)rename_find(w->repo, &parent->commit.tree, &node->commit.tree,
                          &node->blob, w->arena, &name);
    return name;
}

static void visit_parent(Walk *w, Node *node, const git_oid *id)
{
    Node *parent = visit(w, id, node->path, NULL);

    if (!parent)
        return;
    Str name = older_name(w, node, parent);
    if (!str_eq(name, node->path))
        parent = visit(w, id, name, NULL);
    else if (parent->present && git_oid_equal(&parent->blob, &node->blob))
        node->revision = false;
    if (parent && !parent->pushed)
        push(w, parent);
}

static bool walk(Walk *w, const git_oid *start, Str path, Error *err)
{
    Node *first = visit(w, start, path, err);

    if (!first)
        return false;
    push(w, first);
    while (w->depth > 0) {
        Node *node = w->stack[w->depth - 1];
        if (node->next_parent < node->commit.parent_count) {
            visit_parent(w, node, &node->commit.parents[node->next_parent++]);
        } else {
            w->depth--;
            leave(w, node);
        }
    }
    return true;
}

static void describe(const Node *node, Arena *arena, Revision *out)
{
    commit_revision(&node->id, &node->commit, arena, out);
    git_oid_tostr(out->blob, sizeof out->blob, &node->blob);
}

static void collect(const Walk *w, Arena *arena, History *out)
{
    size_t count = w->found_count;
    Revision *items = arena_array(arena, count, sizeof *items);
    Str *paths = arena_array(arena, count, sizeof *paths);

    for (size_t i = 0; i < count; i++) {
        const Node *node = w->found[count - 1 - i];
        describe(node, arena, &items[i]);
        items[i].number = (int)(count - i);
        bool same = i > 0 && str_eq(paths[i - 1], node->path);
        paths[i] = same ? paths[i - 1] : arena_str(arena, node->path);
    }
    *out = (History){.items = items, .paths = paths, .count = count};
}

bool history_read(Repo *repo, Str path, Arena *arena, History *out, Error *err)
{
    Arena own = {0};
    Walk w = {.repo = repo, .arena = &own};
    Head head;
    bool ok = head_read(repo, &own, &head, err);

    *out = (History){0};
    if (ok && !head.unborn) {
        ok = walk(&w, &head.id, path, err);
        if (ok)
            collect(&w, arena, out);
    }
    mem_free(w.slots);
    arena_deinit(&own);
    return ok;
}

static bool no_number(const History *h, Str rev, Error *err)
{
    error_set(err, ERR_NOT_FOUND, _("there is no revision %.*s"), STR_ARG(rev));
    if (h->count == 0)
        return error_hint(err, _("this document was never saved"));
    return error_hint(err,
                      ngettext("this document has %zu revision",
                               "this document has revisions 1 to %zu",
                               (unsigned long)h->count),
                      h->count);
}

static const Revision *by_commit(const History *h, const char *commit)
{
    for (size_t i = 0; i < h->count; i++)
        if (strcmp(h->items[i].commit, commit) == 0)
            return &h->items[i];
    return NULL;
}

static const Revision *by_blob(const History *h, const char *blob)
{
    for (size_t i = 0; i < h->count; i++)
        if (strcmp(h->items[i].blob, blob) == 0)
            return &h->items[i];
    return NULL;
}

/* The document in a commit, under its name of today or an older one. */
static bool find_in_commit(Repo *repo, const History *h, Str path, const Commit *commit,
                           TreeEntry *entry, Error *err)
{
    Str tried = path;

    if (!tree_find(repo, &commit->tree, path, entry, err))
        return false;
    for (size_t i = 0; i < h->count && !entry->found; i++) {
        if (str_eq(h->paths[i], tried))
            continue;
        tried = h->paths[i];
        if (!tree_find(repo, &commit->tree, tried, entry, err))
            return false;
    }
    return true;
}

/* A commit that changed other files: the revision that was current there. */
static bool find_by_git(Repo *repo, const History *h, Str path, Str rev, Arena *arena,
                        Revision *out, Error *err)
{
    git_oid id;
    Commit commit;
    TreeEntry entry = {0};
    char hex[GIT_OID_HEXSZ + 1];

    if (!revision_resolve(repo, rev, &id, err))
        return false;
    const Revision *known = by_commit(h, git_oid_tostr(hex, sizeof hex, &id));
    if (!known) {
        if (!commit_read(repo, &id, arena, &commit, err) ||
            !find_in_commit(repo, h, path, &commit, &entry, err))
            return false;
        if (!entry.found)
            return error_set(err, ERR_NOT_FOUND,
                             _("\"%.*s\" is not in revision \"%.*s\""), STR_ARG(path),
                             STR_ARG(rev));
        known = by_blob(h, git_oid_tostr(hex, sizeof hex, &entry.id));
    }
    if (known) {
        *out = *known;
        return true;
    }
    commit_revision(&id, &commit, arena, out);
    git_oid_tostr(out->blob, sizeof out->blob, &entry.id);
    return true;
}

bool history_find(Repo *repo, const History *h, Str path, Str rev, Arena *arena,
                  Revision *out, Error *err)
{
    int number = 0;

    if (str_to_int(rev, &number)) {
        if (number >= 1 && (size_t)number <= h->count) {
            *out = h->items[h->count - (size_t)number];
            return true;
        }
        /* Seven digits and more may be the beginning of a hash. */
        if (rev.len >= 7 && find_by_git(repo, h, path, rev, arena, out, err))
            return true;
        return no_number(h, rev, err);
    }
    return find_by_git(repo, h, path, rev, arena, out, err);
}

bool history_bytes(Repo *repo, const Revision *rev, StrBuf *out, Error *err)
{
    git_oid id;

    if (git_oid_fromstr(&id, rev->blob) < 0)
        return error_set(err, ERR_NOT_FOUND, _("this revision has no text"));
    return object_read(repo, &id, GIT_OBJECT_BLOB, out, err);
}
