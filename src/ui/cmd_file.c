#include "base/message.h"
#include "ui/cmd.h"
#include "ui/history.h"
#include "ui/landed.h"
#include "ui/readying.h"
#include "ui/reviewing.h"

void file_save_effect(Model *m, Str note, Effect *out)
{
    Editor *ed = &m->ed;

    /* A merge that could not be saved at once is saved with this. */
    if (m->merged[0] && note.len == 0)
        note = field_view(&m->typed[PROMPT_NOTE]);
    m->save_noted = note.len > 0;
    *out = (Effect){.type = EFFECT_SAVE,
                    .path = strbuf_view(&ed->path),
                    .bytes = text_view(ed->text),
                    .seen = strbuf_view(&ed->disk),
                    .person = strbuf_view(&m->who),
                    .note = note,
                    .trailers = ready_box_trailers(m),
                    .merged = m->merged[0] ? m->merged : NULL};
    text_seal(ed->text);
}

void file_write_effect(Model *m, Effect *out)
{
    Editor *ed = &m->ed;

    *out = (Effect){.type = EFFECT_WRITE,
                    .path = strbuf_view(&ed->path),
                    .bytes = text_view(ed->text),
                    .seen = strbuf_view(&ed->disk)};
}

void file_write_beside(Model *m, Effect *out)
{
    m->beside_tried = true;
    m->after_save = EFFECT_QUIT;
    file_write_effect(m, out);
    out->name = STR("mine");
}

/* Somebody else has the document: saving would sign their words. */
static bool ask_who_writes(Model *m)
{
    if (!m->ed.read_only && !m->ed.lost_lease)
        return false;
    prompt_open(m, m->ed.read_only ? PROMPT_HELD : PROMPT_LOST);
    return true;
}

void cmd_save(Model *m, Effect *out)
{
    m->after_save = EFFECT_NONE;
    if (!ask_who_writes(m))
        file_save_effect(m, (Str){0}, out);
}

void cmd_save_note(Model *m, Effect *out)
{
    (void)out;
    if (!ask_who_writes(m))
        prompt_open(m, PROMPT_NOTE);
}

void file_leave(Model *m, Effect *out)
{
    if (m->started_with_document) {
        *out = (Effect){.type = EFFECT_QUIT};
        return;
    }
    m->ed.open = false;
    m->depth = 0;
    m->view = VIEW_HOME;
    *out = (Effect){.type = EFFECT_LIST};
}

void cmd_close(Model *m, Effect *out)
{
    if (m->view == VIEW_HOME || !m->ed.open) {
        *out = (Effect){.type = EFFECT_QUIT};
        return;
    }
    if (editor_typed(&m->ed) && !m->ed.lost_lease) {
        prompt_open(m, m->ed.tracked ? PROMPT_CLOSE : PROMPT_CLOSE_FILE);
        return;
    }
    file_leave(m, out);
}

void cmd_new(Model *m, Effect *out)
{
    (void)out;
    if (!m->home.workspace) {
        model_say(m, _("This folder is not a workspace yet. Press I to make it one."));
        return;
    }
    prompt_open(m, PROMPT_NEW);
}

void cmd_init(Model *m, Effect *out)
{
    if (m->home.workspace) {
        model_say(m,
                  _("This folder is a workspace already. Press N for a new document."));
        return;
    }
    *out = (Effect){.type = EFFECT_INIT};
}

static bool selected_path(const Model *m, Str *path)
{
    if (m->view != VIEW_HOME) {
        *path = strbuf_view(&m->ed.path);
        return m->ed.open;
    }
    if (m->home.selected >= m->home.count)
        return false;
    *path = m->home.documents[m->home.selected].path;
    return true;
}

void cmd_write(Model *m, Effect *out)
{
    Str path;

    if (m->view != VIEW_HOME) {
        if (m->view == VIEW_QUESTIONS)
            review_go_to_words(m);
        m->view = VIEW_WRITE;
        m->depth = m->started_with_document ? 0 : 1;
        return;
    }
    if (!selected_path(m, &path)) {
        model_say(m, _("There is no document yet. Press N to start one."));
        return;
    }
    m->open_view = VIEW_WRITE;
    *out = (Effect){.type = EFFECT_OPEN, .path = path};
}

/* History, changes, preview and export of a row of Home open the document
 * first; the view then follows. */
bool file_open_first(Model *m, View then, Effect *out)
{
    Str path;

    if (m->view != VIEW_HOME)
        return false;
    if (selected_path(m, &path)) {
        m->open_view = then;
        *out = (Effect){.type = EFFECT_OPEN, .path = path};
    } else {
        model_say(m, _("There is no document yet. Press N to start one."));
    }
    return true;
}

