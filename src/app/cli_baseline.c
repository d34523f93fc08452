#include "app/cli_baseline.h"

#include "app/check_setup.h"
#include "app/cli_json.h"
#include "app/own_file.h"
#include "base/message.h"
#include "base/unicode.h"

void accepted_add(Accepted *a, Arena *arena, Str document, Str lines)
{
    a->documents =
        arena_grow(arena, a->documents, a->count, &a->cap, sizeof *a->documents);
    a->documents[a->count++] = arena_str(arena, document);
    if (a->lines.len == 0)
        strbuf_addz(&a->lines, BASELINE_HEAD);
    strbuf_add(&a->lines, lines);
}

void accepted_deinit(Accepted *a)
{
    strbuf_deinit(&a->lines);
}

/* The documents and what they have now. */
static BaselineScope scope_of(Cli *cli, const Accepted *a)
{
    BaselineScope scope = {.documents = a->documents, .count = a->count};

    baseline_parse(strbuf_view(&a->lines), STR(BASELINE_PATH), &cli->arena, &scope.now,
                   NULL);
    return scope;
}

static size_t rows_in(Str text)
{
    size_t lines = 0;

    for (size_t i = 0; i < text.len; i++)
        lines += text.ptr[i] == '\n';
    return lines > 0 ? lines - 1 : 0;
}

static void say_accepted(Cli *cli, size_t added, size_t all)
{
    json_t *document;

    if (cli_has(cli, OPTION_JSON)) {
        document = json_document("baseline");
        json_object_set_new(document, "file", json_string(BASELINE_PATH));
        json_object_set_new(document, "added", json_integer((json_int_t)added));
        json_object_set_new(document, "count", json_integer((json_int_t)all));
        json_print(document, &cli->out);
        return;
    }
    output_note(cli,
                ngettext("Accepted %zu more finding; %zu in all. They are listed as "
                         "silenced.",
                         "Accepted %zu more findings; %zu in all. They are listed as "
                         "silenced.",
                         (unsigned long)added),
                added, all);
}

static bool write_rows(Cli *cli, Str text, Error *err)
{
    Session *s = &cli->session;
    Writer writer;
    StrBuf before = {0};
    StrBuf message = {0};
    Repo *repo = NULL;

    bool ok = session_repo(s, &repo, err) &&
              writer_need(s, &cli->arena, &writer, err) &&
              own_file_read(s, STR(BASELINE_PATH), &before, err);
    strbuf_addz(&message, _("Accepted findings"));
    if (ok && !str_eq(strbuf_view(&before), text))
        ok = own_file_change(s, STR(BASELINE_PATH), text, &writer,
                             strbuf_view(&message), err);
    strbuf_deinit(&before);
    strbuf_deinit(&message);
    return ok;
}

bool baseline_accept(Cli *cli, const Accepted *accepted, Error *err)
{
    BaselineScope scope = scope_of(cli, accepted);
    Session *s = &cli->session;
    StrBuf text = {0};
    Str reason = cli_has(cli, OPTION_REASON) ? cli_value(cli, OPTION_REASON)
                                             : str_from(_("there before"));

    if (!session_need_workspace(s, err))
        return false;
    const Baseline *old = session_baseline(s);
    if (s->baseline_error.code != ERR_NONE) {
        /* Nobody's line shall be lost by writing over it. */
        *err = s->baseline_error;
        return false;
    }
    size_t added =
        baseline_write(old, &scope, reason, date_of(session_now()), &cli->arena, &text);
    bool ok = cli_has(cli, OPTION_DRY_RUN) || write_rows(cli, strbuf_view(&text), err);
    if (ok)
        say_accepted(cli, added, rows_in(strbuf_view(&text)));
    strbuf_deinit(&text);
    return ok;
}

static json_t *row_json(const BaselineRow *row)
{
    json_t *o = json_object();

    json_object_set_new(o, "document", json_text(row->document));
    json_object_set_new(o, "rule", json_text(row->rule));
    json_object_set_new(o, "part", json_text(row->part));
    json_object_set_new(o, "hash", json_text(row->hash));
    json_object_set_new(o, "reason", json_text(row->reason));
    json_object_set_new(o, "date", json_text(row->date));
    json_object_set_new(o, "line", json_integer(row->line));
    return o;
}

static void print_stale(Cli *cli, const Baseline *baseline, const bool *stale)
{
    size_t count = 0;
    StrBuf line = {0};

    for (size_t i = 0; i < baseline->count; i++) {
        const BaselineRow *row = &baseline->rows[i];
        if (!stale[i])
            continue;
        count++;
        strbuf_clear(&line);
        strbuf_addf(&line, "%s:%d: %.*s: %.*s [%.*s]", BASELINE_PATH, row->line,
                    STR_ARG(row->document), STR_ARG(row->reason), STR_ARG(row->rule));
        unicode_visible(strbuf_view(&line), VISIBLE_ONE_LINE, &cli->out);
        strbuf_addc(&cli->out, '\n');
    }
    strbuf_deinit(&line);
    if (count == 0)
        output_note(cli, _("Every accepted finding is still there."));
    else
        output_note(cli,
                    ngettext("%zu line matches nothing. Drop it: prfaq check --all "
                             "--baseline-write",
                             "%zu lines match nothing. Drop them: prfaq check --all "
                             "--baseline-write",
                             (unsigned long)count),
                    count);
}

void baseline_list_stale(Cli *cli, const Accepted *accepted)
{
    const BaselineScope scope = scope_of(cli, accepted);
    const Baseline *baseline = session_baseline(&cli->session);
    bool *stale = arena_array(&cli->arena, baseline->count + 1, sizeof *stale);
    json_t *rows = NULL;

    baseline_mark(baseline, &scope, stale);
    for (size_t i = 0; i < baseline->count; i++)
        if (stale[i])
            cli->status = 1;
    if (!cli_has(cli, OPTION_JSON)) {
        print_stale(cli, baseline, stale);
        return;
    }
    json_t *document = json_document("baseline");
    rows = json_array();
    for (size_t i = 0; i < baseline->count; i++)
        if (stale[i])
            json_array_append_new(rows, row_json(&baseline->rows[i]));
    json_object_set_new(document, "file", json_string(BASELINE_PATH));
    json_object_set_new(document, "stale", rows);
    json_print(document, &cli->out);
}
