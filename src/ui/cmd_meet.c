/* What a person does on the screen of a meeting: commands, keys, and lines in linear
 * mode. */
#include "base/message.h"
#include "ui/cmd.h"
#include "ui/list.h"
#include "ui/meet_view.h"

enum { HIDING_LINES = 60 };

static Meet *meet_of(const Model *m)
{
    return &m->meet->meet;
}

static MeetStep step_of(const Model *m)
{
    return meet_step(&m->meet->meet);
}

/* -- what can be done
 * ------------------------------------------------------------------
 */

static bool is_step(const Model *m, MeetStep step)
{
    return m->meet && m->meet->open && step_of(m) == step;
}

const char *no_meet_step(const Model *m)
{
    return m->meet && m->meet->open ? NULL : _("the meeting is not read yet");
}

const char *no_meet_back(const Model *m)
{
    if (!m->meet || !m->meet->open)
        return _("the meeting is not read yet");
    switch (step_of(m)) {
    case MEET_AUTHOR:
    case MEET_REVEAL:
    case MEET_REMARK:
    case MEET_VOTE:
    case MEET_OPEN:
        return m->meet->importing ? NULL : _("what was said here stays said");
    default:
        return NULL;
    }
}

const char *no_meet_forget(const Model *m)
{
    return is_step(m, MEET_READING) ? NULL : _("nobody reads alone now");
}

const char *no_meet_votes(const Model *m)
{
    return is_step(m, MEET_WALK) ? NULL : _("it is not walked through now");
}

const char *no_meet_write(const Model *m)
{
    return is_step(m, MEET_CONFIRM) ? NULL : _("the decision is not complete yet");
}

/* It stays in the model, which has just handed out what is to be kept. */
static void stop(Model *m)
{
    model_back(m);
    model_say(m, _("All is kept. The meeting goes on with Esc m."));
}

/* -- doing ---------------------------------------------------------------------------
 */

static void tell(Model *m, Str said)
{
    Str line;

    if (str_next_line(&said, &line))
        model_say(m, "%.*s", STR_ARG(line));
}

/* What was decided is written down; what was said so far is kept already. */
static void write_down(Model *m, Effect *out)
{
    m->meet->ending = true;
    *out = (Effect){.type = EFFECT_MEET,
                    .from = MEET_END,
                    .path = strbuf_view(&m->ed.path),
                    .on = editor_unsaved(&m->ed)};
}

static void act(Model *m, const MeetInput *in, Effect *out)
{
    MeetView *v = m->meet;
    StrBuf said = {0};

    v->meet.now = m->now;
    MeetReply reply = meet_do(&v->meet, in, &said);
    tell(m, strbuf_view(&said));
    strbuf_deinit(&said);
    v->told++;
    m->page.valid = false;
    if (v->meet.refused)
        return;
    meet_view_fill(m);
    if (reply == MEET_DECIDED)
        write_down(m, out);
    else
        meet_view_keep(m, out);
}

static void do_plain(Model *m, MeetAct what, Effect *out)
{
    const MeetInput in = {.act = what, .unit = NO_INDEX};

    act(m, &in, out);
}

/* Notes of somebody who read elsewhere. */
static void import(Model *m, Effect *out)
{
    Str path = str_trim(field_view(&m->meet->field));

    if (path.len == 0)
        return;
    strbuf_set(&m->meet->state, path);
    *out = (Effect){.type = EFFECT_MEET,
                    .from = MEET_IMPORT,
                    .path = strbuf_view(&m->ed.path),
                    .name = strbuf_view(&m->meet->state)};
}

/* Some have not read: that is said once, and done when it is chosen again. */
static void open_notes(Model *m, Effect *out)
{
    MeetView *v = m->meet;
    bool sure = v->warned;

    do_plain(m, sure ? MEET_NOTES_ALL : MEET_NOTES, out);
    v->warned = v->meet.refused;
    if (v->warned)
        model_say(m, _("%s Enter once more opens the notes all the same."),
                  strbuf_cstr(&m->notice));
}

static void choose(Model *m, size_t index, Effect *out)
{
    size_t count;
    MeetStep step = step_of(m);

    (void)meet_readers(meet_of(m), &count);
    if (step == MEET_TURN && index == count) {
        m->meet->importing = true;
        field_set(&m->meet->field, (Str){0});
    } else if (step == MEET_TURN && index > count) {
        open_notes(m, out);
    } else {
        const MeetInput in = {.act = MEET_PICK, .number = index + 1};
        act(m, &in, out);
    }
}

static void say_line(Model *m, Effect *out)
{
    MeetView *v = m->meet;
    StrBuf text = {0};

    strbuf_add(&text, field_view(&v->field));
    const MeetInput in = {.act = MEET_SAY, .text = strbuf_view(&text), .unit = v->unit};
    act(m, &in, out);
    strbuf_deinit(&text);
}

void cmd_meet_on(Model *m, Effect *out)
{
    if (m->meet->importing)
        import(m, out);
    else if (meet_view_rows(m) > 0)
        choose(m, m->meet->selected, out);
    else if (meet_view_types(m))
        say_line(m, out);
    else if (step_of(m) == MEET_CONFIRM)
        model_say(m, _("Enter alone ends nothing: ^S writes it down and keeps it."));
    else
        do_plain(m, MEET_NEXT, out);
}

void cmd_meet_write(Model *m, Effect *out)
{
    do_plain(m, MEET_YES, out);
}

