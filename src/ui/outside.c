#include "ui/outside.h"

#include "base/message.h"
#include "ui/cmd.h"
#include "ui/elsewhere.h"
#include "ui/layout.h"
#include "ui/merging.h"
#include "ui/receive.h"

/* Above so many bytes the caret is led by the equal ends of both texts alone. */
enum { FOLLOW_MAX = 1 << 20 };

bool outside_own_words(const Editor *ed)
{
    return ed->open && text_version(ed->text) != ed->start_version &&
           !str_eq(text_view(ed->text), outside_start(ed));
}

Str outside_start(const Editor *ed)
{
    return strbuf_view(ed->start_kept ? &ed->start : &ed->disk);
}

void outside_begin(Editor *ed)
{
    ed->start_version = text_version(ed->text);
    strbuf_deinit(&ed->start);
    ed->start_kept = false;
}

void outside_keep_start(Editor *ed)
{
    if (ed->start_kept || text_version(ed->text) == ed->start_version)
        return;
    StrBuf empty = ed->start;
    ed->start = ed->disk;
    ed->disk = empty;
    ed->start_kept = true;
}

/* -- the text becomes another ----------------------------------------------- */

/* What differs: bytes [head, length - tail) of either. */
typedef struct Middle {
    size_t head, tail;
} Middle;

static bool within_character(Str s, size_t at)
{
    return at < s.len && ((unsigned char)s.ptr[at] & 0xC0) == 0x80;
}

static Middle find_middle(Str before, Str after)
{
    size_t least = before.len < after.len ? before.len : after.len;
    Middle m = {0};

    while (m.head < least && before.ptr[m.head] == after.ptr[m.head])
        m.head++;
    while (m.head > 0 &&
           (within_character(before, m.head) || within_character(after, m.head)))
        m.head--;
    while (m.tail < least - m.head &&
           before.ptr[before.len - 1 - m.tail] == after.ptr[after.len - 1 - m.tail])
        m.tail++;
    while (m.tail > 0 && (within_character(before, before.len - m.tail) ||
                          within_character(after, after.len - m.tail)))
        m.tail--;
    return m;
}

void editor_exchange(Editor *ed, Str after)
{
    Str before = text_view(ed->text);
    Middle m = find_middle(before, after);
    size_t caret = ed->caret;

    if (str_eq(before, after))
        return;
    text_seal(ed->text);
    text_group_begin(ed->text);
    editor_replace(ed, (Range){m.head, before.len - m.tail},
                   str_slice(after, m.head, after.len - m.tail));
    text_group_end(ed->text);
    text_seal(ed->text);
    ed->caret = caret < after.len ? caret : after.len;
}

/* Where the caret's words are in another text. */
static size_t follow_words(const Model *m, Str before, Str after, size_t caret)
{
    Arena arena = {0};
    Document old = {0}, new = {0};
    Merge merge;

    document_read(before, m->lib, &arena, &old);
    document_read(after, m->lib, &arena, &new);
    merge_make(&old, &old, &new, &arena, &merge);
    size_t at = merge_follow(&merge, NULL, THREE_MINE, caret);
    arena_deinit(&arena);
    return at;
}

static size_t follow_caret(const Model *m, Str before, Str after, size_t caret)
{
    Middle middle = find_middle(before, after);

    if (caret <= middle.head)
        return caret;
    if (caret >= before.len - middle.tail)
        return after.len - (before.len - caret);
    if (!m->lib || before.len + after.len > FOLLOW_MAX)
        return middle.head;
    return follow_words(m, before, after, caret);
}

void outside_take(Model *m, Str bytes)
{
    Editor *ed = &m->ed;
    size_t caret = follow_caret(m, text_view(ed->text), bytes, ed->caret);

    editor_exchange(ed, bytes);
    ed->caret = caret;
    strbuf_clear(&ed->disk);
    strbuf_add(&ed->disk, bytes);
    ed->disk_version = text_version(ed->text);
    outside_begin(ed);
    ed->outside = OUTSIDE_SAME;
    ed->wrote = false;
    ed->derived.valid = false;
}

/* -- noticing ----------------------------------------------------------------- */

