/* prfaq merge: two drafts of one document put together, by command. */
#include <string.h>

#include "app/cli_commands.h"
#include "app/cli_document.h"
#include "app/cli_json.h"
#include "app/merge_task.h"
#include "base/message.h"
#include "diff/merge_pieces.h"
#include "diff/sentence_lines.h"
#include "ui/merging.h"

/* clang-format off */
static const struct { const char *name; MergeTake take; } takes[] = {
    {"yours",   MERGE_MINE},
    {"theirs",  MERGE_THEIRS},
    {"both",    MERGE_BOTH},
    {"neither", MERGE_NEITHER},
    {"open",    MERGE_OPEN},
};
/* clang-format on */

static const char *take_name(MergeTake take)
{
    for (size_t i = 0; i < sizeof takes / sizeof *takes; i++)
        if (takes[i].take == take)
            return takes[i].name;
    return "own";
}

/* -- choosing ------------------------------------------------------------------- */

static bool bad_choice(Str value, Error *err)
{
    error_set(err, ERR_USAGE, _("--choose %.*s says nothing"), STR_ARG(value));
    return error_hint(err, "%s",
                      _("Write the number of the place and what to take: 1=yours, "
                        "1=theirs, 1=both, 1=neither, 1=open, or 1=own:WORDS"));
}

static bool parse_take(Str word, MergeChoice *out)
{
    Str own = STR("own:");

    *out = (MergeChoice){0};
    for (size_t i = 0; i < sizeof takes / sizeof *takes; i++)
        if (str_eq(word, str_from(takes[i].name))) {
            out->take = takes[i].take;
            return true;
        }
    if (!str_starts(word, own))
        return false;
    *out = (MergeChoice){MERGE_OWN, str_trim(str_slice(word, own.len, word.len))};
    return true;
}

static bool choose(MergeTask *task, Str value, Error *err)
{
    size_t equals = str_find_byte(value, '=', 0);
    int number = 0;
    MergeChoice choice;

    if (equals == STR_NONE || !str_to_int(str_slice(value, 0, equals), &number) ||
        !parse_take(str_slice(value, equals + 1, value.len), &choice))
        return bad_choice(value, err);
    if (number < 1 || (size_t)number > task->three.merge.conflict_count) {
        error_set(err, ERR_NOT_FOUND, _("there is no place %d to decide"), number);
        return error_hint(err, _("There are %zu"), task->three.merge.conflict_count);
    }
    if (choice.take == MERGE_BOTH &&
        task->three.merge.conflicts[number - 1].both.len == 0) {
        error_set(err, ERR_STATE,
                  _("place %d cannot have both: both changed the same "
                    "words"),
                  number);
        return error_hint(err, "%s", _("Take one, or write your own: 1=own:WORDS"));
    }
    task->choices[number - 1] = choice;
    return true;
}

/* What the options say; `any` when they say something. */
static bool read_choices(const Cli *cli, MergeTask *task, bool *any, Error *err)
{
    MergeTake rest = cli_has(cli, OPTION_YOURS)    ? MERGE_MINE
                     : cli_has(cli, OPTION_THEIRS) ? MERGE_THEIRS
                                                   : MERGE_OPEN;

    *any = rest != MERGE_OPEN || cli_has(cli, OPTION_CHOOSE);
    if (cli_has(cli, OPTION_YOURS) && cli_has(cli, OPTION_THEIRS))
        return error_set(err, ERR_USAGE, "%s",
                         _("--yours and --theirs do not go together"));
    for (size_t i = 0; i < cli->use_count; i++)
        if (cli->uses[i].id == OPTION_CHOOSE && !choose(task, cli->uses[i].value, err))
            return false;
    for (size_t i = 0; i < task->three.merge.conflict_count; i++)
        if (task->choices[i].take == MERGE_OPEN)
            task->choices[i].take = rest;
    return true;
}

/* -- saying --------------------------------------------------------------------- */

static void place_of(const MergeTask *task, size_t at, StrBuf *out)
{
    const Document *const docs[THREE_COUNT] = {
        &task->three.documents[THREE_BASE].doc, &task->three.documents[THREE_MINE].doc,
        &task->three.documents[THREE_THEIRS].doc};

    merging_place_of(&task->three.merge, docs, at, out);
}

/* The words of one side, what is new in them marked. */
static void add_side(StrBuf *out, Str base, Str words, Lang lang)
{
    Arena arena = {0};
    const MergePiece *pieces = NULL;
    size_t count = merge_pieces(base, words, lang, &arena, &pieces);

    for (size_t i = 0; i < count; i++) {
        strbuf_addz(out, pieces[i].space ? " " : "");
        strbuf_addz(out, pieces[i].added ? "{+" : "");
        sentence_as_line(pieces[i].text, out);
        strbuf_addz(out, pieces[i].added ? "+}" : "");
    }
    arena_deinit(&arena);
}

