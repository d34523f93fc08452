#include "app/workshop.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "app/clock.h"
#include "base/file.h"
#include "base/message.h"
#include "base/resource.h"
#include "store/private.h"
#include "store/records.h"

#define TITLE STR("prfaq workshop 1")
enum { FILE_MOST = 1 << 20, AGENDA_MOST = 64 << 10 };

static Str place(const Session *s, Arena *arena)
{
    Str folder = s->workspace.private_;

    return folder.len > 0 ? path_join(arena, folder, STR("workshop")) : (Str){0};
}

static Moment moment_field(Str fields, const char *key, Arena *arena)
{
    Moment m = {0};

    return moment_parse_iso(records_field(fields, key, arena), &m) ? m : (Moment){0};
}

static void read_fields(Str fields, Arena *arena, WorkshopFile *out)
{
    *out = (WorkshopFile){.document = records_field(fields, "document", arena),
                          .name = records_field(fields, "name", arena),
                          .agenda_name = records_field(fields, "agenda-name", arena),
                          .agenda = records_field(fields, "agenda", arena),
                          .time = records_field(fields, "time", arena),
                          .boot = records_field(fields, "boot", arena),
                          .clock = records_number(fields, "clock"),
                          .noted = moment_field(fields, "noted", arena),
                          .started = moment_field(fields, "started", arena),
                          .goal_before = records_field(fields, "goal-before", arena),
                          .goal_after = records_field(fields, "goal-after", arena),
                          .stopped = records_number(fields, "stopped") != 0,
                          .taken = records_field(fields, "taken", arena),
                          .commit = records_field(fields, "commit", arena)};
}

bool workshop_load(const Session *s, Arena *arena, WorkshopFile *out, bool *found,
                   Error *err)
{
    Str path = place(s, arena);
    StrBuf bytes = {0};
    Records records;
    Record record;

    *out = (WorkshopFile){0};
    *found = path.len > 0 && file_kind(path.ptr) != FILE_NONE;
    if (!*found)
        return true;
    bool ok = file_read(path.ptr, FILE_MOST, &bytes, err);
    Str copy = arena_str(arena, strbuf_view(&bytes));
    strbuf_deinit(&bytes);
    if (!ok)
        return false;
    if (records_open(&records, copy, TITLE) && records_next(&records, &record) &&
        record.type == 'w') {
        read_fields(record.bytes, arena, out);
        if (out->document.len > 0 && out->agenda.len > 0)
            return true;
    }
    error_set(err, ERR_INVALID, _("the notes of the workshop are damaged"));
    return error_hint(err, _("Remove %s and begin it again; no words are in it"),
                      path.ptr);
}

static void add_moment(const char *key, Moment m, StrBuf *out)
{
    StrBuf iso = {0};

    moment_iso8601(m, &iso);
    records_add_field(key, strbuf_view(&iso), out);
    strbuf_deinit(&iso);
}

bool workshop_store(const Session *s, const WorkshopFile *file, Error *err)
{
    Arena arena = {0};
    StrBuf fields = {0}, bytes = {0};
    Records records;
    Str path = place(s, &arena);

    records_add_field("document", file->document, &fields);
    records_add_field("name", file->name, &fields);
    records_add_field("agenda-name", file->agenda_name, &fields);
    records_add_field("agenda", file->agenda, &fields);
    records_add_field("time", file->time, &fields);
    records_add_field("boot", file->boot, &fields);
    records_add_number("clock", file->clock, &fields);
    add_moment("noted", file->noted, &fields);
    add_moment("started", file->started, &fields);
    records_add_field("goal-before", file->goal_before, &fields);
    records_add_field("goal-after", file->goal_after, &fields);
    records_add_number("stopped", file->stopped, &fields);
    records_add_field("taken", file->taken, &fields);
    records_add_field("commit", file->commit, &fields);
    records_begin(&records, TITLE, &bytes);
    records_add(&records, 'w', strbuf_view(&fields), (Str){0}, &bytes);
    bool ok = path.len > 0 ? file_write_private(path.ptr, strbuf_view(&bytes), err)
                           : session_need_workspace(s, err);
    strbuf_deinit(&fields);
    strbuf_deinit(&bytes);
    arena_deinit(&arena);
    return ok;
}

bool workshop_forget(const Session *s, Error *err)
{
    Arena arena = {0};
    Str path = place(s, &arena);
    bool ok = path.len == 0 || unlink(path.ptr) == 0 || errno == ENOENT;

    if (!ok)
        error_set(err, ERR_IO, _("cannot remove \"%s\": %s"), path.ptr,
                  strerror(errno));
    arena_deinit(&arena);
    return ok;
}

void workshop_note(WorkshopFile *file, Arena *arena)
{
    Process here = {0};

    process_here(arena, &here);
    file->boot = here.boot;
    file->clock = clock_ms();
    file->noted = session_now();
}

