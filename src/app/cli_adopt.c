#include <unistd.h>

#include "app/cli_ask.h"
#include "app/cli_commands.h"
#include "app/cli_document.h"
#include "app/cli_json.h"
#include "base/message.h"
#include "base/unicode.h"
#include "diff/wording.h"
#include "doc/adopt.h"
#include "doc/spoken.h"
#include "store/adopted.h"

enum { LINE_CELLS = 5, KIND_CELLS = 20, FOUND_CELLS = 16, WORDS_CELLS = 36 };

typedef struct Adopt {
    Cli *cli;
    OpenDocument open;
    Adoption adoption;
    Adopted adopted;
    bool written;
    size_t removed;
} Adopt;

static int line_of(const Adopt *a, size_t block)
{
    int line = 0, column = 0;

    document_place(&a->open.doc, a->open.doc.blocks[block].range.start, &line, &column);
    return line;
}

static int percent(const Proposal *p)
{
    return (int)(p->confidence * 100 + 0.5);
}

static void add_kinds(const Proposal *p, StrBuf *out)
{
    strbuf_add(out, wording_part(p->kind, message_lang()));
    for (int kind = 0; kind < PART_KIND_COUNT; kind++)
        if (p->also & PART_BIT(kind)) {
            strbuf_addz(out, " + ");
            strbuf_add(out, wording_part((PartKind)kind, message_lang()));
        }
}

/* -- what it says --------------------------------------------------------- */

/* "  12  Problem             by its place     80 %  Small bakeries order…" */
static void add_row(const Adopt *a, const Proposal *p, StrBuf *out)
{
    StrBuf kinds = {0};

    add_kinds(p, &kinds);
    strbuf_addf(out, "%*d  ", LINE_CELLS, line_of(a, p->block));
    output_padded(out, strbuf_view(&kinds), KIND_CELLS);
    output_padded(out, str_from(found_words(p->found)), FOUND_CELLS);
    strbuf_addf(out, "%3d %%  ", percent(p));
    output_cell(out, p->words, WORDS_CELLS);
    while (out->len > 0 && out->ptr[out->len - 1] == ' ')
        strbuf_truncate(out, out->len - 1);
    strbuf_addc(out, '\n');
    strbuf_deinit(&kinds);
}

static void add_proposal_text(const Adopt *a, StrBuf *out)
{
    size_t count = a->adoption.count;

    message_addf(out,
                 ngettext("%.*s: %zu section was found:\n",
                          "%.*s: %zu sections were found:\n", (unsigned long)count),
                 STR_ARG(a->open.ref.name), count);
    for (size_t i = 0; i < count; i++)
        add_row(a, &a->adoption.items[i], out);
}

/* Those of one sort, under a line that says which. */
static void add_rest(Adopt *a, const char *said, const bool *which)
{
    bool any = false;

    if (cli_has(a->cli, OPTION_QUIET) || cli_has(a->cli, OPTION_JSON))
        return;
    for (size_t i = 0; i < a->adoption.count; i++) {
        if (!which[i])
            continue;
        if (!any)
            output_note(a->cli, "%s", said);
        any = true;
        add_row(a, &a->adoption.items[i], &a->cli->out);
    }
}

static void say_written(Adopt *a, const bool *unsure)
{
    Cli *cli = a->cli;
    const DocumentRef *ref = &a->open.ref;
    size_t added = a->adopted.added;
    bool dry = cli_has(cli, OPTION_DRY_RUN);

    if (dry)
        output_note(cli,
                    ngettext("Would write %zu hidden comment into %.*s.",
                             "Would write %zu hidden comments into %.*s.",
                             (unsigned long)added),
                    added, STR_ARG(ref->path));
    else
        output_note(cli,
                    ngettext("Wrote %zu hidden comment into %.*s. No other byte "
                             "has changed.",
                             "Wrote %zu hidden comments into %.*s. No other byte "
                             "has changed.",
                             (unsigned long)added),
                    added, STR_ARG(ref->path));
    add_rest(a, _("Left out, because it is not sure enough:"), unsure);
    add_rest(a, _("Left out, because there is no place for a comment of its own:"),
             a->adopted.left);
    if (dry || added == 0)
        return;
    output_note(cli, _("To take them out again: prfaq adopt %.*s --undo"),
                STR_ARG(ref->name));
    if (ref->relative.len > 0)
        output_note(cli, _("No revision was made. To keep one: prfaq save %.*s"),
                    STR_ARG(ref->name));
}

