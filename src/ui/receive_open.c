/* A document arrives: made, opened, its last revision, its file anew. */
#include "ui/receive_kinds.h"

#include <limits.h>

#include "base/message.h"
#include "doc/stray.h"
#include "ui/cmd.h"
#include "ui/deck_view.h"
#include "ui/derive.h"
#include "ui/exercise_view.h"
#include "ui/five_view.h"
#include "ui/landed.h"
#include "ui/layout.h"
#include "ui/meet_view.h"
#include "ui/merging.h"
#include "ui/outside.h"
#include "ui/prompt.h"
#include "ui/recover.h"
#include "ui/restore_screen.h"
#include "ui/reviewing.h"
#include "ui/workshop.h"

static void take_document(Editor *ed, const Msg *msg)
{
    text_free(ed->text);
    ed->text = text_new(msg->bytes);
    ed->open = true;
    ed->offered = false;
    strbuf_set(&ed->path, msg->path);
    strbuf_set(&ed->name, msg->name);
    strbuf_set(&ed->disk, msg->bytes);
    ed->disk_version = text_version(ed->text);
    outside_begin(ed);
    ed->outside = OUTSIDE_SAME;
    ed->tracked = msg->tracked;
    ed->based = false;
    ed->base_asked = false;
    strbuf_clear(&ed->base);
    ed->revision = 0;
    ed->saved = ed->kept = (Moment){0};
    ed->wrote = ed->not_kept = ed->lost_lease = false;
    ed->read_only = msg->held.set;
    ed->unwritable.set = false;
    ed->unwritable.copied = VERSION_NONE;
    ed->derived.valid = false;
    ed->reading = ed->base_is_text = false;
    ed->reading_number++;       /* what is being read is no longer asked for */
    ed->issue = (IssueMark){0}; /* it was of another text with this version */
    ed->edit_at = text_len(ed->text);
    ed->edit_shift = 0;
    ed->caret = layout_first_line(ed);
    ed->anchor = NO_INDEX;
    ed->marking = false;
    ed->goal = -1;
    ed->top = ed->caret;
    ed->top_row = 0;
    ed->noted_count = 0;
}

/* The view, the box or the place that opening the document was asked for; Esc
 * leads back to where one came from. */
static void show_wanted(Model *m, Effect *out)
{
    switch (m->open_view) {
    case VIEW_PREVIEW:
        view_preview(m);
        break;
    case VIEW_HISTORY:
        *out = (Effect){.type = EFFECT_HISTORY, .path = strbuf_view(&m->ed.path)};
        break;
    case VIEW_REVIEW:
        review_ask_for(m, (Str){0}, out);
        if (m->review_since.len > 0)
            review_ask_for(m, m->review_since, out);
        m->review_since = (Str){0};
        break;
    case VIEW_FIVE:
        five_open(m, out);
        break;
    case VIEW_MEET:
        meet_view_open(m, out);
        break;
    case VIEW_DECK:
    case VIEW_MATRIX:
        deck_open(m, m->open_view, out);
        break;
    case VIEW_MERGE:
        model_go(m, VIEW_WRITE);
        merging_ask_for(m, m->merge_other, out);
        m->merge_other = (Str){0};
        break;
    case VIEW_LANDED:
        landed_ask_for(m, out);
        break;
    case VIEW_CHANGES:
        m->changes_wanted = m->ed.tracked; /* once the last revision is known */
        break;
    default:
        model_go(m, VIEW_WRITE);
        break;
    }
    m->open_view = VIEW_WRITE;
    if (m->started_with_document)
        m->depth = 0;
    if (m->open_box != PROMPT_NONE)
        prompt_open(m, m->open_box);
    m->open_box = PROMPT_NONE;
    if (m->go_first) {
        derive(m);
        editor_go_stop(m, 0);
        m->go_first = false;
    }
}

/* "Jun has it open on laptop-2 since 10:02". */
static void say_holder(const HeldBy *held, StrBuf *out)
{
    StrBuf clock = {0};
    Str person = held->person.len ? held->person : str_from(_("Somebody"));

    moment_clock(held->since, &clock);
    strbuf_clear(out);
    if (held->here && held->tty.len > 0)
        message_addf(out, _("%.*s has it open in another window (%.*s) since %s"),
                     STR_ARG(person), STR_ARG(held->tty), strbuf_cstr(&clock));
    else if (held->here)
        message_addf(out, _("%.*s has it open in another window since %s"),
                     STR_ARG(person), strbuf_cstr(&clock));
    else
        message_addf(out, _("%.*s has it open on %.*s since %s"), STR_ARG(person),
                     STR_ARG(held->host), strbuf_cstr(&clock));
    strbuf_deinit(&clock);
}

