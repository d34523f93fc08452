#include "app/rule_page.h"

#include "app/cli.h"
#include "app/cli_json.h"
#include "base/message.h"
#include "base/unicode.h"

enum { ID_CELLS = 26, LABEL_CELLS = 14 };

Lang rule_words(void)
{
    return message_lang() == LANG_KO ? LANG_KO : LANG_EN;
}

typedef struct Word {
    const char *word;
    const char *name; /* N_() */
} Word;

/* clang-format off */
static const Word groups[] = {
    {"structure", N_("Structure")},
    {"length",    N_("Length")},
    {"faq",       N_("Questions and answers")},
    {"wording",   N_("Wording")},
    {"evidence",  N_("Evidence")},
    {"coherence", N_("Coherence")},
    {"process",   N_("Process")},
    {"encoding",  N_("File")},
    {NULL, NULL},
};

static const Word places[] = {
    {"all",            N_("everywhere")},
    {"doc",            N_("the document as a whole")},
    {"pr",             N_("press release")},
    {"faq",            N_("every FAQ")},
    {"external-faq",   N_("external FAQ")},
    {"internal-faq",   N_("internal FAQ")},
    {"headline",       N_("headline")},
    {"subheading",     N_("subheading")},
    {"summary",        N_("summary")},
    {"problem",        N_("problem")},
    {"solution",       N_("solution")},
    {"leader-quote",   N_("leader quote")},
    {"customer-quote", N_("customer quote")},
    {"evidence",       N_("evidence")},
    {"unchanging",     N_("what will not change")},
    {NULL, NULL},
};
/* clang-format on */

static const char *name_in(const Word *words, Str word)
{
    for (; words->word; words++)
        if (str_eq(word, str_from(words->word)))
            return _(words->name);
    return NULL;
}

const char *rule_group_name(Str group)
{
    const char *name = name_in(groups, group);

    return name ? name : group.ptr;
}

void rule_places(const Rule *rule, StrBuf *out)
{
    Str rest = rule->parts, place;

    for (bool first = true; str_next_field(&rest, ',', &place); first = false) {
        const char *name = name_in(places, str_trim(place));
        if (!first)
            strbuf_addz(out, ", ");
        if (name)
            strbuf_addz(out, name);
        else
            strbuf_add(out, place);
    }
}

/* "%2$s" and "%1$d%%" as people read them. */
static void add_filled(Str format, bool *other, StrBuf *out)
{
    for (size_t i = 0; i < format.len; i++) {
        char c = format.ptr[i];
        if (c == '%' && i + 1 < format.len && format.ptr[i + 1] == '%') {
            strbuf_addc(out, '%');
            i++;
        } else if (c == '%' && i + 3 < format.len) {
            strbuf_addz(out, "…");
            i += 3;
        } else {
            strbuf_addc(out, c);
            *other = *other || (unsigned char)c >= 0x80 || (c >= 'A' && c <= 'z');
        }
    }
}

void rule_message(const Rule *rule, Lang lang, StrBuf *out)
{
    StrBuf text = {0};
    bool other = false;

    add_filled(rule->message[lang], &other, &text);
    particles_settle(&text);
    bool quoted_only = str_eq(strbuf_view(&text), STR("“…”: …"));
    if (other && !quoted_only)
        strbuf_add(out, strbuf_view(&text));
    strbuf_deinit(&text);
}

/* --- The list ------------------------------------------------------------ */

static char level_letter(Level level)
{
    static const char letters[] = {'-', 'I', 'W', 'E'};

    return letters[level];
}

void rule_list(StrBuf *out)
{
    Str group = {0};

    for (size_t i = 0; i < rule_count(); i++) {
        const Rule *rule = rule_at(i);
        if (!str_eq(rule->group, group)) {
            strbuf_addf(out, "%s%s\n", i > 0 ? "\n" : "", rule_group_name(rule->group));
            group = rule->group;
        }
        strbuf_addz(out, "  ");
        output_padded(out, rule->id, ID_CELLS - 1);
        for (int p = 0; p < PROFILE_COUNT; p++)
            strbuf_addf(out, " %c", level_letter(rule->levels[p]));
        strbuf_addz(out, "  ");
        strbuf_add(out, rule_text(rule)->title[rule_words()]);
        strbuf_addc(out, '\n');
    }
    strbuf_addc(out, '\n');
    output_wrapped(out, 0, 80,
                   str_from(_("In the profiles default, strict and workshop: E to fix, "
                              "W to look at, I for reference, - off.")));
    output_wrapped(out, 0, 80, str_from(_("About one of them: prfaq rules ID")));
}

