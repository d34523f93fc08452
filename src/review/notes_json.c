#include "review/notes_json.h"

#include <jansson.h>

#include "base/message.h"
#include "base/utf8.h"

enum { NOTES_MAX = 2000 };

static bool fail(Str path, Str reason, Error *err)
{
    error_set(err, ERR_INVALID, "%.*s: %.*s", STR_ARG(path), STR_ARG(reason));
    return error_hint(err,
                      _("A reader's notes come from: prfaq meet DOC --export NAME"));
}

static bool fail_because(Str path, const char *reason, Error *err)
{
    return fail(path, str_from(reason), err);
}

/* false: it is there and no text. */
static bool text_of(const json_t *o, const char *key, Arena *arena, Str *out)
{
    const json_t *value = json_object_get(o, key);

    *out = (Str){0};
    if (!json_is_string(value))
        return !value || json_is_null(value);
    *out = arena_str(arena, (Str){json_string_value(value), json_string_length(value)});
    return true;
}

/* A note that cannot be read is named: none is left out without a word. */
static bool read_notes(const json_t *list, Str path, Arena *arena, NotesFile *out,
                       Error *err)
{
    size_t count = json_array_size(list);
    MeetNote *notes = arena_array(arena, count + 1, sizeof *notes);

    if (list && !json_is_array(list))
        return fail_because(path, _("its \"notes\" are no list"), err);
    if (count > NOTES_MAX)
        return fail(
            path, arena_printf(arena, _("it has more than %d notes"), NOTES_MAX), err);
    for (size_t i = 0; i < count; i++) {
        const json_t *o = json_array_get(list, i);
        MeetNote note = {.who = out->reader};
        if (!json_is_object(o) || !text_of(o, "place", arena, &note.place) ||
            !text_of(o, "text", arena, &note.text))
            return fail(path, arena_printf(arena, _("note %zu has no text"), i + 1),
                        err);
        note.place = str_trim(note.place);
        note.text = str_trim(note.text);
        if (note.text.len > 0)
            notes[out->count++] = note;
    }
    out->notes = notes;
    return true;
}

static bool name_ok(Str name)
{
    return name.len > 0 && str_find_byte(name, ',', 0) == STR_NONE &&
           str_find_byte(name, '\t', 0) == STR_NONE &&
           str_find_byte(name, '\n', 0) == STR_NONE;
}

static bool read_file(const json_t *root, Str path, Arena *arena, NotesFile *out,
                      Error *err)
{
    Str schema;

    if (!json_is_object(root) || !text_of(root, "schema", arena, &schema) ||
        !str_eq(schema, STR("prfaq-notes/1")))
        return fail_because(path, _("its \"schema\" is not \"prfaq-notes/1\""), err);
    if (!text_of(root, "document", arena, &out->document) || out->document.len == 0 ||
        !text_of(root, "commit", arena, &out->commit) || out->commit.len == 0)
        return fail_because(path, _("it does not say which revision was read"), err);
    if (!text_of(root, "reader", arena, &out->reader) ||
        !name_ok(out->reader = str_trim(out->reader)))
        return fail_because(path, _("its \"reader\" is no name"), err);
    out->revision = (int)json_integer_value(json_object_get(root, "revision"));
    return read_notes(json_object_get(root, "notes"), path, arena, out, err);
}

bool notes_read(Str bytes, Str path, Arena *arena, NotesFile *out, Error *err)
{
    json_error_t why;

    *out = (NotesFile){0};
    if (!utf8_valid(bytes, NULL) || str_find_byte(bytes, '\0', 0) != STR_NONE)
        return fail_because(path, _("this is not UTF-8"), err);
    json_t *root = json_loadb(bytes.ptr ? bytes.ptr : "", bytes.len, 0, &why);
    if (!root)
        return fail(path, arena_printf(arena, _("line %d is no JSON"), why.line), err);
    bool ok = read_file(root, path, arena, out, err);
    json_decref(root);
    return ok;
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
