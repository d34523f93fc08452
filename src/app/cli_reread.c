/* prfaq review: what changed since somebody last read it, and what is asked. */
#include "app/cli_commands.h"
#include "app/cli_document.h"
#include "app/cli_json.h"
#include "app/review_html.h"
#include "app/review_load.h"
#include "app/thread_json.h"
#include "base/message.h"
#include "ui/review_page.h"
#include "ui/review_say.h"

/* Bold tells added from removed where colours do not. */
static const char *ansi_of(Style style)
{
    switch (style) {
    case STYLE_ADDED:
        return "\033[1;34m";
    case STYLE_REMOVED:
        return "\033[33m";
    case STYLE_TITLE:
    case STYLE_BOLD:
        return "\033[1m";
    default:
        return NULL;
    }
}

static void print_run(StrBuf *out, const PageRun *run, bool color)
{
    const char *code = color ? ansi_of(run->style) : NULL;

    if (code)
        strbuf_addz(out, code);
    strbuf_add(out, run->text);
    if (code)
        strbuf_addz(out, "\033[0m");
}

static void print_line(const Review *r, const PageLine *line, bool color, StrBuf *out)
{
    bool changed = line->block != NO_INDEX && !line->aside && line->run_count > 0 &&
                   r->redline.blocks[line->block].state != BLOCK_SAME;
    bool title = line->run_count > 0 && line->runs[0].style == STYLE_TITLE;

    strbuf_addz(out, title ? "" : line->aside ? "    " : changed ? "| " : "  ");
    for (size_t i = 0; i < line->run_count; i++)
        print_run(out, &line->runs[i], color);
    while (out->len > 0 && out->ptr[out->len - 1] == ' ')
        strbuf_truncate(out, out->len - 1);
    strbuf_addc(out, '\n');
}

static void tell_sides(Cli *cli, const Review *r)
{
    StrBuf before = {0}, after = {0};
    bool known = !r->after.words && r->since == SINCE_READ &&
                 r->before.revision.number == r->after.revision.number;

    review_side_name(&r->before, &before);
    review_side_name(&r->after, &after);
    if (known)
        output_note(cli, _("%.*s: you have read all of it, up to revision %d."),
                    STR_ARG(r->document), r->after.revision.number);
    else if (review_is_first(r))
        output_note(cli, _("%.*s: all of it, %s."), STR_ARG(r->document),
                    strbuf_cstr(&after));
    else
        output_note(cli, _("%.*s: from %s to %s. %s"), STR_ARG(r->document),
                    strbuf_cstr(&before), strbuf_cstr(&after), review_since_words(r));
    if (r->reader.len > 0)
        output_note(cli, _("Reading as %.*s."), STR_ARG(r->reader));
    strbuf_deinit(&before);
    strbuf_deinit(&after);
}

static void review_text(Cli *cli, const Review *r)
{
    enum { INDENT = 4 };
    Arena arena = {0};
    const ReviewPage page = {.review = r, .only = NO_INDEX};
    PageBuilder b = {
        .arena = &arena, .width = output_width() - INDENT, .block = NO_INDEX};
    StrBuf counts = {0};

    tell_sides(cli, r);
    strbuf_addc(&cli->out, '\n');
    review_page_build(&page, &b);
    for (size_t i = 0; i < b.count; i++)
        print_line(r, &b.lines[i], output_color(cli), &cli->out);
    review_counts(r, &counts);
    message_addf(&cli->out, _("%d of %d sections changed. Questions: %s."),
                 r->redline.parts_changed, review_parts(&r->redline),
                 strbuf_cstr(&counts));
    strbuf_addc(&cli->out, '\n');
    strbuf_deinit(&counts);
    strbuf_deinit(&b.text);
    arena_deinit(&arena);
}

/* -- JSON -------------------------------------------------------------------------- */

static json_t *side_json(const ReviewSide *side)
{
    return side->revision.commit[0] != '\0' ? json_revision(&side->revision)
                                            : json_null();
}

static json_t *redline_value(const Redline *r)
{
    StrBuf text = {0};

    redline_json(r, (Str){0}, &text);
    json_t *value = json_loadb(text.ptr, text.len, 0, NULL);
    json_object_del(value, "schema");
    strbuf_deinit(&text);
    return value;
}

