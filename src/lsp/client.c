#include "lsp/client.h"

#include <assert.h>
#include <string.h>

#include "base/utf8.h"

/* "textDocument.hover.contentFormat", or NULL. */
static const json_t *find(const json_t *object, const char *path)
{
    Str rest = str_from(path), key;

    while (object && str_next_field(&rest, '.', &key))
        object = json_object_getn(object, key.ptr, key.len);
    return object;
}

static bool is_true(const json_t *object, const char *path)
{
    return json_is_true(find(object, path));
}

static bool is_json(const json_t *value, const char *text)
{
    const char *own = json_string_value(value);
    return own && strcmp(own, text) == 0;
}

/* The first one the client names that we know: it names its own one first. */
static PositionEncoding choose_encoding(const json_t *list)
{
    PositionEncoding encoding;

    for (size_t i = 0; i < json_array_size(list); i++)
        if (position_encoding_parse(
                str_from(json_string_value(json_array_get(list, i))), &encoding))
            return encoding;
    return POSITION_UTF16;
}

void client_read(const json_t *params, Client *out)
{
    const json_t *c = json_object_get(params, "capabilities");
    const json_t *formats = find(c, "textDocument.hover.contentFormat");

    *out = (Client){
        .encoding = choose_encoding(find(c, "general.positionEncodings")),
        .versioned_edits = is_true(c, "workspace.workspaceEdit.documentChanges"),
        .action_literals =
            json_is_object(find(c, "textDocument.codeAction.codeActionLiteralSupport")),
        .action_preferred = is_true(c, "textDocument.codeAction.isPreferredSupport"),
        .nested_symbols =
            is_true(c, "textDocument.documentSymbol.hierarchicalDocumentSymbolSupport"),
        .markdown = is_json(json_array_get(formats, 0), "markdown"),
        .diagnostic_versions =
            is_true(c, "textDocument.publishDiagnostics.versionSupport"),
    };
}

json_t *wire_text(Str text)
{
    StrBuf clean = {0};

    utf8_clean(text, &clean); /* names of files are bytes */
    json_t *value = json_stringn(strbuf_cstr(&clean), clean.len);
    strbuf_deinit(&clean);
    assert(value);
    return value;
}

json_t *wire_position(Position p)
{
    return json_pack("{s:I, s:I}", "line", (json_int_t)p.line, "character",
                     (json_int_t)p.character);
}

json_t *wire_range(const Client *client, const Document *doc, Range range,
                   RangeCursor *cursor)
{
    Position start = position_of(doc, client->encoding, range.start, &cursor->start);
    Position end = position_of(doc, client->encoding, range.end, &cursor->end);

    return json_pack("{s:o, s:o}", "start", wire_position(start), "end",
                     wire_position(end));
}

json_t *wire_edit(const Client *client, const Buffer *buffer, Range range, Str text)
{
    RangeCursor cursor = {0};
    json_t *place = wire_range(client, &buffer->reading.doc, range, &cursor);
    json_t *edits =
        json_pack("[{s:o, s:o}]", "range", place, "newText", wire_text(text));

    if (!client->versioned_edits)
        return json_pack("{s:{s:o}}", "changes", buffer->uri, edits);
    return json_pack("{s:[{s:{s:s, s:I}, s:o}]}", "documentChanges", "textDocument",
                     "uri", buffer->uri, "version", (json_int_t)buffer->version,
                     "edits", edits);
}

static bool read_count(const json_t *value, size_t *out)
{
    json_int_t number = json_integer_value(value);

    *out = number > 0 ? (size_t)number : 0;
    return json_is_integer(value) && number >= 0;
}

bool read_position(const json_t *value, Position *out)
{
    return read_count(json_object_get(value, "line"), &out->line) &&
           read_count(json_object_get(value, "character"), &out->character);
}

bool read_range(const json_t *value, Position *start, Position *end)
{
    return read_position(json_object_get(value, "start"), start) &&
           read_position(json_object_get(value, "end"), end);
}

Str read_text(const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);

    return json_is_string(value)
               ? (Str){json_string_value(value), json_string_length(value)}
               : (Str){0};
}
