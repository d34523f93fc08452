/* Finding words in the text. */
#include "base/message.h"
#include "text/search.h"
#include "ui/cmd.h"
#include "ui/command.h"
#include "ui/find.h"
#include "ui/keymap.h"
#include "ui/layout.h"

enum { SELECTION_MAX = 200 }; /* bytes of it that are looked for */

/* Words that are selected within a line are most likely what is looked for. */
static bool take_selection(Model *m)
{
    Range r = editor_selection(&m->ed);
    Str words = str_range(text_view(m->ed.text), r);

    if (words.len == 0 || words.len > SELECTION_MAX ||
        str_find_byte(words, '\n', 0) != STR_NONE)
        return false;
    field_set(&m->typed[PROMPT_FIND], words);
    m->find_at = r.start;
    return true;
}

static void open_box(Model *m, PromptType type)
{
    m->find_at = m->ed.caret;
    bool taken = take_selection(m);
    prompt_open(m, type);
    m->typed[PROMPT_FIND].fresh = true;
    if (taken)
        find_from(m, m->find_at);
}

void cmd_find(Model *m, Effect *out)
{
    (void)out;
    open_box(m, PROMPT_FIND);
}

void cmd_replace(Model *m, Effect *out)
{
    (void)out;
    open_box(m, PROMPT_REPLACE);
}

/* What is typed over a match one cannot see would take a section's mark away. */
size_t find_hits(const Model *m, Arena *arena, const Range **out)
{
    const Editor *ed = &m->ed;
    const Range *all = NULL;
    size_t count = 0, n = 0;
    Range line = {0};
    bool hidden = false;

    search_all(text_view(ed->text), field_view(&m->typed[PROMPT_FIND]), arena, &all,
               &count);
    Range *hits = arena_array(arena, count + 1, sizeof *hits);
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || all[i].start >= line.end) {
            line = layout_line_range(ed, layout_line_of(ed, all[i].start));
            hidden = layout_hidden(ed, line.start);
        }
        if (!hidden)
            hits[n++] = all[i];
    }
    *out = hits;
    return n;
}

static bool nothing_found(Model *m, size_t count)
{
    if (count > 0)
        return false;
    m->ed.anchor = NO_INDEX;
    if (m->typed[PROMPT_FIND].text.len > 0)
        model_say(m, _("Not found."));
    return true;
}

static void select_hit(Model *m, Range hit)
{
    Editor *ed = &m->ed;

    ed->caret = hit.end;
    ed->anchor = hit.start;
    ed->goal = -1;
    text_seal(ed->text);
}

void find_from(Model *m, size_t from)
{
    Arena arena = {0};
    const Range *hits = NULL;
    size_t count = find_hits(m, &arena, &hits), i = 0;

    if (!nothing_found(m, count)) {
        while (i < count && hits[i].start < from)
            i++;
        bool wrapped = i == count;
        if (wrapped)
            i = 0;
        select_hit(m, hits[i]);
        model_say(m, wrapped ? _("%d of %d, from the top again") : _("%d of %d"),
                  (int)i + 1, (int)count);
    }
    arena_deinit(&arena);
}

void find_before(Model *m, size_t from)
{
    Arena arena = {0};
    const Range *hits = NULL;
    size_t count = find_hits(m, &arena, &hits), i = count;

    if (!nothing_found(m, count)) {
        while (i > 0 && hits[i - 1].start >= from)
            i--;
        bool wrapped = i == 0;
        if (wrapped)
            i = count;
        select_hit(m, hits[i - 1]);
        model_say(m, wrapped ? _("%d of %d, from the end again") : _("%d of %d"),
                  (int)i, (int)count);
    }
    arena_deinit(&arena);
}

void cmd_find_next(Model *m, Effect *out)
{
    if (m->typed[PROMPT_FIND].text.len == 0)
        cmd_find(m, out);
    else
        find_from(m, m->ed.caret);
}

void cmd_find_previous(Model *m, Effect *out)
{
    if (m->typed[PROMPT_FIND].text.len == 0)
        cmd_find(m, out);
    else
        find_before(m, editor_selection(&m->ed).start);
}

void find_key(Model *m, const Key *key, Effect *out)
{
    CommandId id = keymap_find(m->keys, VIEW_WRITE, key);

    if (key->code == KEYCODE_UP || id == CMD_FIND_PREVIOUS) {
        cmd_find_previous(m, out);
    } else if (key->code == KEYCODE_ENTER || key->code == KEYCODE_DOWN ||
               id == CMD_FIND_NEXT || id == CMD_FIND) {
        find_from(m, m->ed.caret);
    } else if (id == CMD_REPLACE) {
        prompt_open(m, PROMPT_REPLACE);
    } else if (field_key(&m->typed[PROMPT_FIND], key)) {
        find_from(m, m->find_at);
    }
}
