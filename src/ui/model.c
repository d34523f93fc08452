#include "ui/model.h"

#include <stdarg.h>

#include "base/message.h"
#include "base/unicode.h"
#include "ui/deck_view.h"
#include "ui/exercise_view.h"
#include "ui/five_view.h"
#include "ui/interview_box.h"
#include "ui/landed.h"
#include "ui/meet_view.h"
#include "ui/merging.h"
#include "ui/projector.h"
#include "ui/readying.h"
#include "ui/restore_screen.h"
#include "ui/reviewing.h"
#include "ui/spelling.h"

void model_init(Model *m, const Library *lib, int rows, int cols)
{
    *m = (Model){
        .lib = lib, .rows = rows, .cols = cols, .hint_rows = 2, .text_most = TEXT_MAX};
    m->ed.anchor = NO_INDEX;
    m->review.block = NO_INDEX;
    m->ed.wraps = wrap_memo_new();
    m->ed.goal = -1;
    m->spelling.typed_at = NO_INDEX;
    m->check.lang = message_lang();
}

static void editor_deinit(Editor *ed)
{
    text_free(ed->text);
    wrap_memo_free(ed->wraps);
    strbuf_deinit(&ed->path);
    strbuf_deinit(&ed->name);
    strbuf_deinit(&ed->disk);
    strbuf_deinit(&ed->start);
    strbuf_deinit(&ed->base);
    strbuf_deinit(&ed->holder);
    strbuf_deinit(&ed->unwritable.reason);
    strbuf_deinit(&ed->unwritable.kept);
    arena_deinit(&ed->derived.arena);
}

void model_deinit(Model *m)
{
    editor_deinit(&m->ed);
    arena_deinit(&m->home.arena);
    arena_deinit(&m->history.arena);
    wrote_free(m->authors.wrote);
    strbuf_deinit(&m->history.part);
    strbuf_deinit(&m->history.part_title);
    strbuf_deinit(&m->history.preview);
    arena_deinit(&m->changes.arena);
    strbuf_deinit(&m->history.untouched);
    strbuf_deinit(&m->changes.before);
    strbuf_deinit(&m->changes.after);
    arena_deinit(&m->checks.arena);
    arena_deinit(&m->page.arena);
    arena_deinit(&m->confirm.arena);
    arena_deinit(&m->recovery.arena);
    strbuf_deinit(&m->confirm.bytes);
    merging_deinit(&m->merging);
    review_view_deinit(&m->review);
    restore_screen_deinit(&m->restore);
    landed_view_deinit(&m->landed);
    spelling_deinit(&m->spelling);
    interview_box_free(m->interview);
    deck_view_free(m);
    five_view_free(m);
    meet_view_free(m);
    exercise_view_free(m);
    arena_deinit(&m->workshop.arena);
    strbuf_deinit(&m->workshop.note);
    strbuf_deinit(&m->workshop.state);
    ready_box_free(m->ready);
    arena_deinit(&m->people_arena);
    strbuf_deinit(&m->who);
    strbuf_deinit(&m->clip);
    strbuf_deinit(&m->clip_words);
    strbuf_deinit(&m->notice);
    strbuf_deinit(&m->next_who);
    for (size_t i = 0; i < PROMPT_COUNT; i++) /* last: views empty theirs */
        field_deinit(&m->typed[i]);
    for (size_t i = 0; i < NEW_FIELDS; i++)
        field_deinit(&m->prompt.fields[i]);
    *m = (Model){0};
}

void model_go(Model *m, View view)
{
    int room = (int)(sizeof m->back / sizeof *m->back);

    if (view == m->view)
        return;
    if (m->depth == room) {
        for (int i = 1; i < room; i++)
            m->back[i - 1] = m->back[i];
        m->depth--;
    }
    m->back[m->depth++] = m->view;
    m->view = view;
}

void model_back(Model *m)
{
    if (m->depth > 0)
        m->view = m->back[--m->depth];
    else
        m->view = m->ed.open ? VIEW_WRITE : VIEW_HOME;
}

void model_say(Model *m, const char *format, ...)
{
    StrBuf text = {0};
    va_list args;

    va_start(args, format);
    strbuf_addv(&text, format, args);
    va_end(args);
    particles_settle(&text);
    strbuf_clear(&m->notice);
    if (m->projector) {
        StrBuf shown = {0};
        projector_hide(strbuf_view(&text), &shown);
        unicode_visible(strbuf_view(&shown), VISIBLE_ONE_LINE, &m->notice);
        strbuf_deinit(&shown);
    } else {
        unicode_visible(strbuf_view(&text), VISIBLE_ONE_LINE, &m->notice);
    }
    m->notice_bad = false;
    strbuf_deinit(&text);
}

/* A sentence begins with a capital letter. */
static void add_sentence(StrBuf *out, const char *text)
{
    size_t start = out->len;

    strbuf_addz(out, text);
    if (out->len > start && out->ptr[start] >= 'a' && out->ptr[start] <= 'z')
        out->ptr[start] = (char)(out->ptr[start] - 'a' + 'A');
}

void model_say_error(Model *m, const Error *err)
{
    /* On the command line they stand behind "prfaq: " and below it. */
    StrBuf text = {0};

    add_sentence(&text, err->message);
    strbuf_addc(&text, '.');
    if (err->hint[0]) {
        strbuf_addc(&text, ' ');
        add_sentence(&text, err->hint);
    }
    model_say(m, "%s", strbuf_cstr(&text));
    m->notice_bad = true;
    strbuf_deinit(&text);
}

bool editor_unwritten(const Editor *ed)
{
    return ed->open && text_version(ed->text) != ed->disk_version &&
           !str_eq(text_view(ed->text), strbuf_view(&ed->disk));
}

bool editor_unsaved(const Editor *ed)
{
    if (!ed->open)
        return false;
    if (!ed->tracked)
        return editor_unwritten(ed);
    if (!ed->based)
        return editor_unwritten(ed);
    return !str_eq(text_view(ed->text), strbuf_view(&ed->base));
}

bool editor_typed(const Editor *ed)
{
    if (editor_unwritten(ed))
        return true;
    return ed->open && ed->tracked && ed->wrote && editor_unsaved(ed);
}

int editor_new_words(const Editor *ed)
{
    int words = ed->derived.words - ed->base_words;

    return ed->open && ed->based && editor_unsaved(ed) && words > 0 ? words : 0;
}

Str editor_title(const Editor *ed)
{
    if (ed->derived.valid && ed->derived.doc.title.len > 0)
        return ed->derived.doc.title;
    return strbuf_view(&ed->name);
}

Range editor_selection(const Editor *ed)
{
    if (ed->anchor == NO_INDEX)
        return (Range){ed->caret, ed->caret};
    return ed->anchor < ed->caret ? (Range){ed->anchor, ed->caret}
                                  : (Range){ed->caret, ed->anchor};
}
