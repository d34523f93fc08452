#include "doc/template.h"

#include <assert.h>
#include <stddef.h>
#include <stdint.h>

#include "base/message.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "doc/template_reader.h"

/* What the value of a key may be. */
typedef enum FieldType {
    FIELD_TEXT,
    FIELD_ID,
    FIELD_COUNT,  /* a whole number */
    FIELD_COUNTS, /* "N" or "A-B", into two numbers */
    FIELD_YES_NO,
    FIELD_YES,
    FIELD_LANG,
    FIELD_UNIT,
    FIELD_REGISTER,
    FIELD_TAGS,
    FIELD_IDS,
    FIELD_KIND,
    FIELD_REGION,
    FIELD_STYLE,
} FieldType;

typedef struct Field {
    const char *key;
    FieldType type;
    bool required;
    size_t at; /* of the member it fills */
} Field;

/* clang-format off */
static const Field front_fields[] = {
    {"template",       FIELD_ID,       true,  offsetof(Template, id)},
    {"lang",           FIELD_LANG,     true,  offsetof(Template, lang)},
    {"version",        FIELD_COUNT,    true,  offsetof(Template, version)},
    {"name",           FIELD_TEXT,     true,  offsetof(Template, name)},
    {"name.en",        FIELD_TEXT,     false, offsetof(Template, names[LANG_EN])},
    {"name.ko",        FIELD_TEXT,     false, offsetof(Template, names[LANG_KO])},
    {"page-limit",     FIELD_COUNT,    true,  offsetof(Template, page_limit)},
    {"pr-min",         FIELD_COUNT,    false, offsetof(Template, pr_min)},
    {"pr-max",         FIELD_COUNT,    false, offsetof(Template, pr_max)},
    {"faq-max",        FIELD_COUNT,    false, offsetof(Template, faq_max)},
    {"doc-max",        FIELD_COUNT,    true,  offsetof(Template, doc_max)},
    {"unit",           FIELD_UNIT,     true,  offsetof(Template, unit)},
    {"register.pr",    FIELD_REGISTER, false, offsetof(Template, register_pr)},
    {"register.quote", FIELD_REGISTER, false, offsetof(Template, register_quote)},
    {"register.faq",   FIELD_REGISTER, false, offsetof(Template, register_faq)},
    {"dateline",       FIELD_TEXT,     false, offsetof(Template, dateline)},
    {"minutes",        FIELD_COUNT,    false, offsetof(Template, minutes)},
    {"tags",           FIELD_TAGS,     false, offsetof(Template, tags)},
    {"must",           FIELD_IDS,      false, offsetof(Template, must)},
    {"note",           FIELD_TEXT,     true,  offsetof(Template, note)},
};
static const Field part_fields[] = {
    {"id",            FIELD_ID,     true,  offsetof(PartSpec, id)},
    {"role",          FIELD_KIND,   true,  offsetof(PartSpec, kind)},
    {"ko",            FIELD_TEXT,   true,  offsetof(PartSpec, titles[LANG_KO])},
    {"en",            FIELD_TEXT,   true,  offsetof(PartSpec, titles[LANG_EN])},
    {"part",          FIELD_REGION, true,  offsetof(PartSpec, region)},
    {"required",      FIELD_YES_NO, true,  offsetof(PartSpec, required)},
    {"style",         FIELD_STYLE,  true,  offsetof(PartSpec, style)},
    {"min",           FIELD_COUNT,  false, offsetof(PartSpec, min)},
    {"max",           FIELD_COUNT,  false, offsetof(PartSpec, max)},
    {"min-questions", FIELD_COUNT,  false, offsetof(PartSpec, min_questions)},
    {"max-questions", FIELD_COUNT,  false, offsetof(PartSpec, max_questions)},
    {"answer-max",    FIELD_COUNT,  false, offsetof(PartSpec, answer_max)},
    {"sentences",     FIELD_COUNTS, false, offsetof(PartSpec, sentences_min)},
    {"dateline",      FIELD_YES,    false, offsetof(PartSpec, dateline)},
    {"minutes",       FIELD_COUNT,  false, offsetof(PartSpec, minutes)},
    {"starters",      FIELD_IDS,    false, offsetof(PartSpec, starters)},
};
/* clang-format on */

