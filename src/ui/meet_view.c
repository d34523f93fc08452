#include "ui/meet_view.h"

#include "base/message.h"
#include "ui/cmd.h"
#include "ui/derive.h"
#include "ui/outside.h"
#include "ui/receive_kinds.h"

void meet_view_free(Model *m)
{
    MeetView *v = m->meet;

    if (!v)
        return;
    meet_deinit(&v->meet);
    arena_deinit(&v->arena);
    strbuf_deinit(&v->name);
    strbuf_deinit(&v->bytes);
    strbuf_deinit(&v->state);
    field_deinit(&v->field);
    mem_free(v);
    m->meet = NULL;
}

static Meet *meet_of(const Model *m)
{
    return &m->meet->meet;
}

static MeetStep step_of(const Model *m)
{
    return meet_step(&m->meet->meet);
}

/* -- the line ------------------------------------------------------------------------
 */

static Str writer_name(const Model *m)
{
    return strbuf_view(&m->who);
}

/* Who is in the room and neither wrote it nor writes down what is said. */
static void add_room(const Model *m, StrBuf *out)
{
    Str author = meet_get(meet_of(m), "author"),
        scribe = meet_get(meet_of(m), "scribe");

    for (size_t i = 0; i < m->person_count; i++) {
        Str name = m->people[i].name;
        if (str_eq(name, author) || str_eq(name, scribe))
            continue;
        strbuf_addf(out, "%s%.*s", out->len > 0 ? ", " : "", STR_ARG(name));
    }
}

/* What the line holds before anything is typed: a name that is likely. The first key
 * takes its place. */
static void suggest(const Model *m, StrBuf *out)
{
    Str author = meet_get(meet_of(m), "author");

    if (step_of(m) == MEET_SCRIBE && !str_eq_nocase(writer_name(m), author))
        strbuf_add(out, writer_name(m));
    if (step_of(m) == MEET_READERS)
        add_room(m, out);
}

static size_t unit_called(const Meet *meet, Str place)
{
    for (size_t i = 0; place.len > 0 && i < meet->units.count; i++)
        if (str_eq(meet->units.units[i].label, place))
            return i;
    return NO_INDEX;
}

const ReadingPage *meet_view_page(const Model *m)
{
    const Meet *meet = meet_of(m);

    return &meet->pages.items[meet_page(meet, meet_get(meet, "reader"))];
}

static void choose_unit(Model *m)
{
    MeetView *v = m->meet;
    MeetHalf half = meet_half(&v->meet);
    const ReadingPage *page = meet_view_page(m);

    bool there =
        v->unit >= page->first_unit && v->unit < page->first_unit + page->unit_count;

    if (half.text.len > 0)
        v->unit = unit_called(&v->meet, half.place);
    else if (!there)
        v->unit = page->unit_count > 0 ? page->first_unit : NO_INDEX;
}

/* The line of this step and this person: what was begun, else what is likely. */
void meet_view_fill(Model *m)
{
    MeetView *v = m->meet;
    StrBuf likely = {0};
    MeetHalf half;

    meet_tidy(&v->meet);
    half = meet_half(&v->meet);
    suggest(m, &likely);
    field_set(&v->field, half.text.len > 0 ? half.text : strbuf_view(&likely));
    v->field.fresh = half.text.len == 0;
    if (step_of(m) == MEET_READING)
        choose_unit(m);
    else
        v->unit = NO_INDEX; /* the next one begins at the top */
    v->dirty = v->importing = v->warned = v->ending = false;
    v->selected = 0;
    m->top[VIEW_MEET] = 0;
    m->page.valid = false;
    strbuf_deinit(&likely);
}

bool meet_view_types(const Model *m)
{
    if (!m->meet || !m->meet->open)
        return false;
    if (m->meet->importing)
        return true;
    switch (step_of(m)) {
    case MEET_AUTHOR:
    case MEET_SCRIBE:
    case MEET_READERS:
    case MEET_READING:
    case MEET_REMARK:
    case MEET_WALK:
        return true;
    case MEET_DECIDE:
        return meet_view_rows(m) == 0;
    default:
        return false;
    }
}

bool meet_view_is_hidden(const Model *m)
{
    return m->view == VIEW_MEET && m->meet && m->meet->open &&
           (step_of(m) == MEET_READING || step_of(m) == MEET_VOTE);
}

uint64_t meet_view_told(const Model *m)
{
    return m->meet ? m->meet->told + 1 : 0;
}

/* -- kept ----------------------------------------------------------------------------
 */

bool meet_view_wants_keeping(const Model *m)
{
    return m->meet && m->meet->dirty;
}

void meet_view_keep(Model *m, Effect *out)
{
    MeetView *v = m->meet;

    if (meet_view_types(m) && !v->importing && !v->field.fresh)
        meet_keep_half(&v->meet,
                       v->unit < v->meet.units.count && step_of(m) == MEET_READING
                           ? v->meet.units.units[v->unit].label
                           : (Str){0},
                       field_view(&v->field));
    strbuf_clear(&v->state);
    meet_print(&v->meet, &v->state);
    v->dirty = false;
    *out = (Effect){.type = EFFECT_MEET,
                    .from = MEET_KEEP,
                    .quiet = true,
                    .path = strbuf_view(&m->ed.path),
                    .bytes = strbuf_view(&v->state)};
}

