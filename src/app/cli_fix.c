#include "app/cli_fix.h"

#include "app/check_setup.h"
#include "app/cli_json.h"
#include "app/cli_targets.h"
#include "app/service.h"
#include "base/message.h"
#include "base/unicode.h"
#include "check/fix.h"
#include "check/rule.h"

enum { AROUND_CELLS = 30, CHANGE_CELLS = 60, AROUND_BYTES = 400 };

typedef struct Fixer {
    Cli *cli;
    const Str *rules;
    size_t rule_count;
    size_t fixed; /* places */
    json_t *list; /* with --json */
} Fixer;

/* Naming a rule is asking for its fix. */
static bool is_chosen(void *ctx, const Finding *finding)
{
    const Fixer *f = ctx;

    for (size_t i = 0; i < f->rule_count; i++)
        if (str_eq(f->rules[i], finding->rule->id))
            return true;
    return f->rule_count == 0 && fix_is_safe(finding);
}

/* --- What was changed ---------------------------------------------------- */

static void add_cut(Str text, int cells, StrBuf *out)
{
    StrBuf visible = {0};

    /* The carriage return of a line end says nothing here. */
    Str start = str_slice(text, 0, AROUND_BYTES), line;
    for (bool first = true; str_next_line(&start, &line); first = false) {
        if (!first)
            strbuf_addc(&visible, ' ');
        unicode_visible(line, VISIBLE_ONE_LINE, &visible);
    }
    Str fit = unicode_fit(strbuf_view(&visible), cells);
    strbuf_add(out, fit);
    if (fit.len < visible.len || text.len > AROUND_BYTES)
        strbuf_addz(out, "…");
    strbuf_deinit(&visible);
}

/* The end of what stands before a change. */
static void add_before(Str text, StrBuf *out)
{
    size_t start = text.len > AROUND_BYTES ? text.len - AROUND_BYTES : 0;
    StrBuf visible = {0};

    while (start < text.len && ((unsigned char)text.ptr[start] & 0xC0) == 0x80)
        start++;
    unicode_visible(str_slice(text, start, text.len), VISIBLE_ONE_LINE, &visible);
    Str rest = strbuf_view(&visible);
    bool cut = start > 0;
    int width = unicode_width(rest);
    while (width > AROUND_CELLS) {
        size_t next = grapheme_next(rest, 0);
        width -= unicode_width(str_slice(rest, 0, next));
        rest = str_slice(rest, next, rest.len);
        cut = true;
    }
    if (cut)
        strbuf_addz(out, "…");
    strbuf_add(out, rest);
    strbuf_deinit(&visible);
}

/* "lantern.md:8: Bakers sleep till four[-!-] [headline-mark]" */
static void add_place(const FixedPlace *place, Str path, StrBuf *out)
{
    unicode_visible(path, VISIBLE_ONE_LINE, out);
    strbuf_addf(out, ":%d: ", place->line);
    add_before(place->before, out);
    if (place->old_text.len > 0) {
        strbuf_addz(out, "[-");
        add_cut(place->old_text, CHANGE_CELLS, out);
        strbuf_addz(out, "-]");
    }
    if (place->new_text.len > 0) {
        strbuf_addz(out, "{+");
        add_cut(place->new_text, CHANGE_CELLS, out);
        strbuf_addz(out, "+}");
    }
    add_cut(place->after, AROUND_CELLS, out);
    strbuf_addf(out, " [%.*s]\n", STR_ARG(place->rule->id));
}

static void list_place(Fixer *f, const FixedPlace *place, Str path)
{
    json_t *o = json_object();

    json_object_set_new(o, "rule", json_text(place->rule->id));
    json_object_set_new(o, "file", json_text(path));
    json_object_set_new(o, "line", json_integer(place->line));
    json_object_set_new(o, "old", json_text(place->old_text));
    json_object_set_new(o, "new", json_text(place->new_text));
    json_array_append_new(f->list, o);
}

