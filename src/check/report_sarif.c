/* report_sarif.c: Static Analysis Results Interchange Format, version 2.1.0, an OASIS
 * standard (2020-03-27). Paragraphs of it are named with "§". */
#include "base/message.h"
#include "base/utf8.h"
#include "check/fingerprint.h"
#include "check/report_format.h"
#include "check/report_json.h"
#include "check/rule.h"

#define SARIF_SCHEMA                                                                   \
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"              \
    "sarif-schema-2.1.0.json"

static const char *sarif_level(Level level)
{
    switch (level) {
    case LEVEL_ERROR:
        return "error";
    case LEVEL_WARNING:
        return "warning";
    case LEVEL_INFO:
        return "note";
    case LEVEL_OFF:
        break;
    }
    return "none";
}

static json_t *message_value(Str text)
{
    json_t *message = json_object();

    report_put(message, "text", report_string(text));
    return message;
}

/* --- The rules ---------------------------------------------------------- */

static void add_paragraph(StrBuf *out, Str text)
{
    if (text.len == 0)
        return;
    if (out->len > 0)
        strbuf_addz(out, "\n\n");
    strbuf_add(out, text);
}

static void add_example(StrBuf *out, const char *label, Str example)
{
    if (example.len == 0)
        return;
    add_paragraph(out, str_from(label));
    strbuf_addc(out, '\n');
    strbuf_add(out, example);
}

static json_t *help_value(const Rule *rule, Lang lang)
{
    StrBuf text = {0};

    add_paragraph(&text, rule_text(rule)->why[lang]);
    add_example(&text, _("For example, not:"), rule_text(rule)->bad[lang]);
    add_example(&text, _("Better:"), rule_text(rule)->good[lang]);
    if (rule_text(rule)->leaves[lang].len > 0) {
        add_paragraph(&text, str_from(_("Left alone:")));
        strbuf_addc(&text, ' ');
        strbuf_add(&text, rule_text(rule)->leaves[lang]);
    }
    json_t *help = message_value(strbuf_view(&text));
    strbuf_deinit(&text);
    return help;
}

static json_t *rule_value(const Rule *rule, Profile profile)
{
    Lang lang = message_lang() == LANG_KO ? LANG_KO : LANG_EN;
    json_t *object = json_object(), *defaults = json_object();
    json_t *properties = json_object(), *tags = json_array();
    Level level = rule->levels[profile];

    report_put(object, "id", report_string(rule->id));
    report_put(object, "shortDescription", message_value(rule_text(rule)->title[lang]));
    report_put(object, "fullDescription", message_value(rule_text(rule)->why[lang]));
    report_put(object, "help", help_value(rule, lang));
    report_put(defaults, "enabled", json_boolean(level != LEVEL_OFF));
    report_put(defaults, "level", json_string(sarif_level(level)));
    report_put(object, "defaultConfiguration", defaults);
    json_array_append_new(tags, report_string(rule->group));
    report_put(properties, "tags", tags);
    report_put(object, "properties", properties);
    return object;
}

void sarif_begin(const ReportOptions *options, StrBuf *out)
{
    json_t *driver = json_object(), *tool = json_object(), *rules = json_array();

    for (size_t i = 0; i < rule_count(); i++)
        json_array_append_new(rules, rule_value(rule_at(i), options->profile));
    report_put(driver, "name", json_string("prfaq"));
    report_put(driver, "version", json_string(PRFAQ_VERSION));
    report_put(driver, "semanticVersion", json_string(PRFAQ_VERSION));
    report_put(driver, "language",
               json_string(message_lang() == LANG_KO ? "ko" : "en"));
    report_put(driver, "rules", rules);
    report_put(tool, "driver", driver);
    strbuf_addz(out, "{\"$schema\":\"" SARIF_SCHEMA "\",\"version\":\"2.1.0\","
                     "\"runs\":[{\"tool\":");
    report_dump(tool, out);
    /* Place.column counts code points (§3.14.17). */
    strbuf_addz(out, ",\"columnKind\":\"unicodeCodePoints\",\"results\":[");
}

/* --- The findings ------------------------------------------------------- */

static bool is_plain(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '-' || c == '.' || c == '_' || c == '~' || c == '/';
}

/* RFC 3986: bytes of a path are percent-encoded, whatever their encoding is. */
static void add_uri(Str path, StrBuf *out)
{
    if (path.len > 0 && path.ptr[0] == '/')
        strbuf_addz(out, "file://");
    while (str_starts(path, STR("./")))
        path = str_slice(path, 2, path.len);
    for (size_t i = 0; i < path.len; i++) {
        unsigned char c = (unsigned char)path.ptr[i];
        if (is_plain(c))
            strbuf_addc(out, (char)c);
        else
            strbuf_addf(out, "%%%02X", c);
    }
}

