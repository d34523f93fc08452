#include "app/effect.h"

#include "app/colours.h"
#include "app/copy.h"
#include "app/describe.h"
#include "app/elsewhere.h"
#include "app/interview_file.h"
#include "app/own_editor.h"
#include "app/own_words.h"
#include "app/service.h"
#include "app/writer.h"
#include "base/file.h"
#include "base/message.h"
#include "store/people.h"

static Msg failed(const Effect *effect, const Error *err)
{
    return (Msg){.type = MSG_FAILED,
                 .effect = effect->type,
                 .quiet = effect->quiet,
                 .error = *err};
}

static bool find_document(Effects *e, Str path, DocumentRef *ref, Error *err)
{
    return session_document(e->session, path, &e->reply, ref, err);
}

/* Before libgit2 is started: the person chosen for this clone, from a small
 * file. Git's own name is looked up with the last revision. */
static Str chosen_writer(Effects *e)
{
    Who who = {0};
    Error ignored = {0};

    if (e->session->workspace.root.len == 0 ||
        !who_load(e->session->workspace.private_, &e->reply, &who, &ignored))
        return (Str){0};
    return who.name;
}

static Msg read_document(Effects *e, const Effect *effect, DocumentRef *ref)
{
    StrBuf bytes = {0};
    Error err = {0};

    if (!find_document(e, effect->path, ref, &err))
        return failed(effect, &err);
    Str full = arena_str(&e->reply, ref->path);
    bool ok = file_read(full.ptr, FILE_MAX, &bytes, &err) &&
              service_bytes_ok(ref, strbuf_view(&bytes), &err);
    Str copy = arena_str(&e->reply, strbuf_view(&bytes));
    strbuf_deinit(&bytes);
    if (!ok)
        return failed(effect, &err);
    return (Msg){.type = MSG_OPENED,
                 .path = full,
                 .name = ref->name.len ? ref->name : path_base(full),
                 .bytes = copy,
                 .who = chosen_writer(e),
                 .tracked = ref->relative.len > 0};
}

Msg effect_open(Effects *e, const Effect *effect)
{
    DocumentRef ref = {0};

    arena_reset(&e->reply);
    Msg msg = read_document(e, effect, &ref);
    if (msg.type == MSG_OPENED)
        keep_open(e->keep, &ref, &e->reply, effect->take_over, &msg);
    return msg;
}

static Msg last_revision(Effects *e, const Effect *effect)
{
    DocumentRef ref = {0};
    Revision *revision = ARENA_NEW(&e->reply, Revision);
    OpenDocument *doc = ARENA_NEW(&e->reply, OpenDocument);
    History history = {0};
    Writer writer = {0};
    Error err = {0};

    if (!find_document(e, effect->path, &ref, &err) ||
        !service_history(e->session, &ref, &e->reply, &history, &err))
        return failed(effect, &err);
    Error ignored = {0};
    writer_find(e->session, &e->reply, &writer, &ignored);
    Msg msg = {.type = MSG_BASE, .who = writer.person.name};
    look_note(e->session, &e->last);
    if (history.count == 0)
        return msg;
    if (!service_revision(e->session, &ref, (Str){0}, &e->reply, revision, doc, &err))
        return failed(effect, &err);
    msg.revisions = revision;
    msg.revision_count = 1;
    msg.before = doc->bytes;
    return msg;
}

/* Is the file still the one that was read? One that is gone is written anew only
 * when that is known: nothing was seen. */
static bool unchanged_outside(Effects *e, const Effect *effect, Str *now, Error *err)
{
    StrBuf bytes = {0};
    Str path = arena_str(&e->reply, effect->path);

    if (file_kind(path.ptr) == FILE_NONE) {
        *now = (Str){0};
        return effect->seen.len == 0;
    }
    if (!file_read(path.ptr, FILE_MAX, &bytes, err)) {
        strbuf_deinit(&bytes);
        return false;
    }
    *now = arena_str(&e->reply, strbuf_view(&bytes));
    strbuf_deinit(&bytes);
    return str_eq(*now, effect->seen) || str_eq(*now, effect->bytes);
}

