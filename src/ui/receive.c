#include "ui/receive.h"

#include "base/message.h"
#include "ui/cmd.h"
#include "ui/confirm.h"
#include "ui/derive.h"
#include "ui/elsewhere.h"
#include "ui/layout.h"
#include "ui/merging.h"
#include "ui/outside.h"
#include "ui/recover.h"
#include "ui/spelling.h"

static void set_buf(StrBuf *b, Str s)
{
    strbuf_clear(b);
    strbuf_add(b, s);
}

static void take_document(Editor *ed, const Msg *msg)
{
    text_free(ed->text);
    ed->text = text_new(msg->bytes);
    ed->open = true;
    ed->offered = false;
    set_buf(&ed->path, msg->path);
    set_buf(&ed->name, msg->name);
    set_buf(&ed->disk, msg->bytes);
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

static void opened(Model *m, const Msg *msg, Effect *out)
{
    take_document(&m->ed, msg);
    merging_deinit(&m->merging); /* it was of another document */
    set_buf(&m->who, msg->who);
    field_set(&m->typed[PROMPT_NOTE], (Str){0}); /* it was of another document */
    m->changes_wanted = false;
    show_wanted(m, out);
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
    }
}

static void based(Model *m, const Msg *msg, Effect *out)
{
    Editor *ed = &m->ed;
    Arena arena = {0};
    Document doc = {0};

    if (m->who.len == 0)
        set_buf(&m->who, msg->who);
    set_buf(&ed->base, msg->before);
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

static void after_save(Model *m, Effect *out)
{
    EffectType next = m->after_save;

    m->after_save = EFFECT_NONE;
    if (next == EFFECT_WHO)
        file_hand_over(m, out);
    else if (next == EFFECT_ADD_PERSON)
        file_add_person(m, out);
    else if (next == EFFECT_RECOVERED)
        recover_saved(m, out);
    else if (next == EFFECT_QUIT && m->hung_up)
        *out = (Effect){.type = EFFECT_QUIT, .status = m->end_status};
    else if (next == EFFECT_QUIT)
        file_leave(m, out);
}

static void saved(Model *m, const Msg *msg, Effect *out)
{
    Editor *ed = &m->ed;

    set_buf(&ed->disk, msg->bytes);
    ed->disk_version = text_version(ed->text);
    outside_begin(ed);
    ed->outside = OUTSIDE_SAME;
    ed->saved = msg->now;
    ed->kept = (Moment){0};
    ed->wrote = ed->not_kept = ed->unwritable.set = false;
    if (msg->revision_count) {
        set_buf(&ed->base, msg->bytes);
        ed->based = true;
        ed->revision = msg->revisions[0].number;
        derive_base(m);
    }
    if (msg->who.len > 0)
        set_buf(&m->who, msg->who);
    if (m->save_noted)
        field_set(&m->typed[PROMPT_NOTE], (Str){0});
    model_say(m, "%.*s", STR_ARG(msg->text));
    after_save(m, out);
}

static void written(Model *m, const Msg *msg, Effect *out)
{
    Editor *ed = &m->ed;

    if (msg->path.len > 0) { /* a new file beside the document */
        set_buf(&ed->path, msg->path);
        set_buf(&ed->name, msg->name);
        ed->based = false;
        ed->base_asked = false;
        model_say(m, _("Your words are in %.*s now. The other file was left alone."),
                  STR_ARG(msg->path));
    }
    outside_keep_start(ed);
    set_buf(&ed->disk, msg->bytes);
    ed->disk_version = text_version(ed->text);
    ed->wrote = true;
    ed->unwritable.set = false;
    ed->outside = OUTSIDE_SAME;
    if (!msg->quiet)
        after_save(m, out);
}

static void reloaded(Model *m, const Msg *msg)
{
    outside_take(m, msg->bytes);
    model_say(m, _("The file as it is now. ^Z brings your words back."));
}

/* Nobody is there to ask: the words go to a new file beside the document. */
static void write_beside(Model *m, Effect *out)
{
    m->beside_tried = true;
    m->after_save = EFFECT_QUIT;
    file_write_effect(m, out);
    out->name = STR("mine");
}

static bool is_of_file(const Msg *msg)
{
    return (msg->effect == EFFECT_SAVE || msg->effect == EFFECT_WRITE) &&
           (msg->error.code == ERR_IO || msg->error.code == ERR_NOT_FOUND);
}

static void failed(Model *m, const Msg *msg, Effect *out)
{
    EffectType then = m->after_save;

    /* Its revision was asked for while the file is away: the line below says so. */
    if (msg->effect == EFFECT_BASE && msg->error.code == ERR_NOT_FOUND) {
        m->ed.outside = OUTSIDE_GONE;
        m->changes_wanted = false;
        return;
    }
    if (msg->quiet && is_of_file(msg)) { /* one types: a line says so, no box */
        m->ed.unwritable.set = true;
        return;
    }
    model_say_error(m, &msg->error);
    if (msg->quiet || msg->effect == EFFECT_PUT)
        return; /* the words are in the journal; the box asks for another place */
    m->after_save = EFFECT_NONE;
    m->save_waiting = false;
    m->go_first = false;
    m->changes_wanted = false;
    m->look_then = VIEW_HOME;
    m->open_view = VIEW_WRITE;
    m->open_box = PROMPT_NONE;
    if (msg->effect == EFFECT_CREATE)
        m->prompt.selected = 2; /* the name is what can be wrong */
    if (m->hung_up && !m->beside_tried)
        write_beside(m, out);
    else if (m->hung_up || (msg->effect == EFFECT_OPEN && m->started_with_document))
        *out = (Effect){.type = EFFECT_QUIT, .status = (int)msg->error.code};
    else if (is_of_file(msg) && then != EFFECT_RECOVERED)
        elsewhere_ask(m, msg, then);
}

static void copy_documents(Model *m, const Msg *msg)
{
    Home *home = &m->home;
    Arena fresh = {0};
    DocumentEntry *rows = arena_array(&fresh, msg->document_count + 1, sizeof *rows);

    for (size_t i = 0; i < msg->document_count; i++) {
        rows[i] = msg->documents[i];
        Str *strings[] = {
            &rows[i].path,    &rows[i].name,          &rows[i].title,
            &rows[i].stage,   &rows[i].who,           &rows[i].next_step,
            &rows[i].problem, &rows[i].recovered_who, &rows[i].recovered_place};
        for (size_t k = 0; k < sizeof strings / sizeof *strings; k++)
            *strings[k] = arena_str(&fresh, *strings[k]);
    }
    arena_deinit(&home->arena);
    home->arena = fresh;
    home->documents = rows;
    home->count = msg->document_count;
    home->workspace = msg->workspace;
    home->loaded = true;
    if (home->selected >= home->count)
        home->selected = home->count ? home->count - 1 : 0;
    set_buf(&m->who, msg->who);
}

static void described(Model *m, const Msg *msg)
{
    Home *home = &m->home;

    for (size_t i = 0; i < home->count && msg->document_count > 0; i++) {
        DocumentEntry *row = &home->documents[i];
        if (!str_eq(row->path, msg->documents[0].path))
            continue;
        const DocumentEntry old = *row;
        *row = msg->documents[0];
        row->path = old.path;
        row->name = old.name;
        row->recovered = old.recovered;
        row->recovered_who = old.recovered_who;
        row->recovered_place = old.recovered_place;
        row->described = true;
        Str *strings[] = {&row->title, &row->stage, &row->who, &row->next_step,
                          &row->problem};
        for (size_t k = 0; k < sizeof strings / sizeof *strings; k++)
            *strings[k] = arena_str(&home->arena, *strings[k]);
    }
}

static Revision copy_revision(Arena *arena, const Revision *r)
{
    Revision copy = *r;
    Person *with = arena_array(arena, r->with_count + 1, sizeof *with);

    for (size_t i = 0; i < r->with_count; i++)
        with[i] = (Person){arena_str(arena, r->with[i].name), (Str){0}};
    copy.with = with;
    copy.author = (Person){arena_str(arena, r->author.name), (Str){0}};
    copy.note = arena_str(arena, r->note);
    copy.subject = arena_str(arena, r->subject);
    copy.body = arena_str(arena, r->body);
    return copy;
}

static void history(Model *m, const Msg *msg)
{
    HistoryList *h = &m->history;

    arena_reset(&h->arena);
    h->items = arena_array(&h->arena, msg->revision_count + 1, sizeof *h->items);
    for (size_t i = 0; i < msg->revision_count; i++)
        h->items[i] = copy_revision(&h->arena, &msg->revisions[i]);
    h->count = msg->revision_count;
    h->selected = 0;
    h->top = 0;
    h->marked = 0;
    model_go(m, VIEW_HISTORY);
}

void changes_show(Model *m, int from, Str before, int to, Str after)
{
    ChangesView *c = &m->changes;

    set_buf(&c->before, before);
    set_buf(&c->after, after);
    arena_reset(&c->arena);
    document_read(strbuf_view(&c->before), m->lib, &c->arena, &c->before_doc);
    document_read(strbuf_view(&c->after), m->lib, &c->arena, &c->after_doc);
    redline_make(&c->before_doc, &c->after_doc, &c->arena, &c->redline);
    c->from = from;
    c->to = to;
    m->top[VIEW_CHANGES] = 0;
    m->page.valid = false;
    c->block = NO_INDEX;
    c->follow = false;
    c->valid = true;
    model_go(m, VIEW_CHANGES);
}

static void people(Model *m, const Msg *msg)
{
    arena_reset(&m->people_arena);
    m->people = arena_array(&m->people_arena, msg->person_count + 1, sizeof *m->people);
    for (size_t i = 0; i < msg->person_count; i++) {
        m->people[i] = msg->people[i];
        m->people[i].name = arena_str(&m->people_arena, msg->people[i].name);
        if (m->people[i].typing) /* the next one most likely takes over */
            m->prompt.selected = i + 1 < msg->person_count ? i + 1 : 0;
    }
    m->person_count = msg->person_count;
    if (m->person_count == 0 && m->prompt.type == PROMPT_WHO) {
        prompt_close(m);
        prompt_open(m, PROMPT_NAME);
    }
}

static void who(Model *m, const Msg *msg, Effect *out)
{
    set_buf(&m->who, msg->who);
    model_say(m, _("%s types now."), strbuf_cstr(&m->who));
    field_set(&m->typed[PROMPT_NAME], (Str){0});
    if (m->save_waiting) {
        m->save_waiting = false;
        Str note = field_view(&m->typed[PROMPT_NOTE]);
        file_save_effect(m, m->save_noted ? note : (Str){0}, out);
    }
}

static void created(Model *m, const Msg *msg, Effect *out)
{
    prompt_close(m);
    for (size_t i = 0; i < NEW_FIELDS; i++)
        field_set(&m->prompt.fields[i], (Str){0});
    m->go_first = true;
    m->open_view = VIEW_WRITE;
    set_buf(&m->ed.path, msg->path);
    *out = (Effect){.type = EFFECT_OPEN, .path = strbuf_view(&m->ed.path)};
}

/* The file is not the one that was read. */
static void refused(Model *m, const Msg *msg, Effect *out)
{
    if (!msg->quiet)
        m->after_save = EFFECT_NONE;
    if (m->hung_up)
        write_beside(m, out);
    else
        outside_refused(m, msg, !msg->quiet);
}

void receive(Model *m, const Msg *msg, Effect *out)
{
    switch (msg->type) {
    case MSG_FAILED:
        failed(m, msg, out);
        break;
    case MSG_CHANGED_OUTSIDE:
        refused(m, msg, out);
        break;
    case MSG_NEED_NAME:
        m->save_waiting = true;
        prompt_open(m, PROMPT_NAME);
        break;
    case MSG_DOCUMENTS:
        copy_documents(m, msg);
        break;
    case MSG_DESCRIBED:
        described(m, msg);
        break;
    case MSG_OPENED:
        opened(m, msg, out);
        break;
    case MSG_DERIVED:
        if (derive_take(m, msg->number, msg->derived))
            confirm_offer(m);
        break;
    case MSG_BASE:
        based(m, msg, out);
        break;
    case MSG_SAVED:
        saved(m, msg, out);
        break;
    case MSG_WRITTEN:
        written(m, msg, out);
        break;
    case MSG_PLACE:
        elsewhere_proposed(m, msg);
        break;
    case MSG_PUT:
        elsewhere_written(m, msg);
        break;
    case MSG_RELOADED:
        reloaded(m, msg);
        break;
    case MSG_LOOKED:
        outside_looked(m, msg);
        break;
    case MSG_CREATED:
        created(m, msg, out);
        break;
    case MSG_HISTORY:
        history(m, msg);
        break;
    case MSG_COMPARED:
        changes_show(m, msg->from, msg->before, msg->to, msg->after);
        break;
    case MSG_PEOPLE:
        people(m, msg);
        break;
    case MSG_WHO:
        who(m, msg, out);
        break;
    case MSG_SPELLING:
        spelling_start(m, msg);
        break;
    case MSG_SPELLED:
        spelling_answers(m, msg);
        break;
    case MSG_WORD_ADDED:
        spelling_accept(&m->spelling, msg->name);
        model_say(m, _("\"%.*s\" is a word of the workspace now."), STR_ARG(msg->name));
        break;
    case MSG_KEPT:
        m->ed.kept = m->now;
        m->ed.not_kept = false;
        break;
    case MSG_NOT_KEPT:
        m->ed.not_kept = true;
        model_say_error(m, &msg->error);
        break;
    case MSG_TAKEN_OVER:
        m->ed.lost_lease = true;
        m->after_save = EFFECT_NONE; /* what was asked for waits for the answer */
        model_say_error(m, &msg->error);
        break;
    case MSG_RECOVERED:
        recover_next(m, msg->recovered, out);
        break;
    case MSG_LEASE:
        m->ed.lost_lease = false;
        model_say(m, _("You write in the document again. ^S saves."));
        break;
    case MSG_EXPORTED:
        model_say(m, _("Written: %.*s. Open it in a browser to read or print it."),
                  STR_ARG(msg->path));
        break;
    case MSG_EDITED:
        editor_edited(m, msg);
        break;
    case MSG_COPIED:
        clip_copied(m, msg);
        break;
    default:
        break;
    }
}
