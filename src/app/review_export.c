#include "app/review_export.h"

#include <stdlib.h>

#include "app/cli_json.h"
#include "base/message.h"
#include "review/criticmarkup.h"

bool review_format_parse(Str name, ReviewFormat *out)
{
    static const char *const names[] = {"mrsf", "criticmarkup", "md"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (str_eq(str_from(names[i]), name)) {
            *out = (ReviewFormat)i;
            return true;
        }
    }
    return false;
}

static bool is_wanted(const ReviewThread *t, bool closed)
{
    return closed || !t->thread.resolved;
}

static bool has_place(const ReviewThread *t)
{
    return t->about != ABOUT_DOCUMENT && t->place.state != ANCHOR_LOST;
}

/* -- MRSF -------------------------------------------------------------------------- */

/* Lines from 1, columns from 0: where it points today. */
static void set_place(json_t *o, const ReviewThreads *threads, const ReviewThread *t)
{
    int line, column;
    Range range = t->place.range;

    json_object_del(o, "line");
    json_object_del(o, "end_line");
    json_object_set_new(o, "x_anchor", json_string(anchor_state_name(t->place.state)));
    if (!has_place(t))
        return;
    document_place(&threads->doc.doc, range.start, &line, &column);
    json_object_set_new(o, "line", json_integer(line));
    if (t->about == ABOUT_WORDS)
        json_object_set_new(o, "start_column", json_integer(column - 1));
    document_place(&threads->doc.doc, range.end, &line, &column);
    if (t->about == ABOUT_PART && column == 1 && range.end > range.start)
        document_place(&threads->doc.doc, range.end - 1, &line, &column);
    json_object_set_new(o, "end_line", json_integer(line));
    if (t->about == ABOUT_WORDS)
        json_object_set_new(o, "end_column", json_integer(column - 1));
    if (t->place.state == ANCHOR_EDITED)
        json_object_set_new(o, "anchored_text",
                            json_text(str_range(threads->doc.bytes, range)));
}

static json_t *comment_json(const ReviewThreads *threads, const ReviewThread *t)
{
    StrBuf file = {0};

    thread_write(&t->thread, &file);
    json_t *o = json_loadb(file.ptr, file.len, 0, NULL);
    strbuf_deinit(&file);
    set_place(o, threads, t);
    if (t->thread.resolved_by.len > 0)
        json_object_set_new(o, "x_resolved_by", json_text(t->thread.resolved_by));
    return o;
}

/* Replies are comments of their own there. */
static void add_replies(json_t *list, const Thread *thread)
{
    for (size_t i = 0; i < thread->reply_count; i++) {
        const Reply *reply = &thread->replies[i];
        StrBuf id = {0};
        json_t *o = json_object();
        strbuf_addf(&id, "%.*s-%zu", STR_ARG(thread->id), i + 1);
        json_object_set_new(o, "id", json_text(strbuf_view(&id)));
        json_object_set_new(o, "author", json_text(reply->author));
        json_object_set_new(o, "timestamp", json_moment(reply->time));
        json_object_set_new(o, "text", json_text(reply->text));
        json_object_set_new(o, "resolved", json_boolean(thread->resolved));
        json_object_set_new(o, "reply_to", json_text(thread->id));
        json_array_append_new(list, o);
        strbuf_deinit(&id);
    }
}

static void write_mrsf(const ReviewThreads *threads, bool closed, StrBuf *out)
{
    json_t *root = json_object(), *list = json_array();

    json_object_set_new(root, "mrsf_version", json_string("1.0"));
    json_object_set_new(root, "document", json_text(threads->doc.ref.relative));
    for (size_t i = 0; i < threads->count; i++) {
        const ReviewThread *t = &threads->items[i];
        if (!is_wanted(t, closed))
            continue;
        json_array_append_new(list, comment_json(threads, t));
        add_replies(list, &t->thread);
    }
    json_object_set_new(root, "comments", list);
    json_print(root, out);
}

/* -- CriticMarkup ------------------------------------------------------------------ */

