/* What is said about a document: ask, suggest, reply, resolve, accept. */
#include "app/cli_commands.h"
#include "app/cli_document.h"
#include "app/thread_json.h"
#include "base/file.h"
#include "base/message.h"

enum { INPUT_MAX = 1 << 20 };

/* One thread that a command is about, and what it did to it. */
typedef struct Said {
    const char *action; /* "asked" */
    Str document, id;
    const SaveResult *saved; /* of accept; may be NULL */
} Said;

/* An argument, or standard input for "-". */
static bool read_text(Cli *cli, size_t index, Str *out, Error *err)
{
    StrBuf bytes = {0};

    *out = cli_arg(cli, index);
    if (!str_eq(*out, STR("-")))
        return true;
    bool ok = file_read_stdin(INPUT_MAX, &bytes, err);
    *out = arena_str(&cli->arena, str_trim(strbuf_view(&bytes)));
    strbuf_deinit(&bytes);
    return ok;
}

/* The thread as it is now. */
static const ReviewThread *read_again(Cli *cli, const Said *said, ReviewThreads *out)
{
    if (!review_threads_of(&cli->session, said->document, &cli->arena, out, NULL))
        return NULL;
    for (size_t i = 0; i < out->count; i++)
        if (str_eq(out->items[i].thread.id, said->id))
            return &out->items[i];
    return NULL;
}

static json_t *saved_json(const SaveResult *saved)
{
    if (!saved || saved->outcome != SAVE_REVISION)
        return json_null();
    json_t *revision = json_revision(&saved->revision);
    json_object_set_new(revision, "added", json_integer(saved->added));
    json_object_set_new(revision, "removed", json_integer(saved->removed));
    return revision;
}

static void print_json(Cli *cli, const Said *said, const ReviewThreads *threads,
                       const ReviewThread *t)
{
    json_t *document = json_document("thread");

    json_object_set_new(document, "action", json_string(said->action));
    json_object_set_new(document, "thread", thread_json(threads, t));
    json_object_set_new(document, "revision", saved_json(said->saved));
    json_print(document, &cli->out);
}

/* -- ask, suggest ------------------------------------------------------------------ */

static void would_add(Cli *cli, const AskRequest *r, const Thread *thread)
{
    Str words = thread->selected_text.len > 0 ? thread->selected_text : thread->part;

    if (words.len > 0)
        output_note(cli, _("Would add this to %.*s, about \"%.*s\"."),
                    STR_ARG(r->doc->ref.name), STR_ARG(words));
    else
        output_note(cli, _("Would add this to %.*s."), STR_ARG(r->doc->ref.name));
}

static void tell_added(Cli *cli, const ReviewThreads *threads, const ReviewThread *t)
{
    Str name = threads->doc.ref.name;

    output_note(cli, _("Added %.*s:%.*s as %.*s."), STR_ARG(name), STR_ARG(t->label),
                STR_ARG(t->thread.author));
    output_note(cli, _("All that is open: prfaq questions %.*s"), STR_ARG(name));
}

static bool ask(Cli *cli, AskRequest *r, Error *err)
{
    OpenDocument doc;
    ReviewThreads threads;
    Thread thread;

    if (!cli_open(cli, cli_arg(cli, 0), &doc, err))
        return false;
    r->doc = &doc;
    r->part = cli_value(cli, OPTION_PART);
    r->quote = cli_value(cli, OPTION_QUOTE);
    r->owner = cli_value(cli, OPTION_OWNER);
    r->due = cli_value(cli, OPTION_DUE);
    r->dry_run = cli_has(cli, OPTION_DRY_RUN);
    if (!cli_need_writer(cli, err) ||
        !review_ask(&cli->session, r, &cli->arena, &thread, err))
        return false;
    if (r->dry_run) {
        would_add(cli, r, &thread);
        return true;
    }
    const Said said = {.action = "asked", .document = doc.ref.name, .id = thread.id};
    const ReviewThread *t = read_again(cli, &said, &threads);
    if (t && cli_has(cli, OPTION_JSON))
        print_json(cli, &said, &threads, t);
    else if (t)
        tell_added(cli, &threads, t);
    return true;
}

bool command_ask(Cli *cli, Error *err)
{
    AskRequest r = {.kind = THREAD_QUESTION};

    if (cli_has(cli, OPTION_KIND))
        thread_kind_parse(cli_value(cli, OPTION_KIND), &r.kind);
    return read_text(cli, 1, &r.text, err) && ask(cli, &r, err);
}

bool command_suggest(Cli *cli, Error *err)
{
    AskRequest r = {.kind = THREAD_SUGGESTION, .text = cli_value(cli, OPTION_NOTE)};

    if (!read_text(cli, 1, &r.suggestion, err))
        return false;
    if (str_is_blank(r.suggestion))
        return error_set(err, ERR_USAGE, _("the suggested words are missing"));
    return ask(cli, &r, err);
}

/* -- reply, resolve ------------------------------------------------------------------
 */

static bool find(Cli *cli, ReviewThreads *threads, const ReviewThread **out, Error *err)
{
    size_t at = 0;

    if (!review_thread_find(&cli->session, cli_arg(cli, 0), &cli->arena, threads, &at,
                            err))
        return false;
    *out = &threads->items[at];
    return cli_need_writer(cli, err);
}

