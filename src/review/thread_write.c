#include "review/thread_write.h"

#include <jansson.h>
#include <stdlib.h>

#include "base/message.h"
#include "base/utf8.h"

enum { ISO_SECONDS = 19 }; /* bytes of "2027-03-02T09:41:07" */

void thread_id(const unsigned char random[8], char out[THREAD_ID_LENGTH + 1])
{
    static const char signs[] = "23456789abcdefghjkmnpqrstuvwxyz";
    unsigned long long value = 0;

    for (size_t i = 0; i < 8; i++)
        value = value << 8 | random[i];
    for (size_t i = 0; i < THREAD_ID_LENGTH; i++) {
        out[i] = signs[value % (sizeof signs - 1)];
        value /= sizeof signs - 1;
    }
    out[THREAD_ID_LENGTH] = '\0';
}

/* -- fields ------------------------------------------------------------------ */

/* Bytes that are no text become U+FFFD: JSON has no other way. */
static json_t *text_json(Str text)
{
    StrBuf clean = {0};

    utf8_clean(text, &clean);
    json_t *value = json_stringn(strbuf_view(&clean).ptr, clean.len);
    strbuf_deinit(&clean);
    return value ? value : json_string("");
}

static void set_text(json_t *object, const char *key, Str text)
{
    if (text.len > 0)
        json_object_set_new(object, key, text_json(text));
}

static void set_number(json_t *object, const char *key, int number)
{
    if (number > 0)
        json_object_set_new(object, key, json_integer(number));
}

/* "2027-03-02T09:41:07.250+09:00" */
static void set_exact_time(json_t *object, const char *key, Moment time, int millis)
{
    StrBuf text = {0}, exact = {0};

    moment_iso8601(time, &text);
    Str s = strbuf_view(&text);
    strbuf_add(&exact, str_slice(s, 0, ISO_SECONDS));
    if (millis > 0)
        strbuf_addf(&exact, ".%03d", millis);
    strbuf_add(&exact, str_slice(s, ISO_SECONDS, s.len));
    set_text(object, key, strbuf_view(&exact));
    strbuf_deinit(&text);
    strbuf_deinit(&exact);
}

static void set_time(json_t *object, const char *key, Moment time)
{
    set_exact_time(object, key, time, 0);
}

/* The word other programs know. */
static const char *type_of(ThreadKind kind)
{
    switch (kind) {
    case THREAD_QUESTION:
    case THREAD_SUGGESTION:
        return thread_kind_name(kind);
    case THREAD_MUST_FIX:
        return "issue";
    default:
        return "comment";
    }
}

static bool is_told_by_type(ThreadKind kind)
{
    return kind == THREAD_QUESTION || kind == THREAD_SUGGESTION ||
           kind == THREAD_COMMENT;
}

/* -- files -------------------------------------------------------------------- */

static void dump(const json_t *root, StrBuf *out)
{
    char *text = json_dumps(root, JSON_INDENT(2));

    strbuf_addz(out, text ? text : "{}");
    strbuf_addc(out, '\n');
    free(text);
}

void thread_write(const Thread *t, StrBuf *out)
{
    json_t *root = json_object();

    set_text(root, "id", t->id);
    set_text(root, "author", t->author);
    set_exact_time(root, "timestamp", t->time, t->millis);
    set_text(root, "text", t->text);
    json_object_set_new(root, "type", json_string(type_of(t->kind)));
    if (!is_told_by_type(t->kind))
        json_object_set_new(root, "x_kind", json_string(thread_kind_name(t->kind)));
    json_object_set_new(root, "resolved", json_boolean(t->resolved));
    set_number(root, "line", t->line);
    set_number(root, "end_line", t->end_line);
    set_text(root, "selected_text", t->selected_text);
    set_text(root, "x_before", t->before);
    set_text(root, "x_after", t->after);
    set_text(root, "x_part", t->part);
    set_text(root, "x_suggestion", t->suggestion);
    set_text(root, "commit", t->commit);
    set_number(root, "x_revision", t->revision);
    set_text(root, "x_owner", t->owner);
    if (t->has_due)
        set_time(root, "x_due", t->due);
    set_text(root, "x_reason", t->reason);
    dump(root, out);
    json_decref(root);
}

static json_t *load(Str bytes, Error *err)
{
    json_t *root =
        json_loadb(bytes.len ? bytes.ptr : "", bytes.len, JSON_REJECT_DUPLICATES, NULL);

    if (json_is_object(root))
        return root;
    json_decref(root);
    error_set(err, ERR_INVALID, _("this is no thread"));
    return NULL;
}

bool thread_write_reply(Str bytes, const Reply *reply, StrBuf *out, Error *err)
{
    json_t *root = load(bytes, err);
    json_t *list = json_object_get(root, "x_replies");

    if (!root)
        return false;
    if (!json_is_array(list)) {
        list = json_array();
        json_object_set_new(root, "x_replies", list);
    }
    json_t *item = json_object();
    set_text(item, "author", reply->author);
    set_time(item, "timestamp", reply->time);
    set_text(item, "text", reply->text);
    json_array_append_new(list, item);
    dump(root, out);
    json_decref(root);
    return true;
}

bool thread_write_closing(Str bytes, const Closing *closing, StrBuf *out, Error *err)
{
    json_t *root = load(bytes, err);

    if (!root)
        return false;
    json_object_set_new(root, "resolved", json_boolean(closing->resolved));
    json_object_del(root, "x_reason");
    set_text(root, "x_reason", closing->reason);
    set_text(root, "x_resolved_by", closing->by);
    set_time(root, "x_resolved_at", closing->time);
    dump(root, out);
    json_decref(root);
    return true;
}

static void set_again(json_t *root, const char *key, Str text)
{
    if (text.len == 0)
        json_object_del(root, key);
    set_text(root, key, text);
}

/* Where it stood until now. */
static void add_moved(json_t *root, Str by, Moment time)
{
    json_t *list = json_object_get(root, "x_moved"), *item = json_object();
    json_t *words = json_object_get(root, "selected_text");
    json_t *part = json_object_get(root, "x_part");

    if (!json_is_array(list)) {
        list = json_array();
        json_object_set_new(root, "x_moved", list);
    }
    set_text(item, "author", by);
    set_time(item, "timestamp", time);
    if (words)
        json_object_set(item, "selected_text", words);
    if (part)
        json_object_set(item, "x_part", part);
    json_array_append_new(list, item);
}

bool thread_write_place(Str bytes, const Thread *words, Str by, Moment time,
                        StrBuf *out, Error *err)
{
    json_t *root = load(bytes, err);

    if (!root)
        return false;
    add_moved(root, by, time);
    set_number(root, "line", words->line);
    set_number(root, "end_line", words->end_line);
    set_again(root, "selected_text", words->selected_text);
    set_again(root, "x_before", words->before);
    set_again(root, "x_after", words->after);
    set_again(root, "x_part", words->part);
    dump(root, out);
    json_decref(root);
    return true;
}
