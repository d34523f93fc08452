/* What was read and decided, as a file for people: its front matter is for programs,
 * and the text says all of it again. */
#include <string.h>

#include "base/message.h"
#include "base/unicode.h"
#include "doc/frontmatter_set.h"
#include "review/meet.h"

/* Words of people are words, whatever Markdown would make of them. */
static void add_line(StrBuf *out, Str words)
{
    StrBuf visible = {0};

    unicode_visible(str_trim(words), VISIBLE_ONE_LINE, &visible);
    for (size_t i = 0; i < visible.len; i++) {
        if (visible.ptr[i] && strchr("\\`*<[", visible.ptr[i]))
            strbuf_addc(out, '\\');
        strbuf_addc(out, visible.ptr[i]);
    }
    strbuf_addc(out, '\n');
    strbuf_deinit(&visible);
}

static void add_meta(Meet *m, Date date, StrBuf *out)
{
    strbuf_addz(out, "---\n");
    frontmatter_add("document", m->document, out);
    frontmatter_add("revision", meet_get(m, "revision"), out);
    frontmatter_add("commit", meet_get(m, "commit"), out);
    strbuf_addf(out, "date: %04d-%02d-%02d\n", date.year, date.month, date.day);
    for (const char *const *key = meet_decision_keys(); *key; key++) {
        StrBuf value = {0};
        unicode_visible(str_trim(meet_get(m, *key)), VISIBLE_ONE_LINE, &value);
        if (value.len > 0 && !str_eq(strbuf_view(&value), STR("-")))
            frontmatter_add(*key, strbuf_view(&value), out);
        strbuf_deinit(&value);
    }
    strbuf_addz(out, "---\n\n");
}

static void add_person(const Meet *m, const char *key, const char *words, StrBuf *out)
{
    Str name = meet_get(m, key);

    if (name.len == 0 || str_eq(name, STR("-")))
        return;
    strbuf_addf(out, "- %s: ", words);
    add_line(out, name);
}

static void add_people(Meet *m, Date date, StrBuf *out)
{
    strbuf_addf(out, "- %s: %04d-%02d-%02d\n", _("Date"), date.year, date.month,
                date.day);
    add_person(m, "author", _("Author"), out);
    add_person(m, "scribe", _("Note-taker"), out);
    add_person(m, "readers", _("Readers"), out);
    add_person(m, "senior", _("Most senior"), out);
    strbuf_addz(out, "\n");
}

/* The commit is what git shows to people who have nothing else. */
static void add_decision(Meet *m, StrBuf *out)
{
    Str commit = meet_get(m, "commit");

    strbuf_addf(out, "## %s\n\n", _("The decision"));
    for (const char *const *key = meet_decision_keys(); *key; key++) {
        Str value = str_trim(meet_get(m, *key));
        if (value.len == 0 || str_eq(value, STR("-")))
            continue;
        strbuf_addf(out, "- %s: ", meet_label(*key));
        add_line(out, str_eq(str_from(*key), STR("outcome"))
                          ? str_from(outcome_words(meet_outcome(m)))
                          : value);
    }
    if (commit.len > 0) {
        strbuf_addz(out, "- ");
        message_addf(out, _("What was read: revision %.*s, commit %.*s"),
                     STR_ARG(meet_get(m, "revision")), STR_ARG(commit));
        strbuf_addc(out, '\n');
    }
    strbuf_addz(out, "\n");
}

static void add_actions(Meet *m, StrBuf *out)
{
    size_t count;
    const MeetNote *actions = meet_notes(m, "action", (Str){0}, &count);

    if (count == 0)
        return;
    strbuf_addf(out, "## %s\n\n", _("Agreed"));
    for (size_t i = 0; i < count; i++) {
        strbuf_addz(out, "- ");
        if (actions[i].place.len > 0)
            strbuf_addf(out, "%.*s: ", STR_ARG(actions[i].place));
        add_line(out, actions[i].text);
    }
    strbuf_addz(out, "\n");
}

static void add_remarks(Meet *m, StrBuf *out)
{
    size_t count;
    const Str *names = meet_readers(m, &count);
    bool any = false;

    for (size_t i = 0; i < count; i++) {
        Str remark = meet_get_of(m, "remark", names[i]);
        if (remark.len == 0 || str_eq(remark, STR("-")))
            continue;
        if (!any)
            strbuf_addf(out, "## %s\n\n", _("First remarks"));
        any = true;
        strbuf_addf(out, "- %.*s: ", STR_ARG(names[i]));
        add_line(out, remark);
    }
    if (any)
        strbuf_addz(out, "\n");
}

static void add_notes_at(const MeetNote *notes, size_t count, Str place, StrBuf *out)
{
    bool any = false;

    for (size_t i = 0; i < count; i++) {
        if (!str_eq(notes[i].place, place))
            continue;
        if (!any)
            strbuf_addf(out, "### %.*s\n\n",
                        STR_ARG(place.len ? place : str_from(_("The whole document"))));
        any = true;
        strbuf_addf(out, "- %.*s: ", STR_ARG(notes[i].who));
        add_line(out, notes[i].text);
    }
    if (any)
        strbuf_addz(out, "\n");
}

static void add_notes(Meet *m, StrBuf *out)
{
    size_t count;
    const MeetNote *notes = meet_notes(m, "note", (Str){0}, &count);

    if (count == 0)
        return;
    strbuf_addf(out, "## %s\n\n", _("Notes of the readers"));
    for (size_t u = 0; u < m->units.count; u++)
        add_notes_at(notes, count, m->units.units[u].label, out);
    add_notes_at(notes, count, (Str){0}, out);
}

static void add_votes(Meet *m, StrBuf *out)
{
    size_t count;
    const Str *names = meet_readers(m, &count);

    if (!meet_is_opened(m))
        return;
    strbuf_addf(out, "## %s\n\n", _("Votes"));
    for (size_t i = 0; i < count; i++) {
        Str vote = meet_get_of(m, "vote", names[i]);
        Outcome outcome = OUTCOME_NONE;
        if (!outcome_parse(vote, &outcome))
            continue;
        strbuf_addf(out, "- %.*s: %s\n", STR_ARG(names[i]), outcome_words(outcome));
    }
    strbuf_addz(out, "\n");
}

void meet_minutes(Meet *m, Date date, StrBuf *out)
{
    add_meta(m, date, out);
    strbuf_addz(out, "# ");
    message_addf(out, _("%.*s, revision %.*s"), STR_ARG(m->document),
                 STR_ARG(meet_get(m, "revision")));
    strbuf_addf(out, ": %s\n\n", outcome_words(meet_outcome(m)));
    add_people(m, date, out);
    add_decision(m, out);
    add_actions(m, out);
    add_remarks(m, out);
    add_notes(m, out);
    add_votes(m, out);
    while (str_ends(strbuf_view(out), STR("\n\n")))
        strbuf_truncate(out, out->len - 1);
}
