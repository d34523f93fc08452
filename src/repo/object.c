#include <dirent.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <zlib.h>

#include "base/file.h"
#include "base/message.h"
#include "repo/git.h"
#include "repo/left_out.h"

enum { LOOSE_PATH = 4096, HEADER_MAX = 32 };

bool git_failed(Error *err, const char *what)
{
    const git_error *last = git_error_last();

    if (last && last->message)
        return error_set(err, ERR_IO, "%s: %s", what, last->message);
    return error_set(err, ERR_IO, "%s", what);
}

static const char *short_id(const git_oid *id, char hex[10])
{
    git_oid_tostr(hex, 10, id);
    return hex;
}

static bool damaged(const git_oid *id, Error *err)
{
    char hex[10];

    error_set(err, ERR_INVALID, _("git's record %s is damaged"), short_id(id, hex));
    return error_hint(err, _("see what is wrong with: git fsck"));
}

static bool loose_path(const Repo *repo, const git_oid *id, char path[LOOSE_PATH])
{
    char hex[GIT_OID_HEXSZ + 1];

    git_oid_tostr(hex, sizeof hex, id);
    int len =
        snprintf(path, LOOSE_PATH, "%s/objects/%.2s/%s", repo->common, hex, hex + 2);
    return len > 0 && len < LOOSE_PATH;
}

/* The header "blob 1234\0" that the bytes of a loose object begin with.
 *   returns  its length, 0 when it is none */
static size_t parse_header(Str bytes, git_object_t *type, size_t *size)
{
    size_t space = str_find_byte(bytes, ' ', 0);
    size_t nul = str_find_byte(bytes, '\0', 0);
    int value = 0;

    if (space == STR_NONE || nul == STR_NONE || space > nul || space > 8 ||
        !str_to_int(str_slice(bytes, space + 1, nul), &value))
        return 0;
    char name[10] = "";
    memcpy(name, bytes.ptr, space);
    *type = git_object_string2type(name);
    *size = (size_t)value;
    return nul + 1;
}

/* Inflate no more than the header promises, and not one byte less. */
static bool inflate_all(z_stream *z, StrBuf *out, git_object_t *type)
{
    char head[HEADER_MAX];
    size_t size = 0;

    z->next_out = (Bytef *)head;
    z->avail_out = sizeof head;
    int rc = inflate(z, Z_SYNC_FLUSH);
    if (rc != Z_OK && rc != Z_STREAM_END)
        return false;
    Str first = {head, sizeof head - z->avail_out};
    size_t skip = parse_header(first, type, &size);
    if (skip == 0 || size > OBJECT_MAX || first.len - skip > size)
        return false;
    strbuf_reserve(out, size + 1);
    strbuf_add(out, str_slice(first, skip, first.len));
    /* One byte more than promised: a body that is longer shows itself. */
    size_t left = size - (first.len - skip) + 1;
    z->next_out = (Bytef *)out->ptr + out->len;
    z->avail_out = (uInt)left;
    if (rc != Z_STREAM_END)
        rc = inflate(z, Z_FINISH);
    if (rc != Z_STREAM_END || z->avail_out != 1)
        return false;
    out->len += left - 1;
    out->ptr[out->len] = '\0';
    return true;
}

static bool inflate_object(Str packed, StrBuf *out, git_object_t *type)
{
    z_stream z = {0};
    size_t start = out->len;

    if (packed.len > OBJECT_MAX || inflateInit(&z) != Z_OK)
        return false;
    /* zlib only reads from it. */
    z.next_in = (Bytef *)(uintptr_t)packed.ptr;
    z.avail_in = (uInt)packed.len;
    bool ok = inflate_all(&z, out, type);
    inflateEnd(&z);
    if (!ok)
        strbuf_truncate(out, start);
    return ok;
}

typedef enum Loose { LOOSE_NONE, LOOSE_READ, LOOSE_DAMAGED } Loose;

static Loose loose_read(Repo *repo, const git_oid *id, git_object_t *type, StrBuf *out)
{
    char path[LOOSE_PATH];
    StrBuf packed = {0};
    Error ignored = {0};
    git_oid actual;
    size_t start = out->len;

    if (!loose_path(repo, id, path))
        return LOOSE_NONE;
    if (!file_read(path, OBJECT_MAX, &packed, &ignored))
        return ignored.code == ERR_NOT_FOUND ? LOOSE_NONE : LOOSE_DAMAGED;
    bool ok = inflate_object(strbuf_view(&packed), out, type) &&
              git_odb_hash(&actual, out->ptr + start, out->len - start, *type) == 0 &&
              git_oid_equal(&actual, id);
    strbuf_deinit(&packed);
    if (!ok)
        strbuf_truncate(out, start);
    return ok ? LOOSE_READ : LOOSE_DAMAGED;
}

