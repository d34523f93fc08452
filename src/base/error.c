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

static const char *reason_of(int code)
{
    switch (code) {
    case ENOENT:
        return _("there is no such file or folder");
    case EACCES:
    case EPERM:
        return _("permission denied");
    case EISDIR:
        return _("it is a folder");
    case ENOTDIR:
        return _("a part of the path is not a folder");
    case ENOSPC:
        return _("the disk is full");
    case EDQUOT:
        return _("your disk quota is used up");
    case EROFS:
        return _("the disk is read-only");
    case EIO:
        return _("the disk reported an error");
    case EEXIST:
        return _("it exists already");
    case ELOOP:
        return _("its links lead in a circle");
    case ENAMETOOLONG:
        return _("the name is too long");
    default:
        return strerror(code);
    }
}

bool error_errno(Error *err, const char *action, const char *path)
{
    int code = errno;
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
    return error_set(err, code == ENOENT ? ERR_NOT_FOUND : ERR_IO, "%s: %s", what,
                     reason_of(code));
}