/* --- One rule ------------------------------------------------------------ */

/* "Where         text", wrapped behind the label. */
static void add_field(const char *label, Str text, int width, StrBuf *out)
{
    StrBuf lines = {0};
    Str line;
    bool first = true;

    if (text.len == 0)
        return;
    output_wrapped(&lines, 0, width - LABEL_CELLS, text);
    for (Str rest = strbuf_view(&lines); str_next_line(&rest, &line); first = false) {
        output_padded(out, str_from(first ? label : ""), LABEL_CELLS);
        strbuf_add(out, line);
        strbuf_addc(out, '\n');
    }
    strbuf_deinit(&lines);
}

/* Lines of an example stay as they are: Markdown. */
static void add_example(const char *label, Str example, int width, StrBuf *out)
{
    Str line;

    for (bool first = true; str_next_line(&example, &line); first = false)
        if (line.len > 0)
            add_field(first ? label : "", line, width, out);
        else
            strbuf_addc(out, '\n');
}

static void add_levels(const Rule *rule, int width, StrBuf *out)
{
    StrBuf levels = {0};

    for (int p = 0; p < PROFILE_COUNT; p++) {
        if (p > 0)
            strbuf_addz(&levels, ", ");
        strbuf_addf(&levels, "%s (%s)", level_for_people(rule->levels[p]),
                    profile_name((Profile)p));
    }
    add_field(_("Level"), strbuf_view(&levels), width, out);
    strbuf_deinit(&levels);
}

static void add_where(const Rule *rule, int width, StrBuf *out)
{
    StrBuf where = {0};

    rule_places(rule, &where);
    if (str_eq(rule->languages, STR("ko")))
        strbuf_addz(&where, _("; Korean documents only"));
    else if (str_eq(rule->languages, STR("en")))
        strbuf_addz(&where, _("; English documents only"));
    else if (!str_eq(rule->languages, STR("all")))
        strbuf_addz(&where, _("; English and Korean documents"));
    add_field(_("Where"), strbuf_view(&where), width, out);
    strbuf_deinit(&where);
}

static void add_fix(const Rule *rule, int width, StrBuf *out)
{
    StrBuf text = {0};

    if (str_eq(rule->fix, STR("none")))
        strbuf_addz(&text, _("none: only a person can do it"));
    else if (rule_text(rule)->fix_safe)
        strbuf_addz(&text, _("prfaq check DOC --fix"));
    else
        strbuf_addf(&text, _("when asked for: prfaq check DOC --fix --rule %.*s"),
                    STR_ARG(rule->id));
    add_field(_("Fix"), strbuf_view(&text), width, out);
    strbuf_deinit(&text);
}

static void add_code(const char *format, const Rule *rule, StrBuf *out)
{
    strbuf_addz(out, "    ");
    /* Every format of this file has one %.*s. */
    Str before =
        str_slice(str_from(format), 0, str_find(str_from(format), STR("%"), 0));
    Str after = str_from(format + before.len + 1);
    strbuf_add(out, before);
    strbuf_add(out, rule->id);
    strbuf_add(out, after);
    strbuf_addc(out, '\n');
}