enum {
    FRONT_FIELDS = sizeof front_fields / sizeof front_fields[0],
    PART_FIELDS = sizeof part_fields / sizeof part_fields[0],
};

_Static_assert(offsetof(PartSpec, sentences_max) ==
                   offsetof(PartSpec, sentences_min) + sizeof(int),
               "FIELD_COUNTS fills two neighbours");

static const char *const style_names[] = {"noun", "prose", "quote", "qa", "list"};
static const char *const unit_names[] = {"words", "chars"};
static const char *const register_names[] = {"plain", "handa", "hapnida", "haeyo"};

/* More would be no document that a person reads; keeps the search for repeated
 * ids short. */
enum { SPEC_MAX = 100 };

static bool is_id(Str s)
{
    for (size_t i = 0; i < s.len; i++) {
        bool letter = s.ptr[i] >= 'a' && s.ptr[i] <= 'z';
        bool inner = (s.ptr[i] >= '0' && s.ptr[i] <= '9') || s.ptr[i] == '-';
        if (!letter && !(inner && i > 0))
            return false;
    }
    return s.len > 0;
}

/* Index of `s` among `names`, or -1. */
static int name_index(const char *const *names, size_t count, Str s)
{
    for (size_t i = 0; i < count; i++)
        if (str_eq(str_from(names[i]), s))
            return (int)i;
    return -1;
}

#define NAME_INDEX(names, s) name_index((names), sizeof(names) / sizeof(names)[0], (s))

static bool parse_counts(Str s, int counts[2])
{
    size_t dash = str_find_byte(s, '-', 0);

    if (dash == STR_NONE)
        return str_to_int(s, &counts[0]) && ((counts[1] = counts[0]), true);
    return str_to_int(str_slice(s, 0, dash), &counts[0]) &&
           str_to_int(str_slice(s, dash + 1, s.len), &counts[1]);
}

static bool tags_are_known(Str list)
{
    Str tag = {0};

    while (str_next_field(&list, ',', &tag))
        if (!tag_is_kind(str_trim(tag)))
            return false;
    return true;
}

static bool parse_ids(TemplateReader *r, const QuestionBank *bank, Str list,
                      StrList *out)
{
    Str *items = NULL, id = {0};
    size_t count = 0, cap = 0;

    while (str_next_field(&list, ',', &id)) {
        id = str_trim(id);
        if (!questions_find(bank, id))
            return reader_fail(r, r->number, _("\"%s\" is not in the question bank"),
                               reader_shown(r, id));
        items = arena_grow(r->arena, items, count, &cap, sizeof *items);
        items[count++] = id;
    }
    *out = (StrList){items, count};
    return true;
}

/* Fill the member at `to`; false when the value is not of the type. */
static bool set_value(FieldType type, Str value, void *to)
{
    int index = -1;

    switch (type) {
    case FIELD_TEXT:
        *(Str *)to = value;
        return true;
    case FIELD_ID:
        *(Str *)to = value;
        return is_id(value);
    case FIELD_COUNT:
        return str_to_int(value, to);
    case FIELD_COUNTS:
        return parse_counts(value, to);
    case FIELD_YES_NO:
        *(bool *)to = str_eq(value, STR("yes"));
        return *(bool *)to || str_eq(value, STR("no"));
    case FIELD_YES:
        *(bool *)to = str_eq(value, STR("yes"));
        return *(bool *)to;
    case FIELD_LANG:
        *(Lang *)to = str_eq(value, STR("ko")) ? LANG_KO : LANG_EN;
        return *(Lang *)to == LANG_KO || str_eq(value, STR("en"));
    case FIELD_UNIT:
        index = NAME_INDEX(unit_names, value);
        *(Unit *)to = index == UNIT_CHARS ? UNIT_CHARS : UNIT_WORDS;
        return index >= 0;
    case FIELD_REGISTER:
        *(Str *)to = value;
        return NAME_INDEX(register_names, value) >= 0;
    case FIELD_TAGS:
        *(Str *)to = value;
        return tags_are_known(value);
    case FIELD_IDS:
        break; /* set_field() knows the bank */
    case FIELD_KIND:
        return part_kind_parse(value, to) && *(PartKind *)to != PART_FIVE_QUESTIONS;
    case FIELD_REGION:
        return region_parse(value, to) && *(Region *)to != REGION_NONE;
    case FIELD_STYLE:
        index = NAME_INDEX(style_names, value);
        *(PartStyle *)to = index < 0 ? PART_STYLE_NOUN : (PartStyle)index;
        return index >= 0;
    }
    return false;
}