static bool guard_outside(Effects *e, const Effect *effect, Msg *answer)
{
    Error err = {0};
    Str now = {0};

    if (unchanged_outside(e, effect, &now, &err))
        return true;
    *answer = err.code ? failed(effect, &err)
                       : (Msg){.type = MSG_CHANGED_OUTSIDE,
                               .effect = effect->type,
                               .quiet = effect->quiet,
                               .gone = !now.ptr,
                               .bytes = now};
    return false;
}

/* May the file be written: is it ours still, and is it still what was read? */
static bool guard_file(Effects *e, const Effect *effect, Msg *answer)
{
    Error err = {0};

    if (keep_may_write(e->keep, &err))
        return guard_outside(e, effect, answer);
    *answer = (Msg){.type = MSG_TAKEN_OVER, .quiet = effect->quiet, .error = err};
    return false;
}

static Str said_of_save(Effects *e, const SaveResult *result, Str signed_by)
{
    StrBuf text = {0};

    switch (result->outcome) {
    case SAVE_NOTHING_NEW:
        strbuf_addz(&text,
                    _("Nothing new: the last revision has these words already."));
        break;
    case SAVE_FILE_ONLY:
        strbuf_addz(&text, _("The file is saved. It is in no workspace, so no revision "
                             "is kept."));
        break;
    case SAVE_REVISION:
        if (signed_by.len > 0)
            message_addf(&text, _("Saved revision %d, signed %.*s who typed it: %.*s"),
                         result->revision.number, STR_ARG(signed_by),
                         STR_ARG(result->summary));
        else
            message_addf(&text, _("Saved revision %d: %.*s"), result->revision.number,
                         STR_ARG(result->summary));
        if (result->detached)
            strbuf_addz(&text, _(" (on no branch: ask a git person to keep it)"));
        break;
    }
    Str said = arena_str(&e->reply, strbuf_view(&text));
    strbuf_deinit(&text);
    return said;
}

/* The file was deleted, and the person wants it in the same place again: it must be
 * there before it can have a revision. */
static bool write_missing(Effects *e, const Effect *effect, Error *err)
{
    Str path = arena_str(&e->reply, effect->path);

    return effect->seen.len > 0 || file_kind(path.ptr) != FILE_NONE ||
           file_create(path.ptr, effect->bytes, err);
}

/* Who types now; else the one whose words are saved. */
static bool find_typist(Effects *e, const Effect *effect, Writer *out, Error *err)
{
    if (!writer_find(e->session, &e->reply, out, err))
        return false;
    return effect->person.len == 0 || str_eq(effect->person, out->person.name) ||
           writer_named(e->session, effect->person, &e->reply, out, err);
}

static Msg save(Effects *e, const Effect *effect)
{
    DocumentRef *ref = ARENA_NEW(&e->reply, DocumentRef);
    SaveResult *result = ARENA_NEW(&e->reply, SaveResult);
    Writer *writer = ARENA_NEW(&e->reply, Writer);
    Str signed_by = {0};
    Error err = {0};
    Msg answer = {0};

    if (!guard_file(e, effect, &answer))
        return answer;
    if (!write_missing(e, effect, &err) || !find_document(e, effect->path, ref, &err))
        return failed(effect, &err);
    if (ref->relative.len > 0) {
        if (!find_typist(e, effect, writer, &err))
            return failed(effect, &err);
        if (writer->source == WRITER_NOBODY)
            return (Msg){.type = MSG_NEED_NAME, .effect = effect->type};
    }
    SaveRequest request = {
        .ref = ref, .bytes = effect->bytes, .note = effect->note, .writer = writer};
    if (!owed_save(e->session, keep_owed(e->keep), &request, &e->reply, result,
                   &signed_by, &err))
        return failed(effect, &err);
    keep_saved(e->keep);
    look_note(e->session, &e->last);
    return (Msg){.type = MSG_SAVED,
                 .bytes = effect->bytes,
                 .revisions = &result->revision,
                 .revision_count = result->outcome == SAVE_REVISION,
                 .unchanged = result->outcome == SAVE_NOTHING_NEW,
                 .who = effect->person.len ? (Str){0} : writer->person.name,
                 .text = said_of_save(e, result, signed_by)};
}

