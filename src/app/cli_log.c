/* prfaq log: the revisions of a document as a list. */
#include <unistd.h>

#include "app/ascii.h"
#include "app/cli_commands.h"
#include "app/cli_json.h"
#include "app/revision_facts.h"
#include "app/trend.h"
#include "base/message.h"
#include "base/unicode.h"
#include "render/sparkline.h"
#include "repo/left_out.h"
#include "ui/review_say.h"

enum {
    TIME_CELLS = 14,
    AUTHOR_CELLS = 18,
    WORDS_CELLS = 12,
    FINDINGS_CELLS = 10,
    COMPARED_MOST = 200, /* rows of text that are compared to count their words */
    FLUSH_BYTES = 4096,
};

typedef struct Log {
    Cli *cli;
    DocumentRef ref;
    Chronicle chronicle;
    size_t limit, rows;
    Str part;      /* only what changed it; empty: everything */
    bool findings; /* are counted */
    bool json, lines;
    json_t *list;
    Error unread; /* why words of some row could not be counted */
    Str oldest;   /* the commit of the last row, when it is the first revision */
} Log;

/* One row: a revision, or several from `newest` to `oldest`. */
typedef struct Row {
    size_t index, length;
    Revision newest, oldest, before;
    bool has_before, compared;
    RevisionFacts facts;
} Row;

static bool changes_part(const Redline *r, Str part)
{
    for (size_t i = 0; i < r->part_count; i++)
        if (r->parts[i].changed &&
            (str_eq(r->parts[i].id, part) || str_eq_nocase(r->parts[i].title, part)))
            return true;
    return false;
}

static bool read_row(Log *log, Row *row, Arena *arena, Error *err)
{
    Revisions *r = log->chronicle.revisions;
    size_t last = row->index + row->length - 1;

    if (!revisions_get(r, row->index, arena, &row->newest, err) ||
        !revisions_get(r, last, arena, &row->oldest, err))
        return false;
    row->has_before = service_revision_before(r, last, arena, &row->before);
    row->compared =
        log->json || log->part.len > 0 || log->findings || log->rows < COMPARED_MOST;
    const Revision *before = row->has_before ? &row->before : NULL;
    if (row->compared && log->findings)
        revision_facts(&log->cli->session, &log->ref, before, &row->newest, true, arena,
                       &row->facts);
    else if (row->compared)
        chronicle_facts(&log->cli->session, &log->chronicle, before, &row->newest,
                        arena, &row->facts);
    if (row->compared && !row->facts.known) {
        log->unread = row->facts.why;
        /* Nobody knows whether the row belongs to what was asked for. */
        if (log->part.len > 0 || log->findings) {
            *err = row->facts.why;
            return false;
        }
    }
    if (!row->has_before)
        log->oldest = arena_str(&log->cli->arena, str_from(row->oldest.commit));
    return true;
}

static void add_words(const Row *row, StrBuf *out)
{
    if (row->facts.known)
        strbuf_addf(out, "+%d -%d", row->facts.added, row->facts.removed);
}

static void add_folded(const Row *row, StrBuf *out)
{
    Moment first = row->oldest.time, last = row->newest.time;

    unicode_visible(row->facts.parts, VISIBLE_ONE_LINE, out);
    strbuf_addz(out, row->facts.parts.len > 0 ? " (" : "(");
    StrBuf from = {0}, to = {0};
    moment_clock(first, &from);
    moment_clock(last, &to);
    message_addf(out, _("%s to %s"), strbuf_cstr(&from), strbuf_cstr(&to));
    strbuf_addc(out, ')');
    strbuf_deinit(&from);
    strbuf_deinit(&to);
}