/* An object that is in no pack and no file. Every clone has all of its commits. */
static bool missing(Repo *repo, const git_oid *id, git_object_t wanted, Error *err)
{
    char hex[10];

    if (wanted == GIT_OBJECT_COMMIT || !repo_is_partial(repo))
        return error_set(err, ERR_NOT_FOUND, _("git's record %s is missing"),
                         short_id(id, hex));
    error_set(err, ERR_STATE,
              _("git's record %s is not in this clone: it is a partial one, which "
                "fetches the words of older revisions only when git shows them"),
              short_id(id, hex));
    return error_hint(err, _("Fetch all of them: git fetch --refetch --no-filter"));
}

/*   wanted  the type it should have */
static bool packed_read(Repo *repo, const git_oid *id, git_object_t wanted,
                        git_object_t *type, StrBuf *out, Error *err)
{
    git_odb_object *object = NULL;
    size_t size = 0;

    int rc = git_odb_read_header(&size, type, repo->odb, id);
    if (rc == 0 && size <= OBJECT_MAX)
        rc = git_odb_read(&object, repo->odb, id);
    if (rc == GIT_ENOTFOUND)
        return missing(repo, id, wanted, err);
    if (rc != 0 || !object)
        return damaged(id, err);
    strbuf_add(out, (Str){git_odb_object_data(object), git_odb_object_size(object)});
    git_odb_object_free(object);
    return true;
}

bool object_read(Repo *repo, const git_oid *id, git_object_t type, StrBuf *out,
                 Error *err)
{
    git_object_t actual = GIT_OBJECT_INVALID;
    size_t start = out->len;
    Str fresh;

    if (object_fresh_read(repo, id, &actual, &fresh)) {
        strbuf_add(out, fresh);
        return actual == type || damaged(id, err);
    }
    switch (loose_read(repo, id, &actual, out)) {
    case LOOSE_DAMAGED:
        return damaged(id, err);
    case LOOSE_NONE:
        if (!packed_read(repo, id, type, &actual, out, err))
            return false;
        break;
    case LOOSE_READ:
        break;
    }
    if (actual == type)
        return true;
    strbuf_truncate(out, start);
    return damaged(id, err);
}

void objects_look(Repo *repo)
{
    char path[LOOSE_PATH];

    int len = snprintf(path, sizeof path, "%s/objects", repo->common);
    DIR *entries = len > 0 && len < LOOSE_PATH ? opendir(path) : NULL;
    memset(repo->loose, entries ? 0 : 1, sizeof repo->loose);
    for (struct dirent *e; entries && (e = readdir(entries));) {
        unsigned value;
        if (strlen(e->d_name) == 2 && sscanf(e->d_name, "%2x", &value) == 1)
            repo->loose[value & 0xff] = true;
    }
    if (entries)
        closedir(entries);
    repo->looked = true;
}

void object_view_end(ObjectView *view)
{
    git_odb_object_free(view->packed);
    strbuf_deinit(&view->own);
    *view = (ObjectView){0};
}

bool object_view(Repo *repo, const git_oid *id, git_object_t type, ObjectView *out,
                 Error *err)
{
    git_odb_object_free(out->packed);
    out->packed = NULL;
    /* What a walk reaches was there before it: no loose one has come since. */
    if (repo->looked && !repo->loose[id->id[0]] &&
        git_odb_read(&out->packed, repo->odb, id) == 0 &&
        git_odb_object_type(out->packed) == type) {
        out->bytes =
            (Str){git_odb_object_data(out->packed), git_odb_object_size(out->packed)};
        return true;
    }
    strbuf_clear(&out->own);
    bool ok = object_read(repo, id, type, &out->own, err);
    out->bytes = strbuf_view(&out->own);
    return ok;
}

void object_drop_damaged(Repo *repo, const git_oid *id)
{
    char path[LOOSE_PATH];
    StrBuf old = {0};
    git_object_t type = GIT_OBJECT_INVALID;

    if (loose_read(repo, id, &type, &old) == LOOSE_DAMAGED &&
        loose_path(repo, id, path))
        (void)unlink(path);
    strbuf_deinit(&old);
}