/* "lantern.md" -> "lantern-mine.md", "lantern-mine-2.md", … */
static bool write_beside(Effects *e, const Effect *effect, Str *path, Error *err)
{
    Str stem = effect->path;

    if (str_ends(stem, STR(".md")))
        stem.len -= 3;
    for (int i = 1; i < 100; i++) {
        *path = i == 1 ? arena_printf(&e->reply, "%.*s-%.*s.md", STR_ARG(stem),
                                      STR_ARG(effect->name))
                       : arena_printf(&e->reply, "%.*s-%.*s-%d.md", STR_ARG(stem),
                                      STR_ARG(effect->name), i);
        if (file_create(path->ptr, effect->bytes, err))
            return true;
        if (err->code != ERR_STATE)
            return false;
    }
    return false;
}

static Msg write_file(Effects *e, const Effect *effect)
{
    Error err = {0};
    Msg answer = {0};
    Str path = {0};

    if (effect->name.len > 0) {
        if (!write_beside(e, effect, &path, &err))
            return failed(effect, &err);
        return (Msg){.type = MSG_WRITTEN,
                     .path = path,
                     .name = path_base(path),
                     .bytes = effect->bytes};
    }
    if (!guard_file(e, effect, &answer))
        return answer;
    Str full = arena_str(&e->reply, effect->path);
    if (!file_replace(full.ptr, effect->bytes, &err))
        return failed(effect, &err);
    keep_wrote(e->keep, effect->bytes);
    return (Msg){.type = MSG_WRITTEN, .bytes = effect->bytes, .quiet = effect->quiet};
}

/* The words somewhere else: the document stays what it is. */
static Msg put_elsewhere(Effects *e, const Effect *effect)
{
    Error err = {0};
    Str path = {0};

    return elsewhere_write(effect->path, effect->name, effect->bytes, &e->reply, &path,
                           &err)
               ? (Msg){.type = MSG_PUT, .path = path}
               : failed(effect, &err);
}

static Msg reload(Effects *e, const Effect *effect)
{
    DocumentRef ref = {0};
    Msg msg = read_document(e, effect, &ref);

    if (msg.type == MSG_OPENED)
        msg.type = MSG_RELOADED;
    msg.effect = EFFECT_RELOAD;
    return msg;
}

static Msg create(Effects *e, const Effect *effect)
{
    const DraftRequest *draft = &effect->draft;
    NewDocument request = {.name = draft->name,
                           .template_id = draft->template_id,
                           .lang = draft->lang,
                           .answers = {.title = draft->title,
                                       .customer = draft->customer,
                                       .product = draft->product}};
    DocumentRef ref = {0};
    Error err = {0};

    if (!service_new(e->session, &request, &e->reply, &ref, &err))
        return failed(effect, &err);
    return (Msg){.type = MSG_CREATED, .path = ref.path, .name = ref.name};
}

static Msg history(Effects *e, const Effect *effect)
{
    DocumentRef ref = {0};
    History list = {0};
    Error err = {0};

    if (!find_document(e, effect->path, &ref, &err) ||
        !service_history(e->session, &ref, &e->reply, &list, &err))
        return failed(effect, &err);
    return (Msg){
        .type = MSG_HISTORY, .revisions = list.items, .revision_count = list.count};
}

static bool side_bytes(Effects *e, const Effect *effect, const DocumentRef *ref,
                       int revision, Str *out, Error *err)
{
    if (revision == REVISION_NONE) {
        *out = (Str){0};
        return true;
    }
    if (revision == REVISION_UNSAVED) {
        *out = effect->bytes;
        return true;
    }
    Revision found = {0};
    OpenDocument doc = {0};
    Str number = arena_printf(&e->reply, "%d", revision);
    if (!service_revision(e->session, ref, number, &e->reply, &found, &doc, err))
        return false;
    *out = doc.bytes;
    return true;
}

static Msg compare(Effects *e, const Effect *effect)
{
    DocumentRef ref = {0};
    Error err = {0};
    Msg msg = {.type = MSG_COMPARED, .from = effect->from, .to = effect->to};

    if (!find_document(e, effect->path, &ref, &err) ||
        !side_bytes(e, effect, &ref, effect->from, &msg.before, &err) ||
        !side_bytes(e, effect, &ref, effect->to, &msg.after, &err))
        return failed(effect, &err);
    return msg;
}

