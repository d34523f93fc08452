#include "lsp/diagnostics.h"

#include "check/rule.h"

static int severity_of(Level level)
{
    switch (level) {
    case LEVEL_ERROR:
        return 1;
    case LEVEL_WARNING:
        return 2;
    default:
        return 3;
    }
}

/* The advice stands under the message: many editors show nothing else. */
static json_t *words_of(const Finding *finding)
{
    StrBuf words = {0};

    strbuf_add(&words, finding->message);
    if (finding->advice.len > 0) {
        strbuf_addc(&words, '\n');
        strbuf_add(&words, finding->advice);
    }
    json_t *value = wire_text(strbuf_view(&words));
    strbuf_deinit(&words);
    return value;
}

json_t *diagnostic_of(const Client *client, const Document *doc, const Finding *finding,
                      RangeCursor *cursor)
{
    return json_pack("{s:o, s:i, s:o, s:s, s:o}", "range",
                     wire_range(client, doc, finding->range, cursor), "severity",
                     severity_of(finding->level), "code", wire_text(finding->rule->id),
                     "source", "prfaq", "message", words_of(finding));
}

json_t *diagnostics_of(const Client *client, const Buffer *buffer)
{
    const Reading *reading = &buffer->reading;
    json_t *list = json_array();
    RangeCursor cursor = {0};

    for (size_t i = 0; reading->reported && i < reading->findings.count; i++) {
        const Finding *finding = &reading->findings.items[i];
        if (!finding->silenced)
            json_array_append_new(
                list, diagnostic_of(client, &reading->doc, finding, &cursor));
    }
    json_t *params = json_pack("{s:s, s:o}", "uri", buffer->uri, "diagnostics", list);
    if (client->diagnostic_versions)
        json_object_set_new(params, "version", json_integer(buffer->version));
    return params;
}