static void add_first_cells(Log *log, const Row *row, StrBuf *cell)
{
    StrBuf *out = &log->cli->out;
    const Revision *r = &row->newest;

    if (row->length > 1) {
        message_addf(cell,
                     ngettext("+ %zu small save", "+ %zu small saves",
                              (unsigned long)row->length),
                     row->length);
        strbuf_addz(out, "   ");
        output_cell(out, strbuf_view(cell), TIME_CELLS + 5);
        return;
    }
    strbuf_addf(out, "%c %4d  ", chronicle_stands_out(&log->chronicle, r) ? '*' : ' ',
                r->number);
    moment_relative(r->time, session_now(), cell);
    output_cell(out, strbuf_view(cell), TIME_CELLS);
}

static void row_text(Log *log, const Row *row, Arena *arena)
{
    StrBuf *out = &log->cli->out, cell = {0};
    const Revision *r = &row->newest;

    add_first_cells(log, row, &cell);
    strbuf_clear(&cell);
    strbuf_add(&cell, r->author.name);
    if (r->with_count > 0 && row->length == 1)
        strbuf_addf(&cell, " +%zu", r->with_count);
    output_cell(out, strbuf_view(&cell), AUTHOR_CELLS);
    strbuf_clear(&cell);
    if (row->compared) {
        add_words(row, &cell);
        output_cell(out, strbuf_view(&cell), WORDS_CELLS);
    }
    if (log->findings) {
        strbuf_clear(&cell);
        strbuf_addf(&cell, "+%d -%d", row->facts.gained, row->facts.lost);
        output_cell(out, strbuf_view(&cell), FINDINGS_CELLS);
    }
    strbuf_clear(&cell);
    if (row->length > 1)
        add_folded(row, &cell);
    else
        unicode_visible(revision_said(&log->chronicle, r, &row->facts, arena),
                        VISIBLE_ONE_LINE, &cell);
    strbuf_add(out, str_trim_end(strbuf_view(&cell)));
    strbuf_addc(out, '\n');
    strbuf_deinit(&cell);
}

static json_t *words_json(const Row *row, int count)
{
    return row->facts.known ? json_integer(count) : json_null();
}

static json_t *row_json(const Log *log, const Row *row)
{
    json_t *revision = json_revision(&row->newest), *parts = json_array();
    const Redline *r = &row->facts.redline;

    for (size_t i = 0; i < r->part_count; i++)
        if (r->parts[i].changed &&
            (r->parts[i].id.len > 0 || r->parts[i].title.len > 0))
            json_array_append_new(
                parts,
                json_text(r->parts[i].id.len > 0 ? r->parts[i].id : r->parts[i].title));
    json_object_set_new(revision, "name",
                        json_text(names_of(&log->chronicle.names, row->newest.commit)));
    json_object_set_new(revision, "previous",
                        json_integer(row->has_before ? row->before.number : 0));
    json_object_set_new(revision, "parts", parts);
    json_object_set_new(revision, "added", words_json(row, row->facts.added));
    json_object_set_new(revision, "removed", words_json(row, row->facts.removed));
    if (log->findings) {
        json_object_set_new(revision, "findings_gained",
                            json_integer(row->facts.gained));
        json_object_set_new(revision, "findings_lost", json_integer(row->facts.lost));
    }
    return revision;
}

/* Who reads the first rows does not wait for the last ones. */
static bool flush(Log *log, Error *err)
{
    StrBuf *out = &log->cli->out;

    if (out->len < FLUSH_BYTES)
        return true;
    bool ok = output_write(STDOUT_FILENO, strbuf_view(out), err);
    strbuf_clear(out);
    return ok;
}

static bool print_row(Log *log, Row *row, Error *err)
{
    Arena scratch = {0};
    bool ok = read_row(log, row, &scratch, err);

    if (ok && (log->part.len == 0 || changes_part(&row->facts.redline, log->part))) {
        log->rows++;
        if (!log->json)
            row_text(log, row, &scratch);
        else if (log->lines)
            json_print_line(row_json(log, row), &log->cli->out);
        else
            json_array_append_new(log->list, row_json(log, row));
    }
    arena_deinit(&scratch);
    return ok && flush(log, err);
}

