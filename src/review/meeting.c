#include "review/meeting.h"

#include "base/message.h"
#include "base/utf8.h"
#include "doc/frontmatter.h"

static const char *const outcome_names[OUTCOME_COUNT] = {
    [OUTCOME_NONE] = "",
    [OUTCOME_GO] = "go",
    [OUTCOME_CHANGE] = "change",
    [OUTCOME_NO_MARKET] = "no-market",
    [OUTCOME_NO_DIFFERENT] = "no-different",
    [OUTCOME_NO_FEASIBLE] = "no-feasible",
    [OUTCOME_NO_VIABLE] = "no-viable",
    [OUTCOME_NO_RISK] = "no-risk",
    [OUTCOME_LATER] = "later",
};

const char *outcome_name(Outcome outcome)
{
    return outcome_names[outcome];
}

const char *outcome_words(Outcome outcome)
{
    static const char *const words[OUTCOME_COUNT] = {
        [OUTCOME_NONE] = "",
        [OUTCOME_GO] = N_("go: do it"),
        [OUTCOME_CHANGE] = N_("change: write again, read again"),
        [OUTCOME_NO_MARKET] = N_("no: market too small"),
        [OUTCOME_NO_DIFFERENT] = N_("no: not different"),
        [OUTCOME_NO_FEASIBLE] = N_("no: not feasible"),
        [OUTCOME_NO_VIABLE] = N_("no: not viable"),
        [OUTCOME_NO_RISK] = N_("no: too risky"),
        [OUTCOME_LATER] = N_("later: other things come first"),
    };

    return words[outcome][0] ? _(words[outcome]) : "";
}

bool outcome_parse(Str name, Outcome *out)
{
    for (int i = OUTCOME_GO; i < OUTCOME_COUNT; i++) {
        if (str_eq_nocase(name, str_from(outcome_names[i]))) {
            *out = (Outcome)i;
            return true;
        }
    }
    return false;
}

bool outcome_is_no(Outcome outcome)
{
    return outcome >= OUTCOME_NO_MARKET && outcome <= OUTCOME_NO_RISK;
}

bool meeting_names_day(Str text)
{
    Date day;

    for (size_t at = str_find_byte(text, '-', 0); at != STR_NONE;
         at = str_find_byte(text, '-', at + 1))
        if (at >= 4 && date_parse_iso(str_slice(text, at - 4, at + 6), &day))
            return true;
    return false;
}

static Str get(const Metadata *meta, const char *key)
{
    return str_trim(metadata_get(meta, key));
}

/* "2027-03-02-ideas/lantern.md" */
static void read_name(Str path, Meeting *out)
{
    Str rest = path;

    if (str_ends(rest, STR(".md")))
        rest.len -= 3;
    if (rest.len > 11 && rest.ptr[10] == '-' &&
        date_parse_iso(str_slice(rest, 0, 10), &out->held))
        rest = str_slice(rest, 11, rest.len);
    out->document = rest;
}

/* A number, with a word before it or none: "14", "r14". */
static int revision_of(Str text)
{
    int number = 0;
    size_t at = 0;

    while (at < text.len && (text.ptr[at] < '0' || text.ptr[at] > '9'))
        at++;
    return str_to_int(str_slice(text, at, text.len), &number) ? number : 0;
}

static void read_decision(const Metadata *meta, Meeting *out)
{
    static const char *const keys[] = {"outcome", "decider", "reason", "door",
                                       "owner",   "first",   "stop",   "reopen"};

    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        out->decides = out->decides || get(meta, keys[i]).len > 0;
    outcome_parse(get(meta, "outcome"), &out->outcome);
    out->revision = revision_of(get(meta, "revision"));
    date_parse_iso(get(meta, "date"), &out->date);
    out->decider = get(meta, "decider");
    out->reason = get(meta, "reason");
    out->door = get(meta, "door");
    out->owner = get(meta, "owner");
    out->first = get(meta, "first");
    out->stop = get(meta, "stop");
    out->reopen = get(meta, "reopen");
    out->dissent = get(meta, "dissent");
}

/* -- what was agreed ----------------------------------------------------------- */

enum { NAME_BYTES = 80 }; /* of a section, before a colon */

