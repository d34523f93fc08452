/* The documents of a workspace: how far each is, or, as a portfolio, where all of them
 * stand and what was decided. */
#include <string.h>

#include "app/cli_commands.h"
#include "app/cli_document.h"
#include "app/cli_json.h"
#include "base/message.h"
#include "base/unicode.h"

enum { NAME_CELLS = 18, TITLE_CELLS = 30, STATE_CELLS = 22 };

static void add_state(StrBuf *out, const ListedDocument *d)
{
    if (d->state == DOCUMENT_NEW)
        strbuf_addz(out, _("not saved yet"));
    else if (d->state == DOCUMENT_CHANGED)
        message_addf(out, _("revision %d, changed"), d->revisions);
    else if (d->state == DOCUMENT_SAVED)
        message_addf(out, _("revision %d"), d->revisions);
}

static void add_row(StrBuf *out, const ListedDocument *d, Moment now)
{
    StrBuf cell = {0};

    output_cell(out, d->ref.name, NAME_CELLS);
    if (!d->readable) {
        unicode_visible(str_from(d->error.message), VISIBLE_ONE_LINE, out);
        strbuf_addc(out, '\n');
        return;
    }
    output_cell(out, d->title, TITLE_CELLS);
    add_state(&cell, d);
    output_cell(out, strbuf_view(&cell), STATE_CELLS);
    strbuf_clear(&cell);
    if (d->template_id.len == 0)
        cli_add_length(&cell, d->lang, d->words);
    else if (d->errors > 0)
        message_addf(&cell, ngettext("%d to fix", "%d to fix", (unsigned)d->errors),
                     d->errors);
    else
        strbuf_addz(&cell, _("ready for review"));
    if (d->revisions > 0) {
        strbuf_addz(&cell, ", ");
        moment_relative(d->last_time, now, &cell);
    }
    unicode_visible(strbuf_view(&cell), VISIBLE_ONE_LINE, out);
    strbuf_addc(out, '\n');
    strbuf_deinit(&cell);
}

/* -- the portfolio ---------------------------------------------------------------- */

enum { COL_NAME, COL_STAGE, COL_DECISION, COL_AGE, COL_OPEN, COL_REVISIONS, COLUMNS };
enum { TABLE_CELLS = 80, NAME_LEAST = 14, GAP = 2 };

typedef struct PortfolioRow {
    Str cell[COLUMNS];
} PortfolioRow;

typedef struct Portfolio {
    PortfolioRow head, *rows; /* a row a document */
    int cells[COLUMNS];       /* how wide, with the gap after it */
} Portfolio;

/* From its first revision until now. */
static int age_days(const ListedDocument *d)
{
    enum { DAY_S = 24 * 60 * 60 };
    int64_t days = (session_now().seconds - d->first_time.seconds) / DAY_S;

    return days > 0 ? (int)days : 0;
}

static void add_age(StrBuf *out, const ListedDocument *d)
{
    enum { WEEK = 7, MONTH = 30, DAYS_SHOWN = 2 * WEEK, WEEKS_SHOWN = 2 * MONTH };
    int days = age_days(d);

    if (d->revisions == 0)
        strbuf_addz(out, "-");
    else if (days == 0)
        strbuf_addz(out, _("today"));
    else if (days < DAYS_SHOWN)
        message_addf(out, ngettext("%d day", "%d days", (unsigned)days), days);
    else if (days < WEEKS_SHOWN)
        message_addf(out, ngettext("%d week", "%d weeks", (unsigned)(days / WEEK)),
                     days / WEEK);
    else
        message_addf(out, ngettext("%d month", "%d months", (unsigned)(days / MONTH)),
                     days / MONTH);
}

static Str age_of(const ListedDocument *d, Arena *arena)
{
    StrBuf text = {0};

    add_age(&text, d);
    Str age = arena_str(arena, strbuf_view(&text));
    strbuf_deinit(&text);
    return age;
}

static PortfolioRow portfolio_row(const ListedDocument *d, Arena *arena)
{
    Outcome outcome = d->decision.outcome;

    if (!d->readable)
        return (PortfolioRow){.cell = {[COL_NAME] = d->ref.name}};
    if (outcome == OUTCOME_NONE) /* without minutes the document itself may say it */
        (void)outcome_parse(d->said, &outcome);
    Str decided = str_from(outcome_words(outcome));
    if (decided.len == 0)
        decided = d->said.len > 0 ? d->said : STR("-");
    return (PortfolioRow){.cell = {
                              [COL_NAME] = d->ref.name,
                              [COL_STAGE] = str_from(stage_words(d->stage)),
                              [COL_DECISION] = decided,
                              [COL_AGE] = age_of(d, arena),
                              [COL_OPEN] = arena_printf(
                                  arena, "%s%d", d->overdue > 0 ? "! " : "", d->open),
                              [COL_REVISIONS] = arena_printf(arena, "%d", d->revisions),
                          }};
}

