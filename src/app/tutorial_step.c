#include "app/tutorial_step.h"

#include "base/file.h"

/* Beside the journals of its workspace, a file for each document of the tutorial. */
static Str place(const Session *s, Str document, Arena *arena)
{
    return arena_printf(arena, "%.*s/tutorial/%.*s", STR_ARG(s->workspace.private_),
                        STR_ARG(path_base(document)));
}

size_t tutorial_step_read(const Session *s, Str document)
{
    enum { STEP_BYTES = 32 };
    Arena arena = {0};
    StrBuf bytes = {0};
    Error ignored = {0};
    int step = 0;

    Str path = place(s, document, &arena);
    bool known = s->workspace.private_.len > 0 && file_kind(path.ptr) == FILE_REGULAR &&
                 file_read(path.ptr, STEP_BYTES, &bytes, &ignored) &&
                 str_to_int(str_trim(strbuf_view(&bytes)), &step) && step > 0;
    strbuf_deinit(&bytes);
    arena_deinit(&arena);
    return known ? (size_t)step : 0;
}

void tutorial_step_write(const Session *s, Str document, size_t step)
{
    Arena arena = {0};
    Error ignored = {0};

    if (s->workspace.private_.len == 0)
        return;
    Str path = place(s, document, &arena);
    file_write_private(path.ptr, arena_printf(&arena, "%zu\n", step), &ignored);
    arena_deinit(&arena);
}
