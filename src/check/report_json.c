/* report_json.c: docs/schema/check-1.json. */
#include <assert.h>
#include <jansson.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "check/fingerprint.h"
#include "check/report.h"
#include "check/rule.h"

/* Names of files are bytes; what is no UTF-8 in them becomes U+FFFD. */
static json_t *text(Str s)
{
    StrBuf clean = {0};
    uint32_t cp;

    if (!utf8_valid(s, NULL)) {
        for (size_t at = 0; at < s.len;) {
            at += utf8_decode(s, at, &cp);
            utf8_append(&clean, cp == UTF8_BAD ? 0xFFFD : cp);
        }
        s = strbuf_view(&clean);
    }
    json_t *value = json_stringn(s.len ? s.ptr : "", s.len);
    assert(value);
    strbuf_deinit(&clean);
    return value;
}

static void set(json_t *object, const char *key, json_t *value)
{
    int failed = json_object_set_new(object, key, value);
    assert(!failed);
    (void)failed;
}

/* The places of the finding before: findings come in order. */
typedef struct Places {
    Place start, end;
} Places;

static void set_place(json_t *object, const char *prefix, const Document *doc,
                      size_t offset, Place *place)
{
    char key[32];

    if (doc)
        document_place_next(doc, offset, place);
    snprintf(key, sizeof key, "%sline", prefix);
    set(object, key, json_integer(doc ? place->line : 1));
    snprintf(key, sizeof key, "%scolumn", prefix);
    set(object, key, json_integer(doc ? place->column : 1));
}

static json_t *fix_value(const Fix *fix)
{
    static const char *const kinds[] = {"none", "replace", "insert"};
    json_t *object = json_object();

    if (fix->kind == FIX_NONE)
        return json_decref(object), json_null();
    set(object, "kind", json_string(kinds[fix->kind]));
    set(object, "offset", json_integer((json_int_t)fix->range.start));
    set(object, "end_offset", json_integer((json_int_t)fix->range.end));
    set(object, "text", text(fix->text));
    return object;
}

static json_t *part_value(const Document *doc, const Finding *finding)
{
    if (!doc || finding->part == NO_INDEX)
        return json_null();
    const Part *part = &doc->parts[finding->part];
    return text(part->id.len ? part->id : str_from(part_kind_name(part->kind)));
}

static json_t *finding_value(const ReportFile *file, const Finding *finding,
                             Places *places)
{
    char fingerprint[FINGERPRINT_DIGITS + 1];
    json_t *object = json_object();

    finding_fingerprint(file->doc, finding, fingerprint);
    set(object, "rule", text(finding->rule->id));
    set(object, "level", json_string(level_name(finding->level)));
    set(object, "part", part_value(file->doc, finding));
    set(object, "file", text(file->path));
    set_place(object, "", file->doc, finding->range.start, &places->start);
    set_place(object, "end_", file->doc, finding->range.end, &places->end);
    set(object, "offset", json_integer((json_int_t)finding->range.start));
    set(object, "end_offset", json_integer((json_int_t)finding->range.end));
    set(object, "message", text(finding->message));
    set(object, "advice", text(finding->advice));
    set(object, "fix", fix_value(&finding->fix));
    set(object, "fingerprint", json_string(fingerprint));
    set(object, "silenced", finding->silenced ? text(finding->reason) : json_null());
    return object;
}

static void dump(json_t *value, StrBuf *out)
{
    char *bytes = json_dumps(value, JSON_COMPACT);

    assert(bytes);
    strbuf_addz(out, bytes);
    strbuf_addc(out, '\n');
    free(bytes);
    json_decref(value);
}

void report_json(const ReportFile *files, size_t count, StrBuf *out)
{
    json_t *root = json_object(), *findings = json_array(), *counts = json_object();
    json_int_t errors = 0, warnings = 0, infos = 0, silenced = 0;

    for (size_t i = 0; i < count; i++) {
        const Findings *f = files[i].findings;
        Places places = {0};
        for (size_t j = 0; j < f->count; j++)
            json_array_append_new(findings,
                                  finding_value(&files[i], &f->items[j], &places));
        errors += f->errors;
        warnings += f->warnings;
        infos += f->infos;
        silenced += f->silenced;
    }
    set(root, "schema", json_string("prfaq/check/1"));
    set(root, "findings", findings);
    set(counts, "error", json_integer(errors));
    set(counts, "warning", json_integer(warnings));
    set(counts, "info", json_integer(infos));
    set(counts, "silenced", json_integer(silenced));
    set(root, "counts", counts);
    set(root, "ready", json_boolean(errors == 0));
    dump(root, out);
}

void report_json_lines(const ReportFile *files, size_t count, StrBuf *out)
{
    for (size_t i = 0; i < count; i++) {
        const Findings *f = files[i].findings;
        Places places = {0};
        for (size_t j = 0; j < f->count; j++)
            dump(finding_value(&files[i], &f->items[j], &places), out);
    }
}
