#include "ui/readying.h"

#include "base/message.h"
#include "check/ready.h"
#include "doc/answers.h"
#include "doc/frontmatter_set.h"
#include "ui/cmd.h"
#include "ui/derive.h"
#include "ui/layout.h"
#include "ui/linear_say.h"
#include "ui/outside.h"

struct ReadyBox {
    Arena arena;
    Answers answers;
    size_t at; /* 0: the reason, then the questions */
    bool reason;
    StrBuf trailers;
};

void ready_box_free(ReadyBox *box)
{
    if (!box)
        return;
    answers_deinit(&box->answers);
    strbuf_deinit(&box->trailers);
    arena_deinit(&box->arena);
    mem_free(box);
}

static void read_stops(const Model *m, Arena *arena, Ready *out)
{
    ready_read(&m->ed.derived.findings, arena, out);
}

static Str name_at(const ReadyBox *box)
{
    return str_from(box->at == 0 ? "reason" : closing_name(box->at - 1));
}

static void ask(Model *m)
{
    field_set(&m->typed[PROMPT_READY],
              answers_get(&m->ready->answers, name_at(m->ready)));
}

/* Nothing would be recorded: nobody is asked for proofs that go nowhere. */
static bool is_in_review(const Model *m)
{
    Str stage = metadata_get(&m->ed.derived.doc.meta, "stage");

    return str_eq(stage, STR("review")) && m->ed.based && !editor_unsaved(&m->ed);
}

void cmd_ready(Model *m, Effect *out)
{
    Ready ready;

    (void)out;
    if (derive_needed(m))
        derive(m);
    if (is_in_review(m)) {
        model_say(m, _("It is in review already, and nothing has changed since."));
        return;
    }
    if (!m->ready)
        m->ready = mem_alloc(sizeof *m->ready);
    ready_box_done(m);
    arena_reset(&m->ready->arena);
    read_stops(m, &m->ready->arena, &ready);
    m->ready->reason = ready.count > 0;
    m->ready->at = ready.count > 0 ? 0 : 1;
    prompt_open(m, PROMPT_READY);
    ask(m);
}

static void say_stops(const Model *m, StrBuf *out)
{
    Arena arena = {0};
    Ready ready;

    read_stops(m, &arena, &ready);
    if (ready.count > 0) {
        message_addf(out,
                     ngettext("%zu thing stands in the way, first: ",
                              "%zu things stand in the way, first: ",
                              (unsigned long)ready.count),
                     ready.count);
        say_text(ready.stops[0].finding->message, out);
        strbuf_addz(out, ". ");
    }
    arena_deinit(&arena);
}

void ready_box_say(const Model *m, StrBuf *out)
{
    const ReadyBox *box = m->ready;
    size_t skipped = box->reason ? 0 : 1;

    message_addf(out, _("%zu of %zu. "), box->at + 1 - skipped,
                 (size_t)CLOSING_COUNT + 1 - skipped);
    if (box->at == 0) {
        say_stops(m, out);
        strbuf_addz(out, _("Why shall it be read all the same?"));
        return;
    }
    strbuf_addz(out, closing_question(box->at - 1));
    strbuf_addc(out, ' ');
    strbuf_addz(out, _("Yes or no, and one line of proof."));
}

Str ready_box_trailers(const Model *m)
{
    return m->ready ? strbuf_view(&m->ready->trailers) : (Str){0};
}

void ready_box_done(Model *m)
{
    if (m->ready)
        strbuf_clear(&m->ready->trailers);
}

/* As one step of undo; the caret stays where it was in the words. */
static void set_stage(Model *m)
{
    Editor *ed = &m->ed;
    StrBuf bytes = {0};
    Str before = text_view(ed->text);
    size_t behind = before.len - ed->caret;

    frontmatter_set(before, &ed->derived.doc.meta, "stage", STR("review"), &bytes);
    if (!str_eq(strbuf_view(&bytes), before))
        editor_exchange(ed, strbuf_view(&bytes));
    ed->caret = bytes.len >= behind ? bytes.len - behind : 0;
    strbuf_deinit(&bytes);
    layout_settle(ed);
}

static void record(Model *m, Effect *out)
{
    ReadyBox *box = m->ready;
    ReadyAnswers answers = {.reason = answers_get(&box->answers, STR("reason"))};
    Ready ready;

    prompt_close(m);
    if (derive_needed(m))
        derive(m);
    for (size_t i = 0; i < CLOSING_COUNT; i++)
        closing_parse(answers_get(&box->answers, str_from(closing_name(i))),
                      &answers.closing[i]);
    read_stops(m, &box->arena, &ready);
    strbuf_clear(&box->trailers);
    ready_trailers(&ready, &answers, &box->trailers);
    set_stage(m);
    m->after_save = EFFECT_NONE;
    file_save_effect(m, str_from(_("Ready for review")), out);
}

static void take(Model *m, Effect *out)
{
    ReadyBox *box = m->ready;
    Str line = str_trim(field_view(&m->typed[PROMPT_READY]));
    ClosingAnswer answer;

    if (box->at > 0 && !closing_parse(line, &answer)) {
        model_say(m, _("Begin with yes or no, and say in a line what shows it."));
        return;
    }
    if (line.len == 0) {
        model_say(m, _("Without a reason it stays as it is."));
        return;
    }
    answers_set(&box->answers, name_at(box), line);
    if (box->at < CLOSING_COUNT) {
        box->at++;
        ask(m);
        return;
    }
    field_set(&m->typed[PROMPT_READY], (Str){0});
    record(m, out);
}

void ready_box_key(Model *m, const Key *key, Effect *out)
{
    if (key->code == KEYCODE_ENTER)
        take(m, out);
    else
        field_key(&m->typed[PROMPT_READY], key);
}