static bool in_room(const Who *who, Str name)
{
    for (size_t i = 0; i < who->room_count; i++)
        if (str_eq(who->room[i], name))
            return true;
    return false;
}

static Msg people(Effects *e, const Effect *effect)
{
    Roster roster = {0};
    Who who = {0};
    Writer writer = {0};
    Error err = {0};

    if (!writer_roster(e->session, &e->reply, &roster, &err))
        return failed(effect, &err);
    if (e->session->workspace.private_.len > 0 &&
        !who_load(e->session->workspace.private_, &e->reply, &who, &err))
        return failed(effect, &err);
    writer_find(e->session, &e->reply, &writer, &err);
    PersonEntry *rows = arena_array(&e->reply, roster.count + 1, sizeof *rows);
    for (size_t i = 0; i < roster.count; i++) {
        Str name = roster.members[i].name;
        rows[i] = (PersonEntry){.name = name,
                                .typing = str_eq(name, writer.person.name),
                                .here = in_room(&who, name)};
    }
    return (Msg){.type = MSG_PEOPLE, .people = rows, .person_count = roster.count};
}

static Msg choose_writer(Effects *e, const Effect *effect)
{
    Writer writer = {0};
    Error err = {0};

    if (!writer_choose(e->session, effect->name, effect->room, effect->room_count,
                       &e->reply, &writer, &err))
        return failed(effect, &err);
    return (Msg){.type = MSG_WHO, .who = writer.person.name};
}

static Msg add_person(Effects *e, const Effect *effect)
{
    Error err = {0};
    bool known = false;
    Str name = str_trim(effect->name);

    if (!writer_add(e->session, name, (Str){0}, &known, &err))
        return failed(effect, &err);
    Effect choose = {.type = EFFECT_WHO, .name = name};
    return choose_writer(e, &choose);
}

enum { EXPORTS_MAX = 999 }; /* beside one document */

static Msg export_document(Effects *e, const Effect *effect)
{
    DocumentRef ref = {0};
    OpenDocument doc = {0};
    ExportFormat format = EXPORT_HTML;
    StrBuf out = {0};
    Error err = {0};

    if (!export_format_parse(effect->name, &format) ||
        !find_document(e, effect->path, &ref, &err) ||
        !service_read_bytes(e->session, &ref, effect->bytes, &e->reply, &doc, &err))
        return failed(effect, &err);
    service_export(e->session, &doc, format, false, NULL, &out);
    Str stem = effect->path;
    if (str_ends(stem, STR(".md")))
        stem.len -= 3;
    const char *suffix = format == EXPORT_MARKDOWN ? "-export" : "";
    Str path = arena_printf(&e->reply, "%.*s%s.%.*s", STR_ARG(stem), suffix,
                            STR_ARG(effect->name));
    /* A file that is there may be somebody's: the next free name is taken. */
    for (int i = 2; file_kind(path.ptr) != FILE_NONE && i <= EXPORTS_MAX; i++)
        path = arena_printf(&e->reply, "%.*s%s-%d.%.*s", STR_ARG(stem), suffix, i,
                            STR_ARG(effect->name));
    bool ok = file_create(path.ptr, strbuf_view(&out), &err);
    strbuf_deinit(&out);
    return ok ? (Msg){.type = MSG_EXPORTED, .path = path} : failed(effect, &err);
}

static Msg add_word(Effects *e, const Effect *effect)
{
    Error err = {0};
    Str word = arena_str(&e->reply, effect->name);

    return own_words_add(e->session, word, &err)
               ? (Msg){.type = MSG_WORD_ADDED, .name = word}
               : failed(effect, &err);
}

static Msg take_over(Effects *e, const Effect *effect)
{
    Error err = {0};

    return keep_take_over(e->keep, &err) ? (Msg){.type = MSG_LEASE}
                                         : failed(effect, &err);
}

static Msg answers(Effects *e, const Effect *effect)
{
    DocumentRef ref = {0};
    StrBuf bytes = {0};
    Error err = {0};

    bool ok = find_document(e, effect->path, &ref, &err) &&
              interview_file_read(e->session, &ref, &bytes, &err);
    Str copy = arena_str(&e->reply, strbuf_view(&bytes));
    strbuf_deinit(&bytes);
    return ok ? (Msg){.type = MSG_ANSWERS, .bytes = copy} : failed(effect, &err);
}

