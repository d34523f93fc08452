/* What each box lists. */
#include "base/message.h"
#include "base/unicode.h"
#include "diff/wording.h"
#include "ui/command.h"
#include "ui/confirm.h"
#include "ui/deck_view.h"
#include "ui/prompt.h"
#include "ui/spelling.h"

enum { CHOICES_MAX = 7 };

/* clang-format off */
static const char *const choices[PROMPT_COUNT][CHOICES_MAX] = {
    [PROMPT_CLOSE] = {N_("Save a revision and close"),
                      N_("Close; keep the words in the file, not yet a revision")},
    [PROMPT_CLOSE_FILE] = {N_("Save the file and close")},
    [PROMPT_OUTSIDE] = {N_("Put both together, sentence by sentence"),
                        N_("Look at the difference"),
                        N_("Keep both: write my words to a new file beside it"),
                        N_("Take the file as it is now (Undo brings my words back)")},
    [PROMPT_GONE] = {N_("Write it again in the same place, as a revision"),
                     N_("Write my words to a new file beside it"),
                     N_("Write a copy to another place ...")},
    [PROMPT_FAILED] = {N_("Try again"), N_("Write a copy to another place ..."),
                       N_("Go on writing"),
                       N_("Close; the words are offered when it is opened again")},
    [PROMPT_EXPORT] = {N_("HTML, to read, send and print"), N_("Markdown"), N_("Plain text")},
    [PROMPT_HELD] = {N_("Only read it here"), N_("Take it over (their words are kept)"),
                     N_("Leave it")},
    [PROMPT_LOST] = {N_("Go on here (your words are kept, not saved)"),
                     N_("Take it over again (their words are kept)"),
                     N_("Close (your words are kept)")},
    [PROMPT_FIVE_REVEAL] = {N_("Everybody has written: show all answers"), N_("Not yet")},
    [PROMPT_FIVE_KEEP] = {N_("Keep what the group wrote"),
                          N_("Keep the sheets of each person, too"), N_("Keep nothing")},
    [PROMPT_FIVE_FIRST] = {N_("The five questions first"), N_("Write at once")},
    [PROMPT_CARD_CHANGED] = {N_("Yes: on to that section"), N_("No")},
    [PROMPT_TIMER] = {N_("1 minute more"), N_("2 minutes more"), N_("5 minutes more"),
                      N_("Take what the agenda is behind from its last items"),
                      N_("Let the timer stand still, or go on"), N_("Next item"),
                      N_("The goal in one line ...")},
};
/* clang-format on */

const char *prompt_choice(PromptType type, size_t index)
{
    if (type == PROMPT_KIND)
        return confirm_kind(index) == PART_OTHER
                   ? NULL
                   : wording_part(confirm_kind(index), message_lang()).ptr;
    if (type == PROMPT_CARD_ROLE)
        return deck_role_choice(index);
    return index < CHOICES_MAX && choices[type][index] ? _(choices[type][index]) : NULL;
}

static bool same_template(const Template *a, const Template *b)
{
    return str_eq(a->id, b->id);
}

/* The first template of each id, in the library's order. */
static const Template *nth_template(const Model *m, size_t index)
{
    for (size_t i = 0; i < m->lib->template_count; i++) {
        const Template *t = &m->lib->templates[i];
        bool seen = false;
        for (size_t k = 0; k < i && !seen; k++)
            seen = same_template(&m->lib->templates[k], t);
        if (!seen && index-- == 0)
            return t;
    }
    return NULL;
}

size_t prompt_template_count(const Model *m)
{
    size_t n = 0;

    while (nth_template(m, n))
        n++;
    return n;
}

size_t prompt_template_index(const Model *m, Str id)
{
    for (size_t i = 0; nth_template(m, i); i++)
        if (str_eq(nth_template(m, i)->id, id))
            return i;
    return 0;
}

const Template *prompt_template(const Model *m, size_t index, Lang lang)
{
    const Template *t = nth_template(m, index);
    return t ? library_template(m->lib, t->id, lang) : NULL;
}

