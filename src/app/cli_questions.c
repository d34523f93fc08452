/* What people asked, and whether it was answered: the list of it. */
#include "app/cli_commands.h"
#include "app/cli_document.h"
#include "app/review_export.h"
#include "app/thread_json.h"
#include "base/message.h"
#include "base/unicode.h"

enum { INDENT = 5, QUOTE_CELLS = 60 };

typedef struct Counts {
    int open, closed, overdue, must_fix; /* the last two are open */
} Counts;

static void count(const ReviewThreads *threads, Counts *out)
{
    for (size_t i = 0; i < threads->count; i++) {
        const ReviewThread *t = &threads->items[i];
        if (t->thread.resolved) {
            out->closed++;
            continue;
        }
        out->open++;
        out->overdue += t->overdue;
        out->must_fix += t->thread.kind == THREAD_MUST_FIX;
    }
}

/* -- JSON ------------------------------------------------------------------------ */

typedef struct Listing {
    json_t *threads, *damaged; /* NULL: text */
    Counts counts;
} Listing;

static void add_json(Cli *cli, const ReviewThreads *threads, Listing *out)
{
    const size_t *order = review_order(threads, &cli->arena);

    for (size_t i = 0; i < threads->count; i++) {
        const ReviewThread *t = &threads->items[order[i]];
        if (!t->thread.resolved || cli_has(cli, OPTION_ALL))
            json_array_append_new(out->threads, thread_json(threads, t));
    }
    for (size_t i = 0; i < threads->damage_count; i++)
        json_array_append_new(out->damaged, json_text(threads->damage[i].what));
}

static void print_json(Cli *cli, Listing *listing)
{
    json_t *document = json_document("questions"), *counts = json_object();

    json_object_set_new(counts, "open", json_integer(listing->counts.open));
    json_object_set_new(counts, "closed", json_integer(listing->counts.closed));
    json_object_set_new(counts, "overdue", json_integer(listing->counts.overdue));
    json_object_set_new(counts, "must_fix", json_integer(listing->counts.must_fix));
    json_object_set_new(document, "threads", listing->threads);
    json_object_set_new(document, "counts", counts);
    json_object_set_new(document, "damaged", listing->damaged);
    json_print(document, &cli->out);
}

/* -- text -------------------------------------------------------------------------- */

static void add_moment(StrBuf *out, const char *format, Moment m)
{
    StrBuf time = {0};

    moment_relative(m, session_now(), &time);
    message_addf(out, format, strbuf_cstr(&time));
    strbuf_deinit(&time);
}

static void add_state(StrBuf *line, const ReviewThread *t)
{
    const Thread *thread = &t->thread;

    if (thread->resolved) {
        strbuf_addz(line, ", ");
        if (thread->resolved_by.len > 0)
            message_addf(line, _("closed by %.*s"), STR_ARG(thread->resolved_by));
        else
            strbuf_addz(line, _("closed"));
        if (thread->reason.len > 0)
            strbuf_addf(line, ": %.*s", STR_ARG(thread->reason));
    } else if (t->overdue) {
        strbuf_addz(line, ", ");
        add_moment(line, _("OVERDUE: %s"), t->due);
    } else if (t->waits) {
        strbuf_addz(line, ", ");
        add_moment(line, _("due: %s"), t->due);
    }
}

/* "Q7   question, Dana Li, 12 min, for Jun Lee, OVERDUE: today 09:00" */
static void add_head(StrBuf *out, const ReviewThread *t)
{
    const Thread *thread = &t->thread;
    StrBuf line = {0};

    strbuf_addf(&line, "%s, %.*s, ", review_kind_words(thread->kind),
                STR_ARG(thread->author));
    moment_relative(thread->time, session_now(), &line);
    if (thread->owner.len > 0) {
        strbuf_addz(&line, ", ");
        message_addf(&line, _("for %.*s"), STR_ARG(thread->owner));
    }
    add_state(&line, t);
    output_cell(out, t->label, INDENT);
    unicode_visible(strbuf_view(&line), VISIBLE_ONE_LINE, out);
    strbuf_addc(out, '\n');
    strbuf_deinit(&line);
}