void outside_look(Model *m, Effect *out)
{
    if (!m->ed.open)
        return;
    *out = (Effect){.type = EFFECT_LOOK,
                    .path = strbuf_view(&m->ed.path),
                    .seen = strbuf_view(&m->ed.disk)};
}

const char *outside_notice(const Editor *ed)
{
    switch (ed->outside) {
    case OUTSIDE_CHANGED:
        return _("The file was changed outside. Your words are kept; ^S asks what to "
                 "do.");
    case OUTSIDE_GONE:
        return _("The file is no longer there. Your words are kept; ^S asks what to "
                 "do.");
    case OUTSIDE_SAME:
        break;
    }
    return elsewhere_notice(ed);
}

/* The file may still be the same where the last revision is another. */
static void ask_base_anew(Editor *ed)
{
    ed->based = false;
    ed->base_asked = false;
}

/* The file holds something else than was read, and the person asked for a view. */
static void show_changed(Model *m, Str bytes)
{
    View then = m->look_then;

    m->look_then = VIEW_HOME;
    if (then == VIEW_CHANGES)
        changes_show(m, REVISION_OUTSIDE, bytes, REVISION_UNSAVED,
                     text_view(m->ed.text));
    else if (then == VIEW_MERGE)
        merging_begin(m, outside_start(&m->ed), bytes, (Str){0});
}

static void found_changed(Model *m, Str bytes)
{
    Editor *ed = &m->ed;

    if (m->look_then != VIEW_HOME) {
        show_changed(m, bytes);
        return;
    }
    if (outside_own_words(ed)) {
        ed->outside = OUTSIDE_CHANGED;
        return;
    }
    outside_take(m, bytes);
    ask_base_anew(ed);
    model_say(m, _("The file was changed outside and is read anew. ^Z shows what it "
                   "was."));
}

void outside_looked(Model *m, const Msg *msg)
{
    Editor *ed = &m->ed;

    if (msg->moved)
        ask_base_anew(ed);
    if (msg->unchanged || msg->gone) {
        bool asked = m->look_then != VIEW_HOME;
        m->look_then = VIEW_HOME;
        ed->outside = msg->gone ? OUTSIDE_GONE : OUTSIDE_SAME;
        if (asked && msg->gone)
            prompt_open(m, PROMPT_GONE);
        else if (asked)
            model_say(m, _("The file is again as it was. ^S saves."));
        return;
    }
    found_changed(m, msg->bytes);
}

void outside_refused(Model *m, const Msg *msg, bool asked)
{
    m->ed.outside = msg->gone ? OUTSIDE_GONE : OUTSIDE_CHANGED;
    if (asked)
        prompt_open(m, msg->gone ? PROMPT_GONE : PROMPT_OUTSIDE);
}

void cmd_outside(Model *m, Effect *out)
{
    (void)out;
    prompt_open(m, m->ed.outside == OUTSIDE_GONE ? PROMPT_GONE : PROMPT_OUTSIDE);
}

/* -- choosing ----------------------------------------------------------------- */

static void keep_a_copy(Model *m, Effect *out)
{
    file_write_effect(m, out);
    out->name = STR("mine"); /* a new file beside it */
    out->seen = (Str){0};
}

void outside_choose(Model *m, size_t index, Effect *out)
{
    enum { TOGETHER, LOOK, COPY, TAKE };

    prompt_close(m);
    switch (index) {
    case TOGETHER:
    case LOOK:
        m->look_then = index == LOOK ? VIEW_CHANGES : VIEW_MERGE;
        outside_look(m, out);
        break;
    case COPY:
        keep_a_copy(m, out);
        break;
    case TAKE:
    default:
        *out = (Effect){.type = EFFECT_RELOAD, .path = strbuf_view(&m->ed.path)};
        break;
    }
}

void gone_choose(Model *m, size_t index, Effect *out)
{
    enum { AGAIN, BESIDE };
    Editor *ed = &m->ed;

    prompt_close(m);
    if (index != AGAIN) {
        if (index == BESIDE)
            keep_a_copy(m, out);
        else
            elsewhere_propose(m, out);
        return;
    }
    /* Nothing is there, and nothing is what may be written over. */
    outside_keep_start(ed);
    strbuf_clear(&ed->disk);
    ed->disk_version = VERSION_NONE;
    ed->outside = OUTSIDE_SAME;
    file_save_effect(m, (Str){0}, out);
}