/* The keys of one place: what they may be, where they go, which were there. */
typedef struct Keys {
    const Field *fields;
    int count;
    void *base;
    uint32_t seen; /* a bit for each field */
    const QuestionBank *bank;
} Keys;

/* Most keys differ in their first letter. */
static bool is_key(const char *name, Str key)
{
    return key.len > 0 && name[0] == key.ptr[0] && str_eq(str_from(name), key);
}

/* Take the line "key: value". */
static bool keys_take(TemplateReader *r, Str line, Keys *keys)
{
    const Field *fields = keys->fields;
    size_t colon = str_find_byte(line, ':', 0);
    if (colon == STR_NONE)
        return reader_fail(r, r->number, _("this line is not \"key: value\""));

    Str key = str_slice(line, 0, colon);
    Str value = str_trim(str_slice(line, colon + 1, line.len));
    int i = 0;
    while (i < keys->count && !is_key(fields[i].key, key))
        i++;
    if (i == keys->count)
        return reader_fail(r, r->number, _("the key \"%s\" is unknown"),
                           reader_shown(r, key));
    if (keys->seen & 1U << i)
        return reader_fail(r, r->number, _("the key \"%s\" is repeated"),
                           fields[i].key);
    if (value.len == 0)
        return reader_fail(r, r->number, _("the key \"%s\" is empty"), fields[i].key);
    keys->seen |= 1U << i;
    void *to = (char *)keys->base + fields[i].at;
    if (fields[i].type == FIELD_IDS)
        return parse_ids(r, keys->bank, value, to);
    if (!set_value(fields[i].type, value, to))
        return reader_fail(r, r->number, _("\"%s\" is no value for \"%s\""),
                           reader_shown(r, value), fields[i].key);
    return true;
}

static bool keys_have(const Keys *keys, const char *key)
{
    for (int i = 0; i < keys->count; i++)
        if (is_key(keys->fields[i].key, str_from(key)))
            return keys->seen & 1U << i;
    return false;
}

static bool key_is_there(TemplateReader *r, const Keys *keys, const char *key, int line)
{
    return keys_have(keys, key) ||
           reader_fail(r, line, _("the key \"%s\" is missing"), key);
}

static bool required_are_there(TemplateReader *r, const Keys *keys, int line)
{
    for (int i = 0; i < keys->count; i++)
        if (keys->fields[i].required && !(keys->seen & 1U << i))
            return key_is_there(r, keys, keys->fields[i].key, line);
    return true;
}

static bool in_order(TemplateReader *r, int line, const char *key, int min, int max)
{
    return min <= max ||
           reader_fail(r, line, _("the minimum of \"%s\" is above its maximum"), key);
}

