#include "repo/rename.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/file.h"

enum {
    ENTRIES_MAX = 5000,      /* looked at in all trees together */
    GONE_MAX = 50,           /* candidates looked at by content */
    ALIKE_LEAST = 50,        /* percent, as in git */
    ALIKE_MAX = 1024 * 1024, /* bytes of a text compared line by line */
};

/* A folder that is in both trees and differs, or is gone with all its files. */
typedef struct Pair {
    Str path;
    git_oid before;
    git_oid after;
    bool gone;
} Pair;

typedef struct Gone {
    Str path;
    git_oid blob;
} Gone;

typedef struct Search {
    Repo *repo;
    Arena *arena;
    Pair *pairs;
    size_t pair_count, pair_cap;
    Gone gone[GONE_MAX];
    size_t gone_count;
    size_t seen;
} Search;

static void add_pair(Search *s, Pair pair)
{
    s->pairs =
        arena_grow(s->arena, s->pairs, s->pair_count, &s->pair_cap, sizeof *s->pairs);
    s->pairs[s->pair_count++] = pair;
}

static bool is_file(unsigned mode)
{
    return (mode & 0170000) == 0100000;
}

static bool is_folder(unsigned mode)
{
    return mode == GIT_FILEMODE_TREE;
}

/* One entry of the older tree against the same name in the newer one. */
static void compare_entry(Search *s, Str folder, Str name, const TreeEntry *before,
                          const TreeEntry *after)
{
    if (after->found && git_oid_equal(&before->id, &after->id))
        return;
    if (is_folder(before->mode)) {
        add_pair(s, (Pair){.path = path_join(s->arena, folder, name),
                           .before = before->id,
                           .after = after->id,
                           .gone = !after->found || !is_folder(after->mode)});
    } else if (is_file(before->mode) && (!after->found || !is_file(after->mode)) &&
               s->gone_count < GONE_MAX) {
        s->gone[s->gone_count++] =
            (Gone){path_join(s->arena, folder, name), before->id};
    }
}

typedef struct Named {
    Str name;
    TreeEntry entry;
} Named;

static int named_order(const void *a, const void *b)
{
    return str_cmp(((const Named *)a)->name, ((const Named *)b)->name);
}

/* The entries of a tree by plain name: git sorts folders by another rule. */
static size_t entries_by_name(Str tree, Arena *arena, Named **out)
{
    Named *all = NULL, next;
    size_t count = 0, cap = 0;

    while (tree_next(&tree, &next.name, &next.entry)) {
        all = arena_grow(arena, all, count, &cap, sizeof *all);
        all[count++] = next;
    }
    if (count > 1)
        qsort(all, count, sizeof *all, named_order);
    *out = all;
    return count;
}

static void compare_folder(Search *s, const Pair *pair)
{
    StrBuf before = {0}, after = {0};
    Arena arena = {0};
    Named wanted, *newer = NULL;

    if (object_read(s->repo, &pair->before, GIT_OBJECT_TREE, &before, NULL) &&
        (pair->gone ||
         object_read(s->repo, &pair->after, GIT_OBJECT_TREE, &after, NULL))) {
        Str rest = strbuf_view(&before);
        size_t count = entries_by_name(strbuf_view(&after), &arena, &newer);
        while (s->seen < ENTRIES_MAX && tree_next(&rest, &wanted.name, &wanted.entry)) {
            const Named *hit =
                count ? bsearch(&wanted, newer, count, sizeof *newer, named_order)
                      : NULL;
            const TreeEntry none = {0};
            compare_entry(s, pair->path, wanted.name, &wanted.entry,
                          hit ? &hit->entry : &none);
            s->seen++;
        }
    }
    arena_deinit(&arena);
    strbuf_deinit(&before);
    strbuf_deinit(&after);
}

static uint64_t line_hash(Str line)
{
    uint64_t hash = 14695981039346656037u; /* FNV-1a */

    for (size_t i = 0; i < line.len; i++)
        hash = (hash ^ (unsigned char)line.ptr[i]) * 1099511628211u;
    return hash;
}

static int by_value(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return x < y ? -1 : x > y;
}

/* The hashes of the lines that are not blank, sorted. */
static size_t hash_lines(Str text, Arena *arena, uint64_t **out)
{
    uint64_t *hashes = NULL;
    size_t count = 0, cap = 0;
    Str line;

    while (str_next_line(&text, &line)) {
        if (str_is_blank(line))
            continue;
        hashes = arena_grow(arena, hashes, count, &cap, sizeof *hashes);
        hashes[count++] = line_hash(line);
    }
    if (count > 1)
        qsort(hashes, count, sizeof *hashes, by_value);
    *out = hashes;
    return count;
}

/* Lines in common, in percent of the longer text. */
static int alikeness(Str a, Str b)
{
    Arena arena = {0};
    uint64_t *x, *y;
    size_t m = hash_lines(a, &arena, &x), n = hash_lines(b, &arena, &y), common = 0;

    for (size_t i = 0, j = 0; i < m && j < n;) {
        if (x[i] == y[j]) {
            common++;
            i++;
            j++;
        } else if (x[i] < y[j]) {
            i++;
        } else {
            j++;
        }
    }
    arena_deinit(&arena);
    size_t longer = m > n ? m : n;
    return longer ? (int)(common * 100 / longer) : 0;
}

static const Gone *most_alike(Search *s, const git_oid *blob)
{
    StrBuf text = {0}, other = {0};
    const Gone *best = NULL;
    int best_score = ALIKE_LEAST - 1;

    if (object_read(s->repo, blob, GIT_OBJECT_BLOB, &text, NULL) &&
        text.len <= ALIKE_MAX) {
        for (size_t i = 0; i < s->gone_count; i++) {
            strbuf_clear(&other);
            if (!str_ends(s->gone[i].path, STR(".md")) ||
                !object_read(s->repo, &s->gone[i].blob, GIT_OBJECT_BLOB, &other,
                             NULL) ||
                other.len > ALIKE_MAX)
                continue;
            int score = alikeness(strbuf_view(&text), strbuf_view(&other));
            if (score > best_score) {
                best = &s->gone[i];
                best_score = score;
            }
        }
    }
    strbuf_deinit(&text);
    strbuf_deinit(&other);
    return best;
}

bool rename_find(Repo *repo, const git_oid *before, const git_oid *after,
                 const git_oid *blob, Arena *arena, Str *out)
{
    Arena own = {0};
    Search *s = ARENA_NEW(&own, Search);
    const Gone *hit = NULL;

    s->repo = repo;
    s->arena = &own;
    add_pair(s, (Pair){.before = *before, .after = *after});
    while (s->pair_count > 0 && s->seen < ENTRIES_MAX) {
        Pair pair = s->pairs[--s->pair_count];
        compare_folder(s, &pair);
    }
    for (size_t i = 0; i < s->gone_count && !hit; i++)
        if (git_oid_equal(&s->gone[i].blob, blob))
            hit = &s->gone[i];
    if (!hit && s->gone_count > 0)
        hit = most_alike(s, blob);
    if (hit)
        *out = arena_str(arena, hit->path);
    arena_deinit(&own);
    return hit != NULL;
}
