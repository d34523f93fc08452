#include "app/revision_facts.h"

#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/hash.h"
#include "check/since.h"

/* "Problem, FAQ 3" of "Problem, FAQ 3: +31 −9 words". */
static Str parts_of(Str summary)
{
    size_t end = str_rfind_byte(summary, ':');

    return end == STR_NONE ? summary : str_slice(summary, 0, end);
}

static void compare_findings(Session *s, const DocumentRef *ref, const Comparison *c,
                             Arena *arena, RevisionFacts *out)
{
    OpenDocument old, new;
    Findings before, after, came;

    service_check_bytes(s, ref, c->before.document.bytes, arena, &old, &before);
    service_check_bytes(s, ref, c->after.document.bytes, arena, &new, &after);
    findings_since(&new.doc, &after, &old.doc, &before, arena, &came, &out->lost);
    out->gained = came.errors + came.warnings + came.infos;
}

void revision_facts(Session *s, const DocumentRef *ref, const Revision *before,
                    const Revision *to, bool findings, Arena *arena, RevisionFacts *out)
{
    Comparison *c = ARENA_NEW(arena, Comparison);
    StrBuf summary = {0};

    *out = (RevisionFacts){0};
    if (!service_between(s, ref, before, to, arena, c, &out->why))
        return;
    out->known = true;
    out->redline = c->redline;
    out->added = c->redline.added;
    out->removed = c->redline.removed;
    redline_summary(&c->redline, &c->before.document.doc, &c->after.document.doc,
                    &summary);
    out->summary = arena_str(arena, strbuf_view(&summary));
    out->parts = parts_of(out->summary);
    strbuf_deinit(&summary);
    if (findings)
        compare_findings(s, ref, c, arena, out);
}

bool chronicle_open(Session *s, const DocumentRef *ref, Arena *arena, Chronicle *out,
                    Error *err)
{
    *out = (Chronicle){.ref = ref};
    if (!service_revisions(s, ref, &out->revisions, err))
        return false;
    if (out->revisions)
        kept_open(s->repo, "rows", ref->relative, &out->rows);
    if (!out->revisions || names_read(s->repo, ref->name, arena, &out->names, err))
        return true;
    chronicle_close(out);
    return false;
}

void chronicle_close(Chronicle *c)
{
    enum { ROWS_MAX = 2 << 20 };

    if (kept_size(&c->rows) > ROWS_MAX)
        kept_forget(&c->rows);
    kept_close(&c->rows);
    revisions_free(c->revisions);
    c->revisions = NULL;
}

/* -- rows that are known -------------------------------------------------------------
 */

/* The names of sections come from templates, so other ones may give other words. */
static void add_stamp(Session *s, const char *folder, StrBuf *out)
{
    Arena scratch = {0};
    Str path = path_join(&scratch, s->workspace.root, str_from(folder));
    struct stat st;

    if (stat(path.ptr, &st) == 0)
        strbuf_addf(out, " %lld.%ld", (long long)st.st_mtim.tv_sec, st.st_mtim.tv_nsec);
    arena_deinit(&scratch);
}

static uint64_t row_key(Session *s, const Revision *before, const Revision *to)
{
    StrBuf what = {0};
    uint64_t key;

    strbuf_addf(&what, "%s %s %s", PRFAQ_VERSION, before ? before->blob : "-",
                to->blob);
    add_stamp(s, ".prfaq/templates/en", &what);
    add_stamp(s, ".prfaq/templates/ko", &what);
    Hash hash = hash_sha256(strbuf_view(&what));
    memcpy(&key, hash.bytes, sizeof key);
    strbuf_deinit(&what);
    return key;
}

static void add_field(StrBuf *out, Str field)
{
    strbuf_add(out, field);
    strbuf_addc(out, '\0');
}

/* Words added and removed, the summary, then id and title of each changed section,
 * each with a NUL behind it. */
