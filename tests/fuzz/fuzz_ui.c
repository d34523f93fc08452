/* The screens, driven by random keys, pastes, resizes, a file that changes outside,
 * and effects that fail. Two bytes choose a document and a start, each of the others
 * is a step. Held after each: the caret stands at a border between characters, in a
 * line that is shown; the cursor is in the window; what is called derived was derived
 * from these bytes; nothing is closed with words that are in no file. In the end
 * undoing everything gives back what was opened. */
#include <assert.h>
#include <stddef.h>
#include <stdint.h>

#include "../ui/world.h"
#include "base/unicode.h"
#include "doc/library.h"
#include "ui/derive.h"
#include "ui/draw.h"
#include "ui/layout.h"
#include "ui/update.h"
#include "ui_documents.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { STEPS_MAX = 400 };

typedef struct Run {
    const uint8_t *data;
    size_t size, at;
    World world;
    Model model;
    Screen screen;
    StrBuf opened; /* what the open document was */
    bool fail_next, failed, resting;
} Run;

static uint8_t next_byte(Run *r)
{
    return r->at < r->size ? r->data[r->at++] : 0;
}

static bool has_visible_line(const Editor *ed)
{
    size_t line = 0;
    return !layout_hidden(ed, 0) || layout_next_line(ed, &line);
}

static bool is_border(Str text, size_t at)
{
    size_t border = 0;

    while (border < at)
        border = grapheme_next(text, border);
    return border == at;
}

static void hold_editor(const Model *m)
{
    const Editor *ed = &m->ed;
    Str text = text_view(ed->text);

    assert(ed->caret <= text.len && is_border(text, ed->caret));
    assert(ed->anchor == NO_INDEX || ed->anchor <= text.len);
    assert(!layout_hidden(ed, layout_line_of(ed, ed->caret)) || !has_visible_line(ed));
}

static void hold(Run *r)
{
    const Model *m = &r->model;
    const Screen *s = &r->screen;

    assert(m->view != VIEW_WRITE || m->ed.open);
    if (m->view == VIEW_WRITE)
        hold_editor(m);
    if (m->ed.open && !derive_needed(m)) {
        assert(str_eq(m->ed.derived.doc.bytes, text_view(m->ed.text)));
        assert(m->ed.edit_shift == 0);
    }
    draw(m, &r->screen);
    assert(s->cursor_row >= 0 && s->cursor_row < s->rows);
    assert(s->cursor_col >= 0 && s->cursor_col < s->cols);
}

/* Nobody leaves with words that are in no file, but when writing them failed. */
static void hold_words(const Run *r)
{
    const Editor *ed = &r->model.ed;

    if (ed->open && !r->failed)
        assert(str_eq(text_view(ed->text), strbuf_view(&ed->disk)));
}

static bool no_room(const World *w, const Effect *effect)
{
    switch (effect->type) {
    case EFFECT_SAVE:
        return w->revision_count == WORLD_REVISIONS;
    case EFFECT_WRITE:
    case EFFECT_CREATE:
        return w->file_count == WORLD_FILES;
    case EFFECT_ADD_PERSON:
        return w->person_count == WORLD_PEOPLE;
    default:
        return false;
    }
}

static Msg perform(Run *r, const Effect *effect)
{
    if (r->fail_next || no_room(&r->world, effect)) {
        Msg msg = {.type = MSG_FAILED, .effect = effect->type};
        error_set(&msg.error, ERR_IO, "cannot do it: the disk is full");
        r->fail_next = false;
        r->failed = true;
        return msg;
    }
    Msg msg = world_perform(&r->world, effect);
    if (msg.type == MSG_OPENED) {
        strbuf_clear(&r->opened);
        strbuf_add(&r->opened, msg.bytes);
    }
    return msg;
}

static void send(Run *r, Msg msg)
{
    for (int guard = 0; guard < 100 && !r->world.quit; guard++) {
        msg.now = world_now();
        Effect effect = update(&r->model, &msg);
        hold(r);
        if (effect.type == EFFECT_QUIT) {
            hold_words(r);
            r->world.quit = true;
        } else if (effect.type != EFFECT_NONE) {
            msg = perform(r, &effect);
        } else if (r->resting && update_idle_ms(&r->model) >= 0) {
            msg = (Msg){.type = MSG_IDLE};
        } else {
            return;
        }
    }
    assert(r->world.quit);
}

static void resize(Run *r)
{
    int rows = 1 + next_byte(r) % 80, cols = 1 + next_byte(r);

    screen_resize(&r->screen, rows, cols);
    send(r, (Msg){.type = MSG_RESIZE, .rows = rows, .cols = cols});
}

