#include "app/history_slices.h"

#include <string.h>

#include "app/trend.h"
#include "base/message.h"
#include "repo/saving.h"

enum { SLICE_MS = 8, ROWS_AT_ONCE = 60 };

/* Which revisions a row stands for. */
typedef struct Span {
    size_t index, length;
    bool with_words; /* … and the words that changed are wanted */
} Span;

struct HistorySlices {
    Arena arena;
    DocumentRef ref;
    Chronicle chronicle;
    Span *spans;
    size_t count, cap;
    size_t next; /* revision the next row begins with */
    bool all;
    Str part;
    UntouchedSearch *untouched;
};

void history_slices_free(HistorySlices *h)
{
    if (!h)
        return;
    untouched_free(h->untouched);
    chronicle_close(&h->chronicle);
    arena_deinit(&h->arena);
    mem_free(h);
}

/* -- rows -------------------------------------------------------------------------- */

static bool changes_part(const Redline *r, Str part)
{
    for (size_t i = 0; i < r->part_count; i++)
        if (r->parts[i].changed &&
            (str_eq(r->parts[i].id, part) || str_eq(r->parts[i].title, part)))
            return true;
    return false;
}

static void facts_of(Session *s, HistorySlices *h, Span span, Arena *arena,
                     Revision *newest, RevisionFacts *out)
{
    Revision before;
    Error ignored = {0};
    Revisions *r = h->chronicle.revisions;

    *out = (RevisionFacts){0};
    if (!revisions_get(r, span.index, arena, newest, &ignored))
        return;
    bool has_before =
        service_revision_before(r, span.index + span.length - 1, arena, &before);
    const Revision *from = has_before ? &before : NULL;
    if (span.with_words)
        revision_facts(s, &h->ref, from, newest, false, arena, out);
    else
        chronicle_facts(s, &h->chronicle, from, newest, arena, out);
}

static bool belongs(Session *s, HistorySlices *h, Span span)
{
    Arena scratch = {0};
    Revision revision;
    RevisionFacts facts;

    if (h->part.len == 0)
        return true;
    facts_of(s, h, span, &scratch, &revision, &facts);
    bool yes = facts.known && changes_part(&facts.redline, h->part);
    arena_deinit(&scratch);
    return yes;
}

static bool read_row(HistorySlices *h, Span span, Arena *reply, HistoryRow *out,
                     Error *err)
{
    Revisions *r = h->chronicle.revisions;
    size_t last = span.index + span.length - 1;
    RevisionRecord record = {0};
    Revision oldest;
    int number;

    *out = (HistoryRow){.saves = span.length};
    if (!revisions_get(r, span.index, reply, &out->revision, err) ||
        !revisions_get(r, last, reply, &oldest, err))
        return false;
    if (revisions_record(r, last, &record, &number) && number > 0)
        out->previous = (int)record.previous;
    out->first = oldest.time;
    out->name = names_of(&h->chronicle.names, out->revision.commit);
    out->stands_out = chronicle_stands_out(&h->chronicle, &out->revision);
    return true;
}

static void add_span(HistorySlices *h, Span span)
{
    h->spans = arena_grow(&h->arena, h->spans, h->count, &h->cap, sizeof *h->spans);
    h->spans[h->count++] = span;
}

static bool add_row(HistorySlices *h, Span span, Arena *reply, HistoryRow *out,
                    Error *err)
{
    if (!read_row(h, span, reply, out, err))
        return false;
    add_span(h, span);
    return true;
}

static bool add_rows(Session *s, HistorySlices *h, Arena *reply, Msg *out, Error *err)
{
    Revisions *r = h->chronicle.revisions;
    size_t total = r ? revisions_count(r) : 0, count = 0;
    HistoryRow *rows = arena_array(reply, ROWS_AT_ONCE, sizeof *rows);
    int64_t until = saving_clock_ms() + SLICE_MS;
    bool fold = !h->all && h->part.len == 0 && r && revisions_complete(r);

    out->row = h->count;
    while (h->next < total && count < ROWS_AT_ONCE && saving_clock_ms() < until) {
        Span span = {h->next, fold ? chronicle_row(&h->chronicle, h->next) : 1, false};
        if (belongs(s, h, span) && !add_row(h, span, reply, &rows[count++], err))
            return false;
        h->next += span.length;
    }
    out->history = rows;
    out->history_count = count;
    out->total = total;
    out->complete = !r || revisions_complete(r);
    out->more = h->next < total;
    return true;
}

bool history_slices_begin(Session *s, const Effect *effect, Arena *reply,
                          HistorySlices **slices, Msg *out, Error *err)
{
    HistorySlices *h = mem_alloc(sizeof *h);
    Repo *repo = NULL;

    history_slices_free(*slices);
    *slices = NULL;
    h->all = effect->on;
    h->part = arena_str(&h->arena, effect->name);
    h->chronicle.ref = &h->ref;
    bool ok = session_document(s, effect->path, &h->arena, &h->ref, err);
    if (ok && h->ref.relative.len > 0) {
        ok = session_repo(s, &repo, err) &&
             revisions_open(repo, h->ref.relative, &h->chronicle.revisions, err) &&
             names_read(repo, h->ref.name, &h->arena, &h->chronicle.names, err);
        if (ok) {
            kept_open(repo, "rows", h->ref.relative, &h->chronicle.rows);
            revisions_more(h->chronicle.revisions, SLICE_MS);
        }
    }
    *out = (Msg){.type = MSG_HISTORY, .quiet = effect->quiet};
    ok = ok && add_rows(s, h, reply, out, err);
    if (ok)
        *slices = h;
    else
        history_slices_free(h);
    return ok;
}