static Msg keep_answers(Effects *e, const Effect *effect)
{
    DocumentRef ref = {0};
    Error err = {0};

    if (!find_document(e, effect->path, &ref, &err) ||
        !interview_file_write(e->session, &ref, effect->bytes, &err))
        return failed(effect, &err);
    return (Msg){.type = MSG_DONE};
}

static Msg init_workspace(Effects *e, const Effect *effect)
{
    Error err = {0};
    bool created = false;

    if (!repo_init(".", &created, &err))
        return failed(effect, &err);
    session_close(e->session);
    if (!session_open(e->session, ".", &err))
        return failed(effect, &err);
    return describe_list(e->session, &e->reply);
}

static Msg edit(Effects *e, const Effect *effect)
{
    StrBuf bytes = {0};
    Error err = {0};

    bool ok = own_editor_run(e->session, e->term, effect->bytes, &bytes, &err);
    Str copy = arena_str(&e->reply, strbuf_view(&bytes));
    strbuf_deinit(&bytes);
    return ok ? (Msg){.type = MSG_EDITED, .bytes = copy} : failed(effect, &err);
}

/* To a program that looks after the clipboard where there is one, else by the
 * terminal. */
static Copied hand_copy(Effects *e, Str text)
{
    if (copy_by_program(text))
        return COPIED_PROGRAM;
    return term_copy(e->term, text) ? COPIED_TERMINAL : COPIED_HERE;
}

Msg effect_perform(Effects *e, const Effect *effect)
{
    arena_reset(&e->reply);
    switch (effect->type) {
    case EFFECT_LIST:
        return describe_list(e->session, &e->reply);
    case EFFECT_DESCRIBE:
        return describe_document(e->session, effect->path, &e->reply);
    case EFFECT_OPEN:
        return effect_open(e, effect);
    case EFFECT_BASE:
        return last_revision(e, effect);
    case EFFECT_SAVE:
        return save(e, effect);
    case EFFECT_WRITE:
        return write_file(e, effect);
    case EFFECT_PLACE:
        return (Msg){.type = MSG_PLACE,
                     .path = elsewhere_place(effect->path, &e->reply)};
    case EFFECT_PUT:
        return put_elsewhere(e, effect);
    case EFFECT_RELOAD:
        return reload(e, effect);
    case EFFECT_LOOK:
        return look_outside(e->session, effect, &e->last, &e->reply);
    case EFFECT_CREATE:
        return create(e, effect);
    case EFFECT_HISTORY:
        return history(e, effect);
    case EFFECT_COMPARE:
        return compare(e, effect);
    case EFFECT_PEOPLE:
        return people(e, effect);
    case EFFECT_WHO:
        return choose_writer(e, effect);
    case EFFECT_ADD_PERSON:
        return add_person(e, effect);
    case EFFECT_EXPORT:
        return export_document(e, effect);
    case EFFECT_INIT:
        return init_workspace(e, effect);
    case EFFECT_ANSWERS:
        return answers(e, effect);
    case EFFECT_KEEP:
        return keep_answers(e, effect);
    case EFFECT_COPY:
        return (Msg){.type = MSG_COPIED, .copied = hand_copy(e, effect->bytes)};
    case EFFECT_RECOVERED:
        return keep_recovered(e->keep, effect, &e->reply);
    case EFFECT_ADD_WORD:
        return add_word(e, effect);
    case EFFECT_TAKE_OVER:
        return take_over(e, effect);
    case EFFECT_SUSPEND:
        term_suspend(e->term);
        return (Msg){.type = MSG_RESUMED};
    case EFFECT_EDITOR:
        return edit(e, effect);
    case EFFECT_MOUSE:
        term_mouse(e->term, effect->on);
        return (Msg){.type = MSG_DONE};
    case EFFECT_DERIVE:
        reader_start(e->reader, effect);
        return (Msg){.type = MSG_DONE};
    case EFFECT_COLOURS:
        return colours_change(e, effect);
    case EFFECT_REDRAW:
        term_redraw(e->term);
        return (Msg){.type = MSG_DONE};
    case EFFECT_NONE:
    case EFFECT_QUIT:
        break;
    }
    return (Msg){.type = MSG_DONE};
}