/* As wide as what stands in it; the names get what is left, and where that is too
 * little, of what was decided the end is left out. */
static void measure(Portfolio *p, size_t count)
{
    int rest = TABLE_CELLS;

    for (int c = 0; c < COLUMNS; c++) {
        int most = unicode_width(p->head.cell[c]);
        for (size_t i = 0; i < count; i++) {
            int cells = unicode_width(p->rows[i].cell[c]);
            most = cells > most ? cells : most;
        }
        p->cells[c] = most + GAP;
        rest -= c == COL_NAME ? 0 : p->cells[c];
    }
    rest += GAP; /* nothing stands behind the last one */
    int names = p->cells[COL_NAME] < NAME_LEAST ? p->cells[COL_NAME] : NAME_LEAST;
    if (rest < names) {
        p->cells[COL_DECISION] -= names - rest;
        rest = names;
    }
    if (p->cells[COL_NAME] > rest)
        p->cells[COL_NAME] = rest;
}

static void make_portfolio(const ListedDocument *list, size_t count, Arena *arena,
                           Portfolio *out)
{
    *out = (Portfolio){.head = {{str_from(_("Document")), str_from(_("Stage")),
                                 str_from(_("Decision")), str_from(_("Age")),
                                 str_from(_("Open ?")), str_from(_("Revisions"))}},
                       .rows = arena_array(arena, count + 1, sizeof *out->rows)};
    for (size_t i = 0; i < count; i++)
        out->rows[i] = portfolio_row(&list[i], arena);
    measure(out, count);
}

/* Numbers end where the column ends. */
static void add_columns(StrBuf *out, const Portfolio *p, const PortfolioRow *row)
{
    for (int c = 0; c < COLUMNS; c++) {
        int right = p->cells[c] - GAP - unicode_width(row->cell[c]);
        if (c >= COL_OPEN) {
            strbuf_add_repeat(out, ' ', right > 0 ? (size_t)right : 0);
            strbuf_add(out, row->cell[c]);
            strbuf_add(out, c < COL_REVISIONS ? STR("  ") : STR(""));
        } else {
            output_cell(out, row->cell[c], p->cells[c]);
        }
    }
    strbuf_addc(out, '\n');
}

static void add_document_row(StrBuf *out, const Portfolio *p, const PortfolioRow *row,
                             const ListedDocument *d)
{
    if (d->readable) {
        add_columns(out, p, row);
        return;
    }
    output_cell(out, d->ref.name, p->cells[COL_NAME]);
    unicode_visible(str_from(d->error.message), VISIBLE_ONE_LINE, out);
    strbuf_addc(out, '\n');
}

/* Why it is archived, and what would bring it back. */
static void add_reason(StrBuf *out, const Meeting *m)
{
    enum { INDENT = 4, CELLS = 79 };
    StrBuf line = {0};

    if (!m->decides)
        return;
    meeting_say_reason(m, &line);
    if (m->reopen.len > 0) {
        strbuf_addz(&line, line.len ? ". " : "");
        message_addf(&line, _("Again when: %.*s"), STR_ARG(m->reopen));
    }
    StrBuf visible = {0};
    unicode_visible(strbuf_view(&line), VISIBLE_ONE_LINE, &visible);
    output_wrapped(out, INDENT, CELLS, strbuf_view(&visible));
    strbuf_deinit(&visible);
    strbuf_deinit(&line);
}

static void add_portfolio_table(Cli *cli, const ListedDocument *list, size_t count)
{
    StrBuf *out = &cli->out;
    Portfolio table;
    bool archived = false;

    make_portfolio(list, count, &cli->arena, &table);
    if (count > 0)
        add_columns(out, &table, &table.head);
    for (size_t i = 0; i < count; i++) {
        if (list[i].archived && !archived)
            strbuf_addf(out, "%s%s\n", i > 0 ? "\n" : "", _("Archived"));
        archived = list[i].archived;
        add_document_row(out, &table, &table.rows[i], &list[i]);
        if (archived)
            add_reason(out, &list[i].decision);
    }
}

/* -- JSON ------------------------------------------------------------------------- */

static json_t *json_day(Date d)
{
    return json_sprintf("%04d-%02d-%02d", d.year, d.month, d.day);
}

