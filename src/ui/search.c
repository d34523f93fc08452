/* Words looked for on a screen where nothing is typed: `/`, then n and N until Esc.
 * The rows are joined, so that words are found over the end of a row. */
#include "text/search.h"
#include "base/message.h"
#include "base/unicode.h"
#include "ui/cmd.h"
#include "ui/find.h"
#include "ui/list.h"

typedef struct Joined {
    StrBuf text;
    size_t *starts; /* of the rows in the text, and its length */
    size_t count;
} Joined;

static bool is_page(View view)
{
    return view != VIEW_HOME && view != VIEW_HISTORY;
}

static size_t row_count(const Model *m)
{
    return m->view == VIEW_HOME      ? m->home.count
           : m->view == VIEW_HISTORY ? m->history.count
                                     : m->page.count;
}

static void add_home_row(const DocumentEntry *d, StrBuf *out)
{
    strbuf_add(out, d->title);
    strbuf_addc(out, '\n');
    strbuf_add(out, d->name);
    strbuf_addc(out, '\n');
    strbuf_add(out, d->who);
    strbuf_addc(out, '\n');
    strbuf_add(out, d->decision);
    strbuf_addc(out, '\n');
    strbuf_add(out, d->reason);
}

static void add_revision(const Revision *r, StrBuf *out)
{
    strbuf_add(out, r->note);
    strbuf_addc(out, '\n');
    strbuf_add(out, r->subject);
    strbuf_addc(out, '\n');
    strbuf_add(out, r->author.name);
    for (size_t i = 0; i < r->with_count; i++)
        strbuf_addf(out, "\n%.*s", STR_ARG(r->with[i].name));
    strbuf_addc(out, '\n');
    strbuf_add(out, r->body);
}

static void add_row(const Model *m, size_t row, StrBuf *out)
{
    if (m->view == VIEW_HOME)
        add_home_row(&m->home.documents[row], out);
    else if (m->view == VIEW_HISTORY)
        add_revision(&m->history.items[row], out);
    for (size_t i = 0; is_page(m->view) && i < m->page.lines[row].run_count; i++)
        strbuf_add(out, m->page.lines[row].runs[i].text);
}

/* A row that was broken at a blank goes on in the next one. */
static void join_rows(const Model *m, size_t from, size_t to, Arena *arena, Joined *out)
{
    *out = (Joined){.starts = arena_array(arena, to - from + 1, sizeof(size_t)),
                    .count = to - from};
    for (size_t row = from; row < to; row++) {
        out->starts[row - from] = out->text.len;
        add_row(m, row, &out->text);
        bool blank = out->text.len > 0 && out->text.ptr[out->text.len - 1] == ' ';
        if (!is_page(m->view))
            strbuf_addc(&out->text, '\n');
        else if (!blank)
            strbuf_addc(&out->text, ' ');
    }
    out->starts[out->count] = out->text.len;
}

