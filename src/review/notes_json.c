#include "review/notes_json.h"

#include <jansson.h>

#include "base/message.h"
#include "base/utf8.h"

enum { NOTES_MAX = 2000 };

static bool fail(Str path, const char *reason, Error *err)
{
    error_set(err, ERR_INVALID, "%.*s: %s", STR_ARG(path), reason);
    return error_hint(err,
                      _("A reader's notes come from: prfaq meet DOC --export NAME"));
}

static Str text_of(const json_t *o, const char *key, Arena *arena)
{
    const json_t *value = json_object_get(o, key);

    if (!json_is_string(value))
        return (Str){0};
    return arena_str(arena, (Str){json_string_value(value), json_string_length(value)});
}

static void read_notes(const json_t *list, Arena *arena, NotesFile *out)
{
    size_t count =
        json_array_size(list) < NOTES_MAX ? json_array_size(list) : NOTES_MAX;
    MeetNote *notes = arena_array(arena, count + 1, sizeof *notes);

    for (size_t i = 0; i < count; i++) {
        const json_t *o = json_array_get(list, i);
        MeetNote note = {.who = out->reader,
                         .place = str_trim(text_of(o, "place", arena)),
                         .text = str_trim(text_of(o, "text", arena))};
        if (note.text.len > 0)
            notes[out->count++] = note;
    }
    out->notes = notes;
}

bool notes_read(Str bytes, Str path, Arena *arena, NotesFile *out, Error *err)
{
    json_error_t why;

    *out = (NotesFile){0};
    if (!utf8_valid(bytes, NULL) || str_find_byte(bytes, '\0', 0) != STR_NONE)
        return fail(path, _("this is not UTF-8"), err);
    json_t *root = json_loadb(bytes.ptr ? bytes.ptr : "", bytes.len, 0, &why);
    bool ok = json_is_object(root) &&
              str_eq(text_of(root, "schema", arena), STR("prfaq-notes/1"));
    if (ok) {
        out->document = text_of(root, "document", arena);
        out->commit = text_of(root, "commit", arena);
        out->reader = str_trim(text_of(root, "reader", arena));
        out->revision = (int)json_integer_value(json_object_get(root, "revision"));
        read_notes(json_object_get(root, "notes"), arena, out);
        ok = out->reader.len > 0 && str_find_byte(out->reader, ',', 0) == STR_NONE &&
             str_find_byte(out->reader, '\t', 0) == STR_NONE &&
             str_find_byte(out->reader, '\n', 0) == STR_NONE;
    }
    json_decref(root);
    return ok || fail(path, _("these are no notes of a reader"), err);
}

static json_t *text(Str s)
{
    return json_stringn(s.len ? s.ptr : "", s.len);
}

void notes_print(const NotesFile *file, StrBuf *out)
{
    json_t *root = json_object(), *list = json_array();

    json_object_set_new(root, "schema", json_string("prfaq-notes/1"));
    json_object_set_new(root, "document", text(file->document));
    json_object_set_new(root, "revision", json_integer(file->revision));
    json_object_set_new(root, "commit", text(file->commit));
    json_object_set_new(root, "reader", text(file->reader));
    for (size_t i = 0; i < file->count; i++) {
        json_t *o = json_object();
        json_object_set_new(o, "place", text(file->notes[i].place));
        json_object_set_new(o, "text", text(file->notes[i].text));
        json_array_append_new(list, o);
    }
    json_object_set_new(root, "notes", list);
    char *dumped = json_dumps(root, JSON_INDENT(2));
    strbuf_addz(out, dumped);
    strbuf_addc(out, '\n');
    free(dumped);
    json_decref(root);
}
