#include "ui/interview_box.h"

#include "base/message.h"
#include "ui/cmd.h"
#include "ui/derive.h"
#include "ui/linear_say.h"

struct InterviewBox {
    Interview interview;
    StrBuf kept; /* the answers, as EFFECT_KEEP has them */
};

void interview_box_free(InterviewBox *box)
{
    if (!box)
        return;
    interview_deinit(&box->interview);
    strbuf_deinit(&box->kept);
    mem_free(box);
}

void cmd_interview(Model *m, Effect *out)
{
    *out = (Effect){.type = EFFECT_ANSWERS, .path = strbuf_view(&m->ed.path)};
}

/* The caret goes to the section, so that its guide stands over the question. */
static void ask(Model *m)
{
    const Interview *v = &m->interview->interview;
    size_t stop = interview_stop(v, m);

    if (stop != NO_INDEX)
        editor_go_stop(m, stop);
    field_set(&m->typed[PROMPT_INTERVIEW],
              answers_get(&v->answers, v->steps[v->at].name));
}

static bool has_answer(const Interview *v)
{
    return answers_get(&v->answers, v->steps[v->at].name).len > 0;
}

void interview_box_open(Model *m, const Msg *msg)
{
    if (!m->ed.open || m->view != VIEW_WRITE || !m->lib)
        return;
    if (!m->interview)
        m->interview = mem_alloc(sizeof *m->interview);
    if (derive_needed(m))
        derive(m);
    if (!interview_begin(&m->interview->interview, m, msg->bytes)) {
        model_say(m, _("There is nothing to ask: every section has words."));
        return;
    }
    Str half = field_view(&m->typed[PROMPT_INTERVIEW]); /* when one stopped */
    bool typed = !str_is_blank(half) && !has_answer(&m->interview->interview);
    StrBuf words = {0};
    strbuf_set(&words, half);
    prompt_open(m, PROMPT_INTERVIEW);
    ask(m);
    if (typed)
        field_set(&m->typed[PROMPT_INTERVIEW], strbuf_view(&words));
    strbuf_deinit(&words);
}

static void keep(Model *m, Effect *out)
{
    InterviewBox *box = m->interview;

    strbuf_clear(&box->kept);
    interview_print(&box->interview, &box->kept);
    *out = (Effect){.type = EFFECT_KEEP,
                    .path = strbuf_view(&m->ed.path),
                    .bytes = strbuf_view(&box->kept)};
}

void interview_box_stop(Model *m, Effect *out)
{
    prompt_close(m);
    model_say(m, _("Your answers are kept. The interview goes on where you stopped."));
    keep(m, out);
}

/* The answers are forgotten only when their words are in the file. */
static void put_together(Model *m, Effect *out)
{
    InterviewDraft draft;
    StrBuf said = {0};

    prompt_close(m);
    interview_assemble(&m->interview->interview, m, &draft);
    interview_tell(&draft, &said);
    for (size_t i = 0; i < said.len; i++)
        if (said.ptr[i] == '\n')
            said.ptr[i] = ' ';
    model_say(m, "%.*s", STR_ARG(str_trim(strbuf_view(&said))));
    strbuf_deinit(&said);
    if (draft.filled > 0 && draft.left == 0) {
        m->after_save = EFFECT_KEEP;
        file_write_effect(m, out);
    } else {
        keep(m, out);
    }
}

static void say_first_line(Model *m, Str said)
{
    Str line;

    if (str_next_line(&said, &line))
        model_say(m, "%.*s", STR_ARG(line));
}

static void take_answer(Model *m, Effect *out)
{
    Str line = str_trim(field_view(&m->typed[PROMPT_INTERVIEW]));
    bool guide = str_eq(line, STR("?"));
    StrBuf said = {0};

    InterviewReply reply = interview_line(&m->interview->interview, line, &said);
    field_set(&m->typed[PROMPT_INTERVIEW], (Str){0});
    switch (reply) {
    case INTERVIEW_STOP:
        interview_box_stop(m, out);
        break;
    case INTERVIEW_DONE:
        put_together(m, out);
        break;
    default:
        if (guide)
            model_say(m,
                      _("The guide stands above; Esc and ^G show it with examples."));
        else
            say_first_line(m, strbuf_view(&said));
        ask(m);
        keep(m, out);
        break;
    }
    strbuf_deinit(&said);
}

void interview_box_key(Model *m, const Key *key, Effect *out)
{
    if (key->code == KEYCODE_ENTER)
        take_answer(m, out);
    else
        field_key(&m->typed[PROMPT_INTERVIEW], key);
}

void interview_box_say(const Model *m, StrBuf *out)
{
    const Interview *v = &m->interview->interview;
    const Step *s = &v->steps[v->at];
    StrBuf title = {0};

    say_text(s->title, &title);
    message_addf(out, _("%s, question %d of %d. "), strbuf_cstr(&title), s->number,
                 s->count);
    say_text(s->ask, out);
    strbuf_deinit(&title);
}
