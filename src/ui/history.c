#include "ui/history.h"

#include <string.h>

#include "base/message.h"
#include "ui/cmd.h"
#include "ui/frame.h"

enum { AHEAD = 60, DETAIL_ROWS = 7, ROOM_FOR_DETAILS = 12, ROOM_FOR_MORE = 24 };

int history_height(const Model *m)
{
    int room = draw_hint_row(m) - 4, rows = room - DETAIL_ROWS;
    const HistoryList *h = &m->history;

    if (room < ROOM_FOR_DETAILS)
        return room;
    /* A short list in a high window leaves the room to the change. */
    if (room >= ROOM_FOR_MORE && h->complete && !h->more && (int)h->count < rows)
        rows = (int)h->count < room / 3 ? room / 3 : (int)h->count;
    return rows;
}

size_t history_top(const Model *m)
{
    size_t rows = (size_t)history_height(m), selected = m->history.selected;

    return selected >= rows ? selected - rows + 1 : 0;
}

size_t history_trend_room(const Model *m)
{
    enum { WORDS_CELLS = 40 }; /* beside the bars */
    int room = (m->cols - WORDS_CELLS) / 2;

    return room < 4 ? 4 : room > TREND_ROOM ? TREND_ROOM : (size_t)room;
}

/* -- what comes in ---------------------------------------------------------------- */

static Revision copy_revision(Arena *arena, const Revision *r)
{
    Revision copy = *r;
    Person *with = arena_array(arena, r->with_count + 1, sizeof *with);

    for (size_t i = 0; i < r->with_count; i++)
        with[i] = (Person){arena_str(arena, r->with[i].name), (Str){0}};
    copy.with = with;
    copy.author = (Person){arena_str(arena, r->author.name), (Str){0}};
    copy.note = arena_str(arena, r->note);
    copy.subject = arena_str(arena, r->subject);
    copy.body = arena_str(arena, r->body);
    return copy;
}

static void add_row(HistoryList *h, const HistoryRow *row)
{
    h->items =
        arena_grow(&h->arena, h->items, h->count, &h->item_cap, sizeof *h->items);
    h->rows = arena_grow(&h->arena, h->rows, h->count, &h->row_cap, sizeof *h->rows);
    h->items[h->count] = copy_revision(&h->arena, &row->revision);
    h->rows[h->count] = *row;
    h->rows[h->count].name = arena_str(&h->arena, row->name);
    h->rows[h->count++].what = arena_str(&h->arena, row->what);
}

/* The row that is looked for may be among those that came. */
static void look_for(HistoryList *h, size_t from)
{
    for (size_t i = from; h->sought && i < h->count; i++)
        if (strcmp(h->items[i].commit, h->wanted.commit) == 0 &&
            (h->wanted.number == 0 || h->items[i].number == h->wanted.number)) {
            h->selected = i;
            h->sought = false;
        }
    h->sought = h->sought && (h->more || !h->complete);
}

static void add_rows(HistoryList *h, const Msg *msg)
{
    size_t from = h->count;

    for (size_t i = 0; i < msg->history_count; i++)
        add_row(h, &msg->history[i]);
    h->total = msg->total;
    h->complete = msg->complete;
    h->more = msg->more;
    look_for(h, from);
}

/* What is known of the row at hand; it lives in the old rows. */
static void want(HistoryList *h)
{
    const Revision *here = &h->items[h->selected];

    h->wanted = (Revision){.number = here->number};
    memcpy(h->wanted.commit, here->commit, sizeof here->commit);
    h->sought = true;
}

/* The same rows again, now with numbers: one stays where one is. */
static void begin(Model *m, const Msg *msg)
{
    HistoryList *h = &m->history;

    if (!msg->quiet)
        h->sought = false;
    else if (!h->sought && h->selected < h->count)
        want(h);
    arena_reset(&h->arena);
    h->items = NULL;
    h->rows = NULL;
    h->count = h->item_cap = h->row_cap = 0;
    h->previewed = NO_INDEX;
    h->selected = 0;
    h->trend_count = 0;
    h->trend_done = h->trend_too_long = false;
    strbuf_clear(&h->untouched);
    h->cut = false;
    add_rows(h, msg);
    if (msg->quiet)
        return;
    h->top = 0;
    h->marked = 0;
    if (m->view != VIEW_HISTORY)
        model_go(m, VIEW_HISTORY);
}

