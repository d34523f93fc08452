#include <string.h>

#include "base/message.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "repo/git.h"

bool tree_next(Str *rest, Str *name, TreeEntry *out)
{
    size_t at = 0;
    unsigned mode = 0;

    while (at < rest->len && at < 7 && rest->ptr[at] >= '0' && rest->ptr[at] <= '7')
        mode = mode * 8 + (unsigned)(rest->ptr[at++] - '0');
    if (at == 0 || at >= rest->len || rest->ptr[at] != ' ')
        return false;
    size_t nul = str_find_byte(*rest, '\0', at);
    if (nul == STR_NONE || rest->len - nul - 1 < GIT_OID_RAWSZ)
        return false;
    *name = str_slice(*rest, at + 1, nul);
    *out = (TreeEntry){.found = true, .mode = mode};
    git_oid_fromraw(&out->id, (const unsigned char *)rest->ptr + nul + 1);
    *rest = str_slice(*rest, nul + 1 + GIT_OID_RAWSZ, rest->len);
    return true;
}

static bool is_folder(const TreeEntry *entry)
{
    return entry->found && entry->mode == GIT_FILEMODE_TREE;
}

/* Where the name of the entry at `at` begins; 0 for what only tree_next() can tell. */
static size_t name_start(Str tree, size_t at)
{
    if (at + 7 >= tree.len)
        return 0;
    return tree.ptr[at + 5] == ' ' ? at + 6 : tree.ptr[at + 6] == ' ' ? at + 7 : 0;
}

TreeEntry tree_entry(Str tree, Str wanted)
{
    TreeEntry entry;
    Str name;

    char last = wanted.len > 0 ? wanted.ptr[wanted.len - 1] : '\0';

    /* Past all other names, of which no more than their ends are looked for. */
    for (size_t start; (start = name_start(tree, 0)) > 0;) {
        size_t end = start + wanted.len;
        if (end < tree.len && tree.ptr[end] == '\0' && tree.ptr[end - 1] == last &&
            memcmp(tree.ptr + start, wanted.ptr, wanted.len) == 0)
            break;
        const char *nul = memchr(tree.ptr + start, '\0', tree.len - start);
        if (!nul)
            return (TreeEntry){0};
        tree = str_slice(tree, (size_t)(nul - tree.ptr) + 1 + GIT_OID_RAWSZ, tree.len);
    }
    while (tree_next(&tree, &name, &entry))
        if (str_eq(name, wanted))
            return entry;
    return (TreeEntry){0};
}

bool tree_find(Repo *repo, const git_oid *tree, Str path, TreeEntry *out, Error *err)
{
    TreeEntry at = {.found = true, .mode = GIT_FILEMODE_TREE, .id = *tree};
    StrBuf bytes = {0};
    Str part;
    bool ok = true;

    for (int depth = 0; ok && is_folder(&at) && str_next_field(&path, '/', &part);) {
        strbuf_clear(&bytes);
        ok = object_read(repo, &at.id, GIT_OBJECT_TREE, &bytes, err);
        if (ok)
            at = ++depth > TREE_DEPTH_MAX ? (TreeEntry){0}
                                          : tree_entry(strbuf_view(&bytes), part);
    }
    /* A file where the path asks for a folder: the path is not there. */
    if (path.ptr)
        at = (TreeEntry){0};
    strbuf_deinit(&bytes);
    if (ok)
        *out = at;
    return ok;
}

/* git sorts folders as if their names ended with '/'. */
static int entry_order(Str a, bool a_folder, Str b, bool b_folder)
{
    size_t shorter = a.len < b.len ? a.len : b.len;
    int order = shorter ? memcmp(a.ptr, b.ptr, shorter) : 0;

    if (order != 0)
        return order;
    unsigned char after_a = a.len > shorter ? (unsigned char)a.ptr[shorter]
                            : a_folder      ? '/'
                                            : 0;
    unsigned char after_b = b.len > shorter ? (unsigned char)b.ptr[shorter]
                            : b_folder      ? '/'
                                            : 0;
    return after_a - after_b;
}

/* Put one entry into the bytes of a tree, or take it out when it is not `found`; all
 * others stay byte for byte. */
static void put_entry(StrBuf *tree, Str name, const TreeEntry *entry)
{
    Str all = strbuf_view(tree), rest = all, other_name;
    TreeEntry other;
    Range place = {all.len, all.len};

    for (size_t start = 0; tree_next(&rest, &other_name, &other);
         start = all.len - rest.len) {
        if (str_eq(other_name, name)) {
            place = (Range){start, all.len - rest.len};
            break;
        }
        if (place.start == all.len &&
            entry_order(other_name, is_folder(&other), name, is_folder(entry)) > 0)
            place = (Range){start, start};
    }
    StrBuf line = {0};
    if (entry->found) {
        strbuf_addf(&line, "%o %.*s", entry->mode, STR_ARG(name));
        strbuf_addc(&line, '\0');
        strbuf_add(&line, (Str){(const char *)entry->id.id, GIT_OID_RAWSZ});
    }
    strbuf_splice(tree, place, strbuf_view(&line));
    strbuf_deinit(&line);
}