static void add_row(Cli *cli, const char *label, Str words)
{
    StrBuf line = {0};

    strbuf_addf(&line, "%s: ", label);
    strbuf_add(&line, words.len > 0 ? words : str_from(_("(nothing)")));
    output_wrapped(&cli->out, 4, output_width(), strbuf_view(&line));
    strbuf_deinit(&line);
}

static void list_conflict(Cli *cli, const MergeTask *task, size_t at)
{
    const MergeConflict *c = &task->three.merge.conflicts[at];
    const MergeChoice *choice = &task->choices[at];
    Lang lang = task->three.documents[THREE_MINE].doc.lang;
    StrBuf words = {0};

    message_addf(&cli->out, "%zu. ", at + 1);
    place_of(task, at, &cli->out);
    if (choice->take != MERGE_OPEN)
        strbuf_addf(&cli->out, " [%s]", take_name(choice->take));
    strbuf_addc(&cli->out, '\n');
    sentence_as_line(c->base, &words);
    add_row(cli, _("before"), strbuf_view(&words));
    strbuf_clear(&words);
    add_side(&words, c->base, c->mine, lang);
    add_row(cli, "yours", strbuf_view(&words));
    strbuf_clear(&words);
    add_side(&words, c->base, c->theirs, lang);
    add_row(cli, "theirs", strbuf_view(&words));
    if (c->both.len > 0) {
        strbuf_clear(&words);
        sentence_as_line(c->both, &words);
        add_row(cli, "both", strbuf_view(&words));
    }
    if (choice->take == MERGE_OWN)
        add_row(cli, "own", choice->own);
    strbuf_deinit(&words);
}

static int alone_count(const MergeTask *task)
{
    const Merge *m = &task->three.merge;
    return (int)(m->mine + m->theirs + m->alike);
}

static void say_alone(Cli *cli, const MergeTask *task)
{
    int alone = alone_count(task);

    if (alone == 0)
        return;
    output_note(cli,
                ngettext("%d place came together by itself.",
                         "%d places came together by themselves.",
                         (unsigned long)alone),
                alone);
}

static void say_open(Cli *cli, const MergeTask *task)
{
    size_t count = task->three.merge.conflict_count, left = merge_task_left(task);
    Str rev = cli_arg(cli, 1);

    say_alone(cli, task);
    for (size_t i = 0; i < count; i++)
        list_conflict(cli, task, i);
    output_note(cli,
                ngettext("%d place is to be decided. Nothing is written yet; your "
                         "choices are kept.",
                         "%d places are to be decided. Nothing is written yet; your "
                         "choices are kept.",
                         (unsigned long)left),
                (int)left);
    output_note(cli,
                _("Choose: prfaq merge %.*s%s%.*s --choose 1=yours, theirs, both, "
                  "neither or own:WORDS"),
                STR_ARG(task->ref.name), rev.len > 0 ? " " : "", STR_ARG(rev));
}

static void say_done(Cli *cli, const MergeTask *task, const MergeDone *done)
{
    const SaveResult *save = &done->save;

    say_alone(cli, task);
    switch (task->from) {
    case MERGE_FROM_GIT:
        output_note(cli,
                    _("%.*s is merged, and git knows. When nothing else is left: "
                      "git commit"),
                    STR_ARG(task->ref.name));
        return;
    case MERGE_FROM_MARKS:
        output_note(cli, _("%.*s holds no marks any more. Keep it: prfaq save %.*s"),
                    STR_ARG(task->ref.name), STR_ARG(task->ref.name));
        return;
    case MERGE_FROM_REVISION:
        break;
    }
    if (save->outcome == SAVE_NOTHING_NEW)
        output_note(cli, _("Nothing is new: your words have all of theirs."));
    else
        output_note(cli, _("Saved revision %d of %.*s: merged with %.*s (%.*s)."),
                    save->revision.number, STR_ARG(task->ref.name), STR_ARG(task->who),
                    STR_ARG(save->summary));
    if (task->others > 0)
        output_note(
            cli,
            ngettext("%d other file that changed there is not taken: git merge %.*s "
                     "takes it.",
                     "%d other files that changed there are not taken: git merge %.*s "
                     "takes them.",
                     (unsigned long)task->others),
            (int)task->others, STR_ARG(task->who));
    output_note(cli, _("What changed: prfaq diff %.*s"), STR_ARG(task->ref.name));
}

/* -- JSON ----------------------------------------------------------------------- */