static void paste(Run *r)
{
    static const char *const pieces[] = {
        "two\nlines",      "<!-- prfaq-id: problem -->",
        "---\n",           "\xCC\x81",
        "\r\n\x1b[31mred", "## Head\n",
        "한 글",
    };
    StrBuf text = {0};
    uint8_t which = next_byte(r);

    if (which == 0xFF)
        for (int i = 0; i < 2100; i++)
            strbuf_addz(&text, "word ");
    else
        strbuf_addz(&text, pieces[which % (sizeof pieces / sizeof *pieces)]);
    Key key = {.code = KEYCODE_PASTE, .paste = strbuf_view(&text)};
    send(r, (Msg){.type = MSG_KEY, .key = key});
    strbuf_deinit(&text);
}

static void mouse(Run *r)
{
    Key key = {.code = KEYCODE_MOUSE};

    key.mouse = (MouseAction)(next_byte(r) % 5);
    key.row = next_byte(r) % r->screen.rows;
    key.col = next_byte(r) % r->screen.cols;
    send(r, (Msg){.type = MSG_KEY, .key = key});
}

static void press(Run *r, KeyCode code, uint32_t cp, unsigned mods)
{
    Key key = {.code = code, .cp = cp, .mods = mods};
    send(r, (Msg){.type = MSG_KEY, .key = key});
}

static void outside(Run *r, uint8_t op)
{
    switch (op) {
    case 0xE0:
        resize(r);
        break;
    case 0xE1:
        paste(r);
        break;
    case 0xE2:
        mouse(r);
        break;
    case 0xE3:
        r->fail_next = true;
        break;
    case 0xE4:
        world_write(&r->world, STR("a"), str_from(ui_documents[next_byte(r) % 10]));
        break;
    case 0xE5:
        r->world.who = (Str){0};
        break;
    case 0xE6:
        r->resting = !r->resting;
        break;
    case 0xE7:
        send(r, (Msg){.type = MSG_HANGUP});
        break;
    default:
        press(r, KEYCODE_BAD, 0, 0);
        break;
    }
}

static void step(Run *r)
{
    static const uint32_t letters[] = {0x1112, 0x1161, 0x11AB,  0xD55C,  0x301,
                                       0x200D, 0x20AC, 0x1F469, 0x1F1F0, 0x3000};
    uint8_t op = next_byte(r);

    if (op == 0x1B)
        press(r, KEYCODE_ESCAPE, 0, 0);
    else if (op == '\n')
        press(r, KEYCODE_ENTER, 0, 0);
    else if (op == '\t')
        press(r, KEYCODE_TAB, 0, 0);
    else if (op < 0x20)
        press(r, KEYCODE_CHAR, op + 0x60u, MOD_CTRL);
    else if (op < 0x7F)
        press(r, KEYCODE_CHAR, op, 0);
    else if (op < 0xD0) /* four times every named key, by modifiers */
        press(r, (KeyCode)(KEYCODE_ENTER + (op - 0x80) % 20), 0,
              (unsigned[]){0, MOD_SHIFT, MOD_CTRL, MOD_ALT}[(op - 0x80) / 20 % 4]);
    else if (op < 0xE0)
        press(r, KEYCODE_CHAR,
              letters[(op - 0xD0u) % (sizeof letters / sizeof *letters)], 0);
    else if (op < 0xF0)
        outside(r, op);
    else
        press(r, KEYCODE_CHAR, next_byte(r) % 0x5F + 0x20u, MOD_ALT);
}

static void hold_undo(Run *r)
{
    Text *text = r->model.ed.text;
    size_t pos = 0;

    if (!r->model.ed.open)
        return;
    while (text_undo(text, &pos))
        continue;
    assert(str_eq(text_view(text), strbuf_view(&r->opened)));
}

static void start(Run *r, const Library *lib)
{
    size_t document = next_byte(r) % (sizeof ui_documents / sizeof *ui_documents);
    uint8_t how = next_byte(r);

    world_write(&r->world, STR("a"), str_from(ui_documents[document]));
    world_write(&r->world, STR("b.md"), str_from(ui_documents[0]));
    if (how & 1)
        world_person(&r->world, STR("Maria Ortiz"));
    if (how & 2)
        world_revision(&r->world, STR("first"));
    r->resting = how & 4;
    screen_init(&r->screen, 24, how & 8 ? 120 : 80);
    r->world.lib = lib;
    model_init(&r->model, lib, 24, r->screen.cols);
    r->model.check.now = date_of(world_now());
    if (how & 16) {
        send(r, (Msg){.type = MSG_START});
        return;
    }
    r->model.started_with_document = true;
    Effect open = {.type = EFFECT_OPEN, .path = STR("a")};
    send(r, perform(r, &open));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Library lib;
    Run r = {.data = data, .size = size};

    if (!lib.templates)
        library_init(&lib);
    start(&r, &lib);
    for (int i = 0; i < STEPS_MAX && r.at < size && !r.world.quit; i++)
        step(&r);
    hold_undo(&r);
    model_deinit(&r.model);
    screen_deinit(&r.screen);
    world_deinit(&r.world);
    strbuf_deinit(&r.opened);
    return 0;
}
