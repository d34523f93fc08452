/* report_json.c: docs/schema/check-1.json. */
#include <assert.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "check/fingerprint.h"
#include "check/report_format.h"
#include "check/report_json.h"
#include "check/rule.h"

/* Names of files are bytes; what is no UTF-8 in them becomes U+FFFD. */
json_t *report_string(Str s)
{
    StrBuf clean = {0};

    if (!utf8_valid(s, NULL)) {
        utf8_clean(s, &clean);
        s = strbuf_view(&clean);
    }
    json_t *value = json_stringn(s.len ? s.ptr : "", s.len);
    assert(value);
    strbuf_deinit(&clean);
    return value;
}

void report_put(json_t *object, const char *key, json_t *value)
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
    report_put(object, key, json_integer(doc ? place->line : 1));
    snprintf(key, sizeof key, "%scolumn", prefix);
    report_put(object, key, json_integer(doc ? place->column : 1));
}

static json_t *fix_value(const Fix *fix)
{
    static const char *const kinds[] = {"none", "replace", "insert"};
    json_t *object = json_object();

    if (fix->kind == FIX_NONE)
        return json_decref(object), json_null();
    report_put(object, "kind", json_string(kinds[fix->kind]));
    report_put(object, "offset", json_integer((json_int_t)fix->range.start));
    report_put(object, "end_offset", json_integer((json_int_t)fix->range.end));
    report_put(object, "text", report_string(fix->text));
    return object;
}

static json_t *part_value(const Document *doc, const Finding *finding)
{
    if (!doc || finding->part == NO_INDEX)
        return json_null();
    const Part *part = &doc->parts[finding->part];
    return report_string(part->id.len ? part->id
                                      : str_from(part_kind_name(part->kind)));
}

static json_t *finding_value(const ReportFile *file, const Finding *finding,
                             Places *places)
{
    char fingerprint[FINGERPRINT_DIGITS + 1];
    json_t *object = json_object();

    finding_fingerprint(file->doc, finding, fingerprint);
    report_put(object, "rule", report_string(finding->rule->id));
    report_put(object, "level", json_string(level_name(finding->level)));
    report_put(object, "part", part_value(file->doc, finding));
    report_put(object, "file", report_string(file->path));
    set_place(object, "", file->doc, finding->range.start, &places->start);
    set_place(object, "end_", file->doc, finding->range.end, &places->end);
    report_put(object, "offset", json_integer((json_int_t)finding->range.start));
    report_put(object, "end_offset", json_integer((json_int_t)finding->range.end));
    report_put(object, "message", report_string(finding->message));
    report_put(object, "advice", report_string(finding->advice));
    report_put(object, "fix", fix_value(&finding->fix));
    report_put(object, "fingerprint", json_string(fingerprint));
    report_put(object, "silenced",
               finding->silenced ? report_string(finding->reason) : json_null());
    report_put(object, "silenced_by",
               finding->silenced ? json_string(silencer_name(finding->silencer))
                                 : json_null());
    return object;
}

void report_dump(json_t *value, StrBuf *out)
{
    char *bytes = json_dumps(value, JSON_COMPACT);

    assert(bytes);
    strbuf_addz(out, bytes);
    free(bytes);
    json_decref(value);
}

void json_begin(const ReportOptions *options, StrBuf *out)
{
    (void)options;
    strbuf_addz(out, "{\"schema\":\"prfaq/check/1\",\"findings\":[");
}

void json_file(const ReportFile *file, const ReportOptions *options, StrBuf *out)
{
    const Findings *f = file->findings;
    Places places = {0};

    (void)options;
    for (size_t i = 0; i < f->count; i++) {
        if (i > 0)
            strbuf_addc(out, ',');
        report_dump(finding_value(file, &f->items[i], &places), out);
    }
}

static void add_since(const ReportOptions *options, const ReportTotals *totals,
                      StrBuf *out)
{
    json_t *since = json_object();

    report_put(since, "revision", report_string(options->since));
    report_put(since, "new",
               json_integer(totals->errors + totals->warnings + totals->infos));
    report_put(since, "gone", json_integer(totals->gone));
    strbuf_addz(out, ",\"since\":");
    report_dump(since, out);
}

void json_end(const ReportOptions *options, const ReportTotals *totals, StrBuf *out)
{
    json_t *counts = json_object();

    report_put(counts, "error", json_integer(totals->errors));
    report_put(counts, "warning", json_integer(totals->warnings));
    report_put(counts, "info", json_integer(totals->infos));
    report_put(counts, "silenced", json_integer(totals->silenced));
    strbuf_addz(out, "],\"counts\":");
    report_dump(counts, out);
    if (totals->factor > 0)
        strbuf_addf(out, ",\"factor\":%d", totals->factor);
    if (options->since.len > 0)
        add_since(options, totals, out);
    strbuf_addf(out, ",\"ready\":%s,\"fail_on\":\"%s\",\"failed\":%s}\n",
                totals->unready ? "false" : "true",
                options->fail_on == LEVEL_OFF ? "never" : level_name(options->fail_on),
                report_failing(totals, options->fail_on) > 0 ? "true" : "false");
}

void json_lines_file(const ReportFile *file, const ReportOptions *options, StrBuf *out)
{
    const Findings *f = file->findings;
    Places places = {0};

    (void)options;
    for (size_t i = 0; i < f->count; i++) {
        report_dump(finding_value(file, &f->items[i], &places), out);
        strbuf_addc(out, '\n');
    }
}