/* Words in quotation marks, cut to a line. */
static void add_quoted(StrBuf *out, Str words)
{
    StrBuf visible = {0};

    unicode_visible(words, VISIBLE_ONE_LINE, &visible);
    Str text = strbuf_view(&visible), cut = unicode_fit(text, QUOTE_CELLS);
    strbuf_addf(out, "\"%.*s%s\"", STR_ARG(str_trim_end(cut)),
                cut.len < text.len ? "\u2026" : "");
    strbuf_deinit(&visible);
}

static void add_where(StrBuf *line, const ReviewThreads *threads, const ReviewThread *t)
{
    int row = 0, column = 0;

    if (t->place.state == ANCHOR_LOST || !t->part) {
        if (t->thread.selected_text.len > 0)
            add_quoted(line, t->thread.selected_text);
        else
            strbuf_add(line, t->thread.part);
        return;
    }
    document_place(&threads->doc.doc, t->place.range.start, &row, &column);
    if (t->about == ABOUT_WORDS) {
        add_quoted(line, t->thread.selected_text);
        strbuf_addz(line, ", ");
    }
    unicode_visible(review_part_title(t->part), VISIBLE_ONE_LINE, line);
    strbuf_addz(line, ", ");
    message_addf(line, _("line %d"), row);
}

static void add_place(StrBuf *out, const ReviewThreads *threads, const ReviewThread *t)
{
    StrBuf where = {0};

    if (t->about == ABOUT_DOCUMENT)
        return;
    add_where(&where, threads, t);
    strbuf_add_repeat(out, ' ', INDENT);
    switch (t->thread.resolved ? ANCHOR_HERE : t->place.state) {
    case ANCHOR_MOVED:
        message_addf(out, _("moved: %s"), strbuf_cstr(&where));
        break;
    case ANCHOR_EDITED:
        message_addf(out, _("look again: %s"), strbuf_cstr(&where));
        break;
    case ANCHOR_LOST:
        message_addf(out, _("without a place: %s"), strbuf_cstr(&where));
        break;
    case ANCHOR_HERE:
        strbuf_add(out, strbuf_view(&where));
        break;
    }
    strbuf_addc(out, '\n');
    strbuf_deinit(&where);
}

/* Text of people in lines of the terminal; its own line breaks stay. */
static void add_words(StrBuf *out, int indent, Str text)
{
    Str line;

    while (str_next_line(&text, &line)) {
        StrBuf visible = {0};
        unicode_visible(line, VISIBLE_ONE_LINE, &visible);
        if (visible.len > 0)
            output_wrapped(out, indent, output_width(), strbuf_view(&visible));
        strbuf_deinit(&visible);
    }
}

static void add_thread(StrBuf *out, const ReviewThreads *threads, const ReviewThread *t)
{
    const Thread *thread = &t->thread;
    StrBuf line = {0};

    add_head(out, t);
    add_place(out, threads, t);
    if (thread->suggestion.len > 0) {
        message_addf(&line, _("better: \"%.*s\""), STR_ARG(thread->suggestion));
        add_words(out, INDENT, strbuf_view(&line));
    }
    if (!str_eq(thread->text, thread->suggestion))
        add_words(out, INDENT, thread->text);
    for (size_t i = 0; i < thread->reply_count; i++) {
        strbuf_clear(&line);
        strbuf_addf(&line, "%.*s: %.*s", STR_ARG(thread->replies[i].author),
                    STR_ARG(thread->replies[i].text));
        add_words(out, INDENT + 2, strbuf_view(&line));
    }
    strbuf_deinit(&line);
}

static void add_title(StrBuf *out, const ReviewThreads *threads)
{
    Counts counts = {0};
    StrBuf name = {0};

    count(threads, &counts);
    unicode_visible(threads->doc.ref.name, VISIBLE_ONE_LINE, &name);
    message_addf(out, _("%s: %d open, %d closed"), strbuf_cstr(&name), counts.open,
                 counts.closed);
    strbuf_addc(out, '\n');
    strbuf_deinit(&name);
}