/* One row of several saves becomes several rows. */
static void opened(HistoryList *h, const Msg *msg)
{
    size_t row = msg->row, count = msg->history_count;

    if (row >= h->count || count == 0)
        return;
    h->count--;
    memmove(h->items + row, h->items + row + 1, (h->count - row) * sizeof *h->items);
    memmove(h->rows + row, h->rows + row + 1, (h->count - row) * sizeof *h->rows);
    size_t behind = h->count - row;
    for (size_t i = 0; i < count; i++)
        add_row(h, &msg->history[i]);
    /* What came stands behind the rest: they change places. */
    Revision *items = arena_array(&h->arena, count, sizeof *items);
    HistoryRow *rows = arena_array(&h->arena, count, sizeof *rows);
    memcpy(items, h->items + row + behind, count * sizeof *items);
    memcpy(rows, h->rows + row + behind, count * sizeof *rows);
    memmove(h->items + row + count, h->items + row, behind * sizeof *items);
    memmove(h->rows + row + count, h->rows + row, behind * sizeof *rows);
    memcpy(h->items + row, items, count * sizeof *items);
    memcpy(h->rows + row, rows, count * sizeof *rows);
    h->previewed = NO_INDEX;
    h->opened++;
}

static void compared(HistoryList *h, const Msg *msg)
{
    if (msg->row >= h->count)
        return;
    HistoryRow *row = &h->rows[msg->row];
    row->compared = true;
    row->added = msg->history->added;
    row->removed = msg->history->removed;
    row->what = arena_str(&h->arena, msg->history->what);
    if (msg->row == h->selected && !msg->quiet) {
        strbuf_set(&h->preview, msg->text);
        h->previewed = msg->row;
    }
}

static void came_along(HistoryList *h, const HistoryTrend *t)
{
    if (t->point && h->trend_count < TREND_ROOM) {
        h->errors[h->trend_count] = t->errors;
        h->warnings[h->trend_count++] = t->warnings;
    }
    h->trend_too_long |= t->too_long;
    h->trend_done = t->done;
    if (t->done) {
        strbuf_set(&h->untouched, t->untouched);
        h->cut = t->cut;
    }
}

bool receive_history(Model *m, const Msg *msg, Effect *out)
{
    switch (msg->type) {
    case MSG_HISTORY:
        begin(m, msg);
        return true;
    case MSG_HISTORY_MORE:
        add_rows(&m->history, msg);
        return true;
    case MSG_HISTORY_ROW:
        compared(&m->history, msg);
        return true;
    case MSG_HISTORY_TREND:
        came_along(&m->history, msg->trend);
        return true;
    case MSG_HISTORY_OPENED:
        opened(&m->history, msg);
        return true;
    case MSG_NAMED:
        model_say(m, _("The revision is called \"%.*s\" now."), STR_ARG(msg->name));
        field_set(&m->typed[PROMPT_REVISION], (Str){0});
        cmd_history(m, out);
        out->quiet = true;
        return true;
    default:
        return false;
    }
}

/* -- what is asked for --------------------------------------------------------------
 */

/* The row that is to be compared next: the one at hand, then those that are seen. */
static size_t row_to_compare(const HistoryList *h, size_t top, size_t rows)
{
    if (h->selected < h->count && h->previewed != h->selected)
        return h->selected;
    for (size_t i = top; i < top + rows && i < h->count; i++)
        if (!h->rows[i].compared)
            return i;
    return NO_INDEX;
}

