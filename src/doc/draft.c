#include "doc/template.h"

#include "base/unicode.h"
#include "base/utf8.h"

/* A number or a date, by its characters. */
static bool looks_numeric(Str s)
{
    static const char letters[] = "0123456789+-.:_eExXoabcdfABCDFTZ ";

    if (str_find_byte(STR("0123456789+-."), s.ptr[0], 0) == STR_NONE)
        return false;
    for (size_t i = 0; i < s.len; i++)
        if (str_find_byte(str_from(letters), s.ptr[i], 0) == STR_NONE)
            return false;
    return true;
}

/* Would YAML read this plain scalar as something else than this string?
 * Source: YAML 1.2, 7.3.3 and 10.3, and the words of YAML 1.1 that are no
 * strings there. Rather one pair of quotes too many. */
static bool needs_quotes(Str s)
{
    static const char *const words[] = {"true", "false", "yes", "no", "on",
                                        "off",  "null",  "y",   "n",  ".inf",
                                        ".nan", "~",     "---", "..."};
    static const char openers[] = "-?:,[]{}#&*!|>'\"%@`=<";
    uint32_t cp = 0;

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (str_eq_nocase(s, str_from(words[i])))
            return true;
    if (str_find_byte(str_from(openers), s.ptr[0], 0) != STR_NONE || looks_numeric(s))
        return true;
    for (size_t at = 0; at < s.len;) {
        size_t next = at + utf8_decode(s, at, &cp);
        bool ends = next == s.len || s.ptr[next] == ' ';
        bool comment = cp == '#' && at > 0 && s.ptr[at - 1] == ' ';
        if ((cp == ':' && ends) || comment || cp == UTF8_BAD || unicode_is_hidden(cp))
            return true;
        at = next;
    }
    return false;
}

static void add_quoted(Str s, StrBuf *out)
{
    uint32_t cp = 0;

    strbuf_addc(out, '"');
    for (size_t at = 0; at < s.len;) {
        size_t len = utf8_decode(s, at, &cp);
        if (cp == '"' || cp == '\\')
            strbuf_addf(out, "\\%c", (int)cp);
        else if (cp == UTF8_BAD)
            utf8_append(out, 0xFFFD);
        else if (unicode_is_hidden(cp))
            strbuf_addf(out, "\\U%08X", (unsigned)cp);
        else
            strbuf_add(out, str_slice(s, at, at + len));
        at += len;
    }
    strbuf_addc(out, '"');
}

static void add_key(const char *key, Str value, StrBuf *out)
{
    value = str_trim(value);
    if (value.len == 0)
        return;
    strbuf_addf(out, "%s: ", key);
    if (needs_quotes(value))
        add_quoted(value, out);
    else
        strbuf_add(out, value);
    strbuf_addc(out, '\n');
}

static void add_front_matter(const Template *t, const DraftAnswers *answers,
                             StrBuf *out)
{
    strbuf_addz(out, "---\n");
    add_key("template", t->id, out);
    strbuf_addf(out, "template-version: %d\n", t->version);
    add_key("lang", str_from(lang_code(t->lang)), out);
    add_key("title", answers->title, out);
    add_key("customer", answers->customer, out);
    add_key("product", answers->product, out);
    add_key("company", answers->company, out);
    add_key("origin", answers->origin, out);
    add_key("stage", STR("draft"), out);
    add_key("tags", answers->tags.len ? answers->tags : t->tags, out);
    add_key("owner", answers->owner, out);
    strbuf_addz(out, "---\n");
}

/* One line: what would break it becomes a space. */
static void add_one_line(Str s, StrBuf *out)
{
    for (size_t i = 0; i < s.len; i++)
        strbuf_addc(out, s.ptr[i] == '\n' || s.ptr[i] == '\r' ? ' ' : s.ptr[i]);
}

static void add_title(Str title, StrBuf *out)
{
    title = str_trim(title);
    if (title.len == 0)
        return;
    strbuf_addz(out, "\n# ");
    add_one_line(title, out);
    strbuf_addc(out, '\n');
}

static void add_starters(const Template *t, const PartSpec *spec,
                         const QuestionBank *bank, Str tags, StrBuf *out)
{
    for (size_t i = 0; i < spec->starters.count; i++) {
        const BankQuestion *row = questions_find(bank, spec->starters.items[i]);
        if (!row || !starter_applies(row, tags))
            continue;
        strbuf_addf(out, "\n<!-- prfaq-q: %.*s -->\n", STR_ARG(row->id));
        strbuf_addf(out, "**Q. %.*s**\n\nA.\n", STR_ARG(row->text[t->lang]));
    }
}

void document_draft(const Template *t, const QuestionBank *bank,
                    const DraftAnswers *answers, StrBuf *out)
{
    Str tags = answers->tags.len ? answers->tags : t->tags;

    add_front_matter(t, answers, out);
    add_title(answers->title, out);
    for (size_t i = 0; i < t->spec_count; i++) {
        const PartSpec *spec = &t->specs[i];
        if (!spec->required)
            continue;
        strbuf_addf(out, "\n## %.*s\n", STR_ARG(spec->title));
        strbuf_addf(out, "<!-- prfaq-id: %.*s -->\n", STR_ARG(spec->id));
        /* Elsewhere an empty line to write in, with its blank line above. */
        if (spec->style == PART_STYLE_QA)
            add_starters(t, spec, bank, tags, out);
        else
            strbuf_addz(out, "\n\n");
    }
}

bool starter_applies(const BankQuestion *row, Str tags)
{
    Str rest = row->tags, tag = {0};
    bool bound = false;

    while (str_next_field(&rest, ',', &tag)) {
        tag = str_trim(tag);
        if (!tag_is_kind(tag))
            continue;
        if (tag_in(tags, tag))
            return true;
        bound = true;
    }
    return !bound;
}