static bool print_rows(Log *log, Error *err)
{
    bool fold = !log->json && !cli_has(log->cli, OPTION_ALL) && log->part.len == 0;
    Revisions *r = log->chronicle.revisions;
    size_t count = r ? revisions_count(r) : 0;

    for (size_t i = 0; i < count && log->rows < log->limit;) {
        Row row = {.index = i, .length = fold ? chronicle_row(&log->chronicle, i) : 1};
        if (!print_row(log, &row, err))
            return false;
        i += row.length;
    }
    return true;
}

static bool read_limit(const Cli *cli, size_t *count, Error *err)
{
    int limit = 0;

    *count = (size_t)-1;
    if (!cli_has(cli, OPTION_LIMIT))
        return true;
    if (!str_to_int(cli_value(cli, OPTION_LIMIT), &limit) || limit < 1) {
        error_set(err, ERR_USAGE, _("--limit needs a number from 1 on"));
        return false;
    }
    *count = (size_t)limit;
    return true;
}

static void say_nothing_there(Log *log)
{
    if (log->rows > 0)
        return;
    if (!log->chronicle.revisions)
        output_note(log->cli, _("\"%.*s\" is in no workspace: it has no revisions."),
                    STR_ARG(log->ref.path));
    else if (revisions_count(log->chronicle.revisions) == 0)
        output_note(log->cli,
                    _("%.*s has no revision yet. Keep one with: prfaq save %.*s"),
                    STR_ARG(log->ref.name), STR_ARG(log->ref.name));
    else
        output_note(log->cli, _("No revision changed the section \"%.*s\"."),
                    STR_ARG(log->part));
}

/* What keeps the list from telling all. */
static void say_what_is_left_out(Log *log)
{
    if (log->unread.code != ERR_NONE)
        output_note(log->cli,
                    _("The words of some revisions cannot be counted: %s.\n%s"),
                    log->unread.message, log->unread.hint);
    if (log->oldest.len > 0 && repo_cut_below(log->cli->session.repo, log->oldest.ptr))
        output_note(log->cli, "%s", history_cut_words());
}

/* -- how it came along ------------------------------------------------------------- */

typedef struct Trend {
    int numbers[TREND_MOST], errors[TREND_MOST], warnings[TREND_MOST];
    size_t count;
} Trend;

static void read_trend(Log *log, Trend *out)
{
    Revisions *r = log->chronicle.revisions;

    out->count = trend_numbers(r ? revisions_count(r) : 0, TREND_MOST, out->numbers);
    for (size_t i = 0; i < out->count; i++) {
        TrendPoint p =
            trend_point(&log->cli->session, &log->chronicle, out->numbers[i], 0);
        out->errors[i] = p.errors;
        out->warnings[i] = p.warnings;
    }
}

/* What a clone does not have, or cannot be read, is no point. */
static void leave_out_unknown(Trend *t)
{
    size_t known = 0;

    for (size_t i = 0; i < t->count; i++) {
        if (t->errors[i] < 0)
            continue;
        t->numbers[known] = t->numbers[i];
        t->errors[known] = t->errors[i];
        t->warnings[known++] = t->warnings[i];
    }
    t->count = known;
}

static void trend_row(Log *log, const Trend *t, const char *label, const int *values,
                      int most)
{
    enum { LABEL_CELLS = 14 };
    StrBuf *out = &log->cli->out;

    output_cell(out, str_from(label), LABEL_CELLS);
    sparkline(values, t->count, most, terminal_in_ascii(&log->cli->session), out);
    strbuf_addz(out, "  ");
    message_addf(out, _("%d at first, %d now"), values[0], values[t->count - 1]);
    strbuf_addc(out, '\n');
}

