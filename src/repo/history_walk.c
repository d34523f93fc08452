#include "repo/history_walk.h"

#include <string.h>

#include "base/hash.h"
#include "base/message.h"
#include "repo/rename.h"

/* A commit under one name of the document. */
typedef struct Node {
    git_oid id, tree, blob;
    uint32_t name; /* index of Walk.names */
    bool present;  /* the commit has the document */
    bool pushed;   /* it is or was on the stack */
    bool looked;   /* at its parents */
    bool revision; /* no parent has the same bytes under the same name */
    bool noted;
    uint32_t author;
    Moment time;
    const git_oid *parents;
    struct Node **before; /* … under the name of then; NULL where history ends */
    size_t parent_count, next_parent;
    uint32_t number; /* of the revision whose words it has, once it was left */
} Node;

/* Where the document was found last: most commits share most folders. */
typedef struct Way {
    git_oid folders[TREE_DEPTH_MAX]; /* the tree, then the folders along the path */
    size_t depth;
    uint32_t name;
    TreeEntry entry;
} Way;

struct HistoryWalk {
    Repo *repo;
    Arena arena, scratch;
    Node *first;
    Node **slots; /* open addressing by id and name; a power of two */
    size_t slot_count, used;
    Node **stack;
    size_t depth, stack_cap;
    Node **met;
    size_t met_count, met_cap;
    Node **found; /* oldest first */
    size_t found_count, found_cap;
    Str *names;
    size_t name_count, name_cap;
    Way way;
    ObjectView view;
    bool has_known; /* … and nothing was merged since */
    KnownHistory known;
    uint32_t from;
};

static size_t node_hash(const git_oid *id, uint32_t name)
{
    size_t hash;

    /* The id is a hash already; names differ in few nodes. */
    memcpy(&hash, id->id, sizeof hash);
    return hash + name * 31;
}

static Node **find_slot(Node **slots, size_t count, const git_oid *id, uint32_t name)
{
    size_t at = node_hash(id, name) & (count - 1);

    while (slots[at] && !(git_oid_equal(&slots[at]->id, id) && slots[at]->name == name))
        at = (at + 1) & (count - 1);
    return &slots[at];
}

static void grow_slots(HistoryWalk *w)
{
    size_t count = w->slot_count ? w->slot_count * 2 : 1024;
    Node **slots = mem_alloc(count * sizeof *slots);

    for (size_t i = 0; i < w->slot_count; i++)
        if (w->slots[i])
            *find_slot(slots, count, &w->slots[i]->id, w->slots[i]->name) = w->slots[i];
    mem_free(w->slots);
    w->slots = slots;
    w->slot_count = count;
}

static uint32_t name_index(HistoryWalk *w, Str name)
{
    for (size_t i = 0; i < w->name_count; i++)
        if (str_eq(w->names[i], name))
            return (uint32_t)i;
    w->names =
        arena_grow(&w->arena, w->names, w->name_count, &w->name_cap, sizeof *w->names);
    w->names[w->name_count] = arena_str(&w->arena, name);
    return (uint32_t)w->name_count++;
}

/* -- the document in a tree ---------------------------------------------------- */

/* Down the folders of the path, until one is the same as in the commit before. */
static bool find_document(HistoryWalk *w, const git_oid *tree, uint32_t name,
                          TreeEntry *out)
{
    Way *way = &w->way;
    Str path = w->names[name], part;
    TreeEntry at = {.found = true, .mode = GIT_FILEMODE_TREE, .id = *tree};
    size_t known = way->name == name ? way->depth : 0, depth = 0;

    for (; at.found && at.mode == GIT_FILEMODE_TREE && depth < TREE_DEPTH_MAX;
         depth++) {
        if (depth < known && git_oid_equal(&way->folders[depth], &at.id)) {
            /* What is below it is as it was; what is above has changed. */
            *out = way->entry;
            return true;
        }
        if (!str_next_field(&path, '/', &part))
            break;
        way->folders[depth] = at.id;
        if (!object_view(w->repo, &at.id, GIT_OBJECT_TREE, &w->view, NULL)) {
            way->depth = 0;
            return false;
        }
        at = tree_entry(w->view.bytes, part);
    }
    if (path.ptr) /* a file where the path asks for a folder: it is not there */
        at = (TreeEntry){0};
    way->depth = depth;
    way->name = name;
    way->entry = *out = at;
    return true;
}

