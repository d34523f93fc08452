#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/doctor.h"
#include "app/own_pending.h"
#include "app/recovery.h"
#include "app/writer.h"
#include "base/file.h"
#include "base/message.h"

enum { OTHERS = 077 };

static bool settings_damaged(Doctor *d, const Error *e)
{
    if (e->code == ERR_NONE)
        return false;
    doctor_add(d, "settings", DOCTOR_PROBLEM, arena_str(d->arena, str_from(e->hint)),
               _("Settings: a file is left out. %s"), e->message);
    return true;
}

static void look_at_settings(Doctor *d)
{
    const Session *s = d->session;
    bool own = settings_damaged(d, &s->settings_error);

    if (settings_damaged(d, &s->workspace_error) || own)
        return;
    if (s->config.count == 0)
        doctor_add(d, "settings", DOCTOR_OK, (Str){0}, _("Settings: as built in."));
    else
        doctor_add(d, "settings", DOCTOR_OK, (Str){0},
                   ngettext("Settings: %zu is set.", "Settings: %zu are set.",
                            (unsigned long)s->config.count),
                   s->config.count);
}

/* The folder that is there, of a path whose end may be missing. */
static Str nearest(Arena *arena, Str path)
{
    struct stat st;

    while (path.len > 1 && stat(path.ptr, &st) != 0 && errno == ENOENT)
        path = arena_str(arena, path_folder(path));
    return path;
}

/* A folder of words that only this login may read. */
static void look_at_folder(Doctor *d, const char *id, Str path)
{
    struct stat st;
    Str found = nearest(d->arena, path);

    if (access(found.ptr, W_OK | X_OK) != 0)
        doctor_add(d, id, DOCTOR_PROBLEM,
                   arena_printf(d->arena,
                                "sudo chown \"$(id -un)\" \"%s\" && chmod u+rwx \"%s\"",
                                found.ptr, found.ptr),
                   _("Folder \"%s\": nothing can be written there, so unsaved words "
                     "are kept elsewhere: %s."),
                   found.ptr, strerror(errno));
    else if (stat(path.ptr, &st) == 0 && (st.st_mode & OTHERS))
        doctor_add(d, id, DOCTOR_PROBLEM,
                   arena_printf(d->arena, "chmod -R go= \"%s\"", path.ptr),
                   _("Folder \"%s\": other people of this computer may look into it."),
                   path.ptr);
    else
        doctor_add(d, id, DOCTOR_OK, (Str){0},
                   _("Folder \"%s\": writable and private."), path.ptr);
}

static void look_at_folders(Doctor *d)
{
    const Workspace *w = &d->session->workspace;

    if (w->state_home.len > 0)
        look_at_folder(d, "state-folder", w->state_home);
    else
        doctor_add(d, "state-folder", DOCTOR_PROBLEM, STR("export HOME=~"),
                   _("Folders: HOME is not set, so there is no place of your own for "
                     "settings and unsaved words."));
    if (w->private_.len > 0)
        look_at_folder(d, "private-folder", w->private_);
}

static void look_at_words(Doctor *d)
{
    const Recovered *items = NULL;
    size_t count = 0;

    recovery_list(d->session, NULL, d->arena, &items, &count);
    if (count > 0)
        doctor_add(d, "unsaved-words", DOCTOR_NOTE, STR("prfaq recover"),
                   ngettext("Unsaved words: %zu session left some behind.",
                            "Unsaved words: %zu sessions left some behind.",
                            (unsigned long)count),
                   count);
}

/* What was written and is in no revision: the next command about questions, or a save,
 * brings it in. */
static void look_at_pending(Doctor *d)
{
    size_t count = 0;
    const Str *paths = own_pending_list(d->session, d->arena, &count);

    for (size_t i = 0; i < count; i++)
        doctor_add(d, "cut-off", DOCTOR_PROBLEM, STR("prfaq questions"),
                   _("Cut off: \"%.*s\" was written and is in no revision yet."),
                   STR_ARG(paths[i]));
}

static const char *writer_format(WriterSource source)
{
    switch (source) {
    case WRITER_CHOSEN:
        return _("Who signs: %.*s <%.*s>, chosen with prfaq who.");
    case WRITER_ENVIRONMENT:
        return _("Who signs: %.*s <%.*s>, from GIT_AUTHOR_NAME and GIT_AUTHOR_EMAIL.");
    default:
        return _("Who signs: %.*s <%.*s>, from git's settings.");
    }
}

static void look_at_writer(Doctor *d)
{
    Writer writer = {0};
    Error err = {0};

    if (d->session->workspace.root.len == 0)
        return;
    if (writer_need(d->session, d->arena, &writer, &err))
        doctor_add(d, "identity", DOCTOR_OK, (Str){0}, writer_format(writer.source),
                   STR_ARG(writer.person.name), STR_ARG(writer.person.email));
    else
        doctor_add(d, "identity", DOCTOR_PROBLEM,
                   arena_str(d->arena, str_from(err.hint)), _("Who signs: %s."),
                   err.message);
}

void doctor_store(Doctor *d)
{
    look_at_settings(d);
    look_at_folders(d);
    look_at_words(d);
    look_at_pending(d);
    look_at_writer(d);
}