Str prompt_stop_title(const Model *m, size_t stop)
{
    const Derived *d = &m->ed.derived;
    const Stop *s = &d->stops[stop];

    if (s->question != NO_INDEX)
        return d->doc.questions[s->question].text;
    const Part *part = &d->doc.parts[s->part];
    return part->title.len > 0 ? part->title : wording_part(part->kind, message_lang());
}

static bool stop_matches(const Model *m, size_t stop, Str folded)
{
    StrBuf title = {0};

    unicode_fold_str(prompt_stop_title(m, stop), &title);
    bool hit = str_find(strbuf_view(&title), folded, 0) != STR_NONE;
    strbuf_deinit(&title);
    return hit;
}

static size_t section_items(const Model *m, size_t *items)
{
    StrBuf query = {0};
    size_t n = 0;

    unicode_fold_str(field_view(&m->typed[PROMPT_SECTIONS]), &query);
    for (size_t i = 0; i < m->ed.derived.stop_count && n < PROMPT_ITEMS_MAX; i++)
        if (stop_matches(m, i, strbuf_view(&query)))
            items[n++] = i;
    strbuf_deinit(&query);
    return n;
}

static bool listed(const size_t *items, size_t n, size_t id)
{
    for (size_t i = 0; i < n; i++)
        if (items[i] == id)
            return true;
    return false;
}

static size_t palette_items(const Model *m, size_t *items)
{
    Str query = field_view(&m->typed[PROMPT_PALETTE]);
    size_t n = 0;

    /* Used last first, then the table's order; those that cannot be run here stay
     * listed, with the reason, after those that can. */
    for (size_t i = 0; i < sizeof m->recent / sizeof *m->recent; i++) {
        const Command *c = command_get((CommandId)m->recent[i]);
        if (c && !listed(items, n, c->id) && (c->where & IN(m->view)) &&
            command_matches(m, c, query))
            items[n++] = c->id;
    }
    for (int pass = 0; pass < 2; pass++) {
        for (int id = CMD_NONE + 1; id < CMD_COUNT; id++) {
            const Command *c = command_get((CommandId)id);
            bool here = c && (c->where & IN(m->view));
            if (c && here == (pass == 0) && id != CMD_PALETTE && id != CMD_MENU &&
                !listed(items, n, (size_t)id) && command_matches(m, c, query))
                items[n++] = (size_t)id;
        }
    }
    return n;
}

static size_t menu_items(const Model *m, size_t *items)
{
    size_t n = 0;

    for (int group = 0; group < GROUP_COUNT; group++) {
        for (int id = CMD_NONE + 1; id < CMD_COUNT; id++) {
            const Command *c = command_get((CommandId)id);
            if (c && c->letter && (int)c->group == group && (c->where & IN(m->view)))
                items[n++] = (size_t)id;
        }
    }
    return n;
}

char prompt_who_letter(size_t index)
{
    static const char letters[] = "123456789abcdefghijklmnopqrstuvwxyz";

    return index < sizeof letters - 1 ? letters[index] : '\0';
}

size_t prompt_items(const Model *m, size_t *items)
{
    size_t n = 0;

    switch (m->prompt.type) {
    case PROMPT_MENU:
        return menu_items(m, items);
    case PROMPT_PALETTE:
        return palette_items(m, items);
    case PROMPT_SECTIONS:
        return section_items(m, items);
    case PROMPT_WHO:
        for (; n < m->person_count + 1 && n < PROMPT_ITEMS_MAX; n++)
            items[n] = n;
        return n;
    case PROMPT_SPELL:
        for (; n < spelling_choice_count(m); n++)
            items[n] = n;
        return n;
    case PROMPT_NEW:
        for (; n < 2 + NEW_FIELDS + 1; n++)
            items[n] = n;
        return n;
    default:
        for (; prompt_choice(m->prompt.type, n); n++)
            items[n] = n;
        return n;
    }
}