/* -- commits -------------------------------------------------------------------- */

static bool read_commit(HistoryWalk *w, Node *node)
{
    Commit commit;
    TreeEntry entry = {0};

    arena_reset(&w->scratch);
    if (!object_view(w->repo, &node->id, GIT_OBJECT_COMMIT, &w->view, NULL) ||
        !commit_parse(w->view.bytes, &w->scratch, &commit, NULL))
        return false;
    node->tree = commit.tree;
    node->time = commit.time;
    node->noted = commit_noted(&commit);
    node->author = hash_crc32(hash_crc32(0, commit.author.name), commit.author.email);
    node->parent_count = commit.parent_count;
    if (commit.parent_count > 0) {
        git_oid *parents = arena_array(&w->arena, commit.parent_count, sizeof *parents);
        memcpy(parents, commit.parents, commit.parent_count * sizeof *parents);
        node->parents = parents;
    }
    if (!find_document(w, &node->tree, node->name, &entry))
        return false;
    node->present = entry.found && (entry.mode & 0170000) == 0100000;
    node->blob = entry.id;
    return true;
}

/* The commit under that name, read when it is new; NULL where history ends: at
 * the boundary of a shallow clone, or at a record that is damaged. */
static Node *visit(HistoryWalk *w, const git_oid *id, uint32_t name)
{
    if (w->used * 2 >= w->slot_count)
        grow_slots(w);
    Node **slot = find_slot(w->slots, w->slot_count, id, name);
    if (*slot)
        return *slot;
    Node *node = ARENA_NEW(&w->arena, Node);
    *node = (Node){.id = *id, .name = name, .revision = true};
    if (!read_commit(w, node))
        return NULL;
    *slot = node;
    w->used++;
    return node;
}

static void add(Arena *arena, Node ***list, size_t *count, size_t *cap, Node *node)
{
    *list = arena_grow(arena, *list, *count, cap, sizeof **list);
    (*list)[(*count)++] = node;
}

static void push(HistoryWalk *w, Node *node)
{
    add(&w->arena, &w->stack, &w->depth, &w->stack_cap, node);
    node->pushed = true;
}

static bool parent_has_it(HistoryWalk *w, const Node *node)
{
    for (size_t i = 0; i < node->parent_count; i++) {
        Node *parent = visit(w, &node->parents[i], node->name);
        if (parent && parent->present)
            return true;
    }
    return false;
}

/* The name the document had in a parent, when no parent has the present one. A
 * commit that only moved the file is a revision too: it changed the name. */
static uint32_t older_name(HistoryWalk *w, const Node *node, const Node *parent)
{
    Str name = {0};

    if (!node->present || parent->present || parent_has_it(w, node))
        return node->name;
    return rename_find(w->repo, &parent->tree, &node->tree, &node->blob, &w->arena,
                       &name)
               ? name_index(w, name)
               : node->name;
}

static Node *look_at_parent(HistoryWalk *w, Node *node, const git_oid *id)
{
    Node *parent = visit(w, id, node->name);

    if (!parent)
        return NULL;
    uint32_t name = older_name(w, node, parent);
    if (name != node->name)
        return visit(w, id, name);
    if (parent->present && git_oid_equal(&parent->blob, &node->blob))
        node->revision = false;
    return parent;
}

/* A parent whose revisions are known. Only where nothing was merged since are they
 * what they were: else a side may come before them. */
static bool is_known(HistoryWalk *w, Node *parent)
{
    if (!w->has_known || parent->name != 0 ||
        !git_oid_equal(&parent->id, &w->known.head))
        return false;
    parent->number = w->known.at;
    w->from = w->known.count;
    return true;
}

static void look(HistoryWalk *w, Node *node)
{
    node->looked = true;
    if (node->parent_count > 1)
        w->has_known = false;
    if (node->parent_count > 0)
        node->before = arena_array(&w->arena, node->parent_count, sizeof *node->before);
    for (size_t i = 0; i < node->parent_count; i++)
        node->before[i] = look_at_parent(w, node, &node->parents[i]);
    if (node->present && node->revision)
        add(&w->arena, &w->met, &w->met_count, &w->met_cap, node);
}