static json_t *proposal_json(const Adopt *a, size_t index)
{
    const Proposal *p = &a->adoption.items[index];
    json_t *o = json_object(), *also = json_array();

    json_object_set_new(o, "kind", json_string(part_kind_name(p->kind)));
    for (int kind = 0; kind < PART_KIND_COUNT; kind++)
        if (p->also & PART_BIT(kind))
            json_array_append_new(also, json_string(part_kind_name((PartKind)kind)));
    json_object_set_new(o, "also", also);
    json_object_set_new(o, "line", json_integer(line_of(a, p->block)));
    json_object_set_new(o, "found", json_string(found_name(p->found)));
    json_object_set_new(o, "confidence", json_real(p->confidence));
    json_object_set_new(o, "words", json_text(p->words));
    json_object_set_new(o, "taken", json_boolean(p->taken));
    bool left = a->adopted.left && a->adopted.left[index];
    json_object_set_new(o, "placed",
                        json_boolean(p->taken && a->adopted.left && !left));
    return o;
}

static void adopt_json(const Adopt *a)
{
    const Document *doc = &a->open.doc;
    json_t *o = json_document("adopt"), *parts = json_array();

    json_object_set_new(o, "document", json_text(a->open.ref.name));
    json_object_set_new(o, "file", json_text(a->open.ref.path));
    json_object_set_new(o, "is_prfaq", json_boolean(doc->is_prfaq));
    if (!doc->is_prfaq)
        json_object_set_new(o, "reason", json_string(not_prfaq_name(doc->not_prfaq)));
    json_object_set_new(o, "held", json_integer((json_int_t)a->adoption.held));
    json_object_set_new(o, "written", json_boolean(a->written));
    json_object_set_new(o, "added", json_integer((json_int_t)a->adopted.added));
    json_object_set_new(o, "removed", json_integer((json_int_t)a->removed));
    for (size_t i = 0; i < a->adoption.count; i++)
        json_array_append_new(parts, proposal_json(a, i));
    json_object_set_new(o, "parts", parts);
    json_print(o, &a->cli->out);
}

static void finish(Adopt *a)
{
    if (cli_has(a->cli, OPTION_JSON))
        adopt_json(a);
}

/* -- asking --------------------------------------------------------------- */

typedef enum Reply { REPLY_NEXT, REPLY_AGAIN, REPLY_BACK, REPLY_STOP } Reply;

static void ask_kind(Proposal *p)
{
    StrBuf text = {0}, line = {0};
    int number = 0;

    for (int kind = PART_OTHER + 1; kind < PART_KIND_COUNT; kind++)
        strbuf_addf(&text, "  %2d  %.*s\n", kind,
                    STR_ARG(wording_part((PartKind)kind, message_lang())));
    ask_say(strbuf_view(&text));
    if (ask_line(_("Which? Its number, or nothing to leave it: "), &line) &&
        str_to_int(str_trim(strbuf_view(&line)), &number) && number > PART_OTHER &&
        number < PART_KIND_COUNT) {
        adopt_name(p, (PartKind)number);
    }
    strbuf_deinit(&text);
    strbuf_deinit(&line);
}

/* To the next block up or down where it may begin. */
static void move_start(const Adopt *a, size_t index, bool down)
{
    Proposal *p = &a->adoption.items[index];
    size_t block = p->block;

    while (down ? block + 1 < a->open.doc.block_count : block > 0) {
        block = down ? block + 1 : block - 1;
        if (adopt_may_begin(&a->open.doc, &a->adoption, index, block)) {
            adopt_move(&a->open.doc, p, block);
            return;
        }
    }
    ask_say(str_from(_("It cannot begin anywhere else.\n")));
}

static void show_proposal(const Adopt *a, size_t index)
{
    const Proposal *p = &a->adoption.items[index];
    StrBuf text = {0}, kinds = {0}, words = {0};

    add_kinds(p, &kinds);
    unicode_visible(p->words, VISIBLE_ONE_LINE, &words);
    message_addf(&text, _("\n%zu of %zu  Line %d: %.*s (%s, %d %% sure)\n"), index + 1,
                 a->adoption.count, line_of(a, p->block), STR_ARG(strbuf_view(&kinds)),
                 found_words(p->found), percent(p));
    strbuf_addf(&text, "    %.*s\n", STR_ARG(strbuf_view(&words)));
    ask_say(strbuf_view(&text));
    strbuf_deinit(&text);
    strbuf_deinit(&kinds);
    strbuf_deinit(&words);
}