/* The trees from the top down to the folder of the file. */
typedef struct TreePath {
    StrBuf trees[TREE_DEPTH_MAX];
    Str names[TREE_DEPTH_MAX];
    int depth;
} TreePath;

static bool blocked(Str path, Error *err)
{
    error_set(err, ERR_STATE,
              _("\"%.*s\" cannot be saved: the last revision has a folder or another "
                "file in its place"),
              STR_ARG(path));
    return error_hint(err, _("save the document under another name"));
}

static bool read_trees(Repo *repo, const git_oid *tree, Str path, TreePath *out,
                       Error *err)
{
    TreeEntry at = {0};
    Str rest = path, name;

    if (tree)
        at = (TreeEntry){.found = true, .mode = GIT_FILEMODE_TREE, .id = *tree};
    while (str_next_field(&rest, '/', &name)) {
        if (out->depth == TREE_DEPTH_MAX)
            return error_set(err, ERR_USAGE, _("\"%.*s\" is nested too deeply"),
                             STR_ARG(path));
        StrBuf *bytes = &out->trees[out->depth];
        out->names[out->depth++] = name;
        if (at.found && !is_folder(&at))
            return blocked(path, err);
        if (at.found && !object_read(repo, &at.id, GIT_OBJECT_TREE, bytes, err))
            return false;
        at = at.found ? tree_entry(strbuf_view(bytes), name) : at;
    }
    return !is_folder(&at) || blocked(path, err);
}

bool tree_put(Repo *repo, const git_oid *tree, Str path, const TreeEntry *file,
              git_oid *out, Error *err)
{
    TreePath *way = mem_alloc(sizeof *way);
    TreeEntry entry = *file;
    bool ok = read_trees(repo, tree, path, way, err);

    for (int i = way->depth; ok && i-- > 0;) {
        put_entry(&way->trees[i], way->names[i], &entry);
        if (!file->found && i > 0 && way->trees[i].len == 0) {
            entry = (TreeEntry){0}; /* git keeps no empty folder */
            continue;
        }
        entry = (TreeEntry){.found = true, .mode = GIT_FILEMODE_TREE};
        ok = object_write(repo, GIT_OBJECT_TREE, strbuf_view(&way->trees[i]), &entry.id,
                          err);
    }
    for (int i = 0; i < way->depth; i++)
        strbuf_deinit(&way->trees[i]);
    mem_free(way);
    *out = entry.id;
    return ok;
}

/* Code points HFS+ leaves out of names, so that ".g<ZWNJ>it" is ".git" there. */
static bool hfs_ignores(uint32_t cp)
{
    return (cp >= 0x200C && cp <= 0x200F) || (cp >= 0x202A && cp <= 0x202E) ||
           (cp >= 0x206A && cp <= 0x206F) || cp == 0xFEFF;
}

/* Is this ".git" on some system: case, HFS+ ignorable code points, NTFS short
 * names, streams and trailing dots or spaces?  Source: CVE-2014-9390. */
static bool is_dot_git(Str name)
{
    char plain[8];
    size_t len = 0;

    for (size_t at = 0; at < name.len && len < sizeof plain;) {
        uint32_t cp;
        size_t size = utf8_decode(name, at, &cp);
        if (!hfs_ignores(cp)) {
            if (cp == ':')
                break;
            plain[len++] = cp < 0x80 ? (char)cp : '\x7f';
        }
        at += size;
    }
    while (len > 0 && (plain[len - 1] == '.' || plain[len - 1] == ' '))
        len--;
    Str s = {plain, len};
    return str_eq_nocase(s, STR(".git")) || str_eq_nocase(s, STR("git~1"));
}

static bool part_ok(Str part)
{
    if (part.len == 0 || part.len > 255 || str_eq(part, STR(".")) ||
        str_eq(part, STR("..")) || is_dot_git(part))
        return false;
    for (size_t i = 0; i < part.len; i++)
        if ((unsigned char)part.ptr[i] < 0x20 || part.ptr[i] == 0x7f ||
            part.ptr[i] == '\\')
            return false;
    return true;
}

bool git_path_ok(Str path, Error *err)
{
    Str rest = path, part;
    bool ok = path.len > 0 && path.len < 4000 && utf8_valid(path, NULL);

    while (ok && str_next_field(&rest, '/', &part))
        ok = part_ok(part);
    if (ok)
        return true;
    error_set(err, ERR_USAGE, _("\"%.*s\" is a name git cannot keep safely"),
              STR_ARG(path));
    return error_hint(err, _("give the file a name without control characters or "
                             "backslashes"));
}
