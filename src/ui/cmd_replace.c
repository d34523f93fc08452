/* Replacing words: typed what and with what, each place is asked about: yes, no,
 * all that are left. It goes on from the caret, round over the end, up to where it
 * began. */
#include "base/message.h"
#include "ui/cmd.h"
#include "ui/find.h"

static Str with_what(const Model *m)
{
    return field_view(&m->typed[PROMPT_WITH]);
}

void replace_what_key(Model *m, const Key *key)
{
    Arena arena = {0};
    const Range *hits = NULL;

    if (key->code != KEYCODE_ENTER) {
        if (field_key(&m->typed[PROMPT_FIND], key))
            find_from(m, m->find_at);
        return;
    }
    if (find_hits(m, &arena, &hits) > 0) {
        prompt_open(m, PROMPT_WITH);
        m->typed[PROMPT_WITH].fresh = true;
    } else {
        model_say(m, m->typed[PROMPT_FIND].text.len > 0
                         ? _("Not found.")
                         : _("Type the words that are to be replaced."));
    }
    arena_deinit(&arena);
}

static void finish(Model *m)
{
    int done = m->replacing.done;

    prompt_close(m);
    m->ed.anchor = NO_INDEX;
    if (done == 0)
        model_say(m, _("Nothing was replaced."));
    else
        model_say(m,
                  ngettext("Replaced in %d place. ^Z takes it back.",
                           "Replaced in %d places. ^Z takes it back.",
                           (unsigned long)done),
                  done);
}

void replace_stop(Model *m)
{
    finish(m);
}

/* Is a place still to come, seen from the one that is asked about? */
static bool is_left(const Model *m, size_t now, size_t start)
{
    if (m->replacing.wrapped)
        return start >= now && start < m->replacing.stop;
    return start >= now || start < m->replacing.stop;
}

static void ask_at(Model *m, Range hit, size_t index, size_t count)
{
    m->ed.caret = hit.end;
    m->ed.anchor = hit.start;
    m->ed.goal = -1;
    model_say(m,
              m->replacing.wrapped ? _("%d of %d, from the top again") : _("%d of %d"),
              (int)index + 1, (int)count);
}

/* Asks about the first place at or behind `from`; true when there is one. */
static bool ask_from(Model *m, size_t from)
{
    Arena arena = {0};
    const Range *hits = NULL;
    size_t count = find_hits(m, &arena, &hits), i = 0;

    while (i < count && hits[i].start < from)
        i++;
    if (i == count && !m->replacing.wrapped) {
        m->replacing.wrapped = true;
        i = 0;
    }
    bool found =
        i < count && (!m->replacing.wrapped || hits[i].start < m->replacing.stop);
    if (found)
        ask_at(m, hits[i], i, count);
    arena_deinit(&arena);
    return found;
}

void replace_with_key(Model *m, const Key *key)
{
    if (key->code != KEYCODE_ENTER) {
        field_key(&m->typed[PROMPT_WITH], key);
        return;
    }
    prompt_open(m, PROMPT_REPLACING);
    m->replacing = (Replacing){.stop = SIZE_MAX};
    find_from(m, m->find_at);
    m->replacing.stop = editor_selection(&m->ed).start;
}

static void replace_here(Model *m, Range hit)
{
    Str with = with_what(m);

    text_group_begin(m->ed.text); /* a step of its own */
    editor_replace(&m->ed, hit, with);
    text_group_end(m->ed.text);
    m->replacing.done++;
    if (m->replacing.wrapped && hit.start < m->replacing.stop)
        m->replacing.stop = m->replacing.stop - (hit.end - hit.start) + with.len;
}

/* One piece of text in place of the one from the first to the last match: one step,
 * and no more work than the text is long. */
static void replace_left(Model *m, Range now)
{
    Arena arena = {0};
    const Range *hits = NULL;
    StrBuf fresh = {0};
    Str text = text_view(m->ed.text);
    size_t count = find_hits(m, &arena, &hits);
    size_t at = NO_INDEX, first = 0, caret = now.start;

    for (size_t i = 0; i < count; i++) {
        if (!is_left(m, now.start, hits[i].start))
            continue;
        if (at == NO_INDEX)
            at = first = hits[i].start;
        strbuf_add(&fresh, str_slice(text, at, hits[i].start));
        if (hits[i].start == now.start)
            caret = first + fresh.len;
        strbuf_add(&fresh, with_what(m));
        at = hits[i].end;
        m->replacing.done++;
    }
    if (at != NO_INDEX) {
        editor_note_place(&m->ed);
        text_group_begin(m->ed.text);
        editor_replace(&m->ed, (Range){first, at}, strbuf_view(&fresh));
        text_group_end(m->ed.text);
        m->ed.caret = caret + with_what(m).len;
    }
    strbuf_deinit(&fresh);
    arena_deinit(&arena);
}

void replace_ask_key(Model *m, const Key *key)
{
    Range hit = editor_selection(&m->ed);
    uint32_t letter =
        key->code == KEYCODE_CHAR && !key->mods ? key_latin(key->cp) | 0x20U : 0;

    switch (letter) {
    case 'y':
        replace_here(m, hit);
        if (!ask_from(m, hit.start + with_what(m).len))
            finish(m);
        break;
    case 'n':
        if (!ask_from(m, hit.end))
            finish(m);
        break;
    case 'a':
        replace_left(m, hit);
        finish(m);
        break;
    case 'q':
        finish(m);
        break;
    default:
        model_say(m, _("Press Y, N, A or Esc."));
        break;
    }
}