static Reply ask_one(const Adopt *a, size_t index)
{
    Proposal *p = &a->adoption.items[index];
    char key = 0;

    show_proposal(a, index);
    if (!ask_key(_("Is it? [y] n c u d b q: "), 'y', &key))
        return REPLY_STOP;
    switch (key) {
    case 'y':
    case 'n':
        if (key == 'y')
            adopt_accept(p);
        else
            adopt_refuse(p);
        return REPLY_NEXT;
    case 'c':
        ask_kind(p);
        return REPLY_AGAIN;
    case 'u':
    case 'd':
        move_start(a, index, key == 'd');
        return REPLY_AGAIN;
    case 'b':
        return REPLY_BACK;
    case 'q':
        return REPLY_STOP;
    default:
        ask_say(str_from(_("y or Enter: yes. n: no section. c: another kind. u, d: it "
                           "begins a paragraph higher or lower. b: back. q: stop; "
                           "nothing is written.\n")));
        return REPLY_AGAIN;
    }
}

/* Ask about every section; false when the person stopped. */
static bool ask_all(const Adopt *a)
{
    StrBuf text = {0};
    size_t at = 0;

    message_addf(
        &text,
        ngettext("%.*s: %zu section was found. Nothing is written before the "
                 "last question. ? explains the keys.\n",
                 "%.*s: %zu sections were found. Nothing is written before the "
                 "last question. ? explains the keys.\n",
                 (unsigned long)a->adoption.count),
        STR_ARG(a->open.ref.name), a->adoption.count);
    ask_say(strbuf_view(&text));
    strbuf_deinit(&text);
    for (;;) {
        char key = 0;
        if (at < a->adoption.count) {
            Reply reply = ask_one(a, at);
            if (reply == REPLY_STOP)
                return false;
            at += reply == REPLY_NEXT;
            at -= reply == REPLY_BACK && at > 0;
            continue;
        }
        if (!ask_key(_("\nWrite the hidden comments now? [y] b q: "), 'y', &key))
            return false;
        if (key == 'y' || key == 'q' || key == 'n')
            return key == 'y';
        at -= key == 'b' && at > 0;
    }
}

/* -- doing ---------------------------------------------------------------- */

static bool not_a_prfaq(Adopt *a, Error *err)
{
    const Document *doc = &a->open.doc;
    Str name = a->open.ref.name;
    StrBuf question = {0};
    char key = 0;

    if (doc->is_prfaq || cli_has(a->cli, OPTION_FORCE) ||
        cli_has(a->cli, OPTION_DRY_RUN))
        return true;
    if (input_is_terminal(a->cli) && !cli_has(a->cli, OPTION_YES)) {
        message_addf(&question, _("%.*s is not read as a PR/FAQ: %s. Go on? y [n]: "),
                     STR_ARG(name), not_prfaq_words(doc->not_prfaq));
        bool go_on = ask_key(strbuf_cstr(&question), 'n', &key) && key == 'y';
        strbuf_deinit(&question);
        if (go_on)
            return true;
    }
    error_set(err, ERR_STATE, _("%.*s is not read as a PR/FAQ: %s"), STR_ARG(name),
              not_prfaq_words(doc->not_prfaq));
    return error_hint(err, _("To do it all the same: prfaq adopt %.*s --yes --force"),
                      STR_ARG(name));
}

static bool nobody_answers(Adopt *a, Error *err)
{
    if (!cli_has(a->cli, OPTION_JSON))
        add_proposal_text(a, &a->cli->out);
    finish(a);
    error_set(err, ERR_USAGE, "%s", _("nobody can answer here about each section"));
    return error_hint(err, _("To take what is sure: prfaq adopt %.*s --yes"),
                      STR_ARG(a->open.ref.name));
}

static void nothing_to_adopt(Adopt *a)
{
    if (a->adoption.held > 0)
        output_note(a->cli, _("Every section of %.*s has its id already."),
                    STR_ARG(a->open.ref.name));
    else
        output_note(a->cli,
                    _("No section was found in %.*s. What is seen in it: prfaq "
                      "parts %.*s"),
                    STR_ARG(a->open.ref.name), STR_ARG(a->open.ref.name));
    finish(a);
}

/* The comments are in the file: that the note of them is not is no failure. */
static void note_failed(const Adopt *a, const Error *why)
{
    output_note(a->cli, _("The note of what was written could not be kept: %s"),
                why->message);
}

static void keep_note(const Adopt *a)
{
    Error why = {0};

    if (!adopted_add(&a->cli->session.workspace, &a->open.ref, a->adopted.ids,
                     a->adopted.added, &why))
        note_failed(a, &why);
}

static void drop_note(const Adopt *a)
{
    Error why = {0};

    if (!adopted_forget(&a->cli->session.workspace, &a->open.ref, &why))
        note_failed(a, &why);
}

