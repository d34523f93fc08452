/* Linear mode, driven by random lines: words it knows with random arguments, answers,
 * text, the answers of an interview, effects that fail, the end of the input. Two bytes
 * choose a document and a start, each of the others is a line. Held after each: the
 * text is UTF-8, the caret stands in it; what is told is visible text that ends in a
 * question. In the end undoing everything gives back what was opened. */
#include <assert.h>
#include <stddef.h>
#include <stdint.h>

#include "../ui/world.h"
#include "base/utf8.h"
#include "doc/library.h"
#include "ui/derive.h"
#include "ui/linear.h"
#include "ui/update.h"
#include "ui_documents.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const lines[] = {
    "",
    "a",
    "b",
    "q",
    "y",
    "1",
    "2",
    "3",
    "4",
    "9",
    "0",
    ".",
    "?",
    "n",
    "p",
    "o",
    "s",
    "z",
    "redo",
    "add 1",
    "add 2",
    "delete 1",
    "delete 2",
    "up 2",
    "down 1",
    "go 0",
    "go 1",
    "go 2",
    "go 3",
    "find a",
    "replace a",
    "replace",
    "guide",
    "k",
    "j",
    "x",
    "f",
    "e",
    "fix",
    "fix 2",
    "fix-all",
    "silence",
    "K",
    "rule",
    "changes",
    "h",
    "history 1",
    "m 1",
    "m 2",
    "v",
    "figures",
    "export",
    "u",
    "here 1",
    "Jun Park",
    "new",
    "lantern",
    "adopt",
    "split-faq",
    "c",
    "w",
    "i",
    "interview",
    "done",
    "-",
    "levels",
    "filter a",
    "close",
    "save-note x",
    "marks",
    "read",
    "# Head",
    "Words of somebody.",
    "- an item",
    "## Problem",
    "<!-- prfaq-id: problem -->",
    "**Q. Why?**",
    "A. Because.",
    "한 글",
    "e\xCC\x81",
    "nonsense",
    "pair",
    "pair Who?",
};

typedef struct Run {
    const uint8_t *data;
    size_t size, at;
    World world;
    Model model;
    Linear linear;
    StrBuf opened;
    StrBuf answers; /* of the interview */
    bool fail_next;
} Run;

static uint8_t next_byte(Run *r)
{
    return r->at < r->size ? r->data[r->at++] : 0;
}

static bool is_full(const World *w)
{
    return w->revision_count == WORLD_REVISIONS || w->file_count == WORLD_FILES ||
           w->person_count == WORLD_PEOPLE;
}

static Msg perform(Run *r, const Effect *effect)
{
    bool reads = effect->type == EFFECT_OPEN || effect->type == EFFECT_LIST;

    if (effect->type == EFFECT_KEEP) {
        strbuf_clear(&r->answers);
        strbuf_add(&r->answers, effect->bytes);
        return (Msg){.type = MSG_DONE};
    }
    if (effect->type == EFFECT_ANSWERS)
        return (Msg){.type = MSG_ANSWERS, .bytes = strbuf_view(&r->answers)};
    if (r->fail_next || (is_full(&r->world) && !reads)) {
        Msg msg = {.type = MSG_FAILED, .effect = effect->type};
        error_set(&msg.error, ERR_IO, "cannot do it: the disk is full");
        r->fail_next = false;
        return msg;
    }
    Msg msg = world_perform(&r->world, effect);
    if (msg.type == MSG_OPENED) {
        strbuf_clear(&r->opened);
        strbuf_add(&r->opened, msg.bytes);
    }
    return msg;
}

static void settle(Run *r, Effect effect)
{
    for (int guard = 0; guard < 100; guard++) {
        Msg msg = {.type = MSG_IDLE};
        if (effect.type == EFFECT_QUIT) {
            r->world.quit = true;
            return;
        }
        if (effect.type != EFFECT_NONE) {
            msg = perform(r, &effect);
            if (msg.type == MSG_ANSWERS)
                linear_interview(&r->linear, &r->model, msg.bytes);
        } else if (update_idle_ms(&r->model) < 0) {
            effect = linear_next(&r->linear, &r->model);
            if (effect.type == EFFECT_NONE)
                return;
            continue;
        }
        msg.now = world_now();
        effect = update(&r->model, &msg);
    }
    assert(r->world.quit);
}

static void hold(Run *r)
{
    const Editor *ed = &r->model.ed;
    StrBuf out = {0};

    linear_say(&r->linear, &r->model, &out);
    assert(str_ends(strbuf_view(&out), STR("> ")));
    assert(utf8_valid(strbuf_view(&out), NULL));
    assert(str_find_byte(strbuf_view(&out), '\033', 0) == STR_NONE);
    strbuf_deinit(&out);
    if (!ed->open)
        return;
    assert(ed->caret <= text_len(ed->text));
    assert(!derive_needed(&r->model));
}

static void start(Run *r, const Library *lib)
{
    size_t document = next_byte(r) % (sizeof ui_documents / sizeof *ui_documents);
    uint8_t how = next_byte(r);
    Effect open = {.type = EFFECT_OPEN, .path = STR("a")};
    Msg msg = {.type = MSG_START, .now = world_now()};

    world_write(&r->world, STR("a"), str_from(ui_documents[document]));
    if (how & 1)
        world_person(&r->world, STR("Maria Ortiz"));
    if (how & 2)
        world_revision(&r->world, STR("first"));
    r->world.lib = lib;
    model_init(&r->model, lib, 24, 80);
    r->model.check.now = date_of(world_now());
    r->model.started_with_document = !(how & 4);
    r->model.go_first = how & 8;
    if (r->model.started_with_document) {
        msg = perform(r, &open);
        msg.now = world_now();
    }
    settle(r, update(&r->model, &msg));
}

static void step(Run *r)
{
    enum { LINES = sizeof lines / sizeof *lines };
    uint8_t op = next_byte(r);

    if (op == 0xFF) {
        r->fail_next = true;
    } else if (op == 0xFE) {
        world_write(&r->world, STR("a"), str_from(ui_documents[next_byte(r) % 10]));
    } else {
        settle(r, linear_line(&r->linear, &r->model, str_from(lines[op % LINES])));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    enum { STEPS_MAX = 200 };
    static Library lib;
    Run r = {.data = data, .size = size};
    size_t pos = 0;

    if (lib.template_count == 0)
        library_init(&lib);
    start(&r, &lib);
    for (int i = 0; i < STEPS_MAX && r.at < r.size && !r.world.quit; i++) {
        hold(&r);
        step(&r);
    }
    if (!r.world.quit) {
        settle(&r, linear_end(&r.linear, &r.model));
        assert(r.world.quit);
    }
    if (r.model.ed.open) {
        while (text_undo(r.model.ed.text, &pos))
            continue;
        assert(str_eq(text_view(r.model.ed.text), strbuf_view(&r.opened)));
    }
    linear_deinit(&r.linear);
    model_deinit(&r.model);
    world_deinit(&r.world);
    strbuf_deinit(&r.opened);
    strbuf_deinit(&r.answers);
    return 0;
}