static bool front_agrees(TemplateReader *r, const Keys *keys, const Template *t)
{
    bool has_min = keys_have(keys, "pr-min"), has_max = keys_have(keys, "pr-max");

    if (has_min != has_max)
        return key_is_there(r, keys, has_min ? "pr-max" : "pr-min", r->number);
    if (!in_order(r, r->number, "pr", t->pr_min, t->pr_max))
        return false;
    if (has_max && keys_have(keys, "faq-max") &&
        (long long)t->pr_max + t->faq_max != t->doc_max)
        return reader_fail(r, r->number,
                           _("\"doc-max\" is not \"pr-max\" and \"faq-max\" together"));
    for (size_t i = 0; i < t->must.count; i++) {
        Str audience = questions_find(keys->bank, t->must.items[i])->audience;
        if (!str_eq(audience, STR("external")) && !str_eq(audience, STR("internal")))
            return reader_fail(r, r->number, _("\"%s\" is no question of an FAQ"),
                               reader_shown(r, t->must.items[i]));
    }
    return true;
}

static bool read_front(TemplateReader *r, const QuestionBank *bank, Template *t)
{
    Keys keys = {front_fields, FRONT_FIELDS, t, 0, bank};

    if (r->done || !str_eq(r->line, STR("---")))
        return reader_fail(r, 1,
                           _("the file does not begin with front matter (\"---\")"));
    for (reader_next(r); !r->done && !str_eq(r->line, STR("---")); reader_next(r))
        if (!keys_take(r, r->line, &keys))
            return false;
    if (r->done)
        return reader_fail(r, 1, _("the front matter never ends (\"---\")"));
    if (!required_are_there(r, &keys, r->number) || !front_agrees(r, &keys, t))
        return false;
    reader_next(r);
    return true;
}

static bool read_opening(TemplateReader *r, Template *t)
{
    reader_skip_blank(r);
    if (r->done || !str_starts(r->line, STR("# ")))
        return reader_fail(r, r->number, _("the title (\"# …\") is missing"));
    t->title = str_trim(str_slice(r->line, 2, r->line.len));
    if (t->title.len == 0)
        return reader_fail(r, r->number, _("the title (\"# …\") is missing"));
    reader_next(r);
    t->intro = reader_text(r);
    if (t->intro.len == 0)
        return reader_fail(r, r->number, _("the introduction is missing"));
    if (!reader_at_section(r))
        return reader_fail(r, r->number,
                           _("a sub-heading stands before the first section"));
    return true;
}

/* Whose questions may a section of this region start with? */
static bool audience_fits(Region region, Str audience)
{
    bool external = str_eq(audience, STR("external"));
    bool internal = str_eq(audience, STR("internal"));

    switch (region) {
    case REGION_FAQ_EXTERNAL:
        return external;
    case REGION_FAQ_INTERNAL:
        return internal;
    case REGION_FIVE:
        return str_eq(audience, STR("five"));
    default:
        return external || internal;
    }
}

static bool starters_fit(TemplateReader *r, const QuestionBank *bank,
                         const PartSpec *spec)
{
    for (size_t i = 0; i < spec->starters.count; i++) {
        Str id = spec->starters.items[i];
        if (!audience_fits(spec->region, questions_find(bank, id)->audience))
            return reader_fail(r, spec->line,
                               _("the starter \"%s\" does not fit the part \"%s\""),
                               reader_shown(r, id), region_name(spec->region));
    }
    return true;
}

static bool limits_are_there(TemplateReader *r, const Keys *keys, const PartSpec *spec)
{
    static const char *const of_qa[] = {"min-questions", "max-questions", "answer-max",
                                        "starters"};
    static const char *const of_others[] = {"min", "max"};
    bool qa = spec->style == PART_STYLE_QA;
    size_t count =
        qa ? sizeof of_qa / sizeof of_qa[0] : sizeof of_others / sizeof of_others[0];

    for (size_t i = 0; i < count; i++)
        if (!key_is_there(r, keys, qa ? of_qa[i] : of_others[i], spec->line))
            return false;
    return in_order(r, spec->line, "questions", spec->min_questions,
                    spec->max_questions) &&
           (!keys_have(keys, "max") ||
            in_order(r, spec->line, "length", spec->min, spec->max)) &&
           in_order(r, spec->line, "sentences", spec->sentences_min,
                    spec->sentences_max);
}