static json_t *artifact_value(const ReportFile *file)
{
    Str path = file->relative.len > 0 ? file->relative : file->path;
    json_t *location = json_object();
    StrBuf uri = {0};

    add_uri(path, &uri);
    report_put(location, "uri", report_string(strbuf_view(&uri)));
    if (path.len == 0 || path.ptr[0] != '/')
        report_put(location, "uriBaseId", json_string("%SRCROOT%"));
    strbuf_deinit(&uri);
    return location;
}

/* The places of the finding before: findings come in order. */
typedef struct Spots {
    Place start, end, fix;
} Spots;

static json_t *region_value(const Document *doc, Range range, Place *start, Place *end)
{
    json_t *region = json_object();

    if (doc) {
        document_place_next(doc, range.start, start);
        document_place_next(doc, range.end, end);
    } else {
        *start = *end = (Place){0, 1, 1};
    }
    report_put(region, "startLine", json_integer(start->line));
    report_put(region, "startColumn", json_integer(start->column));
    report_put(region, "endLine", json_integer(end->line));
    report_put(region, "endColumn", json_integer(end->column));
    return region;
}

static json_t *location_value(const ReportFile *file, Range range, Spots *spots)
{
    json_t *place = json_object(), *location = json_object(), *list = json_array();

    report_put(place, "artifactLocation", artifact_value(file));
    report_put(place, "region",
               region_value(file->doc, range, &spots->start, &spots->end));
    report_put(location, "physicalLocation", place);
    json_array_append_new(list, location);
    return list;
}

static json_t *fixes_value(const ReportFile *file, const Finding *finding, Spots *spots)
{
    Lang lang = message_lang() == LANG_KO ? LANG_KO : LANG_EN;
    json_t *replacement = json_object(), *replacements = json_array();
    json_t *change = json_object(), *changes = json_array();
    json_t *fix = json_object(), *fixes = json_array();
    Place end = spots->fix;

    report_put(replacement, "deletedRegion",
               region_value(file->doc, finding->fix.range, &spots->fix, &end));
    report_put(replacement, "insertedContent", message_value(finding->fix.text));
    json_array_append_new(replacements, replacement);
    report_put(change, "artifactLocation", artifact_value(file));
    report_put(change, "replacements", replacements);
    json_array_append_new(changes, change);
    report_put(fix, "description",
               message_value(rule_text(finding->rule)->title[lang]));
    report_put(fix, "artifactChanges", changes);
    json_array_append_new(fixes, fix);
    return fixes;
}

static json_t *suppressions_value(const Finding *finding)
{
    json_t *suppression = json_object(), *list = json_array();
    bool in_text = finding->silencer == SILENCER_COMMENT;

    report_put(suppression, "kind", json_string(in_text ? "inSource" : "external"));
    if (finding->reason.len > 0)
        report_put(suppression, "justification", report_string(finding->reason));
    json_array_append_new(list, suppression);
    return list;
}

static size_t rule_index(const Rule *rule)
{
    return (size_t)(rule - rule_at(0));
}

static json_t *result_message(const Finding *finding)
{
    StrBuf text = {0};

    strbuf_add(&text, finding->message);
    if (finding->advice.len > 0) {
        strbuf_addc(&text, '\n');
        strbuf_add(&text, finding->advice);
    }
    json_t *message = message_value(strbuf_view(&text));
    strbuf_deinit(&text);
    return message;
}

static json_t *result_value(const ReportFile *file, const Finding *finding,
                            Spots *spots)
{
    char digits[FINGERPRINT_DIGITS + 1];
    json_t *result = json_object(), *fingerprints = json_object();

    finding_fingerprint(file->doc, finding, digits);
    report_put(result, "ruleId", report_string(finding->rule->id));
    report_put(result, "ruleIndex",
               json_integer((json_int_t)rule_index(finding->rule)));
    report_put(result, "level", json_string(sarif_level(finding->level)));
    report_put(result, "message", result_message(finding));
    report_put(result, "locations", location_value(file, finding->range, spots));
    report_put(fingerprints, "prfaqSentence/v1", json_string(digits));
    report_put(result, "partialFingerprints", fingerprints);
    if (finding->fix.kind != FIX_NONE && file->doc)
        report_put(result, "fixes", fixes_value(file, finding, spots));
    /* An empty list says: not suppressed (§3.27.23). */
    report_put(result, "suppressions",
               finding->silenced ? suppressions_value(finding) : json_array());
    return result;
}

void sarif_file(const ReportFile *file, const ReportOptions *options, StrBuf *out)
{
    const Findings *f = file->findings;
    Spots spots = {0};

    (void)options;
    for (size_t i = 0; i < f->count; i++) {
        if (i > 0)
            strbuf_addc(out, ',');
        report_dump(result_value(file, &f->items[i], &spots), out);
    }
}

void sarif_end(const ReportOptions *options, const ReportTotals *totals, StrBuf *out)
{
    (void)options;
    (void)totals;
    strbuf_addz(out, "]}]}\n");
}
