#include "app/thread_json.h"

static json_t *place_json(const OpenDocument *doc, const ReviewThread *t)
{
    json_t *o = json_object();
    Range range = t->place.range;
    int line, column;

    json_object_set_new(o, "state", json_string(anchor_state_name(t->place.state)));
    if (t->place.state == ANCHOR_LOST || t->about == ABOUT_DOCUMENT)
        return o;
    json_object_set_new(o, "file", json_text(doc->ref.path));
    document_place(&doc->doc, range.start, &line, &column);
    json_object_set_new(o, "line", json_integer(line));
    json_object_set_new(o, "column", json_integer(column));
    document_place(&doc->doc, range.end, &line, &column);
    json_object_set_new(o, "end_line", json_integer(line));
    json_object_set_new(o, "end_column", json_integer(column));
    json_object_set_new(o, "offset", json_integer((json_int_t)range.start));
    json_object_set_new(o, "end_offset", json_integer((json_int_t)range.end));
    return o;
}

static json_t *replies_json(const Thread *t)
{
    json_t *list = json_array();

    for (size_t i = 0; i < t->reply_count; i++) {
        json_t *o = json_object();
        json_object_set_new(o, "author", json_text(t->replies[i].author));
        json_object_set_new(o, "time", json_moment(t->replies[i].time));
        json_object_set_new(o, "text", json_text(t->replies[i].text));
        json_array_append_new(list, o);
    }
    return list;
}

static void set_if(json_t *o, const char *key, Str text)
{
    json_object_set_new(o, key, text.len > 0 ? json_text(text) : json_null());
}

static void add_state(json_t *o, const ReviewThread *t)
{
    const Thread *thread = &t->thread;

    json_object_set_new(o, "resolved", json_boolean(thread->resolved));
    set_if(o, "resolved_by", thread->resolved_by);
    set_if(o, "reason", thread->reason);
    json_object_set_new(o, "due", t->due.seconds ? json_moment(t->due) : json_null());
    json_object_set_new(o, "waits", json_boolean(t->waits));
    json_object_set_new(o, "overdue", json_boolean(t->overdue));
}

json_t *thread_json(const ReviewThreads *threads, const ReviewThread *t)
{
    const Thread *thread = &t->thread;
    json_t *o = json_object();

    json_object_set_new(o, "id", json_text(thread->id));
    json_object_set_new(o, "label", json_text(t->label));
    json_object_set_new(o, "document", json_text(threads->doc.ref.name));
    json_object_set_new(o, "kind", json_string(thread_kind_name(thread->kind)));
    json_object_set_new(o, "author", json_text(thread->author));
    json_object_set_new(o, "time", json_moment(thread->time));
    json_object_set_new(o, "text", json_text(thread->text));
    set_if(o, "suggestion", thread->suggestion);
    set_if(o, "quote", thread->selected_text);
    set_if(o, "part", thread->part);
    json_object_set_new(o, "place", place_json(&threads->doc, t));
    set_if(o, "owner", thread->owner);
    json_object_set_new(o, "revision",
                        thread->revision > 0 ? json_integer(thread->revision)
                                             : json_null());
    add_state(o, t);
    json_object_set_new(o, "replies", replies_json(thread));
    return o;
}