int64_t workshop_noted_ms(const WorkshopFile *file, Arena *arena)
{
    enum { DAY_MS = 24 * 60 * 60 * 1000 };
    Process here = {0};
    int64_t now = clock_ms(), passed;

    process_here(arena, &here);
    if (str_eq(here.boot, file->boot) && now >= file->clock)
        passed = now - file->clock;
    else
        passed = (session_now().seconds - file->noted.seconds) * 1000;
    /* A calendar that was set anew tells nothing. */
    return passed >= 0 && passed < DAY_MS ? now - passed : now;
}

bool workshop_read(const WorkshopFile *file, Arena *arena, Agenda *agenda, Timebox *out,
                   Error *err)
{
    if (!agenda_parse(file->agenda, file->agenda_name, arena, agenda, err))
        return false;
    if (timebox_read(out, agenda, file->time, workshop_noted_ms(file, arena)))
        return true;
    return error_set(err, ERR_INVALID, _("the notes of the workshop are damaged"));
}

/* -- which agenda --------------------------------------------------------- */

static bool read_file(Str path, Arena *arena, Str *out, Error *err)
{
    StrBuf bytes = {0};
    bool ok = file_read(path.ptr, AGENDA_MOST, &bytes, err);

    *out = arena_str(arena, strbuf_view(&bytes));
    strbuf_deinit(&bytes);
    return ok;
}

/* Of the workspace, else built in, in the language of the document. */
static bool find_named(Session *s, Str name, Lang lang, Arena *arena, Str *path,
                       Str *bytes, bool *found, Error *err)
{
    const char *folder = lang == LANG_KO ? "ko" : "en";

    *path = arena_printf(arena, "%.*s/.prfaq/agendas/%.*s.tsv",
                         STR_ARG(s->workspace.root), STR_ARG(name));
    *found = file_kind(path->ptr) != FILE_NONE;
    if (*found)
        return read_file(*path, arena, bytes, err);
    *path = arena_printf(arena, "agendas/%s/%.*s.tsv", folder, STR_ARG(name));
    *found = resource_find(*path, bytes);
    return true;
}

static bool no_such_agenda(Str wanted, Error *err)
{
    StrBuf names = {0};
    Str folder = STR("agendas/en/");

    for (size_t i = 0; i < resource_count(); i++) {
        Str path = resource_at(i).path;
        if (!str_starts(path, folder))
            continue;
        strbuf_addz(&names, names.len ? ", " : "");
        strbuf_add(&names, str_slice(path, folder.len, path.len - STR(".tsv").len));
    }
    error_set(err, ERR_NOT_FOUND, _("there is no agenda \"%.*s\""), STR_ARG(wanted));
    error_hint(err, _("Name a file, or one of these: %s"), strbuf_cstr(&names));
    strbuf_deinit(&names);
    return false;
}

static bool is_path(Str wanted)
{
    return str_find_byte(wanted, '/', 0) != STR_NONE || str_ends(wanted, STR(".tsv"));
}

/* That of the template: by its name, or from the minutes of its sections. */
static bool find_fitting(Session *s, Str id, Lang lang, Arena *arena, Str *path,
                         Str *bytes, Error *err)
{
    const Template *t = id.len ? library_template(session_library(s), id, lang) : NULL;
    StrBuf text = {0};
    bool found = false;

    if (id.len > 0 && !find_named(s, id, lang, arena, path, bytes, &found, err))
        return false;
    if (!found && t && agenda_of_template(t, &text)) {
        *path = arena_str(arena, t->id);
        *bytes = arena_str(arena, strbuf_view(&text));
        found = true;
    }
    strbuf_deinit(&text);
    return found ||
           find_named(s, STR("two-hours"), lang, arena, path, bytes, &found, err);
}

/* "agendas/en/two-hours.tsv" is "two-hours". */
static Str name_of(Str path)
{
    Str base = path_base(path);

    return str_ends(base, STR(".tsv")) ? str_slice(base, 0, base.len - 4) : base;
}

bool workshop_agenda(Session *s, Str wanted, Str template_id, Lang lang, Arena *arena,
                     WorkshopFile *out, Agenda *agenda, Error *err)
{
    Str path = {0}, bytes = {0};
    bool found = true;

    if (wanted.len == 0) {
        if (!find_fitting(s, template_id, lang, arena, &path, &bytes, err))
            return false;
    } else if (is_path(wanted)) {
        path = arena_str(arena, wanted);
        if (!read_file(path, arena, &bytes, err))
            return false;
    } else if (!find_named(s, wanted, lang, arena, &path, &bytes, &found, err)) {
        return false;
    }
    if (!found)
        return no_such_agenda(wanted, err);
    out->agenda_name = name_of(path);
    out->agenda = bytes;
    return agenda_parse(bytes, path, arena, agenda, err);
}