static json_t *conflict_json(const MergeTask *task, size_t at)
{
    const MergeConflict *c = &task->three.merge.conflicts[at];
    const MergeChoice *choice = &task->choices[at];
    json_t *object = json_object();
    StrBuf place = {0};

    place_of(task, at, &place);
    json_object_set_new(object, "number", json_integer((json_int_t)at + 1));
    json_object_set_new(object, "place", json_text(strbuf_view(&place)));
    json_object_set_new(object, "before", json_text(c->base));
    json_object_set_new(object, "yours", json_text(c->mine));
    json_object_set_new(object, "theirs", json_text(c->theirs));
    json_object_set_new(object, "both",
                        c->both.len > 0 ? json_text(c->both) : json_null());
    json_object_set_new(object, "choice", json_string(take_name(choice->take)));
    json_object_set_new(object, "own",
                        choice->take == MERGE_OWN ? json_text(choice->own)
                                                  : json_null());
    strbuf_deinit(&place);
    return object;
}

static void print_json(Cli *cli, const MergeTask *task, const MergeDone *done)
{
    static const char *const from[] = {"revision", "git", "marks"};
    json_t *document = json_document("merge"), *conflicts = json_array();

    for (size_t i = 0; i < task->three.merge.conflict_count; i++)
        json_array_append_new(conflicts, conflict_json(task, i));
    json_object_set_new(document, "document", json_text(task->ref.name));
    json_object_set_new(document, "file", json_text(task->ref.path));
    json_object_set_new(document, "from", json_string(from[task->from]));
    json_object_set_new(document, "with", json_text(task->who));
    json_object_set_new(document, "merged", json_boolean(done != NULL));
    json_object_set_new(document, "alone", json_integer(alone_count(task)));
    json_object_set_new(document, "open",
                        json_integer((json_int_t)merge_task_left(task)));
    json_object_set_new(document, "conflicts", conflicts);
    json_object_set_new(document, "other_files",
                        json_integer((json_int_t)task->others));
    json_object_set_new(document, "both_parents", json_boolean(done && done->joined));
    json_object_set_new(document, "revision",
                        done && done->save.outcome == SAVE_REVISION
                            ? json_revision(&done->save.revision)
                            : json_null());
    json_print(document, &cli->out);
}

/* -- the command ---------------------------------------------------------------- */

static bool forget(Cli *cli, const MergeTask *task, Error *err)
{
    if (!cli_has(cli, OPTION_DRY_RUN) &&
        !merge_kept_forget(&cli->session, &task->ref, err))
        return false;
    output_note(cli, _("The choices for %.*s are forgotten."), STR_ARG(task->ref.name));
    return true;
}

static bool stop_open(Cli *cli, const MergeTask *task, bool any, Error *err)
{
    if (any && !cli_has(cli, OPTION_DRY_RUN) &&
        !merge_task_keep(&cli->session, task, err))
        return false;
    if (cli_has(cli, OPTION_JSON))
        print_json(cli, task, NULL);
    else
        say_open(cli, task);
    cli->status = ERR_STATE;
    return true;
}

/* Somebody sits there, and said nothing about the places yet. */
static bool shows_screen(const Cli *cli, bool any)
{
    return !any && !cli_has(cli, OPTION_JSON) && !cli_has(cli, OPTION_DRY_RUN) &&
           !cli_has(cli, OPTION_QUIET) && !cli_has(cli, OPTION_NOTE) &&
           screens_possible(cli);
}

bool command_merge(Cli *cli, Error *err)
{
    DocumentRef ref = {0};
    MergeTask *task = ARENA_NEW(&cli->arena, MergeTask);
    MergeDone done = {0};
    bool any = false;

    if (!session_document(&cli->session, cli_arg(cli, 0), &cli->arena, &ref, err) ||
        !merge_task_open(&cli->session, &ref, cli_arg(cli, 1), &cli->arena, task, err))
        return false;
    if (cli_has(cli, OPTION_UNDO))
        return forget(cli, task, err);
    if (!read_choices(cli, task, &any, err))
        return false;
    if (merge_task_left(task) > 0 && shows_screen(cli, any))
        return screens_merge(cli, ref.path.ptr, cli_arg(cli, 1), err);
    if (merge_task_left(task) > 0)
        return stop_open(cli, task, any, err);
    if (cli_has(cli, OPTION_DRY_RUN)) {
        StrBuf result = {0};
        merge_task_result(task, &result);
        cli_add_text(cli, strbuf_view(&result));
        strbuf_deinit(&result);
        return true;
    }
    if (!merge_task_finish(&cli->session, task, cli_value(cli, OPTION_NOTE),
                           &cli->arena, &done, err))
        return false;
    if (cli_has(cli, OPTION_JSON))
        print_json(cli, task, &done);
    else
        say_done(cli, task, &done);
    return true;
}
