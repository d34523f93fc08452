#include "review/thread.h"

#include <jansson.h>

#include "base/message.h"
#include "base/utf8.h"

typedef struct Reader {
    Str bytes;
    Str path;
    Arena *arena;
    Error *err;
} Reader;

static const char *const kind_names[THREAD_KIND_COUNT] = {
    [THREAD_COMMENT] = "comment",       [THREAD_QUESTION] = "question",
    [THREAD_SUGGESTION] = "suggestion", [THREAD_MUST_FIX] = "must-fix",
    [THREAD_AGREED] = "agreed",         [THREAD_SAME_MEANING] = "same-meaning",
};

const char *thread_kind_name(ThreadKind kind)
{
    return kind_names[kind];
}

bool thread_kind_parse(Str name, ThreadKind *out)
{
    for (int i = 0; i < THREAD_KIND_COUNT; i++) {
        if (str_eq(name, str_from(kind_names[i]))) {
            *out = (ThreadKind)i;
            return true;
        }
    }
    return false;
}

/* -- what is wrong ------------------------------------------------------------ */

/* The line of the first "KEY" in the file. */
static int line_of(const Reader *r, const char *key)
{
    StrBuf quoted = {0};
    int line = 1;

    strbuf_addf(&quoted, "\"%s\"", key);
    size_t at = str_find(r->bytes, strbuf_view(&quoted), 0);
    for (size_t i = 0; at != STR_NONE && i < at; i++)
        line += r->bytes.ptr[i] == '\n';
    strbuf_deinit(&quoted);
    return line;
}

static bool fail_at(const Reader *r, int line, const char *reason)
{
    error_set(r->err, ERR_INVALID, "%.*s:%d: %s", STR_ARG(r->path), line, reason);
    return error_hint(r->err, _("Correct the file in any editor; see prfaq-review(5)"));
}

static bool fail(const Reader *r, const char *key, const char *format)
{
    char reason[160];
    StrBuf text = {0};

    message_addf(&text, format, key);
    Str cut = str_slice(strbuf_view(&text), 0, sizeof reason - 1);
    memcpy(reason, cut.ptr, cut.len);
    reason[cut.len] = '\0';
    strbuf_deinit(&text);
    return fail_at(r, line_of(r, key), reason);
}

/* -- fields -------------------------------------------------------------------- */

static bool is_absent(const json_t *value)
{
    return !value || json_is_null(value);
}

/* Text, or nothing. */
static bool read_text(const Reader *r, const json_t *object, const char *key, Str *out)
{
    const json_t *value = json_object_get(object, key);

    if (is_absent(value))
        return true;
    if (!json_is_string(value))
        return fail(r, key, _("\"%s\" is no text"));
    *out = arena_str(
        r->arena, str_trim((Str){json_string_value(value), json_string_length(value)}));
    return true;
}

/* Text that has to be there. */
static bool need_text(const Reader *r, const json_t *object, const char *key, Str *out)
{
    if (!read_text(r, object, key, out))
        return false;
    return out->len > 0 || fail(r, key, _("\"%s\" is missing"));
}

/* A number from 1, or nothing. */
static bool read_number(const Reader *r, const json_t *object, const char *key,
                        int *out)
{
    const json_t *value = json_object_get(object, key);

    if (is_absent(value))
        return true;
    json_int_t number = json_is_integer(value) ? json_integer_value(value) : 0;
    if (number < 1 || number > 1000000000)
        return fail(r, key, _("\"%s\" is no number from 1"));
    *out = (int)number;
    return true;
}

static bool read_flag(const Reader *r, const json_t *object, const char *key, bool *out)
{
    const json_t *value = json_object_get(object, key);

    if (is_absent(value))
        return true;
    if (!json_is_boolean(value))
        return fail(r, key, _("\"%s\" is neither true nor false"));
    *out = json_is_true(value);
    return true;
}

static bool need_time(const Reader *r, const json_t *object, const char *key,
                      Moment *out, int *millis)
{
    Str text = {0};

    if (!need_text(r, object, key, &text))
        return false;
    *millis = moment_millis(text);
    return moment_parse_iso(text, out) ||
           fail(r, key, _("\"%s\" is no time such as 2027-03-02T09:41:07+09:00"));
}

/* A time, or a day: until its end where the question was asked. */
static bool read_due(const Reader *r, const json_t *object, Thread *out)
{
    Str text = {0};
    Date day;

    if (!read_text(r, object, "x_due", &text))
        return false;
    if (text.len == 0)
        return true;
    out->has_due = true;
    if (date_parse_iso(text, &day)) {
        out->due = moment_end_of(day, out->time.offset);
        return true;
    }
    return moment_parse_iso(text, &out->due) ||
           fail(r, "x_due", _("\"%s\" is no day and no time"));
}