static void say_places(Fixer *f, const FixedText *fixed, Str path)
{
    for (size_t i = 0; i < fixed->count; i++) {
        if (f->list)
            list_place(f, &fixed->places[i], path);
        else if (!cli_has(f->cli, OPTION_QUIET))
            add_place(&fixed->places[i], path, &f->cli->out);
    }
}

static void say_done(Fixer *f, const DocumentRef *ref, const FixedText *fixed)
{
    unsigned long n = (unsigned long)fixed->count;

    if (cli_has(f->cli, OPTION_DRY_RUN))
        output_note(
            f->cli,
            ngettext("Would fix %zu place in %s.", "Would fix %zu places in %s.", n),
            fixed->count, ref->path.ptr);
    else if (ref->relative.len == 0)
        output_note(f->cli,
                    ngettext("Fixed %zu place in %s.", "Fixed %zu places in %s.", n),
                    fixed->count, ref->path.ptr);
    else
        output_note(f->cli,
                    ngettext("Fixed %zu place in %s. Keep it with: prfaq save %s",
                             "Fixed %zu places in %s. Keep them with: prfaq save %s",
                             n),
                    fixed->count, ref->path.ptr, ref->name.ptr);
    if (!fixed->settled)
        output_note(f->cli, _("More can be fixed: do it again."));
}

/* --- The file ------------------------------------------------------------ */

static bool fix_text(Fixer *f, const OpenDocument *open, Arena *arena, Error *err)
{
    Session *s = &f->cli->session;
    CheckOptions options;
    FixedText fixed;
    Profile profile;

    session_check_options(s, &open->ref, arena, &options);
    if (cli_has(f->cli, OPTION_PROFILE) &&
        profile_parse(cli_value(f->cli, OPTION_PROFILE), &profile))
        options.profile = profile;
    fixes_settle(open->bytes, session_library(s), &options, is_chosen, f, arena,
                 &fixed);
    if (fixed.count == 0)
        return true;
    if (!cli_has(f->cli, OPTION_DRY_RUN) &&
        !service_rewrite(&open->ref, open->bytes, fixed.bytes, err))
        return false;
    say_places(f, &fixed, open->ref.path);
    say_done(f, &open->ref, &fixed);
    f->fixed += fixed.count;
    return true;
}

static bool fix_document(void *ctx, const DocumentRef *ref, Str name, Error *err)
{
    Fixer *f = ctx;
    Arena arena = {0};
    OpenDocument open;

    (void)name;
    bool ok = service_read(&f->cli->session, ref, &arena, &open, err) &&
              fix_text(f, &open, &arena, err);
    arena_deinit(&arena);
    return ok;
}

static bool refuse_input(void *ctx, Error *err)
{
    (void)ctx;
    error_set(err, ERR_USAGE, _("standard input cannot be fixed"));
    return error_hint(err, _("Name a file"));
}

static void say_failed(void *ctx, const Error *why)
{
    output_error(why, ((const Fixer *)ctx)->list != NULL);
}

bool fix_documents(Cli *cli, const Str *rules, size_t rule_count, Error *err)
{
    Fixer fixer = {.cli = cli, .rules = rules, .rule_count = rule_count};
    const CliTargets targets = {.document = fix_document,
                                .input = refuse_input,
                                .failed = say_failed,
                                .ctx = &fixer};

    if (cli_has(cli, OPTION_JSON))
        fixer.list = json_array();
    bool ok = cli_targets(cli, &targets, err);
    if (fixer.list) {
        json_t *o = json_document("fix");
        json_object_set_new(o, "written", json_boolean(!cli_has(cli, OPTION_DRY_RUN)));
        json_object_set_new(o, "fixes", fixer.list);
        json_print(o, &cli->out);
    }
    if (ok && fixer.fixed == 0)
        output_note(cli, _("There is nothing to fix without you."));
    return ok;
}