static bool read_attributes(TemplateReader *r, const QuestionBank *bank, Lang lang,
                            PartSpec *spec)
{
    Keys keys = {part_fields, PART_FIELDS, spec, 0, bank};

    for (reader_skip_blank(r); !reader_at_sub(r); reader_skip_blank(r)) {
        if (!str_starts(r->line, STR("- ")))
            return reader_fail(r, r->number, _("this line is not \"- key: value\""));
        if (!keys_take(r, str_slice(r->line, 2, r->line.len), &keys))
            return false;
        reader_next(r);
    }
    if (!required_are_there(r, &keys, spec->line) ||
        !limits_are_there(r, &keys, spec) || !starters_fit(r, bank, spec))
        return false;
    if (!str_eq(spec->title, spec->titles[lang]))
        return reader_fail(r, spec->line, _("the heading is not the value of \"%s\""),
                           lang_code(lang));
    return true;
}

static bool read_section(TemplateReader *r, const QuestionBank *bank, Lang lang,
                         PartSpec *spec)
{
    *spec = (PartSpec){.line = r->number,
                       .title = str_trim(str_slice(r->line, 3, r->line.len))};
    reader_next(r);
    return read_attributes(r, bank, lang, spec) &&
           reader_guidance(r, lang, spec->line, spec);
}

/* Room for all of them at once; the current line is the first section's. */
static size_t count_sections(const TemplateReader *r)
{
    size_t count = 1;

    for (size_t at = 0; (at = str_find(r->rest, STR("\n## "), at)) != STR_NONE; at++)
        count++;
    return count + str_starts(r->rest, STR("## "));
}

static bool read_sections(TemplateReader *r, const QuestionBank *bank, Template *t)
{
    size_t most = count_sections(r);

    if (r->done)
        return reader_fail(r, r->number, _("there is no section (\"## …\")"));
    if (most > SPEC_MAX)
        return reader_fail(r, r->number, _("there are more than %d sections"),
                           SPEC_MAX);
    PartSpec *specs = arena_array(r->arena, most, sizeof *specs);
    t->specs = specs;
    while (!r->done) {
        assert(t->spec_count < most);
        PartSpec *spec = &specs[t->spec_count];
        if (!read_section(r, bank, t->lang, spec))
            return false;
        if (template_spec(t, spec->id))
            return reader_fail(r, spec->line, _("the section id \"%s\" is repeated"),
                               reader_shown(r, spec->id));
        t->spec_count++;
    }
    return true;
}

/* The first line that `is_clean` says no to; 0 when there is none. */
static int dirty_line(Str md, bool (*is_clean)(Str line))
{
    Str line = {0};

    for (int number = 1; str_next_line(&md, &line); number++)
        if (!is_clean(line))
            return number;
    return 0;
}

static bool line_is_utf8(Str line)
{
    return utf8_valid(line, NULL);
}

static bool text_is_clean(TemplateReader *r, Str md)
{
    if (unicode_is_nfc(md))
        return true;
    if (!utf8_valid(md, NULL))
        return reader_fail(r, dirty_line(md, line_is_utf8),
                           _("this line is not UTF-8"));
    return reader_fail(r, dirty_line(md, unicode_is_nfc),
                       _("this line is not in Unicode form NFC"));
}

bool template_parse(Str md, Str path, const QuestionBank *bank, Arena *arena,
                    Template *out, Error *err)
{
    Template t = {.path = path, .bytes = md};
    TemplateReader reader;

    reader_init(&reader, md, path, arena, err);
    if (!text_is_clean(&reader, md) || !read_front(&reader, bank, &t) ||
        !read_opening(&reader, &t) || !read_sections(&reader, bank, &t))
        return false;
    *out = t;
    return true;
}

const PartSpec *template_spec(const Template *t, Str id)
{
    for (size_t i = 0; i < t->spec_count; i++)
        if (str_eq(t->specs[i].id, id))
            return &t->specs[i];
    return NULL;
}