static bool write_taken(Adopt *a, const bool *unsure, Error *err)
{
    const OpenDocument *open = &a->open;

    adopt_write(&open->doc, session_library(&a->cli->session), &a->adoption,
                &a->cli->arena, &a->adopted);
    if (!cli_has(a->cli, OPTION_DRY_RUN)) {
        if (!service_rewrite(&open->ref, open->bytes, a->adopted.bytes, err))
            return false;
        a->written = a->adopted.added > 0;
        keep_note(a);
    }
    say_written(a, unsure);
    finish(a);
    return true;
}

static bool adopt(Adopt *a, Error *err)
{
    Cli *cli = a->cli;
    bool *unsure = arena_array(&cli->arena, a->adoption.count + 1, sizeof *unsure);
    bool dry = cli_has(cli, OPTION_DRY_RUN);

    if (a->adoption.count == 0) {
        nothing_to_adopt(a);
        return true;
    }
    bool asks = !cli_has(cli, OPTION_YES) && !dry;
    if (asks && !input_is_terminal(cli))
        return nobody_answers(a, err);
    if (!not_a_prfaq(a, err))
        return false;
    if (asks) {
        if (!ask_all(a)) {
            output_note(cli, _("Stopped: nothing was written."));
            return true;
        }
        return write_taken(a, unsure, err);
    }
    for (size_t i = 0; i < a->adoption.count; i++) {
        Proposal *p = &a->adoption.items[i];
        unsure[i] = p->confidence < ADOPT_SURE;
        p->taken = !unsure[i];
    }
    if (dry && !cli_has(cli, OPTION_JSON) && !cli_has(cli, OPTION_QUIET))
        add_proposal_text(a, &cli->out);
    return write_taken(a, unsure, err);
}

static bool force_is_needed(const Adopt *a, Error *err)
{
    return error_hint(err,
                      _("To take them out all the same: prfaq adopt %.*s --undo "
                        "--force"),
                      STR_ARG(a->open.ref.name));
}

/* What may be taken out: what was written from here. With --force all of it. */
static bool undone(Adopt *a, Str *bytes, Error *err)
{
    Cli *cli = a->cli;
    const Document *doc = &a->open.doc;
    bool force = cli_has(cli, OPTION_FORCE);
    AdoptedIds ids = {0};

    if (doc->tmpl && !force) {
        error_set(err, ERR_STATE,
                  _("%.*s was made from a template: its ids belong to it"),
                  STR_ARG(a->open.ref.name));
        return force_is_needed(a, err);
    }
    if (!force && !adopted_load(&cli->session.workspace, &a->open.ref, &cli->arena,
                                &ids.items, &ids.count, err))
        return false;
    a->removed = adopt_undo(doc, force ? NULL : &ids, &cli->arena, bytes);
    if (a->removed > 0 || a->adoption.held == 0)
        return true;
    error_set(err, ERR_STATE, _("no id comment of %.*s was written from here"),
              STR_ARG(a->open.ref.name));
    return force_is_needed(a, err);
}

static void say_undone(Adopt *a)
{
    Cli *cli = a->cli;

    if (a->removed == 0)
        output_note(cli, _("There are no hidden section comments in %.*s."),
                    STR_ARG(a->open.ref.name));
    else
        output_note(cli,
                    cli_has(cli, OPTION_DRY_RUN)
                        ? ngettext("Would take %zu hidden comment out of %.*s.",
                                   "Would take %zu hidden comments out of %.*s.",
                                   (unsigned long)a->removed)
                        : ngettext("Took %zu hidden comment out of %.*s.",
                                   "Took %zu hidden comments out of %.*s.",
                                   (unsigned long)a->removed),
                    a->removed, STR_ARG(a->open.ref.path));
}

static bool undo(Adopt *a, Error *err)
{
    Str bytes = {0};

    if (!undone(a, &bytes, err))
        return false;
    if (!cli_has(a->cli, OPTION_DRY_RUN)) {
        if (!service_rewrite(&a->open.ref, a->open.bytes, bytes, err))
            return false;
        a->written = a->removed > 0;
        drop_note(a);
    }
    say_undone(a);
    a->adoption.count = 0;
    finish(a);
    return true;
}

bool command_adopt(Cli *cli, Error *err)
{
    Adopt a = {.cli = cli};

    if (!cli_open(cli, cli_arg(cli, 0), &a.open, err))
        return false;
    if (a.open.ref.path.len == 0) {
        error_set(err, ERR_USAGE, "%s", _("standard input cannot be changed"));
        return error_hint(err, "%s", _("Name a document"));
    }
    adopt_propose(&a.open.doc, &cli->arena, &a.adoption);
    return cli_has(cli, OPTION_UNDO) ? undo(&a, err) : adopt(&a, err);
}
