#include "lsp/hover.h"

#include <string.h>

#include "base/message.h"
#include "check/rule.h"
#include "check/suppress.h"

enum { SHOWN_MAX = 4 }; /* findings in one hover: more is a page, not a hint */

typedef struct Page {
    StrBuf text;
    bool markdown;
} Page;

/* Words that Markdown shall leave alone. */
static void add_words(Page *p, Str words)
{
    for (size_t i = 0; i < words.len; i++) {
        if (p->markdown && words.ptr[i] && strchr("\\`*_{}[]<>#|~&", words.ptr[i]))
            strbuf_addc(&p->text, '\\');
        strbuf_addc(&p->text, words.ptr[i]);
    }
}

static void end_paragraph(Page *p)
{
    strbuf_addz(&p->text, "\n\n");
}

static void add_paragraph(Page *p, Str words)
{
    if (words.len == 0)
        return;
    add_words(p, words);
    end_paragraph(p);
}

/* An example as it is written, under its heading. */
static void add_example(Page *p, const char *heading, Str example)
{
    if (example.len == 0)
        return;
    add_words(p, str_from(heading));
    strbuf_addz(&p->text, p->markdown ? "\n```text\n" : "\n");
    strbuf_add(&p->text, str_trim_end(example));
    strbuf_addz(&p->text, p->markdown ? "\n```\n" : "");
    end_paragraph(p);
}

static void add_code(Page *p, Str code)
{
    const char *quote = p->markdown ? "`" : "";

    strbuf_addz(&p->text, quote);
    strbuf_add(&p->text, code);
    strbuf_addz(&p->text, quote);
}

static void add_silencing(Page *p, const Rule *rule)
{
    StrBuf comment = {0};

    if (!rule_is_silenceable(rule))
        return;
    /* TRANSLATORS: in place of the reason in an example comment */
    strbuf_addf(&comment, "<!-- prfaq-ok %s: %s -->", rule_id(rule), _("REASON"));
    add_words(p, str_from(_("To silence it, write on a line of its own before:")));
    strbuf_addc(&p->text, ' ');
    add_code(p, strbuf_view(&comment));
    end_paragraph(p);
    strbuf_deinit(&comment);
}

static void add_finding(Page *p, const Finding *finding)
{
    const Rule *rule = finding->rule;
    Lang words = message_lang() == LANG_KO ? LANG_KO : LANG_EN;

    if (p->markdown)
        strbuf_addz(&p->text, "**");
    add_words(p, finding->message);
    if (p->markdown)
        strbuf_addz(&p->text, "**");
    end_paragraph(p);
    add_paragraph(p, finding->advice);
    add_paragraph(p, rule_text(rule)->why[words]);
    add_example(p, _("Not so:"), rule_text(rule)->bad[words]);
    add_example(p, _("But so:"), rule_text(rule)->good[words]);
    add_silencing(p, rule);
    add_words(p, str_from(level_for_people(finding->level)));
    strbuf_addz(&p->text, " · ");
    add_code(p, rule->id);
}

static bool stands_at(const Finding *finding, size_t offset)
{
    return finding->range.start <= offset &&
           (offset < finding->range.end || offset == finding->range.start);
}

json_t *hover_of(const Client *client, const Buffer *buffer, size_t offset)
{
    const Reading *reading = &buffer->reading;
    Page p = {.markdown = client->markdown};
    const Finding *first = NULL;
    RangeCursor cursor = {0};
    int shown = 0;

    for (size_t i = 0; reading->reported && i < reading->findings.count; i++) {
        const Finding *finding = &reading->findings.items[i];
        if (finding->silenced || !stands_at(finding, offset) || shown == SHOWN_MAX)
            continue;
        if (shown++ > 0)
            strbuf_addz(&p.text, "\n\n---\n\n");
        else
            first = finding;
        add_finding(&p, finding);
    }
    json_t *value = NULL;
    if (first)
        value = json_pack("{s:{s:s, s:o}, s:o}", "contents", "kind",
                          p.markdown ? "markdown" : "plaintext", "value",
                          wire_text(strbuf_view(&p.text)), "range",
                          wire_range(client, &reading->doc, first->range, &cursor));
    strbuf_deinit(&p.text);
    return value;
}
