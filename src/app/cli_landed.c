/* Did it land? What was said in a review, against the document as it is now. */
#include "app/cli_commands.h"
#include "app/cli_document.h"
#include "app/cli_json.h"
#include "app/landed.h"
#include "base/message.h"
#include "base/unicode.h"
#include "ui/landed.h"

enum { INDENT = 5 };

/* -- words ------------------------------------------------------------------------ */

static Str words_of(const LandedItem *item)
{
    return item->thread ? item->thread->thread.text : item->action->text;
}

static Str part_name(const LandedItem *item)
{
    if (item->now)
        return review_part_title(item->now);
    if (item->change && item->change->title.len > 0)
        return item->change->title;
    return item->thread ? item->thread->thread.part : item->action->part;
}

/* -- text -------------------------------------------------------------------------- */

static void add_head(StrBuf *out, const LandedItem *item)
{
    StrBuf line = {0};

    if (item->thread) {
        const Thread *t = &item->thread->thread;
        output_cell(out, item->thread->label, INDENT);
        strbuf_addf(&line, "%s, %.*s: ", review_kind_words(t->kind),
                    STR_ARG(t->author));
    } else {
        Date day = item->meeting->held.year ? item->meeting->held : item->meeting->date;
        output_cell(out, STR("-"), INDENT);
        strbuf_addf(&line, "%s, %04d-%02d-%02d: ", _("agreed in the meeting"), day.year,
                    day.month, day.day);
    }
    strbuf_addz(&line, landed_words(item->state, item->agreed));
    unicode_visible(strbuf_view(&line), VISIBLE_ONE_LINE, out);
    strbuf_addc(out, '\n');
    strbuf_deinit(&line);
}

static void add_words(StrBuf *out, Str text)
{
    Str line;

    while (str_next_line(&text, &line)) {
        StrBuf visible = {0};
        unicode_visible(line, VISIBLE_ONE_LINE, &visible);
        if (visible.len > 0)
            output_wrapped(out, INDENT, output_width(), strbuf_view(&visible));
        strbuf_deinit(&visible);
    }
}

/* "Problem, since revision 3"; of a section the words that differ follow, of the whole
 * document their number. */
static void add_place(StrBuf *out, const LandedItem *item)
{
    StrBuf line = {0};
    Str part = part_name(item);

    unicode_visible(part, VISIBLE_ONE_LINE, &line);
    if (item->action && item->state == LANDED_UNKNOWN) {
        strbuf_clear(&line);
        strbuf_addz(&line, _("it names no section of the document"));
    } else if (item->revision > 0) {
        if (line.len > 0)
            strbuf_addz(&line, ", ");
        message_addf(&line, _("since revision %d"), item->revision);
    }
    if (!item->change && item->state == LANDED_CHANGED)
        strbuf_addf(&line, ": +%d \u2212%d", item->added, item->removed);
    strbuf_add_repeat(out, ' ', INDENT);
    strbuf_add(out, strbuf_view(&line));
    strbuf_addc(out, '\n');
    strbuf_deinit(&line);
}

static void add_redline(Cli *cli, const LandedItem *item)
{
    const RedlineText options = {.color = output_color(cli),
                                 .width = output_width() - INDENT,
                                 .lang = message_lang(),
                                 .only = item->change};
    StrBuf text = {0};
    Str line;

    if (!item->change || item->state == LANDED_UNTOUCHED)
        return;
    redline_text(item->redline, &options, &text);
    for (Str rest = strbuf_view(&text); str_next_line(&rest, &line);) {
        if (line.len > 0)
            strbuf_add_repeat(&cli->out, ' ', INDENT);
        strbuf_add(&cli->out, line);
        strbuf_addc(&cli->out, '\n');
    }
    strbuf_deinit(&text);
}

static void add_text(Cli *cli, const Landed *landed)
{
    StrBuf *out = &cli->out;
    StrBuf name = {0};

    if (out->len > 0)
        strbuf_addc(out, '\n');
    unicode_visible(landed->doc->ref.name, VISIBLE_ONE_LINE, &name);
    message_addf(out, _("%s: %zu changed, %zu untouched, %zu removed"),
                 strbuf_cstr(&name), landed->counts[LANDED_CHANGED],
                 landed->counts[LANDED_UNTOUCHED], landed->counts[LANDED_REMOVED]);
    strbuf_addc(out, '\n');
    strbuf_deinit(&name);
    for (size_t i = 0; i < landed->count; i++) {
        const LandedItem *item = &landed->items[i];
        strbuf_addc(out, '\n');
        add_head(out, item);
        add_words(out, words_of(item));
        add_place(out, item);
        add_redline(cli, item);
    }
}

/* -- JSON -------------------------------------------------------------------------- */

