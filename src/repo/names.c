#include "repo/names.h"

#include <stdlib.h>
#include <string.h>

#include "base/message.h"
#include "base/utf8.h"
#include "repo/git.h"

#define PREFIX "refs/tags/prfaq/"

enum { NAME_MAX_BYTES = 200 };

/* May this byte not stand in the name of a reference? Source: git-check-ref-format. */
static bool is_refused(Str s, size_t at)
{
    char c = s.ptr[at];
    bool first = at == 0 || s.ptr[at - 1] == '/';
    bool last = at + 1 == s.len || s.ptr[at + 1] == '/';

    return (unsigned char)c < 0x20 || c == 0x7f || strchr(" ~^:?*[\\%", c) ||
           (c == '.' && (first || last || s.ptr[at + 1] == '.')) ||
           (c == '{' && at > 0 && s.ptr[at - 1] == '@') ||
           (c == '.' && str_starts(str_slice(s, at, s.len), STR(".lock")));
}

static void add_part(StrBuf *out, Str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (is_refused(s, i))
            strbuf_addf(out, "%%%02X", (unsigned char)s.ptr[i]);
        else
            strbuf_addc(out, s.ptr[i]);
}

static Str folder_of(Str document, Arena *arena)
{
    StrBuf out = {0};

    strbuf_addz(&out, PREFIX);
    add_part(&out, document);
    strbuf_addc(&out, '/');
    Str copy = arena_str(arena, strbuf_view(&out));
    strbuf_deinit(&out);
    return copy;
}

/* Blanks become '-', as in the names of files; so do '/', which would make a folder. */
static Str reference_of(Str document, Str name, Arena *arena)
{
    StrBuf plain = {0}, out = {0};

    strbuf_add(&plain, name);
    for (size_t i = 0; i < plain.len; i++)
        if (plain.ptr[i] == ' ' || plain.ptr[i] == '/')
            plain.ptr[i] = '-';
    strbuf_add(&out, folder_of(document, arena));
    add_part(&out, strbuf_view(&plain));
    Str copy = arena_str(arena, strbuf_view(&out));
    strbuf_deinit(&plain);
    strbuf_deinit(&out);
    return copy;
}

static bool after(Str line, Str key, Str *value)
{
    if (!str_starts(line, key))
        return false;
    *value = str_trim(str_slice(line, key.len, line.len));
    return true;
}

/* What a tag object says: the commit, and the first line of its message. */
static bool read_tag(Repo *repo, const git_oid *id, Arena *arena, RevisionName *out)
{
    StrBuf bytes = {0};
    Str rest, line, value;
    git_oid target;
    bool found = false, commit = false;

    bool ok = object_read(repo, id, GIT_OBJECT_TAG, &bytes, NULL);
    rest = strbuf_view(&bytes);
    while (ok && str_next_line(&rest, &line) && line.len > 0) {
        if (after(line, STR("object "), &value))
            found = value.len == GIT_OID_HEXSZ &&
                    git_oid_fromstrn(&target, value.ptr, value.len) == 0;
        else if (after(line, STR("type "), &value))
            commit = str_eq(value, STR("commit"));
    }
    while (ok && str_next_line(&rest, &line) && str_is_blank(line))
        continue;
    ok = ok && found && commit;
    if (ok) {
        git_oid_tostr(out->commit, sizeof out->commit, &target);
        out->name = arena_str(arena, str_trim(line));
    }
    strbuf_deinit(&bytes);
    return ok;
}

static bool read_reference(Repo *repo, const git_reference *ref, Arena *arena,
                           RevisionName *out)
{
    const git_oid *id = git_reference_target(ref);
    Str name = str_from(git_reference_name(ref));
    git_object_t type;
    size_t size;

    if (!id)
        return false;
    *out = (RevisionName){.reference = arena_str(arena, name)};
    bool tagged = read_tag(repo, id, arena, out);
    if (!tagged) { /* a plain tag of git's stands for itself */
        if (git_odb_read_header(&size, &type, repo->odb, id) != 0 ||
            type != GIT_OBJECT_COMMIT)
            return false;
        git_oid_tostr(out->commit, sizeof out->commit, id);
    }
    if (out->name.len == 0 || !utf8_valid(out->name, NULL))
        out->name = str_slice(out->reference, str_rfind_byte(out->reference, '/') + 1,
                              out->reference.len);
    return true;
}

static int by_reference(const void *a, const void *b)
{
    return str_cmp(((const RevisionName *)a)->reference,
                   ((const RevisionName *)b)->reference);
}

bool names_read(Repo *repo, Str document, Arena *arena, RevisionNames *out, Error *err)
{
    git_reference_iterator *iterator = NULL;
    git_reference *ref = NULL;
    RevisionName *items = NULL;
    size_t count = 0, cap = 0;
    Str folder = folder_of(document, arena);
    /* Asked for that folder alone, libgit2 does not read the names of all others. */
    const char *all = arena_printf(arena, "%s*", folder.ptr).ptr;

    *out = (RevisionNames){0};
    if (git_reference_iterator_glob_new(&iterator, repo->git, all) < 0)
        return git_failed(err, _("the names of revisions cannot be read"));
    while (git_reference_next(&ref, iterator) == 0) {
        Str name = str_from(git_reference_name(ref));
        bool ours = str_starts(name, folder) &&
                    str_find_byte(name, '/', folder.len) == STR_NONE;
        if (ours) {
            items = arena_grow(arena, items, count, &cap, sizeof *items);
            count += read_reference(repo, ref, arena, &items[count]);
        }
        git_reference_free(ref);
    }
    git_reference_iterator_free(iterator);
    if (count > 1)
        qsort(items, count, sizeof *items, by_reference);
    *out = (RevisionNames){items, count};
    return true;
}