static json_t *decision_json(const Meeting *m)
{
    const struct {
        const char *name;
        Str words;
    } said[] = {{"decider", m->decider}, {"reason", m->reason},   {"door", m->door},
                {"owner", m->owner},     {"first", m->first},     {"stop", m->stop},
                {"reopen", m->reopen},   {"dissent", m->dissent}, {"file", m->place}};
    json_t *o = json_object();

    json_object_set_new(o, "outcome", json_string(outcome_name(m->outcome)));
    if (m->revision > 0)
        json_object_set_new(o, "revision", json_integer(m->revision));
    if (m->date.year > 0)
        json_object_set_new(o, "date", json_day(m->date));
    for (size_t i = 0; i < sizeof said / sizeof *said; i++)
        if (said[i].words.len > 0)
            json_object_set_new(o, said[i].name, json_text(said[i].words));
    return o;
}

static void add_portfolio(json_t *o, const ListedDocument *d)
{
    json_object_set_new(o, "open", json_integer(d->open));
    json_object_set_new(o, "overdue", json_integer(d->overdue));
    if (d->revisions > 0) {
        json_object_set_new(o, "begun", json_moment(d->first_time));
        json_object_set_new(o, "age_days", json_integer(age_days(d)));
    }
    json_object_set_new(
        o, "decision", d->decision.decides ? decision_json(&d->decision) : json_null());
}

static json_t *listed_json(const ListedDocument *d, bool portfolio)
{
    static const char *const states[] = {
        [DOCUMENT_UNKNOWN] = "unknown",
        [DOCUMENT_NEW] = "new",
        [DOCUMENT_SAVED] = "saved",
        [DOCUMENT_CHANGED] = "changed",
    };
    json_t *o = json_object();

    json_object_set_new(o, "document", json_text(d->ref.name));
    json_object_set_new(o, "file", json_text(d->ref.path));
    json_object_set_new(o, "readable", json_boolean(d->readable));
    if (!d->readable) {
        json_object_set_new(o, "problem", json_text(str_from(d->error.message)));
        return o;
    }
    json_object_set_new(o, "title", json_text(d->title));
    json_object_set_new(o, "template", json_text(d->template_id));
    json_object_set_new(o, "lang", json_lang(d->lang));
    json_object_set_new(o, "stage", json_text(d->stage));
    json_object_set_new(o, "archived", json_boolean(d->archived));
    json_object_set_new(o, "words", json_integer(d->words));
    json_object_set_new(o, "questions", json_integer(d->questions));
    json_object_set_new(o, "answered", json_integer(d->answered));
    json_object_set_new(o, "errors", json_integer(d->errors));
    json_object_set_new(o, "warnings", json_integer(d->warnings));
    json_object_set_new(o, "state", json_string(states[d->state]));
    json_object_set_new(o, "revisions", json_integer(d->revisions));
    if (d->revisions > 0) {
        json_object_set_new(o, "author", json_text(d->last_author.name));
        json_object_set_new(o, "time", json_moment(d->last_time));
    }
    if (portfolio)
        add_portfolio(o, d);
    return o;
}

static void list_json(Cli *cli, const ListedDocument *list, size_t count,
                      bool portfolio)
{
    json_t *document = json_document("list");
    json_t *documents = json_array();

    for (size_t i = 0; i < count; i++)
        json_array_append_new(documents, listed_json(&list[i], portfolio));
    json_object_set_new(document, "documents", documents);
    json_print(document, &cli->out);
}

/* -- the command ------------------------------------------------------------------ */

static void add_list(StrBuf *out, const ListedDocument *list, size_t count)
{
    bool archived = false;

    for (size_t i = 0; i < count; i++) {
        if (list[i].archived && !archived)
            strbuf_addf(out, "%s%s\n", i > 0 ? "\n" : "", _("Archived"));
        archived = list[i].archived;
        add_row(out, &list[i], session_now());
        if (archived)
            add_reason(out, &list[i].decision);
    }
}

static ListScope wanted_scope(const Cli *cli)
{
    return cli_has(cli, OPTION_ALL)         ? LIST_ALL
           : cli_has(cli, OPTION_PORTFOLIO) ? LIST_PORTFOLIO
                                            : LIST_DOCUMENTS;
}

bool command_list(Cli *cli, Error *err)
{
    bool portfolio = cli_has(cli, OPTION_PORTFOLIO);
    const ListedDocument *list = NULL;
    size_t count = 0;
    Repo *repo = NULL;

    if (portfolio && cli_has(cli, OPTION_ALL))
        return error_set(err, ERR_USAGE, _("--portfolio and --all exclude each other"));
    if (!session_repo(&cli->session, &repo, err) ||
        !service_list(&cli->session, wanted_scope(cli), &cli->arena, &list, &count,
                      err))
        return false;
    if (cli_has(cli, OPTION_JSON)) {
        list_json(cli, list, count, portfolio);
        return true;
    }
    if (count == 0)
        output_note(cli, _("No document is here yet. Start one: prfaq new NAME"));
    if (portfolio)
        add_portfolio_table(cli, list, count);
    else
        add_list(&cli->out, list, count);
    return true;
}