/* As a sentence, or with --json as it is now. */
static void tell(Cli *cli, const char *action, const ReviewThreads *before,
                 const ReviewThread *t, const char *sentence)
{
    ReviewThreads threads;
    Str name = before->doc.ref.name;
    const Said said = {.action = action, .document = name, .id = t->thread.id};

    if (!cli_has(cli, OPTION_JSON)) {
        StrBuf line = {0};
        message_addf(&line, sentence, STR_ARG(name), STR_ARG(t->label));
        output_note(cli, "%s", strbuf_cstr(&line));
        strbuf_deinit(&line);
        return;
    }
    const ReviewThread *now = read_again(cli, &said, &threads);
    if (now)
        print_json(cli, &said, &threads, now);
}

static bool move(Cli *cli, Error *err)
{
    ReviewThreads threads;
    const ReviewThread *t;
    Thread words;
    AskRequest r = {.quote = cli_value(cli, OPTION_QUOTE),
                    .part = cli_value(cli, OPTION_PART),
                    .dry_run = cli_has(cli, OPTION_DRY_RUN)};

    if (cli->arg_count > 1) {
        error_set(err, ERR_USAGE, _("--move takes no answer"));
        return error_hint(err, _("Answer it on its own: prfaq reply ID TEXT"));
    }
    if (!find(cli, &threads, &t, err))
        return false;
    r.doc = &threads.doc;
    if (!review_move(&cli->session, t, &r, &cli->arena, &words, err))
        return false;
    tell(cli, r.dry_run ? "none" : "moved", &threads, t,
         r.dry_run ? _("Would move %.*s:%.*s.") : _("Moved %.*s:%.*s."));
    return true;
}

bool command_reply(Cli *cli, Error *err)
{
    ReviewThreads threads;
    const ReviewThread *t;
    Str text;

    if (cli_has(cli, OPTION_MOVE) || cli_has(cli, OPTION_QUOTE))
        return move(cli, err);
    if (cli->arg_count < 2)
        return cli_words_missing(cli, err);

    if (!read_text(cli, 1, &text, err) || !find(cli, &threads, &t, err))
        return false;
    if (cli_has(cli, OPTION_DRY_RUN)) {
        tell(cli, "none", &threads, t, _("Would answer %.*s:%.*s."));
        return true;
    }
    if (!review_reply(&cli->session, t, text, &cli->arena, err))
        return false;
    tell(cli, "answered", &threads, t, _("Answered %.*s:%.*s."));
    return true;
}

static bool reopen(Cli *cli, const ReviewThreads *threads, const ReviewThread *t,
                   Error *err)
{
    if (!review_reopen(&cli->session, t, &cli->arena, err))
        return false;
    tell(cli, "reopened", threads, t, _("Opened %.*s:%.*s again."));
    return true;
}

bool command_resolve(Cli *cli, Error *err)
{
    ReviewThreads threads;
    const ReviewThread *t;
    Str reason = cli_value(cli, OPTION_OVERRIDE);

    if (!find(cli, &threads, &t, err))
        return false;
    if (cli_has(cli, OPTION_UNDO) && !cli_has(cli, OPTION_DRY_RUN))
        return reopen(cli, &threads, t, err);
    if (cli_has(cli, OPTION_DRY_RUN)) {
        if (!review_may_close(&cli->session, t, reason, &cli->arena, err))
            return false;
        tell(cli, "none", &threads, t, _("Would close %.*s:%.*s."));
        return true;
    }
    if (!review_resolve(&cli->session, t, reason, &cli->arena, err))
        return false;
    tell(cli, "closed", &threads, t, _("Closed %.*s:%.*s."));
    return true;
}

/* -- accept ------------------------------------------------------------------------ */

static void tell_accepted(Cli *cli, const ReviewThreads *threads, const ReviewThread *t,
                          const SaveResult *saved)
{
    Str name = threads->doc.ref.name;

    if (saved->outcome == SAVE_REVISION)
        output_note(cli, _("Saved revision %d of %.*s with the words of %.*s (%.*s)."),
                    saved->revision.number, STR_ARG(name), STR_ARG(t->thread.author),
                    STR_ARG(saved->summary));
    else
        output_note(cli, _("The words stand there already: no revision was made."));
    output_note(cli, _("Closed %.*s:%.*s."), STR_ARG(name), STR_ARG(t->label));
    if (saved->outcome == SAVE_REVISION)
        output_note(cli, _("What changed: prfaq diff %.*s"), STR_ARG(name));
}

bool command_accept(Cli *cli, Error *err)
{
    ReviewThreads threads, after;
    const ReviewThread *t;
    Acceptance accepted;

    if (!find(cli, &threads, &t, err))
        return false;
    if (!review_accept(&cli->session, &threads.doc.ref, t, cli_has(cli, OPTION_DRY_RUN),
                       &cli->arena, &accepted, err))
        return false;
    if (cli_has(cli, OPTION_DRY_RUN)) {
        tell(cli, "none", &threads, t, _("Would accept %.*s:%.*s."));
        return true;
    }
    if (!cli_has(cli, OPTION_JSON)) {
        tell_accepted(cli, &threads, t, &accepted.save);
        return true;
    }
    const Said said = {"accepted", threads.doc.ref.name, t->thread.id, &accepted.save};
    const ReviewThread *now = read_again(cli, &said, &after);
    if (now)
        print_json(cli, &said, &after, now);
    return true;
}
