#include "ui/list.h"

#include "ui/ask.h"
#include "ui/checks.h"
#include "ui/cmd.h"
#include "ui/confirm.h"
#include "ui/meet_view.h"
#include "ui/recover.h"
#include "ui/restore_screen.h"
#include "ui/reviewing.h"

typedef enum Step {
    STEP_NONE,
    STEP_UP,
    STEP_DOWN,
    STEP_PAGE_UP,
    STEP_PAGE_DOWN,
    STEP_FIRST,
    STEP_LAST,
} Step;

static Step step_of_letter(uint32_t cp)
{
    switch (key_latin(cp)) {
    case 'j':
        return STEP_DOWN;
    case 'k':
        return STEP_UP;
    case ' ':
        return STEP_PAGE_DOWN;
    case 'g':
        return STEP_FIRST;
    case 'G':
        return STEP_LAST;
    default:
        return STEP_NONE;
    }
}

static Step step_of(const Key *key)
{
    switch (key->code) {
    case KEYCODE_UP:
        return STEP_UP;
    case KEYCODE_DOWN:
        return STEP_DOWN;
    case KEYCODE_PAGE_UP:
        return STEP_PAGE_UP;
    case KEYCODE_PAGE_DOWN:
        return STEP_PAGE_DOWN;
    case KEYCODE_HOME:
        return STEP_FIRST;
    case KEYCODE_END:
        return STEP_LAST;
    case KEYCODE_CHAR:
        return key->mods ? STEP_NONE : step_of_letter(key->cp);
    default:
        return STEP_NONE;
    }
}

int list_height(const Model *m)
{
    int height = m->rows - (m->rows < 16 ? 4 : 3 + m->hint_rows);

    if (m->view == VIEW_REVIEW) /* it has a head of its own */
        height -= review_top_row(m) - 2 + ask_rows(m) + review_panel_rows(m);
    if (m->view == VIEW_MEET)
        height -= meet_view_foot(m);
    return height < 1 ? 1 : height;
}

static void move_selection(size_t *selected, size_t count, Step step, size_t page)
{
    size_t last = count ? count - 1 : 0;

    switch (step) {
    case STEP_UP:
        *selected -= *selected > 0;
        break;
    case STEP_DOWN:
        *selected += *selected < last;
        break;
    case STEP_PAGE_UP:
        *selected = *selected > page ? *selected - page : 0;
        break;
    case STEP_PAGE_DOWN:
        *selected = *selected + page < last ? *selected + page : last;
        break;
    case STEP_FIRST:
        *selected = 0;
        break;
    case STEP_LAST:
        *selected = last;
        break;
    case STEP_NONE:
        break;
    }
}

static void read_revision(Model *m, Effect *out)
{
    if (m->history.count == 0)
        return;
    int number = m->history.items[m->history.selected].number;
    if (number == 0)
        return;
    *out = (Effect){.type = EFFECT_COMPARE,
                    .path = strbuf_view(&m->ed.path),
                    .bytes = text_view(m->ed.text),
                    .from = m->history.rows[m->history.selected].previous,
                    .to = number};
}

static void move_in_history(Model *m, Step step, size_t page)
{
    m->history.sought = m->history.sought && step == STEP_NONE;
    move_selection(&m->history.selected, m->history.count, step, page);
}

static void go_to_check(Model *m)
{
    size_t at = checks_current(m);
    Effect none = {0};

    if (at == NO_INDEX)
        return;
    cmd_write(m, &none);
    editor_go_finding(m, at);
}

static void move_among_checks(ChecksList *list, Step step, size_t page)
{
    bool up = step == STEP_UP || step == STEP_PAGE_UP || step == STEP_LAST;

    if (list->count == 0)
        return;
    move_selection(&list->selected, list->count, step, page);
    list->selected = checks_row_near(list, list->selected, up ? -1 : 1);
}

static void move_among_questions(Model *m, Step step, size_t page)
{
    size_t to = m->review.selected;

    if (m->review.row_count == 0 || step == STEP_NONE)
        return;
    move_selection(&to, m->review.row_count, step, page);
    if (to == 0 && m->review.selected == 1) /* over it stands a title */
        return;
    review_select(m, to);
}

void list_key(Model *m, const Key *key, Effect *out)
{
    size_t page = (size_t)list_height(m) - 1;
    Step step = step_of(key);

    if (page < 1)
        page = 1;
    switch (m->view) {
    case VIEW_HOME:
        move_selection(&m->home.selected, m->home.count, step, page);
        break;
    case VIEW_HISTORY:
        if (key->code == KEYCODE_ENTER)
            read_revision(m, out);
        else
            move_in_history(m, step, page);
        break;
    case VIEW_CHECKS:
        if (key->code == KEYCODE_ENTER)
            go_to_check(m);
        else
            move_among_checks(&m->checks, step, page);
        break;
    case VIEW_ADOPT:
    case VIEW_SPLIT:
        move_selection(&m->confirm.selected, confirm_count(m) + 1, step, page);
        break;
    case VIEW_RESTORE:
        move_selection(&m->restore.row, restore_rows(&m->restore), step, page);
        break;
    case VIEW_RECOVER:
        recover_key(m, key, out);
        break;
    case VIEW_QUESTIONS:
        move_among_questions(m, step, page);
        break;
    case VIEW_REVIEW:
    case VIEW_CHANGES:
    case VIEW_LANDED:
    case VIEW_PREVIEW:
    case VIEW_HELP:
    case VIEW_RULE:
    case VIEW_FIGURES:
    case VIEW_DECK:
    case VIEW_FIVE:
    case VIEW_EXERCISE:
    case VIEW_MATRIX:
    case VIEW_AGENDA:
    case VIEW_AUTHORS:
    case VIEW_MERGE:
        m->changes.follow = m->review.follow = m->landed.follow = false;
        move_selection(&m->top[m->view], m->page.count, step, page);
        break;
    default:
        break;
    }
}