/* The revision whose words a commit that is none has: that of a parent. */
static uint32_t number_before(const Node *node)
{
    for (size_t i = 0; i < node->parent_count; i++) {
        const Node *b = node->before[i];
        if (b && b->name == node->name && b->present &&
            git_oid_equal(&b->blob, &node->blob))
            return b->number;
    }
    return 0;
}

static void leave(HistoryWalk *w, Node *node)
{
    if (!node->present)
        return;
    if (!node->revision) {
        node->number = number_before(node);
        return;
    }
    add(&w->arena, &w->found, &w->found_count, &w->found_cap, node);
    node->number = w->from + (uint32_t)w->found_count;
}

/* One commit further; false when all were seen. */
static bool advance(HistoryWalk *w)
{
    Node *node = w->stack[w->depth - 1];

    if (!node->looked)
        look(w, node);
    while (node->next_parent < node->parent_count) {
        Node *parent = node->before[node->next_parent++];
        if (parent && !parent->pushed && !is_known(w, parent)) {
            push(w, parent);
            return true;
        }
    }
    w->depth--;
    leave(w, node);
    return w->depth > 0;
}

bool history_walk_new(Repo *repo, const git_oid *start, Str path,
                      const KnownHistory *known, HistoryWalk **out, Error *err)
{
    HistoryWalk *w = mem_alloc(sizeof *w);
    Commit commit;
    TreeEntry entry;

    w->repo = repo;
    objects_look(repo);
    name_index(w, path);
    if (known) {
        w->has_known = true;
        w->known = *known;
    }
    w->first = visit(w, start, 0);
    if (w->first) {
        push(w, w->first);
        *out = w;
        return true;
    }
    /* Once more, for what is to be said of it. */
    if (commit_read(repo, start, &w->arena, &commit, err) &&
        tree_find(repo, &commit.tree, path, &entry, err))
        error_set(err, ERR_IO, _("cannot read where the repository stands"));
    history_walk_free(w);
    return false;
}

void history_walk_free(HistoryWalk *w)
{
    if (!w)
        return;
    mem_free(w->slots);
    object_view_end(&w->view);
    arena_deinit(&w->arena);
    arena_deinit(&w->scratch);
    mem_free(w);
}

bool history_walk_step(HistoryWalk *w, size_t commits)
{
    size_t until = w->used + commits;

    while (w->depth > 0) {
        if (!advance(w))
            break;
        if (w->used >= until)
            return false;
    }
    return true;
}

size_t history_walk_seen(const HistoryWalk *w)
{
    return w->used;
}

static void describe(const Node *node, RevisionRecord *out)
{
    *out = (RevisionRecord){
        .time = node->time,
        .author = node->author,
        .name = node->name,
        .noted = node->noted,
    };
    memcpy(out->commit, node->id.id, ID_SIZE);
    memcpy(out->blob, node->blob.id, ID_SIZE);
}

size_t history_walk_met(const HistoryWalk *w)
{
    return w->met_count;
}

void history_walk_met_at(const HistoryWalk *w, size_t index, RevisionRecord *out)
{
    describe(w->met[index], out);
}

size_t history_walk_count(const HistoryWalk *w, uint32_t *from)
{
    *from = w->from;
    return w->found_count;
}

void history_walk_at(const HistoryWalk *w, size_t index, RevisionRecord *out)
{
    const Node *node = w->found[index];

    describe(node, out);
    for (size_t i = 0; i < node->parent_count; i++) {
        uint32_t number = node->before[i] ? node->before[i]->number : 0;
        if (number == 0 || number == out->previous)
            continue;
        if (out->previous == 0) {
            out->previous = number;
        } else {
            out->merged = number;
            break;
        }
    }
}

uint32_t history_walk_last(const HistoryWalk *w)
{
    return w->first->number;
}

const Str *history_walk_names(const HistoryWalk *w, size_t *count)
{
    *count = w->name_count;
    return w->names;
}