static void write_row(const RevisionFacts *facts, StrBuf *out)
{
    strbuf_addf(out, "%d", facts->added);
    strbuf_addc(out, '\0');
    strbuf_addf(out, "%d", facts->removed);
    strbuf_addc(out, '\0');
    add_field(out, facts->summary);
    for (size_t i = 0; i < facts->redline.part_count; i++) {
        if (!facts->redline.parts[i].changed)
            continue;
        add_field(out, facts->redline.parts[i].id);
        add_field(out, facts->redline.parts[i].title);
    }
}

static bool read_row(Str bytes, Arena *arena, RevisionFacts *out)
{
    Str rest = arena_str(arena, bytes), added, removed, summary, id, title;
    RedlinePart *parts = arena_array(arena, bytes.len / 2 + 1, sizeof *parts);
    size_t count = 0;

    *out = (RevisionFacts){.known = true};
    if (!str_next_field(&rest, '\0', &added) ||
        !str_next_field(&rest, '\0', &removed) ||
        !str_next_field(&rest, '\0', &summary) || !str_to_int(added, &out->added) ||
        !str_to_int(removed, &out->removed))
        return false;
    while (rest.len > 0 && str_next_field(&rest, '\0', &id) &&
           str_next_field(&rest, '\0', &title))
        parts[count++] = (RedlinePart){.id = id, .title = title, .changed = true};
    out->summary = summary;
    out->parts = parts_of(summary);
    out->redline = (Redline){.parts = parts,
                             .part_count = count,
                             .parts_changed = (int)count,
                             .added = out->added,
                             .removed = out->removed};
    return true;
}

void chronicle_facts(Session *s, Chronicle *c, const Revision *before,
                     const Revision *to, Arena *arena, RevisionFacts *out)
{
    uint64_t key = row_key(s, before, to);
    StrBuf bytes = {0};
    Str row;

    if (kept_find(&c->rows, key, &row) && read_row(row, arena, out))
        return;
    revision_facts(s, c->ref, before, to, false, arena, out);
    if (!out->known)
        return;
    write_row(out, &bytes);
    kept_add(&c->rows, key, strbuf_view(&bytes));
    strbuf_deinit(&bytes);
}

static bool is_named(const Chronicle *c, const RevisionRecord *record)
{
    char hex[2 * ID_SIZE + 1];

    if (c->names.count == 0)
        return false;
    record_id(record->commit, hex);
    return names_of(&c->names, hex).len > 0;
}

bool chronicle_saved(const Chronicle *c, size_t index, SavedOnce *out)
{
    RevisionRecord record;
    int number;

    if (!revisions_record(c->revisions, index, &record, &number))
        return false;
    *out =
        (SavedOnce){record.author, record.time, record.noted || is_named(c, &record)};
    return true;
}

size_t chronicle_row(const Chronicle *c, size_t index)
{
    enum { MOST = 500 }; /* in one row */
    SavedOnce items[MOST];
    size_t count = 0;

    if (index == 0)
        return 1;
    while (count < MOST && chronicle_saved(c, index + count, &items[count])) {
        count++;
        if (count > 1 && !sitting_goes_on(&items[count - 2], &items[count - 1])) {
            count--;
            break;
        }
    }
    return count < SITTING_LEAST || items[0].stands_out ? 1 : count;
}

bool chronicle_stands_out(const Chronicle *c, const Revision *revision)
{
    return revision->note.len > 0 || names_of(&c->names, revision->commit).len > 0;
}

Str revision_said(const Chronicle *c, const Revision *revision,
                  const RevisionFacts *facts, Arena *arena)
{
    Str name = names_of(&c->names, revision->commit);
    Str said = name.len > 0 ? name : revision->note;

    if (said.len > 0)
        return arena_printf(arena, "\"%.*s\"", STR_ARG(said));
    if (facts->known && str_eq(revision->subject, facts->summary))
        return facts->parts;
    return revision->subject;
}