void meet_view_changed(Model *m, Effect *out)
{
    MeetView *v = m->meet;

    if (v->importing)
        return;
    if (!v->dirty)
        v->dirty_ms = m->clock_ms;
    v->dirty = true;
    if (m->clock_ms - v->dirty_ms >= MEET_KEEP_MS)
        meet_view_keep(m, out);
}

/* -- time ----------------------------------------------------------------------------
 */

int64_t meet_view_left(const MeetView *v, Moment now)
{
    Moment begun;

    if (!moment_parse_iso(meet_get_of(&v->meet, "begun", meet_get(&v->meet, "reader")),
                          &begun))
        return v->meet.units.seconds;
    return begun.seconds + v->meet.units.seconds - now.seconds;
}

int meet_view_wait_ms(const Model *m, int64_t now_ms)
{
    enum { MINUTE = 60, SECOND_MS = 1000 };

    if (m->view != VIEW_MEET || !m->meet || !m->meet->open ||
        step_of(m) != MEET_READING)
        return -1;
    int64_t left = meet_view_left(m->meet, m->now);
    if (left <= 0)
        return -1;
    int64_t passed = now_ms > m->clock_ms ? now_ms - m->clock_ms : 0;
    int64_t wait = ((left - 1) % MINUTE + 1) * SECOND_MS - passed;
    return wait > 0 ? (int)wait : 0;
}

/* -- opening -------------------------------------------------------------------------
 */

void meet_view_open(Model *m, Effect *out)
{
    if (!m->meet)
        m->meet = mem_alloc(sizeof *m->meet);
    *out = (Effect){.type = EFFECT_MEET,
                    .path = strbuf_view(&m->ed.path),
                    .from = MEET_LOOK,
                    .on = editor_unsaved(&m->ed)};
}

void cmd_meet(Model *m, Effect *out)
{
    if (!file_open_first(m, VIEW_MEET, out))
        meet_view_open(m, out);
}

static void begin(Model *m, const Msg *msg)
{
    MeetView *v = m->meet;

    meet_deinit(&v->meet);
    arena_reset(&v->arena);
    strbuf_set(&v->name, msg->name);
    strbuf_set(&v->bytes, msg->bytes);
    v->revision = (int)msg->number;
    document_read(strbuf_view(&v->bytes), m->lib, &v->arena, &v->doc);
    meet_begin(&v->meet, &v->doc, strbuf_view(&v->name),
               arena_str(&v->arena, msg->text));
    v->meet.now = m->now;
    v->open = true;
    v->told++;
}

static void take_people(Model *m, const Msg *msg)
{
    arena_reset(&m->people_arena);
    m->people = arena_array(&m->people_arena, msg->person_count + 1, sizeof *m->people);
    m->person_count = msg->person_count;
    for (size_t i = 0; i < msg->person_count; i++) {
        m->people[i] = msg->people[i];
        m->people[i].name = arena_str(&m->people_arena, msg->people[i].name);
    }
}

/* The document says what was decided, in a revision of its own. */
static void take_document(Model *m, const Msg *msg)
{
    Editor *ed = &m->ed;

    if (!str_eq(text_view(ed->text), msg->bytes))
        outside_take(m, msg->bytes);
    if (msg->revision_count == 0)
        return;
    strbuf_set(&ed->base, msg->bytes);
    ed->based = true;
    ed->revision = msg->revisions[0].number;
    derive_base(m);
}

/* What is private leaves the model with the meeting. */
static void ended(Model *m, const Msg *msg)
{
    if (msg->complete)
        take_document(m, msg);
    meet_view_free(m);
    if (m->view == VIEW_MEET)
        model_back(m);
    model_say(m, "%.*s", STR_ARG(msg->text));
}

static bool failed(Model *m, const Msg *msg, Effect *out)
{
    if (msg->type != MSG_FAILED || msg->effect != EFFECT_MEET || !m->meet)
        return false;
    if (!m->meet->open) {
        meet_view_free(m);
        if (m->view == VIEW_HOME && m->ed.open)
            model_go(m, VIEW_WRITE);
    } else if (m->meet->ending) {
        meet_view_open(m, out); /* some of it may have been written */
    }
    model_say_error(m, &msg->error);
    return true;
}

bool receive_meet(Model *m, const Msg *msg, Effect *out)
{
    if (failed(m, msg, out))
        return true;
    if (msg->type != MSG_MEET || !m->meet)
        return false;
    m->page.valid = false;
    if (msg->from == MEET_END) {
        ended(m, msg);
        return true;
    }
    take_people(m, msg);
    begin(m, msg);
    meet_view_fill(m);
    if (m->view == VIEW_HOME && m->started_with_document)
        m->view = VIEW_WRITE; /* one comes from the document */
    if (m->view != VIEW_MEET)
        model_go(m, VIEW_MEET);
    if (msg->from == MEET_IMPORT)
        model_say(m, _("Taken in; what it says stays hidden until all notes open."));
    else if (!msg->complete)
        meet_view_keep(m, out);
    return true;
}
