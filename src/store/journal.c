#include "store/journal.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/message.h"
#include "store/records.h"

#define TITLE  STR("prfaq journal 1")
#define SUFFIX STR(".journal")

enum {
    NAME_TRIES = 100,
    JOURNAL_MAX = FILE_MAX * 4, /* bytes read of one: its base and as much again … */
};

struct Journal {
    int fd;
    Arena arena;
    Str folder, name;
    Records records;
    size_t len;        /* bytes of whole records in the file */
    bool folder_dirty; /* its name is not on the disk yet */
    StrBuf buffer;
};

/* -- writing -------------------------------------------------------------- */

static bool failed(const Journal *j, Error *err)
{
    Arena arena = {0};

    error_errno(err, _("cannot write \"%s\""),
                path_join(&arena, j->folder, j->name).ptr);
    arena_deinit(&arena);
    return false;
}

/* The records of the buffer go behind the last whole one: what a failed write left
 * there is written over. */
static bool flush(Journal *j, const Records *before, Error *err)
{
    Str rest = strbuf_view(&j->buffer);
    off_t at = (off_t)j->len;

    while (rest.len > 0) {
        ssize_t put = pwrite(j->fd, rest.ptr, rest.len, at);
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0) {
            errno = put == 0 ? ENOSPC : errno;
            failed(j, err);
            (void)!ftruncate(j->fd, (off_t)j->len);
            j->records = *before;
            strbuf_clear(&j->buffer);
            return false;
        }
        rest = str_slice(rest, (size_t)put, rest.len);
        at += put;
    }
    j->len = (size_t)at;
    strbuf_clear(&j->buffer);
    return true;
}

static bool append(Journal *j, char type, Str a, Str b, Error *err)
{
    const Records before = j->records;

    records_add(&j->records, type, a, b, &j->buffer);
    return flush(j, &before, err);
}

static void add_head(const JournalHead *head, StrBuf *out)
{
    records_add_field("document", head->document, out);
    records_add_field("path", head->path, out);
    records_add_number("revision", head->revision, out);
    records_add_field("host", head->process.host, out);
    records_add_field("boot", head->process.boot, out);
    records_add_number("pid", head->process.pid, out);
    records_add_number("started", head->started.seconds, out);
    records_add_number("offset", head->started.offset, out);
}

static bool open_new(Journal *j, Str document, Error *err)
{
    Str base = private_name(document, &j->arena);

    for (int i = 0; i < NAME_TRIES; i++) {
        uint32_t random = 0;
        Error reason = {0};
        if (getrandom(&random, sizeof random, 0) != (ssize_t)sizeof random)
            return failed(j, err);
        j->name = arena_printf(&j->arena, "%.*s~%08x.journal", STR_ARG(base), random);
        j->fd = private_open(j->folder, j->name, PRIVATE_NEW, &reason);
        if (j->fd >= 0)
            return true;
        if (reason.code != ERR_STATE) {
            if (err)
                *err = reason;
            return false;
        }
    }
    errno = EEXIST;
    return failed(j, err);
}

bool journal_create(Str folder, const JournalHead *head, Str base, Journal **out,
                    Error *err)
{
    Journal *j = mem_alloc(sizeof *j);
    StrBuf fields = {0};

    *j = (Journal){.fd = -1, .folder_dirty = true};
    j->folder = arena_str(&j->arena, folder);
    if (!open_new(j, head->document, err)) {
        journal_leave(j);
        return false;
    }
    private_hold(j->fd);
    const Records none = {0};
    records_begin(&j->records, TITLE, &j->buffer);
    add_head(head, &fields);
    records_add(&j->records, 'h', strbuf_view(&fields), (Str){0}, &j->buffer);
    records_add(&j->records, 'b', base, (Str){0}, &j->buffer);
    strbuf_deinit(&fields);
    if (!flush(j, &none, err)) {
        journal_end(j);
        return false;
    }
    *out = j;
    return true;
}

bool journal_edit(Journal *j, size_t offset, size_t removed, Str added, Moment now,
                  Error *err)
{
    StrBuf head = {0};

    strbuf_addf(&head, "%zu %zu %lld\n", offset, removed, (long long)now.seconds);
    bool ok = append(j, 'e', strbuf_view(&head), added, err);
    strbuf_deinit(&head);
    return ok;
}