const RevisionName *names_find(const RevisionNames *names, Str name)
{
    for (size_t i = 0; i < names->count; i++) {
        const RevisionName *n = &names->items[i];
        size_t slash = str_rfind_byte(n->reference, '/');
        if (str_eq(n->name, name) ||
            str_eq(str_slice(n->reference, slash + 1, n->reference.len), name))
            return n;
    }
    return NULL;
}

Str names_of(const RevisionNames *names, const char *commit)
{
    for (size_t i = 0; i < names->count; i++)
        if (strcmp(names->items[i].commit, commit) == 0)
            return names->items[i].name;
    return (Str){0};
}

static bool name_ok(Str name, Error *err)
{
    int number;
    bool ok = name.len > 0 && name.len <= NAME_MAX_BYTES && utf8_valid(name, NULL) &&
              !str_is_blank(name) && name.ptr[0] != '-';

    for (size_t i = 0; ok && i < name.len; i++)
        ok = (unsigned char)name.ptr[i] >= 0x20 && name.ptr[i] != 0x7f;
    if (!ok)
        return error_set(err, ERR_USAGE, _("\"%.*s\" cannot be the name of a revision"),
                         STR_ARG(name));
    if (!str_to_int(name, &number))
        return true;
    error_set(err, ERR_USAGE, _("\"%.*s\" cannot be the name of a revision"),
              STR_ARG(name));
    return error_hint(err, _("a number is one already: give it a word"));
}

static bool write_tag(Repo *repo, Str reference, Str name, const char *commit,
                      const Person *who, Moment time, git_oid *out, Error *err)
{
    StrBuf bytes = {0};
    int away = time.offset < 0 ? -time.offset : time.offset;

    strbuf_addf(&bytes, "object %s\ntype commit\ntag %.*s\n", commit,
                STR_ARG(str_slice(reference, sizeof "refs/tags/" - 1, reference.len)));
    strbuf_addf(&bytes, "tagger %.*s <%.*s> %lld %c%02d%02d\n\n%.*s\n",
                STR_ARG(who->name), STR_ARG(who->email),
                time.seconds < 0 ? 0LL : (long long)time.seconds,
                time.offset < 0 ? '-' : '+', away / 60, away % 60, STR_ARG(name));
    bool ok = object_write(repo, GIT_OBJECT_TAG, strbuf_view(&bytes), out, err) &&
              objects_sync(repo, NULL, 0, err);
    strbuf_deinit(&bytes);
    return ok;
}

static bool taken(Str name, Error *err)
{
    error_set(err, ERR_STATE, _("another revision is called \"%.*s\""), STR_ARG(name));
    return error_hint(err,
                      _("Take that name away first: prfaq name DOC \"%.*s\" --remove"),
                      STR_ARG(name));
}

static bool create(Repo *repo, Str reference, Str name, const char *commit,
                   const Person *who, Moment time, Error *err)
{
    git_reference *ref = NULL;
    git_oid id;

    if (!write_tag(repo, reference, name, commit, who, time, &id, err))
        return false;
    int rc = git_reference_create(&ref, repo->git, reference.ptr, &id, 0, NULL);
    git_reference_free(ref);
    if (rc == GIT_EEXISTS)
        return taken(name, err);
    return rc == 0 || git_failed(err, _("the name cannot be recorded"));
}

bool names_add(Repo *repo, Str document, Str name, const char *commit,
               const Person *who, Moment time, Error *err)
{
    Arena arena = {0};
    RevisionNames names;
    Str trimmed = str_trim(name);
    bool ok = name_ok(trimmed, err) && names_read(repo, document, &arena, &names, err);

    if (ok && names_find(&names, trimmed))
        ok = taken(trimmed, err);
    ok = ok && create(repo, reference_of(document, trimmed, &arena), trimmed, commit,
                      who, time, err);
    arena_deinit(&arena);
    return ok;
}

bool names_remove(Repo *repo, const RevisionName *name, Error *err)
{
    git_reference *ref = NULL;

    bool ok = git_reference_lookup(&ref, repo->git, name->reference.ptr) == 0 &&
              git_reference_delete(ref) == 0;
    git_reference_free(ref);
    return ok || git_failed(err, _("the name cannot be taken away"));
}

bool names_move(Repo *repo, Str from, Str to, const Person *who, Moment time,
                Error *err)
{
    Arena arena = {0};
    RevisionNames names;
    bool ok = names_read(repo, from, &arena, &names, err);

    for (size_t i = 0; ok && i < names.count; i++) {
        const RevisionName *n = &names.items[i];
        Str reference = reference_of(to, n->name, &arena);
        git_oid there;
        if (git_reference_name_to_id(&there, repo->git, reference.ptr) != 0)
            ok = create(repo, reference, n->name, n->commit, who, time, err);
        ok = ok && names_remove(repo, n, err);
    }
    arena_deinit(&arena);
    return ok;
}