void cmd_who(Model *m, Effect *out)
{
    m->prompt.selected = 0;
    prompt_open(m, PROMPT_WHO);
    *out = (Effect){.type = EFFECT_PEOPLE};
}

void file_hand_over(Model *m, Effect *out)
{
    size_t n = 0;

    for (size_t i = 0; i < m->person_count && n < ROOM_MAX; i++)
        if (m->people[i].here && !str_eq(m->people[i].name, strbuf_view(&m->next_who)))
            m->room[n++] = m->people[i].name;
    *out = (Effect){.type = EFFECT_WHO,
                    .name = strbuf_view(&m->next_who),
                    .room = m->room,
                    .room_count = n};
}

void file_add_person(Model *m, Effect *out)
{
    *out =
        (Effect){.type = EFFECT_ADD_PERSON, .name = field_view(&m->typed[PROMPT_NAME])};
}

void cmd_export(Model *m, Effect *out)
{
    if (!file_open_first(m, VIEW_PREVIEW, out))
        prompt_open(m, PROMPT_EXPORT);
    else if (out->type == EFFECT_OPEN)
        m->open_box = PROMPT_EXPORT;
}

void cmd_history(Model *m, Effect *out)
{
    if (file_open_first(m, VIEW_HISTORY, out))
        return;
    *out = (Effect){.type = EFFECT_HISTORY,
                    .path = strbuf_view(&m->ed.path),
                    .on = m->history.all,
                    .name = strbuf_view(&m->history.part)};
}

void cmd_review(Model *m, Effect *out)
{
    if (!file_open_first(m, VIEW_REVIEW, out))
        review_ask_for(m, (Str){0}, out);
}

void cmd_landed(Model *m, Effect *out)
{
    if (!file_open_first(m, VIEW_LANDED, out))
        landed_ask_for(m, out);
}

void file_compare(Model *m, Effect *out)
{
    Editor *ed = &m->ed;
    Effect compare = {.type = EFFECT_COMPARE,
                      .path = strbuf_view(&ed->path),
                      .bytes = text_view(ed->text)};

    if (m->view == VIEW_HISTORY && m->history.count > 0) {
        int selected = m->history.items[m->history.selected].number;
        bool marked = m->history.marked && m->history.marked != selected;
        int other = marked ? m->history.marked : REVISION_UNSAVED;
        bool newer = other != REVISION_UNSAVED && other < selected;
        compare.from = newer ? other : selected;
        compare.to = newer ? selected : other;
    } else if (editor_unsaved(ed) || ed->revision <= 1) {
        compare.from = ed->revision;
        compare.to = REVISION_UNSAVED;
    } else {
        compare.from = REVISION_BEFORE;
        compare.to = ed->revision;
    }
    *out = compare;
}

void cmd_changes(Model *m, Effect *out)
{
    if (history_unfold(m, out))
        return;
    if (!file_open_first(m, VIEW_CHANGES, out))
        file_compare(m, out);
}

bool changes_step(const Model *m, int step, int *from, int *to)
{
    const Editor *ed = &m->ed;
    int shown = m->changes.to, last = ed->revision;

    if (shown == REVISION_UNSAVED && step < 0)
        *to = last;
    else if (shown > 0)
        *to = shown + step;
    else
        return false;
    if (*to > last) {
        *from = last;
        *to = REVISION_UNSAVED;
        return shown <= last && editor_unsaved(ed);
    }
    *from = REVISION_BEFORE;
    return *to > 0;
}

static void step_changes(Model *m, int step, Effect *out)
{
    *out = (Effect){.type = EFFECT_COMPARE,
                    .path = strbuf_view(&m->ed.path),
                    .bytes = text_view(m->ed.text)};
    if (!changes_step(m, step, &out->from, &out->to))
        *out = (Effect){0};
}

void cmd_older(Model *m, Effect *out)
{
    step_changes(m, -1, out);
}

void cmd_newer(Model *m, Effect *out)
{
    step_changes(m, 1, out);
}

void cmd_mark(Model *m, Effect *out)
{
    if (m->history.count == 0 || history_unfold(m, out))
        return;
    int number = m->history.items[m->history.selected].number;
    if (m->history.marked && m->history.marked != number) {
        cmd_changes(m, out);
        return;
    }
    m->history.marked = m->history.marked == number ? 0 : number;
    if (m->history.marked)
        model_say(m, _("Revision %d is marked. Go to another one and press M or D."),
                  number);
    else
        model_say(m, _("The mark is taken away."));
}