static void trend_text(Log *log)
{
    Trend t;
    int most = 0;

    read_trend(log, &t);
    leave_out_unknown(&t);
    if (t.count < 2)
        return;
    for (size_t i = 0; i < t.count; i++) {
        most = t.errors[i] > most ? t.errors[i] : most;
        most = t.warnings[i] > most ? t.warnings[i] : most;
    }
    trend_row(log, &t, _("To fix"), t.errors, most);
    trend_row(log, &t, _("To look at"), t.warnings, most);
    strbuf_addc(&log->cli->out, '\n');
}

static json_t *trend_json(Log *log)
{
    json_t *list = json_array();
    Trend t;

    read_trend(log, &t);
    leave_out_unknown(&t);
    for (size_t i = 0; i < t.count; i++) {
        json_t *p = json_object();
        json_object_set_new(p, "revision", json_integer(t.numbers[i]));
        json_object_set_new(p, "errors", json_integer(t.errors[i]));
        json_object_set_new(p, "warnings", json_integer(t.warnings[i]));
        json_array_append_new(list, p);
    }
    return list;
}

static UntouchedSearch *find_untouched(Log *log)
{
    if (!log->chronicle.revisions)
        return NULL;
    UntouchedSearch *u = untouched_new(&log->cli->session, &log->chronicle);
    while (!untouched_step(u))
        continue;
    return u;
}

static void untouched_text(Log *log)
{
    UntouchedSearch *u = find_untouched(log);
    StrBuf titles = {0};

    if (u)
        untouched_titles(u, &titles);
    if (titles.len > 0)
        message_addf(&log->cli->out, _("Untouched since the first draft: %s"),
                     strbuf_cstr(&titles));
    else
        strbuf_addz(&log->cli->out, _("No section is as it was in its first draft."));
    strbuf_addz(&log->cli->out, "\n\n");
    strbuf_deinit(&titles);
    untouched_free(u);
}

static json_t *untouched_json(Log *log)
{
    UntouchedSearch *u = find_untouched(log);
    json_t *list = json_array();
    size_t count = 0;
    const Untouched *items = u ? untouched_items(u, &count) : NULL;

    for (size_t i = 0; i < count; i++) {
        json_t *o = json_object();
        json_object_set_new(o, "part",
                            json_text(items[i].id.len ? items[i].id : items[i].title));
        json_object_set_new(o, "title", json_text(items[i].title));
        json_object_set_new(o, "since", json_integer(items[i].since));
        json_array_append_new(list, o);
    }
    untouched_free(u);
    return list;
}

static bool print_log(Log *log, Error *err)
{
    bool untouched = cli_has(log->cli, OPTION_UNTOUCHED);

    log->list = json_array();
    if (!log->json && log->findings)
        trend_text(log);
    if (!log->json && untouched)
        untouched_text(log);
    bool ok = print_rows(log, err);
    if (ok && log->json && !log->lines) {
        json_t *document = json_document("log");
        json_object_set(document, "revisions", log->list);
        json_object_set_new(document, "document", json_text(log->ref.name));
        if (log->findings)
            json_object_set_new(document, "trend", trend_json(log));
        if (untouched)
            json_object_set_new(document, "untouched", untouched_json(log));
        json_print(document, &log->cli->out);
    } else if (ok && !log->json) {
        say_nothing_there(log);
        say_what_is_left_out(log);
    }
    json_decref(log->list);
    return ok;
}

bool command_log(Cli *cli, Error *err)
{
    Log log = {.cli = cli,
               .part = cli_value(cli, OPTION_PART),
               .findings = cli_has(cli, OPTION_FINDINGS),
               .lines = cli_has(cli, OPTION_JSON_LINES)};

    log.json = log.lines || cli_has(cli, OPTION_JSON);
    if (!read_limit(cli, &log.limit, err) ||
        !session_document(&cli->session, cli_arg(cli, 0), &cli->arena, &log.ref, err) ||
        !chronicle_open(&cli->session, &log.ref, &cli->arena, &log.chronicle, err))
        return false;
    bool ok = print_log(&log, err);
    chronicle_close(&log.chronicle);
    return ok;
}
