#include "app/cli_json.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/lang.h"
#include "base/mem.h"
#include "base/unicode.h"
#include "base/utf8.h"

json_t *json_text(Str s)
{
    StrBuf clean = {0};
    json_t *value;

    if (utf8_valid(s, NULL))
        return json_stringn(s.len ? s.ptr : "", s.len);
    utf8_clean(s, &clean);
    value = json_stringn(strbuf_cstr(&clean), clean.len);
    strbuf_deinit(&clean);
    return value;
}

json_t *json_lang(Lang lang)
{
    return json_string(lang_code(lang));
}

json_t *json_moment(Moment m)
{
    StrBuf text = {0};

    moment_iso8601(m, &text);
    json_t *value = json_text(strbuf_view(&text));
    strbuf_deinit(&text);
    return value;
}

json_t *json_person(const Person *p)
{
    json_t *person = json_object();

    json_object_set_new(person, "name", json_text(p->name));
    json_object_set_new(person, "email", json_text(p->email));
    return person;
}

json_t *json_people(const Person *people, size_t count)
{
    json_t *list = json_array();

    for (size_t i = 0; i < count; i++)
        json_array_append_new(list, json_person(&people[i]));
    return list;
}

json_t *json_revision(const Revision *r)
{
    json_t *revision = json_object();

    json_object_set_new(revision, "number", json_integer(r->number));
    json_object_set_new(revision, "commit", json_string(r->commit));
    json_object_set_new(revision, "author", json_person(&r->author));
    json_object_set_new(revision, "with", json_people(r->with, r->with_count));
    json_object_set_new(revision, "time", json_moment(r->time));
    json_object_set_new(revision, "note", json_text(r->note));
    return revision;
}

json_t *json_document(const char *name)
{
    json_t *document = json_object();
    StrBuf schema = {0};

    strbuf_addf(&schema, "prfaq/%s/1", name);
    json_object_set_new(document, "schema", json_text(strbuf_view(&schema)));
    strbuf_deinit(&schema);
    return document;
}

/* Outside of strings JSON is ASCII, so every other character is inside one. */
static void add_escaped(Str text, StrBuf *out)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t cp;
        size_t len = utf8_decode(text, at, &cp);
        if (cp >= 0x7F && unicode_is_hidden(cp)) {
            if (cp > 0xFFFF)
                strbuf_addf(out, "\\u%04X\\u%04X", 0xD800 + ((cp - 0x10000) >> 10),
                            0xDC00 + (cp & 0x3FF));
            else
                strbuf_addf(out, "\\u%04X", cp);
        } else {
            strbuf_add(out, str_slice(text, at, at + len));
        }
        at += len;
    }
}

static void print(json_t *value, size_t flags, StrBuf *out)
{
    char *text = json_dumps(value, flags | JSON_ENCODE_ANY);

    if (text)
        add_escaped(str_from(text), out);
    strbuf_addc(out, '\n');
    free(text);
    json_decref(value);
}

void json_print(json_t *value, StrBuf *out)
{
    print(value, JSON_INDENT(2) | JSON_REAL_PRECISION(4), out);
}

void json_print_line(json_t *value, StrBuf *out)
{
    print(value, JSON_COMPACT | JSON_REAL_PRECISION(4), out);
}

static const char *code_name(ErrorCode code)
{
    switch (code) {
    case ERR_USAGE:
        return "usage";
    case ERR_NOT_FOUND:
        return "not-found";
    case ERR_STATE:
        return "state";
    case ERR_IO:
        return "io";
    case ERR_INVALID:
        return "invalid";
    case ERR_PIPE:
        return "pipe";
    case ERR_NONE:
        break;
    }
    return "none";
}

void json_error(const Error *err, StrBuf *out)
{
    json_t *inner = json_object();
    json_t *outer = json_object();

    json_object_set_new(inner, "code", json_string(code_name(err->code)));
    json_object_set_new(inner, "message", json_text(str_from(err->message)));
    json_object_set_new(inner, "hint", json_text(str_from(err->hint)));
    json_object_set_new(outer, "error", inner);
    json_print(outer, out);
}
