/* Writing in lines: another text for a paragraph, a new one, moving, deleting; finding.
 */
#include "ui/linear_text.h"

#include "base/message.h"
#include "ui/cmd.h"
#include "ui/command.h"
#include "ui/derive.h"
#include "ui/find.h"
#include "ui/layout.h"
#include "ui/linear_say.h"
#include "ui/paragraph.h"

size_t linear_here(const Model *m)
{
    return derived_stop_at(&m->ed, m->ed.caret);
}

/* -- a paragraph ---------------------------------------------------------- */

static void ask_text(Linear *l, bool adding, Range place)
{
    l->ask = ASK_TEXT;
    l->adding = adding;
    l->typing = false;
    l->drafted = false;
    l->place = place;
    strbuf_clear(&l->text);
}

/* The paragraph of that number (from 1); false and a word about it otherwise. */
static bool numbered(Model *m, Str number, Paragraph *out)
{
    Arena arena = {0};
    Paragraphs list = {0};
    int n = 0;

    paragraphs_of(m, linear_here(m), &arena, &list);
    bool ok = str_to_int(number, &n) && n >= 1 && (size_t)n <= list.count;
    if (ok)
        *out = list.items[n - 1];
    else if (list.count == 0)
        model_say(m, _("There is no paragraph here yet. Type a to add one."));
    else
        model_say(m, _("Type the number of a paragraph, from 1 to %zu."), list.count);
    arena_deinit(&arena);
    return ok;
}

void linear_edit(Linear *l, Model *m, Str number)
{
    Paragraph p;

    if (!numbered(m, number, &p))
        return;
    ask_text(l, false, p.range);
    strbuf_set(&l->before, str_range(text_view(m->ed.text), p.range));
}

void linear_add(Linear *l, Model *m, Str number)
{
    Paragraph p = {0};
    int n = 0;

    if (number.len > 0 && !numbered(m, number, &p))
        return;
    ask_text(l, true, (Range){0, 0});
    l->stop = linear_here(m);
    l->behind = str_to_int(number, &n) ? (size_t)n - 1 : NO_INDEX;
    strbuf_clear(&l->before);
}

/* What the change did, and the checks that are at the new words now. */
static void tell_change(Linear *l, Model *m, Str before, Range place)
{
    StrBuf marks = {0};

    derive(m);
    layout_settle(&m->ed);
    Str after = str_range(m->ed.derived.doc.bytes, place);
    say_change(m, before, after, &marks);
    message_addf(&l->say, _("Changed: %s\n"), strbuf_cstr(&marks));
    say_checks_at(m, place, &l->say);
    say_count(m, &l->say);
    strbuf_addc(&l->say, '\n');
    strbuf_deinit(&marks);
}

/* The lines so far are put into the text at once, in place of those before: nothing a
 * person typed is only in memory. */
static void draft(Linear *l, Model *m)
{
    Str text = str_trim_end(strbuf_view(&l->text));
    Effect none = {0};

    if (l->drafted) {
        cmd_undo(m, &none);
        derive(m);
    }
    l->drafted = !str_is_blank(text);
    if (!l->drafted)
        return;
    size_t len = text_len(m->ed.text);
    if (l->adding)
        paragraph_add(m, l->stop, l->behind, text);
    else
        paragraph_write(m, l->place, text);
    size_t end = m->ed.caret;
    l->written = l->adding ? (Range){end - (text_len(m->ed.text) - len), end}
                           : (Range){l->place.start, end};
}

void linear_text_end(Linear *l, Model *m)
{
    l->ask = ASK_COMMAND;
    if (l->drafted)
        tell_change(l, m, strbuf_view(&l->before), l->written);
    else
        strbuf_addz(&l->say, _("Nothing was changed.\n"));
}

void linear_text_line(Linear *l, Model *m, Str line)
{
    if (str_eq(str_trim_end(line), STR(".")) || (line.len == 0 && !l->typing)) {
        linear_text_end(l, m);
        return;
    }
    if (l->typing)
        strbuf_addc(&l->text, '\n');
    strbuf_add(&l->text, line);
    l->typing = true;
    draft(l, m);
}

