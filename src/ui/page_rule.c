/* What a rule is for, with a bad and a good example, and how to silence it. */
#include "base/message.h"
#include "check/rule.h"
#include "check/suppress.h"
#include "ui/page.h"

static void heading(PageBuilder *b, const char *text)
{
    page_blank(b);
    page_addz(b, STYLE_TITLE, text);
    page_end(b, 0);
}

static void lines(PageBuilder *b, Style style, Str text)
{
    Str line;

    while (str_next_line(&text, &line)) {
        page_addz(b, STYLE_TEXT, "  ");
        page_add(b, style, line);
        page_end(b, 2);
    }
}

static void section(PageBuilder *b, const char *title, Style style, Str text)
{
    if (text.len == 0)
        return;
    heading(b, title);
    lines(b, style, text);
}

static void silencing(const Rule *rule, PageBuilder *b)
{
    StrBuf comment = {0};

    heading(b, _("To silence it"));
    if (!rule_is_silenceable(rule)) {
        lines(b, STYLE_TEXT,
              str_from(_("It is about the bytes of the file and cannot be silenced.")));
        return;
    }
    strbuf_addf(&comment, "<!-- prfaq-ok %s: %s -->", rule_id(rule), _("reason"));
    lines(b, STYLE_TEXT,
          str_from(_("In the text, for the paragraph below it; S in the list of checks "
                     "or in the box of a check writes it:")));
    lines(b, STYLE_CODE, strbuf_view(&comment));
    strbuf_clear(&comment);
    strbuf_addf(&comment, "prfaq config rule.%s \"off: %s\"", rule_id(rule),
                _("reason"));
    lines(b, STYLE_TEXT, str_from(_("In the settings, for every document:")));
    lines(b, STYLE_CODE, strbuf_view(&comment));
    strbuf_deinit(&comment);
}

static void levels(const Rule *rule, PageBuilder *b)
{
    StrBuf line = {0};

    for (int p = 0; p < PROFILE_COUNT; p++)
        strbuf_addf(&line, "%s%s: %s", p ? "   " : "", profile_name((Profile)p),
                    level_for_people(rule->levels[p]));
    section(b, _("Level by profile"), STYLE_TEXT, strbuf_view(&line));
    strbuf_deinit(&line);
}

void page_build_rule(const Model *m, PageBuilder *b)
{
    const Rule *rule = m->rule;
    Lang lang = message_lang() == LANG_KO ? LANG_KO : LANG_EN;

    page_add(b, STYLE_BOLD,
             rule_text(rule)->title[lang].len ? rule_text(rule)->title[lang]
                                              : rule->id);
    page_end(b, 0);
    section(b, _("Why"), STYLE_TEXT, rule_text(rule)->why[lang]);
    section(b, _("A bad one"), STYLE_REMOVED, rule_text(rule)->bad[lang]);
    section(b, _("A good one"), STYLE_ADDED, rule_text(rule)->good[lang]);
    section(b, _("Left alone"), STYLE_TEXT, rule_text(rule)->leaves[lang]);
    levels(rule, b);
    silencing(rule, b);
}
