/* rule_docs.c: the rules as a page of docs/ and as a manual page, in English. */
#include "app/rule_page.h"

#include "check/run.h"

static void add_escaped(Str text, StrBuf *out)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '<' || c == '*' || c == '_' || c == '[' || c == '`' || c == '|')
            strbuf_addc(out, '\\');
        strbuf_addc(out, c);
    }
}

/* As a block of code: examples are Markdown themselves. */
static void add_code(const char *label, Str example, StrBuf *out)
{
    Str line;

    strbuf_addf(out, "%s:\n\n", label);
    while (str_next_line(&example, &line)) {
        strbuf_addz(out, line.len > 0 ? "    " : "");
        strbuf_add(out, line);
        strbuf_addc(out, '\n');
    }
    strbuf_addc(out, '\n');
}

static const char *fix_words(const Rule *rule)
{
    if (str_eq(rule->fix, STR("none")))
        return "none";
    return rule_text(rule)->fix_safe ? "`--fix`" : "`--fix --rule ID`";
}

static void add_sentence(const char *label, Str text, StrBuf *out)
{
    if (text.len == 0 || str_eq(text, STR("none")) || str_eq(text, STR("none seen")))
        return;
    strbuf_addf(out, " *%s:* ", label);
    add_escaped(text, out);
    if (!str_ends(text, STR(".")))
        strbuf_addc(out, '.');
}

static void add_rule(const Rule *rule, StrBuf *out)
{
    strbuf_addf(out, "#### %.*s\n\n**", STR_ARG(rule->id));
    add_escaped(rule_text(rule)->title[LANG_EN], out);
    strbuf_addz(out, ".** ");
    add_escaped(rule_text(rule)->why[LANG_EN], out);
    strbuf_addf(out, "\n\n%s / %s / %s; %.*s; languages: %.*s; fix: %s.\n\n",
                level_name(rule->levels[PROFILE_DEFAULT]),
                level_name(rule->levels[PROFILE_STRICT]),
                level_name(rule->levels[PROFILE_WORKSHOP]), STR_ARG(rule->parts),
                STR_ARG(rule->languages), fix_words(rule));
    add_escaped(rule->definition, out);
    add_sentence("Avoids", rule->false_positives, out);
    add_sentence("Precision", rule->precision, out);
    strbuf_addz(out, "\n\n");
    Lang lang = rule_text(rule)->bad[LANG_EN].len > 0 ? LANG_EN : LANG_KO;
    if (rule_text(rule)->bad[lang].len > 0) {
        add_code("Not", rule_text(rule)->bad[lang], out);
        add_code("Better", rule_text(rule)->good[lang], out);
    }
}

static Str title_case(Str group, Arena *arena)
{
    Str copy = arena_str(arena, group);
    char *first = arena_alloc(arena, group.len + 1);

    memcpy(first, copy.ptr, group.len);
    first[0] = (char)(first[0] - 'a' + 'A');
    return (Str){first, group.len};
}

static size_t group_size(Str group)
{
    size_t count = 0;

    for (size_t i = 0; i < rule_count(); i++)
        count += str_eq(rule_at(i)->group, group);
    return count;
}

static void add_counts(StrBuf *out)
{
    strbuf_addf(out, "### Count\n\n%zu rules.", rule_count());
    for (int p = 0; p < PROFILE_COUNT; p++) {
        int counts[LEVEL_ERROR + 1] = {0};
        for (size_t i = 0; i < rule_count(); i++)
            counts[rule_at(i)->levels[p]]++;
        strbuf_addf(out, " In %s: %d error, %d warning, %d info, %d off.",
                    profile_name((Profile)p), counts[LEVEL_ERROR],
                    counts[LEVEL_WARNING], counts[LEVEL_INFO], counts[LEVEL_OFF]);
    }
    strbuf_addc(out, '\n');
}

void rule_markdown(StrBuf *out)
{
    Arena arena = {0};
    Str group = {0};

    for (size_t i = 0; i < rule_count(); i++) {
        const Rule *rule = rule_at(i);
        if (!str_eq(rule->group, group)) {
            group = rule->group;
            strbuf_addf(out, "### %s (%zu)\n\n", title_case(group, &arena).ptr,
                        group_size(group));
        }
        add_rule(rule, out);
    }
    add_counts(out);
    arena_deinit(&arena);
}

/* --- prfaq-rules(7) ------------------------------------------------------ */

static void add_troff(Str text, StrBuf *out)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if ((c == '.' || c == '\'') && (i == 0 || text.ptr[i - 1] == '\n'))
            strbuf_addz(out, "\\&");
        if (c == '\\')
            strbuf_addz(out, "\\e");
        else if (c == '-')
            strbuf_addz(out, "\\-");
        else
            strbuf_addc(out, c);
    }
}

static void add_troff_example(const char *label, Str example, StrBuf *out)
{
    Str line;

    strbuf_addf(out, ".IP\n%s:\n.nf\n", label);
    while (str_next_line(&example, &line)) {
        strbuf_addz(out, "    ");
        add_troff(line, out);
        strbuf_addc(out, '\n');
    }
    strbuf_addz(out, ".fi\n");
}

static void add_troff_rule(const Rule *rule, StrBuf *out)
{
    strbuf_addz(out, ".TP\n\\fB");
    add_troff(rule->id, out);
    strbuf_addz(out, "\\fR\n");
    add_troff(rule_text(rule)->title[LANG_EN], out);
    strbuf_addz(out, ".\n");
    add_troff(rule_text(rule)->why[LANG_EN], out);
    strbuf_addf(out, "\n.br\n%s, %s, %s; fix: %s.\n",
                level_name(rule->levels[PROFILE_DEFAULT]),
                level_name(rule->levels[PROFILE_STRICT]),
                level_name(rule->levels[PROFILE_WORKSHOP]),
                str_eq(rule->fix, STR("none")) ? "none"
                : rule_text(rule)->fix_safe    ? "\\-\\-fix"
                                               : "\\-\\-fix \\-\\-rule ID");
    Lang lang = rule_text(rule)->bad[LANG_EN].len > 0 ? LANG_EN : LANG_KO;
    if (rule_text(rule)->bad[lang].len > 0) {
        add_troff_example("Not", rule_text(rule)->bad[lang], out);
        add_troff_example("Better", rule_text(rule)->good[lang], out);
    }
}

void rule_manual(StrBuf *out)
{
    Str group = {0};

    for (size_t i = 0; i < rule_count(); i++) {
        const Rule *rule = rule_at(i);
        if (!str_eq(rule->group, group)) {
            group = rule->group;
            strbuf_addz(out, ".SH ");
            for (size_t k = 0; k < group.len; k++)
                strbuf_addc(out, (char)(group.ptr[k] - 'a' + 'A'));
            strbuf_addc(out, '\n');
        }
        add_troff_rule(rule, out);
    }
}