void cmd_meet_back(Model *m, Effect *out)
{
    if (m->meet->importing)
        meet_view_fill(m);
    else
        do_plain(m, MEET_BACK, out);
}

void cmd_meet_forget(Model *m, Effect *out)
{
    meet_view_keep(m, out); /* what is typed decides */
    *out = (Effect){0};
    do_plain(m, MEET_FORGET, out);
}

void cmd_meet_votes(Model *m, Effect *out)
{
    do_plain(m, MEET_VOTES, out);
}

void cmd_meet_leave(Model *m, Effect *out)
{
    MeetStep step = step_of(m);

    if (m->meet->importing) {
        meet_view_fill(m);
        return;
    }
    meet_view_keep(m, out);
    if (step == MEET_READING || step == MEET_COVER) {
        *out = (Effect){0};
        do_plain(m, MEET_AWAY, out);
        return;
    }
    stop(m);
}

/* -- keys ----------------------------------------------------------------------------
 */

static void move_unit(Model *m, int step)
{
    MeetView *v = m->meet;
    const ReadingPage *page = meet_view_page(m);
    size_t end = page->first_unit + page->unit_count;

    if (page->unit_count == 0)
        return;
    if (v->unit == NO_INDEX || v->unit < page->first_unit || v->unit >= end)
        v->unit = step > 0 ? page->first_unit : end - 1;
    else if (step > 0)
        v->unit = v->unit + 1 < end ? v->unit + 1 : NO_INDEX;
    else
        v->unit = v->unit > page->first_unit ? v->unit - 1 : NO_INDEX;
    m->page.valid = false;
}

/* A page is turned when no line waits to be ended. */
static bool turn_key(Model *m, const Key *key, Effect *out)
{
    const Meet *meet = meet_of(m);
    bool last = meet_page(meet, meet_get(meet, "reader")) + 1 >= meet->pages.count;

    switch (key->code) {
    case KEYCODE_UP:
        move_unit(m, -1);
        return true;
    case KEYCODE_DOWN:
        move_unit(m, 1);
        return true;
    case KEYCODE_PAGE_UP:
    case KEYCODE_PAGE_DOWN:
        break;
    default:
        return false;
    }
    if (field_view(&m->meet->field).len > 0)
        model_say(m, _("End the line first: Enter notes it, ^K empties it."));
    else if (key->code == KEYCODE_PAGE_UP)
        do_plain(m, MEET_BACK, out);
    else if (last)
        model_say(m, _("That was the last page. Enter: I have read it."));
    else
        do_plain(m, MEET_NEXT, out);
    return true;
}

static bool list_of_key(Model *m, const Key *key, size_t count, Effect *out)
{
    MeetView *v = m->meet;
    uint32_t digit = key->code == KEYCODE_CHAR && !key->mods ? key->cp : 0;

    if (key->code == KEYCODE_UP || key->code == KEYCODE_DOWN) {
        size_t step = key->code == KEYCODE_UP ? count - 1 : 1;
        v->selected = (v->selected + step) % count;
        v->warned = false;
        m->page.valid = false;
        return true;
    }
    if (digit < '1' || digit > '9' || digit - '1' >= count)
        return false;
    v->selected = digit - '1';
    m->page.valid = false;
    if (!meet_view_is_outcome(m)) /* a verdict takes two keys */
        choose(m, v->selected, out);
    return true;
}

static bool scroll_key(Model *m, const Key *key)
{
    size_t *top = &m->top[VIEW_MEET], page = (size_t)list_height(m);

    switch (key->code) {
    case KEYCODE_UP:
        *top -= *top > 0;
        return true;
    case KEYCODE_DOWN:
        *top += 1;
        return true;
    case KEYCODE_PAGE_UP:
        *top = *top > page ? *top - page : 0;
        return true;
    case KEYCODE_PAGE_DOWN:
        *top += page;
        return true;
    default:
        return false;
    }
}

void meet_view_key(Model *m, const Key *key, Effect *out)
{
    size_t count = m->meet && m->meet->open ? meet_view_rows(m) : 0;

    if (!m->meet || !m->meet->open)
        return;
    if (count > 0 && !m->meet->importing) {
        list_of_key(m, key, count, out);
        return;
    }
    if (step_of(m) == MEET_READING ? turn_key(m, key, out) : scroll_key(m, key))
        return;
    if (meet_view_types(m) && field_key(&m->meet->field, key))
        meet_view_changed(m, out);
}

/* -- lines ---------------------------------------------------------------------------
 */

void meet_view_line(Model *m, Str line, StrBuf *say, Effect *out)
{
    MeetView *v = m->meet;
    bool hidden = meet_is_private(&v->meet);
    StrBuf said = {0};

    v->meet.now = m->now;
    if (str_starts(line, STR("import ")) && step_of(m) == MEET_TURN) {
        field_set(&v->field, str_slice(line, 7, line.len));
        import(m, out);
        return;
    }
    MeetReply reply = meet_line(&v->meet, line, &said);
    if (hidden && (reply == MEET_HIDE || reply == MEET_STOP))
        strbuf_add_repeat(say, '\n', HIDING_LINES);
    tell(m, strbuf_view(&said));
    strbuf_deinit(&said);
    v->told++;
    meet_view_fill(m);
    if (reply == MEET_DECIDED)
        write_down(m, out);
    else
        meet_view_keep(m, out);
    if (reply == MEET_STOP)
        stop(m);
}

void meet_view_say(const Model *m, StrBuf *out)
{
    if (m->meet && m->meet->open)
        meet_say(&m->meet->meet, out);
}
