#include "app/own_setting.h"

#include "base/file.h"
#include "base/message.h"

enum { CONFIG_MAX = 4 << 20 };

bool own_setting_change(const Session *s, Str name, Str value, Error *err)
{
    Arena arena = {0};
    StrBuf before = {0};
    StrBuf after = {0};
    Str home = s->workspace.config_home;

    if (home.len == 0) {
        error_set(err, ERR_NOT_FOUND, _("there is no place for your settings"));
        return error_hint(err, _("Set HOME or XDG_CONFIG_HOME, or use --workspace"));
    }
    const char *path = path_join(&arena, home, STR("config")).ptr;
    bool exists = file_kind(path) != FILE_NONE;
    bool ok = (!exists || file_read(path, CONFIG_MAX, &before, err)) &&
              config_edit(strbuf_view(&before), name, value, &after, err);
    if (ok && !str_eq(strbuf_view(&before), strbuf_view(&after)))
        ok = exists ? file_replace(path, strbuf_view(&after), err)
                    : file_write_private(path, strbuf_view(&after), err);
    strbuf_deinit(&before);
    strbuf_deinit(&after);
    arena_deinit(&arena);
    return ok;
}