/* Behind "- [ ] " or "* [x] "; false for another line. */
static bool read_box(Str line, Str *text, bool *done)
{
    line = str_trim(line);
    if (line.len < 6 || !strchr("-*+", line.ptr[0]) || line.ptr[1] != ' ' ||
        line.ptr[2] != '[' || !strchr(" xX", line.ptr[3]) || line.ptr[4] != ']' ||
        line.ptr[5] != ' ')
        return false;
    *done = line.ptr[3] != ' ';
    *text = str_trim(str_slice(line, 6, line.len));
    return text->len > 0;
}

/* The words before the first colon, without emphasis. */
static Str name_before_colon(Str text)
{
    size_t at = str_find_byte(text, ':', 0), wide = str_find(text, STR("："), 0);
    Str name = str_slice(text, 0, at < wide ? at : wide);

    if ((at == STR_NONE && wide == STR_NONE) || name.len > NAME_BYTES)
        return (Str){0};
    while (name.len > 0 && (name.ptr[0] == '*' || name.ptr[0] == '_'))
        name = str_slice(name, 1, name.len);
    while (name.len > 0 &&
           (name.ptr[name.len - 1] == '*' || name.ptr[name.len - 1] == '_'))
        name.len--;
    return str_trim(name);
}

static void read_actions(Str bytes, Arena *arena, Meeting *out)
{
    Action *actions = NULL;
    size_t cap = 0;
    Str line;

    for (int number = 1; str_next_line(&bytes, &line); number++) {
        Action action = {.line = number};
        if (!read_box(line, &action.text, &action.done))
            continue;
        action.part = name_before_colon(action.text);
        actions = arena_grow(arena, actions, out->action_count, &cap, sizeof *actions);
        actions[out->action_count++] = action;
    }
    out->actions = actions;
}

static bool fail(Str place, const char *reason, Error *err)
{
    error_set(err, ERR_INVALID, "%.*s: %s", STR_ARG(place), reason);
    return error_hint(err, _("Correct the file in any editor; see prfaq-review(5)"));
}

bool meeting_read(Str bytes, Str path, Str place, Arena *arena, Meeting *out,
                  Error *err)
{
    Metadata meta = {0};
    Error why = {0};

    *out = (Meeting){0};
    if (!utf8_valid(bytes, NULL) || str_find_byte(bytes, '\0', 0) != STR_NONE)
        return fail(place, _("this is not UTF-8"), err);
    if (!frontmatter_read(bytes, arena, &meta, &why))
        return fail(place, why.message, err);
    read_name(path, out);
    if (get(&meta, "document").len > 0) {
        out->document = get(&meta, "document");
        if (str_ends(out->document, STR(".md")))
            out->document.len -= 3;
    }
    read_decision(&meta, out);
    out->place = place;
    read_actions(bytes, arena, out);
    return true;
}

const char *stage_words(Str stage)
{
    if (str_eq(stage, STR("review")))
        return C_("stage", "in review");
    if (str_eq(stage, STR("decided")))
        return C_("stage", "decided");
    if (str_eq(stage, STR("launched")))
        return C_("stage", "launched");
    return C_("stage", "drafting");
}

static int compare_days(const Meeting *a, const Meeting *b)
{
    Date left = a->held.year ? a->held : a->date;
    Date right = b->held.year ? b->held : b->date;
    return date_cmp(left, right);
}

const Meeting *meeting_last(const Meeting *items, size_t count, Str document)
{
    const Meeting *last = NULL;

    for (size_t i = 0; i < count; i++)
        if (items[i].decides && str_eq(items[i].document, document) &&
            (!last || compare_days(last, &items[i]) <= 0))
            last = &items[i];
    return last;
}

void meeting_say_reason(const Meeting *m, StrBuf *out)
{
    size_t from = out->len;

    if (m->date.year > 0)
        strbuf_addf(out, "%04d-%02d-%02d", m->date.year, m->date.month, m->date.day);
    if (m->decider.len > 0)
        strbuf_addf(out, "%s%.*s", out->len > from ? ", " : "", STR_ARG(m->decider));
    if (m->reason.len > 0)
        strbuf_addf(out, "%s%.*s", out->len > from ? ": " : "", STR_ARG(m->reason));
}