static json_t *changes_json(const LandedItem *item)
{
    static const char *const kinds[] = {"same", "added", "removed"};
    json_t *blocks = json_array();

    for (size_t i = 0; item->change && i < item->change->block_count; i++) {
        const RedlineBlock *block =
            &item->redline->blocks[item->change->first_block + i];
        json_t *changes = json_array();
        if (block->state == BLOCK_SAME) {
            json_decref(changes);
            continue;
        }
        for (size_t k = 0; k < block->change_count; k++) {
            json_t *o = json_object();
            json_object_set_new(o, "kind", json_string(kinds[block->changes[k].kind]));
            json_object_set_new(o, "text", json_text(block->changes[k].text));
            json_array_append_new(changes, o);
        }
        json_array_append_new(blocks, changes);
    }
    return blocks;
}

static json_t *text_or_null(Str text)
{
    return text.len > 0 ? json_text(text) : json_null();
}

static void set_source(json_t *o, const LandedItem *item)
{
    const ReviewThread *t = item->thread;

    json_object_set_new(o, "id", t ? json_text(t->thread.id) : json_null());
    json_object_set_new(o, "label", t ? json_text(t->label) : json_null());
    json_object_set_new(o, "kind",
                        json_string(t ? thread_kind_name(t->thread.kind) : "agreed"));
    json_object_set_new(o, "meeting",
                        item->meeting ? json_text(item->meeting->place) : json_null());
    json_object_set_new(o, "line",
                        item->action ? json_integer(item->action->line) : json_null());
    json_object_set_new(o, "author", t ? json_text(t->thread.author) : json_null());
    json_object_set_new(o, "text", json_text(words_of(item)));
    json_object_set_new(o, "part",
                        text_or_null(t ? t->thread.part : item->action->part));
}

static json_t *item_json(const Landed *landed, const LandedItem *item)
{
    json_t *o = json_object();

    json_object_set_new(o, "document", json_text(landed->doc->ref.name));
    set_source(o, item);
    json_object_set_new(o, "state", json_string(landed_state_name(item->state)));
    json_object_set_new(o, "agreed", json_boolean(item->agreed));
    json_object_set_new(
        o, "revision", item->revision > 0 ? json_integer(item->revision) : json_null());
    json_object_set_new(o, "added", json_integer(item->added));
    json_object_set_new(o, "removed", json_integer(item->removed));
    json_object_set_new(o, "changes", changes_json(item));
    return o;
}

/* -- the command ---------------------------------------------------------------------
 */

typedef struct Listing {
    json_t *items; /* NULL: text */
    size_t count, broken;
} Listing;

static bool list(Cli *cli, const ReviewThreads *threads, Listing *listing, Error *err)
{
    Landed landed;

    if (!landed_read(&cli->session, threads, &cli->arena, &landed, err))
        return false;
    listing->count += landed.count;
    listing->broken += landed.broken;
    if (listing->items)
        for (size_t i = 0; i < landed.count; i++)
            json_array_append_new(listing->items, item_json(&landed, &landed.items[i]));
    else if (landed.count > 0)
        add_text(cli, &landed);
    return true;
}

static bool list_all(Cli *cli, Listing *listing, Error *err)
{
    const Str *names;
    size_t count;

    if (!landed_documents(&cli->session, &cli->arena, &names, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        ReviewThreads *threads = ARENA_NEW(&cli->arena, ReviewThreads);
        if (!review_threads_of(&cli->session, names[i], &cli->arena, threads, err) ||
            !list(cli, threads, listing, err))
            return false;
    }
    return true;
}

static bool list_one(Cli *cli, Listing *listing, Error *err)
{
    OpenDocument doc;
    ReviewThreads *threads = ARENA_NEW(&cli->arena, ReviewThreads);

    if (!cli_open(cli, cli_arg(cli, 0), &doc, err) ||
        !session_need_workspace(&cli->session, err))
        return false;
    review_threads_read(&cli->session, &doc, &cli->arena, threads);
    return list(cli, threads, listing, err);
}

static void print_json(Cli *cli, Listing *listing)
{
    json_t *document = json_document("landed");

    json_object_set_new(document, "items", listing->items);
    json_object_set_new(document, "agreed_untouched",
                        json_integer((json_int_t)listing->broken));
    json_print(document, &cli->out);
}

bool command_landed(Cli *cli, Error *err)
{
    Listing listing = {.items = cli_has(cli, OPTION_JSON) ? json_array() : NULL};
    bool ok = cli->arg_count > 0 ? list_one(cli, &listing, err)
                                 : list_all(cli, &listing, err);

    if (!ok) {
        json_decref(listing.items);
        return false;
    }
    if (listing.items)
        print_json(cli, &listing);
    else if (listing.count == 0)
        output_note(cli, _("Nothing was closed or agreed yet."));
    cli->status = listing.broken > 0;
    return true;
}