static json_t *threads_json(Cli *cli, const DocumentRef *ref, const Review *r)
{
    const OpenDocument doc = {*ref, r->after.bytes, r->after.doc};
    ReviewThreads threads;
    json_t *list = json_array();

    review_threads_read(&cli->session, &doc, &cli->arena, &threads);
    for (size_t i = 0; i < threads.count; i++)
        json_array_append_new(list, thread_json(&threads, &threads.items[i]));
    return list;
}

static void review_json(Cli *cli, const DocumentRef *ref, const Review *r)
{
    static const char *const since[] = {[SINCE_GIVEN] = "given",
                                        [SINCE_READ] = "read",
                                        [SINCE_WROTE] = "wrote",
                                        [SINCE_OTHER] = "other",
                                        [SINCE_LAST] = "last"};
    json_t *document = json_document("review");

    json_object_set_new(document, "document", json_text(r->document));
    json_object_set_new(document, "file", json_text(ref->path));
    json_object_set_new(document, "reader", json_text(r->reader));
    json_object_set_new(document, "since", json_string(since[r->since]));
    json_object_set_new(document, "from", side_json(&r->before));
    json_object_set_new(document, "to", side_json(&r->after));
    json_object_set_new(document, "unsaved", json_boolean(r->after.words));
    json_object_set_new(document, "untouched", json_text(r->untouched));
    json_object_set_new(document, "shallow", json_boolean(r->cut));
    json_object_set_new(document, "conflicts", json_integer((json_int_t)r->conflicts));
    json_object_set_new(document, "redline", redline_value(&r->redline));
    json_object_set_new(document, "threads", threads_json(cli, ref, r));
    json_t *counts = json_object();
    json_object_set_new(counts, "open", json_integer(r->open));
    json_object_set_new(counts, "resolved", json_integer(r->resolved));
    json_object_set_new(counts, "lost", json_integer(r->lost));
    json_object_set_new(document, "counts", counts);
    json_print(document, &cli->out);
}

/* -- the command ------------------------------------------------------------------- */

static void tell_damage(Cli *cli, const Review *r)
{
    if (r->damaged > 0)
        output_note(cli,
                    ngettext("%d file of the review cannot be read: prfaq check %.*s",
                             "%d files of the review cannot be read: prfaq check %.*s",
                             (unsigned long)r->damaged),
                    r->damaged, STR_ARG(r->document));
}

/* As a page: to the file of --output, else to standard output. */
static bool review_page_out(Cli *cli, const DocumentRef *ref, const Review *r,
                            Error *err)
{
    const OpenDocument open = {
        .ref = *ref, .bytes = r->after.bytes, .doc = r->after.doc};
    StrBuf page = {0};
    bool ok = true;

    review_html(r, &page);
    if (cli_has(cli, OPTION_OUTPUT))
        ok = cli_write_output(cli, &open, strbuf_view(&page), err);
    else
        strbuf_add(&cli->out, strbuf_view(&page));
    strbuf_deinit(&page);
    return ok;
}

/* Text for pipes and programs, and for who only notes that it is read. */
static bool shows_screen(const Cli *cli)
{
    bool text = cli_has(cli, OPTION_JSON) || cli_has(cli, OPTION_READ) ||
                cli_has(cli, OPTION_QUIET) || cli_has(cli, OPTION_HTML);

    return !text && screens_possible(cli);
}

bool command_review(Cli *cli, Error *err)
{
    DocumentRef ref = {0};
    Review *review = NULL;

    if (cli_has(cli, OPTION_OUTPUT) && !cli_has(cli, OPTION_HTML)) {
        error_set(err, ERR_USAGE, "%s", _("--output says nothing without --html"));
        return error_hint(err, "%s", _("Write: --html -o FILE"));
    }
    if (!session_document(&cli->session, cli_arg(cli, 0), &cli->arena, &ref, err))
        return false;
    const ReviewRequest request = {.ref = &ref, .since = cli_value(cli, OPTION_SINCE)};
    if (!review_load(&cli->session, &request, &review, err))
        return false;
    if (shows_screen(cli)) { /* what is wrong was said above */
        review_free(review);
        return screens_review(cli, ref.path.ptr, cli_value(cli, OPTION_SINCE), err);
    }
    bool ok = true;
    if (cli_has(cli, OPTION_HTML))
        ok = review_page_out(cli, &ref, review, err);
    else if (cli_has(cli, OPTION_JSON))
        review_json(cli, &ref, review);
    else
        review_text(cli, review);
    tell_damage(cli, review);
    if (ok && cli_has(cli, OPTION_READ))
        ok = review_note_read(&cli->session, &ref, &review->last, err);
    review_free(review);
    return ok;
}