static Str *said_by(const ReviewThread *t, Arena *arena, size_t *count)
{
    const Thread *thread = &t->thread;
    Str *said = arena_array(arena, thread->reply_count + 1, sizeof *said);

    said[0] = thread->suggestion.len > 0 && str_eq(thread->suggestion, thread->text)
                  ? arena_printf(arena, "%.*s, %.*s", STR_ARG(t->label),
                                 STR_ARG(thread->author))
                  : arena_printf(arena, "%.*s, %.*s: %.*s", STR_ARG(t->label),
                                 STR_ARG(thread->author), STR_ARG(thread->text));
    for (size_t i = 0; i < thread->reply_count; i++)
        said[i + 1] =
            arena_printf(arena, "%.*s: %.*s", STR_ARG(thread->replies[i].author),
                         STR_ARG(thread->replies[i].text));
    *count = thread->reply_count + 1;
    return said;
}

/* The first line of a section's text. */
static size_t text_start(Str bytes, const Part *part)
{
    size_t at = part->body.start;
    Str rest = str_range(bytes, part->body), line;

    while (rest.len > 0 && str_next_line(&rest, &line) && str_is_blank(line))
        at = (size_t)(rest.ptr - bytes.ptr);
    return rest.len > 0 || at < part->body.end ? at : part->body.end;
}

static CriticNote critic_note(const ReviewThreads *threads, const ReviewThread *t,
                              Arena *arena)
{
    Str bytes = threads->doc.bytes;
    size_t end = bytes.len, start = threads->doc.doc.start;
    CriticNote note = {.words = {end, end}, .quote = t->thread.selected_text};

    note.said = said_by(t, arena, &note.said_count);
    if (t->about == ABOUT_DOCUMENT)
        note.words = (Range){start, start};
    else if (t->place.state != ANCHOR_LOST && t->about == ABOUT_PART)
        note.words.start = note.words.end = text_start(bytes, t->part);
    else if (t->place.state != ANCHOR_LOST)
        note.words = t->place.range;
    if (t->about == ABOUT_WORDS)
        note.suggestion = t->thread.suggestion;
    note.edited = t->place.state == ANCHOR_EDITED;
    return note;
}

static int by_start(const void *a, const void *b)
{
    const CriticNote *x = a, *y = b;

    if (x->words.start != y->words.start)
        return x->words.start < y->words.start ? -1 : 1;
    return (x->words.end > y->words.end) - (x->words.end < y->words.end);
}

static void write_criticmarkup(const ReviewThreads *threads, bool closed, Arena *arena,
                               StrBuf *out)
{
    CriticNote *notes = arena_array(arena, threads->count + 1, sizeof *notes);
    size_t count = 0;

    for (size_t i = 0; i < threads->count; i++)
        if (is_wanted(&threads->items[i], closed))
            notes[count++] = critic_note(threads, &threads->items[i], arena);
    qsort(notes, count, sizeof *notes, by_start);
    criticmarkup_write(threads->doc.bytes, notes, count, out);
}

/* -- Markdown ---------------------------------------------------------------------- */

/* Words of people in an item of a list: what would begin another block is escaped. */
static void add_indented(StrBuf *out, const char *indent, Str text)
{
    Str line;

    while (str_next_line(&text, &line)) {
        line = str_trim(line);
        if (line.len == 0)
            continue;
        strbuf_addz(out, indent);
        if (strchr("#>-+*=`~|", line.ptr[0]))
            strbuf_addc(out, '\\');
        for (size_t i = 0; i < line.len; i++)
            if (line.ptr[i] == '<')
                strbuf_addz(out, "&lt;");
            else
                strbuf_addc(out, line.ptr[i]);
        strbuf_addc(out, '\n');
    }
}

static void add_day(StrBuf *out, Moment m)
{
    Date day = date_of(m);

    strbuf_addf(out, "%04d-%02d-%02d", day.year, day.month, day.day);
}

static void add_due(StrBuf *out, const ReviewThread *t)
{
    StrBuf day = {0};

    if (!t->waits)
        return;
    add_day(&day, t->due);
    strbuf_addz(out, ", ");
    message_addf(out, t->overdue ? _("OVERDUE: %s") : _("due: %s"), strbuf_cstr(&day));
    strbuf_deinit(&day);
}

