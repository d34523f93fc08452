#include "lsp/actions.h"

#include <string.h>

#include "base/message.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "check/fix.h"
#include "check/rule.h"
#include "check/suppress.h"
#include "lsp/diagnostics.h"

enum {
    FINDINGS_MAX = 50, /* of one request: a menu ends somewhere */
    QUOTED_MAX = 60,   /* bytes of a text in a title */
};

/* A comment that was offered: one does for all findings of its rule in a block. */
typedef struct Offered {
    const Rule *rule;
    size_t at;
} Offered;

typedef struct Menu {
    const Client *client;
    const Buffer *buffer;
    Arena arena;
    Offered offered[FINDINGS_MAX];
    size_t offered_count;
    json_t *list;
} Menu;

static void add_action(Menu *m, const Finding *finding, const char *title,
                       const Fix *fix, bool best)
{
    RangeCursor cursor = {0};
    const Document *doc = &m->buffer->reading.doc;
    json_t *action =
        json_pack("{s:s, s:s, s:[o], s:o}", "title", title, "kind", "quickfix",
                  "diagnostics", diagnostic_of(m->client, doc, finding, &cursor),
                  "edit", wire_edit(m->client, m->buffer, fix->range, fix->text));

    if (best && m->client->action_preferred)
        json_object_set_new(action, "isPreferred", json_true());
    json_array_append_new(m->list, action);
}

/* A text in one short line. */
static void add_quoted(StrBuf *out, Str text)
{
    Str trimmed = str_trim(text);
    Str cut = utf8_cut(trimmed, QUOTED_MAX);

    unicode_visible(cut, VISIBLE_ONE_LINE, out);
    if (cut.len < trimmed.len)
        strbuf_addz(out, "…");
}

static void fix_title(const Document *doc, const Fix *fix, StrBuf *out)
{
    StrBuf quoted = {0};
    bool removes = fix->kind == FIX_REPLACE && fix->text.len == 0;

    add_quoted(&quoted, removes ? str_range(doc->bytes, fix->range) : fix->text);
    if (quoted.len == 0)
        strbuf_addz(out, _("Fix it"));
    else if (removes)
        message_addf(out, _("Remove “%s”"), strbuf_cstr(&quoted));
    else if (fix->kind == FIX_REPLACE)
        message_addf(out, _("Write “%s”"), strbuf_cstr(&quoted));
    else
        message_addf(out, _("Insert “%s”"), strbuf_cstr(&quoted));
    strbuf_deinit(&quoted);
}

static void offer_fix(Menu *m, const Finding *finding)
{
    StrBuf title = {0};

    if (finding->fix.kind == FIX_NONE)
        return;
    fix_title(&m->buffer->reading.doc, &finding->fix, &title);
    add_action(m, finding, strbuf_cstr(&title), &finding->fix, fix_is_safe(finding));
    strbuf_deinit(&title);
}

static bool was_offered(Menu *m, const Rule *rule, size_t at)
{
    for (size_t i = 0; i < m->offered_count; i++)
        if (m->offered[i].rule == rule && m->offered[i].at == at)
            return true;
    m->offered[m->offered_count++] = (Offered){rule, at};
    return false;
}

/* The reason says what is kept, in the finding's own words, for the person to write
 * the why over it: a word like "reason" would stay, and tell nobody anything. */
static void offer_silence(Menu *m, const Finding *finding)
{
    StrBuf title = {0};
    Fix fix = {0};

    if (!silence_write(&m->buffer->reading.doc, finding, finding->message, &m->arena,
                       &fix) ||
        was_offered(m, finding->rule, fix.range.start))
        return;
    message_addf(&title, _("Silence %s here: then write your reason over ours"),
                 rule_id(finding->rule));
    add_action(m, finding, strbuf_cstr(&title), &fix, false);
    strbuf_deinit(&title);
}

static bool wants_fixes(const json_t *only)
{
    if (!json_is_array(only))
        return true;
    for (size_t i = 0; i < json_array_size(only); i++) {
        const char *kind = json_string_value(json_array_get(only, i));
        if (kind && (strcmp(kind, "quickfix") == 0 || kind[0] == '\0'))
            return true;
    }
    return false;
}

json_t *actions_of(const Client *client, const Buffer *buffer, Range range,
                   const json_t *only)
{
    const Reading *reading = &buffer->reading;
    Menu m = {.client = client, .buffer = buffer, .list = json_array()};
    size_t taken = 0;

    for (size_t i = 0;
         wants_fixes(only) && reading->reported && i < reading->findings.count; i++) {
        const Finding *finding = &reading->findings.items[i];
        if (finding->silenced || finding->range.start > range.end ||
            finding->range.end < range.start || taken++ >= FINDINGS_MAX)
            continue;
        offer_fix(&m, finding);
        offer_silence(&m, finding);
    }
    arena_deinit(&m.arena);
    return m.list;
}