static bool wants_rows(const HistoryList *h)
{
    size_t seen = h->selected > h->top ? h->selected : h->top;

    return h->more && (h->sought || seen + AHEAD > h->count);
}

bool history_waits(const Model *m)
{
    const HistoryList *h = &m->history;

    return m->view == VIEW_HISTORY && h->count + h->more > 0 &&
           (!h->complete || wants_rows(h) || !h->trend_done ||
            row_to_compare(h, history_top(m), (size_t)history_height(m)) != NO_INDEX);
}

void history_idle(Model *m, Effect *out)
{
    HistoryList *h = &m->history;
    size_t row = row_to_compare(h, history_top(m), (size_t)history_height(m));

    if (h->complete && !wants_rows(h) && row == NO_INDEX) {
        *out = (Effect){.type = EFFECT_HISTORY_TREND,
                        .number = history_trend_room(m),
                        .from = (int)h->trend_count};
        return;
    }
    *out = (Effect){.type = EFFECT_HISTORY_MORE,
                    .on = row == h->selected, /* with its words */
                    .number = wants_rows(h) && h->previewed == h->selected ? UINT64_MAX
                              : row == NO_INDEX                            ? UINT64_MAX
                                                                           : row};
}

/* -- commands ------------------------------------------------------------------------
 */

const char *no_row(const Model *m)
{
    return m->history.count > 0 ? NULL : _("There is no revision yet.");
}

bool history_unfold(Model *m, Effect *out)
{
    HistoryList *h = &m->history;
    size_t saves = h->count > 0 ? h->rows[h->selected].saves : 0;

    if (m->view != VIEW_HISTORY || saves < 2)
        return false;
    *out = (Effect){.type = EFFECT_HISTORY_OPEN, .number = h->selected};
    model_say(m, _("These are %zu small saves: choose one of them."), saves);
    return true;
}

void cmd_small_saves(Model *m, Effect *out)
{
    m->history.all = !m->history.all;
    m->history.top = 0;
    cmd_history(m, out);
    out->quiet = true;
    model_say(m, m->history.all ? _("Every save has a row of its own.")
                                : _("Small saves of one person are one row."));
}

void cmd_only_section(Model *m, Effect *out)
{
    HistoryList *h = &m->history;
    const Document *doc = &m->ed.derived.doc;
    size_t part = document_part_at(doc, m->ed.caret);

    if (part == NO_INDEX && m->ed.caret > 0) /* behind the last word */
        part = document_part_at(doc, m->ed.caret - 1);
    if (h->part.len > 0) {
        strbuf_clear(&h->part);
        model_say(m, _("All revisions again."));
    } else if (part == NO_INDEX || doc->parts[part].title.len == 0) {
        model_say(m, _("Put the caret into a section of the text first."));
        return;
    } else {
        const Part *p = &doc->parts[part];
        strbuf_set(&h->part, p->id.len > 0 ? p->id : p->title);
        strbuf_set(&h->part_title, doc->parts[part].title);
        model_say(m, _("Only revisions that changed \"%.*s\". S shows all again."),
                  STR_ARG(doc->parts[part].title));
    }
    h->top = 0;
    cmd_history(m, out);
    out->quiet = true;
}

void cmd_name_revision(Model *m, Effect *out)
{
    if (history_unfold(m, out))
        return;
    if (m->history.items[m->history.selected].number == 0) {
        model_say(m, _("Its number is not known yet: wait a moment."));
        return;
    }
    prompt_open(m, PROMPT_REVISION);
}

void name_revision_key(Model *m, const Key *key, Effect *out)
{
    Field *field = &m->typed[PROMPT_REVISION];

    if (key->code != KEYCODE_ENTER) {
        field_key(field, key);
        return;
    }
    prompt_close(m);
    if (str_is_blank(field_view(field)) || m->history.count == 0)
        return;
    *out = (Effect){.type = EFFECT_NAME,
                    .path = strbuf_view(&m->ed.path),
                    .name = str_trim(field_view(field)),
                    .from = m->history.items[m->history.selected].number};
}