/* Bytes that are no text are kept; one is told so once. */
static void say_strays(Model *m, Str bytes)
{
    Strays strays = strays_find(bytes);
    int count = strays.count < INT_MAX ? (int)strays.count : INT_MAX;
    const char *encoding = strays.count > 0 ? strays_encoding(bytes) : NULL;

    if (encoding)
        model_say(m, _("It looks like %s, and stays so. Convert: iconv -f %s -t UTF-8"),
                  encoding, encoding);
    else if (count > 0)
        model_say(m,
                  ngettext("%d byte is no text: shown by its number, kept as it is.",
                           "%d bytes are no text: shown by number, kept as they are.",
                           (unsigned long)count),
                  count);
}

/* Two people changed it, and git could not tell whose words count. */
static void say_marks(Model *m)
{
    int count = (int)merging_marks(m);

    if (count > 0)
        model_say(
            m,
            ngettext("Git left %d place between marks. Settle it with: ^P, merge",
                     "Git left %d places between marks. Settle them with: ^P, merge",
                     (unsigned long)count),
            count);
}

static void opened(Model *m, const Msg *msg, Effect *out)
{
    take_document(&m->ed, msg);
    merging_deinit(&m->merging); /* it was of another document */
    m->merged[0] = '\0';
    review_view_deinit(&m->review);
    restore_screen_deinit(&m->restore);
    deck_view_free(m);
    five_view_free(m);
    meet_view_free(m);
    exercise_view_free(m);
    workshop_forget_it(m);
    landed_view_deinit(&m->landed);
    strbuf_set(&m->who, msg->who);
    field_set(&m->typed[PROMPT_NOTE], (Str){0}); /* it was of another document */
    m->changes_wanted = false;
    show_wanted(m, out);
    say_strays(m, msg->bytes);
    say_marks(m);
    if (msg->held.set) {
        say_holder(&msg->held, &m->ed.holder);
        prompt_open(m, PROMPT_HELD);
    } else if (msg->recovered) {
        recover_show(m, msg->recovered, out);
    } else if (msg->owed.len > 0 && msg->who.len > 0 && !str_eq(msg->owed, msg->who)) {
        model_say(m,
                  _("Words here that are no revision yet were typed by %.*s; a save "
                    "signs them so."),
                  STR_ARG(msg->owed));
    } else if (msg->unseen) {
        model_say(m, _("This workspace belongs to another account: who else has the "
                       "document open cannot be seen here."));
    }
}

static void based(Model *m, const Msg *msg, Effect *out)
{
    Editor *ed = &m->ed;
    Arena arena = {0};
    Document doc = {0};

    if (m->who.len == 0)
        strbuf_set(&m->who, msg->who);
    m->walking = false;
    strbuf_set(&ed->base, msg->before);
    if (!m->review.ask_dirty && m->review.draft.len == 0)
        strbuf_set(&m->review.draft, msg->text);
    ed->based = true;
    ed->revision = msg->revision_count ? msg->revisions[0].number : 0;
    if (str_eq(strbuf_view(&ed->base), text_view(ed->text))) {
        derive_base(m);
    } else {
        document_read(strbuf_view(&ed->base), m->lib, &arena, &doc);
        ed->base_words = (int)document_words(&doc);
        arena_deinit(&arena);
    }
    if (m->changes_wanted) {
        m->changes_wanted = false;
        file_compare(m, out);
    }
}

static void created(Model *m, const Msg *msg, Effect *out)
{
    prompt_close(m);
    Str origin = prompt_origin(field_view(&m->prompt.fields[NEW_ORIGIN]));
    if (origin.len > 0 && !str_eq(origin, STR("customer")))
        m->open_box = PROMPT_FIVE_FIRST;
    for (size_t i = 0; i < NEW_FIELDS; i++)
        field_set(&m->prompt.fields[i], (Str){0});
    m->go_first = true;
    m->open_view = VIEW_WRITE;
    strbuf_set(&m->ed.path, msg->path);
    *out = (Effect){.type = EFFECT_OPEN, .path = strbuf_view(&m->ed.path)};
}

static void reloaded(Model *m, const Msg *msg)
{
    outside_take(m, msg->bytes);
    model_say(m, _("The file as it is now. ^Z brings your words back."));
}

bool receive_opening(Model *m, const Msg *msg, Effect *out)
{
    switch (msg->type) {
    case MSG_CREATED:
        created(m, msg, out);
        return true;
    case MSG_OPENED:
        opened(m, msg, out);
        return true;
    case MSG_BASE:
        based(m, msg, out);
        return true;
    case MSG_RELOADED:
        reloaded(m, msg);
        return true;
    default:
        return false;
    }
}