/* The pair of those words, now that it was read. */
static void go_pair(Model *m, Str question)
{
    const Derived *d = &m->ed.derived;

    for (size_t i = d->stop_count; i > 0; i--) {
        size_t q = d->stops[i - 1].question;
        if (q != NO_INDEX && str_eq(d->doc.questions[q].text, question)) {
            editor_go_stop(m, i - 1);
            return;
        }
    }
}

static bool is_faq(const Model *m, size_t stop)
{
    const Derived *d = &m->ed.derived;

    return stop != NO_INDEX && region_is_faq(d->doc.parts[d->stops[stop].part].region);
}

void linear_pair(Linear *l, Model *m, Str question)
{
    if (question.len == 0) {
        l->ask = ASK_PAIR;
        return;
    }
    if (!is_faq(m, linear_here(m))) {
        model_say(m, _("This section is no FAQ. Go to a question first."));
        return;
    }
    Effect none = {0};
    text_group_begin(m->ed.text);
    cmd_new_question(m, &none);
    editor_insert(m, question);
    text_group_end(m->ed.text);
    strbuf_clear(&m->notice);
    derive(m);
    go_pair(m, question);
    linear_add(l, m, (Str){0});
}

void linear_delete(Linear *l, Model *m, Str number)
{
    Paragraph p;
    Arena arena = {0};
    StrBuf marks = {0};

    if (!numbered(m, number, &p))
        return;
    Str before = arena_str(&arena, str_range(text_view(m->ed.text), p.range));
    size_t stop = linear_here(m);
    paragraph_delete(m, &p);
    derive(m);
    if (stop != linear_here(m) && stop != NO_INDEX)
        editor_go_stop(m, stop);
    say_change(m, before, (Str){0}, &marks);
    message_addf(&l->say, _("Deleted: %s\n"), strbuf_cstr(&marks));
    l->told.stop = linear_here(m);
    strbuf_deinit(&marks);
    arena_deinit(&arena);
}

bool linear_caret_to(Model *m, Str number)
{
    Paragraph p;

    if (!numbered(m, number, &p))
        return false;
    editor_move(&m->ed, p.range.start, false);
    return true;
}

/* A paragraph stays in its section: one sees no other one here. A question goes past
 * the next one, with its answer. */
static bool is_at_end(const Model *m, Str number, bool up)
{
    Arena arena = {0};
    Paragraphs list = {0};
    int n = 0;

    paragraphs_of(m, linear_here(m), &arena, &list);
    bool end = str_to_int(number, &n) && n >= 1 && (size_t)n <= list.count &&
               !list.items[n - 1].question && (size_t)n == (up ? 1 : list.count);
    arena_deinit(&arena);
    return end;
}

void linear_move(Linear *l, Model *m, Str number, bool up)
{
    uint64_t version = text_version(m->ed.text);
    Effect none = {0};

    if (is_at_end(m, number, up)) {
        model_say(m, up ? _("It is the first one.") : _("It is the last one."));
        return;
    }
    if (!linear_caret_to(m, number))
        return;
    command_run(m, up ? CMD_MOVE_UP : CMD_MOVE_DOWN, &none);
    l->again = text_version(m->ed.text) != version;
}

/* -- finding -------------------------------------------------------------- */

static void add_hit(Linear *l, const Model *m, Range hit)
{
    size_t stop = derived_stop_at(&m->ed, hit.start);

    strbuf_addf(&l->say, " %zu ", stop == NO_INDEX ? 0 : stop + 1);
    say_hit(m, hit, &l->say);
}

void linear_find(Linear *l, Model *m, Str words)
{
    Arena arena = {0};
    const Range *hits = NULL;

    if (words.len == 0) {
        model_say(m, _("Type find and the words to look for."));
        return;
    }
    field_set(&m->typed[PROMPT_FIND], words);
    size_t count = find_hits(m, &arena, &hits);
    if (count == 0)
        model_say(m, _("Not found."));
    else
        message_addf(&l->say,
                     ngettext("%zu place. \"go\" and the number goes to its section.\n",
                              "%zu places. \"go\" and a number goes to that section.\n",
                              (unsigned long)count),
                     count);
    for (size_t i = 0; i < count; i++)
        add_hit(l, m, hits[i]);
    arena_deinit(&arena);
}