bool journal_person(Journal *j, Str name, Error *err)
{
    return append(j, 'p', name, (Str){0}, err);
}

bool journal_place(Journal *j, Str section, Error *err)
{
    return append(j, 's', section, (Str){0}, err);
}

bool journal_wrote(Journal *j, Hash content, Error *err)
{
    return append(j, 'w', (Str){(const char *)content.bytes, sizeof content.bytes},
                  (Str){0}, err);
}

static bool sync_folder(Journal *j)
{
    int fd = open(j->folder.ptr, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    if (fd < 0)
        return false;
    bool ok = fsync(fd) == 0;
    int code = errno;
    close(fd);
    errno = code;
    return ok;
}

bool journal_sync(Journal *j, Error *err)
{
    struct stat st;

    if (fdatasync(j->fd) != 0)
        return failed(j, err);
    if (j->folder_dirty && !sync_folder(j))
        return failed(j, err);
    j->folder_dirty = false;
    if (fstat(j->fd, &st) == 0 && st.st_nlink > 0)
        return true;
    errno = ENOENT;
    return failed(j, err);
}

Str journal_name(const Journal *j)
{
    return j->name;
}

Str journal_folder(const Journal *j)
{
    return j->folder;
}

void journal_leave(Journal *j)
{
    if (!j)
        return;
    if (j->fd >= 0)
        close(j->fd);
    strbuf_deinit(&j->buffer);
    arena_deinit(&j->arena);
    mem_free(j);
}

void journal_end(Journal *j)
{
    if (!j)
        return;
    if (private_is_named(j->fd, j->folder, j->name))
        unlink(path_join(&j->arena, j->folder, j->name).ptr);
    journal_leave(j);
}

/* -- reading -------------------------------------------------------------- */

/* A text with a gap where it was changed last, so that edits in one place cost what
 * they change. */
typedef struct Gap {
    char *bytes;
    size_t cap, start, end; /* the gap */
} Gap;

static size_t gap_len(const Gap *g)
{
    return g->cap - (g->end - g->start);
}

static void gap_move(Gap *g, size_t to)
{
    size_t width = g->end - g->start;

    if (to < g->start)
        memmove(g->bytes + to + width, g->bytes + to, g->start - to);
    else
        memmove(g->bytes + g->start, g->bytes + g->end, to - g->start);
    g->start = to;
    g->end = to + width;
}

static void gap_reserve(Gap *g, size_t extra)
{
    size_t width = g->end - g->start, tail = g->cap - g->end;

    if (width >= extra)
        return;
    size_t cap = g->cap + extra + g->cap / 2 + 64;
    g->bytes = mem_realloc(g->bytes, cap);
    memmove(g->bytes + cap - tail, g->bytes + g->end, tail);
    g->end = cap - tail;
    g->cap = cap;
}

static void gap_replace(Gap *g, size_t offset, size_t removed, Str added)
{
    gap_move(g, offset);
    g->end += removed;
    gap_reserve(g, added.len);
    if (added.len > 0)
        memcpy(g->bytes + g->start, added.ptr, added.len);
    g->start += added.len;
}

static void gap_init(Gap *g, Str text)
{
    *g = (Gap){0};
    gap_reserve(g, text.len + 1);
    if (text.len > 0)
        memcpy(g->bytes, text.ptr, text.len);
    g->start = text.len;
}

static Str gap_text(Gap *g, Arena *arena)
{
    gap_move(g, gap_len(g));
    return arena_str(arena, (Str){g->bytes, g->start});
}

static void read_head(Str fields, Arena *arena, JournalHead *out)
{
    out->document = records_field(fields, "document", arena);
    out->path = records_field(fields, "path", arena);
    out->revision = (int)records_number(fields, "revision");
    out->process.host = records_field(fields, "host", arena);
    out->process.boot = records_field(fields, "boot", arena);
    out->process.pid = (long)records_number(fields, "pid");
    out->started.seconds = records_number(fields, "started");
    out->started.offset = (int)records_number(fields, "offset");
}

/* Numbers of an edit: false when they do not fit the text. */
static bool read_edit(Str *bytes, size_t len, size_t *offset, size_t *removed,
                      int64_t *seconds)
{
    unsigned long long number[3] = {0};
    Str line, field;

    if (!str_next_line(bytes, &line))
        return false;
    for (int i = 0; i < 3; i++) {
        if (!str_next_field(&line, ' ', &field) || field.len == 0 || field.len > 18)
            return false;
        for (size_t k = 0; k < field.len; k++) {
            if (field.ptr[k] < '0' || field.ptr[k] > '9')
                return false;
            number[i] = number[i] * 10 + (unsigned)(field.ptr[k] - '0');
        }
    }
    *offset = (size_t)number[0];
    *removed = (size_t)number[1];
    *seconds = (int64_t)number[2];
    return number[0] <= len && number[1] <= len - number[0];
}

typedef struct Reader {
    Arena *arena;
    JournalWords *out;
    Gap gap;
    Hash *written;
    size_t written_cap;
} Reader;

/* False: the record cannot be understood, so nothing behind it counts. */
static bool take_record(Reader *r, const Record *record)
{
    JournalWords *out = r->out;
    Str bytes = record->bytes;
    size_t offset = 0, removed = 0;

    switch (record->type) {
    case 'e':
        if (!read_edit(&bytes, gap_len(&r->gap), &offset, &removed, &out->last.seconds))
            return false;
        gap_replace(&r->gap, offset, removed, bytes);
        out->edits++;
        return true;
    case 'p':
        out->person = bytes;
        return true;
    case 's':
        out->place = bytes;
        return true;
    case 'w':
        if (bytes.len != sizeof r->written->bytes)
            return false;
        r->written = arena_grow(r->arena, r->written, out->written_count,
                                &r->written_cap, sizeof *r->written);
        memcpy(r->written[out->written_count++].bytes, bytes.ptr, bytes.len);
        return true;
    default:
        return false;
    }
}

bool journal_parse(Str bytes, Arena *arena, JournalWords *out, Error *err)
{
    Records records;
    Record record;
    Reader r = {.arena = arena, .out = out};

    *out = (JournalWords){0};
    if (!records_open(&records, bytes, TITLE) || !records_next(&records, &record) ||
        record.type != 'h')
        return error_set(err, ERR_INVALID, _("this is no journal of prfaq"));
    read_head(record.bytes, arena, &out->head);
    if (!records_next(&records, &record) || record.type != 'b')
        return error_set(err, ERR_INVALID, _("the journal is damaged at its start"));
    out->base = arena_str(arena, record.bytes);
    out->last = out->head.started;
    gap_init(&r.gap, record.bytes);
    while (records_next(&records, &record))
        if (!take_record(&r, &record)) {
            records.torn = true;
            break;
        }
    out->torn = records.torn;
    out->text = gap_text(&r.gap, arena);
    out->person = arena_str(arena, out->person);
    out->place = arena_str(arena, out->place);
    out->written = r.written;
    mem_free(r.gap.bytes);
    return true;
}

bool journal_knows(const JournalWords *words, Str content)
{
    if (str_eq(words->base, content) || str_eq(words->text, content))
        return true;
    Hash hash = hash_sha256(content);
    for (size_t i = 0; i < words->written_count; i++)
        if (hash_eq(words->written[i], hash))
            return true;
    return false;
}

/* "NAME~XXXXXXXX.journal" of the document. */
static bool is_of(Str file, Str name)
{
    size_t tail = SUFFIX.len + 9;

    return file.len >= tail && file.ptr[file.len - tail] == '~' &&
           (name.len == 0 || str_eq(str_slice(file, 0, file.len - tail), name));
}

const JournalFile *journal_list(Str folder, Str document, Arena *arena, size_t *count)
{
    size_t all = 0;
    const Str *names = private_list(folder, SUFFIX, arena, &all);
    JournalFile *files = arena_array(arena, all + 1, sizeof *files);
    Str name = document.len > 0 ? private_name(document, arena) : (Str){0};

    *count = 0;
    for (size_t i = 0; i < all; i++)
        if (is_of(names[i], name))
            files[(*count)++] = (JournalFile){
                .folder = arena_str(arena, folder),
                .name = names[i],
                .live = private_is_held(path_join(arena, folder, names[i]))};
    return files;
}

bool journal_read(const JournalFile *file, Arena *arena, JournalWords *out, Error *err)
{
    StrBuf bytes = {0};
    Str path = path_join(arena, file->folder, file->name);
    bool ok = file_read(path.ptr, JOURNAL_MAX, &bytes, err) &&
              journal_parse(strbuf_view(&bytes), arena, out, err);

    strbuf_deinit(&bytes);
    return ok;
}