/* -- more ----------------------------------------------------------------------------
 */

/* What changed in a row, with both texts for the words below the list. */
static bool tell_row(Session *s, HistorySlices *h, const Effect *effect, Arena *reply,
                     Msg *out)
{
    HistoryRow *row = ARENA_NEW(reply, HistoryRow);
    Span span = h->spans[effect->number];
    RevisionFacts facts;
    StrBuf text = {0};

    span.with_words = effect->on;
    facts_of(s, h, span, reply, &row->revision, &facts);
    row->compared = true;
    row->added = facts.added;
    row->removed = facts.removed;
    if (span.length > 1)
        row->what = facts.parts;
    else if (facts.known || row->revision.commit[0])
        row->what = revision_said(&h->chronicle, &row->revision, &facts, reply);
    if (facts.known && effect->on) {
        const RedlineText options = {.lang = message_lang()};
        redline_text(&facts.redline, &options, &text);
    }
    *out = (Msg){.type = MSG_HISTORY_ROW,
                 .row = effect->number,
                 .history = row,
                 .quiet = !effect->on};
    out->text = arena_str(reply, strbuf_view(&text));
    strbuf_deinit(&text);
    return true;
}

bool history_slices_more(Session *s, HistorySlices *h, const Effect *effect,
                         Arena *reply, Msg *out, Error *err)
{
    Revisions *r = h->chronicle.revisions;

    *out = (Msg){.type = MSG_HISTORY_ROW, .row = SIZE_MAX};
    if (r && !revisions_complete(r)) {
        bool complete = revisions_more(r, SLICE_MS);
        out->type = MSG_HISTORY_MORE;
        out->total = revisions_count(r);
        out->row = h->count;
        out->more = true;
        if (!complete)
            return h->count >= ROWS_AT_ONCE || add_rows(s, h, reply, out, err);
        /* Now they have numbers, and perhaps another order. */
        h->count = h->next = 0;
        *out = (Msg){.type = MSG_HISTORY, .quiet = true};
        return add_rows(s, h, reply, out, err);
    }
    if (effect->number < h->count)
        return tell_row(s, h, effect, reply, out);
    out->type = MSG_HISTORY_MORE;
    return add_rows(s, h, reply, out, err);
}

/* -- one row becomes several ---------------------------------------------------------
 */

/* The span of a row is replaced by `count` others. */
static void replace_span(HistorySlices *h, size_t row, const Span *spans, size_t count)
{
    for (size_t i = 1; i < count; i++)
        add_span(h, (Span){0});
    memmove(h->spans + row + count, h->spans + row + 1,
            (h->count - row - count) * sizeof *h->spans);
    memcpy(h->spans + row, spans, count * sizeof *spans);
}

bool history_slices_open(HistorySlices *h, size_t row, Arena *reply, Msg *out,
                         Error *err)
{
    enum { LEAST = 20 }; /* rows, however long they take */
    int64_t until = saving_clock_ms() + SLICE_MS;

    *out = (Msg){.type = MSG_DONE};
    if (row >= h->count || h->spans[row].length < 2)
        return true;
    Span whole = h->spans[row];
    Span *spans = arena_array(reply, whole.length, sizeof *spans);
    HistoryRow *rows = arena_array(reply, whole.length, sizeof *rows);
    size_t count = 0, done = 0;
    while (done < whole.length) {
        bool more = count < LEAST || saving_clock_ms() < until;
        spans[count] =
            (Span){whole.index + done, more ? 1 : whole.length - done, false};
        if (!read_row(h, spans[count], reply, &rows[count], err))
            return false;
        done += spans[count++].length;
    }
    replace_span(h, row, spans, count);
    *out = (Msg){.type = MSG_HISTORY_OPENED,
                 .row = row,
                 .history = rows,
                 .history_count = count};
    return true;
}

/* -- how it came along ---------------------------------------------------------------
 */

void history_slices_trend(Session *s, HistorySlices *h, const Effect *effect,
                          Arena *reply, HistoryTrend *out)
{
    Revisions *r = h->chronicle.revisions;
    int numbers[TREND_MOST];
    size_t count = r ? trend_numbers(revisions_count(r), effect->number, numbers) : 0;
    StrBuf titles = {0};

    *out = (HistoryTrend){.done = count == 0};
    if ((size_t)effect->from < count) {
        TrendPoint p =
            trend_point(s, &h->chronicle, numbers[effect->from], TREND_BYTES_MOST);
        *out = (HistoryTrend){.point = true,
                              .errors = p.errors,
                              .warnings = p.warnings,
                              .too_long = p.too_long};
        return;
    }
    if (count > 0 && !h->untouched)
        h->untouched = untouched_new(s, &h->chronicle);
    if (count == 0 || !untouched_step(h->untouched))
        return;
    untouched_titles(h->untouched, &titles);
    out->untouched = arena_str(reply, strbuf_view(&titles));
    out->cut = service_is_cut(s, r);
    out->done = true;
    strbuf_deinit(&titles);
}