static void add_text(Cli *cli, const ReviewThreads *threads)
{
    const size_t *order = review_order(threads, &cli->arena);
    StrBuf *out = &cli->out;

    if (out->len > 0)
        strbuf_addc(out, '\n');
    add_title(out, threads);
    for (size_t i = 0; i < threads->count; i++) {
        const ReviewThread *t = &threads->items[order[i]];
        if (!t->thread.resolved || cli_has(cli, OPTION_ALL))
            add_thread(out, threads, t);
    }
    for (size_t i = 0; i < threads->damage_count; i++) {
        unicode_visible(threads->damage[i].what, VISIBLE_ONE_LINE, out);
        strbuf_addc(out, '\n');
    }
}

static void tell_way(Cli *cli, Str document, const Counts *counts)
{
    if (counts->open == 0 && counts->closed == 0 && document.len > 0)
        output_note(cli, _("Ask something: prfaq ask %.*s --quote WORDS TEXT"),
                    STR_ARG(document));
    else if (counts->open == 0 && counts->closed == 0)
        output_note(cli, _("Nothing was asked yet: prfaq ask DOC --quote WORDS TEXT"));
    else if (counts->open > 0)
        output_note(cli,
                    _("Answer: prfaq reply DOC:Q1 TEXT. Close what you asked: prfaq "
                      "resolve DOC:Q1"));
}

/* -- the command ---------------------------------------------------------------------
 */

static void list(Cli *cli, const ReviewThreads *threads, Listing *listing)
{
    count(threads, &listing->counts);
    if (listing->threads)
        add_json(cli, threads, listing);
    else
        add_text(cli, threads);
}

static bool list_all(Cli *cli, Listing *listing, Error *err)
{
    const Str *names;
    size_t name_count;

    if (!review_documents(&cli->session, &cli->arena, &names, &name_count, err))
        return false;
    for (size_t i = 0; i < name_count; i++) {
        ReviewThreads threads;
        Counts here = {0};
        if (!review_threads_of(&cli->session, names[i], &cli->arena, &threads, err))
            return false;
        count(&threads, &here);
        if (here.open > 0 || threads.damage_count > 0 || cli_has(cli, OPTION_ALL))
            list(cli, &threads, listing);
        else
            listing->counts.closed += here.closed;
    }
    return true;
}

static bool list_one(Cli *cli, Listing *listing, Str *name, Error *err)
{
    OpenDocument doc;
    ReviewThreads threads;

    if (!cli_open(cli, cli_arg(cli, 0), &doc, err) ||
        !session_need_workspace(&cli->session, err))
        return false;
    *name = doc.ref.name;
    review_threads_read(&cli->session, &doc, &cli->arena, &threads);
    list(cli, &threads, listing);
    return true;
}

/* For people without prfaq. */
static bool export(Cli *cli, Error *err)
{
    OpenDocument doc;
    ReviewThreads threads;
    ReviewFormat format = REVIEW_MARKDOWN;
    StrBuf bytes = {0};

    if (cli->arg_count == 0) {
        error_set(err, ERR_USAGE, _("--to needs a document"));
        return error_hint(err, _("See: prfaq %s --help"), "questions");
    }
    if (!cli_open(cli, cli_arg(cli, 0), &doc, err) ||
        !session_need_workspace(&cli->session, err))
        return false;
    review_threads_read(&cli->session, &doc, &cli->arena, &threads);
    review_format_parse(cli_value(cli, OPTION_TO), &format);
    review_export(&threads, format, cli_has(cli, OPTION_ALL), &cli->arena, &bytes);
    bool ok = true;
    if (cli_has(cli, OPTION_OUTPUT))
        ok = cli_write_output(cli, &doc, strbuf_view(&bytes), err);
    else
        cli_add_text(cli, strbuf_view(&bytes));
    strbuf_deinit(&bytes);
    return ok;
}

bool command_questions(Cli *cli, Error *err)
{
    if (cli_has(cli, OPTION_TO))
        return export(cli, err);
    bool json = cli_has(cli, OPTION_JSON);
    Listing listing = {.threads = json ? json_array() : NULL,
                       .damaged = json ? json_array() : NULL};
    Str name = {0};
    bool ok = cli->arg_count > 0 ? list_one(cli, &listing, &name, err)
                                 : list_all(cli, &listing, err);

    if (!ok) {
        json_decref(listing.threads);
        json_decref(listing.damaged);
        return false;
    }
    if (json)
        print_json(cli, &listing);
    else
        tell_way(cli, name, &listing.counts);
    cli->status = listing.counts.must_fix > 0;
    return true;
}