static void add_silencing(const Rule *rule, StrBuf *out)
{
    strbuf_addc(out, '\n');
    if (str_eq(rule->group, STR("encoding")) && !str_eq(rule->id, STR("hanja")) &&
        !str_eq(rule->id, STR("suppression-invalid"))) {
        strbuf_addf(out, "%s\n",
                    _("It cannot be silenced: the file itself is damaged."));
        return;
    }
    strbuf_addf(out, "%s\n", _("To silence it, on a line above the paragraph:"));
    add_code("<!-- prfaq-ok %: REASON -->", rule, out);
    strbuf_addf(out, "%s\n", _("from here on, until prfaq-on or the end:"));
    add_code("<!-- prfaq-off %: REASON -->", rule, out);
    strbuf_addf(out, "%s\n", _("in one document NAME, in .prfaq/config:"));
    strbuf_addz(out, "    [document \"NAME\"]\n");
    add_code("    rule-% = off: REASON", rule, out);
    strbuf_addf(out, "%s\n", _("in the whole workspace:"));
    add_code("prfaq config set rule.% \"off: REASON\" --workspace", rule, out);
}

void rule_page(const Rule *rule, int width, StrBuf *out)
{
    Lang lang = rule_words();
    StrBuf says = {0};

    strbuf_addf(out, "%.*s: %.*s\n\n", STR_ARG(rule->id),
                STR_ARG(rule_text(rule)->title[lang]));
    output_wrapped(out, 0, width, rule_text(rule)->why[lang]);
    strbuf_addc(out, '\n');
    /* A rule about Korean alone has Korean examples. */
    Lang shown = rule_text(rule)->bad[lang].len > 0 ? lang
                 : lang == LANG_EN                  ? LANG_KO
                                                    : LANG_EN;
    if (rule_text(rule)->bad[shown].len > 0) {
        add_example(_("Not"), rule_text(rule)->bad[shown], width, out);
        strbuf_addc(out, '\n');
        add_example(_("Better"), rule_text(rule)->good[shown], width, out);
        strbuf_addc(out, '\n');
    }
    rule_message(rule, lang, &says);
    add_field(_("It says"), strbuf_view(&says), width, out);
    add_levels(rule, width, out);
    add_where(rule, width, out);
    add_field(_("Left alone"), rule_text(rule)->leaves[lang], width, out);
    add_fix(rule, width, out);
    add_silencing(rule, out);
    strbuf_deinit(&says);
}

/* --- For programs -------------------------------------------------------- */

static json_t *both(const Str words[2])
{
    json_t *o = json_object();

    json_object_set_new(o, "en", json_text(words[LANG_EN]));
    json_object_set_new(o, "ko", json_text(words[LANG_KO]));
    return o;
}

static json_t *list_of(Str commas)
{
    json_t *list = json_array();
    Str word;

    while (str_next_field(&commas, ',', &word))
        json_array_append_new(list, json_text(str_trim(word)));
    return list;
}

static json_t *rule_value(const Rule *rule)
{
    json_t *o = json_object(), *levels = json_object();

    for (int p = 0; p < PROFILE_COUNT; p++)
        json_object_set_new(levels, profile_name((Profile)p),
                            json_string(level_name(rule->levels[p])));
    json_object_set_new(o, "id", json_text(rule->id));
    json_object_set_new(o, "group", json_text(rule->group));
    json_object_set_new(o, "title", both(rule_text(rule)->title));
    json_object_set_new(o, "why", both(rule_text(rule)->why));
    json_object_set_new(o, "levels", levels);
    json_object_set_new(o, "parts", list_of(rule->parts));
    json_object_set_new(o, "languages", list_of(rule->languages));
    json_object_set_new(o, "fix", json_text(rule->fix));
    json_object_set_new(o, "fix_safe", json_boolean(rule_text(rule)->fix_safe));
    json_object_set_new(o, "message", both(rule->message));
    json_object_set_new(o, "leaves_alone", both(rule_text(rule)->leaves));
    json_object_set_new(o, "bad", both(rule_text(rule)->bad));
    json_object_set_new(o, "good", both(rule_text(rule)->good));
    json_object_set_new(o, "definition", json_text(rule->definition));
    return o;
}

void rule_json(const Rule *only, StrBuf *out)
{
    json_t *o = json_document("rules");
    json_t *rules = json_array();

    for (size_t i = 0; i < rule_count(); i++)
        if (!only || rule_at(i) == only)
            json_array_append_new(rules, rule_value(rule_at(i)));
    json_object_set_new(o, "rules", rules);
    json_print(o, out);
}
