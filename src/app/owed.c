#include "app/owed.h"

#include <unistd.h>

#include "base/file.h"
#include "base/message.h"
#include "store/journal.h"
#include "store/records.h"

#define TITLE STR("prfaq owed 1")

/* -- the note ------------------------------------------------------------- */

static Str note_path(const KeepPlace *place, Arena *arena)
{
    return path_join(arena, place->owed_folder, private_name(place->name, arena));
}

/* Each person as a record of fields, a record of bytes behind all but the last, whose
 * hash is enough: the file has them. */
void owed_store(const KeepPlace *place, const Owed *owed)
{
    Arena arena = {0};
    StrBuf file = {0}, fields = {0};
    Records records;
    char hex[65];

    if (owed->count == 0 || place->owed_folder.len == 0)
        return;
    records_begin(&records, TITLE, &file);
    for (size_t i = 0; i < owed->count; i++) {
        const OwedWords *w = &owed->items[i];
        strbuf_clear(&fields);
        records_add_field("person", w->person, &fields);
        records_add_number("time", w->time.seconds, &fields);
        records_add_number("offset", w->time.offset, &fields);
        hash_hex(hash_sha256(w->bytes), 64, hex);
        records_add_field("content", str_from(hex), &fields);
        records_add(&records, 'p', strbuf_view(&fields), (Str){0}, &file);
        if (i + 1 < owed->count)
            records_add(&records, 'b', w->bytes, (Str){0}, &file);
    }
    file_write_private(note_path(place, &arena).ptr, strbuf_view(&file), NULL);
    strbuf_deinit(&file);
    strbuf_deinit(&fields);
    arena_deinit(&arena);
}

void owed_drop(const KeepPlace *place)
{
    Arena arena = {0};

    if (place->owed_folder.len > 0)
        unlink(note_path(place, &arena).ptr);
    arena_deinit(&arena);
}

void owed_add(Owed *owed, Str person, Str bytes, Moment time, Arena *arena)
{
    size_t keep = owed->count < OWED_MAX ? owed->count : OWED_MAX - 1;
    OwedWords *items = arena_array(arena, OWED_MAX + 1, sizeof *items);

    for (size_t i = 0; i < keep; i++)
        items[i] = owed->items[i];
    if (keep > 0 && str_eq(items[keep - 1].person, person))
        keep--;
    items[keep] = (OwedWords){.person = arena_str(arena, person),
                              .bytes = arena_str(arena, bytes),
                              .time = time};
    owed->items = items;
    owed->count = keep + 1;
}

/* The people of the note, when the last of them left these bytes. */
static bool read_note(Str note, Str bytes, Arena *arena, Owed *out)
{
    Records records;
    Record record;
    OwedWords *items = arena_array(arena, OWED_MAX, sizeof *items);
    Str content = {0};
    char hex[65];

    *out = (Owed){.items = items};
    if (!records_open(&records, note, TITLE))
        return false;
    while (records_next(&records, &record)) {
        if (record.type == 'b' && out->count > 0) {
            items[out->count - 1].bytes = arena_str(arena, record.bytes);
        } else if (record.type == 'p' && out->count < OWED_MAX) {
            OwedWords *w = &items[out->count++];
            w->person = records_field(record.bytes, "person", arena);
            w->time.seconds = records_number(record.bytes, "time");
            w->time.offset = (int)records_number(record.bytes, "offset");
            content = records_field(record.bytes, "content", arena);
        }
    }
    hash_hex(hash_sha256(bytes), 64, hex);
    if (out->count == 0 || records.torn || !str_eq(content, str_from(hex)))
        return false;
    items[out->count - 1].bytes = arena_str(arena, bytes);
    return true;
}

static bool load_note(const KeepPlace *place, Str bytes, Arena *arena, Owed *out)
{
    StrBuf note = {0};

    *out = (Owed){0};
    if (place->owed_folder.len == 0 ||
        !file_read(note_path(place, arena).ptr, (size_t)FILE_MAX * 2, &note, NULL))
        return false;
    bool ok = read_note(strbuf_view(&note), bytes, arena, out);
    strbuf_deinit(&note);
    if (!ok)
        *out = (Owed){0};
    return ok;
}

void owed_find(const KeepPlace *place, Str bytes, Arena *arena, Owed *out)
{
    size_t count = 0;

    if (load_note(place, bytes, arena, out))
        return;
    for (size_t f = 0; f < place->journal_count; f++) {
        const JournalFile *files =
            journal_list(place->journal_folders[f], place->name, arena, &count);
        for (size_t i = 0; i < count; i++) {
            JournalWords words;
            if (!journal_read(&files[i], arena, &words, NULL) ||
                words.person.len == 0 || str_eq(words.base, bytes) ||
                !journal_knows(&words, bytes) ||
                (!place->inside && !str_eq(words.head.path, place->path)))
                continue;
            /* What was there when it began may be owed to another. */
            load_note(place, words.base, arena, out);
            owed_add(out, words.person, bytes, words.last, arena);
            return;
        }
    }
}

/* -- saving --------------------------------------------------------------- */

static bool save_as(Session *s, const SaveRequest *request, const OwedWords *words,
                    Arena *arena, SaveResult *out, Error *err)
{
    Writer writer = {0};
    SaveRequest own = *request;

    if (!writer_named(s, words->person, arena, &writer, err))
        return false;
    own.bytes = words->bytes;
    own.from_file = false;
    own.revision_only = true;
    own.note = (Str){0};
    own.writer = &writer;
    return service_save(s, &own, arena, out, err);
}

bool owed_save(Session *s, const Owed *owed, const SaveRequest *request, Arena *arena,
               SaveResult *out, Str *signed_by, Error *err)
{
    Writer writer = {0};
    SaveRequest own = *request;
    size_t count = owed->count;

    *signed_by = (Str){0};
    if (count == 0 || request->ref->relative.len == 0)
        return service_save(s, request, arena, out, err);
    if (!request->writer) {
        if (!writer_need(s, arena, &writer, err))
            return false;
        own.writer = &writer;
    }
    const OwedWords *last = &owed->items[count - 1];
    /* Words of the writer's own are one revision with what is new. */
    if (str_eq(last->person, own.writer->person.name))
        count--;
    for (size_t i = 0; i + 1 < count; i++)
        if (!save_as(s, request, &owed->items[i], arena, out, err))
            return false;
    if (count == owed->count && str_eq(last->bytes, request->bytes)) {
        if (!writer_named(s, last->person, arena, &writer, err))
            return false;
        own.writer = &writer;
        *signed_by = last->person;
    } else if (count > 0 &&
               !save_as(s, request, &owed->items[count - 1], arena, out, err)) {
        return false;
    }
    return service_save(s, &own, arena, out, err);
}
