#include "base/error.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/message.h"
#include "base/unicode.h"

/* Arguments may carry file names with escapes or broken UTF-8: what reaches a
 * person is always one visible line, with its Korean particles settled. */
static void make_visible(char *text, size_t size)
{
    StrBuf safe = {0};

    unicode_visible(str_from(text), VISIBLE_ONE_LINE, &safe);
    particles_settle(&safe);
    size_t len = safe.len < size ? safe.len : size - 1;
    while (len > 0 && ((unsigned char)strbuf_cstr(&safe)[len] & 0xC0) == 0x80)
        len--;
    memcpy(text, strbuf_cstr(&safe), len);
    text[len] = '\0';
    strbuf_deinit(&safe);
}

bool error_set(Error *err, ErrorCode code, const char *format, ...)
{
    va_list args;

    if (!err)
        return false;
    err->code = code;
    err->hint[0] = '\0';
    va_start(args, format);
    vsnprintf(err->message, sizeof err->message, format, args);
    va_end(args);
    make_visible(err->message, sizeof err->message);
    return false;
}

bool error_hint(Error *err, const char *format, ...)
{
    va_list args;

    if (!err)
        return false;
    va_start(args, format);
    vsnprintf(err->hint, sizeof err->hint, format, args);
    va_end(args);
    make_visible(err->hint, sizeof err->hint);
    return false;
}

/* Why the system refused, and the way out; hints may be missing. */
typedef struct Reason {
    int code;
    const char *words, *hint;
} Reason;

/* clang-format off */
static const Reason reasons[] = {
    {ENOENT,       N_("there is no such file or folder"), NULL},
    {EACCES,       N_("permission denied"),
     N_("ask its owner for access, or work in a folder of your own")},
    {EPERM,        N_("permission denied"),
     N_("ask its owner for access, or work in a folder of your own")},
    {EISDIR,       N_("it is a folder"), N_("name a file in it")},
    {ENOTDIR,      N_("a part of the path is not a folder"), NULL},
    {ENOSPC,       N_("the disk is full"), N_("make room on the disk, then try again")},
    {EDQUOT,       N_("your disk quota is used up"),
     N_("make room on the disk, then try again")},
    {EROFS,        N_("the disk is read-only"), N_("work in a copy on another disk")},
    {EIO,          N_("the disk reported an error"),
     N_("work in a copy on another disk")},
    {EEXIST,       N_("it exists already"), NULL},
    {ELOOP,        N_("its links lead in a circle"), N_("name the file itself")},
    {ENAMETOOLONG, N_("the name is too long"), N_("choose a shorter name")},
};
/* clang-format on */

static const Reason *find_reason(int code)
{
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        if (reasons[i].code == code)
            return &reasons[i];
    return NULL;
}

bool error_errno(Error *err, const char *action, const char *path)
{
    int code = errno;
    const Reason *reason = find_reason(code);
    char what[900];

    if (!err)
        return false;
    /* The phrase is one of our own, translated, with one %s. */
    const char *mark = strstr(action, "%s");
    if (mark)
        snprintf(what, sizeof what, "%.*s%s%s", (int)(mark - action), action, path,
                 mark + 2);
    else
        snprintf(what, sizeof what, "%s", action);
    error_set(err, code == ENOENT ? ERR_NOT_FOUND : ERR_IO, "%s: %s", what,
              reason ? _(reason->words) : strerror(code));
    return reason && reason->hint ? error_hint(err, "%s", _(reason->hint)) : false;
}