static size_t row_of(const Joined *j, size_t at)
{
    size_t low = 0, high = j->count;

    while (low + 1 < high) {
        size_t middle = low + (high - low) / 2;
        if (j->starts[middle] <= at)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static size_t here(const Model *m)
{
    if (m->view == VIEW_HOME)
        return m->home.selected;
    return m->view == VIEW_HISTORY ? m->history.selected : m->top[m->view];
}

static void show_row(Model *m, size_t row)
{
    size_t height = (size_t)list_height(m);
    size_t *top = &m->top[m->view];

    if (m->view == VIEW_HOME)
        m->home.selected = row;
    else if (m->view == VIEW_HISTORY)
        m->history.selected = row;
    else if (row < *top || row >= *top + height)
        *top = row > height / 3 ? row - height / 3 : 0;
    m->changes.follow = m->review.follow = false;
}

/* In a list the next match is one in another row. */
static size_t pick(const Model *m, const Joined *j, const Range *hits, size_t count,
                   int direction)
{
    const Search *at = &m->search;

    if (direction > 0) {
        for (size_t i = 0; i < count; i++) {
            size_t row = row_of(j, hits[i].start);
            size_t col = hits[i].start - j->starts[row];
            if (row > at->row || (is_page(m->view) && row == at->row && col > at->col))
                return i;
        }
        return count;
    }
    for (size_t i = count; i > 0; i--) {
        size_t row = row_of(j, hits[i - 1].start);
        size_t col = hits[i - 1].start - j->starts[row];
        if (row < at->row || (is_page(m->view) && row == at->row && col < at->col))
            return i - 1;
    }
    return count;
}

/* 0: the first at or after where the search began. */
static void go(Model *m, int direction)
{
    Arena arena = {0};
    Joined j;
    const Range *hits = NULL;
    size_t count = 0, i = 0;

    join_rows(m, 0, row_count(m), &arena, &j);
    search_all(strbuf_view(&j.text), field_view(&m->typed[PROMPT_SEARCH]), &arena,
               &hits, &count);
    if (count == 0) {
        if (m->typed[PROMPT_SEARCH].text.len > 0)
            model_say(m, _("Not found."));
    } else {
        while (direction == 0 && i < count &&
               row_of(&j, hits[i].start) < m->search.from)
            i++;
        if (direction != 0)
            i = pick(m, &j, hits, count, direction);
        bool wrapped = i == count;
        if (wrapped)
            i = direction < 0 ? count - 1 : 0;
        m->search.row = row_of(&j, hits[i].start);
        m->search.col = hits[i].start - j.starts[m->search.row];
        show_row(m, m->search.row);
        model_say(m,
                  !wrapped        ? _("%d of %d")
                  : direction < 0 ? _("%d of %d, from the end again")
                                  : _("%d of %d, from the top again"),
                  (int)i + 1, (int)count);
    }
    strbuf_deinit(&j.text);
    arena_deinit(&arena);
}

void cmd_search(Model *m, Effect *out)
{
    (void)out;
    prompt_open(m, PROMPT_SEARCH);
    m->typed[PROMPT_SEARCH].fresh = true;
    m->search = (Search){.on = true, .view = m->view, .from = here(m)};
}

bool search_is_on(const Model *m)
{
    return m->search.on && m->search.view == m->view;
}

void search_end(Model *m)
{
    m->search.on = false;
}

void search_box_key(Model *m, const Key *key)
{
    if (key->code == KEYCODE_ENTER) {
        prompt_close(m);
        if (m->typed[PROMPT_SEARCH].text.len == 0)
            search_end(m);
        else
            go(m, 0);
    } else if (key->code == KEYCODE_DOWN || key->code == KEYCODE_F3) {
        go(m, 1);
    } else if (key->code == KEYCODE_UP) {
        go(m, -1);
    } else if (field_key(&m->typed[PROMPT_SEARCH], key)) {
        go(m, 0);
    }
}

bool search_key(Model *m, const Key *key)
{
    uint32_t cp = key->code == KEYCODE_CHAR && !key->mods ? key_latin(key->cp) : 0;

    if (!search_is_on(m) || (cp != 'n' && cp != 'N'))
        return false;
    go(m, cp == 'n' ? 1 : -1);
    return true;
}

/* The part of a match that lies in one row of the window. */
static void mark_in_row(const Model *m, Screen *s, const Joined *j, size_t row,
                        Range hit, int screen_row)
{
    Str text = strbuf_view(&j->text);
    size_t begin = j->starts[row], end = j->starts[row + 1];
    size_t from = hit.start > begin ? hit.start : begin;
    size_t to = hit.end < end ? hit.end : end;
    int col =
        (m->view == VIEW_REVIEW ? 3 : 2) + unicode_width(str_slice(text, begin, from));

    screen_restyle(s, screen_row, col, unicode_width(str_slice(text, from, to)),
                   STYLE_MATCH);
    if (m->search.row == row + m->top[m->view] && hit.start == begin + m->search.col)
        screen_cursor(s, screen_row, col);
}

void search_draw(const Model *m, Screen *s, int row)
{
    Arena arena = {0};
    Joined j;
    const Range *hits = NULL;
    size_t count = 0, top = m->top[m->view];
    size_t to = top + (size_t)list_height(m);

    if (!search_is_on(m) || !is_page(m->view) || top >= m->page.count)
        return;
    join_rows(m, top, to < m->page.count ? to : m->page.count, &arena, &j);
    search_all(strbuf_view(&j.text), field_view(&m->typed[PROMPT_SEARCH]), &arena,
               &hits, &count);
    for (size_t i = 0; i < count; i++)
        for (size_t at = row_of(&j, hits[i].start);
             at < j.count && j.starts[at] < hits[i].end; at++)
            mark_in_row(m, s, &j, at, hits[i], row + (int)at);
    strbuf_deinit(&j.text);
    arena_deinit(&arena);
}