static void add_item_head(StrBuf *out, const ReviewThread *t)
{
    const Thread *thread = &t->thread;

    strbuf_addf(out, "- **%.*s** %s, %.*s, ", STR_ARG(t->label),
                review_kind_words(thread->kind), STR_ARG(thread->author));
    add_day(out, thread->time);
    if (thread->owner.len > 0) {
        strbuf_addz(out, ", ");
        message_addf(out, _("for %.*s"), STR_ARG(thread->owner));
    }
    if (thread->resolved)
        strbuf_addf(out, ", %s", _("closed"));
    add_due(out, t);
    strbuf_addc(out, '\n');
}

static void add_item(StrBuf *out, const ReviewThread *t)
{
    const Thread *thread = &t->thread;

    add_item_head(out, t);
    if (thread->selected_text.len > 0) {
        strbuf_addc(out, '\n');
        add_indented(out, "  > ", thread->selected_text);
    }
    if (thread->suggestion.len > 0) {
        strbuf_addf(out, "\n  %s\n\n", _("Better:"));
        add_indented(out, "  > ", thread->suggestion);
    }
    if (!str_eq(thread->text, thread->suggestion)) {
        strbuf_addc(out, '\n');
        add_indented(out, "  ", thread->text);
    }
    for (size_t i = 0; i < thread->reply_count; i++) {
        strbuf_addf(out, "\n  - %.*s:\n\n", STR_ARG(thread->replies[i].author));
        add_indented(out, "    ", thread->replies[i].text);
    }
}

typedef enum Chapter { CHAPTER_DOCUMENT, CHAPTER_PART, CHAPTER_LOST } Chapter;

static bool belongs(const ReviewThread *t, Chapter chapter, const Part *part)
{
    if (t->about == ABOUT_DOCUMENT)
        return chapter == CHAPTER_DOCUMENT;
    if (t->place.state == ANCHOR_LOST)
        return chapter == CHAPTER_LOST;
    return t->part ? chapter == CHAPTER_PART && t->part == part
                   : chapter == CHAPTER_DOCUMENT;
}

static void add_chapter(const ReviewThreads *threads, bool closed, Chapter chapter,
                        const Part *part, StrBuf *out)
{
    bool any = false;

    for (size_t i = 0; i < threads->count; i++) {
        const ReviewThread *t = &threads->items[i];
        if (!is_wanted(t, closed) || !belongs(t, chapter, part))
            continue;
        if (!any && chapter == CHAPTER_PART)
            strbuf_addf(out, "\n## %.*s\n\n", STR_ARG(review_part_title(part)));
        else if (!any && chapter == CHAPTER_LOST)
            strbuf_addf(out, "\n## %s\n\n", _("Without a place"));
        else if (!any)
            strbuf_addc(out, '\n');
        any = true;
        add_item(out, t);
    }
}

static void write_markdown(const ReviewThreads *threads, bool closed, StrBuf *out)
{
    const Document *doc = &threads->doc.doc;
    Str name = doc->title.len > 0 ? doc->title : threads->doc.ref.name;

    strbuf_addz(out, "# ");
    message_addf(out, _("Questions about %.*s"), STR_ARG(name));
    strbuf_addc(out, '\n');
    add_chapter(threads, closed, CHAPTER_DOCUMENT, NULL, out);
    for (size_t i = 0; i < doc->part_count; i++)
        add_chapter(threads, closed, CHAPTER_PART, &doc->parts[i], out);
    add_chapter(threads, closed, CHAPTER_LOST, NULL, out);
}

void review_export(const ReviewThreads *threads, ReviewFormat format, bool closed,
                   Arena *arena, StrBuf *out)
{
    switch (format) {
    case REVIEW_MRSF:
        write_mrsf(threads, closed, out);
        break;
    case REVIEW_CRITICMARKUP:
        write_criticmarkup(threads, closed, arena, out);
        break;
    case REVIEW_MARKDOWN:
        write_markdown(threads, closed, out);
        break;
    }
}