/* x_kind is the exact word; "type" is what other programs know. A kind of a later
 * version is a comment to us. */
static bool read_kind(const Reader *r, const json_t *object, ThreadKind *out)
{
    Str type = {0}, kind = {0};

    if (!read_text(r, object, "type", &type) || !read_text(r, object, "x_kind", &kind))
        return false;
    if (thread_kind_parse(kind, out))
        return true;
    if (str_eq(type, STR("issue")))
        *out = THREAD_MUST_FIX;
    else if (!thread_kind_parse(type, out))
        *out = THREAD_COMMENT;
    return true;
}

static bool read_replies(const Reader *r, const json_t *object, Thread *out)
{
    const json_t *list = json_object_get(object, "x_replies");

    if (is_absent(list))
        return true;
    if (!json_is_array(list))
        return fail(r, "x_replies", _("\"%s\" is no list"));
    size_t count = json_array_size(list);
    Reply *replies = arena_array(r->arena, count + 1, sizeof *replies);
    for (size_t i = 0; i < count; i++) {
        int millis;
        const json_t *item = json_array_get(list, i);
        if (!json_is_object(item))
            return fail(r, "x_replies", _("what is in \"%s\" is no reply"));
        if (!need_text(r, item, "author", &replies[i].author) ||
            !need_text(r, item, "text", &replies[i].text) ||
            !need_time(r, item, "timestamp", &replies[i].time, &millis))
            return false;
    }
    out->replies = replies;
    out->reply_count = count;
    return true;
}

/* When it was closed orders what was said; what is no time is passed over. */
static bool read_closed(const Reader *r, const json_t *object, Thread *out)
{
    Str text = {0};

    if (!read_text(r, object, "x_resolved_at", &text))
        return false;
    if (text.len > 0 && !moment_parse_iso(text, &out->closed))
        out->closed = (Moment){0};
    return true;
}

static bool read_fields(const Reader *r, const json_t *object, Thread *out)
{
    return read_text(r, object, "id", &out->id) &&
           need_text(r, object, "author", &out->author) &&
           need_text(r, object, "text", &out->text) &&
           need_time(r, object, "timestamp", &out->time, &out->millis) &&
           read_kind(r, object, &out->kind) &&
           read_flag(r, object, "resolved", &out->resolved) &&
           read_text(r, object, "selected_text", &out->selected_text) &&
           read_number(r, object, "line", &out->line) &&
           read_number(r, object, "end_line", &out->end_line) &&
           read_text(r, object, "commit", &out->commit) &&
           read_number(r, object, "x_revision", &out->revision) &&
           read_text(r, object, "x_part", &out->part) &&
           read_text(r, object, "x_owner", &out->owner) && read_due(r, object, out) &&
           read_text(r, object, "x_before", &out->before) &&
           read_text(r, object, "x_after", &out->after) &&
           read_text(r, object, "x_suggestion", &out->suggestion) &&
           read_text(r, object, "x_reason", &out->reason) &&
           read_text(r, object, "x_resolved_by", &out->resolved_by) &&
           read_closed(r, object, out) && read_replies(r, object, out);
}

bool thread_closed_before(const Thread *t, size_t reply)
{
    size_t at = t->reply_count;

    while (t->closed.seconds > 0 && at > 0 &&
           t->replies[at - 1].time.seconds > t->closed.seconds)
        at--;
    return t->resolved && at == reply;
}

static Str id_of_path(Str path)
{
    size_t slash = str_rfind_byte(path, '/');
    Str name = str_slice(path, slash == STR_NONE ? 0 : slash + 1, path.len);

    return str_ends(name, STR(".json")) ? str_slice(name, 0, name.len - 5) : name;
}

bool thread_read(Str bytes, Str path, Arena *arena, Thread *out, Error *err)
{
    const Reader r = {.bytes = bytes, .path = path, .arena = arena, .err = err};
    json_error_t why = {0};

    *out = (Thread){0};
    if (!utf8_valid(bytes, NULL))
        return fail_at(&r, 1, _("this is not UTF-8"));
    json_t *root =
        json_loadb(bytes.len ? bytes.ptr : "", bytes.len, JSON_REJECT_DUPLICATES, &why);
    if (!root)
        return fail_at(&r, why.line > 0 ? why.line : 1, _("this is no JSON"));
    bool ok = json_is_object(root) ? read_fields(&r, root, out)
                                   : fail_at(&r, 1, _("this is no thread"));
    json_decref(root);
    if (ok && out->id.len == 0)
        out->id = arena_str(arena, id_of_path(path));
    if (!ok)
        *out = (Thread){0};
    return ok;
}
